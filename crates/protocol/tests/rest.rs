//! restJson and restXml: members at every place of HTTP, byte for byte.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/models.rs"]
mod models;
mod support;

use http::Method;
use models::{BLOBS, GRANTS, REST_JSON, REST_XML, SPREADING};
use protocol::{
    DecodeError, HttpBody, RequestHead, Router, decode_input, decode_output, encode_input, encode_output,
};
use serde_json::{Value as Json, json};
use shape::{OperationModel, ServiceModel};
use support::{headers, neutral, text_of, value};

const URL: &str = "/shelves/up%2Fper/things/a/b%20c/spread?mode=full";

/// Routes and reads a request.
fn read(
    service: &'static ServiceModel,
    method: &str,
    url: &str,
    pairs: &[(&str, &str)],
    body: &str,
) -> Result<Json, DecodeError> {
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let (method, headers): (Method, _) = (method.parse().unwrap(), headers(pairs));
    let signing_service = Some("library");
    let head =
        RequestHead { method: &method, path, query, host: "localhost", headers: &headers, signing_service };
    let route = Router::new(&[service]).route(&head, None).unwrap();
    let body = HttpBody::Bytes(body.to_owned().into());
    let value = decode_input(service, route.operation, &head, &route.labels, body)?;
    Ok(neutral(route.operation.input, &value))
}

fn spread(members: Json) -> Json {
    let mut all = json!({"Shelf": "up/per", "Path": "a/b c"});
    all.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    all
}

#[track_caller]
fn reads(service: &'static ServiceModel, url: &str, pairs: &[(&str, &str)], body: &str, expect: Json) {
    let mut expect = spread(expect);
    // The map that holds what no other member takes.
    expect.as_object_mut().unwrap().entry("Others").or_insert(json!({"mode": ["full"]}));
    assert_eq!(read(service, "PUT", url, pairs, body).unwrap(), expect);
}

#[test]
fn members_are_read_from_path_query_and_headers() {
    for service in [&REST_JSON, &REST_XML] {
        reads(service, URL, &[], "", json!({}));
        reads(
            service,
            &format!("{URL}&word=a+b%2B&count=3&words=x&words=y&since=2025-11-25T07:08:09Z&q=1&q=2"),
            &[],
            "",
            json!({
                "Word": "a b+", "Count": 3, "Words": ["x", "y"], "Since": 1_764_054_489_000_i64,
                "Others": {"mode": ["full"], "q": ["1", "2"]},
            }),
        );
        reads(
            service,
            URL,
            &[
                ("X-Mark", "a, b"),
                ("X-Size", "9000000000"),
                ("X-Exact", "true"),
                ("X-Date", "Tue, 25 Nov 2025 07:08:09 GMT"),
                ("X-Marks", "a, b"),
                ("X-Marks", "c"),
                ("X-Dates", "Tue, 25 Nov 2025 07:08:09 GMT, Tue, 25 Nov 2025 07:08:10 GMT"),
                ("X-Note-One", "1"),
                ("x-note-two", "2"),
                ("x-note-two", "3"),
            ],
            "",
            json!({
                "Mark": "a, b", "Size": 9_000_000_000_i64, "Exact": true, "Date": 1_764_054_489_000_i64,
                "Marks": ["a", "b", "c"], "Dates": [1_764_054_489_000_i64, 1_764_054_490_000_i64],
                "Notes": {"one": "1", "two": "2,3"},
            }),
        );
        reads(service, URL, &[("X-Mark", ""), ("X-Size", "")], "", json!({"Mark": ""}));
    }
}

#[test]
fn the_other_members_are_a_document() {
    reads(
        &REST_JSON,
        URL,
        &[],
        r#"{"title":"t","Thing":{"Small":1},"word":"not here"}"#,
        json!({"Title": "t", "Thing": {"Small": 1}}),
    );
    let xml = "<Spread xmlns=\"any\"><title>t</title><Thing><Small>1</Small></Thing><word>no</word></Spread>";
    reads(&REST_XML, URL, &[], xml, json!({"Title": "t", "Thing": {"Small": 1}}));
}

#[track_caller]
fn refuses(service: &'static ServiceModel, url: &str, pairs: &[(&str, &str)], body: &str, expect: &str) {
    assert_eq!(read(service, "PUT", url, pairs, body).unwrap_err().to_string(), expect);
}

#[test]
fn arguments_that_do_not_fit_are_named() {
    let integer = "InvalidArgument: Provided count not an integer or within integer range";
    refuses(&REST_XML, &format!("{URL}&count=x"), &[], "", integer);
    refuses(&REST_XML, URL, &[("X-Exact", "1")], "", "InvalidArgument: Provided X-Exact not a boolean");
    refuses(&REST_XML, URL, &[("X-Date", "now")], "", "InvalidArgument: Provided X-Date not a timestamp");
    let error = read(&REST_XML, "PUT", &format!("{URL}&count=x"), &[], "").unwrap_err();
    assert_eq!(error.fields, [("ArgumentName", "count".to_owned()), ("ArgumentValue", "x".to_owned())]);
    refuses(&REST_JSON, URL, &[], "{", "SerializationException: The request body is not valid JSON");
}

