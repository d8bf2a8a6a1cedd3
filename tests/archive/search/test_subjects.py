"""The subject is searched with the first paragraph, as a headline is read with what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from archive import Matches
from archive._source import ParagraphText, texts_of
from parser import Span
from tests.archive.search.corpus import cable, make_searcher

if TYPE_CHECKING:
    from archive._search import Searcher

CABLES = (
    cable("The ministry said little.", "Vinegar was served.", subject="THE VINEGAR DINNER"),
    cable("A dinner.", "More bread.", subject="BREAD,\nVINEGAR AND OIL"),
    cable(subject="VINEGAR STAINS"),
    cable("The dinner was bread and oil."),
)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return make_searcher(tmp_path_factory.mktemp("subjects") / "index", *CABLES)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("vinegar ", {(1, 1), (1, 0), (2, 0), (3, 0)}, id="a word"),
        pytest.param("vinegra ", {(1, 1), (1, 0), (2, 0), (3, 0)}, id="misspelt"),
        pytest.param("stain", {(3, 0)}, id="being typed"),
        pytest.param("=bread =a ", {(2, 0)}, id="one word in each"),
        pytest.param('"vinegar and oil"', {(2, 0)}, id="a phrase"),
        pytest.param('"oil a dinner"', set(), id="a phrase does not go on into the text"),
        pytest.param("=dinner -vinegar ", {(4, 0)}, id="what may not be there"),
        pytest.param("subject:vinegar -served ", {(2, 0), (3, 0)}, id="a field, and nowhere"),
    ],
)
def test_what_is_found(searcher: Searcher, query: str, found: set[tuple[int, int]]) -> None:
    hits = [hit for hit in searcher.search(query).hits if not hit.is_partial]
    assert {(hit.row.key, hit.position) for hit in hits} == found
    assert len(hits) == len(found)
    rows = searcher.listing(query).rows(0, 9)
    assert {row.key for row in rows if not row.is_partial} == {key for key, _ in found}


@pytest.mark.parametrize(
    ("query", "subject", "text", "is_of_subject"),
    [
        pytest.param("=vinegar ", ["VINEGAR"], [], True, id="in the subject"),
        pytest.param("=dinner ", [], ["dinner"], False, id="in the text"),
        pytest.param("=bread =dinner ", ["BREAD"], ["dinner"], False, id="in both"),
        pytest.param('"bread vinegar"', ["BREAD, VINEGAR"], [], True, id="over a line end"),
    ],
)
def test_where_a_hit_matches(
    searcher: Searcher, query: str, subject: list[str], text: list[str], is_of_subject: bool
) -> None:
    hit = searcher.hit(query, 2, 0)
    assert hit is not None
    assert ["BREAD, VINEGAR AND OIL"[slice(*span)] for span in hit.subject_spans] == subject
    assert [hit.text[slice(*span)] for span in hit.spans] == text
    assert hit.is_of_subject == is_of_subject
    assert (hit.row.subject, hit.text) == ("BREAD,\nVINEGAR AND OIL", "A dinner.")


@pytest.mark.parametrize(
    ("key", "query", "matches"),
    [
        pytest.param(
            1, "vinegar ", Matches(((1, (Span(0, 7),)),), (Span(4, 11),)), id="subject and text"
        ),
        pytest.param(2, "vinegar ", Matches((), (Span(7, 14),)), id="the subject alone"),
        pytest.param(
            2, "=oil =dinner ", Matches(((0, (Span(2, 8),)),), (Span(19, 22),)), id="a word in each"
        ),
        pytest.param(
            2, "=more =bread ", Matches(((1, (Span(0, 4), Span(5, 10))),)), id="all of it in a text"
        ),
        pytest.param(3, "vinegar ", Matches((), (Span(0, 7),)), id="no paragraphs"),
        pytest.param(4, "vinegar ", Matches(), id="nowhere"),
    ],
)
def test_where_a_cable_matches(searcher: Searcher, key: int, query: str, matches: Matches) -> None:
    assert searcher.matches(query, CABLES[key - 1]) == matches


@pytest.mark.parametrize(
    ("subject", "spans", "parted"),
    [
        pytest.param("OIL", [(0, 3), (4, 9)], ([(0, 3)], [(0, 5)]), id="one in each"),
        pytest.param("OIL", [(1, 9)], ([(1, 3)], [(0, 5)]), id="one over the end"),
        pytest.param("", [(0, 5)], ([], [(0, 5)]), id="no subject"),
        pytest.param("OIL", [], ([], []), id="none"),
    ],
)
def test_spans_are_parted(
    subject: str,
    spans: list[tuple[int, int]],
    parted: tuple[list[tuple[int, int]], list[tuple[int, int]]],
) -> None:
    above, below = ParagraphText(1, "Bread", subject).parted([Span(*span) for span in spans])
    assert (list(above), list(below)) == parted


def test_the_first_text_alone_has_the_subject() -> None:
    texts = [
        [(text.number, text.text, text.subject) for text in texts_of(one)] for one in CABLES[1:3]
    ]
    assert texts == [
        [(1, "A dinner.", "BREAD, VINEGAR AND OIL"), (2, "More bread.", "")],
        [(None, "", "VINEGAR STAINS")],
    ]
