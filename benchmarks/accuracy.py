"""How much of a made-up corpus the parser gets right, field by field, with examples of its misses.

    python -m benchmarks.corpus 20000 --out benchmarks/out/20000
    python -m benchmarks.accuracy benchmarks/out/20000

The truth is `truth.jsonl` of :mod:`benchmarks.corpus`. A field is right when it is equal, a
paragraph's text when it is equal character for character.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import parser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from parser import Cable, Parsed

Truth = dict[str, Any]


def _folded(text: str | None) -> str | None:
    """Put a text on one line: summary and comment keep the lines of the source."""
    return text and " ".join(text.split())


FIELDS: Final[dict[str, Callable[[Cable], object]]] = {
    "reference_id": lambda cable: cable.reference_id,
    "mrn": lambda cable: cable.mrn,
    "created": lambda cable: cable.created and f"{cable.created:%Y-%m-%dT%H:%MZ}",
    "classification": lambda cable: str(cable.classification),
    "origin": lambda cable: cable.origin,
    "precedence": lambda cable: cable.envelope.precedence and str(cable.envelope.precedence),
    "to": lambda cable: [addressee.name for addressee in cable.envelope.to],
    "info": lambda cable: [addressee.name for addressee in cable.envelope.info],
    "sections": lambda cable: cable.sections or 1,
    "captions": lambda cable: list(cable.captions),
    "executive_order": lambda cable: cable.executive_order,
    "declassify_on": lambda cable: cable.declassify_on and cable.declassify_on.isoformat(),
    "tags": lambda cable: list(cable.tags),
    "subject": lambda cable: cable.subject,
    "references": lambda cable: sorted(ref.mrn for ref in cable.references if ref.mrn),
    "classified_by": lambda cable: list(cable.classified_by),
    "reasons": lambda cable: list(cable.reasons),
    "summary": lambda cable: _folded(cable.summary),
    "comment": lambda cable: _folded(cable.comment),
    "signed_by": lambda cable: list(cable.signed_by),
}
_AS_COMPARED: Final[dict[str, Callable[[Any], object]]] = {
    "summary": _folded,
    "comment": _folded,
    "references": sorted,
}
"""What becomes of the truth of some fields before it is compared."""
_DASH: Final = re.compile(r" (?:--?|[\u2013\u2014]) ")
PARAGRAPH_FIELDS: Final = ("number", "marking", "heading", "text")


class Score:
    """Counts of right and wrong values, with the first few misses of each field."""

    def __init__(self, examples: int) -> None:
        self.right: Counter[str] = Counter()
        self.all: Counter[str] = Counter()
        self.misses: dict[str, list[str]] = defaultdict(list)
        self._examples = examples

    def compare(self, field: str, mrn: str, wanted: object, found: object) -> None:
        """Count one value."""
        self.all[field] += 1
        if wanted == found or _dashes(wanted) == _dashes(found):
            self.right[field] += 1
        elif len(self.misses[field]) < self._examples:
            self.misses[field].append(
                f"{mrn}\n  wanted {_cut(wanted, found)}\n  found  {_cut(found, wanted)}"
            )

    def cable(self, truth: Truth, cable: Cable) -> None:
        """Compare every field of one cable."""
        mrn = truth["mrn"]
        damage = " ".join(truth["damage"])
        where = f"{mrn} [{damage}]" if damage else mrn
        for field, value in FIELDS.items():
            told = truth[field]
            wanted = _AS_COMPARED[field](told) if field in _AS_COMPARED else told
            self.compare(field, where, wanted, value(cable))
        found = {part.number: part for part in cable.paragraphs}
        for part in truth["paragraphs"]:
            same = found.get(part["number"])
            for field in PARAGRAPH_FIELDS:
                read = getattr(same, field) if same else None
                place = f"{where} par {part['number']}"
                self.compare(f"paragraph {field}", place, part[field], read)
        self.compare("paragraph count", where, len(truth["paragraphs"]), len(cable.paragraphs))

    def print(self, *, examples: bool) -> None:
        """Print the table, worst field first, then the examples."""
        print(f"{'field':<20}{'right':>10}{'of':>10}{'share':>10}")
        by_share = sorted(self.all, key=lambda field: self.right[field] / self.all[field])
        for field in by_share:
            share = self.right[field] / self.all[field]
            print(f"{field:<20}{self.right[field]:>10,}{self.all[field]:>10,}{share:>10.3%}")
        right, values = sum(self.right.values()), sum(self.all.values())
        print(f"{'all':<20}{right:>10,}{values:>10,}{right / values:>10.3%}")
        for field in by_share if examples else ():
            for miss in self.misses[field]:
                print(f"\n## {field}: {miss}")


def _dashes(value: object) -> str:
    """Write every dash the same: what a bracket stood for, nobody knows."""
    return _DASH.sub(" -- ", str(value))


def _cut(value: object, other: object) -> str:
    """Show a value from shortly before the place where it differs from the other."""
    text, against = str(value), str(other)
    same = next(
        (at for at, (a, b) in enumerate(zip(text, against, strict=False)) if a != b),
        min(len(text), len(against)),
    )
    start = max(same - 60, 0)
    return ("..." if start else "") + repr(text[start : same + 60])


def paired(
    truths: Iterable[Truth], found: Iterator[Parsed]
) -> Iterator[tuple[Truth, Cable | None]]:
    """Put each truth beside the cable read for it; None where the parser found no such cable."""
    waiting: Parsed | None = None
    for truth in truths:
        parsed = waiting or next(found, None)
        waiting = None
        if parsed is None or (_is_second(truth) and parsed.cable.mrn != truth["mrn"]):
            waiting = parsed
            yield truth, None
        else:
            yield truth, parsed.cable


def _is_second(truth: Truth) -> bool:
    return bool(truth.get("inside"))


def measure(folder: Path, score: Score, limit: int | None = None) -> int:
    """Compare `cables.csv` with `truth.jsonl`; return how many cables were not found at all."""
    lost = 0
    with (folder / "truth.jsonl").open(encoding="utf-8") as file:
        truths = (json.loads(line) for line in itertools.islice(file, limit))
        for truth, cable in paired(truths, parser.read(folder / "cables.csv")):
            if cable is None:
                lost += 1
            else:
                score.cable(truth, cable)
    return lost


def main() -> None:
    """Measure from the command line."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("folder", type=Path, help="with cables.csv and truth.jsonl")
    asked.add_argument("--limit", type=int, default=None, help="cables to compare")
    asked.add_argument("--examples", type=int, default=0, help="misses to show of each field")
    given = asked.parse_args()
    score = Score(given.examples)
    lost = measure(given.folder, score, given.limit)
    score.print(examples=bool(given.examples))
    print(f"\n{lost} cables not found")


if __name__ == "__main__":
    main()
