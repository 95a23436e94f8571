//! Lines and their answers; `cases.jsonl` has one of each a line.

use serde_json::{Value, json};

use super::{answer, answer_all};

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
    answer_all(input.as_bytes(), &mut output).unwrap();
    let answers: Vec<Value> =
        String::from_utf8(output).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids: Vec<&Value> = answers.iter().map(|answer| &answer["id"]).collect();
    assert_eq!(ids, [&Value::Null, &Value::Null, &json!("x"), &json!(7), &Value::Null]);
    assert!(answers.iter().all(|answer| answer["error"]["code"] == "InvalidInput"), "{answers:?}");
}
