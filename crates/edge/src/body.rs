//! Request bodies: read whole under a limit, or streamed and verified as they are read.

use std::time::Duration;

use aws_lc_rs::digest::{Context, SHA256, digest};
use bytes::{Bytes, BytesMut};
use futures_util::stream::{self, StreamExt};
use http::HeaderMap;
use http_body_util::BodyExt;
use hyper::body::Incoming;
use kernel::Fault;
use shape::{Body, BodyError, BodyStream, Protocol, Trailers};
use sigv4::{Payload, SigError, Verified};

use crate::Limits;
use crate::authenticate::{dialect, fault};

/// In what room for documents is counted.
pub(crate) const ROOM_UNIT: usize = 1024;
/// Documents up to this size take no room.
const SMALL_BYTES: usize = 16 * 1024;

/// Reads a body whole.
pub(crate) async fn collect(incoming: Incoming, limits: &Limits) -> Result<Bytes, BodyError> {
    let announced = hyper::body::Body::size_hint(&incoming).exact();
    if announced.is_some_and(|length| length > limits.document_bytes as u64) {
        return Err(BodyError::TooLarge);
    }
    let whole = Body::stream(raw(incoming, limits.stall), announced);
    let collected = tokio::time::timeout(limits.document, whole.collect(limits.document_bytes)).await;
    collected.unwrap_or_else(|_| Err(too_slow()))
}

/// How much room a document takes while it is read and held: what it announces, or the most it may have.
pub(crate) fn room(incoming: &Incoming, limits: &Limits) -> u32 {
    let announced =
        hyper::body::Body::size_hint(incoming).exact().and_then(|length| usize::try_from(length).ok());
    let bytes = announced.unwrap_or(limits.document_bytes).min(limits.document_bytes);
    let units = if bytes <= SMALL_BYTES { 0 } else { bytes.div_ceil(ROOM_UNIT) };
    u32::try_from(units).unwrap_or(u32::MAX)
}

/// As S3 words it.
fn too_slow() -> BodyError {
    BodyError::Refused {
        code: "RequestTimeout",
        status: 400,
        message:
            "Your socket connection to the server was not read from or written to within the timeout period. \
                  Idle connections will be closed."
                .to_owned(),
    }
}

/// The SHA-256 of a body that was read whole.
pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    let mut hash = [0; 32];
    hash.copy_from_slice(digest(&SHA256, bytes).as_ref());
    hash
}

/// A streamed body, bound to its signature: its last item is an error unless every byte was verified.
pub(crate) fn streamed(
    incoming: Incoming,
    verified: Option<Verified>,
    headers: &HeaderMap,
    stall: Duration,
) -> Result<Body, Fault> {
    let announced = content_length(headers);
    let Some(verified) = verified else { return Ok(Body::stream(raw(incoming, stall), announced)) };
    let decoder = verified.decoder(headers).map_err(|error| fault(&error, Protocol::RestXml))?;
    if let Some(decoder) = decoder {
        let length = decoder.decoded_length();
        let trailers = Trailers::default();
        let body = Body::stream(unchunked(raw(incoming, stall), decoder, trailers.clone()), Some(length));
        return Ok(body.with_trailers(trailers));
    }
    match verified.payload() {
        Payload::Exact(_) => Ok(Body::stream(hashed(raw(incoming, stall), verified), announced)),
        _ => Ok(Body::stream(raw(incoming, stall), announced)),
    }
}

fn content_length(headers: &HeaderMap) -> Option<u64> {
    headers.get(http::header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// The bytes as they come off the connection, none of them later than `stall` after the one before. Time in which
/// nobody reads does not count.
fn raw(incoming: Incoming, stall: Duration) -> BodyStream {
    let frames = Some(incoming.into_data_stream());
    Box::pin(stream::unfold(frames, move |frames| async move {
        let mut frames = frames?;
        match tokio::time::timeout(stall, frames.next()).await {
            Ok(Some(Ok(chunk))) => Some((Ok(chunk), Some(frames))),
            Ok(Some(Err(error))) => {
                // Whatever it is, it came from the peer.
                tracing::debug!(%error, "a body ended early");
                Some((Err(BodyError::Incomplete), None))
            }
            Ok(None) => None,
            Err(_) => Some((Err(too_slow()), None)),
        }
    }))
}

/// The same bytes, compared with the signed hash at their end.
fn hashed(inner: BodyStream, verified: Verified) -> BodyStream {
    let state = Some((inner, Context::new(&SHA256), verified));
    Box::pin(stream::unfold(state, |state| async {
        let (mut inner, mut hash, verified) = state?;
        match inner.next().await {
            Some(Ok(chunk)) => {
                hash.update(&chunk);
                Some((Ok(chunk), Some((inner, hash, verified))))
            }
            Some(Err(error)) => Some((Err(error), None)),
            None => {
                let mut sum = [0; 32];
                sum.copy_from_slice(hash.finish().as_ref());
                verified.check_body(&sum).err().map(|error| (Err(refused(&error)), None))
            }
        }
    }))
}

/// The data in an `aws-chunked` body, each chunk verified, with the trailers set aside at its end.
fn unchunked(inner: BodyStream, decoder: sigv4::chunked::Decoder, trailers: Trailers) -> BodyStream {
    let state = Some((inner, decoder, trailers));
    Box::pin(stream::unfold(state, |state| async {
        let (mut inner, mut decoder, trailers) = state?;
        loop {
            match inner.next().await {
                Some(Ok(chunk)) => {
                    let mut data = BytesMut::with_capacity(chunk.len());
                    if let Err(error) = decoder.push(&chunk, |slice| data.extend_from_slice(slice)) {
                        return Some((Err(refused(&error)), None));
                    }
                    if !data.is_empty() {
                        return Some((Ok(data.freeze()), Some((inner, decoder, trailers))));
                    }
                }
                Some(Err(error)) => return Some((Err(error), None)),
                None => {
                    let end = decoder.finish();
                    return match end {
                        Ok(headers) => {
                            for (name, value) in &headers {
                                trailers.push(name.as_str(), value.to_str().unwrap_or_default());
                            }
                            None
                        }
                        Err(error) => Some((Err(refused(&error)), None)),
                    };
                }
            }
        }
    }))
}

fn refused(error: &SigError) -> BodyError {
    let refusal = error.refusal(dialect(Protocol::RestXml));
    BodyError::Refused { code: refusal.code, status: refusal.status, message: refusal.message }
}
