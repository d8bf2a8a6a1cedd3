"""The thread of a cable: what it cites and what cites it, and so on from there, as a tree."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from archive import CableRow, Citation, Citations

DEEPEST = 8
"""Levels that can be asked for."""
_BRANCHES = 200
"""Branches of one cable that are followed; how many more there are is said."""
_KNOTS = 3000
"""Cables in one tree, about: no new branch is begun beyond them."""


class State(Enum):
    """Why the branch goes on from a cable, or ends at it."""

    OPEN = auto()
    """Its own references follow, or it has none."""
    DEEPER = auto()
    """It has references beyond the levels that were asked for."""
    CYCLE = auto()
    """It stands above on this very branch: the references go round."""
    SHOWN = auto()
    """It stands elsewhere above, with its references."""
    MISSING = auto()
    """It is cited, but not held."""
    CUT = auto()
    """Not a cable: so many more branches are left out here."""


@dataclass(frozen=True, slots=True)
class Knot:
    """One cable of the tree."""

    row: CableRow | None
    """None where the cable is not held."""
    name: str
    """Its id; of branches left out, how many."""
    label: str
    """The letter of the reference, where it is one of the REF line of the cable above it."""
    is_out: bool
    """The cable above it cites it; False: it cites that one."""
    branch: tuple[bool, ...]
    """For each level down to it, whether it is the last branch there; empty for the root."""
    state: State = State.OPEN
    more: int = 0
    """References beyond the levels that were asked for."""


@dataclass(frozen=True, slots=True)
class _Way:
    """The path from the root to where the tree is growing."""

    keys: tuple[int, ...]
    branch: tuple[bool, ...] = ()


class _Grower:
    def __init__(self, citations: Callable[[int], Citations], depth: int) -> None:
        self._citations = citations
        self._depth = depth
        self._shown: set[int] = set()
        self._count = 0

    def grow(self, key: int, way: _Way, *directions: bool) -> Iterator[Knot]:
        """Yield what is cited from a cable (direction True) and what cites it (False)."""
        self._shown.add(key)
        ends = [end for is_out in directions for end in self._ends(key, is_out=is_out)]
        left_out = len(ends) - _BRANCHES
        for number, (citation, is_out) in enumerate(ends[:_BRANCHES]):
            is_last = number == len(ends) - 1
            here = _Way(way.keys, (*way.branch, is_last))
            yield from self._knot(citation, here, is_out=is_out)
        if left_out > 0:
            branch = (*way.branch, True)
            yield Knot(None, f"{left_out:,}", "", directions[0], branch, State.CUT)

    def _knot(self, citation: Citation, way: _Way, *, is_out: bool) -> Iterator[Knot]:
        row, name = citation.row, citation.mrn or citation.text
        label = (citation.label or "") if is_out else ""
        self._count += 1
        if row is None:
            yield Knot(None, name, label, is_out, way.branch, State.MISSING)
            return
        name = row.reference_id
        state, more = State.OPEN, 0
        if row.key in way.keys:
            state = State.CYCLE
        elif row.key in self._shown:
            state = State.SHOWN
        elif len(way.branch) >= self._depth or self._count > _KNOTS:
            more = len(self._ends(row.key, is_out=is_out))
            state = State.DEEPER if more else State.OPEN
        yield Knot(row, name, label, is_out, way.branch, state, more)
        if state is State.OPEN and len(way.branch) < self._depth:
            yield from self.grow(row.key, _Way((*way.keys, row.key), way.branch), is_out)

    def _ends(self, key: int, *, is_out: bool) -> list[tuple[Citation, bool]]:
        """Return the other ends of a cable's references one way, each cable once."""
        both = self._citations(key)
        ends: dict[object, tuple[Citation, bool]] = {}
        for citation in both.out if is_out else both.into:
            if citation.mrn is not None or citation.row is not None:
                held = citation.row.key if citation.row is not None else citation.mrn
                ends.setdefault(held, (citation, is_out))
        return list(ends.values())


def thread(
    root: CableRow, citations: Callable[[int], Citations], depth: int = 3
) -> tuple[Knot, ...]:
    """Follow the references of a cable both ways, each way on in its own direction.

    Args:
        root: The cable to begin at; the first knot.
        citations: Given a key, the references of that cable.
        depth: Levels below the root, at least 1.
    """
    first = Knot(root, root.reference_id, "", is_out=True, branch=())
    way = _Way((root.key,))
    return (first, *_Grower(citations, depth).grow(root.key, way, True, False))
