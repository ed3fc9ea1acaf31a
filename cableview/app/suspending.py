"""Going back to the shell for a moment: whether there is one."""

from __future__ import annotations

import os


def has_shell() -> bool:
    """Tell whether a shell with jobs started this program, so that its ``fg`` can bring it back.

    Such a shell gives each job a group of its own. Stopped under anything else (a script, a window opened
    for this program alone) it would hang.
    """
    try:
        parent = os.getppid()
        return os.getsid(parent) == os.getsid(0) and os.getpgid(parent) != os.getpgrp()
    except (AttributeError, OSError):  # no such system; the parent is gone or not ours to ask about
        return False
