"""Sessions for holders of tokens and assertions, from providers that really sign, as boto3 and the AWS CLI ask for them."""

import base64
import json
import time

import boto3
import botocore
import botocore.config
import pytest

from conftest import Account, policy, refused, statement, trusting, unique
from providers import SamlProvider, SigningKey, attribute, issuing, openssl

DENIED = "Not authorized to perform sts:AssumeRoleWith{}"
BUCKETS = "s3:ListAllMyBuckets"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("providers")


@pytest.fixture
def issuer(folder):
    with issuing(folder) as issuer:
        yield issuer


@pytest.fixture
def nobody(root):
    """A client that signs nothing."""
    return boto3.client(
        "sts", endpoint_url=root.ready["endpoint"], region_name=root.ready["region"], verify=root.ready["ca_bundle"],
        config=botocore.config.Config(signature_version=botocore.UNSIGNED),
    )


def known(root, issuer, thumbprint=None, clients=("app", "second")):
    """The issuer as the account trusts it; the provider's ARN."""
    made = root.client("iam").create_open_id_connect_provider(
        Url=issuer.url, ClientIDList=list(clients), ThumbprintList=[thumbprint or issuer.thumbprint],
    )
    return made["OpenIDConnectProviderArn"]


def role_for(root, provider, action, *also, **conditions):
    trust = trusting({"Federated": provider}, action, *also, **({"Condition": conditions} if conditions else {}))
    return root.role(trust, statement(BUCKETS))


def web(nobody, role, token, **more):
    return nobody.assume_role_with_web_identity(RoleArn=role, RoleSessionName="session", WebIdentityToken=token, **more)


def held(root, answer):
    keys = answer["Credentials"]
    return Account(root.ready, root.id, keys["AccessKeyId"], keys["SecretAccessKey"], keys["SessionToken"])


# AssumeRoleWithWebIdentity


@pytest.mark.parametrize("algorithm", ["RS256", "RS384", "RS512", "ES256", "ES384", "ES512"])
def test_a_token_of_each_algorithm_opens_a_session(root, nobody, issuer, folder, algorithm):
    key = SigningKey(folder, algorithm)
    issuer.keys = [key]
    provider = known(root, issuer)
    role = role_for(root, provider, "sts:AssumeRoleWithWebIdentity")
    answer = web(nobody, role, key.sign(issuer.claims()))
    assert (answer["SubjectFromWebIdentityToken"], answer["Audience"], answer["Provider"]) == ("bob-17", "app", provider)
    name = role.rsplit("/")[-1]
    session = held(root, answer)
    assert session.client("sts").get_caller_identity()["Arn"] == f"arn:aws:sts::{root.id}:assumed-role/{name}/session"
    session.client("s3").list_buckets()
    # The same claims, signed with a key that the issuer does not publish.
    stranger = SigningKey(folder, algorithm, "stranger")
    stranger.name = key.name
    with refused("InvalidIdentityToken", "The ID Token's signature could not be verified", 400):
        web(nobody, role, stranger.sign(issuer.claims()))


def test_a_token_that_does_not_hold(root, nobody, issuer, folder):
    key = SigningKey(folder, "ES256")
    issuer.keys = [key]
    role = role_for(root, known(root, issuer), "sts:AssumeRoleWithWebIdentity")
    now = int(time.time())
    invalid = [
        ({"aud": "strange"}, "Incorrect token audience"),
        ({"azp": "strange"}, "Incorrect token audience"),
        ({"sub": None}, "Missing a required claim: sub"),
        ({"iat": now + 900}, "The ID Token was issued in the future"),
        ({"iss": "https://nobody.example"}, "No OpenIDConnect provider found in your account for https://nobody.example"),
    ]
    for changes, message in invalid:
        with refused("InvalidIdentityToken", message, 400):
            web(nobody, role, key.sign(issuer.claims(**changes)))
    with refused("ExpiredTokenException", status=400) as caught:
        web(nobody, role, key.sign(issuer.claims(exp=now - 10)))
    assert caught.value.response["Error"]["Message"].startswith("Token expired: current date/time ")
    # In a list, and for the party that was authorized.
    web(nobody, role, key.sign(issuer.claims(aud=["other", "second"])))
    assert web(nobody, role, key.sign(issuer.claims(aud="strange", azp="app")))["Audience"] == "app"


