"""`deputy explain`: each kind of refusal, by each way to name it, with its fix."""

import json
import os

import pytest
from botocore.exceptions import ClientError

from conftest import all_but, environment, eventually, policy, statement, trusting, unique
from deputy import deputy

EVERYTHING = statement("*")
EXPLAIN = statement("sts:DecodeAuthorizationMessage")
ATTRIBUTES = [("item_id", "string"), ("timestamp", "timestamp"), ("target_value", "float")]
SCHEMA = {"Attributes": [{"AttributeName": name, "AttributeType": kind} for name, kind in ATTRIBUTES]}


class Refusal:
    """A refused call, as a client sees it."""

    def __init__(self, call):
        with pytest.raises(ClientError) as caught:
            call()
        response = caught.value.response
        headers = response["ResponseMetadata"]["HTTPHeaders"]
        self.id = response["ResponseMetadata"]["RequestId"]
        self.encoded = headers.get("x-deputy-authorization-message")
        self.shown = str(caught.value)
        self.message = response["Error"]["Message"]


@pytest.fixture
def refusal(root):
    user = root.user(all_but("iam:ListUsers"))
    refusal = Refusal(user.client("iam").list_users)
    refusal.user = user
    return refusal


def explained(account, *arguments, **more):
    return deputy(account, "explain", *arguments, **more).data


def test_a_refusal_is_found_by_whatever_a_client_has_of_it(root, refusal):
    event = explained(root, refusal.id)["eventId"]
    ways = [
        refusal.id,
        event,
        refusal.encoded,
        f"Encoded authorization failure message: {refusal.encoded}",
        f"<Error><RequestId>{refusal.id}</RequestId></Error>",
    ]
    for way in ways:
        found = explained(root, way)
        assert found["requestId"] == refusal.id, way
        assert found["context"]["action"] == "iam:ListUsers"
    for way in (refusal.shown, refusal.message, refusal.message.replace(" because", "\n  because")):
        assert explained(root, way)["message"] == refusal.message
    assert explained(root, "-", stdin=refusal.shown)["requestId"] == refusal.id


def test_the_words_lead_to_the_newest_refusal(root, refusal):
    later = Refusal(refusal.user.client("iam").list_users)
    assert explained(root, refusal.message)["requestId"] == later.id
    assert explained(root, refusal.id)["requestId"] == refusal.id


def test_boto3_and_the_aws_cli_take_ids_too(root, refusal):
    answer = root.client("sts").decode_authorization_message(EncodedMessage=refusal.id)
    assert json.loads(answer["DecodedMessage"])["requestId"] == refusal.id


def test_the_picture_names_action_principal_reason_and_gates(root, refusal):
    picture = deputy(root, "explain", refusal.id, "--output", "table").out
    assert picture.startswith("DENIED  iam:ListUsers   ")
    assert f"by      user/{refusal.user.name}" in picture
    assert "because no identity-based policy allows the iam:ListUsers action" in picture
    assert "identity policies     no match   inline, statement 1" in picture
    assert f"deputy explain {refusal.id} --fix" in picture
    assert "\x1b" not in picture
    assert "\x1b" in deputy(root, "explain", refusal.id, "--output", "table", "--color", "always").out


def test_details_of_a_refusal_are_a_permission(root, refusal):
    nobody = root.user()
    answer = deputy(nobody, "explain", refusal.id, code=4)
    assert answer.json["status"] == "denied"
    assert answer.json["error"]["code"] == "AccessDenied"
    assert "sts:DecodeAuthorizationMessage" in answer.json["error"]["hint"]
    nobody.set_policy(EXPLAIN)
    assert explained(nobody, refusal.id)["requestId"] == refusal.id


def test_refusals_stay_in_their_account(root, other_root, refusal):
    for way in (refusal.id, refusal.encoded, refusal.message):
        answer = deputy(other_root, "explain", way, code=1)
        assert answer.json["error"]["code"] == "NotFound"


def test_an_id_of_nothing_or_of_what_was_allowed_is_not_found(root):
    allowed = root.client("iam").list_users()["ResponseMetadata"]["RequestId"]
    for way in (allowed, "00000000-0000-4000-8000-000000000000", "something went wrong"):
        assert deputy(root, "explain", way, code=1).json["error"]["code"] == "NotFound"


