"""`deputy simulate`, `who-can` and `can`: the same decisions as the server's, made without doing anything."""

import json
import re

import pytest
from botocore import UNSIGNED
from botocore.exceptions import ClientError

from conftest import eventually, policy, statement, trusting, unique
from deputy import deputy

EVERYTHING = statement("*")
ATTRIBUTES = [("item_id", "string"), ("timestamp", "timestamp"), ("target_value", "float")]
SCHEMA = {"Attributes": [{"AttributeName": name, "AttributeType": kind} for name, kind in ATTRIBUTES]}


def simulated(account, **flags):
    """What `simulate` answers."""
    arguments = []
    for name, values in flags.items():
        for value in values if isinstance(values, list) else [values]:
            arguments += [f"--{name.replace('_', '-')}", value]
    return deputy(account, "simulate", *arguments).data


def refused_with(call):
    """The message of the refusal, or None if the call was let through, whatever became of it."""
    try:
        call()
    except ClientError as error:
        if error.response["Error"]["Code"].startswith("AccessDenied"):
            return error.response["Error"]["Message"]
        if error.response["ResponseMetadata"]["HTTPStatusCode"] == 403 and error.response["Error"]["Code"] == "403":
            return "Access Denied"
    return None


def agree(root, principal, call, **question):
    """The server and the simulation decide alike, and give the same reason."""
    message = refused_with(call)
    answer = simulated(root, principal=principal, **question)
    assert answer["allowed"] == (message is None), (question, message, answer)
    if message is not None and message != "Access Denied":
        # Some services name the resource in their own way.
        assert reason(answer["message"]) == reason(message), question
    return answer["allowed"]


def reason(message):
    """What follows the resource in a refusal."""
    return re.split("(?= because | with an explicit deny )", message)[1:]


@pytest.fixture(scope="module")
def setting(root, admin):
    """A bucket with a policy, and principals of many kinds."""
    bucket = unique("simulated")
    s3, iam = admin.client("s3"), root.client("iam")
    s3.create_bucket(Bucket=bucket)
    s3.put_object(Bucket=bucket, Key="in/1", Body=b"1")
    objects = f"arn:aws:s3:::{bucket}/*"
    boundary = iam.create_policy(
        PolicyName=unique("limit"), PolicyDocument=policy(statement(["s3:Get*", "iam:List*", "sts:*"]))
    )["Policy"]["Arn"]

    def bounded(user):
        iam.put_user_permissions_boundary(UserName=user.name, PermissionsBoundary=boundary)
        return user

    managed = root.user()
    iam.attach_user_policy(UserName=managed.name, PolicyArn=boundary)
    tagged = root.user(
        statement("s3:GetObject", objects, Condition={"StringEquals": {"aws:PrincipalTag/team": "blue"}}),
        statement("iam:ListUsers", Condition={"StringEquals": {"aws:username": "${aws:username}"}}),
    )
    iam.tag_user(UserName=tagged.name, Tags=[{"Key": "team", "Value": "blue"}])
    role = root.role(trusting({"AWS": root.id}), statement("s3:GetObject", f"arn:aws:s3:::{bucket}/in/*"))
    principals = {
        "root": root,
        "nobody": root.user(),
        "everything": root.user(EVERYTHING),
        "reader": root.user(statement("s3:GetObject", objects)),
        "denied": root.user(EVERYTHING, statement("s3:*", effect="Deny")),
        "bounded": bounded(root.user(EVERYTHING)),
        "only bounded": bounded(root.user()),
        "managed": managed,
        "tagged": tagged,
        "over TLS": root.user(statement("s3:*", Condition={"Bool": {"aws:SecureTransport": "true"}})),
        "elsewhere": root.user(statement("*", Condition={"StringEquals": {"aws:RequestedRegion": "eu-west-1"}})),
        "with MFA": root.user(statement("*", Condition={"Bool": {"aws:MultiFactorAuthPresent": "true"}})),
        "named": root.user(),
        "shut out": root.user(EVERYTHING),
        "session": admin.assume(role, "session"),
    }
    for name, account in principals.items():
        account.named = account.id if name == "root" else account.arn
    s3.put_bucket_policy(
        Bucket=bucket,
        Policy=policy(
            {"Effect": "Allow", "Principal": {"AWS": principals["named"].arn}, "Action": "s3:GetObject", "Resource": objects},
            {"Effect": "Deny", "Principal": {"AWS": principals["shut out"].arn}, "Action": "s3:*", "Resource": objects},
        ),
    )
    principals["session"].named = principals["session"].arn
    return bucket, principals, role


