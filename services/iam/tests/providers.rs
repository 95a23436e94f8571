//! Identity providers as an administrator meets them, and as STS asks for them.

mod common;

use api_iam::*;
use common::*;
use kernel::IdentityProviders;
use names::Scope;
use serde_json::Value;
use store::{Table, Transaction};

#[tokio::test]
async fn an_oidc_provider_is_known_by_its_issuer() {
    let world = World::new().await;
    let arn = world.oidc("https://id.example.com/realm").await.unwrap();
    assert_eq!(arn, format!("arn:aws:iam::{ACCOUNT}:oidc-provider/id.example.com/realm"));
    let message = "Provider with url https://id.example.com/realm already exists.";
    refused(world.oidc("https://id.example.com/realm").await, "EntityAlreadyExists", 409, message);
    for url in ["http://id.example.com", "https://", "https://id.example.com:", "https://id.example.com:x"] {
        refused(world.oidc(url).await, "ValidationError", 400, "Invalid Open ID Connect Provider URL");
    }
    for url in ["https://id.example.com/?x=1", "https://id.example.com/#x"] {
        refused(world.oidc(url).await, "InvalidInput", 400, "Unknown");
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
async fn issuers_differ_by_a_slash_and_by_case_and_not_by_the_usual_port() {
    let world = World::new().await;
    let others =
        ["x.auth0.com/", "x.auth0.com", "x.auth0.com/realm", "x.auth0.com/Realm", "X.auth0.com/realm/"];
    for name in others {
        let arn = world.oidc(&format!("https://{name}")).await.unwrap();
        assert_eq!(arn, format!("arn:aws:iam::{ACCOUNT}:oidc-provider/{name}"));
    }
    for (url, name) in
        [("https://x.auth0.com:443/", "x.auth0.com/"), ("https://x.auth0.com/Realm", "x.auth0.com/Realm")]
    {
        let message = format!("Provider with url https://{name} already exists.");
        refused(world.oidc(url).await, "EntityAlreadyExists", 409, &message);
    }
    let own = world.oidc("https://y.example.com:443").await.unwrap();
    assert!(own.ends_with("oidc-provider/y.example.com"), "{own}");
    let own = world.oidc("https://y.example.com:8443/").await.unwrap();
    assert!(own.ends_with("oidc-provider/y.example.com:8443/"), "{own}");

    // Each is read, changed and deleted by itself.
    let arn = |name: &str| format!("arn:aws:iam::{ACCOUNT}:oidc-provider/{name}");
    let add = AddClientIDToOpenIDConnectProviderRequest {
        open_id_connect_provider_arn: arn("x.auth0.com/Realm"),
        client_id: "papers".into(),
    };
    world.root::<AddClientIDToOpenIDConnectProvider>(add).await.unwrap();
    let known = |name: &str| world.iam.oidc(&arn(name).parse().unwrap()).unwrap();
    assert_eq!(known("x.auth0.com/Realm").unwrap().client_ids, ["books", "papers"]);
    assert_eq!(known("x.auth0.com/realm").unwrap().client_ids, ["books"]);
    assert_eq!(known("x.auth0.com/").unwrap().url, "https://x.auth0.com/");
    let delete = DeleteOpenIDConnectProviderRequest { open_id_connect_provider_arn: arn("x.auth0.com/") };
    world.root::<DeleteOpenIDConnectProvider>(delete).await.unwrap();
    assert!(known("x.auth0.com/").is_none() && known("x.auth0.com").is_some());
}

#[tokio::test]
async fn a_provider_that_an_earlier_version_stored_is_found_changed_and_deleted() {
    let world = World::new().await;
    let arn = world.oidc("https://id.example.com/Realm").await.unwrap();
    // Its key was in lower case.
    let (table, scope) = (Table::<Value>::new("iam/oidc-provider"), Scope::global(ACCOUNT.parse().unwrap()));
    let earlier = move |tx: &mut dyn Transaction| {
        let record = table.get(tx, &scope, "id.example.com/Realm")?.unwrap();
        table.delete(tx, &scope, "id.example.com/Realm")?;
        Ok(table.put(tx, &scope, "id.example.com/realm", &record)?)
    };
    world.kernel.base().write(Box::new(earlier)).await.unwrap();
    let message = "Provider with url https://id.example.com/Realm already exists.";
    refused(world.oidc("https://id.example.com/Realm").await, "EntityAlreadyExists", 409, message);
    let add = AddClientIDToOpenIDConnectProviderRequest {
        open_id_connect_provider_arn: arn.clone(),
        client_id: "papers".into(),
    };
    world.root::<AddClientIDToOpenIDConnectProvider>(add).await.unwrap();
    let known = world.iam.oidc(&arn.parse().unwrap()).unwrap().unwrap();
    assert_eq!(known.client_ids, ["books", "papers"]);
    assert_eq!(world.records("iam/oidc-provider"), 1);
    let delete = DeleteOpenIDConnectProviderRequest { open_id_connect_provider_arn: arn };
    world.root::<DeleteOpenIDConnectProvider>(delete).await.unwrap();
    assert_eq!(world.records("iam/oidc-provider"), 0);
}

#[tokio::test]
async fn thumbprints_are_shown_in_lower_case() {
    let world = World::new().await;
    let arn = world.oidc("https://id.example.com").await.unwrap();
    let update = |thumbprints: &[String]| UpdateOpenIDConnectProviderThumbprintRequest {
        open_id_connect_provider_arn: arn.clone(),
        thumbprint_list: thumbprints.to_vec(),
    };
    let two = ["CD".repeat(20), "g".repeat(40)];
    world.root::<UpdateOpenIDConnectProviderThumbprint>(update(&two)).await.unwrap();
    let known = world.iam.oidc(&arn.parse().unwrap()).unwrap().unwrap();
    assert_eq!(known.thumbprints, ["cd".repeat(20), "g".repeat(40)]);
    let message = "Thumbprint list must contain at least one entry.";
    let none = world.root::<UpdateOpenIDConnectProviderThumbprint>(update(&[])).await;
    refused(none, "InvalidInput", 400, message);
    let message = "Thumbprint list must contain fewer than 5 entries.";
    let six = world.root::<UpdateOpenIDConnectProviderThumbprint>(update(&vec!["ab".repeat(20); 6])).await;
    refused(six, "InvalidInput", 400, message);
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
    let last = world.root::<UpdateSAMLProvider>(remove).await;
    refused(last, "InvalidInput", 400, "Failed to remove private key.");
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

#[tokio::test]
async fn an_update_of_a_saml_provider_does_one_thing_and_is_possible() {
    let world = World::new().await;
    let arn = world.saml("Corporate").await.unwrap();
    let pem = "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n";
    let update = |mode: Option<&str>, add: Option<&str>, remove: Option<&str>| UpdateSAMLProviderRequest {
        saml_provider_arn: arn.clone(),
        assertion_encryption_mode: mode.map(str::to_owned),
        add_private_key: add.map(str::to_owned),
        remove_private_key: remove.map(str::to_owned),
        ..Default::default()
    };
    let nothing =
        "Unable to update identity provider. No updates are defined for metadata or encryption assertion.";
    let no_key = "Failed to set assertion encryption mode to Required because no private key is present.";
    let unknown = "Failed to remove private key because the Key ID does not match a private key.";
    let stranger = "SAMLPK0000000000000000A";
    let refusals = [
        (update(None, None, None), "ValidationError", nothing),
        (update(Some("Required"), None, None), "InvalidInput", no_key),
        (update(None, None, Some(stranger)), "InvalidInput", unknown),
    ];
    for (request, code, message) in refusals {
        refused(world.root::<UpdateSAMLProvider>(request).await, code, 400, message);
    }
    for _ in 0..2 {
        world.root::<UpdateSAMLProvider>(update(Some("Required"), Some(pem), None)).await.unwrap();
    }
    let third = world.root::<UpdateSAMLProvider>(update(None, Some(pem), None)).await;
    refused(third, "LimitExceeded", 409, "Private key limit of 2 is reached.");
    let get = GetSAMLProviderRequest { saml_provider_arn: arn.clone() };
    let keys = world.root::<GetSAMLProvider>(get).await.unwrap().private_key_list.unwrap();
    let ids: Vec<String> = keys.into_iter().map(|key| key.key_id.unwrap()).collect();
    assert!(ids.iter().all(|id| id.starts_with("SAMLPK")), "{ids:?}");
    let both = "Unable to add and remove private keys in the same request. Set a value for only one of the two \
                parameters.";
    let rotation = world.root::<UpdateSAMLProvider>(update(None, Some(pem), Some(&ids[0]))).await;
    refused(rotation, "ValidationError", 400, both);
    world.root::<UpdateSAMLProvider>(update(None, None, Some(&ids[0]))).await.unwrap();
    let last = world.root::<UpdateSAMLProvider>(update(None, None, Some(&ids[1]))).await;
    refused(last, "InvalidInput", 400, "Failed to remove private key.");
    world.root::<UpdateSAMLProvider>(update(Some("Allowed"), None, Some(&ids[1]))).await.unwrap();

    let first = CreateSAMLProviderRequest {
        name: "Other".into(),
        saml_metadata_document: metadata(),
        assertion_encryption_mode: Some("Required".into()),
        ..Default::default()
    };
    let message = "Unable to set assertion encryption mode to Required because no private key is provided.";
    refused(world.root::<CreateSAMLProvider>(first).await, "ValidationError", 400, message);
}
