"""`deputy dev`: its flags, its ready file, and that nothing a client says about itself is believed."""

import json
import socket
import ssl
import subprocess
import urllib.request

import pytest

from conftest import (
    ACCOUNT,
    OTHER_ACCOUNT,
    Account,
    Process,
    account_of,
    binary,
    environment,
    policy,
    refused,
    statement,
    trusting,
    unique,
)

KEY, SECRET = "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"


@pytest.fixture
def dev(tmp_path):
    started = []

    def start(*arguments):
        process = Process(tmp_path, "dev", "--listen", "127.0.0.1:0", *arguments)
        started.append(process)
        return process

    yield start
    for process in started:
        assert process.stop() == 0


def test_the_ready_file(server):
    ready = json.loads(server.ready_file.read_text())
    assert set(ready) == {"endpoint", "ca_bundle", "region", "accounts"}
    assert ready["endpoint"].startswith("https://localhost:") and ready["region"] == "us-east-1"
    with open(ready["ca_bundle"]) as bundle:
        assert bundle.read().startswith("-----BEGIN CERTIFICATE-----")
    assert [account["account_id"] for account in ready["accounts"]] == [ACCOUNT, OTHER_ACCOUNT]
    for account in ready["accounts"]:
        assert set(account) == {"account_id", "access_key_id", "secret_access_key"}
    assert server.ready_file.stat().st_mode & 0o077 == 0


def test_one_line_of_json_is_printed(dev):
    process = dev()
    assert json.loads(process.process.stdout.readline()) == process.ready


def test_a_signal_as_soon_as_the_ready_file_is_there_ends_it_well(tmp_path):
    for _ in range(5):
        assert Process(tmp_path, "dev", "--listen", "127.0.0.1:0").stop() == 0


def test_without_flags_there_is_one_account(dev):
    process = dev()
    account = account_of(process, 0)
    assert account.id == "000000000000" and len(process.ready["accounts"]) == 1
    assert account.client("sts").get_caller_identity()["Arn"] == "arn:aws:iam::000000000000:root"


def test_given_keys_work(dev):
    process = dev("--account", f"{ACCOUNT}:{KEY}:{SECRET}", "--account", OTHER_ACCOUNT)
    given = Account(process.ready, ACCOUNT, KEY, SECRET)
    assert given.client("sts").get_caller_identity()["Account"] == ACCOUNT
    assert process.ready["accounts"][0]["access_key_id"] == KEY
    assert account_of(process, 1).client("sts").get_caller_identity()["Account"] == OTHER_ACCOUNT


def test_accounts_share_nothing(root, other_root):
    name = unique("user")
    for account in (root, other_root):
        account.client("iam").create_user(UserName=name)
    ids = {account.client("iam").get_user(UserName=name)["User"]["UserId"] for account in (root, other_root)}
    assert len(ids) == 2


def test_another_region(dev):
    process = dev("--region", "eu-central-1")
    assert process.ready["region"] == "eu-central-1"
    account, name = account_of(process, 0), unique("bucket")
    configuration = {"LocationConstraint": "eu-central-1"}
    account.client("s3").create_bucket(Bucket=name, CreateBucketConfiguration=configuration)
    assert account.client("s3").get_bucket_location(Bucket=name)["LocationConstraint"] == "eu-central-1"
    account.client("iam", region="us-east-1").list_users()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--listen", "0.0.0.0:0"],
        ["--account", "123"],
        ["--account", f"{ACCOUNT}:{KEY}"],
        ["--account", f"{ACCOUNT}:{KEY}:short"],
    ],
)
def test_mistakes_stop_the_start(arguments):
    ran = subprocess.run([binary(), "dev", *arguments], capture_output=True, text=True, timeout=20, env=environment())
    assert ran.returncode != 0 and ran.stderr and SECRET not in ran.stderr


def test_a_port_that_is_taken_is_told(server):
    port = server.ready["endpoint"].rsplit(":")[-1]
    command = [binary(), "dev", "--listen", f"127.0.0.1:{port}"]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=20, env=environment())
    assert ran.returncode != 0 and port in ran.stderr


