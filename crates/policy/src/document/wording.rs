//! What AWS answers to text that is no policy at all, kind by kind.

use super::read::{Problem, SyntaxError};
use super::{PolicyKind, Reason, Rejection};

/// The API takes tab, line feed, carriage return and U+0020 to U+00FF.
pub(super) fn check_characters(text: &str, kind: PolicyKind) -> Result<(), Rejection> {
    let allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{ff}');
    let Some((offset, c)) = text.char_indices().find(|&(_, c)| !allowed(c)) else { return Ok(()) };
    let of_iam = |parameter: &str| {
        format!(
            "The specified value for {parameter} is invalid. It must contain only printable ASCII characters."
        )
    };
    let message = match kind {
        PolicyKind::KmsKey => generic_message(kind).to_owned(),
        PolicyKind::RoleTrust => of_iam("assumeRolePolicyDocument"),
        _ => of_iam("policyDocument"),
    };
    let which = match c {
        '\u{feff}' => "a byte order mark (U+FEFF), which some editors write before the text,".to_owned(),
        c if c.is_control() => format!("the control character U+{:04X}", u32::from(c)),
        c => format!("the character {c} (U+{:04X})", u32::from(c)),
    };
    let why = with_quotes_hint(text, format!("{which} is not allowed in policies"));
    Err(Rejection::at(text, offset, Reason::Characters, message, &why))
}

/// Word processors and web pages turn quotation marks into curly ones, the commonest fault of copied policies.
pub(super) fn with_quotes_hint(text: &str, why: String) -> String {
    match text.chars().any(|c| matches!(c, '\u{201c}' | '\u{201d}' | '\u{2018}' | '\u{2019}')) {
        true => {
            format!("{why}; the text has typographic quotation marks, and JSON needs the straight \" instead")
        }
        false => why,
    }
}

pub(super) fn invalid_json(text: &str, kind: PolicyKind) -> &'static str {
    match kind {
        PolicyKind::S3Bucket if !text.trim_start().starts_with('{') => {
            "Policies must be valid JSON and the first byte must be '{'"
        }
        PolicyKind::S3Bucket | PolicyKind::RoleTrust => "This policy contains invalid Json",
        _ => generic_message(kind),
    }
}

/// Where a kind has one message for every fault of form.
pub(super) fn generic_message(kind: PolicyKind) -> &'static str {
    match kind {
        PolicyKind::KmsKey => {
            "The request was rejected because the specified policy is not syntactically or semantically correct."
        }
        PolicyKind::Scp | PolicyKind::Rcp => {
            "The provided policy document does not meet the requirements of the specified policy type."
        }
        PolicyKind::VpcEndpoint => "Policy document is not valid.",
        _ => "Syntax errors in policy.",
    }
}

/// Elements that are unknown only where a document begins: guides print statements without the document around them.
const OF_STATEMENTS: [&str; 9] = [
    "Sid",
    "Effect",
    "Principal",
    "NotPrincipal",
    "Action",
    "NotAction",
    "Resource",
    "NotResource",
    "Condition",
];

pub(super) fn refuse_syntax(text: &str, kind: PolicyKind, error: SyntaxError) -> Rejection {
    let (exact, why) = match &error.problem {
        Problem::NotAnObject => {
            ("Invalid policy syntax.".to_owned(), "an object in braces is needed here".to_owned())
        }
        Problem::UnknownField(name) if OF_STATEMENTS.contains(&name.as_str()) => (
            format!("Unknown field {name}"),
            format!(
                "`{name}` belongs into a statement: {{\"Version\": \"2012-10-17\", \"Statement\": [{{ … }}]}}"
            ),
        ),
        Problem::UnknownField(name) => {
            (format!("Unknown field {name}"), format!("no element of policies is called `{name}`"))
        }
        Problem::MissingField(name) => {
            (format!("Missing required field {name}"), format!("the element `{name}` is missing"))
        }
        Problem::WrongType(name, wanted) => {
            ("Invalid policy syntax.".to_owned(), format!("`{name}` takes {wanted}"))
        }
        Problem::UnknownVersion(found) => (
            "The policy must contain a valid version string".to_owned(),
            format!("`{found}` is no version of the policy language; write \"2012-10-17\""),
        ),
        Problem::InvalidEffect(found) => {
            (format!("Invalid effect: {found}"), "`Effect` is either \"Allow\" or \"Deny\"".to_owned())
        }
        Problem::Excluded(one, other) => (
            "Invalid policy syntax.".to_owned(),
            format!("`{one}` and `{other}` cannot stand in one statement"),
        ),
        Problem::UnknownOperator(name) => {
            (format!("Invalid Condition type : {name}"), format!("there is no condition operator `{name}`"))
        }
        Problem::RepeatedKey(name) => (
            "Invalid policy syntax.".to_owned(),
            format!("the condition key `{name}` occurs twice under one operator; its names ignore case"),
        ),
        Problem::TooMany(what) => {
            ("Invalid policy syntax.".to_owned(), format!("there are more {what} than anybody reads"))
        }
        Problem::NoStatement => {
            ("Statement is empty!".to_owned(), "at least one statement is needed".to_owned())
        }
    };
    let message = match kind {
        PolicyKind::S3Bucket | PolicyKind::RoleTrust => exact,
        _ => generic_message(kind).to_owned(),
    };
    Rejection::at(text, error.offset, Reason::Syntax, message, &why)
}
