"""An index that cannot be written is read all the same: `opening.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import tantivy

from archive._search import Index
from archive._search import opening as under_test
from tests.archive.search.corpus import cable, make_searcher

if TYPE_CHECKING:
    from pathlib import Path

_really_open = tantivy.Index.open


def test_where_no_lock_can_be_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "index"
    make_searcher(folder, cable("Grain."))

    class Locked:
        """Stands for tantivy where the folder is read-only, whoever runs the tests."""

        exists = staticmethod(tantivy.Index.exists)

        @staticmethod
        def open(path: str) -> tantivy.Index:
            if path.startswith(str(folder)):
                raise ValueError("Failed to acquire Lockfile: Permission denied")
            return _really_open(path)

    monkeypatch.setattr(under_test.tantivy, "Index", Locked)
    index = Index(folder)
    assert index.payload == "all"
    assert index.vocabulary is not None
    assert index.topics is not None
    assert not [file for file in folder.iterdir() if file.is_symlink()]


def test_what_is_damaged_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    make_searcher(folder, cable("Grain."))
    (folder / "meta.json").write_text("{", encoding="utf-8")
    with pytest.raises(ValueError, match=r"."):
        Index(folder)
