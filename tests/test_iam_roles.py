"""Roles: life, trust policies, inline and attached policies, boundaries, tags."""

import json

import pytest

from conftest import all_but, constraint, denied, policy, refused, statement, trusting, unique
from permissions import Case, check_permission

FORECAST = trusting({"Service": "forecast.amazonaws.com"})
TRUST = policy(FORECAST)
ANYTHING = policy(statement("s3:*"))
READ_ONLY = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"


@pytest.fixture
def iam(admin):
    return admin.client("iam")


@pytest.fixture
def role(admin):
    """The name of a new role."""
    return admin.role(FORECAST).rsplit("/")[-1]


def on_role(prepare=None, **arguments):
    """A call on a role at a path, so that a refusal's words and a policy's ARN differ."""

    def case(root):
        iam, name = root.client("iam"), unique("role")
        iam.create_role(RoleName=name, Path="/team/", AssumeRolePolicyDocument=TRUST)
        if prepare:
            prepare(iam, name)
        return Case({"RoleName": name, **arguments}, root.iam_arn(f"role/team/{name}"), f"role {name}")

    return case


def creating(root):
    name = unique("role")
    arguments = {"RoleName": name, "Path": "/team/", "AssumeRolePolicyDocument": TRUST}
    return Case(arguments, root.iam_arn(f"role/team/{name}"))


def listing(root):
    return Case({"PathPrefix": "/team/"}, root.iam_arn("role/team/"))


def with_inline(iam, name):
    iam.put_role_policy(RoleName=name, PolicyName="inline", PolicyDocument=ANYTHING)


def with_attached(iam, name):
    iam.attach_role_policy(RoleName=name, PolicyArn=READ_ONLY)


def with_boundary(iam, name):
    iam.put_role_permissions_boundary(RoleName=name, PermissionsBoundary=READ_ONLY)


OPERATIONS = {
    "CreateRole": creating,
    "GetRole": on_role(),
    "UpdateRole": on_role(Description="new", MaxSessionDuration=7200),
    "UpdateRoleDescription": on_role(Description="new"),
    "UpdateAssumeRolePolicy": on_role(PolicyDocument=TRUST),
    "DeleteRole": on_role(),
    "ListRoles": listing,
    "TagRole": on_role(Tags=[{"Key": "a", "Value": "1"}]),
    "UntagRole": on_role(TagKeys=["a"]),
    "ListRoleTags": on_role(),
    "PutRolePolicy": on_role(PolicyName="inline", PolicyDocument=ANYTHING),
    "GetRolePolicy": on_role(with_inline, PolicyName="inline"),
    "DeleteRolePolicy": on_role(with_inline, PolicyName="inline"),
    "ListRolePolicies": on_role(),
    "AttachRolePolicy": on_role(PolicyArn=READ_ONLY),
    "DetachRolePolicy": on_role(with_attached, PolicyArn=READ_ONLY),
    "ListAttachedRolePolicies": on_role(),
    "PutRolePermissionsBoundary": on_role(PermissionsBoundary=READ_ONLY),
    "DeleteRolePermissionsBoundary": on_role(with_boundary),
    "ListInstanceProfilesForRole": on_role(),
}


@pytest.mark.parametrize("operation", OPERATIONS)
def test_each_operation_needs_its_permission_and_no_other(root, operation):
    check_permission(root, "iam", operation, OPERATIONS[operation](root))


def test_a_new_role_has_these_members(iam):
    name = unique("role")
    made = iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST)["Role"]
    assert set(made) == {"Path", "RoleName", "RoleId", "Arn", "CreateDate", "AssumeRolePolicyDocument"}
    read = iam.get_role(RoleName=name)["Role"]
    assert read == {**made, "MaxSessionDuration": 3600, "RoleLastUsed": {}}
    assert read["AssumeRolePolicyDocument"] == json.loads(TRUST)


