//! awsJson 1.1, byte for byte.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/models.rs"]
mod models;
mod support;

use http::{HeaderMap, Method};
use models::{JSON, PLAIN, SILENT, THING};
use protocol::{
    DecodeError, HttpBody, RequestHead, decode_input, decode_output, encode_input, encode_output,
};
use serde_json::{Value as Json, json};
use shape::Value;
use support::{neutral, text_of, value};

fn read(body: &[u8]) -> Result<Value, DecodeError> {
    let headers = HeaderMap::new();
    let head = RequestHead {
        method: &Method::POST,
        path: "/",
        query: "",
        host: "localhost",
        headers: &headers,
        signing_service: None,
    };
    decode_input(&JSON, &PLAIN, &head, &Default::default(), HttpBody::Bytes(body.to_vec().into()))
}

#[track_caller]
fn reads(body: &str, expect: Json) {
    assert_eq!(neutral(&THING, &read(body.as_bytes()).unwrap()), expect, "{body}");
}

#[track_caller]
fn refuses(body: &str, message: &str) {
    let error = read(body.as_bytes()).unwrap_err();
    assert_eq!(
        (error.code, error.status, &*error.message),
        ("SerializationException", 400, message),
        "{body}"
    );
}

#[track_caller]
fn writes(given: Json, expect: &str) {
    let parts = encode_output(&JSON, &PLAIN, &value(&THING, &given), "request-1").unwrap();
    assert_eq!(text_of(parts.body), expect);
}

