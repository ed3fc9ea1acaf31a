"""A pseudo-terminal with a real program on it, as a person at a keyboard has it."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

CONTROLS = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[P_^X][^\x1b]*\x1b\\|[ -/]*[0-~])"
)
DEADLINE = 60.0


class Terminal:
    """A pseudo-terminal with a program on it; ``seen`` is every byte the program sent to it."""

    def __init__(
        self, command: list[str], environment: dict[str, str], *, columns: int = 140, lines: int = 40
    ) -> None:
        self.seen = b""
        size = struct.pack("HHHH", lines, columns, 0, 0)
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.execvpe(command[0], command, environment)

    def press(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def read_until(self, words: str) -> None:
        """Read until ``words`` were drawn. Raises AssertionError with what was drawn instead."""
        limit = time.monotonic() + DEADLINE
        while words not in self.text():
            left = limit - time.monotonic()
            ready = left > 0 and select.select([self._master], [], [], left)[0]
            assert ready, f"{words!r} never came; drawn: {self.text()[-2000:]!r}"
            self._read()

    def read_for(self, seconds: float) -> None:
        """Read what is drawn for so long."""
        limit = time.monotonic() + seconds
        while (left := limit - time.monotonic()) > 0 and select.select([self._master], [], [], left)[0]:
            self._read()

    def read_to_end(self) -> int:
        """Read until the program ends; return its exit code."""
        while self._read():
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def kill(self) -> None:
        """End the program as a power cut would."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._master)

    def text(self) -> str:
        return CONTROLS.sub("", self.seen.decode("utf-8", "replace"))

    def _read(self) -> bool:
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.seen += data
        return bool(data)