def test_description_duration_and_tags_come_back(iam):
    name, tags = unique("role"), [{"Key": "Team", "Value": "retail"}]
    iam.create_role(
        RoleName=name, AssumeRolePolicyDocument=TRUST, Description="For forecasts",
        MaxSessionDuration=7200, Tags=tags, PermissionsBoundary=READ_ONLY,
    )
    read = iam.get_role(RoleName=name)["Role"]
    assert (read["Description"], read["MaxSessionDuration"], read["Tags"]) == ("For forecasts", 7200, tags)
    boundary = {"PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": READ_ONLY}
    assert read["PermissionsBoundary"] == boundary


def test_an_update_changes_what_it_names_and_nothing_else(iam, role):
    iam.update_role(RoleName=role, Description="one", MaxSessionDuration=7200)
    iam.update_role(RoleName=role)
    answer = iam.update_role_description(RoleName=role, Description="two")["Role"]
    assert answer["Description"] == "two" and "MaxSessionDuration" not in answer
    read = iam.get_role(RoleName=role)["Role"]
    assert (read["Description"], read["MaxSessionDuration"]) == ("two", 7200)


NO_SUCH_ROLE = {
    "get_role": {},
    "update_role": {},
    "update_role_description": {"Description": "x"},
    "update_assume_role_policy": {"PolicyDocument": TRUST},
    "delete_role": {},
    "tag_role": {"Tags": [{"Key": "a", "Value": "1"}]},
    "untag_role": {"TagKeys": ["a"]},
    "list_role_tags": {},
    "put_role_policy": {"PolicyName": "p", "PolicyDocument": ANYTHING},
    "list_role_policies": {},
    "attach_role_policy": {"PolicyArn": READ_ONLY},
    "list_attached_role_policies": {},
    "put_role_permissions_boundary": {"PermissionsBoundary": READ_ONLY},
    "delete_role_permissions_boundary": {},
    "list_instance_profiles_for_role": {},
}


@pytest.mark.parametrize("method", NO_SUCH_ROLE)
def test_a_role_that_is_not_there_is_no_such_entity(iam, method):
    with refused("NoSuchEntity", "The role with name nobody cannot be found.", 404):
        getattr(iam, method)(RoleName="nobody", **NO_SUCH_ROLE[method])


def test_without_permission_a_missing_role_looks_like_any_other(root):
    user = root.user(statement("iam:ListRoles"))
    with refused("AccessDenied", denied(user, "iam:GetRole", "role nobody"), 403):
        user.client("iam").get_role(RoleName="nobody")


def test_names_ignore_case_and_keep_it(iam):
    name = unique("MixedCase")
    iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST)
    assert iam.get_role(RoleName=name.upper())["Role"]["RoleName"] == name
    with refused("EntityAlreadyExists", f"Role with name {name.lower()} already exists.", 409):
        iam.create_role(RoleName=name.lower(), AssumeRolePolicyDocument=TRUST)
    iam.delete_role(RoleName=name.lower())
    with refused("NoSuchEntity"):
        iam.get_role(RoleName=name)


def test_a_role_with_policies_is_not_deleted(iam, role):
    iam.put_role_policy(RoleName=role, PolicyName="inline", PolicyDocument=ANYTHING)
    with refused("DeleteConflict", "Cannot delete entity, must delete policies first.", 409):
        iam.delete_role(RoleName=role)
    iam.delete_role_policy(RoleName=role, PolicyName="inline")
    iam.attach_role_policy(RoleName=role, PolicyArn=READ_ONLY)
    with refused("DeleteConflict", "Cannot delete entity, must detach all policies first.", 409):
        iam.delete_role(RoleName=role)
    iam.detach_role_policy(RoleName=role, PolicyArn=READ_ONLY)
    iam.delete_role(RoleName=role)


