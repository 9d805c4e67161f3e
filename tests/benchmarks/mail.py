"""How fast mail is read, and in how much memory: `python3 run.py bench mail [MAILS]`.

Everything is a ratio. Speed: the whole way from file to ledger against a bare header parse of the
same file (`BytesHeaderParser` over the same split); at least 0.5 is wanted. Memory: the most a
process takes while reading a file, one with bodies four times as long, and one with four times as
many mails; 1.0 is flat. What remains is the ledger itself, which follows the mails I sent.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from email.parser import BytesHeaderParser
from pathlib import Path
from random import Random

from staketerm.exchange.mail.header import read_mail
from staketerm.exchange.mail.index import MailIndex
from staketerm.exchange.mail.ledger import Reading, ledger_of
from staketerm.exchange.mail.people import Known, who_is_who
from staketerm.exchange.mail.source import find_mail, heads

MAILS = 5_000
ROUNDS = 3
ME = "me@work.example"
PEOPLE = 200
RECEIVED = "".join(
    f"Received: from mx{n}.example (mx{n}.example [192.0.2.{n}])\n\tby mail.example with ESMTPS id"
    f" 4f{n}c;\n\tMon, 02 Mar 2026 09:00:0{n} +0100\n"
    for n in range(5)
)
SIGNED = "DKIM-Signature: v=1; a=rsa-sha256; d=example; s=x;\n" + "\tb=" + "Qk" * 140 + "\n"


def write_mbox(path: Path, mails: int, times: int = 1) -> None:
    """An invented mailbox: threads with others, newsletters, bodies of 2 to 60 kB, `times` over."""
    chance = Random(7)
    line = "The quick brown fox jumps over the lazy dog and writes a mail about it.\n"
    with path.open("w", encoding="ascii") as file:
        for n in range(mails):
            who = chance.randrange(PEOPLE)
            person = f"Person {who} Example <p{who}@zuid.example>"
            sender, to = (ME, person) if n % 3 == 0 else (person, f'"Me" <{ME}>, b{who}@x.example')
            answers = f"In-Reply-To: <{n - 1}@x>\nReferences: <{n - 3}@x>\n <{n - 1}@x>\n"
            file.write(
                f"From x Mon Mar  2 09:00:00 2026\n{RECEIVED}{SIGNED}From: {sender}\nTo: {to}\n"
                f"Cc: Team <team@x.example>, c{who}@x.example\nMessage-ID: <{n}@x>\n"
                f"Date: Mon, {n % 28 + 1:02} Mar 2026 09:00:00 +0100\n{answers if n % 4 else ''}"
                f"Subject: =?utf-8?q?Planning_caf=C3=A9?= {n}\n"
                f"{'List-Unsubscribe: <https://x.example>' if n % 7 == 5 else 'X-Y: z'}\n\n"
            )
            file.write(line * chance.randrange(30, 800) * times + "\n")


def bare(path: Path) -> None:
    """The baseline: split and parse the headers, keep nothing."""
    parser = BytesHeaderParser()
    for head in heads(find_mail([path])):
        parser.parsebytes(head.raw)


def whole(path: Path) -> None:
    """All that a preview does with a file."""
    own = frozenset({ME})
    with MailIndex(own) as index:
        for head in heads(find_mail([path])):
            if mail := read_mail(head.raw):
                index.add(mail)
        people = who_is_who(
            index.names, Known({}), own=own, lists=index.lists, writers=index.senders
        )
        reading = Reading(people.key, own, people.is_list, index.root, None)
        ledger_of(index.sent_letters(), index.received_letters(), reading)
        index.counts()


def seconds(work: Callable[[Path], None], path: Path) -> float:
    """Processor time of the quickest of some rounds."""
    times = []
    for _round in range(ROUNDS):
        start = time.process_time()
        work(path)
        times.append(time.process_time() - start)
    return min(times)


def peak(path: Path) -> float:
    """The most memory, in MB, that a fresh process has while it reads `path`."""
    done = subprocess.run(
        [sys.executable, __file__, "--peak", str(path)], check=True, capture_output=True, text=True
    )
    return float(done.stdout)


def own_peak() -> float:
    """The most memory this process had, in MB; Linux tells it apart from that of its parent."""
    status = Path("/proc/self/status")
    if status.exists():
        [line] = [line for line in status.read_text().splitlines() if line.startswith("VmHWM")]
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def say(line: str) -> None:
    """One line of the result."""
    sys.stdout.write(f"{line}\n")


def main(mails: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        small, long, many = (Path(folder) / name for name in ("small", "long", "many"))
        write_mbox(small, mails)
        write_mbox(long, mails, times=4)
        write_mbox(many, mails * 4)
        base, ours = seconds(bare, small), seconds(whole, small)
        megabytes = small.stat().st_size / 1e6
        say(f"{mails} mails, {megabytes:.0f} MB: {mails / ours:.0f} mails a second")
        say(f"speed   {base / ours:5.2f} of a bare header parse (wanted: at least 0.50)")
        one = peak(small)
        say(f"memory  {peak(long) / one:5.2f} for four times the bytes ({one:.1f} MB at first)")
        say(f"memory  {peak(many) / one:5.2f} for four times the mails")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peak"]:
        whole(Path(sys.argv[2]))
        say(str(own_peak()))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else MAILS)
