"""What a bucket is set to, and what that does: public access, ownership, access control lists, tags."""

import json
import ssl
import urllib.error
import urllib.request

import pytest

from conftest import OTHER_ACCOUNT, all_but, denied, policy, refused, statement, unique


@pytest.fixture
def s3(admin):
    return admin.client("s3")


ALL = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")


def block(s3, bucket, *flags):
    """Switches these flags on and the others off."""
    configuration = {flag: flag in flags for flag in ALL}
    s3.put_public_access_block(Bucket=bucket, PublicAccessBlockConfiguration=configuration)


def anyone(bucket, **rest):
    """A public statement: everybody may read."""
    return {
        "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{bucket}/*", **rest
    }


def unsigned(account, path):
    context = ssl.create_default_context(cafile=account.ready["ca_bundle"])
    try:
        with urllib.request.urlopen(account.ready["endpoint"] + path, context=context) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


# Public access


def test_new_buckets_block_public_access(s3, bucket):
    """As on AWS since April 2023."""
    told = s3.get_public_access_block(Bucket=bucket)["PublicAccessBlockConfiguration"]
    assert told == dict.fromkeys(ALL, True)


def test_the_block_is_replaced_as_a_whole_and_deleted(s3, bucket):
    s3.put_public_access_block(Bucket=bucket, PublicAccessBlockConfiguration={"BlockPublicPolicy": True})
    told = s3.get_public_access_block(Bucket=bucket)["PublicAccessBlockConfiguration"]
    assert told == {**dict.fromkeys(ALL, False), "BlockPublicPolicy": True}
    for _ in range(2):
        s3.delete_public_access_block(Bucket=bucket)
        with refused(
            "NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found", 404
        ):
            s3.get_public_access_block(Bucket=bucket)


def test_a_public_policy_is_put_where_nothing_blocks_it(admin, s3, bucket):
    public = policy(anyone(bucket))
    text = (
        f'User: {admin.arn} is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::{bucket}" '
        "because public policies are blocked by the BlockPublicPolicy block public access setting."
    )
    with refused("AccessDenied", text, 403):
        s3.put_bucket_policy(Bucket=bucket, Policy=public)
    block(s3, bucket, *(flag for flag in ALL if flag != "BlockPublicPolicy"))
    s3.put_bucket_policy(Bucket=bucket, Policy=public)
    assert json.loads(s3.get_bucket_policy(Bucket=bucket)["Policy"]) == json.loads(public)
    # What is there already stays, and what is private may always come.
    block(s3, bucket, "BlockPublicPolicy")
    assert s3.get_bucket_policy_status(Bucket=bucket)["PolicyStatus"] == {"IsPublic": True}
    with refused("AccessDenied"):
        s3.put_bucket_policy(Bucket=bucket, Policy=public)
    s3.put_bucket_policy(Bucket=bucket, Policy=policy({**anyone(bucket), "Principal": {"AWS": OTHER_ACCOUNT}}))


def test_a_public_policy_lets_everybody_in_unless_public_buckets_are_restricted(root, other_root, s3, bucket):
    """RestrictPublicBuckets leaves the owner's account and AWS services."""
    s3.put_object(Bucket=bucket, Key="key", Body=b"text")
    stranger, insider = other_root.user(statement("s3:*")), root.user(statement("s3:GetObject"))
    read = lambda account: account.client("s3").get_object(Bucket=bucket, Key="key")["Body"].read()
    block(s3, bucket)
    s3.put_bucket_policy(Bucket=bucket, Policy=policy(anyone(bucket)))
    assert unsigned(root, f"/{bucket}/key") == (200, b"text")
    assert read(stranger) == read(insider) == b"text"

    block(s3, bucket, "RestrictPublicBuckets")
    status, body = unsigned(root, f"/{bucket}/key")
    assert status == 403 and b"<Code>AccessDenied</Code>" in body
    with refused("AccessDenied", "Access Denied", 403):
        read(stranger)
    assert read(insider) == b"text"

    s3.delete_public_access_block(Bucket=bucket)
    assert unsigned(root, f"/{bucket}/key") == (200, b"text")


