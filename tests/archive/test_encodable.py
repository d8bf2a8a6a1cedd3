"""Lone surrogates raise nowhere: neither in what is asked nor in what is imported."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest

from archive import Archive, ArchiveError, NoSuchCableError
from archive._encodable import encodable
from tests.archive import making
from tests.archive.importing import csv_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HALF = "\ud800"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("", "", id="empty"),
        pytest.param("harbor", "harbor", id="ASCII"),
        pytest.param("São \U0001f30a", "São \U0001f30a", id="whole characters"),
        pytest.param("a\ud800b\udcff", "a\ufffdb\ufffd", id="halves: as long as before"),
    ],
)
def test_encodable(text: str, found: str) -> None:
    assert encodable(text) == found


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    folder = tmp_path_factory.mktemp("held")
    (folder / "cables.csv").write_text(csv_of(range(1, 6)), "utf-8")
    held = Archive.open(folder / "archive", create=True)
    list(held.import_sources([folder / "cables.csv"]))
    return held


ASKED = {
    "key": lambda archive, text: archive.key(text),
    "cable": lambda archive, text: archive.cable(text),
    "problems": lambda archive, text: archive.problems(text),
    "search": lambda archive, text: archive.search(text),
    "strict search": lambda archive, text: archive.search(text, is_strict=True),
    "listing": lambda archive, text: archive.listing(text).rows(0, 9),
    "facets": lambda archive, text: archive.facets(text),
    "histogram": lambda archive, text: archive.histogram(text),
    "matches": lambda archive, text: archive.matches(text, archive.cable(1)),
    "topics": lambda archive, text: archive.topics(text),
    "citing": lambda archive, text: archive.citing(text),
    "serials": lambda archive, text: archive.serials(text),
}


@pytest.mark.parametrize("ask", [pytest.param(ask, id=name) for name, ask in ASKED.items()])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(HALF, id="alone"),
        pytest.param(f"light{HALF}house", id="in a word"),
        pytest.param(f'"festival {HALF}"', id="in a phrase"),
        pytest.param(f"={HALF}x ~{HALF}yyyyy {HALF}z*", id="in every mode"),
        pytest.param(f'subject:{HALF} subject:"a {HALF}" ref:{HALF} from:{HALF}', id="in fields"),
        pytest.param(f'tag:{HALF} by:{HALF} class:{HALF} post:"{HALF}"', id="in more fields"),
        pytest.param(f"date:{HALF} has:{HALF} is:{HALF}", id="where it is no value"),
        pytest.param(f"(festival OR {HALF}) -{HALF}", id="among signs"),
        pytest.param("09TIRANA\udcff1", id="in an id"),
        pytest.param("\0", id="a zero"),
    ],
)
def test_nothing_that_is_asked_raises(
    archive: Archive, ask: Callable[[Archive, str], Any], text: str
) -> None:
    with suppress(ArchiveError):
        ask(archive, text)


def test_what_was_asked_is_said_as_it_was_asked(archive: Archive) -> None:
    assert archive.search(f"festival {HALF}").query == f"festival {HALF}"
    with pytest.raises(NoSuchCableError):
        archive.key(HALF)


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"subject": f"A {HALF}"}, id="subject"),
        pytest.param({"reference_id": f"09TIRANA{HALF}"}, id="id"),
        pytest.param({"origin": f"Embassy {HALF}"}, id="origin"),
        pytest.param({"tags": (f"P{HALF}",)}, id="tag"),
        pytest.param({"raw": f"1. (C) A {HALF}."}, id="raw text"),
    ],
)
def test_a_cable_comes_back_with_it(tmp_path: Path, fields: dict[str, Any]) -> None:
    made = making.cable(**fields)
    (stored,) = making.store(tmp_path, [made])
    with Archive.open(tmp_path) as archive:
        assert archive.cable(stored.key) == made
        archive.row(stored.key).subject.encode()  # type: ignore[union-attr]  # it has one
        assert archive.search("lighthouse").paragraphs.value == 1


def test_a_file_whose_name_is_no_text(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path / "cables-") + b"\xff.csv"
    try:
        with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 - a name of bytes
            file.write(csv_of(range(1, 4)))
    except OSError:
        pytest.skip("this file system takes no such name")
    with Archive.open(tmp_path / "archive", create=True) as archive:
        *_, last = archive.import_sources([os.fsdecode(path)])
        *_, again = archive.import_sources([os.fsdecode(path)])
        assert (last.new, again.new, again.held) == (3, 0, 3)
