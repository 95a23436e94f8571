//! The `Principal` element against the caller.
//!
//! How a policy names the caller decides what else is asked of it, so matching answers with the strength
//! of the naming ("Policy evaluation logic", on resource-based policies within one account).

use crate::arn;
use crate::document::ast::{PrincipalType, Principals as Element};
use crate::principal::Principal;
use crate::request::Request;

/// Who asks, as far as a `Principal` may tell.
#[derive(Clone, Copy)]
pub(crate) struct Caller<'a> {
    principal: &'a Principal,
    canonical: Option<&'a str>,
    resource: &'a str,
}

impl<'a> Caller<'a> {
    pub(crate) fn of(request: &Request<'a>) -> Caller<'a> {
        let Request { principal, canonical_user: canonical, resource, .. } = *request;
        Caller { principal, canonical, resource }
    }

    /// The partition of the caller's account. A root user has no ARN to tell it, but acts in no other partition
    /// than its own, so that of the resource stands for it.
    fn partition(self) -> &'a str {
        let own = arn::partition(self.principal.arn().unwrap_or(self.resource));
        own.unwrap_or("aws")
    }

    fn is_in(self, partition: Option<&str>) -> bool {
        partition.is_none_or(|partition| partition == self.partition())
    }
}

/// How a policy names a caller, the weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Naming {
    /// Through its account: access is delegated, and identity policies have to give it.
    Account,
    /// A session by its role or its user: identity policies are not needed, limits still apply.
    Entity,
    /// The caller itself, or everyone.
    Direct,
}

/// `Principal` or `NotPrincipal`, compiled.
#[derive(Debug)]
pub(crate) struct Principals {
    negated: bool,
    entries: Box<[Entry]>,
}

/// One entry of a `Principal`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    Everyone,
    Account {
        /// Nothing where the account stands by its id alone.
        partition: Option<Box<str>>,
        id: Box<str>,
    },
    User(Box<str>),
    Role {
        partition: Box<str>,
        account: Box<str>,
        name: Box<str>,
    },
    /// An assumed-role session or federated user.
    Session(Box<str>),
    UniqueId(Box<str>),
    Service(Box<str>),
    Federated(Box<str>),
    Canonical(Box<str>),
    /// Names nobody.
    Nobody,
}

impl Principals {
    pub(crate) fn compile(element: &Element) -> Principals {
        let entries = element.entries.iter().map(|(kind, text)| Entry::new(*kind, &text.value)).collect();
        Principals { negated: element.negated, entries }
    }

    /// How the element names the caller, if it does. `limited`: the caller has a permissions boundary.
    pub(crate) fn naming(&self, caller: Caller<'_>, limited: bool, denies: bool) -> Option<Naming> {
        if !self.negated {
            return self.entries.iter().filter_map(|entry| entry.naming(caller)).max();
        }
        let excepted = match denies {
            true => !(limited && caller.principal.has_identity_policies()) && self.covers_whole(caller),
            false => self.entries.iter().any(|entry| entry.naming(caller).is_some()),
        };
        (!excepted).then_some(Naming::Direct)
    }

    /// Whether every identity the caller carries is listed: `NotPrincipal` with `Deny` spares nobody else.
    fn covers_whole(&self, caller: Caller<'_>) -> bool {
        let by = |naming| self.entries.iter().any(|entry| entry.naming(caller) == Some(naming));
        if self.entries.contains(&Entry::Everyone) {
            return true;
        }
        match caller.principal {
            Principal::Root { .. } => by(Naming::Account),
            Principal::User { .. } => by(Naming::Account) && by(Naming::Direct),
            // Whose session it is may be unknown; what is not known cannot be listed.
            Principal::FederatedUser { user_arn, user_unique_id, .. }
                if user_arn.is_empty() && user_unique_id.is_empty() =>
            {
                by(Naming::Account) && by(Naming::Direct)
            }
            Principal::AssumedRole { .. } | Principal::FederatedUser { .. } => {
                by(Naming::Account) && by(Naming::Entity) && by(Naming::Direct)
            }
            Principal::Federated { .. } | Principal::Service { .. } | Principal::Anonymous => {
                by(Naming::Direct)
            }
        }
    }
}

