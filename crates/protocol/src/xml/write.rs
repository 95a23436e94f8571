//! Writing XML text.

use bytes::Bytes;

/// A document in the making.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    out: String,
}

impl Writer {
    /// A document without a declaration.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// A document that begins with a declaration, as those of S3 do.
    pub(crate) fn declared() -> Self {
        Self { out: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned() }
    }

    /// Opens an element.
    pub(crate) fn open(&mut self, name: &str) {
        self.open_with(name, &[]);
    }

    /// Opens an element with attributes; those without a value are left out.
    pub(crate) fn open_with(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            self.escape(value);
            self.out.push('"');
        }
        self.out.push('>');
    }

    /// Closes an element.
    pub(crate) fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// An element of text.
    pub(crate) fn leaf(&mut self, name: &str, text: &str) {
        self.open(name);
        self.text(text);
        self.close(name);
    }

    /// Text between tags.
    pub(crate) fn text(&mut self, text: &str) {
        self.escape(text);
    }

    /// The document.
    pub(crate) fn finish(self) -> Bytes {
        self.out.into()
    }

    /// Control characters go as references, also those that XML 1.0 does not have: keys may hold them, and
    /// S3 writes them so unless asked for `encoding-type=url`.
    fn escape(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\n' | '\t' => self.out.push(letter),
                control if control.is_control() || matches!(control, '\u{fffe}' | '\u{ffff}') => {
                    self.out.push_str(&format!("&#x{:x};", u32::from(control)));
                }
                other => self.out.push(other),
            }
        }
    }
}
