"""Which printed numbers are paragraphs: the sequence, lists inside, mangled and machine-made pilcrows."""

from __future__ import annotations

import pytest

from cableview.parse import parse_text
from tests.support.cable_text import cable

LONG = (
    "The minister said that the plan would go ahead in the spring, whatever the opposition might say about it"
)


def numbers(body: str) -> list[int | None]:
    return [paragraph.number for paragraph in parse_text(cable(body)).paragraphs]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1. (C) One.\n\n2. (C) Two.\n\n3. (C) Three.", [1, 2, 3]),
        ("¶1. (C) One.\n\n¶ 2. (C) Two.\n\n¶3 (C) Three.\n\n 4 (SBU) Four.", [1, 2, 3, 4]),
        ("1.(U) One.\n2.   Two.\n3.  Three.", [1, 2, 3]),
        ("1. One.\n\n2. Two.\n\n5. Five, the others are lost.", [1, 2, 5]),
        ("4. (C) Four comes first.\n\n5. (C) Five.", [4, 5]),
        ("1. (C) One.\n\n2. (C) Two.\n\n2. (C) Two again.\n\n3. (C) Three.", [1, 2, 2, 3]),
        ("1. (C) One.\n\n2. (C)\n\n2. (C)\n\n2. (C)\n\n3. (C) Three.", [1, 2, 3]),
        ("1. (C) One.\n\n2. (C)\n\n2. (C) Two.\n\n3. (C)\n\n4. (C)", [1, 2, 2, 3, 4]),
        ("1. (C) One.\n\n2. (C) Two.\n\n4. (C) Four.\n\n3. (C) Three.\n\n5. (C) Five.", [1, 2, 4, 3, 5]),
        ("11. (C) One.\n\n12. (C) Two.\n\n13. (C) Three.", [1, 2, 3]),
        ("11. (C) One.\n\n¶ 12. (C) Two.\n\n- 13. (C) Three.", [1, 2, 3]),
        ("¶1. (C) One.\n\n¶2 Two.\n\n¶3. (C) Three.", [1, 2, 3]),
        ("¶3. (C) Three.\n\n¶ 14. (C) Four.\n\n¶5. (C) Five.", [3, 4, 5]),
        ("3. (C) Three.\n\n14. (C) No four.", [3, 14]),
        ("10. (C) Ten.\n\n11. (C) Eleven.\n\n12. (C) Twelve.", [10, 11, 12]),
        ("1. (C) One.\n\n2. (C) Two:\n\n1. First.\n2. Second.\n3. Third.\n\n3. (C) Three.", [1, 2, 3]),
        ("1. One.\n\n2. Two:\n\n1. First.\n2. Second.\n3. Third.\n\n3. Three.\n\n4. Four.", [1, 2, 3, 4]),
        (
            "¶1. (C) One.\n\n¶2. (C) Two, on November\n¶3.  In a follow-up he left.\n\n¶3. (C) Three.",
            [1, 2, 3],
        ),
        ("¶1. (C) Of the\n¶26 and then\n¶26. were there.\n\n¶2. (C) Two.", [1, 2]),
        ("1. (C) He left in\n2. Then he came back.\n\n2. (C) Two.", [1, 2]),
        ("1. He left the 30\n2. places and more.\n\n2. Two.", [1, 2]),
        ("1. (C) One costs\n3.5 percent.\n\n2. (C) Two.", [1, 2]),
        ("Please see paragraph 2.\n\n1. (C) One.\n\n2. (C) Two.", [None, 1, 2]),
        ("(1) (C) One.\n\n(2) (C) Two.\n\n(3) (SBU) Three.", [1, 2, 3]),
        ("1 - (C) One.\n\n2 - (C) Two.", [1, 2]),
        ("Para 1: (C) One.\n\nPara 2: (C) Two.", [1, 2]),
        ("(C) 1. One.\n\n(SBU) 2. Two.\n\n(C) 4. Four.", [1, 2, 4]),
        ("He named:\n\n(1) the ships;\n\n(2) the crew.", [1]),
        ("l. (C) One.\n\n2. (C) Two.\n\n3. (C) Three.", [1, 2, 3]),
        ("The Army\n---\n\n1. (C) a\n\n2. (C) b\n\nThe Navy\n---\n\n1. (C) a\n\n2. (C) b", [1, 2, 1, 2]),
        ("1. (C) a\n\n2. (C) A letter:\n\n1. (C) b\n\n2. (C) c\n\n3. (C) d\n\n3. (C) e", [1, 2, 3]),
        ("1. (C) One.\n\n2, (C) Two.\n\n3. (C) In all\n4, 5 or 6 left.", [1, 2, 3]),
        (f"1. (C) {LONG}. 2. (S/NF) {LONG}. 3. (U) {LONG}.", [1, 2, 3]),
        (f"1. {LONG}.\n\n2. {LONG}.\n\n3. {LONG}. 4. This cable was cleared by the post.", [1, 2, 3, 4]),
        (f"1. (C) {LONG}: 1. The first. 2. The second.\n\n2. (C) {LONG}.", [1, 2]),
    ],
)
def test_numbers(body: str, expected: list[int | None]) -> None:
    assert numbers(body) == expected


