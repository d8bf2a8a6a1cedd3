"""A list as a file: CSV, one row a cable or paragraph, for a spreadsheet or a bibliography.

What the reader's own notebook says of a cable stands in the last two columns.
"""

from __future__ import annotations

import csv
import os
from typing import TYPE_CHECKING, NamedTuple

from archive import CancelledError
from parser import clean_line
from tui.passages import PassageRow
from tui.quoting import named

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from archive import CableRow
    from parser import Cable

WORK = "export"
"""The group of the workers that write."""
_COLUMNS = (
    *("reference_id", "created", "classification", "origin", "subject"),
    *("paragraph", "text"),  # of a list of paragraphs
    *("starred", "note"),
)
_OURS_ALONE = 0o600
_FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet would take for a formula (OWASP, CSV injection), some behind spaces, too."""


class Jotted(NamedTuple):
    """What a notebook says of a cable, in the last two columns."""

    starred: str = ""
    note: str = ""


def jotted(
    cable: Cable | None, stars: Collection[int | None], notes: Mapping[int | None, str]
) -> Jotted:
    """Say which paragraphs (from 0; None stands for the cable) have a star, and what is noted.

    Of a cable that is damaged, None, the numbers of paragraphs are not known.
    """

    def called(*positions: int) -> str:
        return named(cable, positions) if cable else "some of it"

    places = sorted(position for position in stars if position is not None)
    starred = (["the cable"] if None in stars else []) + ([called(*places)] if places else [])
    written = (
        text if position is None else f"{called(position)}: {text}"
        for position, text in notes.items()
    )
    return Jotted(", ".join(starred), " / ".join(written))


def write_list(
    path: Path,
    rows: Iterable[CableRow],
    jotted_of: Callable[[CableRow], Jotted],
    is_cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Write what is listed to a new file that only the user can read; return how many rows.

    Raises:
        CancelledError: it is no longer wanted, likewise.
        FileExistsError: there is such a file; nothing is overwritten.
        OSError: it cannot be written; what was written of it is taken away again.
        ArchiveError: from `rows` or `jotted_of`, likewise.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OURS_ALONE)
    try:
        return _write(handle, _wanted(rows, is_cancelled), jotted_of)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _wanted(rows: Iterable[CableRow], is_cancelled: Callable[[], bool]) -> Iterator[CableRow]:
    for row in rows:
        if is_cancelled():
            raise CancelledError
        yield row


def _write(handle: int, rows: Iterable[CableRow], jotted_of: Callable[[CableRow], Jotted]) -> int:
    written = 0
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_COLUMNS)
        for row in rows:
            created = row.created.isoformat() if row.created else ""
            cable = (row.reference_id, created, row.classification, row.origin, row.subject)
            passage = (row.number, row.text) if isinstance(row, PassageRow) else ("", "")
            values = (*cable, *passage, *jotted_of(row))
            writer.writerow([_harmless(str(value or "")) for value in values])
            written += 1
    return written


def _harmless(value: str) -> str:
    text = clean_line(value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
