"""Terraform with the AWS provider: what it applies stays as it was written, and what it destroys is gone.

Where Terraform or the provider is not at hand these tests are skipped. TF_PLUGIN_MIRROR names directories that hold the
provider (`registry.terraform.io/hashicorp/aws/5.100.0/...`), separated as in PATH; else a configuration that
TF_CLI_CONFIG_FILE names counts, or the places where Terraform looks by itself.
"""

import json
import os
import pathlib
import shutil
import subprocess
import types

import pytest

import keys
from conftest import ROOT, Account, statement, unique
from test_iam_federation import Device
from test_privilege_escalation import serves
from test_wire import signed

CONFIGURATIONS = ROOT / "tests" / "terraform"
PROVIDER = "registry.terraform.io/hashicorp/aws"
PLACES = ("~/.terraform.d/plugins", "/usr/local/share/terraform/plugins", "/usr/share/terraform/plugins")
# The provider takes seconds to start, several times for each command.
PATIENCE = 900
TAGS = [{"Key": "Team", "Value": "retail"}]

# Each part of the configuration, and the operations without which it cannot be applied or destroyed.
PEOPLE = (
    "CreateGroup", "AddUserToGroup", "ListGroupsForUser", "CreateLoginProfile", "UploadSSHPublicKey",
    "CreateServiceSpecificCredential", "UploadSigningCertificate", "UploadServerCertificate",
)
FEDERATION = ("CreateInstanceProfile", "CreateOpenIDConnectProvider", "CreateSAMLProvider")
SETTINGS = ("PublicAccessBlock", "BucketTagging", "BucketVersioning", "BucketOwnershipControls", "ObjectTagging")
PARTS = {
    "access": [],
    "storage": [],
    "people": [("iam", operation) for operation in PEOPLE],
    "federation": [("iam", operation) for operation in FEDERATION],
    "settings": [("s3", verb + setting) for setting in SETTINGS for verb in ("Put", "Get")],
}


def mirror():
    """The directory with the provider, if there is one."""
    places = [*filter(None, os.environ.get("TF_PLUGIN_MIRROR", "").split(os.pathsep)), *PLACES]
    paths = [pathlib.Path(place).expanduser() for place in places]
    return next((path for path in paths if any(path.glob(f"{PROVIDER}/5.*"))), None)


def command_line_configuration(folder):
    """The file that tells Terraform where the provider is."""
    given = os.environ.get("TF_CLI_CONFIG_FILE")
    if not os.environ.get("TF_PLUGIN_MIRROR") and given and pathlib.Path(given).is_file():
        return given
    place = mirror()
    if place is None:
        pytest.skip("the AWS provider for Terraform is not at hand; TF_PLUGIN_MIRROR may name where it is")
    written = folder / "terraform.tfrc"
    written.write_text(f"provider_installation {{\n  filesystem_mirror {{\n    path = {json.dumps(str(place))}\n  }}\n}}\n")
    return str(written)


class Terraform:
    """Terraform in a folder of its own, with the keys of a user."""

    def __init__(self, folder, user, suffix):
        self.folder = folder
        self.environment = {
            **user.environment(), "TF_CLI_CONFIG_FILE": command_line_configuration(folder), "TF_IN_AUTOMATION": "1",
            "TF_INPUT": "0", "CHECKPOINT_DISABLE": "1", "TF_VAR_endpoint": user.ready["endpoint"], "TF_VAR_suffix": suffix,
            "TF_VAR_ssh_public_key": keys.ssh_public(keys.private_key("leaf")), "TF_VAR_certificate": keys.certificate(),
            "TF_VAR_private_key": keys.private_key("leaf"),
        }
        del self.environment["AWS_ENDPOINT_URL"]  # The provider block says where.

    def run(self, command, *arguments):
        return subprocess.run(
            ["terraform", command, "-no-color", *arguments], cwd=self.folder, env=self.environment, capture_output=True,
            text=True, timeout=PATIENCE,
        )

    def outputs(self):
        told = json.loads(self.run("output", "-json").stdout)
        return {name: output["value"] for name, output in told.items()}


