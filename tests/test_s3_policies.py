"""Bucket policies: what they say, whom they let in, whom they keep out."""

import json
import ssl
import urllib.error
import urllib.request

import pytest

from conftest import all_but, denied, policy, refused, statement, trusting, unique


@pytest.fixture
def s3(admin):
    return admin.client("s3")


class Guarded:
    """A bucket with one object, and its policy."""

    def __init__(self, account):
        self.s3 = account.client("s3")
        self.name = unique("bucket")
        self.s3.create_bucket(Bucket=self.name)
        self.s3.put_object(Bucket=self.name, Key="key", Body=b"text")
        self.arn, self.objects = f"arn:aws:s3:::{self.name}", f"arn:aws:s3:::{self.name}/*"

    def set(self, *statements):
        self.s3.put_bucket_policy(Bucket=self.name, Policy=policy(*statements))

    def rule(self, principal, action, effect="Allow", **rest):
        resource = [self.arn, self.objects] if action == "s3:*" else self.objects
        return {"Effect": effect, "Principal": principal, "Action": action, "Resource": resource, **rest}

    def read(self, account):
        return account.client("s3").get_object(Bucket=self.name, Key="key")["Body"].read()


@pytest.fixture
def guarded(root):
    return Guarded(root)


def test_a_policy_is_kept_as_written_until_deleted(s3, bucket):
    with refused("NoSuchBucketPolicy", "The bucket policy does not exist", 404):
        s3.get_bucket_policy(Bucket=bucket)
    text = json.dumps(
        {
            "Version": "2008-10-17", "Id": "my-policy",
            "Statement": {
                "Sid": "with spaces", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::444455556666:root"},
                "Action": ["s3:GetObject"], "Resource": f"arn:aws:s3:::{bucket}/*",
            },
        }
    )
    s3.put_bucket_policy(Bucket=bucket, Policy=text)
    assert json.loads(s3.get_bucket_policy(Bucket=bucket)["Policy"]) == json.loads(text)
    s3.delete_bucket_policy(Bucket=bucket)
    s3.delete_bucket_policy(Bucket=bucket)
    with refused("NoSuchBucketPolicy"):
        s3.get_bucket_policy(Bucket=bucket)


