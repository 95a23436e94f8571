//! `deputy policy diff`

use ::policy::{Difference, Example, diff};
use serde_json::{Value, json};

use super::source::all;
use super::{facts, sarif, show};
use crate::args::policy::Diff;
use crate::report::{Exit, Problem, Report};

pub(super) async fn run(args: &Diff) -> Result<Report, Problem> {
    let mut sources = all(&[&args.before, &args.after], &args.how).await?.into_iter();
    let (Some(before), Some(after)) = (sources.next(), sources.next()) else {
        return Err(Problem::usage("a difference is one of two policies"));
    };
    // One of them tells more surely what both are.
    let after = after.of_kind(before.kind);
    let difference = diff(&before.document()?, &after.document()?, &facts::load()?);
    let (table, problem) = told(&difference, &after.name);
    let results = problem.iter().map(|problem| {
        let level = if problem.exit == Exit::Unexpected { "warning" } else { "note" };
        sarif::of_statement("allows-more", level, &after.name, &table.join("; "))
    });
    Ok(Report {
        data: json!({
            "before": before.name,
            "after": after.name,
            "kind": show::kind(before.kind),
            "allowsMore": answer(&difference),
            "example": example(&difference),
            "unjudgedStatement": unjudged(&difference),
        }),
        text: vec![text(&difference)],
        sarif: Some(sarif::report("deputy policy diff", results.collect())),
        table,
        problem,
        ..Report::default()
    })
}

/// The answer for people, and what keeps it from being the hoped-for one.
fn told(difference: &Difference, after: &str) -> (Vec<String>, Option<Problem>) {
    let problem = match difference {
        Difference::NoMore => None,
        Difference::More(_) => {
            let message = format!("{after} allows what the other policy did not");
            let hint = "narrow the statement that allows the example, or accept it";
            Some(Problem::new(Exit::Unexpected, "AllowsMore", message).hint(hint))
        }
        Difference::Unknown { statement } => {
            let what = statement.map(|number| format!("statement {} of ", number + 1)).unwrap_or_default();
            let message =
                format!("{what}{after} could be shown neither to allow more nor to allow nothing more");
            let hint = "compare it by eye, or write it as the other policy does";
            Some(Problem::new(Exit::Failed, "Unknown", message).hint(hint))
        }
    };
    (show::difference(difference), problem)
}

fn answer(difference: &Difference) -> &'static str {
    match difference {
        Difference::NoMore => "no",
        Difference::More(_) => "yes",
        Difference::Unknown { .. } => "unknown",
    }
}

/// The request in the form that `deputy eval` takes.
pub(super) fn example(difference: &Difference) -> Option<Value> {
    let Difference::More(example) = difference else { return None };
    let context = example.context.iter().map(|(key, values)| match values.as_slice() {
        [one] if !Example::is_multivalued(key) => (key.clone(), json!(one)),
        many => (key.clone(), json!(many)),
    });
    Some(json!({
        "principal": example.principal,
        "action": example.action,
        "resource": example.resource,
        "resourceAccount": example.resource_account,
        "context": context.collect::<serde_json::Map<_, _>>(),
    }))
}

/// The statement of the new policy that could not be judged, counted from one.
fn unjudged(difference: &Difference) -> Option<usize> {
    match difference {
        Difference::Unknown { statement } => statement.map(|number| number + 1),
        _ => None,
    }
}

fn text(difference: &Difference) -> String {
    match difference {
        Difference::More(example) => {
            format!("yes\t{}\t{}\t{}", example.principal, example.action, example.resource)
        }
        other => answer(other).to_owned(),
    }
}
