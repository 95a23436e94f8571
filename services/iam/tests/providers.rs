//! Identity providers as an administrator meets them, and as STS asks for them.

mod common;

use api_iam::*;
use common::*;
use kernel::IdentityProviders;

#[tokio::test]
async fn an_oidc_provider_is_known_by_its_issuer() {
    let world = World::new().await;
    let arn = world.oidc("https://id.example.com/realm").await.unwrap();
    assert_eq!(arn, format!("arn:aws:iam::{ACCOUNT}:oidc-provider/id.example.com/realm"));
    let message = "Provider with url https://id.example.com/realm already exists.";
    refused(world.oidc("https://id.example.com/realm").await, "EntityAlreadyExists", 409, message);
    for url in ["http://id.example.com", "https://", "https://id.example.com?x=1"] {
        refused(world.oidc(url).await, "ValidationError", 400, "Invalid Open ID Connect Provider URL");
    }
    let add = AddClientIDToOpenIDConnectProviderRequest {
        open_id_connect_provider_arn: arn.clone(),
        client_id: "papers".into(),
    };
    world.root::<AddClientIDToOpenIDConnectProvider>(add).await.unwrap();
    let remove = RemoveClientIDFromOpenIDConnectProviderRequest {
        open_id_connect_provider_arn: arn.clone(),
        client_id: "books".into(),
    };
    world.root::<RemoveClientIDFromOpenIDConnectProvider>(remove).await.unwrap();
    let thumbprints = UpdateOpenIDConnectProviderThumbprintRequest {
        open_id_connect_provider_arn: arn.clone(),
        thumbprint_list: vec!["cd".repeat(20)],
    };
    world.root::<UpdateOpenIDConnectProviderThumbprint>(thumbprints).await.unwrap();
    let provider: names::Arn = arn.parse().unwrap();
    let known = world.iam.oidc(&provider).unwrap().unwrap();
    assert_eq!((known.client_ids, known.thumbprints), (vec!["papers".to_owned()], vec!["cd".repeat(20)]));
    assert_eq!(known.url, "https://id.example.com/realm");
    assert!(world.iam.oidc(&arn.replace(ACCOUNT, OTHER).parse().unwrap()).unwrap().is_none());
    let get = || GetOpenIDConnectProviderRequest { open_id_connect_provider_arn: arn.clone() };
    let shown = world.root::<GetOpenIDConnectProvider>(get()).await.unwrap();
    assert_eq!(shown.url.as_deref(), Some("id.example.com/realm"));
    let list = world.root::<ListOpenIDConnectProviders>(ListOpenIDConnectProvidersRequest {}).await.unwrap();
    assert_eq!(list.open_id_connect_provider_list.unwrap()[0].arn.as_deref(), Some(arn.as_str()));
    let delete = DeleteOpenIDConnectProviderRequest { open_id_connect_provider_arn: arn.clone() };
    world.root::<DeleteOpenIDConnectProvider>(delete).await.unwrap();
    let message = format!("OpenIDConnect Provider not found for arn {arn}");
    refused(world.root::<GetOpenIDConnectProvider>(get()).await, "NoSuchEntity", 404, &message);
    assert!(world.iam.oidc(&provider).unwrap().is_none());
}

#[tokio::test]
async fn a_saml_provider_keeps_its_metadata() {
    let world = World::new().await;
    let arn = world.saml("Corporate").await.unwrap();
    let message = "SAMLProvider with name corporate already exists.";
    refused(world.saml("corporate").await, "EntityAlreadyExists", 409, message);
    let get = || GetSAMLProviderRequest { saml_provider_arn: arn.clone() };
    let shown = world.root::<GetSAMLProvider>(get()).await.unwrap();
    assert_eq!(shown.saml_metadata_document, Some(metadata()));
    assert_eq!(shown.valid_until.unwrap().iso8601(), "2030-01-01T00:00:00Z");
    let broken = UpdateSAMLProviderRequest {
        saml_provider_arn: arn.clone(),
        saml_metadata_document: Some("x".repeat(1000)),
        ..Default::default()
    };
    refused(world.root::<UpdateSAMLProvider>(broken).await, "InvalidInput", 400, "Could not parse metadata");
    let pem = "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n";
    let encrypt = UpdateSAMLProviderRequest {
        saml_provider_arn: arn.clone(),
        assertion_encryption_mode: Some("Required".into()),
        add_private_key: Some(pem.into()),
        ..Default::default()
    };
    world.root::<UpdateSAMLProvider>(encrypt).await.unwrap();
    let known = world.iam.saml(&arn.parse().unwrap()).unwrap().unwrap();
    assert!(known.encryption_required);
    assert_eq!(known.private_keys, [pem]);
    let key = world.root::<GetSAMLProvider>(get()).await.unwrap().private_key_list.unwrap()[0].key_id.clone();
    let remove = UpdateSAMLProviderRequest {
        saml_provider_arn: arn.clone(),
        remove_private_key: key,
        ..Default::default()
    };
    assert_eq!(world.root::<UpdateSAMLProvider>(remove).await.unwrap_err().code, "InvalidInput");
    assert_eq!(
        world
            .root::<ListSAMLProviders>(ListSAMLProvidersRequest {})
            .await
            .unwrap()
            .saml_provider_list
            .unwrap()
            .len(),
        1
    );
    world
        .root::<DeleteSAMLProvider>(DeleteSAMLProviderRequest { saml_provider_arn: arn.clone() })
        .await
        .unwrap();
    let message = format!("Manifest not found for arn {arn}");
    refused(world.root::<GetSAMLProvider>(get()).await, "NoSuchEntity", 404, &message);
}
