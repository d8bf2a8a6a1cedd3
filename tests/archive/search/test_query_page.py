"""What `docs/query.md` says is so: every example finds something in the samples, all is named."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archive import Archive, Notebook, QueryError
from archive._search.fields import FIELDS
from archive._search.grammar import LONGEST, MOST
from archive._search.traits import TRAITS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "query.md").read_text(encoding="utf-8")
_CELLS = re.compile(r"^\| (?:`\w+:` \| [^|]* \| )?((?:`[^`|]+` ?)+) \|", re.MULTILINE)


def _examples() -> list[str]:
    cells = [example for cell in _CELLS.findall(PAGE) for example in re.findall("`([^`]+)`", cell)]
    blocks = re.findall(r"^    (\S.*)$", PAGE, re.MULTILINE)
    return [*cells, *blocks]


def test_there_are_examples() -> None:
    assert len(_examples()) > 30


@pytest.fixture(scope="module")
def held(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Open the samples with a star on one, so that `is:starred` has something to find."""
    folder = tmp_path_factory.mktemp("starred")
    with Archive.open(samples) as archive, Notebook.open(folder / "notebook.db") as notebook:
        notebook.set_star("09LANTERNA205")
        archive.use(notebook)
        yield archive


@pytest.mark.parametrize("example", _examples())
def test_example_finds_something_in_the_samples(held: Archive, example: str) -> None:
    found = held.search(example, is_strict=True)
    assert any(not hit.is_partial for hit in found.hits)
    assert found.unknown == ()
    assert len(held.listing(example)) >= found.cables.value > 0


_FINDS = [
    pair
    for line in re.findall(r"^\*\*(?:Spaces|Spellings).*(?:\n.+)*", PAGE, re.MULTILINE)
    for pair in re.findall(r"`([^`]+)`\s+finds\s+`([^`]+)`", line)
]


def test_the_page_says_what_finds_what() -> None:
    assert len(_FINDS) == 6


@pytest.mark.parametrize(("query", "found"), _FINDS)
def test_what_the_page_says_a_query_finds_is_found_first(
    held: Archive, query: str, found: str
) -> None:
    best = held.search(query, is_strict=True).hits[0]
    assert found in [best.text[slice(*span)] for span in best.spans]


@pytest.mark.parametrize("error", ["date:2009-13"])
def test_what_the_page_calls_an_error_is_one(held: Archive, error: str) -> None:
    assert f"cablegram search '{error}'" in PAGE
    with pytest.raises(QueryError, match=error.partition(":")[2]):
        held.search(error, is_strict=True)
    assert held.search(error).hits


def test_how_the_page_says_a_query_was_understood(held: Archive) -> None:
    (said,) = re.findall(r"in words: `([^`]+)`", PAGE)
    query = "narcotcis from:lanterna date:2009"
    assert held.search(query).understood == said


def test_page_tells_the_bounds() -> None:
    assert f"{MOST} words and signs, and {LONGEST:,} characters" in PAGE


@pytest.mark.parametrize("name", FIELDS)
def test_page_has_the_field(name: str) -> None:
    assert f"| `{name}:` |" in PAGE


@pytest.mark.parametrize("name", TRAITS)
def test_page_has_the_trait(name: str) -> None:
    assert f"`{name}`" in PAGE
