from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cableview.model.query import FieldIs, Filter, IdIs, Not, Or, Phrase, Query, Same, Sent, Word
from cableview.search import describe, parse_query
from cableview.search.describe import said

SAID = {
    "": "all cables",
    "norinco": "cables with norinco",
    "norinco iran OR syria": "cables with norinco and (iran or syria)",
    "a | b | c d": "cables with (a or b or c) and d",
    "a AND b": "cables with a and b",
    "dual-use": 'cables with "dual use"',
    '"Dual Use" -Iran': 'cables with "dual use", without iran',
    "NOT iran": "cables without iran",
    "--iran": "cables with iran",
    "-(a b)": "cables without (a and b)",
    "-a -b": "cables without a or b",
    "a (b c)": "cables with a and b and c",
    "a OR -b": "cables (with a or without b)",
    "“quoted so”": 'cables with "quoted so"',
    "proliferat*": "cables with proliferat…",
    "norinco's": "cables with norinco",
    "Élysée": "cables with elysee",
    "tag:PARM,PREL": "cables (tagged PARM or tagged PREL)",
    "tags:(PARM prel)": "cables tagged PARM, tagged PREL",
    "station:thehague to:state": "cables from The Hague, to State",
    'from:"hong kong"': "cables from Hong Kong",
    "from:bei*": "cables from Bei…",
    "-from:beijing (from:paris OR iran)": "cables not from Beijing, (from Paris or with iran)",
    "class:s/nf": "cables classified SECRET NOFORN",
    "caption:nodis": "cables with caption NODIS",
    "subject:missile*": "cables with missile… in the subject",
    "year:2007": "cables of 2007",
    "on:2007-04-30": "cables of 30 Apr 2007",
    "date:2008-02": "cables of Feb 2008",
    "date:2007..2008": "cables 2007 to 2008",
    "date:2007..2008-03": "cables Jan 2007 to Mar 2008",
    "date:2007-08-05..2007-08": "cables 5 Aug 2007 to 31 Aug 2007",
    "date:2007..": "cables since 2007",
    "date:..2008-02": "cables up to Feb 2008",
    "after:2007-04": "cables since Apr 2007",
    "before:2007": "cables up to 2006",
    "before:2007-04-02": "cables up to 1 Apr 2007",
    "same:(zhang camouflage)": "cables with zhang and camouflage in one paragraph",
    "same:(zhang OR wang camouflage)": "cables with (zhang or wang) and camouflage in one paragraph",
    "same:(one)": "cables with one",
    "near:(a b)": "cables with a and b within 10 words",
    "near:1(a b)": "cables with a and b within 1 word",
    "id:08beij*": "cables with id 08BEIJ…",
    "id:(08 State 083144)": "cables with id 08STATE83144",
    "ref:08BEIJING2648": "cables citing 08BEIJING2648",
    "cites:(08 State 1)": "cables citing 08STATE1",
    "08 STATE 083144": 'cables (08STATE83144 itself or citing it or with "8 state 83144")',
    "is:unread -is:hot": "cables unread, not decided hot",
    "is:(flagged OR later)": "cables (flagged or decided later)",
    "is:undecided decision:not-relevant": "cables without decision, decided not relevant",
    "is:decided": "cables decided",
    "code:3 batch:2": "cables with code 3, from import 2",
    "batch:last": "cables from the last import",
    'entity:"north china"': "cables naming north china",
    "12:30": 'cables with "12 30"',
}


@pytest.mark.parametrize(("text", "said"), SAID.items())
def test_a_query_is_said_back(text: str, said: str) -> None:
    query = parse_query(text, typing=False)
    assert describe(query) == said
    assert not query.problems


def test_corrections_are_said_and_what_is_searched_for_stands_out() -> None:
    query = parse_query("from:beijing date:2007..2008 same:(norinko iran)", typing=False)
    spoken = said(query, {"norinko": ("norinco",)})
    assert spoken.text == (
        "cables from Beijing, 2007 to 2008, with norinco (corrected from norinko) and iran in one paragraph"
    )
    assert [spoken.text[start:end] for start, end in spoken.words] == ["norinco", "iran"]


