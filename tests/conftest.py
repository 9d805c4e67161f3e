"""Every test runs as on an empty machine: no settings, no colours asked for, a home of its own."""

import os
from collections import defaultdict
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.haste import as_shipped as as_shipped
from tests.haste import never_waits_for_the_disk as never_waits_for_the_disk
from tests.haste import pytest_collection_finish as pytest_collection_finish
from tests.places import for_all as for_all
from tests.places import ground as ground
from tests.places import on_their_ground
from tests.places import postgresql as postgresql
from tests.places import pytest_addoption as pytest_addoption
from tests.places import pytest_configure as pytest_configure
from tests.places import pytest_configure_node as pytest_configure_node
from tests.places import pytest_generate_tests as pytest_generate_tests
from tests.places import pytest_report_header as pytest_report_header
from tests.places import pytest_unconfigure as pytest_unconfigure
from tests.places import server_place as server_place
from tests.places import where as where

settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=50,  # the same ones every time; HYPOTHESIS_PROFILE=explore looks further
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("explore", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

_FOLDERS = {
    "HOME": ".",
    "USERPROFILE": ".",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CONFIG_HOME": ".config",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": ".run",
}
_SPOILERS = (
    *("NO_COLOR", "FORCE_COLOR", "TEXTUAL_THEME", "LANGUAGE", "LC_ALL", "LC_MESSAGES"),
    "PYTHONDONTWRITEBYTECODE",  # a program started by a test would compile all of itself again
)

MANY_FILES = 20


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with the slow ones: two processes then end at about the same time."""
    on_their_ground(config, items)
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """After many files, name the ten that took longest: what makes the suite slow is seen."""
    took: defaultdict[str, float] = defaultdict(float)
    for reports in terminalreporter.stats.values():
        for report in reports:
            if isinstance(report, pytest.TestReport):
                took[report.nodeid.partition("::")[0]] += report.duration
    if len(took) > MANY_FILES:
        longest = sorted(took, key=lambda file: -took[file])[:10]
        slowest = (f"{file} {took[file]:.0f} s" for file in longest)
        terminalreporter.write_line("slowest: " + ", ".join(slowest))


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Places for home folders, numbered by ourselves: `mktemp` reads them all for the next one."""
    base = tmp_path_factory.mktemp("homes").resolve()
    return (base / str(number) for number in count())


@pytest.fixture(autouse=True)
def empty_machine(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of this test alone and none of the variables that change what is shown."""
    home = next(homes)
    for name, folder in _FOLDERS.items():
        place = home / folder
        place.mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(place))
    for name in list(os.environ):
        if name in _SPOILERS or name.startswith("STAKETERM_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("LANG", "C.UTF-8")
    return home