#[test]
fn members_are_read_by_their_wire_names() {
    reads(
        r#"{"Text":"a","Within":{"Text":"b"},"Inner":{"Text":"c"}}"#,
        json!({"Text": "a", "Inner": {"Text": "b"}}),
    );
    reads(r#"{"Texts":["a","b"],"Pairs":{"k":"v"}}"#, json!({"Texts": ["a", "b"], "Pairs": {"k": "v"}}));
    reads("{}", json!({}));
    reads("", json!({}));
    reads(" \n ", json!({}));
}

#[test]
fn null_is_absent_and_the_unknown_ignored() {
    reads(r#"{"Text":null,"Unheard":{"of":[1,{}]},"__type":"x"}"#, json!({}));
    reads(r#"{"Pairs":{"a":null,"b":"c"}}"#, json!({"Pairs": {"b": "c"}}));
    reads(r#"{"text":"names are case sensitive"}"#, json!({}));
}

#[test]
fn of_equal_keys_the_last_wins() {
    reads(r#"{"Text":"a","Text":"b"}"#, json!({"Text": "b"}));
}

#[test]
fn integers_may_be_written_as_floats_if_they_are_whole() {
    reads(r#"{"Small":3.0,"Large":3e2}"#, json!({"Small": 3, "Large": 300}));
    reads(r#"{"Large":9223372036854775807}"#, json!({"Large": i64::MAX}));
    reads(r#"{"Large":-9223372036854775808}"#, json!({"Large": i64::MIN}));
    refuses(r#"{"Small":3.5}"#, "NUMBER_VALUE can not be converted to an Integer");
    refuses(r#"{"Small":2147483648}"#, "NUMBER_VALUE can not be converted to an Integer");
    refuses(r#"{"Large":9223372036854775808}"#, "NUMBER_VALUE can not be converted to a Long");
    refuses(r#"{"Large":1e30}"#, "NUMBER_VALUE can not be converted to a Long");
}

#[test]
fn floats_know_three_names() {
    reads(r#"{"Wide":1,"Narrow":0.5}"#, json!({"Wide": 1.0, "Narrow": 0.5}));
    assert_eq!(read(br#"{"Wide":"Infinity"}"#).unwrap().slot(5), Some(&Value::Float(f64::INFINITY)));
    assert_eq!(read(br#"{"Wide":"-Infinity"}"#).unwrap().slot(5), Some(&Value::Float(f64::NEG_INFINITY)));
    assert!(matches!(read(br#"{"Wide":"NaN"}"#).unwrap().slot(5), Some(Value::Float(it)) if it.is_nan()));
    refuses(r#"{"Wide":"1.5"}"#, "STRING_VALUE can not be converted to a Double");
    refuses(r#"{"Wide":1e999}"#, "The request body is not valid JSON");
}

#[test]
fn instants_are_seconds_with_milliseconds() {
    reads(r#"{"Instant":1764054489}"#, json!({"Instant": 1_764_054_489_000_i64}));
    reads(r#"{"Instant":1764054489.0456}"#, json!({"Instant": 1_764_054_489_046_i64}));
    reads(r#"{"Instant":1.764054489045E9}"#, json!({"Instant": 1_764_054_489_045_i64}));
    reads(r#"{"Instant":-1.5}"#, json!({"Instant": -1500}));
    reads(r#"{"Iso":"2025-11-25T07:08:09.045Z"}"#, json!({"Iso": 1_764_054_489_045_i64}));
    refuses(
        r#"{"Instant":"2025-11-25T07:08:09Z"}"#,
        "STRING_VALUE can not be converted to milliseconds since epoch",
    );
    refuses(r#"{"Instant":1e300}"#, "NUMBER_VALUE can not be converted to milliseconds since epoch");
}

#[test]
fn what_does_not_fit_is_refused_in_the_words_of_aws() {
    refuses(r#"{"Text":1}"#, "NUMBER_VALUE can not be converted to a String");
    refuses(r#"{"Text":true}"#, "TRUE_VALUE can not be converted to a String");
    refuses(r#"{"Text":{}}"#, "Start of structure or map found where not expected.");
    refuses(r#"{"Text":[]}"#, "Start of list found where not expected");
    refuses(r#"{"Small":"1"}"#, "STRING_VALUE can not be converted to an Integer");
    refuses(r#"{"Truth":"true"}"#, "STRING_VALUE can not be converted to a Boolean");
    refuses(r#"{"Truth":0}"#, "NUMBER_VALUE can not be converted to a Boolean");
    refuses(r#"{"Texts":"a"}"#, "Expected list or null");
    refuses(r#"{"Texts":{"a":1}}"#, "Start of structure or map found where not expected.");
    refuses(r#"{"Texts":[null]}"#, "NULL_VALUE can not be converted to a String");
    refuses(r#"{"Pairs":"a"}"#, "Expected map or null");
    refuses(r#"{"Within":1}"#, "Expected structure or null");
    refuses(r#"{"Bytes":"%"}"#, "Invalid Base64 encoding");
    refuses("[]", "Start of list found where not expected");
    refuses("3", "Unexpected value where a structure was expected");
    for broken in ["{", "{}{}", "{\"Text\":\"\\ud800\"}", "nonsense", "{'a':1}", "{\"a\":1,}"] {
        refuses(broken, "The request body is not valid JSON");
    }
    assert_eq!(read(b"{\"Text\":\"\xff\"}").unwrap_err().code, "SerializationException");
}

#[test]
fn documents_have_a_greatest_depth() {
    let nested = |depth: usize| format!("{}{}", r#"{"Within":"#.repeat(depth) + "{}", "}".repeat(depth));
    assert!(read(nested(60).as_bytes()).is_ok());
    refuses(&nested(70), "The document is nested too deeply");
    refuses(&nested(100_000), "The request body is not valid JSON");
}

#[test]
fn outputs_leave_out_what_is_absent_and_keep_the_order_of_the_model() {
    writes(json!({}), "{}");
    writes(
        json!({"Inner": {"Truth": false}, "Text": "a\"\\\n\u{1}é", "Small": -1, "Texts": [], "Pairs": {}}),
        "{\"Text\":\"a\\\"\\\\\\n\\u0001é\",\"Small\":-1,\"Texts\":[],\"Pairs\":{},\"Within\":{\"Truth\":false}}",
    );
    writes(json!({"Narrow": 0.1_f32, "Wide": 0.1}), r#"{"Narrow":0.1,"Wide":0.1}"#);
    writes(json!({"Narrow": 1e300, "Wide": 1e300}), r#"{"Narrow":"Infinity","Wide":1e300}"#);
    writes(json!({"Narrow": 16_777_216.0, "Wide": -2.5e-9}), r#"{"Narrow":16777216,"Wide":-2.5e-9}"#);
    writes(
        json!({"Instant": 1_764_054_489_000_i64, "Unix": 1_764_054_489_045_i64, "Iso": 1_764_054_489_045_i64}),
        r#"{"Instant":1764054489,"Iso":"2025-11-25T07:08:09.045Z","Unix":1764054489.045}"#,
    );
    writes(
        json!({"Instant": 500, "Unix": -1500, "Bytes": "AP8="}),
        r#"{"Instant":0.5,"Unix":-1.5,"Bytes":"AP8="}"#,
    );
}

#[test]
fn what_is_no_number_is_written_by_name() {
    let slots = |wide| {
        let mut slots = vec![None; THING.members().len()];
        slots[5] = Some(Value::Float(wide));
        Value::Structure(slots)
    };
    for (wide, text) in [(f64::NAN, "NaN"), (f64::INFINITY, "Infinity"), (f64::NEG_INFINITY, "-Infinity")] {
        let parts = encode_output(&JSON, &PLAIN, &slots(wide), "r").unwrap();
        assert_eq!(text_of(parts.body), format!(r#"{{"Wide":"{text}"}}"#));
    }
}

#[test]
fn answers_carry_type_and_request_id() {
    let parts = encode_output(&JSON, &PLAIN, &value(&THING, &json!({})), "request-1").unwrap();
    assert_eq!(parts.status, 200);
    assert_eq!(parts.headers["content-type"], "application/x-amz-json-1.1");
    assert_eq!(parts.headers["x-amzn-requestid"], "request-1");
}

#[test]
fn an_operation_without_output_answers_nothing() {
    let parts = encode_output(&JSON, &SILENT, &Value::Structure(Vec::new()), "request-1").unwrap();
    assert_eq!(text_of(parts.body), "");
    let read = decode_output(&JSON, &SILENT, 200, &parts.headers, HttpBody::empty());
    assert_eq!(read, Ok(Value::Structure(Vec::new())));
}

#[test]
fn requests_carry_their_target() {
    let parts = encode_input(&JSON, &PLAIN, &value(&THING, &json!({"Text": "a"}))).unwrap();
    assert_eq!((parts.method, parts.path.as_str(), parts.query.as_str()), (Method::POST, "/", ""));
    assert_eq!(parts.headers["x-amz-target"], "Library_2026.Plain");
    assert_eq!(parts.headers["content-type"], "application/x-amz-json-1.1");
    assert_eq!(text_of(parts.body), r#"{"Text":"a"}"#);
}

#[test]
fn a_value_of_another_schema_is_a_defect_and_said_so() {
    let mut slots = vec![None; THING.members().len()];
    slots[0] = Some(Value::Integer(1));
    assert!(encode_output(&JSON, &PLAIN, &Value::Structure(slots), "r").is_err());
}
