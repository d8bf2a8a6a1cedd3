"""Which cables each field finds: `fields.py` and `filters.py`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from archive._model import Order
from archive._search.filters import class_matches
from parser import Addressee, Classification, Envelope, Level, Metadata, Reference
from tests.archive.search.corpus import cable, make_searcher

if TYPE_CHECKING:
    from archive._search import Searcher

FOUO = "FOR OFFICIAL USE ONLY"


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return make_searcher(
        tmp_path_factory.mktemp("filters") / "index",
        cable(
            "One.",
            "Further.",
            created=datetime(2008, 12, 31, 23, 59, tzinfo=UTC),
            origin="Embassy Mexico",
            classification=Classification(Level.SECRET),
            tags=("SNAR", "PGOV", "MX"),
            subject="ELECTION OF THE HARBOR COUNCIL",
            classified_by=("Ann Alder",),
            signed_by=("ALDER",),
            envelope=Envelope(station="RUEHME", to=(Addressee("RUEHC", "SECSTATE WASHDC"),)),
            references=(Reference("08TIRANA12", "A", "08 TIRANA 12"),),
            comment="So it goes.",
        ),
        cable(
            "Two.",
            created=datetime(2009, 1, 1, 0, 0, tzinfo=UTC),
            origin="Consulate Tijuana",
            classification=Classification(Level.SECRET, "NOFORN"),
            tags=("PREL",),
            subject="COUNCIL ELECTION",
            classified_by=("Bo Brook",),
            signed_by=("ALDER",),
            metadata=Metadata("wikileaks-csv"),
            envelope=Envelope(info=(Addressee(None, "AMEMBASSY TIRANA"),)),
        ),
        cable(
            "Three.",
            origin="Embassy Tirana",
            classified_by=("Yusuf Cole",),
            classification=Classification(Level.UNCLASSIFIED, FOUO),
        ),
    )


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        pytest.param("from:mexico", [1, 2], id="country or post"),
        pytest.param("from:MEX", [1, 2], id="country, its beginning"),
        pytest.param("from:mexcio", [1, 2], id="country, misspelt"),
        pytest.param("post:mexico", [1], id="post"),
        pytest.param('from:"Embassy Mexico"', [1], id="post, whole"),
        pytest.param("post:RUEHME", [1], id="routing indicator"),
        pytest.param("from:albania,mexico", [1, 2, 3], id="either"),
        pytest.param("-from:mexico", [3], id="not from"),
        pytest.param("from:nowhere", [], id="from nowhere"),
        pytest.param("from:...", [], id="from no word at all"),
        pytest.param("to:secstate", [1], id="addressee"),
        pytest.param('to:"amembassy tirana"', [2], id="addressee for information"),
        pytest.param("tag:snar", [1], id="tag"),
        pytest.param("tag:narcotics", [1], id="tag, by meaning"),
        pytest.param("tag:narc", [1], id="tag, by the beginning of its meaning"),
        pytest.param("class:secret", [1, 2], id="level with and without control"),
        pytest.param('class:"SECRET"', [1], id="level without control"),
        pytest.param("class:s/nf", [2], id="level and control, short"),
        pytest.param("class:SECRET//NOFORN", [2], id="level and control, in full"),
        pytest.param("class:sbu", [3], id="sensitive but unclassified"),
        pytest.param("class:u", [], id="unclassified and no more"),
        pytest.param("ref:08TIRANA12", [1], id="reference"),
        pytest.param('ref:"08 TIRANA 0012"', [1], id="reference in another form"),
        pytest.param("subject:council", [1, 2], id="word of the subject"),
        pytest.param("subject:harbour", [1], id="word of the subject in another spelling"),
        pytest.param('subject:"harbour"', [], id="in quotes in that spelling alone"),
        pytest.param("by:youssef", [3], id="a name in another spelling"),
        pytest.param("subject:counc", [1, 2], id="beginning of a word of the subject"),
        pytest.param('subject:"council election"', [2], id="phrase of the subject"),
        pytest.param("date:2008", [1], id="year, to its last minute"),
        pytest.param("date:2009", [2], id="year, from its first minute"),
        pytest.param("date:2009..", [2], id="open end"),
        pytest.param("date:..2008-12", [1], id="open beginning"),
        pytest.param("date:2008-12-31..2009-01-01", [1, 2], id="days"),
        pytest.param("by:ann", [1], id="who classified"),
        pytest.param("by:alder", [1, 2], id="who classified or signed"),
        pytest.param("signed:alder", [1, 2], id="who signed"),
        pytest.param("signed:ann", [], id="who only classified"),
        pytest.param("format:csv", [2], id="format"),
        pytest.param("further by:ann", [1], id="a field of the lead, a word of another paragraph"),
        pytest.param("further subject:harbor", [1], id="subject and a word"),
        pytest.param("further -to:secstate", [], id="a word, and not to"),
        pytest.param("has:comment", [1], id="trait"),
        pytest.param("has:refs,articles", [1], id="either trait"),
        pytest.param("-has:date", [3], id="without a trait"),
        pytest.param("-one", [2, 3], id="without a word"),
        pytest.param("from:mexico -further", [2], id="without a word in any paragraph"),
    ],
)
def test_finds(searcher: Searcher, query: str, keys: list[int]) -> None:
    listing = searcher.listing(query, Order.REFERENCE_ID)
    assert [row.key for row in listing.rows(0, 9)] == keys
    assert searcher.search(query).cables.value == len(keys)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("u", {"UNCLASSIFIED"}, id="u"),
        pytest.param("unclassified", {"UNCLASSIFIED", f"UNCLASSIFIED//{FOUO}"}, id="in full"),
        pytest.param("fouo", {f"UNCLASSIFIED//{FOUO}"}, id="fouo"),
        pytest.param("c", {"CONFIDENTIAL", "CONFIDENTIAL//NOFORN"}, id="c"),
        pytest.param("conf", {"CONFIDENTIAL", "CONFIDENTIAL//NOFORN"}, id="beginning"),
        pytest.param("noforn", {"CONFIDENTIAL//NOFORN", "SECRET//NOFORN"}, id="control"),
        pytest.param("s//nf", {"SECRET//NOFORN"}, id="both"),
        pytest.param("ts", {"TOP SECRET"}, id="ts"),
        pytest.param("lou", {"LIMITED OFFICIAL USE"}, id="lou"),
        pytest.param("r", {"RESTRICTED"}, id="r"),
        pytest.param("ouo", {"OFFICIAL USE ONLY", f"UNCLASSIFIED//{FOUO}"}, id="ouo"),
        pytest.param("sbu", {f"UNCLASSIFIED//{FOUO}"}, id="sbu"),
    ],
)
def test_classifications(typed: str, found: set[str]) -> None:
    levels = [str(Classification(level)) for level in Level]
    held = [
        *levels,
        f"UNCLASSIFIED//{FOUO}",
        "CONFIDENTIAL//NOFORN",
        "SECRET//NOFORN",
    ]
    assert {value for value in held if class_matches(typed, value)} == found
