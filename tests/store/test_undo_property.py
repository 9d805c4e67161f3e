"""Whatever was done, step after step can be taken back, and brought again, exactly."""

from datetime import date

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from staketerm.store.clock import SystemClock
from staketerm.store.opening import open_store
from staketerm.store.records import Project, Signal, Stakeholder, Tag
from staketerm.store.store import Store
from staketerm.store.undo import last_undoable, undo
from tests.store.people import visible

WHO = [f"00000000-0000-7000-8000-00000000000{n}" for n in range(3)]
PROJECT = "00000000-0000-7000-8000-0000000000aa"
SIGNALS = [f"00000000-0000-7000-8000-0000000000b{n}" for n in range(3)]
TAGS = [f"00000000-0000-7000-8000-0000000000c{n}" for n in range(2)]
words = st.sampled_from(["ada", "bo", "cy"])
flags = st.booleans()

people = st.builds(
    lambda id, name, job, private: Stakeholder(
        id=id, name=name, folded=name, handle=f"h{id[-1]}", job=job, private=private
    ),
    st.sampled_from(WHO),
    words,
    st.none() | words,
    flags,
)
signals = st.builds(
    lambda id, who, note, ignored: Signal(
        id=id,
        stakeholder=who,
        project=PROJECT,
        day=date(2026, 11, 3),
        kind="contact",
        note=note,
        ignored=ignored,
    ),
    st.sampled_from(SIGNALS),
    st.just(WHO[0]),
    st.none() | words,
    flags,
)
tags = st.builds(
    lambda id, tag: Tag(id=id, stakeholder=WHO[0], tag=tag), st.sampled_from(TAGS), words
)
puts = st.tuples(st.just("put"), people | signals | tags)
deletes = st.tuples(
    st.just("delete"),
    st.sampled_from(
        [(Stakeholder, WHO[1]), (Stakeholder, WHO[2])]
        + [(Signal, id) for id in SIGNALS]
        + [(Tag, id) for id in TAGS]
    ),
)
many = st.tuples(st.just("many"), st.lists(people | signals | tags, max_size=4))
quiet = st.tuples(st.just("quiet"), st.lists(people | signals | tags, max_size=4))
batches = st.lists(puts | deletes | many | quiet, min_size=1, max_size=6)
histories = st.lists(batches, min_size=1, max_size=6)


def play(store: Store, batch) -> None:
    with store.write("play") as work:
        for what, given_ in batch:
            if what == "put":
                work.put(given_)
            elif what == "delete":
                work.delete(*given_)
            else:
                work.put_many(given_, logged=what == "many")


def take_back(store: Store, batch: str):
    with store.write("undo", undoes=batch) as work:
        result = undo(work, batch)
    return work.batch, result


def begun() -> Store:
    store = open_store(":memory:", clock=SystemClock("UTC"))
    with store.write("begin") as work:
        work.put(Project(id=PROJECT, name="Bridge"))
        work.put(Stakeholder(id=WHO[0], name="ada", folded="ada", handle="h0"))
    return store


@settings(max_examples=12, phases=[Phase.generate])
@given(histories)
def test_every_step_can_be_taken_back_and_brought_again(history):
    store = begun()
    seen = [visible(store)]
    for batch in history:
        with store.read() as reader:
            before = last_undoable(reader)
        play(store, batch)
        with store.read() as reader:
            if last_undoable(reader) != before:
                seen.append(visible(store))
    undos = []
    for expected in reversed(seen[:-1]):
        with store.read() as reader:
            batch = last_undoable(reader, besides={"begin"})
        assert batch is not None
        undone, result = take_back(store, batch.id)
        assert result.left_alone == ()
        assert visible(store) == expected
        undos.append(undone)
    with store.read() as reader:
        assert last_undoable(reader, besides={"begin"}) is None
    for undone, expected in zip(reversed(undos), seen[1:], strict=True):
        _redo, result = take_back(store, undone)
        assert result.left_alone == ()
        assert visible(store) == expected
    for expected in reversed(seen[:-1]):
        with store.read() as reader:
            batch = last_undoable(reader, besides={"begin"})
        assert batch is not None
        _undone, result = take_back(store, batch.id)
        assert visible(store) == expected
        assert result.left_alone == ()
    store.close()
