"""Pieces of a source, and what they become: `_imports/work.py`."""

from __future__ import annotations

import gzip
import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from archive._imports import sources, work
from archive._imports.sources import STANDARD_INPUT, SourceFile
from archive._store.frames import Packer
from parser import ProblemKind
from tests.archive.importing import csv_of

if TYPE_CHECKING:
    from pathlib import Path

    from archive._imports.work import Piece


def file(folder: Path, content: bytes, name: str = "source") -> SourceFile:
    (folder / name).write_bytes(content)
    (found,) = sources.find([folder / name])
    assert isinstance(found, SourceFile)
    return found


def table(count: int) -> bytes:
    return csv_of(range(1, count + 1)).encode()


def pieces(source: SourceFile, skip: int = 0) -> list[Piece]:
    found = list(work.read(source, b"digest", skip))
    assert {(piece.source, piece.digest) for piece in found} == {(source, b"digest")}
    assert [piece.is_end or bool(piece.failures) for piece in found] == [
        *[False] * (len(found) - 1),
        True,
    ]
    return found


@pytest.mark.parametrize(
    ("count", "skip", "sizes"),
    [
        pytest.param(1, 0, [1], id="one"),
        pytest.param(3, 0, [3], id="fewer than a piece holds"),
        pytest.param(4, 0, [4], id="as many"),
        pytest.param(5, 0, [4, 1], id="one more"),
        pytest.param(8, 0, [4, 4], id="two pieces"),
        pytest.param(8, 1, [4, 3], id="the first is stored already"),
        pytest.param(8, 4, [4], id="the first piece is"),
        pytest.param(8, 8, [], id="all are"),
        pytest.param(8, 99, [], id="more than there are"),
    ],
)
def test_cables_come_in_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, skip: int, sizes: list[int]
) -> None:
    monkeypatch.setattr(work, "CABLES", 4)
    found = pieces(file(tmp_path, table(count)), skip)
    assert [len(piece.telegrams) for piece in found] == [*sizes, 0]
    ids = [one.metadata.reference_id for piece in found for one in piece.telegrams]
    assert ids == [f"09TIRANA{number}" for number in range(skip + 1, count + 1)]
    assert found[-1].place == found[-1].source.size


def test_a_piece_of_long_cables_is_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = file(tmp_path, table(7))
    (length,) = {len(one.text) for one in pieces(source)[0].telegrams}
    for characters, size in ((2 * length, 2), (2 * length + 1, 3), (1, 1)):
        monkeypatch.setattr(work, "CHARACTERS", characters)
        sizes = [len(piece.telegrams) for piece in pieces(source)]
        assert sizes == [*[size] * (7 // size), *([7 % size] if 7 % size else []), 0]


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "packed"])
def test_how_far_it_is_never_goes_back_nor_beyond_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: type[bytes]
) -> None:
    monkeypatch.setattr(work, "CABLES", 100)
    source = file(tmp_path, pack(table(4000)))
    places = [piece.place for piece in pieces(source)]
    assert places == sorted(places)
    assert 0 < places[0] <= places[-1] == source.size
    assert len(set(places)) > 1 or pack is not bytes


@pytest.mark.parametrize(
    ("content", "cables", "reason", "is_unknown"),
    [
        pytest.param(b"", 0, "is empty", True, id="empty"),
        pytest.param(b"Dear Ann,\nno.\n", 0, "holds no cable", True, id="no cable"),
        pytest.param(table(5)[:-9], 4, "ends in the middle of row 5", False, id="cut"),
        pytest.param(gzip.compress(table(5))[:-9], 5, "is damaged", False, id="packed, and cut"),
        pytest.param(b"\x1f\x8b\x08\0junk", 0, "is damaged", False, id="no gzip"),
    ],
)
def test_why_nothing_follows(
    tmp_path: Path, content: bytes, cables: int, reason: str, is_unknown: bool
) -> None:
    *before, last = pieces(file(tmp_path, content))
    assert sum(len(piece.telegrams) for piece in before) == cables
    (failure,) = last.failures
    assert failure.source == str(tmp_path / "source")
    assert reason in failure.reason
    assert (last.is_unknown, last.is_end, last.telegrams) == (is_unknown, False, ())


def test_each_file_of_an_archive_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    broken = dict.fromkeys(("b.gz", "c.gz"), b"\x1f\x8b\x08\x00junk")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as members:
        for name, content in {"a.csv": table(1), **broken}.items():
            members.writestr(name, content)
    *_, last = pieces(file(tmp_path, packed.getvalue()))
    assert [one.reason.partition(" is damaged")[0] for one in last.failures] == [
        f"{tmp_path / 'source'}: {name}" for name in broken
    ]


def test_a_file_that_is_gone_meanwhile(tmp_path: Path) -> None:
    source = file(tmp_path, table(1))
    source.path.unlink()
    (last,) = pieces(source)
    (failure,) = last.failures
    assert failure.reason.startswith(f"{source.path} does not exist")
    assert (last.place, last.is_unknown) == (0, False)


def test_of_standard_input_nobody_knows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(table(3))))
    found = pieces(SourceFile(STANDARD_INPUT, STANDARD_INPUT, 0, 0))
    assert [(len(piece.telegrams), piece.place) for piece in found] == [(3, 0), (0, 0)]


def test_a_piece_that_is_handed_out_is_kept_without_its_telegrams(tmp_path: Path) -> None:
    (first, _) = pieces(file(tmp_path, table(3)))
    bare = first.bare()
    assert (bare.telegrams, bare.place, bare.source) == ((), first.place, first.source)


def test_telegrams_become_what_is_stored_and_indexed(tmp_path: Path) -> None:
    (first, _) = pieces(file(tmp_path, table(2)))
    items = work.parse(first.telegrams, Packer())
    assert [one.record.reference_id for one in items] == ["09TIRANA1", "09TIRANA2"]
    assert [one.record.citations[0].mrn for one in items] == ["09STATE9912"] * 2
    assert [dict(one.indexed.values)["tag"] for one in items] == [("PREL", "AL")] * 2
    assert ["1th time" in one.indexed.texts[0] for one in items] == [True, False]
    assert [one.problems for one in items] == [(), ()]
    nameless = file(tmp_path, b"UNCLAS\n\nTAGS: PREL\n\n1. (U) The quay is closed.\n", "telegram")
    (item,) = work.parse(pieces(nameless)[0].telegrams, Packer())
    assert {ProblemKind.NO_SUBJECT} <= set(item.problems)
    assert item.record.problems == tuple(kind.value for kind in item.problems)
