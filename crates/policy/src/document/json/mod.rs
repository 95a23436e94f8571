//! A JSON reader for policy documents.
//!
//! Policies need more than a general reader gives: a key written twice is an error (RFC 8259 leaves
//! that open), every element keeps its place in the text, and an error can be pointed at.

mod scalar;

use std::collections::HashSet;
use std::ops::Range;

/// Deeper documents are refused: the reader recurses once per level, and no policy needs more than six.
const DEPTH_MAX: usize = 32;

/// A JSON value and the bytes it was read from.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) value: Value,
    pub(crate) span: Range<usize>,
}

/// What a [`Node`] holds. Numbers keep the text they were written as.
#[derive(Debug)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    Number(String),
    String(String),
    Array(Vec<Node>),
    Object(Vec<Member>),
}

/// One `"key": value` of an object.
#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) key: String,
    pub(crate) key_span: Range<usize>,
    pub(crate) node: Node,
}

/// Why a text is not JSON, and where.
#[derive(Debug)]
pub(crate) struct JsonError {
    pub(crate) offset: usize,
    pub(crate) problem: String,
}

/// Reads a whole text as one JSON value.
pub(crate) fn read(text: &str) -> Result<Node, JsonError> {
    let mut reader = Reader { text, at: 0, open: Vec::new() };
    let node = reader.value()?;
    reader.space();
    match reader.peek() {
        None => Ok(node),
        Some('{' | '[') => Err(reader.error(
            "a second document begins here; a policy is one document, with all its statements in one list"
                .into(),
        )),
        Some(bracket @ ('}' | ']')) => {
            Err(reader.error(format!("one `{bracket}` too many: the document ended before it")))
        }
        Some(found) => {
            Err(reader.error(format!("unexpected {} after the end of the document", shown(found))))
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// Where each bracket that is still open stands; its length is the depth.
    open: Vec<usize>,
}

impl Reader<'_> {
    fn value(&mut self) -> Result<Node, JsonError> {
        self.space();
        let start = self.at;
        let value = match self.peek() {
            Some('{') => self.nested(Self::object)?,
            Some('[') => self.nested(Self::array)?,
            Some('"') => Value::String(self.string()?),
            Some('-' | '0'..='9') => self.number()?,
            Some('t') => self.word("true", Value::Bool(true))?,
            Some('f') => self.word("false", Value::Bool(false))?,
            Some('n') => self.word("null", Value::Null)?,
            Some(found) => return Err(self.error(format!("expected a value, found {}", shown(found)))),
            None => return Err(self.ended()),
        };
        Ok(Node { value, span: start..self.at })
    }

    fn nested(&mut self, read: fn(&mut Self) -> Result<Value, JsonError>) -> Result<Value, JsonError> {
        if self.open.len() == DEPTH_MAX {
            return Err(self.error(format!("nested deeper than {DEPTH_MAX} levels")));
        }
        self.open.push(self.at);
        self.at += 1;
        let value = read(self)?;
        self.open.pop();
        Ok(value)
    }

    fn object(&mut self) -> Result<Value, JsonError> {
        let mut members: Vec<Member> = Vec::new();
        let mut earlier = HashSet::new();
        self.space();
        if self.take('}') {
            return Ok(Value::Object(members));
        }
        loop {
            let member = self.member()?;
            if !earlier.insert(member.key.clone()) {
                let problem = format!("the key \"{}\" occurs twice in one object", member.key);
                return Err(JsonError { offset: member.key_span.start, problem });
            }
            members.push(member);
            if self.closes('}')? {
                return Ok(Value::Object(members));
            }
            self.goes_on('}')?;
        }
    }

    fn member(&mut self) -> Result<Member, JsonError> {
        self.space();
        let start = self.at;
        match self.peek() {
            Some('"') => {}
            Some(found) => {
                return Err(self.error(format!("expected a key in double quotes, found {}", shown(found))));
            }
            None => return Err(self.ended()),
        }
        let key = self.string()?;
        let key_span = start..self.at;
        self.space();
        if !self.take(':') {
            return Err(match self.peek() {
                Some(found) => {
                    self.error(format!("expected `:` after the key \"{key}\", found {}", shown(found)))
                }
                None => self.ended(),
            });
        }
        Ok(Member { key, key_span, node: self.value()? })
    }

    fn array(&mut self) -> Result<Value, JsonError> {
        let mut nodes = Vec::new();
        self.space();
        if self.take(']') {
            return Ok(Value::Array(nodes));
        }
        loop {
            nodes.push(self.value()?);
            if self.closes(']')? {
                return Ok(Value::Array(nodes));
            }
            self.goes_on(']')?;
        }
    }

    /// After a member: whether the bracket closes here, or a comma promises more.
    fn closes(&mut self, bracket: char) -> Result<bool, JsonError> {
        self.space();
        if self.take(bracket) {
            return Ok(true);
        }
        if self.take(',') {
            return Ok(false);
        }
        Err(match self.peek() {
            Some(found) => self.error(format!("expected `,` or `{bracket}`, found {}", shown(found))),
            None => self.ended(),
        })
    }

    /// After a comma, which the bracket must not follow.
    fn goes_on(&mut self, bracket: char) -> Result<(), JsonError> {
        let comma = self.at.saturating_sub(1);
        self.space();
        match self.peek() == Some(bracket) {
            true => {
                let problem = format!("a trailing comma: JSON takes none before `{bracket}`");
                Err(JsonError { offset: comma, problem })
            }
            false => Ok(()),
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, JsonError> {
        if !self.rest().starts_with(word) {
            return Err(self.error(format!("expected `{word}`")));
        }
        self.at += word.len();
        Ok(value)
    }

    fn space(&mut self) {
        let blank = self.rest().bytes().take_while(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r')).count();
        self.at += blank;
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn error(&self, problem: String) -> JsonError {
        JsonError { offset: self.at, problem }
    }

    /// The text is over although brackets are open.
    fn ended(&self) -> JsonError {
        let Some(&open) = self.open.last() else { return self.error("the document is empty".into()) };
        let bracket = self.text.get(open..).and_then(|rest| rest.chars().next()).unwrap_or('{');
        let (line, column) = crate::document::position::line_column(self.text, open);
        self.error(format!(
            "the document ends while the `{bracket}` of line {line}, column {column} is still open"
        ))
    }
}

fn shown(c: char) -> String {
    match c {
        '\u{201c}' | '\u{201d}' | '\u{2018}' | '\u{2019}' => format!("the typographic quotation mark {c}"),
        '\'' => "a single quotation mark, where JSON needs the double \"".to_owned(),
        '/' | '#' => format!("`{c}`; JSON has no comments"),
        '\u{a0}' => "a no-break space, which JSON does not take for a space".to_owned(),
        '\u{feff}' => "a byte order mark, which some editors write before the text".to_owned(),
        _ => format!("`{c}`"),
    }
}

#[cfg(test)]
mod tests;