def cases(bucket, role):
    """Actions on resources, and how each is called."""
    s3 = f"arn:aws:s3:::{bucket}"
    account = role.split(":")[4]
    return {
        ("s3:GetObject", f"{s3}/in/1"): lambda who: who.client("s3").get_object(Bucket=bucket, Key="in/1"),
        ("s3:PutObject", f"{s3}/out/1"): lambda who: who.client("s3").put_object(Bucket=bucket, Key="out/1", Body=b"1"),
        ("s3:ListBucket", s3): lambda who: who.client("s3").list_objects_v2(Bucket=bucket),
        ("iam:ListUsers", f"arn:aws:iam::{account}:user/"): lambda who: who.client("iam").list_users(),
        ("iam:GetRole", role): lambda who: who.client("iam").get_role(RoleName=role.split("/")[-1]),
        ("sts:AssumeRole", role): lambda who: who.client("sts").assume_role(RoleArn=role, RoleSessionName="session"),
        ("sts:DecodeAuthorizationMessage", "*"): lambda who: who.client("sts").decode_authorization_message(
            EncodedMessage="x"
        ),
    }


def test_the_server_and_the_simulation_decide_alike(root, setting):
    bucket, principals, role = setting
    outcomes = []
    for principal in principals.values():
        for (action, resource), call in cases(bucket, role).items():
            allowed = agree(root, principal.named, lambda: call(principal), action=action, resource=resource)
            outcomes.append(allowed)
    assert 30 < sum(outcomes) < len(outcomes) - 30


def test_across_accounts_what_cannot_be_read_can_be_given(root, other_root, tmp_path):
    theirs = unique("theirs")
    s3 = other_root.client("s3")
    s3.create_bucket(Bucket=theirs)
    user = root.user(EVERYTHING)
    document = policy({"Effect": "Allow", "Principal": {"AWS": user.arn}, "Action": "s3:*", "Resource": f"arn:aws:s3:::{theirs}/*"})
    given = tmp_path / "bucket.json"
    given.write_text(document)
    question = dict(action="s3:PutObject", resource=f"arn:aws:s3:::{theirs}/k", resource_account=other_root.id)
    put = lambda: user.client("s3").put_object(Bucket=theirs, Key="k", Body=b"")
    assert agree(root, user.arn, put, **question) is False
    s3.put_bucket_policy(Bucket=theirs, Policy=document)
    assert agree(root, user.arn, put, resource_policy=str(given), **question) is True


# Services


def trust_for(account, source):
    return {
        "StringEquals": {"aws:SourceAccount": account},
        "ArnLike": {"aws:SourceArn": source},
    }


@pytest.mark.parametrize(
    "account, source, expect",
    [
        ("{own}", "arn:aws:forecast:us-east-1:{own}:*", True),
        ("{own}", "arn:aws:forecast:us-east-1:{own}:dataset-import-job/*", True),
        ("999999999999", "arn:aws:forecast:us-east-1:{own}:*", False),
        ("{own}", "arn:aws:forecast:eu-west-1:{own}:*", False),
        ("{own}", "arn:aws:forecast:us-east-1:{own}:predictor/*", False),
    ],
)
def test_a_service_is_trusted_as_in_a_real_job(root, admin, bucket, account, source, expect):
    condition = trust_for(account.format(own=root.id), source.format(own=root.id))
    role = root.role(trusting({"Service": "forecast.amazonaws.com"}, Condition=condition), statement("s3:*"))
    forecast = admin.client("forecast")
    dataset = forecast.create_dataset(
        DatasetName=unique("d").replace("-", "_"), Domain="CUSTOM", DatasetType="TARGET_TIME_SERIES",
        DataFrequency="H", Schema=SCHEMA,
    )["DatasetArn"]
    admin.client("s3").put_object(Bucket=bucket, Key="train.csv", Body=b"a,2024-01-01 00:00:00,1\n")
    job = forecast.create_dataset_import_job(
        DatasetImportJobName="first", DatasetArn=dataset, TimestampFormat="yyyy-MM-dd HH:mm:ss",
        DataSource={"S3Config": {"Path": f"s3://{bucket}/train.csv", "RoleArn": role}},
    )["DatasetImportJobArn"]

    def settled():
        answer = forecast.describe_dataset_import_job(DatasetImportJobArn=job)
        return answer["Status"] in ("ACTIVE", "CREATE_FAILED") and answer

    answer = eventually(settled)
    assert (answer["Status"] == "ACTIVE") == expect, answer.get("Message")
    alone = simulated(root, as_service="forecast", source_arn=job, action="sts:AssumeRole", resource=role)
    assert alone["allowed"] == expect
    # And with the role that the service then has: both steps.
    both = simulated(
        root, principal=role, as_service="forecast", source_arn=job, action="s3:GetObject",
        resource=f"arn:aws:s3:::{bucket}/train.csv",
    )
    assert both["allowed"] == expect
    assert [step["action"] for step in both["steps"]] == ["sts:AssumeRole", "s3:GetObject"][: 1 + expect]


