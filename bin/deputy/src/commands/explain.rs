//! `deputy explain`: why something was refused.

mod candidates;

use std::io::Read;
use std::process::ExitCode;

use api_sts::{DecodeAuthorizationMessage, DecodeAuthorizationMessageRequest};
use client::Client;
use serde_json::Value;

use crate::args::decisions::Explain;
use crate::connection::Connection;
use crate::explain::fix::Fix;
use crate::explain::{Refused, picture, tree};
use crate::report::{Exit, Problem, Report, finish, screen};

/// No error text is longer.
const TEXT_BYTES_MAX: u64 = 1 << 20;

pub(crate) async fn run(args: Explain) -> ExitCode {
    finish("explain", &args.general, explain(&args).await)
}

async fn explain(args: &Explain) -> Result<Report, Problem> {
    let text = read(args)?;
    let connection = Connection::open(&args.general)?;
    let decoded = decode(&connection.client, &text).await?;
    let refused = Refused::decoded(&decoded).map_err(|error| Problem::failed(error.to_string()))?;
    let mut data: Value =
        serde_json::from_str(&decoded).map_err(|error| Problem::failed(error.to_string()))?;

    let screen = screen(&args.general);
    let mut lines = picture::plain(screen, &refused);
    if args.tree {
        lines.push(String::new());
        lines.extend(tree::lines(screen, &refused.explanation));
    }
    if args.fix {
        let fix = Fix::of(&refused);
        lines.push(String::new());
        lines.extend(fix.lines(screen));
        data["fix"] = fix.json();
    } else {
        let short = if refused.request_id.is_empty() { "…" } else { &refused.request_id };
        lines.push(String::new());
        lines.push(format!("try     deputy explain {short} --fix"));
    }
    Ok(Report { data, text: lines.clone(), table: lines, warnings: Vec::new(), problem: None, sarif: None })
}

fn read(args: &Explain) -> Result<String, Problem> {
    if args.refusal != ["-"] {
        return Ok(args.refusal.join(" "));
    }
    let mut text = String::new();
    let read = std::io::stdin().lock().take(TEXT_BYTES_MAX).read_to_string(&mut text);
    read.map_err(|error| Problem::failed(format!("standard input: {error}")))?;
    Ok(text)
}

/// What the server tells of the first thing in the text that it knows.
async fn decode(client: &Client, text: &str) -> Result<String, Problem> {
    for encoded_message in candidates::of(text) {
        let request = DecodeAuthorizationMessageRequest { encoded_message };
        match client.call::<DecodeAuthorizationMessage>(request).await {
            Ok(answer) => return Ok(answer.decoded_message.unwrap_or_default()),
            Err(error) => match error.refusal() {
                Some(refusal) if refusal.code == "InvalidAuthorizationMessageException" => {}
                Some(refusal) if refusal.code.starts_with("AccessDenied") => {
                    return Err(Problem::from(error)
                        .hint("details of a refusal are themselves a permission: sts:DecodeAuthorizationMessage on *"));
                }
                _ => return Err(error.into()),
            },
        }
    }
    Err(Problem::new(Exit::Failed, "NotFound", "this account has no refusal by that id, message or text").hint(
        "give the request id of the answer, or the whole error text; refusals belong to the account that asked",
    ))
}
