//! Policy variables: `${key}`, `${key, 'default'}`, and `${*}`, `${?}`, `${$}` for the characters themselves.
//!
//! From "IAM policy elements: Variables and tags". A value is put in as literal text.

use crate::context::{Context, Value};
use crate::pattern::{Part, Template};

/// One variable of a template.
#[derive(Debug, Clone)]
pub(crate) struct Variable {
    key: Box<str>,
    /// As the policy spells it, where that is not lower case.
    written: Option<Box<str>>,
    default: Option<Box<str>>,
}

impl Variable {
    /// The value in this context. A multivalued key cannot be used.
    pub(crate) fn value<'a>(&'a self, context: &'a Context<'_>) -> Option<&'a str> {
        match context.get(&self.key) {
            Some(Value::Single(value)) => Some(value),
            Some(Value::Multi(values)) if !values.is_empty() => None,
            _ => self.default.as_deref(),
        }
    }

    /// The key, in lower case.
    pub(crate) fn key(&self) -> &str {
        &self.key
    }

    /// The key as the policy spells it.
    pub(crate) fn written(&self) -> &str {
        self.written.as_deref().unwrap_or(&self.key)
    }
}

/// Whether `*` and `?` are wildcards in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wildcards {
    Special,
    Literal,
}

/// The parts of a text without variables.
pub(crate) fn wildcards(text: &str) -> Vec<Part> {
    let mut builder = Builder::default();
    builder.text(text, Wildcards::Special);
    builder.parts()
}

/// Reads a text with variables. The first `literal` bytes hold none.
pub(crate) fn template(text: &str, literal: usize, wildcards: Wildcards) -> Template {
    let mut builder = Builder::default();
    let (before, mut rest) = text.split_at_checked(literal).unwrap_or((text, ""));
    builder.text(before, wildcards);
    while let Some(start) = rest.find("${") {
        let Some(found) = reference(&rest[start + 2..]) else { break };
        builder.text(&rest[..start], wildcards);
        rest = &rest[start + 2 + found.length..];
        builder.reference(found);
    }
    builder.text(rest, wildcards);
    let variables = std::mem::take(&mut builder.variables);
    Template { parts: builder.parts().into(), variables: variables.into() }
}

/// What stands between `${` and `}`; `length` includes the bracket.
struct Reference<'a> {
    key: &'a str,
    default: Option<&'a str>,
    length: usize,
}

fn reference(inside: &str) -> Option<Reference<'_>> {
    let end = inside.find('}')?;
    if let Some(comma) = inside[..end].find(',') {
        let after = inside[comma + 1..].trim_start_matches(' ');
        let start = inside.len() - after.len();
        if let Some(quoted) = after.strip_prefix('\'')
            && let Some(length) = quoted.find("'}")
        {
            let default = Some(&quoted[..length]);
            return Some(Reference { key: &inside[..comma], default, length: start + 1 + length + 2 });
        }
    }
    Some(Reference { key: &inside[..end], default: None, length: end + 1 })
}

#[derive(Default)]
struct Builder {
    parts: Vec<Part>,
    variables: Vec<Variable>,
    run: String,
}

impl Builder {
    fn text(&mut self, text: &str, wildcards: Wildcards) {
        for c in text.chars() {
            match c {
                '*' if wildcards == Wildcards::Special => self.many(),
                '?' if wildcards == Wildcards::Special => self.push(Part::One),
                _ => self.run.push(c),
            }
        }
    }

    fn many(&mut self) {
        if !self.run.is_empty() || self.parts.last() != Some(&Part::Many) {
            self.push(Part::Many);
        }
    }

    fn reference(&mut self, found: Reference<'_>) {
        if let "*" | "?" | "$" = found.key {
            return self.run.push_str(found.key);
        }
        self.push(Part::Variable(self.variables.len()));
        let key: Box<str> = found.key.to_lowercase().into();
        let written = (*key != *found.key).then(|| found.key.into());
        self.variables.push(Variable { key, written, default: found.default.map(Into::into) });
    }

    fn push(&mut self, part: Part) {
        self.end_run();
        self.parts.push(part);
    }

    fn end_run(&mut self) {
        if !self.run.is_empty() {
            let run = std::mem::take(&mut self.run);
            self.parts.push(Part::Text(run.into()));
        }
    }

    fn parts(mut self) -> Vec<Part> {
        self.end_run();
        self.parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn shown(text: &str) -> Option<String> {
        let mut context = Context::new();
        context.set("aws:username", "ann*");
        context.set("aws:principaltag/my team", "red");
        context.set_multi("aws:tagkeys", vec!["a".into()]);
        template(text, 0, Wildcards::Special).shown(&context)
    }

    #[test]
    fn variables_are_replaced() {
        assert_eq!(shown("a/${AWS:UserName}/b").as_deref(), Some("a/ann*/b"));
        assert_eq!(shown("${aws:PrincipalTag/My Team}").as_deref(), Some("red"));
        assert_eq!(shown("${aws:PrincipalTag/none, 'x y'}-").as_deref(), Some("x y-"));
        assert_eq!(shown("${aws:PrincipalTag/none,'x}y'}").as_deref(), Some("x}y"));
        assert_eq!(shown("${*}${?}${$}").as_deref(), Some("*?$"));
        assert_eq!(shown("${aws:username").as_deref(), Some("${aws:username"));
    }

    #[test]
    fn without_a_value_nothing_is_left() {
        assert_eq!(shown("a${aws:none}"), None);
        assert_eq!(shown("a${aws:TagKeys}"), None);
        assert_eq!(shown("a${aws:TagKeys, 'b'}"), None);
    }
}
