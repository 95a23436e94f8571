//! Sessions for holders of tokens that an identity provider signed.

use api_sts::{
    AssumeRoleWithWebIdentity, AssumeRoleWithWebIdentityRequest, AssumeRoleWithWebIdentityResponse,
    PolicyDescriptorType,
};
use aws_lc_rs::signature::{
    ECDSA_P384_SHA384_FIXED_SIGNING, ECDSA_P521_SHA512_FIXED_SIGNING, RSA_PKCS1_SHA384, RSA_PKCS1_SHA512,
};
use kernel::{Fault, OidcProvider, Session};
use serde_json::{Value, json};

use crate::issuer::{Issuer, SigningKey};
use crate::world::*;

struct Setting {
    world: World,
    issuer: Issuer,
    key: SigningKey,
    arn: String,
}

impl Setting {
    async fn new() -> Self {
        Self::with(SigningKey::rsa("one")).await
    }

    async fn with(key: SigningKey) -> Self {
        let issuer = Issuer::start(&[&key]).await;
        Self::of(key, issuer).await
    }

    /// With an issuer whose URL ends in `path`.
    async fn at(path: &str) -> Self {
        let key = SigningKey::elliptic("one");
        let mut issuer = Issuer::start(&[&key]).await;
        issuer.url.push_str(path);
        issuer.claims_to_be(&issuer.url);
        Self::of(key, issuer).await
    }

    async fn of(key: SigningKey, issuer: Issuer) -> Self {
        let world = World::new().await;
        let arn = format!("arn:aws:iam::{OURS}:oidc-provider/{}", issuer.host());
        let provider = OidcProvider {
            url: issuer.url.clone(),
            client_ids: vec!["app".into(), "other-app".into()],
            thumbprints: vec![issuer.thumbprint.to_uppercase()],
        };
        world.providers.oidc.lock().unwrap().insert(arn.clone(), provider);
        Self { world, issuer, key, arn }
    }

