//! Patterns of the models in the syntax of the crate `regex`.
//!
//! The models are written for Java's engine. Its classes `\d`, `\w` and `\s` are ASCII only, a `[` inside a
//! class is meant literally, and code points are written `\u0020`.

/// Why a pattern cannot be translated.
pub(crate) type Reason = &'static str;

const WORD: &str = "A-Za-z0-9_";
const SPACE: &str = r"\t\n\x0B\f\r ";

/// What has a meaning in this crate's syntax and stays escaped.
const SPECIAL: &str = r"\.+*?()|[]{}^$#&-~";

/// Java's names of the POSIX classes, which are ASCII there too.
const POSIX: &[&str] = &[
    "Alnum", "Alpha", "ASCII", "Blank", "Cntrl", "Digit", "Graph", "Lower", "Print", "Punct", "Space",
    "Upper", "XDigit",
];

/// Translates `source`.
pub(crate) fn translate(source: &str) -> Result<String, Reason> {
    let letters: Vec<char> = source.chars().collect();
    let mut translator = Translator { rest: &letters, in_class: false, after_set: false, out: String::new() };
    while let Some(letter) = translator.next() {
        translator.step(letter)?;
    }
    Ok(translator.out)
}

struct Translator<'a> {
    rest: &'a [char],
    in_class: bool,
    /// Whether the last thing written in a class was a set, after which `-` cannot begin a range.
    after_set: bool,
    out: String,
}

