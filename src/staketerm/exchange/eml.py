"""A draft as a mail that any mail program opens for sending (RFC 5322; X-Unsent by Outlook and
others). It is written to a file; nothing here sends it.
"""

import os
from contextlib import suppress
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from staketerm.domain.errors import UsageError
from staketerm.domain.text import plain, plain_line
from staketerm.locale import _

ENDING = ".eml"


def mail_of(subject: str, text: str, name: str = "", to: str | None = None) -> bytes:
    """An unsent mail, its lines ended by CRLF.

    `to` is an address, `name` whose it is. An address that no mail header can hold is left out:
    whoever sends the mail fills it in.
    """
    address = _address(plain_line(name), plain_line(to)) if to else None
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    if address is not None:
        message["To"] = address
    message["Subject"] = plain_line(subject)
    message.set_content(plain(text).rstrip("\n") + "\n", charset="utf-8")
    return message.as_bytes()


def write_mail(path: Path, mail: bytes) -> None:
    """Write a mail to a new file that its owner alone can read.

    Raises UsageError where something lies there already, which stays as it is, and where nothing
    can be written.
    """
    try:
        place = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise UsageError(
            _("{path} is there already and stays as it is; give another name.").format(path=path)
        ) from None
    except OSError as error:
        raise _unwritten(path, error) from None
    try:
        with os.fdopen(place, "wb") as file:
            file.write(mail)
    except OSError as error:
        with suppress(OSError):
            path.unlink()
        raise _unwritten(path, error) from None


def _address(name: str, to: str) -> Address | None:
    """The address as a header takes it, its domain in ASCII (IDNA); None for one it cannot take."""
    local, _at, domain = to.rpartition("@")
    try:
        spelled = domain if domain.isascii() else domain.encode("idna").decode("ascii")
        return Address(display_name=name, addr_spec=f"{local}@{spelled}")
    except (MessageError, ValueError, IndexError):
        return None


def _unwritten(path: Path, error: OSError) -> UsageError:
    return UsageError(
        _("{path} cannot be written: {reason}").format(path=path, reason=error.strerror or error)
    )
