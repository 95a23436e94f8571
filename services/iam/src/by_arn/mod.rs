//! What requests name by its ARN and has tags: MFA devices and identity providers.

mod tagging;

use kernel::{Answer, Checks, Cx, Fault, ResourceFacts};
use names::{AccountId, Arn, Scope};
use serde::Serialize;
use serde::de::DeserializeOwned;
use shape::Operation;
use store::{Snapshot, Table, Transaction};

use crate::record::{MFA_DEVICES, MfaDevice, OidcProvider, SamlProvider};
use crate::tags::{self, Keys, Tags};
use crate::{generation, name_key, wording};

/// Something with an ARN of one kind.
pub(crate) trait ByArn: Serialize + DeserializeOwned + Clone + Send + Sync + 'static {
    /// What the resource part of its ARN begins with.
    const WORD: &'static str;
    /// By the key of what follows that word in the ARN.
    const TABLE: Table<Self>;

    /// That key: no two may have the same.
    fn key(rest: &str) -> String;

    /// Its ARN.
    fn arn(&self) -> &str;

    /// Its tags.
    fn tags(&self) -> &Tags;

    /// The same, to be changed.
    fn tags_mut(&mut self) -> &mut Tags;

    /// What is said where there is none.
    fn missing(arn: &str) -> Fault;
}

/// Declares them.
macro_rules! kinds {
    ($($record:ident: $word:literal in $table:expr, by $key:path, $missing:path;)+) => { $(
        impl ByArn for $record {
            const WORD: &'static str = $word;
            const TABLE: Table<Self> = $table;

            fn key(rest: &str) -> String {
                $key(rest)
            }

            fn arn(&self) -> &str {
                &self.arn
            }

            fn tags(&self) -> &Tags {
                &self.tags
            }

            fn tags_mut(&mut self) -> &mut Tags {
                &mut self.tags
            }

            fn missing(arn: &str) -> Fault {
                $missing(arn)
            }
        }
    )+ };
}

kinds! {
    MfaDevice: "mfa" in MFA_DEVICES, by name_key, wording::no_device;
    OidcProvider: "oidc-provider" in Table::new("iam/oidc-provider"), by str::to_owned, wording::no_oidc;
    SamlProvider: "saml-provider" in Table::new("iam/saml-provider"), by name_key, wording::no_saml;
}

/// The ARN that something of this kind has, by what follows its word there.
pub(crate) fn arn_of<T: ByArn>(account: AccountId, rest: &str) -> String {
    format!("arn:aws:iam::{account}:{}/{rest}", T::WORD)
}

/// The operation on one, as the request names it. What is no ARN is found out once the caller is permitted.
pub(crate) fn checks<Op: Operation>(arn: &str) -> Result<Checks, Fault> {
    match arn.parse::<Arn>() {
        Ok(arn) => Ok(Checks::on::<Op>(arn.as_str())),
        Err(_) => Ok(Checks::on::<Op>("*").map(|check| check.named(arn))),
    }
}

/// The key in its table.
pub(crate) fn key<T: ByArn>(arn: &str) -> Option<String> {
    let arn: Arn = arn.parse().ok()?;
    arn.resource_of(T::WORD).map(T::key)
}

/// The key under which the one of an ARN lies, or would lie.
fn place<T: ByArn>(view: &dyn Snapshot, scope: &Scope, arn: &str) -> Result<Option<String>, Fault> {
    let Some(key) = key::<T>(arn) else { return Ok(None) };
    // Earlier versions put all kinds under keys in lower case.
    let earlier = name_key(&key);
    if earlier != key && T::TABLE.get(view, scope, &earlier)?.is_some_and(|found: T| found.arn() == arn) {
        return Ok(Some(earlier));
    }
    Ok(Some(key))
}

/// The one of an ARN, in the account of that ARN.
pub(crate) fn get<T: ByArn>(view: &dyn Snapshot, scope: &Scope, arn: &str) -> Result<Option<T>, Fault> {
    let Some(key) = place::<T>(view, scope, arn)? else { return Ok(None) };
    Ok(T::TABLE.get(view, scope, &key)?.filter(|found: &T| found.arn() == arn))
}

