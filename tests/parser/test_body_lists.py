"""Lists without bullets: lines that end long before the margin."""

from __future__ import annotations

import pytest

from parser import parse_message
from parser._body.layout import Block, Draft
from parser._body.lists import item_lines, part_lists

WIDE = 60
NAMES = "Foreign: Ann Example\nFinance: Xhemal Quell\nHarbors: Piers Gorse"
NARROW = "THE KEEPER OF THE LIGHTHOUSE CAME DOWN\nTO THE QUAY ON THAT DAY AND ASKED FOR\nTHE BOATS."
FULL = "The keeper of the lighthouse came down to the quay on that day."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(NAMES, id="names"),
        pytest.param(f"{'x' * 45}\nTwenty\nAnn", id="slack behind the next word"),
        pytest.param("Ann\n\u201cBob\u201d\n12 boats", id="other signs than letters"),
        pytest.param(f"Ann\nBob\n{FULL}\nCarl"[: 8 + len(FULL)], id="a long last line"),
    ],
)
def test_a_list(text: str) -> None:
    items = [text[start:end] for start, end in item_lines(text, 0, len(text), WIDE)]
    assert items == text.split("\n")


def test_an_item_of_two_lines() -> None:
    text = f"QUAYS\nAnn came\nBob came\n{FULL[:55]}\nCarl at noon\n  Dan came"
    items = [text[start:end] for start, end in item_lines(text, 0, len(text), WIDE)]
    assert items == ["QUAYS", "Ann came", "Bob came", f"{FULL[:55]}\nCarl at noon", "Dan came"]


def test_a_list_that_begins_in_mid_line() -> None:
    text = f"1. (C) {NAMES}"
    items = [text[start:end] for start, end in item_lines(text, 7, len(text), WIDE)]
    assert items == NAMES.split("\n")


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param("Ann Example\nXhemal Quell", WIDE, id="two lines"),
        pytest.param(NAMES, 35, id="a narrow text"),
        pytest.param(NARROW, WIDE, id="a narrow stretch of text"),
        pytest.param("Ann\nand Bob\nand Carl", WIDE, id="small letters"),
        pytest.param(f"{FULL}\n{NAMES}", WIDE, id="a full first line"),
        pytest.param(f"Ann\n{FULL}\nBob", WIDE, id="a full line between"),
        pytest.param(f"Ann\nBob\n{FULL}\n{FULL}\nBob", WIDE, id="as many full lines"),
        pytest.param(f"{'x' * 46}\nTwenty\nAnn", WIDE, id="no slack behind the next word"),
        pytest.param("Ann", WIDE, id="one line"),
    ],
)
def test_no_list(text: str, width: int) -> None:
    assert [*item_lines(text, 0, len(text), width)] == [(0, len(text))]


