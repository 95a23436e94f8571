"""Two customers on one server: the service cannot be talked into using the role of one for the other.

What a trust policy without conditions leaves open, and that the source keys close it. `examples/confused_deputy` tells it
as a story, and is run here.
"""

import json
import re
import subprocess
import sys

import pytest

from conftest import ROOT, all_but, denied, environment, policy, refused, statement, trusting
from electricity import Place, name

FORECAST = {"Service": "forecast.amazonaws.com"}
ASSUMING = "User: forecast.amazonaws.com is not authorized to perform: sts:AssumeRole on resource: {}"
# What AWS's managed policy for Forecast says of passing roles: any, to Forecast.
PASS_ANY = statement("iam:PassRole", Condition={"StringEquals": {"iam:PassedToService": "forecast.amazonaws.com"}})


@pytest.fixture(scope="module")
def alba(root):
    """The data, and the role that reads it, of one customer."""
    return Place(root)


@pytest.fixture(scope="module")
def bruno(other_root):
    """The same of another customer, who wants the first one's."""
    return Place(other_root)


def trust(**conditions):
    return trusting(FORECAST, **({"Condition": conditions} if conditions else {}))


def start(caller, dataset, place, role, key="train/tts.csv"):
    """An import of somebody's data into a dataset, with a role."""
    source = {"S3Config": {"Path": f"s3://{place.bucket}/{key}", "RoleArn": role}}
    return caller.client("forecast").create_dataset_import_job(
        DatasetImportJobName=name("import"), DatasetArn=dataset, DataSource=source, TimestampFormat="yyyy-MM-dd HH:mm:ss",
    )["DatasetImportJobArn"]


def export(caller, place, role):
    """An export to somebody's bucket; roles are looked at before the forecast is."""
    caller.client("forecast").create_forecast_export_job(
        ForecastExportJobName=name("export"), ForecastArn=f"arn:aws:forecast:us-east-1:{caller.id}:forecast/none",
        Destination={"S3Config": {"Path": f"s3://{place.bucket}/out", "RoleArn": role}},
    )


# From account to account


TRUSTS = {
    "no condition": lambda alba, bruno: trust(),
    "her account": lambda alba, bruno: trust(StringEquals={"aws:SourceAccount": alba.id}),
    "his account": lambda alba, bruno: trust(StringEquals={"aws:SourceAccount": bruno.id}),
    "his resources": lambda alba, bruno: trust(ArnLike={"aws:SourceArn": f"arn:aws:forecast:*:{bruno.id}:*"}),
    "everybody": lambda alba, bruno: trusting({"AWS": "*"}),
}


@pytest.mark.parametrize("trusted", TRUSTS)
def test_a_role_of_another_account_is_not_taken(root, other_root, alba, bruno, trusted):
    """Whatever it trusts. The service refuses before it looks."""
    role = alba.make_role(trust=TRUSTS[trusted](root, other_root))
    message = f"Cross-account pass role is not allowed. The role {role} does not belong to account {other_root.id}"
    for caller in (other_root, other_root.user(statement("*"))):
        with refused("InvalidInputException", message, 400):
            start(caller, bruno.dataset(), alba, role)
        with refused("InvalidInputException", message, 400):
            export(caller, alba, role)


def test_who_may_not_call_learns_nothing_of_roles(other_root, alba, bruno):
    """The caller's own permission is asked for first."""
    user = other_root.user(all_but("forecast:CreateDatasetImportJob"))
    with refused("AccessDeniedException", status=400):
        start(user, bruno.dataset(), alba, alba.role)


def test_a_role_that_trusts_the_service_is_not_assumed_by_anybody_else(root, other_root, alba):
    role = alba.make_role(trust=trust())
    for user in (root.user(statement("*")), other_root.user(statement("*"))):
        message = f"User: {user.arn} is not authorized to perform: sts:AssumeRole on resource: {role}"
        with refused("AccessDenied", message, 403):
            user.assume(role)


def test_a_stranger_is_not_told_what_a_trust_policy_asks_for(other_root, alba):
    """The refusal is explained to the account whose policies they are."""
    role = alba.make_role(trust=trust(StringEquals={"aws:SourceAccount": "999988887777"}))
    user = other_root.user(statement("*"))
    with refused("AccessDenied") as caught:
        user.assume(role)
    encoded = caught.value.response["ResponseMetadata"]["HTTPHeaders"]["x-deputy-authorization-message"]
    decoded = user.client("sts").decode_authorization_message(EncodedMessage=encoded)["DecodedMessage"]
    assert "forecast.amazonaws.com" not in decoded and "999988887777" not in decoded
    assert json.loads(decoded)["context"]["resource"] == role


def failure(place, job):
    told = place.imported(job)
    assert told["Status"] == "CREATE_FAILED", told
    return told["Message"]


def test_a_role_of_his_own_does_not_reach_her_bucket(alba, bruno):
    own = bruno.make_role(access=statement("*"))
    assert failure(bruno, start(bruno.account, bruno.dataset(), alba, own)).endswith(": Access Denied")