def test_a_mangled_tenth_paragraph() -> None:
    body = "\n\n".join(f"1{number}. (C) Text of it." for number in range(1, 12))
    cable_read = parse_text(cable(body))
    assert [p.number for p in cable_read.paragraphs] == list(range(1, 12))
    assert [p.printed for p in cable_read.paragraphs][8:] == ["19.", "110.", "111."]


def test_a_pilcrow_in_running_text_is_taken_out_and_reported() -> None:
    raw = cable("¶1. (C) They met on November\n¶8.  In a follow-up they met again.\n\n¶2. (C) Two.")
    read = parse_text(raw)
    assert read.paragraphs[0].text == "They met on November 8. In a follow-up they met again."
    assert [(c.rule, raw[slice(*c.source)]) for c in read.changes] == [("stray-pilcrow", "¶")]


def test_a_list_in_a_mangled_cable_is_repaired_too() -> None:
    read = parse_text(cable("11. (C) Two things:\n\n11. The first.\n12. The second.\n\n12. (C) Two."))
    assert [p.number for p in read.paragraphs] == [1, 2]
    assert read.paragraphs[0].text == "Two things:\n1. The first.\n2. The second."


@pytest.mark.parametrize(
    ("printed", "marking", "text"),
    [
        ("(C) Text.", "C", "Text."),
        ("(s//nf) Text.", "S//NF", "Text."),
        ("\xa0(C)\xa0Text.", "C", "Text."),
        ("\n(C). Text.", "C", "Text."),
        ("(S/NF/PR) Text.", "S/NF/PR", "Text."),
        ("(C NF) Text.", "C NF", "Text."),
        ("(S-NF) Text.", "S-NF", "Text."),
        ("(S/NOFORN) Text.", "S/NOFORN", "Text."),
        ("(C/REL NATO) Text.", "C/REL NATO", "Text."),
        ("(S//REL TO USA, FVEY) Text.", "S//REL TO USA, FVEY", "Text."),
        ("(S//FGI//NF) Text.", "S//FGI//NF", "Text."),
        ("(U//FOUO) Text.", "U//FOUO", "Text."),
        ("(C - ENTIRE TEXT) Text.", "C - ENTIRE TEXT", "Text."),
        ("Summary: (SBU) Text.", "SBU", "Summary: Text."),
        ("[C] Text.", "C", "Text."),
        ("{S//NF) Text.", "S//NF", "Text."),
        ("© Text.", "C", "Text."),
        ("S/NF Text.", "S/NF", "Text."),
        ("[S]ome text.", None, "[S]ome text."),
        ("C Company left.", None, "C Company left."),
        ("Embassy Comment. (S) Text.", "S", "Embassy Comment. Text."),
        ("Action Request: (C) Text.", "C", "Action Request: Text."),
        ("Common ground (C) exists.", None, "Common ground (C) exists."),
        ("(Iran) Text.", None, "(Iran) Text."),
        ("(U.S.) Text.", None, "(U.S.) Text."),
        ("(3) Text.", None, "(3) Text."),
        ("(Afghanistan) Text.", None, "(Afghanistan) Text."),
    ],
)
def test_portion_markings(printed: str, marking: str | None, text: str) -> None:
    paragraph = parse_text(cable(f"1. {printed}\n\n2. (C) Two.")).paragraphs[0]
    assert (paragraph.marking, paragraph.text) == (marking, text)


