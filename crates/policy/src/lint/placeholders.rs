//! What guides print for the reader to replace.

use super::{Linter, Severity};
use crate::document::ast::{Statement, Text};

/// Placeholders of AWS's guides, in lower case, where they stand between separators.
const PLACEHOLDERS: [&str; 22] = [
    "account-id",
    "account_id",
    "accountid",
    "your-acct-id",
    "your-account-id",
    "aws-account-id",
    "bucket-name",
    "bucketname",
    "your-bucket-name",
    "examplebucket",
    "region",
    "aws-region",
    "key-id",
    "key_id",
    "kms-key-id",
    "rolename",
    "role-name",
    "role_passed_to_forecast",
    "user-name",
    "inputbucket",
    "outputbucket",
    "my-repo",
];

pub(super) fn check(linter: &mut Linter<'_>, statement: &Statement) {
    let resources = statement.resource.iter().flat_map(|element| &element.texts);
    let principals =
        statement.principal.iter().flat_map(|element| element.entries.iter().map(|(_, text)| text));
    let values = statement.conditions.iter().flat_map(|condition| &condition.values);
    for text in resources.chain(principals).chain(values) {
        if let Some(found) = placeholder(text) {
            let message = format!("`{found}` looks like a placeholder");
            linter.find(
                Severity::Warning,
                "placeholder",
                &text.span,
                message,
                "put the real name in its place",
            );
        }
    }
}

fn placeholder(text: &Text) -> Option<&str> {
    let value = text.value.as_str();
    let mut words = value.split([':', '/', '.', '*']);
    let marked = |word: &str| {
        let lower = word.to_ascii_lowercase();
        let bracketed = lower.starts_with('<') && lower.ends_with('>') && lower.len() > 2;
        PLACEHOLDERS.contains(&lower.as_str()) || lower.starts_with("doc-example-bucket") || bracketed
    };
    words.find(|word| marked(word))
}
