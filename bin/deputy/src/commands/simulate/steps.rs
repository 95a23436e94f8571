//! The questions that one simulation consists of.
//!
//! A service that works with a customer's role asks twice: may it assume the role for this source, and may the role
//! do the thing. An object under a KMS key is asked about twice as well, once at S3 and once at KMS.

use policy::{PolicyKind, Principal, Value};

use crate::account::Account;
use crate::args::decisions::Simulate;
use crate::connection::Connection;
use crate::report::Problem;
use crate::simulation::caller::Caller;
use crate::simulation::policies::{from_file, resource_kind};
use crate::simulation::target::Target;
use crate::simulation::{Circumstances, Given, Origin, Source};

/// One question, everything it needs in hand.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) purpose: &'static str,
    pub(super) caller: Caller,
    pub(super) action: String,
    pub(super) target: Target,
    pub(super) circumstances: Circumstances,
    pub(super) given: Given,
}

impl Step {
    /// Whether a service asks as itself.
    pub(super) fn is_sourced(&self) -> bool {
        matches!(self.caller.principal, Principal::Service { .. })
    }

    pub(super) fn source_arn(&self) -> &Option<String> {
        match &self.circumstances.origin {
            Origin::Service { source, .. } => &source.arn,
            Origin::Network | Origin::Forwarded { .. } => &None,
        }
    }
}

/// The questions, in the order in which they would be asked.
pub(super) async fn plan(
    args: &Simulate,
    connection: &Connection,
    account: &mut Account<'_>,
    warnings: &mut Vec<String>,
) -> Result<Vec<Step>, Problem> {
    let action = &args.action;
    let here = Circumstances::of(connection);
    let service = args.as_service.as_deref().map(Caller::service);
    let source = source(args);
    let mut steps = Vec::new();
    let (caller, circumstances) = match (&args.principal, service) {
        (None, None) => return Err(Problem::usage("give --principal or --as-service")),
        (None, Some(service)) => {
            let origin = Origin::Service { name: service.principal.shown(), source };
            (service, here.with(origin))
        }
        (Some(text), None) => {
            let caller = Caller::find(text, account, warnings).await?;
            let origin = match &caller.principal {
                Principal::Service { name } => {
                    Origin::Service { name: name.clone(), source: Source::default() }
                }
                _ => Origin::Network,
            };
            (caller, here.with(origin))
        }
        (Some(text), Some(service)) => {
            let name = service.principal.shown();
            let caller = Caller::find(text, account, warnings).await?;
            match role_arn(text, &caller) {
                Some(role) => {
                    let target = target(args, connection, account, "sts:AssumeRole", &role, warnings).await?;
                    let circumstances = here.with(Origin::Service { name: name.clone(), source });
                    steps.push(Step {
                        purpose: "the service assumes the role",
                        caller: service,
                        action: "sts:AssumeRole".to_owned(),
                        target,
                        circumstances,
                        given: given(args),
                    });
                    if action.eq_ignore_ascii_case("sts:AssumeRole") && args.resource == role {
                        return Ok(steps);
                    }
                    (caller, here.with(Origin::Service { name, source: Source::default() }))
                }
                None => (caller, here.with(Origin::Forwarded { service: name })),
            }
        }
    };
    let caller = with_files(args, caller)?;
    let target = target(args, connection, account, action, &args.resource, warnings).await?;
    let key = key_step(args, &caller, &target, &circumstances)?;
    let purpose = if steps.is_empty() { "the principal asks" } else { "the role's session asks" };
    steps.push(Step { purpose, caller, action: action.clone(), target, circumstances, given: given(args) });
    steps.extend(key);
    Ok(steps)
}

/// The role, where a text names one and not a session of it.
fn role_arn(text: &str, caller: &Caller) -> Option<String> {
    let names_role = text.starts_with("role/") || text.contains(":role/");
    match &caller.principal {
        Principal::AssumedRole { role_arn, .. } if names_role => Some(role_arn.clone()),
        _ => None,
    }
}

/// The source's account is that of its ARN, unless told otherwise.
fn source(args: &Simulate) -> Source {
    let of_arn = args.source_arn.as_deref().and_then(|arn| arn.split(':').nth(4)).map(str::to_owned);
    let account = args.source_account.clone().or(of_arn.filter(|account| !account.is_empty()));
    Source { arn: args.source_arn.clone(), account }
}

