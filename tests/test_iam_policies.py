"""Managed policies: life, versions, what a document may say, AWS's own."""

import json

import pytest

from conftest import ROOT, constraint, denied, policy, refused, statement, trusting, unique
from permissions import Case, check_permission, served

ALLOW = policy(statement("iam:ListUsers"))
OTHER = policy(statement("iam:ListRoles"))
FULL_ACCESS = "arn:aws:iam::aws:policy/AmazonSageMakerFullAccess"


@pytest.fixture
def iam(admin):
    return admin.client("iam")


@pytest.fixture
def arn(iam):
    """The ARN of a new policy that allows iam:ListUsers."""
    return iam.create_policy(PolicyName=unique("policy"), PolicyDocument=ALLOW)["Policy"]["Arn"]


def on_policy(second_version=False, **arguments):
    def case(root):
        iam = root.client("iam")
        arn = iam.create_policy(PolicyName=unique("policy"), Path="/team/", PolicyDocument=ALLOW)["Policy"]["Arn"]
        if second_version:
            iam.create_policy_version(PolicyArn=arn, PolicyDocument=OTHER)
        return Case({"PolicyArn": arn, **arguments}, arn, f"policy {arn}")

    return case


def creating(root):
    name = unique("policy")
    return Case(
        {"PolicyName": name, "Path": "/team/", "PolicyDocument": ALLOW},
        root.iam_arn(f"policy/team/{name}"), f"policy {name}",
    )


def listing(_root):
    return Case({"PathPrefix": "/"}, "*", "policy path /")


OPERATIONS = {
    "CreatePolicy": creating,
    "GetPolicy": on_policy(),
    "DeletePolicy": on_policy(),
    "ListPolicies": listing,
    "CreatePolicyVersion": on_policy(PolicyDocument=OTHER),
    "GetPolicyVersion": on_policy(VersionId="v1"),
    "DeletePolicyVersion": on_policy(second_version=True, VersionId="v2"),
    "ListPolicyVersions": on_policy(),
    "SetDefaultPolicyVersion": on_policy(second_version=True, VersionId="v2"),
    "TagPolicy": on_policy(Tags=[{"Key": "a", "Value": "1"}]),
    "UntagPolicy": on_policy(TagKeys=["a"]),
    "ListPolicyTags": on_policy(),
    "ListEntitiesForPolicy": on_policy(),
}


@pytest.mark.parametrize("operation", OPERATIONS)
def test_each_operation_needs_its_permission_and_no_other(root, operation):
    check_permission(root, "iam", operation, OPERATIONS[operation](root))


def test_every_served_operation_is_among_these_tests():
    import test_iam_accounts
    import test_iam_credentials
    import test_iam_federation
    import test_iam_groups
    import test_iam_reports
    import test_iam_roles
    import test_iam_users_keys

    others = (
        test_iam_accounts, test_iam_credentials, test_iam_federation, test_iam_groups, test_iam_reports, test_iam_roles,
        test_iam_users_keys,
    )
    tested = {*OPERATIONS, *test_iam_accounts.ELSEWHERE, *test_iam_users_keys.ELSEWHERE}
    for module in others:
        tested |= set(module.OPERATIONS)
    assert tested == served("iam")


def test_a_new_policy_has_these_members(admin, iam):
    name = unique("policy")
    made = iam.create_policy(PolicyName=name, Path="/a/b/", PolicyDocument=ALLOW, Description="text")["Policy"]
    assert made["Arn"] == admin.iam_arn(f"policy/a/b/{name}")
    assert made["PolicyId"].startswith("ANPA") and len(made["PolicyId"]) == 21
    assert (made["DefaultVersionId"], made["AttachmentCount"], made["IsAttachable"]) == ("v1", 0, True)
    assert made["PermissionsBoundaryUsageCount"] == 0 and made["CreateDate"] == made["UpdateDate"]
    read = iam.get_policy(PolicyArn=made["Arn"])["Policy"]
    assert read == {**made, "Description": "text", "Tags": []}


def test_names_ignore_case(iam, arn):
    name = arn.rsplit("/")[-1].upper()
    message = f"A policy called {name} already exists. Duplicate names are not allowed."
    with refused("EntityAlreadyExists", message, 409):
        iam.create_policy(PolicyName=name, PolicyDocument=ALLOW)


