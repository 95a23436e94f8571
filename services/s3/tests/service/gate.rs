//! Every operation asks for what AWS says it asks for, and for nothing else.

use api_s3 as api;
use kernel::Fault;
use shape::Operation;

use crate::multipart::{abort, complete, create, part};
use crate::world::{Caller, OURS, THEIRS, World, code, copy, delete, get, head, put, some};

/// What each operation needs on `books` and its keys.
const NEEDS: &[(&str, &[&str])] = &[
    ("CreateBucket", &["s3:CreateBucket arn:aws:s3:::films"]),
    ("HeadBucket", &["s3:ListBucket arn:aws:s3:::books"]),
    ("ListBuckets", &["s3:ListAllMyBuckets arn:aws:s3:::*"]),
    ("DeleteBucket", &["s3:DeleteBucket arn:aws:s3:::empty"]),
    ("GetBucketLocation", &["s3:GetBucketLocation arn:aws:s3:::books"]),
    (
        "PutObject",
        &[
            "s3:PutObject arn:aws:s3:::books/new",
            "s3:PutObjectTagging arn:aws:s3:::books/new",
            "s3:PutObjectAcl arn:aws:s3:::books/new",
        ],
    ),
    ("GetObject", &["s3:GetObject arn:aws:s3:::books/a"]),
    ("HeadObject", &["s3:GetObject arn:aws:s3:::books/a"]),
    ("DeleteObject", &["s3:DeleteObject arn:aws:s3:::books/a"]),
    (
        "CopyObject",
        &[
            "s3:GetObject arn:aws:s3:::books/a",
            "s3:GetObjectTagging arn:aws:s3:::books/a",
            "s3:PutObject arn:aws:s3:::books/new",
            "s3:PutObjectTagging arn:aws:s3:::books/new",
        ],
    ),
    ("ListObjects", &["s3:ListBucket arn:aws:s3:::books"]),
    ("ListObjectsV2", &["s3:ListBucket arn:aws:s3:::books"]),
    (
        "CreateMultipartUpload",
        &["s3:PutObject arn:aws:s3:::books/new", "s3:PutObjectTagging arn:aws:s3:::books/new"],
    ),
    ("UploadPart", &["s3:PutObject arn:aws:s3:::books/up"]),
    ("UploadPartCopy", &["s3:GetObject arn:aws:s3:::books/a", "s3:PutObject arn:aws:s3:::books/up"]),
    ("CompleteMultipartUpload", &["s3:PutObject arn:aws:s3:::books/up"]),
    ("AbortMultipartUpload", &["s3:AbortMultipartUpload arn:aws:s3:::books/up"]),
    ("ListParts", &["s3:ListMultipartUploadParts arn:aws:s3:::books/up"]),
    ("ListMultipartUploads", &["s3:ListBucketMultipartUploads arn:aws:s3:::books"]),
    ("PutBucketPolicy", &["s3:PutBucketPolicy arn:aws:s3:::books"]),
    ("GetBucketPolicy", &["s3:GetBucketPolicy arn:aws:s3:::books"]),
    ("DeleteBucketPolicy", &["s3:DeleteBucketPolicy arn:aws:s3:::books"]),
    ("GetBucketPolicyStatus", &["s3:GetBucketPolicyStatus arn:aws:s3:::books"]),
    ("PutPublicAccessBlock", &["s3:PutBucketPublicAccessBlock arn:aws:s3:::books"]),
    ("GetPublicAccessBlock", &["s3:GetBucketPublicAccessBlock arn:aws:s3:::books"]),
    ("DeletePublicAccessBlock", &["s3:PutBucketPublicAccessBlock arn:aws:s3:::books"]),
    ("PutBucketOwnershipControls", &["s3:PutBucketOwnershipControls arn:aws:s3:::books"]),
    ("GetBucketOwnershipControls", &["s3:GetBucketOwnershipControls arn:aws:s3:::books"]),
    ("DeleteBucketOwnershipControls", &["s3:PutBucketOwnershipControls arn:aws:s3:::books"]),
    ("PutBucketAcl", &["s3:PutBucketAcl arn:aws:s3:::books"]),
    ("GetBucketAcl", &["s3:GetBucketAcl arn:aws:s3:::books"]),
    ("PutObjectAcl", &["s3:PutObjectAcl arn:aws:s3:::books/a"]),
    ("GetObjectAcl", &["s3:GetObjectAcl arn:aws:s3:::books/a"]),
    ("PutBucketTagging", &["s3:PutBucketTagging arn:aws:s3:::books"]),
    ("GetBucketTagging", &["s3:GetBucketTagging arn:aws:s3:::books"]),
    ("DeleteBucketTagging", &["s3:PutBucketTagging arn:aws:s3:::books"]),
    ("PutObjectTagging", &["s3:PutObjectTagging arn:aws:s3:::books/a"]),
    ("GetObjectTagging", &["s3:GetObjectTagging arn:aws:s3:::books/a"]),
    ("DeleteObjectTagging", &["s3:DeleteObjectTagging arn:aws:s3:::books/a"]),
    ("PutBucketVersioning", &["s3:PutBucketVersioning arn:aws:s3:::books"]),
    ("ListObjectVersions", &["s3:ListBucketVersions arn:aws:s3:::books"]),
    ("GetBucketVersioning", &["s3:GetBucketVersioning arn:aws:s3:::books"]),
    ("GetBucketCors", &["s3:GetBucketCORS arn:aws:s3:::books"]),
    ("GetBucketWebsite", &["s3:GetBucketWebsite arn:aws:s3:::books"]),
    ("GetBucketLifecycleConfiguration", &["s3:GetLifecycleConfiguration arn:aws:s3:::books"]),
    ("GetBucketReplication", &["s3:GetReplicationConfiguration arn:aws:s3:::books"]),
    ("GetObjectLockConfiguration", &["s3:GetBucketObjectLockConfiguration arn:aws:s3:::books"]),
    ("GetBucketEncryption", &["s3:GetEncryptionConfiguration arn:aws:s3:::books"]),
    ("GetBucketLogging", &["s3:GetBucketLogging arn:aws:s3:::books"]),
    ("GetBucketAccelerateConfiguration", &["s3:GetAccelerateConfiguration arn:aws:s3:::books"]),
    ("GetBucketRequestPayment", &["s3:GetBucketRequestPayment arn:aws:s3:::books"]),
    ("GetBucketNotificationConfiguration", &["s3:GetBucketNotification arn:aws:s3:::books"]),
];

