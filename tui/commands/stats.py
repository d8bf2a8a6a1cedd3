"""`cablegram stats`: what an archive holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from tui.commands import _places
from tui.safety import print_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from archive import Stats

MOST: Final = 15
"""Values of a kind that are shown."""


@click.command("stats")
@click.option("--all", "is_all", is_flag=True, help="Show every value, not the most frequent.")
@_places.archive_option
def command(folder: Path | None, *, is_all: bool) -> int:
    """Count what an archive holds: cables by year, post, class and TAGS, references, problems."""
    from archive import Archive  # noqa: PLC0415 - after the arguments are known to be right

    with Archive.open(_places.existing(folder)) as archive:
        stats = archive.stats()
    for line in _lines(stats, None if is_all else MOST):
        print_line(line)
    return 0


def _lines(stats: Stats, most: int | None) -> Iterator[str]:
    yield (
        f"{stats.cables:,} cables, {stats.paragraphs:,} paragraphs, "
        f"{stats.editions:,} further editions, from {stats.sources:,} files."
    )
    if stats.first and stats.last:
        undated = f"; {stats.undated:,} without a date" if stats.undated else ""
        yield f"From {stats.first:%Y-%m-%d} to {stats.last:%Y-%m-%d}{undated}."
    yield (
        f"{stats.references:,} references to other cables, {stats.references_held:,} of them held; "
        f"{stats.missing:,} cables are cited and not held."
    )
    for title, counts in (
        ("Year", stats.years),
        ("Classification", stats.classifications),
        ("Post", stats.posts),
        ("TAGS", stats.tags),
        ("Header", stats.headers),
        ("Problem", stats.problems),
        ("Cited, not held", stats.most_missing),
    ):
        shown = counts if title == "Year" else counts[:most]
        if shown:
            yield ""
            yield title
        for value, count in shown:
            yield f"{count:>9,}  {value}"
        if len(shown) < len(counts):
            yield f"{'':>9}  and {len(counts) - len(shown):,} more (--all shows them)"