def test_in_a_restricted_bucket_a_public_statement_takes_the_named_accounts_along(other_root, s3, bucket):
    s3.put_object(Bucket=bucket, Key="key", Body=b"text")
    stranger = other_root.user(statement("s3:*"))
    named = {**anyone(bucket), "Principal": {"AWS": stranger.arn}}
    read = lambda: stranger.client("s3").get_object(Bucket=bucket, Key="key")["Body"].read()
    block(s3, bucket, "RestrictPublicBuckets")
    s3.put_bucket_policy(Bucket=bucket, Policy=policy(named))
    assert read() == b"text"
    s3.put_bucket_policy(Bucket=bucket, Policy=policy(named, anyone(bucket)))
    with refused("AccessDenied", "Access Denied", 403):
        read()
    s3.put_bucket_policy(Bucket=bucket, Policy=policy(named))
    assert read() == b"text"


@pytest.mark.parametrize(
    "rule, public",
    [
        ({}, True),
        ({"Condition": {"Bool": {"aws:SecureTransport": "true"}}}, True),
        ({"Condition": {"StringEquals": {"aws:PrincipalAccount": OTHER_ACCOUNT}}}, False),
        ({"Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}}, False),
        ({"Principal": {"AWS": OTHER_ACCOUNT}}, False),
        ({"Effect": "Deny"}, False),
    ],
)
def test_the_status_of_a_policy_tells_whether_it_is_public(s3, bucket, rule, public):
    with refused("NoSuchBucketPolicy", "The bucket policy does not exist", 404):
        s3.get_bucket_policy_status(Bucket=bucket)
    block(s3, bucket)
    s3.put_bucket_policy(Bucket=bucket, Policy=policy(anyone(bucket, **rule)))
    assert s3.get_bucket_policy_status(Bucket=bucket)["PolicyStatus"] == {"IsPublic": public}


# Ownership and access control lists


def test_buckets_own_their_objects(s3, bucket):
    rules = lambda: s3.get_bucket_ownership_controls(Bucket=bucket)["OwnershipControls"]["Rules"]
    put = lambda *ownership: s3.put_bucket_ownership_controls(
        Bucket=bucket, OwnershipControls={"Rules": [{"ObjectOwnership": one} for one in ownership]}
    )
    assert rules() == [{"ObjectOwnership": "BucketOwnerEnforced"}]
    for _ in range(2):
        s3.delete_bucket_ownership_controls(Bucket=bucket)
        with refused("OwnershipControlsNotFoundError", "The bucket ownership controls were not found", 404):
            rules()
    put("BucketOwnerEnforced")
    assert rules() == [{"ObjectOwnership": "BucketOwnerEnforced"}]
    for other in ("ObjectWriter", "BucketOwnerPreferred"):
        with refused("NotImplemented", status=501):
            put(other)
    with refused("MalformedXML", status=400):
        put("BucketOwnerEnforced", "BucketOwnerEnforced")


def test_the_list_of_everything_is_the_owners(root, other_root, s3, bucket):
    """Also of an object that somebody else wrote."""
    stranger = other_root.user(statement("s3:*"))
    rule = {**anyone(bucket), "Principal": {"AWS": stranger.arn}, "Action": "s3:PutObject"}
    s3.put_bucket_policy(Bucket=bucket, Policy=policy(rule))
    stranger.client("s3").put_object(Bucket=bucket, Key="key", Body=b"theirs")
    owner = s3.list_buckets()["Owner"]["ID"]
    grants = [{"Grantee": {"Type": "CanonicalUser", "ID": owner}, "Permission": "FULL_CONTROL"}]
    for acl in (s3.get_bucket_acl(Bucket=bucket), s3.get_object_acl(Bucket=bucket, Key="key")):
        assert acl["Owner"]["ID"] == owner and acl["Grants"] == grants
    with refused("NoSuchKey", status=404):
        s3.get_object_acl(Bucket=bucket, Key="nothing")


NOT_SUPPORTED = ("AccessControlListNotSupported", "The bucket does not allow ACLs", 400)


def test_no_other_list_can_be_set(s3, bucket):
    s3.put_object(Bucket=bucket, Key="key", Body=b"x")
    acl = s3.get_bucket_acl(Bucket=bucket)
    same = {"Owner": acl["Owner"], "Grants": acl["Grants"]}
    everybody = {"Type": "Group", "URI": "http://acs.amazonaws.com/groups/global/AllUsers"}
    wider = {**same, "Grants": [*acl["Grants"], {"Grantee": everybody, "Permission": "READ"}]}
    s3.put_bucket_acl(Bucket=bucket, AccessControlPolicy=same)
    s3.put_object_acl(Bucket=bucket, Key="key", AccessControlPolicy=same)
    s3.put_object_acl(Bucket=bucket, Key="key", ACL="bucket-owner-full-control")
    s3.put_object(Bucket=bucket, Key="key", Body=b"x", ACL="bucket-owner-full-control")
    for wish in ({"ACL": "private"}, {"ACL": "public-read"}, {"AccessControlPolicy": wider}, {"GrantRead": "id=abc"}):
        with refused(*NOT_SUPPORTED):
            s3.put_bucket_acl(Bucket=bucket, **wish)
        with refused(*NOT_SUPPORTED):
            s3.put_object_acl(Bucket=bucket, Key="key", **wish)
    for wish in ({"ACL": "public-read"}, {"GrantRead": "id=abc"}):
        with refused(*NOT_SUPPORTED):
            s3.put_object(Bucket=bucket, Key="key", Body=b"x", **wish)
    with refused("InvalidBucketAclWithObjectOwnership", status=400):
        s3.create_bucket(Bucket=unique("bucket"), ACL="public-read")


def test_public_lists_are_blocked_where_ownership_is_not_enforced(admin, s3, bucket):
    s3.put_object(Bucket=bucket, Key="key", Body=b"x")
    s3.delete_bucket_ownership_controls(Bucket=bucket)
    arn = f"arn:aws:s3:::{bucket}"
    calls = {
        ("s3:PutBucketAcl", arn): lambda **wish: s3.put_bucket_acl(Bucket=bucket, **wish),
        ("s3:PutObjectAcl", f"{arn}/key"): lambda **wish: s3.put_object_acl(Bucket=bucket, Key="key", **wish),
        ("s3:PutObject", f"{arn}/key"): lambda **wish: s3.put_object(Bucket=bucket, Key="key", Body=b"", **wish),
    }
    group = "uri=http://acs.amazonaws.com/groups/global/AuthenticatedUsers"
    for (action, resource), call in calls.items():
        text = (
            f'User: {admin.arn} is not authorized to perform: {action} on resource: "{resource}" '
            "because public ACLs are blocked by the BlockPublicAcls block public access setting."
        )
        for wish in ({"ACL": "public-read"}, {"ACL": "authenticated-read"}, {"GrantRead": group}):
            with refused("AccessDenied", text, 403):
                call(**wish)
        with refused(*NOT_SUPPORTED):
            call(GrantRead="id=abc")
    block(s3, bucket)
    for call in calls.values():
        with refused(*NOT_SUPPORTED):
            call(ACL="public-read")


# Tags of buckets


def tag_set(**tags):
    return {"TagSet": [{"Key": key, "Value": value} for key, value in tags.items()]}


def tags_of(answer):
    return {tag["Key"]: tag["Value"] for tag in answer["TagSet"]}


def test_a_buckets_tags_are_put_as_a_whole_and_deleted(s3, bucket):
    with refused("NoSuchTagSet", "The TagSet does not exist", 404):
        s3.get_bucket_tagging(Bucket=bucket)
    s3.put_bucket_tagging(Bucket=bucket, Tagging=tag_set(team="blue", cost="1"))
    s3.put_bucket_tagging(Bucket=bucket, Tagging=tag_set(team="red", empty=""))
    assert tags_of(s3.get_bucket_tagging(Bucket=bucket)) == {"team": "red", "empty": ""}
    for _ in range(2):
        s3.delete_bucket_tagging(Bucket=bucket)
        with refused("NoSuchTagSet"):
            s3.get_bucket_tagging(Bucket=bucket)


def test_tags_go_with_their_bucket(s3, bucket):
    s3.put_bucket_tagging(Bucket=bucket, Tagging=tag_set(team="blue"))
    s3.delete_bucket(Bucket=bucket)
    s3.create_bucket(Bucket=bucket)
    with refused("NoSuchTagSet"):
        s3.get_bucket_tagging(Bucket=bucket)


WRONG_TAGS = {
    "The TagKey you have provided is invalid": [{"Key": "a<", "Value": ""}],
    "The TagValue you have provided is invalid": [{"Key": "a", "Value": "<"}],
    "Cannot provide multiple Tags with the same key": [{"Key": "a", "Value": "1"}, {"Key": "a", "Value": "2"}],
}


@pytest.mark.parametrize("message", WRONG_TAGS)
def test_wrong_tags_are_refused(s3, bucket, message):
    s3.put_object(Bucket=bucket, Key="key", Body=b"")
    wrong = {"TagSet": WRONG_TAGS[message]}
    with refused("InvalidTag", message, 400):
        s3.put_bucket_tagging(Bucket=bucket, Tagging=wrong)
    with refused("InvalidTag", message, 400):
        s3.put_object_tagging(Bucket=bucket, Key="key", Tagging=wrong)


def test_some_tags_are_aws_own_and_there_are_not_too_many(s3, bucket):
    s3.put_object(Bucket=bucket, Key="key", Body=b"")
    of_bucket = lambda tags: s3.put_bucket_tagging(Bucket=bucket, Tagging=tags)
    of_object = lambda tags: s3.put_object_tagging(Bucket=bucket, Key="key", Tagging=tags)
    with refused("InvalidTag", "System tags cannot be added/updated by requester", 400):
        of_bucket(tag_set(**{"aws:x": ""}))
    with refused("InvalidTag", "Your TagKey cannot be prefixed with aws:", 400):
        of_object(tag_set(**{"aws:x": ""}))
    for put, most, message in (
        (of_bucket, 50, "Bucket tag count cannot be greater than 50"),
        (of_object, 10, "Object tags cannot be greater than 10"),
    ):
        put(tag_set(**{f"k{number}": "" for number in range(most)}))
        with refused("BadRequest", message, 400):
            put(tag_set(**{f"k{number}": "" for number in range(most + 1)}))


def test_a_bucket_is_made_with_tags_by_who_may_tag(root):
    name = unique("bucket")
    arn, tags = f"arn:aws:s3:::{name}", [{"Key": "team", "Value": "blue"}]
    user = root.user(all_but("s3:TagResource"))
    make = lambda: user.client("s3").create_bucket(Bucket=name, CreateBucketConfiguration={"Tags": tags})
    with refused("AccessDenied", denied(user, "s3:TagResource", f'"{arn}"'), 403):
        make()
    blue = {"StringEquals": {"aws:RequestTag/team": "red"}}
    user.set_policy(statement("s3:CreateBucket", arn), statement("s3:TagResource", arn, Condition=blue))
    with refused("AccessDenied", denied(user, "s3:TagResource", f'"{arn}"'), 403):
        make()
    blue["StringEquals"]["aws:RequestTag/team"] = "blue"
    user.set_policy(statement("s3:CreateBucket", arn, Condition=blue), statement("s3:TagResource", arn, Condition=blue))
    make()
    assert root.client("s3").get_bucket_tagging(Bucket=name)["TagSet"] == tags


# Tags of objects


def test_an_objects_tags_change_without_the_object(s3, bucket):
    at = {"Bucket": bucket, "Key": "key"}
    made = s3.put_object(**at, Body=b"text", Metadata={"a": "b"}, Tagging="team=blue&cost=1")
    before = s3.head_object(**at)
    assert tags_of(s3.get_object_tagging(**at)) == {"team": "blue", "cost": "1"}
    s3.put_object_tagging(**at, Tagging=tag_set(team="red"))
    assert tags_of(s3.get_object_tagging(**at)) == {"team": "red"}
    after = s3.get_object(**at)
    assert after["Body"].read() == b"text" and after["ETag"] == made["ETag"] and after["TagCount"] == 1
    assert (after["Metadata"], after["LastModified"]) == ({"a": "b"}, before["LastModified"])
    for _ in range(2):
        s3.delete_object_tagging(**at)
        assert s3.get_object_tagging(**at)["TagSet"] == []
    assert "TagCount" not in s3.head_object(**at)


def test_how_many_tags_there_are_is_told_to_who_may_read_them(root, s3, bucket):
    at = {"Bucket": bucket, "Key": "key"}
    s3.put_object(**at, Body=b"", Tagging="team=blue&cost=1")
    user = root.user(all_but("s3:GetObjectTagging"))
    for method in ("get_object", "head_object"):
        assert "TagCount" not in getattr(user.client("s3"), method)(**at)
        assert getattr(s3, method)(**at)["TagCount"] == 2


def test_tags_of_what_is_not_there(root, s3, bucket):
    """404 for who may list the bucket, 403 for others."""
    at = {"Bucket": bucket, "Key": "nothing"}
    blind = root.user(all_but("s3:ListBucket"))
    for method, more in (
        ("get_object_tagging", {}), ("delete_object_tagging", {}), ("put_object_tagging", {"Tagging": tag_set(a="b")})
    ):
        with refused("NoSuchKey", "The specified key does not exist.", 404):
            getattr(s3, method)(**at, **more)
        with refused("AccessDenied", status=403):
            getattr(blind.client("s3"), method)(**at, **more)


def test_existing_tags_decide(root, s3, bucket):
    for key, tags in (("blue", "team=blue"), ("red", "team=red"), ("none", "")):
        s3.put_object(Bucket=bucket, Key=key, Body=b"", Tagging=tags)
    condition = {"StringEquals": {"s3:ExistingObjectTag/team": "blue"}}
    actions = ["s3:GetObject", "s3:GetObjectAcl", "s3:GetObjectTagging", "s3:PutObjectTagging", "s3:DeleteObjectTagging"]
    user = root.user(statement(actions, Condition=condition))
    mine = user.client("s3")
    calls = {
        "s3:GetObject": mine.get_object, "s3:GetObjectAcl": mine.get_object_acl,
        "s3:GetObjectTagging": mine.get_object_tagging,
        "s3:PutObjectTagging": lambda **at: mine.put_object_tagging(**at, Tagging=tag_set(team="blue", more="1")),
        "s3:DeleteObjectTagging": mine.delete_object_tagging,
    }
    for action, call in calls.items():
        for key in ("red", "none"):
            with refused("AccessDenied", denied(user, action, f'"arn:aws:s3:::{bucket}/{key}"'), 403):
                call(Bucket=bucket, Key=key)
        call(Bucket=bucket, Key="blue")
    # The last of these took the tag away.
    with refused("AccessDenied"):
        mine.get_object(Bucket=bucket, Key="blue")


def test_the_tags_of_a_request_decide(root, s3, bucket):
    at = {"Bucket": bucket, "Key": "key"}
    s3.put_object(**at, Body=b"", Tagging="team=red")
    user = root.user()
    put = lambda **tags: user.client("s3").put_object_tagging(**at, Tagging=tag_set(**tags))
    refusal = lambda: refused("AccessDenied", denied(user, "s3:PutObjectTagging", f'"arn:aws:s3:::{bucket}/key"'), 403)
    user.set_policy(
        statement("s3:PutObjectTagging", Condition={"StringEquals": {"s3:RequestObjectTag/team": "blue"}})
    )
    put(team="blue", more="1")
    for tags in ({"team": "red"}, {"more": "1"}, {}):
        with refusal():
            put(**tags)
    keys = {"ForAllValues:StringEquals": {"s3:RequestObjectTagKeys": ["team", "cost"]}}
    user.set_policy(statement("s3:PutObjectTagging", Condition=keys))
    put(team="red", cost="1")
    with refusal():
        put(team="red", secret="1")


# What is not built


@pytest.mark.parametrize(
    "method, more",
    [
        ("put_bucket_cors", {"CORSConfiguration": {"CORSRules": [{"AllowedMethods": ["GET"], "AllowedOrigins": ["*"]}]}}),
        ("put_bucket_website", {"WebsiteConfiguration": {"IndexDocument": {"Suffix": "index.html"}}}),
        (
            "put_bucket_lifecycle_configuration",
            {"LifecycleConfiguration": {"Rules": [{"Status": "Enabled", "Filter": {}, "Expiration": {"Days": 1}}]}},
        ),
        ("put_bucket_logging", {"BucketLoggingStatus": {}}),
        ("put_bucket_accelerate_configuration", {"AccelerateConfiguration": {"Status": "Enabled"}}),
        ("put_bucket_request_payment", {"RequestPaymentConfiguration": {"Payer": "Requester"}}),
        ("put_bucket_notification_configuration", {"NotificationConfiguration": {}}),
        (
            "put_bucket_encryption",
            {
                "ServerSideEncryptionConfiguration": {
                    "Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]
                }
            },
        ),
    ],
)
def test_what_cannot_be_set_is_said_to_be_missing(s3, bucket, method, more):
    with refused("NotImplemented", status=501):
        getattr(s3, method)(Bucket=bucket, **more)


def test_what_no_bucket_has_is_an_empty_answer(s3, bucket):
    empty = lambda answer: {name: value for name, value in answer.items() if name != "ResponseMetadata"}
    assert empty(s3.get_bucket_logging(Bucket=bucket)) == {}
    assert empty(s3.get_bucket_accelerate_configuration(Bucket=bucket)) == {}
    assert empty(s3.get_bucket_notification_configuration(Bucket=bucket)) == {}
    assert empty(s3.get_bucket_request_payment(Bucket=bucket)) == {"Payer": "BucketOwner"}
