"""The encodings that a CSV file may be in (storage-sync 1.5).

Some letters of cp1252 beside each other have the bytes of one letter of UTF-8, so a file can be
text in both. Which of them it is only who knows what was written into it can tell.
"""

CODECS = ("utf-8", "cp1252")
"""What spreadsheets write without saying so, the likelier first."""


def readings(data: bytes) -> tuple[bytes, ...]:
    """The file in UTF-8 under each encoding it may be in, the likelier first; as it stands where
    nothing is to be told apart: in ASCII, behind a byte-order mark, or where one fits at most.
    """
    if data.isascii() or data.startswith(b"\xef\xbb\xbf"):
        return (data,)
    try:
        return tuple(data.decode(codec).encode() for codec in CODECS)
    except UnicodeDecodeError:
        return (data,)