def test_without_a_server_the_exit_code_is_5(root, tmp_path):
    unreachable = {"AWS_ENDPOINT_URL": "https://127.0.0.1:1"}
    assert deputy(root, "explain", "x", code=5, **unreachable).json["error"]["retryable"] is True
    nothing = {"AWS_ENDPOINT_URL": "", "XDG_STATE_HOME": str(tmp_path)}
    assert "deputy dev" in deputy(root, "explain", "x", code=5, **nothing).json["error"]["hint"]


def test_endpoint_and_keys_may_come_from_a_profile(root, refusal, tmp_path):
    told = root.environment()
    config, credentials = tmp_path / "config", tmp_path / "credentials"
    config.write_text(
        f"[default]\nregion = nowhere\n[profile deputy]\nendpoint_url = {told['AWS_ENDPOINT_URL']}\n"
        f"region = {told['AWS_REGION']}\nca_bundle = {told['AWS_CA_BUNDLE']}\n"
    )
    credentials.write_text(f"[deputy]\naws_access_key_id = {root.key}\naws_secret_access_key = {root.secret}\n")
    files = {"AWS_CONFIG_FILE": str(config), "AWS_SHARED_CREDENTIALS_FILE": str(credentials)}

    class Bare:
        def environment(self):
            return environment(**files)

    assert explained(Bare(), refusal.id, "--profile", "deputy")["requestId"] == refusal.id
    deputy(Bare(), "explain", refusal.id, "--profile", "another", code=2)


# What was refused, and what would allow it


def fix_of(root, refusal):
    return explained(root, refusal.id, "--fix")["fix"]


def test_a_missing_permission_belongs_into_an_identity_policy(root):
    user = root.user()
    fix = fix_of(root, Refusal(user.client("iam").list_users))
    assert fix["place"] == f"an identity policy of user/{user.name}"
    assert fix["statement"] == statement("iam:ListUsers", root.iam_arn("user/"))
    user.set_policy(fix["statement"])
    user.client("iam").list_users()


def test_a_role_is_passed_to_one_service_only(root):
    role = root.role(trusting({"Service": "forecast.amazonaws.com"}))
    user = root.user(statement("forecast:*"))
    client = user.client("forecast")

    def import_job():
        client.create_dataset_import_job(
            DatasetImportJobName="first", DatasetArn=f"arn:aws:forecast:us-east-1:{root.id}:dataset/d",
            DataSource={"S3Config": {"Path": "s3://any/train.csv", "RoleArn": role}},
        )

    refusal = Refusal(import_job)
    found = explained(root, refusal.id, "--fix")
    assert found["context"]["action"] == "iam:PassRole"
    condition = {"StringEquals": {"iam:PassedToService": "forecast.amazonaws.com"}}
    assert found["fix"]["statement"] == statement("iam:PassRole", role, Condition=condition)
    picture = deputy(root, "explain", refusal.id, "--output", "table").out
    assert "for     forecast:CreateDatasetImportJob" in picture


def test_an_explicit_deny_is_named_and_no_statement_is_offered(root):
    user = root.user(EVERYTHING, statement("iam:ListUsers", effect="Deny", Sid="NotThese"))
    fix = fix_of(root, Refusal(user.client("iam").list_users))
    assert fix["statement"] is None and fix["also"] == []
    assert fix["place"] == f"statement NotThese of the identity policy inline of user/{user.name}"


def test_a_boundary_is_named(root):
    user = root.user(EVERYTHING)
    iam = root.client("iam")
    made = iam.create_policy(PolicyName=unique("limit"), PolicyDocument=policy(statement("s3:*")))["Policy"]["Arn"]
    iam.put_user_permissions_boundary(UserName=user.name, PermissionsBoundary=made)
    refusal = Refusal(user.client("iam").list_users)
    fix = fix_of(root, refusal)
    assert fix["place"] == f"the permissions boundary of user/{user.name} ({made})"
    picture = deputy(root, "explain", refusal.id, "--output", "table", "--tree").out
    assert "because no permissions boundary allows" in picture
    assert "identity policies     allow" in picture
    tree = picture[picture.index("\n  identity policies\n"):]
    assert "✓ Allow  inline, statement 1   matches" in tree
    assert "Action differs" in tree and "wants  s3:*" in tree and "got    iam:ListUsers" in tree


