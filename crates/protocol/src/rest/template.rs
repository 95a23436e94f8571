//! Path templates: `/{Bucket}/{Key+}?uploads`.

use crate::Labels;
use crate::rest::{PathText, percent};

/// A parsed template.
#[derive(Debug)]
pub(crate) struct Template {
    segments: Vec<Segment>,
    fixed: Vec<(&'static str, &'static str)>,
}

#[derive(Debug, Clone, Copy)]
enum Segment {
    Literal(&'static str),
    Label(&'static str),
    Greedy(&'static str),
}

impl Template {
    /// Reads a template of a model. `x-id`, which some models repeat the operation's name in, says nothing.
    pub(crate) fn parse(uri: &'static str) -> Self {
        let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
        let segments = path.split('/').filter(|text| !text.is_empty()).map(segment).collect();
        let fixed = query
            .split('&')
            .filter(|part| !part.is_empty())
            .map(|part| part.split_once('=').unwrap_or((part, "")));
        Self { segments, fixed: fixed.filter(|(name, _)| *name != "x-id").collect() }
    }

    /// The query parts that are always there.
    pub(crate) fn fixed(&self) -> &[(&'static str, &'static str)] {
        &self.fixed
    }

    /// How many segments are no labels: the more, the more specific.
    pub(crate) fn literals(&self) -> usize {
        self.segments.iter().filter(|segment| matches!(segment, Segment::Literal(_))).count()
    }

    /// The labels of a raw path, if it has this form. One slash at the end is allowed and means nothing.
    pub(crate) fn matches(&self, path: &str) -> Result<Option<Labels>, PathText> {
        let mut labels = Labels::default();
        let mut rest = Some(path.strip_prefix('/').unwrap_or(path)).filter(|rest| !rest.is_empty());
        for (at, segment) in self.segments.iter().enumerate() {
            let Some(text) = rest else { return Ok(None) };
            let (head, tail) = match segment {
                Segment::Greedy(_) => match cut_tail(text, self.segments.len() - at - 1) {
                    Some(cut) => cut,
                    None => return Ok(None),
                },
                _ => text.split_once('/').map_or((text, None), |(head, tail)| (head, Some(tail))),
            };
            if head.is_empty() {
                return Ok(None);
            }
            match segment {
                Segment::Literal(wanted) if percent::decode_path(head)? == *wanted => {}
                Segment::Literal(_) => return Ok(None),
                Segment::Label(name) | Segment::Greedy(name) => {
                    labels.push(name, percent::decode_path(head)?)
                }
            }
            rest = tail;
        }
        Ok(rest.is_none_or(str::is_empty).then_some(labels))
    }

    /// Writes a path; `label` gives the text of each label, not yet encoded.
    pub(crate) fn fill<E>(&self, mut label: impl FnMut(&str) -> Result<String, E>) -> Result<String, E> {
        let mut path = String::new();
        for segment in &self.segments {
            path.push('/');
            match segment {
                Segment::Literal(text) => path.push_str(text),
                Segment::Label(name) => path.push_str(&percent::encode(&label(name)?)),
                Segment::Greedy(name) => path.push_str(&percent::encode_path(&label(name)?)),
            }
        }
        Ok(if path.is_empty() { "/".to_owned() } else { path })
    }
}

fn segment(text: &'static str) -> Segment {
    match text.strip_prefix('{').and_then(|text| text.strip_suffix('}')) {
        Some(label) => label.strip_suffix('+').map_or(Segment::Label(label), Segment::Greedy),
        None => Segment::Literal(text),
    }
}

/// Splits off the last `count` segments of a path.
fn cut_tail(text: &str, count: usize) -> Option<(&str, Option<&str>)> {
    if count == 0 {
        return Some((text, None));
    }
    let (at, _) = text.rmatch_indices('/').nth(count - 1)?;
    Some((text.get(..at)?, text.get(at + 1..)))
}
