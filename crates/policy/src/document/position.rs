//! Places in a document's text.

use serde::Serialize;
use unicode_width::UnicodeWidthChar;

/// A place in a document: lines and columns count from one, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// Finds places of a text, fast where each comes after the one before.
pub(crate) struct Places<'a> {
    text: &'a str,
    offset: usize,
    at: Position,
}

impl<'a> Places<'a> {
    pub(crate) fn of(text: &'a str) -> Places<'a> {
        Places { text, offset: 0, at: Position { line: 1, column: 1 } }
    }

    /// The place of a byte offset.
    pub(crate) fn at(&mut self, offset: usize) -> Position {
        if offset < self.offset {
            *self = Self::of(self.text);
        }
        let passed = self.text.get(self.offset..offset).or(self.text.get(self.offset..)).unwrap_or_default();
        self.offset += passed.len();
        let (line, column) = line_column(passed, passed.len());
        self.at = match line {
            1 => Position { line: self.at.line, column: self.at.column + column - 1 },
            _ => Position { line: self.at.line + line - 1, column },
        };
        self.at
    }
}

/// Line and column of a byte offset, both from one.
pub(crate) fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.bytes().filter(|&b| b == b'\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

/// A line of a text, cut to `columns` of a terminal, and below it carets under `length` characters from `column` on.
///
/// Both count from one, columns in characters. Characters that terminals draw two columns wide have two carets, and
/// those without width none of their own. Tabs are drawn as one space, and other control characters as `?`.
pub fn pointed(text: &str, line: usize, column: usize, length: usize, columns: usize) -> [String; 2] {
    let chars: Vec<char> =
        text.lines().nth(line.saturating_sub(1)).unwrap_or_default().chars().map(drawn).collect();
    let at = column.saturating_sub(1);
    let own = |c: char| c.width().unwrap_or_default();
    let width = |chars: &[char]| chars.iter().map(|&c| own(c)).sum::<usize>();
    let before = chars.get(..at.min(chars.len())).unwrap_or_default();
    let marked = chars.get(at.min(chars.len())..(at + length).min(chars.len())).unwrap_or_default();
    // A third of the room shows what stands before. Of a long line only that is looked at.
    let mut indent = 0;
    let fits = |c: &&char| {
        let more = indent + own(**c);
        let fits = more <= columns / 3;
        if fits {
            indent = more;
        }
        fits
    };
    let start = before.len() - before.iter().rev().take_while(fits).count();
    let mut shown = String::new();
    let mut room = columns;
    for &c in chars.iter().skip(start) {
        if own(c) > room {
            break;
        }
        room -= own(c);
        shown.push(c);
    }
    let carets = width(marked).clamp(1, columns.saturating_sub(indent).max(1));
    [shown, format!("{}{}", " ".repeat(indent), "^".repeat(carets))]
}

fn drawn(c: char) -> char {
    match c {
        '\t' => ' ',
        c if c.is_control() => '?',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, line: usize, column: usize, length: usize, expect: [&str; 2]) {
        assert_eq!(pointed(text, line, column, length, 30), expect);
    }

    #[test]
    fn carets_stand_under_what_is_meant() {
        check("abc\ndef", 2, 2, 1, ["def", " ^"]);
        check("abc", 1, 2, 2, ["abc", " ^^"]);
        check("\t\ta", 1, 3, 1, ["  a", "  ^"]);
        check("größe x", 1, 7, 1, ["größe x", "      ^"]);
        check("日本 x", 1, 4, 1, ["日本 x", "     ^"]);
        check("x日本", 1, 2, 2, ["x日本", " ^^^^"]);
        // A letter and a combining mark are one column.
        check("e\u{301}x", 1, 3, 1, ["e\u{301}x", " ^"]);
        check("abc\r\nd", 1, 4, 1, ["abc", "   ^"]);
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let line = format!("{}here{}", "-".repeat(50), "+".repeat(50));
        check(&line, 1, 51, 4, ["----------here++++++++++++++++", "          ^^^^"]);
        check(&line, 1, 51, 54, ["----------here++++++++++++++++", "          ^^^^^^^^^^^^^^^^^^^^"]);
        check("abc", 1, 9, 1, ["abc", "   ^"]);
        check("", 3, 1, 1, ["", "^"]);
    }
}
