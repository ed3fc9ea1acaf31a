"""Worker processes: what they make of each group of work comes back in order, a few groups at a time."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from itertools import islice
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar

from cableview.importing.parcel import pack, unpack
from cableview.store import Library, open_library

Group = TypeVar("Group")
Result = TypeVar("Result")
_AHEAD = 2
"""Groups under way for each worker, so that none waits for the next."""
_RESERVE = 24
"""Groups under way beside those: workers go on while the writer waits for the search engine to commit."""
_YOUNG = 10_000
"""Records of a group are none of them garbage: they are looked through seldom."""
_DIED = "a worker process ended unexpectedly, perhaps for want of memory; run the same command again"


class WorkerDiedError(RuntimeError):
    """A worker process ended in the middle of its work, as it does when the machine runs out of memory."""


def default_workers() -> int:
    """Return one worker a core, at most eight: the one writer feeds no more."""
    return max(1, min(8, os.cpu_count() or 1))


def work_here(
    groups: Iterator[Group], library: Library, work: Callable[[Group, Library], Result]
) -> Generator[Result, None, None]:
    """Do the work in this process: a small import is done before a worker has started."""
    for group in groups:
        yield work(group, library)


def work_in_workers(
    groups: Iterator[Group],
    path: Path,
    work: Callable[[Group, Library], Result],
    workers: int,
    *,
    niceness: int = 0,
) -> Generator[Result, None, None]:
    """Do the work in worker processes and yield the results in the order of the groups.

    Each worker has the library at ``path`` open for reading. At most a few groups are under way, so that
    memory stays flat. ``niceness`` is how far the workers stand back behind other programs. Closing the
    iterator ends the workers. Raises what ``work`` raises, and WorkerDiedError when a worker ends by itself.
    """
    # Spawned, not forked: the search engine's threads do not survive a fork.
    context = multiprocessing.get_context("spawn")
    idle: SimpleQueue[Connection] = SimpleQueue()
    links = ExitStack()
    processes = []
    for _ in range(workers):
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, path, work, niceness), daemon=True)
        with _sigint_blocked():
            process.start()
        theirs.close()
        links.enter_context(ours)
        processes.append(process)
        idle.put(ours)

    def call(group: Group) -> Result:
        link = idle.get()
        try:
            link.send_bytes(pack(group))
            answer: Result | Exception = unpack(link.recv_bytes())
        except (EOFError, OSError) as error:
            raise WorkerDiedError(_DIED) from error
        finally:
            idle.put(link)
        if isinstance(answer, Exception):
            raise answer
        return answer

    with links, ThreadPoolExecutor(workers) as threads:
        pending: deque[Future[Result]] = deque()
        try:
            pending.extend(
                threads.submit(call, group) for group in islice(groups, _AHEAD * workers + _RESERVE)
            )
            while pending:
                yield pending.popleft().result()
                pending.extend(threads.submit(call, group) for group in islice(groups, 1))
        finally:
            for future in pending:
                future.cancel()
            # A thread that still waits for an answer wakes up when the other end is gone.
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


def _serve(link: Connection, path: Path, work: Callable[[Group, Library], Result], niceness: int) -> None:
    # Ctrl+C goes to every process of the terminal; the writer decides when its workers end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if niceness and hasattr(os, "nice"):
        os.nice(niceness)
    frozen = False
    with open_library(path, readonly=True) as library:
        while True:
            try:
                group: Group = unpack(link.recv_bytes())
            except (EOFError, OSError):
                return
            answer: Result | Exception
            try:
                answer = work(group, library)
            except Exception as error:
                answer = error
            try:
                link.send_bytes(pack(answer))
            except OSError:
                return
            if not frozen:
                # Tables loaded for the first group stay: without them each collection takes a fraction.
                gc.collect()
                gc.freeze()
                gc.set_threshold(_YOUNG)
                frozen = True
