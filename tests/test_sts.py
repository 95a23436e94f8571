"""Who the caller is, sessions of roles, and why something was refused."""

import datetime
import json
import re
import ssl
import urllib.error
import urllib.request

import boto3
import botocore
import botocore.config
import botocore.session
import pytest
from botocore.credentials import Credentials
from botocore.exceptions import ClientError
from botocore.model import ServiceId
from botocore.signers import RequestSigner

from conftest import Account, all_but, denied, eventually, policy, refused, statement, trusting, unique
from permissions import served

EVERYTHING = statement("*")
REFUSED = "User: {} is not authorized to perform: {} on resource: {}"


def sts(account):
    return account.client("sts")


def test_every_served_operation_is_among_these_tests():
    assert served("sts") == {
        "GetCallerIdentity", "AssumeRole", "AssumeRoleWithWebIdentity", "AssumeRoleWithSAML", "GetSessionToken",
        "GetFederationToken", "GetAccessKeyInfo", "DecodeAuthorizationMessage",
    }


# GetCallerIdentity


def test_the_root_user_is_itself(root):
    answer = sts(root).get_caller_identity()
    assert (answer["UserId"], answer["Account"], answer["Arn"]) == (root.id, root.id, root.iam_arn("root"))


def test_a_user_needs_no_permission_to_know_itself_and_cannot_be_denied(root):
    user = root.user(statement("sts:GetCallerIdentity", effect="Deny"))
    answer = sts(user).get_caller_identity()
    user_id = root.client("iam").get_user(UserName=user.name)["User"]["UserId"]
    assert (answer["UserId"], answer["Account"], answer["Arn"]) == (user_id, root.id, user.arn)


def test_a_session_is_told_without_the_path_of_its_role(root, admin):
    role = root.role(trusting({"AWS": root.id}), Path="/some/path/")
    session = admin.assume(role, "my.session@home")
    name = role.rsplit("/")[-1]
    role_id = root.client("iam").get_role(RoleName=name)["Role"]["RoleId"]
    answer = sts(session).get_caller_identity()
    assert answer["UserId"] == f"{role_id}:my.session@home" and answer["Account"] == root.id
    assert answer["Arn"] == f"arn:aws:sts::{root.id}:assumed-role/{name}/my.session@home"


def test_a_presigned_address_tells_who_signed_it(root):
    """As clusters authenticate their users: the address is the token, for one cluster."""
    user = root.user()
    signer = RequestSigner(
        ServiceId("sts"), "us-east-1", "sts", "v4", Credentials(user.key, user.secret), botocore.session.get_session().get_component("event_emitter"),
    )
    request = {
        "method": "GET", "url": f"{root.ready['endpoint']}/?Action=GetCallerIdentity&Version=2011-06-15",
        "body": {}, "headers": {"x-k8s-aws-id": "ours"}, "context": {},
    }
    url = signer.generate_presigned_url(request, region_name="us-east-1", expires_in=60, operation_name="")
    assert user.arn in fetched(root, url, {"x-k8s-aws-id": "ours"})
    for headers in ({"x-k8s-aws-id": "theirs"}, {}):
        with pytest.raises(urllib.error.HTTPError) as caught:
            fetched(root, url, headers)
        assert caught.value.code == 403 and b"<Code>SignatureDoesNotMatch</Code>" in caught.value.read()
    by_get = sts(user).generate_presigned_url("get_caller_identity", ExpiresIn=60, HttpMethod="GET")
    assert user.arn in fetched(root, by_get, {})
    # Who may not be told from a deleted key.
    root.client("iam").update_access_key(UserName=user.name, AccessKeyId=user.key, Status="Inactive")
    with pytest.raises(urllib.error.HTTPError) as caught:
        fetched(root, by_get, {})
    assert caught.value.code == 403 and b"<Code>InvalidClientTokenId</Code>" in caught.value.read()


def fetched(account, url, headers):
    trusted = ssl.create_default_context(cafile=account.ready["ca_bundle"])
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers), context=trusted) as answer:
        return answer.read().decode()


# AssumeRole: who may


def test_an_assumed_role_is_answered_like_this(root, admin):
    role = root.role(trusting({"AWS": root.id}))
    answer = admin.assume(role, "s1").answer
    assert set(answer) == {"Credentials", "AssumedRoleUser", "ResponseMetadata"}
    keys = answer["Credentials"]
    assert keys["AccessKeyId"].startswith("ASIA") and len(keys["AccessKeyId"]) == 20
    lasts = keys["Expiration"] - datetime.datetime.now(datetime.timezone.utc)
    assert datetime.timedelta(minutes=59) < lasts <= datetime.timedelta(hours=1)
    assert answer["AssumedRoleUser"]["AssumedRoleId"].startswith("AROA")


