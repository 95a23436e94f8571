"""Ways around a policy, and that there are none."""

import json

import pytest
from botocore.exceptions import ClientError

from conftest import policy, refused, statement, trusting, unique


def refusal(call, **arguments):
    """What the refused caller reads in its encoded authorization message."""
    with pytest.raises(ClientError) as caught:
        call(**arguments)
    return caught.value.response["ResponseMetadata"]["HTTPHeaders"]["x-deputy-authorization-message"]


def decoded(account, message):
    return account.client("sts").decode_authorization_message(EncodedMessage=message)["DecodedMessage"]


def test_a_refusal_does_not_tell_what_a_strangers_trust_policy_asks_for(root, other_root):
    asks = {"StringEquals": {"sts:ExternalId": "known-to-few"}}
    role = root.role(trusting({"AWS": other_root.id}, Condition=asks))
    stranger = other_root.user(statement("*"))
    call = stranger.client("sts").assume_role
    text = decoded(stranger, refusal(call, RoleArn=role, RoleSessionName="session", ExternalId="guessed"))
    assert "known-to-few" not in text and "sts:AssumeRole" in text


def test_a_refusal_does_not_tell_what_a_strangers_bucket_policy_asks_for(root, other_root):
    s3, bucket = root.client("s3"), unique("bucket")
    s3.create_bucket(Bucket=bucket)
    rule = {
        "Sid": "Partner", "Effect": "Allow", "Principal": {"AWS": other_root.id}, "Action": "s3:GetObject",
        "Resource": f"arn:aws:s3:::{bucket}/*", "Condition": {"StringEquals": {"aws:UserAgent": "known-to-few"}},
    }
    s3.put_bucket_policy(Bucket=bucket, Policy=policy(rule))
    text = decoded(other_root, refusal(other_root.client("s3").get_object, Bucket=bucket, Key="key"))
    assert "known-to-few" not in text and "Partner" not in text
    # The owner's own principals do learn it.
    user = root.user(statement("sts:DecodeAuthorizationMessage"))
    assert "Partner" in decoded(user, refusal(user.client("s3").get_object, Bucket=bucket, Key="key"))


def test_a_refusal_does_not_tell_which_tags_a_strangers_resource_has(root, other_root):
    tags = [{"Key": "CostCentre", "Value": "known-to-few"}]
    role = root.role(trusting({"AWS": root.id}), Tags=tags)
    s3, bucket = root.client("s3"), unique("bucket")
    s3.create_bucket(Bucket=bucket)
    s3.put_object(Bucket=bucket, Key="key", Body=b"", Tagging="CostCentre=known-to-few")
    # Its own policy asks for the tag, so that the explanation speaks of it.
    tagged = {f"{prefix}/CostCentre": "guessed" for prefix in ("aws:ResourceTag", "s3:ExistingObjectTag")}
    for condition in ({}, {"Condition": {"StringEquals": tagged}}):
        stranger = other_root.user(statement("sts:DecodeAuthorizationMessage"), statement("*", **condition))
        assume = stranger.client("sts").assume_role
        pairs = [
            (assume, [{"RoleArn": arn, "RoleSessionName": "session"} for arn in (role, role + "-none")]),
            (stranger.client("s3").get_object, [{"Bucket": bucket, "Key": key} for key in ("key", "none")]),
        ]
        for call, questions in pairs:
            found, missing = (json.loads(decoded(stranger, refusal(call, **question))) for question in questions)
            assert "known-to-few" not in json.dumps(found)
            keys = [[item["key"] for item in told["context"]["conditions"]["items"]] for told in (found, missing)]
            assert keys[0] == keys[1]
    # The owner's own principals do learn them.
    user = root.user(statement("sts:DecodeAuthorizationMessage"))
    assert "known-to-few" in decoded(user, refusal(user.client("s3").get_object, Bucket=bucket, Key="key"))


def test_a_bucket_of_ones_own_is_not_asked_for_with_the_policy_of_a_namesake(root, other_root):
    s3, bucket = root.client("s3"), unique("bucket")
    s3.create_bucket(Bucket=bucket)
    rule = {
        "Sid": "Partner", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": f"arn:aws:s3:::{bucket}",
        "Condition": {"StringNotEquals": {"aws:PrincipalTag/team": "known-to-few"}},
    }
    s3.put_bucket_policy(Bucket=bucket, Policy=policy(rule))
    stranger = other_root.user(statement("*"))
    with refused("BucketAlreadyExists"):
        stranger.client("s3").create_bucket(
            Bucket=bucket, CreateBucketConfiguration={"Tags": [{"Key": "Team", "Value": "retail"}]}
        )


def test_a_session_does_not_outlive_its_boundary_when_its_role_is_deleted(root, admin):
    s3, bucket, iam = root.client("s3"), unique("bucket"), root.client("iam")
    s3.create_bucket(Bucket=bucket)
    s3.put_object(Bucket=bucket, Key="key", Body=b"text")
    boundary = iam.create_policy(PolicyName=unique("boundary"), PolicyDocument=policy(statement("iam:GetUser")))
    role = root.role(trusting({"AWS": admin.id}), PermissionsBoundary=boundary["Policy"]["Arn"])
    session = admin.assume(role)
    rule = {"Effect": "Allow", "Principal": {"AWS": role}, "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{bucket}/*"}
    s3.put_bucket_policy(Bucket=bucket, Policy=policy(rule))
    with refused("AccessDenied"):
        session.client("s3").get_object(Bucket=bucket, Key="key")
    iam.delete_role(RoleName=role.rsplit("/")[-1])
    with refused("InvalidAccessKeyId", status=403):
        session.client("s3").get_object(Bucket=bucket, Key="key")


def test_another_partition_is_no_way_around_a_deny(root):
    name = unique("group").replace("-", "_")
    arn = root.client("forecast").create_dataset_group(DatasetGroupName=name, Domain="CUSTOM")["DatasetGroupArn"]
    user = root.user(statement("forecast:*"), statement("forecast:*", arn, "Deny"))
    for spelling in (arn, arn.replace("arn:aws:", "arn:aws-cn:")):
        with refused("AccessDeniedException"):
            user.client("forecast").describe_dataset_group(DatasetGroupArn=spelling)


def test_after_a_refused_upload_the_connection_tells_that_it_ends(root):
    s3, bucket = root.client("s3"), unique("bucket")
    s3.create_bucket(Bucket=bucket)
    for _ in range(10):
        with refused("NoSuchUpload"):
            s3.upload_part(Bucket=bucket, Key="key", UploadId="none", PartNumber=1, Body=b"text")
        assert s3.list_objects_v2(Bucket=bucket)["KeyCount"] == 0
