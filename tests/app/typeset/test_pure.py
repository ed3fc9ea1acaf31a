from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
import cableview.app.typeset
from cableview.app.page import Page
print([name for name in sys.modules if name.split(".")[0] in ("textual", "rich")])
"""


def test_typesetting_needs_no_terminal_library() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
