//! Session policies: what limits a session beyond the policies of its holder.
//!
//! Source: "Session policies" and "IAM and AWS STS quotas" in the IAM user guide.

use api_sts::PolicyDescriptorType;
use api_sts::errors::{MALFORMED_POLICY_DOCUMENT, PACKED_POLICY_TOO_LARGE};
use kernel::{Cx, Fault};
use names::AccountId;
use policy::{Document, PolicyKind};

use crate::token::Token;

/// The plaintext limit of an inline session policy and the ARNs of managed ones together, in characters.
const PLAINTEXT_CHARACTERS_MAX: usize = 2048;
/// The managed policies of one session.
const POLICY_ARNS_MAX: usize = 10;
/// Room for session policies and tags together; `PackedPolicySize` is the share of it that is used.
const PACKED_BYTES_MAX: usize = 4096;

/// Accepts the session policies of a request, and gives the ARNs of the managed ones. Those must be the
/// account's own or policies of AWS.
pub(crate) fn accept(
    cx: &Cx,
    account: AccountId,
    inline: Option<&str>,
    managed: Option<&[PolicyDescriptorType]>,
) -> Result<Vec<String>, Fault> {
    let arns: Vec<String> =
        managed.iter().flat_map(|list| list.iter()).filter_map(|of| of.arn.clone()).collect();
    if arns.len() > POLICY_ARNS_MAX {
        return Err(too_long("policyArns", POLICY_ARNS_MAX));
    }
    let characters = |text: &str| text.chars().count();
    let inline_length = inline.map(characters).unwrap_or_default();
    if inline_length + arns.iter().map(|arn| characters(arn)).sum::<usize>() > PLAINTEXT_CHARACTERS_MAX {
        return Err(too_long("policy", PLAINTEXT_CHARACTERS_MAX));
    }
    for arn in &arns {
        if cx.managed_policy(account, arn)?.is_none() {
            let message = format!("The policy {arn} does not exist or is not attachable.");
            return Err(Fault::of(&MALFORMED_POLICY_DOCUMENT, message));
        }
    }
    match inline.map(|text| Document::parse(text, PolicyKind::Session)) {
        Some(Err(rejection)) => Err(Fault::of(&MALFORMED_POLICY_DOCUMENT, rejection.message)),
        _ => Ok(arns),
    }
}

fn too_long(member: &str, limit: usize) -> Fault {
    let message = format!(
        "1 validation error detected: Value at '{member}' failed to satisfy constraint: \
         Member must have length less than or equal to {limit}"
    );
    Fault::new("ValidationError", 400, message)
}

/// The share of the room for policies and tags that a session takes; absent when it has neither.
pub(crate) fn packed_percent(token: &Token) -> Result<Option<i32>, Fault> {
    let tags: usize = token.tags.iter().map(|(key, value)| key.len() + value.len() + 2).sum();
    let arns: usize = token.policy_arns.iter().map(|arn| arn.len() + 1).sum();
    let bytes = tags + arns + token.policy.as_ref().map_or(0, String::len);
    if bytes == 0 {
        return Ok(None);
    }
    let percent = (bytes * 100).div_ceil(PACKED_BYTES_MAX);
    if percent > 100 {
        let has_policy = token.policy.is_some() || !token.policy_arns.is_empty();
        let message = match has_policy {
            true => {
                format!("Packed policy consumes {percent}% of allotted space, please use smaller policy.")
            }
            false => format!("Packed size of session tags consumes {percent}% of allotted space."),
        };
        return Err(Fault::of(&PACKED_POLICY_TOO_LARGE, message));
    }
    Ok(i32::try_from(percent).ok())
}
