"""Invented mails for tests, and the files that hold them."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

from staketerm.exchange.mail.header import Mail, read_mail

ME = "me@work.example"
ANNA = "Anna Prins <anna@zuid.example>"
BRAM = "Bram Kok <bram@zuid.example>"
CARLA = "Carla Maas <carla@zuid.example>"
DIRK = "Dirk Smit <dirk@zuid.example>"
LIST = "plan@lists.example"

START = datetime(2026, 3, 2, 9, 0, tzinfo=timezone(timedelta(hours=1)))


def mail(id: str, sender: str, to: str, day: float = 0, **fields: str) -> bytes:
    """A mail with an id, `day` days after Monday 2 March 2026; `in_reply_to` and `references` take
    bare ids; any other field by its name with `_` for `-`."""
    moment = START + timedelta(days=day)
    lines = {
        "From": sender,
        "To": to,
        "Date": f"{moment:%a, %d %b %Y %H:%M:%S %z}",
        "Message-ID": f"<{id}@x.example>",
        "Subject": "Planning",
    }
    for name, value in fields.items():
        if name in ("in_reply_to", "references"):
            value = " ".join(f"<{each}@x.example>" for each in value.split())
        lines[name.replace("_", "-").title().replace("-Id", "-ID")] = value
    head = "".join(f"{name}: {value}\n" for name, value in lines.items() if value)
    return f"{head}\nDear all,\n\nFrom now on we meet weekly.\n".encode()


def read(raw: bytes) -> Mail:
    """The mail in `raw`, which has a sender."""
    found = read_mail(raw)
    assert found is not None
    return found


def mbox(path: Path, *mails: bytes) -> Path:
    """An mbox of `mails` at `path`."""
    path.write_bytes(
        b"".join(b"From x Mon Mar  2 09:00:00 2026\n" + each + b"\n" for each in mails)
    )
    return path


def maildir(path: Path, *mails: bytes) -> Path:
    """A Maildir of `mails` at `path`, the last first, every other one in a nested folder."""
    for n, each in enumerate(reversed(mails)):
        folder = path / ("cur" if n % 2 else ".Archive/new")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{n:03}.host:2,S").write_bytes(each)
    return path
