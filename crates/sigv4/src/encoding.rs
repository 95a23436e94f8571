//! Percent-encoding as Signature Version 4 defines it: letters, digits and `-._~` stand for
//! themselves, everything else is `%XX` in upper case.

use std::borrow::Cow;

/// Whether a `/` stands for itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slash {
    Kept,
    Encoded,
}

/// Whether a `+` means a space, as in queries, or a plus, as in paths.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Plus {
    Space,
    Literal,
}

fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

/// Appends one byte, encoded where it must be.
fn push(out: &mut Vec<u8>, byte: u8, slash: Slash) {
    if is_unreserved(byte) || (byte == b'/' && slash == Slash::Kept) {
        out.push(byte);
    } else {
        push_escape(out, byte);
    }
}

fn push_escape(out: &mut Vec<u8>, byte: u8) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    out.extend_from_slice(&[b'%', DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
}

/// Encodes every byte, also the `%` of an escape that is there already.
pub(crate) fn encode(out: &mut Vec<u8>, raw: &[u8], slash: Slash) {
    raw.iter().for_each(|byte| push(out, *byte, slash));
}

/// Brings escaped text into the one form that is signed: what need not be escaped is not, what must
/// be is. An escaped slash stays escaped even where slashes are kept, because it is data and they are
/// not. A `%` that begins no escape is data too.
pub(crate) fn canonical(out: &mut Vec<u8>, escaped: &[u8], slash: Slash, plus: Plus) {
    let mut rest = escaped;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match (byte, after) {
            (b'%', [high, low, tail @ ..]) => match hex_byte(*high, *low) {
                Some(decoded) => {
                    push(out, decoded, Slash::Encoded);
                    rest = tail;
                }
                None => push(out, b'%', slash),
            },
            (b'+', _) if plus == Plus::Space => push_escape(out, b' '),
            _ => push(out, byte, slash),
        }
    }
}

/// Whether [`canonical`] would change nothing. Most clients send what they sign.
pub(crate) fn is_canonical(escaped: &[u8]) -> bool {
    let mut rest = escaped;
    while let Some((&byte, after)) = rest.split_first() {
        rest = match (byte, after) {
            (b'%', [high, low, tail @ ..]) => match hex_byte(*high, *low) {
                Some(decoded)
                    if !is_unreserved(decoded) && !high.is_ascii_lowercase() && !low.is_ascii_lowercase() =>
                {
                    tail
                }
                _ => return false,
            },
            _ if is_unreserved(byte) => after,
            _ => return false,
        };
    }
    true
}

/// The text an escaped query component stands for; `None` where it is not text.
pub(crate) fn decode(escaped: &str) -> Option<Cow<'_, str>> {
    if !escaped.bytes().any(|byte| byte == b'%' || byte == b'+') {
        return Some(Cow::Borrowed(escaped));
    }
    let mut bytes = Vec::with_capacity(escaped.len());
    let mut rest = escaped.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match (byte, after) {
            (b'%', [high, low, tail @ ..]) => match hex_byte(*high, *low) {
                Some(decoded) => {
                    bytes.push(decoded);
                    rest = tail;
                }
                None => bytes.push(b'%'),
            },
            (b'+', _) => bytes.push(b' '),
            _ => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).ok().map(Cow::Owned)
}

fn hex_byte(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    Some(digit(high)? << 4 | digit(low)?)
}

/// Resolves `.` and `..` and drops empty segments, as all services but S3 do before signing.
pub(crate) fn normalise(path: &str) -> Cow<'_, str> {
    if !path.contains("//") && !path.contains("/.") {
        return Cow::Borrowed(path);
    }
    let mut segments: Vec<&str> = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop();
            }
            _ => segments.push(segment),
        }
    }
    let mut normal = String::with_capacity(path.len());
    for segment in &segments {
        normal.push('/');
        normal.push_str(segment);
    }
    if path.ends_with('/') || segments.is_empty() {
        normal.push('/');
    }
    Cow::Owned(normal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(escaped: &str, expect: &str) {
        let mut out = Vec::new();
        canonical(&mut out, escaped.as_bytes(), Slash::Encoded, Plus::Space);
        assert_eq!(String::from_utf8(out).unwrap(), expect);
        assert_eq!(is_canonical(escaped.as_bytes()), escaped == expect, "{escaped}");
    }

    #[test]
    fn there_is_one_form_of_every_text() {
        check("", "");
        check("azAZ09-._~", "azAZ09-._~");
        check("%41%2d%7e", "A-~");
        check("%2f%2F/", "%2F%2F%2F");
        check("a+b%20c%2Bd", "a%20b%20c%2Bd");
        check("ü", "%C3%BC");
        check("100%", "100%25");
        check("%zz%4", "%25zz%254");
        check("=&*'()!", "%3D%26%2A%27%28%29%21");
    }

    #[test]
    fn in_a_path_slashes_separate_and_a_plus_is_a_plus() {
        let mut out = Vec::new();
        canonical(&mut out, b"/a+b/c%2Fd/%41", Slash::Kept, Plus::Literal);
        assert_eq!(out, b"/a%2Bb/c%2Fd/A");
    }

    #[test]
    fn paths_are_normalised_like_rfc_3986_without_empty_segments() {
        for (path, expect) in [
            ("/", "/"),
            ("//", "/"),
            ("/./", "/"),
            ("/..", "/"),
            ("/a/../b", "/b"),
            ("/a/..", "/"),
            ("/a/./b/", "/a/b/"),
            ("//a//b//", "/a/b/"),
            ("/a/../../b", "/b"),
            ("/.hidden/x", "/.hidden/x"),
            ("/plain/path", "/plain/path"),
        ] {
            assert_eq!(normalise(path), expect, "{path}");
        }
    }

    #[test]
    fn decoding_gives_the_text_or_nothing() {
        assert_eq!(decode("a%2Fb+c").as_deref(), Some("a/b c"));
        assert_eq!(decode("%").as_deref(), Some("%"));
        assert_eq!(decode("%FF"), None);
    }
}
