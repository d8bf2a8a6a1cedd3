"""What goes in the place of a page mark: a space, a line end or a blank line."""

from __future__ import annotations

import pytest

from parser._repairs.joints import joint, stretched

FULL = "The keeper of the lighthouse came down to the quay on that day"
"""A full line, 62 characters."""
LONG = "The keeper came down to the quay on that day and asked for the boats" * 2
"""A line that a publisher wrapped anew, as all of a paragraph."""


def joined(
    above: str, below: str, mark: str = "\n\nMARK\n\n", *, goes_on: bool | None = None
) -> str:
    text = above + mark + below
    return joint(text, len(above), len(above) + len(mark), goes_on=goes_on)


@pytest.mark.parametrize(
    ("above", "below", "between"),
    [
        pytest.param(FULL, "and the boats were shut.", "\n", id="a sentence goes on"),
        pytest.param("The port", "was closed.", "\n", id="small letters below a short line"),
        pytest.param(
            f"{FULL}\n{FULL}\nThe port.",
            "was closed.",
            "\n\n",
            id="small letters below a full stop",
        ),
        pytest.param(f"{FULL}\nThe port", "Authority", "\n\n", id="a short line, a capital"),
        pytest.param(FULL, "Authority of the port said so.\nIt is shut.", "\n", id="a full line"),
        pytest.param(
            f"{FULL}\n{FULL}\n{'x' * 42}",
            "Authority of it.\nIt is.",
            "\n\n",
            id="room for the next word",
        ),
        pytest.param(
            f"{FULL}\n{FULL}\n{'x' * 43}", "Authority of it.\nIt is.", "\n", id="no room for it"
        ),
        pytest.param(FULL, "The Boats", "\n\n", id="a heading below"),
        pytest.param(FULL, "The Boats\n---------", "\n\n", id="a ruled heading below"),
        pytest.param(FULL, "The boats were shut.", "\n", id="a last sentence below"),
        pytest.param(
            "They pay for", "85,287 boats. EXAMPLE", "\n", id="a word no sentence ends with"
        ),
        pytest.param("They met Dr.", "Example. SAMPLE", "\n", id="a title"),
        pytest.param("They met in May", "25. It closed. SAMPLE", "\n", id="a month and a day"),
        pytest.param("They met in May", "2. (C) It is.\nIt.", "\n\n", id="a month and a number"),
        pytest.param("They met Dr.", "2. It is.\nIt.", "\n\n", id="a number below a title"),
        pytest.param(FULL, "10. COMMENT: It is.\nIt.", "\n\n", id="a comment"),
        pytest.param(f"{FULL[:-1]}.", "BOATS?\n-----", "\n\n", id="a ruled question below"),
        pytest.param(f"{FULL}\n{LONG}", "Authority of it.\nIt.", " ", id="lines wrapped anew"),
        pytest.param("It must", f"{LONG}.\nIt.", " ", id="an item wrapped anew goes on"),
        pytest.param(f"{LONG}.", "Authority of it.\nIt.", "\n\n", id="wrapped anew, and ended"),
        pytest.param(
            f"It.\n{LONG}\n\nIt must", "Be.\nIt.", "\n\n", id="short among the wrapped anew"
        ),
        pytest.param(LONG, "The Boats", "\n\n", id="a heading below lines wrapped anew"),
        pytest.param(FULL, "ACTION EUR-00\nINFO", "\n\n", id="the offices a section went to"),
        pytest.param(FULL, "(C) The boats.\nMore.", "\n\n", id="a portion mark below"),
        pytest.param(FULL, "2. (C) The boats.\nMore.", "\n\n", id="a numbered paragraph below"),
        pytest.param(FULL, "\u00b62. The boats.\nMore.", "\n\n", id="a pilcrow below"),
        pytest.param(FULL, "- the boats\nmore.", "\n\n", id="an item below"),
        pytest.param(FULL, "a. the boats\nmore.", "\n\n", id="a sub-paragraph below"),
        pytest.param(FULL, "-----\nmore.", "\n\n", id="a row of dashes below"),
        pytest.param(f"{FULL}.", "2. Boats came.\nMore.", "\n\n", id="a number below an end"),
        pytest.param(FULL, "2. Boats came.\nMore.", "\n", id="a number in a sentence"),
        pytest.param("THE QUAY", "--------\nIt is.", "\n", id="the dashes of a heading"),
        pytest.param("THE QUAY", "----------\nIt is.", "\n", id="two dashes more"),
        pytest.param("THE QUAY", "-----------\nIt is.", "\n\n", id="three dashes more"),
        pytest.param("THE QUAY.", "---------\nIt is.", "\n\n", id="no heading: it ends"),
        pytest.param("--------", "--------\nIt is.", "\n\n", id="no heading: dashes"),
        pytest.param("QUAY", "---\nIt is.", "\n", id="three dashes are a row"),
        pytest.param("QUAY", "--\nIt is.", "\n\n", id="two are none"),
        pytest.param("It.", "--\nIt is.", "\n\n", id="two dashes are no row"),
        pytest.param("AMEMBASSY ROME", "AMCONSUL BARI 12\nUNCLAS", "\n", id="an addressee below"),
        pytest.param("AMEMBASSY ROME", "RUEHTI/TIRANA", "\n", id="a routed addressee below"),
        pytest.param("FM TIRANA\nTO", "AMEMBASSY ROME", " ", id="head of a list"),
        pytest.param("TO ROME\nINFO", "AMEMBASSY ROME", " ", id="head of the other list"),
        pytest.param("TO ROME\nXMT", "AMEMBASSY BARI", " ", id="head of the list of the exempted"),
    ],
)
def test_between_two_lines(above: str, below: str, between: str) -> None:
    assert joined(above, below) == between


