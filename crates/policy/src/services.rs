//! Which services a policy is about.

use crate::document::Effect;
use crate::policy::{Policy, Statement};

impl Policy {
    /// Whether a statement allows some action of a service, by the prefix of its actions. Resources and
    /// conditions are not looked at.
    pub fn grants_service(&self, prefix: &str) -> bool {
        self.statements.iter().any(|statement| statement.grants_service(prefix))
    }
}

impl Statement {
    fn grants_service(&self, prefix: &str) -> bool {
        if self.effect != Effect::Allow {
            return false;
        }
        let mut actions = self.written.actions.iter();
        let of_service =
            |action: &str| action.split(':').next().is_some_and(|p| p.eq_ignore_ascii_case(prefix));
        match self.written.action_key {
            // All but some actions: of the service some are left, unless it is excluded as a whole.
            "NotAction" => !actions.any(|action| {
                &**action == "*"
                    || of_service(action) && action.split_once(':').is_some_and(|(_, name)| name == "*")
            }),
            _ => actions.any(|action| &**action == "*" || of_service(action)),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Document, Policy, PolicyKind};

    #[track_caller]
    fn check(element: &str, granted: &[&str]) {
        let text = format!(
            r#"{{"Version":"2012-10-17","Statement":{{"Effect":"Allow",{element},"Resource":"*"}}}}"#
        );
        let policy = Policy::compile(&Document::parse(&text, PolicyKind::Identity).unwrap());
        let found: Vec<&str> =
            ["iam", "s3"].into_iter().filter(|prefix| policy.grants_service(prefix)).collect();
        assert_eq!(found, granted, "{element}");
    }

    #[test]
    fn an_action_tells_its_service() {
        check(r#""Action":"*""#, &["iam", "s3"]);
        check(r#""Action":["S3:Get*","sqs:*"]"#, &["s3"]);
        check(r#""NotAction":"iam:*""#, &["s3"]);
        check(r#""NotAction":["iam:Get*","s3:*"]"#, &["iam"]);
    }
}
