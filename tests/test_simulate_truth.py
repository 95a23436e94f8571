"""What `deputy simulate` says is what the server does and what `deputy eval` decides, situation by situation."""

import itertools
import json
import random
import subprocess

import pytest
from botocore.exceptions import ClientError

from conftest import binary, environment, policy, statement, trusting, unique
from deputy import deputy
from test_simulate import refused_with

EVERYTHING = statement("*")
GET = "s3:GetObject"
# Known to a real call alone: when it came, from where, and with what.
OF_A_SIGNATURE = {"s3:signatureage", "s3:x-amz-content-sha256"}
OF_A_CONNECTION = {
    "aws:currenttime", "aws:epochtime", "aws:tokenissuetime", "aws:sourceip", "aws:useragent", *OF_A_SIGNATURE,
}


@pytest.fixture
def file(tmp_path):
    count = itertools.count()

    def write(*statements):
        path = tmp_path / f"{next(count)}.json"
        path.write_text(policy(*statements))
        return path

    return write


def simulated(account, *arguments, code=0):
    return deputy(account, "simulate", *arguments, code=code).data


def evaluated(line):
    """What `deputy eval` makes of a line."""
    run = subprocess.run(
        [binary(), "eval"], input=json.dumps({"id": 1, **line}), capture_output=True, text=True, env=environment(), check=True
    )
    answer = json.loads(run.stdout)
    assert "error" not in answer, answer
    return answer


WORDS = {"allow": "allowed", "explicit_deny": "explicitDeny", "implicit_deny": "implicitDeny"}


def check_eval(step, policies, **more):
    """The engine by itself decides the step alike, of these documents and the keys that the simulation derived."""
    documents = {**policies, "identity": [json.loads(one) for one in policies.get("identity", [])]}
    request = {
        "principal": step["principal"], "action": step["action"], "resource": step["resource"],
        "resourceAccount": step["resourceAccount"] or step["context"].get("aws:resourceaccount"), "context": step["context"],
    }
    answer = evaluated({"policies": documents, "request": request, **more})
    assert WORDS[answer["decision"]] == step["decision"], (step, answer)
    assert answer["layer"] == {"vpcEndpoint": "vpce"}.get(step["layer"], step["layer"]), (step, answer)


# Roles of every make, sessions of every make, buckets of either account


def identities(objects):
    return {
        "nothing": [],
        "allowed": [statement("s3:*", objects)],
        "denied": [EVERYTHING, statement(GET, objects, effect="Deny")],
        "tagged": [statement(GET, objects, Condition={"StringEquals": {"aws:PrincipalTag/team": "blue"}})],
        "own account": [statement(GET, objects, Condition={"StringEquals": {"aws:ResourceAccount": "${aws:PrincipalAccount}"}})],
        "over TLS 1.3": [statement(GET, objects, Condition={"StringEquals": {"s3:TlsVersion": "1.3"}})],
    }


BOUNDARIES = {"none": None, "wide": [EVERYTHING], "narrow": [statement("iam:*")]}
SESSIONS = {"none": None, "wide": [EVERYTHING], "narrow": [statement("iam:*")], "denying": [EVERYTHING, statement(GET, effect="Deny")]}


def bucket_policies(role, session, objects):
    let_in = lambda who, effect="Allow", **more: {"Effect": effect, "Principal": {"AWS": who}, "Action": GET, "Resource": objects, **more}
    account = role.split(":")[4]
    return {
        "none": None,
        "role": let_in(role),
        "session": let_in(session),
        "account": let_in(account),
        "not the role": let_in(role, "Deny"),
        "anybody of the account": let_in("*", Condition={"StringEquals": {"aws:PrincipalAccount": account}}),
        "the role by its key": let_in("*", Condition={"ArnEquals": {"aws:PrincipalArn": role}}),
        "another path": let_in("*", Condition={"ArnEquals": {"aws:PrincipalArn": role.replace("role/", "role/other/")}}),
    }


