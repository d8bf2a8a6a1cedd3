"""The sentences that say what was repaired: each kind once, one repair and several."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parser import Cable, Repair, RepairKind, Span, explain, parse_message

CABLE = parse_message("UNCLAS TIRANA 009901\n\nSUBJECT: QUAYS\n\n1. (U) The port closed.").cable


def mended(kind: RepairKind, *pairs: tuple[str, str]) -> Cable:
    """A cable of which these stretches, one on a line, were mended."""
    repairs = []
    place = 0
    for before, after in pairs:
        repairs.append(Repair(kind, Span(place, place + len(before)), before, after))
        place += len(before) + 1
    raw = "\n".join(before for before, _ in pairs)
    return replace(CABLE, raw=raw, repairs=tuple(repairs))


@pytest.mark.parametrize(
    ("kind", "one", "two"),
    [
        (RepairKind.MARKUP, "1 piece of markup taken out.", "2 pieces of markup taken out."),
        (RepairKind.LINE_END, "1 line end mended.", "2 line ends mended."),
        (
            RepairKind.DOUBLED,
            "A doubled header or line taken out.",
            "2 doubled stretches taken out.",
        ),
        (RepairKind.PAGE_MARK, '1 page mark lifted out: "x".', '2 page marks lifted out: "x".'),
        (
            RepairKind.SECTION_HEAD,
            "1 repeated section head lifted out.",
            "2 repeated section heads lifted out.",
        ),
        (
            RepairKind.PARAGRAPH_NUMBER,
            '1 paragraph number mended: "x".',
            '2 paragraph numbers mended: "x".',
        ),
        (
            RepairKind.ENCODING,
            '1 misread character mended: "x".',
            '2 misread characters mended: "x".',
        ),
        (RepairKind.SPLIT_WORD, '1 split word rejoined: "x".', '2 split words rejoined: "x".'),
        (
            RepairKind.BLANK_LINE,
            "1 blank line in mid-sentence closed.",
            "2 blank lines in mid-sentence closed.",
        ),
        (RepairKind.DASH, '1 dash restored: "x".', '2 dashes restored: "x".'),
        (
            RepairKind.LOST_LINE,
            "1 place marked where text seems to be lost.",
            "2 places marked where text seems to be lost.",
        ),
        (
            RepairKind.ALIAS,
            "1 misspelt name read by its alias.",
            "2 misspelt names read by their aliases.",
        ),
        (
            RepairKind.ENTITY,
            '1 character reference read: "x".',
            '2 character references read: "x".',
        ),
        (
            RepairKind.PARTIAL_HEADER,
            "The header is only an extract.",
            "The header is only an extract.",
        ),
        (
            RepairKind.LETTER_CASE,
            "The cable is written in lower case.",
            "The cable is written in lower case.",
        ),
    ],
    ids=lambda value: value.value if isinstance(value, RepairKind) else "",
)
def test_a_kind(kind: RepairKind, one: str, two: str) -> None:
    assert explain(mended(kind, ("x", ""))) == (one,)
    assert explain(mended(kind, ("x", ""), ("x", ""))) == (two,)


def test_every_kind_has_its_sentence() -> None:
    assert all(explain(mended(kind, ("x", ""))) for kind in RepairKind)


@pytest.mark.parametrize(
    ("kind", "pairs", "sentence"),
    [
        pytest.param(
            RepairKind.DASH, [(")", "-")], '1 dash restored: ")" read as "-".', id="before, after"
        ),
        pytest.param(
            RepairKind.SPLIT_WORD,
            [("agree \n ment", "agreement\n")],
            '1 split word rejoined: "agree / ment" read as "agreement".',
            id="line end",
        ),
        pytest.param(
            RepairKind.PAGE_MARK,
            [("A" * 40, "")],
            f'1 page mark lifted out: "{"A" * 40}".',
            id="as long as fits",
        ),
        pytest.param(
            RepairKind.PAGE_MARK,
            [("A" * 41, "")],
            f'1 page mark lifted out: "{"A" * 40}...".',
            id="too long",
        ),
        pytest.param(
            RepairKind.ENCODING,
            [("\u00ad\u00ad\u200b", "")],
            '1 misread character mended: "soft hyphen zero width space".',
            id="nothing to see",
        ),
        pytest.param(
            RepairKind.ENCODING,
            [("\x00", "")],
            '1 misread character mended: "u+0000".',
            id="no name",
        ),
        pytest.param(
            RepairKind.DASH,
            [(letter, "-") for letter in "abcde"],
            "5 dashes restored: "
            + ", ".join(f'"{letter}" read as "-"' for letter in "abcde")
            + ".",
            id="five are quoted",
        ),
        pytest.param(
            RepairKind.DASH,
            [(letter, "-") for letter in "abcdef"],
            "6 dashes restored: "
            + ", ".join(f'"{letter}" read as "-"' for letter in "abcde")
            + ", and 1 more.",
            id="the sixth is counted",
        ),
    ],
)
def test_what_is_quoted(kind: RepairKind, pairs: list[tuple[str, str]], sentence: str) -> None:
    assert explain(mended(kind, *pairs)) == (sentence,)


def test_sections_in_another_order_are_said_first() -> None:
    moved = mended(RepairKind.SECTION_HEAD, ("x", "the text of a section"), ("y", "\n"))
    assert explain(moved) == (
        "The sections of the telegram put in order.",
        "1 repeated section head lifted out.",
    )


def test_kinds_stand_in_the_order_of_their_table() -> None:
    dash, markup = mended(RepairKind.DASH, (")", "-")), mended(RepairKind.MARKUP, ("x", ""))
    both = replace(CABLE, raw=")", repairs=(*dash.repairs, *markup.repairs))
    assert explain(both) == ("1 piece of markup taken out.", '1 dash restored: ")" read as "-".')
