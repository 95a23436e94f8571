//! Text patterns with `*` and `?`, and templates that also hold policy variables.
//!
//! `*` matches any run of characters, `?` exactly one; the whole text must match ("IAM JSON policy
//! elements: Resource"). Patterns are cut into parts once, so matching compares runs of bytes.

use crate::context::Context;
use crate::variable::{self, Variable};

/// So many variables of a template are looked up once for a match, further ones as often as they are reached.
const VALUES_AT_HAND: usize = 4;

/// How much of a prefix's end is compared first.
const TAIL_BYTES: usize = 8;

/// A piece of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// Literal text, never empty.
    Text(Box<str>),
    /// `*`
    Many,
    /// `?`
    One,
    /// The value of the template's variable of this number.
    Variable(usize),
}

/// A pattern with nothing to substitute.
#[derive(Debug, Clone)]
pub(crate) enum Pattern {
    /// `*`
    Any,
    /// No wildcards.
    Literal(Box<str>),
    /// Text and a final `*`, the most frequent form.
    Prefix(Prefix),
    /// Anything else.
    Parts(Box<[Part]>),
}

impl Pattern {
    /// Reads a pattern in which only `*` and `?` are special.
    pub(crate) fn new(text: &str) -> Pattern {
        Self::from_parts(variable::wildcards(text))
    }

    pub(crate) fn from_parts(mut parts: Vec<Part>) -> Pattern {
        match parts.as_mut_slice() {
            [] => Self::Literal("".into()),
            [Part::Many] => Self::Any,
            [Part::Text(text)] => Self::Literal(std::mem::take(text)),
            [Part::Text(text), Part::Many] => Self::Prefix(Prefix::new(std::mem::take(text))),
            _ => Self::Parts(parts.into()),
        }
    }

    /// Whether the whole text matches.
    pub(crate) fn matches(&self, text: &str) -> bool {
        self.matches_bytes(text.as_bytes())
    }

    /// The same, where it is not known again that the text is one.
    pub(crate) fn matches_bytes(&self, text: &[u8]) -> bool {
        match self {
            Self::Any => true,
            Self::Literal(literal) => literal.as_bytes() == text,
            Self::Prefix(prefix) => prefix.starts(text),
            Self::Parts(parts) => matches_pieces(parts.iter().map(Piece::fixed), text),
        }
    }

    /// The text, without wildcards.
    pub(crate) fn literal(&self) -> Option<&str> {
        match self {
            Self::Literal(text) => Some(text),
            _ => None,
        }
    }

    /// The literal text it begins with.
    pub(crate) fn start(&self) -> &str {
        match self {
            Self::Any => "",
            Self::Literal(text) => text,
            Self::Prefix(prefix) => &prefix.text,
            Self::Parts(parts) => start(parts),
        }
    }
}

/// The literal text that a sequence of parts begins with.
pub(crate) fn start(parts: &[Part]) -> &str {
    match parts.first() {
        Some(Part::Text(text)) => text,
        _ => "",
    }
}

/// A text to begin with.
///
/// ARNs of one service all begin alike, so the end of the prefix is compared first. It is kept at hand: most
/// comparisons fail there, without reaching for the text.
#[derive(Debug, Clone)]
pub(crate) struct Prefix {
    text: Box<str>,
    tail: [u8; TAIL_BYTES],
}

impl Prefix {
    fn new(text: Box<str>) -> Prefix {
        let tail = text.as_bytes().last_chunk().copied().unwrap_or_default();
        Prefix { text, tail }
    }

    fn starts(&self, text: &[u8]) -> bool {
        let Some(head) = text.get(..self.text.len()) else { return false };
        let tail_differs = head.last_chunk().is_some_and(|tail| *tail != self.tail);
        !tail_differs && head == self.text.as_bytes()
    }
}

/// A text that may hold variables.
#[derive(Debug, Clone)]
pub(crate) struct Template {
    pub(crate) parts: Box<[Part]>,
    pub(crate) variables: Box<[Variable]>,
}

impl Template {
    /// Whether the text matches, with the variables' values from the context. A variable without
    /// a value matches nothing, not even a lone `*` around it.
    pub(crate) fn matches(&self, context: &Context<'_>, text: &str) -> bool {
        self.bound(context).is_some_and(|bound| matches_pieces(bound.pieces(), text.as_bytes()))
    }

    /// The template with its variables' values; nothing when one has none.
    pub(crate) fn bound<'a>(&'a self, context: &'a Context<'a>) -> Option<Bound<'a>> {
        let mut first = [""; VALUES_AT_HAND];
        for (number, variable) in self.variables.iter().enumerate() {
            let value = variable.value(context)?;
            if let Some(room) = first.get_mut(number) {
                *room = value;
            }
        }
        Some(Bound { template: self, context, first })
    }

    /// How the text reads after substitution, for people.
    pub(crate) fn shown(&self, context: &Context<'_>) -> Option<String> {
        self.bound(context).map(|bound| bound.pieces().map(Piece::shown).collect())
    }
}

