"""From sources to the library, in batches, with progress."""

from cableview.importing.extraction import extract_entities
from cableview.importing.rereading import read_again
from cableview.importing.run import import_paths, import_seeds
from cableview.importing.workers import WorkerDiedError

__all__ = ["WorkerDiedError", "extract_entities", "import_paths", "import_seeds", "read_again"]
