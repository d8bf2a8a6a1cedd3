"""Topics are found by the beginnings of words; their queries find what they count."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from rapidfuzz.distance import OSA

from archive._search import Index, Searcher, topics
from archive._search.typos import allowed_typos
from archive._search.words import words
from tests.archive.search.corpus import MemorySource, cable, make_searcher

if TYPE_CHECKING:
    from pathlib import Path

PEOPLE = ("Ada Marchetti", "Adam Marsh", "Ada Lowe")


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return make_searcher(
        tmp_path_factory.mktemp("topics") / "index",
        *(
            cable(
                f"Paragraph {number}.",
                origin="Embassy Mexico" if number % 3 else "Consulate Tijuana",
                tags=("SNAR", "PGOV") if number % 2 else ("PGOV",),
                subject=f"HARBOR POLICE, PART {number % 5}",
                classified_by=(PEOPLE[number % 3],),
                signed_by=("MARCHETTI",) if number % 4 else (),
            )
            for number in range(30)
        ),
        cable("Last.", origin="Embassy São Tomé", subject='A "QUOTED" SUBJECT', tags=("ZZZZ",)),
        cable("Once.", origin="Embassy Accra", subject="SNAR"),
        cable("Later.", origin="Embassy Accra", subject="COLONEL QADHAFI'S TENT"),
    )


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("snar", ("tag", "SNAR", 15), id="code"),
        pytest.param("narc", ("tag", "SNAR", 15), id="beginning of a meaning"),
        pytest.param("narcotisc", ("tag", "SNAR", 15), id="meaning with a typo"),
        pytest.param("tijuana", ("post", "Consulate Tijuana", 10), id="post"),
        pytest.param("mexico", ("country", "Mexico", 30), id="the most frequent of that name"),
        pytest.param("embassy", ("post", "Embassy Mexico", 20), id="the most frequent so begun"),
        pytest.param("emb mex", ("post", "Embassy Mexico", 20), id="beginnings of two words"),
        pytest.param("marchetti ada", ("person", "ADA MARCHETTI", 10), id="in any order"),
        pytest.param("harbor 3", ("subject", "HARBOR POLICE, PART 3", 6), id="subject"),
        pytest.param("sao tome", ("post", "Embassy São Tomé", 1), id="accents left out"),
        pytest.param("gaddafi", ("subject", "COLONEL QADHAFI'S TENT", 1), id="another spelling"),
        pytest.param("saotome", ("post", "Embassy São Tomé", 1), id="no space"),
        pytest.param("saotom", ("post", "Embassy São Tomé", 1), id="no space, being typed"),
        pytest.param("harborpolicepart 3", ("subject", "HARBOR POLICE, PART 3", 6), id="no spaces"),
        pytest.param("nar cotics", ("tag", "SNAR", 15), id="a space too many"),
        pytest.param("zzzz", ("tag", "ZZZZ", 1), id="a code that no list knows"),
    ],
)
def test_the_first_topic(searcher: Searcher, text: str, first: tuple[str, str, int]) -> None:
    topic = searcher.topics(text)[0]
    assert (topic.kind, topic.label, topic.count) == first


@pytest.mark.parametrize("text", ["narc", "emb mex", "ada mar", "harbro", "polcie 3", "sao"])
def test_spans_are_words_that_begin_as_typed(searcher: Searcher, text: str) -> None:
    for topic in searcher.topics(text):
        shown = f"{topic.label} {topic.meaning}"
        marked = [words(shown[start:end])[0] for start, end in topic.spans]
        assert marked
        assert all(any(_begins(one, typed) for typed in words(text)) for one in marked)


def _begins(word: str, typed: str) -> bool:
    typos = allowed_typos(typed)
    lengths = range(len(typed) - typos, len(typed) + typos + 1)
    return any(OSA.distance(word[:length], typed) <= typos for length in lengths)


def test_every_topic_stands_for_a_query_that_finds_what_it_counts(searcher: Searcher) -> None:
    found = searcher.topics("", limit=1000)
    assert {topic.kind for topic in found} == {"tag", "post", "country", "person", "subject"}
    for topic in found:
        assert searcher.search(topic.query, is_strict=True).cables.value == topic.count, topic


def test_where_they_were_never_collected_there_are_none(tmp_path: Path) -> None:
    searcher = make_searcher(tmp_path / "index", cable("A quay.", tags=("PGOV",)))
    assert searcher.topics("PGOV")
    shutil.rmtree(tmp_path / "index" / "topics")
    again = Searcher(Index(tmp_path / "index"), MemorySource(), lambda _: ())
    assert again.topics("PGOV") == ()


def test_without_a_word_the_most_frequent_come_first(searcher: Searcher) -> None:
    counts = [topic.count for topic in searcher.topics("", limit=1000)]
    assert counts == sorted(counts, reverse=True)
    assert [topic.count for topic in searcher.topics("", limit=3)] == counts[:3]


@pytest.mark.parametrize("text", ["qqqq", "mexico qqqq", "sn qr", "xyz!"])
def test_what_is_nowhere_finds_nothing(searcher: Searcher, text: str) -> None:
    assert searcher.topics(text) == ()


def test_exact_topics_come_before_those_with_typos(searcher: Searcher) -> None:
    labels = [topic.label for topic in searcher.topics("marsh")]
    assert labels[0] == "ADAM MARSH"
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize(
    ("enough", "is_tolerant"),
    [pytest.param(1, False, id="one is enough"), pytest.param(2, True, id="one is too few")],
)
def test_typos_are_tolerated_where_too_few_topics_are_found(
    searcher: Searcher, enough: int, is_tolerant: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(topics, "ENOUGH", enough)
    labels = [topic.label for topic in searcher.topics("marsh")]
    assert labels[0] == "ADAM MARSH"
    assert ("ADA MARCHETTI" in labels) is is_tolerant
    assert [topic.label for topic in searcher.topics("marsh", limit=1)] == ["ADAM MARSH"]


@pytest.mark.parametrize(
    ("kind", "label", "meaning"),
    [
        ("tag", "SNAR", "Narcotics"),
        ("tag", "ZZZZ", ""),
        ("subject", "SNAR", ""),
        ("person", "PREL", ""),
    ],
)
def test_only_tags_have_a_meaning(kind: str, label: str, meaning: str) -> None:
    assert topics.meaning_of(kind, label) == meaning


def test_another_spelling_is_marked(searcher: Searcher) -> None:
    (topic,) = searcher.topics("gaddafi tent")
    assert [topic.label[slice(*span)] for span in topic.spans] == ["QADHAFI", "TENT"]


def test_topics_with_other_spaces_come_before_those_with_typos(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    subjects = ["HARBOR MASTER", "HARBORMASTERS", "HARBOURMASTER", "THE HARBOR"]
    folder = tmp_path_factory.mktemp("spaces") / "index"
    searcher = make_searcher(folder, *(cable("A quay.", subject=one) for one in subjects))
    found = [topic.label for topic in searcher.topics("harbormaster") if topic.kind == "subject"]
    assert found == ["HARBORMASTERS", "HARBOR MASTER", "HARBOURMASTER"]
    found = [topic.label for topic in searcher.topics("harbor master") if topic.kind == "subject"]
    assert found == ["HARBOR MASTER", "HARBORMASTERS"]
    assert len(searcher.topics("harbormaster", limit=1)) == 1