def what_is_missing(root, bucket, part):
    return [
        operation for service, operation in PARTS[part]
        if not serves(root, service, operation, Bucket=bucket, Key="nothing")
    ]


@pytest.fixture(scope="module")
def story(root, tmp_path_factory):
    """Everything that is served, applied, planned again and destroyed, with what was there in between."""
    if not shutil.which("terraform"):
        pytest.skip("Terraform is not installed")
    folder, suffix = tmp_path_factory.mktemp("terraform"), unique("t")
    user = root.user(statement("*"))
    terraform = Terraform(folder, user, suffix)
    probe = unique("probe")
    root.client("s3").create_bucket(Bucket=probe)
    missing = {part: what_is_missing(root, probe, part) for part in PARTS}
    for part in ["provider", *(part for part in PARTS if not missing[part])]:
        shutil.copy(CONFIGURATIONS / f"{part}.tf", folder)
    shutil.copy(CONFIGURATIONS / "saml-metadata.xml", folder)
    begun = terraform.run("init")
    if begun.returncode:
        pytest.skip(f"Terraform cannot begin: {begun.stderr}")
    told = types.SimpleNamespace(missing=missing, suffix=suffix)
    told.applied = terraform.run("apply", "-auto-approve")
    told.outputs = terraform.outputs()
    told.there = everything(root, suffix)
    served = [part for part in LOOKS if not missing[part]]
    told.seen = {part: LOOKS[part](root, suffix, told.outputs) for part in served} if not told.applied.returncode else {}
    told.held = hold_everything(root, f"eva-{suffix}") if not told.applied.returncode else None
    told.planned = terraform.run("plan", "-detailed-exitcode")
    told.destroyed = terraform.run("destroy", "-auto-approve")
    told.left = everything(root, suffix)
    return told


def everything(root, suffix):
    """The names of all that the configuration made."""
    iam, names = root.client("iam"), []
    for method, member, name in (
        ("list_roles", "Roles", "RoleName"), ("list_users", "Users", "UserName"), ("list_groups", "Groups", "GroupName"),
        ("list_policies", "Policies", "PolicyName"),
        ("list_instance_profiles", "InstanceProfiles", "InstanceProfileName"),
        ("list_server_certificates", "ServerCertificateMetadataList", "ServerCertificateName"),
    ):
        if serves(root, "iam", iam.meta.method_to_api_mapping[method]):
            pages = iam.get_paginator(method).paginate(**({"Scope": "Local"} if member == "Policies" else {}))
            names += [entry[name] for page in pages for entry in page[member]]
    for method, member in (
        ("list_open_id_connect_providers", "OpenIDConnectProviderList"), ("list_saml_providers", "SAMLProviderList")
    ):
        if serves(root, "iam", iam.meta.method_to_api_mapping[method]):
            names += [entry["Arn"] for entry in getattr(iam, method)()[member]]
    names += [entry["Name"] for entry in root.client("s3").list_buckets()["Buckets"]]
    return sorted(name for name in names if suffix in name)


def hold_everything(root, user):
    """Gives a user all that keeps it from being deleted."""
    iam = root.client("iam")
    iam.create_access_key(UserName=user)
    iam.create_login_profile(UserName=user, Password="Correct-horse-7")
    iam.upload_ssh_public_key(UserName=user, SSHPublicKeyBody=keys.ssh_public(keys.private_key("eva")))
    iam.upload_signing_certificate(UserName=user, CertificateBody=keys.certificate("eva"))
    for service in ("codecommit.amazonaws.com", "bedrock.amazonaws.com"):
        iam.create_service_specific_credential(UserName=user, ServiceName=service)
    Device(root).enable(types.SimpleNamespace(name=user))
    with pytest.raises(iam.exceptions.DeleteConflictException):
        iam.delete_user(UserName=user)
    return True


