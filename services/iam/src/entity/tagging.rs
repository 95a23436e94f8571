//! Tags of users, roles, instance profiles and server certificates.

use api_iam::{
    ListInstanceProfileTags, ListInstanceProfileTagsResponse, ListRoleTags, ListRoleTagsResponse,
    ListServerCertificateTags, ListServerCertificateTagsResponse, ListUserTags, ListUserTagsResponse, Tag,
    TagInstanceProfile, TagRole, TagServerCertificate, TagUser, UntagInstanceProfile, UntagRole,
    UntagServerCertificate, UntagUser,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use shape::Operation;

use super::{Entity, annotate, checks, look};
use crate::Iam;
use crate::paging::PageRequest;
use crate::record::{InstanceProfile, Role, ServerCertificate, User};
use crate::tags;

/// The operations on the tags of one kind.
macro_rules! operations {
    ($entity:ident by $name:ident: $tag:ident, $untag:ident, $list:ident => $listed:ident) => {
        impl Handle<$tag> for Iam {
            const EFFECT: Effect = Effect::Write;

            fn checks(&self, input: &<$tag as Operation>::Input, at: &At<'_>) -> Result<Checks, Fault> {
                let checks = checks::on::<$tag, $entity>(at, &input.$name)?;
                Ok(checks.map(|check| check.request_tags(tags::pairs(&input.tags))))
            }

            async fn handle<'a>(&'a self, cx: &'a Cx, input: Permitted<$tag>) -> Result<Answer<$tag>, Fault> {
                let input = input.into_inner();
                tag::<$tag, $entity>(cx, input.$name, input.tags)
            }
        }

        impl Handle<$untag> for Iam {
            const EFFECT: Effect = Effect::Write;

            fn checks(&self, input: &<$untag as Operation>::Input, at: &At<'_>) -> Result<Checks, Fault> {
                let checks = checks::on::<$untag, $entity>(at, &input.$name)?;
                Ok(checks.map(|check| check.keys("aws:TagKeys", input.tag_keys.clone())))
            }

            async fn handle<'a>(
                &'a self,
                cx: &'a Cx,
                input: Permitted<$untag>,
            ) -> Result<Answer<$untag>, Fault> {
                let input = input.into_inner();
                untag::<$untag, $entity>(cx, input.$name, input.tag_keys)
            }
        }

        impl Handle<$list> for Iam {
            const EFFECT: Effect = Effect::Read;

            fn checks(&self, input: &<$list as Operation>::Input, at: &At<'_>) -> Result<Checks, Fault> {
                checks::on::<$list, $entity>(at, &input.$name)
            }

            async fn handle<'a>(
                &'a self,
                cx: &'a Cx,
                input: Permitted<$list>,
            ) -> Result<Answer<$list>, Fault> {
                let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
                look::<$list, $entity>(cx, &input.$name, |_, _, entity| {
                    let page = request.of_list(tags::shown(&entity.identity.tags))?;
                    Ok($listed { is_truncated: page.is_truncated(), tags: page.items, marker: page.marker })
                })
            }
        }
    };
}

operations! {
    InstanceProfile by instance_profile_name:
    TagInstanceProfile, UntagInstanceProfile, ListInstanceProfileTags => ListInstanceProfileTagsResponse
}
operations! { Role by role_name: TagRole, UntagRole, ListRoleTags => ListRoleTagsResponse }
operations! {
    ServerCertificate by server_certificate_name:
    TagServerCertificate, UntagServerCertificate, ListServerCertificateTags => ListServerCertificateTagsResponse
}
operations! { User by user_name: TagUser, UntagUser, ListUserTags => ListUserTagsResponse }

/// Adds tags.
fn tag<Op: Operation<Output = ()>, E: Entity>(
    cx: &Cx,
    name: String,
    new: Vec<Tag>,
) -> Result<Answer<Op>, Fault> {
    let new = tags::accept(new, E::KIND.tag_keys())?;
    annotate::<Op, E>(cx, name, move |_, _, entity| {
        tags::add(&mut entity.identity_mut().tags, &new, E::KIND.tag_keys())
    })
}

/// Removes tags.
fn untag<Op: Operation<Output = ()>, E: Entity>(
    cx: &Cx,
    name: String,
    keys: Vec<String>,
) -> Result<Answer<Op>, Fault> {
    tags::accept_keys(&keys)?;
    annotate::<Op, E>(cx, name, move |_, _, entity| {
        tags::remove(&mut entity.identity_mut().tags, &keys, E::KIND.tag_keys());
        Ok(())
    })
}
