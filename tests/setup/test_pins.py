"""constraints.txt pins every package that staketerm, its tests and its checks bring along."""

import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import run

LINE = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[0-9][0-9a-z.]*)( ; [a-z_]+ [!=]= '\w+')?")


def pinned() -> dict[str, str]:
    """Name to version, as the file says; a line of any other form fails the test."""
    lines = Path(run.ROOT, "constraints.txt").read_text(encoding="utf-8").splitlines()
    found = [LINE.fullmatch(line) for line in lines]
    assert all(found), [line for line, match in zip(lines, found, strict=True) if not match]
    return {match["name"]: match["version"] for match in found if match}


def required(name: str, extras: set[str], seen: dict[str, str]) -> dict[str, str]:
    """Every package behind `name` on this system, with the version installed ("" if it is not)."""
    try:
        package = distribution(name)
    except PackageNotFoundError:
        return seen | {canonicalize_name(name): ""}
    seen = seen | {canonicalize_name(name): package.version}
    for line in package.requires or ():
        wanted = Requirement(line)
        applies = wanted.marker is None or any(
            wanted.marker.evaluate({"extra": extra}) for extra in {"", *extras}
        )
        if applies and canonicalize_name(wanted.name) not in seen:
            seen = required(wanted.name, wanted.extras, seen)
    return seen


def test_each_line_is_a_name_and_a_version_in_alphabetical_order():
    names = list(pinned())
    assert names == sorted(names)
    assert not run.addresses(run.pin_files())


def test_everything_installed_is_pinned_at_that_version():
    needed = required("staketerm", {"test", "lint"}, {})
    del needed["staketerm"]
    pins = pinned()
    assert {name for name in needed if name not in pins} == set()
    differing = {
        name: (version, pins[name])
        for name, version in needed.items()
        if version and version != pins[name]
    }
    assert differing == {}
