//! Making access keys.

use api_iam::{CreateAccessKey, CreateAccessKeyRequest, CreateAccessKeyResponse};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted, entropy};
use names::{AccountId, Scope};
use store::Transaction;

use super::{Owner, id};
use crate::record::{AccessKey, KEY_OWNERS, KEYS, KeyOwner, key_of};
use crate::{Iam, generation, quota, wording};

impl Handle<CreateAccessKey> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &CreateAccessKeyRequest, at: &At<'_>) -> Result<Checks, Fault> {
        Owner::of(at.session, input.user_name.as_deref())?.checks::<CreateAccessKey>(at)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CreateAccessKey>,
    ) -> Result<Answer<CreateAccessKey>, Fault> {
        let scope = crate::scope(cx)?;
        let owner = Owner::of(cx.session(), input.user_name.as_deref())?;
        let fresh = Fresh::new(self, scope.account);
        Ok(Answer::write(move |tx| {
            let (owner, name) = owner.resolve(tx, &scope)?;
            if KEYS.count(tx, &scope, &key_of(&owner, ""))? >= quota::KEYS {
                return Err(wording::over_quota("AccessKeysPerUser", quota::KEYS));
            }
            insert(tx, &scope, &owner, &fresh.key)?;
            Ok(CreateAccessKeyResponse { access_key: fresh.shown(name) })
        }))
    }
}

/// A new key with its secret, which only its owner is ever told.
pub(crate) struct Fresh {
    pub(crate) key: AccessKey,
    pub(crate) secret: String,
}

impl Fresh {
    /// A random one.
    pub(crate) fn new(iam: &Iam, account: AccountId) -> Self {
        let id = id::new(&*iam.base.entropy, account);
        Self::given(iam, id, entropy::secret_access_key(&*iam.base.entropy))
    }

    /// One made elsewhere.
    pub(crate) fn given(iam: &Iam, id: String, secret: String) -> Self {
        let sealed = iam.seal.seal(&*iam.base.entropy, secret.as_bytes());
        let created = iam.base.now().truncated();
        Self { key: AccessKey { id, secret: sealed, active: true, created }, secret }
    }

    fn shown(&self, user_name: String) -> api_iam::AccessKey {
        api_iam::AccessKey {
            user_name,
            access_key_id: self.key.id.clone(),
            status: self.key.status().to_owned(),
            secret_access_key: self.secret.clone(),
            create_date: Some(self.key.created),
        }
    }
}

/// Stores a key whose id nobody has.
pub(crate) fn insert(
    tx: &mut dyn Transaction,
    scope: &Scope,
    owner: &str,
    key: &AccessKey,
) -> Result<(), Fault> {
    let holder = KeyOwner { account: scope.account, owner: owner.to_owned() };
    if !KEY_OWNERS.insert(tx, &key.id, &holder)? {
        return Err(Fault::internal(format!("access key id `{}` is taken", key.id)));
    }
    KEYS.put(tx, scope, &key_of(owner, &key.id), key)?;
    generation::raise(tx, scope)
}
