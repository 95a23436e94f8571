"""What an auditor asks: simulations, the whole account, its credentials and what was used."""

import csv
import io

import pytest

from conftest import policy, refused, statement, trusting, unique
from permissions import Case, check_permission

READ_ONLY = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
OBJECT = "arn:aws:s3:::books/1"


@pytest.fixture
def iam(admin):
    return admin.client("iam")


def on_account(prepare=None, **arguments):
    def case(root):
        more = prepare(root) if prepare else {}
        return Case({**arguments, **(more or {})}, "*")

    return case


def on_arn(member, **arguments):
    """A call about a user, by the user's ARN."""

    def case(root):
        user = root.user(statement("s3:GetObject"))
        return Case({member: user.arn, **arguments}, user.arn)

    return case


def with_report(root):
    root.client("iam").generate_credential_report()


def on_own_job(**more):
    """A call about a report, which only its maker may read."""

    def case(root):
        return Case(lambda user: {"JobId": job_about(user.client("iam"), root.user().arn), **more}, "*")

    return case


def job_about(iam, arn, **more):
    return iam.generate_service_last_accessed_details(Arn=arn, **more)["JobId"]


OPERATIONS = {
    "SimulateCustomPolicy": on_account(PolicyInputList=[policy(statement("s3:*"))], ActionNames=["s3:GetObject"]),
    "SimulatePrincipalPolicy": on_arn("PolicySourceArn", ActionNames=["s3:GetObject"]),
    "GetContextKeysForCustomPolicy": on_account(PolicyInputList=[policy(statement("s3:*"))]),
    "GetContextKeysForPrincipalPolicy": on_arn("PolicySourceArn"),
    "GetAccountAuthorizationDetails": on_account(),
    "GenerateCredentialReport": on_account(),
    "GetCredentialReport": on_account(with_report),
    "GenerateServiceLastAccessedDetails": on_arn("Arn"),
    "GetServiceLastAccessedDetails": on_own_job(),
    "GetServiceLastAccessedDetailsWithEntities": on_own_job(ServiceNamespace="iam"),
    "ListPoliciesGrantingServiceAccess": on_arn("Arn", ServiceNamespaces=["s3"]),
}


@pytest.mark.parametrize("operation", OPERATIONS)
def test_each_operation_needs_its_permission_and_no_other(root, operation):
    check_permission(root, "iam", operation, OPERATIONS[operation](root))


# The simulator.


def simulate(iam, statements, *actions, **more):
    """The results of a simulation of policies of one statement each."""
    policies = [policy(entry) for entry in statements]
    answer = iam.simulate_custom_policy(PolicyInputList=policies, ActionNames=list(actions), **more)
    return answer["EvaluationResults"]


def decisions(results):
    return [result["EvalDecision"] for result in results]


def test_a_simulation_decides_as_requests_are_decided(iam):
    rules = [statement("s3:*"), statement("s3:Delete*", effect="Deny")]
    results = simulate(iam, rules, "s3:GetObject", "s3:DeleteObject", "sqs:SendMessage")
    assert decisions(results) == ["allowed", "explicitDeny", "implicitDeny"]
    assert [result["EvalActionName"] for result in results] == ["s3:GetObject", "s3:DeleteObject", "sqs:SendMessage"]
    assert results[0]["EvalResourceName"] == "*"
    (matched,) = results[1]["MatchedStatements"]
    assert (matched["SourcePolicyId"], matched["SourcePolicyType"]) == ("PolicyInputList.2", "IAM Policy")
    start, end = matched["StartPosition"], matched["EndPosition"]
    assert start["Line"] == end["Line"] == 1 and start["Column"] < end["Column"]


@pytest.mark.parametrize(
    "allowed, asked, decision",
    [
        ("ec2:*", "ec2:*VpcEndpoint*", "allowed"),
        ("s3:*", "s3:Get*", "allowed"),
        ("s3:Get*", "s3:Get*", "allowed"),
        ("*", "s3:*", "allowed"),
        ("s3:Get*", "s3:*", "implicitDeny"),
        ("s3:GetObject", "s3:Get*", "implicitDeny"),
        ("sqs:*", "s3:*", "implicitDeny"),
        ("*", "*:*", "allowed"),
        ("s3:*", "*:*", "implicitDeny"),
        ("*", "sqs:CreateUser", "allowed"),
    ],
)
def test_actions_may_have_wildcards(iam, allowed, asked, decision):
    (result,) = simulate(iam, [statement(allowed)], asked)
    assert (result["EvalActionName"], result["EvalDecision"]) == (asked, decision)


