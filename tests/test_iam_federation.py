"""MFA devices with the codes that an authenticator would show, and identity providers."""

import base64
import hashlib
import hmac
import time

import pytest

from conftest import Account, denied, refused, statement, trusting, unique
from permissions import Case, check_permission

STEP_SECONDS = 30
INVALID_CODE = "Authentication code for device is not valid."


@pytest.fixture
def iam(admin):
    return admin.client("iam")


class Device:
    """A new virtual MFA device, and an authenticator with its seed."""

    def __init__(self, account, **more):
        self.name = unique("phone")
        self.iam = account.client("iam")
        self.made = self.iam.create_virtual_mfa_device(VirtualMFADeviceName=self.name, **more)["VirtualMFADevice"]
        self.serial = self.made["SerialNumber"]
        self.seed = base64.b32decode(self.made["Base32StringSeed"])
        self.start = int(time.time()) // STEP_SECONDS

    def code(self, offset=0):
        """The code so many steps from when the device was made: RFC 6238."""
        tag = hmac.new(self.seed, (self.start + offset).to_bytes(8, "big"), hashlib.sha1).digest()
        at = tag[-1] & 15
        number = int.from_bytes(tag[at : at + 4], "big") & 0x7FFFFFFF
        return f"{number % 1_000_000:06}"

    def codes(self, first, second):
        return {"AuthenticationCode1": self.code(first), "AuthenticationCode2": self.code(second)}

    def enable(self, user, first=-3, second=-2):
        """With codes of a while ago: as if the device's clock were late by two steps."""
        codes = self.codes(first, second)
        self.iam.enable_mfa_device(UserName=user.name, SerialNumber=self.serial, **codes)
        return self

    def wrong_code(self):
        right = {self.code(offset) for offset in range(-5, 6)}
        return next(code for code in (f"{number:06}" for number in range(100)) if code not in right)


def on_device(**arguments):
    def case(root):
        serial = Device(root, Path="/team/").serial
        return Case({"SerialNumber": serial, **arguments}, serial)

    return case


def on_user_of_device(codes=None, enabled=True):
    """A call about a user's device; a policy names the user."""

    def case(root):
        device, user = Device(root), root.user()
        if enabled:
            device.enable(user)
        more = device.codes(*codes) if codes else {}
        arguments = {"UserName": user.name, "SerialNumber": device.serial, **more}
        return Case(arguments, user.arn, f"user {user.name}")

    return case


def creating_device(root):
    name = unique("phone")
    return Case({"VirtualMFADeviceName": name, "Path": "/team/"}, root.iam_arn(f"mfa/team/{name}"))


def listing_devices_of_user(root):
    user = root.user()
    return Case({"UserName": user.name}, user.arn, f"user {user.name}")


def listing(kind):
    return lambda root: Case({}, root.iam_arn(kind))


def issuer():
    return f"{unique('issuer')}.example.com"


def make_oidc(root, host=None, **more):
    made = root.client("iam").create_open_id_connect_provider(
        Url=f"https://{host or issuer()}", ClientIDList=["books"], ThumbprintList=["ab" * 20], **more
    )
    return made["OpenIDConnectProviderArn"]


def on_oidc(**arguments):
    def case(root):
        arn = make_oidc(root)
        return Case({"OpenIDConnectProviderArn": arn, **arguments}, arn)

    return case


def creating_oidc(root):
    host = issuer()
    return Case({"Url": f"https://{host}", "ThumbprintList": ["ab" * 20]}, root.iam_arn(f"oidc-provider/{host}"))


def metadata(entity="https://id.example.com"):
    """Metadata of an identity provider, as far as IAM reads it."""
    return (
        f'<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{entity}" '
        'validUntil="2036-01-01T00:00:00Z"><md:IDPSSODescriptor><ds:X509Certificate>'
        f'{"A" * 1000}</ds:X509Certificate></md:IDPSSODescriptor></md:EntityDescriptor>'
    )


@pytest.fixture
def saml(root):
    """The ARN of a new SAML provider, gone afterwards: an account may have few."""
    arn = make_saml(root)
    yield arn
    try:
        root.client("iam").delete_saml_provider(SAMLProviderArn=arn)
    except root.client("iam").exceptions.NoSuchEntityException:
        pass


def make_saml(root):
    made = root.client("iam").create_saml_provider(Name=unique("saml"), SAMLMetadataDocument=metadata())
    return made["SAMLProviderArn"]