/// What no bucket has, and the code that says so.
const UNSET: &[(&str, &str)] = &[
    ("GetBucketCors", "404 NoSuchCORSConfiguration"),
    ("GetBucketWebsite", "404 NoSuchWebsiteConfiguration"),
    ("GetBucketLifecycleConfiguration", "404 NoSuchLifecycleConfiguration"),
    ("GetBucketReplication", "404 ReplicationConfigurationNotFoundError"),
    ("GetObjectLockConfiguration", "404 ObjectLockConfigurationNotFoundError"),
    ("GetBucketEncryption", "404 ServerSideEncryptionConfigurationNotFoundError"),
];

const POLICY: &str = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Principal": {"AWS": "444455556666"},
    "Action": "s3:GetObject", "Resource": "arn:aws:s3:::books/none"}}"#;

/// The access control list that every bucket and object has.
fn owners_list() -> api::AccessControlPolicy {
    let owner = s3::canonical_user(OURS.parse().unwrap());
    let grantee = api::Grantee { id: Some(owner), r#type: "CanonicalUser".into(), ..Default::default() };
    let grant = api::Grant { grantee: Some(grantee), permission: some("FULL_CONTROL") };
    api::AccessControlPolicy { grants: Some(vec![grant]), owner: None }
}

/// The tag `team`.
fn team() -> api::Tagging {
    api::Tagging { tag_set: vec![api::Tag { key: "team".into(), value: "blue".into() }] }
}

/// The buckets `books` and `empty`, the object `a` with a tag, an upload of `up` with one part, a policy, and tags.
struct Scene {
    world: World,
    upload_id: String,
    etag: String,
}

impl Scene {
    async fn new() -> Self {
        let (world, root) = World::with_bucket().await;
        root.create_bucket("empty").await.unwrap();
        let tagged = api::PutObjectRequest { tagging: some("team=blue"), ..put("a", "hello") };
        root.run::<api::PutObject>(tagged).await.unwrap();
        let upload_id = root.begin("up").await;
        let etag = root.part("up", &upload_id, 1, b"part".to_vec()).await;
        let policy = api::PutBucketPolicyRequest {
            bucket: "books".into(),
            policy: POLICY.into(),
            ..Default::default()
        };
        root.run::<api::PutBucketPolicy>(policy).await.unwrap();
        let tags =
            api::PutBucketTaggingRequest { bucket: "books".into(), tagging: team(), ..Default::default() };
        root.run::<api::PutBucketTagging>(tags).await.unwrap();
        Self { world, upload_id, etag }
    }

    async fn attempt(&self, caller: &Caller, operation: &str) -> Result<(), Fault> {
        let bucket = || "books".to_owned();
        let (key, upload_id) = ("up".to_owned(), self.upload_id.clone());
        macro_rules! run {
            ($operation:ident, $input:expr) => {
                caller.run::<api::$operation>($input).await.map(drop)
            };
        }
        /// On `books`, with these members besides.
        macro_rules! on_bucket {
            ($operation:ident $(, $member:ident: $value:expr)*) => {{
                let mut input = <api::$operation as Operation>::Input::default();
                input.bucket = bucket();
                $(input.$member = $value;)*
                caller.run::<api::$operation>(input).await.map(drop)
            }};
        }
        /// On the object `a`.
        macro_rules! on_object {
            ($operation:ident $(, $member:ident: $value:expr)*) => {
                on_bucket!($operation, key: "a".into() $(, $member: $value)*)
            };
        }
        match operation {
            "CreateBucket" => caller.create_bucket("films").await.map(drop),
            "HeadBucket" => {
                run!(HeadBucket, api::HeadBucketRequest { bucket: bucket(), ..Default::default() })
            }
            "ListBuckets" => run!(ListBuckets, api::ListBucketsRequest::default()),
            "DeleteBucket" => {
                run!(DeleteBucket, api::DeleteBucketRequest { bucket: "empty".into(), ..Default::default() })
            }
            "GetBucketLocation" => run!(
                GetBucketLocation,
                api::GetBucketLocationRequest { bucket: bucket(), ..Default::default() }
            ),
            "PutObject" => run!(
                PutObject,
                api::PutObjectRequest {
                    tagging: some("team=blue"),
                    acl: some("bucket-owner-full-control"),
                    ..put("new", "x")
                }
            ),
            "GetObject" => run!(GetObject, get("a")),
            "HeadObject" => run!(HeadObject, head("a")),
            "DeleteObject" => run!(DeleteObject, delete("a")),
            "CopyObject" => run!(CopyObject, copy("books/a", "new")),
            "ListObjects" => {
                run!(ListObjects, api::ListObjectsRequest { bucket: bucket(), ..Default::default() })
            }
            "ListObjectsV2" => {
                run!(ListObjectsV2, api::ListObjectsV2Request { bucket: bucket(), ..Default::default() })
            }
            "CreateMultipartUpload" => run!(
                CreateMultipartUpload,
                api::CreateMultipartUploadRequest { tagging: some("team=blue"), ..create("new") }
            ),
            "UploadPart" => run!(UploadPart, part("up", &upload_id, 2, vec![1])),
            "UploadPartCopy" => run!(
                UploadPartCopy,
                api::UploadPartCopyRequest {
                    bucket: bucket(),
                    key,
                    upload_id,
                    part_number: 2,
                    copy_source: "books/a".into(),
                    ..Default::default()
                }
            ),
            "CompleteMultipartUpload" => {
                run!(CompleteMultipartUpload, complete("up", &upload_id, &[(1, &self.etag)]))
            }
            "AbortMultipartUpload" => run!(AbortMultipartUpload, abort("up", &upload_id)),
            "ListParts" => {
                run!(
                    ListParts,
                    api::ListPartsRequest { bucket: bucket(), key, upload_id, ..Default::default() }
                )
            }
            "ListMultipartUploads" => run!(
                ListMultipartUploads,
                api::ListMultipartUploadsRequest { bucket: bucket(), ..Default::default() }
            ),
            "PutBucketPolicy" => run!(
                PutBucketPolicy,
                api::PutBucketPolicyRequest { bucket: bucket(), policy: POLICY.into(), ..Default::default() }
            ),
            "GetBucketPolicy" => {
                run!(GetBucketPolicy, api::GetBucketPolicyRequest { bucket: bucket(), ..Default::default() })
            }
            "DeleteBucketPolicy" => run!(
                DeleteBucketPolicy,
                api::DeleteBucketPolicyRequest { bucket: bucket(), ..Default::default() }
            ),
            "GetBucketPolicyStatus" => on_bucket!(GetBucketPolicyStatus),
            "PutPublicAccessBlock" => on_bucket!(PutPublicAccessBlock),
            "GetPublicAccessBlock" => on_bucket!(GetPublicAccessBlock),
            "DeletePublicAccessBlock" => on_bucket!(DeletePublicAccessBlock),
            "PutBucketOwnershipControls" => {
                let rule = api::OwnershipControlsRule { object_ownership: "BucketOwnerEnforced".into() };
                let ownership_controls = api::OwnershipControls { rules: vec![rule] };
                on_bucket!(PutBucketOwnershipControls, ownership_controls: ownership_controls)
            }
            "GetBucketOwnershipControls" => on_bucket!(GetBucketOwnershipControls),
            "DeleteBucketOwnershipControls" => on_bucket!(DeleteBucketOwnershipControls),
            "PutBucketAcl" => on_bucket!(PutBucketAcl, access_control_policy: Some(owners_list())),
            "GetBucketAcl" => on_bucket!(GetBucketAcl),
            "PutObjectAcl" => on_object!(PutObjectAcl, access_control_policy: Some(owners_list())),
            "GetObjectAcl" => on_object!(GetObjectAcl),
            "PutBucketTagging" => on_bucket!(PutBucketTagging, tagging: team()),
            "GetBucketTagging" => on_bucket!(GetBucketTagging),
            "DeleteBucketTagging" => on_bucket!(DeleteBucketTagging),
            "PutObjectTagging" => on_object!(PutObjectTagging, tagging: team()),
            "GetObjectTagging" => on_object!(GetObjectTagging),
            "DeleteObjectTagging" => on_object!(DeleteObjectTagging),
            "PutBucketVersioning" => {
                let versioning = api::VersioningConfiguration { status: some("Enabled"), mfa_delete: None };
                on_bucket!(PutBucketVersioning, versioning_configuration: versioning)
            }
            "ListObjectVersions" => on_bucket!(ListObjectVersions),
            "GetBucketVersioning" => on_bucket!(GetBucketVersioning),
            "GetBucketCors" => on_bucket!(GetBucketCors),
            "GetBucketWebsite" => on_bucket!(GetBucketWebsite),
            "GetBucketLifecycleConfiguration" => on_bucket!(GetBucketLifecycleConfiguration),
            "GetBucketReplication" => on_bucket!(GetBucketReplication),
            "GetObjectLockConfiguration" => on_bucket!(GetObjectLockConfiguration),
            "GetBucketEncryption" => on_bucket!(GetBucketEncryption),
            "GetBucketLogging" => on_bucket!(GetBucketLogging),
            "GetBucketAccelerateConfiguration" => on_bucket!(GetBucketAccelerateConfiguration),
            "GetBucketRequestPayment" => on_bucket!(GetBucketRequestPayment),
            "GetBucketNotificationConfiguration" => on_bucket!(GetBucketNotificationConfiguration),
            other => panic!("no sample of {other}"),
        }
    }
}

#[test]
fn every_served_operation_is_in_the_table() {
    let mut listed: Vec<&str> = NEEDS.iter().map(|(operation, _)| *operation).collect();
    // Asks for each key on its own; see the tests of deletes.
    listed.push("DeleteObjects");
    listed.sort_unstable();
    let mut served: Vec<&str> = api::SERVICE.operations.iter().map(|operation| operation.name).collect();
    served.sort_unstable();
    assert_eq!(listed, served);
}

#[tokio::test]
async fn what_an_operation_needs_is_enough() {
    for (operation, needs) in NEEDS {
        let scene = Scene::new().await;
        let ann = scene.world.user(OURS, "ann", needs);
        let unset = UNSET.iter().find(|(unset, _)| unset == operation);
        let expect = unset.map_or("ok", |(_, code)| code);
        assert_eq!(code(scene.attempt(&ann, operation).await), expect, "{operation}");
    }
}

#[tokio::test]
async fn an_operation_is_refused_without_any_one_of_its_needs() {
    for (operation, needs) in NEEDS {
        for missing in *needs {
            let scene = Scene::new().await;
            let others: Vec<&str> = needs.iter().copied().filter(|need| need != missing).collect();
            let ann = scene.world.user(OURS, "ann", &others);
            let fault = scene.attempt(&ann, operation).await.unwrap_err();
            assert_eq!((&*fault.code, fault.status), ("AccessDenied", 403), "{operation} without {missing}");
            let (action, resource) = missing.split_once(' ').unwrap();
            // AWS names no resource where no bucket is asked for.
            let on = match action {
                "s3:ListAllMyBuckets" => String::new(),
                _ => format!(" on resource: \"{resource}\""),
            };
            let expect = format!(
                "User: arn:aws:iam::{OURS}:user/ann is not authorized to perform: {action}{on} because no \
                 identity-based policy allows the {action} action"
            );
            assert_eq!(fault.message, expect, "{operation}");
        }
    }
}

#[tokio::test]
async fn strangers_and_the_unsigned_are_refused_everywhere() {
    for (operation, _) in NEEDS {
        let scene = Scene::new().await;
        let nobody = scene.world.anonymous();
        assert_eq!(code(scene.attempt(&nobody, operation).await), "403 AccessDenied", "{operation}");
        if !["CreateBucket", "ListBuckets"].contains(operation) {
            let stranger = scene.world.user(THEIRS, "eve", &["s3:* *"]);
            let fault = scene.attempt(&stranger, operation).await.unwrap_err();
            assert_eq!((&*fault.code, &*fault.message), ("AccessDenied", "Access Denied"), "{operation}");
        }
    }
}

#[tokio::test]
async fn whether_a_key_is_missing_is_told_to_those_who_may_list() {
    let (world, _) = World::with_bucket().await;
    let blind = world.user(OURS, "ann", &["s3:GetObject arn:aws:s3:::books/*"]);
    let fault = blind.get("missing").await.unwrap_err();
    assert_eq!(fault.status, 403);
    assert!(fault.message.contains("s3:ListBucket on resource: \"arn:aws:s3:::books\""), "{}", fault.message);
    assert_eq!(code(blind.run::<api::HeadObject>(head("missing")).await), "403 AccessDenied");
    let needs = ["s3:GetObject arn:aws:s3:::books/*", "s3:ListBucket arn:aws:s3:::books"];
    let seeing = world.user(OURS, "bob", &needs);
    assert_eq!(code(seeing.get("missing").await), "404 NoSuchKey");
}

/// One condition on one action: the call that meets it passes, the other does not.
struct Condition {
    world: World,
    ann: Caller,
}

impl Condition {
    async fn new(action: &str, condition: &str) -> Self {
        let scene = Scene::new().await;
        let statements = format!(
            r#"[{{"Effect": "Allow", "Action": "{action}", "Resource": "*", "Condition": {condition}}},
                {{"Effect": "Allow", "Action": "s3:PutObjectTagging", "Resource": "*"}},
                {{"Effect": "Allow", "Action": "s3:PutObjectAcl", "Resource": "*"}}]"#
        );
        let ann = scene.world.user_with(OURS, "ann", &statements);
        Self { world: scene.world, ann }
    }
}

