"""Everything above the first paragraph: transmission block, addressees, captions and labelled fields."""

from cableview.parse.header.read import read_header
from cableview.parse.header.record import Header

__all__ = ["Header", "read_header"]