def test_trust_sees_claims_tags_and_source_identity(root, nobody, issuer, folder):
    key = SigningKey(folder, "ES256")
    issuer.keys = [key]
    provider = known(root, issuer)
    conditions = {"StringEquals": {f"{issuer.host}:sub": "bob-17"}, "ForAnyValue:StringEquals": {f"{issuer.host}:amr": "otp"}}
    role = role_for(root, provider, "sts:AssumeRoleWithWebIdentity", **conditions)
    claims = issuer.claims(amr=["pwd", "otp"])
    web(nobody, role, key.sign(claims))
    tagged = {**claims, "https://aws.amazon.com/tags/principal_tags/Team": "demand"}
    nested = {**claims, "https://aws.amazon.com/tags": {"principal_tags": {"Team": ["demand"]}}}
    named = {**claims, "https://aws.amazon.com/source_identity": "bob"}
    # Each needs a permission of its own.
    for token in ({**claims, "amr": ["pwd"]}, {**claims, "sub": "eve"}, tagged, nested, named):
        with refused("AccessDenied", DENIED.format("WebIdentity"), 403):
            web(nobody, role, key.sign(token))
    more = role_for(root, provider, "sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity", **conditions)
    iam, name = root.client("iam"), more.rsplit("/")[-1]
    rule = statement(BUCKETS, Condition={"StringEquals": {"aws:PrincipalTag/Team": "demand"}})
    iam.put_role_policy(RoleName=name, PolicyName="inline", PolicyDocument=policy(rule))
    for token in (tagged, nested):
        held(root, web(nobody, more, key.sign(token))).client("s3").list_buckets()
    answer = web(nobody, more, key.sign(named))
    assert answer["SourceIdentity"] == "bob"
    with refused("AccessDenied", status=403):
        held(root, answer).client("s3").list_buckets()


@pytest.mark.parametrize("path", ["/", "/Realm/"])
def test_an_issuer_that_ends_in_a_slash_is_known_by_it(root, nobody, folder, path):
    with issuing(folder, path) as issuer:
        key = SigningKey(folder, "ES256")
        issuer.keys = [key]
        provider = known(root, issuer)
        assert provider == root.iam_arn(f"oidc-provider/{issuer.host}") and provider.endswith(path)
        assert root.client("iam").get_open_id_connect_provider(OpenIDConnectProviderArn=provider)["Url"] == issuer.host
        conditions = {"StringEquals": {f"{issuer.host}:aud": "app", f"{issuer.host}:sub": "bob-17"}}
        role = role_for(root, provider, "sts:AssumeRoleWithWebIdentity", **conditions)
        token = key.sign(issuer.claims())
        answer = web(nobody, role, token)
        assert answer["Provider"] == provider
        held(root, answer).client("s3").list_buckets()
        with refused("AccessDenied", DENIED.format("WebIdentity"), 403):
            web(nobody, role, key.sign(issuer.claims(sub="eve")))
        # The same without its slash is another key, another principal and another issuer.
        bare = issuer.host.rstrip("/")
        for other in (
            role_for(root, provider, "sts:AssumeRoleWithWebIdentity", StringEquals={f"{bare}:sub": "bob-17"}),
            role_for(root, provider.rstrip("/"), "sts:AssumeRoleWithWebIdentity"),
        ):
            with refused("AccessDenied", DENIED.format("WebIdentity"), 403):
                web(nobody, other, token)
        with refused("InvalidIdentityToken", f"No OpenIDConnect provider found in your account for https://{bare}", 400):
            web(nobody, role, key.sign(issuer.claims(iss=f"https://{bare}")))


def test_an_issuer_must_prove_itself_and_answer(root, nobody, issuer, folder):
    key = SigningKey(folder, "ES256")
    issuer.keys = [key]
    provider = known(root, issuer, "0" * 40)
    role = role_for(root, provider, "sts:AssumeRoleWithWebIdentity")
    token = key.sign(issuer.claims())
    with refused("InvalidIdentityToken", "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint", 400):
        web(nobody, role, token)
    iam = root.client("iam")
    iam.update_open_id_connect_provider_thumbprint(OpenIDConnectProviderArn=provider, ThumbprintList=[issuer.thumbprint])
    issuer.status = 500
    with refused("IDPCommunicationError", status=400):
        web(nobody, role, token)


