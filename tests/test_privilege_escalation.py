"""The published ways from a single permission to every permission, each walked and each closed.

A way is real: with its permission Mallory gets there. Without it she is refused in AWS's words; and she is refused too
where a permissions boundary or a statement narrowed to other resources stands in between.
"""

import types

import pytest
from botocore.exceptions import ClientError

from conftest import Account, all_but, denied, policy, refused, statement, trusting, unique
from electricity import Place, name

EVERYTHING = policy(statement("*"))
NOTHING_MUCH = policy(statement("s3:ListAllMyBuckets"))
ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess"
READ_ONLY = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
PASSWORD = "Xk9!mallory-was-here"


class World:
    """Mallory, and what in her account is worth having."""

    def __init__(self, root):
        self.root, self.owner = root, root.client("iam")
        self.mallory = root.user()
        self.iam = self.mallory.client("iam")

    def user(self, **more):
        """A new user without any rights."""
        made = unique("user")
        self.owner.create_user(UserName=made, **more)
        return made

    def administrator(self):
        made = self.user()
        self.owner.put_user_policy(UserName=made, PolicyName="all", PolicyDocument=EVERYTHING)
        return made

    def policy(self, document=NOTHING_MUCH):
        return self.owner.create_policy(PolicyName=unique("policy"), PolicyDocument=document)["Policy"]["Arn"]

    def attached_policy(self, *later_versions):
        """A policy that is attached to Mallory."""
        arn = self.policy()
        self.owner.attach_user_policy(UserName=self.mallory.name, PolicyArn=arn)
        for version in later_versions:
            self.owner.create_policy_version(PolicyArn=arn, PolicyDocument=version)
        return arn

    def role(self, *statements, trust=None, **more):
        """The name of a role; Mallory may assume it unless `trust` says otherwise."""
        arn = self.root.role(trust or trusting({"AWS": self.mallory.arn}), *statements, **more)
        return arn.rsplit("/")[-1]

    def group(self, document=None, members=()):
        made = unique("group")
        self.owner.create_group(GroupName=made)
        if document:
            self.owner.put_group_policy(GroupName=made, PolicyName="inline", PolicyDocument=document)
        for member in members:
            self.owner.add_user_to_group(GroupName=made, UserName=member)
        return made

    def bound(self, *statements):
        """Puts a boundary of these statements on Mallory; its ARN."""
        arn = self.policy(policy(*statements))
        self.owner.put_user_permissions_boundary(UserName=self.mallory.name, PermissionsBoundary=arn)
        return arn

    def session(self, role):
        return self.mallory.assume(self.root.iam_arn(f"role/{role}"))


def rules(account):
    """Whether everything is allowed: what only an administrator may here."""
    try:
        account.client("iam").list_users(PathPrefix="/nobody/")
        return True
    except ClientError as error:
        assert error.response["Error"]["Code"] == "AccessDenied", error
        return False


class Way:
    """One way: its call, the resource it is made on, and whoever is an administrator afterwards."""

    def __init__(self, call, on, called, gained=lambda world: world.mallory):
        self.call, self.on, self.called, self.gained = call, on, called, gained


def on_mallory(call):
    name = lambda world: world.mallory.name
    return Way(
        lambda world: call(world, name(world)), lambda world: world.mallory.arn, lambda world: f"user {name(world)}"
    )


def on_policy(call, make):
    def called(world):
        world.target = make(world)
        return f"policy {world.target}"

    return Way(call, lambda world: world.target, called)


def on(kind, make, call, gained):
    """On a user, role or group that `make` makes."""

    def called(world):
        world.target = make(world)
        return f"{kind} {world.target}"

    return Way(call, lambda world: world.root.iam_arn(f"{kind}/{world.target}"), called, gained)


def on_role(make, call):
    return on("role", make, call, lambda world: world.session(world.target))


def on_group(make, call):
    return on("group", make, call, lambda world: world.mallory)


def with_the_new_key(world):
    made = world.answer["AccessKey"]
    return Account(world.root.ready, world.root.id, made["AccessKeyId"], made["SecretAccessKey"])


