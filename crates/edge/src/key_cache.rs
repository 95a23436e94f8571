//! Derived signing keys, kept so that a busy client costs one derivation a day and not one a request.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use sigv4::{Scope, SigningKey};

/// More than this many keys and the cache starts afresh: derivation is cheap enough for that.
const KEYS_MAX: usize = 4096;

/// Signing keys by access key, secret and scope. The secret is part of the name, so that a changed one never
/// meets an old derivation.
#[derive(Default)]
pub(crate) struct KeyCache(Mutex<HashMap<Name, SigningKey>>);

type Name = (String, String, String, String, String);

impl KeyCache {
    pub(crate) fn derive(&self, access_key_id: &str, secret: &str, scope: &Scope) -> SigningKey {
        let name = (
            access_key_id.to_owned(),
            secret.to_owned(),
            scope.date.clone(),
            scope.region.clone(),
            scope.service.clone(),
        );
        let mut keys = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if keys.len() >= KEYS_MAX {
            keys.clear();
        }
        keys.entry(name).or_insert_with(|| SigningKey::derive(secret, scope)).clone()
    }
}
