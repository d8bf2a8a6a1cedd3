"""Where archives are: the default one, and those made from files that are given to the reader."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click
import platformdirs

from parser import files_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NAME = "cablegram"


def default_archive() -> Path:
    """Return where the archive is when none is named."""
    if named := os.environ.get("CABLEGRAM_ARCHIVE"):
        return Path(named).expanduser()
    return Path(platformdirs.user_data_dir(NAME)) / "archive"


def existing(folder: Path | None) -> Path:
    """Return the archive that a command was told to use, or the default one if there is one."""
    place = folder or default_archive()
    if folder is None and not place.exists():
        raise click.ClickException(
            f"There is no archive at {place} yet; make one with `cablegram import SOURCE`, "
            "or read files directly with `cablegram PATH`."
        )
    return place


def is_archive(path: Path) -> bool:
    """Say whether a path is the folder of an archive."""
    return os.path.isfile(path / "archive.db")  # noqa: PTH113 - says no where rights are missing


def cache_of(sources: Sequence[Path]) -> Path:
    """Return where the archive made from sources is kept: another place when they changed.

    The folder is named after its files' sizes and times, its parent after the sources.
    """
    names = "\0".join(sorted(str(source.resolve()) for source in sources))
    state = "\0".join(sorted(_states(sources)))
    return Path(platformdirs.user_cache_dir(NAME)) / _digest(names) / _digest(state)


def _states(sources: Sequence[Path]) -> Iterator[str]:
    for source in sources:
        for file in _files(source):
            status = file.stat()
            yield f"{file}\0{status.st_size}\0{status.st_mtime_ns}"


def _files(source: Path) -> Iterator[Path]:
    """Yield what is read of a source; what may not be looked at is named by the import."""
    place = source.resolve()
    found = files_in(place) if source.is_dir() else (place,)
    yield from (file for file in found if isinstance(file, Path))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogateescape")).hexdigest()[:16]