def test_roles_sessions_boundaries_and_buckets_of_both_accounts(root, other_root, admin, file):
    owners = {"own": root, "other": other_root}
    buckets = {}
    for name, owner in owners.items():
        buckets[name] = unique(f"truth-{name}")
        owner.client("s3").create_bucket(Bucket=buckets[name])
        owner.client("s3").put_object(Bucket=buckets[name], Key="k", Body=b"1")
    iam = root.client("iam")
    limits = {
        name: iam.create_policy(PolicyName=unique("limit"), PolicyDocument=policy(*statements))["Policy"]["Arn"]
        for name, statements in BOUNDARIES.items() if statements
    }
    objects = [f"arn:aws:s3:::{bucket}/*" for bucket in buckets.values()]
    roles = {}
    for (identity, statements), boundary in itertools.product(identities(objects).items(), BOUNDARIES):
        more = {"PermissionsBoundary": limits[boundary]} if boundary in limits else {}
        roles[identity, boundary] = root.role(
            trusting({"AWS": root.id}), *statements, Path="/truth/", Tags=[{"Key": "team", "Value": "blue"}], **more
        )
    cases = list(itertools.product(roles, SESSIONS, owners, bucket_policies("::::", "", "")))
    outcomes = []
    for (identity, boundary), session, owner, let_in in random.Random(5).sample(cases, 130):
        role, bucket = roles[identity, boundary], buckets[owner]
        inline = {"Policy": policy(*SESSIONS[session])} if SESSIONS[session] else {}
        caller = admin.assume(role, "truth", **inline)
        document = bucket_policies(role, caller.arn, f"arn:aws:s3:::{bucket}/*")[let_in]
        s3 = owners[owner].client("s3")
        if document:
            s3.put_bucket_policy(Bucket=bucket, Policy=policy(document))
        else:
            s3.delete_bucket_policy(Bucket=bucket)
        case = (identity, boundary, session, owner, let_in)
        message = refused_with(lambda: caller.client("s3").get_object(Bucket=bucket, Key="k"))
        arguments = ["--principal", caller.arn, "--action", GET, "--resource", f"arn:aws:s3:::{bucket}/k"]
        if SESSIONS[session]:
            arguments += ["--session", file(*SESSIONS[session])]
        if owner == "other":
            arguments += ["--resource-account", other_root.id]
            arguments += ["--resource-policy", file(document)] if document else []
        answer = simulated(root, *arguments)
        assert answer["allowed"] == (message is None), (case, message, answer)
        assert answer["message"] == message, case
        policies = {"identity": [policy(*identities(objects)[identity])] if identity != "nothing" else []}
        policies |= {"boundary": json.loads(policy(*BOUNDARIES[boundary]))} if BOUNDARIES[boundary] else {}
        policies |= {"session": json.loads(policy(*SESSIONS[session]))} if SESSIONS[session] else {}
        policies |= {"resource": json.loads(policy(document))} if document else {}
        check_eval(answer["steps"][0], policies)
        outcomes.append(answer["allowed"])
    assert 20 < sum(outcomes) < len(outcomes) - 20


# The keys are those that the server sets


def conditions(account, request_id):
    items = deputy(account, "explain", request_id).data["context"]["conditions"]["items"]
    return {item["key"]: [value["value"] for value in item["values"]["items"]] for item in items}


def test_every_key_is_the_servers(root, admin, bucket, file):
    tagged = root.user()
    root.client("iam").tag_user(UserName=tagged.name, Tags=[{"Key": "team", "Value": "blue"}])
    limit = root.client("iam").create_policy(PolicyName=unique("limit"), PolicyDocument=policy(statement("s3:Put*")))
    role = root.role(
        trusting({"AWS": root.id}), Path="/deep/", Tags=[{"Key": "stage", "Value": "test"}],
        PermissionsBoundary=limit["Policy"]["Arn"],
    )
    callers = {"user": (tagged, tagged.arn), "session": (session := admin.assume(role, "keys"), session.arn)}
    managed = root.client("iam").create_policy(
        PolicyName=unique("tagged"), PolicyDocument=policy(EVERYTHING), Tags=[{"Key": "kind", "Value": "wide"}]
    )["Policy"]["Arn"]
    calls = {
        ("s3:GetObject", f"arn:aws:s3:::{bucket}/k"): lambda who: who.client("s3").get_object(Bucket=bucket, Key="k"),
        ("s3:ListAllMyBuckets", "arn:aws:s3:::*"): lambda who: who.client("s3").list_buckets(),
        ("iam:ListUsers", root.iam_arn("user/")): lambda who: who.client("iam").list_users(),
        ("iam:GetRole", role): lambda who: who.client("iam").get_role(RoleName=role.split("/")[-1]),
        ("iam:DeletePolicy", managed): lambda who: who.client("iam").delete_policy(PolicyArn=managed),
        ("forecast:ListPredictors", "*"): lambda who: who.client("forecast").list_predictors(),
    }
    for caller, named in callers.values():
        for (action, resource), call in calls.items():
            with pytest.raises(ClientError) as caught:
                call(caller)
            server = conditions(root, caught.value.response["ResponseMetadata"]["RequestId"])
            step = simulated(root, "--principal", named, "--action", action, "--resource", resource)["steps"][0]
            derived = {key: value if isinstance(value, list) else [value] for key, value in step["context"].items()}
            known = lambda keys: {key: value for key, value in keys.items() if key not in OF_A_CONNECTION}
            assert known(derived) == known(server), (action, named)
            assert OF_A_CONNECTION - server.keys() <= {"aws:tokenissuetime", *OF_A_SIGNATURE}
            assert action.startswith("s3:") == (OF_A_SIGNATURE <= server.keys())
            assert step["message"] == caught.value.response["Error"]["Message"] or action.startswith("iam:")


