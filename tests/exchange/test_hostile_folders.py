"""A folder from somebody else is read as far as it goes: no link out of it, no pipe, no device."""

import json
import os
from pathlib import Path

import pytest

from staketerm.exchange.export import export
from staketerm.exchange.mail.source import find_mail, heads
from staketerm.exchange.own import preview
from staketerm.exchange.ownfiles import open_own
from staketerm.exchange.plan import ImportRefused
from staketerm.journal.opening import open_journal
from staketerm.journal.requests import AddStakeholder
from staketerm.journal.stakeholders.people import add_stakeholder
from tests.store.conftest import Hand

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links and pipes are of POSIX")

MAIL = b"From: a@example.org\nTo: b@example.org\nDate: Tue, 10 Nov 2026 09:00:00 +0000\n\nx\n"


def test_mail_is_read_within_its_folder_alone(tmp_path: Path) -> None:
    outside = tmp_path / "outside.eml"
    outside.write_bytes(MAIL.replace(b"a@", b"outside@"))
    box = tmp_path / "box"
    (box / "cur").mkdir(parents=True)
    (box / "cur" / "1").write_bytes(MAIL)
    (box / "cur" / "2").symlink_to(outside)
    (box / "cur" / "3").symlink_to("/dev/zero")
    (box / "cur" / "4").symlink_to("nowhere")
    (box / "5.eml").symlink_to(outside)
    (box / "6.eml").symlink_to(box / "cur" / "1")
    os.mkfifo(box / "7.eml")
    os.mkfifo(box / "8.mbox")
    (box / "9.eml").mkdir()
    found = [head.raw for head in heads(find_mail([box]))]
    assert len(found) == 2
    assert not [raw for raw in found if b"outside" in raw]


@pytest.mark.parametrize("what", ["link", "zero", "pipe"])
def test_an_export_is_read_within_its_folder_alone(tmp_path: Path, what: str) -> None:
    with open_journal(tmp_path / "a.db", clock=Hand()) as journal:
        add_stakeholder(journal, AddStakeholder(name="Ada Lens"))
        export(journal, tmp_path / "out")
    for name in ("stakeholder.csv", "manifest.json"):
        path = tmp_path / "out" / name
        kept = tmp_path / f"outside-{name}"
        path.rename(kept)
        if what == "pipe":
            os.mkfifo(path)
        else:
            path.symlink_to(kept if what == "link" else "/dev/zero")
        with open_journal(tmp_path / "b.db", clock=Hand()) as other, pytest.raises(ImportRefused):
            preview(other, tmp_path / "out")
        path.unlink()
        kept.rename(path)


@pytest.mark.parametrize("text", ["[" * 100_000, '{"format": "1.0", "files": 7}', "{", "\ud83d"])
def test_an_export_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "manifest.json").write_bytes(data)
    (tmp_path / "one.json").write_bytes(data)
    with pytest.raises(ImportRefused):
        open_own(tmp_path / "one.json")
    if "format" in text:
        assert open_own(tmp_path / "out").edited == ()
    else:
        with pytest.raises(ImportRefused):
            open_own(tmp_path / "out")


def test_names_in_a_manifest_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    with open_journal(tmp_path / "a.db", clock=Hand()) as journal:
        add_stakeholder(journal, AddStakeholder(name="Ada Lens"))
        export(journal, tmp_path / "out")
        (tmp_path / "stakeholder.csv").write_text("id,name\n")
        place = tmp_path / "out" / "manifest.json"
        said = json.loads(place.read_text())
        said["files"] = {"../stakeholder.csv": {}, str(tmp_path / "stakeholder.csv"): {}}
        place.write_text(json.dumps(said))
        assert preview(journal, tmp_path / "out").new == 0
        export(journal, tmp_path / "out")
        assert (tmp_path / "stakeholder.csv").exists()
