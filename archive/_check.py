"""Verifies an archive: the database, every cable in it, the search index, and that they agree."""

from __future__ import annotations

import sqlite3
from itertools import islice
from typing import TYPE_CHECKING, Final

from archive._errors import DamagedError
from archive._indexing import Watermark, open_index
from archive._model import Fault, FaultKind
from archive._store import counting, lock, reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archive._held import HeldCables
    from archive._search import Index
    from archive._store.connections import Connections

NAMED: Final = 10
"""Cables named for one fault, at most."""
_RESTORE: Final = "restore the archive from a copy, or import the sources into a new one"
_REINDEX: Final = "run `cablegram reindex`"


def faults(connections: Connections, held: HeldCables) -> tuple[Fault, ...]:
    """Look for everything that can be wrong; about half a minute a gigabyte."""
    connection = connections.get()
    found: list[Fault] = []
    try:
        found.extend(_in_database(connection))
        found.extend(_in_cables(connection, held))
        found.extend(_in_index(connections))
    except sqlite3.DatabaseError as error:
        message = f"The database is damaged ({error}); {_RESTORE}."
        found.append(Fault(FaultKind.DATABASE, message))
    return tuple(found)


def _in_database(connection: sqlite3.Connection) -> Iterator[Fault]:
    for message in counting.integrity(connection):
        yield Fault(FaultKind.DATABASE, f"The database is damaged: {message}; {_RESTORE}.")
    kept, counted = reading.count(connection), counting.listed(connection)
    if kept != counted:
        message = f"The database lists {_cables(counted)} and says {kept}; {_RESTORE}."
        yield Fault(FaultKind.DATABASE, message)
    yield from _named("content missing", counting.without_content(connection))
    yield from _named("not one edition shown", counting.not_shown_once(connection))
    yield from _named("citations miscounted", counting.miscounted(connection))


def _cables(count: int) -> str:
    return "1 cable" if count == 1 else f"{count} cables"


def _named(what: str, ids: Iterable[str]) -> Iterator[Fault]:
    for reference_id in islice(ids, NAMED):
        yield Fault(FaultKind.CABLE, f"{reference_id}: {what}; {_RESTORE}.")


def _in_cables(connection: sqlite3.Connection, held: HeldCables) -> Iterator[Fault]:
    """Unpack every cable; each has a checksum."""
    for key, _ in reading.editions_after(connection, 0):
        try:
            held.verify(key)
        except DamagedError as error:
            yield Fault(FaultKind.CABLE, str(error))


def _in_index(connections: Connections) -> Iterator[Fault]:
    connection = connections.get()
    if lock.is_held(connections.folder):  # the index follows each batch: it is behind, and must be
        message = "An import is writing to the archive; check the search index when it has ended."
        yield Fault(FaultKind.INDEX, message)
        return
    index = open_index(connections.folder)
    if index is None:
        message = f"The search index is missing or damaged; {_REINDEX}."
        yield Fault(FaultKind.INDEX, message)
        return
    if Watermark.of(index) != Watermark.now(connection):
        yield Fault(FaultKind.INDEX, f"The search index is behind the database; {_REINDEX}.")
    try:
        yield from _disagreements(index, connection)
    except ValueError as error:
        yield Fault(FaultKind.INDEX, f"The search index is damaged ({error}); {_REINDEX}.")


def _disagreements(index: Index, connection: sqlite3.Connection) -> Iterator[Fault]:
    """Compare which cables are indexed, and how many paragraphs."""
    indexed = set(index.all_keys)
    listed = set(counting.shown_keys(connection))
    for what, keys in (("lacks", listed - indexed), ("still has", indexed - listed)):
        if keys:
            message = f"The search index {what} {_cables(len(keys))}; {_REINDEX}."
            yield Fault(FaultKind.INDEX, message)
    if not index.is_derived:
        message = f"The words and topics of the search index are behind it; {_REINDEX}."
        yield Fault(FaultKind.INDEX, message)
    documents, expected = index.searcher.num_docs - 1, counting.documents(connection)
    if indexed == listed and documents != expected:
        message = f"The search index has {documents} paragraphs, not {expected}; {_REINDEX}."
        yield Fault(FaultKind.INDEX, message)