#[tokio::test]
async fn listings_are_limited_by_what_they_list() {
    let list = |prefix: Option<&str>, max_keys, delimiter: Option<&str>| api::ListObjectsV2Request {
        bucket: "books".into(),
        prefix: prefix.map(str::to_owned),
        delimiter: delimiter.map(str::to_owned),
        max_keys,
        ..Default::default()
    };
    let check = async |condition: &str,
                       passes: api::ListObjectsV2Request,
                       fails: api::ListObjectsV2Request| {
        let case = Condition::new("s3:ListBucket", condition).await;
        assert_eq!(code(case.ann.run::<api::ListObjectsV2>(passes).await), "ok", "{condition}");
        assert_eq!(code(case.ann.run::<api::ListObjectsV2>(fails).await), "403 AccessDenied", "{condition}");
    };
    let home = r#"{"StringLike": {"s3:prefix": "home/*"}}"#;
    check(home, list(Some("home/ann"), None, None), list(Some("other/"), None, None)).await;
    check(home, list(Some("home/"), None, None), list(None, None, None)).await;
    let few = r#"{"NumericLessThanEquals": {"s3:max-keys": "10"}}"#;
    check(few, list(None, Some(10), None), list(None, Some(11), None)).await;
    let folders = r#"{"StringEquals": {"s3:delimiter": "/"}}"#;
    check(folders, list(None, None, Some("/")), list(None, None, None)).await;
}

