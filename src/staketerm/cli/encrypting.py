"""`encrypt` and `decrypt`: a journal that is read by its passphrase alone, and back."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from staketerm.cli import options
from staketerm.cli.output import show, show_json, tell
from staketerm.cli.settings import Settings, command, on_terminal
from staketerm.domain.errors import UsageError
from staketerm.locale import _, ngettext

if TYPE_CHECKING:
    from staketerm.journal.encrypting import Converted


@command("encrypt", _("Encrypt the journal by a passphrase; every value is compared first."))
@click.option("--change", is_flag=True, help=_("Give an encrypted journal another passphrase."))
@click.option("--keyring", is_flag=True, help=_("Put its key into the keyring of this system."))
@click.option("--remove-plain", is_flag=True, help=_("Delete its copies that are not encrypted."))
@click.option(
    "--new-key-fd",
    type=int,
    metavar="N",
    help=_("Read the new passphrase from this file descriptor."),
)
@options.as_json
@click.pass_obj
def encrypt_command(
    settings: Settings,
    change: bool,
    keyring: bool,
    remove_plain: bool,
    new_key_fd: int | None,
    as_json: bool,
) -> None:
    """The journal encrypted, or what else is asked of an encrypted one."""
    from staketerm.journal import system_keyring
    from staketerm.journal.encrypting import encrypted_already, plain_copies, remove
    from staketerm.journal.passphrase import unlock

    already = encrypted_already(settings.journal)
    _refuse(already, change=change, besides=keyring or remove_plain)
    if keyring:
        system_keyring.refuse_unusable()
    unlock(settings.journal)
    keeps = keyring or (change and system_keyring.holds(settings.journal))
    done = _encrypted(settings, new_key_fd, anew=already) if change or not already else None
    if done and not as_json:
        _tell_done(done, anew=already)
    copies = plain_copies(settings.journal)
    removed = bool(copies) and (remove_plain or (not as_json and _not_wanted(copies)))
    if removed:
        remove(copies)
    if as_json:
        show_json("encrypt", {**_values(done), "plain": _texts(copies), "removed": removed})
    else:
        _tell_copies(copies, removed=removed)
    if keeps:
        system_keyring.keep(settings.journal)
        tell(_("The keyring has its key."))


@command("decrypt", _("Make an encrypted journal a plain file again; the old file is kept."))
@options.as_json
@click.pass_obj
def decrypt_command(settings: Settings, as_json: bool) -> None:
    """The journal as anybody can read it who has the file."""
    from staketerm.journal.encrypting import decrypt

    done = decrypt(settings.journal, settings.clock())
    _follow(settings, done)
    if as_json:
        show_json("decrypt", _values(done))
        return
    show(_("decrypted: {path}").format(path=done.journal))
    show(_("The encrypted file is kept as {path}.").format(path=done.kept))
    tell(_("Whoever gets at the file can read it now. Older backups keep their passphrase."))


def _refuse(already: bool, *, change: bool, besides: bool) -> None:
    """Raise UsageError where what is asked does not fit the journal."""
    if change and not already:
        raise UsageError(_("This journal is not encrypted yet; leave out --change."))
    if already and not (change or besides):
        raise UsageError(
            _("This journal is encrypted already. --change gives it another passphrase.")
        )


def _encrypted(settings: Settings, new_key_fd: int | None, *, anew: bool) -> "Converted":
    from staketerm.journal.encrypting import encrypt
    from staketerm.journal.passphrase import first_line, new_secret, typed_twice

    tell(_("A passphrase that is lost takes the journal with it: nobody can bring it back."))
    if new_key_fd is not None:
        secret = first_line(new_key_fd)
    else:
        secret = typed_twice() if anew else new_secret()
    done = encrypt(settings.journal, settings.clock(), secret)
    _follow(settings, done)
    return done


def _follow(settings: Settings, done: "Converted") -> None:
    """Colleagues know the journal by its file, which is another now."""
    from staketerm.exchange.sync.identity import follow

    if done.kept is not None:
        with settings.open() as journal:
            follow(journal, done.kept)


def _tell_done(done: "Converted", *, anew: bool) -> None:
    said = _("passphrase changed: {path}") if anew else _("encrypted: {path}")
    show(said.format(path=done.journal))
    if done.backup:
        show(_("backed up to {path}").format(path=done.backup))
    for said in done.unfinished:
        tell(said)
    if anew:
        said = _("The old file is kept as {path}; it and older backups have the old passphrase.")
        tell(said.format(path=done.kept))


def _not_wanted(copies: list[Path]) -> bool:
    """Ask whether copies are to be deleted; where nobody is there to say so, they stay."""
    if not on_terminal():
        return False
    tell(_("These copies can be read without the passphrase:"))
    for each in copies:
        tell(f"  {each}")
    return click.confirm(_("Delete them?"), err=True)


def _tell_copies(copies: list[Path], *, removed: bool) -> None:
    if not copies:
        return
    if removed:
        said = ngettext("{n} plain copy deleted", "{n} plain copies deleted", len(copies))
        show(said.format(n=len(copies)))
        tell(
            _(
                "The disk may hold traces of them for long, and backups of the whole machine do; "
                "neither is within reach from here."
            )
        )
        return
    for each in copies:
        show(_("not encrypted: {path}").format(path=each))
    tell(_("`staketerm encrypt --remove-plain` deletes what is not encrypted."))


def _values(done: "Converted | None") -> dict[str, object]:
    if done is None:
        return {}
    return {
        "path": str(done.journal),
        "kept": done.kept and str(done.kept),
        "backup": done.backup and str(done.backup),
        "unfinished": list(done.unfinished),
    }


def _texts(paths: list[Path]) -> list[str]:
    return [str(each) for each in paths]
