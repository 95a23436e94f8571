//! Statements that change nothing: a deny takes all they give, or another says the same.

use super::{Linter, Severity};
use crate::document::Effect;
use crate::document::ast::Statement;
use crate::extent::Extent;

pub(super) fn check(linter: &mut Linter<'_>) {
    let statements = &linter.document.statements;
    for (number, statement) in statements.iter().enumerate() {
        let own = Extent::of(statement);
        let others = || statements.iter().enumerate().filter(move |(other, _)| *other != number);
        if statement.effect == Effect::Allow
            && let Some((deny, _)) = others().find(|(_, other)| takes(other, &own))
        {
            let message = format!("statement {} denies all that this one allows", deny + 1);
            linter.find(Severity::Warning, "shadowed", &statement.span, message, "remove one of them");
            continue;
        }
        let same = |(other, text): &(usize, &Statement)| {
            // Of two that say the same, the later one is superfluous.
            text.effect == statement.effect
                && Extent::of(text).covers(&own)
                && (*other < number || !own.covers(&Extent::of(text)))
        };
        if let Some((other, _)) = others().find(same) {
            let message = format!("statement {} already says all that this one says", other + 1);
            linter.find(Severity::Suggestion, "superfluous", &statement.span, message, "remove it");
        }
    }
}

/// Whether a statement denies everything of an extent, whatever the circumstances.
fn takes(other: &Statement, extent: &Extent<'_>) -> bool {
    other.effect == Effect::Deny && other.conditions.is_empty() && Extent::of(other).covers(extent)
}
