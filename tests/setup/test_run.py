"""run.py: what it decides before and around setting up."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import run

PROJECT = Path(run.ROOT)


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """run.py as if it lay in an empty folder with a pyproject.toml and pins, and no .venv yet."""
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    (tmp_path / "constraints.txt").write_text("click==8.5.1\n", encoding="utf-8")
    venv = tmp_path / ".venv"
    monkeypatch.setattr(run, "ROOT", str(tmp_path))
    monkeypatch.setattr(run, "VENV", str(venv))
    monkeypatch.setattr(run, "PYTHON", str(venv / "bin" / "python"))
    monkeypatch.setattr(run, "STAMP", str(venv / "stamp"))
    monkeypatch.setattr(run, "UNDER_WAY", str(venv / "under-way"))
    monkeypatch.setattr(run, "LOCK", str(tmp_path / "lock"))
    return tmp_path


@pytest.fixture
def fetched(elsewhere, monkeypatch):
    """What would have been installed, line by line, with nothing fetched."""
    asked: list[list[str]] = []
    monkeypatch.setattr(run, "fetch", asked.append)
    return asked


@pytest.mark.parametrize(
    ("line", "understood"),
    [
        ([], (False, "", [])),
        (["demo", "--into", "x"], (False, "", ["demo", "--into", "x"])),
        (["test", "-q"], (False, "test", ["-q"])),
        (["check"], (False, "check", [])),
        (["bench", "positions", "--quick"], (False, "bench", ["positions", "--quick"])),
        (["--reset"], (True, "", [])),
        (["--reset", "test", "-x"], (True, "test", ["-x"])),
        (["log", "ada", "test"], (False, "", ["log", "ada", "test"])),
        (["list", "--reset"], (False, "", ["list", "--reset"])),
    ],
)
def test_only_the_first_word_is_for_run_py_and_the_rest_is_passed_on(line, understood):
    assert run.split(line) == understood


def test_the_first_start_sets_up_and_the_second_does_not(fetched, capsys):
    run.make_ready({""}, reset=False)
    assert fetched == [["-q", "-e.", "-c", "constraints.txt"]]
    assert capsys.readouterr().err.count("\n") == 1

    run.make_ready({""}, reset=False)
    assert len(fetched) == 1
    assert capsys.readouterr() == ("", "")


def test_test_tools_come_when_asked_for_and_stay(fetched):
    run.make_ready({""}, reset=False)
    run.make_ready({"", "test"}, reset=False)
    run.make_ready({""}, reset=False)
    assert [line[1] for line in fetched] == ["-e.", "-e.[test]"]

    run.make_ready({"", "lint"}, reset=False)
    assert fetched[-1][1] == "-e.[lint,test]"


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_changed_dependencies_or_pins_are_installed_at_the_next_start(fetched, elsewhere, name):
    run.make_ready({""}, reset=False)
    with (elsewhere / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    run.make_ready({""}, reset=False)
    assert len(fetched) == 2


def test_a_moved_clone_is_installed_anew(fetched, elsewhere, monkeypatch):
    run.make_ready({""}, reset=False)
    moved = elsewhere / "moved"
    moved.mkdir()
    for name in ("pyproject.toml", "constraints.txt"):
        (moved / name).write_bytes((elsewhere / name).read_bytes())
    monkeypatch.setattr(run, "ROOT", str(moved))
    assert run.installed() == set()


def test_a_set_up_that_was_killed_is_begun_afresh(fetched, elsewhere):
    run.make_ready({""}, reset=False)
    (elsewhere / ".venv" / "under-way").touch()
    leftover = elsewhere / ".venv" / "half-written"
    leftover.touch()
    run.make_ready({""}, reset=False)
    assert not leftover.exists()
    assert run.installed() == {""}


def test_reset_builds_anew_with_nothing_of_before(fetched, elsewhere):
    run.make_ready({"", "test"}, reset=False)
    leftover = elsewhere / ".venv" / "of-before"
    leftover.touch()
    run.make_ready({""}, reset=True)
    assert not leftover.exists()
    assert run.installed() == {""}


def test_an_environment_made_by_hand_is_built_upon_and_not_removed(fetched, elsewhere):
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", ".venv"], cwd=elsewhere)
    theirs = elsewhere / ".venv" / "theirs"
    theirs.touch()
    run.make_ready({""}, reset=False)
    assert theirs.exists()
    assert run.installed() == {""}


def test_a_refused_update_leaves_the_working_environment_usable(elsewhere, fetched, monkeypatch):
    run.make_ready({""}, reset=False)

    def refuse(arguments):
        raise run.SetUpFailed("no")

    monkeypatch.setattr(run, "fetch", refuse)
    with pytest.raises(run.SetUpFailed):
        run.make_ready({"", "test"}, reset=False)
    assert run.installed() == {""}


def test_a_refused_first_set_up_says_why_and_counts_as_half_built(elsewhere, monkeypatch, capsys):
    monkeypatch.setattr(run, "installers", lambda: iter([[sys.executable, "-c", REFUSAL]]))
    assert run.main([]) == 1
    said = capsys.readouterr().err
    assert "No package index answered" in said
    assert "PIP_INDEX_URL" in said
    assert run.installed() == set()
    assert not run.usable()


REFUSAL = "import sys; sys.exit('ERROR: no matching version for click (from versions: none)')"


def test_without_any_installer_the_remedy_is_named(elsewhere, monkeypatch, capsys):
    monkeypatch.setattr(run, "installers", lambda: iter([]))
    assert run.main([]) == 1
    assert "apt install python3-pip" in capsys.readouterr().err


def test_a_conflict_of_versions_is_not_blamed_on_the_network(elsewhere, monkeypatch, capsys):
    conflict = "import sys; sys.exit('ERROR: ResolutionImpossible: click 7 and click 8')"
    monkeypatch.setattr(run, "installers", lambda: iter([[sys.executable, "-c", conflict]]))
    assert run.main([]) == 1
    said = capsys.readouterr().err
    assert "click 7 and click 8" in said
    assert "index answered" not in said


def test_the_next_installer_is_tried_when_the_first_cannot(elsewhere, monkeypatch):
    fails, works = [sys.executable, "-c", REFUSAL], [sys.executable, "-c", ""]
    monkeypatch.setattr(run, "installers", lambda: iter([fails, works]))
    run.make_ready({""}, reset=False)
    assert run.installed() == {""}


@pytest.mark.parametrize(
    ("words", "version"),
    [
        ("pip 23.0.1 from /usr/lib/python3/dist-packages/pip (python 3.11)", (23, 0)),
        ("pip 22.3 from somewhere", (22, 3)),
        ("/usr/bin/python3: No module named pip", (0, 0)),
    ],
)
def test_the_pip_outside_is_used_only_when_it_can_install_elsewhere(words, version):
    assert run.pip_version(words) == version


def test_the_exit_code_of_the_program_is_the_exit_code_of_run_py():
    ending = "run.PYTHON = sys.executable; sys.exit(run.become(['-c', 'raise SystemExit(10)']))"
    done = subprocess.run([sys.executable, "-c", "import run, sys; " + ending], cwd=PROJECT)
    assert done.returncode == 10


@pytest.mark.parametrize("line", [[], ["-q"], ["-m", "not slow"], ["-x", "-k", "due"]])
def test_the_whole_suite_runs_in_two_processes(elsewhere, line):
    assert run.for_pytest(line) == ["-n", "2", "--dist", "worksteal", *line]


@pytest.mark.parametrize(
    "line",
    [
        ["tests/store"],
        ["tests/store/test_undo.py::test_one", "-x"],
        ["-n", "4"],
        ["-n0", "-q"],
        ["--pdb"],
        ["--snapshot-update"],
    ],
)
def test_a_part_of_it_or_a_chosen_way_runs_as_asked(elsewhere, monkeypatch, line):
    monkeypatch.chdir(elsewhere)
    (elsewhere / "tests" / "store").mkdir(parents=True)
    (elsewhere / "tests" / "store" / "test_undo.py").touch()
    assert run.for_pytest(line) == line


def test_test_is_pytest_in_the_environment_and_in_the_clone(fetched, elsewhere, monkeypatch):
    became: list[list[str]] = []

    def become(arguments):
        became.append(arguments)
        return 0

    monkeypatch.setattr(run, "become", become)
    monkeypatch.chdir(elsewhere.parent)
    assert run.main(["test", "-x"]) == 0
    assert became == [["-m", "pytest", *run.TWO_AT_A_TIME, "-x"]]
    assert Path.cwd() == elsewhere
    assert fetched[-1][1] == "-e.[test]"


@pytest.fixture
def benchmarks(elsewhere):
    """Two benchmarks, one of them a folder, beside a module that is none."""
    folder = elsewhere / "tests" / "benchmarks"
    (folder / "reading").mkdir(parents=True)
    begins = 'if __name__ == "__main__":\n    main()\n'
    (folder / "log.py").write_text('"""What one log costs. By hand."""\n' + begins, "utf-8")
    (folder / "reading" / "__main__.py").write_text('"""How well: `x`"""\n' + begins, "utf-8")
    (folder / "measure.py").write_text('"""Measuring in ratios."""\n', "utf-8")
    return folder


def test_bench_alone_lists_what_can_be_measured(fetched, benchmarks, monkeypatch, capsys):
    monkeypatch.chdir(benchmarks)
    assert run.benches() == {"log": "What one log costs", "reading": "How well"}
    assert run.main(["bench"]) == 0
    said = capsys.readouterr().err
    assert "  log          What one log costs\n  reading      How well\n" in said
    assert run.main(["bench", "measure"]) == 2
    assert "No benchmark is called 'measure'" in capsys.readouterr().err


def test_bench_with_a_name_is_that_benchmark_in_the_environment(fetched, benchmarks, monkeypatch):
    became: list[list[str]] = []

    def become(arguments):
        became.append(arguments)
        return 0

    monkeypatch.setattr(run, "become", become)
    monkeypatch.chdir(benchmarks)
    assert run.main(["bench", "reading", "--quick"]) == 0
    assert became == [["-m", "tests.benchmarks.reading", "--quick"]]
    assert Path.cwd() == Path(run.ROOT)


def test_every_benchmark_says_in_one_line_what_it_measures():
    measured = run.benches()
    assert {"positions", "nurture", "start"} <= measured.keys()
    assert all(10 < len(said) < 80 for said in measured.values())


@pytest.mark.parametrize(
    "line",
    [
        "click==8.5.1 @ file:///somewhere/click.whl",
        "--index-url https://packages.example/simple",
        "--find-links wheels",
        "click @ git+ssh://host.example/click",
    ],
)
def test_pins_that_name_a_place_are_reported_with_file_and_line(elsewhere, line):
    pins = "rich==15.0.0\n" + line + "\n"
    (elsewhere / "constraints.txt").write_text(pins, encoding="utf-8")
    assert run.addresses(["constraints.txt"]) == ["constraints.txt:2: " + line]


def test_lock_files_that_git_keeps_are_looked_at_too(elsewhere):
    for name in ("poetry.lock", "uv.lock", "notes.txt"):
        (elsewhere / name).touch()
    for command in (["init", "-q"], ["add", "poetry.lock", "notes.txt", "constraints.txt"]):
        subprocess.run(["git", *command], cwd=elsewhere, check=True)
    assert run.pin_files() == ["constraints.txt", "poetry.lock"]


def test_an_unpacked_archive_without_git_is_checked_as_well(elsewhere, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(elsewhere.parent))
    assert run.pin_files() == ["constraints.txt"]


def test_python_3_4_can_read_the_file_far_enough_to_be_told_it_is_too_old():
    ast.parse((PROJECT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 4))