/// A template whose variables all have a value.
pub(crate) struct Bound<'a> {
    template: &'a Template,
    context: &'a Context<'a>,
    /// The values of the first variables. Those of further ones are looked up when they are reached, so that
    /// nothing is allocated however many there are.
    first: [&'a str; VALUES_AT_HAND],
}

impl<'a> Bound<'a> {
    /// The pieces with the values in place.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = Piece<'a>> + Clone {
        self.template.parts.iter().map(|part| match part {
            Part::Variable(number) => Piece::Text(self.value(*number)),
            part => Piece::fixed(part),
        })
    }

    fn value(&self, number: usize) -> &'a str {
        let looked_up = || self.template.variables.get(number)?.value(self.context);
        self.first.get(number).copied().or_else(looked_up).unwrap_or_default()
    }
}

/// A piece of a pattern, variables replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    Text(&'a str),
    Many,
    One,
}

impl<'a> Piece<'a> {
    /// The piece of a part without variable.
    fn fixed(part: &'a Part) -> Piece<'a> {
        match part {
            Part::Text(run) => Self::Text(run),
            Part::Many => Self::Many,
            Part::One => Self::One,
            Part::Variable(_) => Self::Text(""),
        }
    }

    fn shown(self) -> &'a str {
        match self {
            Self::Text(text) => text,
            Self::Many => "*",
            Self::One => "?",
        }
    }
}

/// Whether the whole text matches the pieces.
///
/// Greedy, going back to the last `*` only: quadratic at worst, linear as a rule.
pub(crate) fn matches_pieces<'p, P>(mut pieces: P, text: &[u8]) -> bool
where
    P: Iterator<Item = Piece<'p>> + Clone,
{
    let mut at = 0;
    // The pieces after the last `*`, and the place in the text where they are tried.
    let mut star: Option<(P, usize)> = None;
    loop {
        let advanced = match pieces.next() {
            Some(Piece::Many) => {
                if pieces.clone().next().is_none() {
                    return true;
                }
                let Some(from) = candidate(pieces.clone(), text, at) else { return false };
                star = Some((pieces.clone(), from));
                Some(from)
            }
            Some(Piece::One) => character(text, at),
            Some(Piece::Text(run)) => take(text, at, run.as_bytes()),
            None if at == text.len() => return true,
            None => None,
        };
        if let Some(next) = advanced {
            at = next;
            continue;
        }
        let Some((after, from)) = &mut star else { return false };
        let next = character(text, *from).and_then(|from| candidate(after.clone(), text, from));
        let Some(next) = next else { return false };
        (*from, at) = (next, next);
        pieces = after.clone();
    }
}

fn take(text: &[u8], at: usize, run: &[u8]) -> Option<usize> {
    text.get(at..).filter(|rest| rest.starts_with(run)).map(|_| at + run.len())
}

/// The place after the character at `at`.
fn character(text: &[u8], at: usize) -> Option<usize> {
    text.get(at)?;
    let continuation = text.get(at + 1..)?.iter().take_while(|&&byte| byte & 0xc0 == 0x80).count();
    Some(at + 1 + continuation)
}

/// The next place from `from` at which the pieces after a `*` can begin.
fn candidate<'p>(mut pieces: impl Iterator<Item = Piece<'p>>, text: &[u8], from: usize) -> Option<usize> {
    let Some(Piece::Text(run)) = pieces.next() else { return Some(from) };
    let run = run.as_bytes();
    if pieces.next().is_none() {
        // The last run: it can only end the text.
        let start = text.len().checked_sub(run.len())?;
        return (start >= from).then_some(start);
    }
    let Some((first, others)) = run.split_first() else { return Some(from) };
    let mut from = from;
    loop {
        let rest = text.get(from..)?;
        let skipped = rest.iter().position(|byte| byte == first)?;
        if rest.get(skipped + 1..)?.starts_with(others) {
            return Some(from + skipped);
        }
        from += skipped + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, yes: &[&str], no: &[&str]) {
        for text in yes {
            assert!(Pattern::new(pattern).matches(text), "{pattern} must match {text}");
        }
        for text in no {
            assert!(!Pattern::new(pattern).matches(text), "{pattern} must not match {text}");
        }
    }

    #[test]
    fn wildcards_match_whole_texts() {
        check("*", &["", "a", "a/b:c\nd"], &[]);
        check("", &[""], &["a"]);
        check("a", &["a"], &["", "A", "ab"]);
        check("a*", &["a", "ab"], &["", "ba"]);
        check("*a", &["a", "aa", "ba"], &["", "ab"]);
        check("a?c", &["abc", "a\u{e9}c", "a?c"], &["ac", "abbc"]);
        check("*ab*ab*", &["abab", "xabxabx", "aabab"], &["ab", "aba"]);
        check("a*b*c", &["abc", "axxbyyc", "abcbc"], &["acb", "ab"]);
        check("??*", &["ab", "abc"], &["a", ""]);
        check("a**b", &["ab", "axb"], &["a"]);
        check("*?b", &["ab", "bb", "abb"], &["b"]);
        check("*\u{e9}?", &["\u{e9}x", "a\u{e9}\u{e9}x"], &["\u{e9}"]);
    }
}
