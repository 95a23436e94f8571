//! `deputy simulate`: what the gate would decide, with nothing stored and nothing done.
//!
//! The principal's policies, its boundary, trust policies and bucket policies are read through the public API with
//! the caller's own rights. What may not be read makes the simulation fail instead of guess.

mod steps;

use std::process::ExitCode;

use serde_json::{Value, json};

use crate::account::Account;
use crate::args::decisions::{Expected, Simulate};
use crate::connection::Connection;
use crate::explain::picture;
use crate::report::{Exit, Problem, Report, finish, screen};
use crate::simulation::besides::Besides;
use crate::simulation::{Outcome, Question};
use steps::Step;

pub(crate) async fn run(args: Simulate) -> ExitCode {
    finish("simulate", &args.general, simulate(&args).await)
}

async fn simulate(args: &Simulate) -> Result<Report, Problem> {
    let mut besides = Besides::read(&args.scp, &args.rcp, args.vpce.as_deref(), &args.grant)?;
    besides.restrict_public_buckets = args.restrict_public_buckets;
    let connection = Connection::open(&args.general)?;
    let mut account = Account::of(&connection.client).await?;
    let mut warnings = Vec::new();
    let steps = steps::plan(args, &connection, &mut account, &mut warnings).await?;
    let mut outcomes = Vec::new();
    for step in &steps {
        let outcome = ask(step, &besides)?;
        let allowed = outcome.allowed;
        outcomes.push((step, outcome));
        if !allowed {
            break;
        }
    }
    warnings.extend(missing(&outcomes));
    report(args, &outcomes, warnings)
}

fn ask(step: &Step, besides: &Besides) -> Result<Outcome, Problem> {
    let question = Question {
        caller: &step.caller,
        action: &step.action,
        target: &step.target,
        circumstances: &step.circumstances,
        besides,
        given: &step.given,
    };
    let mut outcome = question.decide()?;
    if step.is_sourced() {
        outcome.told.source.clone_from(step.source_arn());
    }
    Ok(outcome)
}

fn missing(outcomes: &[(&Step, Outcome)]) -> Option<String> {
    let mut keys: Vec<&str> =
        outcomes.iter().flat_map(|(_, outcome)| &outcome.missing_keys).map(String::as_str).collect();
    keys.sort_unstable();
    keys.dedup();
    let list = keys.join(", ");
    (!keys.is_empty())
        .then(|| format!("policies look at keys that have no value here; give them with --context: {list}"))
}

fn report(args: &Simulate, outcomes: &[(&Step, Outcome)], warnings: Vec<String>) -> Result<Report, Problem> {
    let (_, last) = outcomes.last().ok_or_else(|| Problem::failed("nothing was asked"))?;
    let screen = screen(&args.general);
    let mut table = Vec::new();
    for (step, outcome) in outcomes {
        if !table.is_empty() {
            table.push(String::new());
        }
        if outcomes.len() > 1 {
            table.push(format!("{}:", step.purpose));
        }
        table.extend(picture::plain(screen, &outcome.told));
    }
    let data = json!({
        "allowed": last.allowed,
        "decision": decision(last),
        "layer": last.json["layer"],
        "message": (!last.allowed).then_some(&last.told.message),
        "steps": outcomes.iter().map(|(step, outcome)| one(step, outcome)).collect::<Vec<_>>(),
    });
    let text = match last.json["layer"].as_str() {
        Some(layer) => format!("{}\t{layer}", decision(last)),
        None => decision(last).to_owned(),
    };
    Ok(Report {
        data,
        table,
        text: vec![text],
        warnings,
        problem: unexpected(args.expect, last),
        sarif: None,
    })
}

fn one(step: &Step, outcome: &Outcome) -> Value {
    json!({
        "purpose": step.purpose,
        "principal": outcome.told.principal,
        "action": step.action,
        "resource": step.target.resource,
        "resourceAccount": step.target.owner,
        "allowed": outcome.allowed,
        "decision": decision(outcome),
        "layer": outcome.json["layer"],
        "message": (!outcome.allowed).then_some(&outcome.told.message),
        "matched": outcome.json["matched"],
        "failed": outcome.json["failed"],
        "context": outcome.context,
        "missingContextKeys": outcome.missing_keys,
    })
}

fn decision(outcome: &Outcome) -> &'static str {
    match (outcome.allowed, outcome.told.explanation.explicit) {
        (true, _) => "allowed",
        (false, true) => "explicitDeny",
        (false, false) => "implicitDeny",
    }
}

fn unexpected(expect: Option<Expected>, outcome: &Outcome) -> Option<Problem> {
    let problem = |message: String, hint: &str| {
        Some(Problem::new(Exit::Unexpected, "ExpectationNotMet", message).hint(hint))
    };
    match (expect?, outcome.allowed) {
        (Expected::Allowed, false) => problem(
            format!("expected allowed, but: {}", outcome.told.message),
            "try a statement that allows it with --policy FILE, then attach it",
        ),
        (Expected::Denied, true) => problem(
            "expected denied, but it is allowed".to_owned(),
            "narrow the statement that allows it, which --output table names",
        ),
        _ => None,
    }
}