def test_a_service_without_a_source_is_told_apart(root):
    role = root.role(trusting({"Service": "forecast.amazonaws.com"}, Condition=trust_for(root.id, "arn:aws:forecast:*:*:*")))
    question = dict(as_service="forecast", action="sts:AssumeRole", resource=role)
    answer = deputy(root, "simulate", "--as-service", "forecast", "--action", "sts:AssumeRole", "--resource", role)
    assert answer.data["allowed"] is False
    assert "aws:sourceaccount" in answer.json["warnings"][0]
    source = f"arn:aws:forecast:us-east-1:{root.id}:predictor/p"
    assert simulated(root, **question, source_arn=source)["allowed"] is True
    assert simulated(root, **question, source_arn=source, source_account=root.id)["allowed"] is True
    assert simulated(root, **question, source_arn=source, source_account="999999999999")["allowed"] is False


def test_a_users_call_through_a_service_shows_as_such(root):
    user = root.user(statement("s3:*", Condition={"StringEquals": {"aws:CalledViaLast": "forecast.amazonaws.com"}}))
    question = dict(principal=f"user/{user.name}", action="s3:GetObject", resource="arn:aws:s3:::any/k")
    assert simulated(root, **question)["allowed"] is False
    assert simulated(root, **question, as_service="forecast")["allowed"] is True


# What if


def test_policies_of_files_are_tried_and_nothing_is_stored(root, tmp_path):
    user = root.user()
    write = lambda name, *statements: (tmp_path / name).write_text(policy(*statements)) and str(tmp_path / name)
    allow, limit = write("allow.json", EVERYTHING), write("limit.json", statement("s3:Get*"))
    question = dict(principal=user.arn, action="s3:PutObject", resource="arn:aws:s3:::any/k")
    assert simulated(root, **question)["layer"] == "identity"
    assert simulated(root, **question, policy=allow)["allowed"] is True
    assert simulated(root, **question, policy=allow, boundary=limit)["layer"] == "boundary"
    role = root.role(trusting({"AWS": root.id}), EVERYTHING)
    assert simulated(root, **{**question, "principal": role}, session=limit)["layer"] == "session"
    named = ["--principal", user.arn, "--action", "s3:PutObject", "--session", limit]
    assert "role" in deputy(root, "simulate", *named, code=2).json["error"]["hint"]
    assert root.client("iam").list_user_policies(UserName=user.name)["PolicyNames"] == []


def test_a_role_that_only_trusts_a_service_is_assumed_by_no_administrator(root, admin, tmp_path):
    role = root.role(trusting({"Service": "forecast.amazonaws.com"}))
    question = dict(principal=admin.arn, action="sts:AssumeRole", resource=role)
    assert agree(root, admin.arn, lambda: admin.assume(role), action="sts:AssumeRole", resource=role) is False
    trust = tmp_path / "trust.json"
    trust.write_text(policy(trusting({"AWS": root.id})))
    assert simulated(root, **question, trust_policy=str(trust))["allowed"] is True


def test_an_object_under_a_key_needs_the_key_too(root, bucket, tmp_path):
    user = root.user(statement("s3:GetObject", "*"))
    key = tmp_path / "key.json"
    via = {"StringEquals": {"kms:ViaService": "s3.us-east-1.amazonaws.com"}}
    grants = lambda **more: policy(
        {"Effect": "Allow", "Principal": {"AWS": user.arn}, "Action": "kms:Decrypt", "Resource": "*", **more}
    )
    question = dict(principal=user.arn, action="s3:GetObject", resource=f"arn:aws:s3:::{bucket}/k", key_policy=str(key))
    key.write_text(grants(Condition=via))
    assert simulated(root, **question)["allowed"] is True
    key.write_text(grants().replace(user.arn, f"arn:aws:iam::{root.id}:root"))
    answer = simulated(root, **question)
    assert (answer["allowed"], answer["steps"][-1]["action"]) == (False, "kms:Decrypt")


