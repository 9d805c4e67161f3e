"""The program at the terminal: its screens, how one looks at the journal, what is said below."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.reactive import reactive
from textual.screen import Screen
from textual.theme import Theme

from staketerm.domain.errors import StaketermError
from staketerm.locale import _
from staketerm.tui.commands.table import EVERY
from staketerm.tui.config import ScreenConfig
from staketerm.tui.desk import Desk
from staketerm.tui.drawing.look import look_for
from staketerm.tui.keymap import keymap
from staketerm.tui.listening import Listening
from staketerm.tui.notices import Notice, Private, fault, say
from staketerm.tui.outlook import Outlook
from staketerm.tui.paint import Paint, mix
from staketerm.tui.questions import Opened, Scope
from staketerm.tui.screens.frame import Frame, Subject
from staketerm.tui.screens.places import OPENS_ON, PLACES
from staketerm.tui.state import keep_state, load_state
from staketerm.tui.trail import Trail, Visit
from staketerm.tui.veil import Veil

if TYPE_CHECKING:
    from staketerm.journal.opening import Journal
    from staketerm.journal.receipt import Receipt
    from staketerm.journal.stakeholders.glimpse import Glimpse

LAYOUT = Path(__file__).with_name("layout.tcss")
"""Where things stand, by the room there is."""

MINUTE = 60.0
"""Seconds between two looks at the date: midnight changes what is shown."""


Modes = dict[str, str | Callable[[], Screen[Any]]]


def places_besides(opens_on: str) -> Modes:
    """How each place is made but the one that the program opens on."""
    return {place.id: place.make for place in PLACES if place.id != opens_on}


class Staketerm(Listening):
    """One window on one journal.

    `opening` opens the journal, in the thread of the desk; `glimpse` tells what it will show first,
    if it can; `now` is the only clock of the screen.
    """

    ENABLE_COMMAND_PALETTE = False  # our own leaves out what would write the screen to a file
    TITLE = "staketerm"
    CSS_PATH = LAYOUT  # not a screen's: that would have every rule parsed once more
    MODES: ClassVar[Modes] = places_besides(OPENS_ON)
    DEFAULT_MODE = OPENS_ON

    outlook: reactive[Outlook] = reactive(Outlook(date.min), init=False)
    notice: reactive[Notice | None] = reactive[Notice | None](None, init=False)
    waiting: reactive[frozenset[tuple[int, str]]] = reactive(
        frozenset[tuple[int, str]](), init=False
    )

    def __init__(
        self,
        opening: "Callable[[], Journal]",
        *,
        glimpse: "Callable[[int], Glimpse | None]" = lambda _most: None,
        today: Callable[[], date],
        now: Callable[[], datetime],
        config: ScreenConfig,
        remembers: bool = False,
    ) -> None:
        self._in_force: tuple[str, Theme] | None = None
        super().__init__()
        self.desk = Desk(opening, glimpse)
        self.look = look_for(config.glyphs)
        self.keymap = keymap(EVERY, config)
        self.kind_keys = config.kinds
        """Own kinds by their keys in the log dialog."""
        self.remembers = remembers
        """Whether the days on which one looks are kept: not in a journal that is thrown away."""
        self.read_only = False
        self._why_closed = ""
        self.encrypted = False
        """Whether the journal is encrypted: a file written from it is not, and that is said."""
        self.zone: tzinfo | None = None
        """The zone of the journal, in which moments are shown; None is the machine's own."""
        self.trail = Trail(self.DEFAULT_MODE)
        self.last_command = ""
        self.last_kind = ""
        """The kind of signal logged last, which `.` logs again."""
        self.notices: list[Notice] = []
        self.farewell = ""
        """What `launch` prints once the screen is gone."""
        self.wants_demo = False
        """Whether `launch` is to open a made-up journal, and then this one again."""
        self._replica = ""
        self._today = today
        self._now = now
        self._paints: dict[str, Paint] = {}
        self._problems = (*config.problems, *self.keymap.problems)
        self.set_keymap(dict(self.keymap.rebound))
        self.set_reactive(Staketerm.outlook, Outlook(today()))

    # coming and going

    def get_default_screen(self) -> Screen[Any]:
        """The place the program opens on. Textual parses and draws this one screen once before it
        is shown; that of a mode, twice."""
        place = next(place for place in PLACES if place.id == self.DEFAULT_MODE).make()
        self._has_styles(place)
        return place

    def _load_screen_css(self, screen: Screen[Any]) -> None:
        super()._load_screen_css(screen)
        self._has_styles(screen)

    def _has_styles(self, screen: Screen[Any]) -> None:
        """A screen that comes takes its styles from the sheets as they are. For each place Textual
        would parse them all anew, twice, and draw the one before it once more."""
        screen._css_update_count = self._css_update_count

    def on_mount(self) -> None:
        """Take the theme of last time; say what the configuration asks that can't be done."""
        self.add_mode(self.DEFAULT_MODE, self.get_default_screen)
        theme = load_state().theme
        if theme in self.available_themes:
            self.theme = theme
        self.theme_changed_signal.subscribe(self, self._theme_changed)
        for problem in self._problems:
            self.tell(Notice((Private(problem),), fault=True))
        self.set_interval(MINUTE, self._look_at_date)

    async def on_unmount(self) -> None:
        """Leave the journal in good order, and keep the day: it may be another than at first."""
        self.desk.close()
        if self.remembers and self._replica:
            from staketerm.journal.last_look import remember_look

            remember_look(self._replica, self.outlook.today)

    def leave(self, farewell: str) -> None:
        """End the program with one sentence for the terminal and exit code 1."""
        self.farewell = farewell
        self.exit(return_code=1)

    def show_demo(self) -> None:
        """Leave this journal for a made-up one; `launch` comes back to it afterwards."""
        self.wants_demo = True
        self.exit()

    def _handle_exception(self, error: Exception) -> None:
        """A fault of the program: keep where it happened and nobody's name, and go."""
        if self.is_headless:
            super()._handle_exception(error)
            return

        from textual.worker import WorkerFailed

        from staketerm.tui.crash import record_crash

        self._return_code = 1
        self._exception = error
        at_fault = error.error if isinstance(error, WorkerFailed) else error
        self.farewell = record_crash(at_fault, self._now())
        self._close_messages_no_wait()

    # what is looked at

    @property
    def place(self) -> str:
        """The place one is in."""
        return self.current_mode

    @property
    def is_open(self) -> bool:
        """Whether the journal has been opened."""
        return bool(self._replica)

    def opened(self, journal: Opened) -> None:
        """The journal is open: show its usual project, in its own time zone's day."""
        self.read_only, self._why_closed = journal.read_only, journal.why_closed
        self.encrypted = journal.encrypted
        self.zone = journal.zone
        self._replica = journal.replica
        self.outlook = replace(self.outlook, today=journal.today)
        self.look_at_project(journal.scope)
        if journal.new:
            from staketerm.tui.dialogs.first_run import FirstRun

            self.push_screen(FirstRun())

    def say_closed(self) -> None:
        """Say that nothing can be written, and why where that may be otherwise the next time."""
        said = _("this journal is open for reading only")
        if not self._why_closed:
            self.tell(say(said))
            return
        brief = _("reading only: {why}").format(why=self._why_closed)
        self.tell(Notice((f"{said}: {self._why_closed}",), brief=(brief,)))

    def look_at_project(self, scope: Scope | None) -> None:
        """Show one project, or all of them, in all places."""
        if scope is not None:
            self.outlook = replace(
                self.outlook,
                project=scope.id,
                project_name=scope.name,
                scored=not scope.personal,
            )

    def look_from(self, text: str) -> None:
        """Show everything as of the day that `text` says."""

        from staketerm.domain.days import parse_day

        try:
            day = parse_day(text, self.outlook.today, toward="past")
        except StaketermError as error:
            self.tell(fault(error))
            return
        today = self.outlook.today
        self.outlook = replace(self.outlook, as_of=None if day == today else min(day, today))

    def look_by(self, days: int) -> None:
        """Show everything as of `days` later, negative is earlier; never beyond today."""
        outlook = self.outlook
        day = min(outlook.day + timedelta(days=days), outlook.today)
        self.outlook = replace(outlook, as_of=None if day == outlook.today else day)

    def look_from_today(self) -> None:
        """Show everything as it is now."""
        if self.outlook.as_of is not None:
            self.outlook = replace(self.outlook, as_of=None)

    def toggle_veil(self) -> None:
        """Hide who is meant, or show it again."""
        down = not self.outlook.veil.down
        self.outlook = replace(self.outlook, veil=Veil(down=down))
        if down:
            key = self.keymap.shown("privacy")
            self.tell(say(_("hidden; {key} shows again").format(key=key)))
        else:
            self.tell(say(_("shown again")))

    def action_help_quit(self) -> None:
        """ctrl+c: nothing is lost by it, and nothing ends."""
        self.tell(say(_("{key} closes").format(key=self.keymap.shown("quit"))))

    def _look_at_date(self) -> None:
        today = self._today()
        if today != self.outlook.today:
            self.outlook = replace(self.outlook, today=today)

    # where one is

    def open_person(self, subject: Subject | None) -> None:
        """Open somebody; None, as from a finder that was left, opens nobody."""
        if subject is not None:
            from staketerm.tui.screens.stakeholder import StakeholderPage

            frame = self.frames()[-1]
            self.open(StakeholderPage(subject, frame.listed))

    def action_go(self, place: str) -> None:
        """A place in the bar was clicked."""
        self.go(place)

    def go(self, place: str) -> None:
        """Open a place: its pages close, its rows are read and put in order anew."""
        self.trail.visit(Visit(place))
        self._show_place(place)
        if isinstance(self.screen, Frame) and self.screen.ready:
            self.screen.read()

    def open(self, page: Frame) -> None:
        """Open a page on top of the place one is in."""
        if page.LASTS:
            self.trail.visit(Visit(self.place, page.once_more))
        self.push_screen(page)

    def wander(self, by: int) -> None:
        """Go back (-1) or forward (+1) through what was visited."""
        visit = self.trail.step(by)
        if visit is None:
            self.tell(say(_("nothing further that way")))
            return
        self._show_place(visit.place)
        if visit.page is not None:
            self.push_screen(visit.page())

    def _show_place(self, place: str) -> None:
        self.switch_mode(place)
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def frames(self) -> list[Frame]:
        """The place and the pages that are open, the topmost last."""
        return [screen for screen in self.screen_stack if isinstance(screen, Frame)]

    # what is said

    def tell(self, notice: Notice) -> None:
        """Put `notice` on the message line, and keep it."""
        self.notices.append(notice)
        self.notice = notice

    def written(self, receipt: "Receipt") -> None:
        """Something was written: whatever shows it reads it anew, in place."""
        for frame in self.frames():
            if frame.ready:
                frame.reread(receipt)

    def wait_for(self, screen: Screen[Any], group: str) -> None:
        """Say that something is being read."""
        self.waiting = self.waiting | {(id(screen), group)}

    def no_longer_wait_for(self, screen: Screen[Any], group: str) -> None:
        """It has been read."""
        self.waiting = self.waiting - {(id(screen), group)}

    # how it looks

    @property
    def current_theme(self) -> Theme:
        """The theme in force. Textual asks for it with every line that it draws, and looks through
        a copy of all themes each time."""
        if self._in_force is None or self._in_force[0] != self.theme:
            self._in_force = (self.theme, super().current_theme)
        return self._in_force[1]

    def paint(self, background: str) -> Paint:
        """The theme's styles on the background of that name."""
        paint = self._paints.get(background)
        if paint is None:
            paint = mix(self.get_css_variables(), background, colour=not self.no_color)
            self._paints[background] = paint
        return paint

    def keep_theme(self, theme: str | None) -> None:
        """Take a theme and keep the choice for the next time; None keeps the one of now."""
        if theme is not None:
            self.theme = theme
            keep_state(replace(load_state(), theme=theme))

    def _theme_changed(self, _theme: object) -> None:
        self._paints.clear()
        for frame in self.frames():
            frame.redraw()


class OpensOnToday(Staketerm):
    """The program that opens on Today, where config.toml asks for that."""

    MODES: ClassVar[Modes] = places_besides("today")
    DEFAULT_MODE = "today"
