"""The one loader of the data files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def load(name: str) -> Any:
    """Return what the file ``name.json`` beside this module holds."""
    return json.loads(Path(__file__).with_name(f"{name}.json").read_text(encoding="utf-8"))
