"""From a cable to the entities it names: pure functions over rules and gazetteers."""

from cableview.entities.find import Names, count_names, find_mentions
from cableview.entities.memory import Known
from cableview.entities.panel import Entity, group

RULES_VERSION: int = 4
"""Raised whenever the same cable gives other mentions: a held library then finds its names anew."""

__all__ = ["RULES_VERSION", "Entity", "Known", "Names", "count_names", "find_mentions", "group"]
