"""Users and their access keys."""

import json

import pytest

from conftest import Account, all_but, denied, policy, refused, statement, unique
from permissions import Case, check_permission

ANYTHING = policy(statement("s3:*"))
READ_ONLY = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"


@pytest.fixture
def iam(admin):
    return admin.client("iam")


@pytest.fixture
def user(iam):
    """The name of a new user."""
    name = unique("user")
    iam.create_user(UserName=name)
    return name


def on_user(prepare=None, **arguments):
    """A call on a user at a path, so that a refusal's words and a policy's ARN differ."""

    def case(root):
        iam, name = root.client("iam"), unique("user")
        iam.create_user(UserName=name, Path="/team/")
        more = prepare(iam, name) if prepare else None
        called = {"UserName": name, **arguments, **(more or {})}
        return Case(called, root.iam_arn(f"user/team/{name}"), f"user {name}")

    return case


def creating(root):
    name = unique("user")
    return Case({"UserName": name, "Path": "/team/"}, root.iam_arn(f"user/team/{name}"))


def listing(root):
    return Case({"PathPrefix": "/team/"}, root.iam_arn("user/team/"))


def with_key(iam, name):
    return {"AccessKeyId": iam.create_access_key(UserName=name)["AccessKey"]["AccessKeyId"]}


def with_inline(iam, name):
    iam.put_user_policy(UserName=name, PolicyName="inline", PolicyDocument=ANYTHING)


def with_attached(iam, name):
    iam.attach_user_policy(UserName=name, PolicyArn=READ_ONLY)


def with_boundary(iam, name):
    iam.put_user_permissions_boundary(UserName=name, PermissionsBoundary=READ_ONLY)


OPERATIONS = {
    "CreateUser": creating,
    "GetUser": on_user(),
    "DeleteUser": on_user(),
    "ListUsers": listing,
    "TagUser": on_user(Tags=[{"Key": "a", "Value": "1"}]),
    "UntagUser": on_user(TagKeys=["a"]),
    "ListUserTags": on_user(),
    "CreateAccessKey": on_user(),
    "UpdateAccessKey": on_user(with_key, Status="Inactive"),
    "DeleteAccessKey": on_user(with_key),
    "ListAccessKeys": on_user(),
    "PutUserPolicy": on_user(PolicyName="inline", PolicyDocument=ANYTHING),
    "GetUserPolicy": on_user(with_inline, PolicyName="inline"),
    "DeleteUserPolicy": on_user(with_inline, PolicyName="inline"),
    "ListUserPolicies": on_user(),
    "AttachUserPolicy": on_user(PolicyArn=READ_ONLY),
    "DetachUserPolicy": on_user(with_attached, PolicyArn=READ_ONLY),
    "ListAttachedUserPolicies": on_user(),
    "PutUserPermissionsBoundary": on_user(PermissionsBoundary=READ_ONLY),
    "DeleteUserPermissionsBoundary": on_user(with_boundary),
}
ELSEWHERE = {"UpdateUser", "GetAccessKeyLastUsed"}


@pytest.mark.parametrize("operation", OPERATIONS)
def test_each_operation_needs_its_permission_and_no_other(root, operation):
    check_permission(root, "iam", operation, OPERATIONS[operation](root))


def test_renaming_needs_permission_on_the_old_and_the_new_name(root):
    old, new = unique("old"), unique("new")
    root.client("iam").create_user(UserName=old)
    arns = [root.iam_arn(f"user/{old}"), root.iam_arn(f"user/{new}")]
    for some in ([], arns[:1], arns[1:]):
        user = root.user(*[statement("iam:UpdateUser", arn) for arn in some])
        with refused("AccessDenied", status=403):
            user.client("iam").update_user(UserName=old, NewUserName=new)
    user = root.user(statement("iam:UpdateUser", arns))
    user.client("iam").update_user(UserName=old, NewUserName=new)


