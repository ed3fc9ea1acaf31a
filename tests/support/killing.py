"""A program of its own that kills itself on the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path


def run_until_killed(folder: Path, program: str, *given: object) -> None:
    """Run the text of a program in a process of its own, and expect that it ends by SIGKILL."""
    path = folder / "program.py"
    path.write_text(program)
    run = subprocess.run(
        [sys.executable, str(path), *map(str, given)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
        timeout=60,
    )
    assert run.returncode == -signal.SIGKILL
