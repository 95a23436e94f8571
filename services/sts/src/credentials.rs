//! Finding the credential behind a session token.

use kernel::{Credential, CredentialError, Credentials};
use names::Timestamp;

use crate::Sts;
use crate::token::Token;

/// The prefix of temporary access keys.
pub(crate) const PREFIX: &str = "ASIA";

impl Credentials for Sts {
    fn find(
        &self,
        access_key_id: &str,
        session_token: Option<&str>,
        now: Timestamp,
    ) -> Option<Result<Credential, CredentialError>> {
        if !access_key_id.starts_with(PREFIX) {
            return None;
        }
        let Some(text) = session_token else { return Some(Err(CredentialError::Unknown)) };
        let token = Token::open(self, text).filter(|token| token.access_key_id == access_key_id);
        Some(match token {
            None => Err(CredentialError::BadToken),
            Some(token) if token.expires <= now => Err(CredentialError::Expired),
            Some(token) => token.credential().ok_or(CredentialError::BadToken),
        })
    }
}
