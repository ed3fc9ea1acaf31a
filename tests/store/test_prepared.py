from __future__ import annotations

import pickle
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cableview.model.cable import Cable, Problem, Reference, ReferenceMention
from cableview.model.document import Document
from cableview.model.site import SiteRecord
from cableview.store import Library, prepare
from cableview.store.extra import pack_extra, unpack_extra
from cableview.store.prepared import unpack
from tests.support.stored import missing, moment, paragraph, store

HOSTILE = st.text(st.characters(exclude_categories=()), max_size=60)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(HOSTILE, HOSTILE, st.none() | HOSTILE, st.integers())
def test_any_text_is_prepared_kept_and_given_back(
    library: Library, raw: str, name: str, subject: str | None, number: int
) -> None:
    made = Cable(
        id=subject,
        subject=subject,
        tags=(name,),
        paragraphs=(paragraph(number, raw),),
        references=(Reference("A", name, name, (0, 1), title=subject),),
        reference_mentions=(ReferenceMention(number, 0, raw, (raw,), (0, 1)),),
        problems=(Problem("tags", (0, 1), raw), Problem(name, None, raw)),
    )
    document = Document(name, raw, site=SiteRecord(id=name, title=subject), problems=made.problems)
    ready = prepare(document, made, parser=3)
    assert pickle.loads(pickle.dumps(ready)) == ready
    assert unpack(ready.packed) == raw
    assert unpack_extra(ready.extra)[1] == made.problems
    (stored,) = store(library, ready)
    assert library.key_of(stored.id) == stored.key
    assert len(library.rows([stored.key])) == 1
    assert all(library.cited_by(one.id) for one in missing(library))


def test_columns_come_from_the_cable() -> None:
    made = Cable(
        id="08BEIJING2648",
        sent=moment("2008-07-07T10:42"),
        tags=("PARM", "CH"),
        paragraphs=(paragraph(1, "Two words."), paragraph(2, "And three words.")),
        references=(
            Reference("A", "07 BEIJING 1625", "07BEIJING1625", (0, 1)),
            Reference("B", "an e-mail", None, (0, 1), kind="email"),
            Reference("C", "itself", "08BEIJING2648", (0, 1)),
        ),
        problems=(Problem("tags", None, "one"), Problem("tags", None, "two"), Problem("sent", None, "three")),
    )
    ready = prepare(Document("a.txt", "raw"), made)
    assert (ready.station, ready.year, ready.serial) == ("BEIJING", 2008, 2648)
    assert (ready.tags, ready.paragraphs, ready.words, ready.characters) == ("PARM CH", 2, 5, 3)
    assert (ready.problems, ready.problem_fields) == (3, ("sent", "tags"))
    assert [row.target for row in ready.references] == ["07BEIJING1625"]
    assert ready.extra is None


def test_site_record_comes_back_whole() -> None:
    site = SiteRecord(
        id="08BEIJING2648",
        created=moment("2008-07-07T10:42").replace(tzinfo=None),
        classification="SECRET",
        origin="Embassy Beijing",
        title="A title",
        references=("07BEIJING1625",),
        tags=("PARM", "CH"),
    )
    document = Document("a.html", "raw", site=site)
    assert unpack_extra(pack_extra(document)) == (site, ())
    empty = replace(document, site=SiteRecord())
    assert unpack_extra(pack_extra(empty)) == (SiteRecord(), ())
