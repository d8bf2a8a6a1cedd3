"""Every example of `docs/query.md` is a query, and the page names every field and trait."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archive._search.fields import FIELDS
from archive._search.grammar import LONGEST, MOST, parse_query
from archive._search.traits import TRAITS

PAGE = (Path(__file__).parents[3] / "docs" / "query.md").read_text(encoding="utf-8")
_CELLS = re.compile(r"^\| (?:`\w+:` \| [^|]* \| )?((?:`[^`|]+` ?)+) \|", re.MULTILINE)


def _examples() -> list[str]:
    cells = [example for cell in _CELLS.findall(PAGE) for example in re.findall("`([^`]+)`", cell)]
    blocks = re.findall(r"^    (\S.*)$", PAGE, re.MULTILINE)
    return [*cells, *blocks]


def test_there_are_examples() -> None:
    assert len(_examples()) > 30


@pytest.mark.parametrize("example", _examples())
def test_example_is_a_query(example: str) -> None:
    parse_query(example, is_strict=True)


def test_page_tells_the_bounds() -> None:
    assert f"{MOST} words and signs, and {LONGEST:,} characters" in PAGE


@pytest.mark.parametrize("name", FIELDS)
def test_page_has_the_field(name: str) -> None:
    assert f"| `{name}:` |" in PAGE


@pytest.mark.parametrize("name", TRAITS)
def test_page_has_the_trait(name: str) -> None:
    assert f"`{name}`" in PAGE
