"""Lists in pages: whatever the size of a page, each entry comes once, in one order."""

import re

import pytest

import keys
from conftest import policy, refused, statement, trusting, unique
from test_iam_federation import Device

ALLOW = policy(statement("s3:ListBucket"))
TRUST = policy(trusting({"Service": "ec2.amazonaws.com"}))
COUNT = 3
TAGS = [{"Key": f"key-{number}", "Value": "x"} for number in range(COUNT)]


def many(make):
    return [make(number) for number in range(COUNT)]


def users(iam, path):
    many(lambda n: iam.create_user(UserName=unique(f"page-{n}"), Path=path))
    return {"PathPrefix": path}


def groups(iam, path):
    many(lambda n: iam.create_group(GroupName=unique(f"page-{n}"), Path=path))
    return {"PathPrefix": path}


def roles(iam, path):
    many(lambda n: iam.create_role(RoleName=unique(f"page-{n}"), Path=path, AssumeRolePolicyDocument=TRUST))
    return {"PathPrefix": path}


def policies(iam, path):
    many(lambda n: iam.create_policy(PolicyName=unique(f"page-{n}"), Path=path, PolicyDocument=ALLOW))
    return {"PathPrefix": path}


def profiles(iam, path):
    many(lambda n: iam.create_instance_profile(InstanceProfileName=unique(f"page-{n}"), Path=path))
    return {"PathPrefix": path}


def server_certificates(iam, path):
    told = {"CertificateBody": keys.certificate(), "PrivateKey": keys.private_key("leaf"), "Path": path}
    many(lambda n: iam.upload_server_certificate(ServerCertificateName=unique(f"page-{n}"), **told))
    return {"PathPrefix": path}


def user(iam, **more):
    return iam.create_user(UserName=unique("page"), **more)["User"]["UserName"]


def role(iam, **more):
    return iam.create_role(RoleName=unique("page"), AssumeRolePolicyDocument=TRUST, **more)["Role"]["RoleName"]


def group(iam):
    return iam.create_group(GroupName=unique("page"))["Group"]["GroupName"]


def new_policy(iam, **more):
    return iam.create_policy(PolicyName=unique("page"), PolicyDocument=ALLOW, **more)["Policy"]["Arn"]


def versions(iam, _):
    arn = new_policy(iam)
    for _ in range(COUNT - 1):
        iam.create_policy_version(PolicyArn=arn, PolicyDocument=ALLOW)
    return {"PolicyArn": arn}


def attached(kind, make):
    def prepare(iam, _):
        name = {f"{kind.title()}Name": make(iam)}
        many(lambda n: getattr(iam, f"attach_{kind}_policy")(**name, PolicyArn=new_policy(iam)))
        return name

    return prepare


def inline(kind, make):
    def prepare(iam, _):
        name = {f"{kind.title()}Name": make(iam)}
        put = getattr(iam, f"put_{kind}_policy")
        many(lambda n: put(**name, PolicyName=f"p{n}", PolicyDocument=ALLOW))
        return name

    return prepare


def members(iam, _):
    name = group(iam)
    many(lambda n: iam.add_user_to_group(GroupName=name, UserName=user(iam)))
    return {"GroupName": name}


def memberships(iam, _):
    name = user(iam)
    many(lambda n: iam.add_user_to_group(GroupName=group(iam), UserName=name))
    return {"UserName": name}


def profiles_of_role(iam, path):
    name = role(iam)
    for number in range(COUNT):
        profile = unique(f"page-{number}")
        iam.create_instance_profile(InstanceProfileName=profile)
        iam.add_role_to_instance_profile(InstanceProfileName=profile, RoleName=name)
    return {"RoleName": name}


def users_of_policy(iam, _):
    arn = new_policy(iam)
    iam.attach_user_policy(UserName=user(iam), PolicyArn=arn)
    iam.attach_role_policy(RoleName=role(iam), PolicyArn=arn)
    iam.attach_group_policy(GroupName=group(iam), PolicyArn=arn)
    return {"PolicyArn": arn}


def access_keys(iam, _):
    name = user(iam)
    for _ in range(2):
        iam.create_access_key(UserName=name)
    return {"UserName": name}


def ssh_keys(iam, _):
    name = user(iam)
    many(lambda n: iam.upload_ssh_public_key(UserName=name, SSHPublicKeyBody=keys.ssh_public(keys.private_key(f"ssh{n}"))))
    return {"UserName": name}


