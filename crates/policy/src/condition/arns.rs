//! ARN patterns in conditions: six parts, compared part by part.

use crate::arn::COLONS;
use crate::context::Context;
use crate::pattern::{Part, Pattern, Piece, Template, matches_pieces};

/// A pattern for an ARN. A `*` stays within its part.
#[derive(Debug)]
pub(crate) enum ArnPattern {
    Fixed([Pattern; 6]),
    /// With variables; split again for every request, since a value may bring colons along.
    Variable(Template),
}

impl ArnPattern {
    /// Nothing when there are fewer than six parts and no variable could add them.
    pub(crate) fn new(template: Template) -> Option<ArnPattern> {
        if !template.variables.is_empty() {
            return Some(Self::Variable(template));
        }
        Some(Self::Fixed(split(template.parts.into_vec())?.map(Pattern::from_parts)))
    }

    pub(crate) fn matches(&self, arn: &[&str; 6], context: &Context<'_>) -> bool {
        match self {
            Self::Fixed(patterns) => patterns.iter().zip(arn).all(|(pattern, part)| pattern.matches(part)),
            Self::Variable(template) => matches_template(template, arn, context),
        }
    }

    pub(crate) fn template(&self) -> Option<&Template> {
        match self {
            Self::Fixed(_) => None,
            Self::Variable(template) => Some(template),
        }
    }
}

/// Patterns with more pieces use the heap.
const INLINE_PIECES: usize = 24;

fn matches_template(template: &Template, arn: &[&str; 6], context: &Context<'_>) -> bool {
    let cut = Cut::new(template.pieces(context));
    let mut inline = [Piece::Many; INLINE_PIECES];
    let count = cut.clone().count();
    let mut heap;
    let pieces: &mut [Piece<'_>] = match inline.get_mut(..count) {
        Some(pieces) => pieces,
        None => {
            heap = vec![Piece::Many; count];
            &mut heap
        }
    };
    let mut ends = [0; 6];
    for (number, found) in cut.enumerate() {
        let (Some((part, piece)), Some(room)) = (found, pieces.get_mut(number)) else { return false };
        *room = piece;
        for end in ends.iter_mut().skip(part) {
            *end = number + 1;
        }
    }
    // An empty piece follows each colon, so a part that was reached has an end.
    let mut start = 0;
    ends.iter().zip(arn).enumerate().all(|(part, (&end, text))| {
        let own = pieces.get(start..end).unwrap_or_default();
        let reached = part == 0 || end > start;
        start = end;
        reached && matches_pieces(own.len(), |number| own.get(number).copied(), text)
    })
}

/// Pieces cut at the first five colons, each with the number of its part. A piece without a value ends in nothing.
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

impl<'a, I: Iterator<Item = Option<Piece<'a>>>> Iterator for Cut<'a, I> {
    type Item = Option<(usize, Piece<'a>)>;

    fn next(&mut self) -> Option<Self::Item> {
        let text = match self.rest.take() {
            Some(rest) => rest,
            None => match self.pieces.next()? {
                Some(Piece::Text(text)) => text,
                other => return Some(other.map(|piece| (self.part, piece))),
            },
        };
        let part = self.part;
        let cut = if part < COLONS { text.split_once(':') } else { None };
        let Some((before, after)) = cut else { return Some(Some((part, Piece::Text(text)))) };
        self.part += 1;
        self.rest = Some(after);
        Some(Some((part, Piece::Text(before))))
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
