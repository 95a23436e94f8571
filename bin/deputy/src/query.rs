//! `--query`: a JMESPath expression over the data of an answer, as the AWS CLI has it.

use serde_json::Value;

use crate::report::Problem;

/// An expression that can be asked, for the command line.
pub(crate) fn checked(text: &str) -> Result<String, String> {
    jmespath::compile(text).map(|_| text.to_owned()).map_err(|error| said(&error.to_string()))
}

/// What the expression finds.
pub(crate) fn ask(expression: &str, data: &Value) -> Result<Value, Problem> {
    let asked = || -> Result<Value, String> {
        let found = jmespath::compile(expression).map_err(|error| error.to_string())?;
        let found = found.search(data).map_err(|error| error.to_string())?;
        serde_json::to_value(found).map_err(|error| error.to_string())
    };
    asked().map(whole_numbers).map_err(|error| {
        Problem::usage(format!("--query: {}", said(&error)))
            .hint("--output json shows the data that is asked")
    })
}

/// JMESPath counts in floating point; `2.0` is shown as `2`, which it was.
fn whole_numbers(value: Value) -> Value {
    match value {
        Value::Number(number) => match number.as_f64() {
            #[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
            Some(float) if float.fract() == 0.0 && float.abs() < 9e15 => Value::from(float as i64),
            _ => Value::Number(number),
        },
        Value::Array(values) => values.into_iter().map(whole_numbers).collect(),
        Value::Object(members) => {
            members.into_iter().map(|(name, value)| (name, whole_numbers(value))).collect()
        }
        other => other,
    }
}

/// Line by line for other programs: the values of one list or object stand in a line, between tabs.
pub(crate) fn text(found: &Value) -> Vec<String> {
    match found {
        Value::Array(members) if members.iter().any(|member| member.is_array() || member.is_object()) => {
            members.iter().flat_map(text).collect()
        }
        Value::Array(members) => vec![members.iter().map(word).collect::<Vec<_>>().join("\t")],
        Value::Object(members) => vec![members.values().map(word).collect::<Vec<_>>().join("\t")],
        one => vec![word(one)],
    }
}

fn word(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => "None".to_owned(),
        other => other.to_string(),
    }
}

/// Without the line breaks that the parser puts around its drawing of the place.
fn said(error: &str) -> String {
    error.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_expression_finds_what_it_finds_in_the_aws_cli() {
        let data = json!({ "steps": [{ "action": "a:B", "n": 2 }, { "action": "c:D", "n": 1 }] });
        let check = |expression: &str, expect: &str| {
            assert_eq!(text(&ask(expression, &data).unwrap()).join("\n"), expect, "{expression}");
        };
        check("steps[0].action", "a:B");
        check("steps[].action", "a:B\tc:D");
        check("steps[].[action, n]", "a:B\t2\nc:D\t1");
        check("length(steps)", "2");
        check("steps[?n > `1`].action | [0]", "a:B");
        check("sort_by(steps, &n)[0].action", "c:D");
        check("nothing", "None");
    }

    #[test]
    fn a_wrong_expression_is_told_with_its_place() {
        assert!(checked("steps[0]").is_ok());
        assert!(checked("steps[").unwrap_err().contains("line 0, column"));
        assert!(ask("length(@)", &json!(1)).is_err());
    }
}