def on_saml(**arguments):
    def case(root):
        arn = make_saml(root)
        return Case({"SAMLProviderArn": arn, **arguments}, arn)

    return case


def creating_saml(root):
    name = unique("saml")
    return Case({"Name": name, "SAMLMetadataDocument": metadata()}, root.iam_arn(f"saml-provider/{name}"))


TAGS, KEYS = {"Tags": [{"Key": "a", "Value": "1"}]}, {"TagKeys": ["a"]}

OPERATIONS = {
    "CreateVirtualMFADevice": creating_device,
    "DeleteVirtualMFADevice": on_device(),
    "ListVirtualMFADevices": listing("mfa/"),
    "EnableMFADevice": on_user_of_device((-1, 0), enabled=False),
    "ResyncMFADevice": on_user_of_device((4, 5)),
    "DeactivateMFADevice": on_user_of_device(),
    "GetMFADevice": on_user_of_device(),
    "ListMFADevices": listing_devices_of_user,
    "TagMFADevice": on_device(**TAGS),
    "UntagMFADevice": on_device(**KEYS),
    "ListMFADeviceTags": on_device(),
    "CreateOpenIDConnectProvider": creating_oidc,
    "GetOpenIDConnectProvider": on_oidc(),
    "DeleteOpenIDConnectProvider": on_oidc(),
    "ListOpenIDConnectProviders": listing("oidc-provider/*"),
    "AddClientIDToOpenIDConnectProvider": on_oidc(ClientID="papers"),
    "RemoveClientIDFromOpenIDConnectProvider": on_oidc(ClientID="books"),
    "UpdateOpenIDConnectProviderThumbprint": on_oidc(ThumbprintList=["cd" * 20]),
    "TagOpenIDConnectProvider": on_oidc(**TAGS),
    "UntagOpenIDConnectProvider": on_oidc(**KEYS),
    "ListOpenIDConnectProviderTags": on_oidc(),
    "CreateSAMLProvider": creating_saml,
    "GetSAMLProvider": on_saml(),
    "UpdateSAMLProvider": on_saml(SAMLMetadataDocument=metadata("https://other.example.com")),
    "DeleteSAMLProvider": on_saml(),
    "ListSAMLProviders": listing("saml-provider/*"),
    "TagSAMLProvider": on_saml(**TAGS),
    "UntagSAMLProvider": on_saml(**KEYS),
    "ListSAMLProviderTags": on_saml(),
}


@pytest.mark.parametrize("operation", OPERATIONS)
def test_each_operation_needs_its_permission_and_no_other(root, operation):
    check_permission(root, "iam", operation, OPERATIONS[operation](root))


# MFA devices.


def test_a_new_device_has_a_seed_and_a_picture_of_it(admin):
    device = Device(admin)
    assert device.serial == admin.iam_arn(f"mfa/{device.name}")
    assert len(device.made["Base32StringSeed"]) == 64
    assert device.made["QRCodePNG"].startswith(b"\x89PNG")
    with refused("EntityAlreadyExists", "MFA device already exists.", 409):
        device.iam.create_virtual_mfa_device(VirtualMFADeviceName=device.name.upper())


def test_two_codes_in_a_row_enable_a_device(root, iam):
    device, user = Device(root), root.user()
    for first, second in ((0, 0), (0, -1), (-1010, -1009)):
        with refused("InvalidAuthenticationCode", INVALID_CODE, 403):
            device.enable(user, first, second)
    device.enable(user)
    with refused("EntityAlreadyExists", "MFA Device is already in use.", 409):
        device.enable(root.user(), -1, 0)
    listed = iam.list_mfa_devices(UserName=user.name)["MFADevices"]
    assert [(entry["UserName"], entry["SerialNumber"]) for entry in listed] == [(user.name, device.serial)]
    read = iam.get_mfa_device(UserName=user.name, SerialNumber=device.serial)
    assert (read["UserName"], read["EnableDate"]) == (user.name, listed[0]["EnableDate"])
    pages = iam.get_paginator("list_virtual_mfa_devices").paginate(AssignmentStatus="Assigned")
    shown = [entry for page in pages for entry in page["VirtualMFADevices"] if entry["SerialNumber"] == device.serial]
    assert shown[0]["User"]["UserName"] == user.name and "Base32StringSeed" not in shown[0]