def test_an_action_with_wildcards_is_compared_as_a_text(root):
    """As the SageMaker SDK and Cloud Custodian ask, page after page."""
    user = root.user(statement(["s3:*", "ec2:Describe*"]), statement("s3:DeleteObject", effect="Deny"))
    names = ["s3:*", "s3:DeleteObject", "s3:Delete*", "ec2:*", "ec2:Describe*", "*:*"]
    pages = root.client("iam").get_paginator("simulate_principal_policy").paginate(
        PolicySourceArn=user.arn, ActionNames=names, PaginationConfig={"PageSize": 4}
    )
    results = [result for page in pages for result in page["EvaluationResults"]]
    assert [result["EvalActionName"] for result in results] == names
    assert decisions(results) == ["allowed", "explicitDeny", "allowed", "implicitDeny", "allowed", "implicitDeny"]


def test_missing_context_is_told_and_given_context_counts(iam):
    rule = statement(
        "s3:GetObject", "arn:aws:s3:::books/${aws:username}", Condition={"Bool": {"aws:SecureTransport": "true"}}
    )
    keys = iam.get_context_keys_for_custom_policy(PolicyInputList=[policy(rule)])["ContextKeyNames"]
    assert sorted(keys) == ["aws:SecureTransport", "aws:username"]
    entry = lambda key, kind, *values: {
        "ContextKeyName": key, "ContextKeyType": kind, "ContextKeyValues": list(values)
    }
    name = entry("aws:username", "string", "1")
    (result,) = simulate(iam, [rule], "s3:GetObject", ResourceArns=[OBJECT], ContextEntries=[name])
    missing = lambda result: [entry["MissingContextValues"] for entry in result["ResourceSpecificResults"]]
    assert (result["EvalDecision"], missing(result)) == ("implicitDeny", [["aws:SecureTransport"]])
    assert result["MissingContextValues"] == ["aws:SecureTransport"]
    # A variable without value may be what keeps the statement from the resource.
    (result,) = simulate(iam, [rule], "s3:GetObject", ResourceArns=[OBJECT])
    assert missing(result) == [["aws:SecureTransport", "aws:username"]]
    everywhere = statement("s3:GetObject", Condition={"Bool": {"aws:SecureTransport": "true"}})
    (result,) = simulate(iam, [everywhere], "s3:GetObject")
    assert result["MissingContextValues"] == ["aws:SecureTransport"]
    both = [name, entry("aws:SecureTransport", "boolean", "true")]
    (result,) = simulate(iam, [rule], "s3:GetObject", ResourceArns=[OBJECT], ContextEntries=both)
    assert (result["EvalDecision"], missing(result)) == ("allowed", [[]])


def test_each_resource_has_its_own_result(iam):
    rule, papers = statement("s3:GetObject", "arn:aws:s3:::books/*"), "arn:aws:s3:::papers/1"
    (result,) = simulate(iam, [rule], "s3:GetObject", ResourceArns=[OBJECT, papers])
    each = {entry["EvalResourceName"]: entry["EvalResourceDecision"] for entry in result["ResourceSpecificResults"]}
    assert each == {OBJECT: "allowed", papers: "implicitDeny"}


def test_results_come_in_pages(iam):
    actions = [f"s3:Get{number}" for number in range(5)]
    pages = iam.get_paginator("simulate_custom_policy").paginate(
        PolicyInputList=[policy(statement("s3:*"))], ActionNames=actions, PaginationConfig={"PageSize": 2}
    )
    assert [result["EvalActionName"] for page in pages for result in page["EvaluationResults"]] == actions


