"""Which cables there are: when, from where, how closely held, and which of them cite which.

The shape follows the published set: cables a year and a post, the mix of classifications. A plan
is the same for the same number and seed, and small enough for every worker process to make its own.
"""

from __future__ import annotations

import random
from bisect import bisect_left
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from benchmarks.made_up.draft import Cited, rows, stations

if TYPE_CHECKING:
    from benchmarks.made_up.draft import Station

CLASSIFICATIONS: Final = (
    ("UNCLASSIFIED", 75_792),
    ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", 58_095),
    ("CONFIDENTIAL", 97_070),
    ("CONFIDENTIAL//NOFORN", 4_678),
    ("SECRET", 11_322),
    ("SECRET//NOFORN", 4_330),
)
_LAST_DAY: Final = {2010: 59}
"""The set ends on 28 February 2010."""
_INSIDE: Final = 0.57
"""Share of references that point at cables of the set."""


@dataclass(frozen=True, slots=True)
class Planned:
    """The outside of one cable."""

    created: datetime
    station: Station
    serial: int
    classification: str

    @property
    def cited(self) -> Cited:
        """This cable, as another one cites it."""
        year = self.created.year
        mrn = f"{year % 100:02d}{self.station.post}{self.serial}"
        return Cited(mrn, self.station.printed, year, self.serial)


class Plan:
    """All cables of a made-up set, oldest first."""

    def __init__(self, count: int, seed: int) -> None:
        rng = random.Random(f"plan {count} {seed}")
        posts = stations()
        chosen = rng.choices(posts, [post.cables for post in posts], k=count)
        levels = rng.choices(
            [level for level, _ in CLASSIFICATIONS],
            [share for _, share in CLASSIFICATIONS],
            k=count,
        )
        serials: dict[tuple[str, int], int] = {}
        self.cables: list[Planned] = []
        self._of_post: dict[str, list[int]] = {}
        for place, created in enumerate(sorted(_moments(rng, count))):
            station = chosen[place]
            key = (station.post, created.year)
            step = 25 if station.post == "STATE" else 2
            serials[key] = serials.get(key, 0) + 1 + int(rng.expovariate(1 / step))
            self.cables.append(Planned(created, station, serials[key], levels[place]))
            self._of_post.setdefault(station.post, []).append(place)

    def cited(self, place: int, rng: random.Random) -> list[Cited]:
        """Choose what a cable cites: its own post's last cables, or others of those weeks."""
        wanted = rng.choices((0, 1, 2, 3, rng.randint(4, 8)), weights=(55, 22, 11, 6, 6))[0]
        own = self.cables[place].cited.mrn
        found = {}
        for _ in range(wanted):
            cited = (
                self._inside(place, rng) if rng.random() < _INSIDE else self._outside(place, rng)
            )
            if cited is not None and cited.mrn != own:
                found[cited.mrn] = cited
        return list(found.values())

    def _inside(self, place: int, rng: random.Random) -> Cited | None:
        if rng.random() < 0.6:
            series = self._of_post[self.cables[place].station.post]
            at = bisect_left(series, place) - 1 - int(rng.expovariate(1 / 12))
            other = series[at] if at >= 0 else -1
        else:
            other = place - 1 - int(rng.expovariate(1 / 3000))
        return self.cables[other].cited if other >= 0 else None

    def _outside(self, place: int, rng: random.Random) -> Cited:
        posts = stations()
        station = rng.choice(posts)
        if rng.random() < 0.3:
            station = next(post for post in posts if post.post == "STATE")
        year = self.cables[place].created.year - (rng.random() < 0.2)
        serial = (
            rng.randint(100_000, 250_000) if station.post == "STATE" else rng.randint(9_000, 9_999)
        )
        return Cited(f"{year % 100:02d}{station.post}{serial}", station.printed, year, serial)


def _moments(rng: random.Random, count: int) -> list[datetime]:
    """Spread cables over the years; at weekends a sixth of a weekday's traffic."""
    table = rows("years")
    years = rng.choices(
        [int(row["year"]) for row in table],
        [int(row["cables"]) for row in table],
        k=count,
    )
    return [_moment(rng, year) for year in years]


def _moment(rng: random.Random, year: int) -> datetime:
    while True:
        day = rng.randrange(_LAST_DAY.get(year, 365))
        minute = min(max(int(rng.gauss(12 * 60, 4 * 60)), 0), 24 * 60 - 1)
        moment = datetime(year, 1, 1, tzinfo=UTC) + timedelta(days=day, minutes=minute)
        if moment.weekday() < 5 or rng.random() < 1 / 6:
            return moment