ALLOWED, REFUSED_BY_TRUST, NO_IDENTITY = "allowed", "refused by trust", "no identity"
# Trust names / identity policy: 4.6 of the evaluation. `{user}` is the caller's ARN, `{account}` its account.
MATRIX = [
    ({"AWS": "{user}"}, [], ALLOWED),
    ({"AWS": "{user}"}, [statement("sts:AssumeRole")], ALLOWED),
    ({"AWS": "*"}, [], ALLOWED),
    ({"AWS": "{account}"}, [], NO_IDENTITY),
    ({"AWS": "{account}"}, [statement("sts:AssumeRole")], ALLOWED),
    ({"AWS": "arn:aws:iam::{account}:root"}, [EVERYTHING], ALLOWED),
    ({"Service": "forecast.amazonaws.com"}, [EVERYTHING], REFUSED_BY_TRUST),
    ({"AWS": "444455556666"}, [EVERYTHING], REFUSED_BY_TRUST),
    ({"AWS": "{user}"}, [EVERYTHING, statement("sts:AssumeRole", effect="Deny")], "explicit"),
]


@pytest.mark.parametrize("principal, statements, expect", MATRIX)
def test_trust_and_identity_in_one_account(root, principal, statements, expect):
    user = root.user(*statements)
    (kind, name), = principal.items()
    role = root.role(trusting({kind: name.format(user=user.arn, account=root.id)}))
    if expect == ALLOWED:
        user.assume(role)
        return
    with refused("AccessDenied", status=403) as caught:
        user.assume(role)
    message = caught.value.response["Error"]["Message"]
    base = REFUSED.format(user.arn, "sts:AssumeRole", role)
    if expect == REFUSED_BY_TRUST:
        assert message == base
    if expect == NO_IDENTITY:
        assert message.startswith(base)
    if expect == "explicit":
        assert message == f"{base} with an explicit deny in an identity-based policy"


@pytest.mark.parametrize("trusted, permitted, expect", [(1, 1, True), (1, 0, False), (0, 1, False), (0, 0, False)])
def test_across_accounts_both_sides_must_agree(root, other_root, trusted, permitted, expect):
    role = other_root.role(trusting({"AWS": root.id if trusted else other_root.id}))
    user = root.user(*[statement("sts:AssumeRole", role)] * permitted)
    if expect:
        assert user.assume(role).id == other_root.id
        return
    with refused("AccessDenied", status=403):
        user.assume(role)


def test_across_accounts_naming_the_user_does_not_replace_its_permission(root, other_root):
    user = root.user()
    role = other_root.role(trusting({"AWS": user.arn}))
    with refused("AccessDenied", status=403):
        user.assume(role)
    user.set_policy(statement("sts:AssumeRole", role))
    user.assume(role)


def test_root_assumes_no_roles(root):
    role = root.role(trusting({"AWS": root.id}))
    with refused("AccessDenied", "Roles may not be assumed by root accounts.", 403):
        root.assume(role)


def test_a_role_that_is_not_there_is_refused_like_one_that_does_not_trust(root, admin):
    role = root.iam_arn("role/no-such-role")
    with refused("AccessDenied", REFUSED.format(admin.arn, "sts:AssumeRole", role), 403):
        admin.assume(role)


def test_the_external_id_keeps_strangers_out(root, other_root):
    condition = {"StringEquals": {"sts:ExternalId": "contract-7"}}
    role = other_root.role(trusting({"AWS": root.id}, Condition=condition))
    user = root.user(EVERYTHING)
    for given in ({}, {"ExternalId": "contract-8"}):
        with refused("AccessDenied", status=403):
            user.assume(role, **given)
    user.assume(role, ExternalId="contract-7")


def test_a_trust_policy_may_ask_for_the_session_name(root):
    condition = {"StringLike": {"sts:RoleSessionName": "${aws:username}"}}
    user = root.user()
    role = root.role(trusting({"AWS": user.arn}, Condition=condition))
    with refused("AccessDenied"):
        user.assume(role, "somebody")
    user.assume(role, user.name)


# AssumeRole: what the session may