def test_last_use_of_a_key_needs_permission_on_its_user(root):
    owner = root.user()
    user = root.user(all_but("iam:GetAccessKeyLastUsed"))
    with refused("AccessDenied", status=403):
        user.client("iam").get_access_key_last_used(AccessKeyId=owner.key)
    user.set_policy(statement("iam:GetAccessKeyLastUsed", owner.arn))
    assert user.client("iam").get_access_key_last_used(AccessKeyId=owner.key)["UserName"] == owner.name


def test_a_new_user_has_these_members(iam):
    name = unique("user")
    made = iam.create_user(UserName=name)["User"]
    assert set(made) == {"Path", "UserName", "UserId", "Arn", "CreateDate"}
    assert made["UserId"].startswith("AIDA") and len(made["UserId"]) == 21
    assert iam.get_user(UserName=name)["User"] == made


def test_without_a_name_the_caller_is_meant(root):
    user = root.user(statement("*"))
    iam = user.client("iam")
    assert iam.get_user()["User"]["UserName"] == user.name
    assert [key["AccessKeyId"] for key in iam.list_access_keys()["AccessKeyMetadata"]] == [user.key]
    second = iam.create_access_key()["AccessKey"]
    assert second["UserName"] == user.name
    iam.delete_access_key(AccessKeyId=second["AccessKeyId"])


def test_the_root_user_is_told_about_itself(root):
    user = root.client("iam").get_user()["User"]
    assert (user["UserId"], user["Arn"]) == (root.id, root.iam_arn("root"))


NO_SUCH_USER = {
    "get_user": {},
    "update_user": {"NewPath": "/x/"},
    "delete_user": {},
    "tag_user": {"Tags": [{"Key": "a", "Value": "1"}]},
    "untag_user": {"TagKeys": ["a"]},
    "list_user_tags": {},
    "create_access_key": {},
    "list_access_keys": {},
    "put_user_policy": {"PolicyName": "p", "PolicyDocument": ANYTHING},
    "list_user_policies": {},
    "attach_user_policy": {"PolicyArn": READ_ONLY},
    "list_attached_user_policies": {},
    "put_user_permissions_boundary": {"PermissionsBoundary": READ_ONLY},
    "delete_user_permissions_boundary": {},
}


@pytest.mark.parametrize("method", NO_SUCH_USER)
def test_a_user_that_is_not_there_is_no_such_entity(iam, method):
    with refused("NoSuchEntity", "The user with name nobody cannot be found.", 404):
        getattr(iam, method)(UserName="nobody", **NO_SUCH_USER[method])


def test_names_ignore_case_and_keep_it(iam):
    name = unique("MixedCase")
    iam.create_user(UserName=name)
    assert iam.get_user(UserName=name.lower())["User"]["UserName"] == name
    with refused("EntityAlreadyExists", f"User with name {name.upper()} already exists.", 409):
        iam.create_user(UserName=name.upper())


def test_renaming_keeps_the_user(root, iam):
    user = root.user(statement("iam:GetUser"))
    before = iam.get_user(UserName=user.name)["User"]
    new = unique("renamed")
    iam.update_user(UserName=user.name, NewUserName=new, NewPath="/moved/")
    after = iam.get_user(UserName=new)["User"]
    assert after["Arn"] == root.iam_arn(f"user/moved/{new}") and after["UserId"] == before["UserId"]
    with refused("NoSuchEntity", f"The user with name {user.name} cannot be found."):
        iam.get_user(UserName=user.name)
    assert user.client("iam").get_user()["User"]["UserName"] == new
    assert user.client("sts").get_caller_identity()["Arn"] == after["Arn"]
    other = unique("user")
    iam.create_user(UserName=other)
    with refused("EntityAlreadyExists", f"User with name {other} already exists.", 409):
        iam.update_user(UserName=new, NewUserName=other)


