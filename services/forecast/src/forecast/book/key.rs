//! Keys of series, as bytes.

use std::io;

use forecasting::SeriesKey;

/// The parts of a series' key.
pub(super) fn key_parts(key: &SeriesKey) -> Vec<&str> {
    std::iter::once(&*key.item).chain(key.dimensions.iter().map(AsRef::as_ref)).collect()
}

/// A key as bytes: each part behind its length.
pub(super) fn key_bytes(parts: &[&str]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for part in parts {
        bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
        bytes.extend_from_slice(part.as_bytes());
    }
    bytes
}

/// The inverse.
pub(super) fn key_of(mut bytes: &[u8]) -> io::Result<Vec<String>> {
    let mut parts = Vec::new();
    while !bytes.is_empty() {
        let (length, rest) = bytes.split_first_chunk().ok_or_else(damaged)?;
        let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|_| damaged())?;
        let (part, rest) = rest.split_at_checked(length).ok_or_else(damaged)?;
        parts.push(std::str::from_utf8(part).map_err(|_| damaged())?.to_owned());
        bytes = rest;
    }
    Ok(parts)
}

pub(super) fn damaged() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "a book is damaged")
}
