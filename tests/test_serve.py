"""`deputy serve`: what is on disk stays, who may read it, and how the server begins and ends."""

import json
import os
import pathlib
import signal
import socket
import ssl
import stat
import subprocess
import sys
import threading
import urllib.request

import boto3
import botocore.config
import pytest
from botocore.exceptions import BotoCoreError, ClientError, SSLError

import electricity
from conftest import Account, Process, binary, environment, eventually, refused, statement, unique


class Serve(Process):
    """A server on a data directory; `account` has its root key, from the first start or handed on."""

    def __init__(self, tmp_path, data_dir, *arguments, before=None):
        super().__init__(tmp_path, "serve", "--data-dir", str(data_dir), "--listen", "127.0.0.1:0", *arguments)
        if before:
            self.account = Account(self.ready, before.id, before.key, before.secret)
            return
        told = dict(self.process.stdout.readline().rstrip("\n").rsplit(None, 1) for _ in range(3))
        self.account = Account(
            self.ready, told["Account"], told["Root access key"], told["Secret access key"]
        )

    def kill(self):
        self.process.kill()
        self.process.wait(timeout=10)


@pytest.fixture
def serve(tmp_path, data_dir):
    started = []

    def start(*arguments, before=None):
        server = Serve(tmp_path, data_dir, *arguments, before=before)
        started.append(server)
        return server

    yield start
    for server in started:
        if server.process.poll() is None:
            server.kill()


def test_the_root_key_is_told_once(serve):
    first = serve()
    assert first.account.client("sts").get_caller_identity()["Account"] == first.account.id
    assert first.stop() == 0
    second = serve(before=first.account)
    assert second.account.client("sts").get_caller_identity()["Account"] == first.account.id
    assert second.stop() == 0
    assert second.process.stdout.read() == ""
    for server in (first, second):
        told = server.ready_file.read_text() + server.log.read()
        server.log.seek(0)
        assert first.account.secret not in told + server.log.read()


def test_the_ready_file_keeps_secrets_to_itself(serve, data_dir):
    server = serve("--account", "111122223333", "--account", "444455556666")
    assert [account["account_id"] for account in server.ready["accounts"]] == ["111122223333", "444455556666"]
    assert all(set(account) == {"account_id"} for account in server.ready["accounts"])
    assert json.loads((data_dir / "ready.json").read_text()) == server.ready


def test_an_account_may_be_added_later(serve):
    first = serve("--account", "111122223333")
    assert first.stop() == 0
    second = serve("--account", "111122223333", "--account", "444455556666")
    assert second.account.id == "444455556666"
    assert second.account.client("sts").get_caller_identity()["Account"] == "444455556666"


def fill(account, bucket):
    """Some of everything."""
    s3 = account.client("s3")
    s3.create_bucket(Bucket=bucket)
    s3.put_object(Bucket=bucket, Key="a key", Body=b"x" * 100_000, Metadata={"a": "1"})
    upload = s3.create_multipart_upload(Bucket=bucket, Key="big")["UploadId"]
    part = s3.upload_part(Bucket=bucket, Key="big", UploadId=upload, PartNumber=1, Body=b"part")
    user = account.user(statement("s3:GetObject"))
    return user, upload, part["ETag"]


def check_filled(account, bucket, user, upload, tag):
    s3 = account.client("s3")
    answer = s3.get_object(Bucket=bucket, Key="a key", ChecksumMode="ENABLED")
    assert answer["Body"].read() == b"x" * 100_000 and answer["Metadata"] == {"a": "1"}
    parts = {"Parts": [{"PartNumber": 1, "ETag": tag}]}
    s3.complete_multipart_upload(Bucket=bucket, Key="big", UploadId=upload, MultipartUpload=parts)
    assert s3.get_object(Bucket=bucket, Key="big")["Body"].read() == b"part"
    again = Account(account.ready, account.id, user.key, user.secret)
    assert again.client("s3").get_object(Bucket=bucket, Key="big")["Body"].read() == b"part"
    with refused("AccessDenied"):
        again.client("s3").delete_object(Bucket=bucket, Key="big")


