use super::*;

#[track_caller]
fn refused(text: &str, problem: &str) {
    let error = read(text).expect_err("must be refused");
    assert!(error.problem.contains(problem), "{}", error.problem);
}

#[test]
fn everything_json_has_is_read() {
    let text = r#" {"a": [1, -2.5e3, true, false, null], "b\u00e9\n": {"c": "\ud83d\ude00"}} "#;
    let Value::Object(members) = read(text).unwrap().value else { panic!("an object") };
    assert_eq!(members[1].key, "b\u{e9}\n");
    let Value::Object(inner) = &members[1].node.value else { panic!("an object") };
    assert!(matches!(&inner[0].node.value, Value::String(s) if s == "\u{1f600}"));
}

#[test]
fn a_trailing_comma_is_pointed_at_itself() {
    assert_eq!(read("[1 ,\n ]").expect_err("must be refused").offset, 3);
}

#[test]
fn faults_are_named() {
    refused("", "the document is empty");
    refused(r#"{"a": 1, "a": 2}"#, "occurs twice");
    refused(r#"{"a": 1 "b": 2}"#, "expected `,` or `}`");
    refused(r#"{"a": [1, 2}"#, "expected `,` or `]`");
    refused(r#"{"a": 01}"#, "not a number");
    refused(r#"{"a": 1,}"#, "a trailing comma: JSON takes none before `}`");
    refused(r#"{"a": [1, ]}"#, "a trailing comma: JSON takes none before `]`");
    refused(r#"{"a": 1, x}"#, "expected a key");
    refused(r#"{"a": 1}{"a": 1}"#, "a second document begins here");
    refused(r#"{"a": 1}}"#, "one `}` too many");
    refused(r#"{'a': 1}"#, "single quotation mark");
    refused("{\"a\": 1, // b\n}", "no comments");
    refused("{\"a\":\u{a0}1}", "a no-break space");
    refused("\u{feff}{}", "a byte order mark");
    refused("{\"a\": \"b\nc\"}", "line break");
    refused(r#"{"a": 1} x"#, "after the end");
    refused("{\u{201c}a\u{201d}: 1}", "typographic");
    refused("{\"a\":\n {\"b\": 1}", "of line 1, column 1 is still open");
    refused(&"[".repeat(40), "deeper than 32");
}
