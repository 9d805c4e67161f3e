"""Search over names, contacts and everything told: an index filled from code (storage-sync D10).

`search` holds the folded text of each row that has any; `search_words` is the index over it: FTS5
on SQLite, a tsvector on PostgreSQL. A row's number `n` carries its day in the upper bits, so that
"newest first" is the order of the index itself; ranking would cost a hundred times more (3.3).
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Connection, Table, delete, insert, select, text

from staketerm.domain.text import fold
from staketerm.store import tables
from staketerm.store.portions import portions
from staketerm.store.records import EXCHANGED, Row

if TYPE_CHECKING:
    from staketerm.store.reader import Reader
    from staketerm.store.work import Work

TEXTS: Mapping[str, tuple[str | None, tuple[str, ...]]] = {
    "stakeholder": (None, ("name",)),
    "contact": (None, ("value",)),
    "entry": ("day", ("title", "text")),
    "signal": ("day", ("note",)),
    "ask": ("asked_on", ("text",)),
    "agreement": ("made_on", ("text",)),
}
"""What is searched: by table the field that holds the day, and the fields that hold text."""

SHORT = 3
"""Letters from which the index serves; below, looking through the text is quicker (3.3)."""

_NEXT = "search_next"  # in meta: the number after the last one given
_DAY_BITS = 32
_DATED = 1 << _DAY_BITS
_END = 1 << 62
_PUNCTUATION = (  # as an SQL literal; a server in the locale C takes the rest for letters
    "!\"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~"
    "¡¢£¤¥¦§¨©«¬®¯°±´¶·¸»¿×÷‐‑‒–—―‖‗‘’‚‛“”„‟†‡•‣․‥…‧‰‱′″‴‵‶‷‸‹›※‼‽‾‿⁀⁁⁂⁃⁄⁅⁆⁇⁈⁉⁊⁋⁌⁍⁎⁏⁐⁑⁒⁓⁔⁕⁖"
    "⁗⁘⁙⁚⁛⁜⁝⁞、。〃〄〈〉《》「」『』【】〒〓〔〕〖〗〘〙〚〛〜〝〞〟"
)
_BLANKS = " " * (len(_PUNCTUATION) - 1)
_VECTOR = f"to_tsvector('simple'::regconfig, translate(text, '{_PUNCTUATION}', '{_BLANKS}'))"
_SPACELESS = 0x2E80  # from here on scripts do not part their words

_CREATE = {
    "sqlite": "CREATE VIRTUAL TABLE search_words USING fts5(text, content='search', "
    "content_rowid='n', tokenize='unicode61', prefix='2 3')",
    "postgresql": f"CREATE INDEX search_words ON search USING gin ({_VECTOR})",
}
_FORGET = text("INSERT INTO search_words (search_words, rowid, text) VALUES ('delete', :n, :text)")
_KEEP = insert(tables.search)
_LEARN = text("INSERT INTO search_words (rowid, text) VALUES (:n, :text)")
_FORGET_HIDDEN = (
    "INSERT INTO search_words (search_words, rowid, text) SELECT 'delete', s.n, s.text "
    'FROM search AS s JOIN {table} AS t ON t.id = s."row" WHERE t.deleted = :rev'
)

_FOUND = (tables.search.c.tab, tables.search.c.row)
_FTS_PAGE = text(
    'SELECT s.tab, s."row" FROM search_words AS w CROSS JOIN search AS s ON s.n = w.rowid '
    "WHERE search_words MATCH :asked AND w.rowid >= :first AND w.rowid < :last "
    "ORDER BY w.rowid DESC LIMIT :limit"
).columns(*_FOUND)
_VECTOR_PAGE = text(
    f'SELECT tab, "row" FROM search WHERE {_VECTOR} '  # noqa: S608
    "@@ to_tsquery('simple', :asked) "
    "AND n >= :first AND n < :last ORDER BY n DESC LIMIT :limit"
).columns(*_FOUND)


class Hit(NamedTuple):
    """A row that holds what was looked for."""

    table: str
    id: str


def create_index(connection: Connection) -> None:
    """Make the index over the `search` table, which must be there and empty."""
    connection.execute(text(_CREATE[connection.dialect.name]))


def search(reader: "Reader", wanted: str, limit: int = 50) -> list[Hit]:
    """The rows that hold all words of `wanted`, whatever their case and accents.

    A word of three letters or more stands for all that begin with it, shorter ones for any text
    with these letters. Names and contacts come first, then what has a day, newest first.
    """
    words = [word for word in fold(wanted).split() if any(map(str.isalnum, word))]
    if not words:
        return []
    page = _page_by_letters if _needs_letters(words) else _PAGES[reader.connection.dialect.name]
    hits: list[Hit] = []
    for first, last in ((0, _DATED), (_DATED, _END)):
        if len(hits) < limit:
            hits += page(reader, words, first, last, limit - len(hits))
    return hits


def index(work: "Work", rows: Iterable[Row]) -> None:
    """Bring the index in line with rows as they are now, deleted ones among them."""
    wanted = {row.id: row for row in rows if row.table in TEXTS}
    for ids in portions(wanted):
        stale, known = _compare(work, [wanted[id] for id in ids])
        _forget(work, stale)
        index_new(work, [wanted[id] for id in ids if id not in known])


def index_new(work: "Work", rows: Iterable[Row]) -> None:
    """Add rows that the index cannot know yet."""
    found = [(row, words) for row in rows if row.table in TEXTS and (words := _text(row))]
    if not found:
        return
    first = int(work.meta(_NEXT) or 1)
    work.set_meta(_NEXT, str(first + len(found)))
    entries = [
        {"n": _day(row) << _DAY_BITS | number, "tab": row.table, "row": row.id, "text": words}
        for number, (row, words) in enumerate(found, first)
    ]
    work.connection.execute(_KEEP, entries)
    if work.connection.dialect.name == "sqlite":
        work.connection.execute(_LEARN, [{"n": e["n"], "text": e["text"]} for e in entries])


def forget_hidden(work: "Work", table: Table) -> None:
    """Take the rows of a table that this work has deleted out of the index, all at once."""
    if table.name not in TEXTS:
        return
    if work.connection.dialect.name == "sqlite":
        statement = _FORGET_HIDDEN.format(table=table.name)
        work.connection.execute(text(statement), {"rev": work.rev})
    hidden = select(table.c.id).where(table.c.deleted == work.rev)
    work.connection.execute(delete(tables.search).where(tables.search.c.row.in_(hidden)))


def forget(work: "Work", ids: Iterable[str]) -> None:
    """Take rows out of the index by id, whatever it says of them."""
    table = tables.search
    for part in portions(ids):
        found = work.select(select(table.c.n, table.c.text).where(table.c.row.in_(part)))
        _forget(work, [{"n": n, "text": words} for n, words in found])


def leave_no_trace(connection: Connection) -> None:
    """Make the index anew over what `search` holds: words taken out of it stand in it till then."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO search_words (search_words) VALUES ('rebuild')"))


