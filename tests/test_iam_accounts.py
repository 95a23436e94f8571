"""What an account has as a whole, passwords, instance profiles and service-linked roles."""

import pytest

from conftest import all_but, constraint, denied, policy, refused, statement, trusting, unique
from permissions import Case, check_permission

PASSWORD, OTHER_PASSWORD = "Correct-horse-7", "Another-horse-8"
FORECAST = trusting({"Service": "forecast.amazonaws.com"})
CLOUDTRAIL = ("cloudtrail.amazonaws.com", "AWSServiceRoleForCloudTrail")


@pytest.fixture
def iam(admin):
    return admin.client("iam")


@pytest.fixture(autouse=True)
def account_as_new(root):
    """Leaves the account without alias and password policy, for the tests that come after."""
    yield
    iam = root.client("iam")
    for alias in iam.list_account_aliases()["AccountAliases"]:
        iam.delete_account_alias(AccountAlias=alias)
    try:
        iam.delete_account_password_policy()
    except iam.exceptions.NoSuchEntityException:
        pass


def on_account(prepare=None, **arguments):
    def case(root):
        if prepare:
            prepare(root.client("iam"))
        return Case(arguments, "*")

    return case


def creating_alias(_root):
    return Case({"AccountAlias": unique("alias")}, "*")


def deleting_alias(root):
    case = creating_alias(root)
    root.client("iam").create_account_alias(**case.arguments)
    return case


def with_password_policy(iam):
    iam.update_account_password_policy()


def on_login(prepare=None, **arguments):
    def case(root):
        user = root.user()
        if prepare:
            prepare(root.client("iam"), user.name)
        return Case({"UserName": user.name, **arguments}, user.arn, f"user {user.name}")

    return case


def with_login(iam, name, password=PASSWORD, **more):
    return iam.create_login_profile(UserName=name, Password=password, **more)["LoginProfile"]


def make_profile(iam, **more):
    name = unique("profile")
    iam.create_instance_profile(InstanceProfileName=name, **more)
    return name


def on_profile(prepare=None, **arguments):
    """A call on an instance profile at a path, so that a refusal's words and a policy's ARN differ."""

    def case(root):
        name = make_profile(root.client("iam"), Path="/team/")
        more = prepare(root, name) if prepare else {}
        told = {"InstanceProfileName": name, **arguments, **more}
        return Case(told, root.iam_arn(f"instance-profile/team/{name}"), f"instance profile {name}")

    return case


def creating_profile(root):
    name = unique("profile")
    return Case({"InstanceProfileName": name, "Path": "/team/"}, root.iam_arn(f"instance-profile/team/{name}"))


def listing_profiles(root):
    return Case({"PathPrefix": "/team/"}, root.iam_arn("instance-profile/team/"))


def with_role(root, profile):
    role = root.role(FORECAST).rsplit("/")[-1]
    root.client("iam").add_role_to_instance_profile(InstanceProfileName=profile, RoleName=role)
    return {"RoleName": role}


def without_linked(iam, name=CLOUDTRAIL[1]):
    """Makes sure that the service-linked role is not there."""
    try:
        iam.delete_service_linked_role(RoleName=name)
    except iam.exceptions.NoSuchEntityException:
        pass


def linked_arn(root, linked=CLOUDTRAIL):
    return root.iam_arn("role/aws-service-role/{}/{}".format(*linked))


def creating_linked(root):
    without_linked(root.client("iam"))
    return Case({"AWSServiceName": CLOUDTRAIL[0]}, linked_arn(root))


def deleting_linked(root):
    root.client("iam").create_service_linked_role(**creating_linked(root).arguments)
    return Case({"RoleName": CLOUDTRAIL[1]}, linked_arn(root), f"role {CLOUDTRAIL[1]}")


def asking_for_deletion(root):
    arguments = deleting_linked(root).arguments
    task = root.client("iam").delete_service_linked_role(**arguments)["DeletionTaskId"]
    return Case({"DeletionTaskId": task}, linked_arn(root))


