"""Text of a cable to a Cable and its problems: pure functions, no disk, no network."""

from cableview.parse.cable import PARSER_VERSION, parse_document, parse_text
from cableview.parse.identifiers import canonical_id

__all__ = ["PARSER_VERSION", "canonical_id", "parse_document", "parse_text"]
