//! Who exists: answers for the services that store or resolve principals.

use kernel::{Directory, Fault, RoleFacts};
use names::{AccountId, Arn, Scope};
use store::Snapshot;

use crate::entity::{Entity, Kind};
use crate::record::{ACCOUNTS, Group, Identity, KEY_OWNERS, Role, UNIQUE_IDS, User};
use crate::{Iam, name_key};

impl Directory for Iam {
    fn role(&self, arn: &Arn) -> Result<Option<RoleFacts>, Fault> {
        let role = self.base.read(|view| by_arn::<Role>(view, arn))?;
        Ok(role.zip(arn.account_id()).map(|(role, account)| RoleFacts {
            arn: arn.clone(),
            name: role.identity.name,
            id: role.identity.id,
            account,
            session_seconds_max: role.session_seconds_max,
            tags: role.identity.tags,
        }))
    }

    fn unique_id(&self, arn: &Arn) -> Result<Option<String>, Fault> {
        self.base.read(|view| unique_id(view, arn))
    }

    fn arn(&self, unique_id: &str) -> Result<Option<Arn>, Fault> {
        self.base.read(|view| self::arn(view, unique_id))
    }

    fn access_key_account(&self, access_key_id: &str) -> Result<Option<AccountId>, Fault> {
        let owner = self.base.read(|view| Ok(KEY_OWNERS.get(view, access_key_id)?))?;
        Ok(owner.map(|owner| owner.account))
    }

    fn account_exists(&self, account: AccountId) -> Result<bool, Fault> {
        self.base.read(|view| Ok(ACCOUNTS.exists(view, account.as_str())?))
    }
}

/// The user or role of an ARN, path included.
pub(crate) fn by_arn<E: Entity>(view: &dyn Snapshot, arn: &Arn) -> Result<Option<E>, Fault> {
    let kind = E::KIND.word();
    let (Some(account), Some(path_and_name)) = (arn.account_id(), arn.resource_of(kind)) else {
        return Ok(None);
    };
    let name = path_and_name.rsplit('/').next().unwrap_or_default();
    let found: Option<E> = E::TABLE.get(view, &Scope::global(account), &name_key(name))?;
    Ok(found.filter(|entity| entity.identity().arn(account, kind) == arn.as_str()))
}

/// The unique id of the user or role that an ARN names.
pub(crate) fn unique_id(view: &dyn Snapshot, arn: &Arn) -> Result<Option<String>, Fault> {
    if let Some(role) = by_arn::<Role>(view, arn)? {
        return Ok(Some(role.identity.id));
    }
    Ok(by_arn::<User>(view, arn)?.map(|user| user.identity.id))
}

/// The user, group or role with a unique id.
pub(crate) fn by_id(view: &dyn Snapshot, id: &str) -> Result<Option<(AccountId, Kind, Identity)>, Fault> {
    let Some(holder) = UNIQUE_IDS.get(view, id)? else { return Ok(None) };
    let identity = match holder.kind {
        Kind::InstanceProfile | Kind::ServerCertificate => None,
        Kind::Group => Group::TABLE.get(view, &holder.scope(), &holder.key)?.map(|group| group.identity),
        Kind::Role => Role::TABLE.get(view, &holder.scope(), &holder.key)?.map(|role| role.identity),
        Kind::User => User::TABLE.get(view, &holder.scope(), &holder.key)?.map(|user| user.identity),
    };
    let identity = identity.filter(|identity| identity.id == id);
    Ok(identity.map(|identity| (holder.account, holder.kind, identity)))
}

/// The ARN of the user, group or role with a unique id.
pub(crate) fn arn(view: &dyn Snapshot, id: &str) -> Result<Option<Arn>, Fault> {
    let Some((account, kind, identity)) = by_id(view, id)? else { return Ok(None) };
    Ok(identity.arn(account, kind.word()).parse().ok())
}