OPERATIONS = {
    "CreateAccountAlias": creating_alias,
    "DeleteAccountAlias": deleting_alias,
    "ListAccountAliases": on_account(),
    "GetAccountSummary": on_account(),
    "UpdateAccountPasswordPolicy": on_account(MinimumPasswordLength=9),
    "GetAccountPasswordPolicy": on_account(with_password_policy),
    "DeleteAccountPasswordPolicy": on_account(with_password_policy),
    "CreateLoginProfile": on_login(Password=PASSWORD),
    "GetLoginProfile": on_login(with_login),
    "UpdateLoginProfile": on_login(with_login, Password=OTHER_PASSWORD),
    "DeleteLoginProfile": on_login(with_login),
    "CreateInstanceProfile": creating_profile,
    "GetInstanceProfile": on_profile(),
    "DeleteInstanceProfile": on_profile(),
    "ListInstanceProfiles": listing_profiles,
    "RemoveRoleFromInstanceProfile": on_profile(with_role),
    "TagInstanceProfile": on_profile(Tags=[{"Key": "a", "Value": "1"}]),
    "UntagInstanceProfile": on_profile(TagKeys=["a"]),
    "ListInstanceProfileTags": on_profile(),
    "CreateServiceLinkedRole": creating_linked,
    "DeleteServiceLinkedRole": deleting_linked,
    "GetServiceLinkedRoleDeletionStatus": asking_for_deletion,
}
# One is about the caller, the other needs a second permission.
ELSEWHERE = {"ChangePassword", "AddRoleToInstanceProfile"}


@pytest.mark.parametrize("operation", OPERATIONS)
def test_each_operation_needs_its_permission_and_no_other(root, operation):
    check_permission(root, "iam", operation, OPERATIONS[operation](root))


# The account.


def test_an_account_has_one_alias_that_nobody_else_has(iam, other_root):
    first, second = unique("alias"), unique("alias")
    iam.create_account_alias(AccountAlias=first)
    iam.create_account_alias(AccountAlias=second)
    assert iam.list_account_aliases()["AccountAliases"] == [second]
    with refused("EntityAlreadyExists", f"The account alias {second} already exists.", 409):
        other_root.client("iam").create_account_alias(AccountAlias=second)
    with refused("NoSuchEntity", f"The account alias with name {first} cannot be found.", 404):
        iam.delete_account_alias(AccountAlias=first)
    iam.delete_account_alias(AccountAlias=second)
    assert iam.list_account_aliases()["AccountAliases"] == []


@pytest.mark.parametrize("alias", ["a--b", "-books", "Books"])
def test_an_alias_keeps_to_its_letters(iam, alias):
    pattern = "Member must satisfy regular expression pattern: ^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$"
    with refused("ValidationError", constraint("accountAlias", pattern), 400):
        iam.create_account_alias(AccountAlias=alias)


def test_the_summary_counts(root, iam):
    counted = lambda: iam.get_account_summary()["SummaryMap"]
    before = counted()
    root.user()
    iam.create_group(GroupName=unique("group"))
    root.role(FORECAST)
    make_profile(iam)
    iam.create_policy(PolicyName=unique("policy"), PolicyDocument=policy(statement("s3:*")))
    after = counted()
    for name in ("Users", "Groups", "Roles", "InstanceProfiles", "Policies"):
        assert after[name] == before[name] + 1, name
    assert (after["GroupsPerUserQuota"], after["AccountAccessKeysPresent"]) == (10, 1)


# Passwords.


def test_without_a_policy_there_is_none_to_get_or_delete(admin, iam):
    with refused("NoSuchEntity", f"The Password Policy with domain name {admin.id} cannot be found.", 404):
        iam.get_account_password_policy()
    with refused("NoSuchEntity", "The account policy with name PasswordPolicy cannot be found.", 404):
        iam.delete_account_password_policy()