def test_a_session_policy_is_named(root, admin):
    role = root.role(trusting({"AWS": root.id}), EVERYTHING)
    session = admin.assume(role, Policy=policy(statement("s3:*")))
    fix = fix_of(root, Refusal(session.client("iam").list_users))
    assert fix["place"].startswith("the session policy that the session of role/")


def test_a_misspelt_bucket_is_set_right(root, bucket):
    user = root.user(statement("s3:GetObject", f"arn:aws:s3:::{bucket[:-1]}/*"))
    refusal = Refusal(lambda: user.client("s3").get_object(Bucket=bucket, Key="train.csv"))
    change = fix_of(root, refusal)["change"]
    assert change["from"] == f"arn:aws:s3:::{bucket[:-1]}/*"
    assert change["to"] == f"arn:aws:s3:::{bucket}/*"
    assert "^ one letter short" in deputy(root, "explain", refusal.id, "--output", "table").out


def test_a_role_that_does_not_trust_gets_a_trust_statement(root):
    role = root.role(trusting({"Service": "forecast.amazonaws.com"}))
    user = root.user(EVERYTHING)
    fix = fix_of(root, Refusal(lambda: user.assume(role)))
    assert fix["place"] == f"the trust policy of {role.split(':')[-1]}"
    assert fix["statement"] == {"Effect": "Allow", "Principal": {"AWS": user.arn}, "Action": "sts:AssumeRole"}
    root.client("iam").update_assume_role_policy(
        RoleName=role.split("/")[-1], PolicyDocument=policy(fix["statement"])
    )
    user.assume(role)


def test_a_strangers_bucket_has_to_let_one_in(root, other_root):
    theirs = unique("bucket")
    other_root.client("s3").create_bucket(Bucket=theirs)
    user = root.user(EVERYTHING)
    refusal = Refusal(lambda: user.client("s3").get_object(Bucket=theirs, Key="k"))
    assert refusal.message == "Access Denied"
    fix = fix_of(root, refusal)
    assert fix["place"] == f"the bucket policy of {theirs}"
    assert fix["statement"]["Principal"] == {"AWS": user.arn}
    assert "bucket policy         not shown" in deputy(root, "explain", refusal.id, "--output", "table").out
    deputy(other_root, "explain", refusal.id, code=1)


def test_what_a_service_was_refused_in_a_job_is_found_by_the_jobs_message(root, admin, bucket):
    elsewhere = {"StringEquals": {"aws:SourceAccount": "999999999999"}}
    trust = trusting({"Service": "forecast.amazonaws.com"}, Condition=elsewhere)
    role = root.role(trust, statement("s3:*"))
    forecast = admin.client("forecast")
    dataset = forecast.create_dataset(
        DatasetName=unique("d").replace("-", "_"), Domain="CUSTOM", DatasetType="TARGET_TIME_SERIES",
        DataFrequency="H", Schema=SCHEMA,
    )["DatasetArn"]
    job = forecast.create_dataset_import_job(
        DatasetImportJobName="first", DatasetArn=dataset, TimestampFormat="yyyy-MM-dd HH:mm:ss",
        DataSource={"S3Config": {"Path": f"s3://{bucket}/train.csv", "RoleArn": role}},
    )["DatasetImportJobArn"]

    def failed():
        answer = forecast.describe_dataset_import_job(DatasetImportJobArn=job)
        return answer["Status"] == "CREATE_FAILED" and answer["Message"]

    found = explained(root, eventually(failed), "--fix")
    assert found["context"]["action"] == "sts:AssumeRole"
    assert found["sourceArn"] == job
    assert found["fix"]["change"] == {
        "statement": f"{role.split('/')[-1]}, statement 1",
        "element": "StringEquals aws:SourceAccount",
        "from": "999999999999",
        "to": root.id,
    }
    assert found["fix"]["statement"]["Condition"]["StringEquals"] == {"aws:SourceAccount": root.id}
    assert os.path.basename(job) in deputy(root, "explain", found["requestId"], "--output", "table").out


# Every fix is proved: what is printed is applied, and the call repeated


def allow_again(root, refusal, call, **apply):
    """Applies the fix of a refusal by the way that each place has in `apply`, and repeats the call."""
    fix = fix_of(root, refusal)
    parts = [fix, *fix["also"]] if fix["statement"] else fix["also"]
    if fix["spare"]:
        apply["spare"](fix["spare"])
    for part in parts:
        kind = next(kind for kind in apply if kind.replace("_", " ") in part["place"])
        apply[kind](part["statement"])
    call()
    return fix