def test_inline_policies_are_written_read_listed_and_deleted(iam, role):
    for name in ("b", "a", "c"):
        iam.put_role_policy(RoleName=role, PolicyName=name, PolicyDocument=ANYTHING)
    assert sorted(iam.list_role_policies(RoleName=role)["PolicyNames"]) == ["a", "b", "c"]
    read = iam.get_role_policy(RoleName=role, PolicyName="b")
    assert (read["RoleName"], read["PolicyName"], read["PolicyDocument"]) == (role, "b", json.loads(ANYTHING))
    iam.put_role_policy(RoleName=role, PolicyName="b", PolicyDocument=policy(statement("sqs:*")))
    read = iam.get_role_policy(RoleName=role, PolicyName="b")["PolicyDocument"]
    assert read["Statement"][0]["Action"] == "sqs:*"
    iam.delete_role_policy(RoleName=role, PolicyName="b")
    for call in (iam.get_role_policy, iam.delete_role_policy):
        with refused("NoSuchEntity", "The role policy with name b cannot be found.", 404):
            call(RoleName=role, PolicyName="b")


def test_inline_policies_share_their_limit(iam, role):
    long = policy(*(statement("s3:GetObject", f"arn:aws:s3:::{'b' * 50}{number}/*") for number in range(45)))
    iam.put_role_policy(RoleName=role, PolicyName="one", PolicyDocument=long)
    message = f"Maximum policy size of 10240 bytes exceeded for role {role}"
    with refused("LimitExceeded", message, 409):
        iam.put_role_policy(RoleName=role, PolicyName="two", PolicyDocument=long)
    iam.put_role_policy(RoleName=role, PolicyName="one", PolicyDocument=ANYTHING)
    iam.put_role_policy(RoleName=role, PolicyName="two", PolicyDocument=long)


def test_attached_policies_are_listed_once_each_and_detached(iam, role):
    for _ in range(2):
        iam.attach_role_policy(RoleName=role, PolicyArn=READ_ONLY)
    attached = iam.list_attached_role_policies(RoleName=role)["AttachedPolicies"]
    assert attached == [{"PolicyName": "AmazonS3ReadOnlyAccess", "PolicyArn": READ_ONLY}]
    iam.detach_role_policy(RoleName=role, PolicyArn=READ_ONLY)
    assert iam.list_attached_role_policies(RoleName=role)["AttachedPolicies"] == []
    with refused("NoSuchEntity", f"Policy {READ_ONLY} was not found.", 404):
        iam.detach_role_policy(RoleName=role, PolicyArn=READ_ONLY)
    nothing = "arn:aws:iam::aws:policy/NoSuchPolicy"
    with refused("NoSuchEntity", f"Policy {nothing} does not exist or is not attachable.", 404):
        iam.attach_role_policy(RoleName=role, PolicyArn=nothing)


def test_ten_policies_and_no_more_are_attached(iam, role):
    made = [
        iam.create_policy(PolicyName=unique("policy"), PolicyDocument=ANYTHING)["Policy"]["Arn"] for _ in range(11)
    ]
    for arn in made[:10]:
        iam.attach_role_policy(RoleName=role, PolicyArn=arn)
    with refused("LimitExceeded", "Cannot exceed quota for PoliciesPerRole: 10", 409):
        iam.attach_role_policy(RoleName=role, PolicyArn=made[10])


def test_lists_go_by_path_and_page(admin, iam):
    path = f"/{unique('path')}/"
    names = sorted(unique("role") for _ in range(5))
    for name in names:
        iam.create_role(RoleName=name, Path=path, AssumeRolePolicyDocument=TRUST)
    first = iam.list_roles(PathPrefix=path, MaxItems=2)
    assert first["IsTruncated"] and len(first["Roles"]) == 2 and first["Marker"]
    pages = iam.get_paginator("list_roles").paginate(PathPrefix=path, PaginationConfig={"PageSize": 2})
    assert [role["RoleName"] for page in pages for role in page["Roles"]] == names
    role = first["Roles"][0]
    assert role["Arn"] == admin.iam_arn(f"role{path}{names[0]}") and role["MaxSessionDuration"] == 3600
    assert iam.list_roles(PathPrefix="/nothing-here/")["Roles"] == []


def test_a_garbled_marker_is_a_validation_error(iam):
    with refused("ValidationError", status=400):
        iam.list_roles(Marker="garbled")


