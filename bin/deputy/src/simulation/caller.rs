//! Who asks: a principal with its own policies.

use std::collections::BTreeMap;

use kernel::Temporary;
use policy::{NamedPolicy, PolicyKind, Principal};

use super::policies::stored;
use crate::account::{Account, Holder, Kind};
use crate::connection::now;
use crate::report::Problem;

/// The name of simulated sessions.
const SESSION: &str = "simulation";

/// A principal and the policies that come with it.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    pub(crate) principal: Principal,
    pub(crate) tags: BTreeMap<String, String>,
    /// What a session has with it.
    pub(crate) temporary: Option<Temporary>,
    pub(crate) identity: Vec<NamedPolicy>,
    pub(crate) boundary: Option<NamedPolicy>,
    pub(crate) session: Option<Vec<NamedPolicy>>,
}

impl Caller {
    /// A principal without policies of its own.
    pub(crate) fn bare(principal: Principal) -> Self {
        let is_session = matches!(principal, Principal::AssumedRole { .. } | Principal::FederatedUser { .. });
        // As if the session began now, without MFA.
        let temporary = is_session.then(|| Temporary { issued: now(), ..Temporary::default() });
        Self {
            principal,
            temporary,
            tags: BTreeMap::new(),
            identity: Vec::new(),
            boundary: None,
            session: None,
        }
    }

    /// A service: `forecast` is short for `forecast.amazonaws.com`.
    pub(crate) fn service(name: &str) -> Self {
        let name = if name.contains('.') { name.to_owned() } else { format!("{name}.amazonaws.com") };
        Self::bare(Principal::Service { name })
    }

    /// The user itself, or a session of the role.
    pub(crate) fn holder(holder: &Holder, session: Option<&str>, account: &str) -> Result<Self, Problem> {
        let identity = holder.policies.iter().map(|text| stored(text, PolicyKind::Identity));
        Ok(Self {
            tags: holder.tags.clone(),
            identity: identity.collect::<Result<_, _>>()?,
            boundary: holder.boundary.as_ref().map(|text| stored(text, PolicyKind::Boundary)).transpose()?,
            ..Self::bare(principal(holder, session.unwrap_or(SESSION), account))
        })
    }

    /// Whom a text names; warnings go to `warnings`.
    pub(crate) async fn find(
        text: &str,
        account: &mut Account<'_>,
        warnings: &mut Vec<String>,
    ) -> Result<Self, Problem> {
        if text == "anonymous" {
            return Ok(Self::bare(Principal::Anonymous));
        }
        if let Some(caller) = Self::federated(text, warnings) {
            return Ok(caller);
        }
        let own = account.id.clone();
        let (of, resource) = match text.strip_prefix("arn:") {
            Some(_) => {
                (text.split(':').nth(4).unwrap_or_default(), text.splitn(6, ':').nth(5).unwrap_or_default())
            }
            None if is_account(text) => (text, "root"),
            None if text.contains('/') => (own.as_str(), text),
            None => return Ok(Self::service(text)),
        };
        let name = |rest: &str| rest.rsplit('/').next().unwrap_or_default().to_owned();
        if resource == "root" {
            return Ok(Self::bare(Principal::Root { account: of.to_owned() }));
        }
        if of != own {
            warnings.push(format!(
                "the policies of {text} are those of account {of} and cannot be read; only --policy counts"
            ));
            return Self::foreign(text, of, resource).map(Self::bare).ok_or_else(|| unknown(text));
        }
        if let Some(rest) = resource.strip_prefix("user/") {
            return Self::holder(&account.user(&name(rest)).await?, None, &own);
        }
        if let Some(rest) = resource.strip_prefix("role/") {
            return Self::holder(&account.role(&name(rest)).await?, None, &own);
        }
        match resource.strip_prefix("assumed-role/").and_then(|rest| rest.split_once('/')) {
            Some((role, session)) => Self::holder(&account.role(role).await?, Some(session), &own),
            None => Err(unknown(text)),
        }
    }

    /// Somebody for whom an identity provider or a user vouches.
    fn federated(text: &str, warnings: &mut Vec<String>) -> Option<Self> {
        let (account, tail) = (text.split(':').nth(4)?, text.splitn(6, ':').nth(5)?);
        let (kind, name) = tail.split_once('/')?;
        match kind {
            "oidc-provider" | "saml-provider" => {
                Some(Self::bare(Principal::Federated { provider: text.to_owned() }))
            }
            "federated-user" => {
                warnings.push(format!(
                    "{text} has the policies of the user that made the session, within its session policies; \
                     give them with --policy and --session"
                ));
                Some(Self::bare(Principal::FederatedUser {
                    session_arn: text.to_owned(),
                    user_arn: String::new(),
                    user_unique_id: String::new(),
                    account: account.to_owned(),
                    name: name.to_owned(),
                }))
            }
            _ => None,
        }
    }

    /// A principal of another account, of which only the name is known.
    pub(crate) fn foreign(text: &str, account: &str, resource: &str) -> Option<Principal> {
        let (kind, rest) = resource.split_once('/')?;
        let name = rest.rsplit('/').next()?.to_owned();
        let session = |role: &str, role_arn: String, session: &str| Principal::AssumedRole {
            session_arn: format!("arn:aws:sts::{account}:assumed-role/{role}/{session}"),
            role_arn,
            account: account.to_owned(),
            role_unique_id: String::new(),
            session_name: session.to_owned(),
        };
        match kind {
            "user" => Some(Principal::User {
                arn: text.to_owned(),
                account: account.to_owned(),
                unique_id: String::new(),
                name,
            }),
            "role" => Some(session(&name, text.to_owned(), SESSION)),
            "assumed-role" => {
                let (role, name) = rest.split_once('/')?;
                Some(session(role, format!("arn:aws:iam::{account}:role/{role}"), name))
            }
            _ => None,
        }
    }

    /// Whether it is a session of a service-linked role, which organizations cannot restrict.
    pub(crate) fn is_service_linked(&self) -> bool {
        matches!(&self.principal, Principal::AssumedRole { role_arn, .. }
            if role_arn.contains(":role/aws-service-role/"))
    }

    /// All policies that come with the principal.
    pub(crate) fn policies(&self) -> impl Iterator<Item = &NamedPolicy> {
        self.identity.iter().chain(&self.boundary).chain(self.session.iter().flatten())
    }
}

pub(crate) fn is_account(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn principal(holder: &Holder, session: &str, account: &str) -> Principal {
    match holder.kind {
        Kind::User => Principal::User {
            arn: holder.arn.clone(),
            account: account.to_owned(),
            unique_id: holder.id.clone(),
            name: holder.name.clone(),
        },
        Kind::Role => Principal::AssumedRole {
            session_arn: format!("arn:aws:sts::{account}:assumed-role/{}/{session}", holder.name),
            role_arn: holder.arn.clone(),
            account: account.to_owned(),
            role_unique_id: holder.id.clone(),
            session_name: session.to_owned(),
        },
    }
}

fn unknown(text: &str) -> Problem {
    Problem::usage(format!("`{text}` is no principal")).hint(
        "the ARN of a user, role, session or identity provider, user/NAME, role/NAME, an account id, a service or \
         `anonymous`",
    )
}