@pytest.mark.parametrize("end", ["stop", "kill"])
def test_everything_is_there_after_a_restart(serve, end):
    server, bucket = serve(), unique("bucket")
    filled = fill(server.account, bucket)
    getattr(server, end)()
    check_filled(serve(before=server.account).account, bucket, *filled)


def test_sessions_outlive_a_restart(serve):
    server = serve()
    user = server.account.user(statement("*"))
    role = server.account.role(
        {"Effect": "Allow", "Principal": {"AWS": server.account.id}, "Action": "sts:AssumeRole"}, statement("*")
    )
    session = user.assume(role)
    server.stop()
    again = serve(before=server.account)
    held = Account(again.ready, session.id, session.key, session.secret, session.token)
    assert held.client("sts").get_caller_identity()["Arn"] == session.arn


def test_what_was_acknowledged_survives_a_kill_in_the_middle_of_writes(serve):
    server, bucket = serve(), unique("bucket")
    server.account.client("s3").create_bucket(Bucket=bucket)
    acknowledged, lock = {"user": set(), "object": set()}, threading.Lock()

    def write(kind, number):
        account = Account(server.ready, server.account.id, server.account.key, server.account.secret)
        try:
            for count in range(10_000):
                name = f"{kind}-{number}-{count}"
                if kind == "user":
                    account.client("iam").create_user(UserName=name)
                else:
                    account.client("s3").put_object(Bucket=bucket, Key=name, Body=name.encode() * 1000)
                with lock:
                    acknowledged[kind].add(name)
        except (BotoCoreError, ClientError, OSError):
            pass  # The server is gone.

    threads = [threading.Thread(target=write, args=(kind, n)) for kind in acknowledged for n in range(3)]
    for thread in threads:
        thread.start()
    eventually(lambda: min(map(len, acknowledged.values())) >= 30, wait=30)
    server.kill()
    for thread in threads:
        thread.join(timeout=30)
    account = serve(before=server.account).account
    users = account.client("iam").get_paginator("list_users").paginate().build_full_result()["Users"]
    assert acknowledged["user"] <= {user["UserName"] for user in users}
    s3 = account.client("s3")
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket).build_full_result()["Contents"]
    assert acknowledged["object"] <= {entry["Key"] for entry in pages}
    for entry in pages:
        # What is listed is whole, acknowledged or not.
        body = s3.get_object(Bucket=bucket, Key=entry["Key"])["Body"].read()
        assert body == entry["Key"].encode() * 1000


def test_acknowledged_versions_survive_a_kill_in_the_middle_of_writes(serve):
    """One key, written and deleted again and again: every version that was acknowledged can be read afterwards."""
    server, bucket = serve(), unique("bucket")
    s3 = server.account.client("s3")
    s3.create_bucket(Bucket=bucket)
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    acknowledged, lock = {}, threading.Lock()

    def write(number):
        account = Account(server.ready, server.account.id, server.account.key, server.account.secret)
        try:
            for count in range(10_000):
                text = f"{number}-{count}".encode() * 1000
                version = account.client("s3").put_object(Bucket=bucket, Key="key", Body=text)["VersionId"]
                with lock:
                    acknowledged[version] = text
                if count % 5 == 0:
                    marker = account.client("s3").delete_object(Bucket=bucket, Key="key")["VersionId"]
                    with lock:
                        acknowledged[marker] = None
        except (BotoCoreError, ClientError, OSError):
            pass  # The server is gone.

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    eventually(lambda: len(acknowledged) >= 60, wait=30)
    server.kill()
    for thread in threads:
        thread.join(timeout=30)
    s3 = serve(before=server.account).account.client("s3")
    told = s3.get_paginator("list_object_versions").paginate(Bucket=bucket).build_full_result()
    markers = {entry["VersionId"] for entry in told["DeleteMarkers"]}
    assert {version for version, text in acknowledged.items() if text is None} <= markers
    versions = {entry["VersionId"] for entry in told["Versions"]}
    for version, text in acknowledged.items():
        if text is not None:
            assert version in versions
            assert s3.get_object(Bucket=bucket, Key="key", VersionId=version)["Body"].read() == text
    latest = [entry for entry in told["Versions"] + told["DeleteMarkers"] if entry["IsLatest"]]
    assert len(latest) == 1