    fn trust(&self, conditions: &str) -> String {
        trusting_if(&format!(r#"{{"Federated":"{}"}}"#, self.arn), conditions)
    }

    fn claims(&self) -> Value {
        json!({ "iss": self.issuer.url, "aud": "app", "sub": "bob-17", "iat": NOW, "exp": NOW + 600 })
    }

    /// The claims with some in place of others; `null` takes one away.
    fn but(&self, changes: &Value) -> Value {
        let mut claims = self.claims();
        for (name, value) in changes.as_object().unwrap() {
            claims[name] = value.clone();
        }
        claims.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        claims
    }

    async fn present(
        &self,
        request: AssumeRoleWithWebIdentityRequest,
    ) -> Result<AssumeRoleWithWebIdentityResponse, Fault> {
        self.world.run::<AssumeRoleWithWebIdentity>(&Session::anonymous(), request).await
    }

    async fn assume(&self, role: &str, claims: &Value) -> Result<AssumeRoleWithWebIdentityResponse, Fault> {
        self.present(with(role, self.key.sign(claims))).await
    }
}

fn with(role: &str, token: String) -> AssumeRoleWithWebIdentityRequest {
    AssumeRoleWithWebIdentityRequest {
        role_arn: role.into(),
        role_session_name: "session".into(),
        web_identity_token: token,
        ..Default::default()
    }
}

#[tokio::test]
async fn a_signed_token_opens_a_session_without_a_signature() {
    let keys = [
        SigningKey::rsa("one"),
        SigningKey::rsa_of("one", "RS384", &RSA_PKCS1_SHA384),
        SigningKey::rsa_of("one", "RS512", &RSA_PKCS1_SHA512),
        SigningKey::elliptic("two"),
        SigningKey::elliptic_of("two", "ES384", "P-384", &ECDSA_P384_SHA384_FIXED_SIGNING),
        SigningKey::elliptic_of("two", "ES512", "P-521", &ECDSA_P521_SHA512_FIXED_SIGNING),
    ];
    for key in keys {
        let setting = Setting::with(key).await;
        let role = setting.world.role("Build", &setting.trust("{}"), &[PROBE]).await;
        let answer = setting.assume(&role, &setting.claims()).await.unwrap();
        assert_eq!(answer.subject_from_web_identity_token.as_deref(), Some("bob-17"));
        assert_eq!(
            (answer.audience.as_deref(), answer.provider.as_deref()),
            (Some("app"), Some(&*setting.arn))
        );
        assert_eq!(
            answer.assumed_role_user.unwrap().arn,
            format!("arn:aws:sts::{OURS}:assumed-role/Build/session")
        );
        let session = setting.world.session(&answer.credentials.unwrap()).unwrap();
        setting.world.probe(&session).await.unwrap();
    }
}

#[tokio::test]
async fn the_trust_policy_sees_provider_and_claims() {
    let setting = Setting::new().await;
    let host = setting.issuer.host().to_owned();
    let conditions = format!(
        r#"{{"StringEquals":{{"{host}:aud":"app","{host}:sub":"bob-17"}},"ForAnyValue:StringEquals":{{"{host}:amr":"otp"}}}}"#
    );
    let role = setting.world.role("Build", &setting.trust(&conditions), &[]).await;
    let fits = json!({ "amr": ["pwd", "otp"] });
    setting.assume(&role, &setting.but(&fits)).await.unwrap();
    let message = "Not authorized to perform sts:AssumeRoleWithWebIdentity";
    let others = [
        json!({ "amr": ["otp"], "sub": "eve-18" }),
        json!({ "amr": ["otp"], "aud": "other-app" }),
        json!({ "amr": ["pwd"] }),
        json!({}),
    ];
    for changes in others {
        refused(setting.assume(&role, &setting.but(&changes)).await, "AccessDenied", 403, message);
    }
    // Nor where another provider is trusted, or only users are, or no such role is.
    let elsewhere = trusting(&format!(r#"{{"Federated":"arn:aws:iam::{OURS}:oidc-provider/elsewhere"}}"#));
    let elsewhere = setting.world.role("Elsewhere", &elsewhere, &[]).await;
    let users = setting.world.role("Users", &trusting_us(), &[]).await;
    let none = format!("arn:aws:iam::{OURS}:role/none");
    for role in [elsewhere, users, none] {
        refused(setting.assume(&role, &setting.claims()).await, "AccessDenied", 403, message);
    }
}

#[tokio::test]
async fn a_slash_at_the_end_and_case_are_part_of_the_issuer() {
    for path in ["/", "/Realm", "/Realm/"] {
        let setting = Setting::at(path).await;
        let host = setting.issuer.host().to_owned();
        assert!(host.ends_with(path));
        let condition = format!(r#"{{"StringEquals":{{"{host}:aud":"app","{host}:sub":"bob-17"}}}}"#);
        let role = setting.world.role("Build", &setting.trust(&condition), &[PROBE]).await;
        let answer = setting.assume(&role, &setting.claims()).await.unwrap();
        assert_eq!(answer.provider.as_deref(), Some(&*setting.arn));
        let session = setting.world.session(&answer.credentials.unwrap()).unwrap();
        setting.world.probe(&session).await.unwrap();

        // Another trust is not meant, nor another key, nor another provider.
        let bare = setting.arn.trim_end_matches(path);
        let elsewhere =
            setting.world.role("Bare", &trusting(&format!(r#"{{"Federated":"{bare}"}}"#)), &[]).await;
        let without = condition.replace(path, "");
        let keyless = setting.world.role("Keyless", &setting.trust(&without), &[]).await;
        for role in [elsewhere, keyless] {
            denied(setting.assume(&role, &setting.claims()).await);
        }
        let issuer = setting.issuer.url.trim_end_matches(path).to_owned() + &path.to_lowercase() + "/";
        let message = format!("No OpenIDConnect provider found in your account for {issuer}");
        let stranger = setting.assume(&role, &setting.but(&json!({ "iss": issuer }))).await;
        refused(stranger, "InvalidIdentityToken", 400, &message);
    }
}

#[test]
fn the_usual_port_is_no_part_of_the_issuer() {
    let key = SigningKey::elliptic("one");
    let keys: sts::proofs::KeySet = serde_json::from_value(json!({ "keys": [key.public()] })).unwrap();
    let provider = OidcProvider {
        url: "https://x.example.com/".into(),
        client_ids: vec!["app".into()],
        thumbprints: Vec::new(),
    };
    let arn = format!("arn:aws:iam::{OURS}:oidc-provider/x.example.com/").parse().unwrap();
    let read = |issuer: &str| {
        let claims = json!({ "iss": issuer, "aud": "app", "sub": "bob-17", "iat": NOW, "exp": NOW + 600 });
        sts::proofs::web_identity(
            &key.sign(&claims),
            &keys,
            &provider,
            &arn,
            names::Timestamp::from_millis(NOW * 1000),
        )
    };
    for issuer in ["https://x.example.com/", "https://x.example.com:443/"] {
        let claims = read(issuer).unwrap().claims;
        assert_eq!(claims.keys().collect::<Vec<_>>(), ["x.example.com/:aud", "x.example.com/:sub"]);
    }
    for issuer in ["https://x.example.com", "https://x.example.com:444/", "https://X.example.com/"] {
        assert_eq!(read(issuer).unwrap_err().code, "InvalidIdentityToken", "{issuer}");
    }
}

#[tokio::test]
async fn tokens_that_do_not_hold() {
    let setting = Setting::new().await;
    let role = setting.world.role("Build", &setting.trust("{}"), &[]).await;
    let expired =
        format!("Token expired: current date/time {NOW} must be before the expiration date/time {NOW}");
    let stranger = format!("No OpenIDConnect provider found in your account for {}/x", setting.issuer.url);
    let cases = [
        (json!({ "exp": NOW }), "ExpiredTokenException", expired.as_str()),
        (json!({ "aud": "strange-app" }), "InvalidIdentityToken", "Incorrect token audience"),
        (json!({ "azp": "strange-app" }), "InvalidIdentityToken", "Incorrect token audience"),
        (json!({ "azp": ["strange-app"] }), "InvalidIdentityToken", "Incorrect token audience"),
        (json!({ "iss": format!("{}/x", setting.issuer.url) }), "InvalidIdentityToken", stranger.as_str()),
        (json!({ "iat": NOW + 301 }), "InvalidIdentityToken", "The ID Token was issued in the future"),
        (json!({ "nbf": NOW + 301 }), "InvalidIdentityToken", "The ID Token is not valid yet"),
        (json!({ "exp": "soon" }), "InvalidIdentityToken", "The claim exp is not an integer"),
        (json!({ "exp": 1_795_591_089.5 }), "InvalidIdentityToken", "The claim exp is not an integer"),
        (json!({ "iss": null }), "InvalidIdentityToken", "Missing a required claim: iss"),
        (json!({ "aud": null }), "InvalidIdentityToken", "Missing a required claim: aud"),
        (json!({ "sub": null }), "InvalidIdentityToken", "Missing a required claim: sub"),
        (json!({ "sub": "" }), "InvalidIdentityToken", "Missing a required claim: sub"),
        (json!({ "exp": null }), "InvalidIdentityToken", "Missing a required claim: exp"),
        (json!({ "iat": null }), "InvalidIdentityToken", "Missing a required claim: iat"),
    ];
    for (changes, code, message) in cases {
        refused(setting.assume(&role, &setting.but(&changes)).await, code, 400, message);
    }
}

#[tokio::test]
async fn tokens_that_the_issuer_did_not_sign() {
    let setting = Setting::new().await;
    let role = setting.world.role("Build", &setting.trust("{}"), &[]).await;
    let no_jwt =
        "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)";
    let unsupported = "The ID Token is not signed with a supported algorithm";
    let wrong = "The ID Token's signature could not be verified";
    let no_key = "Couldn't retrieve verification key from your identity provider, please reference \
                  AssumeRoleWithWebIdentity documentation for requirements";
    let good = setting.key.sign(&setting.claims());
    let forger = SigningKey::rsa("one").sign(&setting.claims());
    let unknown = SigningKey::rsa("unknown").sign(&setting.claims());
    let (head, rest) = good.split_once('.').unwrap();
    let (_, signature) = rest.split_once('.').unwrap();
    let (_, other_rest) = forger.split_once('.').unwrap();
    let (other_claims, _) = other_rest.split_once('.').unwrap();
    let under = |header: Value| setting.key.sign_as(&header, &setting.claims());
    // {"alg":"none"}
    let unsigned = format!("eyJhbGciOiJub25lIn0.{other_claims}.");
    let cases = [
        ("access-token".to_owned(), no_jwt),
        (format!("{head}.{other_claims}"), no_jwt),
        (unsigned, unsupported),
        (under(json!({ "alg": "HS256", "kid": "one" })), unsupported),
        (under(json!({ "alg": "PS256", "kid": "one" })), unsupported),
        (under(json!({ "alg": "RS256", "kid": "one", "crit": ["b64"], "b64": true })), no_jwt),
        // The key is for other signatures.
        (under(json!({ "alg": "RS512", "kid": "one" })), no_key),
        (under(json!({ "alg": "ES256", "kid": "one" })), no_key),
        (format!("{good}."), no_jwt),
        (forger.clone(), wrong),
        (unknown, no_key),
        (format!("{head}.{other_claims}.{signature}A"), wrong),
    ];
    for (token, message) in cases {
        refused(setting.present(with(&role, token)).await, "InvalidIdentityToken", 400, message);
    }
    let changed = setting.key.sign(&setting.but(&json!({ "sub": "eve" })));
    let changed = changed.split('.').nth(1).unwrap();
    let swapped = format!("{head}.{changed}.{signature}");
    refused(setting.present(with(&role, swapped)).await, "InvalidIdentityToken", 400, wrong);
    assert!(setting.present(with(&role, good)).await.is_ok());
}

#[tokio::test]
async fn tags_may_be_nested_or_flat() {
    let setting = Setting::new().await;
    let role = setting.world.role("Build", &setting.trust("{}"), &[PROBE]).await;
    let nested = json!({ "https://aws.amazon.com/tags": {
        "principal_tags": { "Team": ["demand"], "Cost": "17" },
        "transitive_tag_keys": ["Team"],
    } });
    let flat = json!({
        "https://aws.amazon.com/tags/principal_tags/Team": ["demand"],
        "https://aws.amazon.com/tags/principal_tags/Cost": "17",
        "https://aws.amazon.com/tags/transitive_tag_keys": ["Team"],
    });
    for tags in [nested, flat] {
        let answer = setting.assume(&role, &setting.but(&tags)).await.unwrap();
        let session = setting.world.session(&answer.credentials.unwrap()).unwrap();
        let temporary = session.temporary().unwrap();
        let found: Vec<_> = temporary.tags.iter().map(|(key, value)| (&**key, &**value)).collect();
        assert_eq!(found, [("Cost", "17"), ("Team", "demand")]);
        assert!(temporary.passes_on("Team") && !temporary.passes_on("Cost"));
    }
    // What passes on must be there.
    let alone = json!({ "https://aws.amazon.com/tags/transitive_tag_keys": ["Team"] });
    let message = "The specified transitive tag key must be included in the requested tags.";
    refused(setting.assume(&role, &setting.but(&alone)).await, "InvalidParameterValue", 400, message);
}

#[tokio::test]
async fn keys_are_kept_renewed_and_withdrawn() {
    let setting = Setting::new().await;
    let role = setting.world.role("Build", &setting.trust("{}"), &[]).await;
    let lasting = setting.but(&json!({ "exp": NOW + 86_400 }));
    setting.assume(&role, &lasting).await.unwrap();
    setting.assume(&role, &lasting).await.unwrap();
    assert_eq!(setting.issuer.asked(), 1);

    // A key that is not known yet is asked for, but not time and again.
    let second = SigningKey::elliptic("two");
    let present = || setting.present(with(&role, second.sign(&lasting)));
    setting.issuer.publish(&[&second]);
    assert!(present().await.is_err());
    assert_eq!(setting.issuer.asked(), 1);
    setting.world.pass(30);
    present().await.unwrap();
    assert_eq!(setting.issuer.asked(), 2);
    assert!(setting.assume(&role, &lasting).await.is_err(), "the first key was withdrawn");
}

#[tokio::test]
async fn what_a_stranger_makes_the_server_ask_costs_nobody_else_anything() {
    let setting = Setting::new().await;
    let role = setting.world.role("Build", &setting.trust("{}"), &[]).await;
    let lasting = setting.but(&json!({ "exp": NOW + 86_400 }));
    setting.assume(&role, &lasting).await.unwrap();
    setting.world.pass(30);
    // The issuer fails, and somebody brings a token with a key that nobody knows.
    setting.issuer.claims_to_be("https://somebody.example");
    let garbage = SigningKey::elliptic("garbage").sign(&lasting);
    assert!(setting.present(with(&role, garbage.clone())).await.is_err());
    setting.assume(&role, &lasting).await.unwrap();
    // And while the issuer is asked, whose key is known does not wait.
    setting.world.pass(30);
    let asking = setting.issuer.slow();
    let waiting = setting.present(with(&role, garbage));
    let mut waiting = std::pin::pin!(waiting);
    tokio::select! {
        biased;
        _ = &mut waiting => panic!("the issuer has not answered"),
        () = asking.begun() => {}
    }
    setting.assume(&role, &lasting).await.unwrap();
    asking.end();
    assert!(waiting.await.is_err());
    // An hour after they were read last, the keys are nobody's.
    setting.world.pass(3600);
    assert!(setting.assume(&role, &lasting).await.is_err());
}

#[tokio::test]
async fn the_issuer_must_prove_to_be_the_one() {
    let setting = Setting::new().await;
    let role = setting.world.role("Build", &setting.trust("{}"), &[]).await;
    let registered = setting.world.providers.oidc.lock().unwrap().get(&setting.arn).cloned().unwrap();
    let register =
        |provider| setting.world.providers.oidc.lock().unwrap().insert(setting.arn.clone(), provider);
    register(OidcProvider { thumbprints: vec!["00".repeat(20)], ..registered.clone() });
    let message = "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint";
    refused(setting.assume(&role, &setting.claims()).await, "InvalidIdentityToken", 400, message);
    register(registered);
    setting.issuer.claims_to_be("https://somebody.example");
    assert!(setting.assume(&role, &setting.claims()).await.is_err());
    setting.issuer.claims_to_be(&setting.issuer.url);
    setting.world.pass(30);
    setting.assume(&role, &setting.claims()).await.unwrap();
}

#[tokio::test]
async fn a_certificate_that_vouches_for_itself_is_pinned() {
    let message = "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint";
    for (name, until, is_accepted) in
        [("localhost", 2090, true), ("other.example", 2090, false), ("localhost", 2000, false)]
    {
        let key = SigningKey::elliptic("one");
        let issuer = Issuer::alone(&[&key], name, until).await;
        let setting = Setting::of(key, issuer).await;
        let role = setting.world.role("Build", &setting.trust("{}"), &[]).await;
        let outcome = setting.assume(&role, &setting.claims()).await;
        if is_accepted {
            outcome.unwrap();
        } else {
            refused(outcome, "InvalidIdentityToken", 400, message);
        }
    }
}

#[tokio::test]
async fn an_issuer_that_does_not_answer_is_told_apart() {
    let setting = Setting::new().await;
    let role = setting.world.role("Build", &setting.trust("{}"), &[]).await;
    // Nobody listens on port 1.
    let url = "https://localhost:1".to_owned();
    let provider = OidcProvider { url: url.clone(), client_ids: vec!["app".into()], thumbprints: Vec::new() };
    let arn = format!("arn:aws:iam::{OURS}:oidc-provider/localhost:1");
    setting.world.providers.oidc.lock().unwrap().insert(arn, provider);
    let fault = setting.assume(&role, &setting.but(&json!({ "iss": url }))).await.unwrap_err();
    assert_eq!((&*fault.code, fault.status), ("IDPCommunicationError", 400));
}

#[tokio::test]
async fn session_policies_duration_tags_and_source_identity() {
    let setting = Setting::new().await;
    let role = setting.world.role("Build", &setting.trust("{}"), &[PROBE]).await;
    let claims = setting.but(&json!({
        "https://aws.amazon.com/tags": {
            "principal_tags": { "Team": ["demand"] },
            "transitive_tag_keys": ["Team"],
        },
        "https://aws.amazon.com/source_identity": "bob",
    }));
    let users = r#"{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*"}"#;
    let request = AssumeRoleWithWebIdentityRequest {
        policy: Some(policy(&[users])),
        duration_seconds: Some(7200),
        ..with(&role, setting.key.sign(&claims))
    };
    let answer = setting.present(request.clone()).await.unwrap();
    assert_eq!(answer.source_identity.as_deref(), Some("bob"));
    let credentials = answer.credentials.unwrap();
    assert_eq!(credentials.expiration.seconds(), NOW + 7200);
    let session = setting.world.session(&credentials).unwrap();
    denied(setting.world.probe(&session).await);
    let keys = setting.world.keys_seen();
    let one = |key: &str| keys.get(key).map(|values| values.join(","));
    let host = setting.issuer.host();
    assert_eq!(one("aws:federatedprovider").as_deref(), Some(&*setting.arn));
    assert_eq!(one(&format!("{host}:sub")).as_deref(), Some("bob-17"));
    assert_eq!(one(&format!("{host}:aud")).as_deref(), Some("app"));
    assert_eq!(one("aws:principaltag/team").as_deref(), Some("demand"));
    assert_eq!(one("aws:sourceidentity").as_deref(), Some("bob"));
    assert!(session.temporary().unwrap().passes_on("Team"));

    let arns =
        vec![PolicyDescriptorType { arn: Some("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess".into()) }];
    let request = AssumeRoleWithWebIdentityRequest { policy_arns: Some(arns), policy: None, ..request };
    let answer = setting.present(request).await.unwrap();
    setting.world.probe(&setting.world.session(&answer.credentials.unwrap()).unwrap()).await.unwrap();

    // Tags and source identity have to be trusted too.
    let plain = policy(&[&format!(
        r#"{{"Effect":"Allow","Principal":{{"Federated":"{}"}},"Action":"sts:AssumeRoleWithWebIdentity"}}"#,
        setting.arn
    )]);
    let deaf = setting.world.role("Deaf", &plain, &[]).await;
    denied(setting.assume(&deaf, &claims).await);
    setting.assume(&deaf, &setting.claims()).await.unwrap();
}

#[tokio::test]
async fn a_provider_counts_only_in_its_account() {
    let setting = Setting::new().await;
    let role = setting.world.role_in(&setting.world.their_root, "Build", &setting.trust("{}"), &[]).await;
    let message = format!("No OpenIDConnect provider found in your account for {}", setting.issuer.url);
    refused(setting.assume(&role, &setting.claims()).await, "InvalidIdentityToken", 400, &message);
}