#[tokio::test]
async fn writes_are_limited_by_what_they_carry() {
    let check = async |condition: &str, passes: api::PutObjectRequest, fails: api::PutObjectRequest| {
        let case = Condition::new("s3:PutObject", condition).await;
        assert_eq!(code(case.ann.run::<api::PutObject>(passes).await), "ok", "{condition}");
        assert_eq!(code(case.ann.run::<api::PutObject>(fails).await), "403 AccessDenied", "{condition}");
    };
    let tagged = |tags: &str| api::PutObjectRequest { tagging: some(tags), ..put("new", "x") };
    let blue = r#"{"StringEquals": {"s3:RequestObjectTag/team": "blue"}}"#;
    check(blue, tagged("team=blue"), tagged("team=red")).await;
    let known = r#"{"ForAllValues:StringEquals": {"s3:RequestObjectTagKeys": ["team", "cost"]}}"#;
    check(known, tagged("team=blue&cost=1"), tagged("team=blue&secret=1")).await;
    let acl = |acl: &str| api::PutObjectRequest { acl: some(acl), ..put("new", "x") };
    let private = r#"{"StringEquals": {"s3:x-amz-acl": "private"}}"#;
    check(private, acl("private"), acl("bucket-owner-full-control")).await;
    let once = r#"{"Null": {"s3:if-none-match": "false"}}"#;
    let new = api::PutObjectRequest { if_none_match: some("*"), ..put("new", "x") };
    check(once, new, put("new", "x")).await;
    let making = r#"{"Bool": {"s3:ObjectCreationOperation": "true"}}"#;
    let case = Condition::new("s3:PutObject", making).await;
    assert_eq!(code(case.ann.run::<api::PutObject>(put("new", "x")).await), "ok");
    let outcome = case.ann.run::<api::CreateMultipartUpload>(create("new")).await;
    assert_eq!(code(outcome), "403 AccessDenied");
}

