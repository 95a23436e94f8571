//! The services that have a role of their own in accounts.
//!
//! The list comes with the server, from `data/service-linked-roles`, where a README names sources and licences.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What is known of one service's role.
pub(super) struct Linked {
    pub(super) service: &'static str,
    /// What follows `AWSServiceRoleFor`.
    pub(super) name: &'static str,
    /// The ARN of the policy that is attached.
    pub(super) policy: String,
    /// Whether the role may be made several times, each with a suffix of its own.
    pub(super) takes_suffix: bool,
}

/// The role of a service.
pub(super) fn linked(service: &str) -> Option<&'static Linked> {
    all().get(service)
}

/// All of them, by service. A line that is not of the form is left out; a test counts them.
fn all() -> &'static BTreeMap<&'static str, Linked> {
    static LINKED: OnceLock<BTreeMap<&'static str, Linked>> = OnceLock::new();
    LINKED.get_or_init(|| {
        TABLE.lines().skip(1).filter_map(read).map(|linked| (linked.service, linked)).collect()
    })
}

const TABLE: &str = include_str!("../../../../data/service-linked-roles/roles.csv");

fn read(line: &'static str) -> Option<Linked> {
    let mut cells = line.split(',');
    let (service, name, policy, suffix) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
    let policy = format!("arn:aws:iam::aws:policy/aws-service-role/{policy}");
    let takes_suffix = match suffix {
        "yes" => true,
        "no" => false,
        _ => return None,
    };
    Some(Linked { service, name, policy, takes_suffix })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::managed;

    #[test]
    fn every_role_has_a_policy_that_is_there() {
        assert_eq!(all().len() + 1, TABLE.lines().count());
        assert!(all().len() > 180);
        for linked in all().values() {
            let policy = managed::all().get(linked.policy.as_str()).expect("a policy of this ARN");
            assert_eq!(policy.path, "/aws-service-role/");
        }
        assert!(linked("autoscaling.amazonaws.com").unwrap().takes_suffix);
        assert!(!linked("es.amazonaws.com").unwrap().takes_suffix);
    }
}
