"""One server for the whole run, fresh names for each test, and clients as customers make them."""

import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time
import uuid

import boto3
import botocore.config
import pytest
from botocore.exceptions import ClientError

ROOT = pathlib.Path(__file__).resolve().parent.parent
ACCOUNT = "111122223333"
OTHER_ACCOUNT = "444455556666"


def binary():
    """The binary under test: DEPUTY_BINARY, or the development build."""
    return os.environ.get("DEPUTY_BINARY", str(ROOT / "target" / "debug" / "deputy"))


def environment(**extra):
    """The environment without anything that would send a client elsewhere."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "DEPUTY_"))}
    kept["AWS_EC2_METADATA_DISABLED"] = "true"
    kept["AWS_CONFIG_FILE"] = "/nonexistent"
    kept["AWS_SHARED_CREDENTIALS_FILE"] = "/nonexistent"
    return {**kept, **extra}


class Process:
    """A running `deputy`, started with a ready file."""

    def __init__(self, tmp, *arguments, wait=20):
        self.ready_file = tmp / f"ready-{uuid.uuid4().hex[:8]}.json"
        self.log = open(tmp / f"log-{uuid.uuid4().hex[:8]}.txt", "w+")
        command = [binary(), *arguments, "--ready-file", str(self.ready_file)]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=self.log, text=True,
            env=environment(XDG_STATE_HOME=str(tmp)),
        )
        deadline = time.monotonic() + wait
        while not self.ready_file.exists():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.log.seek(0)
                raise AssertionError(f"the server did not start: {self.log.read()}")
            time.sleep(0.01)
        self.ready = json.loads(self.ready_file.read_text())

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
        return self.process.wait(timeout=30)


class Account:
    """An account of a server with a pair of its keys; makes boto3 clients and runs the AWS CLI."""

    def __init__(self, ready, account_id, key, secret, token=None):
        self.ready, self.id, self.key, self.secret, self.token = ready, account_id, key, secret, token
        self.clients = {}

    def client(self, service, region=None, **config):
        """A boto3 client; the same one for the same settings, since making one is slow."""
        settings = json.dumps([service, region, config], sort_keys=True, default=repr)
        if settings not in self.clients:
            self.clients[settings] = self.fresh_client(service, region, **config)
        return self.clients[settings]

    def fresh_client(self, service, region=None, **config):
        options = dict(retries={"max_attempts": 1, "mode": "standard"}, **config)
        return boto3.client(
            service,
            endpoint_url=self.ready["endpoint"],
            region_name=region or self.ready["region"],
            verify=self.ready["ca_bundle"],
            aws_access_key_id=self.key,
            aws_secret_access_key=self.secret,
            aws_session_token=self.token,
            config=botocore.config.Config(**options),
        )

    def environment(self):
        variables = {
            "AWS_ENDPOINT_URL": self.ready["endpoint"],
            "AWS_REGION": self.ready["region"],
            "AWS_DEFAULT_REGION": self.ready["region"],
            "AWS_ACCESS_KEY_ID": self.key,
            "AWS_SECRET_ACCESS_KEY": self.secret,
            "AWS_PAGER": "",
        }
        if self.ready["ca_bundle"]:
            variables["AWS_CA_BUNDLE"] = self.ready["ca_bundle"]
        if self.token:
            variables["AWS_SESSION_TOKEN"] = self.token
        return environment(**variables)

    def shell(self, command):
        """Runs a shell command, such as one copied from a guide, with the AWS CLI of the tests' environment."""
        variables = self.environment()
        variables["PATH"] = f"{pathlib.Path(sys.executable).parent}:{variables['PATH']}"
        return subprocess.run(["bash", "-c", command], env=variables, capture_output=True, text=True, timeout=120)

    def user(self, *statements, name=None):
        """A new IAM user with these inline statements, as an Account with the user's keys."""
        iam = self.client("iam")
        name = name or unique("user")
        iam.create_user(UserName=name)
        if statements:
            document = policy(*statements)
            iam.put_user_policy(UserName=name, PolicyName="inline", PolicyDocument=document)
        key = iam.create_access_key(UserName=name)["AccessKey"]
        user = Account(self.ready, self.id, key["AccessKeyId"], key["SecretAccessKey"])
        user.name, user.arn, user.owner = name, self.iam_arn(f"user/{name}"), self
        return user

    def role(self, trust, *statements, name=None, **more):
        """A new role that this statement of trust lets assume, with these inline statements; its ARN."""
        iam = self.client("iam")
        name = name or unique("role")
        made = iam.create_role(RoleName=name, AssumeRolePolicyDocument=policy(trust), **more)["Role"]
        if statements:
            iam.put_role_policy(RoleName=name, PolicyName="inline", PolicyDocument=policy(*statements))
        return made["Arn"]

    def assume(self, role, session="session", **more):
        """A session of the role, as an Account with the session's keys."""
        answer = self.client("sts").assume_role(RoleArn=role, RoleSessionName=session, **more)
        keys, user = answer["Credentials"], answer["AssumedRoleUser"]
        account = user["Arn"].split(":")[4]
        held = Account(self.ready, account, keys["AccessKeyId"], keys["SecretAccessKey"], keys["SessionToken"])
        held.arn, held.answer = user["Arn"], answer
        return held

    def iam_arn(self, tail):
        return f"arn:aws:iam::{self.id}:{tail}"

    def set_policy(self, *statements):
        """Replaces the inline statements of this user, as the root user of its account."""
        document = policy(*statements)
        self.owner.client("iam").put_user_policy(UserName=self.name, PolicyName="inline", PolicyDocument=document)