def test_a_session_may_what_its_role_may(root, admin):
    session = admin.assume(root.role(trusting({"AWS": root.id}), statement("iam:ListRoles")))
    session.client("iam").list_roles()
    with refused("AccessDenied", denied(session, "iam:ListUsers", root.iam_arn("user/"))):
        session.client("iam").list_users()


def test_a_session_policy_only_takes_away(root, admin):
    role = root.role(trusting({"AWS": root.id}), statement(["iam:ListRoles", "iam:ListUsers"]))
    session = admin.assume(role, Policy=policy(statement(["iam:ListRoles", "iam:ListPolicies"])))
    session.client("iam").list_roles()
    reason = "because no session policy allows the iam:ListUsers action"
    with refused("AccessDenied", denied(session, "iam:ListUsers", root.iam_arn("user/"), reason)):
        session.client("iam").list_users()
    with refused("AccessDenied", denied(session, "iam:ListPolicies", "policy path /")):
        session.client("iam").list_policies()
    assert 0 < session.answer["PackedPolicySize"] <= 100


@pytest.mark.parametrize(
    "document, code",
    [
        ("no json", "MalformedPolicyDocument"),
        (policy(statement("s3:*", "not-an-arn")), "MalformedPolicyDocument"),
        ("x" * 2049, "ValidationError"),
    ],
)
def test_a_session_policy_that_cannot_be_is_refused(root, admin, document, code):
    role = root.role(trusting({"AWS": root.id}))
    with refused(code, status=400):
        admin.assume(role, Policy=document)


def test_tags_need_permission_on_both_sides(root):
    tags = [{"Key": "Project", "Value": "a"}]
    user = root.user(all_but("sts:TagSession"))
    deaf = root.role(trusting({"AWS": root.id}))
    role = root.role(trusting({"AWS": root.id}, "sts:AssumeRole", "sts:TagSession"))
    user.assume(deaf)
    for case in (deaf, role):
        with refused("AccessDenied") as caught:
            user.assume(case, Tags=tags)
        message = caught.value.response["Error"]["Message"]
        assert message.startswith(REFUSED.format(user.arn, "sts:TagSession", case))
    user.set_policy(EVERYTHING)
    with refused("AccessDenied", REFUSED.format(user.arn, "sts:TagSession", deaf)):
        user.assume(deaf, Tags=tags)
    user.assume(role, Tags=tags)


def test_tags_of_the_session_go_before_those_of_the_role(root, admin):
    rule = statement("iam:ListRoles", Condition={"StringEquals": {"aws:PrincipalTag/Project": "a"}})
    trust = trusting({"AWS": root.id}, "sts:AssumeRole", "sts:TagSession")
    role = root.role(trust, rule, Tags=[{"Key": "Project", "Value": "b"}])
    with refused("AccessDenied"):
        admin.assume(role).client("iam").list_roles()
    admin.assume(role, Tags=[{"Key": "Project", "Value": "a"}]).client("iam").list_roles()


def test_transitive_tags_pass_on_and_others_do_not(root, admin):
    trust = trusting({"AWS": root.id}, "sts:AssumeRole", "sts:TagSession")
    first = root.role(trust, EVERYTHING)
    rules = [
        statement("iam:ListRoles", Condition={"StringEquals": {"aws:PrincipalTag/Kept": "1"}}),
        statement("iam:ListUsers", Condition={"StringEquals": {"aws:PrincipalTag/Dropped": "1"}}),
    ]
    second = root.role(trust, *rules)
    tags = [{"Key": "Kept", "Value": "1"}, {"Key": "Dropped", "Value": "1"}]
    session = admin.assume(first, Tags=tags, TransitiveTagKeys=["Kept"])
    chained = session.assume(second)
    chained.client("iam").list_roles()
    with refused("AccessDenied"):
        chained.client("iam").list_users()
    message = (
        "One of the specified transitive tag keys can't be set because it conflicts "
        "with a transitive tag key from the calling session."
    )
    with refused("InvalidParameterValue", message, 400):
        session.assume(second, Tags=[{"Key": "Kept", "Value": "2"}])


@pytest.mark.parametrize(
    "given, message",
    [
        (
            {"Tags": [{"Key": "a", "Value": "1"}], "TransitiveTagKeys": ["b"]},
            "The specified transitive tag key must be included in the requested tags.",
        ),
        (
            {"Tags": [{"Key": "a", "Value": "1"}, {"Key": "A", "Value": "2"}]},
            "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
        ),
    ],
)
def test_session_tags_that_cannot_be(root, admin, given, message):
    role = root.role(trusting({"AWS": root.id}, "sts:AssumeRole", "sts:TagSession"))
    with refused("InvalidParameterValue", message, 400):
        admin.assume(role, **given)


