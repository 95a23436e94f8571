//! Hashing passwords, slowly on purpose, on threads of their own.

use std::num::NonZeroU32;

use aws_lc_rs::pbkdf2;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::{Entropy, Fault};

use crate::record::PasswordHash;

/// As OWASP recommends for PBKDF2 with HMAC-SHA-256 ("Password Storage Cheat Sheet").
const ITERATIONS: u32 = 600_000;
const SALT_BYTES: usize = 16;
const HASH_BYTES: usize = 32;

impl PasswordHash {
    /// The hash of a password, with a salt of its own.
    pub(crate) async fn of(entropy: &dyn Entropy, password: String) -> Result<Self, Fault> {
        let mut salt = [0; SALT_BYTES];
        entropy.fill(&mut salt);
        let hash = aside(move || {
            let mut hash = [0; HASH_BYTES];
            pbkdf2::derive(
                pbkdf2::PBKDF2_HMAC_SHA256,
                rounds(ITERATIONS),
                &salt,
                password.as_bytes(),
                &mut hash,
            );
            hash
        });
        let hash = STANDARD.encode(hash.await?);
        Ok(Self { iterations: ITERATIONS, salt: STANDARD.encode(salt), hash })
    }

    /// Whether a password is the one.
    pub(crate) async fn matches(&self, password: &str) -> Result<bool, Fault> {
        let salt = STANDARD.decode(&self.salt).map_err(Fault::internal)?;
        let hash = STANDARD.decode(&self.hash).map_err(Fault::internal)?;
        let (iterations, password) = (rounds(self.iterations), password.to_owned());
        aside(move || {
            let algorithm = pbkdf2::PBKDF2_HMAC_SHA256;
            pbkdf2::verify(algorithm, iterations, &salt, password.as_bytes(), &hash).is_ok()
        })
        .await
    }
}

fn rounds(iterations: u32) -> NonZeroU32 {
    NonZeroU32::new(iterations).unwrap_or(NonZeroU32::MIN)
}

async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Fault> {
    tokio::task::spawn_blocking(work).await.map_err(Fault::internal)
}
