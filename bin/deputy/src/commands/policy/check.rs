//! `deputy policy check`: whether policies allow anything of a list.
//!
//! A policy that denies the list allows nothing of it. So the question is whether the policy as it is allows more than
//! the policy with one more statement that denies an entry, which is what `diff` answers.

use ::policy::{Difference, Document, Facts, PolicyKind, diff};
use serde_json::{Value, json};

use super::deny_list::{Entry, read};
use super::source::{Source, all};
use super::{diff::example, facts, form_of, sarif, show};
use crate::args::policy::Check;
use crate::report::{Exit, Problem, Report, screen_of};

/// What came of one entry for one policy.
struct Checked<'c> {
    source: &'c Source,
    entry: &'c Entry,
    difference: Difference,
}

pub(super) async fn run(args: &Check) -> Result<Report, Problem> {
    let facts = facts::load()?;
    let entries = read(&args.deny_list)?;
    let names: Vec<&str> = args.policies.iter().map(String::as_str).collect();
    let sources = all(&names, &args.how).await?;
    let mut checked = Vec::new();
    for source in &sources {
        let document = source.document()?;
        for entry in &entries {
            let difference = allowed(&document, source.kind, entry, &facts)?;
            checked.push(Checked { source, entry, difference });
        }
    }
    let screen = screen_of(&args.how.general, form_of(&args.how));
    let results = checked.iter().filter_map(result);
    Ok(Report {
        data: json!({ "policies": sources.iter().map(|source| json!({
            "policy": source.name,
            "kind": show::kind(source.kind),
            "entries": checked.iter().filter(|one| std::ptr::eq(one.source, source)).map(data).collect::<Vec<_>>(),
        })).collect::<Vec<_>>() }),
        table: sources
            .iter()
            .flat_map(|source| {
                let own = checked.iter().filter(|one| std::ptr::eq(one.source, source));
                show::checked(screen, &source.name, own.map(|one| (one.entry.shown(), &one.difference)))
            })
            .collect(),
        text: checked
            .iter()
            .map(|one| format!("{}\t{}\t{}", one.source.name, one.entry.shown(), answer(&one.difference)))
            .collect(),
        sarif: Some(sarif::report("deputy policy check", results.collect())),
        problem: problem(&checked),
        ..Report::default()
    })
}

/// The difference that denying the entry makes.
fn allowed(
    document: &Document,
    kind: PolicyKind,
    entry: &Entry,
    facts: &Facts,
) -> Result<Difference, Problem> {
    let without = denied(document.text(), kind, entry)?;
    Ok(diff(&without, document, facts))
}

/// The document with one more statement.
fn denied(text: &str, kind: PolicyKind, entry: &Entry) -> Result<Document, Problem> {
    let unreadable =
        |error: &dyn std::fmt::Display| Problem::failed(format!("the list cannot be applied: {error}"));
    let mut json: Value = serde_json::from_str(text).map_err(|error| unreadable(&error))?;
    let mut deny = json!({ "Effect": "Deny", "Action": entry.actions });
    // A trust policy is about its role and names no resource.
    if kind != PolicyKind::RoleTrust {
        deny["Resource"] = json!(entry.resources);
    }
    if kind.has_principal() {
        deny["Principal"] = "*".into();
    }
    let mut statements = match json["Statement"].take() {
        Value::Array(statements) => statements,
        one => vec![one],
    };
    statements.push(deny);
    json["Statement"] = statements.into();
    Document::read(&json.to_string(), kind).map_err(|error| unreadable(&error))
}

fn answer(difference: &Difference) -> &'static str {
    match difference {
        Difference::NoMore => "not allowed",
        Difference::More(_) => "allowed",
        Difference::Unknown { .. } => "unknown",
    }
}

fn data(one: &Checked<'_>) -> Value {
    json!({
        "actions": one.entry.actions,
        "resources": one.entry.resources,
        "result": answer(&one.difference),
        "example": example(&one.difference),
    })
}

fn result(one: &Checked<'_>) -> Option<Value> {
    let (level, message) = match &one.difference {
        Difference::NoMore => return None,
        Difference::More(example) => {
            ("error", format!("allows {}: {} on {}", one.entry.shown(), example.action, example.resource))
        }
        Difference::Unknown { .. } => ("warning", format!("may allow {}", one.entry.shown())),
    };
    Some(sarif::of_statement("denied-access", level, &one.source.name, &message))
}

fn problem(checked: &[Checked<'_>]) -> Option<Problem> {
    let first = |wanted: &str| checked.iter().find(|one| answer(&one.difference) == wanted);
    if let Some(one) = first("allowed") {
        let message = format!("{} allows {}, which is on the list", one.source.name, one.entry.shown());
        let hint = "narrow the statement that allows the example, or deny it";
        return Some(Problem::new(Exit::Unexpected, "AccessGranted", message).hint(hint));
    }
    let one = first("unknown")?;
    let message = format!(
        "whether {} allows {} could be neither shown nor excluded",
        one.source.name,
        one.entry.shown()
    );
    let hint = "compare it by eye, or write the statements without negation and variables";
    Some(Problem::new(Exit::Failed, "Unknown", message).hint(hint))
}