@pytest.mark.parametrize(
    ("meant", "words"),
    [
        (("c", "d", "e"), "c or d or e (corrected from b)"),
        (("c", "d", "e", "f", "g"), "c or d or e or 2 more (corrected from b)"),
        (("b", "c", "d", "e", "f"), "b (or c, d, e, 1 more)"),
    ],
)
def test_of_many_words_that_one_is_taken_for_the_first_are_named(meant: tuple[str, ...], words: str) -> None:
    query = parse_query("a b iran", typing=False)
    assert describe(query, {"b": meant}) == f"cables with a and {words} and iran"


# What is typed; what the caret stands under; how the message begins; how the rest is understood.
ODD = [
    ('iran "open phrase', '"open phrase', "The phrase has no closing", 'cables with iran and "open phrase"'),
    ("(a b", "(", "This parenthesis is not closed", "cables with a and b"),
    ("a) b", ")", "This parenthesis was not opened", "cables with a and b"),
    ("a () b", "()", "There is nothing between", "cables with a and b"),
    ('a "" b', '""', "There is no word", "cables with a and b"),
    ("OR a", "OR", "OR has nothing before", "cables with a"),
    ("a OR", "OR", "OR has nothing behind", "cables with a"),
    ("a OR OR b", "OR", "OR has nothing before", "cables with (a or b)"),
    ("a NOT", "NOT", "NOT has nothing behind", "cables with a"),
    ("(a AND) b", "AND", "AND has nothing behind", "cables with a and b"),
    ("iran colour:red", "colour:", "There is no field colour", "cables with iran and colour and red"),
    ("iran from: x", "from:", "from: needs a value", "cables with iran and x"),
    ("from:-x", "from:", "from: needs a value", "cables without x"),
    ("tag:, iran", ",", "tag: needs a word", "cables with iran"),
    ("subject:% iran", "%", "subject: needs a word", "cables with iran"),
    ("after:yesterday iran", "yesterday", "yesterday is no date", "cables with iran"),
    ("date:2007-13 iran", "2007-13", "2007-13 is no date", "cables with iran"),
    ("date:2008..2007 iran", "2008..2007", "2008..2007 ends before it begins", "cables with iran"),
    ("date:.. iran", "..", ".. is no date", "cables with iran"),
    ("date:2007,x iran", "2007,x", "x is no date", "cables of 2007, with iran"),
    ("is:purple iran", "purple", "is: knows unread, read", "cables with iran"),
    ("is:purple OR iran", "purple", "is: knows unread, read", "cables with iran"),
    ("x iran OR is:purple y", "purple", "is: knows unread, read", "cables with x and iran and y"),
    ("code:0 iran", "0", "Codes are 1 to 9", "cables with iran"),
    ("batch:first iran", "first", "batch: takes the number", "cables with iran"),
    ("entity:% iran", "%", "entity: needs a name", "cables with iran"),
    ("id:% iran", "%", "id: needs the id", "cables with iran"),
    ("class:% iran", "%", "class: needs a word", "cables with iran"),
    ("near:iran x", "near:iran", "near: takes words in paren", "cables with iran and x"),
    ("near:0(a b)", "0", "near: goes from 1 to 100", "cables with a and b within 1 word"),
    ("near:500(a b)", "500", "near: goes from 1 to 100", "cables with a and b within 100 words"),
    ("same:(a tag:b c)", "same:(a tag:b c)", "same: takes words",
     "cables tagged B, with a and c in one paragraph"),
    ("same:(a -b c) d", "same:(a -b c)", "same: takes words",
     "cables with a and c in one paragraph and d, without b"),
    ("* iran", "*", "* needs the beginning", "cables with iran"),
    ("mis*le", "mis*le", "* stands for any ending", 'cables with "mis le"'),
    ("dual-us*", "dual-us*", "* stands for any ending", 'cables with "dual us"'),
    ("trade & aid", "&", "There is no word", "cables with trade and aid"),
    ("trade or aid", "or", "or is searched as a word", "cables with trade and or and aid"),
    ("trade and aid", "and", "and is searched as a word", "cables with trade and and and aid"),
    ("not aid", "not", "not is searched as a word", "cables with not and aid"),
    ("a" + " a" * 400, "a", "Only the first 400", "cables with " + " and ".join("a" * 400)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "message", "rest"), ODD)
