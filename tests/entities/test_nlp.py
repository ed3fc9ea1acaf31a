"""What a model adds to the rules: only beside them, exact in the raw text, and clear when it is missing."""

from __future__ import annotations

import re
import sys
from types import ModuleType, SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cableview.entities import find_mentions
from cableview.entities.nlp import LONGEST, Model, NlpMissingError, fill_in
from cableview.model.mention import Mention
from cableview.parse import parse_text
from tests.support import spacy_stand_in
from tests.support.spacy_stand_in import MODEL

HEAD = "C O N F I D E N T I A L ROME 000100\n\nSUBJECT: Ports\n\n"
BODY = (
    "¶1. (C) The port was visited by Qorvex\n   Blanding and the Zubrowka Port\nHoldings' lawyers.\n\n"
    "¶2. (C) In Lower Zubrowka a Zubrowkan crowd met Chairman Hu Jintao.\n"
)
RAW = HEAD + BODY


def model(monkeypatch: pytest.MonkeyPatch, **labels: str) -> Model:
    spacy_stand_in.install(monkeypatch, {name.replace("_", " "): label for name, label in labels.items()})
    return Model(MODEL)


def added(raw: str, asked: Model) -> list[Mention]:
    cable = parse_text(raw)
    found = find_mentions(cable, raw)
    filled = fill_in(cable, raw, found, asked)
    assert [mention for mention in filled if mention in found] == list(found)
    last = 0
    for mention in filled:
        start, end = mention.source
        assert last <= start < end
        assert raw[start:end] == mention.text
        last = end
    return [mention for mention in filled if mention not in found]


def test_names_across_lines_are_exact_in_the_raw_text(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = model(monkeypatch, Qorvex_Blanding="PERSON")
    (mention,) = added(RAW, asked)
    assert mention.text == "Qorvex\n   Blanding"
    assert (mention.type, mention.name, mention.paragraph) == ("PERSON", "Qorvex Blanding", 1)


def test_article_and_possessive_stay_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = RAW.replace("Zubrowka Port\nHoldings'", "Qorvex Docks's")
    spacy_stand_in.install(monkeypatch, {"the Qorvex Docks's": "ORG"})
    (mention,) = added(raw, Model(MODEL))
    assert (mention.type, mention.text) == ("ORGANIZATION", "Qorvex Docks")


def test_what_the_rules_found_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    found = find_mentions(parse_text(RAW), RAW)
    assert any("Hu Jintao" in mention.text for mention in found)
    assert added(RAW, model(monkeypatch, met_Chairman_Hu_Jintao="ORG", Hu="GPE", Jintao="PERSON")) == []


@pytest.mark.parametrize("label", ["NORP", "DATE", "CARDINAL", "MISC", ""])
def test_other_labels_are_passed_over(monkeypatch: pytest.MonkeyPatch, label: str) -> None:
    assert added(RAW, model(monkeypatch, Zubrowkan=label, Qorvex=label)) == []


def test_words_without_a_capital_are_no_names(monkeypatch: pytest.MonkeyPatch) -> None:
    assert added(RAW, model(monkeypatch, crowd="PERSON", the="ORG")) == []


def test_neither_header_nor_marking_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def listen(text: str) -> SimpleNamespace:
        read.append(text)
        return SimpleNamespace(ents=())

    module = ModuleType("spacy")
    vars(module)["load"] = lambda name, exclude: listen
    monkeypatch.setitem(sys.modules, "spacy", module)
    assert added(RAW, Model(MODEL)) == []
    assert [text.split()[0] for text in read] == ["The", "In"]
    assert "\n" not in "".join(read)


@pytest.mark.parametrize("marker", ["", "1. (C) ", "1.(S/NF) ", "¶1. (C) ", "¶ 1 (U) ", "(SBU) "])
def test_a_name_may_begin_with_a_number(monkeypatch: pytest.MonkeyPatch, marker: str) -> None:
    spacy_stand_in.install(monkeypatch, {"3Qorvex": "ORG"})
    raw = f"{HEAD}{marker}3Qorvex built the port and then sold it to nobody.\n"
    assert [mention.text for mention in added(raw, Model(MODEL))] == ["3Qorvex"]


def test_a_form_that_the_rules_know_gets_its_full_name(monkeypatch: pytest.MonkeyPatch) -> None:
    cable = parse_text(RAW)
    start = RAW.index("Hu Jintao")
    known = Mention("PERSON", "Qorvex\nBlanding", "Qorvex Jeremiah Blanding", (start, start + 2), 2)
    filled = fill_in(cable, RAW, (known,), model(monkeypatch, Qorvex_Blanding="PERSON"))
    assert [mention.name for mention in filled] == ["Qorvex Jeremiah Blanding"] * 2


def test_a_stop_keeps_what_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = model(monkeypatch, Qorvex_Blanding="PERSON")
    assert fill_in(parse_text(RAW), RAW, (), asked, stopped=lambda: True) == ()


def test_a_paragraph_without_end_is_left_to_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = f"{HEAD}¶1. (C) Qorvex {'sailed ' * (LONGEST // 7)}\n\n¶2. (C) And Blanding came.\n"
    asked = model(monkeypatch, Qorvex="PERSON", Blanding="PERSON")
    assert [mention.text for mention in added(raw, asked)] == ["Blanding"]


PIECES = "¶1. (C) |2. (S/NF) |Qorvex|the Qorvex's|\n|\n\n|  |Qorvex \n Bay|\u2028|\x00|É|said|Iran|BT\n"


class Anything:
    """A model that takes every run of one or two words, with what stands around it, for a name."""

    def __call__(self, text: str) -> list[SimpleNamespace]:
        kinds = ("PERSON", "ORG", "GPE", "NORP")
        return [
            SimpleNamespace(label_=kinds[index % 4], start_char=match.start(), end_char=match.end())
            for index, match in enumerate(re.finditer(r"\W*\w+(?:\W+\w+)?\W*", text))
        ]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=40).map("".join))
def test_spans_of_any_text(text: str) -> None:
    asked = object.__new__(Model)
    asked._name, asked._pipeline = MODEL, lambda text: SimpleNamespace(ents=Anything()(text))
    added(text, asked)


def test_without_spacy_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    spacy_stand_in.forbid(monkeypatch)
    with pytest.raises(NlpMissingError, match=re.escape("pip install 'cableview[nlp]'")):
        Model(MODEL)


def test_without_the_model_it_says_what_to_download(monkeypatch: pytest.MonkeyPatch) -> None:
    spacy_stand_in.install(monkeypatch, {})
    with pytest.raises(NlpMissingError, match="python -m spacy download en_core_web_lg") as error:
        Model("en_core_web_lg")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(("fault", "said"), [(ValueError("bad\nmore"), "bad"), (KeyError(), "KeyError")])
def test_a_broken_model_is_one_line(monkeypatch: pytest.MonkeyPatch, fault: Exception, said: str) -> None:
    def fail(*_: object, **__: object) -> None:
        raise fault

    module = ModuleType("spacy")
    vars(module)["load"] = fail
    monkeypatch.setitem(sys.modules, "spacy", module)
    with pytest.raises(NlpMissingError, match=f"{MODEL}: {said}$"):
        Model(MODEL)
    vars(module)["load"] = lambda *_, **__: fail
    with pytest.raises(NlpMissingError, match=f"{MODEL} failed: {said}$"):
        fill_in(parse_text(RAW), RAW, (), Model(MODEL))