#[tokio::test]
async fn comparing_a_tag_takes_permission_to_read() {
    let scene = Scene::new().await;
    let writes = ["s3:PutObject *", "s3:DeleteObject *"];
    let blind = scene.world.user(OURS, "ann", &writes);
    let seeing = scene.world.user(OURS, "bob", &[&writes[..], &["s3:GetObject *"]].concat());
    let put = |etag| api::PutObjectRequest { if_match: some(etag), ..put("a", "x") };
    let delete = |etag| api::DeleteObjectRequest { if_match: some(etag), ..delete("a") };
    let wrong = "\"x\"";
    assert_eq!(code(blind.run::<api::PutObject>(put(wrong)).await), "403 AccessDenied");
    assert_eq!(code(seeing.run::<api::PutObject>(put(wrong)).await), "412 PreconditionFailed");
    assert_eq!(code(blind.run::<api::DeleteObject>(delete(wrong)).await), "403 AccessDenied");
    assert_eq!(code(seeing.run::<api::DeleteObject>(delete(wrong)).await), "412 PreconditionFailed");
    let finish = |etag| api::CompleteMultipartUploadRequest {
        if_match: some(etag),
        ..complete("up", &scene.upload_id, &[(1, &scene.etag)])
    };
    let outcome = blind.run::<api::CompleteMultipartUpload>(finish(wrong)).await;
    assert_eq!(code(outcome), "403 AccessDenied");
    assert_eq!(code(blind.run::<api::PutObject>(put("*")).await), "ok");
    assert_eq!(code(blind.run::<api::DeleteObject>(delete("*")).await), "ok");
}

