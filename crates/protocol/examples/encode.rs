//! Reads sample outputs in the neutral form of the test vectors and prints them with their bytes, so that
//! another implementation can read those. See `tests/vectors/make.py`.

#[path = "../tests/support/mod.rs"]
mod support;

use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value as Json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut entries: Vec<Json> = serde_json::from_reader(std::io::stdin())?;
    entries.iter_mut().try_for_each(encode)?;
    std::io::stdout().write_all(serde_json::to_string(&entries)?.as_bytes())?;
    Ok(())
}

fn encode(entry: &mut Json) -> Result<(), Box<dyn std::error::Error>> {
    let service = support::service(entry["service"].as_str().unwrap_or_default());
    let operation = support::operation(service, entry["operation"].as_str().unwrap_or_default());
    let output = support::value(operation.output, &entry["params"]);
    let parts = protocol::encode_output(service, operation, &output, "request-1")?;
    entry["status"] = parts.status.into();
    let header = |(name, value): (&http::HeaderName, &http::HeaderValue)| {
        Some((name.to_string(), Json::from(value.to_str().ok()?)))
    };
    entry["headers"] = Json::Object(parts.headers.iter().filter_map(header).collect::<Map<_, _>>());
    let bytes = support::bytes_of(parts.body);
    match std::str::from_utf8(&bytes) {
        Ok(text) => entry["body"] = text.into(),
        Err(_) => entry["base64"] = STANDARD.encode(&bytes).into(),
    }
    Ok(())
}
