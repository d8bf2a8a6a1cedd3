"""What is doubtful about a telegram: each problem, its words and its place."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from parser import Metadata, ProblemKind, parse_message

HEADER = "O 140605Z APR 09\nFM AMEMBASSY TIRANA\n\n"
LINE = "SECRET TIRANA 009901\n\n"
SUBJECT = "SUBJECT: QUAYS\n\n"
TEXT = "1. (C) The port closed.\n"
SAYS = "The date-time group says 2009-04-14 06:05"


@pytest.mark.parametrize(
    ("text", "kind", "message"),
    [
        pytest.param(
            LINE + SUBJECT + TEXT,
            ProblemKind.NO_HEADER,
            "The source holds no transmission header.",
            id="no header",
        ),
        pytest.param(
            "Dear Ann,\n" + HEADER + LINE + SUBJECT + TEXT,
            ProblemKind.LINES_ABOVE,
            "The lines above the transmission header are no part of the telegram.",
            id="lines above it",
        ),
        pytest.param(
            HEADER + LINE + TEXT,
            ProblemKind.NO_SUBJECT,
            "The telegram has no subject.",
            id="no subject",
        ),
        pytest.param(
            HEADER + LINE + SUBJECT, ProblemKind.NO_BODY, "The telegram has no text.", id="no text"
        ),
        pytest.param(
            f"{HEADER}{LINE}{SUBJECT}{TEXT}\n5. (C) It opened.",
            ProblemKind.NUMBERING,
            "Paragraph number 5 does not follow the one before.",
            id="numbering",
        ),
        pytest.param(
            f"{HEADER}SECRET SECTION 01 OF 02 TIRANA 009901\n\n{SUBJECT}{TEXT}",
            ProblemKind.SECTIONS_MISSING,
            "The telegram was sent in 2 sections; nothing marks section 2.",
            id="a section",
        ),
        pytest.param(
            f"{HEADER}SECRET SECTION 01 OF 03 TIRANA 009901\n\n{SUBJECT}{TEXT}",
            ProblemKind.SECTIONS_MISSING,
            "The telegram was sent in 3 sections; nothing marks sections 2, 3.",
            id="sections",
        ),
    ],
)
def test_one_problem(text: str, kind: ProblemKind, message: str) -> None:
    [problem] = parse_message(text, reference_id="09TIRANA9901").problems
    assert (problem.kind, problem.message) == (kind, message)


@pytest.mark.parametrize("count", [21, 22], ids=["twenty are listed", "twenty-one are not"])
def test_many_missing_sections_are_a_misread_line(count: int) -> None:
    text = f"{HEADER}SECRET SECTION 01 OF {count} TIRANA 009901\n\n{SUBJECT}{TEXT}"
    kinds = [one.kind for one in parse_message(text).problems]
    assert (ProblemKind.SECTIONS_MISSING in kinds) is (count == 21)


@pytest.mark.parametrize(
    ("created", "message"),
    [
        pytest.param((2009, 4, 14, 6, 5), None, id="the same minute"),
        pytest.param((2009, 4, 14), None, id="the day alone"),
        pytest.param((2009, 4, 14, 6, 6), "the source 2009-04-14 06:06.", id="a minute later"),
        pytest.param((2009, 4, 14, 0, 5), "the source 2009-04-14 00:05.", id="past midnight"),
        pytest.param((2009, 4, 15), "the source 2009-04-15 00:00.", id="another day"),
    ],
)
def test_the_date_of_the_source(created: tuple[int, int, int], message: str | None) -> None:
    when = datetime(*created, tzinfo=UTC)
    text = HEADER + LINE + SUBJECT + TEXT

    problems = parse_message(text, created=when).problems

    assert [(one.kind, one.message, one.span and text[slice(*one.span)]) for one in problems] == (
        [(ProblemKind.DATE_DISAGREES, f"{SAYS}, {message}", "O 140605Z APR 09")] if message else []
    )


def test_a_whole_telegram_has_no_problems() -> None:
    assert parse_message(HEADER + LINE + SUBJECT + TEXT).problems == ()


@pytest.mark.parametrize("carrier", ["frus-tei", "test"])
def test_an_edition_prints_neither_number_nor_header(carrier: str) -> None:
    kinds = {one.kind for one in parse_message(SUBJECT + TEXT, metadata=Metadata(carrier)).problems}
    wanted = {ProblemKind.NO_HEADER, ProblemKind.NO_REFERENCE_ID}
    assert kinds == (set() if carrier == "frus-tei" else wanted)


def test_problems_stand_in_the_order_of_the_text() -> None:
    text = f"O 310605Z FEB 09\nFM TIRANA\n\n{LINE}{SUBJECT}{TEXT}\n5. (C) A.\n\n9. (C) B."
    problems = parse_message(text).problems
    spans = [text[slice(*one.span)] for one in problems if one.span]
    assert spans == ["O 310605Z FEB 09", "5", "9"]