impl Translator<'_> {
    fn next(&mut self) -> Option<char> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn peeks(&self, text: &str) -> bool {
        text.chars().enumerate().all(|(at, letter)| self.rest.get(at) == Some(&letter))
    }

    fn step(&mut self, letter: char) -> Result<(), Reason> {
        let after_set = std::mem::take(&mut self.after_set);
        match letter {
            '\\' => self.escape()?,
            '[' if !self.in_class => {
                self.in_class = true;
                self.out.push('[');
                if self.peeks("^") {
                    self.next();
                    self.out.push('^');
                }
            }
            ']' if self.in_class => {
                self.in_class = false;
                self.out.push(']');
            }
            '[' | '&' | '~' | '^' if self.in_class => self.literal(letter),
            '-' if self.in_class && after_set => self.literal('-'),
            '(' if !self.in_class && ["?=", "?!", "?<", "?>"].iter().any(|group| self.peeks(group)) => {
                return Err("look-around");
            }
            '{' if !self.in_class => self.brace(),
            '}' if !self.in_class => self.literal('}'),
            other => self.out.push(other),
        }
        Ok(())
    }

    /// Copies a repetition such as `{1,64}`; any other brace is meant literally.
    fn brace(&mut self) {
        let close = self.rest.iter().position(|letter| *letter == '}');
        let (inside, rest) = self.rest.split_at(close.unwrap_or(0));
        let counts = |letter: &char| letter.is_ascii_digit() || *letter == ',';
        if inside.first().is_some_and(char::is_ascii_digit) && inside.iter().all(counts) {
            self.out.push('{');
            self.out.extend(inside);
            self.out.push('}');
            self.rest = rest.get(1..).unwrap_or_default();
        } else {
            self.literal('{');
        }
    }

    fn escape(&mut self) -> Result<(), Reason> {
        match self.next().ok_or("a backslash at the end")? {
            'd' => self.set("0-9", false),
            'D' => self.set("0-9", true),
            'w' => self.set(WORD, false),
            'W' => self.set(WORD, true),
            's' => self.set(SPACE, false),
            'S' => self.set(SPACE, true),
            'p' => self.property('p')?,
            'P' => self.property('P')?,
            'u' => self.code_point()?,
            'e' => self.out.push_str(r"\x1B"),
            plain @ ('t' | 'n' | 'r' | 'f' | 'a' | 'x' | 'b' | 'B' | 'A' | 'z') => {
                self.out.push('\\');
                self.out.push(plain);
            }
            letter if letter.is_ascii_alphanumeric() => return Err("an escape of Java's own"),
            other => self.literal(other),
        }
        Ok(())
    }

    fn literal(&mut self, letter: char) {
        if SPECIAL.contains(letter) {
            self.out.push('\\');
        }
        self.out.push(letter);
    }

    fn set(&mut self, members: &str, negated: bool) {
        match (self.in_class, negated) {
            (true, false) => self.out.push_str(members),
            (_, true) => self.out.push_str(&format!("[^{members}]")),
            (false, false) => self.out.push_str(&format!("[{members}]")),
        }
        self.after_set = self.in_class;
    }

    fn property(&mut self, kind: char) -> Result<(), Reason> {
        let close = self.rest.iter().position(|letter| *letter == '}').ok_or("an unnamed property")?;
        let (name, rest) = self.rest.split_at(close);
        let name: String = name.iter().skip(1).collect();
        self.rest = rest.get(1..).unwrap_or_default();
        if POSIX.contains(&name.as_str()) {
            let negation = if kind == 'P' { "^" } else { "" };
            let class = format!("[:{negation}{}:]", name.to_lowercase());
            self.out.push_str(&if self.in_class { class } else { format!("[{class}]") });
        } else {
            self.out.push_str(&format!(r"\{kind}{{{name}}}"));
        }
        self.after_set = self.in_class;
        Ok(())
    }

    /// `\u0020`; two surrogates are one code point. STS writes `\u10000-\u10FFFF`, five and six digits where
    /// Java knows four, and means the planes above the first.
    fn code_point(&mut self) -> Result<(), Reason> {
        let digits = [("10FFFF", 6), ("10000", 5)];
        let count = digits.iter().find(|(text, _)| self.peeks(text)).map_or(4, |(_, count)| *count);
        let code = self.hex(count)?;
        let code = match code {
            0xD800..=0xDBFF if self.peeks("\\u") => {
                self.rest = self.rest.get(2..).unwrap_or_default();
                let low = self.hex(4)?.checked_sub(0xDC00).ok_or("half a surrogate pair")?;
                0x10000 + ((code - 0xD800) << 10) + low
            }
            0xD800..=0xDFFF => return Err("half a surrogate pair"),
            code => code,
        };
        self.out.push_str(&format!("\\x{{{code:04X}}}"));
        Ok(())
    }

    fn hex(&mut self, count: usize) -> Result<u32, Reason> {
        let (digits, rest) = self.rest.split_at_checked(count).ok_or("too few digits of a code point")?;
        let digits: String = digits.iter().collect();
        self.rest = rest;
        u32::from_str_radix(&digits, 16).map_err(|_| "digits of a code point that are none")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &str) {
        assert_eq!(translate(source).as_deref(), Ok(expected));
    }

    #[test]
    fn classes_stay_ascii() {
        check(r"[\w+=,.@-]+", "[A-Za-z0-9_+=,.@-]+");
        check(r"[\w-\.]+", r"[A-Za-z0-9_\-\.]+");
        check(r"\d{12}", "[0-9]{12}");
        check(r"[^\S]", r"[^[^\t\n\x0B\f\r ]]");
        check(r"\p{Alnum}[\p{L}\p{Punct}]", r"[[:alnum:]][\p{L}[:punct:]]");
    }

    #[test]
    fn code_points_are_written_in_braces() {
        check(r"[\u0009\u000A-\u00FF]", r"[\x{0009}\x{000A}-\x{00FF}]");
        check(r"[\u10000-\u10FFFF]", r"[\x{10000}-\x{10FFFF}]");
        check(r"[\uD800\uDC00-\uDBFF\uDFFF]", r"[\x{10000}-\x{10FFFF}]");
    }

    #[test]
    fn what_java_reads_literally_is_escaped() {
        check("[a[&&b^]", r"[a\[\&\&b\^]");
        check(r"\/\_\-\'x{2,}{y}", r"/_\-'x{2,}\{y\}");
    }

    #[test]
    fn what_cannot_be_translated_is_refused() {
        assert_eq!(translate("(?!xn--)a"), Err("look-around"));
        assert_eq!(translate(r"(a)\1"), Err("an escape of Java's own"));
        assert_eq!(translate(r"\uD800"), Err("half a surrogate pair"));
    }
}