def test_env_finds_the_latest_dev_server(tmp_path, dev):
    process = dev("--account", ACCOUNT)
    ran = subprocess.run(
        [binary(), "env", "--json"], capture_output=True, text=True, timeout=20,
        env=environment(XDG_STATE_HOME=str(tmp_path)),
    )
    assert json.loads(ran.stdout)["AWS_ENDPOINT_URL"] == process.ready["endpoint"]


def test_plain_http_is_not_secure_transport(dev):
    process = dev("--plain-http", "--account", ACCOUNT)
    assert process.ready["endpoint"].startswith("http://") and process.ready["ca_bundle"] is None
    account = account_of(process, 0)
    s3, bucket = account.client("s3"), unique("bucket")
    s3.create_bucket(Bucket=bucket)
    s3.put_object(Bucket=bucket, Key="k", Body=b"text")
    user = account.user(statement("*"))
    assert user.client("s3").get_object(Bucket=bucket, Key="k")["Body"].read() == b"text"
    insecure = {"Bool": {"aws:SecureTransport": "false"}}
    rule = {
        "Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{bucket}/*",
        "Condition": insecure,
    }
    s3.put_bucket_policy(Bucket=bucket, Policy=policy(rule))
    with refused("AccessDenied"):
        user.client("s3").get_object(Bucket=bucket, Key="k")
    user.set_policy(statement("*"), statement("iam:*", effect="Deny", Condition=insecure))
    with refused("AccessDenied"):
        user.client("iam").list_users()
    user.client("sts").get_caller_identity()


def test_over_tls_the_same_policy_lets_through(root):
    user = root.user(
        statement("*"), statement("iam:*", effect="Deny", Condition={"Bool": {"aws:SecureTransport": "false"}})
    )
    user.client("iam").list_users()


def test_the_demonstration_plays_to_its_end(tmp_path):
    command = [binary(), "demo", "--output", str(tmp_path / "plots")]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=120, env=environment())
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.count("is not authorized to perform") >= 1 and list((tmp_path / "plots").iterdir())


# No forging. Each key is tested by a policy that would let the caller in if the header were believed.

