"""Telegrams that were sent in several sections."""

from __future__ import annotations

import pytest

from parser import How, ProblemKind, RepairKind, explain, parse_message, read

HEADER = """VZCZCXRO000{n}
OO RUEHC
DE RUEHTI #9901/0{n} 1040605
ZNY CCCCC ZZH
O 140605Z APR 09
FM AMEMBASSY TIRANA
TO RUEHC/SECSTATE WASHDC IMMEDIATE 4821

"""
FIELDS = "SUBJECT: QUAYS\n\n"
TEXTS = {
    1: "1. (C) The quays of the town were closed for the\nlong summer, and the port was closed",
    2: "too.\n\n2. (C) The keeper of the lighthouse said the same of the\nother quay, and went",
    3: "home.\n\n3. (C) The end.\nEXAMPLE",
}
WHOLE = [
    "The quays of the town were closed for the long summer, and the port was closed too.",
    "The keeper of the lighthouse said the same of the other quay, and went home.",
    "The end.",
]
ORDERS = [(1, 2, 3), (1, 3, 2), (2, 1, 3), (3, 2, 1)]


def section(number: int, *, header: bool) -> str:
    head = f"C O N F I D E N T I A L SECTION 0{number} OF 03 TIRANA 009901\n\nSIPDIS\n\n"
    before = HEADER.format(n=number) if header else ""
    return f"{before}{head}{FIELDS if number == 1 else ''}{TEXTS[number]}\n\n"


@pytest.mark.parametrize("order", ORDERS, ids=str)
@pytest.mark.parametrize("header", [True, False], ids=["headers", "one header"])
def test_sections_in_any_order(order: tuple[int, ...], *, header: bool) -> None:
    text = "".join(section(number, header=header) for number in order)
    [parsed] = read((text if header else HEADER.format(n=1) + text).encode())
    cable = parsed.cable
    assert [paragraph.text for paragraph in cable.paragraphs] == WHOLE
    assert (cable.subject, cable.signed_by, cable.sections) == ("QUAYS", ("EXAMPLE",), 3)
    assert cable.envelope.serial == "9901"
    assert not parsed.problems
    assert {repair.kind for repair in cable.repairs} == {RepairKind.SECTION_HEAD}
    for repair in cable.repairs:
        assert cable.raw[repair.span.start : repair.span.end] == repair.before
    is_moved = "The sections of the telegram put in order." in explain(cable)
    assert is_moved == (order != (1, 2, 3))


@pytest.mark.parametrize("order", ORDERS, ids=str)
@pytest.mark.parametrize("header", [True, False], ids=["headers", "one header"])
def test_places_in_sections_that_were_moved(order: tuple[int, ...], *, header: bool) -> None:
    text = "".join(section(number, header=header) for number in order)
    cable = parse_message(text if header else HEADER.format(n=1) + text).cable
    subject, signature = cable.origin_of("subject"), cable.origin_of("signed_by")
    assert cable.raw[slice(*subject.span)] == "QUAYS"
    assert cable.raw[slice(*signature.span)] == "EXAMPLE"
    assert (subject.how, signature.how) == (How.READ, How.READ)
    assert cable.raw[slice(*cable.paragraphs[2].span)] == "3. (C) The end."
    for paragraph, parts in zip(
        cable.paragraphs, (("1. (C)", "too."), ("2. (C)", "home.")), strict=False
    ):
        printed = cable.raw[slice(*paragraph.span)]
        assert all(part in printed for part in parts)


@pytest.mark.parametrize(
    ("order", "message"),
    [
        pytest.param((1, 3), "nothing marks section 2.", id="the middle"),
        pytest.param((2, 3), "nothing marks section 1.", id="the first"),
        pytest.param((1,), "nothing marks sections 2, 3.", id="all but the first"),
        pytest.param((1, 2, 3), None, id="none"),
    ],
)
def test_sections_that_are_missing(order: tuple[int, ...], message: str | None) -> None:
    parsed = parse_message("".join(section(number, header=False) for number in order))
    [problem] = [one for one in parsed.problems if one.kind is ProblemKind.SECTIONS_MISSING] or [
        None
    ]
    assert (problem is None) == (message is None)
    if problem is not None:
        assert problem.message.endswith(message)


def test_page_marks_show_sections_too() -> None:
    text = section(1, header=False) + "\n\nTIRANA 00009901  002 OF 003\n\n\n" + TEXTS[2]
    text += "\n\nTIRANA 00009901  003 OF 003\n\n\n" + TEXTS[3]
    parsed = parse_message(text)
    assert ProblemKind.SECTIONS_MISSING not in {problem.kind for problem in parsed.problems}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(
            ("SECTION 02 OF 03 TIRANA 009901", "SECTION 02 OF 03 ROME 000012"), id="other"
        ),
        pytest.param(("SECTION 02 OF", "SECTION 03 OF"), id="twice the same"),
    ],
)
def test_nothing_is_moved_on_doubt(change: tuple[str, str]) -> None:
    text = "".join(section(number, header=False) for number in (1, 3, 2)).replace(*change)
    cable = parse_message(text).cable
    assert all(not repair.after.strip() for repair in cable.repairs)


def test_telegrams_of_other_numbers_stay_apart() -> None:
    first, second = section(1, header=True), section(2, header=True).replace("9901", "9902")
    assert len(list(read((first + second).encode()))) == 2
