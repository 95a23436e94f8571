//! Object tags, as the `x-amz-tagging` header carries them.
//!
//! Source: "Categorizing your objects using tags" in the user guide.

use std::collections::BTreeMap;

use kernel::Fault;
use percent_encoding::percent_decode_str;

use crate::wording::invalid_argument;

/// Tags an object may have.
const TAGS_MAX: usize = 10;
/// Characters of a tag's key and value.
const KEY_CHARS_MAX: usize = 128;
const VALUE_CHARS_MAX: usize = 256;

/// Reads the header: a URL query of tags.
pub(crate) fn parse(header: Option<&str>) -> Result<BTreeMap<String, String>, Fault> {
    let header = header.unwrap_or_default();
    let mut tags = BTreeMap::new();
    for pair in header.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (Some(key), Some(value)) = (decode(key), decode(value)) else { return Err(unreadable(header)) };
        check(&key, &value)?;
        if tags.insert(key, value).is_some() {
            return Err(unreadable(header));
        }
    }
    if tags.len() > TAGS_MAX {
        return Err(Fault::new("BadRequest", 400, "Object tags cannot be greater than 10"));
    }
    Ok(tags)
}

fn decode(text: &str) -> Option<String> {
    let spaced = text.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8().ok().map(|text| text.into_owned())
}

fn check(key: &str, value: &str) -> Result<(), Fault> {
    let invalid = |message| Err(Fault::new("InvalidTag", 400, message));
    if key.is_empty() || key.chars().count() > KEY_CHARS_MAX || !key.chars().all(allowed) {
        return invalid("The TagKey you have provided is invalid");
    }
    if value.chars().count() > VALUE_CHARS_MAX || !value.chars().all(allowed) {
        return invalid("The TagValue you have provided is invalid");
    }
    if key.to_ascii_lowercase().starts_with("aws:") {
        return invalid("Your TagKey cannot be prefixed with aws:");
    }
    Ok(())
}

fn allowed(letter: char) -> bool {
    letter.is_alphanumeric() || letter == ' ' || "+-=._:/@".contains(letter)
}

fn unreadable(header: &str) -> Fault {
    let message = "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters \
                   without tag name duplicates.";
    invalid_argument(message, "x-amz-tagging", header)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_is_a_query() {
        let tags = parse(Some("team=blue%20sky&cost+center=&x")).unwrap();
        let expect = [("team", "blue sky"), ("cost center", ""), ("x", "")];
        assert_eq!(tags, expect.map(|(key, value)| (key.to_owned(), value.to_owned())).into());
        assert!(parse(None).unwrap().is_empty());
    }

    #[test]
    fn wrong_tags_are_refused() {
        let check =
            |header: &str, code: &str| assert_eq!(parse(Some(header)).unwrap_err().code, code, "{header}");
        check("a=1&a=2", "InvalidArgument");
        check("a=%FF", "InvalidArgument");
        check("=1", "InvalidTag");
        check("aws:x=1", "InvalidTag");
        check("a=<", "InvalidTag");
        check(&format!("a={}", "v".repeat(257)), "InvalidTag");
        let eleven: Vec<String> = (0..11).map(|n| format!("k{n}=v")).collect();
        check(&eleven.join("&"), "BadRequest");
    }
}