def test_what_is_odd_is_said_in_its_place(text: str, place: str, message: str, rest: str) -> None:
    query = parse_query(text, typing=False)
    (problem,) = query.problems
    assert text[problem.start : problem.end] == place
    assert problem.message.startswith(message)
    assert describe(query) == rest


def test_advice_is_no_error() -> None:
    advice = {p.message.split()[0]: p.wrong for t, *_ in ODD for p in parse_query(t, typing=False).problems}
    assert {word for word, wrong in advice.items() if not wrong} >= {"or", "and", "not"}
    assert advice["OR"]
    assert advice["is:"]


def test_nesting_without_end_is_cut() -> None:
    (problem, *_) = [p for p in parse_query("a " + "(" * 50 + "b").problems if "deeply" in p.message]
    assert (problem.start, problem.end) == (22, 53)


@pytest.mark.parametrize(
    "text", ["from:", "iran from:", "date:20", "is:unr", "iran OR", "iran -", "NOT", "code:", "*", "iran ("]
)
def test_what_is_still_being_typed_is_no_error(text: str) -> None:
    assert not [problem for problem in parse_query(text).problems if problem.wrong]


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
    assert parse_query("after:20").root is None


def test_values() -> None:
    assert parse_query("year:2007").root == Sent(20070101, 20071231)
    assert parse_query('same:(a "b c")').root == Same((Word("a"), Phrase(("b", "c"))))
    assert parse_query("-decision:hot").root == Not(Filter("is", "hot"))
    assert parse_query("near:3(a b)").root == Same((Word("a"), Word("b")), within=3)


def sound(query: Query) -> None:
    """What holds of every query, whatever was typed."""
    spoken = said(query)
    assert not set("\n\x02\x03\x1b") & set(spoken.text)
    assert all(0 <= start < end <= len(spoken.text) for start, end in spoken.words)
    for problem in query.problems:
        assert 0 <= problem.start < problem.end <= len(query.text)
        assert problem.message.endswith(".")
        assert "\n" not in problem.message
    assert list(query.problems) == sorted(query.problems, key=lambda problem: problem.start)


@given(st.text(), st.booleans())
@example("((((((((((((((((((((((((((((((((((((a", True)
@example("-" * 3000 + "a", True)
@example("NOT " * 3000 + "a", False)
@example("from:(((a OR -b) same:(c d)) decision:x)", True)
@example("id: ref:* id:* tag:, same:() class:/", False)
@example("entity:\x02\x03 id:\x02*", False)
@example("near:٣(a b) near:²(a b) code:² batch:²", False)
@example("date:0001 before:0001 date:9999 after:9999-12-31", False)
@example("is:\u2028x batch:\x1b", False)
@example("a " * 3000, True)
def test_any_text_is_a_query(text: str, typing: bool) -> None:
    query = parse_query(text, typing=typing)
    assert query.text == text
    sound(query)


WORDS = st.sampled_from(
    """norinco OR NOT AND - ( ) " from: same:( near:3( near: tag: year:2007 08state1 08 STATE 12 * | id: is:
    unread hot, is:(read entity: code:1 batch: date:2007.. date:..x caption: , .. : iran*""".split()
)


@given(st.lists(WORDS, max_size=30), st.booleans(), st.booleans())
def test_any_mixture_of_the_language_is_a_query(parts: list[str], spaced: bool, typing: bool) -> None:
    sound(parse_query((" " if spaced else "").join(parts), typing=typing))
