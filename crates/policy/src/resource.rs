//! The `Resource` element against the ARN of a request.

use std::borrow::Cow;

use crate::arn;
use crate::context::Context;
use crate::document::ast::{Patterns, Version};
use crate::few::Few;
use crate::pattern::{self, Pattern, Template};
use crate::variable::{self, Variable, Wildcards};

/// `Resource` or `NotResource`, compiled.
#[derive(Debug)]
pub(crate) struct Resources {
    negated: bool,
    patterns: Few<ResourcePattern>,
}

#[derive(Debug)]
enum ResourcePattern {
    /// `"*"`
    All,
    Fixed(Pattern),
    Variable(Template),
}

impl Resources {
    pub(crate) fn compile(element: &Patterns, version: Version) -> Resources {
        let patterns =
            element.texts.iter().map(|text| ResourcePattern::compile(&text.value, version)).collect();
        Resources { negated: element.negated, patterns }
    }

    pub(crate) fn matches(&self, resource: &str, context: &Context<'_>) -> bool {
        self.patterns.iter().any(|pattern| pattern.matches(resource, context)) != self.negated
    }

    /// The literal text that each pattern begins with; nothing when some resource beginning otherwise can match.
    pub(crate) fn starts(&self) -> Option<impl Iterator<Item = &str>> {
        let bounded = !self.negated && self.patterns.iter().all(|pattern| !pattern.start().is_empty());
        bounded.then(|| self.patterns.iter().map(ResourcePattern::start))
    }

    /// The patterns as they read in this context, for people.
    pub(crate) fn shown<'a>(&self, element: &'a [Box<str>], context: &Context<'_>) -> Vec<Cow<'a, str>> {
        let replaced = |pattern: &ResourcePattern| match pattern {
            ResourcePattern::Variable(template) => template.shown(context),
            _ => None,
        };
        let written = element.iter().map(|text| Cow::Borrowed(&**text));
        self.patterns.iter().zip(written).map(|(p, text)| replaced(p).map_or(text, Cow::Owned)).collect()
    }

    pub(crate) fn variables(&self) -> impl Iterator<Item = &Variable> {
        self.patterns.iter().flat_map(|pattern| match pattern {
            ResourcePattern::Variable(template) => &*template.variables,
            _ => &[],
        })
    }
}

impl ResourcePattern {
    fn compile(text: &str, version: Version) -> ResourcePattern {
        if text == "*" {
            return Self::All;
        }
        let text = arn::completed(text);
        if version == Version::V2008 {
            return Self::Fixed(Pattern::new(&text));
        }
        let template = variable::template(&text, arn::resource_start(&text), Wildcards::Special);
        if template.variables.is_empty() {
            return Self::Fixed(Pattern::from_parts(template.parts.into_vec()));
        }
        Self::Variable(template)
    }

    fn start(&self) -> &str {
        match self {
            Self::All => "",
            Self::Fixed(pattern) => pattern.start(),
            Self::Variable(template) => pattern::start(&template.parts),
        }
    }

    /// The request resource `*` stands for "no particular resource", and only `"*"` covers that.
    fn matches(&self, resource: &str, context: &Context<'_>) -> bool {
        match self {
            Self::All => true,
            _ if resource == "*" => false,
            Self::Fixed(pattern) => pattern.matches(resource),
            Self::Variable(template) => template.matches(context, resource),
        }
    }
}
