from __future__ import annotations

import pytest

from cableview.parse import parse_text
from tests.support.cable_text import cable


@pytest.mark.parametrize(
    ("end", "signers"),
    [
        ("It will last.\nDOE", ("DOE",)),
        ("It will last. DOE", ("DOE",)),
        ("It will last.\n \n \nDOE \n", ("DOE",)),
        ("It will last.\n\nSTRAUSZ-HUPE", ("STRAUSZ-HUPE",)),
        ("It will last.\n\nO'DONOHUE##", ("O'DONOHUE",)),
        ("It will last.\n\nDOE JR.", ("DOE JR",)),
        ("It will last.\n\nVAN DER LINDEN", ("VAN DER LINDEN",)),
        ("It will last.\n\nDOE/ROE", ("DOE", "ROE")),
        ("It will last.\n\nDOE AND ROE", ("DOE", "ROE")),
        ("It will last.\n\nXXXXXXXXXXXX", ()),
        ("It covers: OIL AND GAS", ()),
        ("It will last.\nDOE\n\nSECRET\n\nNNNN", ("DOE",)),
        ("It will last.\nDOE\n\nNOTE BY OC/T: HEADING AS RECEIVED.", ("DOE",)),
        ("End comment. Doe", ("Doe",)),
        ("It will last.\n\nDoe", ("Doe",)),
        ("IT WILL LAST.  MINIMIZE CONSIDERED.  DOE", ("DOE",)),
        ("IT WILL LAST AND GO ON FOR YEARS IN MOST PLACES OF\nTHE COUNTRY.\n\nDOE", ("DOE",)),
        ("It will last.\n\nDOE\n___________\n1\n2", ("DOE",)),
        ("It will last.\n\nEND TEXT", ()),
        ("It will last.\n\nUNCLASSIFIED", ()),
        ("It will last.\n\nMINIMIZE CONSIDERED", ()),
        ("IT WILL LAST AND GO ON FOR YEARS, SAID THE HEAD OF THE STAFF\nOF NATO", ()),
        ("It will last in the U.S.", ()),
        ("It will last. END COMMENT", ()),
        ("It will last, he said (twice) There", ()),
        ("It will last.\n\nDOE, CHARGE", ("DOE",)),
        ("It will last.\n\nDOE NNNN", ("DOE",)),
        ("It will last. DOE UNCLASSIFIED", ("DOE",)),
        ("It will last.\nDOE -", ("DOE",)),
        ("It will last.\nDOE\nPage 2 of 2", ("DOE",)),
        ("It will last.\nDOE\nSECRET 3\n", ("DOE",)),
        ("It will last: all that he said and much of what\nhe wrote IS SECRET", ()),
        ("It will last.\n\nVAN DOE (ACTING)", ("VAN DOE",)),
        ("It will last.\n\nDOE ACTING", ("DOE",)),
        ("It will last.\n\nCHARGE", ()),
        ("It will last.\n\nDOE\nROE", ("DOE", "ROE")),
        ("It will last.\n\nDOE\nDOE", ("DOE",)),
        ("They met in:\n\nMALI\nNIGER\nTOGO", ()),
        ("They met in:\n\n-- MALI\n-- NIGER", ()),
        ("It will last.\n\nJ. ROBERT DOE", ("J. ROBERT DOE",)),
        ("It will last.\n\nMcDOE", ("McDOE",)),
        ("IT WILL LAST AND GO ON FOR YEARS IN MOST PLACES. UNQUOTE\nDOE", ("DOE",)),
        ("PLEASE SEE THAT ALL OF THIS IS HANDED TO THE OFFICE OF MR.\nDOE", ()),
        ("It will last, and so will the work of\nUNESCO.", ()),
        ("It will last.\nJane Q. Doe", ("Jane Q. Doe",)),
        ("It will last.\n\nMarie L. YOVANOVITCH", ("Marie L. YOVANOVITCH",)),
        ("It will last. Marie L. YOVANOVITCH", ("Marie L. YOVANOVITCH",)),
        ("It will last. J. DOE", ("J. DOE",)),
        ("It will last.\n\nMary-Ann P. O'Hara Jr.", ("Mary-Ann P. O'Hara Jr",)),
        ("It will last.\n\nR. Nicholas Doe", ("R. Nicholas Doe",)),
        ("It will last.\n\nMarie DOE", ("Marie DOE",)),
        ("It will last.\n\nSaudi Arabia", ()),
        ("It will last.\n\nBest Regards", ()),
        ("It will last, said John Q. Public", ()),
        ("He spoke to Mr. Doe", ()),
        ("IT WILL LAST.ROSE", ("ROSE",)),
        ("IT IS AT WWW.EXAMPLE.ORG", ()),
        ("It will last in the U.S. DOE", ("DOE",)),
    ],
)
def test_signature(end: str, signers: tuple[str, ...]) -> None:
    raw = cable(f"1. (C) The first.\n\n2. (C) {end}")
    read = parse_text(raw)
    assert read.signers == signers
    places = [span for name, span in read.spans if name == "signature"]
    assert len(places) == bool(signers)
    if signers:
        assert raw[slice(*places[0])].startswith(signers[0])
        assert not read.paragraphs[-1].text.endswith(signers[-1])
        assert read.paragraphs[-1].source[1] <= places[0][0]