def test_items_are_lines_of_a_paragraph() -> None:
    text = f"CONFIDENTIAL TIRANA 009901\n\n1. (C) {FULL}\n\n{NAMES}\n\n2. (C) {FULL}"
    first, _ = parse_message(text).cable.paragraphs
    assert first.text == f"{FULL}\n{NAMES}"


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        pytest.param(f"AFRICA\nGabon: {FULL}", ["AFRICA", f"Gabon: {FULL}"], id="a title"),
        pytest.param("EDITORIAL:\nThe Quay", ["EDITORIAL:", "The Quay"], id="with a colon"),
        pytest.param(f"BOATS\n(Rilindja) {FULL}", ["BOATS", f"(Rilindja) {FULL}"], id="a bracket"),
        pytest.param("BOATS\nAND QUAYS", ["BOATS AND QUAYS"], id="all of it in capitals"),
        pytest.param("NATO\nforces came.", ["NATO forces came."], id="small letters below"),
        pytest.param("THE GOA,\nTirana said.", ["THE GOA, Tirana said."], id="a comma"),
        pytest.param("USG\nShips came.", ["USG Ships came."], id="too short"),
        pytest.param("XXXXXXXX\nXavier came.", ["XXXXXXXX Xavier came."], id="a redaction"),
        pytest.param(
            f"{'BOATS ' * 8}\nLighthousekeepers came.",
            [f"{'BOATS ' * 8}Lighthousekeepers came."],
            id="no room for the next word",
        ),
        pytest.param(
            "PRESS\nThe minister wants a new quay in the north of it - Rilindja\nIt rains -\n"
            "Zeri i Popullit",
            [
                "PRESS",
                "The minister wants a new quay in the north of it - Rilindja",
                "It rains - Zeri i Popullit",
            ],
            id="headlines below a title",
        ),
        pytest.param(
            "The minister wants a new quay - Rilindja\nIt rains in the harbors of the north,\n"
            "and nobody came to them at all -- Zeri\nBoats are late -Shekulli",
            [
                "The minister wants a new quay - Rilindja",
                "It rains in the harbors of the north, and nobody came to them at all -- Zeri",
                "Boats are late -Shekulli",
            ],
            id="headlines",
        ),
        pytest.param(
            "The quay -- Rilindja said\nso, too - Zeri\nBoats came.",
            ["The quay -- Rilindja said so, too - Zeri Boats came."],
            id="another end",
        ),
        pytest.param(
            "The minister and the man - Piers\nsays so - of the lighthouse at Durres - Vlore",
            ["The minister and the man - Piers says so - of the lighthouse at Durres - Vlore"],
            id="a sentence that goes on",
        ),
    ],
)
def test_titles_and_headlines(block: str, lines: list[str]) -> None:
    text = f"CONFIDENTIAL TIRANA 009901\n\n1. (C) {FULL}\n\n{block}\n\n{FULL}"
    (first,) = parse_message(text).cable.paragraphs
    assert first.text.split("\n") == [FULL, *lines, FULL]


def test_a_title_without_a_text_below_it() -> None:
    draft = Draft(0, [], blocks=[Block(0, 9)])
    part_lists("THE QUAY\n", [draft], lambda: 70)
    assert draft.blocks == [Block(0, 9)]


LONG = f"{FULL[:-1]} and asked for the boats, which were all of them at sea that morning."


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        pytest.param(f"{LONG}\nIt rains.", [LONG, "It rains."], id="sentences"),
        pytest.param(f"Saudi Quays\n{LONG}", ["Saudi Quays", LONG], id="a title"),
        pytest.param(
            f"the quays and more\n(S/NF) {LONG}\n --It rains",
            ["the quays and more", f"(S/NF) {LONG}", "--It rains"],
            id="a mark and an item below",
        ),
        pytest.param(f"{LONG[:-1]}\nDurres.", [f"{LONG[:-1]} Durres."], id="an open sentence"),
        pytest.param(f"{LONG}\nand more.", [f"{LONG} and more."], id="small letters"),
        pytest.param(
            f"It is a growing problem in\nAlbania. {LONG}",
            [f"It is a growing problem in Albania. {LONG}"],
            id="a short line that goes on",
        ),
        pytest.param(
            f"THE QUAY MUST\nOPEN. {LONG.upper()}",
            [f"THE QUAY MUST OPEN. {LONG.upper()}"],
            id="all of it in capitals",
        ),
        pytest.param(
            f"{FULL}\n{FULL[:-1]}\nDurres. {LONG}",
            [f"{FULL} {FULL[:-1]} Durres. {LONG}"],
            id="a full line is wrapped",
        ),
        pytest.param(f"{FULL}\nIt rains.", [f"{FULL} It rains."], id="no line is long"),
    ],
)
def test_lines_that_were_not_wrapped(block: str, lines: list[str]) -> None:
    text = f"CONFIDENTIAL TIRANA 009901\n\n1. (C) {LONG}\n\n{block}\n\n{FULL}"
    (first,) = parse_message(text).cable.paragraphs
    assert first.text.split("\n") == [LONG, *lines, FULL]
