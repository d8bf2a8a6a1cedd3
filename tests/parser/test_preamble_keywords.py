"""Every spelling of the keywords of a preamble, at the start of a line and inside one."""

from __future__ import annotations

import pytest

from parser._preamble import Preamble, read_preamble

TAGS = ("TAGS", "TAG", "TAGES", "TAGA", "TAFS", "TAS", "TABS", "TGS", "AGS", "TAGGS", "TTAGS")
SUBJECTS = (
    *("SUBJECT", "SUBJECTS", "SUBJ", "SUBJ.", "UBJECT", "SUBECT", "SUJECT", "SUBJCT", "SUBJET"),
)
REFERENCES = (
    *("REF", "REFS", "REFTEL", "REFTELS", "RETEL", "RETELS", "REFERENCE", "REFERENCES", "REF(S)"),
)


def tags(preamble: Preamble) -> list[str]:
    return [found.value for found in preamble.tags]


def mrns(preamble: Preamble) -> list[str | None]:
    return [found.value.mrn for found in preamble.references]


@pytest.mark.parametrize("before", ["\n", " "], ids=["line", "inside"])
@pytest.mark.parametrize("keyword", TAGS)
def test_tags(keyword: str, before: str) -> None:
    assert tags(read_preamble(f"E.O. 12958: N/A{before}{keyword}: PREL\n\n1. Text")) == ["PREL"]


@pytest.mark.parametrize("before", ["\n", " "], ids=["line", "inside"])
@pytest.mark.parametrize("keyword", SUBJECTS)
def test_subject(keyword: str, before: str) -> None:
    preamble = read_preamble(f"TAGS: PREL{before}{keyword}: QUAYS\n\n1. Text")
    assert preamble.subject.value == "QUAYS"
    assert tags(preamble) == ["PREL"]


@pytest.mark.parametrize("before", ["\n", " "], ids=["line", "inside"])
@pytest.mark.parametrize("keyword", REFERENCES)
def test_references(keyword: str, before: str) -> None:
    preamble = read_preamble(f"SUBJECT: QUAYS{before}{keyword}: ROME 12\n\n1. Text", year=2009)
    assert mrns(preamble) == ["09ROME12"]
    assert preamble.subject.value == "QUAYS"


@pytest.mark.parametrize(
    "line",
    [
        *("REF ROME 12", "REF A. ROME 12", "REF (A) ROME 12", "REFTEL 09 ROME 12", "REF- ROME 12"),
        *("REF. ROME 12", "REF; ROME 12", "REF\nROME 12", "RFE: ROME 12", "REFF: ROME 12"),
        *("REEF: ROME 12", "EF: ROME 12", "PROGRAM REF: ROME 12", "REF, ROME 12"),
    ],
)
def test_references_at_the_start_of_a_line(line: str) -> None:
    assert mrns(read_preamble(f"SUBJECT: QUAYS\n\n{line}\n\n1. Text", year=2009)) == ["09ROME12"]


@pytest.mark.parametrize(
    "line",
    [
        *("SUBJECT - QUAYS", "SUBJ -- QUAYS", "SUBJECT QUAYS", "SUBJ; QUAYS", "SUBJ. QUAYS"),
        *("SUBJECT\nQUAYS", "SUB: QUAYS", "SUBJECT, QUAYS"),
    ],
)
def test_a_subject_at_the_start_of_a_line(line: str) -> None:
    assert read_preamble(f"TAGS: PREL\n{line}\n\n1. Text").subject.value == "QUAYS"


@pytest.mark.parametrize(
    "line",
    [
        *(
            "SUBJECT TO IT",
            "SUBJECT OF IT",
            "SUBJECT LINE",
            "SUBJECT-MATTER EXPERTS",
            "SUBJECTIVE VIEWS",
        ),
        *("SUBURBS", "SUBMARINES"),
    ],
)
def test_what_is_no_subject(line: str) -> None:
    assert read_preamble(f"TAGS: PREL\n{line}\n\n1. Text").subject is None


@pytest.mark.parametrize(
    ("keyword", "kind"),
    [
        pytest.param("TXGS", "tags", id="a wrong letter"),
        pytest.param("T A G S", "tags", id="spaced"),
        pytest.param("S U B J E C T", "subject", id="spaced subject"),
        pytest.param("S U B J", "subject", id="spaced short"),
        pytest.param("SUBJXCT", "subject", id="a wrong letter of the subject"),
        pytest.param("R E F", "references", id="spaced reference"),
        pytest.param("REFTXL", "references", id="a wrong letter of the reference"),
        pytest.param("REFXRXNCE", "references", id="two wrong letters"),
        pytest.param("TXXS", None, id="two of four"),
        pytest.param("SUXJXCT", None, id="two of seven"),
    ],
)
def test_a_misspelt_keyword(keyword: str, kind: str | None) -> None:
    values = {"tags": "PREL", "subject": "QUAYS", "references": "ROME 12", None: "PREL QUAYS"}
    preamble = read_preamble(f"E.O. 12958: N/A\n{keyword}: {values[kind]}\n\n1. Text", year=2009)
    found = {
        "tags": tags(preamble) == ["PREL"],
        "subject": preamble.subject is not None and preamble.subject.value == "QUAYS",
        "references": mrns(preamble) == ["09ROME12"],
    }
    assert [name for name, is_found in found.items() if is_found] == ([kind] if kind else [])


def test_a_misspelt_keyword_is_looked_for_where_its_kind_is_missing() -> None:
    preamble = read_preamble("TAGS: PREL\nTXGS: AL\nSUBJECT: QUAYS\n\n1. Text")
    assert tags(preamble) == ["PREL"]


@pytest.mark.parametrize(
    "line",
    [
        *("E.O. 12958: DECL: OADR", "EO 12958 DECL: OADR", "E.O.12958: OADR", "E. O. 12958: OADR"),
        *("DECL: OADR", "DECLAS: OADR", "DECLASSIFY ON: OADR", "E.O.: OADR", "E.0. 12958: OADR"),
        *("E.O. 12958\nDECL: OADR", "E.O. 12958, DECL: OADR"),
    ],
)
def test_an_order(line: str) -> None:
    found = read_preamble(f"{line}\nTAGS: PREL\n\n1. Text").declassify_text
    assert found.value == "OADR"


@pytest.mark.parametrize(
    "line",
    [
        "Classified By",
        "CLASSIFED BY",
        "CLASIFIED BY",
        "Derivatively classified by",
        "(U) Classified By",
    ],
)
def test_a_classifier(line: str) -> None:
    found = read_preamble(f"SUBJECT: QUAYS\n{line}: Ann Example, 1.4 (b)\n\n1. Text").classified_by
    assert [one.value for one in found] == ["Ann Example"]