def test_a_forecast_job_that_was_interrupted_goes_on(serve):
    server = serve()
    place = electricity.Place(server.account)
    dataset, job = place.start_import()
    server.kill()
    again = serve(before=server.account)
    client = again.account.client("forecast")
    done = lambda: client.describe_dataset_import_job(DatasetImportJobArn=job)["Status"] not in (
        "CREATE_PENDING", "CREATE_IN_PROGRESS",
    )
    eventually(done)
    told = client.describe_dataset_import_job(DatasetImportJobArn=job)
    assert told["Status"] == "ACTIVE", told.get("Message")
    group = client.create_dataset_group(DatasetGroupName=unique_name(), Domain="CUSTOM", DatasetArns=[dataset])
    predictor = client.create_auto_predictor(
        PredictorName=unique_name(), ForecastHorizon=24, ForecastFrequency="H",
        DataConfig={"DatasetGroupArn": group["DatasetGroupArn"]},
    )["PredictorArn"]
    eventually(lambda: client.describe_auto_predictor(PredictorArn=predictor)["Status"] == "CREATE_IN_PROGRESS")
    again.kill()
    client = serve(before=server.account).account.client("forecast")
    status = lambda: client.describe_auto_predictor(PredictorArn=predictor)["Status"]
    eventually(lambda: status() not in ("CREATE_PENDING", "CREATE_IN_PROGRESS"), wait=90)
    assert status() == "ACTIVE"


def unique_name():
    return unique("n").replace("-", "_")


# Beginning and end


def test_sigterm_lets_a_running_request_finish(serve):
    server, bucket = serve(), unique("bucket")
    s3 = server.account.client("s3")
    s3.create_bucket(Bucket=bucket)
    url = server.account.client("s3", signature_version="s3v4").generate_presigned_url(
        "put_object", Params={"Bucket": bucket, "Key": "slow"}
    )
    host, port = "localhost", int(server.ready["endpoint"].rsplit(":")[-1])
    context = ssl.create_default_context(cafile=server.ready["ca_bundle"])
    path = "/" + url.split("/", 3)[3]
    with context.wrap_socket(socket.create_connection((host, port)), server_hostname=host) as stream:
        stream.sendall(f"PUT {path} HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Length: 10\r\n\r\n12345".encode())
        # It has begun once the server would no longer take a new request instead of the rest.
        s3.list_buckets()
        server.process.send_signal(signal.SIGTERM)
        eventually(lambda: not accepts(port), wait=10)
        stream.sendall(b"67890")
        assert stream.recv(1000).startswith(b"HTTP/1.1 200")
    assert server.process.wait(timeout=30) == 0
    s3 = serve(before=server.account).account.client("s3")
    assert s3.get_object(Bucket=bucket, Key="slow")["Body"].read() == b"1234567890"


def accepts(port):
    try:
        socket.create_connection(("localhost", port), timeout=1).close()
        return True
    except OSError:
        return False


