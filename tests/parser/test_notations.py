"""The notations in which posts wrote one and the same field: `notations.tsv`.

A row is a field, how it is printed and what is read (a backslash and n for a line end). The lines
stand above the first paragraph of a cable of 2008, signatures below the last; a summary is printed
with the text that it begins.
"""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import parser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TABLE = Path(__file__).with_name("notations.tsv")
TEXT = "1. (C) The harbour was shut.\n\n2. (C) Comment: It will open soon.  End comment.\n"
CREATED = datetime(2008, 7, 1, tzinfo=UTC)

READ: dict[str, Callable[[parser.Cable], str]] = {
    "subject": lambda cable: cable.subject or "",
    "tags": lambda cable: " ".join(cable.tags),
    "references": lambda cable: " ".join(one.mrn for one in cable.references if one.mrn),
    "classified_by": lambda cable: "; ".join(cable.classified_by),
    "reasons": lambda cable: " ".join(cable.reasons),
    "declassify_on": lambda cable: cable.declassify_on.isoformat() if cable.declassify_on else "",
    "summary": lambda cable: cable.summary or "",
    "signed_by": lambda cable: "; ".join(cable.signed_by),
}


def rows() -> Iterator[tuple[str, str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            printed, read = (row[name].replace("\\n", "\n") for name in ("printed", "read"))
            yield row["field"], printed, read


@pytest.mark.parametrize(("field", "printed", "expected"), rows())
def test_notation(field: str, printed: str, expected: str) -> None:
    text = {"signed_by": TEXT + printed, "summary": printed}.get(field, f"{printed}\n\n{TEXT}")

    cable = parser.parse_message(text, created=CREATED).cable

    assert READ[field](cable) == expected