def test_policies_and_tags_of_a_session_have_their_room(root, admin):
    role = root.role(trusting({"AWS": root.id}, "sts:AssumeRole", "sts:TagSession"))
    fifty = [{"Key": f"key-{n}", "Value": "v"} for n in range(50)]
    narrow = policy(statement("s3:*"))
    some = admin.assume(role, Tags=fifty[:5], Policy=narrow).answer["PackedPolicySize"]
    assert 0 < some < admin.assume(role, Tags=fifty, Policy=narrow).answer["PackedPolicySize"] <= 100
    for more in ({"Tags": [*fifty, {"Key": "last", "Value": "v"}]}, {"PolicyArns": [{"arn": "arn:aws:iam::aws:policy/X"}] * 11}):
        with refused("ValidationError", re.compile(".*Member must have length less than or equal to (50|10)"), 400):
            admin.assume(role, **more)
    large = [{"Key": f"key-{n}", "Value": "v" * 256} for n in range(50)]
    message = re.compile(r"Packed size of session tags consumes \d{3}% of allotted space\.")
    with refused("PackedPolicyTooLarge", message, 400):
        admin.assume(role, Tags=large)


def test_a_source_identity_needs_permission_and_stays(root, admin):
    trust = trusting({"AWS": root.id}, "sts:AssumeRole", "sts:SetSourceIdentity")
    rule = statement("iam:ListRoles", Condition={"StringEquals": {"aws:SourceIdentity": "ana"}})
    role = root.role(trust, rule, statement("sts:*"))
    user = root.user(all_but("sts:SetSourceIdentity"))
    with refused("AccessDenied"):
        user.assume(role, SourceIdentity="ana")
    session = admin.assume(role, SourceIdentity="ana")
    with refused("AccessDenied", status=403):
        session.assume(role, SourceIdentity="eva")
    assert session.answer["SourceIdentity"] == "ana"
    session.client("iam").list_roles()
    chained = session.assume(role)
    assert chained.answer["SourceIdentity"] == "ana"
    chained.client("iam").list_roles()


def test_sessions_last_as_long_as_role_and_chain_allow(root, admin):
    role = root.role(trusting({"AWS": root.id}), EVERYTHING, MaxSessionDuration=7200)
    message = "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."
    with refused("ValidationError", message, 400):
        admin.assume(role, DurationSeconds=7201)
    session = admin.assume(role, DurationSeconds=7200)
    message = "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining."
    with refused("ValidationError", message, 400):
        session.assume(role, DurationSeconds=3601)
    session.assume(role, DurationSeconds=900)


@pytest.mark.parametrize("seconds", [899, 43201])
def test_durations_have_bounds(root, admin, seconds):
    role = root.role(trusting({"AWS": root.id}), MaxSessionDuration=43200)
    with refused("ValidationError", status=400):
        admin.client("sts", parameter_validation=False).assume_role(
            RoleArn=role, RoleSessionName="session", DurationSeconds=seconds
        )


def test_the_session_name_keeps_to_its_letters_and_length(root, admin):
    role = root.role(trusting({"AWS": root.id}))
    message = (
        "1 validation error detected: Value 'Session1:2' at 'roleSessionName' failed to satisfy constraint: "
        r"Member must satisfy regular expression pattern: [\w+=,.@-]*"
    )
    with refused("ValidationError", message, 400):
        admin.assume(role, "Session1:2")
    message = (
        f"1 validation error detected: Value '{'s' * 65}' at 'roleSessionName' failed to satisfy constraint: "
        "Member must have length less than or equal to 64"
    )
    with refused("ValidationError", message, 400):
        admin.assume(role, "s" * 65)


@pytest.mark.parametrize("arn", ["nothing-valid-in-here", "arn:a::::something/test-role", "arn:a:a::aaaaaaaaaa:"])
def test_an_arn_that_is_none_is_invalid(admin, arn):
    with refused("ValidationError", f"{arn} is invalid", 400):
        admin.assume(arn)


def test_managed_session_policies_take_away_too(root, admin):
    role = root.role(trusting({"AWS": root.id}), EVERYTHING)
    session = admin.assume(role, PolicyArns=[{"arn": "arn:aws:iam::aws:policy/IAMReadOnlyAccess"}])
    session.client("iam").list_roles()
    reason = "because no session policy allows the s3:ListAllMyBuckets action"
    with refused("AccessDenied") as caught:
        session.client("s3").list_buckets()
    assert reason in caught.value.response["Error"]["Message"]