def test_a_request_that_never_ends_does_not_hold_the_end_up(serve):
    server = serve("--grace-seconds", "1")
    port = int(server.ready["endpoint"].rsplit(":")[-1])
    context = ssl.create_default_context(cafile=server.ready["ca_bundle"])
    with context.wrap_socket(socket.create_connection(("localhost", port)), server_hostname="localhost") as stream:
        stream.sendall(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n12345")
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(timeout=10) == 0


def get(server, path):
    context = ssl.create_default_context(cafile=server.ready["ca_bundle"])
    with urllib.request.urlopen(server.ready["endpoint"] + path, context=context) as answer:
        return answer.status, json.loads(answer.read())


def test_health_needs_no_credentials_and_tells_no_secrets(serve):
    server = serve()
    assert get(server, "/_deputy/live") == (200, {"live": True})
    status, told = get(server, "/_deputy/ready")
    assert status == 200 and told["ready"] is True and all(part["ready"] for part in told["parts"])
    assert server.account.id not in json.dumps(told)


def test_one_server_per_data_directory(serve, data_dir, tmp_path):
    serve()
    command = [binary(), "serve", "--data-dir", str(data_dir), "--listen", "127.0.0.1:0"]
    second = subprocess.run(command, capture_output=True, text=True, timeout=20, env=environment())
    assert second.returncode != 0 and str(data_dir) in second.stderr


@pytest.mark.parametrize(
    "arguments, told",
    [
        (["--listen", "0.0.0.0:0", "--plain-http"], "loopback"),
        (["--account", "1234"], "1234"),
        (["--account", "111122223333:AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"], "root keys"),
        (["--region", "not a region"], "not a region"),
        (["--no-such-flag"], "no-such-flag"),
        (["--listen", "nowhere"], "nowhere"),
    ],
)
def test_a_mistaken_setting_stops_the_start(data_dir, arguments, told):
    command = [binary(), "serve", "--data-dir", str(data_dir), *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=20, env=environment())
    assert ran.returncode != 0 and told in ran.stderr


def test_a_master_key_that_is_none_stops_the_start(serve, data_dir):
    serve().stop()
    (data_dir / "master.key").write_text("not a key\n")
    command = [binary(), "serve", "--data-dir", str(data_dir), "--listen", "127.0.0.1:0"]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=20, env=environment())
    assert ran.returncode != 0 and "master key" in ran.stderr


# Files


def test_files_are_for_their_owner_only(serve, data_dir):
    previous = os.umask(0)
    try:
        server = serve()
    finally:
        os.umask(previous)
    fill(server.account, unique("bucket"))
    paths = [data_dir, *data_dir.rglob("*")]
    modes = {str(path.relative_to(data_dir)): stat.S_IMODE(path.stat().st_mode) for path in paths}
    wrong = {path: oct(mode) for path, mode in modes.items() if mode & 0o077}
    assert not wrong
    assert modes["master.key"] == 0o600 and modes["."] == 0o700 and modes["tls/ca.key"] == 0o600


def test_secrets_are_not_readable_on_disk(serve, data_dir):
    server = serve()
    user, _, _ = fill(server.account, unique("bucket"))
    secrets = [server.account.secret.encode(), user.secret.encode()]
    for path in data_dir.rglob("*"):
        if path.is_file():
            assert not any(secret in path.read_bytes() for secret in secrets), path


# TLS


def handshake(server, **limits):
    port = int(server.ready["endpoint"].rsplit(":")[-1])
    context = ssl.create_default_context(cafile=server.ready["ca_bundle"])
    for name, value in limits.items():
        setattr(context, name, value)
    with context.wrap_socket(socket.create_connection(("localhost", port)), server_hostname="localhost") as stream:
        return stream.version()


@pytest.fixture(scope="module")
def standing(tmp_path_factory):
    folder = tmp_path_factory.mktemp("standing")
    server = Serve(folder, folder / "data")
    yield server
    assert server.stop() == 0


@pytest.mark.parametrize("version, name", [("TLSv1_2", "TLSv1.2"), ("TLSv1_3", "TLSv1.3")])
def test_new_tls_is_spoken(standing, version, name):
    version = ssl.TLSVersion[version]
    assert handshake(standing, minimum_version=version, maximum_version=version) == name


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("version", ["TLSv1", "TLSv1_1"])
def test_old_tls_is_not(standing, version):
    version = ssl.TLSVersion[version]
    with pytest.raises((ssl.SSLError, ConnectionError)):
        context = {"minimum_version": version, "maximum_version": version}
        handshake(standing, **context)


