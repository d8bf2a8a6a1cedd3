"""A snapshot of the search index, asked without a query of the language: `index.py`."""

from __future__ import annotations

from array import array
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
import tantivy

from archive._errors import CancelledError
from archive._search import Index, IndexWriter, entry
from archive._search import index as under_test
from archive._search.filters import keys_query, lead_query
from archive._search.index import Found
from archive._search.schema import RUN, SLICES, Place
from archive._search.words import words_of_tag
from tests.archive.search.corpus import cable

if TYPE_CHECKING:
    from pathlib import Path

    from parser import Cable

CABLES = {
    3: cable("Grain, grain.", "Of grain nothing.", "Barley.", tags=("EAGR", "snar")),
    5: cable("Barley.", origin="Embassy Tirana"),
    8: cable(origin="Embassy São Tomé"),
    RUN + 1: cable("Barley came late.", "Grain."),
    SLICES * RUN + 2: cable("Grain.", tags=("EAGR",)),
}
KEYS = list(CABLES)


def write(path: Path, cables: dict[int, Cable], payload: str = "first") -> None:
    with closing(IndexWriter(path)) as writer:
        for key, one in cables.items():
            writer.add(key, entry(one))
        writer.commit(payload)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("index") / "index"
    write(folder, CABLES)
    return Index(folder)


def word(index: Index, text: str) -> tantivy.Query:
    return tantivy.Query.term_query(index.schema, "text", text)


@pytest.mark.parametrize(
    ("text", "paragraphs", "keys"),
    [
        pytest.param("grain", 4, {3, RUN + 1, SLICES * RUN + 2}, id="in several of one cable"),
        pytest.param("barley", 3, {3, 5, RUN + 1}, id="at the end of one"),
        pytest.param("late", 1, {RUN + 1}, id="once"),
        pytest.param("nothing", 1, {3}, id="behind the lead"),
        pytest.param("wheat", 0, set(), id="nowhere"),
    ],
)
def test_paragraphs_are_counted_and_their_cables_told_once(
    index: Index, text: str, paragraphs: int, keys: set[int]
) -> None:
    query = word(index, text)
    assert index.count(query) == paragraphs
    found = index.keys(query)
    assert (set(found), len(found)) == (keys, len(keys))
    finding = index.find(query, 2)
    assert (finding.total, len(finding.best)) == (paragraphs, min(2, paragraphs))
    assert set(finding.keys or ()) == keys


def test_every_cable_has_one_lead_and_the_payload_none(index: Index) -> None:
    assert sorted(index.all_keys) == sorted(KEYS)
    assert index.count(lead_query(index.schema)) == len(KEYS)
    assert index.payload == "first"


def test_the_best_come_first_with_their_places(index: Index) -> None:
    found = index.best(word(index, "grain"), 9)
    assert found[0].place == Place(3, 0)
    assert {one.place for one in found} == {
        Place(3, 0),
        Place(3, 1),
        Place(RUN + 1, 1),
        Place(SLICES * RUN + 2, 0),
    }
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
    assert index.best(word(index, "grain"), 1) == found[:1]
    assert all(isinstance(one, Found) for one in found)


@pytest.mark.parametrize("most", [0, 3, 4, 5])
def test_all_cables_are_found_in_steps_as_at_once(
    index: Index, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_test, "MOST_RANKED", most)
    steps: list[None] = []
    found = index.keys(word(index, "grain"), lambda: steps.append(None))
    assert sorted(found) == [3, RUN + 1, SLICES * RUN + 2]
    assert len(steps) == (under_test.STEPS if most < 4 else 0)


def test_between_the_steps_it_may_be_given_up(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(under_test, "MOST_RANKED", 0)
    looks = iter([None, None])

    def give_up() -> None:
        if next(looks, True):
            raise CancelledError

    with pytest.raises(CancelledError):
        index.keys(word(index, "grain"), give_up)


@pytest.mark.parametrize(
    ("slices", "keys"),
    [
        pytest.param(range(SLICES), KEYS, id="all"),
        pytest.param([0], [3, 5, 8, SLICES * RUN + 2], id="the first comes round again"),
        pytest.param([1], [RUN + 1], id="the second"),
        pytest.param([0, 1], KEYS, id="both"),
        pytest.param([2], [], id="one that holds nothing"),
    ],
)
def test_cables_are_dealt_out_into_slices(index: Index, slices: list[int], keys: list[int]) -> None:
    assert sorted(index.keys(index.sliced(lead_query(index.schema), slices))) == sorted(keys)


def test_a_slice_does_not_change_the_score(index: Index) -> None:
    query = word(index, "grain")
    whole = {one.place: one.score for one in index.best(query, 9)}
    for one in index.best(index.sliced(query, [0]), 9):
        assert one.score == pytest.approx(whole[one.place])


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param([], id="none"),
        pytest.param([5], id="one"),
        pytest.param(KEYS[:2], id="fewer than half"),
        pytest.param(KEYS[:3], id="more than half: told by the others"),
        pytest.param(KEYS[1:], id="all but the first"),
        pytest.param(KEYS, id="all"),
    ],
)
def test_the_query_for_some_cables_finds_them(index: Index, keys: list[int]) -> None:
    leads = [(tantivy.Occur.Must, lead_query(index.schema))]
    some = index.of_cables(array("I", keys))
    found = index.keys(tantivy.Query.boolean_query([*leads, (tantivy.Occur.Must, some)]))
    assert sorted(found) == sorted(keys)


def test_a_query_for_keys_finds_their_paragraphs_without_ranking_them(index: Index) -> None:
    found = index.best(keys_query(index.schema, [3, 8, 99]), 9)
    assert {one.place for one in found} == {Place(3, 0), Place(3, 1), Place(3, 2), Place(8, 0)}
    assert {one.score for one in found} == {0.0}


@pytest.mark.parametrize(
    ("field", "values"),
    [
        pytest.param("tag", {tag: words_of_tag(tag) for tag in ("EAGR", "SNAR")}, id="tags"),
        pytest.param(
            "post",
            {
                "Embassy Tirana": ("embassy", "tirana"),
                "Embassy São Tomé": ("embassy", "sao", "tome"),
            },
            id="posts",
        ),
        pytest.param("to", {}, id="of a field that none has"),
    ],
)
def test_values_of_a_field_with_the_words_they_are_asked_for_by(
    index: Index, field: str, values: dict[str, tuple[str, ...]]
) -> None:
    assert index.values(field) == values
    assert index.values(field) is index.values(field)


def test_it_stays_as_it_was_opened(tmp_path: Path) -> None:
    write(tmp_path, {1: CABLES[3]})
    before = Index(tmp_path)
    write(tmp_path, {2: CABLES[5]}, "second")
    assert (list(before.all_keys), before.payload) == ([1], "first")
    after = Index(tmp_path)
    assert (sorted(after.all_keys), after.payload) == ([1, 2], "second")


def test_an_index_of_another_form_is_not_opened(tmp_path: Path) -> None:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text")
    tantivy.Index(builder.build(), str(tmp_path))
    with pytest.raises(ValueError, match="another version"):
        Index(tmp_path)


def test_more_than_are_counted_do_not_tell_their_cables(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = word(index, "grain")
    for counted, is_told in ((4, True), (3, False)):
        monkeypatch.setattr(under_test, "COUNTED", counted)
        finding = index.find(query, 2)
        assert (finding.total, len(finding.best)) == (4, 2)
        assert (finding.keys is not None) is is_told
