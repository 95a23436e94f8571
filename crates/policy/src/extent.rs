//! What a statement is about, compared with what another is about. Answers are certain or withheld.

use crate::arn;
use crate::document::ast::{ConditionText, Patterns, PrincipalType, Principals, Statement};
use crate::overlap::{covers, intersect};

/// A statement without its effect.
pub(crate) struct Extent<'a> {
    statement: &'a Statement,
}

impl<'a> Extent<'a> {
    pub(crate) fn of(statement: &'a Statement) -> Extent<'a> {
        Extent { statement }
    }

    /// Whether every request that `inner` matches is matched by this one as well.
    pub(crate) fn covers(&self, inner: &Extent<'_>) -> bool {
        let (outer, inner) = (self.statement, inner.statement);
        patterns_cover(outer.action.as_ref(), inner.action.as_ref(), lower)
            && patterns_cover(outer.resource.as_ref(), inner.resource.as_ref(), completed)
            && principals_cover(outer.principal.as_ref(), inner.principal.as_ref())
            && conditions_cover(&outer.conditions, &inner.conditions)
    }

    /// Whether no request matches both.
    pub(crate) fn is_apart_from(&self, other: &Extent<'_>) -> bool {
        apart(self.statement.action.as_ref(), other.statement.action.as_ref(), lower)
            || apart(self.statement.resource.as_ref(), other.statement.resource.as_ref(), completed)
    }

    /// Whether the statement covers one pair of patterns under given conditions.
    pub(crate) fn covers_pair(
        &self,
        action: &str,
        resource: Option<&str>,
        conditions: &[ConditionText],
    ) -> bool {
        one_covers(self.statement.action.as_ref(), Some(action), lower)
            && one_covers(self.statement.resource.as_ref(), resource, completed)
            && conditions_cover(&self.statement.conditions, conditions)
    }
}

fn one_covers(outer: Option<&Patterns>, inner: Option<&str>, form: fn(&str) -> String) -> bool {
    match (outer, inner) {
        (None, _) => true,
        (Some(outer), None) => !outer.negated && outer.texts.iter().any(|text| text.value == "*"),
        (Some(outer), Some(inner)) if outer.negated => {
            outer.texts.iter().all(|text| !intersect(&open_form(&text.value, form), &open_form(inner, form)))
        }
        (Some(outer), Some(inner)) => outer.texts.iter().any(|text| covers_text(&text.value, inner, form)),
    }
}

/// The request resource `*` is matched by `"*"` alone, which no other pattern covers.
fn covers_text(outer: &str, inner: &str, form: fn(&str) -> String) -> bool {
    if outer == "*" || outer == inner {
        return true;
    }
    // A variable may stand for anything: only the same text or `*` is certain.
    inner != "*" && !outer.contains("${") && !inner.contains("${") && covers(&form(outer), &form(inner))
}

fn patterns_cover(outer: Option<&Patterns>, inner: Option<&Patterns>, form: fn(&str) -> String) -> bool {
    let Some(inner) = inner else { return one_covers(outer, None, form) };
    if !inner.negated {
        return inner.texts.iter().all(|text| one_covers(outer, Some(&text.value), form));
    }
    match outer {
        None => true,
        // Everything but some is within everything but fewer.
        Some(outer) if outer.negated => outer
            .texts
            .iter()
            .all(|excepted| inner.texts.iter().any(|text| covers_text(&text.value, &excepted.value, form))),
        Some(outer) => outer.texts.iter().any(|text| text.value == "*"),
    }
}

fn apart(a: Option<&Patterns>, b: Option<&Patterns>, form: fn(&str) -> String) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return false };
    match (a.negated, b.negated) {
        (true, true) => return false,
        // What one excepts as a whole is nothing to it.
        (true, false) => return excepts(a, b, form),
        (false, true) => return excepts(b, a, form),
        (false, false) => {}
    }
    let open = |text: &str| open_form(text, form);
    a.texts.iter().all(|x| b.texts.iter().all(|y| !intersect(&open(&x.value), &open(&y.value))))
}

fn excepts(all_but: &Patterns, inner: &Patterns, form: fn(&str) -> String) -> bool {
    inner
        .texts
        .iter()
        .all(|text| all_but.texts.iter().any(|excepted| covers_text(&excepted.value, &text.value, form)))
}

/// A pattern with variables opened to anything.
fn open_form(text: &str, form: fn(&str) -> String) -> String {
    let mut pattern = String::new();
    let whole = form(text);
    let mut rest = whole.as_str();
    while let Some((before, after)) = rest.split_once("${") {
        pattern.push_str(before);
        pattern.push('*');
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    pattern + rest
}

fn principals_cover(outer: Option<&Principals>, inner: Option<&Principals>) -> bool {
    match (outer, inner) {
        (None, None) => true,
        (Some(outer), Some(inner)) if !outer.negated && !inner.negated => {
            inner.entries.iter().all(|(kind, text)| {
                outer.entries.iter().any(|(of, other)| {
                    let everyone =
                        *of == PrincipalType::Everyone || (*of == PrincipalType::Aws && other.value == "*");
                    everyone || (of == kind && other.value == text.value)
                })
            })
        }
        _ => false,
    }
}

/// Whether whatever meets the inner conditions meets the outer ones: each of these is among those, with no fewer values.
fn conditions_cover(outer: &[ConditionText], inner: &[ConditionText]) -> bool {
    outer.iter().all(|condition| {
        inner.iter().any(|other| {
            let same = condition.operator == other.operator && condition.key.eq_ignore_ascii_case(&other.key);
            let has =
                |value: &str, values: &[crate::document::ast::Text]| values.iter().any(|v| v.value == value);
            let negated = condition.operator.contains("Not");
            let (few, many) =
                if negated { (&condition.values, &other.values) } else { (&other.values, &condition.values) };
            same && few.iter().all(|value| has(&value.value, many))
                && condition.values.is_empty() == other.values.is_empty()
        })
    })
}

fn lower(text: &str) -> String {
    text.to_ascii_lowercase()
}

fn completed(text: &str) -> String {
    arn::completed(text).into_owned()
}
