//! SAML providers.

use api_iam::{
    CreateSAMLProvider, CreateSAMLProviderRequest, CreateSAMLProviderResponse, DeleteSAMLProvider,
    DeleteSAMLProviderRequest, GetSAMLProvider, GetSAMLProviderRequest, GetSAMLProviderResponse,
    ListSAMLProviders, ListSAMLProvidersRequest, ListSAMLProvidersResponse, SAMLPrivateKey,
    SAMLProviderListEntry, UpdateSAMLProvider, UpdateSAMLProviderRequest, UpdateSAMLProviderResponse,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted, entropy};

use super::metadata;
use crate::by_arn::{self, ByArn};
use crate::record::{SamlKey, SamlProvider};
use crate::{Iam, quota, scope_at, tags, wording};

/// What encryption needs.
const REQUIRED: &str = "Required";
/// What is told where nothing else was asked for.
const ALLOWED: &str = "Allowed";

impl Iam {
    /// A key to be kept, if it looks like one.
    fn saml_key(&self, cx: &Cx, pem: &str) -> Result<SamlKey, Fault> {
        let is_key = pem.trim_start().starts_with("-----BEGIN") && pem.contains("PRIVATE KEY-----");
        if !is_key {
            return Err(wording::invalid_private_key());
        }
        let entropy = &*cx.base().entropy;
        Ok(SamlKey {
            id: entropy::unique_id(entropy, "SAMLPK"),
            added: cx.now().truncated(),
            pem: self.saml_seal.seal(entropy, pem.as_bytes()),
        })
    }
}

impl Handle<CreateSAMLProvider> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &CreateSAMLProviderRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let arn = by_arn::arn_of::<SamlProvider>(scope_at(at)?.account, &input.name);
        let tags = input.tags.as_deref().unwrap_or_default();
        Ok(by_arn::create::<CreateSAMLProvider>(&arn, "iam:TagSAMLProvider", tags))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CreateSAMLProvider>,
    ) -> Result<Answer<CreateSAMLProvider>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let key = input.add_private_key.map(|pem| self.saml_key(cx, &pem)).transpose()?;
        let provider = SamlProvider {
            arn: by_arn::arn_of::<SamlProvider>(scope.account, &input.name),
            uuid: entropy::unique_id(&*cx.base().entropy, "SAMLSP"),
            valid_until: metadata::accept(&input.saml_metadata_document)?,
            metadata: input.saml_metadata_document,
            created: cx.now().truncated(),
            tags: by_arn::accept_tags(input.tags)?,
            encryption: input.assertion_encryption_mode,
            keys: key.into_iter().collect(),
        };
        if is_unreadable(&provider) {
            return Err(wording::private_key_needed_at_first());
        }
        let name = input.name;
        Ok(Answer::write(move |tx| {
            by_arn::insert(tx, &scope, &provider, || wording::saml_exists(&name))?;
            if SamlProvider::TABLE.count(tx, &scope, "")? > quota::PROVIDERS {
                return Err(wording::over_quota("SAMLProvidersPerAccount", quota::PROVIDERS));
            }
            Ok(CreateSAMLProviderResponse {
                saml_provider_arn: Some(provider.arn.clone()),
                tags: tags::shown_if_any(&provider.tags),
            })
        }))
    }
}

/// Whether its assertions must be encrypted and there is no key for them.
fn is_unreadable(provider: &SamlProvider) -> bool {
    provider.encryption.as_deref() == Some(REQUIRED) && provider.keys.is_empty()
}

impl Handle<GetSAMLProvider> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &GetSAMLProviderRequest, _: &At<'_>) -> Result<Checks, Fault> {
        by_arn::checks::<GetSAMLProvider>(&input.saml_provider_arn)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetSAMLProvider>,
    ) -> Result<Answer<GetSAMLProvider>, Fault> {
        let key = |key: &SamlKey| SAMLPrivateKey { key_id: Some(key.id.clone()), timestamp: Some(key.added) };
        by_arn::look::<GetSAMLProvider, SamlProvider>(cx, &input.saml_provider_arn, |provider| {
            let mode = provider.encryption.clone();
            Ok(GetSAMLProviderResponse {
                saml_provider_uuid: Some(provider.uuid.clone()),
                saml_metadata_document: Some(provider.metadata.clone()),
                create_date: Some(provider.created),
                valid_until: provider.valid_until,
                tags: Some(tags::shown(&provider.tags)),
                assertion_encryption_mode: Some(mode.unwrap_or_else(|| ALLOWED.to_owned())),
                private_key_list: Some(provider.keys.iter().map(key).collect()),
            })
        })
    }
}

