//! Patterns with `*` and `?` as sets of texts: which covers which, and what two have in common.

use std::collections::HashMap;

/// Patterns whose common part takes more patterns than this to write down are given up.
const PATTERNS_MAX: usize = 16;
/// Pairs of places in two patterns that are looked at. Longer patterns are given up.
const PLACES_MAX: usize = 1 << 17;

/// Whether all that `inner` matches is matched by `outer`.
pub(super) fn covers(outer: &str, inner: &str) -> bool {
    let outer: Vec<char> = outer.chars().collect();
    let inner: Vec<char> = inner.chars().collect();
    let (mut o, mut i) = (0, 0);
    let mut star = None;
    while let Some(got) = inner.get(i) {
        match outer.get(o) {
            Some('*') => {
                star = Some((o, i));
                o += 1;
            }
            Some('?') if *got != '*' => (o, i) = (o + 1, i + 1),
            Some(wanted) if *got != '*' && same(*wanted, *got) => (o, i) = (o + 1, i + 1),
            _ => {
                let Some((star_o, star_i)) = star else { return false };
                star = Some((star_o, star_i + 1));
                (o, i) = (star_o + 1, star_i + 1);
            }
        }
    }
    outer.iter().skip(o).all(|wanted| *wanted == '*')
}

/// Patterns that match exactly what both match: none where they have nothing in common. `None` where that takes too
/// many to write down.
pub(super) fn common(one: &str, other: &str) -> Option<Vec<String>> {
    if covers(one, other) {
        return Some(vec![other.to_owned()]);
    }
    if covers(other, one) {
        return Some(vec![one.to_owned()]);
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len() * other.len() > PLACES_MAX {
        return None;
    }
    let mut known = HashMap::new();
    let found = from(&one, &other, (0, 0), &mut known)?;
    Some(widest(&found))
}

/// The patterns that no other of them covers.
pub(super) fn widest(patterns: &[String]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for pattern in patterns {
        if kept.iter().any(|wider| covers(wider, pattern)) {
            continue;
        }
        kept.retain(|narrower| !covers(pattern, narrower));
        kept.push(pattern.clone());
    }
    kept
}

type Known = HashMap<(usize, usize), Vec<String>>;

/// What the rests from these places on have in common. Each step is behind one character of either at least, so this
/// ends; what is known is not asked again.
fn from(one: &[char], other: &[char], at: (usize, usize), known: &mut Known) -> Option<Vec<String>> {
    if let Some(found) = known.get(&at) {
        return Some(found.clone());
    }
    let (o, p) = at;
    let mut found = Vec::new();
    let mut add = |first: &str, rests: Vec<String>| {
        for rest in rests {
            let text = if first == "*" && rest.starts_with('*') { rest } else { format!("{first}{rest}") };
            if !found.contains(&text) {
                found.push(text);
            }
        }
    };
    match (one.get(o), other.get(p)) {
        (None, None) => add("", vec![String::new()]),
        // The star that ends first leaves the rest to the other.
        (Some('*'), Some('*')) => {
            add("*", from(one, other, (o + 1, p), known)?);
            add("*", from(one, other, (o, p + 1), known)?);
        }
        (Some('*'), next) => {
            add("", from(one, other, (o + 1, p), known)?);
            if let Some(next) = next {
                add(&next.to_string(), from(one, other, (o, p + 1), known)?);
            }
        }
        (next, Some('*')) => {
            add("", from(one, other, (o, p + 1), known)?);
            if let Some(next) = next {
                add(&next.to_string(), from(one, other, (o + 1, p), known)?);
            }
        }
        (Some('?'), Some(letter)) | (Some(letter), Some('?')) => {
            add(&letter.to_string(), from(one, other, (o + 1, p + 1), known)?);
        }
        (Some(letter), Some(same_letter)) if same(*letter, *same_letter) => {
            add(&letter.to_string(), from(one, other, (o + 1, p + 1), known)?);
        }
        _ => {}
    }
    let found = widest(&found);
    if found.len() > PATTERNS_MAX {
        return None;
    }
    known.insert(at, found.clone());
    Some(found)
}

fn same(one: char, other: char) -> bool {
    one.eq_ignore_ascii_case(&other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wider_pattern_covers_a_narrower_one() {
        assert!(covers("*", "s3:Get*"));
        assert!(covers("s3:*", "s3:Get?bject*"));
        assert!(covers("s3:get*", "s3:GetObject"));
        assert!(!covers("s3:Get*", "s3:*"));
        assert!(!covers("s3:Get?", "s3:Get*"));
        assert!(!covers("s3:GetObject", "s3:GetObjectAcl"));
    }

    #[track_caller]
    fn check(one: &str, other: &str, expect: &[&str]) {
        let mut found = common(one, other).unwrap();
        found.sort();
        assert_eq!(found, expect, "{one} and {other}");
        assert_eq!(common(other, one).unwrap().len(), expect.len());
    }

    #[test]
    fn two_patterns_have_in_common_what_both_match() {
        check("s3:*", "*", &["s3:*"]);
        check("s3:Get*", "iam:*", &[]);
        check("s3:Get*", "s3:*Object", &["s3:Get*Object"]);
        check("a*b", "*ba*", &["a*ba*b"]);
        check("ab*", "*bc", &["ab*bc", "abc"]);
        check("a?c", "ab*", &["abc"]);
        check("a", "b", &[]);
        check("x*y*", "*z*", &["x*y*z*", "x*z*y*"]);
    }
}
