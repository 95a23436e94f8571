"""Groups: life, members, and that what they may do is what their members may do."""

import json

import pytest

from conftest import denied, policy, refused, statement, unique
from permissions import Case, check_permission

ANYTHING = policy(statement("s3:*"))
READ_ONLY = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"


@pytest.fixture
def iam(admin):
    return admin.client("iam")


@pytest.fixture
def group(iam):
    """The name of a new group."""
    return make(iam)


def make(iam, **more):
    name = unique("group")
    iam.create_group(GroupName=name, **more)
    return name


def on_group(prepare=None, **arguments):
    """A call on a group at a path, so that a refusal's words and a policy's ARN differ."""

    def case(root):
        iam = root.client("iam")
        name = make(iam, Path="/team/")
        if prepare:
            prepare(iam, name)
        return Case({"GroupName": name, **arguments}, root.iam_arn(f"group/team/{name}"), f"group {name}")

    return case


def creating(root):
    name = unique("group")
    return Case({"GroupName": name, "Path": "/team/"}, root.iam_arn(f"group/team/{name}"))


def renaming(root):
    name, new = make(root.client("iam"), Path="/team/"), unique("group")
    both = [root.iam_arn(f"group/team/{name}"), root.iam_arn(f"group/other/{new}")]
    return Case({"GroupName": name, "NewGroupName": new, "NewPath": "/other/"}, both, f"group {name}")


def listing(root):
    return Case({"PathPrefix": "/team/"}, root.iam_arn("group/team/"))


def joining(root):
    name, user = make(root.client("iam")), root.user()
    return Case({"GroupName": name, "UserName": user.name}, root.iam_arn(f"group/{name}"), f"group {name}")


def leaving(root):
    case = joining(root)
    root.client("iam").add_user_to_group(**case.arguments)
    return case


def of_user(root):
    user = root.user()
    return Case({"UserName": user.name}, user.arn, f"user {user.name}")


def with_inline(iam, name):
    iam.put_group_policy(GroupName=name, PolicyName="inline", PolicyDocument=ANYTHING)


def with_attached(iam, name):
    iam.attach_group_policy(GroupName=name, PolicyArn=READ_ONLY)


OPERATIONS = {
    "CreateGroup": creating,
    "GetGroup": on_group(),
    "UpdateGroup": renaming,
    "DeleteGroup": on_group(),
    "ListGroups": listing,
    "AddUserToGroup": joining,
    "RemoveUserFromGroup": leaving,
    "ListGroupsForUser": of_user,
    "PutGroupPolicy": on_group(PolicyName="inline", PolicyDocument=ANYTHING),
    "GetGroupPolicy": on_group(with_inline, PolicyName="inline"),
    "DeleteGroupPolicy": on_group(with_inline, PolicyName="inline"),
    "ListGroupPolicies": on_group(),
    "AttachGroupPolicy": on_group(PolicyArn=READ_ONLY),
    "DetachGroupPolicy": on_group(with_attached, PolicyArn=READ_ONLY),
    "ListAttachedGroupPolicies": on_group(),
}


@pytest.mark.parametrize("operation", OPERATIONS)
def test_each_operation_needs_its_permission_and_no_other(root, operation):
    check_permission(root, "iam", operation, OPERATIONS[operation](root))


def test_a_new_group_has_these_members(admin, iam):
    name = unique("group")
    made = iam.create_group(GroupName=name, Path="/team/")["Group"]
    assert set(made) == {"Path", "GroupName", "GroupId", "Arn", "CreateDate"}
    assert made["Arn"] == admin.iam_arn(f"group/team/{name}")
    assert made["GroupId"].startswith("AGPA") and len(made["GroupId"]) == 21
    read = iam.get_group(GroupName=name)
    assert (read["Group"], read["Users"], read["IsTruncated"]) == (made, [], False)


