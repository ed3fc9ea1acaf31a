"""Where things are kept, and which library opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from cableview import locations
from tests.support.unwritable import make_unwritable


def test_one_variable_moves_everything(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CABLEVIEW_HOME", str(tmp_path / "stick"))
    library = locations.Library("work")
    for place in (library.cables, library.marks, library.cache, locations.config_dir()):
        assert place.is_relative_to(tmp_path / "stick")
    assert not (tmp_path / "stick").exists()


def test_without_the_variable_the_system_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CABLEVIEW_HOME")
    assert "cableview" in locations.Library().cables.parts


def test_folders_are_private() -> None:
    library = locations.Library("private")
    library.make()
    assert library.data.stat().st_mode & 0o077 == 0
    assert library.cache.stat().st_mode & 0o077 == 0


def test_the_sample_opens_until_something_was_imported() -> None:
    assert locations.choose().name == locations.SAMPLE_LIBRARY
    locations.Library().make()
    locations.Library().cables.touch()
    assert locations.choose().name == locations.DEFAULT_LIBRARY
    assert locations.choose("other").name == "other"


@pytest.mark.parametrize("name", ["", "../x", "a/b", "a b", ".", "\x1b[31m"])
def test_a_library_name_is_a_plain_word(name: str) -> None:
    with pytest.raises(ValueError, match="letters"):
        locations.choose(name)


def test_a_library_that_is_only_read_has_its_search_cache_elsewhere(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    one, other = locations.Library("work"), locations.Library("work-2")
    one.make()
    one.cables.touch()
    beside = one.cache
    make_unwritable(monkeypatch, home / "cableview" / "data")
    assert [one.readonly, other.readonly] == [True, False]
    assert one.cache != beside
    assert one.cache.is_relative_to(home / "xdg_cache_home")
    monkeypatch.setenv("CABLEVIEW_HOME", str(home / "other"))
    assert one.cache != beside
