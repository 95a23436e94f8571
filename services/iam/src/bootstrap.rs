//! Accounts and their root keys.

use api_iam::errors::INVALID_INPUT;
use kernel::Fault;
use names::{AccountId, Scope};
use store::{Snapshot, Transaction};

use crate::credentials::TEMPORARY;
use crate::key::{Fresh, insert};
use crate::record::{ACCOUNTS, AccessKey, Account, KEY_OWNERS, KEYS, KeyOwner, ROOT, key_of};
use crate::{Iam, generation};

/// How many accounts are read at once.
const ACCOUNTS_PAGE: usize = 1000;

/// The access key of an account's root user.
#[derive(Clone, PartialEq, Eq)]
pub struct RootKey {
    /// The account.
    pub account: AccountId,
    /// The key's id.
    pub access_key_id: String,
    /// The key's secret.
    pub secret_access_key: String,
}

impl std::fmt::Debug for RootKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RootKey({}, {})", self.account, self.access_key_id)
    }
}

impl Iam {
    /// The account's root key; account and key are made if they are not there.
    ///
    /// A key given as id and secret becomes a root key of the account, with this secret, beside those it has.
    /// Without one, the account's oldest active root key is the answer.
    pub async fn bootstrap(
        &self,
        account: AccountId,
        given: Option<(String, String)>,
    ) -> Result<RootKey, Fault> {
        let is_given = given.is_some();
        if given.as_ref().is_some_and(|(id, _)| id.is_empty() || id.starts_with(TEMPORARY)) {
            return Err(Fault::of(&INVALID_INPUT, "This Access Key id cannot be that of a root key."));
        }
        let fresh = match given {
            Some((id, secret)) => Fresh::given(self, id, secret),
            None => Fresh::new(self, account),
        };
        let scope = Scope::global(account);
        let (key, secret) = (fresh.key.clone(), fresh.secret);
        let kept = self
            .base
            .write(Box::new(move |tx| {
                ACCOUNTS.insert(tx, account.as_str(), &Account { created: fresh.key.created })?;
                if is_given {
                    put_given(tx, &scope, &fresh.key)?;
                    return Ok(None);
                }
                if let Some(key) = oldest(tx, &scope)? {
                    return Ok(Some(key));
                }
                insert(tx, &scope, ROOT, &fresh.key)?;
                Ok(None)
            }))
            .await?;
        let (access_key_id, secret_access_key) = match kept {
            Some(kept) => (kept.id, self.open(&kept.secret)?),
            None => (key.id, secret),
        };
        Ok(RootKey { account, access_key_id, secret_access_key })
    }

    /// Every account of this server.
    pub fn accounts(&self) -> Result<Vec<AccountId>, Fault> {
        self.base.read(|view| {
            let mut accounts = Vec::new();
            let mut after: Option<String> = None;
            loop {
                let page = ACCOUNTS.list(view, "", after.as_deref(), ACCOUNTS_PAGE)?;
                accounts.extend(page.iter().filter_map(|(id, _)| id.parse::<AccountId>().ok()));
                match page.into_iter().nth(ACCOUNTS_PAGE - 1) {
                    Some((last, _)) => after = Some(last),
                    None => return Ok(accounts),
                }
            }
        })
    }
}

fn put_given(tx: &mut dyn Transaction, scope: &Scope, key: &AccessKey) -> Result<(), Fault> {
    let owner = KeyOwner { account: scope.account, owner: ROOT.to_owned() };
    match KEY_OWNERS.get(tx, &key.id)? {
        None => insert(tx, scope, ROOT, key),
        Some(found) if found == owner => set_secret(tx, scope, key),
        Some(_) => {
            let message = format!("The Access Key with id {} belongs to somebody else.", key.id);
            Err(Fault::of(&INVALID_INPUT, message))
        }
    }
}

/// Only the secret follows the configuration: a key that was made inactive stays so.
fn set_secret(tx: &mut dyn Transaction, scope: &Scope, key: &AccessKey) -> Result<(), Fault> {
    let place = key_of(ROOT, &key.id);
    let before = KEYS.get(tx, scope, &place)?.unwrap_or_else(|| key.clone());
    KEYS.put(tx, scope, &place, &AccessKey { secret: key.secret.clone(), ..before })?;
    generation::raise(tx, scope)
}

fn oldest(view: &dyn Snapshot, scope: &Scope) -> Result<Option<AccessKey>, Fault> {
    let keys = KEYS.list(view, scope, &key_of(ROOT, ""), None, ACCOUNTS_PAGE)?;
    Ok(keys.into_iter().map(|(_, key)| key).filter(|key| key.active).min_by_key(|key| key.created))
}
