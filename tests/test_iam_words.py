"""The words of IAM's refusals, as AWS told them in 2026: what model, names, paths and tags ask for, and who is missing."""

import pytest

from conftest import policy, refused, statement, trusting, unique

ALLOW = policy(statement("s3:ListBucket"))
TRUST = policy(trusting({"Service": "ec2.amazonaws.com"}))
NAME = "The specified value for {} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-"
PATH = (
    "The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters "
    "and/or / characters."
)
LENGTH = "Member must have length less than or equal to {}"
TAG = r"Member must satisfy regular expression pattern: [\p{L}\p{Z}\p{N}_.:/=+\-@]+"
TAG_KEYS = (
    "Member must satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater "
    r"than or equal to 1, Member must satisfy regular expression pattern: [\p{L}\p{Z}\p{N}_.:/=+\-@]+, "
    "Member must not be null]"
)


@pytest.fixture
def iam(admin):
    return admin.client("iam")


def broken(member, constraint):
    return f"1 validation error detected: Value at '{member}' failed to satisfy constraint: {constraint}"


# An operation, its arguments and the text.
INPUTS = [
    ("create_user", {"UserName": "a b"}, NAME.format("userName")),
    ("get_user", {"UserName": "arn:aws:iam::1:user/a"}, NAME.format("userName")),
    ("create_user", {"UserName": "Zoë"}, NAME.format("userName")),
    ("create_user", {"UserName": "x" * 65}, broken("userName", LENGTH.format(64))),
    ("create_user", {"UserName": " " * 65}, broken("userName", LENGTH.format(64))),
    ("create_user", {"UserName": "a", "Path": "books"}, PATH),
    ("create_user", {"UserName": "a", "Path": "/books"}, PATH),
    ("create_user", {"UserName": "a", "Path": "/a b/"}, PATH),
    ("create_user", {"UserName": "a", "Path": f"/{'x' * 511}/"}, broken("path", LENGTH.format(512))),
    ("create_group", {"GroupName": "a/b"}, NAME.format("groupName")),
    ("create_role", {"RoleName": "a:b", "AssumeRolePolicyDocument": TRUST}, NAME.format("roleName")),
    ("create_policy", {"PolicyName": "a b", "PolicyDocument": ALLOW}, NAME.format("policyName")),
    ("put_user_policy", {"UserName": "a", "PolicyName": "a b", "PolicyDocument": ALLOW}, NAME.format("policyName")),
    ("create_instance_profile", {"InstanceProfileName": "a b"}, NAME.format("instanceProfileName")),
    ("update_user", {"UserName": "a", "NewUserName": "a b"}, NAME.format("newUserName")),
    ("create_virtual_mfa_device", {"VirtualMFADeviceName": "a", "Path": "books/"}, PATH),
    ("tag_user", {"UserName": "a", "Tags": [{"Key": "x" * 129, "Value": ""}]},
     broken("tags.1.member.key", LENGTH.format(128))),
    ("tag_user", {"UserName": "a", "Tags": [{"Key": "x", "Value": "x" * 257}]},
     broken("tags.1.member.value", LENGTH.format(256))),
    ("tag_user", {"UserName": "a", "Tags": [{"Key": "?", "Value": ""}]}, broken("tags.1.member.key", TAG)),
    ("tag_user", {"UserName": "a", "Tags": [{"Key": f"k{n}", "Value": ""} for n in range(51)]},
     broken("tags", LENGTH.format(50))),
    ("untag_user", {"UserName": "a", "TagKeys": ["?"]}, broken("tagKeys", TAG_KEYS)),
    ("list_users", {"Marker": "a"}, "Invalid Marker."),
    ("get_policy_version", {"PolicyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess", "VersionId": "1"},
     broken("versionId", r"Member must satisfy regular expression pattern: v[1-9][0-9]*(\.[A-Za-z0-9-]*)?")),
    ("attach_role_policy", {"RoleName": "a", "PolicyArn": "longpolicynamebutnoarn"},
     "ARN longpolicynamebutnoarn is not valid."),
    ("update_account_password_policy", {"MinimumPasswordLength": 129}, broken(
        "minimumPasswordLength", "Member must have value less than or equal to 128")),
    ("create_role", {"RoleName": "a", "AssumeRolePolicyDocument": TRUST, "MaxSessionDuration": 43201}, broken(
        "maxSessionDuration", "Member must have value less than or equal to 43200")),
]


@pytest.mark.parametrize("operation, arguments, message", INPUTS, ids=lambda value: value if isinstance(value, str) else "")
def test_inputs_are_refused_in_the_words_of_iam(iam, operation, arguments, message):
    with refused("ValidationError", message, 400):
        getattr(iam, operation)(**arguments)


def test_all_broken_constraints_are_told_at_once(iam):
    told = (
        "3 validation errors detected: Value at 'minimumPasswordLength' failed to satisfy constraint: Member must have "
        "value less than or equal to 128; Value at 'maxPasswordAge' failed to satisfy constraint: Member must have value "
        "less than or equal to 1095; Value at 'passwordReusePrevention' failed to satisfy constraint: Member must have "
        "value less than or equal to 24"
    )
    with refused("ValidationError", told, 400):
        iam.update_account_password_policy(MinimumPasswordLength=129, MaxPasswordAge=1096, PasswordReusePrevention=25)


