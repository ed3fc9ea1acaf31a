"""From a cable to the entities it names: pure functions over rules and gazetteers."""

from cableview.entities.find import find_mentions
from cableview.entities.panel import Entity, group

__all__ = ["Entity", "find_mentions", "group"]
