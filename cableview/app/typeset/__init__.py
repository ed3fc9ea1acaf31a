"""Setting a cable in lines of cells. Nothing here knows a terminal library."""

from cableview.app.typeset.build import Options, typeset
from cableview.app.typeset.columns import MEASURE
from cableview.app.typeset.sheet import CARD, TAIL, Line, Link, Sheet, Span

__all__ = ["CARD", "MEASURE", "TAIL", "Line", "Link", "Options", "Sheet", "Span", "typeset"]
