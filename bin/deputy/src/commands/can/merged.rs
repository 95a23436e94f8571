//! One policy that says what many say together.

use serde_json::{Value, json};

use super::statement::Statement;

/// What a principal may.
#[derive(Debug, PartialEq)]
pub(super) struct Merged {
    pub(super) allows: Vec<Statement>,
    pub(super) denies: Vec<Statement>,
    /// Whether the policy says exactly what the policies say together. It says more where not.
    pub(super) is_exact: bool,
}

impl Merged {
    /// The statements of the identity policies, within those of the boundary where there is one.
    pub(super) fn of(identity: &[&str], boundary: Option<&str>) -> Self {
        let own: Vec<Statement> = identity.iter().flat_map(|document| Statement::all(document)).collect();
        let (mut denies, mut allows): (Vec<_>, Vec<_>) =
            own.into_iter().partition(|statement| statement.denies);
        let mut is_exact = true;
        if let Some(boundary) = boundary {
            let (limits_deny, limits): (Vec<_>, Vec<_>) =
                Statement::all(boundary).into_iter().partition(|statement| statement.denies);
            denies.extend(limits_deny);
            let pairs = allows.iter().flat_map(|one| limits.iter().filter_map(|limit| one.shared(limit)));
            let shared: Vec<_> = pairs.collect();
            is_exact = shared.iter().all(|shared| shared.is_exact);
            allows = shared.into_iter().map(|shared| shared.statement).collect();
        }
        Self { allows: gathered(allows), denies: gathered(denies), is_exact }
    }

    pub(super) fn json(&self) -> Value {
        let statements: Vec<Value> = self.allows.iter().chain(&self.denies).map(Statement::json).collect();
        json!({ "Version": "2012-10-17", "Statement": statements })
    }
}

/// Statements that differ in their actions only become one, then those that differ in their resources only.
fn gathered(statements: Vec<Statement>) -> Vec<Statement> {
    let mut by_resource: Vec<Statement> = Vec::new();
    for mut statement in statements {
        statement.actions.tidy();
        statement.resources.tidy();
        let like = |known: &&mut Statement| {
            known.resources == statement.resources
                && known.condition == statement.condition
                && !known.actions.negated
                && !statement.actions.negated
        };
        match by_resource.iter_mut().find(like) {
            Some(known) => {
                known.actions.texts.append(&mut statement.actions.texts);
                known.actions.tidy();
            }
            None => by_resource.push(statement),
        }
    }
    let mut all: Vec<Statement> = Vec::new();
    for mut statement in by_resource {
        let like = |known: &&mut Statement| {
            known.actions == statement.actions
                && known.condition == statement.condition
                && !known.resources.negated
                && !statement.resources.negated
        };
        match all.iter_mut().find(like) {
            Some(known) => {
                known.resources.texts.append(&mut statement.resources.texts);
                known.resources.tidy();
            }
            None => all.push(statement),
        }
    }
    all.sort_by(|one, other| {
        (&one.actions.texts, &one.resources.texts).cmp(&(&other.actions.texts, &other.resources.texts))
    });
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_are_gathered_and_limited() {
        let one =
            r#"{"Statement": {"Effect": "Allow", "Action": ["s3:Get*", "s3:GetObject"], "Resource": "a"}}"#;
        let two = r#"{"Statement": [{"Effect": "Allow", "Action": "s3:Put*", "Resource": ["a"]},
                                    {"Effect": "Deny", "Action": "*", "Resource": "b"}]}"#;
        let merged = Merged::of(&[one, two], None).json();
        let expected = json!([
            { "Effect": "Allow", "Action": ["s3:Get*", "s3:Put*"], "Resource": "a" },
            { "Effect": "Deny", "Action": "*", "Resource": "b" },
        ]);
        assert_eq!(merged["Statement"], expected);
        let limit = r#"{"Statement": {"Effect": "Allow", "Action": "s3:Put*", "Resource": "*"}}"#;
        let limited = Merged::of(&[one, two], Some(limit)).json();
        assert_eq!(
            limited["Statement"][0],
            json!({ "Effect": "Allow", "Action": "s3:Put*", "Resource": "a" })
        );
        assert!(Merged::of(&[one], Some(r#"{"Statement": []}"#)).allows.is_empty());
    }
}
