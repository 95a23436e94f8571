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
    let long_ago = enable(&world, "ann", &device, [STEP - 1000, STEP - 999]).await;
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

/// Whether the code of a step opens a session, which spends it.
async fn spends(world: &World, user: &Session, device: &VirtualMFADevice, step: i64) -> bool {
    let (code, now) = (code(device, step), world.kernel.now());
    let check = world.iam.verify(user.principal(), &device.serial_number, &code, now).unwrap();
    let (iam, user, serial) = (world.iam.clone(), user.principal().clone(), device.serial_number.clone());
    let spent = move |tx: &mut dyn store::Transaction| iam.spend(tx, &user, &serial, &code, now);
    let spent = world.kernel.base().write(Box::new(spent)).await.unwrap();
    assert_eq!(check == MfaCheck::Verified, spent, "both look alike");
    spent
}

async fn resync(
    world: &World,
    user: &str,
    device: &VirtualMFADevice,
    steps: [i64; 2],
) -> Result<(), kernel::Fault> {
    let input = ResyncMFADeviceRequest {
        user_name: user.into(),
        serial_number: device.serial_number.clone(),
        authentication_code1: code(device, steps[0]),
        authentication_code2: code(device, steps[1]),
    };
    world.root::<ResyncMFADevice>(input).await
}

/// As "verification", "code order", "authentication drift" and "synchronization codes" were recorded.
#[tokio::test]
async fn each_code_is_good_once_in_any_order_and_two_steps_around() {
    let world = World::new().await;
    let ann = world.user("ann", "").await;
    let device = world.device("Phone").await;
    enable(&world, "ann", &device, [STEP - 1, STEP]).await.unwrap();
    for offset in [-3, 3] {
        assert!(!spends(&world, &ann, &device, STEP + offset).await, "{offset}");
    }
    // Those that enabled the device are not spent, and no code moves the clock.
    for offset in [2, -2, 0, 1, -1] {
        assert!(spends(&world, &ann, &device, STEP + offset).await, "{offset}");
    }
    world.pass(600);
    let step = STEP + 20;
    assert!(spends(&world, &ann, &device, step).await);
    assert!(!spends(&world, &ann, &device, step).await);
    assert!(spends(&world, &ann, &device, step - 1).await);
    assert!(!spends(&world, &ann, &device, step).await);
    let bob = world.user("bob", "").await;
    let check = world.iam.verify(
        bob.principal(),
        &device.serial_number,
        &code(&device, step + 1),
        world.kernel.now(),
    );
    assert_eq!(check.unwrap(), MfaCheck::NoSuchDevice);
}

/// As "reuse", "synchronization reuse" and "resync anchor" were recorded.
#[tokio::test]
async fn two_codes_set_the_clock_once() {
    let world = World::new().await;
    let ann = world.user("ann", "").await;
    let device = world.device("Phone").await;
    let message = "Authentication code for device is not valid.";
    let off = || async {
        deactivate_as(&world, &world.root, Some("ann"), &device.serial_number).await.unwrap();
    };
    enable(&world, "ann", &device, [STEP - 3, STEP - 2]).await.unwrap();
    // Neither again nor in part, nor after the device was taken away.
    for steps in [[STEP - 3, STEP - 2], [STEP - 2, STEP - 1]] {
        refused(resync(&world, "ann", &device, steps).await, "InvalidAuthenticationCode", 403, message);
    }
    off().await;
    for steps in [[STEP - 3, STEP - 2], [STEP - 2, STEP - 1]] {
        refused(enable(&world, "ann", &device, steps).await, "InvalidAuthenticationCode", 403, message);
    }
    enable(&world, "ann", &device, [STEP - 1, STEP]).await.unwrap();
    // Spent codes may set the clock and are spent all the same; unspent ones stay so.
    assert!(spends(&world, &ann, &device, STEP + 1).await);
    resync(&world, "ann", &device, [STEP + 1, STEP + 2]).await.unwrap();
    assert!(!spends(&world, &ann, &device, STEP + 1).await);
    assert!(spends(&world, &ann, &device, STEP + 2).await);
    off().await;
    enable(&world, "ann", &device, [STEP + 3, STEP + 4]).await.unwrap();
    assert!(!spends(&world, &ann, &device, STEP + 2).await);
}

/// As "pair window" and "resync anchor" were recorded.
#[tokio::test]
async fn a_clock_may_be_wrong_by_eight_hours_and_again_by_as_much() {
    let world = World::new().await;
    let ann = world.user("ann", "").await;
    let message = "Authentication code for device is not valid.";
    for (near, far) in [(1000, 1001), (-998, -999)] {
        let device = world.device("Phone").await;
        let at = |offset: i64| [STEP + offset - 1, STEP + offset];
        refused(enable(&world, "ann", &device, at(far)).await, "InvalidAuthenticationCode", 403, message);
        enable(&world, "ann", &device, at(near)).await.unwrap();
        assert!(spends(&world, &ann, &device, STEP + near).await);
        if near > 0 {
            resync(&world, "ann", &device, at(2 * near)).await.unwrap();
            assert!(!spends(&world, &ann, &device, STEP + near).await);
        }
        deactivate_as(&world, &world.root, Some("ann"), &device.serial_number).await.unwrap();
        let gone = DeleteVirtualMFADeviceRequest { serial_number: device.serial_number.clone() };
        world.root::<DeleteVirtualMFADevice>(gone).await.unwrap();
    }
}

/// Setting the clock needs no code of a session, so it must not be a place to guess at.
#[tokio::test]
async fn guesses_at_the_clock_put_a_device_to_rest_too() {
    let world = World::new().await;
    let ann = world.user("ann", "").await;
    let device = world.device("Phone").await;
    enable(&world, "ann", &device, [STEP - 1, STEP]).await.unwrap();
    for _ in 0..5 {
        assert!(resync(&world, "ann", &device, [STEP - 1, STEP]).await.is_err());
    }
    assert!(resync(&world, "ann", &device, [STEP + 1, STEP + 2]).await.is_err());
    let verify = |step: i64| {
        let code = code(&device, step);
        world.iam.verify(ann.principal(), &device.serial_number, &code, world.kernel.now()).unwrap()
    };
    assert_eq!(verify(STEP + 1), MfaCheck::WrongCode);
    world.pass(600);
    assert_eq!(verify(STEP + 21), MfaCheck::Verified);
    resync(&world, "ann", &device, [STEP + 21, STEP + 22]).await.unwrap();
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
    resync(&world, "ann", &device, [STEP + 9, STEP + 10]).await.unwrap();
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
