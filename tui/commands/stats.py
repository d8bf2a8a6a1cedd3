"""`cablegram stats`: what an archive holds."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

import click

from tui.commands import _options, _places
from tui.safety import print_json, print_line
from tui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from archive import Stats

MOST: Final = 15
"""Values of a kind that are shown."""


@click.command("stats")
@click.option("--all", "is_all", is_flag=True, help="Show every value, not the most frequent.")
@_options.format_option("text", "json", text="Text for people, or everything as one JSON object.")
@_options.archive_alone
def command(*, folder: Path | None, form: str, is_all: bool) -> int:
    """Count what an archive holds: cables by year, post, class and TAGS, references, problems."""
    from archive import Archive  # noqa: PLC0415 - after the arguments are known to be right

    with Archive.open(_places.existing(folder)) as archive:
        stats = archive.stats()
    if form == "json":
        print_json(as_json(stats), indent=2)
        return 0
    for line in _lines(stats, None if is_all else MOST):
        print_line(line)
    return 0


def as_json(stats: Stats) -> dict[str, Any]:
    """Return all counts as plain values; counts of values are lists of `[value, count]`."""
    values = asdict(stats)
    for name in ("first", "last"):
        values[name] = values[name].strftime("%Y-%m-%dT%H:%M:%SZ") if values[name] else None
    return values


def _lines(stats: Stats, most: int | None) -> Iterator[str]:
    yield (
        f"{counted(stats.cables, 'cable')}, {counted(stats.paragraphs, 'paragraph')}, "
        f"{counted(stats.editions, 'further edition')}, from {counted(stats.sources, 'file')}."
    )
    if stats.first and stats.last:
        undated = f"; {stats.undated:,} without a date" if stats.undated else ""
        yield f"From {stats.first:%Y-%m-%d} to {stats.last:%Y-%m-%d}{undated}."
    yield (
        f"{counted(stats.references, 'reference')} to other cables, {stats.references_held:,} of "
        f"them held; cited and not held: {counted(stats.missing, 'cable')}."
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
