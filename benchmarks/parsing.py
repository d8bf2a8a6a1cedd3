"""How right and how fast `cables.csv` is read: against the truth of a made-up corpus.

    python -m benchmarks.corpus 2000 --out benchmarks/out/2000
    python -m benchmarks.parsing benchmarks/out/2000 [--limit N] [--profile] [--wrong FIELD]

prints the share of each field that is right, cables a second of processor time on one core, and
with `--profile` the share of each step.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import time
from collections import Counter, defaultdict
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import parser as cable_parser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from parser import Cable, Parsed

_STEPS: Final = (
    ("_carriers", "carrier"),
    ("_records", "carrier"),
    ("_preamble", "preamble"),
    ("_mrn", "ids"),
    ("_identity", "ids"),
    ("_envelope", "envelope"),
    ("_addressees", "envelope"),
    ("_repairs", "repairs"),
    ("_working", "repairs"),
    ("_body", "body"),
    ("", "assembly"),
)
"""Part of a file's path, and the step that its time belongs to; the first that fits."""

_FIELDS: Final[dict[str, Callable[[Cable], Any]]] = {
    "mrn": lambda cable: cable.mrn,
    "created": lambda cable: f"{cable.created:%Y-%m-%dT%H:%MZ}" if cable.created else None,
    "classification": lambda cable: str(cable.classification) if cable.classification else None,
    "origin": lambda cable: cable.origin,
    "precedence": lambda cable: cable.envelope.precedence,
    "to": lambda cable: [one.name for one in cable.envelope.to],
    "info": lambda cable: [one.name for one in cable.envelope.info],
    "captions": lambda cable: list(cable.captions),
    "sections": lambda cable: cable.sections or 1,
    "declassify_on": lambda cable: cable.declassify_on and cable.declassify_on.isoformat(),
    "executive_order": lambda cable: cable.executive_order,
    "tags": lambda cable: list(cable.tags),
    "subject": lambda cable: cable.subject,
    "references": lambda cable: [one.mrn for one in cable.references if one.mrn],
    "classified_by": lambda cable: list(cable.classified_by),
    "reasons": lambda cable: list(cable.reasons),
    "summary": lambda cable: cable.summary,
    "comment": lambda cable: cable.comment,
    "signed_by": lambda cable: list(cable.signed_by),
}


def truths(folder: Path) -> Iterator[dict[str, Any]]:
    """Give the truth about each cable of a corpus, in the order of the file."""
    with (folder / "truth.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def compare(parsed: Parsed, truth: dict[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """Give name, what was read and what is true, for each field and paragraph."""
    for name, read in _FIELDS.items():
        if name in truth:
            yield name, read(parsed.cable), truth[name]
    found = parsed.cable.paragraphs
    yield "paragraph count", len(found), len(truth["paragraphs"])
    for paragraph, true in zip(found, truth["paragraphs"], strict=False):
        for part in ("number", "marking", "heading", "text"):
            yield f"paragraph {part}", getattr(paragraph, part), true[part]


def measure(folder: Path, limit: int | None) -> float:
    """Read the file without looking at it; return cables a second of processor time."""
    begun = time.process_time()
    count = sum(1 for _ in islice(cable_parser.read(folder / "cables.csv"), limit))
    return count / (time.process_time() - begun)


def check(folder: Path, limit: int | None, wrong: str | None) -> None:
    """Print the share of each field that is right, and up to 20 examples of a wrong one."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    shown = 0
    by_damage: defaultdict[str, Counter[str]] = defaultdict(Counter)
    cables = cable_parser.read(folder / "cables.csv")
    for parsed, truth in islice(zip(cables, truths(folder), strict=True), limit):
        for name, found, true in compare(parsed, truth):
            total[name] += 1
            right[name] += found == true
            if found != true:
                by_damage[name].update(truth["damage"] or ["none"])
                if name == wrong and shown < 20:
                    shown += 1
                    print(f"{truth['mrn']} {truth['damage']}\n  read {found!r}\n  true {true!r}")
    for name in total:
        share = right[name] / total[name]
        missing = dict(by_damage[name].most_common(6)) or ""
        print(f"{name:18} {share:9.4%} of {total[name]:7,} {missing}")
    print(f"{'all':18} {sum(right.values()) / sum(total.values()):9.4%}")


def profile(folder: Path, limit: int | None) -> None:
    """Print the share of processor time of each step, and the costliest functions."""
    run = cProfile.Profile()
    run.runcall(measure, folder, limit)
    stats = pstats.Stats(run)
    shares: Counter[str] = Counter()
    functions: dict[Any, Any] = stats.stats  # type: ignore[attr-defined]
    for (file, _, _), (_, _, own, _, _) in functions.items():
        if "/parser/" in file:
            shares[next(step for part, step in _STEPS if part in file)] += own
        else:
            shares["library (regexes, strings, csv)"] += own
    for step, seconds in shares.most_common():
        print(f"{step:32} {seconds / sum(shares.values()):6.1%}")
    stats.sort_stats("tottime").print_stats(40)


def main() -> None:
    """Measure from the command line."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("folder", type=Path)
    asked.add_argument("--limit", type=int, default=None)
    asked.add_argument("--wrong", help="show examples of this field read wrongly")
    asked.add_argument("--profile", action="store_true")
    given = asked.parse_args()
    if given.profile:
        profile(given.folder, given.limit)
        return
    check(given.folder, given.limit, given.wrong)
    print(f"{measure(given.folder, given.limit):,.0f} cables a second")


if __name__ == "__main__":
    main()
