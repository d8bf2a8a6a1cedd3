"""What an import writes of its cables: editions, citations, problems. One transaction a batch."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from archive._model import Outcome
from parser import ProblemKind

if TYPE_CHECKING:
    import sqlite3

    from archive._store.records import CableRecord

_CABLE: Final = (
    *("identity", "reference_id", "mrn", "year", "station", "serial", "created", "released"),
    *("level", "classification", "origin", "subject", "tags", "header", "paragraphs", "digest"),
)
"""What a record of a cable and its row have in common; likewise below."""
_CITATION: Final = ("number", "position", "mrn", "label", "text")
_of_cable: Final = attrgetter(*_CABLE)
_of_citation: Final = attrgetter(*_CITATION)
_INSERT_CABLE: Final = f"""
INSERT INTO cable (source, {", ".join(_CABLE)}) VALUES (?{", ?" * len(_CABLE)})
"""
_INSERT_CITATION: Final = f"""
INSERT INTO citation (citing, {", ".join(_CITATION)}) VALUES (?{", ?" * len(_CITATION)})
"""
_INSERT_PROBLEM: Final = "INSERT INTO problem (key, kind) VALUES (?, ?)"
_TOUCH: Final = "INSERT OR IGNORE INTO temp.touched (mrn) VALUES (?)"
_MRNS: Final = """
SELECT mrn FROM citation WHERE citing = :key AND mrn IS NOT NULL
UNION SELECT mrn FROM cable WHERE key = :key AND mrn IS NOT NULL
"""
_CUT: Final = ProblemKind.MALFORMED_RECORD.value
"""An edition whose record was cut short never stands before one that is whole."""
_SHOWN: Final = f"""
SELECT key, NOT EXISTS (SELECT 1 FROM problem WHERE kind = '{_CUT}' AND problem.key = cable.key),
    coalesce(released, 0)
FROM cable WHERE identity = ? AND is_shown = 1
"""
_INSERT_DICTIONARY: Final = "INSERT OR IGNORE INTO dictionary (id, data) VALUES (?, ?)"
_TOUCHED: Final = "CREATE TEMP TABLE IF NOT EXISTS touched (mrn TEXT PRIMARY KEY)"
_RECOUNT: Final = """
UPDATE cable SET cited = cables FROM (
    SELECT mrn, (
        SELECT count(DISTINCT citing) FROM citation JOIN cable AS other ON other.key = citing
        WHERE citation.mrn = touched.mrn AND other.is_shown = 1
    ) AS cables FROM temp.touched
) AS counted WHERE cable.mrn = counted.mrn AND cited <> cables
"""


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of one cable, and what the search index has to follow."""

    outcome: Outcome
    key: int
    """Of this edition."""
    replaces: tuple[int, ...] = ()
    """The edition that was shown before and no longer is."""
    is_shown: bool = True


class Batch:
    """Cables that are stored together: each transaction is written whole or not at all.

    A transaction begins with the first thing written after the last one.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._listed = 0
        self._touched: set[str] = set()
        """Cables of which another number may cite them now."""
        self.size = 0
        """Cables in this transaction."""

    def begin(self) -> None:
        """Begin a transaction, unless one has begun."""
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN IMMEDIATE")
            self._listed = self.size = 0
            self._touched.clear()

    def commit(self) -> None:
        """Bring the counts up to date, and make it last."""
        if self._connection.in_transaction:
            self._recount()
            self._connection.execute("UPDATE archive SET cables = cables + ?", (self._listed,))
            self._connection.commit()

    def _recount(self) -> None:
        """Count anew who is cited by how many."""
        self._connection.execute(_TOUCHED)
        self._connection.execute("DELETE FROM temp.touched")
        self._connection.executemany(_TOUCH, ((mrn,) for mrn in sorted(self._touched)))
        self._connection.execute(_RECOUNT)

    def close(self) -> None:
        """Forget what was not committed."""
        if self._connection.in_transaction:  # SQLite itself may have forgotten it: a full disk
            self._connection.rollback()

    def add_dictionary(self, number: int, data: bytes) -> None:
        """Keep a dictionary for the frames that will name it."""
        self.begin()
        self._connection.execute(_INSERT_DICTIONARY, (number, data))

    def add(self, record: CableRecord, source: int) -> Stored:
        """Store one reading of a cable: new, already held, or another edition."""
        self.begin()
        self.size += 1
        held = self._connection.execute(
            "SELECT key FROM cable WHERE digest = ?", (record.digest,)
        ).fetchone()
        if held:
            return Stored(Outcome.HELD, held[0])
        before = self._connection.execute(_SHOWN, (record.identity,)).fetchone()
        key = self._insert(record, source)
        if before is None:
            self._listed += 1
            return Stored(Outcome.NEW, key)
        older, *standing = before
        is_newer = [_CUT not in record.problems, record.released or 0] >= standing
        hidden = older if is_newer else key
        self._connection.execute("UPDATE cable SET is_shown = 0 WHERE key = ?", (hidden,))
        self._touched.update(mrn for (mrn,) in self._connection.execute(_MRNS, {"key": older}))
        return Stored(Outcome.EDITION, key, (older,) if is_newer else (), is_newer)

    def _insert(self, record: CableRecord, source: int) -> int:
        connection = self._connection
        cursor = connection.execute(_INSERT_CABLE, (source, *_of_cable(record)))
        key = cursor.lastrowid
        assert key is not None  # noqa: S101 - an INSERT that did not raise has one
        connection.execute("INSERT INTO content (key, frame) VALUES (?, ?)", (key, record.frame))
        citations = [(key, *_of_citation(place)) for place in record.citations]
        connection.executemany(_INSERT_CITATION, citations)
        connection.executemany(_INSERT_PROBLEM, [(key, kind) for kind in record.problems])
        self._touched.update(place.mrn for place in record.citations if place.mrn)
        if record.mrn:
            self._touched.add(record.mrn)
        return key
