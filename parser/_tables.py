"""Knowledge about the world: TAGS, posts, routing indicators, reasons for classification.

It is data, in `parser/data/*.tsv`; each file names its source in its first lines. A file is read
when it is first asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Tag:
    """One code of the TAGS line."""

    code: str
    kind: str
    """`subject`, `program`, `geographic` or `organization`."""
    meaning: str | None
    """None: the code is real, what it stood for was not found."""


@dataclass(frozen=True, slots=True)
class Post:
    """One embassy, consulate, mission or agency."""

    name: str
    """As message reference numbers spell it, `RIODEJANEIRO`."""
    origin: str | None
    """As the archives spell it, `Consulate Rio De Janeiro`."""
    country: str | None
    """Where it stood, by the name of 2010."""
    latitude: float | None
    """Degrees north, to 0.1."""
    longitude: float | None
    """Degrees east, to 0.1."""
    routing: tuple[str, ...]
    """Its routing indicators, `RUEHRI`."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for classification."""

    letter: str
    meaning: str


def rows(name: str) -> tuple[dict[str, str], ...]:
    """Read `parser/data/NAME.tsv`: tab separated, `#` comments first, then a row of names."""
    from pathlib import Path  # noqa: PLC0415 - costs more than all else a reader of values needs

    text = Path(__file__).with_name("data").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    header = lines[0].split("\t")
    return tuple(dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:])


@cache
def _tags() -> Mapping[str, Tag]:
    found: dict[str, Tag] = {}
    for row in rows("tags"):
        tag = Tag(row["tag"], row["kind"], row["meaning"] or None)
        key = tag.code.upper()
        if key not in found or tag.kind == "geographic":
            found[key] = tag
    return MappingProxyType(found)


@cache
def posts() -> Mapping[str, Post]:
    """Every known station by its name in message reference numbers."""
    return MappingProxyType({row["post"]: _post(row) for row in rows("posts")})


def _post(row: Mapping[str, str]) -> Post:
    return Post(
        name=row["post"],
        origin=row["origin"].split("|")[0] or None,
        country=row["country"] or None,
        latitude=float(row["latitude"]) if row["latitude"] else None,
        longitude=float(row["longitude"]) if row["longitude"] else None,
        routing=tuple(row["routing"].split()),
    )


@cache
def station_aliases() -> Mapping[str, str]:
    """Other names of stations (old, short, misspelt) and the name they stand for."""
    return MappingProxyType({row["alias"]: row["post"] for row in rows("station_aliases")})


@cache
def _by_origin() -> Mapping[str, Post]:
    return MappingProxyType(
        {
            spelling.upper(): posts()[row["post"]]
            for row in rows("posts")
            for spelling in row["origin"].split("|")
            if spelling
        }
    )


@cache
def _by_routing() -> Mapping[str, Post]:
    return MappingProxyType({code: post for post in posts().values() for code in post.routing})


def describe_tag(code: str) -> Tag | None:
    """Say what a code of the TAGS line stands for; a country wins over an organization."""
    return _tags().get(code.strip().upper())


def describe_post(name: str) -> Post | None:
    """Find a post by its name in ids, an alias of it, or an origin: `Embassy Tirana`."""
    key = name.strip().upper()
    if by_origin := _by_origin().get(key):
        return by_origin
    station = "".join(key.split())
    return posts().get(station_aliases().get(station, station))


def describe_routing(code: str) -> Post | None:
    """Find the post or agency that a routing indicator belongs to."""
    return _by_routing().get(code.strip().upper())


@cache
def word_list(name: str) -> frozenset[str]:
    """Return one list of `data/word_lists.tsv`, lower-case words and parts of words."""
    return frozenset(row["word"] for row in rows("word_lists") if row["list"] == name)


@cache
def _reasons() -> Mapping[str, str]:
    return MappingProxyType({row["letter"]: row["meaning"] for row in rows("reasons")})


def describe_reason(letter: str) -> Reason | None:
    """Say what a reason for classification means, `"b"` of section 1.4 or 1.5."""
    key = letter.strip(" ().").lower()
    meaning = _reasons().get(key)
    return Reason(key, meaning) if meaning else None


@cache
def spellings() -> tuple[tuple[str, ...], ...]:
    """Return names and words that are spelt in several ways: all spellings of each.

    `("Qa'ida", "Qaida", "Qaeda")`. From `data/spellings.tsv`; some are several words.
    """
    return tuple(tuple(row["spellings"].split("|")) for row in rows("spellings"))