@contextlib.contextmanager
def refused(code, message=None, status=None):
    """The call inside is refused with this code (or one of these) and, where given, exactly this text and status."""
    with pytest.raises(ClientError) as caught:
        yield caught
    error = caught.value.response["Error"]
    assert error["Code"] in ([code] if isinstance(code, str) else code), error
    if isinstance(message, re.Pattern):
        assert message.fullmatch(error["Message"]), error
    elif message is not None:
        assert error.get("Message") == message
    if status is not None:
        assert caught.value.response["ResponseMetadata"]["HTTPStatusCode"] == status


def denied(user, action, resource, reason=None):
    """The text of a refusal in the words of IAM."""
    reason = reason or f"because no identity-based policy allows the {action} action"
    return f"User: {user.arn} is not authorized to perform: {action} on resource: {resource} {reason}"


def constraint(member, constraint):
    """The text of one broken constraint of the model; whether the value is told differs between services."""
    member, constraint = re.escape(member), re.escape(constraint)
    return re.compile(
        f"1 validation error detected: Value( '.*')? at '{member}' failed to satisfy constraint: {constraint}"
    )


def trusting(principal, *actions, **rest):
    """A statement of a trust policy."""
    return {"Effect": "Allow", "Principal": principal, "Action": list(actions) or "sts:AssumeRole", **rest}


def all_but(*actions):
    return {"Effect": "Allow", "NotAction": list(actions), "Resource": "*"}


def eventually(check, wait=60, pause=0.05):
    """The first true answer of `check`, asked again until the deadline."""
    deadline = time.monotonic() + wait
    while not (answer := check()):
        assert time.monotonic() < deadline, "nothing came of it in time"
        time.sleep(pause)
    return answer


def unique(prefix):
    return f"{prefix}-{uuid.uuid4().hex[:10]}"


def statement(action, resource="*", effect="Allow", **rest):
    return {"Effect": effect, "Action": action, "Resource": resource, **rest}


def policy(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    tmp = tmp_path_factory.mktemp("server")
    process = Process(tmp, "dev", "--listen", "127.0.0.1:0", "--account", ACCOUNT, "--account", OTHER_ACCOUNT)
    yield process
    assert process.stop() == 0


@pytest.fixture(scope="session")
def root(server):
    """The root user of the first account."""
    return account_of(server, 0)


@pytest.fixture(scope="session")
def other_root(server):
    """The root user of the second account."""
    return account_of(server, 1)


def account_of(process, index):
    told = process.ready["accounts"][index]
    return Account(process.ready, told["account_id"], told["access_key_id"], told["secret_access_key"])


@pytest.fixture(scope="session")
def admin(root):
    """An IAM user who may do everything: unlike root, a subject of every rule."""
    return root.user(statement("*"), name=unique("admin"))


@pytest.fixture
def bucket(admin):
    name = unique("bucket")
    admin.client("s3").create_bucket(Bucket=name)
    return name


@pytest.fixture
def data_dir(tmp_path):
    folder = tmp_path / "data"
    yield folder
    shutil.rmtree(folder, ignore_errors=True)
