//! Users as the API shows them.

use api_iam as api;
use names::AccountId;

use crate::entity::boundary;
use crate::record::{Account, User};
use crate::tags;

/// The whole user.
pub(super) fn whole(account: AccountId, user: &User) -> api::User {
    api::User {
        permissions_boundary: boundary::shown(&user.identity),
        tags: tags::shown_if_any(&user.identity.tags),
        ..listed(account, user)
    }
}

/// Without tags and boundary, as lists have it.
pub(crate) fn listed(account: AccountId, user: &User) -> api::User {
    let identity = &user.identity;
    api::User {
        path: identity.path.clone(),
        user_name: identity.name.clone(),
        user_id: identity.id.clone(),
        arn: identity.arn(account, "user"),
        create_date: identity.created,
        ..api::User::default()
    }
}

/// The root user.
pub(super) fn root(id: AccountId, account: &Account) -> api::User {
    api::User {
        path: "/".to_owned(),
        user_name: "root".to_owned(),
        user_id: id.to_string(),
        arn: id.root_arn(),
        create_date: account.created,
        ..api::User::default()
    }
}
