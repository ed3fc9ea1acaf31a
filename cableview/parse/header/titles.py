"""Words of titles and offices, by which a name is told from the title beside it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from cableview.data import tags
from cableview.parse.stations import near_words

_RANKS = """
ACTING ADVISER ADVISOR AGENT AIDE ALTERNATE AMB AMBASSADOR ASSISTANT ASSOCIATE ASST ATTACHE ATTACHÉ
CAPTAIN CDA CG CHAIR CHAIRMAN CHARGE CHARGÉ CHIEF COL COLONEL COM COMMANDER CONOFF CONS CONSUL
COORDINATOR COS COUN COUNS COUNSELOR COUNSELLOR COUNSELOUR COUNCILOR DAS DATT DCM DEP DEPUTY DIR
DIRECTOR DPO ECMIN ECONCOUNS ECONOFF EMIN ENVOY EXECUTIVE EXTRAORDINARY HEAD LEADER LEGATT LIAISON
MANAGER MC MEMBER MIN MINCOUNS MINISTER MR MRS MS NEGOTIATOR OFF OFFICER OFFICIAL PAO PDAS PERMANENT
PERMREP PLENIPOTENTIARY POLAD POLCHIEF POLCOUNS POLOFF PRESIDENT PRINCIPAL REPRESENTATIVE RSO SECRETARY
SENIOR SPECIAL U/S UNDER UNDERSECRETARY VICE WATCHER FIRST SECOND THIRD A/S D'AFFAIRES D'AFFAIRE
D'AFFAIRS DAFFAIRES AFFAIRES AI A.I A.I. INTERIM
"""
_OFFICES = """
AFFAIR AFFAIRS AFF AFRICA AFRICAN AGRICULTURAL AGRICULTURE AIT AMERICAN ARMS ASIA ASIAN BRANCH BUREAU
CABINET CENTER CENTRAL CITY COMMAND COMMERCIAL COMPLIANCE CONGEN CONSULAR CONSULATE CONTROL COUNCIL
COUNTERTERRORISM COUNTRY CT CUSTOMS DAO DEFENSE DELEGATION DEMOCRACY DEPARTMENT DEPT DESK DEVELOPMENT
DIPLOMATIC DIVISION DOD DOJ DOS DRUG EAST EASTERN ECON ECONOMIC ECONOMICAL ECONOMICS ECOPOL ECPO EMBASSY
EMBOFF ENERGY ENFORCEMENT ENVIRONMENT ENVIRONMENTAL ESTH EUROPE EUROPEAN FINANCE FINANCIAL FOREIGN FRAUD
GENERAL GLOBAL GOVERNANCE GROUP HEALTH HEMISPHERE HOMELAND HUMAN HUMANITARIAN IMMIGRATION IMPLEMENTATION
INFORMATION INT'L INTELLIGENCE INTERESTS INTERNAL INTERNATIONAL ISSUES JUSTICE LABOR LAW LEGAL
MANAGEMENT MGT MIL MILITARY MISSION MULTILATERAL NARCOTICS NATIONAL NEAR NONPROLIFERATION NORTHERN
NUCLEAR OFFICE OIC OPERATIONS ORGANIZATION ORGANIZATIONS PACIFIC PLANNING PO POL POL-ECON POL-MIL POLICY
POLITICAL POLMIL POLMINCOUNS POST PRESS PREVENTION PROGRAM PROLIFERATION PROVINCIAL PRT PUBLIC
RECONSTRUCTION REDUCTION REFUGEE REGIONAL REO RESOURCE RESOURCES RIGHTS SCIENCE SECTION SECURITY SOUTH
SOUTHERN STAFF STATE STRATEGIC SUB-NATIONAL TEAM TECHNOLOGY TERRORISM THREAT TRADE TRANSNATIONAL
TREASURY UNIT USAID USDEL USEU USG USINT USNATO USTR USUN VERIFICATION WESTERN AF NEA EUR EAP WHA SCA SA
ISN INR IO INL PRM EB EEB OES DRL PM VCI CA DS NP AC ARP NESA ISP S/P S/CT S/ES L/
"""
_SMALL = "AND AT FOR FROM IN OF ON THE TO WITH DE"
_ALWAYS = frozenset(f"{_RANKS} {_OFFICES} {_SMALL}".split())
_OFTEN_MISSPELT = """
AMBASSADOR COUNSELOR COUNSELLOR COUNSELOUR COUNCILOR MINISTER POLITICAL ECONOMIC SECRETARY ASSISTANT
DEPUTY DIRECTOR AFFAIRS ACTING OFFICER PRINCIPAL REPRESENTATIVE CONSULAR COORDINATOR PERMANENT MISSION
EMBASSY REGIONAL MILITARY ATTACHE CHARGE D'AFFAIRES ADVISOR MCOUNSELOR
"""
_MISSPELT = tuple(_OFTEN_MISSPELT.split())
_COMPOSED = re.compile(
    r"(?:AMB|CG|CHIEF|COM|CONGEN|CONS|COUNSELOR|COUNS?|CUL|DCM|DEP|DIR|DPO|ECONOMIC|ECON?|LAB|MC|MIL|MINISTER|MIN|OFF"
    r"|PAO?|POLITICAL|POL|SCI)+(?:ER)?"
)
_SYMBOL = re.compile(r"[A-Z]{1,5}(?:[/-][A-Z&]{1,8})*/[A-Z&]{1,8}(?:[/-][A-Z&]{1,8})*")
_EDGES = ".,:;()-"


@lru_cache(maxsize=8192)
def is_title(word: str) -> bool:
    """Tell whether a word of a Classified By line belongs to a title: known, composed, or misspelt."""
    bare = word.strip(_EDGES)
    upper = bare.upper().replace("’", "'").replace("0", "O")
    if upper in _ALWAYS or bare in ("", "?", "&"):
        return True
    if "/" in upper or "-" in upper:
        if _SYMBOL.fullmatch(bare):
            return True
        parts = [part for part in re.split(r"[/-]", upper) if part]
        return bool(parts) and all(len(part) == 1 or is_title(part) for part in parts)
    if len(upper) >= 5 and _COMPOSED.fullmatch(upper) is not None:
        return True
    return len(upper) >= 5 and _is_misspelt(upper)


def is_symbol(word: str, following: str) -> bool:
    """Tell whether a word before a name is an office symbol: short capitals beside a name in small letters.

    Beside a name in capitals too it must have no vowel, as ``SCA`` or ``RLM`` in front of ``JOHN DOE``.
    """
    if not (1 < len(word) <= 5 and word.isalpha() and word.isupper()):
        return False
    return not following.isupper() or not any(letter in "AEIOUY" for letter in word)


@cache
def countries() -> frozenset[str]:
    """Names of countries in capitals, of one word."""
    names = (tag["name"] for tag in tags().values() if tag["kind"] == "country" and tag["name"])
    return frozenset(name.upper() for name in names if " " not in name)


def _is_misspelt(upper: str) -> bool:
    if not upper.isalpha():
        return False
    most = 1 if len(upper) < 8 else 2
    near = (known for known in _MISSPELT if known[0] == upper[0] and abs(len(known) - len(upper)) <= most)
    return bool(near_words(upper, near, most))
