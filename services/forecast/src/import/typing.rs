//! Fields, by the types of the schema.

use forecasting::TimestampFormat;

use crate::clock;
use crate::dataset::{AttributeType, Schema};

/// Texts are at most this long.
const TEXT_BYTES_MAX: usize = 256;
/// Values are repeated in messages up to this many characters.
const ECHO_CHARS_MAX: usize = 100;

/// How the columns of a dataset are read.
#[derive(Debug, Clone)]
pub(crate) struct Typing {
    pub(crate) schema: Schema,
    pub(crate) timestamp_format: TimestampFormat,
    /// The column that must not be empty, besides the timestamp.
    pub(crate) item: usize,
}

/// One field, read.
pub(super) enum Cell<'r> {
    Text(&'r str),
    Number(f64),
    Seconds(i64),
    Null,
    Nan,
}

impl Typing {
    /// Reads the field of a column, or says what is wrong with it.
    pub(super) fn read<'r>(&self, column: usize, field: &'r [u8]) -> Result<Cell<'r>, String> {
        let kind =
            self.schema.attributes.get(column).map_or(AttributeType::String, |attribute| attribute.kind);
        let text = std::str::from_utf8(field).map_err(|_| "the value is not UTF-8".to_owned())?;
        let wrong = || format!("the value {} is not a valid {}", echo(text), kind.as_str());
        match kind {
            AttributeType::String if text.is_empty() && column == self.item => {
                Err("the value is missing".to_owned())
            }
            AttributeType::String if text.is_empty() => Ok(Cell::Null),
            AttributeType::String if text.len() > TEXT_BYTES_MAX => {
                Err(format!("the value {} is longer than {TEXT_BYTES_MAX} bytes", echo(text)))
            }
            AttributeType::String => Ok(Cell::Text(text)),
            AttributeType::Timestamp => match self.timestamp_format.parse(text) {
                Ok(at) => Ok(Cell::Seconds(clock::seconds(at))),
                Err(_) => Err(format!(
                    "the value {} does not match the timestamp format {}",
                    echo(text),
                    self.timestamp_format.pattern()
                )),
            },
            AttributeType::Float | AttributeType::Integer if is_null(text) => Ok(Cell::Null),
            AttributeType::Float | AttributeType::Integer if text.eq_ignore_ascii_case("nan") => {
                Ok(Cell::Nan)
            }
            AttributeType::Integer => {
                text.parse().map(|number: i64| Cell::Number(number as f64)).map_err(|_| wrong())
            }
            AttributeType::Float => match text.parse::<f64>() {
                Ok(number) if number.is_finite() => Ok(Cell::Number(number)),
                _ => Err(wrong()),
            },
        }
    }
}

fn is_null(text: &str) -> bool {
    text.is_empty() || text.eq_ignore_ascii_case("null")
}

fn echo(text: &str) -> String {
    let shown: String = text.chars().take(ECHO_CHARS_MAX).collect();
    let more = if shown.len() < text.len() { "..." } else { "" };
    format!("'{shown}{more}'")
}
