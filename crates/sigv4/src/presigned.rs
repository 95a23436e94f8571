//! Signatures in the query: presigned URLs.

use crate::AmzDate;
use crate::authorization::ALGORITHM;
use crate::credential::{Credential, clip};
use crate::encoding::decode;
use crate::error::{Part, Place, SigError};
use crate::parsed::{Claim, signed_headers};
use crate::request::Flavor;
use std::borrow::Cow;

/// Longer queries are refused where they claim to be signed: they are sorted to be checked.
const QUERY_BYTES_MAX: usize = 32 * 1024;

/// A week, which is as long as a signing key lives.
pub(crate) const EXPIRES_SECONDS_MAX: i64 = 604_800;

/// How long a URL lasts that does not say so, as STS has it. S3 insists on being told.
const EXPIRES_SECONDS_DEFAULT: i64 = 15 * 60;

/// The parameters of a presigned URL, still escaped.
#[derive(Default)]
struct Parameters<'q> {
    algorithm: Option<&'q str>,
    credential: Option<&'q str>,
    date: Option<&'q str>,
    expires: Option<&'q str>,
    signed_headers: Option<&'q str>,
    signature: Option<&'q str>,
    session_token: Option<&'q str>,
    // S3 clients that put the hash of the body into the query, because a link carries no headers.
    content_sha256: Option<&'q str>,
    // The mark of the signature version before this one.
    version_two: Option<&'q str>,
}

/// What the query claims, and what it says of the body's hash; `None` where it is not signed.
pub(crate) fn parse(query: &str) -> Result<Option<(Claim, Option<String>)>, SigError> {
    let parameters = Parameters::find(query)?;
    if parameters.version_two.is_some() && parameters.algorithm.is_none() {
        return Err(SigError::BadAlgorithm { place: Place::Query, given: "AWS".to_owned() });
    }
    if parameters.algorithm.is_none() && parameters.signature.is_none() && parameters.credential.is_none() {
        return Ok(None);
    }
    if query.len() > QUERY_BYTES_MAX {
        return Err(SigError::TooLarge { what: "query", limit: QUERY_BYTES_MAX });
    }
    let content_sha256 = value(parameters.content_sha256).map(Cow::into_owned);
    Ok(Some((parameters.claim()?, content_sha256)))
}

impl<'q> Parameters<'q> {
    fn find(query: &'q str) -> Result<Self, SigError> {
        let mut found = Self::default();
        for pair in query.split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let name = match decode(name) {
                Some(name) => name,
                None => continue,
            };
            let (slot, name) = match name.as_ref() {
                "X-Amz-Algorithm" => (&mut found.algorithm, "X-Amz-Algorithm"),
                "X-Amz-Credential" => (&mut found.credential, "X-Amz-Credential"),
                "X-Amz-Date" => (&mut found.date, "X-Amz-Date"),
                "X-Amz-Expires" => (&mut found.expires, "X-Amz-Expires"),
                "X-Amz-SignedHeaders" => (&mut found.signed_headers, "X-Amz-SignedHeaders"),
                "X-Amz-Signature" => (&mut found.signature, "X-Amz-Signature"),
                "X-Amz-Security-Token" => (&mut found.session_token, "X-Amz-Security-Token"),
                "X-Amz-Content-Sha256" => (&mut found.content_sha256, "X-Amz-Content-Sha256"),
                "AWSAccessKeyId" => (&mut found.version_two, "AWSAccessKeyId"),
                _ => continue,
            };
            if slot.replace(value).is_some() {
                return Err(SigError::DuplicateParameter { name });
            }
        }
        Ok(found)
    }

    fn claim(&self) -> Result<Claim, SigError> {
        let place = Place::Query;
        if let Some(algorithm) = value(self.algorithm)
            && algorithm != ALGORITHM
        {
            return Err(SigError::BadAlgorithm { place, given: clip(&algorithm) });
        }
        let (Some(_), Some(credential), Some(signature), Some(names), Some(date)) = (
            value(self.algorithm),
            value(self.credential),
            value(self.signature),
            value(self.signed_headers),
            value(self.date),
        ) else {
            return Err(self.incomplete());
        };
        let credential = Credential::parse(&credential, place)?;
        Ok(Claim {
            place,
            expires_seconds: Some(self.expires_seconds(Flavor::of(&credential.scope.service))?),
            credential,
            signed_headers: signed_headers(&names, place)?,
            signature: clip(&signature),
            signed_at: AmzDate::parse(&date)
                .ok_or_else(|| SigError::MalformedDate { place, given: clip(&date) })?,
            session_token: value(self.session_token).map(Cow::into_owned),
        })
    }

    fn incomplete(&self) -> SigError {
        let missing = [
            (Part::Algorithm, self.algorithm),
            (Part::Credential, self.credential),
            (Part::Signature, self.signature),
            (Part::SignedHeaders, self.signed_headers),
            (Part::Date, self.date),
        ];
        let missing =
            missing.into_iter().filter_map(|(part, given)| value(given).is_none().then_some(part)).collect();
        SigError::Incomplete { place: Place::Query, missing }
    }

    fn expires_seconds(&self, flavor: Flavor) -> Result<i64, SigError> {
        let Some(expires) = value(self.expires) else {
            return match flavor {
                Flavor::S3 => Err(SigError::Incomplete { place: Place::Query, missing: vec![Part::Expires] }),
                Flavor::General => Ok(EXPIRES_SECONDS_DEFAULT),
            };
        };
        let seconds: i64 = expires.parse().map_err(|_| SigError::MalformedExpires)?;
        match seconds {
            1..=EXPIRES_SECONDS_MAX => Ok(seconds),
            ..1 => Err(SigError::PresignedTooShort),
            _ => Err(SigError::PresignedTooLong),
        }
    }
}

/// A parameter's text. An empty one says as little as none.
fn value(escaped: Option<&str>) -> Option<Cow<'_, str>> {
    decode(escaped?).filter(|text| !text.is_empty())
}
