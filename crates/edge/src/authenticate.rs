//! From a signature to a session.

use kernel::{CredentialError, Fault, Session};
use names::AccountId;
use protocol::Route;
use shape::Protocol;
use sigv4::{Dialect, Expect, Parsed, Place, Request, SigError, Verified};

use crate::{Edge, regions};

// A session that is given out can be used.
const _: () = assert!(kernel::SESSION_TOKEN_BYTES_MAX <= sigv4::SESSION_TOKEN_BYTES_MAX);

/// Who calls, and how the body is bound to the signature.
pub(crate) struct Authenticated {
    pub(crate) session: Session,
    /// `None` for the anonymous.
    pub(crate) verified: Option<Verified>,
}

/// A signature that was refused.
pub(crate) struct AuthFailure {
    pub(crate) error: SigError,
    /// The account of the key that was named, where there is such a key.
    pub(crate) account: Option<AccountId>,
    pub(crate) access_key_id: String,
}

impl AuthFailure {
    fn of_nobody(error: SigError) -> Self {
        Self { error, account: None, access_key_id: String::new() }
    }
}

impl Edge {
    /// Verifies the signature, if there is one. `body_sha256` is the hash of a body that was read whole.
    pub(crate) fn authenticate(
        &self,
        parsed: Option<&Parsed>,
        route: &Route,
        head: &http::request::Parts,
        body_sha256: Option<&[u8; 32]>,
    ) -> Result<Authenticated, AuthFailure> {
        let Some(parsed) = parsed else {
            return Ok(Authenticated { session: Session::anonymous(), verified: None });
        };
        let signing_name = route.service.signing_name;
        let region = regions::expected(signing_name, &parsed.scope().region, &self.region);
        let now = self.kernel.now();
        let expect = Expect { service: signing_name, region: &region, now_unix_seconds: now.seconds() };
        parsed.check(&expect).map_err(AuthFailure::of_nobody)?;
        let credential = self.kernel.credential(parsed.access_key_id(), parsed.session_token());
        let credential = credential.map_err(|error| self.unknown(error, parsed))?;
        let key = self.keys.derive(&credential.access_key_id, &credential.secret_access_key, parsed.scope());
        let request = Request { method: &head.method, uri: &head.uri, headers: &head.headers };
        let verified =
            sigv4::verify(parsed, request, &key, &expect, body_sha256).map_err(|error| AuthFailure {
                error,
                account: Some(credential.account),
                access_key_id: credential.access_key_id.clone(),
            })?;
        self.kernel.credential_used(&credential.access_key_id, route.service.prefix, &region);
        Ok(Authenticated { session: self.kernel.session(&credential), verified: Some(verified) })
    }

    /// A key that authenticates nobody. The owner of one that was switched off is told of the attempt.
    fn unknown(&self, error: CredentialError, parsed: &Parsed) -> AuthFailure {
        let refused = unauthenticated(error, parsed);
        if error != CredentialError::Inactive {
            return AuthFailure::of_nobody(refused);
        }
        let access_key_id = parsed.access_key_id().to_owned();
        AuthFailure { error: refused, account: self.kernel.access_key_account(&access_key_id), access_key_id }
    }
}

fn unauthenticated(error: CredentialError, parsed: &Parsed) -> SigError {
    match error {
        CredentialError::Unknown | CredentialError::Inactive => {
            SigError::UnknownAccessKey { access_key_id: parsed.access_key_id().to_owned() }
        }
        CredentialError::Expired => SigError::ExpiredToken,
        CredentialError::BadToken => SigError::InvalidToken,
    }
}

/// The way S3 names how a request was signed.
pub(crate) fn auth_type(parsed: &Parsed) -> &'static str {
    match parsed.place() {
        Place::Header => "REST-HEADER",
        Place::Query => "REST-QUERY-STRING",
    }
}

/// A signature error in the words of the service it was for.
pub(crate) fn fault(error: &SigError, protocol: Protocol) -> Fault {
    let refusal = error.refusal(dialect(protocol));
    let mut fault = Fault::new(refusal.code, refusal.status, refusal.message);
    fault.fields = refusal.details;
    fault
}

pub(crate) fn dialect(protocol: Protocol) -> Dialect {
    match protocol {
        Protocol::AwsQuery => Dialect::Query,
        Protocol::AwsJson11 => Dialect::Json,
        Protocol::RestJson => Dialect::RestJson,
        Protocol::RestXml => Dialect::S3,
    }
}
