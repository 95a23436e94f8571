//! The public service models, as far as the tables need them.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Read;
use std::marker::PhantomData;
use std::path::Path;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use crate::Outcome;

/// One `service-2.json`.
#[derive(Deserialize)]
pub(crate) struct Model {
    pub(crate) metadata: Metadata,
    pub(crate) operations: BTreeMap<String, Operation>,
    pub(crate) shapes: BTreeMap<String, Shape>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Metadata {
    pub(crate) api_version: String,
    pub(crate) endpoint_prefix: String,
    pub(crate) protocol: String,
    pub(crate) json_version: Option<String>,
    pub(crate) service_full_name: String,
    pub(crate) signing_name: Option<String>,
    pub(crate) target_prefix: Option<String>,
    pub(crate) xml_namespace: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Operation {
    pub(crate) http: Http,
    pub(crate) input: Option<Reference>,
    pub(crate) output: Option<Reference>,
    #[serde(default)]
    pub(crate) errors: Vec<Reference>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Http {
    pub(crate) method: String,
    pub(crate) request_uri: String,
    #[serde(default = "ok")]
    pub(crate) response_code: u16,
}

fn ok() -> u16 {
    200
}

/// A use of a shape: by an operation, a structure, a list or a map.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Reference {
    pub(crate) shape: String,
    pub(crate) location: Option<String>,
    pub(crate) location_name: Option<String>,
    pub(crate) result_wrapper: Option<String>,
    #[serde(default)]
    pub(crate) streaming: bool,
    pub(crate) timestamp_format: Option<String>,
    #[serde(default)]
    pub(crate) xml_attribute: bool,
    pub(crate) xml_namespace: Option<XmlNamespace>,
    #[serde(default)]
    pub(crate) flattened: bool,
}

#[derive(Clone, Deserialize)]
pub(crate) struct XmlNamespace {
    pub(crate) uri: String,
    pub(crate) prefix: Option<String>,
}

#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Shape {
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) min: Option<serde_json::Number>,
    pub(crate) max: Option<serde_json::Number>,
    pub(crate) pattern: Option<String>,
    #[serde(default, rename = "enum")]
    pub(crate) values: Vec<String>,
    #[serde(default)]
    pub(crate) sensitive: bool,
    #[serde(default)]
    pub(crate) streaming: bool,
    #[serde(default)]
    pub(crate) flattened: bool,
    #[serde(default)]
    pub(crate) eventstream: bool,
    #[serde(default)]
    pub(crate) document: bool,
    pub(crate) timestamp_format: Option<String>,
    pub(crate) xml_namespace: Option<XmlNamespace>,
    #[serde(default)]
    pub(crate) members: Ordered<Reference>,
    #[serde(default)]
    pub(crate) required: Vec<String>,
    pub(crate) payload: Option<String>,
    pub(crate) member: Option<Box<Reference>>,
    pub(crate) key: Option<Box<Reference>>,
    pub(crate) value: Option<Box<Reference>>,
    pub(crate) error: Option<ErrorTrait>,
    #[serde(default)]
    pub(crate) fault: bool,
}

#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ErrorTrait {
    pub(crate) code: Option<String>,
    pub(crate) http_status_code: Option<u16>,
}

/// An object whose order counts: the members of a structure.
#[derive(Clone)]
pub(crate) struct Ordered<T>(pub(crate) Vec<(String, T)>);

impl<T> Default for Ordered<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Ordered<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
            type Value = Ordered<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = access.next_entry()? {
                    entries.push(entry);
                }
                Ok(Ordered(entries))
            }
        }

        deserializer.deserialize_map(Entries(PhantomData))
    }
}

impl Model {
    /// The shape of that name.
    pub(crate) fn shape(&self, name: &str) -> Outcome<&Shape> {
        Ok(self.shapes.get(name).ok_or_else(|| format!("the model has no shape `{name}`"))?)
    }

    /// Gives these members, named `Structure.Member`, a shape of their own without pattern: `ArnUnpatterned`.
    pub(crate) fn unpattern(&mut self, members: &[String]) -> Outcome {
        for path in members {
            let unknown = || format!("the model has no member `{path}`");
            let (structure, name) = path.split_once('.').ok_or_else(unknown)?;
            let owner = self.shapes.get_mut(structure).ok_or_else(unknown)?;
            let member = owner.members.0.iter_mut().find(|(known, _)| known == name).ok_or_else(unknown)?;
            let patterned = std::mem::take(&mut member.1.shape);
            let free = format!("{patterned}Unpatterned");
            member.1.shape.clone_from(&free);
            let shape = self.shapes.get(&patterned).ok_or_else(unknown)?.clone();
            self.shapes.insert(free, Shape { pattern: None, ..shape });
        }
        Ok(())
    }
}

/// The shape inside a list or map.
pub(crate) fn inner(reference: &Option<Box<Reference>>) -> Outcome<&Reference> {
    Ok(reference.as_deref().ok_or("a list or map without its inner shape")?)
}

/// Reads a model, compressed or not.
pub(crate) fn read(path: &Path) -> Outcome<Model> {
    let file = std::fs::File::open(path)?;
    let mut text = String::new();
    if path.extension().is_some_and(|extension| extension == "gz") {
        flate2::read::GzDecoder::new(file).read_to_string(&mut text)?;
    } else {
        std::io::BufReader::new(file).read_to_string(&mut text)?;
    }
    Ok(serde_json::from_str(&text).map_err(|failure| format!("{}: {failure}", path.display()))?)
}