fn with_files(args: &Simulate, mut caller: Caller) -> Result<Caller, Problem> {
    for path in &args.policy {
        caller.identity.push(from_file(path, PolicyKind::Identity)?);
    }
    if let Some(path) = &args.boundary {
        caller.boundary = Some(from_file(path, PolicyKind::Boundary)?);
    }
    if !args.session.is_empty() {
        if !matches!(caller.principal, Principal::AssumedRole { .. } | Principal::FederatedUser { .. }) {
            let problem = Problem::usage("only a session has session policies");
            return Err(problem.hint("name a role, a session of one, or a federated user as --principal"));
        }
        let policies = args.session.iter().map(|path| from_file(path, PolicyKind::Session));
        caller.session = Some(policies.collect::<Result<_, _>>()?);
    }
    Ok(caller)
}

/// The resource as the server has it, with the policy of a file in place of its own where one is given.
async fn target(
    args: &Simulate,
    connection: &Connection,
    account: &mut Account<'_>,
    action: &str,
    resource: &str,
    warnings: &mut Vec<String>,
) -> Result<Target, Problem> {
    let kind = resource_kind(action, resource);
    let file = match kind {
        PolicyKind::RoleTrust => args.trust_policy.as_ref(),
        PolicyKind::KmsKey => args.key_policy.as_ref().or(args.resource_policy.as_ref()),
        _ => args.resource_policy.as_ref(),
    };
    let mut unheard = Vec::new();
    let owner = args.resource_account.as_deref().filter(|_| args.resource == resource);
    let found = Target::find(&connection.client, account, action, resource, owner, &mut unheard).await;
    match (file, found) {
        (Some(path), found) => {
            // What is put in its place need not be readable, nor there.
            let mut target = found.unwrap_or_else(|_| Target::bare(resource));
            target.owner = owner.map(str::to_owned).or(target.owner);
            Ok(Target { policy: Some(from_file(path, kind)?), ..target })
        }
        (None, found) => {
            warnings.append(&mut unheard);
            found
        }
    }
}

/// What S3 asks KMS on behalf of the caller, for an object under a key.
fn key_step(
    args: &Simulate,
    caller: &Caller,
    object: &Target,
    circumstances: &Circumstances,
) -> Result<Option<Step>, Problem> {
    let action = match args.action.as_str() {
        "s3:GetObject" => "kms:Decrypt",
        "s3:PutObject" => "kms:GenerateDataKey",
        _ => return Ok(None),
    };
    let Some(path) = &args.key_policy else { return Ok(None) };
    let region = circumstances.region.as_str();
    let owner = object.owner.as_deref().or(caller.principal.account()).unwrap_or_default();
    let target = Target {
        policy: Some(from_file(path, PolicyKind::KmsKey)?),
        ..Target::bare(&format!("arn:aws:kms:{region}:{owner}:key/of-the-object"))
    };
    let mut given = given(args);
    let mut add = |name: &str, value: String| {
        if !given.iter().any(|(known, _)| known.eq_ignore_ascii_case(name)) {
            given.push((name.to_owned(), Value::Single(value.into())));
        }
    };
    add("kms:ViaService", format!("s3.{region}.amazonaws.com"));
    add("kms:CallerAccount", caller.principal.account().unwrap_or_default().to_owned());
    add("kms:EncryptionContext:aws:s3:arn", object.resource.clone());
    Ok(Some(Step {
        purpose: "S3 uses the key for it",
        caller: caller.clone(),
        action: action.to_owned(),
        target,
        circumstances: circumstances.with(Origin::Forwarded { service: "s3.amazonaws.com".to_owned() }),
        given,
    }))
}

/// The keys of the command line; one that is given twice has two values.
fn given(args: &Simulate) -> Given {
    let mut keys: Given = Vec::new();
    for (name, value) in &args.context {
        match keys.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
            None => keys.push((name.clone(), Value::Single(value.clone().into()))),
            Some((_, Value::Multi(values))) => values.push(value.clone()),
            Some((_, key)) => {
                if let Value::Single(first) = key.clone() {
                    *key = Value::Multi(vec![first.into_owned(), value.clone()]);
                }
            }
        }
    }
    keys
}
