//! Virtual MFA devices as a user meets them, with the codes that an authenticator would show.

#![expect(clippy::unwrap_used, reason = "a test ends where its authenticator cannot be read")]

mod common;

use api_iam::*;
use aws_lc_rs::hmac;
use common::*;
use kernel::{MfaCheck, MfaDevices};

/// An authenticator of its own making, so that both sides cannot be wrong alike.
fn code(device: &VirtualMFADevice, step: i64) -> String {
    let letters = String::from_utf8(device.base32_string_seed.clone().unwrap().to_vec()).unwrap();
    let (mut seed, mut bits, mut count) = (Vec::new(), 0u32, 0);
    for letter in letters.bytes() {
        let digit = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".iter().position(|known| *known == letter).unwrap();
        bits = bits << 5 | digit as u32;
        count += 5;
        if count >= 8 {
            count -= 8;
            seed.push((bits >> count) as u8);
        }
    }
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &seed);
    let tag = hmac::sign(&key, &step.to_be_bytes());
    let offset = usize::from(tag.as_ref()[19] & 15);
    let number = u32::from_be_bytes(tag.as_ref()[offset..offset + 4].try_into().unwrap()) & 0x7fff_ffff;
    format!("{:06}", number % 1_000_000)
}

const STEP: i64 = NOW_MILLIS / 1000 / 30;

async fn enable(
    world: &World,
    user: &str,
    device: &VirtualMFADevice,
    steps: [i64; 2],
) -> Result<(), kernel::Fault> {
    let input = EnableMFADeviceRequest {
        user_name: user.into(),
        serial_number: device.serial_number.clone(),
        authentication_code1: code(device, steps[0]),
        authentication_code2: code(device, steps[1]),
    };
    world.root::<EnableMFADevice>(input).await
}

#[tokio::test]
async fn two_codes_in_a_row_enable_a_device() {
    let world = World::new().await;
    world.user("ann", "").await;
    let device = world.device("Phone").await;
    assert_eq!(device.serial_number, format!("arn:aws:iam::{ACCOUNT}:mfa/Phone"));
    assert_eq!(device.base32_string_seed.as_ref().unwrap().len(), 64);
    assert!(device.qr_code_png.as_ref().unwrap().starts_with(b"\x89PNG"));
    let message = "Authentication code for device is not valid.";
    let same = enable(&world, "ann", &device, [STEP, STEP]).await;
    refused(same, "InvalidAuthenticationCode", 403, message);
    let long_ago = enable(&world, "ann", &device, [STEP - 50, STEP - 49]).await;
    refused(long_ago, "InvalidAuthenticationCode", 403, message);
    enable(&world, "ann", &device, [STEP - 1, STEP]).await.unwrap();
    assert!(enable(&world, "ann", &device, [STEP - 1, STEP]).await.is_err());

    let list = ListMFADevicesRequest { user_name: Some("ann".into()), ..Default::default() };
    let listed = world.root::<ListMFADevices>(list).await.unwrap().mfa_devices;
    assert_eq!(listed[0].serial_number, device.serial_number);
    let all = world.root::<ListVirtualMFADevices>(ListVirtualMFADevicesRequest::default()).await.unwrap();
    let shown = &all.virtual_mfa_devices[0];
    assert_eq!(shown.user.as_ref().unwrap().user_name, "ann");
    assert!(shown.base32_string_seed.is_none());
    let get =
        GetMFADeviceRequest { user_name: Some("ann".into()), serial_number: device.serial_number.clone() };
    assert!(world.root::<GetMFADevice>(get).await.unwrap().enable_date.is_some());
}

#[tokio::test]
async fn each_code_is_good_once() {
    let world = World::new().await;
    let ann = world.user("ann", "").await;
    let device = world.device("Phone").await;
    enable(&world, "ann", &device, [STEP - 1, STEP]).await.unwrap();
    let verify = |code: &str| {
        let check = world.iam.verify(ann.principal(), &device.serial_number, code, world.kernel.now());
        check.unwrap() == MfaCheck::Verified
    };
    assert!(!verify(&code(&device, STEP)), "used to enable");
    world.pass(60);
    let fresh = code(&device, STEP + 2);
    assert!(verify(&fresh));
    assert!(!verify("000000") || fresh == "000000");
    let spend = || async {
        let (iam, user) = (world.iam.clone(), ann.principal().clone());
        let (serial, code, now) = (device.serial_number.clone(), fresh.clone(), world.kernel.now());
        let spent = move |tx: &mut dyn store::Transaction| iam.spend(tx, &user, &serial, &code, now);
        world.kernel.base().write(Box::new(spent)).await.unwrap()
    };
    assert!(spend().await);
    assert!(!spend().await);
    assert!(!verify(&fresh));
    let bob = world.user("bob", "").await;
    let later = code(&device, STEP + 3);
    let check = world.iam.verify(bob.principal(), &device.serial_number, &later, world.kernel.now());
    assert_eq!(check.unwrap(), MfaCheck::NoSuchDevice);
}