def test_what_a_password_policy_is_not_told_has_its_default(iam):
    iam.update_account_password_policy(MinimumPasswordLength=14, RequireSymbols=True, MaxPasswordAge=90)
    read = iam.get_account_password_policy()["PasswordPolicy"]
    assert (read["MinimumPasswordLength"], read["RequireSymbols"], read["MaxPasswordAge"]) == (14, True, 90)
    assert (read["ExpirePasswords"], read["RequireNumbers"]) == (True, False)
    iam.update_account_password_policy(RequireNumbers=True)
    read = iam.get_account_password_policy()["PasswordPolicy"]
    assert (read["MinimumPasswordLength"], read["RequireSymbols"], read["RequireNumbers"]) == (6, False, True)
    assert not read["ExpirePasswords"] and not read["AllowUsersToChangePassword"]


def test_the_password_policy_is_enforced(root, iam):
    name = root.user().name
    with refused("PasswordPolicyViolation", "Password should have a minimum length of 8", 400):
        with_login(iam, name, "Ab1-")
    with refused("PasswordPolicyViolation", status=400):
        with_login(iam, name, "onlylowercase")
    iam.update_account_password_policy(MinimumPasswordLength=14, RequireSymbols=True)
    with refused("PasswordPolicyViolation", "Password should have at least one symbol", 400):
        with_login(iam, name, "Correcthorse7777")
    with refused("PasswordPolicyViolation", "Password should have a minimum length of 14", 400):
        with_login(iam, name, "Horse-7")
    with_login(iam, name)


def test_a_login_profile_is_made_once_read_and_keeps_its_user(iam):
    name = unique("user")
    iam.create_user(UserName=name)
    missing = f"Login Profile for User {name} cannot be found."
    for call in (iam.get_login_profile, iam.update_login_profile, iam.delete_login_profile):
        with refused("NoSuchEntity", missing, 404):
            call(UserName=name)
    made = with_login(iam, name)
    assert (made["UserName"], made["PasswordResetRequired"]) == (name, False)
    with refused("EntityAlreadyExists", f"Login Profile for user {name} already exists.", 409):
        with_login(iam, name)
    iam.update_login_profile(UserName=name, PasswordResetRequired=True)
    assert iam.get_login_profile(UserName=name)["LoginProfile"]["PasswordResetRequired"]
    with refused("DeleteConflict", "Cannot delete entity, must delete login profile first.", 409):
        iam.delete_user(UserName=name)
    iam.delete_login_profile(UserName=name)
    iam.delete_user(UserName=name)


def test_change_password_needs_its_permission_and_the_old_password(root, iam):
    user = root.user(all_but("iam:ChangePassword"))
    with_login(iam, user.name)
    change = lambda old, new: user.client("iam").change_password(OldPassword=old, NewPassword=new)
    with refused("AccessDenied", denied(user, "iam:ChangePassword", f"user {user.name}"), 403):
        change(PASSWORD, OTHER_PASSWORD)
    user.set_policy(statement("iam:ChangePassword", user.arn))
    with refused("AccessDenied", "The old password was incorrect.", 403):
        change("wrong", OTHER_PASSWORD)
    change(PASSWORD, OTHER_PASSWORD)
    with refused("AccessDenied", "The old password was incorrect.", 403):
        change(PASSWORD, OTHER_PASSWORD)


def test_an_account_may_let_all_users_change_their_passwords(root, iam):
    user = root.user()
    with_login(iam, user.name)
    change = lambda old, new: user.client("iam").change_password(OldPassword=old, NewPassword=new)
    iam.update_account_password_policy(AllowUsersToChangePassword=True, PasswordReusePrevention=2)
    change(PASSWORD, OTHER_PASSWORD)
    message = "Policy constraint violation with password reuse prevention during password change."
    with refused("PasswordPolicyViolation", message, 400):
        change(OTHER_PASSWORD, PASSWORD)
    user.set_policy(statement("iam:ChangePassword", effect="Deny"))
    with refused("AccessDenied"):
        change(OTHER_PASSWORD, "Third-horse-9")


