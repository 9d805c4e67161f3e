"""A PostgreSQL server for one run of the tests, from the binaries of the machine if it has any."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

ORDINARY_USER = 65534
"""The server refuses to run as root."""


def binaries() -> Path | None:
    """The folder of the newest PostgreSQL that is installed, on PATH or where Debian puts it."""
    found = [Path(each).parent for each in (shutil.which("initdb"),) if each]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    if tool := shutil.which("pg_config"):
        told = subprocess.run([tool, "--bindir"], capture_output=True, text=True, check=False)
        found.append(Path(told.stdout.strip()))
    return next((each for each in found if (each / "initdb").exists()), None)


def _version(folder: Path) -> int:
    name = folder.parent.name
    return int(name) if name.isdigit() else 0


@contextmanager
def running(programs: Path) -> Iterator[str]:
    """A fresh server on a socket of its own; its address."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    data = folder / "data"
    if os.geteuid() == 0:
        os.chown(folder, ORDINARY_USER, ORDINARY_USER)

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [str(programs / program), *arguments],
            check=True,
            capture_output=True,
            cwd=folder,
            user=ORDINARY_USER if os.geteuid() == 0 else None,
            extra_groups=[] if os.geteuid() == 0 else None,
        )

    run("initdb", "-D", str(data), "-U", "staketerm", "--auth=trust", "--no-sync", "-E", "UTF8")
    settings = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    log = str(folder / "log")
    run("pg_ctl", "-D", str(data), "-o", settings, "-l", log, "-w", "start")
    try:
        yield f"postgresql://staketerm@/postgres?host={quote(str(folder), safe='')}"
    finally:
        run("pg_ctl", "-D", str(data), "-m", "fast", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)
