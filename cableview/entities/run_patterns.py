"""What a stretch of capitalised words looks like."""

from __future__ import annotations

import re

UPPER = "A-ZÀ-ÖØ-ÞĀĆČĐĒĞĪİŁŃŌŐŒŚŞŠŪŮŰŹŻŽ"
_TAILS = (
    "based|led|era|controlled|made|raised|related|backed|style|owned|run|funded|born|sponsored|built"
    "|produced|supplied|"
    "bound|wide|flagged|registered|origin|level|held|dominated|like|occupied|trained|educated|supported"
    "|registered|area|"
    "friendly|designated|only|type|affiliated|linked|inspired|financed|specific|compliant|elect|listed"
    "|mandated|brokered"
)
_OWNERS = "e(?:ople|achers|n)|o(?:men|rkers?|rd|urnalists)|a(?:rmers?|wyers)|hildren|tudents|riters"
_OWNERS += "|hareholders|roducers|uppliers|mployers|eterans"
# after the first capital: a plain word, as most are, or
# U.S. | S. Sedney | Corp. | People's Committee | any word with hyphens, apostrophes
_REST = (
    r"(?:\w*+(?![-./&’'‘`])|"
    rf"(?:\.[{UPPER}])+(?:\.|\b)|\.(?= [{UPPER}])|(?:o(?:rp)?|t(?:da?|y|e)?|r(?:os)?|nc|vt|ia|m|dn|hd)\."
    r"(?=[ ,;)]|$)|\w*ng[’'](?= [A-Z])|"
    rf"(?:{_OWNERS})[’']s?(?= [{UPPER}])|\w*(?:-(?!(?:{_TAILS})\b)\w+|[/&]\w+|[’'‘`](?!s\b)\w+)*)"
)
_ARABIC = r"(?:al|el|u[dlrsz]|ash|as|an|ad|ar|at|az|d|l)[-’']"
WORD = rf"(?:{_ARABIC})?[{UPPER}]{_REST}"
_GLUED = (
    r"(?:(?:&|de la|de los|de las|de|del|della|dalla|dal|di|da|do|dos|das|du|des|van der|van den|van|von"
    r"|bin|ibn|bint|binti|binte|ben|al|el|ul|ould|arap|wa|af|av|la|las|los|le|ten|ter|zu|zur|[ads]/[lpo]"
    rf"|ve|und|e|y) )?{WORD}"
)
# the lookahead spares the engine most words that end a run
RUN = re.compile(rf"[{UPPER}]{_REST}(?: (?:[{UPPER}]{_REST}|(?=[&abdeilouvyz]|wa |s/o |te[nr] ){_GLUED}))*")
# "Pavo Trading Pte. Ltd. | Daewoo": the full stop after a company form ends a sentence too
SUFFIX_STOP = re.compile(r"((?:Ltd|Inc|Corp|Plc|Ltda)\.) (?!(?:Ltd|Inc|Corp|Pte|Pvt|Co)\b)")
ARTICLE = re.compile(rf"(?<!\w){_ARABIC}$")