def test_boundaries_and_resource_policies_take_part(root, iam):
    boundary = [policy(statement("s3:Get*"))]
    (result,) = simulate(iam, [statement("s3:*")], "s3:PutObject", PermissionsBoundaryPolicyInputList=boundary)
    assert result["EvalDecision"] == "implicitDeny"
    assert result["PermissionsBoundaryDecisionDetail"] == {"AllowedByPermissionsBoundary": False}
    with refused("InvalidInput", "The list of Permissions Boundary policies cannot exceed 1 items.", 400):
        simulate(iam, [statement("s3:*")], "s3:PutObject", PermissionsBoundaryPolicyInputList=boundary * 2)
    caller = root.iam_arn("user/ann")
    shared = policy({**statement("s3:GetObject", "arn:aws:s3:::books/*"), "Principal": {"AWS": caller}})
    more = {"ResourcePolicy": shared, "ResourceArns": [OBJECT]}
    (result,) = simulate(iam, [statement("sqs:*")], "s3:GetObject", CallerArn=caller, **more)
    assert result["EvalDecision"] == "allowed"
    with refused("InvalidInput", status=400):
        simulate(iam, [statement("sqs:*")], "s3:GetObject", **more)


def test_a_simulation_of_a_user_knows_groups_boundary_and_attachments(root, iam):
    user, group = root.user(statement(["iam:List*", "s3:*"])), unique("group")
    iam.create_group(GroupName=group)
    iam.put_group_policy(GroupName=group, PolicyName="more", PolicyDocument=policy(statement("iam:GetRole")))
    iam.add_user_to_group(GroupName=group, UserName=user.name)
    make = lambda rule: iam.create_policy(PolicyName=unique("policy"), PolicyDocument=policy(rule))["Policy"]
    no = make(statement("s3:Delete*", effect="Deny"))
    iam.attach_user_policy(UserName=user.name, PolicyArn=no["Arn"])
    bound = make(statement(["iam:List*", "iam:GetRole", "s3:*"]))
    iam.put_user_permissions_boundary(UserName=user.name, PermissionsBoundary=bound["Arn"])
    actions = ["iam:ListRoles", "iam:GetRole", "s3:DeleteObject", "sqs:SendMessage"]
    results = iam.simulate_principal_policy(PolicySourceArn=user.arn, ActionNames=actions)["EvaluationResults"]
    assert decisions(results) == ["allowed", "allowed", "explicitDeny", "implicitDeny"]
    sources = [result["MatchedStatements"][0]["SourcePolicyId"] for result in results[:3]]
    assert sources == [f"user_{user.name}_inline", f"group_{group}_more", no["PolicyName"]]
    user.client("iam").list_roles(MaxItems=1)


def test_what_cannot_be_simulated_is_refused(root, iam):
    ask = lambda arn: iam.simulate_principal_policy(PolicySourceArn=arn, ActionNames=["s3:GetObject"])
    with refused("NoSuchEntity", "The role with name Gone cannot be found.", 404):
        ask(root.iam_arn("role/Gone"))
    whole = root.iam_arn("root")
    message = f"Invalid Entity Arn: {whole} does not clearly define entity type and name."
    with refused("InvalidInput", message, 400):
        ask(whole)
    with refused("InvalidInput", status=400):
        iam.simulate_custom_policy(PolicyInputList=["{}"], ActionNames=["s3:GetObject"])
    with refused("InvalidInput", status=400):
        simulate(iam, [statement("s3:*")], "GetObject")


def test_context_keys_of_a_user_are_those_of_all_its_policies(root, iam):
    user = root.user(statement("s3:*", "arn:aws:s3:::books/${aws:username}"))
    more = policy(statement("s3:*", Condition={"StringEquals": {"aws:PrincipalTag/team": "a"}}))
    answer = iam.get_context_keys_for_principal_policy(PolicySourceArn=user.arn, PolicyInputList=[more])
    assert sorted(answer["ContextKeyNames"]) == ["aws:PrincipalTag/team", "aws:username"]


# The whole account.