def test_versions_count_on_and_one_is_the_default(iam, arn):
    made = iam.create_policy_version(PolicyArn=arn, PolicyDocument=OTHER)["PolicyVersion"]
    assert set(made) == {"VersionId", "IsDefaultVersion", "CreateDate"}
    assert (made["VersionId"], made["IsDefaultVersion"]) == ("v2", False)
    iam.create_policy_version(PolicyArn=arn, PolicyDocument=OTHER, SetAsDefault=True)
    iam.delete_policy_version(PolicyArn=arn, VersionId="v1")
    versions = iam.list_policy_versions(PolicyArn=arn)["Versions"]
    assert [(version["VersionId"], version["IsDefaultVersion"]) for version in versions] == [
        ("v3", True),
        ("v2", False),
    ]
    iam.set_default_policy_version(PolicyArn=arn, VersionId="v2")
    assert iam.get_policy(PolicyArn=arn)["Policy"]["DefaultVersionId"] == "v2"
    read = iam.get_policy_version(PolicyArn=arn, VersionId="v2")["PolicyVersion"]
    assert read["Document"] == json.loads(OTHER) and read["IsDefaultVersion"]


def test_only_the_default_version_counts(root, iam, arn):
    user = root.user()
    iam.attach_user_policy(UserName=user.name, PolicyArn=arn)
    user.client("iam").list_users()
    iam.create_policy_version(PolicyArn=arn, PolicyDocument=OTHER)
    user.client("iam").list_users()
    iam.set_default_policy_version(PolicyArn=arn, VersionId="v2")
    with refused("AccessDenied", denied(user, "iam:ListUsers", root.iam_arn("user/"))):
        user.client("iam").list_users()
    user.client("iam").list_roles()


def test_five_versions_are_the_limit(iam, arn):
    for _ in range(4):
        iam.create_policy_version(PolicyArn=arn, PolicyDocument=OTHER)
    message = (
        "A managed policy can have up to 5 versions. "
        "Before you create a new version, you must delete an existing version."
    )
    with refused("LimitExceeded", message, 409):
        iam.create_policy_version(PolicyArn=arn, PolicyDocument=OTHER)
    iam.delete_policy_version(PolicyArn=arn, VersionId="v3")
    assert iam.create_policy_version(PolicyArn=arn, PolicyDocument=OTHER)["PolicyVersion"]["VersionId"] == "v6"


def test_versions_that_are_not_there(admin, iam, arn):
    nothing = admin.iam_arn("policy/NoSuchPolicy")
    for policy_arn, version in ((arn, "v9"), (nothing, "v1")):
        message = f"Policy {policy_arn} version {version} does not exist or is not attachable."
        for call in (iam.get_policy_version, iam.set_default_policy_version):
            with refused("NoSuchEntity", message, 404):
                call(PolicyArn=policy_arn, VersionId=version)
    with refused("DeleteConflict", "Cannot delete the default version of a policy.", 409):
        iam.delete_policy_version(PolicyArn=arn, VersionId="v1")
    pattern = r"Member must satisfy regular expression pattern: v[1-9][0-9]*(\.[A-Za-z0-9-]*)?"
    with refused("ValidationError", constraint("versionId", pattern), 400):
        iam.get_policy_version(PolicyArn=arn, VersionId="first")


def test_a_policy_that_is_not_there_is_no_such_entity(admin, iam):
    nothing = admin.iam_arn("policy/NoSuchPolicy")
    calls = {
        iam.get_policy: f"Policy {nothing} was not found.",
        iam.delete_policy: f"Policy {nothing} was not found.",
        iam.list_policy_versions: f"Policy {nothing} was not found.",
        iam.list_entities_for_policy: f"Policy {nothing} was not found.",
    }
    for call, message in calls.items():
        with refused("NoSuchEntity", message, 404):
            call(PolicyArn=nothing)


def test_a_policy_in_use_or_with_versions_is_not_deleted(root, iam, arn):
    user = root.user()
    iam.attach_user_policy(UserName=user.name, PolicyArn=arn)
    with refused("DeleteConflict", "Cannot delete a policy attached to entities.", 409):
        iam.delete_policy(PolicyArn=arn)
    iam.detach_user_policy(UserName=user.name, PolicyArn=arn)
    iam.create_policy_version(PolicyArn=arn, PolicyDocument=OTHER)
    message = (
        "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. "
        "The default version is deleted with the policy."
    )
    with refused("DeleteConflict", message, 409):
        iam.delete_policy(PolicyArn=arn)
    iam.delete_policy_version(PolicyArn=arn, VersionId="v2")
    iam.delete_policy(PolicyArn=arn)
    with refused("NoSuchEntity"):
        iam.get_policy(PolicyArn=arn)


