//! Policy values read once, in the form their operator compares.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::address::{self, Network};
use super::arns::ArnPattern;
use super::date::Instant;
use super::number::Decimal;
use super::operator::{Comparison, Test};
use crate::arn;
use crate::context::Context;
use crate::document::ast::Version;
use crate::few::Few;
use crate::pattern::{Part, Piece, Template};
use crate::variable::{self, Variable, Wildcards};

/// How much of a base64 text is read at a time: whole groups of four characters for three bytes.
const ENCODED_CHUNK: usize = 64;
const DECODED_CHUNK: usize = ENCODED_CHUNK / 4 * 3;

/// How a request value compares with the policy values.
pub(crate) enum Outcome {
    Match,
    NoMatch,
    /// One side cannot be read for the operator, and nothing else matched.
    Unreadable,
}

impl Outcome {
    pub(crate) fn of(matched: bool) -> Outcome {
        if matched { Self::Match } else { Self::NoMatch }
    }
}

/// The values of one condition. Values that cannot be read are `None`.
#[derive(Debug)]
pub(crate) enum Values {
    Equal(Few<StringValue>),
    EqualIgnoringCase(Few<StringValue>),
    Like(Few<Template>),
    Numbers(Comparison, Few<Option<Decimal<Box<str>>>>),
    Dates(Comparison, Few<Option<Instant>>),
    Booleans(Few<Option<bool>>),
    Binary(Few<Option<Box<str>>>),
    Networks(Few<Option<Network>>),
    Arns(Few<Option<ArnPattern>>),
    Null(Few<Option<bool>>),
}

/// A text to be equal to.
#[derive(Debug)]
pub(crate) enum StringValue {
    Literal(Box<str>),
    Variable(Template),
}

impl Values {
    pub(crate) fn compile<'a>(test: Test, texts: impl Iterator<Item = &'a str>, version: Version) -> Values {
        match test {
            Test::StringEquals => Self::Equal(texts.map(|text| StringValue::new(text, version)).collect()),
            Test::StringEqualsIgnoreCase => {
                Self::EqualIgnoringCase(texts.map(|text| StringValue::new(text, version)).collect())
            }
            Test::StringLike => {
                Self::Like(texts.map(|text| template(text, version, Wildcards::Special)).collect())
            }
            Test::Numeric(comparison) => {
                Self::Numbers(comparison, texts.map(|text| Decimal::parse(text).map(Decimal::kept)).collect())
            }
            Test::Date(comparison) => Self::Dates(comparison, texts.map(Instant::parse).collect()),
            Test::Bool => Self::Booleans(texts.map(boolean).collect()),
            Test::Binary => Self::Binary(texts.map(|text| binary(text).map(Into::into)).collect()),
            Test::IpAddress => Self::Networks(texts.map(Network::parse).collect()),
            Test::Arn => {
                let compile = |text| ArnPattern::new(template(text, version, Wildcards::Special));
                Self::Arns(texts.map(compile).collect())
            }
            Test::Null => Self::Null(texts.map(boolean).collect()),
        }
    }

    pub(crate) fn compare(&self, value: &str, context: &Context<'_>) -> Outcome {
        match self {
            Self::Equal(texts) => Outcome::of(texts.iter().any(|text| text.equals(value, context))),
            Self::EqualIgnoringCase(texts) => {
                Outcome::of(texts.iter().any(|text| text.equals_ignoring_case(value, context)))
            }
            Self::Like(templates) => {
                Outcome::of(templates.iter().any(|template| template.matches(context, value)))
            }
            Self::Numbers(comparison, numbers) => {
                each(Decimal::parse(value), numbers, |value, number| comparison.accepts(value.order(number)))
            }
            Self::Dates(comparison, dates) => {
                each(Instant::parse(value), dates, |value, date| comparison.accepts(value.cmp(date)))
            }
            Self::Booleans(booleans) => each(boolean(value), booleans, bool::eq),
            Self::Binary(texts) => each(binary(value), texts, |value, text| **value == **text),
            Self::Networks(networks) => {
                each(address::parse(value), networks, |address, network| network.contains(*address))
            }
            Self::Arns(patterns) => match arn::split(value) {
                Some(parts) => any(patterns.iter().map(|pattern| match pattern {
                    Some(pattern) => pattern.compare(&parts, context),
                    None => Outcome::Unreadable,
                })),
                None => Outcome::Unreadable,
            },
            Self::Null(_) => Outcome::Unreadable,
        }
    }

    /// For `Null`: whether one of the values agrees with the key being missing or not.
    pub(crate) fn says_missing(&self, missing: bool) -> bool {
        matches!(self, Self::Null(values) if values.contains(&Some(missing)))
    }

    /// How the value of this number reads in this context, if it has variables.
    pub(crate) fn replaced(&self, number: usize, context: &Context<'_>) -> Option<String> {
        let template = match self {
            Self::Equal(texts) | Self::EqualIgnoringCase(texts) => {
                texts.get(number).and_then(StringValue::template)
            }
            Self::Like(templates) => templates.get(number).filter(|template| !template.variables.is_empty()),
            Self::Arns(patterns) => {
                patterns.get(number).and_then(Option::as_ref).and_then(ArnPattern::template)
            }
            _ => None,
        };
        template?.shown(context)
    }

    pub(crate) fn variables(&self) -> impl Iterator<Item = &Variable> {
        let templates: Vec<&Template> = match self {
            Self::Equal(texts) | Self::EqualIgnoringCase(texts) => {
                texts.iter().filter_map(StringValue::template).collect()
            }
            Self::Like(templates) => templates.iter().collect(),
            Self::Arns(patterns) => patterns.iter().flatten().filter_map(ArnPattern::template).collect(),
            _ => Vec::new(),
        };
        templates.into_iter().flat_map(|template| &template.variables)
    }
}