def test_authorization_details_tell_the_whole_account_in_pages(root, iam):
    user, group = root.user(statement("s3:*")), unique("group")
    iam.create_group(GroupName=group)
    iam.add_user_to_group(GroupName=group, UserName=user.name)
    role = root.role(trusting({"Service": "forecast.amazonaws.com"})).rsplit("/")[-1]
    iam.attach_role_policy(RoleName=role, PolicyArn=READ_ONLY)
    own = iam.create_policy(PolicyName=unique("policy"), PolicyDocument=policy(statement("s3:*")))["Policy"]
    found = {"UserDetailList": {}, "GroupDetailList": {}, "RoleDetailList": {}, "Policies": {}}
    pages = iam.get_paginator("get_account_authorization_details").paginate(PaginationConfig={"PageSize": 50})
    for page in pages:
        for kind in found:
            found[kind].update({entry["Arn"]: entry for entry in page[kind]})
    told = found["UserDetailList"][user.arn]
    assert told["GroupList"] == [group]
    assert [entry["PolicyName"] for entry in told["UserPolicyList"]] == ["inline"]
    assert told["UserPolicyList"][0]["PolicyDocument"]["Statement"][0]["Action"] == "s3:*"
    assert root.iam_arn(f"group/{group}") in found["GroupDetailList"]
    attached = found["RoleDetailList"][root.iam_arn(f"role/{role}")]["AttachedManagedPolicies"]
    assert attached == [{"PolicyName": "AmazonS3ReadOnlyAccess", "PolicyArn": READ_ONLY}]
    (version,) = found["Policies"][own["Arn"]]["PolicyVersionList"]
    assert (version["VersionId"], version["IsDefaultVersion"]) == ("v1", True)


def test_authorization_details_can_be_of_one_kind(root, iam):
    root.user()
    page = iam.get_account_authorization_details(Filter=["User"], MaxItems=2)
    assert page["UserDetailList"] and not page["RoleDetailList"] and not page["Policies"]


# The credential report: of the second account, of which no other test asks for one, since it holds for hours.


def test_the_credential_report_has_a_row_for_each_user(other_root):
    iam, user = other_root.client("iam"), other_root.user()
    iam.create_login_profile(UserName=user.name, Password="Correct-horse-7")
    with refused("ReportNotPresent", status=410):
        iam.get_credential_report()
    assert iam.generate_credential_report()["State"] == "STARTED"
    assert iam.generate_credential_report()["State"] == "COMPLETE"
    report = iam.get_credential_report()
    assert report["ReportFormat"] == "text/csv"
    rows = list(csv.DictReader(io.StringIO(report["Content"].decode())))
    assert rows[0]["user"] == "<root_account>" and len(rows[0]) == 22
    (row,) = [row for row in rows if row["user"] == user.name]
    assert (row["arn"], row["password_enabled"], row["mfa_active"]) == (user.arn, "true", "false")
    assert (row["access_key_1_active"], row["access_key_2_active"]) == ("true", "false")


# What was used.


def test_uses_are_told_of_a_user(root, iam):
    user = root.user(statement(["iam:ListRoles", "s3:*"]))
    user.client("iam").list_roles(MaxItems=1)
    job = job_about(iam, user.arn, Granularity="ACTION_LEVEL")
    details = iam.get_service_last_accessed_details(JobId=job)
    assert (details["JobStatus"], details["JobType"]) == ("COMPLETED", "ACTION_LEVEL")
    services = {entry["ServiceNamespace"]: entry for entry in details["ServicesLastAccessed"]}
    assert set(services) == {"iam", "s3"} and "LastAuthenticated" not in services["s3"]
    used = services["iam"]
    assert (used["LastAuthenticatedEntity"], used["TotalAuthenticatedEntities"]) == (user.arn, 1)
    assert [action["ActionName"] for action in used["TrackedActionsLastAccessed"]] == ["ListRoles"]
    entities = iam.get_service_last_accessed_details_with_entities(JobId=job, ServiceNamespace="iam")
    assert [entry["EntityInfo"]["Name"] for entry in entities["EntityDetailsList"]] == [user.name]


def test_a_report_is_of_its_moment_and_for_whom_it_was_made(root, iam):
    user, other = root.user(statement(["iam:ListRoles", "s3:ListAllMyBuckets"])), root.user(statement("iam:*"))
    user.client("iam").list_roles(MaxItems=1)
    job = job_about(iam, user.arn)
    user.client("s3").list_buckets()
    services = iam.get_service_last_accessed_details(JobId=job)["ServicesLastAccessed"]
    assert [entry["ServiceNamespace"] for entry in services if "LastAuthenticated" in entry] == ["iam"]
    later = iam.get_service_last_accessed_details(JobId=job_about(iam, user.arn))["ServicesLastAccessed"]
    assert [entry["ServiceNamespace"] for entry in later if "LastAuthenticated" in entry] == ["iam", "s3"]
    for call, more in [("", {}), ("_with_entities", {"ServiceNamespace": "iam"})]:
        with refused("NoSuchEntity", status=404):
            getattr(other.client("iam"), f"get_service_last_accessed_details{call}")(JobId=job, **more)


