"""Arguments and options that several commands share."""

import click

from staketerm.cli.completing import handles, kinds
from staketerm.locale import _

as_json = click.option(
    "--json", "as_json", is_flag=True, help=_("One JSON object instead of text.")
)
who = click.argument("who", shell_complete=handles)
kind = click.argument("kind", shell_complete=kinds)
project = click.option("--project", metavar="P", help=_("In this project."))
on_day = click.option("--on", metavar="DAY", help=_("The day it happened, such as 'yesterday'."))
as_of = click.option(
    "--as-of", metavar="DAY", help=_("As it stood on this day, as far as it is known now.")
)
