//! Virtual MFA devices as a user meets them, with the codes that an authenticator would show.

#![expect(clippy::unwrap_used, reason = "a test ends where its authenticator cannot be read")]

mod common;

use api_iam::*;
use aws_lc_rs::hmac;
use common::*;
use kernel::{Credential, MfaCheck, MfaDevices, Session, Temporary};

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
    enable_as(world, &world.root, user, device, steps).await
}

async fn enable_as(
    world: &World,
    caller: &Session,
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
    world.run::<EnableMFADevice>(caller, input).await
}

async fn deactivate_as(
    world: &World,
    caller: &Session,
    user: Option<&str>,
    serial: &str,
) -> Result<(), kernel::Fault> {
    let input =
        DeactivateMFADeviceRequest { user_name: user.map(str::to_owned), serial_number: serial.into() };
    world.run::<DeactivateMFADevice>(caller, input).await
}

/// The session that `GetSessionToken` makes of a user's, with a code or without.
fn session_of(world: &World, user: &Session, with_code: bool) -> Session {
    world.kernel.session(&Credential {
        access_key_id: "ASIAEXAMPLEEXAMPLE00".into(),
        secret_access_key: "secret".into(),
        principal: std::sync::Arc::new(user.principal().clone()),
        account: ACCOUNT.parse().unwrap(),
        temporary: Some(Temporary { mfa_at: with_code.then(|| world.kernel.now()), ..Temporary::default() }),
    })
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

/// As "mfa self management" was recorded, step by step, and AWS-2023-001 tells.
#[tokio::test]
async fn who_has_a_device_shows_one_to_change_its_own_devices() {
    let message = "To complete this action, please ensure that you are authenticated with an MFA device that is \
                   enabled for this user.";
    let world = World::new().await;
    let ann = world.user("ann", "iam:*").await;
    world.user("bob", "").await;
    let (first, second, of_bob) =
        (world.device("First").await, world.device("Second").await, world.device("Bobs").await);
    let steps = [STEP - 1, STEP];
    let serial = first.serial_number.as_str();
    enable_as(&world, &ann, "ann", &first, steps).await.unwrap();

    // Any spelling of its own name is its own, and neither a device in use nor one that is missing is told of.
    for name in ["ann", "ANN"] {
        for device in [&second, &first] {
            refused(enable_as(&world, &ann, name, device, steps).await, "AccessDenied", 403, message);
        }
        refused(deactivate_as(&world, &ann, Some(name), serial).await, "AccessDenied", 403, message);
    }
    refused(deactivate_as(&world, &ann, None, serial).await, "AccessDenied", 403, message);
    let missing = format!("arn:aws:iam::{ACCOUNT}:mfa/missing");
    refused(deactivate_as(&world, &ann, None, &missing).await, "AccessDenied", 403, message);
    // A new name makes it nobody else, and a session without a code opens nothing of IAM.
    let rename =
        UpdateUserRequest { user_name: "ann".into(), new_user_name: Some("eve".into()), new_path: None };
    world.root::<UpdateUser>(rename).await.unwrap();
    let ann = world.key_of("eve").await;
    refused(deactivate_as(&world, &ann, Some("eve"), serial).await, "AccessDenied", 403, message);
    let codeless = session_of(&world, &ann, false);
    let invalid = "The security token included in the request is invalid";
    let fault = deactivate_as(&world, &codeless, Some("eve"), serial).await;
    refused(fault, "InvalidClientTokenId", 403, invalid);

    // The clock may be set, and those who care for others may do so.
    let resync = ResyncMFADeviceRequest {
        user_name: "eve".into(),
        serial_number: serial.into(),
        authentication_code1: code(&first, STEP + 1),
        authentication_code2: code(&first, STEP + 2),
    };
    world.run::<ResyncMFADevice>(&ann, resync).await.unwrap();
    enable_as(&world, &ann, "bob", &of_bob, steps).await.unwrap();
    deactivate_as(&world, &ann, Some("bob"), &of_bob.serial_number).await.unwrap();

    // With a code it changes its own, to the last, which need not be the device that it showed; then it begins anew.
    let coded = session_of(&world, &ann, true);
    enable_as(&world, &coded, "eve", &second, steps).await.unwrap();
    deactivate_as(&world, &coded, None, serial).await.unwrap();
    deactivate_as(&world, &coded, None, &second.serial_number).await.unwrap();
    enable_as(&world, &ann, "eve", &first, [STEP + 3, STEP + 4]).await.unwrap();
    refused(deactivate_as(&world, &ann, Some("eve"), serial).await, "AccessDenied", 403, message);
}

#[tokio::test]
async fn roles_and_the_root_user_care_for_the_devices_of_users_without_a_code() {
    let world = World::new().await;
    world.user("ann", "").await;
    let role = world.role("Keeper").await;
    let grant = PutRolePolicyRequest {
        role_name: "Keeper".into(),
        policy_name: "devices".into(),
        policy_document: allow("iam:EnableMFADevice iam:DeactivateMFADevice", "*"),
    };
    world.root::<PutRolePolicy>(grant).await.unwrap();
    let keeper = world.role_session(&role);
    for caller in [&keeper, &world.root] {
        let (one, two) = (world.device("One").await, world.device("Two").await);
        for device in [&one, &two] {
            enable_as(&world, caller, "ann", device, [STEP - 1, STEP]).await.unwrap();
        }
        for device in [&one, &two] {
            deactivate_as(&world, caller, Some("ann"), &device.serial_number).await.unwrap();
            let gone = DeleteVirtualMFADeviceRequest { serial_number: device.serial_number.clone() };
            world.root::<DeleteVirtualMFADevice>(gone).await.unwrap();
        }
    }
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
