//! ARN patterns in conditions: six parts, compared part by part.

use super::values::Outcome;
use crate::arn::COLONS;
use crate::context::Context;
use crate::pattern::{Part, Pattern, Piece, Template, matches_pieces};

/// A pattern for an ARN. A `*` stays within its part.
#[derive(Debug)]
pub(crate) enum ArnPattern {
    Fixed(Box<[Pattern; 6]>),
    /// With variables; split again for every request, since a value may bring colons along.
    Variable(Template),
}

impl ArnPattern {
    /// Nothing when there are fewer than six parts and no variable could add them.
    pub(crate) fn new(template: Template) -> Option<ArnPattern> {
        if !template.variables.is_empty() {
            return Some(Self::Variable(template));
        }
        Some(Self::Fixed(Box::new(split(template.parts.into_vec())?.map(Pattern::from_parts))))
    }

    pub(crate) fn compare(&self, arn: &[&str; 6], context: &Context<'_>) -> Outcome {
        match self {
            Self::Fixed(patterns) => {
                Outcome::of(patterns.iter().zip(arn).all(|(pattern, part)| pattern.matches(part)))
            }
            Self::Variable(template) => compare_template(template, arn, context),
        }
    }

    pub(crate) fn template(&self) -> Option<&Template> {
        match self {
            Self::Fixed(_) => None,
            Self::Variable(template) => Some(template),
        }
    }
}

/// A variable without a value matches nothing. With all of them in place it has to be a pattern for an ARN.
fn compare_template(template: &Template, arn: &[&str; 6], context: &Context<'_>) -> Outcome {
    let Some(bound) = template.bound(context) else { return Outcome::NoMatch };
    let last = Cut::new(bound.pieces()).last();
    if last.is_none_or(|(part, _)| part < COLONS) {
        return Outcome::Unreadable;
    }
    Outcome::of(matches_cut(Cut::new(bound.pieces()), arn))
}

fn matches_cut<'a>(mut rest: Cut<'a, impl Iterator<Item = Piece<'a>> + Clone>, arn: &[&str; 6]) -> bool {
    arn.iter().enumerate().all(|(part, text)| {
        let own = rest.clone().take_while(|(of, _)| *of == part).map(|(_, piece)| piece);
        // An empty piece follows each colon, so a part that was reached has one.
        let reached = part == 0 || own.clone().next().is_some();
        if !reached || !matches_pieces(own, text.as_bytes()) {
            return false;
        }
        while rest.clone().next().is_some_and(|(of, _)| of == part) {
            rest.next();
        }
        true
    })
}

/// Pieces cut at the first five colons, each with the number of its part.
#[derive(Clone)]
struct Cut<'a, I> {
    pieces: I,
    /// What is left of a text that was cut.
    rest: Option<&'a str>,
    part: usize,
}

impl<'a, I> Cut<'a, I> {
    fn new(pieces: I) -> Cut<'a, I> {
        Cut { pieces, rest: None, part: 0 }
    }
}

impl<'a, I: Iterator<Item = Piece<'a>>> Iterator for Cut<'a, I> {
    type Item = (usize, Piece<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let text = match self.rest.take() {
            Some(rest) => rest,
            None => match self.pieces.next()? {
                Piece::Text(text) => text,
                other => return Some((self.part, other)),
            },
        };
        let part = self.part;
        let cut = if part < COLONS { text.split_once(':') } else { None };
        let Some((before, after)) = cut else { return Some((part, Piece::Text(text))) };
        self.part += 1;
        self.rest = Some(after);
        Some((part, Piece::Text(before)))
    }
}

/// Cuts at the first five colons.
fn split(parts: Vec<Part>) -> Option<[Vec<Part>; 6]> {
    let mut pieces: [Vec<Part>; 6] = Default::default();
    let mut colons = 0;
    for part in parts {
        let Part::Text(text) = part else {
            pieces[colons].push(part);
            continue;
        };
        let mut rest = &*text;
        while colons < COLONS
            && let Some((before, after)) = rest.split_once(':')
        {
            push(&mut pieces[colons], before);
            colons += 1;
            rest = after;
        }
        push(&mut pieces[colons], rest);
    }
    (colons == COLONS).then_some(pieces)
}

fn push(piece: &mut Vec<Part>, text: &str) {
    if !text.is_empty() {
        piece.push(Part::Text(text.into()));
    }
}
