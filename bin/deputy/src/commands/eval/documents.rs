//! The policies of a line, each as it is written there.
//!
//! Read as plain values they would lose what IAM looks at: keys written twice, and how numbers are written.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use super::case::{COUNT_MAX, Refusal, wrong};

#[derive(Deserialize)]
struct Line<'a> {
    #[serde(borrow)]
    policies: Option<Layers<'a>>,
}

/// The members of `policies`.
#[derive(Deserialize, Default)]
#[serde(transparent)]
pub(super) struct Layers<'a>(#[serde(borrow)] BTreeMap<Cow<'a, str>, &'a RawValue>);

/// Some JSON of a line.
#[derive(Clone, Copy)]
pub(super) struct Written<'a>(&'a str);

impl<'a> Layers<'a> {
    /// Reads them off a line.
    pub(super) fn read(line: &'a [u8]) -> Result<Layers<'a>, Refusal> {
        let line: Line<'a> = serde_json::from_slice(line).map_err(|error| Refusal::not_json(&error))?;
        Ok(line.policies.unwrap_or_default())
    }

    /// A member; nothing where it is left out or `null`.
    pub(super) fn get(&self, name: &str) -> Option<Written<'a>> {
        self.0.get(name).map(|raw| Written(raw.get())).filter(|written| written.0 != "null")
    }
}

impl<'a> Written<'a> {
    pub(super) fn is_list(self) -> bool {
        self.0.starts_with('[')
    }

    /// The entries, of what shall be a list.
    pub(super) fn list(self, name: &str) -> Result<Vec<Written<'a>>, Refusal> {
        let entries: Vec<&'a RawValue> =
            serde_json::from_str(self.0).map_err(|_| wrong(name, "a list of documents"))?;
        match entries.len() {
            ..=COUNT_MAX => Ok(entries.into_iter().map(|raw| Written(raw.get())).collect()),
            _ => Err(Refusal::too_many(name)),
        }
    }

    /// The text of a document, which is given as JSON or as text.
    pub(super) fn document(self) -> Cow<'a, str> {
        if self.0.starts_with('"')
            && let Ok(text) = serde_json::from_str(self.0)
        {
            return Cow::Owned(text);
        }
        // Characters that a document may not hold count also where the line escapes them.
        match self.0.contains("\\u").then(|| serde_json::from_str::<Value>(self.0)) {
            Some(Ok(value)) => {
                let text = value.to_string();
                if text.chars().any(|c| c > '\u{ff}') { Cow::Owned(text) } else { Cow::Borrowed(self.0) }
            }
            _ => Cow::Borrowed(self.0),
        }
    }
}
