"""SSH public keys, signing certificates, service-specific credentials and server certificates."""

import base64
import csv
import datetime
import hashlib
import io
import re

import pytest

import keys
from conftest import Process, account_of, constraint, denied, refused, statement, unique
from permissions import Case, check_permission

CODECOMMIT, BEDROCK = "codecommit.amazonaws.com", "bedrock.amazonaws.com"
STATUS = "Operation does not support status Expired"


@pytest.fixture
def iam(admin):
    return admin.client("iam")


def fresh_certificate():
    return keys.certificate(unique("cert"), key=keys.private_key())


def upload_ssh(iam, user, name="ssh"):
    body = keys.ssh_public(keys.private_key(name))
    return iam.upload_ssh_public_key(UserName=user, SSHPublicKeyBody=body)["SSHPublicKey"]


def upload_signing(iam, user):
    return iam.upload_signing_certificate(UserName=user, CertificateBody=fresh_certificate())["Certificate"]


def create_credential(iam, user, service=CODECOMMIT, **more):
    made = iam.create_service_specific_credential(UserName=user, ServiceName=service, **more)
    return made["ServiceSpecificCredential"]


def upload_server(iam, name=None, **more):
    told = {"CertificateBody": keys.certificate(), "PrivateKey": keys.private_key("leaf"), **more}
    name = name or unique("server")
    return iam.upload_server_certificate(ServerCertificateName=name, **told)["ServerCertificateMetadata"]


def on_user(prepare=None, **arguments):
    """A call about a user, and about what `prepare` gave the user."""

    def case(root):
        user = root.user()
        more = prepare(root.client("iam"), user.name) if prepare else {}
        more = {name: value(more) if callable(value) else value for name, value in arguments.items()}
        return Case({"UserName": user.name, **more}, user.arn, f"user {user.name}")

    return case


def on_server(**arguments):
    def case(root):
        name = upload_server(root.client("iam"), Path="/team/")["ServerCertificateName"]
        resource = root.iam_arn(f"server-certificate/team/{name}")
        return Case({"ServerCertificateName": name, **arguments}, resource, f"server certificate {name}")

    return case


def uploading_server(root):
    name = unique("server")
    told = {"Path": "/team/", "CertificateBody": keys.certificate(), "PrivateKey": keys.private_key("leaf")}
    return Case({"ServerCertificateName": name, **told}, root.iam_arn(f"server-certificate/team/{name}"))


def listing_server(root):
    return Case({"PathPrefix": "/team/"}, root.iam_arn("server-certificate/team/"))


def id_of(member):
    return {member: lambda made: made[member]}


SSH_ID, CERTIFICATE_ID, CREDENTIAL_ID = (
    id_of(member) for member in ("SSHPublicKeyId", "CertificateId", "ServiceSpecificCredentialId")
)
OPERATIONS = {
    "UploadSSHPublicKey": on_user(SSHPublicKeyBody=keys.ssh_public(keys.private_key("ssh"))),
    "GetSSHPublicKey": on_user(upload_ssh, Encoding="SSH", **SSH_ID),
    "ListSSHPublicKeys": on_user(),
    "UpdateSSHPublicKey": on_user(upload_ssh, Status="Inactive", **SSH_ID),
    "DeleteSSHPublicKey": on_user(upload_ssh, **SSH_ID),
    "UploadSigningCertificate": on_user(CertificateBody=lambda _: fresh_certificate()),
    "ListSigningCertificates": on_user(),
    "UpdateSigningCertificate": on_user(upload_signing, Status="Inactive", **CERTIFICATE_ID),
    "DeleteSigningCertificate": on_user(upload_signing, **CERTIFICATE_ID),
    "CreateServiceSpecificCredential": on_user(ServiceName=CODECOMMIT),
    "ListServiceSpecificCredentials": on_user(),
    "UpdateServiceSpecificCredential": on_user(create_credential, Status="Inactive", **CREDENTIAL_ID),
    "ResetServiceSpecificCredential": on_user(create_credential, **CREDENTIAL_ID),
    "DeleteServiceSpecificCredential": on_user(create_credential, **CREDENTIAL_ID),
    "UploadServerCertificate": uploading_server,
    "GetServerCertificate": on_server(),
    "UpdateServerCertificate": on_server(),
    "DeleteServerCertificate": on_server(),
    "ListServerCertificates": listing_server,
    "TagServerCertificate": on_server(Tags=[{"Key": "a", "Value": "1"}]),
    "UntagServerCertificate": on_server(TagKeys=["a"]),
    "ListServerCertificateTags": on_server(),
    "SetSecurityTokenServicePreferences": lambda root: Case({"GlobalEndpointTokenVersion": "v1Token"}, "*"),
}