#[tokio::test]
async fn calls_are_limited_by_how_they_come() {
    let check = async |condition: &str, expect: &str| {
        let case = Condition::new("s3:GetObject", condition).await;
        assert_eq!(code(case.ann.get("a").await), expect, "{condition}");
    };
    let refused = "403 AccessDenied";
    check(r#"{"NumericGreaterThanEquals": {"s3:TlsVersion": "1.2"}}"#, "ok").await;
    check(r#"{"NumericLessThan": {"s3:TlsVersion": "1.2"}}"#, refused).await;
    check(r#"{"StringEquals": {"s3:authType": "REST-HEADER"}}"#, "ok").await;
    check(r#"{"StringEquals": {"s3:authType": "REST-QUERY-STRING"}}"#, refused).await;
    check(r#"{"StringEquals": {"s3:signatureversion": "AWS4-HMAC-SHA256"}}"#, "ok").await;
    check(r#"{"StringEquals": {"s3:ResourceAccount": "111122223333"}}"#, "ok").await;
    check(r#"{"StringEquals": {"aws:ResourceAccount": "444455556666"}}"#, refused).await;
    check(r#"{"StringEquals": {"s3:ExistingObjectTag/team": "blue"}}"#, "ok").await;
    check(r#"{"StringEquals": {"s3:ExistingObjectTag/team": "red"}}"#, refused).await;

    let case = Condition::new("s3:GetObject", r#"{"Null": {"s3:TlsVersion": "false"}}"#).await;
    assert_eq!(code(case.ann.get("a").await), "ok");
    assert_eq!(code(case.ann.in_the_clear().get("a").await), refused);
    drop(case.world);
}
