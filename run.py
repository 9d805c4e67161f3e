"""Run staketerm from a clone: sets up what it needs beside itself, once, and then starts it.

    python3 run.py                  open the program
    python3 run.py demo             the same on sample data; any staketerm command goes here
    python3 run.py test [...]       run the tests, two at a time; what follows is for pytest
    python3 run.py test --server    the tests of a journal, all of them on a PostgreSQL server
    python3 run.py check            lint, format, types, layers, pins: all that CI asks beside tests
    python3 run.py bench [NAME ...] run a benchmark; without a name the list of them
    python3 run.py screenshots      draw the pictures in screenshots/ from the demo data
    python3 run.py --reset [...]    build the environment in .venv anew, then go on as above

Needs Python 3.11 or newer and nothing else: the standard library sets up the rest, with uv where it
is there, with pip where it is not. Old Pythons must be able to read this file, to be told so:
no f-strings here.
"""

import contextlib
import io
import os
import sys
from collections.abc import Iterable, Iterator

if sys.version_info < (3, 11):
    sys.exit("staketerm needs Python 3.11 or newer; this is {}.{}.{}".format(*sys.version_info[:3]))

ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
STAMP = os.path.join(VENV, "staketerm-set-up")
UNDER_WAY = os.path.join(VENV, "staketerm-set-up-under-way")
LOCK = os.path.join(ROOT, ".venv.lock")

EXTRAS = {"test": {"test"}, "check": {"test", "lint"}, "bench": {""}, "screenshots": {"test"}}
LAYERS = "from importlinter.cli import lint_imports_command as check; check()"
CHECKS = (
    ("ruff check", ("-m", "ruff", "check", "--quiet")),
    ("ruff format --check", ("-m", "ruff", "format", "--check", "--quiet")),
    ("mypy --strict", ("-m", "mypy", "--no-error-summary")),
    ("import-linter", ("-c", LAYERS, "--no-logo")),
)

TWO_AT_A_TIME = ["-n", "2", "--dist", "worksteal"]
ONE_AT_A_TIME = ("-n", "--numprocesses", "--dist", "--pdb", "--trace", "-s", "--snapshot-update")

NO_INSTALLER = (
    "The first start needs pip 22.3 or newer, or uv, to fetch the packages; this Python has\n"
    "neither. On Debian or Ubuntu: apt install python3-pip. Elsewhere: https://docs.astral.sh/uv"
)
NO_INDEX = (
    "No package index answered; the first start fetches packages from one. Check the network,\n"
    "or name your own index in PIP_INDEX_URL (UV_DEFAULT_INDEX for uv), and start again."
)
NOT_INSTALLED = "The packages could not be installed; the reason is above."
NO_ANSWER = (  # as pip and uv put it when the index, not the package, is what is missing
    "(from versions: none)",
    "failed to establish a new connection",
    "connection refused",
    "connection broken",
    "connection timed out",
    "read timed out",
    "name resolution",
    "error sending request",
    "failed to fetch",
    "could not connect",
)


class SetUpFailed(Exception):
    """The environment could not be built; the message says why and what to do."""