def test_sessions_are_revoked_as_the_guide_says(root, admin):
    role = root.role(trusting({"AWS": root.id}), EVERYTHING)
    session = admin.assume(role)
    session.client("iam").list_roles()
    # Times of issue are whole seconds.
    now = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    revoking = statement("*", effect="Deny", Condition={"DateLessThan": {"aws:TokenIssueTime": now}})
    root.client("iam").put_role_policy(
        RoleName=role.rsplit("/")[-1], PolicyName="AWSRevokeOlderSessions", PolicyDocument=policy(revoking)
    )
    with refused("AccessDenied"):
        session.client("iam").list_roles()
    eventually(lambda: may_list_roles(admin.assume(role)), wait=5, pause=0.2)


def may_list_roles(account):
    try:
        return account.client("iam").list_roles()
    except ClientError:
        return None


# GetSessionToken and GetFederationToken


def with_keys(account, keys):
    return Account(account.ready, account.id, keys["AccessKeyId"], keys["SecretAccessKey"], keys["SessionToken"])


def test_a_user_makes_a_session_of_itself(root):
    user = root.user(all_but("sts:GetSessionToken"))
    session = with_keys(user, sts(user).get_session_token()["Credentials"])
    assert sts(session).get_caller_identity()["Arn"] == user.arn
    session.client("s3").list_buckets()
    with refused("InvalidClientTokenId", status=403):
        session.client("iam").list_users()
    with refused("AccessDenied", "Cannot call GetSessionToken with session credentials", 403):
        sts(session).get_session_token()
    role = root.role(trusting({"AWS": root.id}))
    session.assume(role)


def test_a_user_makes_a_session_for_somebody_else(root):
    user = root.user(statement(["sts:*", "s3:*"]))
    make = sts(user).get_federation_token
    narrow = policy(statement("s3:ListAllMyBuckets"))
    answer = make(Name="bob", Policy=narrow)
    assert answer["FederatedUser"]["Arn"] == f"arn:aws:sts::{root.id}:federated-user/bob"
    session = with_keys(user, answer["Credentials"])
    session.client("s3").list_buckets()
    with refused("AccessDenied"):
        session.client("s3").create_bucket(Bucket=unique("bucket"))
    powerless = with_keys(user, make(Name="bob")["Credentials"])
    with refused("AccessDenied"):
        powerless.client("s3").list_buckets()


# "Compare AWS STS credentials": what sessions may not call, whatever their policies say.
CLOSED = {
    "user": {"get_session_token", "get_federation_token", "get_access_key_info", "decode_authorization_message"},
    "federated": {"get_session_token", "get_federation_token", "get_access_key_info", "decode_authorization_message", "assume_role"},
    "role": {"get_session_token", "get_federation_token"},
}


@pytest.mark.parametrize("kind", CLOSED)
def test_sessions_call_of_sts_what_their_kind_may(root, kind):
    role = root.role(trusting({"AWS": root.id}), EVERYTHING)
    user = root.user(EVERYTHING)
    session = {
        "user": lambda: with_keys(user, sts(user).get_session_token()["Credentials"]),
        "federated": lambda: with_keys(user, sts(user).get_federation_token(Name="bob", Policy=policy(EVERYTHING))["Credentials"]),
        "role": lambda: user.assume(role),
    }[kind]()
    calls = {
        "get_caller_identity": {},
        "assume_role": {"RoleArn": role, "RoleSessionName": "session"},
        "get_session_token": {},
        "get_federation_token": {"Name": "eve"},
        "get_access_key_info": {"AccessKeyId": user.key},
        "decode_authorization_message": {"EncodedMessage": refusal_of(root.user())},
    }
    for method, arguments in calls.items():
        if method in CLOSED[kind]:
            name = "".join(word.capitalize() for word in method.split("_"))
            with refused("AccessDenied", f"Cannot call {name} with session credentials", 403):
                getattr(sts(session), method)(**arguments)
        else:
            getattr(sts(session), method)(**arguments)
    if kind == "role":
        session.client("iam").list_users()
    else:
        with refused("InvalidClientTokenId", status=403):
            session.client("iam").list_users()


