//! What is wrong with a policy, or likely to be: faults that AWS refuses, and what it takes without a word.

mod conditions;
mod names;
mod placeholders;
mod reach;
mod resources;
mod security;

use std::ops::Range;

use serde::Serialize;

use crate::document::ast::Statement;
use crate::document::{Document, PolicyKind, Rejection, position::line_column};
use crate::facts::Facts;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// AWS refuses the document.
    Error,
    /// It gives more than is wise.
    Security,
    /// It does not do what it seems to.
    Warning,
    /// It could be better.
    Suggestion,
}

/// Something found in a policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// A short name for the rule.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What was found.
    pub message: String,
    /// What to do about it.
    pub advice: String,
    /// The line, from one.
    pub line: usize,
    /// The column, from one.
    pub column: usize,
    /// How many characters it takes up, on that line.
    pub length: usize,
}

/// Everything found in a text, in the order of the text.
pub fn lint(text: &str, kind: PolicyKind, facts: &Facts) -> Vec<Finding> {
    let document = match Document::parse(text, kind) {
        Ok(document) => document,
        Err(rejection) => return vec![refused(rejection)],
    };
    let mut linter = Linter { document: &document, facts, findings: Vec::new() };
    for statement in &document.statements {
        security::check(&mut linter, statement);
        names::check(&mut linter, statement);
        resources::check(&mut linter, statement);
        conditions::check(&mut linter, statement);
        placeholders::check(&mut linter, statement);
    }
    reach::check(&mut linter);
    let mut findings = linter.findings;
    findings
        .sort_by(|a, b| (a.line, a.column, a.severity, a.rule).cmp(&(b.line, b.column, b.severity, b.rule)));
    findings.dedup();
    findings
}

/// The first line of a hint says where and why; what follows shows the line.
fn refused(rejection: Rejection) -> Finding {
    let hint = rejection.hint.unwrap_or_default();
    let why = hint.lines().next().unwrap_or_default();
    let why = why.split_once(": ").map_or(why, |(_, why)| why);
    Finding {
        rule: "refused",
        severity: Severity::Error,
        message: rejection.message,
        advice: why.to_owned(),
        line: rejection.line,
        column: rejection.column,
        length: 1,
    }
}

/// The findings of one document.
struct Linter<'a> {
    document: &'a Document,
    facts: &'a Facts,
    findings: Vec<Finding>,
}

impl Linter<'_> {
    fn find(
        &mut self,
        severity: Severity,
        rule: &'static str,
        span: &Range<usize>,
        message: String,
        advice: &str,
    ) {
        let text = self.document.text();
        let (line, column) = line_column(text, span.start);
        let marked = text.get(span.clone()).unwrap_or_default();
        let length = marked.lines().next().unwrap_or_default().chars().count().max(1);
        let advice = advice.to_owned();
        self.findings.push(Finding { rule, severity, message, advice, line, column, length });
    }

    /// Whether the policy gives rights to whom it is attached, rather than limiting or naming somebody.
    fn gives(&self) -> bool {
        !matches!(self.document.kind(), PolicyKind::Scp | PolicyKind::Rcp | PolicyKind::Boundary)
    }
}

/// Whether a condition looks at one of these keys, given in lower case.
fn tests_key(statement: &Statement, keys: &[&str]) -> bool {
    statement.conditions.iter().any(|condition| {
        let key = condition.key.to_ascii_lowercase();
        keys.iter().any(|wanted| key == *wanted)
    })
}

/// The nearest of several names, if it is near enough to be meant.
pub fn nearest<'a>(wrong: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = wrong.to_ascii_lowercase();
    let most = (wrong.chars().count() / 4).clamp(1, 3);
    names
        .map(|name| (distance(&wrong, &name.to_ascii_lowercase(), most), name))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// Letters to change, insert, remove or swap with the next; anything beyond `most` is as good as any.
fn distance(a: &str, b: &str, most: usize) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > most {
        return most + 1;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let cell = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX - 1);
            let changed = cell(&above, j) + usize::from(x != y);
            let mut best = changed.min(cell(&above, j + 1) + 1).min(cell(&row, j) + 1);
            if i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x) {
                best = best.min(cell(&before, j - 1) + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or_default()
}