def test_entities_of_a_policy(root, iam, arn):
    user, role = root.user(), root.role(trusting({"Service": "forecast.amazonaws.com"})).rsplit("/")[-1]
    bounded = root.user()
    iam.attach_user_policy(UserName=user.name, PolicyArn=arn)
    iam.attach_role_policy(RoleName=role, PolicyArn=arn)
    iam.put_user_permissions_boundary(UserName=bounded.name, PermissionsBoundary=arn)
    found = iam.list_entities_for_policy(PolicyArn=arn)
    assert sorted(entry["UserName"] for entry in found["PolicyUsers"]) == sorted([user.name, bounded.name])
    assert [entry["RoleName"] for entry in found["PolicyRoles"]] == [role]
    only = iam.list_entities_for_policy(PolicyArn=arn, EntityFilter="Role")
    assert only["PolicyUsers"] == [] and len(only["PolicyRoles"]) == 1
    only = iam.list_entities_for_policy(PolicyArn=arn, PolicyUsageFilter="PermissionsBoundary")
    assert [entry["UserName"] for entry in only["PolicyUsers"]] == [bounded.name]
    counts = iam.get_policy(PolicyArn=arn)["Policy"]
    assert (counts["AttachmentCount"], counts["PermissionsBoundaryUsageCount"]) == (2, 1)


def test_lists_by_scope_path_and_attachment(root, iam):
    path = f"/{unique('path')}/"
    arns = [
        iam.create_policy(PolicyName=unique("policy"), Path=path, PolicyDocument=ALLOW)["Policy"]["Arn"]
        for _ in range(5)
    ]
    listed = lambda **how: [
        entry["Arn"]
        for page in iam.get_paginator("list_policies").paginate(PaginationConfig={"PageSize": 2}, **how)
        for entry in page["Policies"]
    ]
    assert sorted(listed(PathPrefix=path)) == sorted(arns)
    assert listed(PathPrefix=path, Scope="AWS") == []
    assert all(found.startswith("arn:aws:iam::aws:policy/") for found in iam_aws_page(iam))
    iam.attach_user_policy(UserName=root.user().name, PolicyArn=arns[3])
    iam.put_user_permissions_boundary(UserName=root.user().name, PermissionsBoundary=arns[1])
    assert sorted(listed(PathPrefix=path, OnlyAttached=True)) == sorted([arns[1], arns[3]])
    for way, expect in {"PermissionsPolicy": [arns[3]], "PermissionsBoundary": [arns[1]]}.items():
        assert listed(PathPrefix=path, OnlyAttached=True, PolicyUsageFilter=way) == expect
        # How policies are used counts only among those in use.
        assert len(listed(PathPrefix=path, PolicyUsageFilter=way)) == 5


@pytest.mark.parametrize("kind", ["user", "group", "role"])
def test_an_inline_policy_is_one_however_its_name_is_spelt(root, iam, kind):
    made = {"user": lambda: root.user().name, "role": lambda: root.role(trusting({"AWS": root.id})).rsplit("/")[-1],
            "group": lambda: iam.create_group(GroupName=unique("group"))["Group"]["GroupName"]}
    name = {f"{kind.title()}Name": made[kind]()}
    call = lambda operation, **more: getattr(iam, f"{operation}_{kind}_policy")(**name, **more)
    listed = lambda: getattr(iam, f"list_{kind}_policies")(**name)["PolicyNames"]
    before = set(listed())
    call("put", PolicyName="MixedName", PolicyDocument=ALLOW)
    call("put", PolicyName="mixedname", PolicyDocument=OTHER)
    assert set(listed()) - before == {"MixedName"}
    read = call("get", PolicyName="MIXEDNAME")
    assert (read["PolicyName"], read["PolicyDocument"]) == ("MIXEDNAME", json.loads(OTHER))
    call("delete", PolicyName="mixedNAME")
    assert set(listed()) == before


def iam_aws_page(iam):
    return [entry["Arn"] for entry in iam.list_policies(Scope="AWS", MaxItems=20)["Policies"]]