def access(root, suffix, outputs):
    iam, role, boundary = root.client("iam"), f"forecast-{suffix}", root.iam_arn(f"policy/limits/boundary-{suffix}")
    told = iam.get_role(RoleName=role)["Role"]
    trust = told["AssumeRolePolicyDocument"]["Statement"][0]["Condition"]
    return {
        "arn": told["Arn"] == outputs["role"] == root.iam_arn(f"role/services/{role}"),
        "boundary": told["PermissionsBoundary"]["PermissionsBoundaryArn"] == boundary,
        "duration": told["MaxSessionDuration"] == 7200,
        "tags": told["Tags"] == TAGS,
        "trust": trust["StringEquals"] == {"aws:SourceAccount": root.id},
        "inline": iam.list_role_policies(RoleName=role)["PolicyNames"] == ["write"],
        "attached": sorted(one["PolicyName"] for one in iam.list_attached_role_policies(RoleName=role)["AttachedPolicies"])
        == ["AmazonS3ReadOnlyAccess", f"read-{suffix}"],
        "aws's own": outputs["managed_by_aws"] == "arn:aws:iam::aws:policy/AmazonForecastFullAccess",
    }


def storage(root, suffix, outputs):
    s3, bucket = root.client("s3"), f"data-{suffix}"
    rules = json.loads(s3.get_bucket_policy(Bucket=bucket)["Policy"])["Statement"]
    first = s3.get_object(Bucket=bucket, Key="train/a b+c.csv")
    return {
        "policy": [rule["Sid"] for rule in rules] == ["OnlyEncrypted", "Analysts"],
        "content": first["Body"].read().decode() == outputs["content"] == "item_id,timestamp,target_value\n",
        "type": first["ContentType"] == "text/csv",
        "metadata": s3.head_object(Bucket=bucket, Key="train/second.csv")["Metadata"] == {"origin": "terraform"},
        "nothing more": s3.list_objects_v2(Bucket=f"empty-{suffix}")["KeyCount"] == 0,
    }


def people(root, suffix, outputs):
    iam, ana = root.client("iam"), f"ana-{suffix}"
    keys = iam.list_access_keys(UserName=ana)["AccessKeyMetadata"]
    key = Account(root.ready, root.id, outputs["key"], outputs["secret"])
    members = lambda group: sorted(user["UserName"] for user in iam.get_group(GroupName=f"{group}-{suffix}")["Users"])
    return {
        "the key works": key.client("sts").get_caller_identity()["Arn"] == root.iam_arn(f"user/people/{ana}"),
        "keys": sorted(one["Status"] for one in keys) == ["Active", "Inactive"],
        "retail": members("retail") == [ana, f"ben-{suffix}"],
        "finance": members("finance") == [f"ben-{suffix}"],
        "password": iam.get_login_profile(UserName=f"ben-{suffix}")["LoginProfile"]["PasswordResetRequired"] is True,
        "ssh key": len(iam.list_ssh_public_keys(UserName=f"ben-{suffix}")["SSHPublicKeys"]) == 1,
        "certificate": len(iam.list_signing_certificates(UserName=f"ben-{suffix}")["Certificates"]) == 1,
        "credential": len(iam.list_service_specific_credentials(UserName=f"ben-{suffix}")["ServiceSpecificCredentials"]) == 1,
        "server": iam.get_server_certificate(ServerCertificateName=f"books-{suffix}")["ServerCertificate"]["Tags"] == TAGS,
        "group's": iam.list_group_policies(GroupName=f"retail-{suffix}")["PolicyNames"] == ["read"],
    }