def rebuild(work: "Work") -> None:
    """Make the index anew from all rows."""
    work.connection.execute(delete(tables.search))
    if work.connection.dialect.name == "sqlite":
        work.connection.execute(text("INSERT INTO search_words (search_words) VALUES ('rebuild')"))
    for kind in EXCHANGED:
        if kind.table in TEXTS:
            index_new(work, work.rows(kind))


def _compare(work: "Work", rows: list[Row]) -> tuple[list[dict[str, Any]], set[str]]:
    """What the index says wrongly of these rows, and the ids of those it says rightly."""
    table = tables.search
    by_id = {row.id: row for row in rows}
    stale, right = [], set()
    for n, id, words in work.select(
        select(table.c.n, table.c.row, table.c.text).where(table.c.row.in_(by_id))
    ):
        row = by_id[id]
        if words == _text(row) and n >> _DAY_BITS == _day(row):
            right.add(id)
        else:
            stale.append({"n": n, "text": words})
    return stale, right


def _forget(work: "Work", entries: list[dict[str, Any]]) -> None:
    if not entries:
        return
    if work.connection.dialect.name == "sqlite":
        work.connection.execute(_FORGET, entries)
    numbers = [entry["n"] for entry in entries]
    work.connection.execute(delete(tables.search).where(tables.search.c.n.in_(numbers)))


def _text(row: Row) -> str:
    """What is searched of a row, folded; nothing of a deleted one."""
    if row.deleted is not None:
        return ""
    _field, names = TEXTS[row.table]
    return fold("\n".join(filter(None, (getattr(row, name) for name in names))))


def _day(row: Row) -> int:
    field, _names = TEXTS[row.table]
    day: date | None = getattr(row, field) if field else None
    return day.toordinal() if day else 0


def _needs_letters(words: list[str]) -> bool:
    return all(len(word) < SHORT for word in words) or any(map(_spaceless, words))


def _spaceless(word: str) -> bool:
    return any(ord(letter) >= _SPACELESS for letter in word)


def _page_by_letters(
    reader: "Reader", words: list[str], first: int, last: int, limit: int
) -> list[Hit]:
    table = tables.search
    query = select(table.c.tab, table.c.row).where(table.c.n >= first, table.c.n < last)
    query = query.where(*(table.c.text.contains(word, autoescape=True) for word in words))
    found = reader.select(query.order_by(table.c.n.desc()).limit(limit))
    return [Hit(*row) for row in found]


def _page_by_fts(
    reader: "Reader", words: list[str], first: int, last: int, limit: int
) -> list[Hit]:
    asked = " ".join('"' + word.replace('"', '""') + '"*' for word in words)
    values = {"asked": asked, "first": first, "last": last, "limit": limit}
    return [Hit(*row) for row in reader.connection.execute(_FTS_PAGE, values)]


def _page_by_vector(
    reader: "Reader", words: list[str], first: int, last: int, limit: int
) -> list[Hit]:
    asked = " & ".join(f"({' <-> '.join(_parts(word))}:*)" for word in words)
    values = {"asked": asked, "first": first, "last": last, "limit": limit}
    return [Hit(*row) for row in reader.connection.execute(_VECTOR_PAGE, values)]


def _parts(word: str) -> list[str]:
    """A word as the parts that remain when signs are taken for blanks; safe inside a tsquery."""
    return "".join(letter if letter.isalnum() else " " for letter in word).split()


_PAGES = {"sqlite": _page_by_fts, "postgresql": _page_by_vector}
