//! Groups as the API shows them.

use api_iam as api;
use names::AccountId;

use crate::record::Group;

/// The whole group.
pub(crate) fn whole(account: AccountId, group: &Group) -> api::Group {
    let identity = &group.identity;
    api::Group {
        path: identity.path.clone(),
        group_name: identity.name.clone(),
        group_id: identity.id.clone(),
        arn: identity.arn(account, "group"),
        create_date: identity.created,
    }
}
