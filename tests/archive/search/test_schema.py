"""What stands in the search index, and what is a word: `schema.py`."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive._search import schema
from parser import Addressee, Classification, Envelope, Level, Metadata, Reference
from tests.archive.search.corpus import cable


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("The Mayor's port", ("the", "mayor", "s", "port"), id="letters, lower case"),
        pytest.param("São Paulo", ("sao", "paulo"), id="without accents"),
        pytest.param("09TIRANA7, 12:30", ("09tirana7", "12", "30"), id="digits"),
        pytest.param("a_b counter-drug", ("a", "b", "counter", "drug"), id="signs between"),
        pytest.param("x" * 79, ("x" * 79,), id="a long word"),
        pytest.param("x" * 80, (), id="damage"),
        pytest.param("...", (), id="none"),
    ],
)
def test_words(text: str, words: tuple[str, ...]) -> None:
    assert schema.words(text) == words


@given(st.text(st.characters(max_codepoint=0x24F), max_size=40))  # Latin
def test_words_in_python_are_those_of_the_index(text: str) -> None:
    assert list(schema.folded_words(text)) == list(schema.words(text))


@pytest.mark.parametrize(
    ("code", "words"),
    [
        pytest.param("SNAR", ("snar", "narcotics"), id="a tag and its meaning"),
        pytest.param("ZZZZ", ("zzzz",), id="one that no list knows"),
    ],
)
def test_words_of_a_tag(code: str, words: tuple[str, ...]) -> None:
    assert schema.words_of_tag(code) == words


def test_entry() -> None:
    one = cable(
        "First.",
        "Second \ud800.",
        created=datetime(2009, 4, 14, 16, 11, tzinfo=UTC),
        origin="Embassy Mexico",
        classification=Classification(Level.SECRET, "NOFORN"),
        tags=("snar", "SNAR", "PGOV"),
        subject="THE HARBOR\nPOLICE \ud800",
        classified_by=("Ann  Alder",),
        signed_by=("ANN ALDER", "BO\nBROOK"),
        envelope=Envelope(
            to=(Addressee("RUEHC", "SECSTATE\n WASHDC"),), info=(Addressee(None, "ROME"),)
        ),
        references=(Reference("08ROME12", "A", "08 ROME 12"), Reference(None, "B", "NOTE")),
        metadata=Metadata("html"),
    )
    entry = schema.entry(one)
    moment = datetime(2009, 4, 14, 16, 11, tzinfo=UTC)
    assert (entry.created, entry.month) == (int(moment.timestamp()), 2009 * 12 + 3)
    assert dict(entry.values) == {
        "post": ("Embassy Mexico",),
        "country": ("Mexico",),
        "class": ("SECRET//NOFORN",),
        "tag": ("SNAR", "PGOV"),
        "format": ("html",),
        "has": ("date", "paragraphs", "refs", "signature", "subject", "tags"),
    }
    assert dict(entry.of_the_lead) == {
        "to": ("SECSTATE WASHDC", "ROME"),
        "by": ("Ann Alder",),
        "signed": ("ANN ALDER", "BO BROOK"),
        "subject": ("THE HARBOR\nPOLICE \N{REPLACEMENT CHARACTER}",),
        "ref": ("08ROME12",),
        "topic": (
            "tag\tSNAR",
            "tag\tPGOV",
            "post\tEmbassy Mexico",
            "country\tMexico",
            "person\tANN ALDER",
            "person\tBO BROOK",
            "subject\tTHE HARBOR POLICE \N{REPLACEMENT CHARACTER}",
        ),
    }
    assert entry.texts[0] == "First."
    assert len(entry.texts) == 2
    assert entry.subject == "THE HARBOR POLICE \N{REPLACEMENT CHARACTER}"


def test_entry_of_a_cable_with_nothing() -> None:
    entry = schema.entry(cable())
    assert (entry.created, entry.month, entry.texts, entry.subject) == (None, None, ("",), "")
    assert dict(entry.values) == {
        "post": (),
        "country": (),
        "class": (),
        "tag": (),
        "format": ("text",),
        "has": (),
    }
    assert not any(values for _, values in entry.of_the_lead)


def test_documents_of_a_cable_share_its_fields_and_the_first_leads() -> None:
    one = cable("First.", "Second.", tags=("PGOV",), subject="THE HARBOR")
    key = 3 * schema.RUN + 5 + schema.SLICES * schema.RUN
    found = [document.to_dict() for document in schema.documents(key, schema.entry(one))]
    assert [document["position"] for document in found] == [[0], [1]]
    assert [document["text"] for document in found] == [["First.", "THE HARBOR"], ["Second."]]
    for document in found:
        assert (document["key"], document["slice"], document["tag"]) == ([key], [3], ["PGOV"])
    assert [document.get("lead") for document in found] == [[True], None]
    assert [document.get("subject") for document in found] == [["THE HARBOR"], None]


@pytest.mark.parametrize(
    ("origin", "country"),
    [("Embassy Tirana", "Albania"), ("Embassy Nowhere", None), (None, None)],
)
def test_country(origin: str | None, country: str | None) -> None:
    assert schema.country(origin) == country
