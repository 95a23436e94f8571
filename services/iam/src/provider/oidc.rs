//! OpenID Connect providers.

use api_iam::{
    AddClientIDToOpenIDConnectProvider, AddClientIDToOpenIDConnectProviderRequest,
    CreateOpenIDConnectProvider, CreateOpenIDConnectProviderRequest, CreateOpenIDConnectProviderResponse,
    DeleteOpenIDConnectProvider, DeleteOpenIDConnectProviderRequest, GetOpenIDConnectProvider,
    GetOpenIDConnectProviderRequest, GetOpenIDConnectProviderResponse, ListOpenIDConnectProviders,
    ListOpenIDConnectProvidersRequest, ListOpenIDConnectProvidersResponse, OpenIDConnectProviderListEntry,
    RemoveClientIDFromOpenIDConnectProvider, RemoveClientIDFromOpenIDConnectProviderRequest,
    UpdateOpenIDConnectProviderThumbprint, UpdateOpenIDConnectProviderThumbprintRequest,
};
use kernel::{Answer, At, Checks, Cx, Effect, Fault, Handle, Permitted, issuer_name};

use crate::by_arn::{self, ByArn};
use crate::record::OidcProvider;
use crate::{Iam, quota, scope_at, tags, wording};

impl Handle<CreateOpenIDConnectProvider> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &CreateOpenIDConnectProviderRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let arn = by_arn::arn_of::<OidcProvider>(scope_at(at)?.account, &issuer_name(&input.url));
        let tags = input.tags.as_deref().unwrap_or_default();
        Ok(by_arn::create::<CreateOpenIDConnectProvider>(&arn, "iam:TagOpenIDConnectProvider", tags))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<CreateOpenIDConnectProvider>,
    ) -> Result<Answer<CreateOpenIDConnectProvider>, Fault> {
        let scope = crate::scope(cx)?;
        let input = input.into_inner();
        let url = accept_url(&input.url)?;
        let provider = OidcProvider {
            arn: by_arn::arn_of::<OidcProvider>(scope.account, &url),
            url,
            client_ids: accept_clients(input.client_id_list.unwrap_or_default())?,
            thumbprints: accept_thumbprints(input.thumbprint_list.unwrap_or_default())?,
            created: cx.now().truncated(),
            tags: by_arn::accept_tags(input.tags)?,
        };
        Ok(Answer::write(move |tx| {
            by_arn::insert(tx, &scope, &provider, || wording::oidc_exists(&provider.url))?;
            if OidcProvider::TABLE.count(tx, &scope, "")? > quota::PROVIDERS {
                return Err(wording::over_quota("OpenIdConnectProvidersPerAccount", quota::PROVIDERS));
            }
            Ok(CreateOpenIDConnectProviderResponse {
                open_id_connect_provider_arn: Some(provider.arn.clone()),
                tags: tags::shown_if_any(&provider.tags),
            })
        }))
    }
}

/// The name of an issuer, which is a URL of HTTPS without query and fragment. Ports are taken, though AWS advises
/// against them: issuers within a network of one's own have some.
fn accept_url(url: &str) -> Result<String, Fault> {
    let rest = url.strip_prefix("https://").ok_or_else(wording::invalid_issuer)?;
    if rest.contains(['?', '#']) {
        return Err(wording::unknown_issuer());
    }
    let authority = rest.split('/').next().unwrap_or_default();
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    let is_host = !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || "-._".contains(c));
    let is_port = port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok();
    let is_plain = rest.chars().all(|c| c.is_ascii_graphic() && !"@\\".contains(c));
    match is_host && is_port && is_plain {
        true => Ok(issuer_name(url).into_owned()),
        false => Err(wording::invalid_issuer()),
    }
}

fn accept_clients(given: Vec<String>) -> Result<Vec<String>, Fault> {
    let mut clients = Vec::new();
    for client in given {
        add_client(&mut clients, client)?;
    }
    Ok(clients)
}

fn add_client(clients: &mut Vec<String>, client: String) -> Result<(), Fault> {
    if !clients.contains(&client) {
        clients.push(client);
    }
    match clients.len() > quota::CLIENTS_OF_PROVIDER {
        true => Err(wording::over_quota("ClientIdsPerOpenIdConnectProvider", quota::CLIENTS_OF_PROVIDER)),
        false => Ok(()),
    }
}

/// In lower case. Their length is all that AWS looks at; one that is not hexadecimal fits no certificate.
fn accept_thumbprints(thumbprints: Vec<String>) -> Result<Vec<String>, Fault> {
    if thumbprints.len() > quota::THUMBPRINTS {
        return Err(wording::too_many_thumbprints(quota::THUMBPRINTS));
    }
    Ok(thumbprints.into_iter().map(|text| text.to_ascii_lowercase()).collect())
}

