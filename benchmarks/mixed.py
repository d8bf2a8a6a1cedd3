"""Texts of two or three things one behind the other, again and again: what holds, what grows.

    python -m benchmarks.mixed [SECONDS] [SEED]

`benchmarks.adversarial` repeats one thing at a time; what is slow is often a search that goes from
many of one thing over many of another. The things are its units and the rows of the table of
notations; which ones, how they alternate and what stands before them is random. Each text is read
at 6 and 48 KB; where the longer one took more than fourteen times as long (eight would be its
share), at 96 and 192 KB as well, and where that grows on it is printed with its times. So is what
raises an error, and what breaks a promise that `benchmarks.fuzz` checks. The status says whether
there was any.
"""

from __future__ import annotations

import random
import sys
import time
import traceback
from typing import Final

from benchmarks.adversarial import FIELD_UNITS, HEADER_UNITS, LIST, TEXT, UNITS
from benchmarks.fuzz import check_cable, notations
from parser import parse_message

FRONTS: Final = (TEXT, TEXT, LIST, "", "1. (C) a\n", "SECRET\n\nSUBJECT: a\n\n")
TINY: Final = 600
"""Characters: each thing a few times, so that they meet."""
SHORT: Final = 6_000
LONG: Final = 48_000
_SUSPECT: Final = 14
_GROWS: Final = 2.7
"""Times as long for twice the length: well above two, for the processor is never quite alone."""
_MEASURABLE: Final = 0.03


def text_of(front: str, units: list[str], size: int) -> str:
    """Return a front, and behind it each unit as often as it goes into its share of the size."""
    share = size // len(units)
    return front + "".join(unit * max(1, share // len(unit)) for unit in units)


def drawn(things: tuple[str, ...], rng: random.Random) -> tuple[str, list[str]]:
    """Draw a front and units; the first one may be two that alternate."""
    units = [rng.choice(things) for _ in range(rng.choice((2, 2, 3)))]
    if rng.random() < 0.3:
        units[0] += rng.choice(things)
    return rng.choice(FRONTS), units


def _seconds(text: str) -> float:
    begun = time.process_time()
    parse_message(text)
    return time.process_time() - begun


def growth(front: str, units: list[str]) -> list[float]:
    """Return seconds for growing lengths where they grow faster than the text; else nothing."""
    short, long = (_seconds(text_of(front, units, size)) for size in (SHORT, LONG))
    if long < _MEASURABLE or long < short * _SUSPECT:
        return []
    times = [long]
    for size in (2 * LONG, 4 * LONG):
        times.append(_seconds(text_of(front, units, size)))
        if times[-1] < times[-2] * _GROWS:
            return []
    return times


def main() -> int:
    """Run for as long as was asked."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    things = (*UNITS, *UNITS, *HEADER_UNITS, *FIELD_UNITS, *map(bytes.decode, notations()))
    tried = found = 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        front, units = drawn(things, rng)
        tried += 1
        try:
            check_cable(parse_message(text_of(front, units, TINY)))
            times = growth(front, units)
        except Exception:  # noqa: BLE001 - whatever is raised is a finding
            traceback.print_exc(limit=-3)
            times = [0.0]
        if times:
            found += 1
            told = " ".join(f"{one:.2f}" for one in times)
            print(f"{told} s: {front!r} {units!r}", flush=True)
    print(f"{tried} texts in {seconds:.0f} s, {found} grew or failed")
    return min(found, 1)


if __name__ == "__main__":
    sys.exit(main())