impl Handle<UpdateSAMLProvider> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &UpdateSAMLProviderRequest, _: &At<'_>) -> Result<Checks, Fault> {
        by_arn::checks::<UpdateSAMLProvider>(&input.saml_provider_arn)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<UpdateSAMLProvider>,
    ) -> Result<Answer<UpdateSAMLProvider>, Fault> {
        let input = input.into_inner();
        accept_update(&input)?;
        let key = input.add_private_key.map(|pem| self.saml_key(cx, &pem)).transpose()?;
        let metadata = input.saml_metadata_document;
        let valid_until = metadata.as_deref().map(metadata::accept).transpose()?;
        let (gone, encryption) = (input.remove_private_key, input.assertion_encryption_mode);
        by_arn::change::<UpdateSAMLProvider, SamlProvider>(cx, input.saml_provider_arn, move |provider| {
            if let (Some(metadata), Some(until)) = (&metadata, valid_until) {
                provider.metadata.clone_from(metadata);
                provider.valid_until = until;
            }
            provider.keys.extend(key.clone());
            if provider.keys.len() > quota::KEYS_OF_PROVIDER {
                return Err(wording::too_many_private_keys(quota::KEYS_OF_PROVIDER));
            }
            if encryption.is_some() {
                provider.encryption.clone_from(&encryption);
            }
            if is_unreadable(provider) {
                return Err(wording::private_key_needed());
            }
            if let Some(gone) = &gone {
                remove_key(provider, gone)?;
            }
            Ok(UpdateSAMLProviderResponse { saml_provider_arn: Some(provider.arn.clone()) })
        })
    }
}

/// An update changes something, and adds a key or removes one: who rotates keys does it in two steps.
fn accept_update(input: &UpdateSAMLProviderRequest) -> Result<(), Fault> {
    match (&input.add_private_key, &input.remove_private_key) {
        (Some(_), Some(_)) => Err(wording::keys_added_and_removed()),
        (None, None)
            if input.saml_metadata_document.is_none() && input.assertion_encryption_mode.is_none() =>
        {
            Err(wording::nothing_to_update())
        }
        _ => Ok(()),
    }
}

/// The last key stays while assertions must be encrypted.
fn remove_key(provider: &mut SamlProvider, id: &str) -> Result<(), Fault> {
    let before = provider.keys.len();
    provider.keys.retain(|key| key.id != id);
    if provider.keys.len() == before {
        return Err(wording::no_private_key());
    }
    if is_unreadable(provider) { Err(wording::last_private_key()) } else { Ok(()) }
}

impl Handle<DeleteSAMLProvider> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &DeleteSAMLProviderRequest, _: &At<'_>) -> Result<Checks, Fault> {
        by_arn::checks::<DeleteSAMLProvider>(&input.saml_provider_arn)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeleteSAMLProvider>,
    ) -> Result<Answer<DeleteSAMLProvider>, Fault> {
        let scope = crate::scope(cx)?;
        let arn = input.into_inner().saml_provider_arn;
        Ok(Answer::write(move |tx| {
            let provider: SamlProvider = by_arn::find(tx, &scope, &arn)?;
            by_arn::remove(tx, &scope, &provider)
        }))
    }
}

impl Handle<ListSAMLProviders> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, _: &ListSAMLProvidersRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let resource = by_arn::arn_of::<SamlProvider>(scope_at(at)?.account, "*");
        Ok(Checks::on::<ListSAMLProviders>(resource))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        _: Permitted<ListSAMLProviders>,
    ) -> Result<Answer<ListSAMLProviders>, Fault> {
        let scope = crate::scope(cx)?;
        let found =
            cx.read(|view| Ok(SamlProvider::TABLE.list(view, &scope, "", None, quota::PROVIDERS)?))?;
        let entries = found.into_iter().map(|(_, found)| SAMLProviderListEntry {
            arn: Some(found.arn),
            valid_until: found.valid_until,
            create_date: Some(found.created),
        });
        Ok(Answer::Output(ListSAMLProvidersResponse { saml_provider_list: Some(entries.collect()) }))
    }
}
