from __future__ import annotations

import pytest

from parser import describe_post, describe_reason, describe_routing, describe_tag, spellings
from parser._tables import posts, rows, station_aliases

FILES = [
    "glued_words",
    "never_stations",
    "posts",
    "precedence",
    "reasons",
    "station_aliases",
    "tags",
]


@pytest.mark.parametrize("name", FILES)
def test_rows_are_whole_and_differ(name):
    found = rows(name)
    assert found
    assert len({tuple(row.values()) for row in found}) == len(found)
    assert all(row[next(iter(row))] for row in found)


def test_no_alias_is_a_post_and_every_alias_has_one():
    assert not posts().keys() & station_aliases().keys()
    assert set(station_aliases().values()) <= posts().keys()


@pytest.mark.parametrize(
    ("code", "kind", "meaning"),
    [
        pytest.param("PREL", "subject", "External Political Relations", id="subject"),
        pytest.param("snar", "subject", "Narcotics", id="lower case"),
        pytest.param("CH", "geographic", "China (Mainland)", id="not ISO"),
        pytest.param("BP", "geographic", "Solomon Islands", id="country before organization"),
        pytest.param("KTIP", "program", "Trafficking in Persons", id="program"),
        pytest.param("UNESCO", "organization", None, id="organization"),
    ],
)
def test_tag(code, kind, meaning):
    tag = describe_tag(code)
    assert tag is not None
    assert tag.kind == kind
    if meaning:
        assert tag.meaning == meaning


@pytest.mark.parametrize(
    "name", ["RIODEJANEIRO", "Rio de Janeiro", "RIO", "Consulate Rio De Janeiro", "RIODEJAN"]
)
def test_post(name):
    post = describe_post(name)
    assert post is not None
    assert (post.name, post.country) == ("RIODEJANEIRO", "Brazil")
    assert post.origin == "Consulate Rio De Janeiro"
    assert post.latitude == pytest.approx(-22.9, abs=0.2)


def test_both_spellings_of_an_origin():
    assert describe_post("Mission Geneva") == describe_post("US Mission Geneva")
    assert describe_post("GENEVA").origin == "US Mission Geneva"


def test_routing_reason_and_what_nobody_knows():
    assert describe_routing("RUEHRI").name == "RIODEJANEIRO"
    assert describe_routing("ruehc").name == "STATE"
    assert describe_reason("(B)").meaning == "foreign government information"
    assert describe_tag("QQQQ") is None
    assert describe_post("FREEDONIA") is None
    assert describe_routing("RUXXXX") is None
    assert describe_reason("z") is None


def test_where_a_post_stands():
    post = describe_post("TIRANA")
    assert post is not None
    assert (post.latitude, post.longitude) == (
        pytest.approx(41.3, abs=0.2),
        pytest.approx(19.8, abs=0.2),
    )


def test_spellings_of_a_name_stand_together() -> None:
    rows = {row[0]: row for row in spellings()}
    assert rows["Burma"] == ("Burma", "Myanmar")
    assert {"Qa'ida", "Qaida", "Qaeda"} <= set(rows["Qa'ida"])
    assert "harbour" in rows["harbor"]
