"""The five bundled cables, read by hand: what every paragraph and every mention must come out as."""

from __future__ import annotations

from pathlib import Path

import pytest

from cableview.model.cable import Cable
from cableview.parse import parse_text
from cableview.parse.align import align

SEEDS = Path(__file__).parents[2] / "seeds"

# number, printed, marking, heading, words, first words, last words
PARAGRAPHS: dict[str, tuple[tuple[int, str, str, str | None, int, str, str], ...]] = {
    "07BEIJING2896": (
        (1, "11.", "C", None, 81, "Summary: The United", "End Summary."),
        (2, "12.", "C", None, 112, "NORINCO officials were", "Li maintained."),
        (3, "13.", "C", None, 66, "Li claimed that", "to Iran."),
        (4, "14.", "C", None, 99, "Li told us", "in Iran."),
        (5, "15.", "C", None, 57, "Li told Poloff", "this summer."),
    ),
    "07BEIJING5039": (
        (1, "11.", "S", None, 66, "On July 25,", "to Iran."),
        (2, "12.", "S", None, 125, "Zhang claimed that", "any information."),
        (3, "13.", "S", None, 50, "DG Zhang reiterated", "foreign countries."),
        (4, "14.", "S", None, 50, "Charge stressed the", "he said."),
        (
            5,
            "15.",
            "S",
            "Another Issue: Arms Sales to Iran and Non-State Actors",
            126,
            "Zhang used the",
            "Charge said.",
        ),
    ),
    "08BEIJING1050": (
        (1, "11.", "S", "Summary", 137, "PolMinCouns and MFA", "End Summary."),
        (2, "12.", "S", None, 65, "PolMinCouns and MFA", "the plan."),
        (3, "13.", "S", "Enhancing Export Control Cooperation", 169, "PolMinCouns noted that", "he said."),
        (
            4,
            "¶ 14.",
            "S",
            "Dialogue with Chinese Companies",
            84,
            "PolMinCouns noted that",
            "Compliance Program.",
        ),
        (5, "¶ 15.", "S", "Dialogue with Chinese Companies", 99, "Li described these", "United States."),
        (6, "¶ 16.", "S", "Review of Open Cases", 127, "PolMinCouns pointed out", "control cooperation."),
    ),
    "08BEIJING2648": (
        (1, "1.", "S", None, 127, "Summary. MFA Arms", "End Summary."),
        (2, "2.", "S", None, 9, "See Ref A", "on LIMMT."),
        (3, "3.", "S", "NAMCHONGANG", 136, "Zhang noted that", 'in China."'),
        (4, "4.", "S", "BELLAMAX", 198, "Zhang noted that", "since then.)"),
        (5, "5.", "S", "BEIJING HUAYUN INTERNATIONAL TRADING COMPANY", 91, "Zhang stated that", "(Ref D)."),
        (6, "6.", "S", "ZIBO CHEMET EQUIPMENT COMPANY LIMITED", 182, "Zhang stated that", "in 2007.)"),
        (7, "7.", "S", "China Precision Engineering Company (CPEI)", 189, "In 2006, said", "in 2007.)"),
        (8, "8.", "S", "CEIEC", 146, "Zhang noted that", "of CEIEC.)"),
        (9, "9.", "S", "China Taly Aviation Corporation (CTAC)", 129, "Zhang said that", "of CTAC.)"),
        (10, "10.", "S", "Xinshidai", 70, "The United States", "of Xinshidai.)"),
        (11, "11.", "S", "CPMIEC", 175, "Zhang stated that", "its investigation.)"),
        (12, "12.", "S", "MOST GROUP CORPORATION LIMITED", 133, "In March 2008,", "(Ref L)."),
        (
            13,
            "13.",
            "S",
            "DALIAN ZHONGBANG CHEMICAL INDUSTRIES",
            154,
            "Zhang said the",
            "Singaporean companies.",
        ),
        (
            14,
            "14.",
            "S",
            "DALIAN ZHONGBANG CHEMICAL INDUSTRIES",
            112,
            "Zhang noted that",
            "Dalian Zhongbang.)",
        ),
        (
            15,
            "15.",
            "S",
            "PRC REQUESTS ACCURATE AND RELIABLE INFORMATION",
            80,
            "Director Zhang told",
            "said Zhang.",
        ),
        (
            16,
            "16.",
            "S",
            "PRC REQUESTS ACCURATE AND RELIABLE INFORMATION",
            112,
            "However, said Zhang,",
            '"cannot accept."',
        ),
        (
            17,
            "17.",
            "S",
            "PRC REQUESTS ACCURATE AND RELIABLE INFORMATION",
            80,
            "Zhang said that",
            "and China.",
        ),
    ),
    "08BEIJING3039": (
        (1, "¶1.", "S", None, 58, "PolOff delivered reftel", "sensitive items."),
        (2, "¶2.", "S", None, 60, "Zhang praised past", "these restrictions."),
        (3, "¶3.", "S", None, 83, "When asked about", "the IAEA."),
    ),
}