def test_context_is_given_and_missing_keys_are_named(root):
    user = root.user(statement("s3:ListBucket", Condition={"StringLike": {"s3:prefix": "in/*"}}))
    arguments = ["simulate", "--principal", user.arn, "--action", "s3:ListBucket", "--resource", "arn:aws:s3:::any"]
    answer = deputy(root, *arguments)
    assert answer.data["allowed"] is False
    assert "s3:prefix" in answer.json["warnings"][-1]
    assert deputy(root, *arguments, "--context", "s3:prefix=in/2024").data["allowed"] is True


def test_an_expectation_that_is_not_met_is_exit_code_3(root):
    user = root.user(statement("s3:GetObject"))
    arguments = ["simulate", "--principal", user.arn, "--resource", "arn:aws:s3:::any/k", "--action"]
    deputy(root, *arguments, "s3:GetObject", "--expect", "allowed")
    deputy(root, *arguments, "s3:PutObject", "--expect", "denied")
    answer = deputy(root, *arguments, "s3:PutObject", "--expect", "allowed", code=3)
    assert answer.json["status"] == "unexpected"
    assert "is not authorized to perform: s3:PutObject" in answer.json["error"]["message"]
    deputy(root, *arguments, "s3:GetObject", "--expect", "denied", code=3)
    assert deputy(root, *arguments, "s3:PutObject", "--output", "text").out == "implicitDeny\tidentity\n"


def test_what_may_not_be_read_is_not_guessed(root):
    nobody = root.user()
    answer = deputy(nobody, "simulate", "--principal", nobody.arn, "--action", "s3:GetObject", code=4)
    assert "iam:GetUser" in answer.json["error"]["message"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--principal", "arn:aws:iam::{own}:oidc/x", "--action", "s3:GetObject"],
        ["--principal", "forecast", "--action", "GetObject"],
        ["--principal", "forecast", "--action", "s3:GetObject", "--context", "novalue"],
        ["--principal", "forecast", "--action", "s3:GetObject", "--policy", "/nonexistent"],
        ["--action", "s3:GetObject"],
    ],
)
def test_what_makes_no_sense_is_exit_code_2(root, arguments):
    deputy(root, "simulate", *[argument.format(own=root.id) for argument in arguments], code=2)


def test_a_policy_of_a_file_has_to_be_one(root, tmp_path):
    broken = tmp_path / "broken.json"
    broken.write_text('{"Version": "2012-10-17", "Statement": [}')
    question = ["simulate", "--principal", root.id, "--action", "s3:GetObject", "--policy", broken]
    assert "broken.json" in deputy(root, *question, code=2).json["error"]["message"]


def test_the_picture_of_an_allowed_call_names_what_allows(root):
    user = root.user(statement("s3:GetObject"))
    arguments = ["--principal", user.arn, "--action", "s3:GetObject", "--resource", "arn:aws:s3:::any/k"]
    picture = deputy(root, "simulate", *arguments, "--output", "table").out
    assert picture.startswith("ALLOWED  s3:GetObject   arn:aws:s3:::any/k\n")
    assert "identity policies     allow      inline, statement 1" in picture


# Who can


def who_can(account, *arguments):
    principals = deputy(account, "who-can", *arguments).data["principals"]
    return {found["principal"]: found for found in principals}


def test_whoever_may_is_listed_and_nobody_else(root, setting):
    bucket, principals, role = setting
    found = who_can(root, "s3:GetObject", f"arn:aws:s3:::{bucket}/in/1")
    call = cases(bucket, role)["s3:GetObject", f"arn:aws:s3:::{bucket}/in/1"]
    for name, principal in principals.items():
        arn = {"root": root.iam_arn("root"), "session": role}.get(name, principal.named)
        allowed = refused_with(lambda: call(principal)) is None
        access = found.get(arn, {}).get("access")
        assert (access == "allowed") == allowed, (name, access)
    mfa = found[principals["with MFA"].arn]
    assert mfa["conditions"] == [{"operator": "Bool", "key": "aws:MultiFactorAuthPresent", "values": ["true"]}]
    assert found[principals["named"].arn]["by"] == [f"arn:aws:s3:::{bucket}, statement 1"]