def test_members_may_what_their_group_may_from_the_next_call(root, iam, group):
    user = root.user()
    own = user.client("iam")
    iam.put_group_policy(GroupName=group, PolicyName="inline", PolicyDocument=policy(statement("iam:ListRoles")))
    with refused("AccessDenied", denied(user, "iam:ListRoles", root.iam_arn("role/"))):
        own.list_roles()
    iam.add_user_to_group(GroupName=group, UserName=user.name)
    own.list_roles()
    iam.delete_group_policy(GroupName=group, PolicyName="inline")
    with refused("AccessDenied"):
        own.list_roles()
    arn = iam.create_policy(PolicyName=unique("policy"), PolicyDocument=policy(statement("iam:ListRoles")))
    iam.attach_group_policy(GroupName=group, PolicyArn=arn["Policy"]["Arn"])
    own.list_roles()
    iam.remove_user_from_group(GroupName=group, UserName=user.name)
    with refused("AccessDenied", denied(user, "iam:ListRoles", root.iam_arn("role/"))):
        own.list_roles()


def test_a_deny_of_a_group_wins(root, iam, group):
    user = root.user(statement("iam:ListRoles"))
    iam.put_group_policy(
        GroupName=group, PolicyName="no", PolicyDocument=policy(statement("iam:ListRoles", effect="Deny"))
    )
    iam.add_user_to_group(GroupName=group, UserName=user.name)
    reason = "with an explicit deny in an identity-based policy"
    with refused("AccessDenied") as caught:
        user.client("iam").list_roles()
    assert reason in caught.value.response["Error"]["Message"]


def test_a_group_keeps_its_members_and_policies_under_a_new_name(root, iam, group):
    user, new = root.user(), unique("group")
    iam.add_user_to_group(GroupName=group, UserName=user.name)
    with_inline(iam, group)
    before = iam.get_group(GroupName=group)["Group"]
    iam.update_group(GroupName=group, NewGroupName=new, NewPath="/other/")
    read = iam.get_group(GroupName=new)
    assert [member["UserName"] for member in read["Users"]] == [user.name]
    assert (read["Group"]["GroupId"], read["Group"]["Path"]) == (before["GroupId"], "/other/")
    assert iam.list_group_policies(GroupName=new)["PolicyNames"] == ["inline"]
    user.client("s3").list_buckets()
    with refused("NoSuchEntity", f"The group with name {group} cannot be found.", 404):
        iam.get_group(GroupName=group)


def test_members_come_in_pages_and_once_each(root, iam, group):
    names = sorted(root.user().name for _ in range(5))
    for name in names + names[:1]:
        iam.add_user_to_group(GroupName=group, UserName=name)
    assert iam.get_group(GroupName=group, MaxItems=2)["IsTruncated"]
    pages = iam.get_paginator("get_group").paginate(GroupName=group, PaginationConfig={"PageSize": 2})
    assert sorted(member["UserName"] for page in pages for member in page["Users"]) == names
    assert [found["GroupName"] for found in iam.list_groups_for_user(UserName=names[0])["Groups"]] == [group]


def test_lists_go_by_path_and_page(iam):
    path = f"/{unique('path')}/"
    names = sorted(make(iam, Path=path) for _ in range(5))
    pages = iam.get_paginator("list_groups").paginate(PathPrefix=path, PaginationConfig={"PageSize": 2})
    assert [group["GroupName"] for page in pages for group in page["Groups"]] == names
    assert iam.list_groups(PathPrefix="/nothing-here/")["Groups"] == []


def test_names_ignore_case(iam, group):
    with refused("EntityAlreadyExists", f"Group with name {group.upper()} already exists.", 409):
        iam.create_group(GroupName=group.upper())
    assert iam.get_group(GroupName=group.upper())["Group"]["GroupName"] == group


NO_SUCH_GROUP = {
    "get_group": {},
    "update_group": {"NewPath": "/x/"},
    "delete_group": {},
    "put_group_policy": {"PolicyName": "p", "PolicyDocument": ANYTHING},
    "list_group_policies": {},
    "attach_group_policy": {"PolicyArn": READ_ONLY},
    "list_attached_group_policies": {},
}


