"""Worker processes that read and parse pieces of a source; results come back in order, a few at a time."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue

from cableview.importing.parcel import Parcel, pack, read_pieces, unpack
from cableview.sources import Limits, Piece
from cableview.store import Library, open_library

Group = tuple[Piece, ...]
_AHEAD = 2
"""Groups under way for each worker, so that none waits for the writer."""
_DIED = "a worker process ended unexpectedly, perhaps for want of memory; run the same command again"


class WorkerDiedError(RuntimeError):
    """A worker process ended in the middle of its work, as it does when the machine runs out of memory."""


def default_workers() -> int:
    """Return one worker a core, at most eight: the one writer feeds no more."""
    return max(1, min(8, os.cpu_count() or 1))


def read_here(groups: Iterator[Group], library: Library, limits: Limits) -> Iterator[Parcel]:
    """Read groups in this process: a small import is done before a worker has started."""
    for group in groups:
        yield read_pieces(group, library, limits)


def read_in_workers(
    groups: Iterator[Group], path: Path, limits: Limits, workers: int
) -> Generator[Parcel, None, None]:
    """Read groups in worker processes and yield the parcels in the order of the groups.

    At most a few groups are under way, so that memory stays flat. Closing the iterator ends the workers.
    Raises WorkerDiedError when one of them ends by itself.
    """
    # Spawned, not forked: the search engine's threads do not survive a fork.
    context = multiprocessing.get_context("spawn")
    idle: SimpleQueue[Connection] = SimpleQueue()
    links, processes = [], []
    for _ in range(workers):
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, path, limits), daemon=True)
        with _sigint_blocked():
            process.start()
        theirs.close()
        links.append(ours)
        processes.append(process)
        idle.put(ours)

    def call(group: Group) -> Parcel:
        link = idle.get()
        try:
            link.send_bytes(pack(group))
            answer: Parcel | Exception = unpack(link.recv_bytes())
        except (EOFError, OSError) as error:
            raise WorkerDiedError(_DIED) from error
        finally:
            idle.put(link)
        if isinstance(answer, Exception):
            raise answer
        return answer

    with ThreadPoolExecutor(workers) as threads:
        pending: deque[Future[Parcel]] = deque()
        try:
            pending.extend(threads.submit(call, group) for group in islice(groups, _AHEAD * workers))
            while pending:
                yield pending.popleft().result()
                pending.extend(threads.submit(call, group) for group in islice(groups, 1))
        finally:
            for future in pending:
                future.cancel()
            for link in links:
                link.close()
            for process in processes:
                process.terminate()
                process.join()


@contextmanager
def _sigint_blocked() -> Iterator[None]:
    """Let a process that starts here be deaf to Ctrl+C from its first moment, where the system can do it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # Starting the first process also starts this one, which takes the block away: so it goes first.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(link: Connection, path: Path, limits: Limits) -> None:
    # Ctrl+C goes to every process of the terminal; the writer decides when its workers end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with open_library(path, readonly=True) as library:
        while True:
            try:
                group: Group = unpack(link.recv_bytes())
            except (EOFError, OSError):
                return
            answer: Parcel | Exception
            try:
                answer = read_pieces(group, library, limits)
            except Exception as error:
                answer = error
            try:
                link.send_bytes(pack(answer))
            except OSError:
                return