def bounded_mallory(call):
    """She has every permission, and a boundary that leaves her this one."""

    def called(world):
        world.before = [statement("*")]
        return f"user {world.mallory.name}"

    way = on_mallory(call)
    way.called = called
    return way


def bounded_role(world):
    return world.role(statement("*"), PermissionsBoundary=READ_ONLY)


def trust_in(world):
    return policy(trusting({"AWS": world.mallory.arn}))


FOREIGN_TRUST = trusting({"Service": "forecast.amazonaws.com"})

WAYS = {
    "CreatePolicyVersion": on_policy(
        lambda world: world.iam.create_policy_version(PolicyArn=world.target, PolicyDocument=EVERYTHING, SetAsDefault=True),
        World.attached_policy,
    ),
    "SetDefaultPolicyVersion": on_policy(
        lambda world: world.iam.set_default_policy_version(PolicyArn=world.target, VersionId="v2"),
        lambda world: world.attached_policy(EVERYTHING),
    ),
    "AttachUserPolicy": on_mallory(
        lambda world, user: world.iam.attach_user_policy(UserName=user, PolicyArn=ADMINISTRATOR)
    ),
    "AttachRolePolicy": on_role(
        World.role, lambda world: world.iam.attach_role_policy(RoleName=world.target, PolicyArn=ADMINISTRATOR)
    ),
    "AttachGroupPolicy": on_group(
        lambda world: world.group(members=[world.mallory.name]),
        lambda world: world.iam.attach_group_policy(GroupName=world.target, PolicyArn=ADMINISTRATOR),
    ),
    "PutUserPolicy": on_mallory(
        lambda world, user: world.iam.put_user_policy(UserName=user, PolicyName="more", PolicyDocument=EVERYTHING)
    ),
    "PutRolePolicy": on_role(
        World.role,
        lambda world: world.iam.put_role_policy(RoleName=world.target, PolicyName="more", PolicyDocument=EVERYTHING),
    ),
    "PutGroupPolicy": on_group(
        lambda world: world.group(members=[world.mallory.name]),
        lambda world: world.iam.put_group_policy(GroupName=world.target, PolicyName="more", PolicyDocument=EVERYTHING),
    ),
    "AddUserToGroup": on_group(
        lambda world: world.group(EVERYTHING),
        lambda world: world.iam.add_user_to_group(GroupName=world.target, UserName=world.mallory.name),
    ),
    "UpdateAssumeRolePolicy": on_role(
        lambda world: world.role(statement("*"), trust=FOREIGN_TRUST),
        lambda world: world.iam.update_assume_role_policy(RoleName=world.target, PolicyDocument=trust_in(world)),
    ),
    "CreateAccessKey": on(
        "user", World.administrator,
        lambda world: world.iam.create_access_key(UserName=world.target), with_the_new_key,
    ),
    "DeleteUserPermissionsBoundary": bounded_mallory(
        lambda world, user: world.iam.delete_user_permissions_boundary(UserName=user)
    ),
    "PutUserPermissionsBoundary": bounded_mallory(
        lambda world, user: world.iam.put_user_permissions_boundary(UserName=user, PermissionsBoundary=ADMINISTRATOR)
    ),
    "DeleteRolePermissionsBoundary": on_role(
        bounded_role, lambda world: world.iam.delete_role_permissions_boundary(RoleName=world.target)
    ),
    "PutRolePermissionsBoundary": on_role(
        bounded_role,
        lambda world: world.iam.put_role_permissions_boundary(RoleName=world.target, PermissionsBoundary=ADMINISTRATOR),
    ),
}


def serves(account, service, operation, **offered):
    """Whether the server knows this operation at all: asked with no more than what is offered, it misses arguments."""
    client = account.client(service, parameter_validation=False)
    method = next(method for method, known in client.meta.method_to_api_mapping.items() if known == operation)
    taken = client.meta.service_model.operation_model(operation).input_shape
    try:
        getattr(client, method)(**{name: value for name, value in offered.items() if taken and name in taken.members})
    except ClientError as error:
        return error.response["Error"]["Code"] not in ("InvalidAction", "NotImplemented")
    return True


@pytest.fixture
def world(root):
    return World(root)


