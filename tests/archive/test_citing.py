"""References between the cables held, from either end: `_citing.py`."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from archive import Archive
from tests.archive import making

LATER = making.NOON + timedelta(days=500)


def test_citations_both_ways(tmp_path: Path) -> None:
    texts = ("As in REF B.", "Nothing.", "See refs A and B, and reftel.")
    making.store(tmp_path, [making.citing(7, "08STATE12", "09TIRANA5", texts=texts)])
    making.store(tmp_path, [making.cable(5)])
    with Archive.open(tmp_path) as archive:
        out = archive.citations(archive.key("09TIRANA7")[0]).out
        assert [(one.mrn, one.label, one.position) for one in out] == [
            ("08STATE12", "A", 2),
            ("09TIRANA5", "B", 0),
        ]
        assert out[0].row is None
        assert out[1].row == archive.row(archive.key("09TIRANA5")[0])
        into = archive.citations(archive.key("09TIRANA5")[0]).into
        assert [(one.mrn, one.position) for one in into] == [("09TIRANA7", 0), ("09TIRANA7", 2)]


def test_citations_say_the_printed_number_of_their_paragraph(tmp_path: Path) -> None:
    one = making.citing(7, "08STATE12", "09TIRANA5", texts=("See REF B.", "Nothing.", "See REF A."))
    shifted = (replace(each, number=at or None) for at, each in enumerate(one.paragraphs))
    making.store(tmp_path, [replace(one, paragraphs=tuple(shifted)), making.cable(5)])
    making.store(tmp_path, [making.citing(8, "09TIRANA5")])
    with Archive.open(tmp_path) as archive:
        out = archive.citations(archive.key("09TIRANA7")[0]).out
        assert [(one.mrn, one.position, one.paragraph) for one in out] == [
            ("08STATE12", 2, 2),
            ("09TIRANA5", 0, None),
        ]
        into = archive.citations(archive.key("09TIRANA5")[0]).into
        assert [(one.mrn, one.position, one.paragraph) for one in into] == [
            ("09TIRANA7", 0, None),
            ("09TIRANA8", None, None),
        ]
        assert [one.paragraph for one in archive.citing("08STATE12")] == [2]


def test_who_cites_a_cable_that_is_not_held(tmp_path: Path) -> None:
    making.store(tmp_path, [making.citing(9, "08STATE12"), making.citing(7, "08STATE12")])
    with Archive.open(tmp_path) as archive:
        assert [one.mrn for one in archive.citing("08STATE12")] == ["09TIRANA7", "09TIRANA9"]
        assert archive.citing("08STATE13") == ()


def test_an_edition_takes_its_citations_with_it(tmp_path: Path) -> None:
    old = making.citing(7, "08STATE12", released=making.NOON)
    new = making.citing(7, "08STATE13", released=LATER)
    making.store(tmp_path, [making.cable(1, reference_id="08STATE12", mrn="08STATE12"), old])
    making.store(tmp_path, [new])
    with Archive.open(tmp_path) as archive:
        assert archive.citing("08STATE12") == ()
        assert [one.mrn for one in archive.citing("08STATE13")] == ["09TIRANA7"]
