"""Every command there is: what the keymap, the palette and the tests go through."""

from staketerm.tui.commands.anywhere import ANYWHERE
from staketerm.tui.commands.base import Commands
from staketerm.tui.commands.drafting import ON_DRAFT
from staketerm.tui.commands.kinds import WEIGHING
from staketerm.tui.commands.maps import ON_MAP
from staketerm.tui.commands.moving import MOVING
from staketerm.tui.commands.pages import PAGE
from staketerm.tui.commands.people import PEOPLE
from staketerm.tui.commands.syncing import DECIDING
from staketerm.tui.commands.taking_in import ANSWERING
from staketerm.tui.commands.writing import WRITING
from staketerm.tui.screens.places import GOING

EVERY: Commands = (
    *MOVING,
    *GOING,
    *PEOPLE,
    *(c for c in PAGE if c not in PEOPLE),
    *ON_MAP,
    *WRITING,
    *ANSWERING,
    *ON_DRAFT,
    *DECIDING,
    *WEIGHING,
    *ANYWHERE,
)
"""Each once, in the order in which the palette shows them."""
