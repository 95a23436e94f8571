"""Condition keys say what is so, whatever a client says: no header, parameter or member sets or forges one.

Each key is tried in each protocol with everything that proxies, SDKs and AWS's own front ends name it by. Two keys are the
client's own words, `aws:UserAgent` and `aws:Referer`, and a policy that trusts them trusts the client.
"""

import contextlib
import datetime
import http.client
import json
import time
import urllib.parse

import pytest

from conftest import OTHER_ACCOUNT, Account, Process, account_of, all_but, policy, statement, trusting, unique
from test_s3_policies import Guarded
from test_wire import FORM, JSON, forecast, send, signed

DECODE = statement("sts:DecodeAuthorizationMessage")
MISSING = None
ADDRESS, ELSEWHERE = "127.0.0.1", "203.0.113.7"
SOURCE = "arn:aws:forecast:us-east-1:111122223333:dataset-import-job/sales/march"


class Forgery:
    """What a policy asks for, what the key is in truth, and by which headers clients might try to set it."""

    def __init__(self, operator, forged, truth=MISSING, **headers):
        self.operator, self.forged, self.truth = operator, forged, truth
        self.headers = {name.replace("_", "-"): text for name, text in headers.items()}

    def condition(self, key):
        return {self.operator: {key: self.forged}}


def own(part):
    return lambda user: getattr(user, part)


