"""Importing from inside the app: what lands, what is said, how it is stopped."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from cableview import locations
from cableview.app import importing
from cableview.app.importing import named_paths, progress_text, report_text
from cableview.app.page import Page
from cableview.app.pages import read_page
from cableview.app.screens.report import ReportScreen, said
from cableview.app.session import Session
from cableview.entities import RULES_VERSION
from cableview.importing import import_paths
from cableview.model.batch import Batch, Skipped
from cableview.model.document import Document
from cableview.model.progress import Progress
from cableview.store import open_library
from cableview.store.moments import now
from tests.support.cables import text_of
from tests.support.driving import Driver, driving
from tests.support.libraries import made_pair, make_library, seed_documents, seed_library
from tests.support.screen_text import screen_text

ROOT = Path(__file__).parents[2]


def written(folder: Path, documents: list[Document]) -> Path:
    folder.mkdir()
    for document in documents:
        (folder / document.name).write_text(document.text, encoding="utf-8")
    return folder


async def import_from(d: Driver, line: str) -> None:
    await d.press("colon")
    await d.type(f"import {line}\r")


async def test_cables_land_beside_the_open_one_and_can_be_searched(tmp_path: Path) -> None:
    folder = written(tmp_path / "my cables", seed_documents())
    (folder / "scan.pdf").write_bytes(b"%PDF-1.4 x")
    (folder / "empty.txt").write_bytes(b"")
    async with driving(make_library(made_pair())) as d:
        await d.on("08ROME200")
        here = d.main.here
        await import_from(d, str(folder))
        await d.until(lambda: isinstance(d.app.screen, ReportScreen), "the report")
        text = screen_text(d.app)
        assert "5 new, 0 changed, 0 identical, 2 skipped" in text
        assert "scan.pdf" in text
        assert "empty.txt" in text
        await d.press("j", "space", "k", "b", "escape")
        await d.until(lambda: len(d.main.cables.keys) == 7, "the cables")
        assert d.cable == "08ROME200"
        assert d.main.cables.current_key == here
        await d.until(lambda: d.main.header.busy == "", "the end")
        await d.press("R")
        await d.until(lambda: isinstance(d.app.screen, ReportScreen), "the report again")
        await d.press("q", "slash")
        await d.type("norinco")
        await d.until(lambda: d.main.result is not None and d.main.result.hits, "hits")
        await import_from_list_again(d, folder)


async def import_from_list_again(d: Driver, folder: Path) -> None:
    """The same again changes nothing and keeps the search with its cursor."""
    await d.press("enter")
    await d.on("07BEIJING2896")
    await d.press("alt+1", "j")
    await d.on("08BEIJING1050")
    await d.press("I")
    await d.type(f"{folder}\r")
    await d.until(lambda: isinstance(d.app.screen, ReportScreen), "the report")
    assert "0 new, 0 changed, 5 identical, 2 skipped" in screen_text(d.app)
    await d.press("escape")
    await d.until(lambda: d.main.header.busy == "", "the end")
    assert d.cable == "08BEIJING1050"
    assert d.main.result is not None


async def test_from_the_sample_cables_go_to_the_main_library(tmp_path: Path) -> None:
    folder = written(tmp_path / "mine", made_pair())
    async with driving(locations.Library(locations.SAMPLE_LIBRARY)) as d:
        await import_from(d, str(folder))
        await d.until(lambda: d.main.session.places.name == locations.DEFAULT_LIBRARY, "the main library")
        await d.until(lambda: d.main.started and len(d.main.cables.keys) == 2, "the cables")
        await d.until(lambda: "Taken into main: 2 new" in screen_text(d.app), "the answer")
        await d.until(lambda: d.cable is not None, "an open cable")
        await d.press("R")
        await d.until(lambda: isinstance(d.app.screen, ReportScreen), "the report")
    with open_library(locations.Library().cables) as library:
        assert library.count() == 2


async def test_a_stopped_import_says_how_to_go_on_and_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = made_pair()
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(1, 251):
        text = pair[0].text.replace("0100", f"{number:04}")
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    begin = Event()
    take_in = importing.take_in

    def held_back(*arguments: Any) -> Batch:
        begin.wait()
        return take_in(*arguments)

    monkeypatch.setattr(importing, "take_in", held_back)
    async with driving(make_library(pair)) as d, AsyncExitStack() as at_the_end:
        at_the_end.callback(begin.set)  # or a failure here would wait for ever
        await import_from(d, str(folder))
        await d.until(lambda: d.main.header.busy, "progress")
        await d.press("j")
        await d.on("08ROME100")
        await import_from(d, str(folder))
        await d.until(lambda: "An import is under way" in screen_text(d.app), "the refusal")
        await d.press("escape")
        await d.until(lambda: "stopping" in screen_text(d.app), "the promise")
        begin.set()
        await d.until(lambda: isinstance(d.app.screen, ReportScreen), "the report")
        assert "Stopped before its end" in screen_text(d.app)
        await d.press("escape")
        await d.until(lambda: not d.main.header.busy, "the end")
        assert 2 < len(d.main.cables.keys) < 250
        await d.press("colon")
        await d.type("stop\r")
        await d.until(lambda: "nothing to stop" in screen_text(d.app), "the answer")
        await import_from(d, str(folder))
        await d.until(lambda: len(d.main.cables.keys) == 250, "every cable")
        assert d.cable == "08ROME100"


async def test_a_wrong_path_is_said(tmp_path: Path) -> None:
    async with driving(make_library(made_pair())) as d:
        await import_from(d, "/nowhere [/x]")
        await d.until(lambda: "no such file" in screen_text(d.app), "the answer")
        await d.press("R")
        await d.until(lambda: isinstance(d.app.screen, ReportScreen), "the report")


def test_a_line_names_paths_with_blanks_and_quotes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a b").mkdir()
    (tmp_path / "c").mkdir()
    monkeypatch.chdir(tmp_path)
    assert named_paths("a b") == (["a b"], "")
    assert named_paths("'a b' c") == (["a b", "c"], "")
    assert named_paths("c d")[1].startswith("d:")
    assert named_paths("'c")[1]
    assert named_paths("  ")[1]


@pytest.mark.parametrize(
    ("progress", "text"),
    [
        (None, "looking at what is there"),
        (Progress(0, None, 0.0, "importing"), "importing 0"),
        (Progress(1200, 3000, 600.0, "importing"), "importing 1,200 of 3,000 · 600/s · 3 s left"),
        (Progress(1, 1000, 2.0, "entities"), "entities 1 of 1,000 · 2/s · 8 min left"),
        (Progress(1, 10000, 0.5, "entities"), "entities 1 of 10,000 · 0/s · 5.6 h left"),
    ],
)
def test_progress_is_said_in_words(progress: Progress | None, text: str) -> None:
    assert progress_text(progress, stopping=False) == text
    assert "stopping" in progress_text(progress, stopping=True)


def test_the_report_names_every_skipped_file() -> None:
    skipped = tuple(Skipped(f"{number}.pdf", "a PDF") for number in range(5000))
    batch = Batch(3, now(), now(), ("a",), 1, 2, 3, skipped, (("tags", 4),))
    assert report_text(batch) == "1 new, 2 changed, 3 identical, 5,000 skipped"
    names = {line.text for line in said(batch)}
    assert {item.name for item in skipped} <= names
    assert any("tags" in name for name in names)


async def test_names_that_wait_are_found_after_the_start() -> None:
    places = make_library(made_pair())
    with open_library(places.cables) as library:
        assert library.mentions_behind() == 2
    async with driving(places) as d:
        await d.until(
            lambda: d.main.page is not None and bool(d.main.page.named), "the counts of the library"
        )
        await d.until(lambda: d.main.header.busy == "", "the end")
    with open_library(places.cables) as library:
        assert library.mentions_behind() == 0


async def test_the_open_cable_shows_names_that_another_tells(tmp_path: Path) -> None:
    bodies = ("We saw papers of Zentrolux there.", "The German company Zentrolux shipped steel.")
    folder = written(
        tmp_path / "in", [Document(f"{n}.txt", text_of(n, body)) for n, body in enumerate(bodies, 1)]
    )
    places = locations.Library("own")
    import_paths([str(folder)], places, workers=1)
    async with driving(places) as d:
        await d.until(lambda: d.main.page is not None, "the first cable")
        other = "08ROME1" if d.main.page and d.main.page.held.id == "08ROME2" else "08ROME2"
        for cable_id in (other, "08ROME1"):
            await d.press("colon")
            await d.type(f"{cable_id}\r")
            await d.until(
                lambda wanted=cable_id: (
                    d.main.page is not None
                    and d.main.page.held.id == wanted
                    and ("ORGANIZATION", "Zentrolux") in {(e.type, e.name) for e in d.main.page.entities}
                ),
                "the firm",
            )
        await d.until(lambda: d.main.header.busy == "", "the end")


async def test_a_cable_that_was_being_read_when_names_were_found_shows_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with driving(seed_library()) as d:
        before, (other, *_) = d.main.page, [key for key in d.main.cables.keys if key != d.main.here]
        reads = 0

        async def early(session: Session, cable_id: str) -> Page | None:
            nonlocal reads
            reads += 1
            page = await read_page(session, cable_id)
            if reads > 1 or page is None:
                return page
            await d.main.read_again()  # as when the stage ends: the cable before is open still
            return replace(page, found=(), mentions=(), entities=())

        monkeypatch.setattr("cableview.app.screens.reading.read_page", early)
        await d.main.read_at_once(other)
        assert d.main.page is not None
        assert d.main.page.held.key == other
        assert d.main.page is not before
        assert d.main.page.entities


async def test_names_of_other_rules_are_found_anew_after_the_start() -> None:
    places = make_library(made_pair())
    with open_library(places.cables) as library:
        library.follow_rules(RULES_VERSION - 1)
        library.add_mentions([], library.latest_version())
        assert library.mentions_behind() == 0
    async with driving(places) as d:
        await d.until(
            lambda: d.main.page is not None and bool(d.main.page.named), "the counts of the library"
        )
        await d.until(lambda: d.main.header.busy == "", "the end")
    with open_library(places.cables) as library:
        assert library.mentions_behind(RULES_VERSION) == 0


async def test_while_names_are_found_words_are_not_promised_and_another_import_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, find_entities = Event(), importing.find_entities

    def held_back(places: locations.Library, show: Any, stopped: Callable[[], bool]) -> None:
        while not (go_on.is_set() or stopped()):
            go_on.wait(0.01)
        find_entities(places, show, stopped)

    monkeypatch.setattr(importing, "find_entities", held_back)
    first = written(tmp_path / "first", made_pair())
    second = written(tmp_path / "second", seed_documents())
    async with driving(make_library([])) as d, AsyncExitStack() as at_the_end:
        at_the_end.callback(go_on.set)  # or a failure here would wait for ever
        await import_from(d, str(first))
        await d.until(lambda: len(d.main.cables.keys) == 2, "the first cables")
        await d.until(lambda: d.main.header.busy and d.main._naming, "the search for names")
        await d.press("slash")
        await d.type("zzzzqqqq")
        await d.until(lambda: "Nothing found." in screen_text(d.app), "that there is nothing")
        await d.type(" entity:zzzz")
        await d.until(lambda: "Nothing found yet" in screen_text(d.app), "that there may be such a name")
        await d.press("escape", "escape")
        await import_from(d, str(second))
        await d.until(lambda: len(d.main.cables.keys) == 7, "the other cables")
        go_on.set()
        await d.until(lambda: not d.main.header.busy, "the end")


def named(places: locations.Library) -> int:
    """How many cables have had their entities found."""
    with open_library(places.cables) as library:
        return library.count() - library.mentions_behind(RULES_VERSION)


async def test_an_import_goes_before_the_names_that_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, rest, find = Event(), Event(), importing.find_entities
    folder = written(tmp_path / "mine", seed_documents())

    def slowly(places: Any, show: Any, stopped: Any) -> None:
        if begun.is_set():
            find(places, show, stopped)
            return
        begun.set()
        while not stopped():
            show(Progress(0, 2, 0.0, "entities"))
            rest.wait(0.01)  # so that the app is not kept from running

    monkeypatch.setattr(importing, "find_entities", slowly)
    places = make_library(made_pair())
    async with driving(places) as d:
        await d.until(begun.is_set, "the search for names")
        await import_from(d, str(folder))
        await d.until(lambda: len(d.main.cables.keys) == 7, "the cables")
        await d.until(lambda: named(places) == 7, "the names of all")


WITH_STDERR_COVERED = """
import sys
from cableview.app.importing import find_entities
from cableview.importing import extraction
from cableview.store import open_library
from tests.support.libraries import made_pair, make_library

class Covered:
    def write(self, text): pass
    def flush(self): pass
    def fileno(self): return -1

extraction.SMALL = 1
places = make_library(made_pair())
sys.stderr = Covered()
find_entities(places, lambda progress: None, lambda: False)
with open_library(places.cables) as library:
    print(library.mentions_behind())
"""


def test_worker_processes_start_while_the_app_covers_stderr(tmp_path: Path) -> None:
    environment = {**os.environ, "CABLEVIEW_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", WITH_STDERR_COVERED]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "0", done.stderr
