"""A list of cables as a file: CSV, one row a cable, for a spreadsheet or a bibliography."""

from __future__ import annotations

import csv
import os
from typing import TYPE_CHECKING

from parser import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from archive import CableRow

_COLUMNS = ("reference_id", "created", "classification", "origin", "subject")
_OURS_ALONE = 0o600
_FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet would take for a formula (OWASP, CSV injection), some behind spaces, too."""


def write_list(path: Path, rows: Iterable[CableRow]) -> int:
    """Write cables to a new file that only the user can read, and return how many.

    Raises:
        FileExistsError: there is such a file; nothing is overwritten.
        OSError: it cannot be written; what was written of it is taken away again.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OURS_ALONE)
    try:
        return _write(handle, rows)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _write(handle: int, rows: Iterable[CableRow]) -> int:
    count = 0
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_COLUMNS)
        for row in rows:
            created = row.created.isoformat() if row.created else ""
            values = (row.reference_id, created, row.classification, row.origin, row.subject)
            writer.writerow([_harmless(value or "") for value in values])
            count += 1
    return count


def _harmless(value: str) -> str:
    text = clean_line(value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