FORGERIES = {
    "aws:SourceIp": Forgery(
        "IpAddress", ELSEWHERE, ADDRESS, X_Forwarded_For=f"{ELSEWHERE}, 10.0.0.1", Forwarded=f"for={ELSEWHERE};proto=https",
        X_Real_IP=ELSEWHERE, X_Client_IP=ELSEWHERE, True_Client_IP=ELSEWHERE, CF_Connecting_IP=ELSEWHERE,
        X_Cluster_Client_IP=ELSEWHERE, X_Original_Forwarded_For=ELSEWHERE, X_Amz_Source_Ip=ELSEWHERE,
    ),
    "aws:SourceArn": Forgery("ArnLike", SOURCE, X_Amz_Source_Arn=SOURCE, X_Amzn_Source_Arn=SOURCE),
    "aws:SourceAccount": Forgery(
        "StringEquals", "111122223333", X_Amz_Source_Account="111122223333", X_Amzn_Source_Account="111122223333"
    ),
    "aws:SourceOwner": Forgery("StringEquals", "111122223333", X_Amz_Source_Owner="111122223333"),
    "aws:SourceVpc": Forgery("StringEquals", "vpc-111bbb22", X_Amz_Source_Vpc="vpc-111bbb22"),
    "aws:SourceVpce": Forgery(
        "StringEquals", "vpce-1a2b3c4d", X_Amz_Source_Vpce="vpce-1a2b3c4d", X_Amzn_Vpce_Id="vpce-1a2b3c4d"
    ),
    "aws:VpcSourceIp": Forgery("IpAddress", "10.1.2.3", X_Amz_Vpc_Source_Ip="10.1.2.3"),
    "aws:PrincipalTag/Team": Forgery(
        "StringEquals", "retail", X_Amz_Principal_Tag_Team="retail", X_Amz_Tagging="Team=retail"
    ),
    "aws:PrincipalArn": Forgery(
        "ArnEquals", "arn:aws:iam::111122223333:root", own("arn"), X_Amz_Principal_Arn="arn:aws:iam::111122223333:root"
    ),
    "aws:PrincipalAccount": Forgery("StringEquals", OTHER_ACCOUNT, own("id"), X_Amz_Principal_Account=OTHER_ACCOUNT),
    "aws:PrincipalOrgID": Forgery("StringEquals", "o-a1b2c3d4e5", X_Amz_Principal_Org_Id="o-a1b2c3d4e5"),
    "aws:PrincipalType": Forgery("StringEquals", "Account", "User", X_Amz_Principal_Type="Account"),
    "aws:PrincipalIsAWSService": Forgery(
        "Bool", "true", "false", X_Amz_Principal_Is_Aws_Service="true", X_Amz_Invoked_By="forecast.amazonaws.com"
    ),
    "aws:PrincipalServiceName": Forgery(
        "StringEquals", "forecast.amazonaws.com", X_Amz_Principal_Service_Name="forecast.amazonaws.com"
    ),
    "aws:CalledVia": Forgery(
        "ForAnyValue:StringEquals", "forecast.amazonaws.com", X_Amz_Called_Via="forecast.amazonaws.com",
        Via="1.1 forecast.amazonaws.com", X_Amz_Invoked_By="forecast.amazonaws.com",
    ),
    "aws:CalledViaFirst": Forgery("StringEquals", "forecast.amazonaws.com", X_Amz_Called_Via="forecast.amazonaws.com"),
    "aws:CalledViaLast": Forgery("StringEquals", "forecast.amazonaws.com", X_Amz_Called_Via="forecast.amazonaws.com"),
    "aws:ViaAWSService": Forgery("Bool", "true", "false", X_Amz_Via_Aws_Service="true", Via="1.1 forecast.amazonaws.com"),
    "aws:MultiFactorAuthPresent": Forgery(
        "Bool", "true", X_Amz_Mfa="arn:aws:iam::111122223333:mfa/mallory 123456", X_Amz_Mfa_Present="true"
    ),
    "aws:MultiFactorAuthAge": Forgery("NumericLessThan", "3600", X_Amz_Mfa_Age="1"),
    "aws:TokenIssueTime": Forgery("DateGreaterThan", "2020-01-01T00:00:00Z", X_Amz_Token_Issue_Time="2026-01-01T00:00:00Z"),
    "aws:SourceIdentity": Forgery("StringEquals", "ana", X_Amz_Source_Identity="ana"),
    "aws:FederatedProvider": Forgery("StringEquals", "accounts.google.com", X_Amz_Federated_Provider="accounts.google.com"),
    "aws:username": Forgery("StringEquals", "ana", own("name"), X_Amz_Username="ana", From="ana", Remote_User="ana"),
    "aws:userid": Forgery("StringEquals", "AIDAAAAAAAAAAAAAAAAAA", own("user_id"), X_Amz_Userid="AIDAAAAAAAAAAAAAAAAAA"),
    "aws:SecureTransport": Forgery("Bool", "false", "true", X_Forwarded_Proto="http", Forwarded="proto=http"),
    "aws:RequestedRegion": Forgery(
        "StringEquals", "eu-west-1", "us-east-1", X_Amz_Region="eu-west-1", X_Amz_Bucket_Region="eu-west-1",
        X_Amz_Region_Set="eu-west-1",
    ),
    "aws:RequestTag/Team": Forgery("StringEquals", "retail", X_Amz_Tagging="Team=retail", X_Amz_Request_Tag_Team="retail"),
    "aws:TagKeys": Forgery("ForAnyValue:StringEquals", "Team", X_Amz_Tagging="Team=retail", X_Amz_Tag_Keys="Team"),
    "aws:ResourceTag/Team": Forgery(
        "StringEquals", "retail", X_Amz_Tagging="Team=retail", X_Amz_Resource_Tag_Team="retail"
    ),
    "aws:ResourceOrgID": Forgery("StringEquals", "o-a1b2c3d4e5", X_Amz_Resource_Org_Id="o-a1b2c3d4e5"),
}


class Query:
    """The query protocol: parameters in a form, and in the address."""

    action = "iam:ListUsers"

    @staticmethod
    def request(user, _bucket, key, value, headers):
        body = urllib.parse.urlencode({"Action": "ListUsers", "Version": "2010-05-08", **claims(key, value)})
        return signed(user, "iam", "POST", "/?" + in_address(key, value), body, {"Content-Type": FORM, **headers})