impl Entry {
    pub(crate) fn new(kind: PrincipalType, text: &str) -> Entry {
        match kind {
            PrincipalType::Everyone => Self::Everyone,
            PrincipalType::Aws => Self::aws(text),
            PrincipalType::Service => Self::Service(text.into()),
            PrincipalType::Federated => Self::Federated(text.into()),
            PrincipalType::CanonicalUser => Self::Canonical(text.into()),
        }
    }

    fn aws(text: &str) -> Entry {
        if text == "*" {
            return Self::Everyone;
        }
        if is_account(text) {
            return Self::Account { partition: None, id: text.into() };
        }
        if is_unique_id(text) {
            return Self::UniqueId(text.into());
        }
        let Some([_, partition, service, _, account, resource]) = arn::split(text) else {
            return Self::Nobody;
        };
        match (service, resource.split_once('/')) {
            ("iam", None) if resource == "root" => {
                Self::Account { partition: Some(partition.into()), id: account.into() }
            }
            ("iam", Some(("user", _))) => Self::User(text.into()),
            ("iam", Some(("role", path))) => {
                Self::Role { partition: partition.into(), account: account.into(), name: last(path).into() }
            }
            ("sts", Some(("assumed-role" | "federated-user", _))) => Self::Session(text.into()),
            _ => Self::Nobody,
        }
    }

    pub(crate) fn naming(&self, caller: Caller<'_>) -> Option<Naming> {
        match self {
            Self::Everyone => Some(Naming::Direct),
            Self::Account { partition, id } => {
                let is_named = caller.principal.account() == Some(id) && caller.is_in(partition.as_deref());
                is_named.then_some(Naming::Account)
            }
            Self::Canonical(id) => (caller.canonical == Some(id)).then_some(Naming::Account),
            _ => self.names_itself(caller),
        }
    }

    /// For entries that name one caller, role, service or provider.
    fn names_itself(&self, caller: Caller<'_>) -> Option<Naming> {
        let direct = |yes: bool| yes.then_some(Naming::Direct);
        let entity = |yes: bool| yes.then_some(Naming::Entity);
        match (self, caller.principal) {
            (Self::User(user), Principal::User { arn, .. }) => direct(**user == **arn),
            (Self::User(user), Principal::FederatedUser { user_arn, .. }) => entity(**user == **user_arn),
            (Self::UniqueId(id), Principal::User { unique_id, .. }) => direct(**id == **unique_id),
            (Self::UniqueId(id), Principal::FederatedUser { user_unique_id, .. }) => {
                entity(**id == **user_unique_id)
            }
            (Self::UniqueId(id), Principal::AssumedRole { role_unique_id, session_name, .. }) => {
                match id.split_once(':') {
                    Some((role, session)) => direct(role == role_unique_id && session == session_name),
                    None => entity(**id == **role_unique_id),
                }
            }
            (
                Self::Role { partition, account, name },
                Principal::AssumedRole { account: of, role_arn, .. },
            ) => {
                let is_there = **account == **of && arn::partition(role_arn) == Some(&**partition);
                entity(is_there && name.eq_ignore_ascii_case(last(role_arn)))
            }
            (
                Self::Session(session),
                Principal::AssumedRole { session_arn, .. } | Principal::FederatedUser { session_arn, .. },
            ) => direct(**session == **session_arn),
            (Self::Service(service), Principal::Service { name }) => {
                direct(service.eq_ignore_ascii_case(name))
            }
            (Self::Federated(entry), Principal::Federated { provider }) => {
                direct(same_provider(entry, provider))
            }
            _ => None,
        }
    }
}

/// OIDC providers are written as ARN or as host name; both mean the same.
fn same_provider(entry: &str, provider: &str) -> bool {
    fn host(text: &str) -> Option<&str> {
        text.split_once(":oidc-provider/").map(|(_, host)| host)
    }
    entry == provider
        || host(entry).is_some_and(|host| host == provider)
        || host(provider).is_some_and(|host| host == entry)
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Twelve digits.
pub(crate) fn is_account(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit())
}

/// `AIDA…` or `AROA…`, the latter also with a session name.
pub(crate) fn is_unique_id(text: &str) -> bool {
    let id = text.split(':').next().unwrap_or_default();
    (id.starts_with("AIDA") || id.starts_with("AROA"))
        && id.len() >= 16
        && id.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}
