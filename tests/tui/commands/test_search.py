"""`cablegram search`: text for people, JSON for programs."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from archive import CableRow, Count, Hit, Results
from parser import Span
from tui.commands.search import _print_report, draw
from tui.drawing.line import Role

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KEYS = [
    "mrn",
    "reference_id",
    "paragraph",
    "score",
    "text",
    "spans",
    "created",
    "origin",
    "classification",
    "subject",
    "subject_spans",
]


def test_json_is_one_object_a_line(cablegram: Callable, samples: Path) -> None:
    found = cablegram("search", "lemons", "--archive", samples, "--format", "json", "--limit", 5)
    hits = [json.loads(line) for line in found.out.splitlines()]
    assert found.status == 0
    assert len(hits) == 5
    for hit in hits:
        assert list(hit) == KEYS
        assert all(hit["text"][a:b].lower().startswith("lemon") for a, b in hit["spans"])
        assert hit["created"].endswith("Z")


def test_misspelt_words_are_found(cablegram: Callable, samples: Path) -> None:
    found = cablegram("search", "narcotcis trafficing", "--archive", samples, "--format", "json")
    assert "narcotics trafficking" in json.loads(found.out.splitlines()[0])["text"]
    assert (
        "did you mean: narcotics trafficking"
        in cablegram("search", "narcotcis trafficing", "--archive", samples).err
    )


def test_words_need_no_quotes(cablegram: Callable, samples: Path) -> None:
    words = ["narcotics", "trafficking", "-heroin", "from:Lanterna"]
    found = cablegram("search", *words, "--archive", samples, "--format", "json", "--limit", 50)
    quoted = cablegram(
        "search", " ".join(words), "--archive", samples, "--format", "json", "--limit", 50
    )
    assert found == quoted
    hits = [json.loads(line) for line in found.out.splitlines()]
    assert hits
    assert not any("heroin" in hit["text"].lower() for hit in hits)


def test_text_fits_the_terminal_and_marks_what_matched(cablegram: Callable, samples: Path) -> None:
    found = cablegram("search", "heroin lemons", "--archive", samples)
    assert found.status == 0
    assert "«heroin»" in found.out
    assert "\x1b" not in found.out
    assert max(map(len, found.out.splitlines())) <= 80


@pytest.mark.parametrize("form", ["text", "json"])
def test_nothing_found(cablegram: Callable, samples: Path, form: str) -> None:
    found = cablegram("search", "zyzzyvaquux", "--archive", samples, "--format", form)
    assert (found.status, found.out) == (1, "")


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["search"], id="no query"),
        pytest.param(["search", "x", "--limit", "none"], id="no number"),
        pytest.param(["search", "x", "--format", "xml"], id="no such format"),
    ],
)
def test_a_wrong_call_is_one_sentence(cablegram: Callable, samples: Path, words: list[str]) -> None:
    done = cablegram(*words, *(["--archive", samples] if len(words) > 1 else []))
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("cablegram: ")
    assert len(done.err.splitlines()) == 1


LINES = [f"Line {number} of it is so long." for number in range(9)]
TEXT = " ".join(LINES)


def hit(*words: str, **fields: object) -> Hit:
    starts = sorted((TEXT.index(word), len(word)) for word in words)
    spans = tuple(Span(start, start + size) for start, size in starts)
    known = {"created": None, "origin": None, "classification": None, "subject": None}
    of_cable = {name: fields.pop(name, value) for name, value in known.items()}
    row = CableRow(1, "05X1", "05X1", paragraphs=1, **of_cable)
    return Hit(row, 0, fields.pop("paragraph", 3), 1.0, TEXT, spans, **fields)


def drawn(found: Hit, cells: int = 32) -> list[str]:
    marked = {Role.MATCH: "«{}»"}
    return [
        "".join(marked.get(piece.role, "{}").format(piece.text) for piece in line).rstrip()
        for line in draw(found, cells)
    ]


@pytest.mark.parametrize(
    ("words", "first", "marks"),
    [
        pytest.param([], 0, [], id="no match: its beginning"),
        pytest.param(["Line 0"], 0, ["Line 0"], id="at its beginning"),
        pytest.param(["Line 1"], 0, ["Line 1"], id="one line above the match"),
        pytest.param(["Line 4"], 3, ["Line 4"], id="further down"),
        pytest.param(["Line 8"], 5, ["Line 8"], id="at its end: as many lines"),
        pytest.param(["Line 4", "Line 6"], 3, ["Line 4", "Line 6"], id="the first match says"),
        pytest.param(["Line 4", "Line 8"], 3, ["Line 4"], id="another one is out of sight"),
    ],
)
def test_the_lines_around_the_first_match(words: list[str], first: int, marks: list[str]) -> None:
    expected = [f"    {line}" for line in LINES[first : first + 4]]
    for word in marks:
        expected = [line.replace(word, f"«{word}»") for line in expected]
    assert drawn(hit(*words)) == ["05X1#3", *expected, ""]


@pytest.mark.parametrize(
    ("fields", "head"),
    [
        pytest.param({"paragraph": None}, ["05X1"], id="a paragraph without a number"),
        pytest.param(
            {"created": datetime(2009, 4, 3, 14, tzinfo=UTC), "origin": "Embassy Anselm"},
            ["05X1#3  2009-04-03  Embassy Anselm"],
            id="date and post",
        ),
        pytest.param(
            {"classification": "SECRET", "subject": "FISHERIES TALKS: A QUIET SECOND ROUND"},
            ["05X1#3  SECRET", "FISHERIES TALKS: A QUIET SECOND"],
            id="a subject, cut",
        ),
        pytest.param(
            {"subject": "FISHERIES TALKS", "subject_spans": (Span(0, 9),)},
            ["05X1#3", "«FISHERIES» TALKS"],
            id="a subject that matches",
        ),
        pytest.param(
            {
                "subject": "FISHERIES TALKS: A QUIET SECOND ROUND",
                "subject_spans": (Span(17, 18), Span(25, 31)),
            },
            ["05X1#3", "FISHERIES TALKS: «A» QUIET «SEC»"],
            id="one that is cut where it matches",
        ),
        pytest.param({"origin": "\x1b[2J", "subject": "\x07"}, ["05X1#3  ␛[2J", "␇"], id="hostile"),
    ],
)
def test_what_stands_above_them(fields: dict[str, object], head: list[str]) -> None:
    assert drawn(hit(**fields))[: len(head)] == head
    assert drawn(hit(**fields))[len(head)].startswith("    Line 0")


@pytest.mark.parametrize(
    ("results", "said"),
    [
        pytest.param(
            Results("slat", "slat", (), Count(0), Count(0), ("slat",), "salt"),
            ["not found: slat.", "did you mean: salt", "nothing matches slat."],
            id="nothing, and what may be meant",
        ),
        pytest.param(Results("salt", "salt", (hit(),), Count(1), Count(1)), [], id="something"),
    ],
)
def test_what_is_said_of_a_query(
    capsys: pytest.CaptureFixture[str], results: Results, said: list[str]
) -> None:
    _print_report(results)
    printed = capsys.readouterr()
    assert printed.err.splitlines() == [f"cablegram: {line}" for line in said]
    assert printed.out.startswith("05X1#3\n    Line 0") == bool(results.hits)


@pytest.mark.parametrize("cells", range(24, 70, 3))
def test_matches_in_a_line_have_room_for_their_marks(cells: int) -> None:
    lines = drawn(hit("Line 4", "is so", "long. Line 5"), cells)
    assert max(map(len, lines)) <= cells
    assert " ".join(lines).count("«") >= 1


def test_a_line_full_of_matches_has_room_for_their_marks() -> None:
    spans = tuple(Span(at, at + 1) for at in range(0, 200, 2))
    lines = drawn(replace(hit(), text="a " * 100, spans=spans), 40)
    assert lines[1] == f"    {' '.join(['«a»'] * 9)}"
    assert max(map(len, lines)) <= 40
