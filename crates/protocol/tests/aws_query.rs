//! awsQuery, byte for byte.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/models.rs"]
mod models;
mod support;

use http::Method;
use models::{PLAIN, QUERY, SILENT, THING};
use protocol::{
    DecodeError, HttpBody, RequestHead, decode_input, decode_output, encode_input, encode_output,
};
use serde_json::{Value as Json, json};
use shape::Value;
use support::{headers, neutral, text_of, value};

fn read(query: &str, body: &str) -> Result<Value, DecodeError> {
    let headers = headers(&[("content-type", "application/x-www-form-urlencoded")]);
    let head = RequestHead {
        method: &Method::POST,
        path: "/",
        query,
        host: "localhost",
        headers: &headers,
        signing_service: None,
    };
    decode_input(&QUERY, &PLAIN, &head, &Default::default(), HttpBody::Bytes(body.to_owned().into()))
}

#[track_caller]
fn reads(form: &str, expect: Json) {
    assert_eq!(neutral(&THING, &read("", form).unwrap()), expect, "{form}");
    assert_eq!(neutral(&THING, &read(form, "").unwrap()), expect, "in the query: {form}");
}

#[track_caller]
fn refuses(form: &str, message: &str) {
    let error = read("", form).unwrap_err();
    assert_eq!((error.code, error.status, &*error.message), ("MalformedInput", 400, message), "{form}");
}

#[track_caller]
fn both(given: Json, form: &str) {
    reads(form, given.clone());
    let made = encode_input(&QUERY, &PLAIN, &value(&THING, &given)).unwrap();
    assert_eq!(text_of(made.body), format!("Action=Plain&Version=2026-01-01&{form}"));
}

#[test]
fn scalars_and_structures_have_dotted_names() {
    both(json!({"Text": "a b+c&d=é/", "Truth": true}), "Text=a+b%2Bc%26d%3D%C3%A9%2F&Truth=true");
    both(json!({"Small": -1, "Large": i64::MAX, "Wide": 0.5}), "Small=-1&Large=9223372036854775807&Wide=0.5");
    both(json!({"Instant": 1_764_054_489_000_i64}), "Instant=2025-11-25T07%3A08%3A09Z");
    both(json!({"Unix": 1_764_054_489_000_i64, "Bytes": "AP8="}), "Unix=1764054489&Bytes=AP8%3D");
    both(json!({"Inner": {"Text": "a", "Inner": {"Text": "b"}}}), "Within.Text=a&Within.Within.Text=b");
}

#[test]
fn lists_are_numbered_below_their_members_name() {
    both(json!({"Texts": ["a", "b"]}), "Texts.member.1=a&Texts.member.2=b");
    both(json!({"Texts": []}), "Texts=");
    both(json!({"Flat": ["a", "b"]}), "Flat.1=a&Flat.2=b");
    both(json!({"FlatNamed": ["a"]}), "Item.1=a");
    both(
        json!({"Nested": [{"Text": "a", "Texts": ["x"]}, {"Text": "b"}]}),
        "Nested.member.1.Text=a&Nested.member.1.Texts.member.1=x&Nested.member.2.Text=b",
    );
}

#[test]
fn list_members_go_by_number_not_by_place() {
    reads("Texts.member.10=c&Texts.member.2=b&Texts.member.1=a", json!({"Texts": ["a", "b", "c"]}));
    reads("Texts.member.7=a", json!({"Texts": ["a"]}));
}

#[test]
fn maps_have_entries_of_key_and_value() {
    both(
        json!({"Pairs": {"a": "1", "b": "2"}}),
        "Pairs.entry.1.key=a&Pairs.entry.1.value=1&Pairs.entry.2.key=b&Pairs.entry.2.value=2",
    );
    both(json!({"FlatPairs": {"a": "1"}}), "FlatPairs.1.K=a&FlatPairs.1.V=1");
}

#[test]
fn forms_are_read_generously() {
    reads("Action=Plain&Version=1&X-Amz-Date=x&Unheard.of=1&Text=a", json!({"Text": "a"}));
    reads("&&Text=a&", json!({"Text": "a"}));
    reads("Text", json!({"Text": ""}));
    reads("Text=a=b", json!({"Text": "a=b"}));
    reads("Text=a&Text=b", json!({"Text": "b"}));
    reads("Truth=TRUE", json!({"Truth": true}));
}

