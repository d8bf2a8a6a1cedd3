"""The samples are what their table says: every file, every cable, every format."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import parser

if TYPE_CHECKING:
    from parser import Cable, Parsed

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"


def table() -> list[dict[str, str]]:
    with (ROOT / "tests/data/samples.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


FILES = {row["file"] for row in table()}


def test_there_are_about_sixty() -> None:
    assert 60 <= len(table()) <= 70


def test_every_file_is_in_the_table() -> None:
    files = {
        path.relative_to(SAMPLES).as_posix()
        for path in SAMPLES.rglob("*")
        if path.is_file() and path.name != "README.md"
    }
    assert files == FILES


def test_all_six_classifications() -> None:
    assert {row["classification"] for row in table()} - {""} == {
        "UNCLASSIFIED",
        "UNCLASSIFIED//FOR OFFICIAL USE ONLY",
        "CONFIDENTIAL",
        "CONFIDENTIAL//NOFORN",
        "SECRET",
        "SECRET//NOFORN",
    }


@pytest.mark.parametrize(
    ("pattern", "sign"),
    [
        pytest.param("pages/*.html", "<table class='cable'>", id="page"),
        pytest.param("pages/*.html", "<th>Released</th>", id="page-five-columns"),
        pytest.param("pages/*.html", "Appears in these articles", id="page-with-articles"),
        pytest.param("saved/*.md", "## Viewing cable", id="markdown"),
        pytest.param("saved/*.txt", "Viewing cable", id="text"),
        pytest.param("scoop/*.txt", "Cablegate: ", id="scoop"),
        pytest.param("telegrams/*.txt", "VZCZC", id="telegram"),
        pytest.param("cables.csv", "VZCZC", id="csv"),
    ],
)
def test_each_format_is_present(pattern: str, sign: str) -> None:
    assert any(sign in path.read_text(encoding="utf-8") for path in SAMPLES.glob(pattern))


def test_a_page_has_four_columns() -> None:
    pages = [path.read_text(encoding="utf-8") for path in SAMPLES.glob("pages/*.html")]
    assert any(page.count("<th>") == 4 for page in pages)


def test_a_page_has_one_block() -> None:
    pages = [path.read_text(encoding="utf-8") for path in SAMPLES.glob("pages/*.html")]
    assert {page.count("<pre>") for page in pages} == {1, 2}


def _seen(parsed: Parsed) -> tuple[str, str, str, str]:
    cable = parsed.cable
    created = f"{cable.created:%Y-%m-%dT%H:%MZ}" if cable.created else ""
    return (
        cable.mrn or "",
        created,
        str(cable.classification or ""),
        str(len(cable.paragraphs)),
    )


@pytest.mark.parametrize("file", sorted(FILES))
def test_every_sample_is_read(file: str) -> None:
    wanted = [
        (row["mrn"], row["created"], row["classification"], row["paragraphs"])
        for row in table()
        if row["file"] == file
    ]
    assert [_seen(parsed) for parsed in parser.read(SAMPLES / file)] == wanted


@pytest.fixture(scope="module")
def cables() -> dict[str, Cable]:
    found = (parsed.cable for file in sorted(FILES) for parsed in parser.read(SAMPLES / file))
    return {cable.mrn or "": cable for cable in found}


@pytest.mark.parametrize(
    ("citing", "cited"),
    [
        pytest.param("07LANTERNA412", "07SALTMARKET31", id="inspector-cites-lemons"),
        pytest.param("07WICKHAVEN58", "07LANTERNA412", id="registry-cites-inspector"),
        pytest.param("07STATE160022", "07WICKHAVEN58", id="instructions-cite-registry"),
        pytest.param("08LANTERNA77", "07STATE160022", id="minister-cites-instructions"),
        pytest.param("08LANTERNA233", "08LANTERNA77", id="seizure-cites-minister"),
        pytest.param("08SALTMARKET52", "08LANTERNA233", id="missing-cites-seizure"),
        pytest.param("09LANTERNA205", "09SALTMARKET40", id="verdict-cites-lighthouse"),
        pytest.param("10LANTERNA9", "09LANTERNA205", id="letter-cites-verdict"),
        pytest.param("10LANTERNA9", "07SALTMARKET31", id="letter-cites-lemons"),
        pytest.param("10STATE16201", "10LANTERNA9", id="praise-cites-letter"),
    ],
)
def test_the_story_can_be_followed(cables: dict[str, Cable], citing: str, cited: str) -> None:
    assert cited in {reference.mrn for reference in cables[citing].references}


def test_one_cited_cable_is_missing(cables: dict[str, Cable]) -> None:
    citing = [
        mrn
        for mrn, cable in cables.items()
        if "09LANTERNA118" in {reference.mrn for reference in cable.references}
    ]
    assert sorted(citing) == ["09LANTERNA119", "09WICKHAVEN27", "10LANTERNA9"]
    assert "09LANTERNA118" not in cables
    assert {"09LANTERNA117", "09LANTERNA119"} <= cables.keys()


def test_no_paragraph_shows_a_defect(cables: dict[str, Cable]) -> None:
    """What was mended does not show: page marks, section heads, brackets for dashes, entities."""
    defect = re.compile(r"\d{8}|SECTION \d\d OF| \) |&#?\w+;|\\|Â|¶")
    shown = {
        (mrn, found[0])
        for mrn, cable in cables.items()
        for part in cable.paragraphs
        if (found := defect.search(part.text))
    }
    assert shown == set()