SOURCES = {
    "her account": lambda alba: {"StringEquals": {"aws:SourceAccount": alba.id}},
    "her resources": lambda alba: {"ArnLike": {"aws:SourceArn": f"arn:aws:forecast:*:{alba.id}:*"}},
    "her dataset's imports": lambda alba: {
        "ArnLike": {"aws:SourceArn": f"arn:aws:forecast:us-east-1:{alba.id}:dataset-import-job/sales/*"}
    },
    "both": lambda alba: {
        "StringEquals": {"aws:SourceAccount": alba.id}, "ArnLike": {"aws:SourceArn": f"arn:aws:forecast:*:{alba.id}:*"}
    },
}


@pytest.mark.parametrize("asked", SOURCES)
def test_a_trust_for_her_resources_refuses_his(root, bruno, asked):
    """What would decide if the service took foreign roles: it acts for his dataset, says so, and is refused.

    The same trust on a role that he may pass shows it, and the same role without the condition works.
    """
    own = bruno.make_role(trust=trust(**SOURCES[asked](root)))
    message = failure(bruno, start(bruno.account, bruno.dataset(), bruno, own))
    assert message.endswith(ASSUMING.format(own))
    bruno.account.client("iam").update_assume_role_policy(
        RoleName=own.rsplit("/")[-1], PolicyDocument=policy(trust(StringEquals={"aws:SourceAccount": bruno.account.id}))
    )
    told = bruno.imported(start(bruno.account, bruno.dataset(), bruno, own))
    assert told["Status"] == "ACTIVE", told.get("Message")


# Within an account


class Contractor:
    """Bruno at work in Alba's account: a session of a role for him, with datasets of his own there."""

    def __init__(self, alba, other_root, *passing):
        account, self.prefix = alba.account, name("orders")
        self.rights = statement("forecast:*", f"arn:aws:forecast:*:{account.id}:dataset*/{self.prefix}*")
        self.role = account.role(trusting({"AWS": other_root.id}), self.rights, *passing)
        self.account = other_root.user(statement("sts:AssumeRole", self.role)).assume(self.role)

    def dataset(self):
        made = name(self.prefix)
        self.account.client("forecast").create_dataset(
            DatasetName=made, Domain="CUSTOM", DatasetType="TARGET_TIME_SERIES", DataFrequency="H",
            Schema={
                "Attributes": [
                    {"AttributeName": "item_id", "AttributeType": "string"},
                    {"AttributeName": "timestamp", "AttributeType": "timestamp"},
                    {"AttributeName": "target_value", "AttributeType": "float"},
                ]
            },
        )
        return f"arn:aws:forecast:us-east-1:{self.account.id}:dataset/{made}"


@pytest.fixture(scope="module")
def contractor(alba, other_root):
    return Contractor(alba, other_root, PASS_ANY)


def test_a_role_without_source_conditions_serves_whoever_may_pass_it(alba, contractor):
    """The abuse is real: no right to the bucket, and the numbers all the same."""
    with refused("AccessDenied", status=403):
        contractor.account.client("s3").get_object(Bucket=alba.bucket, Key="train/tts.csv")
    told = alba.imported(start(contractor.account, contractor.dataset(), alba, alba.make_role(trust=trust())))
    assert told["Status"] == "ACTIVE" and told["FieldStatistics"]["target_value"]["Avg"] > 0


def test_the_account_alone_does_not_tell_his_dataset_from_hers(root, alba, contractor):
    role = alba.make_role(trust=trust(StringEquals={"aws:SourceAccount": root.id}))
    assert alba.imported(start(contractor.account, contractor.dataset(), alba, role))["Status"] == "ACTIVE"


def test_the_source_arn_does(root, alba, contractor):
    dataset = alba.dataset()
    imports = f"arn:aws:forecast:us-east-1:{root.id}:dataset-import-job/{dataset.rsplit('/')[-1]}/*"
    role = alba.make_role(trust=trust(StringEquals={"aws:SourceAccount": root.id}, ArnLike={"aws:SourceArn": imports}))
    message = failure(alba, start(contractor.account, contractor.dataset(), alba, role))
    assert message.endswith(ASSUMING.format(role))
    told = alba.imported(start(root, dataset, alba, role))
    assert told["Status"] == "ACTIVE", told.get("Message")


def test_a_name_that_only_begins_alike_is_another(root, alba, contractor):
    """`sales` is not `sales_of_somebody_else`: the slash is part of the pattern."""
    mine = contractor.dataset()
    imports = f"arn:aws:forecast:us-east-1:{root.id}:dataset-import-job/{mine.rsplit('/')[-1][:-1]}/*"
    role = alba.make_role(trust=trust(ArnLike={"aws:SourceArn": imports}))
    assert failure(alba, start(contractor.account, mine, alba, role)).endswith(ASSUMING.format(role))


def test_he_cannot_import_into_the_dataset_the_role_is_for(root, alba, contractor):
    dataset = alba.dataset()
    with refused("AccessDeniedException", status=400) as caught:
        start(contractor.account, dataset, alba, alba.make_role(trust=trust()))
    assert "is not authorized to perform: forecast:CreateDatasetImportJob on resource: " in str(caught.value)