def test_trust_lists_services_and_other_accounts(root, other_root):
    source = trust_for(root.id, f"arn:aws:forecast:us-east-1:{root.id}:*")
    stranger = other_root.user()
    role = root.role(trusting({"Service": "forecast.amazonaws.com"}, Condition=source))
    trust = policy(
        trusting({"Service": "forecast.amazonaws.com"}, Condition=source),
        trusting({"AWS": [other_root.id, stranger.arn]}),
    )
    root.client("iam").update_assume_role_policy(RoleName=role.split("/")[-1], PolicyDocument=trust)
    found = who_can(root, "sts:AssumeRole", role)
    assert {at["key"] for at in found["forecast.amazonaws.com"]["conditions"]} == {"aws:SourceAccount", "aws:SourceArn"}
    assert found[stranger.arn]["kind"] == "foreign"
    assert [at["kind"] for at in found.values() if other_root.id in at["principal"]] == ["account", "foreign"]
    assert all(at["kind"] not in ("user", "role", "root") for at in found.values())
    lines = deputy(root, "who-can", "sts:AssumeRole", role, "--output", "table").out
    assert "allowed if" in lines and f"StringEquals aws:SourceAccount {root.id}" in lines


# Can


def can(account, *arguments):
    return deputy(account, "can", *arguments).data


def test_a_principal_may_what_its_policies_and_boundary_both_allow(root):
    user = root.user(statement(["s3:*", "iam:List*"], "*"), statement("s3:Delete*", effect="Deny"))
    iam = root.client("iam")
    limit = policy(statement(["s3:Get*", "s3:Delete*"], "arn:aws:s3:::books/*"), statement("iam:*"))
    boundary = iam.create_policy(PolicyName=unique("limit"), PolicyDocument=limit)["Policy"]["Arn"]
    iam.put_user_permissions_boundary(UserName=user.name, PermissionsBoundary=boundary)
    document = can(root, user.arn)["policy"]
    assert document["Statement"] == [
        statement("iam:List*"),
        statement(["s3:Delete*", "s3:Get*"], "arn:aws:s3:::books/*"),
        statement("s3:Delete*", effect="Deny"),
    ]


def test_the_merged_policy_decides_as_the_principals_own_do(root, setting, tmp_path):
    bucket, principals, role = setting
    nobody = principals["nobody"]
    for name, principal in principals.items():
        if name in ("root", "nobody"):
            continue
        document = can(root, role if name == "session" else principal.named)["policy"]
        if not document["Statement"]:
            continue
        merged = tmp_path / "merged.json"
        merged.write_text(json.dumps(document))
        for action, resource in cases(bucket, role):
            if action in ("iam:GetRole", "iam:ListUsers", "s3:PutObject"):
                question = dict(action=action, resource=resource)
                own = simulated(root, principal=principal.named, **question)
                if own["layer"] == "resource" or name == "tagged":
                    continue
                same = simulated(root, principal=nobody.arn, policy=str(merged), **question)
                assert same["allowed"] == own["allowed"], (name, question, document)


def test_a_restricted_bucket_is_closed_to_the_public_in_both(root, admin):
    """`anonymous` is simulated as the server decides, whatever public access is set to."""
    bucket, s3 = unique("public"), admin.client("s3")
    s3.create_bucket(Bucket=bucket)
    s3.put_object(Bucket=bucket, Key="key", Body=b"text")
    s3.delete_public_access_block(Bucket=bucket)
    rule = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{bucket}/*"}
    s3.put_bucket_policy(Bucket=bucket, Policy=policy(rule))
    unsigned = root.fresh_client("s3", signature_version=UNSIGNED)
    question = dict(principal="anonymous", action="s3:GetObject", resource=f"arn:aws:s3:::{bucket}/key")
    for restricted in (False, True):
        if restricted:
            configuration = {"RestrictPublicBuckets": True}
            s3.put_public_access_block(Bucket=bucket, PublicAccessBlockConfiguration=configuration)
        refusal = refused_with(lambda: unsigned.get_object(Bucket=bucket, Key="key"))
        assert (refusal is not None) == restricted
        assert simulated(root, **question)["allowed"] == (not restricted)
