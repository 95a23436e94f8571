"""How answers look on a terminal, and that they are for programs everywhere else."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios

import pytest

from conftest import binary, policy, statement
from deputy import deputy

COLOUR = re.compile("\x1b\\[[0-9;]*m")


def shown(account, *arguments, columns=80, **environment):
    """What a terminal of this width is sent, and how the command ended."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    variables = {**account.environment(), "TERM": "xterm-256color", **environment}
    variables.pop("NO_COLOR", None) if "NO_COLOR" not in environment else None
    process = subprocess.Popen(
        [binary(), *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=follower, stderr=subprocess.PIPE, env=variables
    )
    os.close(follower)
    out = b""
    while True:
        try:
            chunk = os.read(leader, 65536)
        except OSError:
            break
        if not chunk:
            break
        out += chunk
    process.stderr.read()
    os.close(leader)
    return out.decode().replace("\r\n", "\n"), process.wait()


@pytest.fixture(scope="module")
def question(root, tmp_path_factory):
    """A question whose answer compares two long ARNs."""
    arn = f"arn:aws:forecast:us-east-1:{root.id}:dataset-import-job/retail_sales_target/first_of_the_year_"
    user = root.user(statement("forecast:Describe*", arn + "2023"))
    return ["simulate", "--principal", user.arn, "--action", "forecast:DescribeDatasetImportJob", "--resource", arn + "2024"]


def test_a_terminal_gets_a_table_in_colours(root, question):
    out, code = shown(root, *question)
    assert code == 0 and out.startswith("\x1b[1;31mDENIED\x1b[0m  ")
    assert COLOUR.sub("", out).startswith("DENIED  forecast:DescribeDatasetImportJob   arn:aws:forecast:")


@pytest.mark.parametrize("columns", [60, 80, 100, 250])
def test_what_differs_stands_in_one_line_with_the_caret_below(root, question, columns):
    lines = COLOUR.sub("", shown(root, *question, columns=columns)[0]).splitlines()
    at = next(number for number, line in enumerate(lines) if line.lstrip().startswith("wants "))
    wants, got, caret = lines[at : at + 3]
    assert max(map(len, (wants, got, caret))) <= columns
    place = caret.index("^")
    assert (wants[place], got[place], caret[place:]) == ("3", "4", "^ one letter different")
    assert ("…" in wants) == (columns < 150)


def test_no_color_and_never_and_plain_terminals_have_none(root, question):
    for flags, environment in [([], {"NO_COLOR": "1"}), (["--color", "never"], {}), ([], {"TERM": "dumb"})]:
        out, _ = shown(root, *question, *flags, **environment)
        assert out.startswith("DENIED  ") and "\x1b" not in out, (flags, environment)
    out, _ = shown(root, *question, "--color", "always", NO_COLOR="1")
    assert "\x1b[" in out


def test_a_pipe_gets_one_json_object(root, question):
    answer = deputy(root, *question)
    assert list(answer.json) == sorted(answer.json) and answer.out.count("\n") == 1
    assert set(answer.json) == {"schemaVersion", "command", "status", "data", "warnings", "error"}
    assert "\x1b" not in answer.out and answer.err == ""
    # Also with colours asked for, which JSON has none of.
    assert "\x1b" not in deputy(root, *question, "--color", "always").out


def test_quiet_leaves_hints_and_warnings_out(root):
    arguments = ["simulate", "--principal", f"user/{root.user().name}x", "--action", "s3:GetObject", "--output", "table"]
    assert "try: did you mean user/" in deputy(root, *arguments, code=1).err
    assert deputy(root, *arguments, "--quiet", code=1).err.count("\n") == 1
    asked = ["who-can", "s3:GetObject", "arn:aws:s3:::no-such-bucket-here/k", "--output", "text"]
    assert "there is no bucket" in deputy(root, *asked).err
    assert deputy(root, *asked, "--quiet").err == ""


def test_a_name_that_is_nearly_one_is_recognised(root, tmp_path):
    user = root.user()
    hint = lambda *arguments, **more: deputy(root, *arguments, code=1, **more).json["error"]["hint"]
    assert hint("can", f"user/{user.name}x") == f"did you mean user/{user.name}?"
    assert hint("can", "role/something-else-entirely") == "aws iam list-roles shows those of this account"
    # Who may not list them is told nothing of their names.
    reader = root.user(statement("iam:GetUser"))
    told = deputy(reader, "can", f"user/{user.name}x", code=1).json["error"]["hint"]
    assert user.name not in told.replace(f"{user.name}x", "")
    config = tmp_path / "config"
    config.write_text("[profile deputy]\nregion = us-east-1\n")
    answer = deputy(root, "can", "user/a", "--profile", "depty", code=2, AWS_CONFIG_FILE=str(config))
    assert answer.json["error"]["hint"] == "did you mean `deputy`?"


@pytest.mark.parametrize("command", ["", "explain", "simulate", "who-can", "can", "eval", "policy", "policy lint", "policy check"])
def test_help_fits_a_narrow_terminal(root, command):
    out, code = shown(root, *command.split(), "--help")
    assert code == 0 and "Usage: deputy" in out
    assert max(len(COLOUR.sub("", line)) for line in out.splitlines()) <= 80


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["simulat"], "a similar subcommand exists: 'simulate'"),
        (["simulate", "--acton", "s3:GetObject"], "--action"),
        (["simulate", "--principal", "anonymous", "--action", "GetObject"], "SERVICE:ACTION, as in s3:GetObject"),
        (["simulate", "--principal", "anonymous", "--action", "s3:GetObject", "--resource-account", "me"], "twelve digits"),
        (["simulate", "--principal", "anonymous", "--action", "s3:GetObject", "--expect", "yes"], "allowed, denied"),
        (["explain"], "<ID|TEXT>"),
        (["policy", "check", "x.json"], "--deny-list"),
        (["eval", "/nonexistent"], "/nonexistent cannot be read: "),
    ],
)
def test_mistakes_in_the_command_line_are_exit_code_2(root, arguments, said):
    answer = deputy(root, *arguments, code=2)
    assert said in answer.err and answer.out == ""
