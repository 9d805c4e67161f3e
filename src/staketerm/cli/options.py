"""Arguments and options that several commands share."""

from collections.abc import Callable
from typing import Any

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

STYLES = ("periodic", "ambient", "triggered")
"""How to be in touch with somebody."""

_ATTRIBUTES = (
    click.option(
        "--role", "roles", metavar="TEXT", multiple=True, help=_("Their role in the project.")
    ),
    click.option("--power", type=click.IntRange(1, 5), help=_("Formal power, 1 to 5.")),
    click.option("--interest", type=click.IntRange(1, 5), help=_("Interest at stake, 1 to 5.")),
    click.option(
        "--impact",
        type=click.Choice(["none", "low", "medium", "high"]),
        help=_("What they can do to the project."),
    ),
    click.option(
        "--reach", type=click.Choice(["direct", "step", "remote"]), help=_("How near they are.")
    ),
)


def attributes(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say what somebody is to a project, in their order."""
    for option in reversed(_ATTRIBUTES):
        function = option(function)
    return function
