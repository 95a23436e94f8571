//! Tags of MFA devices and identity providers.

use api_iam::{
    ListMFADeviceTags, ListMFADeviceTagsResponse, ListOpenIDConnectProviderTags,
    ListOpenIDConnectProviderTagsResponse, ListSAMLProviderTags, ListSAMLProviderTagsResponse, TagMFADevice,
    TagOpenIDConnectProvider, TagSAMLProvider, UntagMFADevice, UntagOpenIDConnectProvider, UntagSAMLProvider,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted};
use shape::Operation;

use super::{ByArn, change, checks, look};
use crate::Iam;
use crate::paging::PageRequest;
use crate::record::{MfaDevice, OidcProvider, SamlProvider};
use crate::tags::{self, Keys};

/// The operations on the tags of one kind.
macro_rules! operations {
    ($record:ident by $arn:ident: $tag:ident, $untag:ident, $list:ident => $listed:ident) => {
        impl Handle<$tag> for Iam {
            const EFFECT: Effect = Effect::Write;

            fn checks(&self, input: &<$tag as Operation>::Input, _: &At<'_>) -> Result<Checks, Fault> {
                let checks = checks::<$tag>(&input.$arn)?;
                Ok(checks.map(|check| check.request_tags(tags::pairs(&input.tags))))
            }

            async fn handle<'a>(&'a self, cx: &'a Cx, input: Permitted<$tag>) -> Result<Answer<$tag>, Fault> {
                let input = input.into_inner();
                let new = tags::accept(input.tags, Keys::CaseKept)?;
                change::<$tag, $record>(cx, input.$arn, move |found| {
                    tags::add(found.tags_mut(), &new, Keys::CaseKept)
                })
            }
        }

        impl Handle<$untag> for Iam {
            const EFFECT: Effect = Effect::Write;

            fn checks(&self, input: &<$untag as Operation>::Input, _: &At<'_>) -> Result<Checks, Fault> {
                let checks = checks::<$untag>(&input.$arn)?;
                Ok(checks.map(|check| check.keys("aws:TagKeys", input.tag_keys.clone())))
            }

            async fn handle<'a>(
                &'a self,
                cx: &'a Cx,
                input: Permitted<$untag>,
            ) -> Result<Answer<$untag>, Fault> {
                let input = input.into_inner();
                tags::accept_keys(&input.tag_keys)?;
                change::<$untag, $record>(cx, input.$arn, move |found| {
                    tags::remove(found.tags_mut(), &input.tag_keys, Keys::CaseKept);
                    Ok(())
                })
            }
        }

        impl Handle<$list> for Iam {
            const EFFECT: Effect = Effect::Read;

            fn checks(&self, input: &<$list as Operation>::Input, _: &At<'_>) -> Result<Checks, Fault> {
                checks::<$list>(&input.$arn)
            }

            async fn handle<'a>(
                &'a self,
                cx: &'a Cx,
                input: Permitted<$list>,
            ) -> Result<Answer<$list>, Fault> {
                let request = PageRequest::new(input.marker.as_deref(), input.max_items)?;
                look::<$list, $record>(cx, &input.$arn, |found| {
                    let page = request.of_list(tags::shown(found.tags()))?;
                    Ok($listed { is_truncated: page.is_truncated(), tags: page.items, marker: page.marker })
                })
            }
        }
    };
}

operations! {
    MfaDevice by serial_number: TagMFADevice, UntagMFADevice, ListMFADeviceTags => ListMFADeviceTagsResponse
}
operations! {
    OidcProvider by open_id_connect_provider_arn:
    TagOpenIDConnectProvider, UntagOpenIDConnectProvider,
    ListOpenIDConnectProviderTags => ListOpenIDConnectProviderTagsResponse
}
operations! {
    SamlProvider by saml_provider_arn:
    TagSAMLProvider, UntagSAMLProvider, ListSAMLProviderTags => ListSAMLProviderTagsResponse
}
