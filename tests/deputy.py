"""The `deputy` commands as somebody with an account's keys runs them."""

import json
import subprocess

from conftest import binary


class Answer:
    """What a command wrote and how it ended."""

    def __init__(self, run):
        self.code, self.out, self.err = run.returncode, run.stdout, run.stderr

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def data(self):
        return self.json["data"]


def deputy(account, *arguments, code=0, stdin=None, **extra):
    """Runs a command with the keys of an account; it must end with this exit code."""
    environment = {**account.environment(), **extra}
    command = [binary(), *map(str, arguments)]
    run = subprocess.run(command, env=environment, input=stdin, capture_output=True, text=True, timeout=60)
    assert run.returncode == code, (command, run.returncode, run.stdout, run.stderr)
    return Answer(run)
