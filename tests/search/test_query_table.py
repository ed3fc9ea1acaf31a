"""What each way of asking finds, against a look at every cable, and against what the bundled cables say.

The bundled cables are a: 07BEIJING2896, b: 07BEIJING5039, c: 08BEIJING1050, d: 08BEIJING2648,
e: 08BEIJING3039.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cableview.search import parse_query
from tests.support import oracle
from tests.support.oracle import ALL, FLAGGED, SEEN, Holds, near, row, same, sender, sent, start
from tests.support.query_world import World, make_world

SEEDS = dict(zip("abcde", ("07BEIJING2896", "07BEIJING5039", "08BEIJING1050", "08BEIJING2648",
                           "08BEIJING3039"), strict=True))  # fmt: skip
IRAN, SYRIA, MISSILE, NORINCO = row("iran"), row("syria"), row("missile"), row("norinco")
tag, to, level, caption, subject = oracle.tag, oracle.to, oracle.level, oracle.caption, oracle.subject
decided, code, batch, names, cites = oracle.decided, oracle.code, oracle.batch, oracle.names, oracle.cites
cable, station = oracle.cable, oracle.station

# The query, what it asks of a cable, and which of the bundled cables answer (None: see the made marks).
FOUND: list[tuple[str, Holds, str | None]] = [
    ("", ALL, "abcde"),
    # Words
    ("iran", IRAN, "abde"),
    ("IRAN", IRAN, "abde"),
    ("iran missile", IRAN & MISSILE, "ad"),
    ("iran AND missile", IRAN & MISSILE, "ad"),
    ("iran missile syria", IRAN & MISSILE & SYRIA, "d"),
    ("élan", row("elan"), ""),
    ("elan", row("elan"), ""),
    ("NAIVE", row("naive"), ""),
    ("norinco's", NORINCO, "ac"),
    ("norinco’s", NORINCO, "ac"),
    ("zhang’s", row("zhang"), "bde"),
    ("002648", row("2648"), "d"),
    ("2648", row("2648"), "d"),
    ("camouflage", row("camouflage"), "d"),
    # Phrases
    ('"dual use"', row("dual use"), "b"),
    ("dual-use", row("dual use"), "b"),
    ("“dual use”", row("dual use"), "b"),
    ('"use dual"', row("use dual"), ""),
    ('"iran', IRAN, "abde"),
    ('"export control" iran', row("export control") & IRAN, None),
    ('iran "dual use" OR syria', IRAN & (row("dual use") | SYRIA), "bd"),
    ('-"dual use"', ~row("dual use"), "acde"),
    # Either
    ("missile OR zhang", MISSILE | row("zhang"), "abde"),
    ("missile | zhang", MISSILE | row("zhang"), "abde"),
    ("iran missile OR zhang", IRAN & (MISSILE | row("zhang")), "abde"),
    ("syria OR norinco OR camouflage", SYRIA | NORINCO | row("camouflage"), "acd"),
    ("missile OR -iran", MISSILE | ~IRAN, "acd"),
    ("(iran missile) OR (norinco -iran)", (IRAN & MISSILE) | (NORINCO & ~IRAN), "acd"),
    # Without
    ("-iran", ~IRAN, "c"),
    ("NOT iran", ~IRAN, "c"),
    ("iran -missile", IRAN & ~MISSILE, "be"),
    ("-iran -norinco", ~IRAN & ~NORINCO, ""),
    ("-(iran norinco)", ~(IRAN & NORINCO), "bcde"),
    ("-(iran OR norinco)", ~(IRAN | NORINCO), ""),
    ("-(-iran)", IRAN, "abde"),
    ("NOT NOT iran", IRAN, "abde"),
    # Beginnings
    ("missil*", start("missil"), "ad"),
    ("proliferat*", start("proliferat"), None),
    ("export* -export", start("export") & ~row("export"), None),
    ("-iran*", ~start("iran"), None),
    ("norin* OR syri*", start("norin") | start("syri"), "acd"),
    # Groups
    ("(iran)", IRAN, "abde"),
    ("((iran) (missile))", IRAN & MISSILE, "ad"),
    ("(iran OR norinco) (zhang OR missile)", (IRAN | NORINCO) & (row("zhang") | MISSILE), "abde"),
    # One paragraph, close together
    ("same:(zhang syria)", same("zhang", "syria"), None),
    ("same:(syria camouflage)", same("syria", "camouflage"), "d"),
    ("same:(camouflage syria)", same("syria", "camouflage"), "d"),
    ("same:(iran OR syria missile)", same("iran|syria", "missile"), None),
    ("same:(norinco sanctions iran)", same("norinco", "sanctions", "iran"), None),
    ("same:(trade port visit)", same("trade", "port", "visit"), None),
    ("same:(iran)", IRAN, "abde"),
    ("same:iran", IRAN, "abde"),
    ("-same:(iran missile)", ~same("iran", "missile"), None),
    ("same:(iran missile) OR same:(trade port)", same("iran", "missile") | same("trade", "port"), None),
    ("near:1(dual use)", near(1, "dual", "use"), "b"),
    ("near:1(use dual)", near(1, "dual", "use"), "b"),
    ("near:2(trade port)", near(2, "trade", "port"), None),
    ("near:2(port trade)", near(2, "trade", "port"), None),
    ("near:5(iran missile)", near(5, "iran", "missile"), None),
    ("near:(missile iran)", near(10, "iran", "missile"), None),
    ("near:4(trade port visit)", near(4, "trade", "port", "visit"), None),
    ("near:6(visit trade port)", near(6, "trade", "port", "visit"), None),
    ("near:3(iran OR syria missile)", near(3, "iran", "missile") | near(3, "syria", "missile"), None),
    ("-near:3(dual use)", ~near(3, "dual", "use"), None),
    # Sender and addressees
    ("from:beijing", sender("beijing"), "abcde"),
    ("from:Beijing", sender("beijing"), "abcde"),
    ('from:"hong kong"', sender("hong kong"), ""),
    ("from:hong*", sender("hong*"), ""),
    ("from:beijing,rome", sender("beijing") | sender("rome"), "abcde"),
    ("from:(paris OR rome)", sender("paris") | sender("rome"), ""),
    ("-from:beijing", ~sender("beijing"), ""),
    ("post:paris iran", sender("paris") & IRAN, ""),
    ("station:BEIJING", station("BEIJING"), "abcde"),
    ("station:hongkong", station("HONGKONG"), ""),
    ('station:"the hague"', station("THEHAGUE"), ""),
    ("station:bei*", station("BEIJING"), "abcde"),
    ("to:secstate", to("secstate"), "abcde"),
    ("to:moscow", to("moscow"), ""),
    ('to:"hong kong"', to("hong kong"), "d"),
    ("info:lima -to:moscow", to("lima") & ~to("moscow"), ""),
    # TAGS, class, captions, subject
    ("tag:PARM", tag("PARM"), "abcde"),
    ("tags:sy", tag("SY"), "d"),
    ("tag:MNUC,SY", tag("MNUC") | tag("SY"), "de"),
    ("tag:(PREL PARM)", tag("PREL") & tag("PARM"), "abcde"),
    ("tag:mtcr", tag("MTCR"), "b"),
    ("-tag:IR", ~tag("IR"), "c"),
    ("class:s", level("SECRET"), "bcde"),
    ("class:secret", level("SECRET"), "bcde"),
    ("class:c", level("CONFIDENTIAL"), "a"),
    ("classification:u", level("UNCLASSIFIED"), ""),
    ("class:c,u", level("CONFIDENTIAL") | level("UNCLASSIFIED"), "a"),
    ("class:s/nf", level("SECRET") & caption("NOFORN"), ""),
    ("-class:s", ~level("SECRET"), "a"),
    ("caption:noforn", caption("NOFORN"), ""),
    ("caption:sipdis", caption("SIPDIS"), "cde"),
    ("caption:(NODIS OR NOFORN)", caption("NODIS") | caption("NOFORN"), ""),
    ("subject:norinco", subject("norinco"), "a"),
    ('subject:"norinco claims"', subject("norinco claims"), "a"),
    ("title:iran*", subject("iran*"), "ae"),
    ("-subject:china", ~subject("china"), "ab"),
    ("subject:(china iranian)", subject("china") & subject("iranian"), "e"),
    # Dates
    ("date:2007", sent("2007-01-01", "2007-12-31"), "ab"),
    ("year:2008", sent("2008-01-01", "2008-12-31"), "cde"),
    ("date:2008-07", sent("2008-07-01", "2008-07-31"), "d"),
    ("date:2007-04-30", sent("2007-04-30", "2007-04-30"), "a"),
    ("date:2007..2008-03", sent("2007-01-01", "2008-03-31"), "abc"),
    ("date:2007-08-02..2008-07-07", sent("2007-08-02", "2008-07-07"), "bcd"),
    ("date:2008..", sent("2008-01-01", "9"), "cde"),
    ("date:..2007-04-30", sent("0", "2007-04-30"), "a"),
    ("on:2008/08/06", sent("2008-08-06", "2008-08-06"), "e"),
    ("after:2008-07-07", sent("2008-07-07", "9"), "de"),
    ("since:2008-08", sent("2008-08-01", "9"), "e"),
    ("before:2007-08-02", sent("0", "2007-08-01"), "a"),
    ("-date:2007..2008", ~sent("2007-01-01", "2008-12-31"), ""),
    ("date:2007,2009", sent("2007-01-01", "2007-12-31") | sent("2009-01-01", "2009-12-31"), "ab"),
    # Ids and who cites them
    ("id:08BEIJING2648", cable("08BEIJING2648"), "d"),
    ("id:08beijing2648", cable("08BEIJING2648"), "d"),
    ('id:"08 Beijing 002648"', cable("08BEIJING2648"), "d"),
    ("id:(08 beijing 2648)", cable("08BEIJING2648"), "d"),
    ("id:2008-BEIJING-2648", cable("08BEIJING2648"), "d"),
    ("id:08beijing*", cable("08BEIJING*"), "cde"),
    ("id:08BEIJING2648,08BEIJING3039", cable("08BEIJING2648", "08BEIJING3039"), "de"),
    ("-id:08BEIJING2648", ~cable("08BEIJING2648"), "abce"),
    ("ref:07BEIJING1625", cites("07BEIJING1625"), "bd"),
    ("cites:07BEIJING5361", cites("07BEIJING5361"), "cd"),
    ('ref:"07 beijing 001625"', cites("07BEIJING1625"), "bd"),
    ("refs:08state*", cites("08STATE*"), "e"),
    ("-cites:07BEIJING1625", ~cites("07BEIJING1625"), "ace"),
    # What the reader did
    ("is:read", SEEN, None),
    ("is:unread", ~SEEN, None),
    ("-is:read", ~SEEN, None),
    ("is:flagged", FLAGGED, None),
    ("is:hot", decided("hot"), None),
    ("is:relevant", decided("relevant"), None),
    ("is:not-relevant", decided("not-relevant"), None),
    ('is:"not relevant"', decided("not-relevant"), None),
    ("is:later", decided("later"), None),
    ("is:undecided", decided(""), None),
    ("is:decided -is:hot", ~decided("", "hot"), None),
    ("is:decided", ~decided(""), None),
    ("decision:hot", decided("hot"), None),
    ("is:hot,later", decided("hot", "later"), None),
    ("is:(flagged -read)", FLAGGED & ~SEEN, None),
    ("-is:(hot OR later)", ~decided("hot", "later"), None),
    ("iran is:unread", IRAN & ~SEEN, None),
    ("iran OR is:hot", IRAN | decided("hot"), None),
    ("norinco (is:flagged OR is:unread) -is:undecided", NORINCO & (FLAGGED | ~SEEN) & ~decided(""), None),
    ("-(iran is:read)", ~(IRAN & SEEN), None),
    ("code:1", code(1), None),
    ("code:1,3 -code:2", (code(1) | code(3)) & ~code(2), None),
    ("missile OR code:2", MISSILE | code(2), None),
    ("code:9", ~ALL, ""),
    # Imports and entities
    ("batch:1", batch(1), "abcde"),
    ("batch:2 iran", batch(2) & IRAN, ""),
    ("batch:last", batch(2), ""),
    ("-batch:1", batch(2), ""),
    ("batch:7", ~ALL, ""),
    ("batch:2 OR norinco", batch(2) | NORINCO, "ac"),
    ("entity:norinco", names("norinco"), None),
    ('entity:"red cross"', names("red cross"), None),
    ("entity:(norinco OR nobody)", names("norinco"), None),
    ('-entity:"zhang wei" iran', ~names("zhang wei") & IRAN, None),
    ('entity:"Élysée Palace" OR is:hot', names("élysée palace") | decided("hot"), None),
    # Everything at once
    ("from:beijing date:2007..2008 same:(zhang iran) -is:hot",
     sender("beijing") & sent("2007-01-01", "2008-12-31") & same("zhang", "iran") & ~decided("hot"), None),
    ("(tag:PARM OR tag:IR) class:s (near:5(trade port) OR missil*) -batch:2",
     (tag("PARM") | tag("IR")) & level("SECRET") & (near(5, "trade", "port") | start("missil")) & batch(1),
     None),
    # What is wrong is left out, the rest counts
    ("iran date:2007-13", IRAN, "abde"),
    ("iran is:purple", IRAN, "abde"),
    ("iran from:", IRAN, "abde"),
    ("iran OR", IRAN, "abde"),
    ("(iran", IRAN, "abde"),
    ("iran)", IRAN, "abde"),
    ("iran code:0 batch:x", IRAN, "abde"),
    ("iran near:syria", IRAN & SYRIA, "d"),
    ("iran *", IRAN, "abde"),
    ("iran & missile", IRAN & MISSILE, "ad"),
    ("same:(iran tag:SY missile)", same("iran", "missile") & tag("SY"), None),
]  # fmt: skip


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CABLEVIEW_HOME", str(tmp_path_factory.mktemp("world")))
        made = make_world()
        yield made
        made.searcher.close()


@pytest.mark.parametrize(("text", "holds", "seeds"), FOUND, ids=[text for text, *_ in FOUND])
def test_a_query_finds_exactly(world: World, text: str, holds: Holds, seeds: str | None) -> None:
    result = world.searcher.search(parse_query(text, typing=False))
    found = world.ids([hit.key for hit in result.hits if not hit.corrected])
    assert found == {cable_id for cable_id, item in world.items.items() if holds.test(item)}
    assert result.exact == len(found)
    if seeds is not None:
        assert {cable_id for cable_id in found if cable_id in SEEDS.values()} == {SEEDS[s] for s in seeds}


SPELLINGS = (
    "08BEIJING2648", "08beijing2648", "08 BEIJING 002648", "08BEIJING002648", "08 Beijing 2648",
    "2008BEIJING2648", "2008 beijing 2648", "08-BEIJING-2648", "2008-BEIJING-002648", "BEIJING 002648",
    "beijing 2648", "beijing2648", "Beijing #2648", "BEIJING-2648", "Beijing. 2648", "AMEMBASSY BEIJING 2648",
    "Embassy Beijing 002648", " 08BEIJING2648 ",
)  # fmt: skip


@pytest.mark.parametrize("text", SPELLINGS)
def test_an_id_in_any_spelling_goes_to_the_cable(world: World, text: str) -> None:
    for typing in (False, True):
        result = world.searcher.search(parse_query(text, typing=typing))
        assert world.ids([result.hits[0].key]) == {"08BEIJING2648"}
        assert not result.near
        assert not result.query.problems


def test_an_id_among_words_counts_as_one(world: World) -> None:
    for text in ("08 Beijing 002648 zhang", "zhang 08BEIJING2648", "(2008-Beijing-2648) zhang"):
        result = world.searcher.search(parse_query(text, typing=False))
        assert world.ids([hit.key for hit in result.hits if not hit.corrected]) == {"08BEIJING2648"}


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("08BEIJING2647", "08BEIJING2648"),
        ("id:08beijing2650", "08BEIJING2648"),
        ("beijing 5040", "07BEIJING5039"),
        ("09 beijing 3039", "08BEIJING3039"),
    ],
)
def test_near_ids_are_offered(world: World, text: str, near: str) -> None:
    result = world.searcher.search(parse_query(text, typing=False))
    assert not result.hits
    assert near in result.near


def test_what_is_sure_only_in_part_is_said(world: World) -> None:
    result = world.searcher.search(parse_query("near:20(trade port visit loan)", typing=False))
    assert any("more than three words" in note for note in result.notes)


_PIECES = st.sampled_from(
    """iran norinko OR NOT AND - ( ) " from:beijing from: same:( near:3( tag:PARM,SY class:s date:2007..
    date:x id:08* 08 BEIJING 2648 missil* a* * | is:unread -is:hot is:( code:1 entity:norinco batch:1 batch:
    caption:x subject:"a b" cites:08state* before:2007 station:bei* near:99(iran missile trade port)
    , .. :""".split()
)


@given(st.lists(_PIECES, max_size=12), st.booleans(), st.booleans())
@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=150)
def test_any_mixture_is_answered(world: World, pieces: list[str], spaced: bool, typing: bool) -> None:
    result = world.searcher.search(parse_query((" " if spaced else "").join(pieces), typing=typing))
    assert len(result.hits) <= result.total + len(result.near)
    # A query that the engine refuses would be taken for a damaged cache, and nothing found from then on.
    assert world.searcher.search(parse_query("norinco", typing=False)).exact