def add_inline(root, user):
    count = iter(range(9))
    return lambda statement: root.client("iam").put_user_policy(
        UserName=user.name, PolicyName=f"fix-{next(count)}", PolicyDocument=policy(statement)
    )


def add_version(root, arn, *before):
    return lambda statement: root.client("iam").create_policy_version(
        PolicyArn=arn, PolicyDocument=policy(*before, statement), SetAsDefault=True
    )


def test_a_missing_boundary_statement_and_identity_statement_are_both_told(root):
    limit = statement("s3:*")
    user, iam = root.user(), root.client("iam")
    made = iam.create_policy(PolicyName=unique("limit"), PolicyDocument=policy(limit))["Policy"]["Arn"]
    iam.put_user_permissions_boundary(UserName=user.name, PermissionsBoundary=made)
    fix = allow_again(
        root, Refusal(user.client("iam").list_users), user.client("iam").list_users,
        identity_policy=add_inline(root, user), permissions_boundary=add_version(root, made, limit),
    )
    assert [fix["place"], *(part["place"] for part in fix["also"])] == [
        f"an identity policy of user/{user.name}", f"the permissions boundary of user/{user.name} ({made})",
    ]
    lines = deputy(root, "explain", Refusal(root.user().client("iam").list_users).id, "--fix", "--output", "table").out
    assert "add     to an identity policy of user/" in lines


def test_a_boundary_alone_is_widened(root):
    limit = statement("s3:*")
    user, iam = root.user(EVERYTHING), root.client("iam")
    made = iam.create_policy(PolicyName=unique("limit"), PolicyDocument=policy(limit))["Policy"]["Arn"]
    iam.put_user_permissions_boundary(UserName=user.name, PermissionsBoundary=made)
    call = user.client("iam").list_users
    fix = allow_again(root, Refusal(call), call, permissions_boundary=add_version(root, made, limit))
    assert fix["also"] == []


def test_a_session_is_made_again_with_a_wider_policy(root, admin):
    role = root.role(trusting({"AWS": root.id}), EVERYTHING)
    narrow = statement("s3:*")
    refusal = Refusal(admin.assume(role, Policy=policy(narrow)).client("iam").list_users)
    wider = {}
    allow_again(
        root, refusal, lambda: admin.assume(role, Policy=policy(narrow, wider["also"])).client("iam").list_users(),
        session_policy=lambda statement: wider.update(also=statement),
    )


def test_a_role_with_a_path_and_a_session_policy_needs_three(root, admin):
    role = root.role(trusting({"AWS": root.id}), name=unique("deep"), Path="/a/b/")
    refusal = Refusal(admin.assume(role, Policy=policy(statement("s3:*"))).client("iam").list_users)
    session = []

    def put(statement):
        root.client("iam").put_role_policy(RoleName=role.split("/")[-1], PolicyName="fix", PolicyDocument=policy(statement))

    allow_again(
        root, refusal, lambda: admin.assume(role, Policy=policy(*session)).client("iam").list_users(),
        identity_policy=put, session_policy=session.append,
    )


@pytest.mark.parametrize("who", ["user", "role", "role with a path"])
def test_a_denying_bucket_policy_is_made_to_spare_the_caller(root, admin, bucket, who):
    admin.client("s3").put_object(Bucket=bucket, Key="k", Body=b"1")
    if who == "user":
        caller = root.user()
    else:
        path = {"Path": "/deep/"} if "path" in who else {}
        caller = admin.assume(root.role(trusting({"AWS": root.id}), **path))
    deny = {"Sid": "Closed", "Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{bucket}/*"}
    s3 = root.client("s3")
    s3.put_bucket_policy(Bucket=bucket, Policy=policy(deny))
    call = lambda: caller.client("s3").get_object(Bucket=bucket, Key="k")

    def spare(change):
        assert change["place"] == f"statement Closed of the bucket policy of {bucket}"
        s3.put_bucket_policy(Bucket=bucket, Policy=policy({**deny, "Condition": change["condition"]}))

    def identity(statement):
        if who == "user":
            return add_inline(root, caller)(statement)
        name = caller.arn.split("/")[1]
        root.client("iam").put_role_policy(RoleName=name, PolicyName="fix", PolicyDocument=policy(statement))

    allow_again(root, Refusal(call), call, spare=spare, identity_policy=identity)
    # Everybody else is still kept out.
    with pytest.raises(ClientError):
        root.user(EVERYTHING).client("s3").get_object(Bucket=bucket, Key="k")


