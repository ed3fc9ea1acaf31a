"""Setting a cable in lines of cells. Nothing here knows a terminal library."""

from cableview.app.typeset.build import Options, typeset
from cableview.app.typeset.columns import MEASURE
from cableview.app.typeset.line import CARD, TAIL, Line, Link, Span
from cableview.app.typeset.sheet import Sheet

__all__ = ["CARD", "MEASURE", "TAIL", "Line", "Link", "Options", "Sheet", "Span", "typeset"]