def test_plain_http_gets_nothing_over_tls(standing):
    port = int(standing.ready["endpoint"].rsplit(":")[-1])
    with socket.create_connection(("localhost", port)) as stream:
        stream.sendall(b"GET /_deputy/live HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert b"HTTP/1.1 200" not in stream.recv(1000)


def test_a_client_that_does_not_know_the_ca_turns_away(standing):
    account = standing.account
    client = boto3.client(
        "sts", endpoint_url=standing.ready["endpoint"], region_name="us-east-1",
        aws_access_key_id=account.key, aws_secret_access_key=account.secret,
        config=botocore.config.Config(retries={"max_attempts": 0}),
    )
    with pytest.raises(SSLError):
        client.get_caller_identity()


def test_the_certificate_is_for_its_names_only(standing):
    port = int(standing.ready["endpoint"].rsplit(":")[-1])
    context = ssl.create_default_context(cafile=standing.ready["ca_bundle"])
    for name in ("localhost", "bucket.s3.localhost", "127.0.0.1"):
        context.wrap_socket(socket.create_connection(("localhost", port)), server_hostname=name).close()
    with pytest.raises(ssl.SSLCertVerificationError):
        context.wrap_socket(socket.create_connection(("localhost", port)), server_hostname="example.com")


def test_the_ca_stays_and_further_names_are_added(serve):
    first = serve()
    ca = open(first.ready["ca_bundle"]).read()
    first.stop()
    second = serve("--tls-name", "deputy.example", before=first.account)
    assert open(second.ready["ca_bundle"]).read() == ca
    port = int(second.ready["endpoint"].rsplit(":")[-1])
    context = ssl.create_default_context(cafile=second.ready["ca_bundle"])
    context.wrap_socket(socket.create_connection(("localhost", port)), server_hostname="deputy.example").close()


# deputy env


def env(*arguments, **more):
    return subprocess.run(
        [binary(), "env", *arguments], capture_output=True, text=True, timeout=20, env=environment(**more)
    )


def test_env_of_a_data_directory_leaves_the_keys_to_the_operator(serve, data_dir):
    server = serve()
    ran = env("--data-dir", str(data_dir))
    assert ran.returncode == 0 and "AWS_ACCESS_KEY_ID" in ran.stderr
    assert "AWS_SECRET_ACCESS_KEY" not in ran.stdout
    script = (
        f'eval "$({binary()} env --data-dir {data_dir} 2>/dev/null)"; '
        f"export AWS_ACCESS_KEY_ID={server.account.key} AWS_SECRET_ACCESS_KEY={server.account.secret}; "
        "aws sts get-caller-identity"
    )
    ran = shell(script)
    assert json.loads(ran.stdout)["Arn"] == server.account.iam_arn("root"), ran.stderr


def shell(script):
    variables = environment()
    variables["PATH"] = f"{pathlib.Path(sys.executable).parent}:{variables['PATH']}"
    return subprocess.run(["bash", "-c", script], env=variables, capture_output=True, text=True, timeout=60)


def test_env_makes_the_aws_cli_work(server, root):
    script = f'eval "$({binary()} env --ready-file {server.ready_file})"; aws sts get-caller-identity'
    ran = shell(script)
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout)["Arn"] == root.iam_arn("root")


def test_env_names_an_account(server, other_root):
    arguments = f"--ready-file {server.ready_file} --account {other_root.id}"
    ran = shell(f'eval "$({binary()} env {arguments})"; aws sts get-caller-identity')
    assert json.loads(ran.stdout)["Account"] == other_root.id
    ran = env("--ready-file", str(server.ready_file), "--account", "999999999999")
    assert ran.returncode != 0 and "999999999999" in ran.stderr


def test_env_as_json_and_unset(server, root):
    told = json.loads(env("--ready-file", str(server.ready_file), "--json").stdout)
    assert told["AWS_ENDPOINT_URL"] == server.ready["endpoint"] and told["AWS_ACCESS_KEY_ID"] == root.key
    assert told["AWS_REGION"] == told["AWS_DEFAULT_REGION"] == "us-east-1"
    unset = env("--unset").stdout.splitlines()
    assert sorted(unset) == sorted(f"unset {name}" for name in told)


def test_env_without_a_server_says_what_to_do(tmp_path):
    ran = env(XDG_STATE_HOME=str(tmp_path))
    assert ran.returncode != 0 and "deputy dev" in ran.stderr and ran.stdout == ""
