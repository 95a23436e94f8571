"""Buckets: making, finding, listing, deleting; and the permission of every S3 operation."""

import pytest
from botocore import xform_name

from conftest import ACCOUNT, all_but, denied, policy, refused, statement, unique
from permissions import served


@pytest.fixture
def s3(admin):
    return admin.client("s3")


def test_a_bucket_is_made_found_listed_and_deleted(s3):
    name = unique("bucket")
    made = s3.create_bucket(Bucket=name)
    assert made["Location"] == f"/{name}"
    headers = s3.head_bucket(Bucket=name)["ResponseMetadata"]["HTTPHeaders"]
    assert headers["x-amz-bucket-region"] == "us-east-1"
    assert s3.get_bucket_location(Bucket=name)["LocationConstraint"] is None
    listed = s3.list_buckets(Prefix=name)["Buckets"]
    assert [bucket["Name"] for bucket in listed] == [name] and listed[0]["CreationDate"]
    s3.delete_bucket(Bucket=name)
    with refused("404"):
        s3.head_bucket(Bucket=name)
    with refused("NoSuchBucket", "The specified bucket does not exist", 404):
        s3.list_objects_v2(Bucket=name)


def test_making_ones_own_bucket_again_changes_nothing(s3, bucket):
    """In us-east-1 only ("CreateBucket" in the API reference)."""
    s3.put_object(Bucket=bucket, Key="k", Body=b"x")
    s3.create_bucket(Bucket=bucket)
    assert s3.get_object(Bucket=bucket, Key="k")["Body"].read() == b"x"


def test_elsewhere_making_ones_own_bucket_again_is_refused(admin):
    s3, name = admin.client("s3", region="eu-west-1"), unique("bucket")
    configuration = {"LocationConstraint": "eu-west-1"}
    s3.create_bucket(Bucket=name, CreateBucketConfiguration=configuration)
    assert s3.get_bucket_location(Bucket=name)["LocationConstraint"] == "eu-west-1"
    with refused("BucketAlreadyOwnedByYou", status=409):
        s3.create_bucket(Bucket=name, CreateBucketConfiguration=configuration)
    s3.put_object(Bucket=name, Key="k", Body=b"x")
    assert s3.get_object(Bucket=name, Key="k")["Body"].read() == b"x"


def test_a_client_of_another_region_is_sent_to_the_buckets(admin):
    name, there = unique("bucket"), admin.client("s3", region="eu-west-1")
    there.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    there.put_object(Bucket=name, Key="k", Body=b"x")
    assert admin.client("s3").get_object(Bucket=name, Key="k")["Body"].read() == b"x"


def test_a_name_is_one_owners_only(other_root, bucket):
    with refused("BucketAlreadyExists", status=409):
        other_root.client("s3").create_bucket(Bucket=bucket)


@pytest.mark.parametrize(
    "name",
    [
        "ab",
        "x" * 64,
        "Upper-Case",
        "under_score",
        "two..dots",
        "-dash",
        "dash-",
        "192.168.5.4",
        "xn--name",
        "x-s3alias",
    ],
)
def test_names_keep_to_the_rules(s3, name):
    with refused("InvalidBucketName", "The specified bucket is not valid.", 400):
        s3.create_bucket(Bucket=name)


@pytest.mark.parametrize("name", ["abc", "with.dots-and-dashes.0", "0" * 63])
def test_names_at_the_edge_of_the_rules(s3, name):
    s3.create_bucket(Bucket=name)
    s3.head_bucket(Bucket=name)


def test_a_bucket_with_objects_is_not_deleted(s3, bucket):
    s3.put_object(Bucket=bucket, Key="k", Body=b"")
    with refused("BucketNotEmpty", "The bucket you tried to delete is not empty", 409):
        s3.delete_bucket(Bucket=bucket)
    s3.delete_object(Bucket=bucket, Key="k")
    s3.delete_bucket(Bucket=bucket)
    with refused("NoSuchBucket", status=404):
        s3.delete_bucket(Bucket=bucket)


def test_a_list_shows_ones_own_in_pages(s3, other_root):
    prefix = unique("paged")
    for number in range(5):
        s3.create_bucket(Bucket=f"{prefix}-{number}")
    other_root.client("s3").create_bucket(Bucket=f"{prefix}-other")
    first = s3.list_buckets(Prefix=prefix, MaxBuckets=2)
    assert len(first["Buckets"]) == 2 and first["ContinuationToken"]
    pages = s3.get_paginator("list_buckets").paginate(Prefix=prefix, PaginationConfig={"PageSize": 2})
    names = [bucket["Name"] for page in pages for bucket in page["Buckets"]]
    assert names == [f"{prefix}-{number}" for number in range(5)]
    assert s3.list_buckets()["Owner"]["ID"]


