"""An import killed at any moment: the same command again ends in the same library."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from cableview import locations
from cableview.importing import WorkerDiedError, import_paths, workers
from cableview.importing.parcel import read_pieces
from cableview.sources import Limits
from cableview.sources.piece import BytesPiece
from cableview.store import open_library
from tests.support.cables import content, searchable, text_of, write_table
from tests.support.killing import run_until_killed

_PROGRAM = """
import os, signal, sys
from cableview import locations
from cableview.importing import grouping, import_paths, run, writer
from cableview.sources import table as tables
if __name__ == "__main__":
    table, name, stop_at, workers = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    writer.BATCH, run.SMALL, grouping.BYTES, tables.CHUNK = 20, 0, 2_000, 4_000
    steps = 0
    def step(*_):
        global steps
        steps += 1
        if steps == stop_at:
            os.kill(os.getpid(), signal.SIGKILL)
    add, index_add = writer.Library.add, writer.Index.add_entry
    def counted_add(self, *a, **k):
        step()
        done = add(self, *a, **k)
        step()
        return done
    def counted_index(self, *a):
        step()
        return index_add(self, *a)
    writer.Library.add, writer.Index.add_entry = counted_add, counted_index
    import_paths([table], locations.Library(name), workers=workers, on_progress=step)
"""


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_table(tmp_path_factory.mktemp("table") / "cables.csv", 60)


@pytest.mark.parametrize(("stop_at", "processes"), [(1, 1), (3, 2), (40, 1), (62, 1)])
def test_killed_at_any_step(table: Path, tmp_path: Path, stop_at: int, processes: int) -> None:
    whole, killed = locations.Library("whole"), locations.Library("killed")
    import_paths([str(table)], whole, workers=1)
    run_until_killed(tmp_path, _PROGRAM, table, "killed", stop_at, processes)
    killed.make()
    batch = import_paths([str(table)], killed, workers=1)
    assert batch.finished is not None
    assert content(killed) == content(whole)
    assert searchable(killed) == 60


_POLITE = """
import os, signal, sys
from cableview import locations
from cableview.importing import grouping, import_paths, run
from cableview.sources import table as tables
if __name__ == "__main__":
    run.SMALL, grouping.BYTES, tables.CHUNK = 0, 2_000, 4_000
    stopped = []
    signal.signal(signal.SIGINT, lambda *_: stopped.append(1))
    # A byte comes with each signal, also with one that comes just before the wait for it.
    told, teller = os.pipe()
    os.set_blocking(teller, False)
    signal.set_wakeup_fd(teller)
    def show(progress):
        print("go", flush=True)
        os.read(told, 1)
    batch = import_paths(
        [sys.argv[1]],
        locations.Library("polite"),
        workers=2,
        on_progress=show,
        cancelled=lambda: len(stopped) > 1,
    )
    print("unfinished" if batch.finished is None else "finished")
"""


def test_ctrl_c_reaches_every_process_and_leaves_a_usable_library(table: Path, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(_POLITE)
    with subprocess.Popen(
        [sys.executable, str(program), str(table)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        said = []
        for line in process.stdout:
            said.append(line.strip())
            if line == "go\n":
                os.killpg(process.pid, signal.SIGINT)
        assert process.stderr.read() == ""
    assert process.returncode == 0
    assert said[-1] == "unfinished"
    with open_library(locations.Library("polite").cables) as library:
        assert library.check() == ()
        assert 0 < library.count() == searchable(locations.Library("polite")) < 60


def test_a_worker_that_dies_ends_the_import_with_a_clear_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    LIBRARY = locations.Library("test")  # noqa: N806
    LIBRARY.make()
    open_library(LIBRARY.cables).close()
    monkeypatch.setattr(workers, "_serve", _die)
    group = (BytesPiece("a", text_of(1).encode(), 1),)
    with pytest.raises(WorkerDiedError, match="same command again"):
        list(workers.work_in_workers(iter([group]), LIBRARY.cables, partial(read_pieces, limits=Limits()), 1))


def _die(*_: object) -> None:
    os._exit(1)
