"""The named rules that say what is damage, chrome or machine residue in a raw text."""

from cableview.parse.clean.rules import RULES, Rule, clean, find_changes

__all__ = ["RULES", "Rule", "clean", "find_changes"]
