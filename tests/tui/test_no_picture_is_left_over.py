"""Every picture that is kept belongs to a test. The snapshot plug-in says so by itself only where
one process runs all tests."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent
KEPT = HERE / "__snapshots__"


@pytest.mark.parametrize("folder", sorted(KEPT.iterdir()), ids=lambda folder: folder.name)
def test_every_picture_belongs_to_a_test(request, folder: Path):
    module = pytest.Module.from_parent(request.session, path=HERE / f"{folder.name}.py")
    names = {item.name for item in request.session.genitems(module)}
    assert {picture.stem for picture in folder.iterdir()} - names == set()
