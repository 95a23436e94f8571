//! Values in audit records.

use shape::json::{to_json, to_json_revealed};
use shape::types::{BTreeMap, Bytes, Timestamp};
use shape::{
    Body, HIDDEN, IntoValue, ListRule, Location, MapRule, Member, Schema, Shape, TimestampFormat, Type,
    structure,
};

static TEXT: Schema = Schema::string("Text", None, None, None);
static TEXTS: Schema = Schema::new("Texts", Type::List(ListRule::of(&TEXT)));
static SECRET: Schema = Schema::string("Secret", None, None, None).sensitive();
static SECRETS: Schema = Schema::new("Secrets", Type::Map(MapRule::of(&TEXT, &SECRET)));
static SEALED: Schema = Schema::new("Sealed", Type::Map(MapRule::of(&SECRET, &TEXT)));
static AT: Schema = Schema::new("At", Type::Timestamp(TimestampFormat::Protocol));
static BLOB: Schema = Schema::new("Blob", Type::Blob);
static STREAM: Schema = Schema::new("Stream", Type::Stream);

structure! {
    Inner as INNER: sensitive {
        text: Option<String> = Member::new("Text", &TEXT),
    }
    Request as REQUEST {
        policy_document: Option<String> = Member::new("PolicyDocument", &TEXT),
        texts: Option<Vec<String>> = Member::new("Texts", &TEXTS),
        password: Option<String> = Member::new("Password", &SECRET),
        secrets: Option<BTreeMap<String, String>> = Member::new("Secrets", &SECRETS),
        sealed: Option<BTreeMap<String, String>> = Member::new("Sealed", &SEALED),
        at: Option<Timestamp> = Member::new("At", &AT),
        inner: Option<Inner> = Member::new("Inner", &INNER),
        blob: Option<Bytes> = Member::new("Blob", &BLOB),
        body: Option<Body> = Member::new("Body", &STREAM).at(Location::Payload),
    }
}

fn request() -> Request {
    Request {
        policy_document: Some("{}".to_owned()),
        texts: Some(vec!["a".to_owned()]),
        password: Some("pw".to_owned()),
        secrets: Some([("name".to_owned(), "pw".to_owned())].into()),
        sealed: Some([("pw".to_owned(), "pw".to_owned())].into()),
        at: Some(Timestamp::from_seconds(0)),
        inner: Some(Inner { text: Some("pw".to_owned()) }),
        blob: Some(Bytes::from_static(b"pw")),
        body: Some(Body::from(Bytes::from_static(b"pw"))),
    }
}

#[test]
fn a_record_hides_what_is_sensitive_and_leaves_out_bytes() {
    let expected = serde_json::json!({
        "policyDocument": "{}",
        "texts": ["a"],
        "password": HIDDEN,
        "secrets": { "name": HIDDEN },
        "sealed": HIDDEN,
        "at": "1970-01-01T00:00:00Z",
        "inner": HIDDEN,
    });
    assert_eq!(to_json(Request::schema(), &request().into_value()), expected);
}

#[test]
fn absent_members_are_left_out() {
    assert_eq!(to_json(Request::schema(), &Request::default().into_value()), serde_json::json!({}));
}

#[test]
fn nothing_sensitive_shows_in_debug_output() {
    let shown = format!("{:?}", request());
    assert!(!shown.contains("pw"), "{shown}");
}

#[test]
fn the_revealed_view_shows_everything_but_bytes() {
    let json = to_json_revealed(Request::schema(), &request().into_value());
    assert_eq!(json["password"], "pw");
    assert_eq!(json["inner"]["text"], "pw");
    assert_eq!(json.get("body"), None);
}