@pytest.fixture(params=WAYS)
def way(request, root, world):
    """Each way with its world prepared: `action` and how a refusal calls the resource come with it."""
    if not serves(root, "iam", request.param):
        pytest.skip(f"{request.param} is not served yet")
    taken = WAYS[request.param]
    called = taken.called(world)
    return types.SimpleNamespace(
        action=f"iam:{request.param}", called=called, resource=taken.on(world), before=getattr(world, "before", []),
        go=lambda: setattr(world, "answer", taken.call(world)), gained=lambda: taken.gained(world),
    )


def test_with_its_permission_the_way_leads_there(world, way):
    """Else everything below would only prove that something else is broken."""
    if way.before:
        world.bound(statement(way.action), statement("s3:*"))
    world.mallory.set_policy(statement(way.action, way.resource), *way.before)
    assert not rules(world.mallory)
    way.go()
    assert rules(way.gained())


def test_without_its_permission_the_way_is_closed(world, way):
    """She may everything else, and this is refused."""
    if way.before:
        world.bound(statement(way.action), statement("s3:*"))
    world.mallory.set_policy(all_but(way.action))
    with refused("AccessDenied", denied(world.mallory, way.action, way.called), 403):
        way.go()


def test_a_boundary_without_the_permission_closes_the_way(world, way):
    world.mallory.set_policy(statement("*"))
    world.bound(all_but(way.action))
    reason = f"because no permissions boundary allows the {way.action} action"
    with refused("AccessDenied", denied(world.mallory, way.action, way.called, reason), 403):
        way.go()


def test_a_permission_for_other_resources_closes_the_way(world, way):
    if way.before:
        world.bound(statement("*"))
    kind = way.resource.split(":")[-1].split("/")[0]
    world.mallory.set_policy(statement(way.action, f"arn:aws:iam::*:{kind}/harmless/*"), statement("s3:*"))
    with refused("AccessDenied", denied(world.mallory, way.action, way.called), 403):
        way.go()


def test_an_explicit_deny_closes_the_way_for_administrators_too(world, way):
    world.mallory.set_policy(statement("*"), statement(way.action, way.resource, effect="Deny"))
    reason = "with an explicit deny in an identity-based policy"
    with refused("AccessDenied", denied(world.mallory, way.action, way.called, reason), 403):
        way.go()


# Where the way may be gone, a boundary on whoever gains by it caps what is gained.

CAPPED = ("CreatePolicyVersion", "SetDefaultPolicyVersion", "AttachUserPolicy", "AttachGroupPolicy", "PutUserPolicy",
          "PutGroupPolicy", "AddUserToGroup")


@pytest.mark.parametrize("way", CAPPED, indirect=True)
def test_what_mallory_gives_herself_ends_at_her_boundary(world, way):
    world.bound(statement(way.action), statement("s3:*"))
    world.mallory.set_policy(statement(way.action, way.resource))
    way.go()
    assert not rules(world.mallory)
    world.mallory.client("s3").list_buckets()


@pytest.mark.parametrize("way", ["AttachRolePolicy", "PutRolePolicy"], indirect=True)
def test_what_mallory_gives_a_role_ends_at_the_boundary_of_the_role(world, way):
    world.owner.put_role_permissions_boundary(RoleName=world.target, PermissionsBoundary=READ_ONLY)
    world.mallory.set_policy(statement(way.action, way.resource))
    way.go()
    assert not rules(way.gained())
    way.gained().client("s3").list_buckets()


# Conditions made against this: who may only hand out what is bounded, and only some policies.

TARGETS_WITH_BOUNDARY = ("AttachUserPolicy", "AttachRolePolicy", "PutUserPolicy", "PutRolePolicy")


