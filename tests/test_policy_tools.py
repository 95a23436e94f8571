"""`deputy policy lint`, `summary`, `diff` and `check`, as people and as other programs read them."""

import json
import subprocess
import unicodedata
from urllib.parse import urlsplit

import pytest

from conftest import binary, environment, policy, statement, trusting, unique
from deputy import Answer, deputy

BOOKS = statement("s3:GetObject", "arn:aws:s3:::books/*")


def tool(*arguments, code=0, stdin=None, **extra):
    """Runs `deputy policy …` without any server."""
    command = [binary(), "policy", *map(str, arguments)]
    run = subprocess.run(command, env=environment(**extra), input=stdin, capture_output=True, text=True, timeout=60)
    assert run.returncode == code, (command, run.returncode, run.stdout, run.stderr)
    return Answer(run)


@pytest.fixture
def file(tmp_path):
    """Writes policies into files."""
    written = []

    def write(text, name=None):
        path = tmp_path / (name or f"policy-{len(written)}.json")
        path.write_text(text, encoding="utf-8")
        written.append(path)
        return path

    return write


def findings(path, *arguments, code=3):
    return tool("lint", path, *arguments, code=code).data["policies"][0]["findings"]


def rules(path, *arguments, code=3):
    return [finding["rule"] for finding in findings(path, *arguments, code=code)]


# Lint


def test_a_sound_policy_has_no_findings(file):
    answer = tool("lint", file(policy(BOOKS)))
    assert answer.json["status"] == "ok" and answer.json["schemaVersion"] == 1 and answer.json["command"] == "policy lint"
    assert answer.data["policies"][0]["findings"] == []
    assert answer.json["error"] is None and answer.json["warnings"] == []


def test_suggestions_alone_do_not_fail(file):
    assert rules(file(policy(statement("s3:GetObject"))), code=0) == ["every-resource"]


def width(text):
    """Columns that a terminal takes for a text."""
    wide = lambda letter: 2 if unicodedata.east_asian_width(letter) in "WF" else 1
    return sum(0 if unicodedata.combining(letter) else wide(letter) for letter in text)


def pointed(path, *arguments):
    """What the carets of the first finding stand under, in a terminal."""
    lines = tool("lint", path, "--format", "text", *arguments, code=3).out.splitlines()
    shown, carets = next((lines[at], lines[at + 1]) for at in range(len(lines)) if lines[at].startswith("  | "))
    start, length = carets.index("^"), carets.count("^")
    assert carets.strip("|^ ") == ""
    at, marked = 0, ""
    for letter in shown:
        if start <= at < start + length:
            marked += letter
        at += width(letter)
    return marked, lines


TYPO = '"s3:GetObjekt"'
WITH_TYPO = policy(statement("s3:GetObjekt", "arn:aws:s3:::books/*"))


@pytest.mark.parametrize(
    "text",
    [
        WITH_TYPO,
        json.dumps(json.loads(WITH_TYPO), indent="\t"),
        json.dumps(json.loads(WITH_TYPO), indent=2).replace("\n", "\r\n"),
        "\t\t" + WITH_TYPO,
        policy(statement("s3:GetObject", "arn:aws:s3:::" + "x" * 300 + "/*"), json.loads(WITH_TYPO)["Statement"][0]),
        json.dumps(
            json.loads(policy(statement("s3:GetObject", "arn:aws:s3:::größe/é/*"), json.loads(WITH_TYPO)["Statement"][0])),
            ensure_ascii=False,
        ),
    ],
    ids=["plain", "tabs", "crlf", "leading tabs", "long line", "umlauts"],
)
def test_carets_stand_under_the_faulty_word(file, text):
    marked, lines = pointed(file(text))
    assert marked == TYPO
    assert "did you mean `s3:GetObject`?" in "\n".join(lines)


