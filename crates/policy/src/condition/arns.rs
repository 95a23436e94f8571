//! ARN patterns in conditions: six parts, compared part by part.

use crate::arn::COLONS;
use crate::context::Context;
use crate::pattern::{Part, Pattern, Template, matches_parts};

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
            Self::Variable(template) => {
                let parts = template.substitute(context).and_then(split);
                parts.is_some_and(|parts| {
                    parts.iter().zip(arn).all(|(part, text)| matches_parts(part, &[], text))
                })
            }
        }
    }

    pub(crate) fn template(&self) -> Option<&Template> {
        match self {
            Self::Fixed(_) => None,
            Self::Variable(template) => Some(template),
        }
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
