//! The account's alias.

use api_iam::{
    CreateAccountAlias, CreateAccountAliasRequest, DeleteAccountAlias, DeleteAccountAliasRequest,
    ListAccountAliases, ListAccountAliasesRequest, ListAccountAliasesResponse,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};

use crate::paging::PageRequest;
use crate::record::{ACCOUNT_ALIASES, ALIASES};
use crate::{Iam, generation, wording};

/// As the model has it; it needs looking ahead, so it is checked here.
const PATTERN: &str = "^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$";

impl Handle<CreateAccountAlias> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, _: &CreateAccountAliasRequest, _: &At<'_>) -> Result<Checks, Fault> {
        Ok(super::checks::<CreateAccountAlias>())
    }

    /// An account has one alias; a new one takes the place of the old.
    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CreateAccountAlias>,
    ) -> Result<Answer<CreateAccountAlias>, Fault> {
        let scope = crate::scope(cx)?;
        let alias = input.into_inner().account_alias;
        accept(&alias)?;
        Ok(Answer::write(move |tx| {
            if ALIASES.get(tx, &alias)?.is_some() {
                return Err(wording::alias_exists(&alias));
            }
            if let Some(old) = ACCOUNT_ALIASES.get(tx, &scope, "")? {
                ALIASES.delete(tx, &old)?;
            }
            ALIASES.put(tx, &alias, &scope.account)?;
            ACCOUNT_ALIASES.put(tx, &scope, "", &alias)?;
            generation::raise(tx, &scope)
        }))
    }
}

fn accept(alias: &str) -> Result<(), Fault> {
    let is_letter = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    let is_well_formed = alias.chars().all(|letter| is_letter(letter) || letter == '-')
        && alias.starts_with(is_letter)
        && alias.ends_with(is_letter)
        && !alias.contains("--");
    if is_well_formed {
        return Ok(());
    }
    let constraint = format!("Member must satisfy regular expression pattern: {PATTERN}");
    Err(wording::constraint("accountAlias", &constraint))
}

impl Handle<DeleteAccountAlias> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, _: &DeleteAccountAliasRequest, _: &At<'_>) -> Result<Checks, Fault> {
        Ok(super::checks::<DeleteAccountAlias>())
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeleteAccountAlias>,
    ) -> Result<Answer<DeleteAccountAlias>, Fault> {
        let scope = crate::scope(cx)?;
        let alias = input.into_inner().account_alias;
        Ok(Answer::write(move |tx| {
            if ACCOUNT_ALIASES.get(tx, &scope, "")?.as_ref() != Some(&alias) {
                return Err(wording::no_alias(&alias));
            }
            ALIASES.delete(tx, &alias)?;
            ACCOUNT_ALIASES.delete(tx, &scope, "")?;
            generation::raise(tx, &scope)
        }))
    }
}

impl Handle<ListAccountAliases> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, _: &ListAccountAliasesRequest, _: &At<'_>) -> Result<Checks, Fault> {
        Ok(super::checks::<ListAccountAliases>())
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<ListAccountAliases>,
    ) -> Result<Answer<ListAccountAliases>, Fault> {
        let scope = crate::scope(cx)?;
        let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
        let alias = cx.read(|snapshot| Ok(ACCOUNT_ALIASES.get(snapshot, &scope, "")?))?;
        let page = request.of_list(alias)?;
        Ok(Answer::Output(ListAccountAliasesResponse {
            is_truncated: page.is_truncated(),
            account_aliases: page.items,
            marker: page.marker,
        }))
    }
}
