//! When a key was last used.

use api_iam::{
    AccessKeyLastUsed, GetAccessKeyLastUsed, GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use names::Scope;
use store::Snapshot;

use crate::record::{KEY_OWNERS, LAST_USED, LastUsed, ROOT};
use crate::{Iam, directory, scope_at, wording};

/// What is told of a key that was never used.
const NEVER: &str = "N/A";

impl Handle<GetAccessKeyLastUsed> for Iam {
    const EFFECT: Effect = Effect::Read;

    /// About the user that has the key; about any user, where no key of the account has this id.
    fn checks(&self, input: &GetAccessKeyLastUsedRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let scope = scope_at(at)?;
        let owner = at.read(|snapshot| owner_of(snapshot, &scope, &input.access_key_id))?;
        let resource = owner.map_or_else(|| crate::arn(scope.account, "user", "/", "*"), |owner| owner.arn);
        let checks = Checks::on::<GetAccessKeyLastUsed>(resource);
        Ok(checks.map(|check| check.named(format!("access key {}", input.access_key_id))))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetAccessKeyLastUsed>,
    ) -> Result<Answer<GetAccessKeyLastUsed>, Fault> {
        let scope = crate::scope(cx)?;
        let id = &input.access_key_id;
        let caller = cx.session().principal().shown();
        let (owner, stored) = cx.read(|snapshot| {
            let owner = owner_of(snapshot, &scope, id)?.ok_or_else(|| wording::stranger_key(&caller, id))?;
            Ok((owner, LAST_USED.get(snapshot, &scope, id)?))
        })?;
        let used = self.last_used.of(id).or(stored);
        Ok(Answer::Output(GetAccessKeyLastUsedResponse {
            user_name: Some(owner.name),
            access_key_last_used: Some(shown(used)),
        }))
    }
}

struct Owner {
    name: String,
    arn: String,
}

/// The owner of one of the account's keys.
fn owner_of(snapshot: &dyn Snapshot, scope: &Scope, id: &str) -> Result<Option<Owner>, Fault> {
    let found = KEY_OWNERS.get(snapshot, id)?.filter(|owner| owner.account == scope.account);
    let Some(found) = found else { return Ok(None) };
    if found.owner == ROOT {
        return Ok(Some(Owner { name: ROOT.to_owned(), arn: scope.account.root_arn() }));
    }
    let user = directory::by_id(snapshot, &found.owner)?;
    Ok(user.map(|(account, kind, identity)| Owner {
        arn: identity.arn(account, kind.word()),
        name: identity.name,
    }))
}

fn shown(used: Option<LastUsed>) -> AccessKeyLastUsed {
    match used {
        Some(used) => AccessKeyLastUsed {
            last_used_date: Some(used.at),
            service_name: used.service,
            region: used.region,
        },
        None => AccessKeyLastUsed {
            last_used_date: None,
            service_name: NEVER.to_owned(),
            region: NEVER.to_owned(),
        },
    }
}