def test_the_root_user_cannot_change_a_password_so(root):
    with refused("InvalidUserType", "Only IAM Users can change their own password.", 400):
        root.client("iam").change_password(OldPassword=PASSWORD, NewPassword=OTHER_PASSWORD)


# Instance profiles.


def test_a_new_instance_profile_has_these_members(admin, iam):
    name, tags = unique("profile"), [{"Key": "Team", "Value": "retail"}]
    made = iam.create_instance_profile(InstanceProfileName=name, Path="/team/", Tags=tags)["InstanceProfile"]
    assert made["Arn"] == admin.iam_arn(f"instance-profile/team/{name}")
    assert made["InstanceProfileId"].startswith("AIPA") and made["Roles"] == []
    assert iam.get_instance_profile(InstanceProfileName=name)["InstanceProfile"] == {**made, "Tags": tags}
    message = f"Instance Profile {name.upper()} already exists."
    with refused("EntityAlreadyExists", message, 409):
        iam.create_instance_profile(InstanceProfileName=name.upper())


def test_adding_a_role_needs_permission_to_pass_it_to_ec2(root):
    iam = root.client("iam")
    profile, role = make_profile(iam), root.role(FORECAST)
    name, where = role.rsplit("/")[-1], root.iam_arn(f"instance-profile/{profile}")
    user = root.user(all_but("iam:AddRoleToInstanceProfile"))
    add = lambda: user.client("iam").add_role_to_instance_profile(InstanceProfileName=profile, RoleName=name)
    with refused("AccessDenied", denied(user, "iam:AddRoleToInstanceProfile", f"instance profile {profile}"), 403):
        add()
    user.set_policy(statement("iam:AddRoleToInstanceProfile", where))
    with refused("AccessDenied", denied(user, "iam:PassRole", role), 403):
        add()
    for service in ("forecast.amazonaws.com", "ec2.amazonaws.com"):
        condition = {"StringEquals": {"iam:PassedToService": service}}
        user.set_policy(
            statement("iam:AddRoleToInstanceProfile", where), statement("iam:PassRole", role, Condition=condition)
        )
        if service != "ec2.amazonaws.com":
            with refused("AccessDenied", denied(user, "iam:PassRole", role), 403):
                add()
    add()


def test_an_instance_profile_holds_one_role_and_both_stay(admin, iam):
    profile = make_profile(iam)
    role = with_role(admin, profile)["RoleName"]
    other = admin.role(FORECAST).rsplit("/")[-1]
    message = "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1"
    with refused("LimitExceeded", message, 409):
        iam.add_role_to_instance_profile(InstanceProfileName=profile, RoleName=other)
    shown = iam.get_instance_profile(InstanceProfileName=profile)["InstanceProfile"]
    assert [entry["RoleName"] for entry in shown["Roles"]] == [role]
    of_role = iam.list_instance_profiles_for_role(RoleName=role)["InstanceProfiles"]
    assert [entry["InstanceProfileName"] for entry in of_role] == [profile]
    message = "Cannot delete entity, must remove roles from instance profile first."
    with refused("DeleteConflict", message, 409):
        iam.delete_role(RoleName=role)
    with refused("DeleteConflict", message, 409):
        iam.delete_instance_profile(InstanceProfileName=profile)
    iam.remove_role_from_instance_profile(InstanceProfileName=profile, RoleName=role)
    iam.delete_role(RoleName=role)
    iam.delete_instance_profile(InstanceProfileName=profile)
    with refused("NoSuchEntity", f"Instance Profile {profile} cannot be found.", 404):
        iam.get_instance_profile(InstanceProfileName=profile)


# Service-linked roles.


