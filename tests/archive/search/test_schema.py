"""What stands in the search index: `schema.py`."""

from __future__ import annotations

from datetime import UTC, datetime

from archive._search import schema
from parser import Addressee, Classification, Envelope, Level, Metadata, Reference
from tests.archive.search.corpus import cable


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