# Trust, within and across accounts


TRUSTS = {
    "nobody": ({"Service": "ec2.amazonaws.com"}, None, {}),
    "account": ("{account}", None, {}),
    "user": ("{user}", None, {}),
    "external id": ("{account}", {"StringEquals": {"sts:ExternalId": "42"}}, {}),
    "external id given": ("{account}", {"StringEquals": {"sts:ExternalId": "42"}}, {"ExternalId": "42"}),
    "wrong external id": ("{account}", {"StringEquals": {"sts:ExternalId": "42"}}, {"ExternalId": "43"}),
    "session name": ("{account}", {"StringLike": {"sts:RoleSessionName": "tr*"}}, {}),
    "other session name": ("{account}", {"StringLike": {"sts:RoleSessionName": "x*"}}, {}),
    "team": ("{account}", {"StringEquals": {"aws:PrincipalTag/team": "blue"}}, {}),
    "other team": ("{account}", {"StringEquals": {"aws:PrincipalTag/team": "red"}}, {}),
    "MFA": ("{account}", {"Bool": {"aws:MultiFactorAuthPresent": "true"}}, {}),
    "no source": ("{account}", {"StringEquals": {"aws:SourceAccount": "{account}"}}, {}),
}
KEYS = {"ExternalId": "sts:ExternalId", "RoleSessionName": "sts:RoleSessionName"}


@pytest.mark.parametrize("owner", ["own", "other"])
@pytest.mark.parametrize("may", [True, False])
def test_trust_decides_as_in_the_simulation(root, other_root, file, owner, may):
    user = root.user(*([statement("sts:AssumeRole")] if may else []))
    root.client("iam").tag_user(UserName=user.name, Tags=[{"Key": "team", "Value": "blue"}])
    holder = root if owner == "own" else other_root
    role = holder.role(trusting({"Service": "ec2.amazonaws.com"}))
    outcomes = []
    for name, (who, condition, given) in TRUSTS.items():
        fill = lambda text: text.replace("{account}", root.id).replace("{user}", user.arn)
        principal = who if isinstance(who, dict) else {"AWS": fill(who)}
        trust = trusting(principal, **({"Condition": json.loads(fill(json.dumps(condition)))} if condition else {}))
        holder.client("iam").update_assume_role_policy(RoleName=role.split("/")[-1], PolicyDocument=policy(trust))
        parameters = {"RoleSessionName": "truth", **given}
        message = refused_with(lambda: user.client("sts").assume_role(RoleArn=role, **parameters))
        arguments = ["--principal", user.arn, "--action", "sts:AssumeRole", "--resource", role]
        for parameter, value in parameters.items():
            arguments += ["--context", f"{KEYS[parameter]}={value}"]
        if owner == "other":
            arguments += ["--trust-policy", file(trust)]
        answer = simulated(root, *arguments)
        assert (answer["allowed"], answer["message"]) == (message is None, message), name
        policies = {"identity": [policy(statement("sts:AssumeRole"))] if may else [], "resource": json.loads(policy(trust))}
        check_eval(answer["steps"][0], policies)
        outcomes.append(answer["allowed"])
    assert any(outcomes) == (may or owner == "own") and not all(outcomes)


# What the server does not have, and the engine decides


FULL = statement("*")