def test_a_denying_identity_policy_is_made_to_spare_the_caller(root):
    deny = statement("iam:ListUsers", effect="Deny", Sid="NotThese")
    user = root.user(EVERYTHING, deny)

    def spare(change):
        user.set_policy(EVERYTHING, {**deny, "Condition": change["condition"]})

    call = user.client("iam").list_users
    fix = allow_again(root, Refusal(call), call, spare=spare)
    assert fix["also"] == []
    user.set_policy(EVERYTHING, deny)
    shown = deputy(root, "explain", Refusal(call).id, "--fix", "--output", "table").out
    assert f"change  statement NotThese of the identity policy inline of user/{user.name}\n" in shown
    assert f'"Condition": {{"ArnNotEquals":{{"aws:PrincipalArn":"{user.arn}"}}}}' in shown


def test_an_object_key_with_wildcards_is_given_alone(root, admin, bucket):
    s3 = admin.client("s3")
    for key in ("a*b", "axxb"):
        s3.put_object(Bucket=bucket, Key=key, Body=b"1")
    user = root.user()
    get = lambda key: user.client("s3").get_object(Bucket=bucket, Key=key)
    allow_again(root, Refusal(lambda: get("a*b")), lambda: get("a*b"), identity_policy=add_inline(root, user))
    with pytest.raises(ClientError):
        get("axxb")


def test_a_misspelt_value_is_changed_as_printed(root, admin, bucket):
    admin.client("s3").put_object(Bucket=bucket, Key="k", Body=b"1")
    user = root.user(statement("s3:GetObject", f"arn:aws:s3:::{bucket[:-1]}/*"))
    call = lambda: user.client("s3").get_object(Bucket=bucket, Key="k")
    change = fix_of(root, Refusal(call))["change"]
    user.set_policy(json.loads(json.dumps(statement("s3:GetObject", change["from"])).replace(change["from"], change["to"])))
    call()


def test_across_accounts_both_sides_are_told(root, other_root):
    theirs, user = unique("bucket"), root.user()
    s3 = other_root.client("s3")
    s3.create_bucket(Bucket=theirs)
    s3.put_object(Bucket=theirs, Key="k", Body=b"1")
    call = lambda: user.client("s3").get_object(Bucket=theirs, Key="k")
    fix = allow_again(
        root, Refusal(call), call, identity_policy=add_inline(root, user),
        bucket_policy=lambda statement: s3.put_bucket_policy(Bucket=theirs, Policy=policy(statement)),
    )
    assert any("two accounts" in note for note in fix["notes"])


def test_a_foreign_role_needs_trust_and_permission(root, other_root):
    user = root.user()
    role = other_root.role(trusting({"Service": "ec2.amazonaws.com"}))
    call = lambda: user.assume(role)
    allow_again(
        root, Refusal(call), call, identity_policy=add_inline(root, user),
        trust_policy=lambda statement: other_root.client("iam").update_assume_role_policy(
            RoleName=role.split("/")[-1], PolicyDocument=policy(statement)
        ),
    )


def test_a_passed_role_is_passed_after_the_fix(root):
    role = root.role(trusting({"Service": "forecast.amazonaws.com"}))
    user = root.user(statement("forecast:*"))

    def import_job():
        try:
            user.client("forecast").create_dataset_import_job(
                DatasetImportJobName="first", DatasetArn=f"arn:aws:forecast:us-east-1:{root.id}:dataset/d",
                DataSource={"S3Config": {"Path": "s3://any/train.csv", "RoleArn": role}},
            )
        except ClientError as error:
            # The dataset is not there, which is asked after the gate.
            if error.response["Error"]["Code"] != "ResourceNotFoundException":
                raise

    allow_again(root, Refusal(import_job), import_job, identity_policy=add_inline(root, user))


def test_a_condition_that_is_not_met_is_told_beside_the_statement(root):
    mfa = {"Bool": {"aws:MultiFactorAuthPresent": "true"}}
    user = root.user(statement("iam:ListUsers", Condition=mfa))
    fix = fix_of(root, Refusal(user.client("iam").list_users))
    assert fix["notes"] == [
        "inline, statement 1 would allow it where Bool aws:MultiFactorAuthPresent true; the request had no such key"
    ]