const MALFORMED: &str =
    "MalformedXML: The XML you provided was not well-formed or did not validate against our published schema";

#[test]
fn documents_that_are_not_ours_are_malformed() {
    for body in [
        "<Spread>",
        "<Other/>",
        "<Spread/><Spread/>",
        "<Spread></Other>",
        "text",
        "<Spread/>text",
        "<Spread><title>a</title><title>b</title></Spread>",
        "<Spread><Thing><Small>x</Small></Thing></Spread>",
        "<Spread><title><b/></title></Spread>",
        "<Spread><title>&unheard;</title></Spread>",
        "<Spread a=\"1\" a=\"2\"/>",
        "{}",
    ] {
        refuses(&REST_XML, URL, &[], body, MALFORMED);
    }
}

#[test]
fn document_types_and_their_entities_are_refused() {
    refuses(
        &REST_XML,
        URL,
        &[],
        "<!DOCTYPE Spread [<!ENTITY e \"x\">]><Spread><title>&e;</title></Spread>",
        MALFORMED,
    );
    refuses(&REST_XML, URL, &[], "<!DOCTYPE s SYSTEM \"file:///etc/passwd\"><Spread/>", MALFORMED);
    refuses(&REST_XML, URL, &[], "<Spread><!DOCTYPE s><title>a</title></Spread>", MALFORMED);
}

#[test]
fn documents_have_limits() {
    let nested =
        |depth: usize| format!("<Spread>{}{}</Spread>", "<Thing>".repeat(depth), "</Thing>".repeat(depth));
    assert!(read(&REST_XML, "PUT", URL, &[], &nested(40)).is_ok());
    refuses(&REST_XML, URL, &[], &nested(48), MALFORMED);
    refuses(&REST_XML, URL, &[], &nested(100_000), MALFORMED);
    refuses(&REST_XML, URL, &[], &format!("<Spread>{}</Spread>", "<a/>".repeat(200_000)), MALFORMED);
    let attributes = (0..33).map(|at| format!(" a{at}=\"\"")).collect::<String>();
    refuses(&REST_XML, URL, &[], &format!("<Spread{attributes}/>"), MALFORMED);
}

#[test]
fn text_keeps_what_it_holds() {
    let titled = |text: &str| {
        format!("<?xml version=\"1.0\"?>\n<!-- c --><Spread>\n <title>{text}</title>\n</Spread>\n")
    };
    for (text, title) in [
        (" a  b ", " a  b "),
        ("&lt;a&gt; &amp;amp; &quot;&apos;", "<a> &amp; \"'"),
        ("&#65;&#x42;&#xe9;", "ABé"),
        ("<![CDATA[<a>&amp;]]>b", "<a>&amp;b"),
        ("a<!-- c -->b", "ab"),
        ("", ""),
    ] {
        reads(&REST_XML, URL, &[], &titled(text), json!({"Title": title}));
    }
    reads(&REST_XML, URL, &[], "\u{feff}<Spread/>", json!({}));
    reads(
        &REST_XML,
        URL,
        &[],
        "<p:Spread xmlns:p=\"x\"><p:title>t</p:title></p:Spread>",
        json!({"Title": "t"}),
    );
}

#[track_caller]
fn makes(
    service: &'static ServiceModel,
    operation: &'static OperationModel,
    given: Json,
    url: &str,
    pairs: &[(&str, &str)],
    body: &str,
) {
    let made = encode_input(service, operation, &value(operation.input, &given)).unwrap();
    let url_made = if made.query.is_empty() { made.path } else { format!("{}?{}", made.path, made.query) };
    assert_eq!((made.method.as_str(), url_made.as_str()), (operation.method, url));
    assert_eq!(made.headers, headers(pairs));
    assert_eq!(text_of(made.body), body);
}

#[test]
fn requests_spread_their_members() {
    let given = spread(json!({
        "Word": "a b+", "Words": ["x", "y"], "Others": {"q": ["1"]}, "Mark": "é", "Date": 1_764_054_489_000_i64,
        "Marks": ["a", "b"], "Notes": {"One": "1"}, "Title": "t", "Thing": {"Instant": 1_764_054_489_045_i64},
    }));
    let url = format!("{URL}&word=a%20b%2B&words=x&words=y&q=1");
    let pairs = |kind| {
        [
            ("X-Mark", "=?UTF-8?B?w6k=?="),
            ("X-Date", "Tue, 25 Nov 2025 07:08:09 GMT"),
            ("X-Marks", "a,b"),
            ("X-Note-One", "1"),
            ("Content-Type", kind),
        ]
    };
    let json = r#"{"title":"t","Thing":{"Instant":1764054489.045}}"#;
    makes(&REST_JSON, &SPREADING, given.clone(), &url, &pairs("application/json"), json);
    let xml = "<Spread xmlns=\"https://library.example/doc/\"><title>t</title>\
               <Thing><Instant>2025-11-25T07:08:09.045Z</Instant></Thing></Spread>";
    makes(&REST_XML, &SPREADING, given, &url, &pairs("application/xml"), xml);
}

