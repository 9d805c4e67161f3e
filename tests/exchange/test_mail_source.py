"""Mail is found in files and folders of every usual form, by its headers alone."""

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staketerm.exchange.mail import source
from staketerm.exchange.mail.source import find_mail, heads, looks_like_mail, mbox_heads
from staketerm.exchange.plan import ImportRefused, Problem, Progress
from tests.exchange.mailbag import ANNA, ME, mail, maildir, mbox, read

ONE, TWO, THREE = (mail(name, ANNA, ME) for name in ("one", "two", "three"))


def subjects(data: bytes) -> list[bytes]:
    return [re.findall(rb"Subject: (\w+)", raw)[0] for raw in mbox_heads(io.BytesIO(data))]


def ids(*paths) -> list[str]:
    mails = (read(head.raw) for head in heads(find_mail(paths)))
    return [each.id.partition("@")[0] for each in mails]


def test_mbox_is_read_mail_by_mail(tmp_path):
    assert ids(mbox(tmp_path / "Inbox", ONE, TWO, THREE)) == ["one", "two", "three"]


def test_body_that_begins_a_line_with_from_is_no_mail():
    body = b"Hello,\n\nFrom now on we meet weekly.\nSee you\n\n"
    assert subjects(b"From a\nSubject: x\n\n" + body + b"From b\nSubject: y\n") == [b"x", b"y"]


def test_from_line_without_blank_line_before_it_is_part_of_the_body():
    assert subjects(b"From a\nSubject: x\n\nHello\nFrom b\nSubject: y\n\nbody\n") == [b"x"]


def test_mbox_with_foreign_line_ends_marks_and_letters_in_its_from_lines():
    text = "\nFrom Zoë Mon\r\nSubject: x\r\n\r\nbody\r\n\r\nFrom é\r\nSubject: y\r\n\r\n"
    assert subjects(text.encode("utf-8-sig")) == [b"x", b"y"]
    assert subjects(text.encode("cp1252")) == [b"x", b"y"]


def test_mail_without_body_does_not_hide_the_next():
    assert subjects(b"From a\nSubject: x\n\nFrom b\nSubject: y\n\n") == [b"x", b"y"]


def test_empty_mbox_holds_no_mail(tmp_path):
    assert ids(mbox(tmp_path / "Trash")) == []


def test_maildir_is_read_with_its_nested_folders(tmp_path):
    assert sorted(ids(maildir(tmp_path / "mail", ONE, TWO, THREE))) == ["one", "three", "two"]


def test_files_of_a_maildir_that_are_being_delivered_are_left_alone(tmp_path):
    folder = maildir(tmp_path / "mail", ONE)
    (folder / "tmp").mkdir()
    (folder / "tmp" / "1").write_bytes(TWO)
    assert ids(folder) == ["one"]


def test_folder_of_eml_and_mbox_files_is_read(tmp_path):
    (tmp_path / "a.eml").write_bytes(ONE)
    (tmp_path / "B.EML").write_bytes(b"From x\n" + TWO)
    (tmp_path / "Inbox.msf").write_bytes(b"// index")
    (tmp_path / "notes.txt").write_text("From nothing")
    below = tmp_path / "Inbox.sbd"
    below.mkdir()
    mbox(below / "Sent", THREE)
    assert ids(tmp_path) == ["two", "one", "three"]


def test_single_eml_is_read(tmp_path):
    file = tmp_path / "one.eml"
    file.write_bytes(ONE)
    assert ids(file) == ["one"]
    assert looks_like_mail(file)


def test_sent_folders_are_known_by_name(tmp_path):
    for name in ("Sent", "INBOX.Verzonden items", "Inbox"):
        (tmp_path / name).mkdir()
        mbox(tmp_path / name / "mbox", ONE)
    assert [head.sent for head in heads(find_mail([tmp_path]))] == [True, False, True]


NO_MAIL = [
    None,
    b"just words\n",
    b"\x89PNG\r\n\x1a\n",
    b"BEGIN:VCARD\nVERSION:4.0\nFN:Anna Prins\nEND:VCARD\n",
    b"Name,From: address\nAnna Prins,anna@zuid.example\n",
    b"Subject: words\n\nFrom: nobody\n",
]


@pytest.mark.parametrize("content", NO_MAIL)
def test_what_is_no_mail_is_refused_by_name(tmp_path, content):
    file = tmp_path / "file"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ImportRefused, match=re.escape(str(file))):
        find_mail([file])
    assert not looks_like_mail(file)


def test_folder_without_mail_is_refused(tmp_path):
    with pytest.raises(ImportRefused, match="no mail"):
        find_mail([tmp_path])
    assert not looks_like_mail(tmp_path)


def test_file_that_cannot_be_read_is_named_and_the_others_are_read(tmp_path):
    files = find_mail([maildir(tmp_path / "mail", ONE, TWO)])
    files[0].path.unlink()
    skipped: list[Problem] = []
    assert len(list(heads(files, skipped=skipped))) == 1
    assert [problem.file for problem in skipped] == [str(files[0].path)]


def test_progress_counts_bytes_up_to_the_whole(tmp_path):
    files = find_mail([mbox(tmp_path / "mbox", ONE, TWO), maildir(tmp_path / "mail", THREE)])
    told: list[Progress] = []
    list(heads(files, progress=told.append))
    assert [each.done for each in told] == sorted({each.done for each in told})
    assert told[-1].done == told[-1].total == sum(file.size for file in files)


def by_lines(data: bytes) -> list[bytes]:
    """The same splitting, line by line, as the rule is told."""
    lines = data.split(b"\n")
    found: list[list[bytes]] = []
    inside = False
    for n, line in enumerate(lines[:-1]):
        blank = n == 0 or lines[n - 1] in (b"", b"\r")
        field = re.match(rb">?From |[!-9;-~]+[ \t]*:", lines[n + 1])
        if blank and line.startswith(b"From ") and field:
            found.append([])
            inside = True
        elif line in (b"", b"\r"):
            inside = False
        elif inside:
            found[-1].append(line)
    if inside:
        found[-1].append(lines[-1])
    return [b"\n".join(head) for head in found]


def ends_cut(head: bytes) -> bytes:
    """A header without the end of its last line."""
    return head.removesuffix(b"\n").removesuffix(b"\r")


LINES = st.lists(
    st.sampled_from(
        [
            b"",
            b"\r",
            b"From a",
            b"From ",
            b"Subject: x",
            b"X-Y : z\r",
            b" folded",
            b"text",
            b"From: a",
        ]
    ),
    max_size=30,
)


@given(lines=LINES, chunk=st.integers(1, 40))
def test_splitting_is_the_same_wherever_the_chunks_end(lines, chunk):
    data = source._trimmed(b"\n".join(lines))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(source, "CHUNK", chunk)
        found = [
            raw.removesuffix(b"\n").removesuffix(b"\r") for raw in mbox_heads(io.BytesIO(data))
        ]
    assert found == [head.removesuffix(b"\n") for head in by_lines(data)]


def test_header_without_end_is_cut(monkeypatch):
    monkeypatch.setattr(source, "HEADER_LIMIT", 100)
    monkeypatch.setattr(source, "CHUNK", 10)
    [raw] = mbox_heads(io.BytesIO(b"From a\nSubject: x\n" + b"X: y\n" * 1_000))
    assert len(raw) == 100