@pytest.mark.parametrize("method", NO_SUCH_GROUP)
def test_a_group_that_is_not_there_is_no_such_entity(iam, method):
    with refused("NoSuchEntity", "The group with name nobody cannot be found.", 404):
        getattr(iam, method)(GroupName="nobody", **NO_SUCH_GROUP[method])


def test_a_member_or_a_group_that_is_not_there_is_no_such_entity(root, iam, group):
    with refused("NoSuchEntity", "The user with name nobody cannot be found.", 404):
        iam.add_user_to_group(GroupName=group, UserName="nobody")
    with refused("NoSuchEntity", "The group with name nobody cannot be found.", 404):
        iam.add_user_to_group(GroupName="nobody", UserName=root.user().name)


def test_a_group_in_use_and_a_user_in_a_group_are_not_deleted(iam, group):
    name = unique("user")
    iam.create_user(UserName=name)
    iam.add_user_to_group(GroupName=group, UserName=name)
    message = "Cannot delete entity, must remove users from group first."
    with refused("DeleteConflict", message, 409):
        iam.delete_group(GroupName=group)
    with refused("DeleteConflict", message, 409):
        iam.delete_user(UserName=name)
    iam.remove_user_from_group(GroupName=group, UserName=name)
    iam.delete_user(UserName=name)
    with_inline(iam, group)
    with refused("DeleteConflict", "Cannot delete entity, must delete policies first.", 409):
        iam.delete_group(GroupName=group)
    iam.delete_group_policy(GroupName=group, PolicyName="inline")
    with_attached(iam, group)
    with refused("DeleteConflict", "Cannot delete entity, must detach all policies first.", 409):
        iam.delete_group(GroupName=group)
    iam.detach_group_policy(GroupName=group, PolicyArn=READ_ONLY)
    iam.delete_group(GroupName=group)


def test_a_user_is_in_ten_groups_at_most(root, iam):
    user = root.user()
    for _ in range(10):
        iam.add_user_to_group(GroupName=make(iam), UserName=user.name)
    with refused("LimitExceeded", "Cannot exceed quota for GroupsPerUser: 10", 409):
        iam.add_user_to_group(GroupName=make(iam), UserName=user.name)


def test_inline_policies_are_written_read_and_limited(iam, group):
    with_inline(iam, group)
    read = iam.get_group_policy(GroupName=group, PolicyName="inline")
    assert (read["GroupName"], read["PolicyDocument"]) == (group, json.loads(ANYTHING))
    with refused("NoSuchEntity", "The group policy with name other cannot be found.", 404):
        iam.get_group_policy(GroupName=group, PolicyName="other")
    long = policy(*(statement("s3:GetObject", f"arn:aws:s3:::{'b' * 50}{number}/*") for number in range(45)))
    message = f"Maximum policy size of 5120 bytes exceeded for group {group}"
    with refused("LimitExceeded", message, 409):
        iam.put_group_policy(GroupName=group, PolicyName="long", PolicyDocument=long)


def test_attached_policies_know_their_groups(iam, group):
    arn = iam.create_policy(PolicyName=unique("policy"), PolicyDocument=ANYTHING)["Policy"]["Arn"]
    iam.attach_group_policy(GroupName=group, PolicyArn=arn)
    attached = iam.list_attached_group_policies(GroupName=group)["AttachedPolicies"]
    assert [entry["PolicyArn"] for entry in attached] == [arn]
    entities = iam.list_entities_for_policy(PolicyArn=arn, EntityFilter="Group")["PolicyGroups"]
    assert [entry["GroupName"] for entry in entities] == [group]
    with refused("DeleteConflict", "Cannot delete a policy attached to entities.", 409):
        iam.delete_policy(PolicyArn=arn)
    iam.detach_group_policy(GroupName=group, PolicyArn=arn)
    iam.delete_policy(PolicyArn=arn)
