//! The proof that nothing more is allowed.
//!
//! Whatever the new policy allows is matched by one of its statements. If each of these lies within what some
//! statement of the old policy allows, and every old deny either cannot concern it or is still there, then the old
//! policy allowed it too.

use crate::document::ast::{Patterns, Statement};
use crate::document::{Document, Effect};
use crate::extent::Extent;

/// The first statement of `after` for which the proof fails.
pub(super) fn unproved(before: &Document, after: &Document) -> Option<usize> {
    // The same text may mean two things in two versions of the language.
    let differ = before.version() != after.version();
    if differ && (before.text().contains("${") || after.text().contains("${")) {
        return Some(0);
    }
    after.statements.iter().position(|statement| {
        statement.effect == Effect::Allow
            && !is_shadowed(statement, after)
            && !(is_within(statement, before) && denies_remain(statement, before, after))
    })
}

fn is_shadowed(statement: &Statement, document: &Document) -> bool {
    let extent = Extent::of(statement);
    of(document, Effect::Deny).any(|deny| deny.conditions.is_empty() && Extent::of(deny).covers(&extent))
}

fn is_within(statement: &Statement, before: &Document) -> bool {
    let extent = Extent::of(statement);
    if of(before, Effect::Allow).any(|allow| Extent::of(allow).covers(&extent)) {
        return true;
    }
    let (Some(actions), None) = (named(statement.action.as_ref()), &statement.principal) else {
        return false;
    };
    let Some(resources) = named(statement.resource.as_ref()) else { return false };
    actions.iter().all(|action| {
        resources.iter().all(|resource| {
            of(before, Effect::Allow).any(|allow| {
                Extent::of(allow).covers_pair(&action.value, Some(&resource.value), &statement.conditions)
            })
        })
    })
}

fn denies_remain(statement: &Statement, before: &Document, after: &Document) -> bool {
    let extent = Extent::of(statement);
    of(before, Effect::Deny).all(|deny| {
        let old = Extent::of(deny);
        old.is_apart_from(&extent) || of(after, Effect::Deny).any(|deny| Extent::of(deny).covers(&old))
    })
}

fn named(element: Option<&Patterns>) -> Option<&[crate::document::ast::Text]> {
    element.filter(|element| !element.negated).map(|element| &*element.texts)
}

fn of(document: &Document, effect: Effect) -> impl Iterator<Item = &Statement> {
    document.statements.iter().filter(move |statement| statement.effect == effect)
}
