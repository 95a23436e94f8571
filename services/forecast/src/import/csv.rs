//! CSV files as RFC 4180 has them, typed by the schema.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};

use csv::{ByteRecord, ErrorKind, ReaderBuilder};
use forecasting::TimestampFormat;
use kernel::Fault;

use super::FieldStatistics;
use super::frame::FrameWriter;
use super::tally::Tally;
use crate::clock;
use crate::dataset::{Attribute, AttributeType, Schema};
use crate::pipe::Limited;
use crate::{quota, wording};

/// A longer row is one without the quote that ends a field.
const ROW_BYTES_MAX: usize = 1 << 20;
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

/// Rows on their way from files into a frame.
pub(crate) struct Rows<W> {
    typing: Typing,
    frame: FrameWriter<W>,
    tallies: Vec<Tally>,
    rows: u64,
}

/// One field, read.
enum Cell<'r> {
    Text(&'r str),
    Number(f64),
    Seconds(i64),
    Null,
    Nan,
}

/// What is wrong with a row: the column, where it is one, and why.
struct Wrong {
    column: Option<usize>,
    why: String,
}

impl<W: Write> Rows<W> {
    pub(crate) fn new(typing: Typing, out: W) -> Self {
        let kinds: Vec<AttributeType> =
            typing.schema.attributes.iter().map(|attribute| attribute.kind).collect();
        let tallies = kinds.iter().map(|_| Tally::default()).collect();
        Self { typing, frame: FrameWriter::new(out, &kinds), tallies, rows: 0 }
    }

    /// Adds the rows of a file.
    pub(crate) fn read_file(&mut self, file: &str, content: impl Read) -> Result<(), Fault> {
        let (content, left) = Limited::new(content, ROW_BYTES_MAX);
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .buffer_capacity(256 << 10)
            .from_reader(content);
        let mut record = ByteRecord::new();
        let mut first = true;
        while reader
            .read_byte_record(&mut record)
            .map_err(|error| unreadable(file, reader_line(&error), error))?
        {
            left.set(ROW_BYTES_MAX);
            let is_header = std::mem::take(&mut first) && self.is_header(&record);
            if !is_header {
                let line = record.position().map_or(0, csv::Position::line);
                self.row(&record)?.map_err(|wrong| self.refusal(file, line, &wrong))?;
            }
        }
        Ok(())
    }

    /// A first row that only names the columns holds no data.
    fn is_header(&self, record: &ByteRecord) -> bool {
        let names = self.typing.schema.attributes.iter().map(|attribute| attribute.name.as_bytes());
        record.iter().eq(names)
    }

    /// Adds one row. The outer error is ours, the inner one the row's.
    fn row(&mut self, record: &ByteRecord) -> Result<Result<(), Wrong>, Fault> {
        let columns = self.typing.schema.attributes.len();
        if record.len() != columns {
            let why = format!("the row has {} columns, and the schema has {columns}", record.len());
            return Ok(Err(Wrong { column: None, why }));
        }
        for (column, field) in record.iter().enumerate() {
            match self.typing.read(column, field) {
                Ok(cell) => self.add(column, &cell),
                Err(why) => return Ok(Err(Wrong { column: Some(column), why })),
            }
        }
        self.rows += 1;
        if self.rows > quota::IMPORT_ROWS_MAX {
            return Err(wording::limit(format!(
                "An import can have at most {} rows",
                quota::IMPORT_ROWS_MAX
            )));
        }
        self.frame.end_row().map_err(Fault::internal)?;
        Ok(Ok(()))
    }

    fn add(&mut self, column: usize, cell: &Cell<'_>) {
        let Some(tally) = self.tallies.get_mut(column) else { return };
        match *cell {
            Cell::Text(text) => {
                tally.text(text);
                self.frame.text(column, text);
            }
            Cell::Number(number) => {
                tally.number(number);
                self.frame.number(column, number);
            }
            Cell::Seconds(seconds) => {
                tally.seconds(seconds);
                self.frame.seconds(column, seconds);
            }
            Cell::Null => {
                tally.null();
                self.frame.missing(column);
            }
            Cell::Nan => {
                tally.nan();
                self.frame.missing(column);
            }
        }
    }

    fn refusal(&self, file: &str, line: u64, wrong: &Wrong) -> Fault {
        let place = match wrong.column {
            Some(column) => format!(", column {} ({})", column + 1, self.typing.schema.name(column)),
            None => String::new(),
        };
        wording::invalid(format!("{file}, line {line}{place}: {}", wrong.why))
    }

    /// The end of the last file: completes the frame and gives the statistics of each attribute.
    pub(crate) fn finish(self) -> Result<BTreeMap<String, FieldStatistics>, Fault> {
        if self.rows == 0 {
            return Err(wording::invalid("The files contain no rows"));
        }
        self.frame.finish().map_err(Fault::internal)?;
        let fields = self.typing.schema.attributes.into_iter().zip(self.tallies);
        Ok(fields.map(|(Attribute { name, kind }, tally)| (name, tally.finish(kind))).collect())
    }
}

impl Typing {
    fn read<'r>(&self, column: usize, field: &'r [u8]) -> Result<Cell<'r>, String> {
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

fn reader_line(error: &csv::Error) -> u64 {
    error.position().map_or(0, csv::Position::line)
}