def test_the_aws_cli_takes_a_token_from_a_file(root, issuer, folder):
    key = SigningKey(folder, "RS256")
    issuer.keys = [key]
    role = role_for(root, known(root, issuer), "sts:AssumeRoleWithWebIdentity")
    token = folder / "token"
    token.write_text(key.sign(issuer.claims()))
    # As pods do: the client assumes the role by itself.
    done = root.shell(
        "unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY; "
        f"AWS_WEB_IDENTITY_TOKEN_FILE={token} AWS_ROLE_ARN={role} AWS_ROLE_SESSION_NAME=pod aws sts get-caller-identity"
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["Arn"].endswith("/pod")


# AssumeRoleWithSAML


@pytest.fixture(scope="module")
def saml(folder):
    return SamlProvider(folder)


def saml_known(root, saml, **more):
    made = root.client("iam").create_saml_provider(Name=unique("saml"), SAMLMetadataDocument=saml.metadata(), **more)
    return made["SAMLProviderArn"]


def present(nobody, role, provider, response, **more):
    encoded = base64.b64encode(response.encode()).decode()
    return nobody.assume_role_with_saml(RoleArn=role, PrincipalArn=provider, SAMLAssertion=encoded, **more)


def usual(role, provider):
    return attribute("Role", f"{role},{provider}"), attribute("RoleSessionName", "bob@corp")


def test_a_signed_assertion_opens_a_session(root, nobody, saml):
    provider = saml_known(root, saml)
    role = role_for(root, provider, "sts:AssumeRoleWithSAML", StringEquals={"SAML:aud": "https://signin.aws.amazon.com/saml"})
    signed = saml.sign(saml.assertion(*usual(role, provider)), "a1")
    answer = present(nobody, role, provider, saml.response(signed))
    assert (answer["Subject"], answer["SubjectType"]) == ("bob-17", "persistent")
    assert answer["AssumedRoleUser"]["Arn"].endswith("/bob@corp")
    held(root, answer).client("s3").list_buckets()
    for changed in (signed.replace("bob-17", "eve-18"), saml.assertion(*usual(role, provider))):
        with refused("InvalidIdentityToken", "Response signature invalid", 400):
            present(nobody, role, provider, saml.response(changed))
    # A role that the assertion does not name, though it trusts the provider.
    other = role_for(root, provider, "sts:AssumeRoleWithSAML")
    with refused("AccessDenied", DENIED.format("SAML"), 403):
        present(nobody, other, provider, saml.response(signed))


def test_tags_and_source_identity_of_an_assertion_need_their_permissions(root, nobody, saml):
    provider = saml_known(root, saml)
    role = role_for(root, provider, "sts:AssumeRoleWithSAML")
    more = role_for(root, provider, "sts:AssumeRoleWithSAML", "sts:TagSession", "sts:SetSourceIdentity")
    for extra in (attribute("PrincipalTag:Team", "demand"), attribute("SourceIdentity", "bob")):
        attributes = lambda role: saml.response(saml.sign(saml.assertion(*usual(role, provider), extra), "a1"))
        with refused("AccessDenied", DENIED.format("SAML"), 403):
            present(nobody, role, provider, attributes(role))
        present(nobody, more, provider, attributes(more))


def test_an_assertion_may_be_encrypted_and_must_be_where_that_is_required(root, nobody, saml, folder):
    private, public = folder / "receiver.pem", folder / "receiver-public.pem"
    openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", private)
    openssl("pkey", "-in", private, "-pubout", "-out", public)
    provider = saml_known(root, saml, AssertionEncryptionMode="Required", AddPrivateKey=private.read_text())
    role = role_for(root, provider, "sts:AssumeRoleWithSAML")
    assertion = saml.assertion(*usual(role, provider))
    with refused("InvalidIdentityToken", "The SAML provider requires encrypted assertions", 400):
        present(nobody, role, provider, saml.response(saml.sign(assertion, "a1")))
    encrypted = saml.response(saml.encrypted(assertion, public))
    # Anybody can encrypt; the signature is what counts.
    with refused("InvalidIdentityToken", status=400):
        present(nobody, role, provider, encrypted)
    held(root, present(nobody, role, provider, saml.sign(encrypted, "r1"))).client("s3").list_buckets()
    root.client("iam").update_saml_provider(SAMLProviderArn=provider, AssertionEncryptionMode="Allowed")
    present(nobody, role, provider, saml.response(saml.sign(assertion, "a1")))
