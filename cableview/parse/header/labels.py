"""How the labels of header fields look: at the beginning of a line, and glued to what stands before."""

from __future__ import annotations

import re

from cableview.parse.slips import one_slip

MARKS = r"(?:U|C|S|SBU|TS|LOU|[CSU]{1,3}/{1,2}[A-Z/ ,]{2,24}|[CS][ -]NF|C - ENTIRE TEXT)"
"""Portion markings."""

_EO = r"E\s?[.,]?\s?O\s?[.,]?:?\s{0,3}(?=1\d{3,5}\b)|DECL(?:ASSIFY(?: ON)?)?:|EXECUTIVE ORDER\s(?=1\d{4})"
_TAGS = (
    r"(?:TAGS?|TAS|TGS|TGAS|TASG|TABS|TAGES|TAAGS|TAG S|T AGS|AGS)[ \t]?[:;,.]"
    r"|TAGS?(?:[ \t]+(?:-+[ \t]+)?|-+[ \t]+)(?=[A-Z]{2})(?!OF\b|AND\b|THE\b|FOR\b)"
)
_SUBJECT = rf"(?:S?UBJ|{one_slip('SUBJECT')})[ \t]?[:;]|SUBJECT[ \t.-]+(?=\S)"
_REF = (
    r"(?:A\.[ \t]+(?=REF[ \t]+[A-Z])|\([UCS]\)[ \t]*)?REF(?:'?S|TELS?|ERENCES?)?[ \t]?(?:\(S\))?[ \t]*"
    r"(?:[:;]|\.(?=\s)|(?:(?<=\s)|[,-][ \t]+)(?=\(?[A-Z][.):]{1,2}\s|[A-Z]\s+[A-Z0-9]"
    r"|\d\d\s[A-Z]{3}[A-Z ]{0,60}\s\d|[A-Z]{3}[A-Z .'-]{0,60}\s#?\d))"
    rf"|(?!RE\b)(?:{one_slip('REF')}|{one_slip('REFTEL')})S?[ \t]?:(?=[^\n]{{0,60}}?[A-Z]{{3}}\s#?\d\d)"
)
"""With a slip in it the word is a label only where a cable is named behind it; RE is a word of its own."""
_CLASSIFIED = (
    r"(?:\(?[UCS]\)?[ \t]+)?(?:THIS (?:MESSAGE|CABLE|TELEGRAM) (?:(?:IS|WAS) )?)?"
    r"(?:CLASS?I?FI?ED[ \t]+BY\b[ \t]*:?|CLASS\.?[ \t]+BY:)"
)
_PARA = (
    r"(?:-[ \t]*)?(?:¶[ \t]*)?(?:\d{1,3}[ \t]?(?:\.(?!\d)|\)(?=\s))"
    rf"|\d{{1,3}}(?=[ \t]{{0,3}}\({MARKS}\)))|¶[ \t]*\d{{1,3}}\b"
)
_RULE = r"(?:[-=_*‐]{3}|\*(?: \*){2,})[-=_*‐ ]*(?=\n|\Z)"
_CLASS = r"(?:T ?O ?P )?(?:S E C R E T|C O N F I D E N T I A L)\b|UNCLAS(?= [A-Z]+\b.*\d{4})|NNNN\b"
_BANNER = (
    r"(?:SENSITIVE|SIPDIS|NOFORN|NODIS|EXDIS|LIMDIS|STADIS|FOUO|AIDAC|TERREP|FOR OFFICIAL USE"
    r"|NOT FOR INTERNET)\b|DERIVED FROM\b|THIS IS AN? (?:ACTION (?:REQUEST|CABLE|MESSAGE)|JOINT)"
    rf"|(?:BEGIN )?{one_slip('SUMMARY')}\b|MINIMIZE CONSIDERED"
)
_FORMS = (
    ("eo", "ED", _EO),
    ("tags", "TA", _TAGS),
    ("subject", "SU", _SUBJECT),
    ("ref", "RA(", _REF),
    ("classified", "C(UST", _CLASSIFIED),
    ("para", "-¶0123456789", _PARA),
    ("rule", "-=_*‐", _RULE),
    ("class", "TSCUN", _CLASS),
    ("banner", "SNELFATBMD", _BANNER),
)
"""(field or kind of line, the letters it may begin with, its form at the beginning of a line)."""


def _by_initial() -> dict[str, re.Pattern[str]]:
    """First character of a line to the forms that begin with it: most lines are told by that alone."""
    patterns: dict[str, re.Pattern[str]] = {}
    for initial in sorted({letter for _, initials, _ in _FORMS for letter in initials}):
        forms = "|".join(f"(?P<{kind}>{form})" for kind, initials, form in _FORMS if initial in initials)
        patterns[initial] = patterns[initial.lower()] = re.compile(forms, re.IGNORECASE)
    return patterns


_BY_INITIAL = _by_initial()
BLANKS = " \t\r\f\v\xa0"


def form_at(text: str, start: int, end: int) -> re.Match[str] | None:
    forms = _BY_INITIAL.get(text[start : start + 1])
    return forms.match(text, start, end) if forms is not None else None


GLUED = re.compile(
    rf"""(?P<eo>\bE\.?O\.?:?\ ?(?=1\d{{4}}:?\ ?(?:DECL|N/A)))
  | (?P<tags>(?:\b|(?<=N/A))(?:TAGS?|AGS)[:;]|(?<=\s)TAGS?[ ]+(?=[A-Z]{{2,5}}[,;\ ]+\(?[A-Z]{{2}}))
  | (?P<subject>\bS?UBJ(?:ECT)?[:;]|SUBJECT:|(?<=\s)SUBJECT\ -+\ )
  | (?P<ref>REF(?:TELS?|S|ERENCES?)?[ ]?(?:\(S\))?[ ]?:|(?<=[ \t])REFS?[ ]+(?=\(?A[.)]\s))
  | (?P<classified>(?:\([UCS]\)[ ]*)?CLASS?I?FIED[ ]BY\b:?)
  | (?P<para>(?<=\s)¶?\d{{1,2}}\.[ ]{{0,2}}(?=\({MARKS}\)))
  | (?P<banner>(?<=\s)(?:(?:\(?ENTIRE\ TEXT\ (?:IS\ )?)?SENSITIVE\ BUT\ (?:UNCLAS|\Z|\n|$)
      |THIS\ IS\ AN\ ACTION\ REQUEST))""",
    re.VERBOSE | re.IGNORECASE,
)
GLUED_CAPTION = re.compile(r"\bE\.?O\.?:? ?(?=1\d{4})|\b(?:TAGS?|AGS):|\bDECL:|\bS?UBJECT:")


_BARE = ("REF", "TAG")
"""What begins a word that may be a label without a colon."""


def may_glue(rest: str) -> bool:
    """Tell cheaply whether a line's rest can hold another label, so that few lines are searched for one."""
    upper = rest.upper()
    return (
        "UBJ" in upper
        or (":" in rest and ("REF" in upper or "TAG" in upper or "AGS" in upper))
        or (("REF" in rest or "TAG" in rest) and any(w.startswith(_BARE) for w in upper.split()))
        or ("(" in rest and (". (" in rest or ".(" in rest or ".  (" in rest))
        or "FIED BY" in upper
        or "SENSITIVE BUT" in upper
        or "ACTION REQUEST" in upper
        or (("DECL" in upper or "N/A" in upper) and ("E.O" in upper or "EO" in upper))
    )
