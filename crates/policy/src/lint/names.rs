//! Services and actions that nobody knows.

use super::{Linter, Severity, nearest};
use crate::document::ast::{Statement, Text};

pub(super) fn check(linter: &mut Linter<'_>, statement: &Statement) {
    for text in statement.action.iter().flat_map(|element| &element.texts) {
        if let Some((prefix, name)) = text.value.split_once(':') {
            one(linter, text, prefix, name);
        }
    }
}

fn one(linter: &mut Linter<'_>, text: &Text, prefix: &str, name: &str) {
    let Some(service) = linter.facts.service(prefix) else {
        // Only some services are known here, so an unknown one is told only when another seems to be meant.
        if let Some(meant) = nearest(prefix, linter.facts.prefixes()) {
            let message = format!("no service is known by the prefix `{prefix}`");
            let advice = format!("did you mean `{meant}`?");
            linter.find(Severity::Warning, "unknown-service", &text.span, message, &advice);
        }
        return;
    };
    if service.partial || service.matching(&name.to_ascii_lowercase()).next().is_some() {
        return;
    }
    let message = format!("`{prefix}` has no action `{name}`");
    let advice = match nearest(name, service.actions.keys().map(String::as_str)) {
        Some(meant) => format!("did you mean `{prefix}:{meant}`?"),
        None => "AWS takes it and it never matches".to_owned(),
    };
    linter.find(Severity::Warning, "unknown-action", &text.span, message, &advice);
}
