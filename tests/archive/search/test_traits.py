"""What a cable can have: `traits.py`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from archive._search.grammar import parse_query
from archive._search.traits import TRAITS, places
from parser import (
    Envelope,
    How,
    Origin,
    Paragraph,
    Reference,
    Repair,
    RepairKind,
    Span,
    clean,
)
from tests.archive.search.corpus import cable

if TYPE_CHECKING:
    from archive._model import ParagraphSpans

HERE = Span(0, 1)


def paragraphs(**fields: Any) -> tuple[Paragraph, ...]:
    """Make two, of which the second has more."""
    return (Paragraph(1, None, None, "x", HERE), Paragraph(2, None, None, "y", HERE, **fields))


CASES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "articles": ({"articles": ("http://example.org/a",)}, {"footnotes": ("1. No.",)}),
    "comment": ({"comment": "It rains."}, {"comment": ""}),
    "date": (
        {"created": datetime(1970, 1, 1, tzinfo=UTC)},
        {"released": datetime(2011, 8, 30, tzinfo=UTC)},
    ),
    "footnotes": ({"footnotes": ("1. Not printed.",)}, {"articles": ("http://example.org",)}),
    "gaps": ({"paragraphs": paragraphs(missing=(0,))}, {"paragraphs": paragraphs()}),
    "header": (
        {"envelope": Envelope(station="RUEHTI")},
        {"envelope": Envelope(sender="AMEMBASSY TIRANA")},
    ),
    "paragraphs": ({"paragraphs": paragraphs()}, {"raw": "x"}),
    "protect": ({"paragraphs": paragraphs(protect=(HERE,))}, {"paragraphs": paragraphs()}),
    "redactions": (
        {"paragraphs": paragraphs(redactions=(HERE,))},
        {"paragraphs": paragraphs(protect=(HERE,))},
    ),
    "refs": ({"references": (Reference(None, "A", "NOTE"),)}, {"tags": ("REF",)}),
    "repairs": ({"repairs": (Repair(RepairKind.DASH, HERE, ")", "-"),)}, {"raw": "-"}),
    "signature": ({"signed_by": ("EXAMPLE",)}, {"classified_by": ("Ann Example",)}),
    "subject": ({"subject": "QUAYS"}, {"subject": ""}),
    "summary": ({"summary": "It rains."}, {"comment": "It rains."}),
    "tags": ({"tags": ("PREL",)}, {"references": (Reference(None, "A", "TAGS"),)}),
}


def test_each_trait_has_its_case_and_a_meaning_of_its_own() -> None:
    assert list(TRAITS) == sorted(CASES)
    assert len({trait.meaning for trait in TRAITS.values()}) == len(TRAITS)


@pytest.mark.parametrize("name", CASES)
def test_what_has_it_and_what_has_not(name: str) -> None:
    having, lacking = (cable(**{"paragraphs": (), **fields}) for fields in CASES[name])
    assert TRAITS[name].holds(having)
    assert not TRAITS[name].holds(lacking)
    assert not TRAITS[name].holds(cable())


TOLD = Paragraph(
    2,
    None,
    None,
    "A\x00 XXXXX (strictly protect) told us.",
    HERE,
    protect=(Span(9, 27),),
    redactions=(Span(3, 8),),
    missing=(35,),
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("has:protect", ["(strictly protect)"], id="where it is"),
        pytest.param("has:PROTECT,summary", ["(strictly protect)"], id="one of several"),
        pytest.param("tag:PREL (has:protect OR from:rome)", ["(strictly protect)"], id="or"),
        pytest.param("has:protect has:redactions", ["XXXXX", "(strictly protect)"], id="both"),
        pytest.param("has:gaps", [""], id="before what is lost"),
        pytest.param("has:refs", [], id="nowhere in particular"),
        pytest.param("-has:protect", [], id="not there"),
        pytest.param("tag:PREL", [], id="something else"),
    ],
)
def test_where_in_the_text_it_stands(query: str, found: list[str]) -> None:
    one = cable(paragraphs=(*paragraphs()[:1], TOLD))
    texts = {
        position: [clean(TOLD.text)[slice(*span)] for span in spans]
        for position, spans in places(parse_query(query), one)
    }
    assert texts == ({1: found} if found else {})


PARTED = (
    Paragraph(1, None, "SUMMARY", "It rains.", Span(10, 30)),
    Paragraph(2, None, None, "Rusk spoke. Comment: He lied,\nand left.", Span(40, 90)),
    Paragraph(3, None, None, "Nobody minded.", Span(91, 99)),
)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        pytest.param({"summary": "It rains."}, ((0, (Span(0, 0),)),), id="a paragraph"),
        pytest.param(
            {"comment": "He lied,\nand left. Nobody minded."},
            ((1, (Span(21, 21),)), (2, (Span(0, 0),))),
            id="from within one to the end of another",
        ),
        pytest.param({"comment": "Otherwise printed."}, ((1, (Span(0, 0),)), (2, (Span(0, 0),)))),
    ],
)
def test_which_paragraphs_a_part_reaches_over(
    fields: dict[str, str], found: ParagraphSpans
) -> None:
    reaches = {"summary": Span(10, 30), "comment": Span(45, 99)}
    origins = tuple(Origin(name, How.READ, reaches[name]) for name in fields)
    one = cable(paragraphs=PARTED, origins=origins, **fields)
    assert places(parse_query("has:summary,comment"), one) == found


def test_a_part_that_stands_nowhere_is_nowhere() -> None:
    for origins in ((), (Origin("comment", How.READ),)):
        one = cable(paragraphs=PARTED, comment="He lied.", origins=origins)
        assert places(parse_query("has:comment"), one) == ()
