"""Cables and archives made for tests; all of it fiction."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from archive._imports import prepare
from archive._store import connections, journal, writing
from archive._store.frames import Packer
from parser import (
    Cable,
    Classification,
    Level,
    Metadata,
    Paragraph,
    Parsed,
    Problem,
    Reference,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NOON = datetime(2009, 4, 14, 12, 0, tzinfo=UTC)


def cable(number: int = 9901, /, **fields: Any) -> Cable:
    """Make a cable of the post at Tirana; `fields` replace what it has."""
    text = f"The lighthouse festival was postponed, and {number} guests went home."
    made = Cable(
        raw=f"1. (C) {text}\n",
        metadata=Metadata("csv"),
        reference_id=f"09TIRANA{number}",
        mrn=f"09TIRANA{number}",
        created=NOON + timedelta(hours=number),
        classification=Classification(Level.CONFIDENTIAL),
        origin="Embassy Tirana",
        tags=("PREL", "AL"),
        subject=f"LIGHTHOUSE FESTIVAL, NOTE {number}",
        paragraphs=(Paragraph(1, "C", None, text, Span(0, 7 + len(text))),),
    )
    return replace(made, **fields)


def citing(number: int, *mrns: str, texts: Iterable[str] = (), **fields: Any) -> Cable:
    """Make a cable with references A, B, ... and these paragraphs."""
    references = tuple(Reference(mrn, "ABCDEFGH"[place], mrn) for place, mrn in enumerate(mrns))
    paragraphs = tuple(
        Paragraph(place, "C", None, text, Span(0, 0)) for place, text in enumerate(texts, 1)
    )
    return cable(number, **{"references": references, "paragraphs": paragraphs} | fields)


def store(
    folder: Path, cables: Iterable[Cable], problems: tuple[Problem, ...] = ()
) -> list[writing.Stored]:
    """Store cables, each with these problems, in a new or an old archive, in one batch."""
    connections.create(folder)
    held = connections.Connections(folder)
    connection = held.get()
    packer = Packer()
    batch = writing.Batch(connection)
    batch.begin()
    source = journal.begin(connection, "made", 0, 0, b"made")
    stored = [batch.add(prepare.record(Parsed(one, problems), packer), source.id) for one in cables]
    batch.commit()
    held.close()
    return stored