def test_levels_of_an_organization_limit(root, file):
    user = root.user(EVERYTHING)
    question = ["--principal", user.arn, "--action", GET, "--resource", f"arn:aws:s3:::any/k"]
    allow, no_s3, only_iam = file(FULL), file(statement("s3:*", effect="Deny")), file(statement("iam:*"))
    for flags, expect in [
        ([], None),
        (["--scp", allow], None),
        (["--scp", allow, "--scp", f"{allow},{only_iam}"], None),
        (["--scp", allow, "--scp", only_iam], "scp"),
        (["--scp", only_iam, "--scp", allow], "scp"),
        (["--scp", f"{allow},{no_s3}"], "scp"),
    ]:
        answer = simulated(root, *question, *flags)
        assert answer["layer"] == expect, flags
        levels = [[json.loads(open(one).read()) for one in str(flag).split(",")] for flag in flags[1::2]]
        check_eval(answer["steps"][0], {"identity": [policy(EVERYTHING)], "scp": levels or None})


def test_resource_control_and_endpoint_policies_limit(root, bucket, file):
    user = root.user(EVERYTHING)
    question = ["--principal", user.arn, "--action", GET, "--resource", f"arn:aws:s3:::{bucket}/k"]
    full = {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}
    ours = {"StringNotEquals": {"aws:PrincipalAccount": root.id}}
    theirs = {"StringNotEquals": {"aws:PrincipalAccount": "999999999999"}}
    deny = lambda condition: {**full, "Effect": "Deny", "Action": "s3:*", "Condition": condition}
    for flag, name, statements, expect in [
        ("--rcp", "rcp", [full], None),
        ("--rcp", "rcp", [deny(ours)], None),
        ("--rcp", "rcp", [deny(theirs)], "rcp"),
        ("--vpce", "vpce", [full], None),
        ("--vpce", "vpce", [{**full, "Action": "s3:Put*"}], "vpcEndpoint"),
        ("--vpce", "vpce", [full, deny(theirs)], "vpcEndpoint"),
    ]:
        answer = simulated(root, *question, flag, file(*statements))
        assert answer["layer"] == expect, (flag, statements)
        document = json.loads(policy(*statements))
        check_eval(answer["steps"][0], {"identity": [policy(EVERYTHING)], name: [[document]] if name == "rcp" else document})


def test_a_service_does_not_come_through_the_customers_endpoint(root, file):
    role = root.role(trusting({"Service": "forecast.amazonaws.com"}), EVERYTHING)
    closed = file({"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*"})
    question = ["--principal", role, "--action", GET, "--resource", "arn:aws:s3:::any/k", "--vpce", closed]
    assert simulated(root, *question)["layer"] == "vpcEndpoint"
    assert simulated(root, *question, "--as-service", "forecast")["allowed"] is True


def test_organizations_do_not_restrict_service_linked_roles(root, file):
    name = root.client("iam").create_service_linked_role(AWSServiceName="sagemaker.amazonaws.com")["Role"]["Arn"]
    nothing = file(statement("*", effect="Deny"))
    question = ["--principal", name, "--action", GET, "--resource", "arn:aws:s3:::any/k", "--policy", file(EVERYTHING)]
    assert simulated(root, *question, "--scp", nothing)["allowed"] is True


def test_grants_give_what_they_list(root, file, tmp_path):
    user = root.user()
    key = f"arn:aws:kms:us-east-1:{root.id}:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    question = ["--principal", user.arn, "--resource", key, "--action"]
    key_policy = file({"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{root.id}:root"}, "Action": "kms:*", "Resource": "*"})
    grant = {
        "KeyId": key, "GrantId": "g1", "GranteePrincipal": user.arn, "Operations": ["Decrypt"],
        "Constraints": {"EncryptionContextSubset": {"Dept": "IT"}},
    }
    for shape in (grant, [grant], {"Grants": [grant], "Truncated": False}):
        path = tmp_path / "grant.json"
        path.write_text(json.dumps(shape))
        flags = ["--key-policy", key_policy, "--grant", path]
        given = ["--context", "kms:EncryptionContext:Dept=IT"]
        for action, context, expect in [
            ("kms:Decrypt", given, True), ("kms:Decrypt", [], False), ("kms:Encrypt", given, False),
            ("kms:Decrypt", ["--context", "kms:EncryptionContext:Dept=it"], False),
        ]:
            answer = simulated(root, *question, action, *flags, *context)
            assert answer["allowed"] is expect, (shape, action, context)
            # The engine by itself is given the pairs in their own case.
            step = answer["steps"][0]
            step["context"] |= {"kms:EncryptionContext:Dept": context[1].split("=")[1]} if context else {}
            step["context"].pop("kms:encryptioncontext:dept", None)
            check_eval(step, {"resource": json.loads(key_policy.read_text())}, grants=[grant])
    path.write_text("[{}]")
    assert "list-grants" in deputy(root, "simulate", *question, "kms:Decrypt", "--grant", path, code=2).json["error"]["hint"]