@pytest.fixture(autouse=True)
def no_server_certificates(root):
    """An account may have few of them."""
    yield
    iam = root.client("iam")
    for told in iam.list_server_certificates()["ServerCertificateMetadataList"]:
        iam.delete_server_certificate(ServerCertificateName=told["ServerCertificateName"])


@pytest.mark.parametrize("operation", OPERATIONS)
def test_each_operation_needs_its_permission_and_no_other(root, operation):
    check_permission(root, "iam", operation, OPERATIONS[operation](root))


# SSH public keys.


def test_a_key_is_told_in_both_forms(root, iam):
    user, private = root.user().name, keys.private_key("ssh")
    ssh, pem = keys.ssh_public(private), keys.pem_public(private)
    made = iam.upload_ssh_public_key(UserName=user, SSHPublicKeyBody=ssh + " ann@books")["SSHPublicKey"]
    assert re.fullmatch("APKA[A-Z2-7]{16}", made["SSHPublicKeyId"])
    assert made["Fingerprint"] == keys.fingerprint(ssh)
    assert (made["Status"], made["UserName"], made["SSHPublicKeyBody"]) == ("Active", user, ssh + " ann@books")
    named = {"UserName": user, "SSHPublicKeyId": made["SSHPublicKeyId"]}
    get = lambda encoding: iam.get_ssh_public_key(**named, Encoding=encoding)["SSHPublicKey"]
    assert get("SSH") == made
    assert get("PEM")["SSHPublicKeyBody"] == pem
    with refused("ValidationError", constraint("encoding", "Member must satisfy enum value set: [SSH, PEM]"), 400):
        get("DER")
    with refused("DuplicateSSHPublicKey", status=400):
        iam.upload_ssh_public_key(UserName=user, SSHPublicKeyBody=pem)
    iam.delete_ssh_public_key(**named)
    again = iam.upload_ssh_public_key(UserName=user, SSHPublicKeyBody=pem)["SSHPublicKey"]
    assert again["Fingerprint"] == made["Fingerprint"]
    named["SSHPublicKeyId"] = again["SSHPublicKeyId"]
    assert get("SSH")["SSHPublicKeyBody"] == ssh
    assert get("PEM")["SSHPublicKeyBody"] == pem


