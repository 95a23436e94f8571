//! Certificates as clients upload them: when they hold, and what becomes of the same one again.

#![expect(clippy::unwrap_used, reason = "a test ends where its certificate cannot be made")]

mod common;

use api_iam::*;
use common::*;
use kernel::Fault;

/// A certificate that signed itself and holds on the days given, with its key.
fn holding(from: (i32, u8, u8), to: (i32, u8, u8)) -> (String, String) {
    let mut wish = rcgen::CertificateParams::new(vec!["books.example.com".to_owned()]).unwrap();
    wish.not_before = rcgen::date_time_ymd(from.0, from.1, from.2);
    wish.not_after = rcgen::date_time_ymd(to.0, to.1, to.2);
    let key = rcgen::KeyPair::generate().unwrap();
    (wish.self_signed(&key).unwrap().pem(), key.serialize_pem())
}

async fn upload_server(world: &World, (body, key): &(String, String)) -> Result<(), Fault> {
    let input = UploadServerCertificateRequest {
        server_certificate_name: "books".into(),
        certificate_body: body.clone(),
        private_key: key.clone(),
        ..Default::default()
    };
    world.root::<UploadServerCertificate>(input).await.map(drop)
}

async fn upload_signing(world: &World, user: &str, body: &str) -> Result<SigningCertificate, Fault> {
    let input =
        UploadSigningCertificateRequest { user_name: Some(user.into()), certificate_body: body.into() };
    Ok(world.root::<UploadSigningCertificate>(input).await?.certificate)
}

#[tokio::test]
async fn only_certificates_that_hold_now_are_taken() {
    let world = World::new().await;
    world.user("ann", "").await;
    let ended =
        "Certificate is no longer valid. The 'Not After' date restriction on the certificate has passed.";
    let early = "Certificate is not yet valid. The 'Not Before' date restriction on the certificate has not been reached.";
    // Now is 2026-11-25, seven in the morning.
    let cases = [
        (holding((2020, 1, 1), (2021, 1, 1)), ended),
        (holding((2020, 1, 1), (2026, 11, 25)), ended),
        (holding((2026, 11, 26), (2030, 1, 1)), early),
    ];
    for (certificate, message) in &cases {
        refused(upload_server(&world, certificate).await, "MalformedCertificate", 400, message);
        refused(upload_signing(&world, "ann", &certificate.0).await, "MalformedCertificate", 400, message);
    }
    let good = holding((2026, 11, 25), (2026, 11, 26));
    upload_server(&world, &good).await.unwrap();
    upload_signing(&world, "ann", &good.0).await.unwrap();
}

#[tokio::test]
async fn the_same_signing_certificate_again_changes_nothing() {
    let world = World::new().await;
    for user in ["ann", "bob"] {
        world.user(user, "").await;
    }
    let (body, _) = holding((2020, 1, 1), (2030, 1, 1));
    let first = upload_signing(&world, "ann", &body).await.unwrap();
    world.pass(60);
    upload_signing(&world, "ann", &holding((2020, 1, 1), (2030, 1, 1)).0).await.unwrap();
    let off = UpdateSigningCertificateRequest {
        user_name: Some("ann".into()),
        certificate_id: first.certificate_id.clone(),
        status: "Inactive".into(),
    };
    world.root::<UpdateSigningCertificate>(off).await.unwrap();
    // Also where the user has as many as it may.
    let again = upload_signing(&world, "ann", &body).await.unwrap();
    assert_eq!((&again.certificate_id, again.upload_date), (&first.certificate_id, first.upload_date));
    assert_eq!(again.status, "Active");
    let list = ListSigningCertificatesRequest { user_name: Some("ann".into()), ..Default::default() };
    let held = world.root::<ListSigningCertificates>(list).await.unwrap().certificates;
    let same = held.iter().find(|held| held.certificate_id == first.certificate_id).unwrap();
    assert_eq!((held.len(), same.status.as_str()), (2, "Inactive"));
    let message = "Duplicate certificate uploaded.";
    refused(upload_signing(&world, "bob", &body).await, "DuplicateCertificate", 409, message);
}