def test_sessions_of_the_root_user_are_short(root):
    for make in (sts(root).get_session_token, lambda **more: sts(root).get_federation_token(Name="bob", **more)):
        expires = make(DurationSeconds=43200)["Credentials"]["Expiration"]
        assert expires - datetime.datetime.now(datetime.timezone.utc) <= datetime.timedelta(hours=1)
    session = with_keys(root, sts(root).get_session_token()["Credentials"])
    assert sts(session).get_caller_identity()["Arn"] == root.iam_arn("root")
    with refused("AccessDenied", "Roles may not be assumed by root accounts.", 403):
        session.assume(root.role(trusting({"AWS": root.id})))


def test_a_federated_user_has_the_tags_of_its_user_and_its_own(root):
    rules = [
        statement(action, Condition={"StringEquals": {f"aws:PrincipalTag/{key}": "yes"}})
        for action, key in (("s3:ListAllMyBuckets", "OfUser"), ("forecast:ListDatasets", "OfSession"))
    ]
    user = root.user(statement("sts:*"), *rules)
    root.client("iam").tag_user(UserName=user.name, Tags=[{"Key": "OfUser", "Value": "yes"}])
    make = lambda **more: with_keys(user, sts(user).get_federation_token(Name="bob", Policy=policy(EVERYTHING), **more)["Credentials"])
    plain = make()
    plain.client("s3").list_buckets()
    with refused("AccessDeniedException"):
        plain.client("forecast").list_datasets()
    make(Tags=[{"Key": "OfSession", "Value": "yes"}]).client("forecast").list_datasets()
    user.set_policy(all_but("sts:TagSession"))
    with refused("AccessDenied", status=403):
        make(Tags=[{"Key": "OfSession", "Value": "yes"}])


def test_a_bucket_may_name_a_federated_user(root, bucket):
    user = root.user(statement("sts:GetFederationToken"))
    session = with_keys(user, sts(user).get_federation_token(Name="bob")["Credentials"])
    with refused("AccessDenied"):
        session.client("s3").list_objects_v2(Bucket=bucket)
    named = {"AWS": f"arn:aws:sts::{root.id}:federated-user/bob"}
    allowing = {"Effect": "Allow", "Principal": named, "Action": "s3:ListBucket", "Resource": f"arn:aws:s3:::{bucket}"}
    root.client("s3").put_bucket_policy(Bucket=bucket, Policy=policy(allowing))
    session.client("s3").list_objects_v2(Bucket=bucket)
    other = with_keys(user, sts(user).get_federation_token(Name="eve")["Credentials"])
    with refused("AccessDenied"):
        other.client("s3").list_objects_v2(Bucket=bucket)


def test_a_code_of_a_device_that_is_not_there(root):
    user = root.user()
    serial = root.iam_arn("mfa/none")
    with refused("AccessDenied", status=403) as caught:
        sts(user).get_session_token(SerialNumber=serial, TokenCode="123456")
    assert caught.value.response["Error"]["Message"].startswith("MultiFactorAuthentication failed")


# AssumeRoleWithWebIdentity and AssumeRoleWithSAML


def test_what_identity_providers_say_needs_no_signature_and_must_hold(root):
    role = root.role(trusting({"Federated": root.iam_arn("oidc-provider/issuer.example")}, "sts:AssumeRoleWithWebIdentity"))
    nobody = boto3.client(
        "sts", endpoint_url=root.ready["endpoint"], region_name=root.ready["region"], verify=root.ready["ca_bundle"],
        config=botocore.config.Config(signature_version=botocore.UNSIGNED),
    )
    with refused("InvalidIdentityToken", status=400):
        nobody.assume_role_with_web_identity(RoleArn=role, RoleSessionName="session", WebIdentityToken="token")
    provider = root.iam_arn("saml-provider/none")
    with refused("InvalidIdentityToken", "Specified provider doesn't exist", 400):
        nobody.assume_role_with_saml(RoleArn=role, PrincipalArn=provider, SAMLAssertion="YXNzZXJ0aW9u")


# What a client cannot say


FORGED = {
    "aws:MultiFactorAuthPresent": "true",
    "aws:PrincipalArn": "arn:aws:iam::111122223333:user/forged",
    "aws:PrincipalTag/Team": "forged",
    "aws:SourceIp": "192.0.2.1",
    "aws:SourceIdentity": "forged",
    "aws:ViaAWSService": "true",
    "aws:CalledVia": "forecast.amazonaws.com",
    "aws:SourceArn": "arn:aws:forecast:us-east-1:111122223333:dataset/forged",
    "aws:SourceAccount": "111122223333",
    "aws:TokenIssueTime": "2099-01-01T00:00:00Z",
    "aws:FederatedProvider": "forged",
    "aws:userid": "forged",
}


