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
    assert fix["statement"] is None
    assert fix["place"] == "inline, statement NotThese"


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
