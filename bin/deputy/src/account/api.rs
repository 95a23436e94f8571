//! Calls of IAM by the name of the operation.
//!
//! Users, roles and groups have the same operations under their own names, so names are put together. An operation
//! that this build does not know is one that nobody can have used: there is nothing to read.

use client::Client;
use percent_encoding::percent_decode_str;
use serde_json::Value as Json;
use shape::{OperationModel, Value};

use crate::report::Problem;

/// Lists with more pages are given up: nobody reads so many one by one.
pub(super) const PAGES_MAX: usize = 1000;

/// The answer, members in lower camel case.
pub(super) async fn call(client: &Client, name: &str, input: &[(&str, &str)]) -> Result<Json, Problem> {
    let operation = find(name).ok_or_else(|| Problem::failed(format!("iam:{name} is not known")))?;
    send(client, operation, input).await
}

/// The members of a list, all pages of it.
pub(super) async fn pages(
    client: &Client,
    name: &str,
    input: &[(&str, &str)],
    list: &str,
) -> Result<Vec<Json>, Problem> {
    let Some(operation) = find(name) else { return Ok(Vec::new()) };
    let mut members = Vec::new();
    let mut marker: Option<String> = None;
    for _ in 0..PAGES_MAX {
        let mut input = input.to_vec();
        if let Some(marker) = &marker {
            input.push(("Marker", marker));
        }
        let page = send(client, operation, &input).await?;
        members.extend(page[list].as_array().into_iter().flatten().cloned());
        marker = page["marker"].as_str().map(str::to_owned);
        if marker.is_none() || page["isTruncated"] != true {
            return Ok(members);
        }
    }
    Err(Problem::failed(format!("iam:{name} has more than {PAGES_MAX} pages")))
}

/// A policy document as it was written: IAM answers with it percent-encoded.
pub(super) fn document(text: &str) -> String {
    if text.trim_start().starts_with('{') {
        return text.to_owned();
    }
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

fn find(name: &str) -> Option<&'static OperationModel> {
    api_iam::SERVICE.operations.iter().copied().find(|operation| operation.name == name)
}

async fn send(
    client: &Client,
    operation: &'static OperationModel,
    input: &[(&str, &str)],
) -> Result<Json, Problem> {
    let given = |name: &str| input.iter().find(|(member, _)| *member == name);
    let slots = operation
        .input
        .members()
        .iter()
        .map(|member| given(member.name).map(|(_, value)| Value::String((*value).to_owned())));
    let input = Value::Structure(slots.collect());
    let output = client.call_value(&api_iam::SERVICE, operation, &input).await?;
    Ok(shape::json::to_json(operation.output, &output))
}
