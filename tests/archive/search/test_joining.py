"""In which of its ways a query is looked up; whichever it is, it finds the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import tantivy

from archive._search import joining
from archive._search.joining import STRETCH, Part, joined
from archive._search.schema import schema
from tests.archive.search.corpus import cable, make_searcher

if TYPE_CHECKING:
    from pathlib import Path

    from archive._search import Searcher

MILLIONS = 3_000_000


def part(held: int, choices: int = 0) -> Part:
    """Make a part that so many paragraphs hold, as any of so many words."""
    if not choices:
        return Part(held, _query("word"))
    return Part(held, _query("skip"), _query("gather"), (_query("deal"),) * choices)


def _query(word: str) -> tantivy.Query:
    return tantivy.Query.term_query(schema(), "text", word)


@pytest.mark.parametrize(
    ("parts", "cost", "way"),
    [
        pytest.param([part(500)], 500, "word", id="one word: its entries"),
        pytest.param([part(500, 9)], 500, "gather", id="one beginning: gathered"),
        pytest.param(
            [part(2_000_000), part(500)], 500, "word word", id="the rarest leads, whichever"
        ),
        pytest.param(
            [part(80), part(6_000_000, 24)],
            80 + 6_000_000 * 80 * STRETCH / MILLIONS,
            "word skip",
            id="skipped to few paragraphs",
        ),
        pytest.param(
            [part(4_000), part(12_000_000, 24)],
            4_000 + 24 * (50_000 + 4_000 * (13 + 10)),
            "word deal" + 23 * " word deal",
            id="dealt out over the words",
        ),
        pytest.param(
            [part(4_000), part(2_000_000), part(12_000_000, 24)],
            4_000 + 24 * (50_000 + 4_000 * (13 + 2 * 10)),
            "word word deal" + 23 * " word word deal",
            id="dealt out together with two others",
        ),
        pytest.param(
            [part(900_000), part(4_000_000, 24)],
            900_000 + 4_000_000,
            "word skip",
            id="never more than all that hold it",
        ),
        pytest.param(
            [part(4_000, 9), part(12_000_000, 24)],
            4_000 + 12_000_000,
            "gather skip",
            id="never dealt out twice over",
        ),
    ],
)
def test_the_cheaper_way_is_taken(parts: list[Part], cost: float, way: str) -> None:
    found = joined(parts, MILLIONS)
    assert found.cost == pytest.approx(cost)
    assert re.findall(r'"(\w+)"', repr(found.query)) == way.split()


def test_what_skips_is_kept_for_a_small_part_of_the_archive() -> None:
    skipping = joined([part(4_000, 9), part(9_000), part(12_000_000, 24)], MILLIONS).skipping
    assert re.findall(r'"(\w+)"', repr(skipping)) == ["skip", "word", "skip"]


def test_parts_of_an_empty_archive() -> None:
    found = joined([part(0), part(0, 5)], 0)
    assert (found.cost, found.found) == (0, 0)


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        pytest.param([part(500)], 500, id="one word"),
        pytest.param([part(500), part(MILLIONS)], 500, id="no more than the rarest"),
        pytest.param([part(30_000), part(30_000)], 2_400, id="oftener than by chance"),
    ],
)
def test_how_much_may_be_found(parts: list[Part], found: float) -> None:
    assert joined(parts, MILLIONS).found == pytest.approx(found)


@pytest.fixture(scope="module")
def patrols(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    folder: Path = tmp_path_factory.mktemp("patrols")
    texts = [
        f"The {'harbor' if n % 2 else 'airport'} patrol {'tools' if n % 3 else 'boats'}."
        for n in range(30)
    ]
    return make_searcher(folder / "index", *map(cable, texts), cable("A patrol to begin with."))


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        pytest.param("harbor t", {n for n in range(1, 31) if n % 2 == 0}, id="a letter"),
        pytest.param("harbor to", {n for n in range(1, 31) if n % 2 == 0 and n % 3 != 1}, id="two"),
        pytest.param("patrol harbor boats t", {4, 10, 16, 22, 28}, id="several words"),
        pytest.param("patrol begin t", {31}, id="the word itself"),
        pytest.param("harbour t", {n for n in range(1, 31) if n % 2 == 0}, id="with a typo"),
        pytest.param("harbor t* -boats", {2, 6, 8, 12, 14, 18, 20, 24, 26, 30}, id="without"),
        pytest.param("(harbor OR begin) t", {*range(2, 31, 2), 31}, id="a choice"),
    ],
)
@pytest.mark.parametrize(
    "dear",
    [
        pytest.param((), id="as it comes"),
        pytest.param(("A_QUERY",), id="dealing is dear"),
        pytest.param(("STRETCH",), id="skipping is dear"),
        pytest.param(("A_QUERY", "STRETCH"), id="both are dear"),
    ],
)
def test_every_way_finds_the_same(
    patrols: Searcher,
    query: str,
    keys: set[int],
    dear: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(joining, "A_QUERY", 0)  # in an archive this small it would never pay
    monkeypatch.setattr(joining, "A_PARAGRAPH", 0)
    monkeypatch.setattr(joining, "A_WORD", 0)
    monkeypatch.setattr(joining, "STRETCH", 1)
    for name in dear:
        monkeypatch.setattr(joining, name, 10**9)
    patrols._asker._remembered.cache_clear()
    hits = patrols.search(query, 100).hits
    assert {hit.row.key for hit in hits if not hit.is_partial} == keys


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        pytest.param("patrol to begin with ", False, id="in one piece: nothing was mistyped"),
        pytest.param("begin patrol with to ", True, id="in another order"),
        pytest.param("patrol to begin ", False, id="three words are enough"),
        pytest.param("patrol to ", True, id="two words may be there by chance"),
    ],
)
def test_typos_are_looked_for_unless_all_is_found_in_one_piece(
    tmp_path: Path, query: str, *, is_found: bool
) -> None:
    like = [cable("A patrols to begins with."), cable("A patrol to begin with.")]
    searcher = make_searcher(tmp_path, *like)
    hits = searcher.search(query).hits
    assert [hit.row.key for hit in hits if not hit.is_partial] == ([2, 1] if is_found else [2])
