"""Every test runs on a home of its own, with still pictures."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A slow machine fails no test, and the same tree fails none by chance: ``--hypothesis-profile=default``
# tries other examples at every run.
settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")

# Textual reads these when it is imported, which is before any fixture runs.
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["TEXTUAL_FPS"] = "15"  # drawing takes most of the time of a test, and nobody looks
for _name in ("NO_COLOR", "TEXTUAL", "TEXTUAL_THEME"):
    os.environ.pop(_name, None)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point every place that cableview may write to into ``tmp_path``."""
    place = tmp_path / "home"
    place.mkdir()
    monkeypatch.setenv("HOME", str(place))
    monkeypatch.setenv("CABLEVIEW_HOME", str(place / "cableview"))
    monkeypatch.delenv("CABLEVIEW_NLP", raising=False)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(place / name.lower()))
    return place