def test_a_device_in_use_is_not_deleted(root, iam):
    device, user = Device(root), root.user()
    device.enable(user)
    with refused("DeleteConflict", "MFA VirtualDevice in use. Must deactivate first.", 409):
        iam.delete_virtual_mfa_device(SerialNumber=device.serial)
    iam.deactivate_mfa_device(UserName=user.name, SerialNumber=device.serial)
    with refused("NoSuchEntity", "MFA Device invalid for user.", 404):
        iam.deactivate_mfa_device(UserName=user.name, SerialNumber=device.serial)
    iam.delete_virtual_mfa_device(SerialNumber=device.serial)
    message = f"MFA Device with serial number {device.serial} does not exist."
    with refused("NoSuchEntity", message, 404):
        iam.delete_virtual_mfa_device(SerialNumber=device.serial)


def mfa_session(user, device, code):
    keys = user.client("sts").get_session_token(SerialNumber=device.serial, TokenCode=code)["Credentials"]
    return Account(user.ready, user.id, keys["AccessKeyId"], keys["SecretAccessKey"], keys["SessionToken"])


WITH_MFA = {"Bool": {"aws:MultiFactorAuthPresent": "true"}}


def test_a_session_with_a_code_passes_where_mfa_is_asked_for(root):
    user = root.user(statement("iam:ListUsers", Condition=WITH_MFA))
    device = Device(root).enable(user)
    with refused("AccessDenied", denied(user, "iam:ListUsers", root.iam_arn("user/")), 403):
        user.client("iam").list_users()
    mfa_session(user, device, device.code(-1)).client("iam").list_users(MaxItems=1)


def test_each_code_is_good_once(root):
    user = root.user()
    device = Device(root).enable(user)
    wrong = "MultiFactorAuthentication failed with invalid MFA one time pass code. "
    with refused("AccessDenied", wrong, 403):
        mfa_session(user, device, device.wrong_code())
    # Those that enabled the device are good too, and an earlier one after a later one.
    for offset in (-1, -2):
        mfa_session(user, device, device.code(offset))
    for offset in (-1, -2):
        with refused("AccessDenied", wrong, 403):
            mfa_session(user, device, device.code(offset))


def test_two_codes_set_the_clock_of_a_device_once(root, iam):
    user = root.user()
    device = Device(root).enable(user)
    iam.deactivate_mfa_device(UserName=user.name, SerialNumber=device.serial)
    for first, second in ((-3, -2), (-2, -1)):
        with refused("InvalidAuthenticationCode", INVALID_CODE, 403):
            device.enable(user, first, second)
    device.enable(user, -1, 0)


def test_a_device_rests_after_wrong_codes_in_a_row(root):
    user, other = root.user(), root.user()
    device, others = Device(root).enable(user), Device(root).enable(other)
    wrong = "MultiFactorAuthentication failed with invalid MFA one time pass code. "
    for _ in range(5):
        with refused("AccessDenied", wrong, 403):
            mfa_session(user, device, device.wrong_code())
    with refused("AccessDenied", wrong, 403):
        mfa_session(user, device, device.code(-1))
    mfa_session(other, others, others.code(-1))


def test_who_has_a_device_needs_it_to_change_devices(root):
    """AWS-2023-001: a stolen access key must not be able to replace the second factor."""
    user, manager = root.user(statement("iam:*")), root.user(statement("iam:*"))
    first = Device(user).enable(user)
    unproven = "To complete this action, please ensure that you are authenticated with an MFA device that is enabled for this user."
    second = Device(user)
    iam = user.client("iam")
    calls = [
        (iam.enable_mfa_device, second.serial, second.codes(-3, -2)),
        (iam.enable_mfa_device, first.serial, first.codes(-1, 0)),
        (iam.deactivate_mfa_device, first.serial, {}),
        (iam.deactivate_mfa_device, first.serial + "-none", {}),
    ]
    for call, serial, codes in calls:
        with refused("AccessDenied", unproven, 403):
            call(UserName=user.name, SerialNumber=serial, **codes)
    with refused("AccessDenied", unproven, 403):
        user.client("iam").deactivate_mfa_device(SerialNumber=first.serial)
    # The second factor, or somebody else, may.
    proven = mfa_session(user, first, first.code(-1)).client("iam")
    proven.enable_mfa_device(UserName=user.name, SerialNumber=second.serial, **second.codes(-3, -2))
    proven.deactivate_mfa_device(UserName=user.name, SerialNumber=first.serial)
    manager.client("iam").deactivate_mfa_device(UserName=user.name, SerialNumber=second.serial)
    # And without a device there is none to show. Codes that a device gave once do not enrol it again.
    with refused("InvalidAuthenticationCode", INVALID_CODE, 403):
        user.client("iam").enable_mfa_device(UserName=user.name, SerialNumber=second.serial, **second.codes(-3, -2))
    user.client("iam").enable_mfa_device(UserName=user.name, SerialNumber=second.serial, **second.codes(-1, 0))