impl Handle<GetOpenIDConnectProvider> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, input: &GetOpenIDConnectProviderRequest, _: &At<'_>) -> Result<Checks, Fault> {
        by_arn::checks::<GetOpenIDConnectProvider>(&input.open_id_connect_provider_arn)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<GetOpenIDConnectProvider>,
    ) -> Result<Answer<GetOpenIDConnectProvider>, Fault> {
        let arn = &input.open_id_connect_provider_arn;
        by_arn::look::<GetOpenIDConnectProvider, OidcProvider>(cx, arn, |provider| {
            Ok(GetOpenIDConnectProviderResponse {
                url: Some(provider.url.clone()),
                client_id_list: Some(provider.client_ids.clone()),
                thumbprint_list: Some(provider.thumbprints.clone()),
                create_date: Some(provider.created),
                tags: Some(tags::shown(&provider.tags)),
            })
        })
    }
}

impl Handle<DeleteOpenIDConnectProvider> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &DeleteOpenIDConnectProviderRequest, _: &At<'_>) -> Result<Checks, Fault> {
        by_arn::checks::<DeleteOpenIDConnectProvider>(&input.open_id_connect_provider_arn)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<DeleteOpenIDConnectProvider>,
    ) -> Result<Answer<DeleteOpenIDConnectProvider>, Fault> {
        let scope = crate::scope(cx)?;
        let arn = input.into_inner().open_id_connect_provider_arn;
        Ok(Answer::write(move |tx| {
            let provider: Option<OidcProvider> = by_arn::get(tx, &scope, &arn)?;
            let provider = provider.ok_or_else(|| wording::no_oidc_to_delete(&arn))?;
            by_arn::remove(tx, &scope, &provider)
        }))
    }
}

impl Handle<ListOpenIDConnectProviders> for Iam {
    const EFFECT: Effect = Effect::Read;

    fn checks(&self, _: &ListOpenIDConnectProvidersRequest, at: &At<'_>) -> Result<Checks, Fault> {
        let resource = by_arn::arn_of::<OidcProvider>(scope_at(at)?.account, "*");
        Ok(Checks::on::<ListOpenIDConnectProviders>(resource))
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        _: Permitted<ListOpenIDConnectProviders>,
    ) -> Result<Answer<ListOpenIDConnectProviders>, Fault> {
        let scope = crate::scope(cx)?;
        let found =
            cx.read(|view| Ok(OidcProvider::TABLE.list(view, &scope, "", None, quota::PROVIDERS)?))?;
        let entries = found.into_iter();
        let entries = entries.map(|(_, found)| OpenIDConnectProviderListEntry { arn: Some(found.arn) });
        let list = Some(entries.collect());
        Ok(Answer::Output(ListOpenIDConnectProvidersResponse { open_id_connect_provider_list: list }))
    }
}

impl Handle<AddClientIDToOpenIDConnectProvider> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(&self, input: &AddClientIDToOpenIDConnectProviderRequest, _: &At<'_>) -> Result<Checks, Fault> {
        by_arn::checks::<AddClientIDToOpenIDConnectProvider>(&input.open_id_connect_provider_arn)
    }

    /// A client that is there stays so.
    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<AddClientIDToOpenIDConnectProvider>,
    ) -> Result<Answer<AddClientIDToOpenIDConnectProvider>, Fault> {
        let input = input.into_inner();
        let (arn, client) = (input.open_id_connect_provider_arn, input.client_id);
        by_arn::change::<_, OidcProvider>(cx, arn, move |provider| {
            add_client(&mut provider.client_ids, client.clone())
        })
    }
}

impl Handle<RemoveClientIDFromOpenIDConnectProvider> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(
        &self,
        input: &RemoveClientIDFromOpenIDConnectProviderRequest,
        _: &At<'_>,
    ) -> Result<Checks, Fault> {
        by_arn::checks::<RemoveClientIDFromOpenIDConnectProvider>(&input.open_id_connect_provider_arn)
    }

    /// A client that is not there stays away.
    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<RemoveClientIDFromOpenIDConnectProvider>,
    ) -> Result<Answer<RemoveClientIDFromOpenIDConnectProvider>, Fault> {
        let input = input.into_inner();
        let (arn, client) = (input.open_id_connect_provider_arn, input.client_id);
        by_arn::change::<_, OidcProvider>(cx, arn, move |provider| {
            provider.client_ids.retain(|known| *known != client);
            Ok(())
        })
    }
}

impl Handle<UpdateOpenIDConnectProviderThumbprint> for Iam {
    const EFFECT: Effect = Effect::Write;

    fn checks(
        &self,
        input: &UpdateOpenIDConnectProviderThumbprintRequest,
        _: &At<'_>,
    ) -> Result<Checks, Fault> {
        by_arn::checks::<UpdateOpenIDConnectProviderThumbprint>(&input.open_id_connect_provider_arn)
    }

    async fn handle<'a>(
        &'a self,
        cx: &'a Cx,
        input: Permitted<UpdateOpenIDConnectProviderThumbprint>,
    ) -> Result<Answer<UpdateOpenIDConnectProviderThumbprint>, Fault> {
        let input = input.into_inner();
        if input.thumbprint_list.is_empty() {
            return Err(wording::no_thumbprint());
        }
        let thumbprints = accept_thumbprints(input.thumbprint_list)?;
        by_arn::change::<_, OidcProvider>(cx, input.open_id_connect_provider_arn, move |provider| {
            provider.thumbprints.clone_from(&thumbprints);
            Ok(())
        })
    }
}
