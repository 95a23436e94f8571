//! What a model becomes.

use super::model::Model;
use super::plan::Plan;
use super::reach;
use super::{operations, simple, structures};

const MODEL: &str = r##"{
  "metadata": {
    "apiVersion": "2000-01-01", "endpointPrefix": "books", "protocol": "rest-xml",
    "serviceFullName": "Books", "xmlNamespace": "http://books/"
  },
  "operations": {
    "PutBook": {
      "http": { "method": "PUT", "requestUri": "/{Name+}", "responseCode": 204 },
      "input": { "shape": "PutBookRequest" },
      "errors": [{ "shape": "NoSuchShelfException" }]
    },
    "ListBooks": {
      "http": { "method": "GET", "requestUri": "/" },
      "output": { "shape": "ListBooksOutput" }
    },
    "BurnBooks": { "http": { "method": "POST", "requestUri": "/?burn" } }
  },
  "shapes": {
    "PutBookRequest": {
      "type": "structure", "required": ["Name"], "payload": "Text",
      "members": {
        "Name": { "shape": "name", "location": "uri", "locationName": "Name" },
        "Type": { "shape": "Kind", "location": "header", "locationName": "x-kind" },
        "Text": { "shape": "Text", "streaming": true },
        "Until": { "shape": "When", "timestampFormat": "iso8601", "location": "querystring" }
      }
    },
    "ListBooksOutput": {
      "type": "structure",
      "members": {
        "Books": { "shape": "Books" }, "Root": { "shape": "Shelf" }, "Cover": { "shape": "Text" },
        "At": { "shape": "When" }
      }
    },
    "Books": { "type": "list", "flattened": true, "member": { "shape": "name", "locationName": "Book" } },
    "Shelf": {
      "type": "structure", "sensitive": true,
      "members": { "Above": { "shape": "Shelf" }, "Below": { "shape": "Shelves" } }
    },
    "Shelves": { "type": "list", "max": 3, "member": { "shape": "Shelf" } },
    "name": { "type": "string", "min": 1, "max": 64, "pattern": "[\\w\\u0020]+", "documentation": "Prose." },
    "Kind": { "type": "string", "enum": ["NEW", "OLD"] },
    "Text": { "type": "blob" },
    "When": { "type": "timestamp" },
    "Unreached": { "type": "string", "pattern": "(?!x)y" },
    "NoSuchShelfException": {
      "type": "structure", "members": {},
      "error": { "code": "NoSuchShelf", "httpStatusCode": 404 }, "exception": true
    }
  }
}"##;

fn generated(served: &str) -> crate::Outcome<String> {
    let plan = format!("model = 'books'\nbotocore = '1'\nprefix = 'books'\nserved = [{served}]");
    let plan: Plan = toml::from_str(&plan)?;
    let model: Model = serde_json::from_str(MODEL)?;
    let reach = reach::reach(&plan, &model)?;
    let mut out = String::new();
    operations::service(&reach, &mut out)?;
    operations::serve(&reach, &mut out)?;
    operations::operations(&reach, &mut out)?;
    operations::errors(&reach, &mut out)?;
    structures::structures(&reach, &mut out)?;
    simple::simple(&reach, &mut out)?;
    Ok(out)
}

#[track_caller]
fn check(served: &str, expected: &[&str], absent: &[&str]) {
    let text = generated(served).unwrap();
    for line in expected {
        assert!(text.contains(line), "no `{line}` in:\n{text}");
    }
    for line in absent {
        assert!(!text.contains(line), "`{line}` in:\n{text}");
    }
}

#[test]
fn an_input_names_where_its_members_travel() {
    check(
        "'PutBook'",
        &[
            r#"name: String = shape::Member::new("Name", &NAME).required().at(shape::Location::Uri),"#,
            r#"r#type: Option<String> = shape::Member::new("Type", &KIND).wire("x-kind").at(shape::Location::Header),"#,
            r#"text: Option<shape::Body> = shape::Member::new("Text", &TEXT_STREAM).at(shape::Location::Payload),"#,
            "PutBook as PUT_BOOK: PutBookRequest = PUT_BOOK_REQUEST => () = shape::UNIT {",
            r#"PUT "/{Name+}" 204 """#,
        ],
        &[],
    );
}

#[test]
fn constraints_keep_their_source_beside_the_translation() {
    check(
        "'PutBook'",
        &[
            r#"shape::Schema::string("name", Some(1), Some(64), Some(shape::Pattern::new(r"[\w\u0020]+", r"[A-Za-z0-9_\x{0020}]+")))"#,
            r#"shape::Schema::choice("Kind", &["NEW", "OLD"])"#,
            "static WHEN_ISO8601: shape::Schema",
        ],
        &["Prose"],
    );
}

#[test]
fn an_error_is_named_by_its_code() {
    check(
        "'PutBook'",
        &[
            "pub static NO_SUCH_SHELF: shape::ErrorModel",
            r#"name: "NoSuchShelfException", code: "NoSuchShelf", status: 404"#,
        ],
        &[],
    );
}

#[test]
fn recursion_is_boxed_only_where_nothing_else_breaks_it() {
    check(
        "'ListBooks'",
        &[
            "Shelf as SHELF: sensitive {",
            "above: Option<Box<Shelf>>",
            "below: Option<Vec<Shelf>>",
            "root: Option<Shelf>",
        ],
        &[],
    );
}

#[test]
fn a_flattened_list_travels_under_its_members_name() {
    check("'ListBooks'", &[r#"shape::Member::new("Books", &BOOKS).wire("Book")"#, "flattened: true"], &[]);
}

#[test]
fn only_what_is_served_and_reached_is_generated() {
    check("'BurnBooks'", &["$crate::BurnBooks"], &["PutBook", "Shelf", "Unreached", "NO_SUCH_SHELF"]);
}

#[test]
fn an_unknown_operation_is_refused() {
    let failure = generated("'ReadBook'").unwrap_err().to_string();
    assert_eq!(failure, "the model has no operation `ReadBook`");
}
