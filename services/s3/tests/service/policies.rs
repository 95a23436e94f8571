use api_s3 as api;

use crate::world::{Caller, OURS, THEIRS, World, code, get, some};

fn policy(statement: &str) -> String {
    format!(r#"{{"Version": "2012-10-17", "Statement": {statement}}}"#)
}

fn allow(principal: &str, action: &str, resource: &str) -> String {
    policy(&format!(
        r#"{{"Effect": "Allow", "Principal": {principal}, "Action": "{action}", "Resource": "{resource}"}}"#
    ))
}

async fn put(caller: &Caller, policy: &str) -> Result<(), kernel::Fault> {
    let input = api::PutBucketPolicyRequest {
        bucket: "books".into(),
        policy: policy.to_owned(),
        ..Default::default()
    };
    caller.run::<api::PutBucketPolicy>(input).await
}

async fn read(caller: &Caller) -> Result<String, kernel::Fault> {
    let input = api::GetBucketPolicyRequest { bucket: "books".into(), ..Default::default() };
    Ok(caller.run::<api::GetBucketPolicy>(input).await?.policy.unwrap())
}

async fn remove(caller: &Caller) -> Result<(), kernel::Fault> {
    let input = api::DeleteBucketPolicyRequest { bucket: "books".into(), ..Default::default() };
    caller.run::<api::DeleteBucketPolicy>(input).await
}

const ANN: &str = r#"{"AWS": "arn:aws:iam::444455556666:user/ann"}"#;

#[tokio::test]
async fn a_policy_lets_in_whom_it_names() {
    let (world, root) = World::with_bucket().await;
    root.put("a", "hello").await.unwrap();
    let ann = world.user(THEIRS, "ann", &["s3:GetObject arn:aws:s3:::books/*"]);
    let eve = world.user(THEIRS, "eve", &["s3:GetObject arn:aws:s3:::books/*"]);
    let fault = ann.get("a").await.unwrap_err();
    assert_eq!((&*fault.code, &*fault.message), ("AccessDenied", "Access Denied"));

    put(&root, &allow(ANN, "s3:GetObject", "arn:aws:s3:::books/*")).await.unwrap();
    assert_eq!(ann.get("a").await.unwrap(), "hello");
    assert_eq!(code(eve.get("a").await), "403 AccessDenied");
    // Whoever is let in by a user's own account needs that account's word too.
    let bob = world.user(THEIRS, "bob", &[]);
    let whole_account = r#"{"AWS": "444455556666"}"#;
    put(&root, &allow(whole_account, "s3:GetObject", "arn:aws:s3:::books/*")).await.unwrap();
    assert_eq!(eve.get("a").await.unwrap(), "hello");
    assert_eq!(code(bob.get("a").await), "403 AccessDenied");

    remove(&root).await.unwrap();
    remove(&root).await.unwrap();
    assert_eq!(code(ann.get("a").await), "403 AccessDenied");
    let fault = read(&root).await.unwrap_err();
    assert_eq!((&*fault.code, fault.status), ("NoSuchBucketPolicy", 404));
    assert_eq!(fault.fields, [("BucketName", "books".to_owned())]);
}

#[tokio::test]
async fn a_policy_means_the_user_it_named_and_no_namesake() {
    let (world, root) = World::with_bucket().await;
    root.put("a", "hello").await.unwrap();
    let allow_ann = allow(ANN, "s3:GetObject", "arn:aws:s3:::books/*");
    let fault = put(&root, &allow_ann).await.unwrap_err();
    assert_eq!((&*fault.code, &*fault.message), ("MalformedPolicy", "Invalid principal in policy"));
    assert_eq!(fault.fields, [("Detail", "arn:aws:iam::444455556666:user/ann".to_owned())]);

    let first = world.user(THEIRS, "ann", &["s3:GetObject *"]);
    put(&root, &allow_ann).await.unwrap();
    assert_eq!(read(&root).await.unwrap(), allow_ann);
    assert_eq!(code(first.get("a").await), "ok");
    world.forget(THEIRS, "ann");
    assert!(read(&root).await.unwrap().contains("AIDAEXAMPLE"));
    let second = world.user(THEIRS, "ann", &["s3:GetObject *"]);
    assert_eq!(code(second.get("a").await), "403 AccessDenied");
}

#[tokio::test]
async fn a_public_policy_is_refused() {
    let (world, root) = World::with_bucket().await;
    let fault = put(&root, &allow(r#""*""#, "s3:GetObject", "arn:aws:s3:::books/*")).await.unwrap_err();
    assert_eq!((&*fault.code, fault.status), ("AccessDenied", 403));
    assert_eq!(
        fault.message,
        "User: arn:aws:iam::111122223333:root is not authorized to perform: s3:PutBucketPolicy on resource: \
         \"arn:aws:s3:::books\" because public policies are blocked by the BlockPublicPolicy block public access \
         setting."
    );
    // Everybody from a few addresses is not everybody.
    root.put("a", "hello").await.unwrap();
    let nearby = r#"{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::books/*", "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}}"#;
    put(&root, &policy(nearby)).await.unwrap();
    assert_eq!(world.anonymous().get("a").await.unwrap(), "hello");
    assert_eq!(code(world.anonymous().put("a", "x").await), "403 AccessDenied");
    let overriding = api::GetObjectRequest { response_content_type: some("text/html"), ..get("a") };
    assert_eq!(code(world.anonymous().run::<api::GetObject>(overriding).await), "400 InvalidRequest");
}

#[tokio::test]
async fn a_malformed_policy_is_told_why() {
    let (_, root) = World::with_bucket().await;
    let check = async |text: &str, message: &str| {
        let fault = put(&root, text).await.unwrap_err();
        assert_eq!(
            (&*fault.code, &*fault.message, fault.status),
            ("MalformedPolicy", message, 400),
            "{text}"
        );
    };
    check("{", "This policy contains invalid Json").await;
    let root_user = r#"{"AWS": "111122223333"}"#;
    check(&allow(root_user, "s3:GetObject", "arn:aws:s3:::films/*"), "Policy has invalid resource").await;
    let unapt = "Action does not apply to any resource(s) in statement";
    check(&allow(root_user, "s3:GetObject", "arn:aws:s3:::books"), unapt).await;
    check(&allow(root_user, "s3:Sing", "arn:aws:s3:::books"), "Policy has invalid action").await;
    let nobody = policy(r#"{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::books"}"#);
    check(&nobody, "Missing required field Principal").await;
    for unknown in [
        r#"{"AWS": "999999999999"}"#,
        r#"{"AWS": "AIDAEXAMPLE9999999999"}"#,
        r#"{"AWS": "arn:aws-cn:iam::111122223333:root"}"#,
        r#"{"AWS": "arn:aws-us-gov:sts::111122223333:assumed-role/Etl/run"}"#,
    ] {
        check(&allow(unknown, "s3:GetObject", "arn:aws:s3:::books/*"), "Invalid principal in policy").await;
    }
    let long = allow(root_user, "s3:GetObject", "arn:aws:s3:::books/*") + &" ".repeat(20 << 10);
    check(&long, "Policy exceeds the maximum allowed document size.").await;
    let input = api::PutBucketPolicyRequest {
        bucket: "books".into(),
        policy: allow(root_user, "s3:GetObject", "arn:aws:s3:::books/*"),
        content_md5: some("AAAAAAAAAAAAAAAAAAAAAA=="),
        ..Default::default()
    };
    assert_eq!(code(root.run::<api::PutBucketPolicy>(input).await), "400 BadDigest");
}

#[tokio::test]
async fn the_root_user_can_always_take_a_policy_back() {
    let (world, root) = World::with_bucket().await;
    let admin = world.user(OURS, "admin", &["s3:* *"]);
    let deny = r#"{"Effect": "Deny", "Principal": "*", "Action": "s3:*",
        "Resource": ["arn:aws:s3:::books", "arn:aws:s3:::books/*"]}"#;
    put(&admin, &policy(deny)).await.unwrap();
    assert_eq!(code(admin.put("a", "x").await), "403 AccessDenied");
    assert_eq!(code(root.put("a", "x").await), "403 AccessDenied");
    assert_eq!(code(remove(&admin).await), "403 AccessDenied");
    assert_eq!(code(read(&root).await), "ok");
    assert_eq!(code(remove(&root).await), "ok");
    assert_eq!(code(root.put("a", "x").await), "ok");
}

#[tokio::test]
async fn no_other_account_touches_a_policy() {
    let (world, root) = World::with_bucket().await;
    let ann = world.user(THEIRS, "ann", &["s3:* *"]);
    assert_eq!(code(put(&ann, "{}").await), "403 AccessDenied");
    put(&root, &allow(ANN, "s3:*BucketPolicy", "arn:aws:s3:::books")).await.unwrap();
    for outcome in [put(&ann, "{}").await, read(&ann).await.map(drop), remove(&ann).await] {
        assert_eq!(code(outcome), "405 MethodNotAllowed");
    }
    assert_eq!(code(read(&world.root(THEIRS)).await), "403 AccessDenied");
    assert_eq!(code(read(&world.anonymous()).await), "403 AccessDenied");
}