OK = {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:GetObject"}
TEXTS = [
    ("no json", None),
    (policy({**OK, "Resource": "{objects}", "Principal": None}), None),
    (
        policy({"Effect": "Allow", "Action": "s3:GetObject", "Resource": "{objects}"}),
        "Missing required field Principal",
    ),
    (policy({**OK, "Resource": "{objects}", "Principal": {"AWS": "nobody"}}), "Invalid principal in policy"),
    (
        policy({**OK, "Resource": "{objects}", "Principal": {"AWS": "arn:aws:iam::111122223333:user/no-such-user"}}),
        "Invalid principal in policy",
    ),
    (
        policy({**OK, "Resource": "{objects}", "Principal": {"AWS": "arn:aws-cn:iam::111122223333:root"}}),
        "Invalid principal in policy",
    ),
    (policy({**OK, "Resource": "arn:aws:s3:::some-other-bucket/*"}), "Policy has invalid resource"),
    (policy({**OK, "Resource": "*"}), "Policy has invalid resource"),
    (policy({**OK, "Resource": "{objects}", "Action": "iam:GetUser"}), "Policy has invalid action"),
    (policy({**OK, "Resource": "{objects}", "Action": "s3:NoSuchAction"}), "Policy has invalid action"),
    (
        policy({**OK, "Resource": "{objects}", "Action": "s3:ListBucket"}),
        "Action does not apply to any resource(s) in statement",
    ),
    (
        policy({**OK, "Resource": "{bucket}", "Action": "s3:GetObject"}),
        "Action does not apply to any resource(s) in statement",
    ),
]


@pytest.mark.parametrize("document, message", TEXTS, ids=range(len(TEXTS)))
def test_a_policy_that_cannot_be_is_refused(guarded, document, message):
    document = document.replace("{objects}", guarded.objects).replace("{bucket}", guarded.arn)
    with refused("MalformedPolicy", message, 400):
        guarded.s3.put_bucket_policy(Bucket=guarded.name, Policy=document)


@pytest.mark.parametrize("principal", ["*", {"AWS": "*"}])
@pytest.mark.parametrize(
    "condition",
    [
        None,
        {"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}},
        {"StringLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/x"}},
        {"Bool": {"aws:SecureTransport": "true"}},
    ],
)
def test_a_public_policy_is_blocked(guarded, principal, condition):
    rule = guarded.rule(principal, "s3:GetObject")
    if condition:
        rule["Condition"] = condition
    with refused("AccessDenied", status=403) as caught:
        guarded.set(rule)
    message = caught.value.response["Error"]["Message"]
    assert "public policies are blocked by the BlockPublicPolicy" in message


# One account


def test_naming_a_user_is_enough_in_one_account(root, guarded):
    user = root.user()
    with refused("AccessDenied"):
        guarded.read(user)
    guarded.set(guarded.rule({"AWS": user.arn}, "s3:GetObject"))
    assert guarded.read(user) == b"text"


def test_naming_the_account_is_not(root, guarded):
    user = root.user()
    guarded.set(guarded.rule({"AWS": root.id}, "s3:GetObject"))
    reason = "because no identity-based policy allows the s3:GetObject action"
    text = f'User: {user.arn} is not authorized to perform: s3:GetObject on resource: "{guarded.arn}/key" {reason}'
    with refused("AccessDenied", text, 403):
        guarded.read(user)
    user.set_policy(statement("s3:GetObject"))
    assert guarded.read(user) == b"text"


def test_a_deny_outranks_everything(root, guarded):
    user = root.user(statement("*"))
    guarded.set(
        guarded.rule({"AWS": user.arn}, "s3:GetObject", "Deny"), guarded.rule({"AWS": user.arn}, "s3:GetObject")
    )
    text = denied(user, "s3:GetObject", f'"{guarded.arn}/key"', "with an explicit deny in a resource-based policy")
    with refused("AccessDenied", text, 403):
        guarded.read(user)
    user.client("s3").put_object(Bucket=guarded.name, Key="key", Body=b"text")
    assert guarded.read(root) == b"text"


def test_a_deny_of_everyone_but_some(root, guarded):
    insider, outsider = root.user(statement("s3:*")), root.user(statement("s3:*"))
    condition = {"ArnNotEquals": {"aws:PrincipalArn": [insider.arn, root.iam_arn("root")]}}
    guarded.set(guarded.rule("*", "s3:*", "Deny", Condition=condition))
    assert guarded.read(insider) == b"text"
    with refused("AccessDenied"):
        guarded.read(outsider)


def test_the_owner_cannot_lock_itself_out(root, guarded):
    """Root may read, replace and delete the policy whatever it says ("PutBucketPolicy" in the API reference)."""
    guarded.set(guarded.rule("*", "s3:*", "Deny"))
    with refused("AccessDenied"):
        guarded.read(root)
    assert guarded.s3.get_bucket_policy(Bucket=guarded.name)["Policy"]
    guarded.s3.delete_bucket_policy(Bucket=guarded.name)
    assert guarded.read(root) == b"text"


def test_a_bucket_for_one_vpc_endpoint_only_is_closed_to_everyone_else(root, guarded):
    """No request reaches this server through a VPC endpoint, and no header can say so."""
    condition = {"StringNotEquals": {"aws:SourceVpce": "vpce-1a2b3c4d"}}
    guarded.set(guarded.rule("*", "s3:GetObject", "Deny", Condition=condition))
    user = root.user(statement("s3:*"))
    with refused("AccessDenied"):
        guarded.read(user)


def test_conditions_on_the_address(root, guarded):
    user = root.user(statement("s3:*"))
    for addresses, may in ((["127.0.0.1/32", "::1/128"], True), (["10.0.0.0/8"], False)):
        condition = {"NotIpAddress": {"aws:SourceIp": addresses}}
        guarded.set(guarded.rule("*", "s3:GetObject", "Deny", Condition=condition))
        if may:
            assert guarded.read(user) == b"text"
            continue
        with refused("AccessDenied"):
            guarded.read(user)


def test_conditions_on_transport_and_age(root, guarded):
    user = root.user(statement("s3:*"))
    guarded.set(
        guarded.rule("*", "s3:GetObject", "Deny", Condition={"Bool": {"aws:SecureTransport": "false"}}),
        guarded.rule(
            "*", "s3:GetObject", "Deny", Condition={"DateGreaterThan": {"aws:CurrentTime": "2199-01-01T00:00:00Z"}}
        ),
        guarded.rule("*", "s3:GetObject", "Deny", Condition={"NumericLessThan": {"s3:TlsVersion": "1.2"}}),
    )
    assert guarded.read(user) == b"text"
    guarded.set(
        guarded.rule(
            "*", "s3:GetObject", "Deny", Condition={"DateGreaterThan": {"aws:CurrentTime": "2020-01-01T00:00:00Z"}}
        )
    )
    with refused("AccessDenied"):
        guarded.read(user)


def test_a_role_named_by_a_policy_is_that_role_and_not_its_namesake(root, admin, guarded):
    trust = trusting({"AWS": root.id})
    role = root.role(trust)
    guarded.set(guarded.rule({"AWS": role}, "s3:GetObject"))
    assert guarded.read(admin.assume(role)) == b"text"
    name = role.rsplit("/")[-1]
    role_id = root.client("iam").get_role(RoleName=name)["Role"]["RoleId"]
    root.client("iam").delete_role(RoleName=name)
    shown = json.loads(guarded.s3.get_bucket_policy(Bucket=guarded.name)["Policy"])
    assert shown["Statement"][0]["Principal"] == {"AWS": role_id}
    root.role(trust, name=name)
    with refused("AccessDenied"):
        guarded.read(admin.assume(role))


def test_a_session_named_directly_is_not_limited_by_its_session_policy(root, admin, guarded):
    role = root.role(trusting({"AWS": root.id}))
    session = admin.assume(role, "named", Policy=policy(statement("iam:GetUser")))
    with refused("AccessDenied"):
        guarded.read(session)
    guarded.set(guarded.rule({"AWS": session.arn}, "s3:GetObject"))
    assert guarded.read(session) == b"text"


# Two accounts


@pytest.mark.parametrize("named, permitted", [(1, 1), (1, 0), (0, 1)])
@pytest.mark.parametrize("how", ["account", "user"])
def test_across_accounts_both_sides_must_agree(other_root, guarded, how, named, permitted):
    user = other_root.user(*[statement("s3:GetObject", guarded.objects)] * permitted)
    if named:
        guarded.set(guarded.rule({"AWS": other_root.id if how == "account" else user.arn}, "s3:GetObject"))
    if named and permitted:
        assert guarded.read(user) == b"text"
        return
    with refused("AccessDenied", "Access Denied", 403):
        guarded.read(user)


def test_the_root_user_of_another_account_needs_the_policy_only(other_root, guarded):
    with refused("AccessDenied", "Access Denied", 403):
        guarded.read(other_root)
    guarded.set(guarded.rule({"AWS": other_root.id}, "s3:GetObject"))
    assert guarded.read(other_root) == b"text"


def test_strangers_do_not_learn_what_is_there(other_root, guarded):
    stranger = other_root.client("s3")
    for key in ("key", "nothing"):
        with refused("AccessDenied", "Access Denied", 403):
            stranger.get_object(Bucket=guarded.name, Key=key)
    with refused("AccessDenied", status=403):
        stranger.get_bucket_policy(Bucket=guarded.name)


# Nobody


def anonymous(account, path, method="GET", body=None):
    context = ssl.create_default_context(cafile=account.ready["ca_bundle"])
    request = urllib.request.Request(account.ready["endpoint"] + path, method=method, data=body)
    try:
        with urllib.request.urlopen(request, context=context) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


@pytest.mark.parametrize(
    "method, tail", [("GET", "/key"), ("GET", ""), ("PUT", "/new"), ("DELETE", "/key"), ("GET", "/?policy")]
)
def test_without_a_signature_nothing_goes(root, guarded, method, tail):
    status, body = anonymous(root, f"/{guarded.name}{tail}", method, b"x" if method == "PUT" else None)
    assert status == 403 and b"<Code>AccessDenied</Code>" in body and b"<Message>Access Denied</Message>" in body


def test_a_list_of_buckets_needs_a_signature(root):
    """AWS sends browsers elsewhere; whatever the answer, no bucket is named."""
    status, body = anonymous(root, "/")
    assert status in (307, 403) and b"<Bucket>" not in body


def test_a_policy_for_some_addresses_lets_them_in_unsigned(root, guarded):
    condition = {"IpAddress": {"aws:SourceIp": ["127.0.0.1/32", "::1/128"]}}
    guarded.set(guarded.rule("*", "s3:GetObject", Condition=condition))
    assert anonymous(root, f"/{guarded.name}/key") == (200, b"text")
    assert anonymous(root, f"/{guarded.name}/key", "PUT", b"x")[0] == 403


# Identity policies


def test_variables_give_everyone_a_folder(root, guarded):
    user = root.user(statement("s3:*Object", guarded.arn + "/home/${aws:username}/*"))
    s3 = user.client("s3")
    s3.put_object(Bucket=guarded.name, Key=f"home/{user.name}/x", Body=b"mine")
    with refused("AccessDenied"):
        s3.put_object(Bucket=guarded.name, Key="home/somebody/x", Body=b"theirs")


def test_a_wildcard_in_a_key_is_a_letter(root, guarded):
    """Keys with `*` and `?` are text when asked for, patterns only in policies."""
    user = root.user(statement("s3:GetObject", f"{guarded.arn}/a"))
    for key in ("*", "?"):
        guarded.s3.put_object(Bucket=guarded.name, Key=key, Body=b"")
        with refused("AccessDenied"):
            user.client("s3").get_object(Bucket=guarded.name, Key=key)


def test_the_permission_of_an_object_is_not_that_of_the_bucket(root, guarded):
    user = root.user(statement("s3:*", guarded.arn))
    user.client("s3").list_objects_v2(Bucket=guarded.name)
    with refused("AccessDenied"):
        guarded.read(user)
    user.set_policy(statement("s3:*", guarded.objects))
    assert guarded.read(user) == b"text"
    with refused("AccessDenied"):
        user.client("s3").list_objects_v2(Bucket=guarded.name)


def test_a_policy_change_holds_at_once(root, guarded):
    user = root.user(all_but("s3:PutObject"))
    for _ in range(5):
        guarded.set(guarded.rule({"AWS": user.arn}, "s3:GetObject", "Deny"))
        with refused("AccessDenied"):
            guarded.read(user)
        guarded.s3.delete_bucket_policy(Bucket=guarded.name)
        assert guarded.read(user) == b"text"


# Keys about the signature


def test_old_signatures_and_unsigned_bodies_can_be_refused(root, bucket):
    user = root.user(statement("s3:*"))
    s3 = user.fresh_client("s3", signature_version="s3v4", s3={"payload_signing_enabled": True})
    put = lambda: s3.put_object(Bucket=bucket, Key="key", Body=b"text")
    url = s3.generate_presigned_url("put_object", Params={"Bucket": bucket, "Key": "key"})
    put_there = lambda: anonymous(root, url.removeprefix(root.ready["endpoint"]), "PUT", b"text")[0]
    place = f"arn:aws:s3:::{bucket}/*"
    deny = lambda condition: user.set_policy(
        statement("s3:*"), {"Effect": "Deny", "Action": "s3:PutObject", "Resource": place, "Condition": condition}
    )
    put()
    assert put_there() == 200
    deny({"StringEquals": {"s3:x-amz-content-sha256": "UNSIGNED-PAYLOAD"}})
    put()
    assert put_there() == 403
    deny({"NumericGreaterThan": {"s3:signatureAge": "600000"}})
    put()
    assert put_there() == 200
    deny({"NumericLessThan": {"s3:signatureAge": "600000"}})
    assert put_there() == 403
    deny({"Null": {"s3:x-amz-website-redirect-location": "false"}})
    put()
    with refused("AccessDenied"):
        s3.put_object(Bucket=bucket, Key="key", Body=b"text", WebsiteRedirectLocation="/other")
