"""Where the folders that ship with cableview are: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path


def resource_dir(name: str) -> Path:
    """Return the folder ``name`` (``styles`` or ``seeds``).

    An installed wheel carries it inside the package, a checkout and an editable install beside it.
    Raises FileNotFoundError, naming the folder, when neither exists.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"cableview is installed without its folder {name!r}; install it again")