@pytest.mark.parametrize(
    ("above", "below", "between"),
    [
        pytest.param("SUBJECT: QUAYS", "AND BOATS", "\n", id="subject goes on"),
        pytest.param("SUBJECT: QUAYS\nAND", "BOATS", "\n", id="second line of a subject"),
        pytest.param("SUBJECT: QUAYS", "TAGS: PREL", "\n\n", id="a field below"),
        pytest.param("SUBJECT: QUAYS", "SUMMARY", "\n\n", id="a usual heading below"),
        pytest.param("SUBJECT: QUAYS", "INTRODUCTION", "\n\n", id="another"),
        pytest.param("SUBJECT: QUAYS", "THE BOATS\n---------", "\n\n", id="a ruled heading below"),
        pytest.param("REF: ROME 12,", "STATE 13.\nIt.", "\n", id="references go on"),
        pytest.param("REF: ROME 12,", "The Boats\n\nIt.", "\n\n", id="a heading below them"),
        pytest.param("TAGS: PREL,", "AL\n\nIt.", "\n\n", id="one word alone reads like a heading"),
        pytest.param(
            f"SUBJECT: QUAYS\n\n{FULL}\nShort.", "It.\nIt.", "\n\n", id="blank line above"
        ),
    ],
)
def test_in_a_field(above: str, below: str, between: str) -> None:
    assert joined(above, below) == between


@pytest.mark.parametrize(
    ("above", "below", "goes_on", "between"),
    [
        pytest.param("The port.", "It is shut.", True, "\n", id="a paragraph goes on"),
        pytest.param("The port.", "2. It is shut.", True, "\n\n", id="a number all the same"),
        pytest.param("The port.", "Boats\n-----", True, "\n\n", id="a ruled heading all the same"),
        pytest.param(f"{FULL[:-1]}.", f"{FULL}\nIt.", None, "\n", id="full lines"),
        pytest.param(f"{FULL[:-1]}.", f"{FULL}\nIt.", False, "\n\n", id="a paragraph ends"),
        pytest.param(FULL, "and the boats.", False, "\n", id="no end of a sentence"),
    ],
)
def test_what_the_place_tells(above: str, below: str, goes_on: bool | None, between: str) -> None:
    assert joined(above, below, goes_on=goes_on) == between


@pytest.mark.parametrize(
    ("above", "mark", "below", "between"),
    [
        pytest.param("The port", " MARK ", "was closed.", " ", id="inside a line"),
        pytest.param("", "MARK\n", "The port.", "", id="at the beginning"),
        pytest.param("The port.", "\nMARK", "", "", id="at the end"),
    ],
)
def test_other_places(above: str, mark: str, below: str, between: str) -> None:
    assert joined(above, below, mark) == between


@pytest.mark.parametrize(
    ("text", "reach"),
    [
        pytest.param("Ann \n\n|MARK|\n  Bob", " \n\n|MARK|\n  ", id="both sides"),
        pytest.param("Ann|MARK|Bob", "|MARK|", id="none"),
        pytest.param("|MARK|", "|MARK|", id="alone"),
        pytest.param(f"A{' ' * 401}|MARK|", f"{' ' * 400}|MARK|", id="four hundred at most"),
    ],
)
def test_white_space_around_goes_too(text: str, reach: str) -> None:
    start, end = stretched(text, text.index("|"), text.rindex("|") + 1)
    assert text[start:end] == reach


@pytest.mark.parametrize(
    ("space", "between"),
    [
        pytest.param(" " * 500, " ", id="spaces"),
        pytest.param("\n" * 500, "\n\n", id="line ends"),
        pytest.param("\t" * 5000, "\n\n", id="tabulators"),
    ],
)
def test_more_white_space_behind_a_mark_than_is_looked_at(space: str, between: str) -> None:
    text = f"The quay is open and\nMARK\n{space}the harbour is not."
    start, end = stretched(text, text.index("MARK"), text.index("MARK") + 4)
    assert joint(text, start, end) == between


@pytest.mark.parametrize(
    ("below", "between"),
    [
        pytest.param("Pier        7", "\n\n      ", id="a row of a table"),
        pytest.param("Pier: many boats", "\n\n", id="no row"),
        pytest.param("Pier.   Seven", "\n\n", id="spaces behind a sentence"),
    ],
)
def test_a_row_keeps_its_place(below: str, between: str) -> None:
    assert joined("      Quay        6", below, "\n\nMARK\n      ") == between