class Json:
    """Documents: members that no operation has."""

    action = "forecast:ListDatasets"

    @staticmethod
    def request(user, _bucket, key, value, headers):
        body = json.dumps({key: value, "Context": {key: value}, "RequestContext": {key: [value]}, **claims(key, value)})
        headers = {"Content-Type": JSON, "X-Amz-Target": "AmazonForecast.ListDatasets", **headers}
        return signed(user, "forecast", "POST", "/?" + in_address(key, value), body, headers)


class Rest:
    """S3: parameters in the address, and headers that it reads itself."""

    action = "s3:ListBucket"

    @staticmethod
    def request(user, bucket, key, value, headers):
        return signed(user, "s3", "GET", f"/{bucket}?list-type=2&" + in_address(key, value), None, headers)


def claims(key, value):
    """A key as parameters might name it; the last are those of the policy simulator and of tags."""
    bare = key.split(":")[1]
    return {
        key: value, key.upper(): value, bare: value, f"Condition.{key}": value, f"Context.{key}": value,
        "ContextEntries.member.1.ContextKeyName": key, "ContextEntries.member.1.ContextKeyValues.member.1": value,
        "ContextEntries.member.1.ContextKeyType": "string",
        "Tags.member.1.Key": "Team", "Tags.member.1.Value": "retail",
    }


def in_address(key, value):
    """Sorted, as signatures want it."""
    named = {name: text for name, text in claims(key, value).items() if "member" not in name}
    return urllib.parse.urlencode(sorted(named.items()), quote_via=urllib.parse.quote, safe="-_.~")


def claimed_in_headers(key, forgery):
    """The headers of the table, and the key itself as far as a header may be called so."""
    plain = key.replace(":", "-").replace("/", "-")
    return {**forgery.headers, plain: str(forgery.forged), f"X-Amz-{plain}": str(forgery.forged)}


@pytest.fixture(scope="module")
def user(root):
    made = root.user()
    made.user_id = root.client("iam").get_user(UserName=made.name)["User"]["UserId"]
    return made


@pytest.fixture(scope="module")
def shelf(root):
    """The name of a bucket to list."""
    made = unique("bucket")
    root.client("s3").create_bucket(Bucket=made)
    return made


def decoded(user, answer):
    encoded = answer.headers["x-deputy-authorization-message"]
    message = user.client("sts").decode_authorization_message(EncodedMessage=encoded)["DecodedMessage"]
    return json.loads(message)


def seen(user, answer, key):
    """What the refused request had for this key, as the explanation tells it."""
    failed = [part for part in decoded(user, answer)["explanation"]["failed"] if part.get("key", "").lower() == key.lower()]
    assert failed, decoded(user, answer)
    value = failed[0]["requestValue"]
    return value.get("value", value.get("values")) if isinstance(value, dict) else MISSING


@pytest.mark.parametrize("key", FORGERIES)
@pytest.mark.parametrize("protocol", [Query, Json, Rest])
def test_no_client_sets_a_key(user, shelf, protocol, key):
    forgery = FORGERIES[key]
    request = lambda: protocol.request(user, shelf, key, str(forgery.forged), claimed_in_headers(key, forgery)).send()
    user.set_policy(statement(protocol.action, Condition=forgery.condition(key)), DECODE)
    answer = request()
    assert answer.status in (400, 403) and answer.code.startswith("AccessDenied"), answer.body
    truth = forgery.truth(user) if callable(forgery.truth) else forgery.truth
    assert seen(user, answer, key) == truth
    # It is the condition that refused, and not the odd request.
    user.set_policy(statement(protocol.action))
    assert request().status == 200