def test_a_service_linked_role_is_made_whole(root, iam):
    without_linked(iam)
    made = iam.create_service_linked_role(AWSServiceName=CLOUDTRAIL[0])["Role"]
    assert (made["Arn"], made["Path"]) == (linked_arn(root), f"/aws-service-role/{CLOUDTRAIL[0]}/")
    trust = made["AssumeRolePolicyDocument"]["Statement"][0]
    assert trust["Principal"] == {"Service": CLOUDTRAIL[0]}
    attached = iam.list_attached_role_policies(RoleName=CLOUDTRAIL[1])["AttachedPolicies"]
    assert [entry["PolicyName"] for entry in attached] == ["CloudTrailServiceRolePolicy"]
    message = (
        f"Service role name {CLOUDTRAIL[1]} has been taken in this account, please try a different suffix."
    )
    with refused("InvalidInput", message, 400):
        iam.create_service_linked_role(AWSServiceName=CLOUDTRAIL[0])


def test_a_service_linked_role_is_nobodys_to_change(iam):
    without_linked(iam)
    iam.create_service_linked_role(AWSServiceName=CLOUDTRAIL[0])
    name = CLOUDTRAIL[1]
    message = f"Cannot perform the operation on the protected role '{name}' - this role is only modifiable by AWS"
    with refused("UnmodifiableEntity", message, 400):
        iam.put_role_policy(RoleName=name, PolicyName="p", PolicyDocument=policy(statement("s3:*")))
    with refused("UnmodifiableEntity", message, 400):
        iam.delete_role(RoleName=name)
    with refused("UnmodifiableEntity", message, 400):
        iam.update_role(RoleName=name, Description="Long", MaxSessionDuration=7200)
    with refused("UnmodifiableEntity", message, 400):
        iam.update_assume_role_policy(RoleName=name, PolicyDocument=policy(trusting({"Service": "ec2.amazonaws.com"})))
    task = iam.delete_service_linked_role(RoleName=name)["DeletionTaskId"]
    assert task.startswith("task/aws-service-role/{}/{}/".format(*CLOUDTRAIL))
    assert iam.get_service_linked_role_deletion_status(DeletionTaskId=task)["Status"] == "SUCCEEDED"
    with refused("NoSuchEntity", f"The role with name {name} cannot be found.", 404):
        iam.get_role(RoleName=name)


def test_the_description_and_the_tags_of_a_service_linked_role_change(iam):
    without_linked(iam)
    iam.create_service_linked_role(AWSServiceName=CLOUDTRAIL[0], Description="First")
    name, tags = CLOUDTRAIL[1], [{"Key": "team", "Value": "audit"}]
    assert iam.update_role_description(RoleName=name, Description="Second")["Role"]["Description"] == "Second"
    iam.update_role(RoleName=name, Description="Third")
    iam.tag_role(RoleName=name, Tags=tags)
    told = iam.get_role(RoleName=name)["Role"]
    assert (told["Description"], told["Tags"]) == ("Third", tags)
    iam.untag_role(RoleName=name, TagKeys=["team"])
    assert iam.list_role_tags(RoleName=name)["Tags"] == []


def test_which_services_get_a_role_can_be_limited(root):
    without_linked(root.client("iam"))
    only = lambda service: statement(
        "iam:CreateServiceLinkedRole", Condition={"StringEquals": {"iam:AWSServiceName": service}}
    )
    user = root.user(only("sso.amazonaws.com"))
    create = lambda: user.client("iam").create_service_linked_role(AWSServiceName=CLOUDTRAIL[0])
    with refused("AccessDenied", denied(user, "iam:CreateServiceLinkedRole", linked_arn(root)), 403):
        create()
    user.set_policy(only(CLOUDTRAIL[0]))
    create()


def test_a_role_of_ones_own_is_no_service_linked_role(admin, iam):
    role = admin.role(FORECAST).rsplit("/")[-1]
    with refused("NoSuchEntity", f"The role with name {role} cannot be found.", 404):
        iam.delete_service_linked_role(RoleName=role)