def test_a_user_with_anything_left_is_not_deleted(iam, user):
    key = iam.create_access_key(UserName=user)["AccessKey"]["AccessKeyId"]
    with refused("DeleteConflict", "Cannot delete entity, must delete access keys first.", 409):
        iam.delete_user(UserName=user)
    iam.delete_access_key(UserName=user, AccessKeyId=key)
    iam.put_user_policy(UserName=user, PolicyName="inline", PolicyDocument=ANYTHING)
    with refused("DeleteConflict", "Cannot delete entity, must delete policies first.", 409):
        iam.delete_user(UserName=user)
    iam.delete_user_policy(UserName=user, PolicyName="inline")
    iam.attach_user_policy(UserName=user, PolicyArn=READ_ONLY)
    with refused("DeleteConflict", "Cannot delete entity, must detach all policies first.", 409):
        iam.delete_user(UserName=user)
    iam.detach_user_policy(UserName=user, PolicyArn=READ_ONLY)
    iam.delete_user(UserName=user)


def test_inline_policies_are_written_read_listed_and_deleted(iam, user):
    for name in ("b", "a"):
        iam.put_user_policy(UserName=user, PolicyName=name, PolicyDocument=ANYTHING)
    assert sorted(iam.list_user_policies(UserName=user)["PolicyNames"]) == ["a", "b"]
    assert iam.get_user_policy(UserName=user, PolicyName="a")["PolicyDocument"] == json.loads(ANYTHING)
    iam.delete_user_policy(UserName=user, PolicyName="a")
    for call in (iam.get_user_policy, iam.delete_user_policy):
        with refused("NoSuchEntity", "The user policy with name a cannot be found.", 404):
            call(UserName=user, PolicyName="a")


def test_inline_policies_share_their_limit(iam, user):
    long = policy(*(statement("s3:GetObject", f"arn:aws:s3:::{'b' * 50}{number}/*") for number in range(10)))
    iam.put_user_policy(UserName=user, PolicyName="one", PolicyDocument=long)
    with refused("LimitExceeded", f"Maximum policy size of 2048 bytes exceeded for user {user}", 409):
        iam.put_user_policy(UserName=user, PolicyName="two", PolicyDocument=long)


def test_lists_go_by_path_and_page(iam):
    path = f"/{unique('path')}/"
    names = sorted(unique("user") for _ in range(5))
    for name in names:
        iam.create_user(UserName=name, Path=path)
    assert iam.list_users(PathPrefix=path, MaxItems=3)["IsTruncated"]
    pages = iam.get_paginator("list_users").paginate(PathPrefix=path, PaginationConfig={"PageSize": 2})
    assert [user["UserName"] for page in pages for user in page["Users"]] == names


def test_tags_are_set_and_removed(iam, user):
    iam.tag_user(UserName=user, Tags=[{"Key": "a", "Value": "1"}, {"Key": "b", "Value": ""}])
    iam.untag_user(UserName=user, TagKeys=["a"])
    assert iam.list_user_tags(UserName=user)["Tags"] == [{"Key": "b", "Value": ""}]
    assert iam.get_user(UserName=user)["User"]["Tags"] == [{"Key": "b", "Value": ""}]


def test_a_policy_may_compare_the_tags_of_caller_and_resource(root):
    same = {"StringEquals": {"aws:ResourceTag/Team": "${aws:PrincipalTag/Team}"}}
    user = root.user(statement("iam:GetUser", Condition=same))
    target = unique("target")
    root.client("iam").create_user(UserName=target, Tags=[{"Key": "Team", "Value": "retail"}])
    for team, may in ((None, False), ("other", False), ("retail", True)):
        if team:
            root.client("iam").tag_user(UserName=user.name, Tags=[{"Key": "Team", "Value": team}])
        if may:
            user.client("iam").get_user(UserName=target)
            continue
        with refused("AccessDenied"):
            user.client("iam").get_user(UserName=target)


def test_a_policy_may_name_the_caller_by_variable(root):
    user = root.user(statement("iam:GetUser", "arn:aws:iam::*:user/${aws:username}"))
    user.client("iam").get_user()
    with refused("AccessDenied", denied(user, "iam:GetUser", "user somebody-else")):
        user.client("iam").get_user(UserName="somebody-else")