/// The same, where there must be one.
pub(crate) fn find<T: ByArn>(view: &dyn Snapshot, scope: &Scope, arn: &str) -> Result<T, Fault> {
    get(view, scope, arn)?.ok_or_else(|| T::missing(arn))
}

/// Adds one whose ARN must be free.
pub(crate) fn insert<T: ByArn>(
    tx: &mut dyn Transaction,
    scope: &Scope,
    new: &T,
    taken: impl FnOnce() -> Fault,
) -> Result<(), Fault> {
    let key = place::<T>(tx, scope, new.arn())?.ok_or_else(|| wording::invalid_arn(new.arn()))?;
    if !T::TABLE.insert(tx, scope, &key, new)? {
        return Err(taken());
    }
    generation::raise(tx, scope)
}

/// Stores a changed one.
pub(crate) fn save<T: ByArn>(tx: &mut dyn Transaction, scope: &Scope, changed: &T) -> Result<(), Fault> {
    let key = place::<T>(tx, scope, changed.arn())?.ok_or_else(|| wording::invalid_arn(changed.arn()))?;
    T::TABLE.put(tx, scope, &key, changed)?;
    generation::raise(tx, scope)
}

/// Removes one.
pub(crate) fn remove<T: ByArn>(tx: &mut dyn Transaction, scope: &Scope, gone: &T) -> Result<(), Fault> {
    let key = place::<T>(tx, scope, gone.arn())?.ok_or_else(|| wording::invalid_arn(gone.arn()))?;
    T::TABLE.delete(tx, scope, &key)?;
    generation::raise(tx, scope)
}

/// Answers from one as it is.
pub(crate) fn look<Op: Operation, T: ByArn>(
    cx: &Cx,
    arn: &str,
    show: impl Fn(&T) -> Result<Op::Output, Fault>,
) -> Result<Answer<Op>, Fault> {
    let scope = crate::scope(cx)?;
    let found = cx.read(|view| find::<T>(view, &scope, arn))?;
    Ok(Answer::Output(show(&found)?))
}

/// Changes one.
pub(crate) fn change<Op: Operation, T: ByArn>(
    cx: &Cx,
    arn: String,
    mut edit: impl FnMut(&mut T) -> Result<Op::Output, Fault> + Send + 'static,
) -> Result<Answer<Op>, Fault> {
    let scope = crate::scope(cx)?;
    Ok(Answer::write(move |tx| {
        let mut found: T = find(tx, &scope, &arn)?;
        let output = edit(&mut found)?;
        save(tx, &scope, &found)?;
        Ok(output)
    }))
}

/// What policies may test of one.
pub(crate) fn facts<T: ByArn>(view: &dyn Snapshot, arn: &Arn) -> Result<Option<ResourceFacts>, Fault> {
    let Some(account) = arn.account_id() else { return Ok(None) };
    let found: Option<T> = get(view, &Scope::global(account), arn.as_str())?;
    let tags = |found: T| found.tags().clone();
    Ok(found.map(|found| ResourceFacts {
        owner: Some(account),
        tags: tags(found),
        ..ResourceFacts::default()
    }))
}

/// The tags of a request to make one.
pub(crate) fn accept_tags(given: Option<Vec<api_iam::Tag>>) -> Result<Tags, Fault> {
    tags::accept(given.unwrap_or_default(), Keys::CaseKept)
}

/// Creation, and tagging where tags are given.
pub(crate) fn create<Op: Operation>(arn: &str, tag_action: &'static str, new: &[api_iam::Tag]) -> Checks {
    let described = |check: kernel::Check| check.request_tags(tags::pairs(new));
    let checks = Checks::on::<Op>(arn).map(described);
    if new.is_empty() {
        return checks;
    }
    checks.and(described(kernel::Check::new(tag_action, arn)))
}