@pytest.mark.parametrize("way", TARGETS_WITH_BOUNDARY, indirect=True)
def test_rights_may_be_given_only_to_whoever_is_bounded(world, way):
    """`iam:PermissionsBoundary` is the boundary that the target has."""
    boundary = world.policy(policy(statement("s3:*")))
    condition = {"StringEquals": {"iam:PermissionsBoundary": boundary}}
    world.mallory.set_policy(statement(way.action, Condition=condition))
    if "User" in way.action:
        put, target = world.owner.put_user_permissions_boundary, {"UserName": world.mallory.name}
    else:
        put, target = world.owner.put_role_permissions_boundary, {"RoleName": world.target}
    for other in (None, ADMINISTRATOR):
        if other:
            put(**target, PermissionsBoundary=other)
        with refused("AccessDenied", denied(world.mallory, way.action, way.called), 403):
            way.go()
    # Her own boundary must leave her the call itself.
    if "User" in way.action:
        world.owner.create_policy_version(
            PolicyArn=boundary, PolicyDocument=policy(statement(["s3:*", way.action])), SetAsDefault=True
        )
    put(**target, PermissionsBoundary=boundary)
    way.go()
    assert not rules(way.gained())


@pytest.mark.parametrize("way", ["AttachUserPolicy", "AttachRolePolicy", "AttachGroupPolicy"], indirect=True)
def test_only_harmless_policies_may_be_attached(world, way):
    world.mallory.set_policy(statement(way.action, Condition={"ArnEquals": {"iam:PolicyARN": READ_ONLY}}))
    with refused("AccessDenied", denied(world.mallory, way.action, way.called), 403):
        way.go()


@pytest.mark.parametrize("way", ["PutUserPermissionsBoundary", "PutRolePermissionsBoundary"], indirect=True)
def test_a_boundary_may_be_exchanged_only_for_the_agreed_one(world, way):
    """`iam:PermissionsBoundary` is the boundary that the request asks for, not the present one."""
    agreed = world.bound(statement(way.action), statement("s3:*"))
    condition = {"StringEquals": {"iam:PermissionsBoundary": agreed}}
    world.mallory.set_policy(statement(way.action, Condition=condition))
    with refused("AccessDenied", denied(world.mallory, way.action, way.called), 403):
        way.go()
    if "User" in way.action:
        world.iam.put_user_permissions_boundary(UserName=world.mallory.name, PermissionsBoundary=agreed)
    else:
        world.iam.put_role_permissions_boundary(RoleName=world.target, PermissionsBoundary=agreed)


@pytest.mark.parametrize("way", ["DeleteUserPermissionsBoundary", "DeleteRolePermissionsBoundary"], indirect=True)
def test_the_agreed_boundary_may_not_be_taken_off(world, way):
    """Of a deletion, `iam:PermissionsBoundary` is the boundary that goes."""
    kept = world.bound(statement("*")) if way.before else READ_ONLY
    condition = {"StringEquals": {"iam:PermissionsBoundary": kept}}
    world.mallory.set_policy(statement("*"), statement(way.action, effect="Deny", Condition=condition))
    reason = "with an explicit deny in an identity-based policy"
    with refused("AccessDenied", denied(world.mallory, way.action, way.called, reason), 403):
        way.go()


CREATIONS = {
    "iam:CreateUser": lambda iam, made, more: iam.create_user(UserName=made, **more),
    "iam:CreateRole": lambda iam, made, more: iam.create_role(
        RoleName=made, AssumeRolePolicyDocument=policy(FOREIGN_TRUST), **more
    ),
}


@pytest.mark.parametrize("action", CREATIONS)
def test_whoever_is_created_must_bear_the_boundary(world, action):
    boundary = world.policy()
    condition = {"StringEquals": {"iam:PermissionsBoundary": boundary}}
    world.mallory.set_policy(statement(action, Condition=condition))
    made = unique("made")
    arn = world.root.iam_arn(f"{action.removeprefix('iam:Create').lower()}/{made}")
    for more in ({}, {"PermissionsBoundary": ADMINISTRATOR}):
        with refused("AccessDenied", denied(world.mallory, action, arn), 403):
            CREATIONS[action](world.iam, made, more)
    CREATIONS[action](world.iam, made, {"PermissionsBoundary": boundary})


