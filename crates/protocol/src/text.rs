//! Scalars as text: in forms, XML, headers, queries and paths.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use names::Timestamp;
use shape::{Mismatch, Schema, TimestampFormat, Type, Value};

/// How instants are written at a place, where the model leaves it to the protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dates {
    /// `2026-11-25T07:08:09Z`.
    IsoSeconds,
    /// `2026-11-25T07:08:09.123Z`.
    IsoMillis,
    /// `Wed, 25 Nov 2026 07:08:09 GMT`.
    Http,
}

/// Writes a scalar.
pub(crate) fn write(schema: &Schema, value: &Value, dates: Dates) -> Result<String, Mismatch> {
    Ok(match (&schema.kind, value) {
        (Type::String(_), Value::String(text)) => text.clone(),
        (Type::Boolean, Value::Boolean(truth)) => truth.to_string(),
        (Type::Integer(_) | Type::Long(_), Value::Integer(number)) => number.to_string(),
        (Type::Float | Type::Double, Value::Float(number)) => float(&schema.kind, *number),
        (Type::Timestamp(format), Value::Timestamp(at)) => timestamp(*format, *at, dates),
        (Type::Blob, Value::Blob(bytes)) => STANDARD.encode(bytes),
        _ => return Err(Mismatch { member: schema.name, wanted: "a scalar of its schema" }),
    })
}

/// The number at the width of its type, where it may no longer be finite.
pub(crate) fn narrowed(kind: &Type, number: f64) -> f64 {
    match kind {
        Type::Float => f64::from(number as f32),
        _ => number,
    }
}

/// Writes a float with as many digits as its width needs; what is no number by its AWS name.
pub(crate) fn float(kind: &Type, number: f64) -> String {
    /// Beyond these, an exponent is shorter than the zeros.
    const PLAIN: std::ops::Range<f64> = 1e-5..1e16;
    let number = narrowed(kind, number);
    let plain = number == 0.0 || PLAIN.contains(&number.abs());
    match kind {
        _ if number.is_nan() => "NaN".to_owned(),
        _ if number == f64::INFINITY => "Infinity".to_owned(),
        _ if number == f64::NEG_INFINITY => "-Infinity".to_owned(),
        Type::Float if plain => (number as f32).to_string(),
        Type::Float => format!("{:e}", number as f32),
        _ if plain => number.to_string(),
        _ => format!("{number:e}"),
    }
}

fn timestamp(format: TimestampFormat, at: Timestamp, dates: Dates) -> String {
    match (format, dates) {
        (TimestampFormat::Protocol, Dates::IsoMillis) => at.iso8601_millis(),
        (TimestampFormat::Protocol, Dates::IsoSeconds) => at.iso8601(),
        (TimestampFormat::Iso8601, _) if at.millis() == at.truncated().millis() => at.iso8601(),
        (TimestampFormat::Iso8601, _) => at.iso8601_millis(),
        (TimestampFormat::Protocol, Dates::Http) | (TimestampFormat::Http, _) => at.http_date(),
        (TimestampFormat::Unix, _) => epoch(at),
    }
}

/// Seconds since the epoch, with milliseconds only where there are any.
pub(crate) fn epoch(at: Timestamp) -> String {
    let (seconds, millis) = (at.millis() / 1000, at.millis() % 1000);
    if millis == 0 {
        return seconds.to_string();
    }
    let sign = if at.millis() < 0 { "-" } else { "" };
    format!("{sign}{}.{:03}", seconds.unsigned_abs(), millis.unsigned_abs()).trim_end_matches('0').to_owned()
}

/// Reads a scalar; the error says what was wanted, with its article.
pub(crate) fn read(schema: &Schema, text: &str) -> Result<Value, &'static str> {
    match &schema.kind {
        Type::String(_) => Ok(Value::String(text.to_owned())),
        Type::Boolean => boolean(text).map(Value::Boolean).ok_or("a boolean"),
        Type::Integer(_) => {
            let number: Option<i32> = text.trim().parse().ok();
            number.map(|it| Value::Integer(it.into())).ok_or("an integer or within integer range")
        }
        Type::Long(_) => text.trim().parse().map(Value::Integer).map_err(|_| "a long or within long range"),
        Type::Float | Type::Double => read_float(text.trim()).map(Value::Float).ok_or("a number"),
        Type::Timestamp(_) => read_timestamp(text.trim()).map(Value::Timestamp).ok_or("a timestamp"),
        Type::Blob => STANDARD.decode(text.trim()).map(|it| Value::Blob(it.into())).map_err(|_| "base64"),
        Type::Stream | Type::List(_) | Type::Map(_) | Type::Structure(_) => Err("a scalar"),
    }
}

fn boolean(text: &str) -> Option<bool> {
    let text = text.trim();
    if text.eq_ignore_ascii_case("true") {
        Some(true)
    } else if text.eq_ignore_ascii_case("false") {
        Some(false)
    } else {
        None
    }
}

/// Reads a float. The names of what is no number are exactly those AWS writes.
pub(crate) fn read_float(text: &str) -> Option<f64> {
    match text {
        "NaN" => Some(f64::NAN),
        "Infinity" => Some(f64::INFINITY),
        "-Infinity" => Some(f64::NEG_INFINITY),
        _ => text.parse().ok().filter(|number: &f64| number.is_finite()),
    }
}

/// Reads an instant in any form AWS accepts.
pub(crate) fn read_timestamp(text: &str) -> Option<Timestamp> {
    Timestamp::parse_iso8601(text)
        .or_else(|| Timestamp::parse_http_date(text))
        .or_else(|| text.parse().ok().and_then(read_epoch))
}

/// The first and the last second with a four-digit year: beyond them an instant has no ISO 8601 form.
const EPOCH_SECONDS: std::ops::RangeInclusive<f64> = -62_167_219_200.0..=253_402_300_799.999;

/// Reads seconds since the epoch, to the nearest millisecond.
pub(crate) fn read_epoch(seconds: f64) -> Option<Timestamp> {
    EPOCH_SECONDS.contains(&seconds).then(|| Timestamp::from_millis((seconds * 1000.0).round() as i64))
}
