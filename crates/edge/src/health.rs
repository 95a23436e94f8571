//! `/_deputy/live` and `/_deputy/ready`: no credentials, no customer data. No bucket name begins with `_`.

use http::StatusCode;
use http::request::Parts;
use serde_json::json;

use crate::Edge;
use crate::answer::{Answer, plain};

/// The answer, where the path is one of ours.
pub(crate) fn answer(edge: &Edge, head: &Parts) -> Option<Answer> {
    let page = head.uri.path().strip_prefix("/_deputy/")?;
    if head.method != http::Method::GET && head.method != http::Method::HEAD {
        return Some(plain(StatusCode::METHOD_NOT_ALLOWED, &json!({ "error": "method not allowed" })));
    }
    Some(match page {
        "live" => plain(StatusCode::OK, &json!({ "live": true })),
        "ready" => ready(edge),
        _ => plain(StatusCode::NOT_FOUND, &json!({ "error": "no such page" })),
    })
}

/// Ready when the store answers.
fn ready(edge: &Edge) -> Answer {
    let store = edge.kernel.read(|snapshot| Ok(snapshot.get(b"_")?.is_some()));
    let (status, part) = match &store {
        Ok(_) => (StatusCode::OK, json!({ "name": "store", "ready": true })),
        Err(_) => {
            let reason = "the store does not answer";
            (StatusCode::SERVICE_UNAVAILABLE, json!({ "name": "store", "ready": false, "reason": reason }))
        }
    };
    plain(status, &json!({ "ready": store.is_ok(), "parts": [part] }))
}
