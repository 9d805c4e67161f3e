"""`demo`: a made-up journal that touches nothing of yours."""


def test_the_demo_is_written_where_it_is_wanted(say, place, tmp_path):
    target = tmp_path / "demo.db"
    assert str(target) in say("demo", "--into", str(target)).out
    told = say("list", "--json", "--journal", str(target)).json["stakeholders"]
    assert len(told) >= 24
    assert {row["position"] for row in told} >= {"partner", "critic", "opponent", "unknown"}
    assert say("due", "--json", "--all", "--journal", str(target)).json["actions"]
    assert not place.exists()


def test_the_demo_writes_over_nothing(say, ada, place):
    said = say("demo", "--into", str(place), code=2)
    assert str(place) in said.err
    assert len(say("list", "--json").json["stakeholders"]) == 1


def test_without_a_terminal_the_demo_does_not_open(program, place, tmp_path):
    said = program("demo", code=2, TMPDIR=str(tmp_path))
    assert "terminal" in said.err
    assert list(tmp_path.glob("staketerm-demo-*")) == []
