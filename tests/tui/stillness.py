"""Wait until the program is still: on what is left to do, never on how long that takes.

Textual's own pilot waits until the processor has been idle for a while, which is slow on a quiet
machine and too short on a busy one. Here every callback that is ready has run, every question has
its answer, and what they changed is drawn: once, when all is still, for nobody looks at the frames
in between.
"""

import asyncio
import heapq
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakSet

import pytest
import textual.screen
from textual._context import active_app
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot
from textual.screen import Screen

SOON = 0.25
"""Seconds; a timer that rings once within them (a pause in typing) is waited for, not as long."""


UPDATE_PERIOD = textual.screen.UPDATE_PERIOD
"""Seconds between two looks of Textual at what has changed on a screen."""

NEVER = 3600.0

_UNDRAWN: "WeakSet[Screen[Any]]" = WeakSet()

draw = Screen._compositor_refresh
"""Draw a frame, as Textual does whenever something has changed."""


async def handled(app: "App[Any]") -> None:
    """Wait until no message is left to handle and nothing to lay out; questions may be under way,
    and nothing is drawn."""
    await nothing_ready()
    while app.is_running and app.screen_stack and to_lay_out(app.screen) and not app._batch_count:
        app.screen._on_timer_update()
        await nothing_ready()


async def settled(pilot: "Pilot[None]") -> None:
    """Wait until every question is answered, every pause in typing over, and all of it drawn."""
    app = pilot.app
    await answered(pilot)
    while app.is_running and app.screen_stack and app.screen in _UNDRAWN:
        _UNDRAWN.discard(app.screen)
        draw(app.screen)
        await answered(pilot)


async def answered(pilot: "Pilot[None]") -> None:
    """Wait until every question is answered and every pause in typing over; draw nothing."""
    app = pilot.app
    await handled(app)
    while under_way := {*questions(app), *pauses(app)}:
        shorten_pauses()
        await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
        await handled(app)


def shorten_pauses() -> None:
    """Let what rings soon ring now, in its order: all that can happen before it has happened."""
    loop = asyncio.get_running_loop()
    timers = loop._scheduled  # type: ignore[attr-defined]
    end = loop.time() + SOON
    for timer in timers:
        if timer.when() <= end:
            timer._when -= SOON
    heapq.heapify(timers)


async def press(pilot: "Pilot[None]", *keys: str) -> None:
    """Press keys one after the other, each once what the one before asked for is seen."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


async def until(pilot: "Pilot[None]", condition: Callable[[], bool]) -> None:
    """Wait until `condition` holds; raises TimeoutError after a minute in which it never did."""
    async with asyncio.timeout(60):
        while not condition():
            await pilot.pause(0.01)


async def nothing_ready() -> None:
    """Wait until nobody but the caller could run now."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    await asyncio.sleep(0)
    while ready:  # noqa: ASYNC110 - no event tells that there is nothing to do
        await asyncio.sleep(0)


def to_lay_out(screen: "Screen[Any]") -> bool:
    """Whether something on the screen has changed since Textual looked at it."""
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )


def questions(app: "App[Any]") -> Iterator["asyncio.Task[Any]"]:
    """What the journal has been asked and has not answered."""
    for worker in app.workers:
        if worker._task is not None and not worker._task.done():
            yield worker._task


def pauses(app: "App[Any]") -> Iterator["asyncio.Task[Any]"]:
    """Timers that will ring once and soon."""
    for pump in (app, *app._registry):
        for timer in pump._timers:
            rings_soon = timer._repeat == 0 and timer._interval <= SOON
            if rings_soon and timer._task is not None and not timer._task.done():
                yield timer._task


def draw_when_still(screen: "Screen[Any]") -> None:
    """In the stead of drawing: remember that there is something to draw."""
    app = screen.app
    if screen is app.screen:
        _UNDRAWN.add(screen)
        screen._dirty_widgets.clear()
        app._update_mouse_over(screen)
    else:
        draw(screen)


_parse = Stylesheet._parse_rules
_parsed: dict[tuple[object, ...], list[RuleSet]] = {}


def parse_once(
    sheet: Stylesheet,
    css: str,
    read_from: tuple[str, str],
    is_default_rules: bool = False,
    tie_breaker: int = 0,
    scope: str = "",
) -> list[RuleSet]:
    """The rules of a style sheet, which the program of one test parses for those of all others."""
    source = (css, read_from, is_default_rules, tie_breaker, scope)
    rules = sheet._parse_cache.get(source)
    if rules is None:
        key = (*source, frozenset(sheet._variables.items()))
        if key not in _parsed:
            _parsed[key] = _parse(sheet, *source)
        rules = sheet._parse_cache[source] = _parsed[key]
    return rules


@contextmanager
def pilots_wait_until_handled() -> Iterator[None]:
    """Let every pilot wait for what is left to do in the stead of an idle processor."""

    async def after_a_key(*_seconds: float) -> None:
        await handled(active_app.get())

    async def after_keys(pilot: "Pilot[None]") -> bool:
        await handled(pilot.app)
        return pilot.app._exception is None

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.app.wait_for_idle", after_a_key)
        patch.setattr("textual.pilot.wait_for_idle", after_a_key)
        patch.setattr(Pilot, "_wait_for_screen", after_keys)
        patch.setattr(Screen, "_compositor_refresh", draw_when_still)
        patch.setattr("textual.screen.UPDATE_PERIOD", NEVER)
        patch.setattr(Stylesheet, "_parse_rules", parse_once)
        yield