def test_only_rsa_keys_that_are_long_enough_are_taken(root, iam):
    user = root.user().name
    upload = lambda body: iam.upload_ssh_public_key(UserName=user, SSHPublicKeyBody=body)
    good = keys.ssh_public(keys.private_key("ssh"))
    short = keys.private_key("short", "rsa:1024")
    curve = keys.private_key("curve", "ec:P-256")
    for body in ("ssh-rsa AAAA", good[:-20], keys.ssh_public(short), keys.pem_public(short), keys.pem_public(curve)):
        with refused("InvalidPublicKey", status=400):
            upload(body)
    for body in ("books", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBooks", keys.private_key("ssh")):
        with refused("UnrecognizedPublicKeyEncoding", status=400):
            upload(body)
    assert iam.list_ssh_public_keys(UserName=user)["SSHPublicKeys"] == []


def test_a_user_has_five_ssh_keys(root, iam):
    user = root.user().name
    made = [upload_ssh(iam, user, f"ssh{number}")["SSHPublicKeyId"] for number in range(5)]
    with refused("LimitExceeded", "Cannot exceed quota for SSHPublicKeysPerUser: 5", 409):
        upload_ssh(iam, user, "ssh5")
    iam.update_ssh_public_key(UserName=user, SSHPublicKeyId=made[0], Status="Inactive")
    listed = iam.list_ssh_public_keys(UserName=user, MaxItems=3)
    assert listed["IsTruncated"] and len(listed["SSHPublicKeys"]) == 3
    rest = iam.list_ssh_public_keys(UserName=user, Marker=listed["Marker"])
    statuses = {key["SSHPublicKeyId"]: key["Status"] for key in listed["SSHPublicKeys"] + rest["SSHPublicKeys"]}
    assert statuses == {id: "Inactive" if id == made[0] else "Active" for id in made}
    assert "SSHPublicKeyBody" not in listed["SSHPublicKeys"][0]


def test_a_key_that_is_not_there(root, iam):
    user, other, gone = root.user().name, root.user().name, "APKAXXXXXXXXXXXXXXXXX"
    message = f"The Public Key with id {gone} cannot be found."
    with refused("NoSuchEntity", message, 404):
        iam.get_ssh_public_key(UserName=user, SSHPublicKeyId=gone, Encoding="SSH")
    with refused("NoSuchEntity", message, 404):
        iam.update_ssh_public_key(UserName=user, SSHPublicKeyId=gone, Status="Inactive")
    with refused("NoSuchEntity", message, 404):
        iam.delete_ssh_public_key(UserName=user, SSHPublicKeyId=gone)
    others = upload_ssh(iam, other)["SSHPublicKeyId"]
    with refused("NoSuchEntity", f"The Public Key with id {others} cannot be found.", 404):
        iam.delete_ssh_public_key(UserName=user, SSHPublicKeyId=others)
    with refused("NoSuchEntity", "The user with name nobody cannot be found.", 404):
        upload_ssh(iam, "nobody")
    with refused("InvalidInput", STATUS, 400):
        iam.update_ssh_public_key(UserName=other, SSHPublicKeyId=others, Status="Expired")


# Signing certificates.


def test_a_user_has_two_signing_certificates_that_nobody_else_has(root, iam):
    user, other = root.user().name, root.user().name
    body = fresh_certificate()
    upload = lambda user, body: iam.upload_signing_certificate(UserName=user, CertificateBody=body)["Certificate"]
    made = upload(user, body)
    assert re.fullmatch("[A-Z2-7]{32}", made["CertificateId"])
    assert (made["Status"], made["CertificateBody"], made["UserName"]) == ("Active", body, user)
    der = base64.b64decode("".join(body.splitlines()[1:-1]))
    assert made["CertificateId"] == base64.b32encode(hashlib.sha1(der).digest()).decode()
    with refused("DuplicateCertificate", "Duplicate certificate uploaded.", 409):
        upload(other, body)
    assert upload(user, body) == made
    second = upload(user, fresh_certificate())
    with refused("LimitExceeded", "Cannot exceed quota for CertificatesPerUser: 2", 409):
        upload(user, fresh_certificate())
    iam.update_signing_certificate(UserName=user, CertificateId=made["CertificateId"], Status="Inactive")
    listed = {one["CertificateId"]: one["Status"] for one in iam.list_signing_certificates(UserName=user)["Certificates"]}
    assert listed == {made["CertificateId"]: "Inactive", second["CertificateId"]: "Active"}
    # The same again is answered as if it were active, and changes nothing.
    assert upload(user, body) == made
    assert listed == {one["CertificateId"]: one["Status"] for one in iam.list_signing_certificates(UserName=user)["Certificates"]}
    with refused("InvalidInput", STATUS, 400):
        iam.update_signing_certificate(UserName=user, CertificateId=made["CertificateId"], Status="Expired")
    iam.delete_signing_certificate(UserName=user, CertificateId=made["CertificateId"])
    assert upload(other, body)["CertificateId"] == made["CertificateId"]


def test_a_certificate_must_be_one(root, iam):
    user = root.user().name
    upload = lambda body: iam.upload_signing_certificate(UserName=user, CertificateBody=body)
    body = fresh_certificate()
    for wrong in ("books", keys.private_key("leaf"), body + fresh_certificate(), "Remark\n" + body, body[:200]):
        with refused("MalformedCertificate", "Certificate is malformed.", 400):
            upload(wrong)
    gone = "NONEXISTENTCERTID12345678901"
    message = f"The Certificate with id {gone} cannot be found."
    with refused("NoSuchEntity", message, 404):
        iam.update_signing_certificate(UserName=user, CertificateId=gone, Status="Active")
    with refused("NoSuchEntity", message, 404):
        iam.delete_signing_certificate(UserName=user, CertificateId=gone)
    with refused("NoSuchEntity", "The user with name nobody cannot be found.", 404):
        iam.upload_signing_certificate(UserName="nobody", CertificateBody="books")


def test_root_and_users_may_leave_out_their_own_name(root):
    iam = root.client("iam")
    before = iam.get_account_summary()["SummaryMap"]["AccountSigningCertificatesPresent"]
    made = iam.upload_signing_certificate(CertificateBody=fresh_certificate())["Certificate"]
    assert before == 0 and iam.get_account_summary()["SummaryMap"]["AccountSigningCertificatesPresent"] == 1
    assert iam.list_signing_certificates()["Certificates"] == [made]
    iam.delete_signing_certificate(CertificateId=made["CertificateId"])
    user = root.user(statement("iam:*"))
    own = user.client("iam")
    assert upload_ssh(own, user.name)["SSHPublicKeyId"] == own.list_ssh_public_keys()["SSHPublicKeys"][0]["SSHPublicKeyId"]
    made = create_credential(own, user.name)
    assert own.list_service_specific_credentials()["ServiceSpecificCredentials"][0]["UserName"] == user.name
    own.delete_service_specific_credential(ServiceSpecificCredentialId=made["ServiceSpecificCredentialId"])
    with refused("ValidationError", "Must specify userName when calling with non-User credentials", 400):
        iam.list_ssh_public_keys()


def test_the_credential_report_tells_of_certificates(iam, tmp_path):
    # A report is kept for four hours, so this one is of a server of its own.
    process = Process(tmp_path, "dev", "--listen", "127.0.0.1:0")
    try:
        account = account_of(process, 0)
        iam, user = account.client("iam"), account.user().name
        first, second = upload_signing(iam, user), upload_signing(iam, user)
        iam.update_signing_certificate(UserName=user, CertificateId=second["CertificateId"], Status="Inactive")
        iam.generate_credential_report()
        rows = list(csv.DictReader(io.StringIO(iam.get_credential_report()["Content"].decode())))
        row = next(row for row in rows if row["user"] == user)
        told = sorted((row[f"cert_{n}_active"], row[f"cert_{n}_last_rotated"]) for n in (1, 2))
        uploaded = lambda made: made["UploadDate"].strftime("%Y-%m-%dT%H:%M:%SZ")
        assert told == [("false", uploaded(second)), ("true", uploaded(first))]
        assert (rows[0]["cert_1_active"], rows[0]["cert_1_last_rotated"]) == ("false", "N/A")
    finally:
        process.stop()


# Service-specific credentials.


def test_a_credential_has_a_name_and_a_password_of_its_own(root, iam):
    user = root.user().name
    first, second = create_credential(iam, user), create_credential(iam, user)
    assert re.fullmatch("ACCA[A-Z2-7]{17}", first["ServiceSpecificCredentialId"])
    assert first["ServiceUserName"] == f"{user}-at-{root.id}"
    assert second["ServiceUserName"] == f"{user}+1-at-{root.id}"
    assert len(first["ServicePassword"]) == 60 and first["ServicePassword"] != second["ServicePassword"]
    assert (first["ServiceName"], first["Status"]) == (CODECOMMIT, "Active")
    with refused("LimitExceeded", "Cannot exceed quota for ContextSpecificCredentialsPerUserPerContext: 2", 409):
        create_credential(iam, user)
    create_credential(iam, user, "cassandra.amazonaws.com")
    id = {"UserName": user, "ServiceSpecificCredentialId": first["ServiceSpecificCredentialId"]}
    fresh = iam.reset_service_specific_credential(**id)["ServiceSpecificCredential"]
    assert fresh["ServicePassword"] != first["ServicePassword"]
    assert {**fresh, "ServicePassword": 0} == {**first, "ServicePassword": 0}
    iam.update_service_specific_credential(**id, Status="Inactive")
    iam.update_user(UserName=user, NewUserName=user + "-2")
    told = iam.list_service_specific_credentials(UserName=user + "-2", ServiceName=CODECOMMIT)["ServiceSpecificCredentials"]
    named = {one["ServiceUserName"]: (one["Status"], one["UserName"]) for one in told}
    assert named == {
        f"{user}-at-{root.id}": ("Inactive", user + "-2"), f"{user}+1-at-{root.id}": ("Active", user + "-2"),
    }
    assert "ServicePassword" not in told[0]


def test_an_api_key_tells_its_alias_and_may_end(root, iam):
    user = root.user().name
    made = create_credential(iam, user, BEDROCK, CredentialAgeDays=30)
    assert made["ExpirationDate"] - made["CreateDate"] == datetime.timedelta(days=30)
    assert "ServicePassword" not in made and "ServiceUserName" not in made
    assert made["ServiceCredentialAlias"] == f"{user}-at-{root.id}"
    prefixes = {
        "aws-external-anthropic": "AEAA", "bedrock": "ABSK", "cloudwatch": "APIAACWM", "logs": "ACWL",
    }
    for service, prefix in prefixes.items():
        made = create_credential(iam, user, f"{service}.amazonaws.com")
        assert "ExpirationDate" not in made and made["ServiceCredentialSecret"].startswith(prefix)
        told = base64.b64decode(made["ServiceCredentialSecret"].removeprefix(prefix)).decode()
        alias, secret = told.split(":")
        assert alias == made["ServiceCredentialAlias"] and len(secret) == 60
    # Passwords may end too, and the case of a service's name does not matter.
    made = create_credential(iam, user, "CodeCommit.amazonaws.COM", CredentialAgeDays=30)
    assert made["ExpirationDate"] - made["CreateDate"] == datetime.timedelta(days=30)
    assert made["ServiceName"] == CODECOMMIT
    for name, count in (("CODECOMMIT.amazonaws.com", 1), ("", 6)):
        assert len(iam.list_service_specific_credentials(UserName=user, ServiceName=name)["ServiceSpecificCredentials"]) == count


def test_credentials_that_are_not_there_and_services_that_take_none(root, iam):
    user = root.user().name
    with refused("NoSuchEntity", "No such service s3.amazonaws.com is supported for Service Specific Credentials", 404):
        create_credential(iam, user, "s3.amazonaws.com")
    gone = {"UserName": user, "ServiceSpecificCredentialId": "ACCAXXXXXXXXXXXXXXXXX"}
    for call in (iam.delete_service_specific_credential, iam.reset_service_specific_credential):
        with refused("NoSuchEntity", "No such credential ACCAXXXXXXXXXXXXXXXXX exists", 404):
            call(**gone)
    others = create_credential(iam, root.user().name)["ServiceSpecificCredentialId"]
    message = f"User {user} does not have a service specific credential with id {others}"
    for call, more in (
        (iam.delete_service_specific_credential, {}),
        (iam.reset_service_specific_credential, {}),
        (iam.update_service_specific_credential, {"Status": "Inactive"}),
    ):
        with refused("ValidationError", message, 400):
            call(UserName=user, ServiceSpecificCredentialId=others, **more)
    own = {"UserName": user, "ServiceSpecificCredentialId": create_credential(iam, user)["ServiceSpecificCredentialId"]}
    with refused("InvalidInput", STATUS, 400):
        iam.update_service_specific_credential(**own, Status="Expired")
    iam.delete_service_specific_credential(**own)
    with refused("NoSuchEntity", f"No such credential {own['ServiceSpecificCredentialId']} exists", 404):
        iam.delete_service_specific_credential(**own)


def test_credentials_of_all_users_in_pages(root, iam):
    users = sorted(root.user().name for _ in range(3))
    made = {create_credential(iam, user, "logs.amazonaws.com")["ServiceSpecificCredentialId"] for user in users}
    found, marker = [], {}
    while True:
        told = iam.list_service_specific_credentials(
            AllUsers=True, ServiceName="logs.amazonaws.com", MaxItems=2, **marker
        )
        found += told["ServiceSpecificCredentials"]
        if not told["IsTruncated"]:
            break
        marker = {"Marker": told["Marker"]}
    assert made <= {one["ServiceSpecificCredentialId"] for one in found}
    assert len(found) == len({one["ServiceSpecificCredentialId"] for one in found})
    with refused("ValidationError", status=400):
        iam.list_service_specific_credentials(AllUsers=True, UserName=users[0])


def test_policies_may_test_the_service_and_the_age(root):
    action, target = "iam:CreateServiceSpecificCredential", root.user().name
    condition = {
        "StringEquals": {"iam:ServiceSpecificCredentialServiceName": BEDROCK},
        "NumericLessThanEquals": {"iam:ServiceSpecificCredentialAgeDays": "90"},
    }
    user = root.user(statement(action, Condition=condition))
    iam = user.client("iam")
    made = create_credential(iam, target, BEDROCK, CredentialAgeDays=90)
    for more in ({"service": BEDROCK}, {"service": BEDROCK, "CredentialAgeDays": 91}, {"service": CODECOMMIT}):
        with refused("AccessDenied", denied(user, action, f"user {target}"), 403):
            create_credential(iam, target, **more)
    action = "iam:DeleteServiceSpecificCredential"
    condition = {"StringEquals": {"iam:ServiceSpecificCredentialServiceName": CODECOMMIT}}
    user.set_policy(statement(action, Condition=condition))
    with refused("AccessDenied", denied(user, action, f"user {target}"), 403):
        iam.delete_service_specific_credential(
            UserName=target, ServiceSpecificCredentialId=made["ServiceSpecificCredentialId"]
        )
    other = create_credential(root.client("iam"), target)["ServiceSpecificCredentialId"]
    iam.delete_service_specific_credential(UserName=target, ServiceSpecificCredentialId=other)


def test_a_user_stays_while_something_hangs_on_it(root, iam):
    user = unique("user")
    iam.create_user(UserName=user)
    ssh, certificate, credential = upload_ssh(iam, user), upload_signing(iam, user), create_credential(iam, user)
    kept = lambda what: refused("DeleteConflict", f"Cannot delete entity, must {what} first.", 409)
    with kept("delete certificates"):
        iam.delete_user(UserName=user)
    iam.delete_signing_certificate(UserName=user, CertificateId=certificate["CertificateId"])
    with kept("delete SSH public keys"):
        iam.delete_user(UserName=user)
    iam.delete_ssh_public_key(UserName=user, SSHPublicKeyId=ssh["SSHPublicKeyId"])
    with kept("remove referenced objects"):
        iam.delete_user(UserName=user)
    id = credential["ServiceSpecificCredentialId"]
    iam.delete_service_specific_credential(UserName=user, ServiceSpecificCredentialId=id)
    iam.delete_user(UserName=user)


# Server certificates.


def test_a_server_certificate_is_kept_without_telling_its_key(root, iam):
    name = unique("server")
    made = upload_server(iam, name, Path="/cloudfront/books/")
    assert made["Arn"] == root.iam_arn(f"server-certificate/cloudfront/books/{name}")
    assert re.fullmatch("ASCA[A-Z2-7]{17}", made["ServerCertificateId"])
    assert 3649 <= (made["Expiration"] - made["UploadDate"]).days <= 3650
    told = iam.get_server_certificate(ServerCertificateName=name.upper())["ServerCertificate"]
    body = {"CertificateBody": keys.certificate().strip(), "ServerCertificateMetadata": made, "Tags": []}
    assert told == body
    listed = iam.list_server_certificates(PathPrefix="/cloudfront/")["ServerCertificateMetadataList"]
    assert listed == [made]
    assert iam.list_server_certificates(PathPrefix="/books/")["ServerCertificateMetadataList"] == []
    with refused("EntityAlreadyExists", f"The Server Certificate with name {name} already exists.", 409):
        upload_server(iam, name)
    iam.update_server_certificate(ServerCertificateName=name, NewServerCertificateName=name + "-2", NewPath="/")
    moved = iam.get_server_certificate(ServerCertificateName=name + "-2")["ServerCertificate"]
    assert moved["ServerCertificateMetadata"]["Arn"] == root.iam_arn(f"server-certificate/{name}-2")
    assert moved["ServerCertificateMetadata"]["ServerCertificateId"] == made["ServerCertificateId"]
    with refused("NoSuchEntity", f"The Server Certificate with name {name} cannot be found.", 404):
        iam.delete_server_certificate(ServerCertificateName=name)


def test_renaming_needs_the_right_to_both_names(root):
    action, name = "iam:UpdateServerCertificate", upload_server(root.client("iam"))["ServerCertificateName"]
    user = root.user(statement(action, root.iam_arn(f"server-certificate/{name}")))
    rename = {"ServerCertificateName": name, "NewServerCertificateName": name + "-2"}
    with refused("AccessDenied", denied(user, action, f"server certificate {name}-2"), 403):
        user.client("iam").update_server_certificate(**rename)
    user.set_policy(statement(action, root.iam_arn(f"server-certificate/{name}*")))
    user.client("iam").update_server_certificate(**rename)


def test_keys_of_every_form_fit_their_certificates(iam):
    for kind in ("rsa:2048", "ec:P-256", "ec:P-384"):
        name = kind.replace(":", "-")
        key = keys.private_key(name, kind)
        body = keys.certificate(name, key=key)
        for form in (key, keys.traditional(key)):
            upload_server(iam, CertificateBody=body, PrivateKey=form)
    with refused("KeyPairMismatch", status=400):
        upload_server(iam, PrivateKey=keys.private_key("other"))
    for wrong in ("books", keys.encrypted(keys.private_key("leaf")), keys.certificate()):
        with refused("MalformedCertificate", "Invalid Private Key.", 400):
            upload_server(iam, PrivateKey=wrong)
    message = "Unable to parse certificate. Please ensure the certificate is in PEM format."
    for wrong in ("books", keys.private_key("leaf"), keys.certificate() + keys.certificate()):
        with refused("MalformedCertificate", message, 400):
            upload_server(iam, CertificateBody=wrong)


def test_a_chain_begins_with_the_signer_and_goes_on_in_order(iam):
    root_ca = keys.certificate("authority")
    middle = keys.certificate_under("middle", "authority", root_ca)
    leaf = keys.certificate_under("signed", "middle", middle)
    upload = lambda chain: upload_server(
        iam, CertificateBody=leaf, PrivateKey=keys.private_key("signed"), CertificateChain=chain
    )
    broken = (
        "Unable to validate certificate chain. The certificate chain must start with the immediate signing certificate, "
        "followed by any intermediaries in order. The index within the chain of the invalid certificate is: {}"
    )
    for chain in (middle, middle + root_ca):
        name = upload(chain)["ServerCertificateName"]
        assert iam.get_server_certificate(ServerCertificateName=name)["ServerCertificate"]["CertificateChain"] == chain.strip()
    for chain, index in ((root_ca, -1), (root_ca + middle, -1), (middle + keys.certificate("stranger"), 0)):
        with refused("MalformedCertificate", broken.format(index), 400):
            upload(chain)


def test_tags_and_the_number_of_server_certificates(root, iam):
    count = lambda: iam.get_account_summary()["SummaryMap"]["ServerCertificates"]
    assert count() == 0
    name = upload_server(iam, Tags=[{"Key": "Team", "Value": "books"}])["ServerCertificateName"]
    iam.tag_server_certificate(ServerCertificateName=name, Tags=[{"Key": "team", "Value": "films"}])
    told = iam.list_server_certificate_tags(ServerCertificateName=name)["Tags"]
    assert told == [{"Key": "Team", "Value": "books"}, {"Key": "team", "Value": "films"}]
    iam.untag_server_certificate(ServerCertificateName=name, TagKeys=["Team"])
    assert iam.get_server_certificate(ServerCertificateName=name)["ServerCertificate"]["Tags"] == told[1:]
    user = root.user(statement("iam:DeleteServerCertificate", Condition={"StringEquals": {"aws:ResourceTag/team": "x"}}))
    with refused("AccessDenied", denied(user, "iam:DeleteServerCertificate", f"server certificate {name}"), 403):
        user.client("iam").delete_server_certificate(ServerCertificateName=name)
    for _ in range(19):
        upload_server(iam)
    assert count() == 20
    with refused("LimitExceeded", "Cannot exceed quota for ServerCertificatesPerAccount: 20", 409):
        upload_server(iam)


def test_the_summary_tells_the_version_of_tokens(root):
    iam = root.client("iam")
    told = lambda: iam.get_account_summary()["SummaryMap"]["GlobalEndpointTokenVersion"]
    assert told() == 1
    iam.set_security_token_service_preferences(GlobalEndpointTokenVersion="v2Token")
    assert told() == 2
    iam.set_security_token_service_preferences(GlobalEndpointTokenVersion="v1Token")
    assert told() == 1
