"""Words of titles and offices, by which a name is told from the title beside it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

_TITLES = """
ACTING ADVISER ADVISOR AFFAIRS AFFAIR AFF AGENT AGRICULTURAL AGRICULTURE AIDE ALTERNATE AMB AMBASSADOR AMBASSADORIAL
AND ASSISTANT ASSOCIATE ASST AT ATTACHE ATTACHÉ BRANCH BUREAU CABINET CAPTAIN CDA CENTER CG CHARGE CHARGÉ CHIEF CHIEFS
CITY COL COLONEL COM COMMAND COMMANDER COMMERCIAL CONGEN CONOFF CONS CONSUL CONSULAR CONSULATE COORDINATOR COS COUN
COUNCIL COUNS COUNSELOR COUNSELLOR COUNSELOUR COUNCILOR COUNTRY COUNTERTERRORISM CT DAO DAS DATT DC DCM DEFENSE DELEGATION
DEP DEPARTMENT DEPUTY DESK DEVELOPMENT DIPLOMATIC DIR DIRECTOR DIVISION DOS DOJ DR DPO ECMIN ECON ECONOFF ECONCOUNS ECONOMIC
ECONOMICS ECONOMICAL ECOPOL EMBASSY EMIN ENERGY ENVIRONMENT ENVIRONMENTAL ENVOY ESTH EUR EXECUTIVE EXTRAORDINARY FINANCIAL
FIRST FOR FOREIGN GENERAL GLOBAL GOVERNANCE HEAD HEALTH HUMAN IMMIGRATION INTERNATIONAL INTERESTS INTERIM ISSUES JUSTICE
LABOR LEGAL LEGATT LIAISON MANAGEMENT MC MGT MIL MILITARY MIN MINCOUNS MINISTER MISSION MR MRS MS NARCOTICS NATIONAL
NEGOTIATOR NUCLEAR OF OFF OFFICE OFFICER OFFICIAL OIC ORGANIZATION ORGANIZATIONS P PAO PD PDAS PERMANENT PERMREP PLENIPOTENTIARY
PM PO POL POLAD POLCHIEF POLCOUNS POLICY POLITICAL POLMIL POLOFF POSTED PRESIDENT PRINCIPAL PROGRAM PROVINCIAL PRM PRT PUBLIC
RECONSTRUCTION REFUGEE REGIONAL REO REPRESENTATIVE RIGHTS RSO SCIENCE SECOND SECRETARY SECTION SECURITY SENIOR SPECIAL STAFF
SUB-NATIONAL TEAM THE THIRD TO TRADE TRANSNATIONAL TREASURY U/S UNDER UNIT USAID USDEL USEU USG USINT USNATO USUN USTR VICE
ECMINCOUNS POLMINCOUNS POLECON POL-ECON POL-MIL AIT ECPO LEADER MEMBER CHAIRMAN CHAIR CONTROL ARMS VERIFICATION COMPLIANCE
IMPLEMENTATION NONPROLIFERATION AFRICAN ASIAN EUROPEAN EASTERN WESTERN CENTRAL SOUTHERN NORTHERN NEAR HEMISPHERE EAST ASIA
AFRICA PACIFIC AI A.I. A.I AD INT'L D'AFFAIRES D'AFFAIRE D'AFFAIRS DAFFAIRES AFFAIRES AFFAIRS. IN FROM ON WITH S/CT USEUCOM STATE
DEPT DOD INL CHARGES CORRUPTION DRUG ENFORCEMENT FRAUD PREVENTION GROUP HOMELAND INFORMATION LAW MANAGER OPERATIONS PLANNING
PRESS PROLIFERATION RESOURCE RESOURCES STRATEGIC TECHNOLOGY THREAT REDUCTION TERRORISM WATCHER
"""
_ALWAYS = frozenset(_TITLES.split())
_FUZZY = tuple(word for word in sorted(_ALWAYS) if len(word) >= 6)
_COMPOSED = re.compile(
    r"(?:A|D|DEP|ACTING|POL|POLITICAL|ECON?|ECONOMIC|MIL|MIN|MINISTER|COUNS?|CONS?|COUNSELOR|OFF|CHIEF|CONGEN|AMB|C|E|P|M|"
    r"DIR|MC|COM|CUL|SCI|LAB|PA|PAO|DCM|CG|DPO)+"
)
_OFFICE = re.compile(r"[A-Z]{1,5}(?:/[A-Z&-]{1,8})+|[A-Z]{1,2}-?/?[A-Z]{0,2}/[A-Z]+")


@lru_cache(maxsize=8192)
def is_title(word: str) -> bool:
    """Tell whether a word of a Classified By line belongs to a title: known, composed, or misspelt."""
    bare = word.strip(".,:;()-").upper().replace("’", "'").replace("0", "O")
    if bare in _ALWAYS or word.strip(".,:;()-") in ("", "?"):
        return True
    if "/" in bare or "-" in bare:
        parts = [part for part in re.split(r"[/-]", bare) if part]
        if "/" in bare and _OFFICE.fullmatch(word.strip(".,:;()-")):
            return True
        return bool(parts) and all(is_title(part) for part in parts)
    if len(bare) >= 5 and _COMPOSED.fullmatch(bare) is not None and not _likely_name(word):
        return True
    return len(bare) >= 6 and _misspelt(bare)


def is_office(word: str) -> bool:
    """Tell whether a word looks like an office symbol or acronym rather than a name: ``NEA``, ``AF``, ``S/CT``."""
    bare = word.strip(".,:;()-")
    return (
        bare.isupper()
        and len(bare) <= 4
        and bare.isalpha()
        and not any(c in "AEIOUY" for c in bare[1:])
        or "/" in bare
    )


def _likely_name(word: str) -> bool:
    return word in _names()


@cache
def _names() -> frozenset[str]:
    """Names that the pieces of titles happen to spell."""
    return frozenset(("Deacon", "DEACON", "Pace", "Mace"))


def _misspelt(bare: str) -> bool:
    if not bare.isalpha():
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    most = 1 if len(bare) < 8 else 2
    return any(
        known[0] in bare[:2]
        and abs(len(known) - len(bare)) <= most
        and OSA.distance(bare, known, score_cutoff=most) <= most
        for known in _FUZZY
    )
