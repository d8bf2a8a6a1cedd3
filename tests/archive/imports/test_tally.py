"""The running counts of an import: `_imports/tally.py`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from archive import Outcome, SourceFailure
from archive._imports.sources import SourceFile
from archive._imports.tally import Tally
from archive._imports.work import Piece
from parser import ProblemKind

ROOT = Path("/sources")
FILE = SourceFile(ROOT / "one.csv", ROOT, 1000, 0)
NAMED = SourceFile(ROOT / "one.csv", ROOT / "one.csv", 1000, 0)
FAILURE = SourceFailure("one.csv", "one.csv is no source; name another.")


def _piece(source: SourceFile = FILE, **fields: Any) -> Piece:
    return Piece(source, b"", (), **{"place": 0, **fields})


def test_cables_are_counted_by_what_became_of_them() -> None:
    tally = Tally()
    tally.skip(FILE, 300, 5)
    for outcome in (Outcome.NEW, Outcome.NEW, Outcome.HELD, Outcome.EDITION):
        tally.count(_piece(), outcome, [ProblemKind.NO_SUBJECT])
    now = tally.now()
    assert (now.cables, now.new, now.held, now.editions) == (9, 2, 6, 1)
    assert dict(now.problems) == {ProblemKind.NO_SUBJECT: 4}
    assert (now.source, now.failures, now.is_done, now.others) == ("", (), False, 0)
    assert now.seconds >= 0
    assert tally.now(is_done=True).is_done


@pytest.mark.parametrize(
    ("steps", "done"),
    [
        pytest.param([], 0, id="nothing yet"),
        pytest.param([("advance", _piece(place=400))], 400, id="on the way"),
        pytest.param(
            [("advance", _piece(place=400)), ("advance", _piece(place=700))], 700, id="further"
        ),
        pytest.param(
            [("advance", _piece(place=400)), ("advance", _piece(place=1000, is_end=True))],
            1000,
            id="at its end",
        ),
        pytest.param([("advance", _piece(place=400, failures=(FAILURE,)))], 1000, id="given up"),
        pytest.param(
            [
                ("skip", FILE, 300, 5),
                ("advance", _piece(place=1000, is_end=True)),
                ("advance", _piece(place=50)),
            ],
            1350,
            id="three files",
        ),
    ],
)
def test_bytes_done(steps: list[tuple[Any, ...]], done: int) -> None:
    tally = Tally()
    tally.expect(2300)
    for name, *values in steps:
        getattr(tally, name)(*values)
    assert (tally.now().bytes_done, tally.now().bytes_total) == (done, 2300)
    assert tally.now().source == (str(FILE.path) if steps else "")
    tally.expect(None)
    assert tally.now().bytes_total is None


@pytest.mark.parametrize(
    ("piece", "failures", "others"),
    [
        pytest.param(_piece(is_end=True), (), 0, id="none"),
        pytest.param(_piece(failures=(FAILURE,)), (FAILURE,), 0, id="a file of a folder"),
        pytest.param(
            _piece(failures=(FAILURE,), is_unknown=True),
            (),
            1,
            id="one without cables, in a folder",
        ),
        pytest.param(
            _piece(NAMED, failures=(FAILURE,), is_unknown=True),
            (FAILURE,),
            0,
            id="one that was named",
        ),
    ],
)
def test_failures(piece: Piece, failures: tuple[SourceFailure, ...], others: int) -> None:
    tally = Tally()
    tally.advance(piece)
    assert (tally.now().failures, tally.now().others) == (failures, others)


def test_the_first_files_without_a_cable_are_named(tmp_path: Path) -> None:
    tally = Tally()
    for number in range(7):
        file = SourceFile(tmp_path / "pictures" / f"{number}.png", tmp_path, 1000, 0)
        tally.advance(_piece(file, failures=(FAILURE,), is_unknown=True))
    assert tally.now().others == 7
    assert tally.now().others_named == tuple(f"pictures/{number}.png" for number in range(5))


def test_a_folder_in_which_nothing_was_found_is_named(tmp_path: Path) -> None:
    here = SourceFile(tmp_path / "one.csv", tmp_path, 1000, 0)
    reason = f"{tmp_path} holds no cable in any form that is known; name another folder."
    empty, counted, skipped, failed, of_a_file = (Tally() for _ in range(5))
    counted.count(_piece(here), Outcome.HELD, [])
    skipped.skip(here, 10, 1)
    failed.fail(FAILURE)
    for tally in (empty, counted, skipped, failed):
        tally.miss(tmp_path)
    of_a_file.miss(tmp_path / "one.csv")
    assert empty.now().failures == (SourceFailure(str(tmp_path), reason),)
    assert failed.now().failures == (FAILURE,)
    assert counted.now().failures == skipped.now().failures == of_a_file.now().failures == ()