impl StringValue {
    fn new(text: &str, version: Version) -> StringValue {
        let template = template(text, version, Wildcards::Literal);
        match &*template.parts {
            [] => Self::Literal("".into()),
            [Part::Text(text)] => Self::Literal(text.clone()),
            _ => Self::Variable(template),
        }
    }

    fn equals(&self, value: &str, context: &Context<'_>) -> bool {
        match self {
            Self::Literal(text) => **text == *value,
            Self::Variable(template) => template.matches(context, value),
        }
    }

    fn equals_ignoring_case(&self, value: &str, context: &Context<'_>) -> bool {
        match self {
            Self::Literal(text) => equal_ignoring_case(text, value),
            Self::Variable(template) => template_equals_ignoring_case(template, value, context),
        }
    }

    fn template(&self) -> Option<&Template> {
        match self {
            Self::Literal(_) => None,
            Self::Variable(template) => Some(template),
        }
    }
}

fn template(text: &str, version: Version, wildcards: Wildcards) -> Template {
    let literal = if version == Version::V2008 { text.len() } else { 0 };
    variable::template(text, literal, wildcards)
}

/// The template has no wildcards, so its pieces are texts.
fn template_equals_ignoring_case(template: &Template, value: &str, context: &Context<'_>) -> bool {
    let Some(bound) = template.bound(context) else { return false };
    let texts = bound.pieces().map(|piece| match piece {
        Piece::Text(text) => text,
        Piece::Many | Piece::One => "",
    });
    let chars = || texts.clone().flat_map(str::chars);
    if value.is_ascii() || chars().all(|c| c.is_ascii()) {
        return chars().map(|c| c.to_ascii_lowercase()).eq(value.chars().map(|c| c.to_ascii_lowercase()));
    }
    chars().flat_map(char::to_lowercase).eq(value.chars().flat_map(char::to_lowercase))
}

fn equal_ignoring_case(a: &str, b: &str) -> bool {
    if a.is_ascii() || b.is_ascii() {
        return a.eq_ignore_ascii_case(b);
    }
    a.chars().flat_map(char::to_lowercase).eq(b.chars().flat_map(char::to_lowercase))
}

/// The text, if it is base64 as the standard has it: padded, and with no bits to spare. There bytes have one text
/// only, so that comparing texts is comparing bytes.
fn binary(text: &str) -> Option<&str> {
    let mut chunks = text.as_bytes().chunks(ENCODED_CHUNK).peekable();
    let mut decoded = [0; DECODED_CHUNK];
    while let Some(chunk) = chunks.next() {
        let length = STANDARD.decode_slice(chunk, &mut decoded).ok()?;
        // Padding can only end the text.
        if chunks.peek().is_some() && length != DECODED_CHUNK {
            return None;
        }
    }
    Some(text)
}

fn boolean(text: &str) -> Option<bool> {
    match text {
        _ if text.eq_ignore_ascii_case("true") => Some(true),
        _ if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

/// The outcome for several alternatives.
fn any(outcomes: impl Iterator<Item = Outcome>) -> Outcome {
    let mut all = Outcome::NoMatch;
    for outcome in outcomes {
        match outcome {
            Outcome::Match => return Outcome::Match,
            Outcome::Unreadable => all = Outcome::Unreadable,
            Outcome::NoMatch => {}
        }
    }
    all
}

/// One readable request value against each policy value.
fn each<R, P>(value: Option<R>, policy: &[Option<P>], matches: impl Fn(&R, &P) -> bool) -> Outcome {
    let Some(value) = value else { return Outcome::Unreadable };
    if policy.iter().flatten().any(|p| matches(&value, p)) {
        return Outcome::Match;
    }
    if policy.iter().any(Option::is_none) { Outcome::Unreadable } else { Outcome::NoMatch }
}