def test_a_role_is_passed_by_name(alba, other_root):
    """Without PASS_ANY the call is refused, and there is no job to be confused."""
    own = alba.make_role(access=statement("s3:ListAllMyBuckets"))
    narrow = Contractor(alba, other_root, statement("iam:PassRole", own))
    with refused("AccessDeniedException", denied(narrow.account, "iam:PassRole", alba.role), 400):
        start(narrow.account, narrow.dataset(), alba, alba.role)
    assert "s3:" in failure(alba, start(narrow.account, narrow.dataset(), alba, own))


# What a bucket policy can and cannot say


def bucket_rule(place, principal, **rest):
    arn = f"arn:aws:s3:::{place.bucket}"
    return [
        {"Effect": "Allow", "Principal": principal, "Action": action, "Resource": resource, **rest}
        for action, resource in (("s3:GetObject", f"{arn}/*"), ("s3:ListBucket", arn))
    ]


def test_a_bucket_that_is_open_to_the_service_is_open_to_nobody(root, other_root, bruno):
    """Forecast reads as the customer's role and never as itself, so there is no door for the other customer here."""
    alba = Place(root)
    alba.s3.put_bucket_policy(Bucket=alba.bucket, Policy=policy(*bucket_rule(alba, FORECAST)))
    own = bruno.make_role(access=statement("*"))
    assert failure(bruno, start(other_root, bruno.dataset(), alba, own)).endswith(": Access Denied")
    with refused("AccessDenied", "Access Denied", 403):
        other_root.client("s3").get_object(Bucket=alba.bucket, Key="train/tts.csv")


def test_the_session_of_a_role_carries_no_source(root):
    """The keys are asked for when the role is assumed. A bucket policy that asks for them again matches no read."""
    alba = Place(root)
    role = root.role(alba.trust())
    for condition, may in (({"StringEquals": {"aws:SourceAccount": root.id}}, False), (None, True)):
        rules = bucket_rule(alba, {"AWS": role}, **({"Condition": condition} if condition else {}))
        alba.s3.put_bucket_policy(Bucket=alba.bucket, Policy=policy(*rules))
        told = alba.imported(start(root, alba.dataset(), alba, role))
        assert told["Status"] == ("ACTIVE" if may else "CREATE_FAILED"), told.get("Message")


def test_a_bucket_shared_with_a_role_is_shared_with_whoever_passes_it(root, other_root, bruno):
    """Her policy names his role; who uses the role is decided in his account, by its trust and by PassRole."""
    alba = Place(root)
    partner = bruno.make_role(trust=trust(), access=statement("s3:*", f"arn:aws:s3:::{alba.bucket}*"))
    alba.s3.put_bucket_policy(Bucket=alba.bucket, Policy=policy(*bucket_rule(alba, {"AWS": partner})))
    intern = other_root.user(statement("forecast:*"), PASS_ANY)
    assert bruno.imported(start(intern, bruno.dataset(), alba, partner))["Status"] == "ACTIVE"
    agreed = bruno.dataset().rsplit("/")[-1]
    imports = f"arn:aws:forecast:us-east-1:{other_root.id}:dataset-import-job/{agreed}/*"
    other_root.client("iam").update_assume_role_policy(
        RoleName=partner.rsplit("/")[-1], PolicyDocument=policy(trust(ArnLike={"aws:SourceArn": imports}))
    )
    assert failure(bruno, start(intern, bruno.dataset(), alba, partner)).endswith(ASSUMING.format(partner))


def test_a_bucket_of_the_same_name_in_other_hands_is_told_by_its_owner(root, other_root):
    """She deletes her bucket, he takes the name and opens it to her role: `aws:ResourceAccount` keeps her exports home."""
    alba = Place(root)
    hers = {"StringEquals": {"aws:ResourceAccount": root.id}}
    open_role = alba.make_role()
    careful = alba.make_role(access={**alba.access(), "Condition": hers})
    alba.s3.delete_object(Bucket=alba.bucket, Key="train/tts.csv")
    alba.s3.delete_bucket(Bucket=alba.bucket)
    his = other_root.client("s3")
    his.create_bucket(Bucket=alba.bucket)
    his.put_object(Bucket=alba.bucket, Key="train/tts.csv", Body=b"client_10,2014-01-01 01:00:00,1\n")
    rules = [rule for role in (open_role, careful) for rule in bucket_rule(alba, {"AWS": role})]
    his.put_bucket_policy(Bucket=alba.bucket, Policy=policy(*rules))
    assert alba.imported(start(root, alba.dataset(), alba, open_role))["Status"] == "ACTIVE"
    message = failure(alba, start(root, alba.dataset(), alba, careful))
    assert "s3:" in message or message.endswith(": Access Denied")


# The story


def test_the_example_comes_out_as_told(server):
    script = ROOT / "examples" / "confused_deputy" / "run.py"
    command = [sys.executable, str(script), str(server.ready_file)]
    ran = subprocess.run(command, env=environment(), capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert re.findall(r"^(\d+)\. ", ran.stdout, re.M) == [str(number) for number in range(1, 11)]
    assert ran.stdout.endswith("Every step came out as told.\n")
