"""Where a text names another cable: `references.py`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parser import Reference
from tests.tui.drawing.pages import CABLE, page, paragraph
from tui.drawing.references import references_in

LABELLED = tuple(
    Reference(f"05LIMA2{number}", label, f"LIMA 2{number}") for number, label in enumerate("ABCD")
)
NUMBERED = tuple(Reference(f"05LIMA2{number}", str(number), "x") for number in (1, 2))
TALK = Reference(None, "E", "A TALK")
ONE = (Reference("05LIMA22", None, "LIMA 22"), TALK)


def named(text: str, *references: Reference) -> list[tuple[str, str]]:
    """Return the places that name a cable, each with its serial."""
    cable = replace(CABLE, references=references)
    return [(text[slice(*span)], mrn) for span, mrn in references_in(text, cable)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("see 08STATE9912 and", [("08STATE9912", "08STATE9912")], id="an id"),
        pytest.param(
            "as in 2008 STATE 00009912.", [("2008 STATE 00009912", "08STATE9912")], id="as printed"
        ),
        pytest.param("09ROME3 says", [("09ROME3", "09ROME3")], id="a short serial"),
        pytest.param("in 2009 at 1055 hours", [], id="numbers alone"),
        pytest.param("a reform and a refund", [], id="other words"),
        pytest.param("as reported (REF E)", [], id="a reference to no cable"),
        pytest.param("as reported (REF K)", [], id="a label that is not there"),
        pytest.param("as reported in reftel", [], id="no label, where there are many"),
        pytest.param("as reported REF B, we", [("REF B", "21")], id="a label"),
        pytest.param("Reference C says", [("Reference C", "22")], id="in full"),
        pytest.param("(REF: D)", [("REF: D", "23")], id="after a colon"),
        pytest.param("in reftels A and B,", [("reftels A", "20"), ("B", "21")], id="two labels"),
        pytest.param("(refs A/B)", [("refs A", "20"), ("B", "21")], id="a stroke"),
        pytest.param("refs A & D", [("refs A", "20"), ("D", "23")], id="another sign"),
        pytest.param(
            "see refs A, C, and (B)",
            [("refs A", "20"), ("C", "22"), ("B", "21")],
            id="three labels",
        ),
        pytest.param("refs K and B", [("B", "21")], id="the first is not there"),
        pytest.param("Refs A-C say", [("Refs A", "20"), ("C", "22"), ("A-C", "21")], id="a range"),
        pytest.param(
            "REFS A through D.",
            [("REFS A", "20"), ("D", "23"), ("A through D", "21"), ("A through D", "22")],
            id="a range in words",
        ),
        pytest.param("Refs A - C.", [("Refs A", "20"), ("C", "22")], id="two, with a dash"),
        pytest.param("Refs C-A.", [("Refs C", "22"), ("A", "20")], id="no range"),
        pytest.param("Ref A, ref B", [("Ref A", "20"), ("ref B", "21")], id="each by itself"),
    ],
)
def test_references_of_many(text: str, expected: list[tuple[str, str]]) -> None:
    found = named(text, *LABELLED, TALK)
    assert [(place, mrn.removeprefix("05LIMA")) for place, mrn in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("as reported in reftel, we", ["reftel"], id="the word"),
        pytest.param("(REF)", ["REF"], id="another"),
        pytest.param("The reftels say", ["reftels"], id="of several"),
        pytest.param("REF 09 tells of it", ["REF"], id="a number that is no label"),
        pytest.param("REF A tells of it", [], id="a label that there is not"),
        pytest.param("with reference to", [], id="an everyday word"),
        pytest.param("the referee", [], id="the beginning of one"),
    ],
)
def test_the_only_cable_is_meant_without_a_label(text: str, expected: list[str]) -> None:
    assert named(text, *ONE) == [(place, "05LIMA22") for place in expected]
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ref 2 says", [("Ref 2", "05LIMA22")], id="one"),
        pytest.param("Refs 1 and 2", [("Refs 1", "05LIMA21"), ("2", "05LIMA22")], id="two"),
        pytest.param("Refs 1-2", [("Refs 1", "05LIMA21"), ("2", "05LIMA22")], id="with a dash"),
        pytest.param("Ref 3 says", [], id="one that is not there"),
    ],
)
def test_labels_may_be_numbers(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text, *NUMBERED) == expected


def test_what_lies_in_a_range_is_reached_at_its_dash() -> None:
    shown = page(paragraph("As Refs A-C say."), references=LABELLED)
    seen = [shown.target.value]
    while shown.to_target(1):
        seen.append(shown.target.value)
    assert seen == ["05LIMA20", "05LIMA21", "05LIMA22"]