#[tokio::test]
async fn a_device_rests_after_five_wrong_codes_in_a_row() {
    let world = World::new().await;
    let ann = world.user("ann", "").await;
    let bob = world.user("bob", "").await;
    let device = world.device("Phone").await;
    enable(&world, "ann", &device, [STEP - 1, STEP]).await.unwrap();
    world.pass(90);
    let verify = |user: &kernel::Session, code: &str| {
        world.iam.verify(user.principal(), &device.serial_number, code, world.kernel.now()).unwrap()
    };
    let right = |passed: i64| code(&device, STEP + passed / 30);
    let wrong = (0..100).map(|number| format!("{number:06}"));
    let wrong =
        wrong.into_iter().find(|wrong| (0..60).all(|step| code(&device, STEP + step) != *wrong)).unwrap();
    // A right one in between begins the count anew, and what others try does not count.
    for _ in 0..4 {
        assert_eq!(verify(&ann, &wrong), MfaCheck::WrongCode);
        assert_eq!(verify(&bob, &wrong), MfaCheck::NoSuchDevice);
    }
    assert_eq!(verify(&ann, &right(90)), MfaCheck::Verified);
    for _ in 0..5 {
        assert_eq!(verify(&ann, &wrong), MfaCheck::WrongCode);
    }
    assert_eq!(verify(&ann, &right(90)), MfaCheck::WrongCode);
    world.pass(599);
    assert_eq!(verify(&ann, &right(689)), MfaCheck::WrongCode);
    world.pass(1);
    assert_eq!(verify(&ann, &right(690)), MfaCheck::Verified);
}

#[tokio::test]
async fn a_device_in_use_stays_and_its_clock_can_be_set_again() {
    let world = World::new().await;
    world
        .root::<CreateUser>(CreateUserRequest { user_name: "ann".into(), ..Default::default() })
        .await
        .unwrap();
    let device = world.device("Phone").await;
    enable(&world, "ann", &device, [STEP - 1, STEP]).await.unwrap();
    let delete = || DeleteVirtualMFADeviceRequest { serial_number: device.serial_number.clone() };
    let message = "MFA VirtualDevice in use. Must deactivate first.";
    refused(world.root::<DeleteVirtualMFADevice>(delete()).await, "DeleteConflict", 409, message);
    let user = DeleteUserRequest { user_name: "ann".into() };
    assert_eq!(world.root::<DeleteUser>(user).await.unwrap_err().code, "DeleteConflict");
    let resync = ResyncMFADeviceRequest {
        user_name: "ann".into(),
        serial_number: device.serial_number.clone(),
        authentication_code1: code(&device, STEP + 9),
        authentication_code2: code(&device, STEP + 10),
    };
    world.root::<ResyncMFADevice>(resync).await.unwrap();
    let off = || DeactivateMFADeviceRequest {
        user_name: Some("ann".into()),
        serial_number: device.serial_number.clone(),
    };
    world.root::<DeactivateMFADevice>(off()).await.unwrap();
    refused(
        world.root::<DeactivateMFADevice>(off()).await,
        "NoSuchEntity",
        404,
        "MFA Device invalid for user.",
    );
    world.root::<DeleteVirtualMFADevice>(delete()).await.unwrap();
    let message = format!("MFA Device with serial number {} does not exist.", device.serial_number);
    refused(world.root::<DeleteVirtualMFADevice>(delete()).await, "NoSuchEntity", 404, &message);
}

#[tokio::test]
async fn devices_have_tags_and_a_name_of_their_own() {
    let world = World::new().await;
    let device = world.device("Phone").await;
    let again =
        CreateVirtualMFADeviceRequest { virtual_mfa_device_name: "PHONE".into(), ..Default::default() };
    let message = "MFA device already exists.";
    refused(world.root::<CreateVirtualMFADevice>(again).await, "EntityAlreadyExists", 409, message);
    let tags = TagMFADeviceRequest { serial_number: device.serial_number.clone(), tags: vec![tag("a", "b")] };
    world.root::<TagMFADevice>(tags).await.unwrap();
    let list =
        || ListMFADeviceTagsRequest { serial_number: device.serial_number.clone(), ..Default::default() };
    assert_eq!(world.root::<ListMFADeviceTags>(list()).await.unwrap().tags, [tag("a", "b")]);
    let untag =
        UntagMFADeviceRequest { serial_number: device.serial_number.clone(), tag_keys: vec!["a".into()] };
    world.root::<UntagMFADevice>(untag).await.unwrap();
    assert!(world.root::<ListMFADeviceTags>(list()).await.unwrap().tags.is_empty());
}
