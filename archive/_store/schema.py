"""The tables of `archive.db`, and the steps by which they came to be.

`PRAGMA user_version` is the version that the last step led to; a step never changes once released,
a new one is added. The form of the frames in `content` is a part of the version.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3

APPLICATION_ID: Final = 0x6361626C
"""`cabl`: tells an archive from any other SQLite file."""

PAGE_SIZE: Final = 65536
"""A compressed cable takes 2 to 4 KB; in small pages the rest of most pages would be wasted."""

_FIRST: Final = """
CREATE TABLE archive (
    id TEXT NOT NULL,                     -- made once; ties the search index to this database
    cables INTEGER NOT NULL DEFAULT 0     -- how many are listed
) STRICT;

CREATE TABLE source (                     -- the journal of imports
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,            -- nanoseconds
    digest BLOB NOT NULL,
    cables INTEGER NOT NULL DEFAULT 0,    -- read and stored so far
    place INTEGER NOT NULL DEFAULT 0,     -- bytes read and stored so far
    is_done INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX source_by_digest ON source (digest);

CREATE TABLE dictionary (                 -- what frames are compressed against
    id INTEGER PRIMARY KEY,               -- as each frame names it
    data BLOB NOT NULL
) STRICT;

CREATE TABLE cable (                      -- one row an edition
    key INTEGER PRIMARY KEY,
    identity TEXT NOT NULL,               -- the same for all editions of one cable
    reference_id TEXT NOT NULL,
    mrn TEXT,
    year INTEGER,                         -- the three parts of the MRN
    station TEXT,
    serial INTEGER,
    created INTEGER,                      -- seconds since 1970, UTC
    released INTEGER,
    level INTEGER NOT NULL,               -- rank of the classification, 0 for none
    classification TEXT,
    origin TEXT,
    subject TEXT,
    tags TEXT NOT NULL,                   -- one a line
    header TEXT NOT NULL,
    paragraphs INTEGER NOT NULL,
    cited INTEGER NOT NULL DEFAULT 0,     -- by how many listed cables
    is_shown INTEGER NOT NULL DEFAULT 1,  -- the newest edition
    source INTEGER NOT NULL REFERENCES source (id),
    digest BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX cable_by_digest ON cable (digest);
CREATE INDEX cable_by_identity ON cable (identity);
CREATE INDEX cable_by_mrn ON cable (mrn) WHERE mrn IS NOT NULL;
CREATE INDEX cable_by_date ON cable (created) WHERE is_shown = 1;
CREATE INDEX cable_by_post ON cable (origin COLLATE NOCASE, created) WHERE is_shown = 1;
CREATE INDEX cable_by_level ON cable (level, created) WHERE is_shown = 1;
CREATE INDEX cable_by_cited ON cable (cited, created) WHERE is_shown = 1;
CREATE INDEX cable_by_subject ON cable (subject COLLATE NOCASE, created) WHERE is_shown = 1;
CREATE INDEX cable_by_series ON cable (year, station, serial) WHERE is_shown = 1;

CREATE TABLE content (                    -- the whole cable, compressed
    key INTEGER PRIMARY KEY REFERENCES cable (key),
    frame BLOB NOT NULL
) STRICT;

CREATE TABLE citation (                   -- one row a place where a cable cites another
    citing INTEGER NOT NULL REFERENCES cable (key),
    number INTEGER NOT NULL,              -- order in the citing cable
    position INTEGER,                     -- paragraph from 0; NULL: its REF line
    mrn TEXT,
    label TEXT,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX citation_by_citing ON citation (citing);
CREATE INDEX citation_by_mrn ON citation (mrn, citing) WHERE mrn IS NOT NULL;

CREATE TABLE problem (
    key INTEGER NOT NULL REFERENCES cable (key),
    kind TEXT NOT NULL
) STRICT;
CREATE INDEX problem_by_kind ON problem (kind);
"""

_TWO_LEVELS_MORE: Final = """
UPDATE cable SET level = level + CASE WHEN level >= 5 THEN 4 ELSE 2 END WHERE level >= 3;
"""
"""OFFICIAL USE ONLY ranks below LIMITED OFFICIAL USE, and RESTRICTED above it."""

STEPS: Final = {3: _FIRST, 4: _TWO_LEVELS_MORE}
"""What leads to each version; the first makes an empty database."""
OLDEST: Final = min(STEPS)
VERSION: Final = max(STEPS)


def migrate(connection: sqlite3.Connection) -> None:
    """Take the steps that the database has not taken yet, each whole or not at all."""
    taken = connection.execute("PRAGMA user_version").fetchone()[0]
    for version, step in sorted(STEPS.items()):
        if version > taken:
            connection.executescript(
                f"BEGIN IMMEDIATE; {step}; PRAGMA user_version = {version};"
                f"PRAGMA application_id = {APPLICATION_ID}; COMMIT;"
            )
