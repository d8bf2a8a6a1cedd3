"""One telegram in the making: what it will say, before it is put into lines."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random
    from datetime import datetime

    from benchmarks.made_up.language import Voice

DATA: Final = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Station:
    """A post, in every spelling that a telegram needs."""

    post: str
    origin: str
    printed: str
    sender: str
    routing: str
    tag: str
    cables: int
    """How many cables of the published set are its own."""

    @property
    def page_name(self) -> str:
        """The name in page marks, where it is cut at ten characters."""
        return self.printed[:10].strip()


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Read a table of `benchmarks/made_up/data/`."""
    with (DATA / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def stations() -> tuple[Station, ...]:
    """Return every post that sends cables."""
    return tuple(
        Station(**{**row, "cables": int(row["cables"])})  # type: ignore[arg-type]
        for row in rows("stations")
    )


@dataclass(frozen=True, slots=True)
class Cited:
    """A cable that another one cites."""

    mrn: str
    printed: str
    """Name of the post as telegrams print it."""
    year: int
    serial: int


@dataclass(slots=True)
class Draft:
    """One cable to be written, and the truth about it as it is decided."""

    rng: random.Random
    voice: Voice
    station: Station
    created: datetime
    serial: int
    classification: str
    cited: list[Cited] = field(default_factory=list)
    damage: list[str] = field(default_factory=list)
    """Names of the defects it ends up with."""
    truth: dict[str, object] = field(default_factory=dict)

    @property
    def mrn(self) -> str:
        """The canonical message reference number."""
        return f"{self.created:%y}{self.station.post}{self.serial}"

    @property
    def is_classified(self) -> bool:
        """Held at CONFIDENTIAL or above."""
        return not self.classification.startswith("UNCLASSIFIED")

    @property
    def level(self) -> str:
        """The level as telegrams print it."""
        printed = {"U": "UNCLAS", "C": "C O N F I D E N T I A L", "S": "S E C R E T"}
        return printed[self.classification[0]]

    @property
    def letters(self) -> str:
        """The portion mark of most of its paragraphs."""
        return {
            "UNCLASSIFIED": "U",
            "UNCLASSIFIED//FOR OFFICIAL USE ONLY": "SBU",
            "CONFIDENTIAL": "C",
            "CONFIDENTIAL//NOFORN": "C/NF",
            "SECRET": "S",
            "SECRET//NOFORN": "S/NF",
        }[self.classification]

    def chance(self, share: float) -> bool:
        """Say yes to this share of the questions."""
        return self.rng.random() < share