def forging(account, service):
    """A client that sends all of it, in every place where a client may write: headers, parameters and address."""
    client = account.fresh_client(service)

    def before_call(params, **_):
        for key, value in FORGED.items():
            for name in (key, key.replace(":", "-"), key.replace(":", "-").replace("/", "-"), f"x-amz-{key[4:]}"):
                params["headers"][name.replace(":", "-").replace("/", "-")] = value
        params["headers"]["X-Forwarded-For"] = params["headers"]["Forwarded"] = FORGED["aws:SourceIp"]
        if isinstance(params["body"], dict):
            params["body"].update(FORGED)
        else:
            params["query_string"] = {**params["query_string"], **FORGED}

    client.meta.events.register("before-call.*.*", before_call)
    return client


@pytest.mark.parametrize("key", FORGED)
def test_no_client_sets_a_key_of_the_servers(root, key):
    condition = {"StringLike": {key: FORGED[key]}}
    user = root.user(statement(["iam:ListUsers", "s3:ListAllMyBuckets"], Condition=condition))
    with refused("AccessDenied", status=403):
        forging(user, "iam").list_users()
    with refused("AccessDenied", status=403):
        forging(user, "s3").list_buckets()
    user.set_policy(statement(["iam:ListUsers", "s3:ListAllMyBuckets"]))
    forging(user, "iam").list_users()


@pytest.mark.parametrize("key", ["sts:ExternalId", "sts:RoleSessionName", "sts:SourceIdentity", "saml:aud", "issuer.example:sub"])
def test_what_is_said_when_assuming_a_role_is_said_there_only(root, key):
    role = root.role(trusting({"AWS": root.id}, Condition={"StringEquals": {key: "forged"}}))
    user = root.user(EVERYTHING)
    client = user.fresh_client("sts")
    client.meta.events.register("before-call.*.*", lambda params, **_: params["body"].update({key: "forged"}))
    with refused("AccessDenied", status=403):
        client.assume_role(RoleArn=role, RoleSessionName="session")


# Tokens


def test_a_session_ends_with_its_role_or_user(root, admin):
    role = root.role(trusting({"AWS": root.id}))
    user = root.user(EVERYTHING)
    sessions = [admin.assume(role), with_keys(user, sts(user).get_session_token()["Credentials"])]
    for session in sessions:
        sts(session).get_caller_identity()
    iam = root.client("iam")
    iam.delete_role(RoleName=role.rsplit("/")[-1])
    iam.delete_access_key(UserName=user.name, AccessKeyId=user.key)
    iam.delete_user_policy(UserName=user.name, PolicyName="inline")
    iam.delete_user(UserName=user.name)
    for session in sessions:
        with refused("InvalidClientTokenId", status=403):
            sts(session).get_caller_identity()


def altered(session, **changes):
    values = {"key": session.key, "secret": session.secret, "token": session.token, **changes}
    return Account(session.ready, session.id, values["key"], values["secret"], values["token"])


def test_a_session_works_only_with_all_three_of_its_parts(root, admin):
    role = root.role(trusting({"AWS": root.id}))
    one, two = admin.assume(role), admin.assume(role)
    invalid = ("InvalidClientTokenId", "The security token included in the request is invalid.", 403)
    middle = len(one.token) // 2
    flipped = "A" if one.token[middle] != "A" else "B"
    forgeries = [
        altered(one, token=one.token[:middle] + flipped + one.token[middle + 1:]),
        altered(one, token=one.token[:-10]),
        altered(one, token="x"),
        altered(one, token=None),
        altered(one, token=two.token),
        altered(one, key="ASIA" + "A" * 16),
    ]
    for forged in forgeries:
        with refused(*invalid):
            sts(forged).get_caller_identity()
    with refused("SignatureDoesNotMatch", status=403):
        sts(altered(one, secret=two.secret)).get_caller_identity()
    sts(one).get_caller_identity()


def test_a_users_key_takes_no_token(root, admin):
    session = admin.assume(root.role(trusting({"AWS": root.id})))
    user = root.user()
    with refused("InvalidClientTokenId", status=403):
        sts(altered(session, key=user.key, secret=user.secret)).get_caller_identity()


# GetAccessKeyInfo


def without_resource(user, action):
    reason = f"because no identity-based policy allows the {action} action"
    return f"User: {user.arn} is not authorized to perform: {action} {reason}"


