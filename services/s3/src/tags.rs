//! Tags of objects and buckets, as documents and the `x-amz-tagging` header carry them.
//!
//! Sources: "Categorizing your objects using tags" and "Using cost allocation S3 bucket tags" in the user guide.

use std::collections::BTreeMap;

use api_s3::Tag;
use kernel::Fault;
use percent_encoding::percent_decode_str;

use crate::wording::invalid_argument;

/// Tags an object may have.
const OBJECT_TAGS_MAX: usize = 10;
/// Tags a bucket may have.
const BUCKET_TAGS_MAX: usize = 50;
/// Characters of a tag's key and value.
const KEY_CHARS_MAX: usize = 128;
const VALUE_CHARS_MAX: usize = 256;

/// Tags by their keys.
pub(crate) type Tags = BTreeMap<String, String>;

/// The tags that a document gives an object.
pub(crate) fn of_object(set: &[Tag]) -> Result<Tags, Fault> {
    let tags = read(set, "Your TagKey cannot be prefixed with aws:")?;
    if tags.len() > OBJECT_TAGS_MAX { Err(too_many_of_object()) } else { Ok(tags) }
}

/// The tags that a document gives a bucket.
pub(crate) fn of_bucket(set: &[Tag]) -> Result<Tags, Fault> {
    let tags = read(set, "System tags cannot be added/updated by requester")?;
    if tags.len() > BUCKET_TAGS_MAX {
        return Err(Fault::new("BadRequest", 400, "Bucket tag count cannot be greater than 50"));
    }
    Ok(tags)
}

/// Tags as documents have them.
pub(crate) fn shown(tags: Tags) -> Vec<Tag> {
    tags.into_iter().map(|(key, value)| Tag { key, value }).collect()
}

fn read(set: &[Tag], reserved: &'static str) -> Result<Tags, Fault> {
    let mut tags = Tags::new();
    for Tag { key, value } in set {
        check(key, value, reserved)?;
        if tags.insert(key.clone(), value.clone()).is_some() {
            let message = "Cannot provide multiple Tags with the same key";
            return Err(Fault::new("InvalidTag", 400, message).field("TagKey", key));
        }
    }
    Ok(tags)
}

fn too_many_of_object() -> Fault {
    Fault::new("BadRequest", 400, "Object tags cannot be greater than 10")
}

/// Reads the header: a URL query of an object's tags.
pub(crate) fn parse(header: Option<&str>) -> Result<Tags, Fault> {
    let header = header.unwrap_or_default();
    let mut tags = Tags::new();
    for pair in header.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (Some(key), Some(value)) = (decode(key), decode(value)) else { return Err(unreadable(header)) };
        check(&key, &value, "Your TagKey cannot be prefixed with aws:")?;
        if tags.insert(key, value).is_some() {
            return Err(unreadable(header));
        }
    }
    if tags.len() > OBJECT_TAGS_MAX { Err(too_many_of_object()) } else { Ok(tags) }
}

fn decode(text: &str) -> Option<String> {
    let spaced = text.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8().ok().map(|text| text.into_owned())
}

fn check(key: &str, value: &str, reserved: &'static str) -> Result<(), Fault> {
    let invalid = |message| Err(Fault::new("InvalidTag", 400, message));
    if key.is_empty() || key.chars().count() > KEY_CHARS_MAX || !key.chars().all(allowed) {
        return invalid("The TagKey you have provided is invalid");
    }
    if value.chars().count() > VALUE_CHARS_MAX || !value.chars().all(allowed) {
        return invalid("The TagValue you have provided is invalid");
    }
    if key.to_ascii_lowercase().starts_with("aws:") {
        return invalid(reserved);
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