def test_the_boundary_of_a_user_limits_it(root):
    user = root.user(statement("*"))
    root.client("iam").put_user_permissions_boundary(UserName=user.name, PermissionsBoundary=READ_ONLY)
    user.client("s3").list_buckets()
    reason = "because no permissions boundary allows the iam:ListRoles action"
    with refused("AccessDenied", denied(user, "iam:ListRoles", root.iam_arn("role/"), reason)):
        user.client("iam").list_roles()
    root.client("iam").delete_user_permissions_boundary(UserName=user.name)
    user.client("iam").list_roles()


def test_an_explicit_deny_is_told_apart(root):
    user = root.user(statement("*"), statement("iam:ListRoles", effect="Deny"))
    reason = "with an explicit deny in an identity-based policy"
    with refused("AccessDenied", denied(user, "iam:ListRoles", root.iam_arn("role/"), reason)):
        user.client("iam").list_roles()


def test_a_key_works_until_it_is_inactive_or_gone(root, iam):
    user = root.user(statement("iam:GetUser"))
    call = user.client("iam").get_user
    call()
    iam.update_access_key(UserName=user.name, AccessKeyId=user.key, Status="Inactive")
    with refused("InvalidClientTokenId", "The security token included in the request is invalid.", 403):
        call()
    iam.update_access_key(UserName=user.name, AccessKeyId=user.key, Status="Active")
    call()
    iam.delete_access_key(UserName=user.name, AccessKeyId=user.key)
    with refused("InvalidClientTokenId", "The security token included in the request is invalid.", 403):
        call()


def test_a_new_key_is_told_once(iam, user):
    key = iam.create_access_key(UserName=user)["AccessKey"]
    assert set(key) == {"UserName", "AccessKeyId", "Status", "SecretAccessKey", "CreateDate"}
    assert key["AccessKeyId"].startswith("AKIA") and len(key["AccessKeyId"]) == 20
    assert len(key["SecretAccessKey"]) == 40 and key["Status"] == "Active"
    listed = iam.list_access_keys(UserName=user)["AccessKeyMetadata"]
    assert listed == [{name: value for name, value in key.items() if name != "SecretAccessKey"}]


def test_two_keys_are_the_limit(iam, user):
    for _ in range(2):
        iam.create_access_key(UserName=user)
    with refused("LimitExceeded", "Cannot exceed quota for AccessKeysPerUser: 2", 409):
        iam.create_access_key(UserName=user)


@pytest.mark.parametrize("call", ["update_access_key", "delete_access_key"])
def test_a_key_of_somebody_else_is_no_such_entity(root, iam, user, call):
    other = root.user()
    more = {"Status": "Inactive"} if call == "update_access_key" else {}
    with refused("NoSuchEntity", f"The Access Key with id {other.key} cannot be found.", 404):
        getattr(iam, call)(UserName=user, AccessKeyId=other.key, **more)


def test_a_status_is_active_or_inactive(root, iam):
    user = root.user()
    with refused("ValidationError", status=400):
        iam.update_access_key(UserName=user.name, AccessKeyId=user.key, Status="Sleeping")


def test_last_use_tells_service_and_region(root, iam):
    user = root.user(statement("*"))
    unused = iam.get_access_key_last_used(AccessKeyId=user.key)["AccessKeyLastUsed"]
    assert (unused["ServiceName"], unused["Region"]) == ("N/A", "N/A") and "LastUsedDate" not in unused
    user.client("s3").list_buckets()
    used = iam.get_access_key_last_used(AccessKeyId=user.key)
    assert used["UserName"] == user.name
    last = used["AccessKeyLastUsed"]
    assert (last["ServiceName"], last["Region"]) == ("s3", "us-east-1") and last["LastUsedDate"]


def test_the_secret_must_be_right(root):
    user = root.user()
    forged = Account(root.ready, root.id, user.key, "x" * 40)
    with refused("SignatureDoesNotMatch", status=403):
        forged.client("sts").get_caller_identity()


def test_users_of_another_account_are_not_seen(root, other_root):
    user = root.user()
    with refused("NoSuchEntity"):
        other_root.client("iam").get_user(UserName=user.name)
    listed = other_root.client("iam").get_paginator("list_users").paginate().build_full_result()["Users"]
    assert user.arn not in [other["Arn"] for other in listed]
