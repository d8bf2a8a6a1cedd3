"""Importing with its progress on the terminal, and the summary at the end."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import click

from tui.commands import _places, _progress
from tui.safety import print_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from archive import Archive, Progress


def run(archive: Archive, sources: Sequence[Path]) -> Progress:
    """Import sources; on a terminal a bar shows how far it is. Returns the last moment."""
    return _progress.last(archive.import_sources(sources), _step)


def cached(sources: Sequence[Path]) -> Path:
    """Return the archive made of sources, made now unless it was before and they are unchanged."""
    from archive import Archive  # noqa: PLC0415 - rapidfuzz and tantivy only when needed

    folder = _places.cache_of(sources)
    if folder.exists():
        return folder
    partial = folder.with_suffix(".partial")  # an import that was stopped goes on here
    partial.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
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
        if old != folder:
            shutil.rmtree(old)
    return folder


def summary(archive: Archive, end: Progress) -> Iterator[str]:
    """Yield the lines that tell what an import did."""
    yield (
        f"{end.cables:,} cables read in {end.seconds:.1f} s: {end.new:,} new, "
        f"{end.held:,} already held, {end.editions:,} further editions."
    )
    if end.problems:
        counts = sorted(end.problems.items(), key=lambda item: (-item[1], item[0]))
        yield "Problems: " + ", ".join(f"{count:,} {kind}" for kind, count in counts) + "."
    for failure in end.failures:
        yield f"Not read: {failure.reason}"
    yield f"{archive.path} holds {len(archive):,} cables."


def _step(moment: Progress) -> _progress.Step:
    name = moment.source.rpartition("/")[2]
    return _progress.Step(moment.bytes_done, moment.bytes_total, moment.cables, name)