def test_a_device_of_somebody_else_is_no_help(root):
    device = Device(root).enable(root.user())
    message = (
        "MultiFactorAuthentication failed, unable to validate MFA code.  "
        "Please verify your MFA serial number is valid and associated with this user."
    )
    with refused("AccessDenied", message, 403):
        mfa_session(root.user(), device, device.code(-1))


def test_a_serial_number_needs_a_code(root):
    user = root.user()
    device = Device(root).enable(user)
    message = "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code."
    with refused("AccessDenied", message, 403):
        user.client("sts").get_session_token(SerialNumber=device.serial)


def test_who_has_a_device_shows_one_to_change_its_own_devices(root):
    """Else an access key alone would be worth as much as key and device: security bulletin AWS-2023-001."""
    user, other = root.user(statement(["iam:EnableMFADevice", "iam:DeactivateMFADevice", "iam:ResyncMFADevice"])), root.user()
    iam = user.client("iam")
    first, second, others = Device(root), Device(root), Device(root)

    def enable(client, who, device, *steps):
        client.enable_mfa_device(UserName=who.name, SerialNumber=device.serial, **device.codes(*steps or (-3, -2)))

    enable(iam, user, first)
    message = (
        "To complete this action, please ensure that you are authenticated with an MFA device that is enabled "
        "for this user."
    )
    for change in (
        lambda: enable(iam, user, second),
        lambda: enable(iam, user, first),
        lambda: iam.deactivate_mfa_device(UserName=user.name.upper(), SerialNumber=first.serial),
        lambda: iam.deactivate_mfa_device(SerialNumber=first.serial),
        lambda: iam.deactivate_mfa_device(SerialNumber=root.iam_arn("mfa/missing")),
    ):
        with refused("AccessDenied", message, 403):
            change()
    enable(iam, other, others)
    iam.deactivate_mfa_device(UserName=other.name, SerialNumber=others.serial)
    role = root.role(trusting({"AWS": root.id}), statement(["iam:EnableMFADevice", "iam:DeactivateMFADevice"]))
    keeper = root.user(statement("sts:AssumeRole")).assume(role).client("iam")
    enable(keeper, user, second)
    keeper.deactivate_mfa_device(UserName=user.name, SerialNumber=second.serial)

    session = mfa_session(user, first, first.code(-1)).client("iam")
    enable(session, user, second, -1, 0)
    for device in (first, second):
        session.deactivate_mfa_device(SerialNumber=device.serial)


def test_a_role_may_ask_for_a_code(root):
    rules = [statement("iam:ListUsers"), statement("iam:ListRoles", Condition=WITH_MFA)]
    role = root.role(trusting({"AWS": root.id}, Condition=WITH_MFA), *rules, statement("sts:AssumeRole"))
    user = root.user(statement("sts:AssumeRole"))
    device = Device(root).enable(user)
    with refused("AccessDenied", status=403):
        user.assume(role)
    session = user.assume(role, SerialNumber=device.serial, TokenCode=device.code(-1))
    session.client("iam").list_users(MaxItems=1)
    # The code counted when the role was assumed; the session tells nothing of it, nor do those made from it.
    with refused("AccessDenied", status=403):
        session.client("iam").list_roles(MaxItems=1)
    with refused("AccessDenied", status=403):
        session.assume(role)
    # A session of the user does, and opens the role without another code.
    mfa_session(user, device, device.code(0)).assume(role)


def test_a_clock_that_went_wrong_is_set_again(root, iam):
    user = root.user()
    device = Device(root).enable(user)
    with refused("AccessDenied"):
        mfa_session(user, device, device.code(12))
    for first, second in ((-3, -2), (10, 12)):
        with refused("InvalidAuthenticationCode", INVALID_CODE, 403):
            iam.resync_mfa_device(UserName=user.name, SerialNumber=device.serial, **device.codes(first, second))
    iam.resync_mfa_device(UserName=user.name, SerialNumber=device.serial, **device.codes(10, 11))
    mfa_session(user, device, device.code(12))


