"""Saved pages: both Cablegate generations and PlusD, however broken."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableview.sources.page import is_too_deep, read_page
from tests.support.taking import take

HEADS = {
    5: "<th>Reference ID</th><th>Created</th><th>Released</th><th>Classification</th><th>Origin</th>",
    4: "<th>Reference ID</th><th>Created</th><th>Classification</th><th>Origin</th>",
}
CELLS = {
    5: "<td>2008-07-07 10:10</td><td>2010-11-28 18:06</td>",
    4: "<td>2008-07-07 10:10</td>",
}


def cablegate(columns: int) -> str:
    return (
        f"<html><head><title>Viewing cable</title></head><body><table class='cable'><tr>{HEADS[columns]}</tr>"
        f"<tr><td><a href='/cable/2008/07/08BEIJING2648.html'>08BEIJING2648</a></td>{CELLS[columns]}"
        "<td><a title='secret'>SECRET</a></td><td><a>Embassy Beijing</a></td></tr></table>"
        "<code><pre>VZCZCXYZ0001&#x000A;DE RUEHBJ #2648/01 1891042&#x000A;</pre></code>"
        "<code><pre>S E C R E T BEIJING 002648 &#x000A;&#x000A;"
        "<a id='par1' href='#par1'>¶</a>1. (S) A &amp; B said &quot;no&quot;.&#x000A;</pre></code>"
        "</body></html>"
    )


@pytest.mark.parametrize("columns", [5, 4])
def test_both_generations_of_cablegate_pages(tmp_path: Path, columns: int) -> None:
    (tmp_path / "x.html").write_text(cablegate(columns), encoding="utf-8")
    (document,), _ = take(tmp_path)
    assert document.text == (
        'VZCZCXYZ0001\nDE RUEHBJ #2648/01 1891042\nS E C R E T BEIJING 002648 \n\n¶1. (S) A & B said "no".\n'
    )
    site = document.site
    assert site is not None
    assert (site.id, site.classification, site.origin) == ("08BEIJING2648", "SECRET", "Embassy Beijing")
    assert site.created == datetime(2008, 7, 7, 10, 10)  # noqa: DTZ001 - as printed


def test_a_plusd_page() -> None:
    text, site = read_page(
        "<table id='synopsis'><tr><td><div class='s_key'>Date:</div>"
        "<div class='s_val'>2008 July 7, 10:42 (Monday)</div></td>"
        "<td><div class='s_key'>Canonical ID:</div> <div class='s_val'>08BEIJING2648_a</div></td></tr>"
        "<tr><td><div class='s_key'>TAGS:</div><div class='s_val'>CH - China | PARM - Arms</div></td></tr>"
        "</table><div id='tagged-text'><pre>SUBJECT: X\n\n1. (S) Text.</pre></div>"
    )
    assert text == "SUBJECT: X\n\n1. (S) Text.\n"
    assert site is not None
    assert site.id == "08BEIJING2648_a"
    assert site.created == datetime(2008, 7, 7, 10, 42)  # noqa: DTZ001 - as printed
    assert site.tags == ("CH - China", "PARM - Arms")


def test_a_page_without_pre_gives_its_text_by_blocks() -> None:
    text, site = read_page(
        "<html><head><style>p{}</style></head><body><script>alert(1)</script><p>SUBJECT: A\n TALK</p>"
        "<div>1. (C) He <b>agreed</b>.<br>Twice.</div></body></html>"
    )
    assert [line for line in text.split("\n") if line] == ["SUBJECT: A TALK", "1. (C) He agreed.", "Twice."]
    assert site is None


def test_what_stands_around_an_article_is_left_out() -> None:
    text, _ = read_page(
        "<nav>Home</nav><main><p>1. (C) He agreed.</p><p>DOE</p></main><aside>Also read this</aside>"
        "<button>Share</button><footer>Contact us</footer>"
    )
    assert text.split() == ["1.", "(C)", "He", "agreed.", "DOE"]


def test_pages_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "deep.html").write_text("<div>" * 100_000 + "x")
    (tmp_path / "empty.html").write_text("<html><body><script>1</script></body></html>")
    found, skipped = take(tmp_path)
    assert found == []
    assert "nested" in skipped["deep.html"]
    assert "without text" in skipped["empty.html"]


def test_unclosed_list_items_and_paragraphs_are_no_depth() -> None:
    assert not is_too_deep("<p>text <br><li>item <td>cell" * 5000)
    assert is_too_deep("<B><i>" * 300)


@given(st.text(st.sampled_from("<>/ab='\"&;#x0A pre table.cable th td div class s_key\n"), max_size=300))
def test_any_markup_gives_text(html: str) -> None:
    text, _ = read_page(html)
    assert isinstance(text, str)