def test_a_policy_is_used_by_members_of_groups_that_have_it(root, iam):
    arn = iam.create_policy(PolicyName=unique("policy"), PolicyDocument=policy(statement("iam:ListRoles")))["Policy"]["Arn"]
    group, active, idle, bounded = unique("group"), root.user(), root.user(), root.user()
    iam.create_group(GroupName=group)
    iam.attach_group_policy(GroupName=group, PolicyArn=arn)
    iam.put_user_permissions_boundary(UserName=bounded.name, PermissionsBoundary=arn)
    for user in (active, idle):
        iam.add_user_to_group(GroupName=group, UserName=user.name)
    # Of two ways to have it, one counts.
    iam.attach_user_policy(UserName=active.name, PolicyArn=arn)
    active.client("iam").list_roles(MaxItems=1)
    job = job_about(iam, arn)
    (used,) = iam.get_service_last_accessed_details(JobId=job)["ServicesLastAccessed"]
    assert (used["ServiceNamespace"], used["TotalAuthenticatedEntities"]) == ("iam", 1)
    entities = iam.get_service_last_accessed_details_with_entities(JobId=job, ServiceNamespace="iam")["EntityDetailsList"]
    assert [(entry["EntityInfo"]["Name"], "LastAuthenticated" in entry) for entry in entities] == [
        (active.name, True), (idle.name, False),
    ]
    answer = iam.list_policies_granting_service_access(Arn=active.arn, ServiceNamespaces=["iam", "iam"])
    (entry,) = answer["PoliciesGrantingServiceAccess"]
    assert [found.get("PolicyArn") for found in entry["Policies"]] == [arn]


def test_a_role_tells_when_it_was_last_used(root, admin, iam):
    arn = root.role(trusting({"AWS": root.id}), statement("iam:ListRoles"))
    admin.assume(arn).client("iam").list_roles(MaxItems=1)
    used = iam.get_role(RoleName=arn.rsplit("/")[-1])["Role"]["RoleLastUsed"]
    assert used["LastUsedDate"] and used["Region"]


def test_policies_that_grant_a_service_are_told_with_their_holders(root, iam):
    user, group = root.user(statement("iam:ListRoles")), unique("group")
    iam.create_group(GroupName=group)
    iam.put_group_policy(GroupName=group, PolicyName="more", PolicyDocument=policy(statement("s3:*")))
    iam.add_user_to_group(GroupName=group, UserName=user.name)
    iam.attach_user_policy(UserName=user.name, PolicyArn=READ_ONLY)
    answer = iam.list_policies_granting_service_access(Arn=user.arn, ServiceNamespaces=["s3", "iam", "sqs"])
    s3, own, none = answer["PoliciesGrantingServiceAccess"]
    managed = [entry for entry in s3["Policies"] if entry["PolicyType"] == "MANAGED"]
    assert managed == [{"PolicyName": "AmazonS3ReadOnlyAccess", "PolicyType": "MANAGED", "PolicyArn": READ_ONLY}]
    inline = [entry for entry in s3["Policies"] if entry["PolicyType"] == "INLINE"]
    assert inline == [
        {"PolicyName": "more", "PolicyType": "INLINE", "EntityType": "GROUP", "EntityName": group}
    ]
    assert [entry["PolicyName"] for entry in own["Policies"]] == ["inline"] and none["Policies"] == []


def test_a_job_that_is_not_there_is_no_such_entity(iam):
    job = "00000000-0000-4000-8000-000000000000"
    with refused("NoSuchEntity", status=404):
        iam.get_service_last_accessed_details(JobId=job)
    with refused("NoSuchEntity", status=404):
        iam.get_service_last_accessed_details_with_entities(JobId=job, ServiceNamespace="iam")