def say(text: str) -> None:
    """Tell the person at the terminal; stdout belongs to the program that follows."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def split(arguments: list[str]) -> tuple[bool, str, list[str]]:
    """(reset, verb, rest) of a command line; the verb is "" where staketerm gets it all."""
    reset = arguments[:1] == ["--reset"]
    rest = arguments[1:] if reset else arguments
    if rest and rest[0] in EXTRAS:
        return reset, rest[0], rest[1:]
    return reset, "", rest


def digest() -> str:
    """What the environment depends on: where it lies, what is asked for, and the pins."""
    import hashlib

    parts = hashlib.sha256(os.fsencode(ROOT))
    for name in ("pyproject.toml", "constraints.txt"):
        with open(os.path.join(ROOT, name), "rb") as file:
            parts.update(b"\0" + file.read())
    return parts.hexdigest()


def installed() -> set[str]:
    """The extras of a finished, current environment (with "" for the program); else empty."""
    if not os.path.exists(PYTHON) or os.path.exists(UNDER_WAY):
        return set()
    try:
        with open(STAMP, encoding="utf-8") as file:
            mark, *extras = file.read().split()
    except (OSError, ValueError):
        return set()
    return {"", *extras} if mark == digest() else set()


def write_stamp(extras: set[str]) -> None:
    """Say that the environment is finished and current, and with which extras."""
    with open(STAMP + ".new", "w", encoding="utf-8") as file:
        file.write(" ".join([digest(), *sorted(extras - {""})]) + "\n")
    os.replace(STAMP + ".new", STAMP)


@contextlib.contextmanager
def locked() -> Iterator[None]:
    """Hold the one lock on .venv. An installer we start keeps it too, should we be killed."""
    with open(LOCK, "a+", encoding="utf-8") as file:
        os.set_inheritable(file.fileno(), True)
        if not take(file, wait=False):
            say("Another start is setting up .venv; waiting for it.")
            take(file, wait=True)
        yield


if sys.platform == "win32":

    def take(file: io.TextIOWrapper, wait: bool) -> bool:
        """Lock an open file for this process alone; whether that worked."""
        import msvcrt

        while True:
            try:
                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    return False
            else:
                return True

else:

    def take(file: io.TextIOWrapper, wait: bool) -> bool:
        """Lock an open file for this process alone; whether that worked."""
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except OSError:
            return False
        return True


def make_ready(extras: set[str], reset: bool) -> None:
    """See to it that .venv holds the program and these extras, as pinned; raises SetUpFailed."""
    if not reset and extras <= installed():
        return
    with locked():
        present = set() if reset else installed()
        if extras <= present:
            return
        say("Setting up .venv beside run.py: fetching packages, half a minute or so.")
        if reset or not usable():
            remove(VENV)
        install(extras | present)


def usable() -> bool:
    """Whether .venv can be built upon: never left half-built, its Python there and new enough."""
    import subprocess

    if os.path.exists(UNDER_WAY) or not os.path.exists(PYTHON):
        return False
    question = "import sys; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.call([PYTHON, "-c", question]) == 0
    except OSError:
        return False


def remove(place: str) -> None:
    """Remove .venv, or the link that stands in its stead."""
    import shutil

    if os.path.islink(place):
        os.unlink(place)
    elif os.path.exists(place):
        shutil.rmtree(place)


def install(extras: set[str]) -> None:
    """Bring .venv to what pyproject.toml and constraints.txt say; raises SetUpFailed.

    The mark "under way" outlives a process that is killed; the next start then begins afresh.
    """
    import venv

    was_finished = os.path.exists(STAMP)
    os.makedirs(VENV, exist_ok=True)
    with open(UNDER_WAY, "w", encoding="utf-8"):
        pass
    if not os.path.exists(PYTHON):
        venv.EnvBuilder(symlinks=os.name != "nt").create(VENV)
    wanted = ",".join(sorted(extras - {""}))
    package = "-e.[{}]".format(wanted) if wanted else "-e."
    try:
        fetch(["-q", package, "-c", "constraints.txt"])
    except SetUpFailed:
        if was_finished:  # refused before anything was replaced: what was there still works
            os.unlink(UNDER_WAY)
        raise
    write_stamp(extras)
    os.unlink(UNDER_WAY)


def fetch(arguments: list[str]) -> None:
    """Install by the first installer that can; raises SetUpFailed if none is there or none can."""
    said = ""
    for command in installers():
        code, said = run_quietly(command + arguments)
        if code == 0:
            return
    if not said:
        raise SetUpFailed(NO_INSTALLER)
    say(said)
    unanswered = any(words in said.lower() for words in NO_ANSWER)
    raise SetUpFailed(NO_INDEX if unanswered else NOT_INSTALLED)


def installers() -> Iterator[list[str]]:
    """The commands that install into .venv, best first: uv, the pip outside, a pip inside.

    The pip outside is quicker than building one in, and is all there is on a Debian without
    python3-venv, whose Python has no ensurepip.
    """
    import importlib.util
    import shutil

    uv = shutil.which("uv")
    if uv:
        yield [uv, "pip", "install", "--python", PYTHON]
    install = ["install", "--no-input", "--disable-pip-version-check"]
    if pip_version(run_quietly([sys.executable, "-m", "pip", "--version"])[1]) >= (22, 3):
        yield [sys.executable, "-m", "pip", "--python", PYTHON, *install]
    elif importlib.util.find_spec("ensurepip"):
        run_quietly([PYTHON, "-m", "ensurepip"])
        yield [PYTHON, "-m", "pip", *install]


def pip_version(words: str) -> tuple[int, int]:
    """(major, minor) out of what `pip --version` says; (0, 0) if it says something else."""
    import re

    found = re.match(r"pip (\d+)\.(\d+)", words)
    return (int(found.group(1)), int(found.group(2))) if found else (0, 0)


def run_quietly(command: list[str]) -> tuple[int, str]:
    """(exit code, all it said) of a command run in the project's folder."""
    import subprocess

    done = subprocess.run(
        command,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
        close_fds=False,  # it holds the lock as long as it runs
    )
    return done.returncode, done.stdout.strip()


