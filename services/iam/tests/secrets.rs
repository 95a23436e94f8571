//! What must stay secret is in no error and in no record, also where it was sent in the wrong place.

#![expect(clippy::unwrap_used, reason = "a test ends where its secrets cannot be made")]

mod common;

use api_iam::*;
use common::*;
use kernel::Fault;

/// A line from the middle of a PEM text, which nothing else has in it.
fn middle(pem: &str) -> &str {
    pem.lines().nth(1).unwrap()
}

struct Leaks<'a> {
    world: &'a World,
    secrets: Vec<String>,
}

impl Leaks<'_> {
    /// Calls, and looks at what is said if it is refused; whether it was done.
    async fn call<Op: shape::Operation>(&self, input: Op::Input) -> bool {
        match self.world.root::<Op>(input).await {
            Ok(_) => true,
            Err(fault) => {
                self.stay_out(&format!("{} {fault:?}", fault.message), "the error");
                false
            }
        }
    }

    fn stay_out(&self, text: &str, place: &str) {
        for secret in &self.secrets {
            assert!(!text.contains(secret.as_str()), "{place} tells {secret}: {text}");
        }
    }
}

fn login(user: &str, password: &str) -> CreateLoginProfileRequest {
    CreateLoginProfileRequest {
        user_name: Some(user.into()),
        password: Some(password.into()),
        password_reset_required: None,
    }
}

fn signing(body: &str) -> UploadSigningCertificateRequest {
    UploadSigningCertificateRequest { user_name: Some("ann".into()), certificate_body: body.into() }
}

fn ssh(body: &str) -> UploadSSHPublicKeyRequest {
    UploadSSHPublicKeyRequest { user_name: "ann".into(), ssh_public_key_body: body.into() }
}

#[tokio::test]
async fn keys_passwords_codes_and_certificates_are_in_no_error_and_in_no_record() {
    let world = World::new().await;
    world.user("ann", "").await;
    let device = world.device("Phone").await;
    let server = server_certificate("books", None);
    let other = server_certificate("papers", None);
    let (key, body) = (server.private_key.as_str(), server.certificate_body.as_str());
    let secrets =
        [middle(key), middle(body), middle(&other.private_key), PASSWORD, "Pw-that-lacks-a-d1git", "weak"];
    let codes = ["918273", "645362"];
    let leaks =
        Leaks { world: &world, secrets: secrets.iter().chain(&codes).map(|one| (*one).to_owned()).collect() };

    // In the right place, and refused there.
    assert!(leaks.call::<UploadServerCertificate>(server.clone()).await);
    assert!(!leaks.call::<UploadServerCertificate>(server.clone()).await, "the name is taken");
    let foreign = UploadServerCertificateRequest {
        server_certificate_name: "foreign".into(),
        private_key: other.private_key.clone(),
        ..server.clone()
    };
    assert!(!leaks.call::<UploadServerCertificate>(foreign).await, "another certificate's key");
    assert!(leaks.call::<UploadSigningCertificate>(signing(body)).await);
    assert!(leaks.call::<CreateLoginProfile>(login("ann", PASSWORD)).await);
    assert!(!leaks.call::<CreateLoginProfile>(login("ann", PASSWORD)).await, "it has one");
    let change = |password: &str| UpdateLoginProfileRequest {
        user_name: "ann".into(),
        password: Some(password.into()),
        password_reset_required: None,
    };
    assert!(!leaks.call::<UpdateLoginProfile>(change("weak")).await);
    assert!(leaks.call::<UpdateLoginProfile>(change("Pw-that-lacks-a-d1git")).await);
    let enable = EnableMFADeviceRequest {
        user_name: "ann".into(),
        serial_number: device.serial_number.clone(),
        authentication_code1: codes[0].into(),
        authentication_code2: codes[1].into(),
    };
    assert!(!leaks.call::<EnableMFADevice>(enable).await);
    let saml = |key: &str| CreateSAMLProviderRequest {
        name: "school".into(),
        saml_metadata_document: metadata(),
        add_private_key: Some(key.into()),
        assertion_encryption_mode: Some("Allowed".into()),
        ..Default::default()
    };
    assert!(!leaks.call::<CreateSAMLProvider>(saml(middle(key))).await, "a part of a key");
    assert!(leaks.call::<CreateSAMLProvider>(saml(key)).await);

    // In the wrong place.
    for wrong in [key, &key[..120], &format!("{body}{key}")] {
        assert!(!leaks.call::<UploadSigningCertificate>(signing(wrong)).await);
        assert!(!leaks.call::<UploadSSHPublicKey>(ssh(wrong)).await);
        assert!(!leaks.call::<UploadSSHPublicKey>(ssh(&format!("ssh-rsa {wrong}"))).await);
        let swapped = UploadServerCertificateRequest {
            server_certificate_name: "swapped".into(),
            certificate_body: wrong.into(),
            ..server.clone()
        };
        assert!(!leaks.call::<UploadServerCertificate>(swapped).await);
        let chained = UploadServerCertificateRequest {
            server_certificate_name: "chained".into(),
            certificate_chain: Some(wrong.into()),
            ..server.clone()
        };
        assert!(!leaks.call::<UploadServerCertificate>(chained).await);
    }
    // Refused for its length, by the model.
    let long = format!("{}{key}", " ".repeat(20_000));
    assert!(!leaks.call::<UploadSigningCertificate>(signing(&long)).await);

    let scope = names::Scope::new(ACCOUNT.parse().unwrap(), "us-east-1".parse().unwrap());
    let read = world.kernel.read(|view| Ok::<_, Fault>(kernel::trail::newest(view, &scope, 100)?));
    let records = read.unwrap();
    let uploads = records.iter().filter(|record| record.event_name.starts_with("Upload")).count();
    assert_eq!(uploads, 3 + 1 + 15 + 1, "every call is there");
    leaks.stay_out(&serde_json::to_string(&records).unwrap(), "the trail");
}
