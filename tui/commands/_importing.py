"""Importing with its progress on the terminal, and the summary at the end."""

from __future__ import annotations

import shutil
import sys
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

import click

from tui.commands import _main, _places, _progress
from tui.commands._locks import in_use, turn, unused
from tui.safety import print_error, print_line
from tui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from archive import Archive, Progress

_LOCK = "lock"
"""Beside the archives of the same sources, of which one command makes one at a time."""
_IN_USE = "reading.lock"
"""In each of them, held by those who read it."""
_UNTIL_THEN = "waiting until it has ended, Ctrl+C gives up."
_WAITING = f"another reader is reading these files; {_UNTIL_THEN}"


def run(archive: Archive, sources: Sequence[Path]) -> Progress:
    """Import sources; on a terminal a bar shows how far it is. Returns the last moment.

    Another import into this archive is waited for. Ctrl+C ends the command, and says what becomes
    of what was read.
    """
    try:
        return _progress.last(_in_turn(archive, sources), _step)
    except KeyboardInterrupt:
        print_error("stopped; what was read is kept, and the same command goes on from there.")
        raise click.exceptions.Exit(_main.INTERRUPTED) from None


def _in_turn(archive: Archive, sources: Sequence[Path]) -> Iterator[Progress]:
    from archive import BusyError  # noqa: PLC0415 - as below

    try:
        yield from archive.import_sources(sources)
    except BusyError:
        print_error(f"another import is writing to {archive.path}; {_UNTIL_THEN}")
        yield from archive.import_sources(sources, is_patient=True)


@contextmanager
def cached(sources: Sequence[Path]) -> Iterator[Path]:
    """Give the archive made of sources, made now unless it was before and they are unchanged.

    Where another reader is making it, that one is waited for. While it is given no other reader
    clears it away, though the sources may have changed since.
    """
    folder = _places.cache_of(sources)
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with ExitStack() as using:
        with turn(folder.parent / _LOCK, _WAITING):
            is_made = folder.exists() and _opens(folder)
            place = folder if is_made else _made(sources, folder)
            using.enter_context(in_use(place / _IN_USE))
        yield place


def _made(sources: Sequence[Path], folder: Path) -> Path:
    from archive import Archive  # noqa: PLC0415 - rapidfuzz and tantivy only when needed

    partial = folder.with_suffix(".partial")  # an import that was stopped goes on here
    for place in (folder, partial):
        if place.exists() and not _opens(place):
            shutil.rmtree(place)  # made by another version, or damaged: the sources are at hand
    with Archive.open(partial, create=True) as archive:
        end = run(archive, sources)
        for failure in end.failures:
            print_line(failure.reason, sys.stderr)
        count = len(archive)
    if not count:
        shutil.rmtree(partial)
        named = ", ".join(map(str, sources))
        raise click.ClickException(f"{named}: no cable was found there.")
    if end.failures:
        return partial  # what could not be read is tried again next time
    partial.rename(folder)
    for old in folder.parent.iterdir():
        if old.is_dir() and old != folder:
            with suppress(BlockingIOError), unused(old / _IN_USE):
                shutil.rmtree(old)
    return folder


def _opens(folder: Path) -> bool:
    from archive import Archive, ArchiveError  # noqa: PLC0415 - as above

    try:
        Archive.open(folder).close()
    except ArchiveError:
        return False
    return True


def summary(archive: Archive, end: Progress) -> Iterator[str]:
    """Yield the lines that tell what an import did."""
    yield (
        f"{counted(end.cables, 'cable')} read in {end.seconds:.1f} s: {end.new:,} new, "
        f"{end.held:,} already held, {counted(end.editions, 'further edition')}."
    )
    if end.others:
        names, more = ", ".join(end.others_named), end.others - len(end.others_named)
        rest = f" and {more:,} more" if more else ""
        yield f"{counted(end.others, 'other file')} without a cable: {names}{rest}."
    if end.problems:
        counts = sorted(end.problems.items(), key=lambda item: (-item[1], item[0]))
        yield "Problems: " + ", ".join(f"{count:,} {kind}" for kind, count in counts) + "."
    for failure in end.failures:
        yield f"Not read: {failure.reason}"
    yield f"{archive.path} holds {counted(len(archive), 'cable')}."


def _step(moment: Progress) -> _progress.Step:
    name = moment.source.rpartition("/")[2]
    return _progress.Step(moment.bytes_done, moment.bytes_total, moment.cables, name)
