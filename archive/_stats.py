"""What an archive holds, counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from archive._model import Stats
from archive._store import counting, reading

if TYPE_CHECKING:
    import sqlite3

    from archive._model import Counts

MOST_MISSING: Final = 50
"""Cables that are cited and not held, of which the statistics tell the ids."""


def collect(connection: sqlite3.Connection) -> Stats:
    """Count everything; a second or two for a quarter of a million cables."""
    cables = reading.count(connection)
    first, last, undated = counting.span(connection)
    missing = counting.missing(connection)
    return Stats(
        cables=cables,
        editions=counting.editions(connection) - cables,
        paragraphs=counting.paragraphs(connection),
        first=first,
        last=last,
        undated=undated,
        years=counting.years(connection),
        posts=counting.by(connection, "origin"),
        classifications=counting.by(connection, "classification"),
        tags=_tags(connection),
        headers=counting.by(connection, "header"),
        problems=counting.problems(connection),
        references=counting.references(connection),
        references_held=counting.references_held(connection),
        missing=missing,
        most_missing=counting.most_missing(connection, MOST_MISSING),
        sources=counting.sources(connection),
    )


def _tags(connection: sqlite3.Connection) -> Counts:
    """Count TAGS; each stands once in a cable."""
    counts: Counter[str] = Counter()
    for tags, cables in counting.by(connection, "tags"):
        for tag in filter(None, tags.split("\n")):
            counts[tag] += cables
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
