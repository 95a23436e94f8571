//! How two patterns relate: whether one covers the other, and whether a text matches both.

/// Patterns longer than this are not compared cell by cell.
const COMPARED_CHARS_MAX: usize = 4096;

/// Whether every text that `inner` matches is matched by `outer`. A yes is certain.
pub(crate) fn covers(outer: &str, inner: &str) -> bool {
    let (outer, inner): (Vec<char>, Vec<char>) = (outer.chars().collect(), inner.chars().collect());
    let (mut o, mut i) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while let Some(&wanted) = inner.get(i) {
        match outer.get(o) {
            Some('*') => {
                star = Some((o + 1, i));
                o += 1;
                continue;
            }
            // A wildcard of `inner` is covered by a star only; `?` also by `?`.
            Some('?') if wanted != '*' => (o, i) = (o + 1, i + 1),
            Some(&found) if found == wanted && found != '*' => (o, i) = (o + 1, i + 1),
            _ => {
                let Some((after, from)) = star else { return false };
                star = Some((after, from + 1));
                (o, i) = (after, from + 1);
            }
        }
    }
    outer.iter().skip(o).all(|&c| c == '*')
}

/// Whether some text matches both.
pub(crate) fn intersect(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().max(b.len()) > COMPARED_CHARS_MAX {
        return true;
    }
    // reachable[j]: the rest of `a` from the present place and the rest of `b` from `j` have a text in common.
    let mut below = vec![false; b.len() + 1];
    for i in (0..=a.len()).rev() {
        let mut row = vec![false; b.len() + 1];
        for j in (0..=b.len()).rev() {
            let at = |row: &[bool], j: usize| row.get(j).copied().unwrap_or_default();
            let found = match (a.get(i), b.get(j)) {
                (None, None) => true,
                (Some('*'), _) => at(&below, j) || (j < b.len() && at(&row, j + 1)),
                (_, Some('*')) => at(&row, j + 1) || (i < a.len() && at(&below, j)),
                (Some(x), Some(y)) => (x == y || *x == '?' || *y == '?') && at(&below, j + 1),
                _ => false,
            };
            if let Some(cell) = row.get_mut(j) {
                *cell = found;
            }
        }
        below = row;
    }
    below.first().copied().unwrap_or_default()
}

/// A text the pattern matches.
pub(crate) fn example(pattern: &str) -> String {
    pattern.replace('*', "example").replace('?', "x")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_cover_each_other() {
        for (outer, inner) in
            [("*", "a*b?"), ("a*", "ab*"), ("a*", "a"), ("a?c", "abc"), ("a?c", "a?c"), ("*b*", "ab*b")]
        {
            assert!(covers(outer, inner), "{outer} {inner}");
        }
        for (outer, inner) in
            [("a", "a*"), ("a?", "a*"), ("a*c", "a*"), ("ab*", "a*"), ("a?c", "a*c"), ("", "*")]
        {
            assert!(!covers(outer, inner), "{outer} {inner}");
        }
    }

    #[test]
    fn patterns_meet() {
        for (a, b) in [("a*", "*b"), ("*", ""), ("a?c", "ab*"), ("a*b*c", "*x*"), ("", "")] {
            assert!(intersect(a, b) && intersect(b, a), "{a} {b}");
        }
        for (a, b) in [("a", "b"), ("a*", "b*"), ("a?", "a"), ("x:?*:y", "x::y"), ("*a", "*b")] {
            assert!(!intersect(a, b) && !intersect(b, a), "{a} {b}");
        }
    }
}