def federation(root, suffix, _outputs):
    iam = root.client("iam")
    profile = iam.get_instance_profile(InstanceProfileName=f"worker-{suffix}")["InstanceProfile"]
    issuer = iam.get_open_id_connect_provider(
        OpenIDConnectProviderArn=root.iam_arn(f"oidc-provider/{suffix}.issuer.example.com")
    )
    scaling = iam.get_role(RoleName=f"AWSServiceRoleForAutoScaling_{suffix}")["Role"]
    metadata = iam.get_saml_provider(SAMLProviderArn=root.iam_arn(f"saml-provider/directory-{suffix}"))
    return {
        "profile": [role["RoleName"] for role in profile["Roles"]] == [f"worker-{suffix}"],
        "issuer": sorted(issuer["ClientIDList"]) == ["first", "second"],
        "linked": (scaling["Description"], scaling["Tags"]) == ("Scales workers", TAGS),
        "directory": metadata["SAMLMetadataDocument"] == (CONFIGURATIONS / "saml-metadata.xml").read_text(),
    }


def settings(root, suffix, outputs):
    s3, bucket = root.client("s3"), f"settled-{suffix}"
    return {
        "found": outputs["settled"] == f"arn:aws:s3:::{bucket}",
        "public": s3.get_bucket_policy_status(Bucket=f"public-{suffix}")["PolicyStatus"]["IsPublic"],
        "ownership": s3.get_bucket_ownership_controls(Bucket=bucket)["OwnershipControls"]["Rules"]
        == [{"ObjectOwnership": "BucketOwnerEnforced"}],
        "versioning": s3.get_bucket_versioning(Bucket=bucket)["Status"] == "Enabled",
        "tags": s3.get_bucket_tagging(Bucket=bucket)["TagSet"] == TAGS,
        "public access": all(s3.get_public_access_block(Bucket=bucket)["PublicAccessBlockConfiguration"].values()),
        "object's tags": s3.get_object_tagging(Bucket=bucket, Key="tagged")["TagSet"] == TAGS,
    }


LOOKS = {"access": access, "storage": storage, "people": people, "federation": federation, "settings": settings}


def test_everything_is_applied(story):
    assert story.applied.returncode == 0, story.applied.stderr
    expect = {
        "access": ["analyst", "boundary", "forecast", "read"],
        "storage": ["data", "empty"],
        "people": ["ana", "ben", "books", "eva", "finance", "for-ana", "retail"],
        "settings": ["public", "settled"],
    }
    for part, names in expect.items():
        if not story.missing[part]:
            assert {f"{name}-{story.suffix}" for name in names} <= set(story.there)


@pytest.mark.parametrize("part", PARTS)
def test_what_was_applied_is_what_was_written(story, part):
    if story.missing[part]:
        pytest.skip(f"not served yet: {', '.join(story.missing[part])}")
    assert story.applied.returncode == 0, story.applied.stderr
    assert [fact for fact, holds in story.seen[part].items() if not holds] == []


def test_a_second_plan_has_nothing_to_do(story):
    """Exit code 2 would be a difference between what was written and what the server tells."""
    assert story.planned.returncode == 0, story.planned.stdout + story.planned.stderr
    assert "No changes." in story.planned.stdout


def test_destroying_leaves_nothing(story):
    assert story.destroyed.returncode == 0, story.destroyed.stderr
    assert story.left == []


# How the provider's `aws_s3_object_copy` names its source: as a parameter of a form, the slash and all.


@pytest.mark.parametrize("source", ["{}%2Fa%2Fb%2Fc", "{}/a/b/c+d", "{}%2Fa%2Fb%2Fc+d"])
def test_the_source_of_a_copy_is_decoded_as_a_whole(root, bucket, source):
    for key in ("a/b/c", "a/b/c d"):
        root.client("s3").put_object(Bucket=bucket, Key=key, Body=b"text")
    headers = {"x-amz-copy-source": source.format(bucket)}
    answer = signed(root, "s3", "PUT", f"/{bucket}/copy", b"", headers).send()
    assert answer.status == 200, answer.body