def test_the_account_of_a_key(root, other_root, admin):
    user, stranger = root.user(statement("sts:GetAccessKeyInfo")), other_root.user()
    session = admin.assume(root.role(trusting({"AWS": root.id})))
    for key, account in ((user.key, root.id), (stranger.key, other_root.id), (session.key, root.id)):
        assert sts(user).get_access_key_info(AccessKeyId=key)["Account"] == account
    user.set_policy(all_but("sts:GetAccessKeyInfo"))
    with refused("AccessDenied", without_resource(user, "sts:GetAccessKeyInfo"), 403):
        sts(user).get_access_key_info(AccessKeyId=user.key)


# DecodeAuthorizationMessage


def refusal_of(user):
    """The encoded message of a refused call."""
    with refused("AccessDenied") as caught:
        user.client("iam").list_users()
    return caught.value.response["ResponseMetadata"]["HTTPHeaders"]["x-deputy-authorization-message"]


def test_who_may_decodes_why_something_was_refused(root):
    condition = {"StringEquals": {"aws:PrincipalAccount": [root.id]}}
    deny = statement(["iam:ListUsers", "iam:ListRoles"], effect="Deny", Sid="No", Condition=condition)
    user = root.user(statement("sts:DecodeAuthorizationMessage"), deny)
    encoded = refusal_of(user)
    decoded = json.loads(sts(user).decode_authorization_message(EncodedMessage=encoded)["DecodedMessage"])
    assert decoded["allowed"] is False
    assert decoded["context"]["principal"]["arn"] == user.arn
    assert decoded["context"]["action"] == "iam:ListUsers"
    assert decoded["context"]["resource"] == root.iam_arn("user/")
    values = lambda *all: {"items": [{"value": value} for value in all]}
    assert decoded["explicitDeny"] is True and decoded["failures"] == {"items": []}
    assert decoded["matchedStatements"] == {"items": [{
        "statementId": "No", "effect": "DENY", "principals": values(), "principalGroups": values(),
        "actions": values("iam:ListUsers", "iam:ListRoles"), "resources": values("*"),
        "conditions": {"items": [{"key": "aws:PrincipalAccount", "values": values(root.id)}]},
    }]}
    # Where the statement is, in the explanation beside it.
    assert [part["policy"] for part in decoded["explanation"]["matched"] if part["effect"] == "Deny"] == ["inline"]


@pytest.mark.parametrize(
    "service, method, arguments, action",
    [
        ("s3", "list_objects_v2", {"Bucket": "{bucket}"}, "s3:ListBucket"),
        ("forecast", "list_datasets", {}, "forecast:ListDatasets"),
        ("sts", "get_access_key_info", {"AccessKeyId": "AKIAIOSFODNN7EXAMPLE"}, "sts:GetAccessKeyInfo"),
    ],
)
def test_refusals_of_every_protocol_can_be_decoded(root, bucket, service, method, arguments, action):
    user = root.user(statement("sts:DecodeAuthorizationMessage"))
    arguments = {name: value.format(bucket=bucket) for name, value in arguments.items()}
    with refused(("AccessDenied", "AccessDeniedException")) as caught:
        getattr(user.client(service), method)(**arguments)
    encoded = caught.value.response["ResponseMetadata"]["HTTPHeaders"]["x-deputy-authorization-message"]
    decoded = json.loads(sts(user).decode_authorization_message(EncodedMessage=encoded)["DecodedMessage"])
    assert decoded["context"]["action"] == action
    assert decoded["message"] == caught.value.response["Error"]["Message"]


def test_who_may_not_does_not(root):
    user = root.user()
    encoded = refusal_of(user)
    with refused("AccessDenied", without_resource(user, "sts:DecodeAuthorizationMessage"), 403):
        sts(user).decode_authorization_message(EncodedMessage=encoded)


def test_refusals_of_other_accounts_and_garbled_ones_are_not_decoded(root, other_root):
    encoded = refusal_of(root.user())
    sts(root).decode_authorization_message(EncodedMessage=encoded)
    for caller, message in ((other_root, encoded), (root, encoded[:-4] + "AAAA"), (root, "garbled")):
        with refused("InvalidAuthorizationMessageException", status=400):
            sts(caller).decode_authorization_message(EncodedMessage=message)


def test_an_answer_that_is_no_refusal_carries_no_message(admin):
    answer = admin.client("iam").list_users()
    assert "x-deputy-authorization-message" not in answer["ResponseMetadata"]["HTTPHeaders"]


def test_sts_answers_in_every_region(root):
    for region in ("us-east-1", "eu-west-1", "ap-southeast-2"):
        assert root.client("sts", region=region).get_caller_identity()["Account"] == root.id
