//! Where two texts part, and whether one letter is all there is to it.

/// How a pattern differs from the text it should have matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Difference {
    /// The first character that differs, counted from zero.
    pub(super) at: usize,
    /// Set where one letter more, less or other would make it match.
    pub(super) letter: Option<Letter>,
}

/// What a pattern would need to match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letter {
    Missing,
    TooMany,
    Other,
}

impl Letter {
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Missing => "one letter short",
            Self::TooMany => "one letter too many",
            Self::Other => "one letter different",
        }
    }
}

/// The pattern with that one letter set right.
pub(super) fn corrected(pattern: &str, text: &str) -> Option<String> {
    let Difference { at, letter } = between(pattern, text);
    let mut letters: Vec<char> = pattern.chars().collect();
    let got = text.chars().nth(at);
    match letter? {
        Letter::Missing => letters.insert(at, got?),
        Letter::TooMany => drop(letters.remove(at)),
        Letter::Other => *letters.get_mut(at)? = got?,
    }
    Some(letters.into_iter().collect())
}

/// Compares a pattern of a policy, with `*` and `?`, to a text that it does not match.
pub(super) fn between(pattern: &str, text: &str) -> Difference {
    let pattern: Vec<char> = pattern.chars().collect();
    let text: Vec<char> = text.chars().collect();
    let same = |(wanted, got): &(&char, &char)| wanted == got || **wanted == '?';
    let at = pattern.iter().zip(&text).take_while(same).count();
    Difference { at, letter: letter(&pattern, &text, at) }
}

/// The one change at `at` after which the pattern matches. Two texts that are one edit apart always are so at
/// their first difference.
fn letter(pattern: &[char], text: &[char], at: usize) -> Option<Letter> {
    let before = pattern.get(..at)?;
    let from_here = pattern.get(at..)?;
    let after = pattern.get(at + 1..);
    let got = text.get(at);
    let changed = |middle: Option<&char>, rest: &[char]| {
        let whole: Vec<char> = before.iter().chain(middle).chain(rest).copied().collect();
        matches(&whole, text)
    };
    if got.is_some() && changed(got, from_here) {
        Some(Letter::Missing)
    } else if after.is_some_and(|after| changed(None, after)) {
        Some(Letter::TooMany)
    } else if got.is_some() && after.is_some_and(|after| changed(got, after)) {
        Some(Letter::Other)
    } else {
        None
    }
}

/// Whether a pattern matches. On a mismatch only the last `*` met has to take one character more.
fn matches(pattern: &[char], text: &[char]) -> bool {
    let (mut p, mut t) = (0, 0);
    let mut star = None;
    while let Some(got) = text.get(t) {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, t));
                p += 1;
            }
            Some(wanted) if wanted == got || *wanted == '?' => (p, t) = (p + 1, t + 1),
            _ => {
                let Some((star_p, star_t)) = star else { return false };
                star = Some((star_p, star_t + 1));
                (p, t) = (star_p + 1, star_t + 1);
            }
        }
    }
    pattern.iter().skip(p).all(|wanted| *wanted == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, text: &str, at: usize, letter: Option<Letter>) {
        assert_eq!(between(pattern, text), Difference { at, letter }, "{pattern} and {text}");
    }

    #[test]
    fn the_first_difference_is_told_and_whether_it_is_one_letter() {
        check("books", "boots", 3, Some(Letter::Other));
        check("book", "books", 4, Some(Letter::Missing));
        check("books", "book", 4, Some(Letter::TooMany));
        check("boook", "book", 3, Some(Letter::TooMany));
        check("book", "boook", 3, Some(Letter::Missing));
        check("999999999999", "000000000000", 0, None);
        check("films", "books", 0, None);
        check("", "b", 0, Some(Letter::Missing));
    }

    #[test]
    fn one_letter_can_be_set_right() {
        let check = |pattern: &str, text: &str, expect: Option<&str>| {
            assert_eq!(corrected(pattern, text).as_deref(), expect);
        };
        check("sale/*", "sales/train.csv", Some("sales/*"));
        check("saless/*", "sales/train.csv", Some("sales/*"));
        check("salts/*", "sales/train.csv", Some("sales/*"));
        check("films/*", "sales/train.csv", None);
    }

    #[test]
    fn wildcards_match_what_they_match_in_policies() {
        check("arn:aws:s3:::sale/*", "arn:aws:s3:::sales/train.csv", 17, Some(Letter::Missing));
        check("arn:aws:s3:::saless/*", "arn:aws:s3:::sales/train.csv", 18, Some(Letter::TooMany));
        check("arn:aws:s3:::salts/*", "arn:aws:s3:::sales/train.csv", 16, Some(Letter::Other));
        check("arn:aws:s3:::sal", "arn:aws:s3:::sales", 16, None);
        check("s3:Put*", "s3:GetObject", 3, None);
    }
}
