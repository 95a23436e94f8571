//! The `Authorization` header:
//! `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`.

use crate::AmzDate;
use crate::credential::{Credential, clip};
use crate::error::{Part, Place, SigError};
use crate::parsed::{Claim, signed_headers, text};
use http::HeaderMap;
use http::header::{AUTHORIZATION, DATE};

pub(crate) const ALGORITHM: &str = "AWS4-HMAC-SHA256";

/// The limit AWS sets for a single header.
const AUTHORIZATION_BYTES_MAX: usize = 8 * 1024;

/// The three named parts.
#[derive(Default)]
struct Pairs<'h> {
    credential: Option<&'h str>,
    signed_headers: Option<&'h str>,
    signature: Option<&'h str>,
}

/// What the header claims; `None` where there is no such header.
pub(crate) fn parse(headers: &HeaderMap) -> Result<Option<Claim>, SigError> {
    let mut values = headers.get_all(AUTHORIZATION).iter();
    let Some(value) = values.next() else {
        return Ok(None);
    };
    if values.next().is_some() {
        return Err(SigError::MalformedPair { given: "Authorization".to_owned() });
    }
    if value.len() > AUTHORIZATION_BYTES_MAX {
        return Err(SigError::TooLarge { what: "Authorization", limit: AUTHORIZATION_BYTES_MAX });
    }
    let value = value.to_str().map_err(|_| SigError::MalformedPair { given: "Authorization".to_owned() })?;
    let (scheme, pairs) = value.trim().split_once(' ').unwrap_or((value.trim(), ""));
    if scheme != ALGORITHM {
        return Err(SigError::BadAlgorithm { place: Place::Header, given: clip(scheme) });
    }
    let date = date(headers)?;
    claim(Pairs::parse(pairs)?, date, headers).map(Some)
}

fn claim(pairs: Pairs<'_>, date: Option<AmzDate>, headers: &HeaderMap) -> Result<Claim, SigError> {
    let place = Place::Header;
    let (Some(credential), Some(names), Some(signature), Some(signed_at)) =
        (pairs.credential, pairs.signed_headers, pairs.signature, date)
    else {
        let missing = [
            (Part::Credential, pairs.credential.is_none()),
            (Part::Signature, pairs.signature.is_none()),
            (Part::SignedHeaders, pairs.signed_headers.is_none()),
            (Part::Date, date.is_none()),
        ];
        let missing = missing.into_iter().filter_map(|(part, absent)| absent.then_some(part)).collect();
        return Err(SigError::Incomplete { place, missing });
    };
    Ok(Claim {
        place,
        credential: Credential::parse(credential, place)?,
        signed_headers: signed_headers(names, place)?,
        signature: clip(signature),
        signed_at,
        expires_seconds: None,
        session_token: text(headers, "x-amz-security-token").map(str::to_owned),
    })
}

impl<'h> Pairs<'h> {
    /// Commas separate the pairs, and so may blanks: some clients write no comma.
    fn parse(text: &'h str) -> Result<Self, SigError> {
        let mut pairs = Self::default();
        for piece in text.split([',', ' ']).filter(|piece| !piece.is_empty()) {
            let malformed = || SigError::MalformedPair { given: clip(piece) };
            let (name, value) = piece.split_once('=').ok_or_else(malformed)?;
            let slot = match name {
                "Credential" => &mut pairs.credential,
                "SignedHeaders" => &mut pairs.signed_headers,
                "Signature" => &mut pairs.signature,
                _ => continue,
            };
            if slot.is_some() {
                return Err(malformed());
            }
            *slot = Some(value).filter(|value| !value.is_empty());
        }
        Ok(pairs)
    }
}

/// When the request was signed: `x-amz-date`, or else `Date`, which browsers cannot set.
fn date(headers: &HeaderMap) -> Result<Option<AmzDate>, SigError> {
    let malformed = |given: &str| SigError::MalformedDate { place: Place::Header, given: clip(given) };
    if let Some(value) = headers.get("x-amz-date") {
        let given = value.to_str().unwrap_or("");
        return AmzDate::parse(given).map(Some).ok_or_else(|| malformed(given));
    }
    let Some(value) = headers.get(DATE) else {
        return Ok(None);
    };
    let given = value.to_str().unwrap_or("");
    AmzDate::parse_lenient(given).map(Some).ok_or_else(|| malformed(given))
}