# paragraph, text, ids
MENTIONS: dict[str, list[tuple[int, str, str]]] = {
    "07BEIJING2896": [(1, "reftel", "")],
    "07BEIJING5039": [(2, "reftel", "07BEIJING1625")],
    "08BEIJING1050": [
        (2, "ref A", "07BEIJING5361"),
        (2, "ref B", "07BEIJING7297"),
        (3, "ref C", "08BEIJING463"),
        (3, "ref D", "08BEIJING578"),
        (6, "ref E", "07BEIJING7141"),
    ],
    "08BEIJING2648": [
        (2, "Ref A", "08BEIJING2550"),
        (3, "Ref B", "08BEIJING2302"),
        (4, "Ref C", "07BEIJING1625"),
        (5, "Ref D", "06BEIJING1429"),
        (6, "Ref E", "08BEIJING2614"),
        (6, "Ref F", "07BEIJING5848"),
        (7, "Ref G", "07BEIJING5361"),
        (8, "Ref H", "07BEIJING4645"),
        (9, "Ref I", "07BEIJING5499"),
        (10, "Ref J", "07BEIJING6576"),
        (11, "Ref K", "07BEIJING6199"),
        (12, "Ref L", "08BEIJING1209"),
        (14, "Ref M", "08BEIJING1354"),
    ],
    "08BEIJING3039": [(1, "reftel", "08STATE83144")],
}

SIGNERS = {
    "07BEIJING2896": ("RANDT",),
    "07BEIJING5039": (),
    "08BEIJING1050": ("RANDT",),
    "08BEIJING2648": ("RANDT",),
    "08BEIJING3039": ("RANDT",),
}
SUMMARIES = {
    "07BEIJING2896": ("The United States decision", "seeking meetings with emboffs."),
    "08BEIJING1050": ("PolMinCouns and MFA", "as soon as possible."),
    "08BEIJING2648": ("MFA Arms Control", "States and China."),
}
RULES = {
    "07BEIJING2896": {"markdown-link": 10, "mangled-pilcrow": 5, "trailer": 1},
    "07BEIJING5039": {"tex": 3, "markdown-bullet": 4, "mangled-pilcrow": 5, "trailer": 1},
    "08BEIJING1050": {"mangled-pilcrow": 6, "trailer": 1},
    "08BEIJING2648": {"doubled-header": 1, "trailer": 1},
    "08BEIJING3039": {},
}


def read(name: str) -> tuple[str, Cable]:
    raw = (SEEDS / f"{name}.txt").read_bytes().decode("utf-8")
    return raw, parse_text(raw)


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_paragraphs(name: str) -> None:
    _, cable = read(name)
    found = []
    for p in cable.paragraphs:
        words = p.text.split()
        ends = " ".join(words[:3]), " ".join(words[-2:])
        found.append((p.number, p.printed, p.marking, p.heading, len(words), *ends))
    assert found == list(PARAGRAPHS[name])
    assert all("\n" not in paragraph.text for paragraph in cable.paragraphs)


def test_every_paragraph_of_the_seeds_is_in_the_table() -> None:
    assert sum(len(rows) for rows in PARAGRAPHS.values()) == 36
    assert sum(len(rows) for rows in MENTIONS.values()) == 21


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_sources_are_the_exact_places(name: str) -> None:
    raw, cable = read(name)
    end = 0
    for paragraph in cable.paragraphs:
        start, stop = paragraph.source
        assert end <= start < stop <= len(raw)
        assert raw[start:stop].startswith(paragraph.printed or "")
        assert "".join(raw[start:stop].split()).endswith("".join(paragraph.text.split()))
        if paragraph.heading_source:
            low, high = paragraph.heading_source
            assert paragraph.heading is not None
            assert raw[low:high].startswith(paragraph.heading)
            assert high <= start
        end = stop


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_mentions(name: str) -> None:
    raw, cable = read(name)
    found = [(m.paragraph, m.text, " ".join(m.ids)) for m in cable.reference_mentions]
    assert found == MENTIONS[name]
    for mention in cable.reference_mentions:
        assert " ".join(raw[slice(*mention.source)].split()) == mention.text
        start, end = cable.paragraphs[mention.index].source
        assert start <= mention.source[0] < mention.source[1] <= end


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_signers_and_summary(name: str) -> None:
    _, cable = read(name)
    assert cable.signers == SIGNERS[name]
    if name not in SUMMARIES:
        assert cable.summary is None
        return
    assert cable.summary is not None
    assert cable.summary.paragraphs == (1,)
    first, last = SUMMARIES[name]
    assert cable.summary.text.startswith(first)
    assert cable.summary.text.endswith(last)


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_damage_report(name: str) -> None:
    raw, cable = read(name)
    counts: dict[str, int] = {}
    for change in cable.changes:
        counts[change.rule] = counts.get(change.rule, 0) + 1
    assert counts == RULES[name]
    pilcrows = [raw[slice(*c.source)] for c in cable.changes if c.rule == "mangled-pilcrow"]
    assert set(pilcrows) <= {"1"}


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_words_of_the_clean_text_lead_to_the_raw_text_and_back(name: str) -> None:
    raw, cable = read(name)
    for paragraph in cable.paragraphs:
        alignment = align(raw, cable, paragraph)
        position = 0
        for word in paragraph.text.split(" "):
            span = alignment.to_raw(position, position + len(word))
            assert "".join(raw[slice(*span)].split()) == word
            assert alignment.to_clean(*span) == (position, position + len(word))
            position += len(word) + 1
