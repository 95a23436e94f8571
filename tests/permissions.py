"""What every operation's tests share: with exactly its permission it is done, without it refused in AWS's words."""

import tomllib

from botocore import xform_name

from conftest import ROOT, all_but, denied, refused, statement


class Case:
    """One call: its arguments (or what makes them for the caller), the resource that policies name, and how refusals
    call it."""

    def __init__(self, arguments, resource, called=None):
        self.arguments, self.resource, self.called = arguments, resource, called or resource


def served(service):
    return set(tomllib.loads((ROOT / "api" / service / "api.toml").read_text())["served"])


def check_permission(root, service, operation, case):
    """Takes away exactly this permission, then gives exactly it: a change holds at once."""
    action = f"{service}:{operation}"
    user = root.user(all_but(action))
    call = getattr(user.client(service), xform_name(operation))
    arguments = case.arguments(user) if callable(case.arguments) else case.arguments
    with refused("AccessDenied", denied(user, action, case.called), 403):
        call(**arguments)
    user.set_policy(statement(action, case.resource))
    return call(**arguments)
