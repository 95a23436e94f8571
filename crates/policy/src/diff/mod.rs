//! Whether a changed policy allows anything that the former one did not.
//!
//! A yes comes with a request that the engine itself decides differently. A no is proved statement by statement. What
//! can be neither shown nor proved is said to be unknown.

mod candidates;
mod contexts;
mod proof;

use std::sync::Arc;

use serde::Serialize;

use crate::document::{Document, Effect, PolicyKind};
use crate::evaluate::evaluate;
use crate::facts::Facts;
use crate::policies::{NamedPolicy, Policies};
use crate::policy::Policy;
use crate::principal::Principal;
use crate::request::Request;
use candidates::Candidate;

/// The account that owns the resources of examples: one that no policy names.
const OWNER: &str = "000000000000";

/// A policy that allows everything.
const EVERYTHING: &str =
    r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#;

/// What variables are replaced with.
const NAME: &str = "example";

/// Requests tried before the search is given up.
const TRIED_MAX: usize = 200_000;

/// What a change of a policy gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// This is allowed now, and was not.
    More(Example),
    /// Nothing is allowed that was not allowed before.
    NoMore,
    /// Neither was found.
    Unknown {
        /// The statement of the new policy, counted from zero, that could not be judged; nothing where policies that
        /// only deny could not be.
        statement: Option<usize>,
    },
}

/// A request that two policies decide differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Example {
    /// The caller.
    pub principal: String,
    /// The action.
    pub action: String,
    /// The resource.
    pub resource: String,
    /// The account that owns the resource, where the policy is the resource's; the caller's own otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource_account: Option<String>,
    /// The condition keys with their values.
    pub context: Vec<(String, Vec<String>)>,
}

impl Example {
    /// Whether a key has a list of values, also where it has but one.
    pub fn is_multivalued(key: &str) -> bool {
        candidates::is_multivalued(key)
    }
}

/// Whether `after` allows anything that `before` does not, taken alone.
///
/// Policies of an organization that only deny stand beside one of AWS that allows everything
/// (`RCPFullAWSAccess`, which nobody can detach, and `FullAWSAccess`), and are compared with it.
pub fn diff(before: &Document, after: &Document, facts: &Facts) -> Difference {
    let Some(everything) = full_access(before, after) else { return diff_alone(before, after, facts) };
    match diff_alone(&before.joined_by(&everything), &after.joined_by(&everything), facts) {
        // AWS's statement is none of theirs.
        Difference::Unknown { .. } => Difference::Unknown { statement: None },
        difference => difference,
    }
}

/// The policy of AWS beside which policies that only deny have a meaning.
fn full_access(before: &Document, after: &Document) -> Option<Document> {
    let mut statements = before.statements.iter().chain(&after.statements);
    let text = match before.kind() {
        _ if statements.any(|statement| statement.effect == Effect::Allow) => return None,
        PolicyKind::Rcp => {
            r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}"#
        }
        PolicyKind::Scp => EVERYTHING,
        _ => return None,
    };
    Document::read(text, before.kind()).ok()
}

fn diff_alone(before: &Document, after: &Document, facts: &Facts) -> Difference {
    // Cheap beside the search, and certain.
    let Some(statement) = proof::unproved(before, after) else { return Difference::NoMore };
    let (old, new) = (Side::new(before), Side::new(after));
    let mut tried = 0;
    for candidate in candidates::all(before, after, facts) {
        tried += 1;
        if tried > TRIED_MAX {
            break;
        }
        if new.allows(&candidate) && !old.allows(&candidate) {
            let owner = new.policies.resource.is_some().then_some(OWNER);
            return Difference::More(candidate.example(owner));
        }
    }
    Difference::Unknown { statement: Some(statement) }
}

/// One of the policies, ready to be asked.
struct Side {
    policies: Policies,
}

impl Side {
    fn new(document: &Document) -> Side {
        let named = NamedPolicy::inline("policy", Arc::new(Policy::compile(document)));
        let policies = match document.kind().has_principal() {
            true => Policies { resource: Some(named), identity: everything(), ..Policies::default() },
            false => Policies { identity: vec![named].into(), ..Policies::default() },
        };
        Side { policies }
    }

    /// The resource belongs to another account where the policy is the resource's, so that it alone decides.
    fn allows(&self, candidate: &Candidate) -> bool {
        let context = candidate.context();
        let request = Request::new(&candidate.principal, &candidate.action, &candidate.resource, &context);
        let request = match self.policies.resource {
            Some(_) => request.owned_by(OWNER),
            None => request,
        };
        evaluate(&request, &self.policies).is_allowed()
    }
}

/// A caller whose own policies stand in nobody's way.
fn everything() -> crate::PolicySet {
    let document = Document::read(EVERYTHING, PolicyKind::Identity);
    document
        .iter()
        .map(|document| NamedPolicy::inline("everything", Arc::new(Policy::compile(document))))
        .collect()
}

fn user(partition: &str, account: &str, name: &str) -> Principal {
    Principal::User {
        arn: format!("arn:{partition}:iam::{account}:user/{name}"),
        account: account.to_owned(),
        unique_id: "AIDAEXAMPLEEXAMPLE000".to_owned(),
        name: name.to_owned(),
    }
}