def test_tags_are_set_replaced_removed_and_paged(iam, role):
    iam.tag_role(RoleName=role, Tags=[{"Key": f"k{number}", "Value": "1"} for number in range(4)])
    iam.tag_role(RoleName=role, Tags=[{"Key": "K0", "Value": "2"}])
    iam.untag_role(RoleName=role, TagKeys=["k1", "absent"])
    page = iam.list_role_tags(RoleName=role, MaxItems=2)
    assert page["IsTruncated"]
    rest = iam.list_role_tags(RoleName=role, Marker=page["Marker"])
    tags = {tag["Key"].lower(): tag["Value"] for tag in page["Tags"] + rest["Tags"]}
    assert tags == {"k0": "2", "k2": "1", "k3": "1"}


@pytest.mark.parametrize(
    "tags, code, message",
    [
        (
            [{"Key": "a", "Value": "1"}, {"Key": "A", "Value": "2"}],
            "InvalidInput",
            "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
        ),
        (
            [{"Key": "aws:a", "Value": "1"}],
            "InvalidInput",
            "aws: prefixed tag key names are not allowed for external use.",
        ),
        (
            [{"Key": f"k{n}", "Value": ""} for n in range(51)],
            "ValidationError",
            constraint("tags", "Member must have length less than or equal to 50"),
        ),
        (
            [{"Key": "bad<key", "Value": "1"}],
            "ValidationError",
            constraint(
                "tags.1.member.key",
                r"Member must satisfy regular expression pattern: [\p{L}\p{Z}\p{N}_.:/=+\-@]+",
            ),
        ),
    ],
)
def test_bad_tags(iam, role, tags, code, message):
    with refused(code, message, 400):
        iam.tag_role(RoleName=role, Tags=tags)
    assert iam.list_role_tags(RoleName=role)["Tags"] == []


def test_fifty_tags_are_the_limit(iam, role):
    iam.tag_role(RoleName=role, Tags=[{"Key": f"k{n}", "Value": ""} for n in range(50)])
    with refused("LimitExceeded", status=409):
        iam.tag_role(RoleName=role, Tags=[{"Key": "one-more", "Value": ""}])


def test_tags_at_creation_need_the_permission_to_tag(root):
    user, name = root.user(all_but("iam:TagRole")), unique("role")
    with refused("AccessDenied", denied(user, "iam:TagRole", user.iam_arn(f"role/{name}")), 403):
        user.client("iam").create_role(
            RoleName=name, AssumeRolePolicyDocument=TRUST, Tags=[{"Key": "a", "Value": "1"}]
        )
    user.client("iam").create_role(RoleName=name, AssumeRolePolicyDocument=TRUST)


def test_a_policy_may_ask_for_a_boundary(root):
    condition = {"StringEquals": {"iam:PermissionsBoundary": READ_ONLY}}
    user = root.user(statement("iam:CreateRole", Condition=condition))
    iam, name = user.client("iam"), unique("role")
    with refused("AccessDenied"):
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST)
    iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST, PermissionsBoundary=READ_ONLY)


def test_a_policy_may_ask_for_tags(root):
    condition = {
        "StringEquals": {"aws:RequestTag/Team": "retail"},
        "ForAllValues:StringEquals": {"aws:TagKeys": "Team"},
    }
    user = root.user(statement(["iam:CreateRole", "iam:TagRole"], Condition=condition))
    iam, name = user.client("iam"), unique("role")
    for tags in ([], [("Team", "other")], [("Team", "retail"), ("More", "x")]):
        with refused("AccessDenied"):
            shown = [{"Key": key, "Value": value} for key, value in tags]
            iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST, Tags=shown)
    iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST, Tags=[{"Key": "Team", "Value": "retail"}])


def test_a_policy_may_ask_for_the_tags_a_role_has(root):
    user = root.user(statement("iam:GetRole", Condition={"StringEquals": {"aws:ResourceTag/Team": "retail"}}))
    for team, may in (("retail", True), ("other", False)):
        arn = root.role(FORECAST, Tags=[{"Key": "Team", "Value": team}])
        name = arn.rsplit("/")[-1]
        if may:
            assert user.client("iam").get_role(RoleName=name)["Role"]["Arn"] == arn
            continue
        with refused("AccessDenied", denied(user, "iam:GetRole", f"role {name}")):
            user.client("iam").get_role(RoleName=name)


