from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cableview.model.query import FieldIs, Filter, IdIs, Or, Phrase, Same, Sent, Word
from cableview.search import describe, parse_query

SAID = {
    "": "all cables",
    "norinco": "norinco",
    "norinco iran OR syria": "norinco and (iran or syria)",
    "a | b | c d": "(a or b or c) and d",
    "OR a": "a",
    "a AND b": "a and b",
    "dual-use": '"dual use"',
    '"Dual Use" -Iran': '"dual use" and not iran',
    "NOT iran": "not iran",
    "--iran": "iran",
    "-(a b)": "not (a and b)",
    "a (b c)": "a and b and c",
    "“quoted so”": '"quoted so"',
    "proliferat*": "proliferat…",
    "norinco's": "norinco",
    "Élysée": "elysee",
    "tag:PARM,PREL": "(tagged PARM or tagged PREL)",
    "tags:(PARM prel)": "tagged PARM and tagged PREL",
    "station:beijing to:state": "of station BEIJING and addressed to STATE",
    'from:"hong kong"': "from HONG KONG",
    "class:s/nf": "classified SECRET NOFORN",
    "subject:missile*": "with subject MISSILE…",
    "year:2007": "sent 1 Jan 2007 to 31 Dec 2007",
    "on:2007-04-30": "sent on 30 Apr 2007",
    "on:2008-02": "sent 1 Feb 2008 to 29 Feb 2008",
    "after:2007-04": "sent on or after 1 Apr 2007",
    "before:2007": "sent before 1 Jan 2007",
    "on:2006..2007-03": "sent 1 Jan 2006 to 31 Mar 2007",
    "same:(zhang camouflage)": "zhang with camouflage in one paragraph",
    "same:(one)": "one",
    "ref:08BEIJING2648": "citing 08BEIJING2648",
    "id:08beij*": "the cable 08BEIJ…",
    "decision:hot -flagged:yes": "decided hot and not flagged yes",
    "12:30": '"12 30"',
}


@pytest.mark.parametrize(("text", "said"), SAID.items())
def test_a_query_is_said_back(text: str, said: str) -> None:
    query = parse_query(text, typing=False)
    assert describe(query) in (said, said.removeprefix("(").removesuffix(")"))
    assert not query.notes


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ('"open phrase', "no closing quote"),
        ("(a b", "not closed"),
        ("a) b", "closing parenthesis"),
        ("colour:red", "no field colour"),
        ("after:yesterday ", "not understood"),
        ("on:2007-13 ", "not understood"),
        ("same:(a tag:b c)", "words and phrases only"),
    ],
)
def test_oddities_are_noted(text: str, note: str) -> None:
    assert any(note in said for said in parse_query(text).notes)


@pytest.mark.parametrize(
    ("text", "cable_id"),
    [
        ("08state83144", "08STATE83144"),
        ("08 STATE 083144", "08STATE83144"),
        ("2008-STATE-83144", "08STATE83144"),
        ("STATE 083144", "08STATE83144"),
        ("secstate 83144", "08STATE83144"),
        ("beijing 2648", "08BEIJING2648"),
        ("The Hague 000563", "07THEHAGUE563"),
        ("08BEIJING2648", "08BEIJING2648"),
    ],
)
def test_ids_are_known_in_any_spelling(text: str, cable_id: str) -> None:
    root = parse_query(text).root
    node = root.nodes[0] if isinstance(root, Or) else root
    assert isinstance(node, IdIs)
    assert cable_id in node.ids


@pytest.mark.parametrize("text", ["iran 2007", "norinco", "2007", "paragraph 3", ""])
def test_other_words_are_no_ids(text: str) -> None:
    assert not isinstance(parse_query(text).root, (IdIs, Or))


def test_only_the_last_word_is_open_and_only_while_typing() -> None:
    assert parse_query("mis").root == Word("mis", open=True)
    assert parse_query("mis ").root == Word("mis")
    assert parse_query("mis", typing=False).root == Word("mis")
    assert parse_query('"mis').root == Phrase(("mis",))
    assert parse_query("from:bei").root == FieldIs("from", ("bei",), prefix=True)
    assert parse_query("08beij").root == IdIs("08beij", ("08BEIJ*",))
    assert parse_query("after:20").notes == ()


def test_values() -> None:
    assert parse_query("year:2007").root == Sent(20070101, 20071231)
    assert parse_query('same:(a "b c")').root == Same((Word("a"), Phrase(("b", "c"))))
    assert parse_query("-decision:hot").filters == (Filter("decision", "hot", negated=True),)
    assert parse_query("-decision:hot").root is None


@given(st.text())
@example("((((((((((((((((((((((((((((((((((((a")
@example("-" * 3000 + "a")
@example("from:(((a OR -b) same:(c d)) decision:x)")
@example("id: ref:* id:* tag:, same:() class:/")
@example("a " * 3000)
def test_any_text_is_a_query(text: str) -> None:
    query = parse_query(text)
    assert query.text == text
    assert "\n" not in describe(query)


WORDS = st.sampled_from(
    [
        "norinco",
        "OR",
        "NOT",
        "-",
        "(",
        ")",
        '"',
        "from:",
        "same:(",
        "tag:",
        "year:2007",
        "08state1",
        "*",
        "|",
        "id:",
    ]
)


@given(st.lists(WORDS, max_size=30), st.booleans())
def test_any_mixture_of_the_language_is_a_query(parts: list[str], spaced: bool) -> None:
    describe(parse_query((" " if spaced else "").join(parts)))
