"""Where in a cable's text its references stand: `_citations.py`."""

from __future__ import annotations

import pytest

from archive import _citations
from archive._store.records import CitationRecord
from parser import Cable, Reference
from tests.archive import making


def _places(cable: Cable) -> list[tuple[str | None, str | None, int | None]]:
    return [(one.mrn, one.label, one.position) for one in _citations.find(cable)]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param("As in REF A.", "A", id="ref"),
        pytest.param("As in ref (A), too.", "A", id="in brackets"),
        pytest.param("As in ref(B).", "B", id="in brackets, without a space"),
        pytest.param("Refs A, B and C.", "ABC", id="list"),
        pytest.param("Refs a & c.", "AC", id="small letters"),
        pytest.param("Ref B/C, not A.", "BC", id="two, with a slash"),
        pytest.param("See refs\nA\nAND C.", "AC", id="over the end of a line"),
        pytest.param("Refs A-C say so.", "ABC", id="range"),
        pytest.param("Refs a through c.", "ABC", id="range in a word"),
        pytest.param("Refs A - C.", "AC", id="two, with a dash"),
        pytest.param("Refs C-A.", "", id="no range"),
        pytest.param("REFTEL A says so.", "A", id="reftel"),
        pytest.param("REFERENCE C says so.", "C", id="reference"),
        pytest.param("Ref A says so, ref B says not.", "AB", id="each by itself"),
        pytest.param("Ref D, not A.", "", id="a letter that no reference has"),
        pytest.param("A reference to a lighthouse.", "", id="no reference"),
        pytest.param("Referring B.", "", id="another word"),
        pytest.param("The subref A.", "", id="the end of another word"),
        pytest.param("Ref Alpha, and A.", "", id="a word that begins with the letter"),
        pytest.param("Reftel says so.", "", id="of several, a reftel is none of them"),
        pytest.param("A, B and C.", "", id="letters alone"),
    ],
)
def test_paragraphs_that_name_references_by_label(text: str, labels: str) -> None:
    cable = making.citing(7, "08STATE12", "09TIRANA5", "09ROME3", texts=("Nothing.", text))
    found = [label for _, label, position in _places(cable) if position == 1]
    assert found == [*labels]


def test_labels_may_be_numbers() -> None:
    references = tuple(Reference(f"09ROME{place}5", str(place), "") for place in (1, 2, 3))
    cable = making.citing(7, texts=("Refs 1 and 3.",), references=references)
    assert _places(cable) == [("09ROME15", "1", 0), ("09ROME25", "2", None), ("09ROME35", "3", 0)]


@pytest.mark.parametrize(
    ("text", "is_meant"),
    [
        pytest.param("Reftel says so.", True, id="reftel"),
        pytest.param("The REFERENCED CABLE says so.", True, id="referenced cable"),
        pytest.param("Reftels say so.", False, id="more than one"),
        pytest.param("The preftel says so.", False, id="the end of another word"),
        pytest.param("A referenced book says so.", False, id="no cable"),
    ],
)
def test_reftel_means_the_only_reference(text: str, is_meant: bool) -> None:
    cable = making.citing(7, "08STATE12", texts=("Nothing.", text))
    assert _places(cable) == [("08STATE12", "A", 1 if is_meant else None)]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        pytest.param(
            ["As in 08 STATE 12, too."], [("08STATE12", "A", 0)], id="one of the references"
        ),
        pytest.param(
            ["See 07 ROME 00991 and 07ROME992."],
            [("08STATE12", "A", None), ("07ROME991", None, 0), ("07ROME992", None, 0)],
            id="only in the text",
        ),
        pytest.param(
            ["See 07ROME991.", "Nothing.", "See 07ROME991."],
            [("08STATE12", "A", None), ("07ROME991", None, 0), ("07ROME991", None, 2)],
            id="once for each paragraph",
        ),
        pytest.param(
            ["See ref A.", "See 08STATE12 (ref A)."],
            [("08STATE12", "A", 0), ("08STATE12", "A", 1)],
            id="by label and by id",
        ),
        pytest.param(
            ["See 08STATE12.", "See 08STATE12, ref A.", "See ref A."],
            [("08STATE12", "A", 0), ("08STATE12", "A", 1), ("08STATE12", "A", 2)],
            id="in the order of the text",
        ),
        pytest.param(
            ["See 07ROME9, not 07 ROME 9."],
            [("08STATE12", "A", None), ("07ROME9", None, 0)],
            id="a short number",
        ),
        pytest.param(["On 09 APRIL 2009 it rained."], [("08STATE12", "A", None)], id="a date"),
        pytest.param(["Of 109ROME992."], [("08STATE12", "A", None)], id="the end of a number"),
        pytest.param(["Of X09ROME992."], [("08STATE12", "A", None)], id="the end of a word"),
        pytest.param(["Page 09TIRANA77 itself."], [("08STATE12", "A", None)], id="its own number"),
    ],
)
def test_ids_in_the_text(texts: list[str], found: list[tuple[str, str | None, int | None]]) -> None:
    assert _places(making.citing(77, "08STATE12", texts=texts)) == found


def test_each_says_how_it_is_printed_and_comes_in_the_order_of_the_ref_line() -> None:
    references = (
        Reference("08STATE12", "A", "08 STATE 12"),
        Reference(None, "B", "FBIS \ud800 REPORT"),
        Reference("09ROME33", None, "09 ROME 33"),
    )
    texts = ("Of 07 ROME 991, then 07ROME0991.", "As 09ROME33, ref B.")
    assert _citations.find(making.citing(7, texts=texts, references=references)) == (
        CitationRecord(0, None, "08STATE12", "A", "08 STATE 12"),
        CitationRecord(1, 1, None, "B", "FBIS \N{REPLACEMENT CHARACTER} REPORT"),
        CitationRecord(2, 1, "09ROME33", None, "09 ROME 33"),
        CitationRecord(3, 0, "07ROME991", None, "07 ROME 991"),
    )


def test_a_cable_that_cites_nothing() -> None:
    assert _citations.find(making.cable(7)) == ()