def test_the_boundary_of_a_role_limits_its_sessions(root, admin, iam):
    role = root.role(trusting({"AWS": admin.id}), statement("*"), PermissionsBoundary=READ_ONLY)
    session = admin.assume(role)
    session.client("s3").list_buckets()
    reason = "because no permissions boundary allows the iam:ListUsers action"
    with refused("AccessDenied", denied(session, "iam:ListUsers", root.iam_arn("user/"), reason)):
        session.client("iam").list_users()
    iam.delete_role_permissions_boundary(RoleName=role.rsplit("/")[-1])
    session.client("iam").list_users()
    iam.put_role_permissions_boundary(RoleName=role.rsplit("/")[-1], PermissionsBoundary=READ_ONLY)
    with refused("AccessDenied"):
        session.client("iam").list_users()


def test_a_boundary_must_be_there(iam, role):
    nothing = "arn:aws:iam::aws:policy/NoSuchPolicy"
    with refused("NoSuchEntity", f"Scope ARN: {nothing} does not exist or is not attachable.", 404):
        iam.put_role_permissions_boundary(RoleName=role, PermissionsBoundary=nothing)


def test_a_change_of_policy_holds_for_running_sessions_at_once(root, admin):
    role = root.role(trusting({"AWS": admin.id}), statement("iam:ListUsers"))
    session, name = admin.assume(role), role.rsplit("/")[-1]
    session.client("iam").list_users()
    root.client("iam").delete_role_policy(RoleName=name, PolicyName="inline")
    with refused("AccessDenied"):
        session.client("iam").list_users()
    root.client("iam").put_role_policy(RoleName=name, PolicyName="again", PolicyDocument=policy(statement("*")))
    session.client("iam").list_users()


def test_sessions_of_a_deleted_role_are_worthless(root, admin):
    role = root.role(trusting({"AWS": admin.id}))
    session = admin.assume(role)
    root.client("iam").delete_role(RoleName=role.rsplit("/")[-1])
    with refused("InvalidClientTokenId", status=403):
        session.client("iam").list_users()
    again = root.role(trusting({"AWS": admin.id}), statement("*"), name=role.rsplit("/")[-1])
    assert again == role
    with refused("InvalidClientTokenId", status=403):
        session.client("iam").list_users()


TRUST_TEXTS = [
    ("no json", "This policy contains invalid Json"),
    (policy({"Effect": "Allow", "Action": "sts:AssumeRole"}), "Missing required field Principal"),
    (policy({**FORECAST, "Resource": "*"}), "Has prohibited field Resource"),
    (policy(trusting({"AWS": "*"}, "s3:GetObject")), "AssumeRole policy may only specify STS AssumeRole actions."),
    (
        policy(trusting({"AWS": "arn:aws:iam::111122223333:user/no-such-user"})),
        'Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:user/no-such-user"',
    ),
    (
        policy(trusting({"AWS": "arn:aws:iam::111122223333:user/*"})),
        'Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:user/*"',
    ),
    (
        policy(trusting({"AWS": "arn:aws-cn:iam::111122223333:root"})),
        'Invalid principal in policy: "AWS":"arn:aws-cn:iam::111122223333:root"',
    ),
    (
        policy(trusting({"Federated": "arn:aws-cn:iam::111122223333:oidc-provider/id.example.com"}, "sts:AssumeRoleWithWebIdentity")),
        "Federated principals must be valid domain names or SAML metadata ARNs",
    ),
]


@pytest.mark.parametrize("document, message", TRUST_TEXTS)
def test_a_trust_policy_that_cannot_be_is_refused(iam, role, document, message):
    with refused("MalformedPolicyDocument", message, 400):
        iam.create_role(RoleName=unique("role"), AssumeRolePolicyDocument=document)
    with refused("MalformedPolicyDocument", message, 400):
        iam.update_assume_role_policy(RoleName=role, PolicyDocument=document)
    assert iam.get_role(RoleName=role)["Role"]["AssumeRolePolicyDocument"] == json.loads(TRUST)