def test_sts_repeats_the_value(admin):
    told = r"1 validation error detected: Value 'a b' at 'roleSessionName' failed to satisfy constraint: "
    told += r"Member must satisfy regular expression pattern: [\w+=,.@-]*"
    with refused("ValidationError", told, 400):
        admin.client("sts").assume_role(RoleArn=admin.iam_arn("role/somebody"), RoleSessionName="a b")


# An operation on something that is not there, its arguments and the text.
def missing(account):
    arn = account.iam_arn
    user, role, group = ({f"{kind}Name": "nobody"} for kind in ("User", "Role", "Group"))
    oidc, device, own = arn("oidc-provider/nobody.example.com"), arn("mfa/nobody"), arn("policy/nobody")
    profile = {"InstanceProfileName": "nobody"}
    return [
        ("get_user", user, "The user with name nobody cannot be found."),
        ("get_group", group, "The group with name nobody cannot be found."),
        ("get_role", role, "The role with name nobody cannot be found."),
        ("get_instance_profile", profile, "Instance Profile nobody cannot be found."),
        ("get_policy", {"PolicyArn": own}, f"Policy {own} was not found."),
        ("get_policy_version", {"PolicyArn": own, "VersionId": "v1"},
         f"Policy {own} version v1 does not exist or is not attachable."),
        ("delete_virtual_mfa_device", {"SerialNumber": device}, f"MFA Device with serial number {device} does not exist."),
        ("get_open_id_connect_provider", {"OpenIDConnectProviderArn": oidc},
         f"OpenIDConnect Provider not found for arn {oidc}"),
        ("delete_open_id_connect_provider", {"OpenIDConnectProviderArn": oidc},
         f"OpenId connect Provider {oidc} cannot be found."),
        ("delete_saml_provider", {"SAMLProviderArn": arn("saml-provider/nobody")},
         f"Manifest not found for arn {arn('saml-provider/nobody')}"),
        ("get_account_password_policy", {}, f"The Password Policy with domain name {account.id} cannot be found."),
        ("delete_account_password_policy", {}, "The account policy with name PasswordPolicy cannot be found."),
        ("remove_user_from_group", {**user, **group}, "The user with name nobody cannot be found."),
        ("get_login_profile", user, "The user with name nobody cannot be found."),
    ]


def test_what_is_missing_is_told_in_the_words_of_iam(other_root):
    iam = other_root.client("iam")
    for operation, arguments, message in missing(other_root):
        with refused("NoSuchEntity", message, 404):
            getattr(iam, operation)(**arguments)


def test_what_hangs_on_a_user(root, iam):
    user = root.user()
    policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
    with refused("NoSuchEntity", f"Login Profile for User {user.name} cannot be found.", 404):
        iam.get_login_profile(UserName=user.name)
    with refused("NoSuchEntity", "The user policy with name nothing cannot be found.", 404):
        iam.get_user_policy(UserName=user.name, PolicyName="nothing")
    with refused("NoSuchEntity", f"Policy {policy_arn} was not found.", 404):
        iam.detach_user_policy(UserName=user.name, PolicyArn=policy_arn)
    gone = f"{policy_arn}AndMore"
    with refused("NoSuchEntity", f"Policy {gone} does not exist or is not attachable.", 404):
        iam.attach_user_policy(UserName=user.name, PolicyArn=gone)


def test_boundaries_that_are_no_policies(root, iam):
    user = root.user().name
    odd, gone = root.iam_arn("not_a_policy/books"), root.iam_arn("policy/nobody")
    with refused("InvalidInput", f"ARN {odd} is not valid.", 400):
        iam.put_user_permissions_boundary(UserName=user, PermissionsBoundary=odd)
    with refused("NoSuchEntity", f"Scope ARN: {gone} does not exist or is not attachable.", 404):
        iam.put_user_permissions_boundary(UserName=user, PermissionsBoundary=gone)


def test_a_key_that_the_account_does_not_have(root, admin, other_root):
    caller = other_root.user(statement("iam:*"))
    key = root.user().key
    told = f"User: {caller.arn} is not authorized to perform iam:GetAccessKeyLastUsed on resource: access key {key}"
    with refused("AccessDenied", told, 403):
        caller.client("iam").get_access_key_last_used(AccessKeyId=key)
    admin.client("iam").get_access_key_last_used(AccessKeyId=key)


def test_members_that_are_there_even_when_empty(root, iam):
    profile, role = unique("profile"), root.role(trusting({"Service": "ec2.amazonaws.com"})).rsplit("/")[-1]
    assert "Tags" not in iam.create_instance_profile(InstanceProfileName=profile)["InstanceProfile"]
    with refused("NoSuchEntity", f"Role {role} in Instance Profile {profile} cannot be found.", 404):
        iam.remove_role_from_instance_profile(InstanceProfileName=profile, RoleName=role)
    iam.add_role_to_instance_profile(InstanceProfileName=profile, RoleName=role)
    told = iam.get_instance_profile(InstanceProfileName=profile)["InstanceProfile"]
    assert told["Tags"] == [] and "MaxSessionDuration" not in told["Roles"][0]
    assert iam.get_policy(PolicyArn="arn:aws:iam::aws:policy/ReadOnlyAccess")["Policy"]["Tags"] == []
    oidc = iam.create_open_id_connect_provider(Url=f"https://{unique('id')}.example.com", ThumbprintList=["ab" * 20])
    assert iam.get_open_id_connect_provider(OpenIDConnectProviderArn=oidc["OpenIDConnectProviderArn"])["Tags"] == []
    assert "Tags" not in iam.get_user(UserName=root.user().name)["User"]
