//! What a token must say, and what is taken from it.
//!
//! Source: "Create an OpenID Connect identity provider in IAM" and "Pass session tags in AWS STS" in the IAM user
//! guide.

use std::collections::BTreeMap;

use kernel::{Claim, Fault, Federated, OidcProvider, issuer_name};
use names::Timestamp;
use serde_json::Value;

use super::jwt::Claims;
use super::{known_issuers, wording};
use crate::federation::is_session_name;

/// Clocks differ by that much.
const SKEW_SECONDS: i64 = 300;
const TAGS: &str = "https://aws.amazon.com/tags";
const SOURCE_IDENTITY: &str = "https://aws.amazon.com/source_identity";

/// Accepts the claims of a token that the provider signed.
pub(super) fn accept(
    claims: &Claims,
    provider: &OidcProvider,
    arn: &str,
    now: Timestamp,
) -> Result<Federated, Fault> {
    let issuer = text(claims, "iss")?;
    let name = issuer_name(&issuer);
    if name != issuer_name(&provider.url) {
        return Err(wording::no_provider(&issuer));
    }
    in_time(claims, now)?;
    let (audience, original) = audience(claims, &provider.client_ids)?;
    let subject = text(claims, "sub")?;
    let mut keys = BTreeMap::new();
    let mut set = |key: &str, claim: Claim| keys.insert(format!("{name}:{key}"), claim);
    set("aud", Claim::One(audience.clone()));
    set("sub", Claim::One(subject.clone()));
    if let Some(original) = original {
        set("oaud", Claim::One(original));
    }
    for (key, value) in known_issuers::claims(&name, claims) {
        set(key, Claim::One(value));
    }
    let methods = texts(claims.get("amr"));
    if !methods.is_empty() {
        set("amr", Claim::Many(methods));
    }
    let source_identity = claims.get(SOURCE_IDENTITY).and_then(Value::as_str);
    if source_identity.is_some_and(|name| !is_session_name(name)) {
        return Err(wording::invalid(
            "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\"",
        ));
    }
    let (tags, transitive_tag_keys) = tags(claims);
    Ok(Federated {
        provider: arn.to_owned(),
        issuer,
        audience,
        subject,
        claims: keys,
        tags,
        transitive_tag_keys,
        source_identity: source_identity.map(str::to_owned),
        ..Federated::default()
    })
}

fn in_time(claims: &Claims, now: Timestamp) -> Result<(), Fault> {
    let expires = seconds(claims, "exp")?.ok_or_else(|| wording::missing_claim("exp"))?;
    let issued = seconds(claims, "iat")?.ok_or_else(|| wording::missing_claim("iat"))?;
    if now.seconds() >= expires {
        return Err(wording::expired(now, expires));
    }
    if issued > now.seconds().saturating_add(SKEW_SECONDS) {
        return Err(wording::invalid("The ID Token was issued in the future"));
    }
    let from = seconds(claims, "nbf")?;
    if from.is_some_and(|from| from > now.seconds().saturating_add(SKEW_SECONDS)) {
        return Err(wording::invalid("The ID Token is not valid yet"));
    }
    Ok(())
}

/// For whom the token is: the authorized party where one is named, else the audience. And in the first case,
/// the audience besides.
fn audience(claims: &Claims, client_ids: &[String]) -> Result<(String, Option<String>), Fault> {
    let audiences = texts(claims.get("aud"));
    let first = audiences.first().ok_or_else(|| wording::missing_claim("aud"))?;
    if let Some(party) = claims.get("azp") {
        // One that is no text is nobody.
        let ours = party.as_str().filter(|party| client_ids.iter().any(|id| id == party));
        let party = ours.ok_or_else(wording::wrong_audience)?;
        return Ok((party.to_owned(), Some(first.clone())));
    }
    let ours = audiences.iter().find(|audience| client_ids.contains(audience));
    ours.map(|audience| (audience.clone(), None)).ok_or_else(wording::wrong_audience)
}

/// Session tags, nested as in `{"principal_tags": {"Team": ["demand"]}, "transitive_tag_keys": ["Team"]}`, or
/// flattened to a claim for each, for providers that cannot nest.
fn tags(claims: &Claims) -> (BTreeMap<String, String>, Vec<String>) {
    let nested = |name: &str| claims.get(TAGS).and_then(|tags| tags.get(name));
    let flat_name = |name: &str| format!("{TAGS}/{name}");
    let prefix = flat_name("principal_tags/");
    let flat = claims.iter().filter_map(|(name, value)| Some((name.strip_prefix(&prefix)?, value)));
    let nested_tags = nested("principal_tags").and_then(Value::as_object).into_iter().flatten();
    let all = flat.chain(nested_tags.map(|(key, value)| (&**key, value)));
    let tag = |(key, value): (&str, &Value)| Some((key.to_owned(), texts(Some(value)).into_iter().next()?));
    let flat_keys = texts(claims.get(&flat_name("transitive_tag_keys")));
    let nested_keys = texts(nested("transitive_tag_keys"));
    (all.filter_map(tag).collect(), [flat_keys, nested_keys].concat())
}

fn text(claims: &Claims, name: &str) -> Result<String, Fault> {
    let found = claims.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    found.map(str::to_owned).ok_or_else(|| wording::missing_claim(name))
}

/// A text or a list of them.
fn texts(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

/// Seconds since the epoch: a whole number, as the API asks for.
fn seconds(claims: &Claims, name: &str) -> Result<Option<i64>, Fault> {
    let Some(value) = claims.get(name) else { return Ok(None) };
    let seconds = value.as_i64();
    seconds.map(Some).ok_or_else(|| wording::invalid(format!("The claim {name} is not an integer")))
}