def test_a_role_that_trusts_the_account_is_as_open_as_its_assumers(world):
    """The plainest way of all: `sts:AssumeRole` on a more powerful role."""
    role = world.role(statement("*"), trust=trusting({"AWS": world.root.id}))
    arn = world.root.iam_arn(f"role/{role}")
    reason = "because no identity-based policy allows the sts:AssumeRole action"
    for statements in ([all_but("sts:AssumeRole")], [statement("sts:AssumeRole", arn + "-other")]):
        world.mallory.set_policy(*statements)
        with refused("AccessDenied", denied(world.mallory, "sts:AssumeRole", arn, reason), 403):
            world.session(role)
    world.mallory.set_policy(statement("sts:AssumeRole", arn))
    assert rules(world.session(role))
    world.bound(all_but("sts:AssumeRole"))
    reason = "because no permissions boundary allows the sts:AssumeRole action"
    with refused("AccessDenied", denied(world.mallory, "sts:AssumeRole", arn, reason), 403):
        world.session(role)


# Passwords: nobody signs in to a console here, so what counts is whether the password was set.


class Passwords:
    """The calls on somebody else's login profile."""

    CreateLoginProfile = staticmethod(lambda iam, user: iam.create_login_profile(UserName=user, Password=PASSWORD))
    UpdateLoginProfile = staticmethod(lambda iam, user: iam.update_login_profile(UserName=user, Password=PASSWORD))


@pytest.mark.parametrize("operation", ["CreateLoginProfile", "UpdateLoginProfile"])
def test_the_password_of_somebody_else(root, world, operation):
    if not serves(root, "iam", operation):
        pytest.skip(f"{operation} is not served yet")
    victim, action, call = world.administrator(), f"iam:{operation}", getattr(Passwords, operation)
    if operation == "UpdateLoginProfile":
        world.owner.create_login_profile(UserName=victim, Password="Before#12345", PasswordResetRequired=True)
    called = f"user {victim}"
    for statements in ([all_but(action)], [statement(action, "arn:aws:iam::*:user/${aws:username}")]):
        world.mallory.set_policy(*statements)
        with refused("AccessDenied", denied(world.mallory, action, called), 403):
            call(world.iam, victim)
    world.mallory.set_policy(statement("*"))
    world.bound(all_but(action))
    reason = f"because no permissions boundary allows the {action} action"
    with refused("AccessDenied", denied(world.mallory, action, called, reason), 403):
        call(world.iam, victim)
    world.owner.delete_user_permissions_boundary(UserName=world.mallory.name)
    world.mallory.set_policy(statement(action, root.iam_arn(f"user/{victim}")))
    call(world.iam, victim)
    assert world.owner.get_login_profile(UserName=victim)["LoginProfile"]["UserName"] == victim


# PassRole: the service does with the role what Mallory may not do herself.


@pytest.fixture(scope="module")
def place(root):
    """A bucket that is none of Mallory's business, and the role that reaches it."""
    return Place(root)


@pytest.fixture(scope="module")
def forecast(place):
    """The ARN of a forecast."""
    dataset, job = place.start_import()
    assert place.imported(job)["Status"] == "ACTIVE"
    client = place.forecast
    group = client.create_dataset_group(DatasetGroupName=name("group"), Domain="CUSTOM", DatasetArns=[dataset])
    predictor = client.create_auto_predictor(
        PredictorName=name("predictor"), ForecastHorizon=24, ForecastFrequency="H",
        DataConfig={"DatasetGroupArn": group["DatasetGroupArn"]},
    )["PredictorArn"]
    assert place.ended("describe_auto_predictor", PredictorArn=predictor)["Status"] == "ACTIVE"
    arn = client.create_forecast(ForecastName=name("forecast"), PredictorArn=predictor)["ForecastArn"]
    assert place.ended("describe_forecast", ForecastArn=arn)["Status"] == "ACTIVE"
    return arn


def start_import(place, user, _forecast):
    return user.client("forecast").create_dataset_import_job(
        DatasetImportJobName=name("import"), DatasetArn=place.dataset(), DataSource=place.source(),
        TimestampFormat="yyyy-MM-dd HH:mm:ss",
    )["DatasetImportJobArn"]


def start_export(place, user, forecast):
    return user.client("forecast").create_forecast_export_job(
        ForecastExportJobName=name("export"), ForecastArn=forecast, Destination=place.source(path="out"),
    )["ForecastExportJobArn"]


PASSES = {"CreateDatasetImportJob": start_import, "CreateForecastExportJob": start_export}


@pytest.fixture(params=PASSES)
def passing(request, place, forecast, world):
    """Starts a job with the role, as Mallory."""
    return lambda: PASSES[request.param](place, world.mallory, forecast)


