"""What colleagues do between two exchanges, on few rows that all of them are busy with.

The fewer the cells the more of them meet: with many, most stories have no conflict at all
(storage-sync 1.3). Each deed takes a number, which decides what is left open; the same number does
the same.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from pathlib import Path

from staketerm.domain.errors import NotFound, UsageError
from staketerm.exchange.sync.disputes import decide, disputes
from staketerm.journal import capture, history
from staketerm.journal.erasing import erase
from staketerm.journal.requests import LogSignal
from staketerm.journal.writing import involvement_id
from staketerm.store.records import Involvement, Row, Signal, Stakeholder
from staketerm.store.shapes import BY_TABLE
from tests.exchange.sync.colleagues import Colleague, Team, lay
from tests.exchange.sync.witness import Witness, all_cells
from tests.store.people import ident

ADA, BO, OFFICE, CANARY = (ident(n) for n in range(2, 6))
SIGNALS = (ident(100), ident(101))
CANARY_WORD = "zq7431"
"""What stands in every text of whoever is erased."""

BUSY = ((Stakeholder, ADA, "job"), (Stakeholder, BO, "job"), *((Signal, s, None) for s in SIGNALS))
"""The cells that everybody changes."""

DAY = date(2026, 1, 5)


def cast(team: Team) -> None:
    """Two people, their office, one who will be erased; an act of each."""
    first = team.colleagues[0].journal
    named = {ADA: "Ada Lens", BO: "Bo Mast", OFFICE: "Office", CANARY: f"Cy {CANARY_WORD}"}
    acts = dict(zip((*SIGNALS, ident(102)), (ADA, BO, CANARY), strict=True))
    with first.write("begin") as writing:
        for who, name in named.items():
            kind = "organisation" if who == OFFICE else "person"
            handle = name.partition(" ")[0].lower()
            writing.put(
                Stakeholder(id=who, kind=kind, name=name, folded=name.lower(), handle=handle)
            )
            writing.involve(who, team.project)
        for row, who in acts.items():
            note = f"note {CANARY_WORD}" if who == CANARY else "note"
            project, kind = team.project, "contact"
            writing.put(
                Signal(id=row, stakeholder=who, project=project, day=DAY, kind=kind, note=note)
            )


class Deeds:
    """The deeds of a team, one after the other; `witness` sees what becomes of every value."""

    def __init__(self, team: Team) -> None:
        self.team = team
        self.witness = Witness(BUSY)
        self.faults: list[str] = []
        self._count = 0
        for each in team.colleagues:
            self.witness.gave(each)

    def do(self, deed: str, who: int, n: int) -> None:
        """One deed of the colleague of that number."""
        colleague = self.team.colleagues[who % len(self.team.colleagues)]
        self._count += 1
        if deed in OF_THE_FOLDER:
            OF_THE_FOLDER[deed](self, colleague, n)
            return
        with self.witness.watching(colleague), suppress(NotFound, UsageError):
            OF_THE_JOURNAL[deed](self, colleague, n)

    def word(self) -> str:
        """A value that was never written before."""
        return f"word {self._count}"

    @contextmanager
    def _of_others_untouched(self, who: Colleague) -> Iterator[None]:
        before = all_cells(who.journal)
        yield
        after = all_cells(who.journal)
        self.faults += [
            f"undo of {who.name} changed what is another's: {cell}"
            for cell, (writer, value) in before.items()
            if writer != who.replica and after[cell][1] != value
        ]

    # in the journal

    def job(self, who: Colleague, n: int) -> None:
        with who.journal.write("edit") as writing:
            writing.patch(Stakeholder, (ADA, BO)[n % 2], job=self.word())

    def note(self, who: Colleague, n: int) -> None:
        with who.journal.write("edit") as writing:
            writing.patch(Signal, SIGNALS[n % 2], note=self.word())

    def employ(self, who: Colleague, n: int) -> None:
        with who.journal.write("edit") as writing:
            writing.patch(Stakeholder, (ADA, BO)[n % 2], organisation=(OFFICE, None)[n // 2 % 2])

    def log(self, who: Colleague, n: int) -> None:
        whom = (ADA, BO, CANARY)[n % 3]
        note = f"{self.word()} {CANARY_WORD}" if whom == CANARY else self.word()
        day = DAY - timedelta(days=n)
        with who.journal.read() as reader:
            known = reader.get(Stakeholder, whom)
        if known is not None:
            project, kind = self.team.project, "agreement_kept"
            capture.log_signal(
                who.journal,
                LogSignal(stakeholder=whom, kind=kind, day=day, project=project, note=note),
            )

    def drop(self, who: Colleague, n: int) -> None:
        gone = (("stakeholder", OFFICE), ("involvement", involvement_id(BO, self.team.project)))
        table, row = (*(("signal", row) for row in SIGNALS), *gone)[n % 4]
        with who.journal.write("delete") as writing:
            writing.delete(BY_TABLE[table], row)

    def revive(self, who: Colleague, n: int) -> None:
        rows: tuple[tuple[type[Row], str], ...] = (
            (Signal, SIGNALS[n % 2]),
            (Stakeholder, OFFICE),
            (Involvement, involvement_id(BO, self.team.project)),
        )
        with who.journal.write("edit") as writing:
            for kind, row in rows:
                found = writing.work.get(kind, row, deleted=True)
                if found is not None:
                    writing.put(found)

    def undo(self, who: Colleague, _n: int) -> None:
        with self._of_others_untouched(who):
            history.undo(who.journal)

    def redo(self, who: Colleague, _n: int) -> None:
        last = next(iter(history.history(who.journal, limit=1)), None)
        if last is not None and last.verb == "undo":
            with self._of_others_untouched(who):
                history.undo(who.journal, last.batch)

    def decide(self, who: Colleague, n: int) -> None:
        if found := disputes(who.journal):
            decide(who.journal, found[n % len(found)].number, take_lost=n % 2 == 0)

    def erase(self, who: Colleague, _n: int) -> None:
        erase(who.journal, CANARY)

    # around it

    def sync(self, who: Colleague, _n: int) -> None:
        who.sync()
        self.witness.gave(who)

    def carry(self, who: Colleague, n: int) -> None:
        """What one gave reaches another: the newest, or something older once more."""
        to = self.team.colleagues[n % len(self.team.colleagues)]
        if who.sent:
            self.team.bring(who, to, who.sent[max(-1 - n // 10, -len(who.sent))])

    def tear(self, who: Colleague, n: int) -> None:
        """Half of what one gave reaches another: some files, one of them cut."""
        to = self.team.colleagues[n % len(self.team.colleagues)]
        if to is who or not who.sent:
            return
        place = to.folder / "from" / who.own.name
        names = sorted(who.sent[-1])
        some = {name: who.sent[-1][name] for name in names[n % len(names) :]}
        first = min(some)
        some[first] = some[first][: len(some[first]) // 2]
        before = {each.name: each.read_bytes() for each in place.glob("*")}
        lay(place, {**before, **some})

    def sheet(self, who: Colleague, n: int) -> None:
        """One's own files are saved by a spreadsheet, a cell changed."""
        for path, column, rows in (
            (who.own / "stakeholder.csv", "job", (ADA, BO)),
            (who.own / "signal-1970-01.csv", "note", SIGNALS),
        ):
            if path.exists():
                edited = rows[n % 2] if n % 3 else None
                stamp = resaved(path, edited, column, self.word(), n)
                if edited and stamp:
                    self.witness.knew(edited, stamp)

    def keep(self, who: Colleague, _n: int) -> None:
        who.keep()

    def put_back(self, who: Colleague, _n: int) -> None:
        who.put_back()

    def jump(self, who: Colleague, n: int) -> None:
        """The clock of one is set on, or back."""
        who.clock.move(minutes=(n - 15) * 10)