def signing_certificates(iam, _):
    name = user(iam)
    for _ in range(2):
        body = keys.certificate(unique("cert"), key=keys.private_key())
        iam.upload_signing_certificate(UserName=name, CertificateBody=body)
    return {"UserName": name}


def service_credentials(iam, _):
    name = user(iam)
    for service in ("codecommit", "cassandra", "bedrock"):
        iam.create_service_specific_credential(UserName=name, ServiceName=f"{service}.amazonaws.com")
    return {"UserName": name}


def tagged(member, make):
    return lambda iam, _: {member: make(iam)}


def tagged_provider(iam):
    made = iam.create_open_id_connect_provider(Url=f"https://{unique('page')}.example.com", Tags=TAGS, ThumbprintList=[])
    return made["OpenIDConnectProviderArn"]


def tagged_device(iam):
    return iam.create_virtual_mfa_device(VirtualMFADeviceName=unique("page"), Tags=TAGS)["VirtualMFADevice"]["SerialNumber"]


def tagged_profile(iam):
    name = unique("page")
    iam.create_instance_profile(InstanceProfileName=name, Tags=TAGS)
    return name


# The list, what to prepare, the member that holds the entries (or more members), and how many there are.
LISTS = {
    "list_users": (users, "Users", COUNT),
    "list_groups": (groups, "Groups", COUNT),
    "list_roles": (roles, "Roles", COUNT),
    "list_policies": (policies, "Policies", COUNT),
    "list_instance_profiles": (profiles, "InstanceProfiles", COUNT),
    "list_server_certificates": (server_certificates, "ServerCertificateMetadataList", COUNT),
    "list_policy_versions": (versions, "Versions", COUNT),
    "list_attached_user_policies": (attached("user", user), "AttachedPolicies", COUNT),
    "list_attached_role_policies": (attached("role", role), "AttachedPolicies", COUNT),
    "list_attached_group_policies": (attached("group", group), "AttachedPolicies", COUNT),
    "list_user_policies": (inline("user", user), "PolicyNames", COUNT),
    "list_role_policies": (inline("role", role), "PolicyNames", COUNT),
    "list_group_policies": (inline("group", group), "PolicyNames", COUNT),
    "get_group": (members, "Users", COUNT),
    "list_groups_for_user": (memberships, "Groups", COUNT),
    "list_instance_profiles_for_role": (profiles_of_role, "InstanceProfiles", COUNT),
    "list_entities_for_policy": (users_of_policy, ("PolicyUsers", "PolicyRoles", "PolicyGroups"), COUNT),
    "list_access_keys": (access_keys, "AccessKeyMetadata", 2),
    "list_ssh_public_keys": (ssh_keys, "SSHPublicKeys", COUNT),
    "list_signing_certificates": (signing_certificates, "Certificates", 2),
    "list_service_specific_credentials": (service_credentials, "ServiceSpecificCredentials", COUNT),
    "list_user_tags": (tagged("UserName", lambda iam: user(iam, Tags=TAGS)), "Tags", COUNT),
    "list_role_tags": (tagged("RoleName", lambda iam: role(iam, Tags=TAGS)), "Tags", COUNT),
    "list_policy_tags": (tagged("PolicyArn", lambda iam: new_policy(iam, Tags=TAGS)), "Tags", COUNT),
    "list_instance_profile_tags": (tagged("InstanceProfileName", tagged_profile), "Tags", COUNT),
    "list_open_id_connect_provider_tags": (tagged("OpenIDConnectProviderArn", tagged_provider), "Tags", COUNT),
    "list_mfa_device_tags": (tagged("SerialNumber", tagged_device), "Tags", COUNT),
}


def pages(call, size, **arguments):
    """The answers of a list with pages of this size, until the last; each but the last is truncated and has a marker."""
    answers, marker = [], {}
    while True:
        answers.append(call(**arguments, MaxItems=size, **marker))
        if not answers[-1]["IsTruncated"]:
            assert "Marker" not in answers[-1]
            return answers
        marker = {"Marker": answers[-1]["Marker"]}


def entries(answers, member):
    held = [member] if isinstance(member, str) else member
    found = [entry for answer in answers for name in held for entry in answer.get(name, [])]
    # Roles change between two looks at them: their last use.
    return [re.sub(r"'RoleLastUsed': {[^}]*}", "", str(entry)) for entry in found]