@pytest.mark.parametrize("key", FORGERIES)
def test_no_client_argues_a_deny_away(user, shelf, key):
    """The true value is denied, and all the forgeries do not make another of it."""
    forgery = FORGERIES[key]
    truth = forgery.truth(user) if callable(forgery.truth) else forgery.truth
    operator = forgery.operator.split(":")[-1]
    condition = {operator: {key: truth}} if truth is not MISSING else {"Null": {key: "true"}}
    user.set_policy(statement("*"), statement("iam:ListUsers", effect="Deny", Condition=condition))
    answer = Query.request(user, shelf, key, str(forgery.forged), claimed_in_headers(key, forgery)).send()
    assert (answer.status, answer.code) == (403, "AccessDenied")
    assert answer.message.endswith("with an explicit deny in an identity-based policy")


def test_headers_that_nobody_signed_set_nothing_either(user, shelf):
    """What a proxy on the way might add."""
    forgery = FORGERIES["aws:SourceIp"]
    user.set_policy(statement("s3:ListBucket", Condition=forgery.condition("aws:SourceIp")), DECODE)
    request = signed(user, "s3", "GET", f"/{shelf}?list-type=2")
    added = {name: text for name, text in forgery.headers.items() if not name.lower().startswith("x-amz-")}
    request.headers.update(added)
    answer = request.send()
    assert (answer.status, answer.code) == (403, "AccessDenied")
    assert seen(user, answer, "aws:SourceIp") == ADDRESS


def test_nobody_without_a_signature_comes_from_elsewhere(root):
    """A bucket that is open to one office is not open to who says to be there."""
    guarded = Guarded(root)
    guarded.set(guarded.rule("*", "s3:GetObject", Condition={"IpAddress": {"aws:SourceIp": ELSEWHERE + "/32"}}))
    headers = FORGERIES["aws:SourceIp"].headers
    assert send(root, "GET", f"/{guarded.name}/key", headers=headers).status == 403
    # The x-amz-mfa header of S3 is no second factor, either.
    guarded.set(guarded.rule({"AWS": root.id}, "s3:*", "Deny", Condition={"Null": {"aws:MultiFactorAuthAge": "true"}}))
    answer = signed(root, "s3", "GET", f"/{guarded.name}/key", headers={"x-amz-mfa": "serial 123456"}).send()
    assert (answer.status, answer.code) == (403, "AccessDenied")


# Time