#[test]
fn what_does_not_fit_is_malformed_input() {
    refuses("Text=%FF", "The form is not UTF-8");
    refuses("Text.x=a", "Start of structure or list found where not expected");
    refuses("Small=abc", "Provided value is not an integer or within integer range");
    refuses("Small=2147483648", "Provided value is not an integer or within integer range");
    refuses("Small=", "Provided value is not an integer or within integer range");
    refuses("Truth=yes", "Provided value is not a boolean");
    refuses("Wide=inf", "Provided value is not a number");
    refuses("Instant=yesterday", "Provided value is not a timestamp");
    refuses("Bytes=%25", "Provided value is not base64");
    refuses("Within=a", "Unexpected text where a structure was expected");
    refuses("Texts=a", "Unexpected text where a list or map was expected");
    refuses("Texts.1=a", "Unexpected list element");
    refuses("Texts.member=a", "Unexpected list element");
    refuses("Texts.member.one=a", "A list element has no number");
    refuses("Pairs.entry.1.value=a", "A map entry has no key");
    refuses("Pairs.entry.1.key=a", "A map entry has no value");
}

#[test]
fn forms_have_limits() {
    let fields = |count: usize| (0..count).map(|at| format!("Texts.member.{at}=a&")).collect::<String>();
    assert!(read("", &fields(5_000)).is_ok());
    refuses(&fields(5_001), "The form has too many fields");
    refuses(&format!("{}Text=a", "Within.".repeat(40)), "A field is nested too deeply");
    let wide = (0..4_000).map(|at| format!("{}{at}=a&", "Within.".repeat(20))).collect::<String>();
    refuses(&wide, "A field is nested too deeply");
}

#[track_caller]
fn writes(given: Json, inside: &str) {
    let parts = encode_output(&QUERY, &PLAIN, &value(&THING, &given), "request-1").unwrap();
    let whole = format!(
        "<PlainResponse xmlns=\"https://library.example/doc/\"><PlainResult>{inside}</PlainResult>\
         <ResponseMetadata><RequestId>request-1</RequestId></ResponseMetadata></PlainResponse>"
    );
    assert_eq!(parts.headers["content-type"], "text/xml");
    assert_eq!(parts.headers["x-amzn-requestid"], "request-1");
    let body = parts.body.bytes().cloned().unwrap();
    assert_eq!(String::from_utf8_lossy(&body), whole);
    let read = decode_output(&QUERY, &PLAIN, 200, &parts.headers, parts.body).unwrap();
    assert_eq!(neutral(&THING, &read), given);
}

#[test]
fn answers_are_xml_in_two_wrappers() {
    writes(json!({}), "");
    writes(json!({"Text": "<a> & \"b\""}), "<Text>&lt;a&gt; &amp; &quot;b&quot;</Text>");
    writes(json!({"Truth": true, "Small": 1}), "<Truth>true</Truth><Small>1</Small>");
    writes(
        json!({"Instant": 1_764_054_489_000_i64, "Unix": 1_764_054_489_000_i64, "Bytes": "AP8="}),
        "<Instant>2025-11-25T07:08:09Z</Instant><Unix>1764054489</Unix><Bytes>AP8=</Bytes>",
    );
    writes(json!({"Texts": ["a", "b"]}), "<Texts><member>a</member><member>b</member></Texts>");
    writes(json!({"Texts": []}), "<Texts></Texts>");
    writes(json!({"Flat": ["a", "b"], "FlatNamed": ["c"]}), "<Flat>a</Flat><Flat>b</Flat><Item>c</Item>");
    writes(json!({"Pairs": {"k": "v"}}), "<Pairs><entry><key>k</key><value>v</value></entry></Pairs>");
    writes(json!({"FlatPairs": {"k": "v"}}), "<FlatPairs><K>k</K><V>v</V></FlatPairs>");
    writes(
        json!({"Nested": [{"Text": "a"}], "Inner": {}}),
        "<Nested><member><Text>a</Text></member></Nested><Within></Within>",
    );
}

#[test]
fn an_operation_without_output_answers_its_metadata_only() {
    let parts = encode_output(&QUERY, &SILENT, &Value::Structure(Vec::new()), "request-1").unwrap();
    assert_eq!(
        text_of(parts.body),
        "<SilentResponse xmlns=\"https://library.example/doc/\"><ResponseMetadata>\
         <RequestId>request-1</RequestId></ResponseMetadata></SilentResponse>"
    );
}