def test_the_owner_that_is_expected_must_be_the_owner(root, other_root, s3, bucket):
    s3.list_objects_v2(Bucket=bucket, ExpectedBucketOwner=root.id)
    with refused("AccessDenied", status=403):
        s3.list_objects_v2(Bucket=bucket, ExpectedBucketOwner=other_root.id)


def test_a_stranger_learns_nothing_but_that_there_is_one(other_root, bucket):
    stranger = other_root.client("s3")
    with refused("403"):
        stranger.head_bucket(Bucket=bucket)
    with refused("AccessDenied", "Access Denied", 403):
        stranger.list_objects_v2(Bucket=bucket)
    with refused("AccessDenied", "Access Denied", 403):
        stranger.delete_bucket(Bucket=bucket)


# The permission of each operation.


class Place:
    """A bucket with an object and a multipart upload."""

    def __init__(self, account):
        s3 = account.client("s3")
        self.bucket = unique("bucket")
        s3.create_bucket(Bucket=self.bucket)
        s3.put_object(Bucket=self.bucket, Key="key", Body=b"text")
        self.upload = s3.create_multipart_upload(Bucket=self.bucket, Key="big")["UploadId"]
        part = s3.upload_part(Bucket=self.bucket, Key="big", UploadId=self.upload, PartNumber=1, Body=b"part")
        self.parts = {"Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]}
        self.arn = f"arn:aws:s3:::{self.bucket}"
        self.key = {"Bucket": self.bucket, "Key": "key"}
        self.big = {"Bucket": self.bucket, "Key": "big", "UploadId": self.upload}
        self.source = {"CopySource": {"Bucket": self.bucket, "Key": "key"}}
        self.s3 = s3

    def owners_list(self):
        """The access control list that every bucket has."""
        acl = self.s3.get_bucket_acl(Bucket=self.bucket)
        return {"Owner": acl["Owner"], "Grants": acl["Grants"]}


# method: (action, resource after the bucket's ARN, arguments)
OPERATIONS = {
    "ListBuckets": ("s3:ListAllMyBuckets", None, lambda place: {}),
    "DeleteBucket": ("s3:DeleteBucket", "", None),
    "HeadBucket": ("s3:ListBucket", "", lambda place: {"Bucket": place.bucket}),
    "GetBucketLocation": ("s3:GetBucketLocation", "", lambda place: {"Bucket": place.bucket}),
    "PutObject": ("s3:PutObject", "/key", lambda place: {**place.key, "Body": b"x"}),
    "GetObject": ("s3:GetObject", "/key", lambda place: place.key),
    "HeadObject": ("s3:GetObject", "/key", lambda place: place.key),
    "DeleteObject": ("s3:DeleteObject", "/key", lambda place: place.key),
    "ListObjects": ("s3:ListBucket", "", lambda place: {"Bucket": place.bucket}),
    "ListObjectsV2": ("s3:ListBucket", "", lambda place: {"Bucket": place.bucket}),
    "CreateMultipartUpload": ("s3:PutObject", "/key", lambda place: place.key),
    "UploadPart": ("s3:PutObject", "/big", lambda place: {**place.big, "PartNumber": 2, "Body": b"x"}),
    "CompleteMultipartUpload": ("s3:PutObject", "/big", lambda place: {**place.big, "MultipartUpload": place.parts}),
    "AbortMultipartUpload": ("s3:AbortMultipartUpload", "/big", lambda place: place.big),
    "ListParts": ("s3:ListMultipartUploadParts", "/big", lambda place: place.big),
    "ListMultipartUploads": ("s3:ListBucketMultipartUploads", "", lambda place: {"Bucket": place.bucket}),
    "PutBucketPolicy": ("s3:PutBucketPolicy", "", lambda place: {"Bucket": place.bucket, "Policy": own_policy(place)}),
    "GetBucketPolicy": ("s3:GetBucketPolicy", "", lambda place: {"Bucket": place.bucket}),
    "DeleteBucketPolicy": ("s3:DeleteBucketPolicy", "", lambda place: {"Bucket": place.bucket}),
    "GetBucketPolicyStatus": ("s3:GetBucketPolicyStatus", "", lambda place: {"Bucket": place.bucket}),
    "PutPublicAccessBlock": (
        "s3:PutBucketPublicAccessBlock", "", lambda place: {"Bucket": place.bucket, "PublicAccessBlockConfiguration": {}}
    ),
    "GetPublicAccessBlock": ("s3:GetBucketPublicAccessBlock", "", lambda place: {"Bucket": place.bucket}),
    "DeletePublicAccessBlock": ("s3:PutBucketPublicAccessBlock", "", lambda place: {"Bucket": place.bucket}),
    "PutBucketOwnershipControls": (
        "s3:PutBucketOwnershipControls", "",
        lambda place: {"Bucket": place.bucket, "OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}},
    ),
    "GetBucketOwnershipControls": ("s3:GetBucketOwnershipControls", "", lambda place: {"Bucket": place.bucket}),
    "DeleteBucketOwnershipControls": ("s3:PutBucketOwnershipControls", "", lambda place: {"Bucket": place.bucket}),
    "PutBucketAcl": (
        "s3:PutBucketAcl", "", lambda place: {"Bucket": place.bucket, "AccessControlPolicy": place.owners_list()}
    ),
    "GetBucketAcl": ("s3:GetBucketAcl", "", lambda place: {"Bucket": place.bucket}),
    "PutObjectAcl": ("s3:PutObjectAcl", "/key", lambda place: {**place.key, "ACL": "bucket-owner-full-control"}),
    "GetObjectAcl": ("s3:GetObjectAcl", "/key", lambda place: place.key),
    "PutBucketTagging": ("s3:PutBucketTagging", "", lambda place: {"Bucket": place.bucket, "Tagging": TAGGING}),
    "GetBucketTagging": ("s3:GetBucketTagging", "", lambda place: {"Bucket": place.bucket}),
    "DeleteBucketTagging": ("s3:PutBucketTagging", "", lambda place: {"Bucket": place.bucket}),
    "PutObjectTagging": ("s3:PutObjectTagging", "/key", lambda place: {**place.key, "Tagging": TAGGING}),
    "GetObjectTagging": ("s3:GetObjectTagging", "/key", lambda place: place.key),
    "DeleteObjectTagging": ("s3:DeleteObjectTagging", "/key", lambda place: place.key),
    "PutBucketVersioning": (
        "s3:PutBucketVersioning", "",
        lambda place: {"Bucket": place.bucket, "VersioningConfiguration": {"Status": "Enabled"}},
    ),
    "ListObjectVersions": ("s3:ListBucketVersions", "", lambda place: {"Bucket": place.bucket}),
    "GetBucketVersioning": ("s3:GetBucketVersioning", "", lambda place: {"Bucket": place.bucket}),
    "GetBucketLogging": ("s3:GetBucketLogging", "", lambda place: {"Bucket": place.bucket}),
    "GetBucketAccelerateConfiguration": ("s3:GetAccelerateConfiguration", "", lambda place: {"Bucket": place.bucket}),
    "GetBucketRequestPayment": ("s3:GetBucketRequestPayment", "", lambda place: {"Bucket": place.bucket}),
    "GetBucketNotificationConfiguration": ("s3:GetBucketNotification", "", lambda place: {"Bucket": place.bucket}),
    "GetBucketCors": ("s3:GetBucketCORS", "", lambda place: {"Bucket": place.bucket}),
    "GetBucketWebsite": ("s3:GetBucketWebsite", "", lambda place: {"Bucket": place.bucket}),
    "GetBucketLifecycleConfiguration": ("s3:GetLifecycleConfiguration", "", lambda place: {"Bucket": place.bucket}),
    "GetBucketReplication": ("s3:GetReplicationConfiguration", "", lambda place: {"Bucket": place.bucket}),
    "GetObjectLockConfiguration": ("s3:GetBucketObjectLockConfiguration", "", lambda place: {"Bucket": place.bucket}),
    "GetBucketEncryption": ("s3:GetEncryptionConfiguration", "", lambda place: {"Bucket": place.bucket}),
}
# What no bucket has: who may ask is told so, in these words.
UNSET = {
    "GetBucketCors": ("NoSuchCORSConfiguration", "The CORS configuration does not exist"),
    "GetBucketWebsite": (
        "NoSuchWebsiteConfiguration", "The specified bucket does not have a website configuration"
    ),
    "GetBucketLifecycleConfiguration": (
        "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist"
    ),
    "GetBucketReplication": (
        "ReplicationConfigurationNotFoundError", "The replication configuration was not found"
    ),
    "GetObjectLockConfiguration": (
        "ObjectLockConfigurationNotFoundError", "Object Lock configuration does not exist for this bucket"
    ),
    "GetBucketEncryption": (
        "ServerSideEncryptionConfigurationNotFoundError", "The server side encryption configuration was not found"
    ),
}
TAGGING = {"TagSet": [{"Key": "team", "Value": "blue"}]}
ELSEWHERE = {"CreateBucket", "CopyObject", "UploadPartCopy", "DeleteObjects"}


def own_policy(place):
    return policy(
        {"Effect": "Allow", "Principal": {"AWS": ACCOUNT}, "Action": "s3:GetObject", "Resource": f"{place.arn}/*"}
    )


def test_every_served_operation_is_among_these_tests():
    assert {*OPERATIONS, *ELSEWHERE} == served("s3")


@pytest.mark.parametrize("operation", OPERATIONS)
def test_each_operation_needs_its_permission_and_no_other(root, operation):
    action, tail, arguments = OPERATIONS[operation]
    place = Place(root)
    if operation in ("GetBucketPolicy", "GetBucketPolicyStatus"):
        place.s3.put_bucket_policy(Bucket=place.bucket, Policy=own_policy(place))
    if operation == "GetBucketTagging":
        place.s3.put_bucket_tagging(Bucket=place.bucket, Tagging=TAGGING)
    if operation == "DeleteBucket":
        empty = unique("bucket")
        root.client("s3").create_bucket(Bucket=empty)
        place.arn, arguments = f"arn:aws:s3:::{empty}", lambda place: {"Bucket": empty}
    user = root.user(all_but(action))
    call = getattr(user.client("s3"), xform_name(operation))
    reason = f"because no identity-based policy allows the {action} action"
    text = f"User: {user.arn} is not authorized to perform: {action} "
    text += reason if tail is None else f'on resource: "{place.arn}{tail}" {reason}'
    head = operation.startswith("Head")
    with refused("403" if head else "AccessDenied", None if head else text, 403):
        call(**arguments(place))
    user.set_policy(statement(action, "*" if tail is None else place.arn + tail))
    if operation in UNSET:
        with refused(*UNSET[operation], 404):
            call(**arguments(place))
        return
    call(**arguments(place))


def test_making_a_bucket_needs_its_permission(root):
    user, name = root.user(all_but("s3:CreateBucket")), unique("bucket")
    with refused("AccessDenied", denied(user, "s3:CreateBucket", f'"arn:aws:s3:::{name}"'), 403):
        user.client("s3").create_bucket(Bucket=name)
    user.set_policy(statement("s3:CreateBucket", f"arn:aws:s3:::{name}"))
    user.client("s3").create_bucket(Bucket=name)


@pytest.mark.parametrize("operation", ["copy_object", "upload_part_copy"])
def test_copying_needs_reading_there_and_writing_here(root, operation):
    place, target = Place(root), Place(root)
    goal = {"Bucket": target.bucket, "Key": "copy"}
    if operation == "upload_part_copy":
        goal = {**target.big, "PartNumber": 2}
    read = statement("s3:GetObject", f"{place.arn}/key")
    write = statement("s3:PutObject", f"{target.arn}/{goal['Key']}")
    user = root.user()
    call = getattr(user.client("s3"), operation)
    for rights, missing, resource in (
        ([write], "s3:GetObject", f"{place.arn}/key"),
        ([read], "s3:PutObject", f"{target.arn}/{goal['Key']}"),
    ):
        user.set_policy(*rights)
        with refused("AccessDenied", denied(user, missing, f'"{resource}"'), 403):
            call(**goal, **place.source)
    user.set_policy(read, write)
    call(**goal, **place.source)


def test_deleting_many_is_decided_for_each_key(root):
    place = Place(root)
    user = root.user(statement("s3:DeleteObject", f"{place.arn}/mine/*"))
    root.client("s3").put_object(Bucket=place.bucket, Key="mine/1", Body=b"")
    keys = [{"Key": "mine/1"}, {"Key": "key"}]
    answer = user.client("s3").delete_objects(Bucket=place.bucket, Delete={"Objects": keys})
    assert [entry["Key"] for entry in answer["Deleted"]] == ["mine/1"]
    error, = answer["Errors"]
    assert (error["Key"], error["Code"]) == ("key", "AccessDenied")
    root.client("s3").head_object(**place.key)