def test_who_may_pass_a_role_has_its_rights(world, place, passing):
    world.mallory.set_policy(statement("forecast:*"), statement("iam:PassRole", place.role))
    s3 = world.mallory.client("s3")
    for call in (
        lambda: s3.get_object(Bucket=place.bucket, Key="train/tts.csv"),
        lambda: s3.put_object(Bucket=place.bucket, Key="out/x", Body=b"x"),
    ):
        with refused("AccessDenied", status=403):
            call()
    job = passing()
    describe, member = {
        "dataset-import-job": ("describe_dataset_import_job", "DatasetImportJobArn"),
        "forecast-export-job": ("describe_forecast_export_job", "ForecastExportJobArn"),
    }[job.split(":")[-1].split("/")[0]]
    assert place.ended(describe, **{member: job})["Status"] == "ACTIVE"


NARROWED = {
    "a role of another name": statement("iam:PassRole", "arn:aws:iam::*:role/harmless-*"),
    "another service": statement(
        "iam:PassRole", Condition={"StringEquals": {"iam:PassedToService": "sagemaker.amazonaws.com"}}
    ),
    "another kind of resource": statement(
        "iam:PassRole", Condition={"ArnLike": {"iam:AssociatedResourceArn": "arn:aws:forecast:*:*:predictor/*"}}
    ),
    "another action on the role": statement("iam:GetRole"),
}


@pytest.mark.parametrize("narrowed", NARROWED)
def test_a_narrowed_permission_to_pass_closes_the_way(world, place, passing, narrowed):
    world.mallory.set_policy(statement("forecast:*"), NARROWED[narrowed])
    with refused("AccessDeniedException", denied(world.mallory, "iam:PassRole", place.role), 400):
        passing()


def test_without_the_permission_to_pass_the_way_is_closed(world, place, passing):
    world.mallory.set_policy(all_but("iam:PassRole"))
    with refused("AccessDeniedException", denied(world.mallory, "iam:PassRole", place.role), 400):
        passing()


def test_a_boundary_without_the_permission_to_pass_closes_the_way(world, place, passing):
    world.mallory.set_policy(statement("*"))
    world.bound(all_but("iam:PassRole"))
    reason = "because no permissions boundary allows the iam:PassRole action"
    with refused("AccessDeniedException", denied(world.mallory, "iam:PassRole", place.role, reason), 400):
        passing()


def test_administrators_are_stopped_by_a_deny_for_this_role(world, place, passing):
    world.mallory.set_policy(statement("*"), statement("iam:PassRole", place.role, effect="Deny"))
    reason = "with an explicit deny in an identity-based policy"
    with refused("AccessDeniedException", denied(world.mallory, "iam:PassRole", place.role, reason), 400):
        passing()


def test_a_new_role_for_the_service_is_a_way_too(world, place):
    """CreateRole, PutRolePolicy and PassRole together need no role that was there before."""
    world.mallory.set_policy(statement("forecast:*"), statement(["iam:CreateRole", "iam:PutRolePolicy", "iam:PassRole"]))
    made, own = unique("made"), world.mallory
    role = own.client("iam").create_role(RoleName=made, AssumeRolePolicyDocument=policy(FOREIGN_TRUST))["Role"]["Arn"]
    own.client("iam").put_role_policy(RoleName=made, PolicyName="all", PolicyDocument=policy(place.access()))
    importing = lambda: own.client("forecast").create_dataset_import_job(
        DatasetImportJobName=name("import"), DatasetArn=place.dataset(), DataSource=place.source(role),
        TimestampFormat="yyyy-MM-dd HH:mm:ss",
    )["DatasetImportJobArn"]
    assert place.imported(importing())["Status"] == "ACTIVE"
    # Bounded, the same role reaches nothing.
    boundary = world.policy(policy(statement("s3:ListAllMyBuckets")))
    world.owner.put_role_permissions_boundary(RoleName=made, PermissionsBoundary=boundary)
    told = place.imported(importing())
    assert told["Status"] == "CREATE_FAILED" and "because no permissions boundary allows the s3:" in told["Message"]
