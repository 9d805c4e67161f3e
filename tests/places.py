"""Where tests make their journals: in memory, in a file, in a schema of their own on PostgreSQL.

A test that asks for `where`, itself or through its fixtures, does not care what kind of place that
is, and runs on a server too: those of EVERY_TIME always, all of them with --server, which leaves
everything else out. One that asks for `place` is about the file of its journal.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest

from tests.store import server

EVERY_TIME = (
    "store/",
    "journal/test_backups.py",
    "journal/test_capture.py",
    "journal/test_erasing.py",
    "cli/test_reading_commands.py",
)
"""Beginnings of the paths below tests/ of those that run on both kinds of place in every run."""

FILE, SERVER = "file", "postgresql"

Location = str | Path
Where = Callable[..., Location]

_FOLDER = pytest.StashKey[Path]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--server",
        action="store_true",
        help="run those tests alone that can, on PostgreSQL",
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Both kinds of place for a test that runs on both; its name says on which."""
    if "ground" not in metafunc.fixturenames:
        return
    both = "place" not in metafunc.fixturenames
    path = Path(metafunc.definition.path).relative_to(Path(__file__).parent).as_posix()
    if both and metafunc.config.getoption("server"):
        metafunc.parametrize("ground", [SERVER], indirect=True, scope="session")
    elif both and path.startswith(EVERY_TIME):
        metafunc.parametrize("ground", [FILE, SERVER], indirect=True, scope="session")


def pytest_report_header(config: pytest.Config) -> str | None:
    """Say once that nothing runs on a server, and why."""
    return f"not on PostgreSQL: {server.lack()}" if server.lack() else None


def on_their_ground(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With --server keep only what runs there; leave that out where no server can be had."""
    if config.getoption("server"):
        _keep(config, items, [item for item in items if _on_server(item)])
    if server.lack():
        _keep(config, items, [item for item in items if not _on_server(item)])


def _keep(config: pytest.Config, items: list[pytest.Item], kept: list[pytest.Item]) -> None:
    there = set(kept)
    config.hook.pytest_deselected(items=[item for item in items if item not in there])
    items[:] = kept


def _on_server(item: pytest.Item) -> bool:
    params = getattr(getattr(item, "callspec", None), "params", {})
    return params.get("ground") == SERVER or "postgresql" in getattr(item, "fixturenames", ())


def pytest_configure(config: pytest.Config) -> None:
    """One server for all processes of a run; it is started by the first test that needs it."""
    if not hasattr(config, "workerinput"):
        config.stash[_FOLDER] = server.folder()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: "pytest.Session") -> None:
    """Tell a process of xdist where the server is, or will be."""
    node.workerinput["server"] = str(node.config.stash[_FOLDER])  # type: ignore[attr-defined]


def pytest_unconfigure(config: pytest.Config) -> None:
    """End the server with the run."""
    if not hasattr(config, "workerinput"):
        server.stop(config.stash[_FOLDER])


@pytest.fixture(scope="session")
def postgresql(request: pytest.FixtureRequest) -> str:
    """The address of a PostgreSQL server; skips, with the reason, where none can be had."""
    config = request.config
    handed = getattr(config, "workerinput", {}).get("server")
    try:
        return server.started(Path(handed) if handed else config.stash[_FOLDER])
    except server.NoServerError as reason:
        pytest.skip(f"not on PostgreSQL: {reason}")


class Files:
    """Journals in memory, or in files where they have a name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, name: str = "") -> Location:
        return self._folder / f"{name}.db" if name else ":memory:"


class Schemas:
    """Journals on a server, each in a schema that is empty at first."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._made: dict[str, str] = {}

    def __call__(self, name: str = "") -> Location:
        return self._made.get(name) or self._made.setdefault(name or uuid4().hex, self._new())

    def _new(self) -> str:
        name = f"s{uuid4().hex}"
        self._run(f"CREATE SCHEMA {name}")
        return f"{self._address}&options=-csearch_path%3D{name}"

    def drop(self) -> None:
        """Remove them: a thousand of them would slow the server down."""
        for address in self._made.values():
            self._run(f"DROP SCHEMA {address.rpartition('%3D')[2]} CASCADE")

    def _run(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self._address, autocommit=True) as connection:
            connection.execute(statement.encode())


@pytest.fixture(scope="session")
def ground(request: pytest.FixtureRequest) -> str | None:
    """What kind of place journals are made in: the address of a server, None for files."""
    if getattr(request, "param", FILE) == FILE:
        return None
    address: str = request.getfixturevalue("postgresql")
    return address


@pytest.fixture
def where(ground: str | None, tmp_path: Path) -> Iterator[Where]:
    """Gives a place to make a journal at: `where()` is another each time and nobody's beside this
    process, `where("anna")` the same again.
    """
    with _places(ground, tmp_path) as places:
        yield places


@pytest.fixture(scope="module")
def for_all(ground: str | None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Where]:
    """`where`, for journals that the tests of a module share."""
    with _places(ground, tmp_path_factory.getbasetemp()) as places:
        yield places


@contextmanager
def _places(ground: str | None, folder: Path) -> Iterator[Where]:
    if ground is None:
        yield Files(folder)
        return
    schemas = Schemas(ground)
    yield schemas
    schemas.drop()


@pytest.fixture
def server_place(postgresql: str) -> Iterator[str]:
    """The address of an empty schema on the server, for a test about servers."""
    schemas = Schemas(postgresql)
    yield str(schemas())
    schemas.drop()
