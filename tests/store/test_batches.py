from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from cableview.model.batch import Skipped
from cableview.model.cable import Problem
from cableview.store import Library, open_library
from tests.support.stored import cable, prepared

CRASH = """
import sys
from pathlib import Path
from cableview.store import open_library
from tests.support.stored import cable, prepared
library = open_library(Path(sys.argv[1]))
batch = library.start_batch(["a.zip"])
library.add(batch, [prepared(cable(f"08BEIJING{n}")) for n in range(1, 4)])
print("kept", flush=True)
with library._database.write():
    library._database.run("DELETE FROM raw")
    print("half", flush=True)
    sys.stdin.read()
"""


def test_report(library: Library) -> None:
    batch = library.start_batch(["a.zip", "b.txt"])
    odd = replace(cable("08BEIJING1"), problems=(Problem("tags", None, "-"), Problem("tags", None, "-")))
    library.add(batch, [prepared(odd), prepared(cable("08BEIJING2"))])
    library.add(batch, [prepared(odd), prepared(cable("08BEIJING2", "other"))], identical=3)
    library.skip(batch, [Skipped("x.pdf", "not a text")])
    report = library.finish_batch(batch, [Skipped("\udcff.txt", "empty")])
    assert (report.new, report.changed, report.identical) == (2, 1, 4)
    assert report.sources == ("a.zip", "b.txt")
    assert report.skipped == (Skipped("x.pdf", "not a text"), Skipped("?.txt", "empty"))
    assert report.problems == (("tags", 1),)
    assert report.finished is not None
    assert report.finished >= report.started
    assert library.batches() == (report,)


def test_finished_batch_is_not_gone_on_with(library: Library) -> None:
    first = library.start_batch(["a.zip"])
    assert library.start_batch(["b.zip"]) != first
    assert library.start_batch(["a.zip"]) == first
    library.finish_batch(first)
    assert library.start_batch(["a.zip"]) not in {first, library.batches()[-1].id}
    assert [batch.sources[0] for batch in library.batches()] == ["a.zip", "b.zip", "a.zip"]


def test_killed_import_goes_on_without_doubles_or_gaps(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with subprocess.Popen(
        [sys.executable, "-c", CRASH, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as process:
        assert process.stdout is not None
        assert [process.stdout.readline() for _ in range(2)] == [b"kept\n", b"half\n"]
        process.kill()
    with open_library(path) as library:
        (stopped,) = library.batches()
        assert (stopped.finished, stopped.new) == (None, 3)
        assert library.check(thorough=True) == ()
        batch = library.start_batch(["a.zip"])
        assert batch == stopped.id
        library.add(batch, [prepared(cable(f"08BEIJING{n}")) for n in range(1, 6)])
        report = library.finish_batch(batch)
        assert (report.new, report.changed, report.identical) == (5, 0, 0)
        assert len({row.id for row in library.rows(library.order())}) == library.count() == 5
        assert [version for version, *_ in library.documents()] == [1, 2, 3, 4, 5]