def test_a_public_bucket_can_be_kept_from_strangers(root, bucket, file):
    everybody = file({"Effect": "Allow", "Principal": "*", "Action": GET, "Resource": f"arn:aws:s3:::{bucket}/*"})
    question = ["--principal", "anonymous", "--action", GET, "--resource", f"arn:aws:s3:::{bucket}/k", "--resource-policy", everybody]
    assert simulated(root, *question)["allowed"] is True
    assert simulated(root, *question, "--restrict-public-buckets")["layer"] == "resource"


def test_federated_callers_are_asked_about_too(root, file):
    provider = root.iam_arn("oidc-provider/id.example.com")
    role = root.role(trusting({"AWS": root.id}))
    condition = {"StringEquals": {"id.example.com:aud": "us"}}
    trust = file(trusting({"Federated": provider}, "sts:AssumeRoleWithWebIdentity", Condition=condition))
    question = ["--principal", provider, "--action", "sts:AssumeRoleWithWebIdentity", "--resource", role, "--trust-policy", trust]
    assert simulated(root, *question)["allowed"] is False
    assert simulated(root, *question, "--context", "id.example.com:aud=us")["allowed"] is True
    federated = f"arn:aws:sts::{root.id}:federated-user/ana"
    question = ["--principal", federated, "--action", GET, "--resource", "arn:aws:s3:::any/k", "--policy", file(EVERYTHING)]
    assert simulated(root, *question)["layer"] == "session"
    assert simulated(root, *question, "--session", file(EVERYTHING))["allowed"] is True


# What reading takes


def test_who_can_reads_the_account_by_pages_and_says_what_it_lacks(root, bucket):
    reader = root.user(statement(["iam:GetAccountAuthorizationDetails", "s3:GetBucketPolicy"]))
    arguments = ["who-can", GET, f"arn:aws:s3:::{bucket}/k"]
    assert deputy(reader, *arguments).data["principals"]
    reader.set_policy(statement("s3:GetBucketPolicy"))
    answer = deputy(reader, *arguments, code=4)
    hint = answer.json["error"]["hint"]
    assert hint.startswith("you lack iam:GetAccountAuthorizationDetails; ") and "deputy explain " in hint
    assert answer.json["error"]["code"] == "AccessDenied" and answer.json["status"] == "denied"


@pytest.mark.parametrize("command", ["simulate", "can"])
def test_what_reading_a_principal_lacks_is_said(root, command):
    reads = ["iam:GetUser", "iam:ListUserPolicies", "iam:GetUserPolicy", "iam:ListAttachedUserPolicies", "iam:ListGroupsForUser"]
    reader, subject = root.user(), root.user(EVERYTHING)
    arguments = [command, subject.arn] if command == "can" else [command, "--principal", subject.arn, "--action", "iam:ListUsers"]
    for known in range(len(reads)):
        if known:
            reader.set_policy(statement(reads[:known]))
        hint = deputy(reader, *arguments, code=4).json["error"]["hint"]
        assert hint.startswith(f"you lack {reads[known]}; reading a user takes iam:GetUser, "), hint
    reader.set_policy(statement(reads))
    deputy(reader, *arguments)


# A part of the answer


def test_a_query_shows_a_part(root):
    user = root.user(statement(GET))
    question = ["simulate", "--principal", user.arn, "--action", GET, "--resource", "arn:aws:s3:::any/k"]
    assert deputy(root, *question, "--query", "allowed", "--output", "text").out == "true\n"
    assert deputy(root, *question, "--query", "steps[].[action, decision]", "--output", "text").out == "s3:GetObject\tallowed\n"
    answer = deputy(root, *question, "--query", "steps[0].matched[?layer=='identity'].policy")
    assert answer.json["data"] == ["inline"] and answer.json["status"] == "ok"
    assert deputy(root, *question, "--query", "nothing", "--output", "table").out == "null\n"
    wrong = deputy(root, *question, "--query", "steps[", code=2)
    assert "--query" in wrong.err and "column" in wrong.err
    # The exit code is that of the whole answer.
    deputy(root, *question, "--query", "allowed", "--expect", "denied", code=3)
