"""Stations that are misspelt or cut off: the one known station that a name can mean.

Names are found by what is left of them without one letter or two, so that the time for a name does
not depend on how many stations there are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from parser._tables import posts, station_aliases

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SHORTEST: Final = 5
"""Letters of a name that is looked at at all."""
SHORTEST_WITH_ERROR: Final = 6
"""Letters of a known name of which one may be wrong, missing, added or exchanged."""
SHORTEST_WITH_TWO: Final = 10
"""Letters of a name of which two may be."""
LONGEST: Final = 24
_NOT_LETTERS: Final = re.compile(r"[^A-Z]+")


def known_station(name: str) -> str | None:
    """Return a post by its own name or by an alias."""
    return name if name in posts() else station_aliases().get(name)


def printed_station(name: str) -> str | None:
    """Return a post by its name as it is printed in capitals: `N'DJAMENA`, `ADDIS ABABA`."""
    return known_station(_NOT_LETTERS.sub("", name))


@lru_cache(maxsize=1 << 12)
def similar_station(name: str) -> str | None:
    """Return the one known station that a misspelt or cut-off name can mean.

    Args:
        name: a station that is not known, in capitals without spaces.

    Returns:
        The station that begins so, or whose name differs in one letter (two in a long name); None
        when there is none, or more than one.
    """
    if len(name) < SHORTEST:
        return _lengthened(name) or _exchanged(name)
    if len(name) > LONGEST:
        return None
    if begun := _beginning_with(name):
        return begun[0] if len(begun) == 1 else None
    for errors in range(1, _errors_allowed(name) + 1):
        near = {post for known, post in _near(name, errors) if distance(name, known) <= errors}
        if near:
            return near.pop() if len(near) == 1 else None
    return _short_post(name)


def distance(one: str, other: str) -> int:
    """Count the letters to change, add, take away or exchange with the next one."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        before, last, row = row, before, [place]
        for column, against in enumerate(other, start=1):
            cost = min(before[column] + 1, row[-1] + 1, before[column - 1] + (letter != against))
            if (
                place > 1
                and column > 1
                and letter == other[column - 2]
                and against == one[place - 2]
            ):
                cost = min(cost, last[column - 2] + 1)
            row.append(cost)
    return row[-1]


def _errors_allowed(name: str) -> int:
    return 2 if len(name) >= SHORTEST_WITH_TWO else 1


def _beginning_with(name: str) -> list[str]:
    """Return at most two posts that begin with a name."""
    names = _sorted_posts()
    start = bisect_left(names, name)
    return [post for post in islice(names, start, start + 2) if post.startswith(name)]


@cache
def _sorted_posts() -> tuple[str, ...]:
    return tuple(sorted(posts()))


def _near(name: str, errors: int) -> Iterator[tuple[str, str]]:
    index = _index()
    for rest in _without_letters(name, errors):
        yield from index.get(rest, ())


def _short_post(name: str) -> str | None:
    """Find the post of five letters, or four, that a name of five or six is a misprint of."""
    if len(name) > SHORTEST_WITH_ERROR:
        return None
    if len(name) == SHORTEST:
        return _exchanged(name) or _undoubled(name) or _changed(name)
    return _undoubled(name) or _added(name)


def _exchanged(name: str) -> str | None:
    """Find a post of four or five letters of which two neighbours are exchanged."""
    if len(name) < SHORTEST - 1:
        return None
    places = range(len(name) - 1)
    swapped = (name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in places)
    found = {post for post in swapped if post in posts()}
    return found.pop() if len(found) == 1 else None


def _changed(name: str) -> str | None:
    """Find the post of five letters of which one is printed wrong: `KABIL`, `HANQI`."""
    found = set[str]()
    for at in range(SHORTEST):
        found |= _posts_of_five().get(name[:at] + "?" + name[at + 1 :], frozenset())
    return found.pop() if len(found) == 1 else None


def _added(name: str) -> str | None:
    """Find the post of five letters with a sixth in it, `KABRUL`."""
    shorter = {name[:at] + name[at + 1 :] for at in range(len(name))}
    found = {short for short in shorter if short in posts() and posts()[short].routing}
    return found.pop() if len(found) == 1 else None


@cache
def _posts_of_five() -> Mapping[str, frozenset[str]]:
    """Posts with traffic whose names have five letters, by the name with each letter hidden."""
    found: dict[str, set[str]] = {}
    for name, post in posts().items():
        if len(name) == SHORTEST and post.routing:
            for at in range(SHORTEST):
                found.setdefault(name[:at] + "?" + name[at + 1 :], set()).add(name)
    return MappingProxyType({hidden: frozenset(names) for hidden, names in found.items()})


def _lengthened(name: str) -> str | None:
    """Find the post of four or five letters of which one is missing: `TUNS`; of five the first."""
    if len(name) < SHORTEST - 2 or len(_beginning_with(name)) > 1:
        return None
    return _short_posts().get(name)


@cache
def _short_posts() -> Mapping[str, str]:
    """Posts with traffic, by what is left of the name without a letter, where it is one post."""
    found: dict[str, set[str]] = {}
    for name, post in posts().items():
        if len(name) in {SHORTEST - 1, SHORTEST} and post.routing:
            for at in range(len(name) < SHORTEST, len(name)):
                found.setdefault(name[:at] + name[at + 1 :], set()).add(name)
    return MappingProxyType({rest: min(names) for rest, names in found.items() if len(names) == 1})


def _undoubled(name: str) -> str | None:
    """Find a post of four or five letters of which one is printed twice: `BAKUU`, `PARRIS`."""
    places = (at for at in range(1, len(name)) if name[at] == name[at - 1])
    found = {post for at in places if (post := name[:at] + name[at + 1 :]) in posts()}
    return found.pop() if len(found) == 1 else None


@cache
def _index() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Known names, by what is left of them without some letters."""
    found: dict[str, list[tuple[str, str]]] = {}
    names = {post: post for post in posts()} | dict(station_aliases())
    for known, post in names.items():
        if len(known) >= SHORTEST_WITH_ERROR:
            for rest in _without_letters(known, _errors_allowed(known)):
                found.setdefault(rest, []).append((known, post))
    return MappingProxyType({rest: tuple(entries) for rest, entries in found.items()})


def _without_letters(name: str, most: int) -> Iterator[str]:
    """Give a name, and what is left of it without one letter, or up to `most` of two."""
    yield name
    for at in range(len(name) if most else 0):
        shorter = name[:at] + name[at + 1 :]
        yield shorter
        if most > 1:
            yield from [shorter[:other] + shorter[other + 1 :] for other in range(at, len(shorter))]