@pytest.mark.parametrize("key, operator", [("aws:CurrentTime", "DateLessThan"), ("aws:EpochTime", "NumericLessThan")])
def test_the_time_is_that_of_the_server(user, key, operator):
    """A request may be signed some minutes ago, and still it is now."""
    now = int(time.time())
    ago = datetime.datetime.fromtimestamp(now - 120, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    condition = {operator: {key: ago if operator.startswith("Date") else str(now - 120)}}
    user.set_policy(statement("iam:ListUsers", Condition=condition), DECODE)
    request = signed(user, "iam", "POST", "/", "Action=ListUsers&Version=2010-05-08", {"Content-Type": FORM}, at=-240)
    request.headers["Date"] = "Sat, 01 Jan 2000 00:00:00 GMT"
    answer = request.send()
    assert (answer.status, answer.code) == (403, "AccessDenied")
    value = seen(user, answer, key)
    told = datetime.datetime.fromisoformat(value).timestamp() if "T" in value else int(value)
    assert abs(told - now) < 60


# Region


def test_the_region_is_the_one_the_request_is_signed_for(user):
    for asked, signed_for, may in (
        ("eu-west-1", "eu-west-1", True), ("eu-west-1", "us-east-1", False), ("us-east-1", "eu-west-1", False)
    ):
        user.set_policy(statement("forecast:ListDatasets", Condition={"StringEquals": {"aws:RequestedRegion": asked}}))
        request = forecast(user, region=signed_for)
        request.headers["X-Amzn-Region"] = asked
        assert (request.send().status == 200) is may


# Transport


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """The root user on a server without TLS."""
    process = Process(tmp_path_factory.mktemp("plain"), "dev", "--listen", "127.0.0.1:0", "--plain-http")
    account = account_of(process, 0)
    account.ready["ca_bundle"] = None
    yield account
    assert process.stop() == 0


def in_the_clear(account, request):
    """The status of a signed request, sent without TLS."""
    target = urllib.parse.urlsplit(account.ready["endpoint"])
    with contextlib.closing(http.client.HTTPConnection(target.hostname, target.port, timeout=20)) as connection:
        connection.request(request.method, request.path, request.body, request.headers)
        return connection.getresponse().status


def test_no_header_makes_a_connection_secure(plain):
    secure = {"Bool": {"aws:SecureTransport": "true"}}
    user = plain.user(statement("forecast:ListDatasets", Condition=secure))
    headers = {
        "X-Forwarded-Proto": "https", "X-Forwarded-Ssl": "on", "Forwarded": "proto=https", "Front-End-Https": "on",
        "X-Url-Scheme": "https", "CloudFront-Forwarded-Proto": "https", "X-Amz-Secure-Transport": "true",
    }
    body = {"Content-Type": JSON, "X-Amz-Target": "AmazonForecast.ListDatasets"}
    request = lambda: signed(user, "forecast", "POST", "/", "{}", {**body, **headers})
    assert in_the_clear(plain, request()) == 400
    user.set_policy(statement("forecast:ListDatasets"))
    assert in_the_clear(plain, request()) == 200
    user.set_policy(statement("*"), statement("*", effect="Deny", Condition={"Bool": {"aws:SecureTransport": "false"}}))
    assert in_the_clear(plain, request()) == 400


# Tags


def iam_call(user, body, headers=None):
    return signed(user, "iam", "POST", "/", body + "&Version=2010-05-08", {"Content-Type": FORM, **(headers or {})}).send()


REAL_TAG = "&Tags.member.1.Key=Team&Tags.member.1.Value={}"


def test_request_tags_are_the_tags_that_are_set(root, user):
    """What the key says and what is stored is the same tag."""
    tagged = {"StringEquals": {"aws:RequestTag/Team": "retail"}}
    user.set_policy(statement(["iam:CreateUser", "iam:TagUser"], Condition=tagged))
    made = unique("made")
    forged = ["", "&aws%3ARequestTag%2FTeam=retail", "&tags.member.1.key=Team&tags.member.1.value=retail",
              "&Tag.1.Key=Team&Tag.1.Value=retail", "&RequestTag.Team=retail", REAL_TAG.format("other")]
    for more in forged:
        answer = iam_call(user, f"Action=CreateUser&UserName={made}{more}", {"x-amz-tagging": "Team=retail"})
        assert (answer.status, answer.code) == (403, "AccessDenied"), more
    assert iam_call(user, f"Action=CreateUser&UserName={made}{REAL_TAG.format('retail')}").status == 200
    assert root.client("iam").list_user_tags(UserName=made)["Tags"] == [{"Key": "Team", "Value": "retail"}]


def test_a_tag_named_twice_is_not_one_for_the_policy_and_another_for_the_store(root, user):
    tagged = {"StringEquals": {"aws:RequestTag/Team": "retail"}}
    user.set_policy(statement(["iam:CreateUser", "iam:TagUser"], Condition=tagged))
    made = unique("made")
    second = "&Tags.member.2.Key={}&Tags.member.2.Value=other"
    for key in ("Team", "team"):
        answer = iam_call(user, f"Action=CreateUser&UserName={made}{REAL_TAG.format('retail')}{second.format(key)}")
        assert answer.status in (400, 403), answer.body
    listed = root.client("iam").get_paginator("list_users").paginate().build_full_result()["Users"]
    assert made not in [one["UserName"] for one in listed]


def test_resource_tags_are_the_tags_that_are_stored(root, user):
    target = unique("target")
    root.client("iam").create_user(UserName=target)
    user.set_policy(statement("iam:GetUser", Condition={"StringEquals": {"aws:ResourceTag/Team": "retail"}}))
    ask = lambda: iam_call(
        user, f"Action=GetUser&UserName={target}&aws%3AResourceTag%2FTeam=retail{REAL_TAG.format('retail')}",
        {"x-amz-tagging": "Team=retail"},
    )
    assert (ask().status, ask().code) == (403, "AccessDenied")
    root.client("iam").tag_user(UserName=target, Tags=[{"Key": "Team", "Value": "retail"}])
    assert ask().status == 200


def test_principal_tags_are_the_tags_of_the_user(root, user):
    own = root.user(statement("iam:ListUsers", Condition={"StringEquals": {"aws:PrincipalTag/Team": "retail"}}))
    ask = lambda: iam_call(own, "Action=ListUsers" + REAL_TAG.format("retail"), {"X-Amz-Principal-Tag-Team": "retail"})
    assert (ask().status, ask().code) == (403, "AccessDenied")
    root.client("iam").tag_user(UserName=own.name, Tags=[{"Key": "Team", "Value": "retail"}])
    assert ask().status == 200


# Names


def test_the_user_asked_about_is_not_the_user_who_asks(root, user):
    other = root.user()
    user.set_policy(statement("iam:GetUser", Condition={"StringEquals": {"aws:username": other.name}}))
    answer = iam_call(user, f"Action=GetUser&UserName={other.name}")
    assert (answer.status, answer.code) == (403, "AccessDenied")
    user.set_policy(statement("iam:GetUser", "arn:aws:iam::*:user/${aws:username}"))
    assert iam_call(user, f"Action=GetUser&UserName={other.name}").status == 403
    assert iam_call(user, f"Action=GetUser&UserName={user.name}").status == 200


def test_of_a_sessions_id_only_the_name_is_chosen(root, admin):
    """What stands before the colon is the role's; a policy that reads what follows reads the caller's words."""
    trust = trusting({"AWS": root.id})
    role_id = lambda role: root.client("iam").get_role(RoleName=role.rsplit("/")[-1])["Role"]["RoleId"]
    wanted = root.role(trust)
    condition = {"StringLike": {"aws:userid": f"{role_id(wanted)}:*"}}
    other = root.role(trust, statement("iam:ListUsers", Condition=condition))
    session = admin.assume(other, role_id(wanted))
    assert iam_call(session, "Action=ListUsers").code == "AccessDenied"
    root.client("iam").put_role_policy(
        RoleName=wanted.rsplit("/")[-1], PolicyName="inline",
        PolicyDocument=policy(statement("iam:ListUsers", Condition=condition)),
    )
    assert iam_call(admin.assume(wanted, "any"), "Action=ListUsers").status == 200


# Sources and services


def test_nobody_assumes_a_role_in_the_name_of_a_source(root, admin):
    """The keys of the confused deputy's problem: only a service that acts for a resource has them."""
    conditions = {"StringEquals": {"aws:SourceAccount": root.id}, "ArnLike": {"aws:SourceArn": SOURCE}}
    headers = {**FORGERIES["aws:SourceArn"].headers, **FORGERIES["aws:SourceAccount"].headers}
    for principal, rest in (
        ({"AWS": root.id}, {"Condition": conditions}),
        ({"Service": "forecast.amazonaws.com"}, {}),
        ({"AWS": root.id}, {"Condition": {"Bool": {"aws:PrincipalIsAWSService": "true"}}}),
    ):
        role = root.role(trusting(principal, **rest))
        body = {
            "Action": "AssumeRole", "Version": "2011-06-15", "RoleArn": role, "RoleSessionName": "forecast.amazonaws.com",
            "SourceArn": SOURCE, "SourceAccount": root.id, "Principal.Service": "forecast.amazonaws.com",
            **claims("aws:SourceArn", SOURCE),
        }
        del body["Tags.member.1.Key"], body["Tags.member.1.Value"]  # STS knows tags, and asks for sts:TagSession.
        answer = signed(
            admin, "sts", "POST", "/", urllib.parse.urlencode(body),
            {"Content-Type": FORM, "User-Agent": "forecast.amazonaws.com", **headers},
        ).send()
        assert (answer.status, answer.code) == (403, "AccessDenied"), answer.body


def test_the_service_a_role_is_passed_to_is_the_one_that_is_called(root):
    role = root.role(trusting({"Service": ["forecast.amazonaws.com", "sagemaker.amazonaws.com"]}))
    condition = {"StringEquals": {"iam:PassedToService": "sagemaker.amazonaws.com"}}
    user = root.user(statement("forecast:*"), statement("iam:PassRole", Condition=condition))
    body = {
        "DatasetImportJobName": "job", "DatasetArn": SOURCE.replace("import-job/sales/march", "/sales"),
        "DataSource": {"S3Config": {"Path": "s3://bucket/key", "RoleArn": role}},
        "PassedToService": "sagemaker.amazonaws.com", "iam:PassedToService": "sagemaker.amazonaws.com",
    }
    answer = forecast(user, "AmazonForecast.CreateDatasetImportJob", json.dumps(body)).send()
    assert (answer.status, answer.code) == (400, "AccessDeniedException")
    assert "is not authorized to perform: iam:PassRole" in answer.message


def test_a_second_factor_is_not_a_header(root, admin):
    """A session without one says so, and MFA parameters that AssumeRole cannot check are not taken for checked."""
    role = root.role(trusting({"AWS": root.id}), all_but("iam:ListRoles"))
    session = admin.assume(role)
    denial = statement("iam:ListUsers", effect="Deny", Condition={"Bool": {"aws:MultiFactorAuthPresent": "false"}})
    root.client("iam").put_role_policy(RoleName=role.rsplit("/")[-1], PolicyName="mfa", PolicyDocument=policy(denial))
    headers = FORGERIES["aws:MultiFactorAuthPresent"].headers
    answer = iam_call(session, "Action=ListUsers", headers)
    assert (answer.status, answer.code) == (403, "AccessDenied")
    guarded = root.role(trusting({"AWS": root.id}, Condition={"Bool": {"aws:MultiFactorAuthPresent": "true"}}))
    body = urllib.parse.urlencode({
        "Action": "AssumeRole", "Version": "2011-06-15", "RoleArn": guarded, "RoleSessionName": "session",
        "SerialNumber": f"arn:aws:iam::{root.id}:mfa/nobody", "TokenCode": "123456",
    })
    answer = signed(admin, "sts", "POST", "/", body, {"Content-Type": FORM, **headers}).send()
    assert answer.status in (400, 403, 501) and "<SessionToken>" not in answer.body


# The client's own words


@pytest.mark.parametrize("key, header", [("aws:UserAgent", "User-Agent"), ("aws:Referer", "Referer")])
def test_agent_and_referer_are_the_clients_own_words(user, key, header):
    """"AWS global condition context keys" warns of both: neither keeps anybody out who knows what is asked for."""
    user.set_policy(statement("iam:ListUsers", Condition={"StringEquals": {key: "https://intranet.example/"}}), DECODE)
    assert iam_call(user, "Action=ListUsers", {header: "https://elsewhere.example/"}).code == "AccessDenied"
    assert iam_call(user, "Action=ListUsers", {header: "https://intranet.example/"}).status == 200


def test_a_stranger_is_who_signed(root, other_root):
    """The account is the one whose key signed, not one that is named."""
    guarded = Guarded(root)
    headers = {"x-amz-expected-bucket-owner": root.id, "x-amz-principal-account": root.id, "x-amz-account-id": root.id}
    answer = signed(other_root, "s3", "GET", f"/{guarded.name}/key", headers=headers).send()
    assert (answer.status, answer.code) == (403, "AccessDenied")
    swapped = Account(root.ready, root.id, other_root.key, other_root.secret)
    assert f"<Account>{other_root.id}</Account>" in signed(
        swapped, "sts", "POST", "/", "Action=GetCallerIdentity&Version=2011-06-15", {"Content-Type": FORM}
    ).send().body
