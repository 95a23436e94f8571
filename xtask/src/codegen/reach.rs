//! Which shapes the served operations reach, and what each is called in Rust.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{Model, Operation, Reference, Shape};
use super::names;
use super::plan::Plan;
use crate::Outcome;

/// A shape as it is used. One blob can be a stream here and bytes there, one timestamp differ in its format,
/// one list be wrapped or flattened; each use gets a table of its own.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    pub(crate) shape: String,
    pub(crate) streaming: bool,
    pub(crate) timestamp_format: Option<String>,
    pub(crate) flattened: bool,
}

/// The served part of a model.
pub(crate) struct Reach<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) model: &'a Model,
    /// The served operations in the order of their names.
    pub(crate) operations: BTreeMap<&'a str, &'a Operation>,
    /// The name of each shape's static.
    pub(crate) statics: BTreeMap<Key, String>,
    /// The shapes of the errors.
    pub(crate) errors: BTreeSet<&'a str>,
}

/// Follows every served operation.
pub(crate) fn reach<'a>(plan: &'a Plan, model: &'a Model) -> Outcome<Reach<'a>> {
    let mut reach =
        Reach { plan, model, operations: BTreeMap::new(), statics: BTreeMap::new(), errors: BTreeSet::new() };
    for name in &plan.served {
        let operation =
            model.operations.get(name).ok_or_else(|| format!("the model has no operation `{name}`"))?;
        reach.operations.insert(name, operation);
        reach.errors.extend(operation.errors.iter().map(|error| error.shape.as_str()));
        for reference in operation.input.iter().chain(&operation.output) {
            reach.follow(reference)?;
        }
    }
    reach.name_statics()?;
    Ok(reach)
}

impl<'a> Reach<'a> {
    /// The uses of shapes in the order of their names.
    pub(crate) fn by_name(&self) -> BTreeMap<&str, &Key> {
        self.statics.iter().map(|(key, name)| (name.as_str(), key)).collect()
    }

    /// How `reference` uses its shape.
    pub(crate) fn key(&self, reference: &Reference) -> Outcome<Key> {
        let shape = self.model.shape(&reference.shape)?;
        let timestamp_format = reference.timestamp_format.as_ref().or(shape.timestamp_format.as_ref());
        Ok(Key {
            shape: reference.shape.clone(),
            streaming: shape.kind == "blob" && (reference.streaming || shape.streaming),
            timestamp_format: timestamp_format.filter(|_| shape.kind == "timestamp").cloned(),
            flattened: shape.flattened || reference.flattened,
        })
    }

    /// Whether values of the shape must be kept out of logs and records.
    pub(crate) fn is_sensitive(&self, key: &Key, shape: &Shape) -> bool {
        shape.sensitive || self.plan.sensitive.contains(&key.shape)
    }

    /// The name of the static for a use of a shape.
    pub(crate) fn static_name(&self, reference: &Reference) -> Outcome<&str> {
        let name = self.statics.get(&self.key(reference)?);
        Ok(name.ok_or_else(|| format!("`{}` was not reached", reference.shape))?)
    }

    /// Whether a value of structure `from` would contain one of `to` without a list or map between them.
    pub(crate) fn embeds(&self, from: &str, to: &str) -> Outcome<bool> {
        let mut seen = BTreeSet::new();
        let mut open = vec![from.to_owned()];
        while let Some(name) = open.pop() {
            if name == to {
                return Ok(true);
            }
            let shape = self.model.shape(&name)?;
            if shape.kind == "structure" && seen.insert(name) {
                open.extend(shape.members.0.iter().map(|(_, member)| member.shape.clone()));
            }
        }
        Ok(false)
    }

    fn follow(&mut self, reference: &Reference) -> Outcome {
        let key = self.key(reference)?;
        if self.statics.insert(key, String::new()).is_some() {
            return Ok(());
        }
        for next in references(self.model.shape(&reference.shape)?) {
            self.follow(next)?;
        }
        Ok(())
    }

    /// Names follow the shapes. Where two would be the same, the later in the order of keys gets a number.
    fn name_statics(&mut self) -> Outcome {
        let mut taken: BTreeSet<String> =
            self.operations.keys().map(|name| names::screaming(name)).chain(["SERVICE".into()]).collect();
        for (key, name) in &mut self.statics {
            let mark = match &key.timestamp_format {
                _ if key.streaming => "_STREAM".to_owned(),
                _ if key.flattened && !self.model.shape(&key.shape)?.flattened => "_FLATTENED".to_owned(),
                Some(format) if self.model.shape(&key.shape)?.timestamp_format.as_ref() != Some(format) => {
                    format!("_{}", names::screaming(format))
                }
                _ => String::new(),
            };
            let plain = format!("{}{mark}", names::screaming(&key.shape));
            let numbered = (2..).map(|number| format!("{plain}_{number}"));
            let free = std::iter::once(plain.clone()).chain(numbered).find(|name| !taken.contains(name));
            *name = free.unwrap_or(plain);
            taken.insert(name.clone());
        }
        Ok(())
    }
}

fn references(shape: &Shape) -> impl Iterator<Item = &Reference> {
    let inner = [&shape.member, &shape.key, &shape.value].into_iter().flatten().map(AsRef::as_ref);
    shape.members.0.iter().map(|(_, member)| member).chain(inner)
}
