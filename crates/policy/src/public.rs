//! Whether a bucket policy is public: "Blocking public access to your Amazon S3 storage", the meaning of "public".

use crate::arn;
use crate::condition::{Operator, Test, is_narrow_network};
use crate::document::ast::{ConditionText, PrincipalType, Statement};
use crate::document::{Document, Effect};

impl Document {
    /// Whether some statement lets in more than fixed principals, networks or sources.
    pub fn is_public(&self) -> bool {
        self.statements.iter().any(is_public)
    }
}

fn is_public(statement: &Statement) -> bool {
    let Some(element) = &statement.principal else { return false };
    let everyone = |kind: PrincipalType, text: &str| match kind {
        PrincipalType::Everyone => true,
        PrincipalType::Aws => text == "*",
        PrincipalType::Federated | PrincipalType::Service | PrincipalType::CanonicalUser => false,
    };
    let is_open = element.negated || element.entries.iter().any(|(kind, text)| everyone(*kind, &text.value));
    // Whom a provider vouches for is nobody fixed, and the keys that narrow everyone do not tell who it is.
    let federated =
        !element.negated && element.entries.iter().any(|(kind, _)| *kind == PrincipalType::Federated);
    statement.effect == Effect::Allow && (federated || is_open && !statement.conditions.iter().any(narrows))
}

/// Whether a condition holds only for fixed values of a key that tells who is asking.
fn narrows(condition: &ConditionText) -> bool {
    let Some(operator) = Operator::parse(&condition.operator) else { return false };
    let positive = !operator.negated
        && !operator.if_exists
        && operator.set != Some(crate::condition::SetOperator::ForAllValues);
    let comparable = matches!(
        operator.test,
        Test::StringEquals | Test::StringEqualsIgnoreCase | Test::StringLike | Test::Arn | Test::IpAddress
    );
    let fixed = fixed_for(&condition.key.to_ascii_lowercase());
    positive
        && comparable
        && fixed.is_some_and(|fixed| condition.values.iter().all(|value| fixed(&value.value)))
}

fn fixed_for(key: &str) -> Option<fn(&str) -> bool> {
    match key {
        "aws:sourceip" => Some(is_narrow_network),
        "aws:principalarn" | "aws:sourcearn" | "s3:dataaccesspointarn" => Some(has_fixed_account),
        "aws:principalorgid"
        | "aws:principalaccount"
        | "aws:sourceaccount"
        | "aws:sourceowner"
        | "aws:sourcevpc"
        | "aws:sourcevpce"
        | "aws:userid"
        | "s3:dataaccesspointaccount"
        | "s3:x-amz-server-side-encryption-aws-kms-key-id" => Some(is_fixed),
        _ => None,
    }
}

/// Neither a pattern nor a variable; so the id of a role with any session, `AROA…:*`, is not.
fn is_fixed(text: &str) -> bool {
    !text.is_empty() && !text.contains(['*', '?']) && !text.contains("${")
}

fn has_fixed_account(text: &str) -> bool {
    arn::split(text).is_some_and(|[_, _, _, _, account, _]| is_fixed(account))
}
