"""Which files an import reads: `_imports/sources.py`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from archive import SourceFailure
from archive._imports import sources
from archive._imports.sources import STANDARD_INPUT, SourceFile


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "sources"
    for name in ("b.txt", "a/2.txt", ".hidden.txt"):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(name, "utf-8")
    return made


def test_files_of_a_folder(folder: Path) -> None:
    found = list(sources.find([folder]))
    names = ["b.txt", "a/2.txt"]
    assert [one.path for one in found if isinstance(one, SourceFile)] == [
        folder / name for name in names
    ]
    assert all(isinstance(one, SourceFile) and one.root == folder for one in found)


def test_a_file_that_is_named_is_its_own_root_hidden_or_not(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (found,) = sources.find([Path(".hidden.txt")])
    assert isinstance(found, SourceFile)
    assert (found.path, found.root) == (folder / ".hidden.txt", folder / ".hidden.txt")
    assert (found.size, found.modified) == (11, (folder / ".hidden.txt").stat().st_mtime_ns)
    assert found.name == str(folder / ".hidden.txt")
    assert not found.is_stream
    with found.open() as stream:
        assert stream.read() == b".hidden.txt"


def test_what_is_not_there_is_a_failure_that_says_what_to_look_at(tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    reason = f"{missing} does not exist; check the name."
    assert list(sources.find([missing])) == [SourceFailure(str(missing), reason)]


def test_standard_input_is_read_once_and_never_the_same(folder: Path) -> None:
    stream, file = sources.find([STANDARD_INPUT, folder / "b.txt"])
    assert isinstance(stream, SourceFile)
    assert isinstance(file, SourceFile)
    assert stream == SourceFile(STANDARD_INPUT, STANDARD_INPUT, 0, 0)
    assert stream.is_stream
    assert len(stream.digest()) == len(file.digest()) == 16
    assert stream.digest() != stream.digest()


def test_the_same_content_has_the_same_digest(tmp_path: Path) -> None:
    large = b"grain " * 400_000  # more than is read at a time
    contents = {"a": large, "b": large, "c": large[:-1], "d": b""}
    digests = {}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
        (found,) = sources.find([tmp_path / name])
        assert isinstance(found, SourceFile)
        digests[name] = found.digest()
    assert digests["a"] == digests["b"]
    assert len(set(digests.values())) == 3


def test_bytes_of_a_name_that_are_no_text_are_written_out(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    assert SourceFile(path, path, 0, 0).name == f"{tmp_path}/caf\\xe9.txt"
