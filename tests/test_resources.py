"""styles/ and seeds/ are found in a checkout, in an editable install and in a wheel."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from cableview.resources import resource_dir

ROOT = Path(__file__).resolve().parents[1]
SEEDS = [
    "07BEIJING2896.txt",
    "07BEIJING5039.txt",
    "08BEIJING1050.txt",
    "08BEIJING2648.txt",
    "08BEIJING3039.txt",
]
SHOW = "from cableview.resources import resource_dir as d; print(d('seeds')); print(d('styles'))"


def test_both_folders_are_found_here() -> None:
    assert sorted(p.name for p in resource_dir("seeds").iterdir()) == SEEDS
    assert list(resource_dir("styles").glob("*.tcss"))


def test_a_missing_folder_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="'nowhere'"):
        resource_dir("nowhere")


@pytest.mark.parametrize("folder", ["seeds", "styles"])
def test_no_python_file_lies_in_them(folder: str) -> None:
    """One would break editable installs: the build backend refuses to map it."""
    assert not list((ROOT / folder).rglob("*.py"))


def built(version: str, folder: Path) -> Path:
    """Build a wheel (``standard`` or ``editable``), unpack it and return the folder."""
    builder = WheelBuilder(str(ROOT))
    wheel = next(builder.build(directory=str(folder / "dist"), versions=[version]))
    site = folder.resolve() / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def found_with(site: Path, folder: Path) -> list[Path]:
    """Run the lookup in ``folder`` with ``site`` as its only site-packages and return what it finds."""
    program = f"import site; site.addsitedir({str(site)!r}); {SHOW}"
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", program], cwd=folder, capture_output=True, text=True, check=True
    )
    return [Path(line) for line in run.stdout.splitlines()]


def test_an_editable_install_reads_the_tree_itself(tmp_path: Path) -> None:
    assert found_with(built("editable", tmp_path), tmp_path) == [ROOT / "seeds", ROOT / "styles"]


def test_a_wheel_carries_them_inside_the_package(tmp_path: Path) -> None:
    site = built("standard", tmp_path)
    package = site / "cableview"
    assert found_with(site, tmp_path) == [package / "seeds", package / "styles"]
    assert sorted(p.name for p in (package / "seeds").iterdir()) == SEEDS
    for name in SEEDS:
        assert (package / "seeds" / name).read_bytes() == (ROOT / "seeds" / name).read_bytes()
