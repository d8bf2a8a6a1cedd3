"""The cases of the earlier parser, where they are at hand.

Those in which it is wrong are listed with the reason in `peer_exceptions.tsv`.
"""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import parser

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = Path(__file__).parents[3] / "shared/reference/peer-cases.jsonl"
EXCEPTIONS = Path(__file__).with_name("peer_exceptions.tsv")

READ: dict[str, Callable[[parser.Cable], Any]] = {
    "subject": lambda cable: cable.subject,
    "tags": lambda cable: list(cable.tags),
    "references": lambda cable: [one.mrn for one in cable.references if one.mrn],
    "classified_by": lambda cable: list(cable.classified_by),
    "declassify_on": lambda cable: cable.declassify_on and cable.declassify_on.isoformat(),
}


def cases() -> list[dict[str, Any]]:
    if not CASES.exists():
        return []
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [case for case in map(json.loads, lines) if case["kind"] in READ]


def exceptions() -> dict[tuple[str, str], str]:
    """The cases in which the earlier parser is wrong, by kind and a part of the input."""
    lines = EXCEPTIONS.read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return {
        (row["kind"], row["in the input"]): row["why the expected value is wrong"] for row in rows
    }


def is_wrong(case: dict[str, Any]) -> bool:
    return any(kind == case["kind"] and part in case["input"] for kind, part in exceptions())


def read(case: dict[str, Any]) -> Any:
    year = case["year"]
    created = datetime(year, 7, 1, tzinfo=UTC) if year else None
    parsed = parser.parse_message(case["input"], reference_id=case["reference_id"], created=created)
    return READ[case["kind"]](parsed.cable)


@pytest.mark.skipif(not CASES.exists(), reason="the cases of the earlier parser are not here")
@pytest.mark.parametrize("kind", READ)
def test_cases(kind: str) -> None:
    chosen = [case for case in cases() if case["kind"] == kind and not is_wrong(case)]
    assert chosen
    wrong = [(case["input"], case["expected"]) for case in chosen if read(case) != case["expected"]]
    assert not wrong


@pytest.mark.skipif(not CASES.exists(), reason="the cases of the earlier parser are not here")
def test_every_exception_is_still_one() -> None:
    for kind, part in exceptions():
        found = [case for case in cases() if case["kind"] == kind and part in case["input"]]
        assert len(found) == 1
        assert read(found[0]) != found[0]["expected"]