fn unreadable(file: &str, line: u64, error: csv::Error) -> Fault {
    match error.kind() {
        ErrorKind::Io(cause) if cause.kind() == io::ErrorKind::FileTooLarge => {
            let at = if line > 0 { format!(", line {line}") } else { String::new() };
            wording::invalid(format!(
                "{file}{at}: a row is longer than {ROW_BYTES_MAX} bytes. A closing quotation mark may be missing"
            ))
        }
        _ => Fault::internal(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::frame::FrameReader;

    fn typing(columns: &[(&str, AttributeType)]) -> Typing {
        let attributes =
            columns.iter().map(|(name, kind)| Attribute { name: (*name).to_owned(), kind: *kind }).collect();
        Typing { schema: Schema { attributes }, timestamp_format: TimestampFormat::Date, item: 0 }
    }

    fn usual() -> Typing {
        use AttributeType::{Float, String, Timestamp};
        typing(&[("item_id", String), ("timestamp", Timestamp), ("target_value", Float), ("shop", String)])
    }

    #[track_caller]
    fn check(content: &str, expect: &str) {
        let mut rows = Rows::new(usual(), Vec::new());
        let read = rows.read_file("s3://b/k.csv", content.as_bytes());
        assert_eq!(read.unwrap_err().message, format!("s3://b/k.csv, {expect}"));
    }

    #[test]
    fn rows_become_a_frame_and_statistics() {
        let mut out = Vec::new();
        let mut rows = Rows::new(usual(), &mut out);
        let content = "item_id,timestamp,target_value,shop\r\n\
                       \"a,\"\"1\"\"\",2024-01-01,1.5,x\r\nb,2024-01-02,,\r\nb,2024-01-03,NaN,y\n";
        rows.read_file("k", content.as_bytes()).unwrap();
        rows.read_file("l", &b"a,2024-01-04,-2,x"[..]).unwrap();
        let statistics = rows.finish().unwrap();
        let target = statistics.get("target_value").unwrap();
        assert_eq!((target.count, target.null, target.nan, target.distinct), (4, 1, 1, 2));
        assert_eq!((target.min.as_deref(), target.max.as_deref()), (Some("-2"), Some("1.5")));
        assert_eq!(statistics.get("timestamp").unwrap().max.as_deref(), Some("2024-01-04T00:00:00Z"));
        assert_eq!(statistics.get("shop").unwrap().null, 1);

        let mut seen = Vec::new();
        let mut frame = FrameReader::new(
            &out[..],
            &[AttributeType::String, AttributeType::Timestamp, AttributeType::Float, AttributeType::String],
        );
        while let Some(block) = frame.next().unwrap() {
            for row in 0..block.rows() {
                seen.push(format!(
                    "{} {} {} {}",
                    block.text(0, row),
                    block.seconds(1, row),
                    block.number(2, row),
                    block.text(3, row)
                ));
            }
        }
        assert_eq!(
            seen,
            ["a,\"1\" 1704067200 1.5 x", "b 1704153600 NaN ", "b 1704240000 NaN y", "a 1704326400 -2 x"]
        );
    }

    #[test]
    fn what_is_wrong_is_named_with_its_place() {
        check("a,2024-01-01,1,x\nb,2024-01-01,1\n", "line 2: the row has 3 columns, and the schema has 4");
        check("a,2024-01-01,one,x", "line 1, column 3 (target_value): the value 'one' is not a valid float");
        check("a,2024-01-01,inf,x", "line 1, column 3 (target_value): the value 'inf' is not a valid float");
        check(
            "a,2024-02-01,1,\"x\n\"\na,2024-02-30,1,x",
            "line 3, column 2 (timestamp): the value '2024-02-30' does not match the timestamp format yyyy-MM-dd",
        );
        check(",2024-01-01,1,x", "line 1, column 1 (item_id): the value is missing");
        check(
            "item,timestamp,target_value,shop\n",
            "line 1, column 2 (timestamp): the value 'timestamp' does not match the timestamp format yyyy-MM-dd",
        );
    }

    #[test]
    fn a_missing_quote_does_not_swallow_the_file() {
        let content =
            format!("a,2024-01-01,1,x\nb,2024-01-01,1,\"x\n{}", "c,2024-01-01,1,x\n".repeat(200_000));
        let mut rows = Rows::new(usual(), Vec::new());
        let read = rows.read_file("k.csv", content.as_bytes()).unwrap_err();
        assert!(read.message.contains("A closing quotation mark may be missing"), "{read}");
    }

    #[test]
    fn no_rows_are_an_error() {
        let mut rows = Rows::new(usual(), Vec::new());
        rows.read_file("k", &b""[..]).unwrap();
        assert_eq!(rows.finish().unwrap_err().message, "The files contain no rows");
    }

    /// What the service must do is 170,000 rows a second; this is told apart from the storage around it.
    #[test]
    #[ignore = "a measurement"]
    fn rows_per_second() {
        let mut content = String::new();
        for item in 0..1_000 {
            for day in 0..1_000 {
                let date = jiff::civil::date(2020, 1, 1) + jiff::Span::new().days(day);
                content += &format!("item_{item},{date},{}.{day},shop_{}\n", day * 7 % 1000, item % 13);
            }
        }
        let begun = std::time::Instant::now();
        let mut out = Vec::new();
        let mut rows = Rows::new(usual(), &mut out);
        rows.read_file("k", content.as_bytes()).unwrap();
        rows.finish().unwrap();
        let seconds = begun.elapsed().as_secs_f64();
        println!("{:.0} rows/s, {} bytes of text, {} kept", 1e6 / seconds, content.len(), out.len());
    }
}