def become(arguments: list[str]) -> int:
    """Go on as the Python of .venv with these arguments; its exit code is ours."""
    command = [PYTHON, *arguments]
    if os.name != "nt":
        os.execv(PYTHON, command)
    import subprocess

    child = subprocess.Popen(command)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:  # the child got it too, and decides what it means
            continue


def for_pytest(arguments: list[str]) -> list[str]:
    """What pytest is told: two processes for the whole suite, as asked where a part is named."""
    for word in arguments:
        if word.startswith(ONE_AT_A_TIME) or os.path.exists(word.partition("::")[0]):
            return arguments
    return TWO_AT_A_TIME + arguments


def benches() -> dict[str, str]:
    """What each benchmark in tests/benchmarks measures, by its name."""
    import ast
    import re

    folder = os.path.join(ROOT, "tests", "benchmarks")
    found = {}
    for entry in sorted(os.listdir(folder)):
        name, is_module, _rest = entry.partition(".py")
        path = os.path.join(folder, entry, *(() if is_module else ("__main__.py",)))
        if not os.path.isfile(path):
            continue
        with open(path, encoding="utf-8") as file:
            source = file.read()
        if '__name__ == "__main__"' in source:
            told = ast.get_docstring(ast.parse(source)) or ""
            found[name] = re.split(r"\.|: `", told, maxsplit=1)[0]
    return found


def bench(arguments: list[str]) -> int:
    """Go on as the benchmark that is named first; the list of them where none is, or no such."""
    known = benches()
    if arguments and arguments[0] in known:
        return become(["-m", "tests.benchmarks." + arguments[0], *arguments[1:]])
    if arguments:
        say("No benchmark is called {!r}. There are:".format(arguments[0]))
    for name, measures in known.items():
        say("  {:<12} {}".format(name, measures))
    return 2 if arguments else 0


def check() -> int:
    """Run every check, tell what failed; 0 if all passed, else 1."""
    import subprocess

    os.chdir(ROOT)
    failed = []
    for name, arguments in CHECKS:
        say("-- " + name)
        if subprocess.call([PYTHON, *arguments]) != 0:
            failed.append(name)
    say("-- no addresses among the pins")
    named = addresses(pin_files())
    for line in named:
        say(line)
    failed += ["addresses"] if named else []
    say("Failed: " + ", ".join(failed) if failed else "All checks passed.")
    return 1 if failed else 0


def pin_files() -> list[str]:
    """The files that pin packages: constraints.txt and every lock file that git keeps."""
    import subprocess

    patterns = ["*constraints*.txt", "*requirements*.txt", "*.lock", "*pylock*.toml"]
    try:
        command = ["git", "ls-files", "-z", "--", *patterns]
        kept = subprocess.check_output(command, cwd=ROOT)
    except (OSError, subprocess.CalledProcessError):  # an unpacked archive, not a clone
        kept = b""
    return sorted({"constraints.txt", *os.fsdecode(kept).split("\0")} - {""})


def addresses(names: Iterable[str]) -> list[str]:
    """Every line in these files that names a place to fetch from, as file:line: text."""
    import re

    place = re.compile(r"\w://|--(extra-)?index|--find-links|\s@\s")
    found = []
    for name in names:
        with open(os.path.join(ROOT, name), encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                if place.search(line):
                    found.append("{}:{}: {}".format(name, number, line.strip()))
    return found


def main(arguments: list[str]) -> int:
    """Set up what is missing and do what the command line asks for; returns the exit code."""
    reset, verb, rest = split(arguments)
    try:
        make_ready({"", *EXTRAS.get(verb, ())}, reset)
    except SetUpFailed as reason:
        say(str(reason))
        return 1
    except KeyboardInterrupt:
        say("Stopped; the next start sets up afresh.")
        return 130
    if reset and not verb and not rest:
        return 0
    if verb == "check":
        return check()
    if not verb:
        return become(["-P", "-m", "staketerm", *rest])
    os.chdir(ROOT)
    if verb == "test":
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # each process would compile all tests anew
        return become(["-m", "pytest", *for_pytest(rest)])
    if verb == "bench":
        return bench(rest)
    return become(["-m", "tests.screenshots", *rest])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
