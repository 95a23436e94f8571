//! `deputy who-can`: which principals may do something.
//!
//! Every user and role of the account is asked about, and whoever the policy of the resource names besides: services,
//! other accounts and their principals. Where only keys of the request are missing, the answer is "if".

mod named;

use std::process::ExitCode;

use serde_json::json;

use crate::account::Account;
use crate::args::decisions::WhoCan;
use crate::connection::Connection;
use crate::report::{Problem, Report, finish, screen};
use crate::screen::{Screen, Style};
use crate::simulation::besides::Besides;
use crate::simulation::caller::Caller;
use crate::simulation::target::Target;
use crate::simulation::{Circumstances, Given, Origin, Outcome, Question, Source};

/// No statement has more conditions that are worth telling.
const CONDITIONS_MAX: usize = 12;

pub(crate) async fn run(args: WhoCan) -> ExitCode {
    finish("who-can", &args.general, who_can(&args).await)
}

/// A principal that may.
#[derive(Debug)]
struct Found {
    principal: String,
    kind: &'static str,
    /// What the request must bring with it: operator, key and values.
    conditions: Vec<(String, String, Vec<String>)>,
    /// The policies that allow it.
    by: Vec<String>,
}

async fn who_can(args: &WhoCan) -> Result<Report, Problem> {
    let connection = Connection::open(&args.general)?;
    let mut account = Account::of(&connection.client).await?;
    let mut warnings = Vec::new();
    let target =
        Target::find(&connection.client, &mut account, &args.action, &args.resource, None, &mut warnings)
            .await?;
    let here = Circumstances::of(&connection);

    let mut found = Vec::new();
    for candidate in named::candidates(&mut account, &target).await? {
        found.extend(ask(&args.action, &target, &here, candidate)?);
    }
    Ok(report(args, &found, warnings))
}

/// Whether the candidate may. Keys that the request lacks are given what the nearest statement wants, one after the
/// other, until it is allowed or something else is in the way.
fn ask(
    action: &str,
    target: &Target,
    here: &Circumstances,
    candidate: named::Candidate,
) -> Result<Option<Found>, Problem> {
    let circumstances = match &candidate.caller.principal {
        policy::Principal::Service { name } => {
            here.with(Origin::Service { name: name.clone(), source: Source::default() })
        }
        _ => here.clone(),
    };
    let besides = Besides::default();
    let mut given: Given = Vec::new();
    let mut conditions = Vec::new();
    loop {
        let question = Question {
            caller: &candidate.caller,
            action,
            target,
            circumstances: &circumstances,
            besides: &besides,
            given: &given,
        };
        let outcome = question.decide()?;
        if outcome.allowed {
            let by = allowing(&outcome);
            return Ok(Some(Found { principal: candidate.shown, kind: candidate.kind, conditions, by }));
        }
        let Some((operator, key, wants)) = lacking(&outcome).filter(|_| conditions.len() < CONDITIONS_MAX)
        else {
            return Ok(None);
        };
        if given.iter().any(|(name, _)| *name == key) {
            return Ok(None);
        }
        given.push((key.clone(), policy::Value::Single(example(&wants).into())));
        conditions.push((operator, key, wants));
    }
}

fn allowing(outcome: &Outcome) -> Vec<String> {
    let matched = outcome.told.explanation.matched.iter().filter(|statement| !statement.denies);
    let mut by: Vec<String> = matched.map(|at| format!("{}, {}", at.policy, at.name)).collect();
    by.dedup();
    by
}

/// The condition on a key that the request lacks, where that is what keeps the nearest statement from allowing.
fn lacking(outcome: &Outcome) -> Option<(String, String, Vec<String>)> {
    let nearest = outcome.told.explanation.nearest().filter(|_| !outcome.told.explanation.explicit)?;
    let (operator, key) = nearest.condition.clone().filter(|_| nearest.got.is_empty())?;
    Some((operator, key, nearest.wants.clone()))
}

/// A value that satisfies most operators: patterns match themselves, and an address range its first address.
fn example(wants: &[String]) -> String {
    let first = wants.first().map(String::as_str).unwrap_or_default();
    match first.split_once('/') {
        Some((address, _)) if address.parse::<std::net::IpAddr>().is_ok() => address.to_owned(),
        _ => first.to_owned(),
    }
}

fn report(args: &WhoCan, found: &[Found], warnings: Vec<String>) -> Report {
    let principals: Vec<_> = found
        .iter()
        .map(|found| {
            let conditions = found
                .conditions
                .iter()
                .map(|(operator, key, values)| json!({ "operator": operator, "key": key, "values": values }));
            json!({
                "principal": found.principal,
                "kind": found.kind,
                "access": if found.conditions.is_empty() { "allowed" } else { "conditional" },
                "conditions": conditions.collect::<Vec<_>>(),
                "by": found.by,
            })
        })
        .collect();
    Report {
        data: json!({ "action": args.action, "resource": args.resource, "principals": principals }),
        table: table(screen(&args.general), found),
        text: found.iter().map(|found| found.principal.clone()).collect(),
        warnings,
        problem: None,
        sarif: None,
    }
}

fn table(screen: Screen, found: &[Found]) -> Vec<String> {
    if found.is_empty() {
        return vec!["nobody".to_owned()];
    }
    let short = |found: &Found| match found.kind {
        "user" | "role" => found.principal.splitn(6, ':').nth(5).unwrap_or_default().to_owned(),
        _ => found.principal.clone(),
    };
    let width = found.iter().map(|found| short(found).chars().count()).max().unwrap_or_default();
    let mut lines = Vec::new();
    for principal in found {
        let word = if principal.conditions.is_empty() { "allowed" } else { "allowed if" };
        let by = if principal.by.is_empty() { "needs no policy".to_owned() } else { principal.by.join("; ") };
        lines.push(format!(
            "{:<width$}  {:<8}  {}  {}",
            short(principal),
            principal.kind,
            screen.paint(Style::Good, &format!("{word:<10}")),
            screen.paint(Style::Faint, &by),
        ));
        for (operator, key, values) in &principal.conditions {
            lines.push(format!("{:<width$}            {operator} {key} {}", "", values.join(", ")));
        }
    }
    lines
}
