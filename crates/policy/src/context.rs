//! The request context: what is known about a request, by condition key.

use std::borrow::Cow;

/// The value of a condition key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// A key with one value.
    Single(Cow<'a, str>),
    /// A multivalued key; no values at all is the same as a missing key.
    Multi(Vec<String>),
}

/// The keys of a request. Names ignore case, tag keys within names too.
///
/// Names and values may be borrowed. A context can lie over another: what many requests have in common is made
/// once, and each adds its own keys.
#[derive(Debug, Clone, Default)]
pub struct Context<'a> {
    // Invariant: names are lower case and occur once.
    entries: Vec<(Cow<'a, str>, Value<'a>)>,
    /// Contexts whose keys count as well: those of the first over those of the second, all below the entries.
    below: [Option<&'a Context<'a>>; 2],
}

impl<'a> Context<'a> {
    /// A context without keys.
    pub fn new() -> Context<'a> {
        Context::default()
    }

    /// A context without keys, with room for as many.
    pub fn with_capacity(keys: usize) -> Context<'a> {
        Context { entries: Vec::with_capacity(keys), below: [None, None] }
    }

    /// The keys of two contexts, those of `upper` over those of `lower`.
    pub fn over(upper: &'a Context<'a>, lower: &'a Context<'a>) -> Context<'a> {
        Context { entries: Vec::new(), below: [Some(upper), Some(lower)] }
    }

    /// Sets a single-valued key. A name in lower case is kept as it is; others are copied.
    pub fn set(&mut self, key: impl Into<Cow<'a, str>>, value: impl Into<Cow<'a, str>>) -> &mut Context<'a> {
        self.insert(key.into(), Value::Single(value.into()))
    }

    /// Sets a multivalued key.
    pub fn set_multi(&mut self, key: impl Into<Cow<'a, str>>, values: Vec<String>) -> &mut Context<'a> {
        self.insert(key.into(), Value::Multi(values))
    }

    /// Sets a key to either form.
    pub fn insert(&mut self, key: Cow<'a, str>, value: Value<'a>) -> &mut Context<'a> {
        let key = lower(key);
        match self.entries.iter_mut().find(|(name, _)| *name == key) {
            Some((_, old)) => *old = value,
            None => self.entries.push((key, value)),
        }
        self
    }

    /// Every key in lower case with its value, once: keys of upper contexts hide those below.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value<'a>)> {
        let mut all: Vec<(&str, &Value<'a>)> = Vec::new();
        self.gather(&mut all);
        all.into_iter()
    }

    fn gather<'s>(&'s self, all: &mut Vec<(&'s str, &'s Value<'a>)>) {
        for (name, value) in &self.entries {
            if !all.iter().any(|(known, _)| known == name) {
                all.push((name, value));
            }
        }
        for below in self.below.into_iter().flatten() {
            below.gather(all);
        }
    }

    /// The value of a key whose name is given in lower case.
    pub fn get(&self, lower_key: &str) -> Option<&Value<'a>> {
        let own = self.entries.iter().find(|(name, _)| *name == lower_key).map(|(_, value)| value);
        own.or_else(|| self.below.iter().flatten().find_map(|context| context.get(lower_key)))
    }
}

fn lower(key: Cow<'_, str>) -> Cow<'_, str> {
    if key.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return key;
    }
    Cow::Owned(key.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_an_upper_context_hide_those_below() {
        let (mut lower, mut upper) = (Context::new(), Context::new());
        lower.set("a", "low").set("B", "low").set("c", "low");
        upper.set("b", "up").set("C", "up");
        let mut context = Context::over(&upper, &lower);
        context.set("c", "own");
        let shown = |key| match context.get(key) {
            Some(Value::Single(value)) => value.as_ref(),
            _ => "",
        };
        assert_eq!([shown("a"), shown("b"), shown("c"), shown("d")], ["low", "up", "own", ""]);
    }
}