#[test]
fn a_request_without_its_labels_cannot_be_made() {
    assert!(encode_input(&REST_XML, &SPREADING, &value(SPREADING.input, &json!({"Shelf": "a"}))).is_err());
}

#[test]
fn a_payload_is_the_whole_body() {
    let grant = json!({"Grant": {"Grantee": {"Kind": "Group", "Name": "readers"}, "Permission": "READ"}});
    let xml = "<AccessGrant xmlns=\"https://library.example/doc/\">\
               <Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"Group\">\
               <Name>readers</Name></Grantee><Permission>READ</Permission></AccessGrant>";
    makes(&REST_XML, &GRANTS, grant.clone(), "/grants", &[("content-type", "application/xml")], xml);
    assert_eq!(read(&REST_XML, "POST", "/grants", &[], xml), Ok(grant.clone()));
    let json = r#"{"Grantee":{"xsi:type":"Group","Name":"readers"},"Permission":"READ"}"#;
    makes(&REST_JSON, &GRANTS, grant.clone(), "/grants", &[("content-type", "application/json")], json);
    assert_eq!(read(&REST_JSON, "POST", "/grants", &[], json), Ok(grant));

    let raw = json!({"Data": "PGE+"});
    makes(&REST_XML, &BLOBS, raw.clone(), "/raw", &[("content-type", "application/octet-stream")], "<a>");
    assert_eq!(read(&REST_XML, "POST", "/raw", &[], "<a>"), Ok(raw));
    assert_eq!(read(&REST_XML, "POST", "/raw", &[], ""), Ok(json!({})));
}

#[test]
fn a_payload_that_is_missing_or_another_is_refused() {
    let refusal = |body| read(&REST_XML, "POST", "/grants", &[], body).unwrap_err().to_string();
    assert_eq!(refusal(""), "MissingRequestBodyError: Request body is empty.");
    assert_eq!(refusal("<Grant/>"), MALFORMED);
}

#[track_caller]
fn answers(service: &'static ServiceModel, status: u16, given: Json, pairs: &[(&str, &str)], body: &str) {
    let parts = encode_output(service, &SPREADING, &value(SPREADING.output, &given), "r1").unwrap();
    assert_eq!((parts.status, &parts.headers), (status, &headers(pairs)));
    let bytes = parts.body.bytes().cloned().unwrap();
    assert_eq!(String::from_utf8_lossy(&bytes), body);
    let read = decode_output(service, &SPREADING, parts.status, &parts.headers, parts.body).unwrap();
    let mut expect = given;
    expect["Status"] = status.into();
    assert_eq!(neutral(SPREADING.output, &read), expect);
}

#[test]
fn answers_spread_their_members() {
    let given =
        json!({"Status": 203, "Mark": "m", "Notes": {"one": "1"}, "Title": "t", "At": 1_764_054_489_045_i64});
    answers(
        &REST_JSON,
        203,
        given.clone(),
        &[
            ("X-Mark", "m"),
            ("X-Note-one", "1"),
            ("content-type", "application/json"),
            ("x-amzn-requestid", "r1"),
        ],
        r#"{"title":"t","At":1764054489.045}"#,
    );
    answers(
        &REST_XML,
        203,
        given,
        &[
            ("X-Mark", "m"),
            ("X-Note-one", "1"),
            ("content-type", "application/xml"),
            ("x-amz-request-id", "r1"),
            ("x-amz-id-2", "cjE="),
        ],
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<SpreadResponse xmlns=\"https://library.example/doc/\">\
         <title>t</title><At>2025-11-25T07:08:09.045Z</At></SpreadResponse>",
    );
    answers(
        &REST_JSON,
        202,
        json!({}),
        &[("content-type", "application/json"), ("x-amzn-requestid", "r1")],
        "{}",
    );
}

#[test]
fn rest_paths_are_told_apart_by_their_literals() {
    let route = |method: &str, url: &str| {
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        let (method, headers): (Method, _) = (method.parse().unwrap(), headers(&[]));
        let head = RequestHead {
            method: &method,
            path,
            query,
            host: "library.localhost",
            headers: &headers,
            signing_service: None,
        };
        match Router::new(&[&REST_JSON]).route(&head, None) {
            Ok(route) => route.operation.name.to_owned(),
            Err(error) => format!("{} {}", error.status(), error.code()),
        }
    };
    assert_eq!(route("PUT", URL), "Spread");
    assert_eq!(route("POST", "/grants"), "Grant");
    assert_eq!(route("POST", "/gr%61nts/"), "Grant");
    for (method, url) in [
        ("PUT", "/shelves/a/things/b/spread"),
        ("PUT", "/shelves/a/things/b/spread?mode=half"),
        ("PUT", "/shelves/a/things/spread?mode=full"),
        ("PUT", "/shelves//things/b/spread?mode=full"),
        ("GET", "/grants"),
        ("POST", "/grants/x"),
        ("POST", "/"),
    ] {
        assert_eq!(route(method, url), "404 UnknownOperationException", "{url}");
    }
}