# Identity providers.


def test_an_oidc_provider_is_known_by_its_issuer(root, iam):
    host = issuer()
    arn = make_oidc(root, f"{host}/realm")
    assert arn == root.iam_arn(f"oidc-provider/{host}/realm")
    with refused("EntityAlreadyExists", f"Provider with url https://{host}/realm already exists.", 409):
        make_oidc(root, f"{host}/realm")
    iam.add_client_id_to_open_id_connect_provider(OpenIDConnectProviderArn=arn, ClientID="papers")
    iam.remove_client_id_from_open_id_connect_provider(OpenIDConnectProviderArn=arn, ClientID="books")
    iam.update_open_id_connect_provider_thumbprint(OpenIDConnectProviderArn=arn, ThumbprintList=["cd" * 20])
    read = iam.get_open_id_connect_provider(OpenIDConnectProviderArn=arn)
    assert (read["Url"], read["ClientIDList"], read["ThumbprintList"]) == (f"{host}/realm", ["papers"], ["cd" * 20])
    listed = iam.list_open_id_connect_providers()["OpenIDConnectProviderList"]
    assert {"Arn": arn} in listed
    iam.delete_open_id_connect_provider(OpenIDConnectProviderArn=arn)
    with refused("NoSuchEntity", f"OpenIDConnect Provider not found for arn {arn}", 404):
        iam.get_open_id_connect_provider(OpenIDConnectProviderArn=arn)


INVALID_ISSUER = ("ValidationError", "Invalid Open ID Connect Provider URL")
UNKNOWN_ISSUER = ("InvalidInput", "Unknown")


@pytest.mark.parametrize(
    "url, refusal",
    [
        ("http://id.example.com", INVALID_ISSUER),
        ("https://", INVALID_ISSUER),
        ("https://id.example.com/?x=1", UNKNOWN_ISSUER),
        ("https://id.example.com/#x", UNKNOWN_ISSUER),
    ],
)
def test_an_issuer_that_cannot_be_is_refused(iam, url, refusal):
    with refused(*refusal, 400):
        iam.create_open_id_connect_provider(Url=url, ThumbprintList=["ab" * 20])


def test_issuers_differ_by_a_slash_and_by_case(root, iam):
    host = issuer()
    names = [host, f"{host}/", f"{host}/Realm", f"{host}/realm"]
    arns = [make_oidc(root, name) for name in names]
    assert arns == [root.iam_arn(f"oidc-provider/{name}") for name in names]
    with refused("EntityAlreadyExists", f"Provider with url https://{host}/ already exists.", 409):
        make_oidc(root, f"{host}:443/")
    iam.delete_open_id_connect_provider(OpenIDConnectProviderArn=arns[1])
    get = lambda arn: iam.get_open_id_connect_provider(OpenIDConnectProviderArn=arn)["Url"]
    assert [get(arn) for arn in (arns[0], arns[2], arns[3])] == [names[0], names[2], names[3]]
    with refused("NoSuchEntity", f"OpenIDConnect Provider not found for arn {arns[1]}", 404):
        get(arns[1])


def test_thumbprints_are_shown_in_lower_case_and_one_must_stay(root, iam):
    arn = make_oidc(root)
    update = lambda *prints: iam.update_open_id_connect_provider_thumbprint(OpenIDConnectProviderArn=arn, ThumbprintList=list(prints))
    update("CD" * 20, "ab" * 20)
    assert iam.get_open_id_connect_provider(OpenIDConnectProviderArn=arn)["ThumbprintList"] == ["cd" * 20, "ab" * 20]
    with refused("InvalidInput", "Thumbprint list must contain at least one entry.", 400):
        update()


def test_tags_of_a_provider_govern_it(root, iam):
    arn = make_oidc(root, Tags=[{"Key": "team", "Value": "retail"}])
    condition = {"StringEquals": {"aws:ResourceTag/team": "retail"}}
    user = root.user(statement("iam:GetOpenIDConnectProvider", Condition=condition))
    get = lambda: user.client("iam").get_open_id_connect_provider(OpenIDConnectProviderArn=arn)
    assert get()["Tags"] == [{"Key": "team", "Value": "retail"}]
    iam.untag_open_id_connect_provider(OpenIDConnectProviderArn=arn, TagKeys=["team"])
    with refused("AccessDenied", denied(user, "iam:GetOpenIDConnectProvider", arn), 403):
        get()


