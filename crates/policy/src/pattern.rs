//! Text patterns with `*` and `?`, and templates that also hold policy variables.
//!
//! `*` matches any run of characters, `?` exactly one; the whole text must match ("IAM JSON policy
//! elements: Resource"). Patterns are cut into parts once, so matching compares runs of bytes.

use crate::context::Context;
use crate::variable::{self, Variable};

/// Templates with more variables than this use the heap when they are matched.
const INLINE_VALUES: usize = 4;

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
        match self {
            Self::Any => true,
            Self::Literal(literal) => **literal == *text,
            Self::Prefix(prefix) => prefix.starts(text),
            Self::Parts(parts) => matches_parts(parts, &[], text),
        }
    }

    pub(crate) fn is_literal(&self) -> bool {
        matches!(self, Self::Literal(_))
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

    fn starts(&self, text: &str) -> bool {
        let Some(head) = text.as_bytes().get(..self.text.len()) else { return false };
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
        let mut inline = [""; INLINE_VALUES];
        if let Some(values) = inline.get_mut(..self.variables.len()) {
            for (value, variable) in values.iter_mut().zip(&self.variables) {
                let Some(found) = variable.value(context) else { return false };
                *value = found;
            }
            return matches_parts(&self.parts, values, text);
        }
        let values: Option<Vec<&str>> = self.variables.iter().map(|v| v.value(context)).collect();
        values.is_some_and(|values| matches_parts(&self.parts, &values, text))
    }

    /// The pieces with the variables' values in place; nothing for a variable without one.
    pub(crate) fn pieces<'a>(
        &'a self,
        context: &'a Context<'_>,
    ) -> impl Iterator<Item = Option<Piece<'a>>> + Clone {
        self.parts.iter().map(|part| {
            Some(match part {
                Part::Text(text) => Piece::Text(text),
                Part::Many => Piece::Many,
                Part::One => Piece::One,
                Part::Variable(number) => Piece::Text(self.variables.get(*number)?.value(context)?),
            })
        })
    }

    /// How the text reads after substitution, for people.
    pub(crate) fn shown(&self, context: &Context<'_>) -> Option<String> {
        self.pieces(context).map(|piece| piece.map(Piece::shown)).collect()
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
    fn shown(self) -> &'a str {
        match self {
            Self::Text(text) => text,
            Self::Many => "*",
            Self::One => "?",
        }
    }
}

/// Whether a text matches parts, with the values of their variables.
fn matches_parts(parts: &[Part], values: &[&str], text: &str) -> bool {
    let piece = |number: usize| {
        Some(match parts.get(number)? {
            Part::Text(run) => Piece::Text(run),
            Part::Many => Piece::Many,
            Part::One => Piece::One,
            Part::Variable(number) => Piece::Text(values.get(*number).copied().unwrap_or_default()),
        })
    };
    matches_pieces(parts.len(), piece, text)
}

/// Greedy matching that goes back to the last `*` only: quadratic at worst, linear as a rule.
pub(crate) fn matches_pieces<'p>(
    count: usize,
    piece: impl Fn(usize) -> Option<Piece<'p>>,
    text: &str,
) -> bool {
    let text = text.as_bytes();
    let (mut number, mut at) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    loop {
        let advanced = match piece(number) {
            Some(Piece::Many) => {
                if number + 1 == count {
                    return true;
                }
                star = Some((number + 1, at));
                Some(at)
            }
            Some(Piece::One) => character(text, at),
            Some(Piece::Text(run)) => take(text, at, run.as_bytes()),
            None if at == text.len() => return true,
            None => None,
        };
        if let Some(next) = advanced {
            (number, at) = (number + 1, next);
            continue;
        }
        let Some((after, from)) = star else { return false };
        let next =
            character(text, from).and_then(|from| candidate(piece(after), after + 1 == count, text, from));
        let Some(from) = next else { return false };
        star = Some((after, from));
        (number, at) = (after, from);
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

/// The next place from `from` at which the piece after a `*` can begin.
fn candidate(piece: Option<Piece<'_>>, is_last: bool, text: &[u8], from: usize) -> Option<usize> {
    let Some(Piece::Text(run)) = piece else { return Some(from) };
    let run = run.as_bytes();
    if is_last {
        // The last run: it can only end the text.
        let start = text.len().checked_sub(run.len())?;
        return (start >= from).then_some(start);
    }
    let Some(first) = run.first() else { return Some(from) };
    text.get(from..)?.iter().position(|byte| byte == first).map(|skipped| from + skipped)
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
