"""The tree of references, on small webs written as what each cable cites."""

from __future__ import annotations

import pytest

from archive import CableRow, Citation, Citations
from tui.thread import Knot, State, thread

SIGNS = {
    State.OPEN: "",
    State.DEEPER: "+",
    State.CYCLE: " cycle",
    State.SHOWN: " shown",
    State.MISSING: " missing",
}


def row(name: str) -> CableRow:
    return CableRow(ord(name), name, name, None, None, None, None, 1)


def draw(knot: Knot) -> str:
    arrow = "" if not knot.branch else ">" if knot.is_out else "<"
    more = str(knot.more) if knot.more else ""
    return f"{'  ' * len(knot.branch)}{arrow}{knot.name}{SIGNS[knot.state]}{more}"


def tree(cites: dict[str, str], depth: int) -> list[str]:
    """Draw the thread of A; small letters are not held."""

    def citations(key: int) -> Citations:
        name = chr(key)
        out = [
            Citation(other, row(other) if other.isupper() else None, None, other, None)
            for other in cites.get(name, "")
        ]
        into = [
            Citation(other, row(other), None, name, None)
            for other, cited in cites.items()
            if name in cited
        ]
        return Citations(tuple(out), tuple(into))

    return [draw(knot) for knot in thread(row("A"), citations, depth)]


@pytest.mark.parametrize(
    ("cites", "depth", "expected"),
    [
        pytest.param({}, 3, ["A"], id="alone"),
        pytest.param({"A": "B", "C": "A"}, 3, ["A", "  >B", "  <C"], id="both ways"),
        pytest.param({"A": "B", "B": "C"}, 3, ["A", "  >B", "    >C"], id="on in its direction"),
        pytest.param({"A": "B", "D": "B"}, 3, ["A", "  >B"], id="not back again"),
        pytest.param({"A": "x"}, 3, ["A", "  >x missing"], id="not held"),
        pytest.param({"A": "B", "B": "CDE"}, 1, ["A", "  >B+3"], id="levels"),
        pytest.param(
            {"A": "B", "B": "A"},
            3,
            ["A", "  >B", "    >A cycle", "  <B shown"],
            id="round",
        ),
        pytest.param(
            {"A": "BC", "B": "D", "C": "D"},
            3,
            ["A", "  >B", "    >D", "  >C", "    >D shown"],
            id="two ways to one cable",
        ),
        pytest.param({"A": "BB"}, 3, ["A", "  >B"], id="cited twice"),
    ],
)
def test_thread(cites: dict[str, str], depth: int, expected: list[str]) -> None:
    assert tree(cites, depth) == expected


def test_the_last_branch_is_known_at_every_level() -> None:
    citations = {ord("A"): Citations((cite("B"), cite("C")), ())}
    knots = thread(row("A"), lambda key: citations.get(key, Citations((), ())))
    assert [knot.branch for knot in knots] == [(), (False,), (True,)]


@pytest.mark.parametrize(
    ("count", "last"),
    [
        pytest.param(200, (State.OPEN, chr(1199)), id="all of them"),
        pytest.param(201, (State.CUT, "1"), id="but one"),
        pytest.param(2450, (State.CUT, "2,250"), id="many more"),
    ],
)
def test_a_cable_that_everything_cites_is_cut_with_a_count(
    count: int, last: tuple[State, str]
) -> None:
    many = tuple(cite(chr(1000 + number)) for number in range(count))
    both = {ord("A"): Citations((), many)}
    knots = thread(row("A"), lambda key: both.get(key, Citations((), ())))
    assert len(knots) == min(count, 201) + 1
    assert (knots[-1].state, knots[-1].name, knots[-1].branch) == (*last, (True,))


def test_a_tree_of_thousands_is_not_grown_further() -> None:
    def citations(key: int) -> Citations:
        keys = range(key * 40, key * 40 + 40) if key < 9999 else ()
        return Citations(tuple(cite(chr(one)) for one in keys), ())

    knots = thread(row(chr(1)), citations, depth=3)  # 64,000 at the third level
    assert 3000 < len(knots) < 3100
    levels = [len(knot.branch) for knot in knots]
    assert levels[-1] == 1
    assert (knots[-1].state, knots[-1].more) == (State.DEEPER, 40)


def test_letters_are_those_of_the_line_above_and_texts_without_an_id_are_left_out() -> None:
    out = cite("B"), Citation(None, None, "C", "MY TELCON", None), cite("D", None)
    both = {ord("A"): Citations(out, (cite("E"),))}
    knots = thread(row("A"), lambda key: both.get(key, Citations((), ())))
    assert [(knot.name, knot.label) for knot in knots[1:]] == [("B", "A"), ("D", ""), ("E", "")]


def cite(name: str, label: str | None = "A") -> Citation:
    return Citation(name, row(name), label, name, None)
