//! Lines and their answers; `cases.jsonl` has one of each a line.

use std::io::BufReader;

use serde_json::{Value, json};

use super::case::COUNT_MAX;
use super::{LINE_BYTES_MAX, answer, answer_all};

#[test]
fn lines_are_answered() {
    for (number, line) in include_str!("cases.jsonl").lines().enumerate() {
        let case: Value = serde_json::from_str(line).unwrap();
        let mut input = case["in"].clone();
        input["id"] = json!(number);
        let mut expected = case["out"].clone();
        expected["id"] = json!(number);
        assert_eq!(answer(input.to_string().as_bytes()), expected, "{}", case["rule"]);
    }
}

#[test]
fn bad_lines_are_answered_too() {
    let input = "not JSON\n\n[]\n{\"id\": \"x\", \"request\": 5}\n{\"id\": 7, \"policies\": {\"scp\": 1}, \"request\": \
                 {\"principal\": \"anonymous\", \"action\": \"a:b\"}}\n\u{0}\n";
    let mut output = Vec::new();
    answer_all(BufReader::new(input.as_bytes()), &mut output).unwrap();
    let answers: Vec<Value> =
        String::from_utf8(output).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids: Vec<&Value> = answers.iter().map(|answer| &answer["id"]).collect();
    assert_eq!(ids, [&Value::Null, &Value::Null, &json!("x"), &json!(7), &Value::Null]);
    assert!(answers.iter().all(|answer| answer["error"]["code"] == "InvalidInput"), "{answers:?}");
}

/// A line whose only identity policy allows everything under a condition, which is given with what else is in the
/// statement.
fn line(more: &str, value: &str) -> String {
    format!(
        r#"{{"id":1,"policies":{{"identity":[{{"Version":"2012-10-17","Statement":{{"Effect":"Allow","Action":"*","Resource":"*",{more}}}}}]}},"request":{{"principal":"arn:aws:iam::111122223333:user/ann","action":"sqs:ListQueues","context":{{"aws:x":"{value}"}}}}}}"#
    )
}

#[test]
fn documents_count_as_they_are_written() {
    for number in ["1.0", "1E2", "12345678901234567890123"] {
        let more = format!(r#""Condition":{{"StringEquals":{{"aws:x":{number}}}}}"#);
        assert_eq!(answer(line(&more, number).as_bytes())["decision"], "allow", "{number}");
    }
    for twice in [r#""Action":"ec2:*""#, r#""Condition":{"Bool":{"aws:x":"true","aws:x":"false"}}"#] {
        let answer = answer(line(twice, "true").as_bytes());
        assert_eq!(answer["error"]["message"], "Syntax errors in policy.", "{twice}");
    }
    // A character that no document may hold, however the line writes it.
    for sid in [r"\u4e2d", r"\u201cRead\u201d", "\u{4e2d}"] {
        let answer = answer(line(&format!(r#""Sid":"{sid}""#), "").as_bytes());
        assert_eq!(answer["error"]["code"], "ValidationError", "{sid}");
    }
    let latin = answer(line(r#""Condition":{"StringEquals":{"aws:x":"\u00e9"}}"#, "\u{e9}").as_bytes());
    assert_eq!(latin["decision"], "allow");
}

#[test]
fn lines_beyond_the_limit_are_skipped_and_a_byte_order_mark_is_too() {
    let good = line(r#""Condition":{}"#, "");
    let long = "x".repeat(LINE_BYTES_MAX + 10);
    let mut output = Vec::new();
    answer_all(BufReader::new(format!("\u{feff}{good}\n{long}\n{good}").as_bytes()), &mut output).unwrap();
    let answers: Vec<Value> =
        String::from_utf8(output).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), 3);
    assert_eq!(answers[1]["error"]["message"], "the line is too long");
    assert!([&answers[0], &answers[2]].iter().all(|answer| answer["decision"] == "allow"), "{answers:?}");
}

#[test]
fn counts_beyond_numbering_are_told() {
    let document = r#"{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"a:b","Resource":"*"}}"#;
    let many = |what: &str| vec![what; COUNT_MAX + 1].join(",");
    let request = r#""request":{"principal":"arn:aws:iam::111122223333:user/ann","action":"kms:Decrypt","resource":"arn:aws:kms:us-east-1:111122223333:key/1"}"#;
    let code = |more: String| answer(format!("{{{more},{request}}}").as_bytes())["error"]["code"].clone();
    assert_eq!(code(format!(r#""policies":{{"identity":[{}]}}"#, many(document))), "InvalidInput");
    assert_eq!(code(format!(r#""policies":{{"scp":[{}]}}"#, many(&format!("[{document}]")))), "InvalidInput");
    let grant = r#"{"GranteePrincipal":"arn:aws:iam::111122223333:user/bob","Operations":["Decrypt"]}"#;
    assert_eq!(code(format!(r#""policies":{{}},"grants":[{}]"#, many(grant))), "InvalidInput");
    let statement = r#"{"Effect":"Allow","Action":"a:b","Resource":"*"}"#;
    let long = format!(r#"{{"Version":"2012-10-17","Statement":[{}]}}"#, many(statement));
    assert_eq!(code(format!(r#""policies":{{"identity":[{long}]}}"#)), "MalformedPolicyDocument");
}
