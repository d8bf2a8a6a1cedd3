"""Storing cables: new, held, editions; neighbours."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from archive import Archive, NoSuchCableError, Outcome
from archive._store import frames
from parser import Cable, Paragraph, Parsed, Problem, ProblemKind, Span
from tests.archive import making

LATER = making.NOON + timedelta(days=500)
FULL = making.cable(7, released=making.NOON, raw="1. (C) The mayor, Ann Example, agreed.\n")
REDACTED = replace(FULL, released=LATER, raw="1. (C) The mayor, xxxxxxxxxxx, agreed.\n")


def outcomes(folder: Path, *cables: Cable) -> list[Outcome]:
    return [stored.outcome for stored in making.store(folder, cables)]


def test_a_cable_comes_back_as_it_was(tmp_path: Path) -> None:
    one = making.citing(7, "08STATE12", texts=("As in REF A.", "Gulls — \ud800."))
    making.store(tmp_path, [one])
    with Archive.open(tmp_path) as archive:
        assert archive.cable("09TIRANA7") == one
        assert archive.cable(archive.key("09TIRANA7")[0]) == one


def test_problems_come_back() -> None:
    parsed = Parsed(FULL, (Problem(ProblemKind.NO_SUBJECT, "No subject.", Span(0, 3)),))
    assert frames.Opened(frames.to_bytes(parsed)).parsed() == parsed


def test_row(tmp_path: Path) -> None:
    (stored,) = making.store(tmp_path, [making.cable(7)])
    with Archive.open(tmp_path) as archive:
        row = archive.row(stored.key)
    assert (row.reference_id, row.mrn, row.paragraphs) == ("09TIRANA7", "09TIRANA7", 1)
    assert (row.classification, row.origin) == ("CONFIDENTIAL", "Embassy Tirana")
    assert row.created == making.NOON + timedelta(hours=7)


def test_before_1970(tmp_path: Path) -> None:
    created = making.NOON.replace(year=1966)
    (stored,) = making.store(tmp_path, [making.cable(7, created=created)])
    with Archive.open(tmp_path) as archive:
        assert archive.row(stored.key).created == created


@pytest.mark.parametrize(
    ("again", "outcome"),
    [
        pytest.param(FULL, Outcome.HELD, id="the same"),
        pytest.param(
            replace(FULL, raw=FULL.raw.replace(" ", "  \n")), Outcome.HELD, id="wrapped otherwise"
        ),
        pytest.param(REDACTED, Outcome.EDITION, id="another text"),
        pytest.param(replace(FULL, reference_id="09 TIRANA 007"), Outcome.EDITION, id="id spaced"),
        pytest.param(making.cable(8), Outcome.NEW, id="another cable"),
        pytest.param(
            replace(FULL, reference_id="09TIRANA7SUSPECTEDDUPLICATE"),
            Outcome.NEW,
            id="a malformed id is not merged",
        ),
    ],
)
def test_outcome(tmp_path: Path, again: Cable, outcome: Outcome) -> None:
    assert outcomes(tmp_path, FULL) == [Outcome.NEW]
    assert outcomes(tmp_path, again) == [outcome]
    assert outcomes(tmp_path, again) == [Outcome.HELD]


@pytest.mark.parametrize(
    "cables",
    [
        pytest.param((FULL, REDACTED), id="older first"),
        pytest.param((REDACTED, FULL), id="newer first"),
    ],
)
def test_the_newest_edition_is_shown_and_all_are_reachable(
    tmp_path: Path, cables: tuple[Cable, ...]
) -> None:
    stored = making.store(tmp_path, cables)
    with Archive.open(tmp_path) as archive:
        assert archive.cable("09TIRANA7") == REDACTED
        for one in stored:
            rows = archive.editions(one.key)
            assert [archive.cable(row.key) for row in rows] == [REDACTED, FULL]


def test_of_two_without_a_date_of_release_the_last_imported_is_shown(tmp_path: Path) -> None:
    first = replace(FULL, released=None)
    second = replace(REDACTED, released=None)
    making.store(tmp_path, [first, second])
    with Archive.open(tmp_path) as archive:
        assert archive.cable("09TIRANA7") == second


@pytest.mark.parametrize("damaged_comes_first", [True, False])
def test_a_damaged_record_is_never_shown_before_a_whole_one(
    tmp_path: Path, damaged_comes_first: bool
) -> None:
    damaged = (Problem(ProblemKind.MALFORMED_RECORD, "Row 7 has 5 fields instead of 8."),)
    if damaged_comes_first:
        making.store(tmp_path, [REDACTED], damaged)
    making.store(tmp_path, [FULL])
    making.store(tmp_path, [REDACTED], damaged)
    with Archive.open(tmp_path) as archive:
        assert archive.cable("09TIRANA7") == FULL
        assert len(archive.editions(archive.key("09TIRANA7")[0])) == 2


def test_a_cable_without_an_id_gets_one_made_from_its_text(tmp_path: Path) -> None:
    nameless = making.cable(7, reference_id=None, mrn=None)
    (stored,) = making.store(tmp_path, [nameless])
    with Archive.open(tmp_path) as archive:
        made = archive.row(stored.key).reference_id
        assert made.startswith("@")
        assert len(made) == 9
        assert archive.cable(made) == nameless
        assert archive.cable(made.upper()) == nameless


def test_no_such_key(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        with pytest.raises(NoSuchCableError):
            archive.cable(99)
        with pytest.raises(NoSuchCableError):
            archive.row(99)


def test_serials(tmp_path: Path) -> None:
    making.store(tmp_path, [making.cable(number) for number in (12, 7, 9)])
    making.store(tmp_path, [making.cable(8, reference_id="08TIRANA8", mrn="08TIRANA8")])
    with Archive.open(tmp_path) as archive:

        def around(address: str) -> list[str | None]:
            rows = archive.serials(archive.key(address)[0])
            return [row and row.reference_id for row in rows]

        assert around("09TIRANA9") == ["09TIRANA7", "09TIRANA12"]
        assert around("09TIRANA7") == [None, "09TIRANA9"]
        assert around("09TIRANA12") == ["09TIRANA9", None]
        assert around("08TIRANA8") == [None, None]


@pytest.mark.parametrize(
    ("mrn", "neighbours"),
    [
        pytest.param("09TIRANA8", ["09TIRANA7", "09TIRANA9"], id="between"),
        pytest.param("09TIRANA70", ["09TIRANA9", None], id="behind the last"),
        pytest.param("09PARIS8", [None, None], id="another post"),
        pytest.param("nothing", [None, None], id="no number"),
    ],
)
def test_neighbours_of_a_cable_that_is_not_held(
    mrn: str, neighbours: list[str | None], tmp_path: Path
) -> None:
    making.store(tmp_path, [making.cable(number) for number in (7, 9)])
    with Archive.open(tmp_path) as archive:
        assert [row and row.reference_id for row in archive.serials(mrn)] == neighbours


def test_a_dictionary_makes_frames_smaller_and_is_found_again(tmp_path: Path) -> None:
    texts = [frames.to_bytes(Parsed(making.cable(number))) for number in range(1, 600)]
    dictionary = frames.train(texts)
    number = frames.dictionary_id(dictionary)
    packer = frames.Packer(dictionary)
    fetched: list[int] = []

    def fetch(wanted: int) -> bytes:
        fetched.append(wanted)
        return dictionary

    unpacker = frames.Unpacker(fetch)
    assert [unpacker.unpack(packer.pack(text)).data for text in texts] == texts
    assert fetched == [number]
    assert len(packer.pack(texts[0])) < len(frames.Packer().pack(texts[0])) / 2


def test_paragraph_and_span_are_kept(tmp_path: Path) -> None:
    paragraph = Paragraph(1, None, "HEADING", "Text.", Span(3, 8), (2,), (Span(0, 1),))
    making.store(tmp_path, [making.cable(7, paragraphs=(paragraph,))])
    with Archive.open(tmp_path) as archive:
        assert archive.cable("09TIRANA7").paragraphs == (paragraph,)
