"""Ids of rows that follow from something: the same key gives the same row on every replica."""

import hashlib
from datetime import UTC, date, datetime, time
from uuid import UUID

_VERSION = 8 << 76
_VARIANT = 2 << 62


def derived_id(moment: date | datetime | None, *key: str) -> str:
    """A UUID of version 8 (RFC 9562) as text: 48 bits of `moment`, 74 bits of SHA-256 over `key`.

    `moment` is the row's own, in milliseconds since 1970 (a date counts from midnight UTC, a
    datetime without a zone as UTC, None and anything before 1970 as 0), so that ids sort by it and
    bulk loads stay quick. The parts of the key are taken apart: ("ab", "c") and ("a", "bc") differ.
    """
    digest = hashlib.sha256()
    for part in key:
        data = part.encode()
        digest.update(len(data).to_bytes(4, "big"))
        digest.update(data)
    bits = int.from_bytes(digest.digest()[:10], "big")
    high, low = (bits >> 62) & 0xFFF, bits & ((1 << 62) - 1)
    value = (_milliseconds(moment) << 80) | _VERSION | (high << 64) | _VARIANT | low
    return str(UUID(int=value))


def _milliseconds(moment: date | datetime | None) -> int:
    if moment is None:
        return 0
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time(), UTC)
    elif moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    since = moment - datetime(1970, 1, 1, tzinfo=UTC)
    milliseconds = (since.days * 86400 + since.seconds) * 1000 + since.microseconds // 1000
    return min(max(milliseconds, 0), (1 << 48) - 1)
