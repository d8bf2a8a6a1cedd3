"""Where a source lost the last line of a paragraph: the signs that it takes."""

from __future__ import annotations

import pytest

from parser import ProblemKind, parse_message

FRONT = "SECRET TIRANA 009901\n\nSUBJECT: QUAYS\n\n"
FULL = "The keeper of the lighthouse came down to the quay on that day"
"""62 characters, as wide as the lines are."""


def lost(
    first: str, second: str = "The port was closed for the\nlong summer of that year."
) -> bool:
    """Say whether the end of the first of two paragraphs is held to be lost."""
    parsed = parse_message(f"{FRONT}1. (C) {first}\n\n2. (C) {second}\n\n3. (C) The end of it.")
    where = [one.span for one in parsed.problems if one.kind is ProblemKind.TEXT_LOST]
    missing = [bool(one.missing) for one in parsed.cable.paragraphs]
    assert missing == [bool(where), False, False]
    return bool(where)


@pytest.mark.parametrize(
    ("end", "is_lost"),
    [
        pytest.param("", True, id="a letter"),
        pytest.param("9", True, id="a digit"),
        pytest.param(",", True, id="comma"),
        pytest.param(".", False, id="full stop"),
        pytest.param(":", False, id="colon"),
        pytest.param(")", False, id="bracket"),
    ],
)
def test_a_paragraph_without_its_end(end: str, *, is_lost: bool) -> None:
    assert lost(f"It is so.\n{FULL}{end}") is is_lost


@pytest.mark.parametrize(
    ("last", "is_lost"),
    [
        pytest.param("The " + "x" * 46, True, id="a word of twelve letters had not gone into it"),
        pytest.param("The " + "x" * 45, False, id="it had"),
    ],
)
def test_the_last_line_is_full(last: str, *, is_lost: bool) -> None:
    assert lost(f"It is so.\n{FULL}\n{last}") is is_lost


@pytest.mark.parametrize(
    ("second", "last", "is_lost"),
    [
        pytest.param(
            "The port was closed for the\nsummer.", FULL, False, id="it keeps short lines"
        ),
        pytest.param("The port was closed for the\nsummer", FULL, True, id="the line has no stop"),
        pytest.param(
            "The port was closed for the\nsummer.", f"{FULL[:-8]}and the", True, id="no last word"
        ),
    ],
)
def test_a_source_that_keeps_lines_of_one_word(second: str, last: str, *, is_lost: bool) -> None:
    assert lost(f"{FULL}\n{last}", second) is is_lost


@pytest.mark.parametrize(
    ("first", "is_lost"),
    [
        pytest.param(FULL, False, id="one line"),
        pytest.param(f"It is so.\n{'The old boats came in ' * 5}", False, id="wrapped anew"),
    ],
)
def test_what_shows_nothing(first: str, *, is_lost: bool) -> None:
    assert lost(first) is is_lost


def test_the_last_paragraph_has_a_signature_below() -> None:
    parsed = parse_message(f"{FRONT}1. (C) It is so.\n\n2. (C) It is so.\n{FULL}\n\nEXAMPLE")
    assert ProblemKind.TEXT_LOST not in {one.kind for one in parsed.problems}