def test_a_trust_policy_that_is_too_long_is_refused(iam):
    conditions = {"StringEquals": {"aws:SourceAccount": [f"{number:012}" for number in range(150)]}}
    with refused("LimitExceeded", "Cannot exceed quota for ACLSizePerRole: 2048", 409):
        iam.create_role(
            RoleName=unique("role"), AssumeRolePolicyDocument=policy({**FORECAST, "Condition": conditions})
        )


def test_white_space_does_not_count_for_the_limit(iam):
    spaced = json.dumps(json.loads(TRUST), indent=100)
    assert len(spaced) > 2048
    iam.create_role(RoleName=unique("role"), AssumeRolePolicyDocument=spaced)


def test_a_principal_is_bound_to_its_id_not_to_its_name(root, iam):
    """A user made anew under the old name does not get the old one's access ("IAM JSON policy elements: Principal")."""
    user = root.user(name=unique("bound"))
    role = root.role(trusting({"AWS": user.arn}), statement("*"))
    name = role.rsplit("/")[-1]
    shown = lambda: iam.get_role(RoleName=name)["Role"]["AssumeRolePolicyDocument"]["Statement"][0]["Principal"]
    assert shown() == {"AWS": user.arn}
    user.assume(role)
    user_id = iam.get_user(UserName=user.name)["User"]["UserId"]
    iam.delete_access_key(UserName=user.name, AccessKeyId=user.key)
    iam.delete_user(UserName=user.name)
    assert shown() == {"AWS": user_id}
    again = root.user(name=user.name)
    assert again.arn == user.arn
    with refused("AccessDenied", f"User: {user.arn} is not authorized to perform: sts:AssumeRole on resource: {role}"):
        again.assume(role)
    iam.update_assume_role_policy(RoleName=name, PolicyDocument=policy(trusting({"AWS": again.arn})))
    again.assume(role)


@pytest.mark.parametrize("name", ["white space", "semi;colon", "x" * 65, "ü"])
def test_names_keep_to_their_letters_and_length(iam, name):
    with refused("ValidationError", status=400):
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST)


def test_a_role_name_of_every_allowed_letter(iam):
    name = unique("All+=,.@-_")
    iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST)
    assert iam.get_role(RoleName=name)["Role"]["Arn"].endswith(f":role/{name}")


@pytest.mark.parametrize("path", ["no-slashes", "/open", "/wh ite/"])
def test_paths_begin_and_end_with_a_slash(iam, path):
    with refused("ValidationError", status=400):
        iam.create_role(RoleName=unique("role"), Path=path, AssumeRolePolicyDocument=TRUST)


@pytest.mark.parametrize("seconds", [3600 - 1, 43200 + 1])
def test_sessions_last_one_to_twelve_hours(admin, role, seconds):
    iam = admin.client("iam", parameter_validation=False)
    with refused("ValidationError", status=400):
        iam.update_role(RoleName=role, MaxSessionDuration=seconds)


def test_a_boundary_is_a_key_of_the_actions_that_aws_lists(root, iam):
    bounded = {"StringEquals": {"iam:PermissionsBoundary": READ_ONLY}}
    manager, user = root.user(statement("iam:*", Condition=bounded)), root.user()
    iam.put_user_permissions_boundary(UserName=user.name, PermissionsBoundary=READ_ONLY)
    mine = manager.client("iam")
    mine.put_user_policy(UserName=user.name, PolicyName="p", PolicyDocument=policy(statement("iam:ListUsers")))
    for call, more in [("create_access_key", {}), ("get_user", {}), ("tag_user", {"Tags": [{"Key": "k", "Value": "v"}]})]:
        with refused("AccessDenied", status=403):
            getattr(mine, call)(UserName=user.name, **more)
    mine.delete_user_permissions_boundary(UserName=user.name)
    with refused("NoSuchEntity", status=404):
        iam.delete_user_permissions_boundary(UserName=user.name)