def test_tags_of_a_policy_keep_their_case(iam, arn):
    iam.tag_policy(PolicyArn=arn, Tags=[{"Key": "a", "Value": "1"}, {"Key": "A", "Value": "2"}])
    iam.untag_policy(PolicyArn=arn, TagKeys=["A"])
    with refused("InvalidInput", "Duplicate tag keys found.", 400):
        iam.tag_policy(PolicyArn=arn, Tags=[{"Key": "a", "Value": "3"}, {"Key": "a", "Value": "4"}])
    assert iam.list_policy_tags(PolicyArn=arn)["Tags"] == [{"Key": "a", "Value": "1"}]
    assert iam.get_policy(PolicyArn=arn)["Policy"]["Tags"] == [{"Key": "a", "Value": "1"}]


# AWS's own policies.


def test_an_aws_managed_policy_is_there_as_published(iam):
    read = iam.get_policy(PolicyArn=FULL_ACCESS)["Policy"]
    assert (read["PolicyName"], read["Path"], read["IsAttachable"]) == ("AmazonSageMakerFullAccess", "/", True)
    version = iam.get_policy_version(PolicyArn=FULL_ACCESS, VersionId=read["DefaultVersionId"])["PolicyVersion"]
    published = json.loads((ROOT / "data" / "managed-policies" / "AmazonSageMakerFullAccess.json").read_text())
    assert version["Document"] == published.get("Document", published)


def test_an_aws_managed_policy_works_when_attached(root, iam):
    user = root.user()
    with refused("AccessDenied"):
        user.client("iam").list_roles()
    iam.attach_user_policy(UserName=user.name, PolicyArn=FULL_ACCESS)
    user.client("iam").list_roles()
    with refused("AccessDenied", denied(user, "iam:ListUsers", root.iam_arn("user/"))):
        user.client("iam").list_users()


@pytest.mark.parametrize("call", ["delete_policy", "create_policy_version", "set_default_policy_version", "tag_policy"])
def test_an_aws_managed_policy_cannot_be_changed(iam, call):
    more = {
        "create_policy_version": {"PolicyDocument": ALLOW},
        "set_default_policy_version": {"VersionId": "v1"},
        "tag_policy": {"Tags": [{"Key": "a", "Value": "1"}]},
    }
    with refused("AccessDenied", status=403):
        getattr(iam, call)(PolicyArn=FULL_ACCESS, **more.get(call, {}))


# What a document may say. The texts are those that IAM answers to each document.

