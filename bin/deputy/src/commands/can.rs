//! `deputy can`: all that a principal may, as one policy.
//!
//! The policy says what the principal's own policies say together, within its boundary. Policies of resources may let
//! it in besides, which `deputy who-can` tells for each resource.

mod glob;
mod merged;
mod statement;

use std::process::ExitCode;

use serde_json::json;

use crate::account::{Account, Holder};
use crate::args::decisions::Can;
use crate::connection::Connection;
use crate::report::{Problem, Report, finish, screen};
use crate::screen::{Screen, Style};
use merged::Merged;
use statement::{Patterns, Statement};

pub(crate) async fn run(args: Can) -> ExitCode {
    finish("can", &args.general, can(&args).await)
}

async fn can(args: &Can) -> Result<Report, Problem> {
    let connection = Connection::open(&args.general)?;
    let mut account = Account::of(&connection.client).await?;
    let holder = find(&args.principal, &mut account).await?;
    let identity: Vec<&str> = holder.policies.iter().map(|policy| policy.document.as_str()).collect();
    let boundary = holder.boundary.as_ref();
    let merged = Merged::of(&identity, boundary.map(|policy| policy.document.as_str()));

    let mut warnings = Vec::new();
    if !merged.is_exact {
        warnings.push(
            "the boundary limits more than one policy can say, so the policy shown allows too much; ask `deputy simulate`"
                .to_owned(),
        );
    }
    let document = merged.json();
    let text = serde_json::to_string_pretty(&document).map_err(|error| Problem::failed(error.to_string()))?;
    let data = json!({
        "principal": holder.arn,
        "policies": holder.policies.iter().map(|policy| policy.arn.as_ref().unwrap_or(&policy.name)).collect::<Vec<_>>(),
        "boundary": boundary.map(|policy| policy.arn.as_ref().unwrap_or(&policy.name)),
        "exact": merged.is_exact,
        "policy": document,
    });
    let table = table(screen(&args.general), &holder, &merged);
    Ok(Report { data, table, text: vec![text], warnings, problem: None, sarif: None })
}

async fn find(text: &str, account: &mut Account<'_>) -> Result<Holder, Problem> {
    let unknown = || {
        Problem::usage(format!("`{text}` is no user or role of this account"))
            .hint("the ARN of a user, role or session, user/NAME or role/NAME")
    };
    let resource = match text.strip_prefix("arn:") {
        Some(_) if text.split(':').nth(4) != Some(&account.id) => return Err(unknown()),
        Some(_) => text.splitn(6, ':').nth(5).unwrap_or_default(),
        None => text,
    };
    let (kind, rest) = resource.split_once('/').ok_or_else(unknown)?;
    let last = rest.rsplit('/').next().unwrap_or_default();
    match kind {
        "user" => account.user(last).await,
        "role" => account.role(last).await,
        "assumed-role" => account.role(rest.split('/').next().unwrap_or_default()).await,
        _ => Err(unknown()),
    }
}

fn table(screen: Screen, holder: &Holder, merged: &Merged) -> Vec<String> {
    let mut lines = vec![screen.paint(Style::Strong, &holder.arn)];
    for policy in &holder.policies {
        lines.push(format!("  has     {}", policy.arn.as_ref().unwrap_or(&policy.name)));
    }
    if let Some(boundary) = &holder.boundary {
        lines.push(format!("  within  {}", boundary.arn.as_ref().unwrap_or(&boundary.name)));
    }
    if merged.allows.is_empty() {
        lines.push("  may     nothing by its own policies".to_owned());
    }
    for statement in &merged.allows {
        lines.extend(lines_of(&screen.paint(Style::Good, "may    "), statement));
    }
    for statement in &merged.denies {
        lines.extend(lines_of(&screen.paint(Style::Bad, "never  "), statement));
    }
    lines
}

fn lines_of(label: &str, statement: &Statement) -> Vec<String> {
    let mut lines = vec![
        format!("  {label} {}", shown(&statement.actions)),
        format!("       on {}", shown(&statement.resources)),
    ];
    for (operator, keys) in &statement.condition {
        for (key, values) in keys.as_object().into_iter().flatten() {
            lines.push(format!("       if {operator} {key} {values}"));
        }
    }
    lines
}

fn shown(patterns: &Patterns) -> String {
    let list = patterns.texts.join(", ");
    if patterns.negated { format!("all but {list}") } else { list }
}
