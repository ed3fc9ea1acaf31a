from __future__ import annotations

import pytest

from cableview.parse import parse_text
from tests.support.cable_text import cable


@pytest.mark.parametrize(
    ("body", "paragraphs", "text"),
    [
        ("1. (C) Summary: It went well. End Summary.\n\n2. (C) Two.", (1,), "It went well."),
        ("1. (C) SUMMARY.  IT WENT WELL.  END SUMMARY.", (1,), "IT WENT WELL."),
        ("1. (C) BEGIN SUMMARY: It went well. //End Summary//", (1,), "It went well."),
        ("1. Summay: (SBU) It went well. End summay.", (1,), "It went well."),
        ("1. (C) Summary and Comment: So it is. End Summary and Comment.", (1,), "So it is."),
        ("1. (C) Summary/Comment: So it is. End Summary/Comment.", (1,), "So it is."),
        ("1. (C) SUMMARY - It went well. END\nSUMMARY.", (1,), "It went well."),
        ("Summary\n-------\n\n1. (C) It went.\n\n2. (C) More. (End Summary.)", (1, 2), "It went.\nMore."),
        ("1. (C) Action request: see below.\n\n2. (C) Summary: So. End Summary.", (2,), "So."),
        ("1. (C) This asks for action. Summary: So it is. End Summary.\n\n2. (C) Two.", (1,), "So it is."),
        ("1. (C) //Summary// So it is. //End Summary//", (1,), "So it is."),
        ("1. (C) SUMMARY: One.\n\n2. (C) Two.\n\nEND SUMMARY\n\n3. (C) Three.", (1, 2), "One.\nTwo."),
        ("1. (C) SUMMARY  It went well. END SUMMARY", (1,), "It went well."),
        ("1. (C) BEGIN SUMMARY\n\nIt went well.\n\nEND SUMMARY", (1,), "It went well."),
        ("1. (C) (Summary) It went well. (End Summary)", (1,), "It went well."),
        ("1. (C) Summary: No end is printed.\n\n2. (C) Two.", (1,), "No end is printed."),
        ("1. (C) No start.\n\n2. (C) Nor here. End Summary.", (1, 2), "No start.\nNor here."),
        ("SUMMARY: All before number one.\nEND SUMMARY\n\n1. (C) One.", (), "All before number one."),
        ("1. (C) Summary: Points:\n\n-- one;\n-- two. End Summary. More.", (1,), "Points:\n-- one;\n-- two."),
        ("Summary\n-------\n\n1. (C) One.\n\n2. (C) Two.\n\nMore\n----\n\n3. (C) So.", (1, 2), "One.\nTwo."),
        ("SUMMARY\n-------\n\n1. (C) One.\n\n2. (C) Two.\n\n3. (C) Three.", (1,), "One."),
        ("1. (C) Summary: One.\n\n2. (C) Summary Continued: Two. End Summary.", (1, 2), "One.\nTwo."),
        ("1. (C) Summary: It went well. Summary ends.", (1,), "It went well."),
        ("1. (C) Summary:\n\n- one;\n- two.\n\nEnd Summary.", (1,), "- one;\n- two."),
        ("1. (C) [Summary: It went well. End Summary.]", (1,), "It went well."),
        ("1. (C) Summary It went well. End Summary", (1,), "It went well."),
        ("1. (C) S U M M A R Y: So.\n\n2. (C) And so. <<END SUMMARY>>", (1, 2), "So.\nAnd so."),
        ("1. BEGIN UNCLASSIFIED SUMMARY: So. END UNCLASSIFIED SUMMARY.", (1,), "So."),
        ("1. (C) Introduction and Summary: So. End Introduction and Summary.", (1,), "So."),
        ("1. (C) Sumary: It went well. End Summary.", (1,), "It went well."),
        ("1. (C) SUMMRY: IT WENT WELL. END SUMMRY.", (1,), "IT WENT WELL."),
        ("1. (C) Smmary: It went.\n\n2. (C) On. (End Sumamry.)\n\n3. (C) Three.", (1, 2), "It went.\nOn."),
        ("1. (C) BEGIN SUMMERY: It went well. END SUMARY", (1,), "It went well."),
        ("Summary and Action Requset: It went well. End Summary.\n\n1. (C) One.", (), "It went well."),
        ("1. (C) ACTION REQUEST AND SUMAMRY: BUY. END SUMMARY.", (1,), "BUY."),
        ("Sumary\n------\n\n1. (C) One.\n\n2. (C) Two.\n\nMore\n----\n\n3. (C) So.", (1, 2), "One.\nTwo."),
        ("SUMMARY: ALL BEFORE ONE. END SUMMARY\n\n1. (C) One.\n\n2. (C) Two.", (), "ALL BEFORE ONE."),
        ("1. (C) Summers are hot.\n\n2. (C) At the end summers cool.", None, None),
        ("1. (C) In summary the talks failed.\n\n2. (C) Two.", None, None),
        ("1. (C) A summary record exists; in the end, summary justice came.\n\n2. (C) Two.", None, None),
    ],
)  # fmt: skip
def test_summary(body: str, paragraphs: tuple[int, ...] | None, text: str | None) -> None:
    summary = parse_text(cable(body)).summary
    if paragraphs is None:
        assert summary is None
        return
    assert summary is not None
    assert (summary.paragraphs, summary.text) == (paragraphs, text)