def test_bodies_without_numbers_are_counted_by_place() -> None:
    read = parse_text(
        cable(
            "(SBU) The post asks for help as the harvest\n\nfailed.\n\nBackground\n----------\n\nIt is dry."
        )
    )
    assert [(p.number, p.printed, p.marking, p.heading, p.text) for p in read.paragraphs] == [
        (1, None, "SBU", None, "The post asks for help as the harvest failed."),
        (2, None, None, "Background", "It is dry."),
    ]
    assert [problem.field for problem in read.problems if problem.field == "paragraphs"] == ["paragraphs"]


@pytest.mark.parametrize(
    ("body", "messages"),
    [
        ("1. (C) One.\n\n2. (C) Two.", []),
        ("1. (C) One.\n\n3. (C) Three.", ["Paragraph 2 is missing."]),
        ("4. (C) Four.\n\n5. (C) Five.", ["Paragraphs 1 to 3 are missing."]),
        ("1. (C) One.\n\n2. (C) Two.\n\n2. (C) Two.", ["Paragraph number 2 is printed twice."]),
        ("1. (C) 1.\n\n2. (C) 2.\n\n4. (C) 4.\n\n3. (C) 3.\n\n5. (C) 5.", None),
    ],
)
def test_steps_that_are_not_one_up_are_problems(body: str, messages: list[str] | None) -> None:
    if messages is None:
        messages = ["Paragraph 3 is missing.", "Paragraph 3 stands after paragraph 4."]
    found = [problem.message for problem in parse_text(cable(body)).problems if problem.field == "paragraphs"]
    assert found == messages


def test_markings_and_rules_part_a_body_without_numbers() -> None:
    body = "(SBU) One.\n\nThe Outlook\n\n(S/NF) The second.\n\n---- Oil ----\n\n(C) The third.\n\nDOE"
    found = [(p.number, p.marking, p.heading) for p in parse_text(cable(body)).paragraphs]
    assert found == [(1, "SBU", None), (2, "S/NF", "The Outlook"), (3, "C", "Oil")]
    listed = parse_text(cable("Three cities came:\n\n(A) Rome.\n\n(B) Panama.\n\n(C) Paris.")).paragraphs
    assert [p.marking for p in listed] == [None]


def test_a_letter_without_numbers_keeps_its_salutation_and_names() -> None:
    letter = "Please pass this on.\n\nDear Minister:\n\nI thank you.\n\nSincerely,\n\nJane Doe\n\nEnd text."
    found = [(p.heading, p.text) for p in parse_text(cable(f"{letter}\n\nDOE")).paragraphs]
    texts = ["Please pass this on.", "Dear Minister:", "I thank you.", "Sincerely,", "Jane Doe", "End text."]
    assert found == [(None, text) for text in texts]


def test_headings_one_above_the_other_in_a_body_without_numbers() -> None:
    body = (
        "The Year\n--------\n\nThe Harvest\n-----------\n\nIt is dry.\n\nJane Doe\n\nThe Coast\n\nIt rains."
    )
    found = [(p.heading, p.text) for p in parse_text(cable(body)).paragraphs]
    assert found[0] == ("The Year / The Harvest", "It is dry.")
    assert [text for _, text in found[1:]] == ["Jane Doe", "It rains."]
    assert found[2][0] == "The Coast"
