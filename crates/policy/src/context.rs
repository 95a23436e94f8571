//! The request context: what is known about a request, by condition key.

use std::borrow::Cow;

/// The value of a condition key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A key with one value.
    Single(Cow<'static, str>),
    /// A multivalued key; no values at all is the same as a missing key.
    Multi(Vec<String>),
}

/// The keys of a request. Names ignore case, tag keys within names too.
#[derive(Debug, Clone, Default)]
pub struct Context {
    // Invariant: names are lower case and occur once.
    entries: Vec<(Cow<'static, str>, Value)>,
}

impl Context {
    /// A context without keys.
    pub fn new() -> Context {
        Context::default()
    }

    /// A context without keys, with room for as many.
    pub fn with_capacity(keys: usize) -> Context {
        Context { entries: Vec::with_capacity(keys) }
    }

    /// Sets a single-valued key.
    pub fn set(
        &mut self,
        key: impl Into<Cow<'static, str>>,
        value: impl Into<Cow<'static, str>>,
    ) -> &mut Context {
        self.insert(key.into(), Value::Single(value.into()))
    }

    /// Sets a multivalued key.
    pub fn set_multi(&mut self, key: impl Into<Cow<'static, str>>, values: Vec<String>) -> &mut Context {
        self.insert(key.into(), Value::Multi(values))
    }

    /// Sets a key to either form.
    pub fn insert(&mut self, key: Cow<'static, str>, value: Value) -> &mut Context {
        let key = lower(key);
        match self.entries.iter_mut().find(|(name, _)| *name == key) {
            Some((_, old)) => *old = value,
            None => self.entries.push((key, value)),
        }
        self
    }

    /// Removes a key, as when a service calls on behalf of a caller.
    pub fn remove(&mut self, key: &str) {
        self.entries.retain(|(name, _)| !name.eq_ignore_ascii_case(key));
    }

    /// The value of a key whose name is given in lower case.
    pub fn get(&self, lower_key: &str) -> Option<&Value> {
        self.entries.iter().find(|(name, _)| *name == lower_key).map(|(_, value)| value)
    }

    /// Every key, in lower case, with its value.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.entries.iter().map(|(name, value)| (&**name, value))
    }
}

fn lower(key: Cow<'static, str>) -> Cow<'static, str> {
    if key.chars().all(|c| c.is_ascii() && !c.is_ascii_uppercase()) {
        return key;
    }
    Cow::Owned(key.to_lowercase())
}
