//! Sessions for holders of assertions that a SAML provider signed.

use api_sts::{AssumeRoleWithSAML, AssumeRoleWithSAMLRequest, AssumeRoleWithSAMLResponse};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::{Fault, SamlProvider, Session};

use crate::saml_provider::*;
use crate::world::*;

const NOT_AUTHORIZED: &str = "Not authorized to perform sts:AssumeRoleWithSAML";
const WRONG: &str = "Response signature invalid";

struct Setting {
    world: World,
    provider: Provider,
    arn: String,
    role: String,
}

impl Setting {
    async fn new() -> Self {
        Self::with(Provider::rsa(), "{}").await
    }

    async fn with(provider: Provider, conditions: &str) -> Self {
        let world = World::new().await;
        let arn = format!("arn:aws:iam::{OURS}:saml-provider/Corp");
        let known =
            SamlProvider { id: "SAMLSPCORP".into(), metadata: provider.metadata(), ..Default::default() };
        world.providers.saml.lock().unwrap().insert(arn.clone(), known);
        let trust = trusting_if(&format!(r#"{{"Federated":"{arn}"}}"#), conditions);
        let role = world.role("Build", &trust, &[PROBE]).await;
        Self { world, provider, arn, role }
    }

    /// The attributes that every assertion for the role needs.
    fn attributes(&self) -> String {
        let pair = format!("{},{}", self.role, self.arn);
        attribute("Role", &[&pair]) + &attribute("RoleSessionName", &["bob@corp"])
    }

    fn assertion(&self) -> String {
        assertion(&self.attributes())
    }

    fn signed(&self, assertion: &str) -> String {
        response(&self.provider.sign(assertion, Some("a1")))
    }

    async fn present(&self, response: &str) -> Result<AssumeRoleWithSAMLResponse, Fault> {
        self.run(self.request(&STANDARD.encode(response))).await
    }

    fn request(&self, encoded: &str) -> AssumeRoleWithSAMLRequest {
        AssumeRoleWithSAMLRequest {
            role_arn: self.role.clone(),
            principal_arn: self.arn.clone(),
            saml_assertion: encoded.to_owned(),
            ..Default::default()
        }
    }

    async fn run(&self, request: AssumeRoleWithSAMLRequest) -> Result<AssumeRoleWithSAMLResponse, Fault> {
        self.world.run::<AssumeRoleWithSAML>(&Session::anonymous(), request).await
    }
}

#[tokio::test]
async fn a_signed_assertion_opens_a_session_without_a_signature() {
    for provider in [Provider::rsa(), Provider::elliptic()] {
        let setting = Setting::with(provider, "{}").await;
        let answer = setting.present(&setting.signed(&setting.assertion())).await.unwrap();
        assert_eq!(
            answer.assumed_role_user.unwrap().arn,
            format!("arn:aws:sts::{OURS}:assumed-role/Build/bob@corp")
        );
        assert_eq!(
            (answer.subject.as_deref(), answer.subject_type.as_deref()),
            (Some("bob-17"), Some("persistent"))
        );
        assert_eq!(answer.issuer.as_deref(), Some(ENTITY));
        assert_eq!(answer.audience.as_deref(), Some("https://signin.aws.amazon.com/saml"));
        let session = setting.world.session(&answer.credentials.unwrap()).unwrap();
        setting.world.probe(&session).await.unwrap();
        // The whole response may be signed instead, or both.
        let whole = response(&setting.assertion());
        setting.present(&setting.provider.sign(&whole, Some("r1"))).await.unwrap();
        // By its id: the profile knows no other references.
        refused(
            setting.present(&setting.provider.sign(&whole, None)).await,
            "InvalidIdentityToken",
            400,
            WRONG,
        );
        let both = setting.provider.sign(&setting.signed(&setting.assertion()), Some("r1"));
        setting.present(&both).await.unwrap();
    }
}

#[tokio::test]
async fn the_trust_policy_sees_what_the_assertion_says() {
    let conditions = r#"{"StringEquals":{"SAML:aud":"https://signin.aws.amazon.com/saml","SAML:iss":"https://idp.example.com/metadata","SAML:sub":"bob-17","SAML:sub_type":"persistent","SAML:doc":"111122223333/Corp"}}"#;
    let setting = Setting::with(Provider::rsa(), conditions).await;
    setting.present(&setting.signed(&setting.assertion())).await.unwrap();
    let other = setting.assertion().replace("bob-17", "eve-18");
    refused(setting.present(&setting.signed(&other)).await, "AccessDenied", 403, NOT_AUTHORIZED);
}

#[tokio::test]
async fn the_provider_lists_the_roles() {
    let setting = Setting::new().await;
    let name = attribute("RoleSessionName", &["bob@corp"]);
    let swapped = attribute("Role", &[&format!("{} , {}", setting.arn, setting.role)]);
    setting.present(&setting.signed(&assertion(&(swapped + &name)))).await.unwrap();
    let others = [
        String::new(),
        attribute("Role", &[&setting.role]),
        attribute("Role", &[&format!("arn:aws:iam::{OURS}:role/Other,{}", setting.arn)]),
        attribute("Role", &[&format!("{},arn:aws:iam::{OURS}:saml-provider/Other", setting.role)]),
    ];
    for roles in others {
        let signed = setting.signed(&assertion(&(roles + &name)));
        refused(setting.present(&signed).await, "AccessDenied", 403, NOT_AUTHORIZED);
    }
}

#[tokio::test]
async fn what_the_provider_did_not_sign_counts_for_nothing() {
    let setting = Setting::new().await;
    let good = setting.assertion();
    let signed = setting.provider.sign(&good, Some("a1"));
    let stranger = Provider::rsa().sign(&good, Some("a1"));
    let evil = good.replace("bob-17", "root").replace(r#"ID="a1""#, r#"ID="a2""#);
    let mut cases = vec![
        // Not signed, by somebody else, changed afterwards.
        response(&good),
        response(&stranger),
        response(&signed.replace("bob-17", "eve-18")),
        response(&signed.replace("bob@corp", "admin")),
        // The signed one beside, within and around another.
        response(&evil.replace("</saml:Assertion>", &format!("{signed}</saml:Assertion>"))),
        response(&evil.replace(
            "<saml:AttributeStatement>",
            &format!("<saml:Advice>{signed}</saml:Advice><saml:AttributeStatement>"),
        )),
        format!(
            "{}",
            response(&evil).replace(
                "<samlp:Status>",
                &format!("<samlp:Extensions>{signed}</samlp:Extensions><samlp:Status>")
            )
        ),
    ];
    // The signature of one in another.
    let start = signed.find("<ds:Signature").unwrap();
    let end = signed.find("</ds:Signature>").unwrap() + "</ds:Signature>".len();
    let signature = &signed[start..end];
    cases.push(response(&evil.replace("<saml:Issuer>", &format!("{signature}<saml:Issuer>"))));
    for case in cases {
        refused(setting.present(&case).await, "InvalidIdentityToken", 400, WRONG);
    }
    for case in [response(&format!("{evil}{signed}")), response(&format!("{signed}{evil}"))] {
        let message = "SAML Assertion is not a valid SAML 2.0 response";
        refused(setting.present(&case).await, "InvalidIdentityToken", 400, message);
    }
    // One id for two elements.
    let twice = response(&format!("{signed}<saml:Advice xmlns:saml=\"urn:x\" ID=\"a1\"/>"));
    refused(setting.present(&twice).await, "InvalidIdentityToken", 400, WRONG);
    // References and transforms beyond the profile.
    let outside = response(&signed.replace(r##"URI="#a1""##, r#"URI="Cargo.toml""#));
    refused(setting.present(&outside).await, "InvalidIdentityToken", 400, WRONG);
    assert!(setting.present(&response(&signed)).await.is_ok());
}

#[tokio::test]
async fn comments_do_not_cut_names_short() {
    let setting = Setting::new().await;
    let commented = setting.assertion().replace("bob-17", "bob-17.example");
    let signed = setting.signed(&commented).replace("bob-17.example", "bob-17<!-- -->.example");
    let answer = setting.present(&signed).await.unwrap();
    assert_eq!(answer.subject.as_deref(), Some("bob-17.example"));
}

#[tokio::test]
async fn assertions_that_do_not_hold() {
    let setting = Setting::new().await;
    let good = setting.assertion();
    let recipient = r#"Recipient="https://signin.aws.amazon.com/saml""#;
    let session_name = attribute("RoleSessionName", &["bob@corp"]);
    let issued = format!(r#"IssueInstant="{}""#, at(0));
    let invalid = "InvalidIdentityToken";
    let cases = [
        (good.replace(ENTITY, "https://other.example"), invalid, "Issuer not present in specified provider"),
        (good.replace("urn:amazon:webservices", "urn:other"), invalid, "Invalid audience in AuthnResponse"),
        (
            good.replace(recipient, r#"Recipient="https://signin.aws.amazon.com.evil.example/saml""#),
            invalid,
            "Invalid recipient in AuthnResponse",
        ),
        (
            good.replace(recipient, r#"Recipient="https://evil.example/signin.aws.amazon.com/saml""#),
            invalid,
            "Invalid recipient in AuthnResponse",
        ),
        (good.replace(&session_name, ""), invalid, "RoleSessionName is required in AuthnResponse"),
        (
            good.replace("bob@corp", "bob at corp"),
            invalid,
            "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}",
        ),
        (good.replace(&at(240), &at(0)), "ExpiredTokenException", "SAML Assertion has expired"),
        (
            good.replace(&issued, &format!(r#"IssueInstant="{}""#, at(-301))),
            "ExpiredTokenException",
            "Token must be redeemed within 5 minutes of issuance",
        ),
        (
            good.replace(&issued, &format!(r#"IssueInstant="{}""#, at(61))),
            invalid,
            "SAML Assertion was issued in the future",
        ),
        (
            good.replace(&format!(r#"NotBefore="{}""#, at(0)), &format!(r#"NotBefore="{}""#, at(61))),
            invalid,
            "SAML Assertion is not valid yet",
        ),
        (good.replace(&at(240), "soon"), invalid, "NotOnOrAfter in AuthnResponse is not a date"),
    ];
    for (assertion, code, message) in cases {
        refused(setting.present(&setting.signed(&assertion)).await, code, 400, message);
    }
    let (start, end) = (good.find("<saml:NameID").unwrap(), good.find("<saml:SubjectConf").unwrap());
    let nobody = setting.signed(&good.replace(&good[start..end], ""));
    refused(setting.present(&nobody).await, "AccessDenied", 403, NOT_AUTHORIZED);
    let source = setting.attributes() + &attribute("SourceIdentity", &["aws:bob"]);
    let message = "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\"";
    refused(setting.present(&setting.signed(&assertion(&source))).await, invalid, 400, message);
    let failed = setting.signed(&good).replace("status:Success", "status:Responder");
    let message = "The identity provider (IdP) reported that authentication failed.";
    refused(setting.present(&failed).await, "IDPRejectedClaim", 403, message);
}

#[tokio::test]
async fn documents_that_are_no_responses() {
    let setting = Setting::new().await;
    let none = "SAML Assertion is not a valid SAML 2.0 response";
    let typed = format!("<!DOCTYPE r [<!ENTITY e \"x\">]>{}", setting.signed(&setting.assertion()));
    for text in ["", "<a/>", "text", &*typed, &*setting.provider.sign(&setting.assertion(), Some("a1"))] {
        refused(setting.present(text).await, "InvalidIdentityToken", 400, none);
    }
    let outcome = setting.run(setting.request("%%%%")).await;
    refused(outcome, "InvalidIdentityToken", 400, "Invalid base64 SAMLResponse");
}

#[tokio::test]
async fn providers_that_do_not_count() {
    let setting = Setting::new().await;
    let encoded = STANDARD.encode(setting.signed(&setting.assertion()));
    let unknown = format!("arn:aws:iam::{OURS}:saml-provider/Other");
    let request = AssumeRoleWithSAMLRequest { principal_arn: unknown, ..setting.request(&encoded) };
    refused(setting.run(request).await, "InvalidIdentityToken", 400, "Specified provider doesn't exist");
    let theirs = format!("arn:aws:iam::{THEIRS}:saml-provider/Corp");
    let request = AssumeRoleWithSAMLRequest { principal_arn: theirs, ..setting.request(&encoded) };
    refused(setting.run(request).await, "AccessDenied", 403, NOT_AUTHORIZED);
    for metadata in
        ["", "<a/>", "<md:EntityDescriptor xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata' entityID='x'/>"]
    {
        let broken = SamlProvider { metadata: metadata.to_owned(), ..Default::default() };
        setting.world.providers.saml.lock().unwrap().insert(setting.arn.clone(), broken);
        let message = "The SAML provider's metadata document has no key that signs assertions";
        refused(setting.run(setting.request(&encoded)).await, "InvalidIdentityToken", 400, message);
    }
}

#[tokio::test]
async fn duration_policies_tags_and_source_identity() {
    let setting = Setting::new().await;
    let attributes = setting.attributes()
        + &attribute("SessionDuration", &["1800"])
        + &attribute("PrincipalTag:Team", &["demand"])
        + &attribute("TransitiveTagKeys", &["Team"])
        + &attribute("SourceIdentity", &["bob"]);
    let encoded = STANDARD.encode(setting.signed(&assertion(&attributes)));
    let users = r#"{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*"}"#;
    let request = AssumeRoleWithSAMLRequest {
        policy: Some(policy(&[users])),
        duration_seconds: Some(7200),
        ..setting.request(&encoded)
    };
    let answer = setting.run(request).await.unwrap();
    assert_eq!(answer.source_identity.as_deref(), Some("bob"));
    let qualifier = answer.name_qualifier.unwrap();
    let credentials = answer.credentials.unwrap();
    assert_eq!(credentials.expiration.seconds(), NOW + 1800);
    let session = setting.world.session(&credentials).unwrap();
    denied(setting.world.probe(&session).await);
    let keys = setting.world.keys_seen();
    let one = |key: &str| keys.get(key).map(|values| values.join(","));
    assert_eq!(one("aws:federatedprovider").as_deref(), Some(&*setting.arn));
    assert_eq!(one("saml:sub").as_deref(), Some("bob-17"));
    assert_eq!(one("saml:namequalifier"), Some(qualifier));
    assert_eq!(one("aws:principaltag/team").as_deref(), Some("demand"));
    assert_eq!(one("aws:sourceidentity").as_deref(), Some("bob"));
    assert!(session.temporary().unwrap().passes_on("Team"));
}

/// The signature of a signed text, and the text without it.
fn cut(signed: &str) -> (String, String) {
    let start = signed.find("<ds:Signature").unwrap();
    let end = signed.find("</ds:Signature>").unwrap() + "</ds:Signature>".len();
    (signed[start..end].to_owned(), format!("{}{}", &signed[..start], &signed[end..]))
}

#[tokio::test]
async fn a_signature_stands_in_what_it_signs_and_nowhere_else() {
    for provider in [Provider::rsa(), Provider::elliptic()] {
        let setting = Setting::with(provider, "{}").await;
        let (signature, bare) = cut(&setting.provider.sign(&setting.assertion(), Some("a1")));
        // Where the digest leaves it out, and with it what is written into it.
        let grown = signature.replace(
            "</ds:Signature>",
            "<ds:KeyInfo><ds:KeyName>-admin</ds:KeyName></ds:KeyInfo></ds:Signature>",
        );
        for (place, moved) in [
            ("bob-17", format!("bob-17{grown}")),
            ("bob@corp", format!("bob@corp{grown}")),
            ("<saml:AttributeStatement>", format!("<saml:AttributeStatement>{signature}")),
            ("</saml:Subject>", format!("{signature}</saml:Subject>")),
        ] {
            let moved = response(&bare.replacen(place, &moved, 1));
            refused(setting.present(&moved).await, "InvalidIdentityToken", 400, WRONG);
        }
        // Directly in it, the place among the children does not matter.
        let last = bare.replace("</saml:Assertion>", &format!("{signature}</saml:Assertion>"));
        setting.present(&response(&last)).await.unwrap();
    }
}

#[tokio::test]
async fn work_that_nobody_asked_for_is_refused_before_it_is_done() {
    let setting = Setting::new().await;
    let signed = setting.signed(&setting.assertion());
    let (start, end) = (signed.find("<ds:Reference").unwrap(), signed.find("</ds:Reference>").unwrap());
    let reference = format!("{}</ds:Reference>", &signed[start..end]);
    let canonical = r#"<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>"#;
    assert!(reference.contains(canonical), "{reference}");
    let namespaces: String = (0..100).map(|n| format!(r#" xmlns:n{n}="urn:{n}""#)).collect();
    let prefixes: String = (0..100).map(|n| format!("n{n} ")).collect();
    let listed = format!(
        r#"<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"><e:InclusiveNamespaces xmlns:e="http://www.w3.org/2001/10/xml-exc-c14n#" PrefixList="{prefixes}"/></ds:Transform>"#
    );
    let inclusive = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    for case in [
        signed.replace(&reference, &reference.repeat(2)),
        signed.replace(canonical, ""),
        signed.replace(canonical, &canonical.repeat(2)),
        signed.replace(canonical, &listed),
        signed.replace("http://www.w3.org/2001/10/xml-exc-c14n#", inclusive),
        signed.replacen("<samlp:Response", &format!("<samlp:Response{namespaces}"), 1),
    ] {
        assert_ne!(case, signed);
        refused(setting.present(&case).await, "InvalidIdentityToken", 400, WRONG);
    }
}

/// An attribute by its whole name.
fn named(name: &str, values: &[&str]) -> String {
    attribute("X", values).replace("https://aws.amazon.com/SAML/Attributes/X", name)
}

#[tokio::test]
async fn attributes_are_condition_keys() {
    const AFFILIATION: &str = "urn:oid:1.3.6.1.4.1.5923.1.1.1.1";
    let staff = r#"{"ForAllValues:StringLike":{"SAML:edupersonaffiliation":["staff","faculty"]}}"#;
    let setting = Setting::with(Provider::rsa(), staff).await;
    let present =
        async |more: &str| setting.present(&setting.signed(&assertion(&(setting.attributes() + more)))).await;
    present(&named(AFFILIATION, &["staff", "faculty"])).await.unwrap();
    for affiliations in [&["student"][..], &["staff", "student"]] {
        let outcome = present(&named(AFFILIATION, affiliations)).await;
        refused(outcome, "AccessDenied", 403, NOT_AUTHORIZED);
    }
    let more =
        named("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", &["bob@corp.example"])
            + &named("urn:oid:2.5.4.3", &["Bob", "Robert"])
            + &named("0.9.2342.19200300.100.1.3", &["later@corp.example"])
            + &named(AFFILIATION, &["student"]);
    refused(present(&more).await, "AccessDenied", 403, NOT_AUTHORIZED);
    let keys = setting.world.keys_seen();
    assert_eq!(keys.get("saml:mail").unwrap(), &["bob@corp.example"]);
    assert_eq!(keys.get("saml:cn").unwrap(), &["Bob", "Robert"]);
    assert_eq!(keys.get("saml:edupersonaffiliation").unwrap(), &["student"]);
}

#[tokio::test]
async fn the_provider_has_a_sign_in_page_of_its_own() {
    let setting = Setting::new().await;
    let to = |page: &str| setting.assertion().replace("signin.aws.amazon.com/saml", page);
    let own = to("us-east-1.signin.aws.amazon.com/saml/acs/SAMLSPCORP");
    let answer = setting.present(&setting.signed(&own)).await.unwrap();
    assert_eq!(
        answer.audience.as_deref(),
        Some("https://us-east-1.signin.aws.amazon.com/saml/acs/SAMLSPCORP")
    );
    let message = "Invalid recipient in AuthnResponse";
    let other = to("signin.aws.amazon.com/saml/acs/SAMLSPOTHER");
    refused(setting.present(&setting.signed(&other)).await, "InvalidIdentityToken", 400, message);
}