@pytest.mark.parametrize("letters", ["日本語", "größe", "e\u0301", "한국", "😀😀"])
def test_carets_are_right_behind_letters_of_any_width(file, letters):
    # Policies of buckets take any letter, those of IAM only some.
    text = json.dumps(
        {"Version": "2012-10-17", "Id": letters, "Statement": [
            {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::books/*"},
            {"Sid": "x", "Effect": "Allow", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::books/*"},
        ]},
        ensure_ascii=False,
    )
    marked, lines = pointed(file(text))
    assert marked == '"*"', lines


@pytest.mark.parametrize(
    "text, at, said",
    [
        ('{"Version": "2012-10-17", "Statement": [{"Effect": “Allow”}]}', "“", "typographic quotation marks"),
        ('{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",}]}', ",", "a trailing comma: JSON takes none before `}`"),
        ('{"Version": "2012-10-17",\n\t"Statement": [{"Effect": "Allow"},\n\t]}', ",", "a trailing comma: JSON takes none before `]`"),
        (policy(BOOKS) + "\n" + policy(BOOKS), "{", "a second document begins here"),
        (policy(BOOKS) + "}", "}", "one `}` too many"),
        ("{'Version': '2012-10-17'}", "'", "single quotation mark"),
        ('{"Version": "2012-10-17" "Statement": []}', '"', "expected `,` or `}`"),
        ('{"Version": "2012-10-17", // now\n "Statement": []}', "/", "JSON has no comments"),
        ('{"Version": "2012-10-17", "Version": "2012-10-17"}', '"', "occurs twice"),
        ('{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}', '"', "belongs into a statement"),
        ('\ufeff' + policy(BOOKS), "", "byte order mark"),
    ],
    ids=[
        "typographic", "comma in object", "comma in list", "glued", "brace too many", "single quotes", "no comma", "comment",
        "twice", "bare statement", "byte order mark",
    ],
)
def test_what_is_not_json_is_named_and_pointed_at(file, text, at, said):
    marked, lines = pointed(file(text))
    assert said in "\n".join(lines)
    if at:
        assert marked == at, lines
    assert rules(file(text)) == ["refused"]


def test_a_missing_brace_is_told_by_the_one_that_is_open(file):
    path = file(policy(BOOKS)[:-1])
    found = findings(path)[0]
    assert "the document ends while the `{` of line 1, column 1 is still open" in found["advice"]
    assert found["column"] == len(policy(BOOKS))


def test_a_service_that_anybody_may_send_is_a_confused_deputy(file):
    trust = trusting({"Service": "forecast.amazonaws.com"})
    path = file(policy(trust))
    assert rules(path) == ["confused-deputy"]
    assert "aws:SourceAccount" in findings(path)[0]["advice"]
    assert pointed(path)[0] == '"forecast.amazonaws.com"'
    for condition in (
        {"StringEquals": {"aws:SourceAccount": "111122223333"}},
        {"ArnLike": {"aws:SourceArn": "arn:aws:forecast:*:111122223333:*"}},
    ):
        assert rules(file(policy({**trust, "Condition": condition})), code=0) == []


def test_any_role_to_any_service_is_two_findings(file):
    wide = statement("iam:PassRole")
    assert rules(file(policy(wide)))[:2] == ["pass-any-role", "pass-role-to-any-service"]
    to = {"StringEquals": {"iam:PassedToService": "forecast.amazonaws.com"}}
    role = "arn:aws:iam::111122223333:role/ForecastRole"
    assert rules(file(policy(statement("iam:PassRole", role)))) == ["pass-role-to-any-service"]
    assert rules(file(policy(statement("iam:PassRole", Condition=to))))[0] == "pass-any-role"
    assert rules(file(policy(statement("iam:PassRole", role, Condition=to))), code=0) == []


def test_statements_that_change_nothing_are_found(file):
    denied = policy(BOOKS, statement("s3:*", effect="Deny"))
    found = findings(file(denied))
    assert [one["rule"] for one in found] == ["shadowed"] and "statement 2 denies all" in found[0]["message"]
    wider = policy(statement("s3:Get*", "arn:aws:s3:::books/*"), BOOKS)
    assert "superfluous" in rules(file(wider), code=0)
    assert "superfluous" in rules(file(policy(BOOKS, BOOKS)), code=0)
    # A condition on the deny leaves something of what it denies.
    limited = statement("s3:*", effect="Deny", Condition={"Bool": {"aws:SecureTransport": "false"}})
    assert rules(file(policy(BOOKS, limited)), code=0) == []
    # And the narrower statement may come first.
    assert "superfluous" in rules(file(policy(BOOKS, statement("s3:Get*", "arn:aws:s3:::books/*"))), code=0)


def test_a_kind_may_be_told_and_is_guessed_otherwise(file):
    trust = file(policy(trusting({"Service": "ec2.amazonaws.com"})))
    assert tool("lint", trust).data["policies"][0]["kind"] == "trust"
    assert tool("lint", trust, "--kind", "identity", code=3).data["policies"][0]["kind"] == "identity"
    scp = file(policy(statement("*", effect="Deny")))
    assert tool("lint", scp, "--kind", "scp").data["policies"][0]["kind"] == "scp"


def test_standard_input_and_several_files_are_taken(file):
    bad = file(policy(statement("*")))
    answer = tool("lint", "-", bad, code=3, stdin=policy(BOOKS))
    assert [one["policy"] for one in answer.data["policies"]] == ["standard input", str(bad)]
    assert [len(one["findings"]) for one in answer.data["policies"]] == [0, 1]
    assert answer.json["status"] == "unexpected" and answer.json["error"]["code"] == "Findings"


def test_text_is_a_line_for_each_finding(file):
    path = file(policy(statement("iam:PassRole")))
    lines = tool("lint", path, "--output", "text", code=3).out.splitlines()
    assert [line.split("\t")[1:3] for line in lines] == [
        ["security", "pass-any-role"], ["security", "pass-role-to-any-service"], ["suggestion", "every-resource"],
    ]
    assert all(line.startswith(f"{path}:1:") for line in lines)


@pytest.mark.parametrize("tool_name", ["lint", "summary", "diff", "check"])
def test_a_file_that_is_not_there_is_a_mistake_of_usage(tool_name, file, tmp_path):
    more = {"diff": [file(policy(BOOKS))], "check": ["--deny-list", file("iam:*", "list.txt")]}.get(tool_name, [])
    answer = tool(tool_name, tmp_path / "missing.json", *more, code=2)
    assert answer.json["error"]["code"] == "Usage" and "missing.json cannot be read" in answer.json["error"]["message"]
    assert answer.json["error"]["hint"] and answer.json["data"] is None


def test_colours_are_for_those_who_want_them(file):
    path = file(policy(statement("*")))
    wanted = ["--output", "table", "--color", "always"]
    assert "\x1b[" in tool("lint", path, *wanted, code=3).out
    assert "\x1b[" not in tool("lint", path, "--format", "text", code=3).out
    assert "\x1b[" not in tool("lint", path, "--output", "table", "--color", "never", code=3).out


# SARIF: what the schema of version 2.1.0 requires, and what readers of it insist on


def check_sarif(report):
    assert report["version"] == "2.1.0" and report["$schema"].endswith("sarif-2.1.0.json")
    assert len(report["runs"]) == 1
    run = report["runs"][0]
    driver = run["tool"]["driver"]
    assert driver["name"].startswith("deputy policy")
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(ids) == len(set(ids))
    for result in run["results"]:
        assert result["message"]["text"]
        assert result["level"] in ("none", "note", "warning", "error")
        assert (result["kind"] == "fail") == (result["level"] != "none")
        assert result["ruleId"] in ids
        place = result["locations"][0]["physicalLocation"]
        uri = place["artifactLocation"]["uri"]
        assert " " not in uri and urlsplit(uri).geturl() == uri
        if region := place.get("region"):
            assert region["startLine"] >= 1 and region["startColumn"] >= 1
            assert region["endLine"] == region["startLine"] and region["endColumn"] > region["startColumn"]
    return run["results"]


def test_findings_as_sarif_have_their_places(file):
    path = file(json.dumps(json.loads(policy(statement("iam:PassRole"))), indent=2), "a policy.json")
    answer = tool("lint", path, "--format", "sarif", code=3)
    results = check_sarif(answer.json)
    assert [(result["ruleId"], result["level"]) for result in results] == [
        ("pass-any-role", "warning"), ("pass-role-to-any-service", "warning"), ("every-resource", "note"),
    ]
    region = results[0]["locations"][0]["physicalLocation"]["region"]
    line = path.read_text().splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == '"iam:PassRole"'
    assert results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith("a%20policy.json")
    assert "has faults or gives more" in answer.err


def test_every_tool_writes_sarif(file):
    books, wide = file(policy(BOOKS)), file(policy(statement("s3:*", "arn:aws:s3:::books/*")))
    denied = file("s3:DeleteObject\n", "deny.txt")
    assert check_sarif(tool("lint", books, "--format", "sarif").json) == []
    assert [one["level"] for one in check_sarif(tool("summary", books, "--format", "sarif").json)] == ["none"]
    assert check_sarif(tool("diff", books, books, "--format", "sarif").json) == []
    assert [one["ruleId"] for one in check_sarif(tool("diff", books, wide, "--format", "sarif", code=3).json)] == ["allows-more"]
    assert check_sarif(tool("check", books, "--deny-list", denied, "--format", "sarif").json) == []
    found = check_sarif(tool("check", wide, "--deny-list", denied, "--format", "sarif", code=3).json)
    assert [(one["ruleId"], one["level"]) for one in found] == [("denied-access", "error")]
    tool("lint", books, "--format", "sarif", "--query", "policies", code=2)
    tool("lint", books, "--format", "json", "--output", "text", code=2)


# Summary


def test_a_summary_tells_services_and_levels_of_access(file):
    tls = {"Bool": {"aws:SecureTransport": "true"}}
    path = file(policy(statement(["s3:GetObject", "forecast:*"], Condition=tls), statement("iam:*", effect="Deny")))
    services = tool("summary", path).data["services"]
    assert [(one["effect"], one["service"], one["statement"]) for one in services] == [
        ("Allow", "forecast", 1), ("Allow", "s3", 1), ("Deny", "iam", 2),
    ]
    assert services[1]["access"] == {"Read": "Limited"} and services[1]["conditions"] == ["Bool aws:SecureTransport"]
    text = tool("summary", path, "--format", "text").out
    assert "Allow s3   Limited: Read   (statement 1)\n  actions    s3:GetObject\n  resources  *\n" in text
    assert tool("summary", path, "--output", "text").out.splitlines()[1] == "Allow\ts3\ts3:GetObject\t1"
    assert tool("summary", path, "--query", "services[].service", "--output", "text").out == "forecast\ts3\tiam\n"


def test_what_is_no_policy_has_no_summary(file):
    answer = tool("summary", file('{"Version": "2012-10-17",}'), code=2)
    assert "a trailing comma" in answer.json["error"]["hint"] and "^" in answer.json["error"]["hint"]


# Difference


def allowed(example, document):
    """Whether the policy allows the request of an example, by `deputy eval`."""
    everything = json.loads(policy(statement("*")))
    of_resource = example["resourceAccount"] is not None
    policies = {"resource": document, "identity": [everything]} if of_resource else {"identity": [document]}
    request = {name: value for name, value in example.items() if value is not None}
    line = json.dumps({"id": 1, "policies": policies, "request": request})
    run = subprocess.run([binary(), "eval"], input=line, capture_output=True, text=True, env=environment(), check=True)
    answer = json.loads(run.stdout)
    assert "error" not in answer, answer
    return answer["decision"] == "allow"


def differs(file, before, after, code, **more):
    old, new = policy(*before), policy(*after)
    data = tool("diff", file(old), file(new), *more.get("arguments", []), code=code).data
    assert data["allowsMore"] == {0: "no", 1: "unknown", 3: "yes"}[code]
    if code == 3:
        example = data["example"]
        assert allowed(example, json.loads(new)) and not allowed(example, json.loads(old)), example
    return data


def limited(operator, key, *values, action="s3:GetObject", **more):
    return statement(action, "arn:aws:s3:::books/*", Condition={operator: {key: list(values)}}, **more)


def but(*actions, **more):
    return {"Effect": "Allow", "NotAction": list(actions), "Resource": "*", **more}


def besides(*resources, effect="Allow"):
    return {"Effect": effect, "Action": "s3:GetObject", "NotResource": list(resources)}


OWN = statement("s3:GetObject", "arn:aws:s3:::home/${aws:username}/*")
SECRET = statement("s3:*", "arn:aws:s3:::books/secret/*", effect="Deny")
MORE = {
    "another action": ([BOOKS], [statement("s3:Get*", "arn:aws:s3:::books/*")]),
    "another resource": ([BOOKS], [statement("s3:GetObject", "arn:aws:s3:::book*")]),
    "a condition gone": ([limited("StringEquals", "aws:PrincipalTag/team", "red")], [BOOKS]),
    "another value": (
        [limited("StringEquals", "aws:PrincipalTag/team", "red")],
        [limited("StringEquals", "aws:PrincipalTag/team", "red", "blue")],
    ),
    "another operator": (
        [limited("StringEquals", "aws:PrincipalTag/team", "red")],
        [limited("StringEqualsIfExists", "aws:PrincipalTag/team", "red")],
    ),
    "a wider pattern": (
        [limited("StringLike", "s3:prefix", "in/a*")], [limited("StringLike", "s3:prefix", "in/*")],
    ),
    "fewer exceptions": (
        [limited("StringNotEquals", "aws:PrincipalTag/team", "red", "blue")],
        [limited("StringNotEquals", "aws:PrincipalTag/team", "red")],
    ),
    "a larger network": (
        [limited("IpAddress", "aws:SourceIp", "203.0.113.7/32")], [limited("IpAddress", "aws:SourceIp", "203.0.113.0/24")],
    ),
    "a higher number": (
        [limited("NumericLessThan", "s3:max-keys", "5", action="s3:ListBucket")],
        [limited("NumericLessThan", "s3:max-keys", "10", action="s3:ListBucket")],
    ),
    "a deny gone": ([statement("s3:*"), SECRET], [statement("s3:*")]),
    "a deny limited": (
        [statement("s3:*"), SECRET],
        [statement("s3:*"), {**SECRET, "Condition": {"Bool": {"aws:SecureTransport": "false"}}}],
    ),
    "fewer actions excepted": ([but("iam:*", "s3:*")], [but("iam:*")]),
    "NotAction for Action": ([statement("s3:*")], [but("iam:*")]),
    "fewer resources excepted": (
        [besides("arn:aws:s3:::a/*", "arn:aws:s3:::b/*")], [besides("arn:aws:s3:::a/*")],
    ),
    "NotResource for Resource": ([BOOKS], [besides("arn:aws:s3:::films/*")]),
    "a variable opened": ([OWN], [statement("s3:GetObject", "arn:aws:s3:::home/*")]),
}
NO_MORE = {
    "the same": ([BOOKS], [BOOKS]),
    "fewer actions": ([statement("s3:Get*", "arn:aws:s3:::books/*")], [BOOKS]),
    "another order": ([BOOKS, OWN], [OWN, BOOKS]),
    "a condition more": ([BOOKS], [limited("StringEquals", "aws:PrincipalTag/team", "red")]),
    "a deny more": ([BOOKS], [BOOKS, SECRET]),
    "more excepted": ([but("iam:*")], [but("iam:*", "s3:*")]),
    "more resources excepted": ([besides("arn:aws:s3:::a/*")], [besides("arn:aws:s3:::a/*", "arn:aws:s3:::b/*")]),
    "a variable kept": ([OWN], [OWN]),
    "a variable for a wildcard": ([statement("s3:GetObject", "*")], [OWN]),
    "written apart": (
        [statement(["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::books/*")],
        [BOOKS, statement("s3:PutObject", "arn:aws:s3:::books/*")],
    ),
}


@pytest.mark.parametrize("name", MORE)
def test_what_is_more_is_shown_by_a_request(file, name):
    differs(file, *MORE[name], code=3)


@pytest.mark.parametrize("name", NO_MORE)
def test_what_is_no_more_is_proved(file, name):
    differs(file, *NO_MORE[name], code=0)


@pytest.mark.parametrize(
    "before, after",
    [
        ([limited("NumericLessThan", "s3:max-keys", "10")], [limited("NumericLessThan", "s3:max-keys", "5")]),
        ([limited("IpAddress", "aws:SourceIp", "203.0.113.0/24")], [limited("IpAddress", "aws:SourceIp", "203.0.113.0/25")]),
        ([statement("s3:GetObject", "arn:aws:s3:::home/${aws:username}/*")], [statement("s3:GetObject", "arn:aws:s3:::home/${aws:username}/a")]),
    ],
    ids=["numbers", "networks", "variables"],
)
def test_what_cannot_be_judged_is_said_to_be_unknown(file, before, after):
    data = differs(file, before, after, code=1)
    assert data["unjudgedStatement"] == 1 and data["example"] is None
    answer = tool("diff", file(policy(*before)), file(policy(*after)), "--format", "text", code=1)
    assert answer.out.startswith("unknown: statement 1 ") and "try:" in answer.err


def test_policies_of_resources_are_compared_by_whom_they_let_in(file):
    let_in = lambda who: {"Effect": "Allow", "Principal": who, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::books/*"}
    ana, ben = ({"AWS": f"arn:aws:iam::111122223333:user/{name}"} for name in ("ana", "ben"))
    data = differs(file, [let_in(ana)], [let_in({"AWS": [ana["AWS"], ben["AWS"]]})], code=3)
    assert data["kind"] == "s3" and data["example"]["principal"] == ben["AWS"]
    differs(file, [let_in({"AWS": "*"})], [let_in(ana)], code=0)
    service = {"Service": "forecast.amazonaws.com"}
    source = {"StringEquals": {"aws:SourceAccount": "111122223333"}}
    data = differs(file, [trusting(service, Condition=source)], [trusting(service)], code=3)
    assert data["kind"] == "trust" and data["example"]["principal"] == "forecast.amazonaws.com"
    differs(file, [trusting(service)], [trusting(service, Condition=source)], code=0)


def test_a_difference_in_other_forms(file):
    books, wide = file(policy(BOOKS)), file(policy(statement("s3:*", "arn:aws:s3:::books/*")))
    answer = tool("diff", books, wide, "--format", "text", code=3)
    assert answer.out.startswith("yes: the new policy allows what the old one did not, for example\n  principal  ")
    assert answer.err.startswith(f"deputy: {wide} allows what the other policy did not\n  try: ")
    assert tool("diff", books, wide, "--format", "text", "--quiet", code=3).err.count("\n") == 1
    assert tool("diff", wide, books, "--format", "text").out.startswith("no: ")
    assert tool("diff", wide, books, "--output", "text").out == "no\n"
    assert tool("diff", "-", books, stdin=policy(statement("*"))).data["before"] == "standard input"
    tool("diff", "-", "-", stdin=policy(BOOKS), code=2)


# Lists of what nobody is to have


def checked(file, document, deny_list, code):
    answer = tool("check", file(document), "--deny-list", file(deny_list, "deny-list"), code=code)
    entries = answer.data["policies"][0]["entries"]
    for entry in entries:
        if entry["result"] == "allowed":
            assert allowed(entry["example"], json.loads(document))
    return [entry["result"] for entry in entries]


LIST = "# never\niam:*\ns3:GetObject   arn:aws:s3:::payroll/*   # salaries\n"


def test_a_policy_is_held_against_a_list(file):
    assert checked(file, policy(BOOKS), LIST, 0) == ["not allowed", "not allowed"]
    assert checked(file, policy(statement("s3:*")), LIST, 3) == ["not allowed", "allowed"]
    assert checked(file, policy(statement("*")), LIST, 3) == ["allowed", "allowed"]
    assert checked(file, policy(statement("iam:PassRole")), LIST, 3) == ["allowed", "not allowed"]
    assert checked(file, policy(but("iam:*")), LIST, 3) == ["not allowed", "allowed"]
    assert checked(file, policy(besides("arn:aws:s3:::payroll/*")), LIST, 0) == ["not allowed", "not allowed"]
    assert checked(file, policy(statement("*"), statement(["iam:*", "s3:*"], effect="Deny")), LIST, 0) == ["not allowed"] * 2
    # Under a condition is allowed too.
    assert checked(file, policy(statement("iam:*", Condition={"Bool": {"aws:MultiFactorAuthPresent": "true"}})), LIST, 3)[0] == "allowed"


def test_a_list_may_be_json(file):
    document = policy(statement("s3:*"))
    as_analyzer = [{"actions": ["iam:*"]}, {"actions": ["s3:GetObject"], "resources": ["arn:aws:s3:::payroll/*"]}]
    assert checked(file, document, json.dumps(as_analyzer), 3) == ["not allowed", "allowed"]
    assert checked(file, document, json.dumps(["iam:*", "kms:*"]), 0) == ["not allowed", "not allowed"]


def test_trust_and_bucket_policies_are_checked_too(file):
    trust = policy(trusting({"AWS": "444455556666"}))
    assert checked(file, trust, "sts:AssumeRole", 3) == ["allowed"]
    assert checked(file, trust, "sts:AssumeRoleWithWebIdentity", 0) == ["not allowed"]
    bucket = policy({"Effect": "Allow", "Principal": {"AWS": "444455556666"}, "Action": "s3:Get*", "Resource": "arn:aws:s3:::books/*"})
    assert checked(file, bucket, "s3:GetObject arn:aws:s3:::books/secret", 3) == ["allowed"]
    assert checked(file, bucket, "s3:PutObject", 0) == ["not allowed"]


def test_a_check_in_other_forms(file):
    path, deny_list = file(policy(statement("s3:*"))), file(LIST, "deny-list")
    answer = tool("check", path, "--deny-list", deny_list, "--format", "text", code=3)
    assert "  not allowed iam:*\n" in answer.out
    assert "  ALLOWED     s3:GetObject on arn:aws:s3:::payroll/*, for example\n" in answer.out
    assert "which is on the list" in answer.err and "try:" in answer.err
    text = tool("check", path, "--deny-list", deny_list, "--output", "text", code=3).out
    assert text.splitlines() == [f"{path}\tiam:*\tnot allowed", f"{path}\ts3:GetObject on arn:aws:s3:::payroll/*\tallowed"]


@pytest.mark.parametrize("text, said", [("", "empty"), ("iam", "no action"), ("iam:* on *", "too many"), ('[{"action": 1}]', "actions")])
def test_a_list_has_to_say_something(file, text, said):
    answer = tool("check", file(policy(BOOKS)), "--deny-list", file(text, "deny-list"), code=2)
    assert said in answer.json["error"]["message"] and "--help" in answer.json["error"]["hint"]


# Policies of the server, by their ARNs


def test_policies_of_the_server_are_named_by_arn(root, bucket, file):
    iam = root.client("iam")
    arn = iam.create_policy(PolicyName=unique("wide"), PolicyDocument=policy(statement("s3:*")))["Policy"]["Arn"]
    assert [one["service"] for one in deputy(root, "policy", "summary", arn).data["services"]] == ["s3"]
    books = file(policy(BOOKS))
    assert deputy(root, "policy", "diff", books, arn, code=3).data["after"] == arn
    assert deputy(root, "policy", "diff", arn, books).data["allowsMore"] == "no"
    version = policy(BOOKS)
    iam.create_policy_version(PolicyArn=arn, PolicyDocument=version, SetAsDefault=True)
    assert deputy(root, "policy", "diff", books, arn).data["allowsMore"] == "no"
    role = root.role(trusting({"Service": "forecast.amazonaws.com"}))
    found = deputy(root, "policy", "lint", role, code=3).data["policies"][0]
    assert found["kind"] == "trust" and [one["rule"] for one in found["findings"]] == ["confused-deputy"]
    bucket_arn = f"arn:aws:s3:::{bucket}"
    let_in = {"Effect": "Allow", "Principal": {"AWS": root.id}, "Action": "s3:GetObject", "Resource": f"{bucket_arn}/*"}
    assert deputy(root, "policy", "summary", bucket_arn, code=1).json["error"]["code"] == "NoSuchBucketPolicy"
    root.client("s3").put_bucket_policy(Bucket=bucket, Policy=policy(let_in))
    assert deputy(root, "policy", "check", bucket_arn, "--deny-list", file("s3:PutObject", "deny")).data["policies"][0]["kind"] == "s3"
    managed = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
    assert deputy(root, "policy", "summary", managed).data["kind"] == "identity"
    assert "deputy can" in deputy(root, "policy", "lint", root.iam_arn("user/any"), code=2).json["error"]["hint"]


def test_reading_a_policy_of_the_server_is_a_permission(root):
    arn = root.client("iam").create_policy(PolicyName=unique("p"), PolicyDocument=policy(BOOKS))["Policy"]["Arn"]
    user = root.user(statement("iam:GetPolicy"))
    answer = deputy(user, "policy", "summary", arn, code=4)
    assert answer.json["error"]["hint"].startswith("you lack iam:GetPolicyVersion; ")
    user.set_policy(statement(["iam:GetPolicy", "iam:GetPolicyVersion"]))
    deputy(user, "policy", "summary", arn)


# Policies that only deny


def deny(action, **more):
    return {"Effect": "Deny", "Action": action, "Resource": "*", **more}


@pytest.mark.parametrize("kind", ["scp", "rcp"])
def test_a_guard_rail_taken_away_is_more(file, kind):
    more = {"Principal": "*"} if kind == "rcp" else {}
    both, one = policy(deny("s3:*", **more), deny("sqs:*", **more)), policy(deny("sqs:*", **more))
    answer = tool("diff", file(both), file(one), "--kind", kind, code=3).data
    assert answer["allowsMore"] == "yes" and answer["example"]["action"].startswith("s3:")
    assert tool("diff", file(one), file(both), "--kind", kind).data["allowsMore"] == "no"
    listed = file("s3:GetObject\nsqs:SendMessage", "actions.txt")
    results = tool("check", file(one), "--deny-list", listed, "--kind", kind, code=3).data["policies"][0]["entries"]
    assert [entry["result"] for entry in results] == ["allowed", "not allowed"]


@pytest.mark.parametrize("entry", ["iam:PassRole foo", "foo:", "s3:Get*:x", ":GetObject"])
def test_an_entry_that_can_match_nothing_is_told(file, entry):
    answer = tool("check", file(policy(BOOKS)), "--deny-list", file(entry, "actions.txt"), code=2)
    assert "is no " in answer.json["error"]["message"]


# Lines of `deputy eval`


def test_a_line_is_answered_while_the_input_stays_open():
    line = json.dumps({"id": 7, "policies": {}, "request": {"principal": "anonymous", "action": "s3:GetObject"}})
    with subprocess.Popen([binary(), "eval"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment()) as run:
        for _ in range(2):
            run.stdin.write(line + "\n")
            run.stdin.flush()
            # Without an answer this waits until the test's own time is over.
            assert json.loads(run.stdout.readline())["id"] == 7
        run.stdin.close()
        assert run.wait(timeout=30) == 0


def test_an_exponent_that_no_number_has_is_no_number():
    lines = []
    for value, given in [("1e-9223372036854775808", "1"), ("1", "1e-9223372036854775808")]:
        document = json.loads(policy(statement("*", Condition={"NumericEquals": {"aws:PrincipalTag/x": value}})))
        request = {"principal": "arn:aws:iam::111122223333:user/ann", "action": "s3:GetObject", "resource": "*", "context": {"aws:PrincipalTag/x": given}}
        lines.append(json.dumps({"id": value, "policies": {"identity": [document]}, "request": request}))
    run = subprocess.run([binary(), "eval"], input="\n".join(lines), capture_output=True, text=True, env=environment(), check=True)
    assert [json.loads(line)["decision"] for line in run.stdout.splitlines()] == ["implicit_deny"] * 2
