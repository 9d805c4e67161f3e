"""Large readings without the search for garbage, of which they make none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Nothing made here is garbage before the end: looking for it takes up to a third of the time
    where hundreds of thousands of values are made.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