def resaved(path: Path, row: str | None, column: str, value: str, n: int) -> str | None:
    """Save a file as some spreadsheet does, one cell of one row changed: the stamp that the cell
    had, None where the row is not there.
    """
    text = path.read_text("utf-8-sig")
    sign = max(",;\t", key=text.partition("\n")[0].count)
    header, *lines = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    stamp = None
    for line in lines:
        cells = dict(zip(header, line, strict=True))
        if cells["id"] == row:
            pairs = dict(pair.split(":") for pair in cells.get("_revs", "").split())
            stamp = pairs.get(column, cells["_rev"])
            line[header.index(column)] = value
    with path.open("w", encoding=("utf-8-sig", "utf-8")[n % 2], newline="") as file:
        writer = csv.writer(
            file,
            delimiter=",;\t"[n % 3],
            quoting=(csv.QUOTE_ALL, csv.QUOTE_MINIMAL)[n // 2 % 2],
            lineterminator=("\r\n", "\n")[n // 4 % 2],
        )
        writer.writerows([header, *lines])
    return stamp


Deed = Callable[[Deeds, Colleague, int], None]

OF_THE_JOURNAL: Mapping[str, Deed] = {
    each.__name__: each
    for each in (
        *(Deeds.job, Deeds.note, Deeds.employ, Deeds.log, Deeds.drop, Deeds.revive, Deeds.undo),
        *(Deeds.redo, Deeds.decide, Deeds.erase),
    )
}
"""Writes in the journal of one colleague."""

OF_THE_FOLDER: Mapping[str, Deed] = {
    each.__name__: each
    for each in (
        *(Deeds.sync, Deeds.carry, Deeds.tear, Deeds.sheet, Deeds.keep, Deeds.put_back),
        Deeds.jump,
    )
}
"""What happens around it."""