@pytest.fixture
def iam(admin):
    """What the root user's servers hold of certificates is few; they are taken back."""
    iam = admin.client("iam")
    yield iam
    for told in iam.list_server_certificates()["ServerCertificateMetadataList"]:
        iam.delete_server_certificate(ServerCertificateName=told["ServerCertificateName"])


@pytest.mark.parametrize("operation", LISTS)
def test_each_entry_comes_once(iam, operation):
    prepare, member, count = LISTS[operation]
    arguments, call = prepare(iam, f"/{unique('pages')}/"), getattr(iam, operation)
    whole = entries([call(**arguments)], member)
    assert len(whole) == len(set(whole)) == count
    for size in range(1, count + 2):
        answers = pages(call, size, **arguments)
        assert sorted(entries(answers, member)) == sorted(whole), size
        assert [len(entries([answer], member)) for answer in answers[:-1]] == [size] * (len(answers) - 1)
        assert len(answers) == -(-count // size), "no page is empty"
    with refused("ValidationError", "Invalid Marker.", 400):
        call(**arguments, Marker="not one of ours!")


def test_devices_in_pages(root, iam):
    holder = root.user()
    many(lambda n: Device(root).enable(holder))
    whole = entries([iam.list_mfa_devices(UserName=holder.name)], "MFADevices")
    assert len(whole) == COUNT
    assert entries(pages(iam.list_mfa_devices, 1, UserName=holder.name), "MFADevices") == whole
    assigned = iam.get_paginator("list_virtual_mfa_devices").paginate(
        AssignmentStatus="Assigned", PaginationConfig={"PageSize": 1}
    )
    serials = [entry["SerialNumber"] for page in assigned for entry in page["VirtualMFADevices"]]
    assert len(serials) == len(set(serials)) >= COUNT


def test_a_marker_outlives_the_entry_that_it_stands_on(iam):
    arguments = users(iam, f"/{unique('pages')}/")
    first = iam.list_users(**arguments, MaxItems=1)
    iam.delete_user(UserName=first["Users"][0]["UserName"])
    rest = iam.list_users(**arguments, Marker=first["Marker"])["Users"]
    assert len(rest) == COUNT - 1 and first["Users"][0] not in rest


def test_a_prefix_is_a_prefix_of_the_path(iam):
    name, base = unique("page"), unique("pages")
    iam.create_user(UserName=name, Path=f"/{base}/books/")
    found = lambda prefix: [one["UserName"] for one in iam.list_users(PathPrefix=prefix)["Users"]]
    for prefix in (f"/{base}", f"/{base}/", f"/{base}/bo", f"/{base}/books/"):
        assert found(prefix) == [name], prefix
    for prefix in (f"/{base}/books/{name}", f"/{base.upper()}/", f"/{base}/books/x"):
        assert found(prefix) == [], prefix


def test_authorization_details_in_pages_and_by_kind(other_root):
    iam, path = other_root.client("iam"), f"/{unique('pages')}/"
    for make in (users, groups, roles, policies):
        make(iam, path)
    members = {"User": "UserDetailList", "Group": "GroupDetailList", "Role": "RoleDetailList"}
    kinds = {**members, "LocalManagedPolicy": "Policies", "AWSManagedPolicy": "Policies"}
    arn_of = lambda answers, member: [entry["Arn"] for answer in answers for entry in answer[member]]
    for kind, member in kinds.items():
        answers = pages(iam.get_account_authorization_details, 2, Filter=[kind])
        told = arn_of(answers, member)
        assert len(told) == len(set(told))
        assert all(not answer[other] for answer in answers for other in set(kinds.values()) - {member})
        ours = [arn for arn in told if path in arn]
        assert len(ours) == (0 if kind == "AWSManagedPolicy" else COUNT), kind
        assert all((":aws:policy/" in arn) == (kind == "AWSManagedPolicy") for arn in told if ":policy/" in arn)
    everything = pages(iam.get_account_authorization_details, 3)
    whole = {arn for member in set(kinds.values()) for arn in arn_of(everything, member)}
    parts = {
        arn for kind, member in kinds.items()
        for arn in arn_of(pages(iam.get_account_authorization_details, 50, Filter=[kind]), member)
    }
    assert whole == parts
