//! Statements that give more than is wise.

use super::{Linter, Severity, tests_key};
use crate::document::ast::{PrincipalType, Statement, Text};
use crate::document::{Effect, PolicyKind};
use crate::pattern::Pattern;

/// Keys that say for whom a service acts.
const SOURCES: [&str; 5] =
    ["aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner"];

/// Keys that say who is asking, where everybody may.
const ASKING: [&str; 12] = [
    "aws:principalorgid",
    "aws:principalorgpaths",
    "aws:principalaccount",
    "aws:principalarn",
    "aws:sourcearn",
    "aws:sourceaccount",
    "aws:sourceorgid",
    "aws:sourcevpc",
    "aws:sourcevpce",
    "aws:sourceip",
    "kms:calleraccount",
    "sts:externalid",
];

pub(super) fn check(linter: &mut Linter<'_>, statement: &Statement) {
    if statement.effect != Effect::Allow {
        return;
    }
    principals(linter, statement);
    if linter.gives() {
        pass_role(linter, statement);
        everything(linter, statement);
    }
}

fn principals(linter: &mut Linter<'_>, statement: &Statement) {
    let Some(element) = &statement.principal else { return };
    if element.negated {
        let message =
            "`NotPrincipal` with `Allow` lets in everybody who is not named, also the anonymous".to_owned();
        linter.find(
            Severity::Security,
            "allow-not-principal",
            &element.span,
            message,
            "name who may, with `Principal`",
        );
        return;
    }
    if linter.document.kind() == PolicyKind::VpcEndpoint {
        return;
    }
    for (kind, text) in &element.entries {
        let open = *kind == PrincipalType::Everyone || (*kind == PrincipalType::Aws && text.value == "*");
        if open && !tests_key(statement, &ASKING) {
            let message = "everybody may, also callers of other accounts".to_owned();
            let advice = "name accounts, users or roles, or add a condition such as aws:PrincipalOrgID";
            linter.find(Severity::Security, "everyone", &text.span, message, advice);
        }
        // An instance has no source that EC2 could tell.
        let deputy = *kind == PrincipalType::Service && text.value != "ec2.amazonaws.com";
        if deputy && !tests_key(statement, &SOURCES) {
            let message = format!(
                "{} may act for anybody who asks it to, in any account (the confused deputy)",
                text.value
            );
            let advice = "add conditions on aws:SourceAccount and aws:SourceArn";
            linter.find(Severity::Security, "confused-deputy", &text.span, message, advice);
        }
    }
}

fn pass_role(linter: &mut Linter<'_>, statement: &Statement) {
    let Some(passing) = action_that_matches(statement, "iam:passrole") else { return };
    let span = passing.span.clone();
    let named = passing.value.to_ascii_lowercase().starts_with("iam:");
    if !named {
        return; // `*` is told by itself.
    }
    if is_everything(statement.resource.as_ref()) {
        let message =
            "any role of the account may be passed, also one with more rights than the caller".to_owned();
        linter.find(Severity::Security, "pass-any-role", &span, message, "name the roles in `Resource`");
    }
    if !tests_key(statement, &["iam:passedtoservice"]) {
        let message = "the role may be passed to any service".to_owned();
        let advice = "add a condition StringEquals on iam:PassedToService";
        linter.find(Severity::Security, "pass-role-to-any-service", &span, message, advice);
    }
}

fn everything(linter: &mut Linter<'_>, statement: &Statement) {
    let all = action_that_matches(statement, "?:?").filter(|text| text.value == "*");
    let any_resource = is_everything(statement.resource.as_ref());
    if let Some(text) = all {
        let message = match any_resource {
            true => "every action on every resource".to_owned(),
            false => "every action of every service".to_owned(),
        };
        linter.find(
            Severity::Security,
            "every-action",
            &text.span,
            message,
            "name the actions that are needed",
        );
    }
    let negated = statement.action.as_ref().filter(|element| element.negated);
    if let Some(element) = negated {
        let message =
            "`NotAction` with `Allow` gives every other action, also those that AWS adds later".to_owned();
        linter.find(
            Severity::Security,
            "allow-not-action",
            &element.span,
            message,
            "name the actions that are needed",
        );
    }
    let Some(resource) = statement.resource.as_ref().filter(|_| any_resource && all.is_none()) else {
        return;
    };
    if linter.document.kind() != PolicyKind::KmsKey && can_be_limited(linter, statement) {
        let message = "every resource of these actions".to_owned();
        let advice = "name the resources, for the actions that can be limited to some";
        linter.find(Severity::Suggestion, "every-resource", &resource.span, message, advice);
    }
}

/// Whether one of the actions takes resources other than `*`.
fn can_be_limited(linter: &Linter<'_>, statement: &Statement) -> bool {
    let texts = statement.action.iter().filter(|element| !element.negated).flat_map(|element| &element.texts);
    texts.into_iter().any(|text| {
        let lower = text.value.to_ascii_lowercase();
        let Some((prefix, name)) = lower.split_once(':') else { return false };
        let facts = linter.facts.service(prefix);
        facts.is_some_and(|facts| facts.matching(name).any(|(_, action)| !action.resources.is_empty()))
    })
}

fn action_that_matches<'s>(statement: &'s Statement, lower: &str) -> Option<&'s Text> {
    let element = statement.action.as_ref().filter(|element| !element.negated)?;
    element.texts.iter().find(|text| Pattern::new(&text.value.to_ascii_lowercase()).matches(lower))
}

fn is_everything(resource: Option<&crate::document::ast::Patterns>) -> bool {
    resource.is_some_and(|element| !element.negated && element.texts.iter().any(|text| text.value == "*"))
}