def test_a_saml_provider_keeps_its_metadata(iam, saml):
    read = iam.get_saml_provider(SAMLProviderArn=saml)
    assert read["SAMLMetadataDocument"] == metadata() and read["ValidUntil"].year == 2036
    name = saml.rsplit("/")[-1].upper()
    with refused("EntityAlreadyExists", f"SAMLProvider with name {name} already exists.", 409):
        iam.create_saml_provider(Name=name, SAMLMetadataDocument=metadata())
    with refused("InvalidInput", "Could not parse metadata", 400):
        iam.update_saml_provider(SAMLProviderArn=saml, SAMLMetadataDocument="x" * 1000)
    other = metadata("https://other.example.com")
    iam.update_saml_provider(SAMLProviderArn=saml, SAMLMetadataDocument=other)
    assert iam.get_saml_provider(SAMLProviderArn=saml)["SAMLMetadataDocument"] == other
    assert saml in [entry["Arn"] for entry in iam.list_saml_providers()["SAMLProviderList"]]
    iam.delete_saml_provider(SAMLProviderArn=saml)
    with refused("NoSuchEntity", f"Manifest not found for arn {saml}", 404):
        iam.get_saml_provider(SAMLProviderArn=saml)


def test_required_encryption_needs_a_key_that_is_never_shown(iam, saml):
    key = "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n"
    with refused("ValidationError", "Unable to update identity provider. No updates are defined for metadata or encryption assertion.", 400):
        iam.update_saml_provider(SAMLProviderArn=saml)
    with refused("InvalidInput", "Failed to set assertion encryption mode to Required because no private key is present.", 400):
        iam.update_saml_provider(SAMLProviderArn=saml, AssertionEncryptionMode="Required")
    with refused("ValidationError", "Unable to set assertion encryption mode to Required because no private key is provided.", 400):
        iam.create_saml_provider(Name=unique("saml"), SAMLMetadataDocument=metadata(), AssertionEncryptionMode="Required")
    iam.update_saml_provider(SAMLProviderArn=saml, AssertionEncryptionMode="Required", AddPrivateKey=key)
    read = iam.get_saml_provider(SAMLProviderArn=saml)
    assert read["AssertionEncryptionMode"] == "Required" and "MIIB" not in str(read["PrivateKeyList"])
    (kept,) = read["PrivateKeyList"]
    with refused("InvalidInput", "Failed to remove private key.", 400):
        iam.update_saml_provider(SAMLProviderArn=saml, RemovePrivateKey=kept["KeyId"])
    both = "Unable to add and remove private keys in the same request. Set a value for only one of the two parameters."
    with refused("ValidationError", both, 400):
        iam.update_saml_provider(SAMLProviderArn=saml, RemovePrivateKey=kept["KeyId"], AddPrivateKey=key)
    iam.update_saml_provider(SAMLProviderArn=saml, AddPrivateKey=key)
    with refused("LimitExceeded", "Private key limit of 2 is reached.", 409):
        iam.update_saml_provider(SAMLProviderArn=saml, AddPrivateKey=key)
    iam.update_saml_provider(SAMLProviderArn=saml, RemovePrivateKey=kept["KeyId"])


def test_metadata_with_entities_of_its_own_is_refused(iam, saml):
    hostile = f'<!DOCTYPE x [<!ENTITY a "b">]>{metadata()}'
    many = f'<EntitiesDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata">{metadata()}</EntitiesDescriptor>'
    for document in (hostile, many):
        with refused("InvalidInput", "Could not parse metadata", 400):
            iam.update_saml_provider(SAMLProviderArn=saml, SAMLMetadataDocument=document)
    assert iam.get_saml_provider(SAMLProviderArn=saml)["SAMLMetadataDocument"] == metadata()


def test_devices_and_providers_of_another_account_are_out_of_reach(root, other_root, saml):
    other, device = other_root.client("iam"), Device(root)
    with refused("AccessDenied", status=403):
        other.delete_virtual_mfa_device(SerialNumber=device.serial)
    with refused("AccessDenied", status=403):
        other.get_open_id_connect_provider(OpenIDConnectProviderArn=make_oidc(root))
    with refused("AccessDenied", status=403):
        other.delete_saml_provider(SAMLProviderArn=saml)