FORGED = {
    "x-amz-source-account": OTHER_ACCOUNT,
    "x-amz-source-arn": f"arn:aws:forecast:us-east-1:{ACCOUNT}:dataset/x",
    "x-amz-source-vpce": "vpce-1a2b3c4d",
    "x-amz-security-token-source": "forecast.amazonaws.com",
    "aws:SourceArn": f"arn:aws:forecast:us-east-1:{ACCOUNT}:dataset/x",
    "aws:SourceAccount": ACCOUNT,
    "aws:SourceVpce": "vpce-1a2b3c4d",
    "aws:PrincipalTag/Team": "retail",
    "X-Forwarded-For": "10.1.2.3",
    "X-Forwarded-Proto": "http",
    "X-Real-IP": "10.1.2.3",
    "Forwarded": "for=10.1.2.3;proto=http",
    "Via": "1.1 forecast.amazonaws.com",
    "x-amz-via": "forecast.amazonaws.com",
    "x-amz-called-via": "forecast.amazonaws.com",
    "x-amz-principal": "forecast.amazonaws.com",
    "x-amz-mfa": "123456",
}
TESTED = {
    "aws:SourceIp": {"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}},
    "aws:SourceAccount": {"StringEquals": {"aws:SourceAccount": [ACCOUNT, OTHER_ACCOUNT]}},
    "aws:SourceArn": {"ArnLike": {"aws:SourceArn": "arn:aws:forecast:*:*:*"}},
    "aws:SourceVpce": {"StringEquals": {"aws:SourceVpce": "vpce-1a2b3c4d"}},
    "aws:ViaAWSService": {"Bool": {"aws:ViaAWSService": "true"}},
    "aws:CalledVia": {"ForAnyValue:StringEquals": {"aws:CalledVia": "forecast.amazonaws.com"}},
    "aws:PrincipalIsAWSService": {"Bool": {"aws:PrincipalIsAWSService": "true"}},
    "aws:PrincipalTag/Team": {"StringEquals": {"aws:PrincipalTag/Team": "retail"}},
    "aws:MultiFactorAuthPresent": {"Bool": {"aws:MultiFactorAuthPresent": "true"}},
    "aws:SecureTransport": {"Bool": {"aws:SecureTransport": "false"}},
}


def forging(account, service):
    """A client that signs all these headers along."""
    client = account.fresh_client(service)

    def forge(request, **_):
        for name, value in FORGED.items():
            if ":" not in name:
                request.headers[name] = value

    client.meta.events.register(f"before-sign.{service}", forge)
    return client


@pytest.mark.parametrize("key", TESTED)
def test_a_header_is_no_context(root, key):
    user = root.user(statement("*", Condition=TESTED[key]))
    for service, method in (("iam", "list_users"), ("s3", "list_buckets"), ("forecast", "list_datasets")):
        code = "AccessDeniedException" if service == "forecast" else "AccessDenied"
        with refused(code):
            getattr(forging(user, service), method)()


def test_forged_headers_do_no_harm_either(root):
    user = root.user(
        statement("*"), *[statement("*", effect="Deny", Condition=condition) for condition in TESTED.values()]
    )
    forging(user, "iam").list_users()


def test_a_user_cannot_pretend_to_be_a_service(root):
    """The confused deputy's keys come from the server alone, so a trust policy that asks for them refuses users."""
    user = root.user(statement("*"))
    condition = {"StringEquals": {"aws:SourceAccount": ACCOUNT}}
    roles = [
        root.role(trusting({"Service": "forecast.amazonaws.com"})),
        root.role(trusting({"AWS": root.id}, Condition=condition)),
    ]
    for role in roles:
        with refused("AccessDenied"):
            forging(user, "sts").assume_role(RoleArn=role, RoleSessionName="forged")


def test_the_source_address_is_the_real_one(root):
    condition = {"IpAddress": {"aws:SourceIp": ["127.0.0.1/32", "::1/128"]}}
    user = root.user(statement("*", Condition=condition))
    forging(user, "iam").list_users()


def test_the_user_agent_and_referer_are_what_the_client_says(root):
    """AWS believes them too, and says not to rely on them."""
    user = root.user(statement("*", Condition={"StringLike": {"aws:UserAgent": "*Boto3*"}}))
    user.client("iam").list_users()


def test_there_is_no_way_to_turn_enforcement_off():
    ran = subprocess.run([binary(), "dev", "--help"], capture_output=True, text=True, timeout=20)
    for word in ("no-auth", "disable", "insecure", "allow-all", "soft", "permissive"):
        assert word not in ran.stdout.lower()


def test_an_operator_page_is_not_an_aws_answer(root):
    context = ssl.create_default_context(cafile=root.ready["ca_bundle"])
    with urllib.request.urlopen(root.ready["endpoint"] + "/_deputy/live", context=context) as answer:
        assert json.loads(answer.read()) == {"live": True}


@pytest.mark.parametrize("host", ["localhost", "books.localhost", "my.dotted.books.localhost", "a.b.s3.localhost"])
def test_every_bucket_host_has_a_certificate(root, host):
    context = ssl.create_default_context(cafile=root.ready["ca_bundle"])
    port = int(root.ready["endpoint"].rsplit(":")[-1])
    with context.wrap_socket(socket.create_connection(("127.0.0.1", port)), server_hostname=host) as stream:
        stream.sendall(b"GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n" % host.encode())
        assert stream.recv(12).startswith(b"HTTP/1.1 40")


def test_a_host_of_others_has_none(root):
    context = ssl.create_default_context(cafile=root.ready["ca_bundle"])
    port = int(root.ready["endpoint"].rsplit(":")[-1])
    with pytest.raises(ssl.SSLCertVerificationError):
        context.wrap_socket(socket.create_connection(("127.0.0.1", port)), server_hostname="books.example.org")