TEXTS = {
    "no json": "Syntax errors in policy.",
    "no statement": "Syntax errors in policy.",
    "unknown element": "Syntax errors in policy.",
    "both action and not action": "Syntax errors in policy.",
    "no effect": "Syntax errors in policy.",
    "unknown operator": "Syntax errors in policy.",
    "unknown version": "Syntax errors in policy.",
    "old version": "Policy document must be version 2012-10-17 or greater.",
    "no version": "Policy document must be version 2012-10-17 or greater.",
    "effect in small letters": "The policy failed legacy parsing",
    "date that is none": "The policy failed legacy parsing",
    "sids twice": "Statement IDs (SID) in a single policy must be unique.",
    "no action": "Policy statement must contain actions.",
    "no arn": 'Resource invalid must be in ARN format or "*".',
    "unknown partition": 'Partition "error" is not valid for resource "arn:error:s3:::example_bucket".',
    "iam with region": "IAM resource arn:aws:iam:us-east-1::example_bucket cannot contain region information.",
    "s3 with region": "Resource arn:aws:s3:us-east-1::example_bucket can not contain region information.",
    "no vendor": "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
    "two colons": "Actions/Condition can contain only one colon.",
    "odd vendor": "Vendor a a is not valid",
    "no resource": "Policy statement must contain resources.",
    "principal": "Policy document should not specify a principal.",
}
GOOD = statement("s3:ListBucket", "arn:aws:s3:::example_bucket")
DOCUMENTS = {
    "no json": "no json",
    "no statement": json.dumps({"Version": "2012-10-17", "Statement": []}),
    "unknown element": policy({**GOOD, "Extra": "x"}),
    "both action and not action": policy({**GOOD, "NotAction": "s3:x"}),
    "no effect": policy({"Action": "s3:x", "Resource": "*"}),
    "unknown operator": policy({**GOOD, "Condition": {"StringSame": {"aws:username": "x"}}}),
    "unknown version": json.dumps({"Version": "2013-10-17", "Statement": [GOOD]}),
    "old version": json.dumps({"Version": "2008-10-17", "Statement": [GOOD]}),
    "no version": json.dumps({"Statement": [GOOD]}),
    "effect in small letters": policy({**GOOD, "Effect": "allow"}),
    "date that is none": policy({**GOOD, "Condition": {"DateGreaterThan": {"aws:CurrentTime": "soon"}}}),
    "sids twice": policy({**GOOD, "Sid": "a"}, {**GOOD, "Sid": "a"}),
    "no action": policy({"Effect": "Allow", "Resource": "*"}),
    "no arn": policy({**GOOD, "Resource": "invalid"}),
    "unknown partition": policy({**GOOD, "Resource": "arn:error:s3:::example_bucket"}),
    "iam with region": policy({**GOOD, "Resource": "arn:aws:iam:us-east-1::example_bucket"}),
    "s3 with region": policy({**GOOD, "Resource": "arn:aws:s3:us-east-1::example_bucket"}),
    "no vendor": policy({**GOOD, "Action": "invalid"}),
    "two colons": policy({**GOOD, "Action": "s3:List:Bucket"}),
    "odd vendor": policy({**GOOD, "Action": "a a:ListBucket"}),
    "no resource": policy({"Effect": "Allow", "Action": "s3:ListBucket"}),
    "principal": policy({**GOOD, "Principal": {"AWS": "*"}}),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_document_that_cannot_be_is_refused(admin, iam, name):
    document, text = DOCUMENTS[name], TEXTS[name]
    with refused("MalformedPolicyDocument", text, 400):
        iam.create_policy(PolicyName=unique("policy"), PolicyDocument=document)
    with refused("MalformedPolicyDocument", text, 400):
        iam.put_user_policy(UserName=admin.name, PolicyName="malformed", PolicyDocument=document)


ACCEPTED = {
    "unknown service and action": GOOD | {"Action": "nosuch:Thing"},
    "statement that is no list": None,
    "wildcard in the action": GOOD | {"Action": "s3:*Object*"},
    "everything": {"Effect": "Allow", "Action": "*", "Resource": "*"},
    "not action and not resource": {"Effect": "Deny", "NotAction": "s3:*", "NotResource": "arn:aws:s3:::x"},
    "variables": GOOD | {"Resource": "arn:aws:s3:::bucket/${aws:username}/*"},
    "set operator": GOOD | {"Condition": {"ForAllValues:StringLikeIfExists": {"aws:TagKeys": ["a*"]}}},
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_a_document_comes_back_as_it_went(iam, name):
    document = {"Version": "2012-10-17", "Statement": ACCEPTED[name] and [ACCEPTED[name]] or GOOD}
    made = iam.create_policy(PolicyName=unique("policy"), PolicyDocument=json.dumps(document))["Policy"]
    read = iam.get_policy_version(PolicyArn=made["Arn"], VersionId="v1")["PolicyVersion"]["Document"]
    assert read == document


def test_the_size_limit_does_not_count_white_space(iam):
    resources = [f"arn:aws:s3:::{number:060}" for number in range(100)]
    with refused("LimitExceeded", "Cannot exceed quota for PolicySize: 6144", 409):
        iam.create_policy(PolicyName=unique("policy"), PolicyDocument=policy(statement("s3:*", resources)))
    spaced = json.dumps(json.loads(policy(statement("s3:*", resources[:70]))), indent=80)
    assert len(spaced) > 6144
    iam.create_policy(PolicyName=unique("policy"), PolicyDocument=spaced)


def test_a_policy_in_the_account_of_somebody_else_cannot_be_attached(root, other_root, iam, arn):
    stranger = other_root.user()
    with refused("NoSuchEntity"):
        other_root.client("iam").attach_user_policy(UserName=stranger.name, PolicyArn=arn)


def test_who_may_attach_can_be_limited_to_some_policies(root, iam, arn):
    condition = {"ArnEquals": {"iam:PolicyARN": arn}}
    user, target = root.user(statement("iam:AttachUserPolicy", Condition=condition)), root.user()
    user.client("iam").attach_user_policy(UserName=target.name, PolicyArn=arn)
    with refused("AccessDenied", denied(user, "iam:AttachUserPolicy", f"user {target.name}")):
        user.client("iam").attach_user_policy(UserName=target.name, PolicyArn=FULL_ACCESS)
