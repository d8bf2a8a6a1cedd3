"""The samples are what their table says: every file, every cable, every format."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"


def table() -> list[dict[str, str]]:
    with (ROOT / "tests/data/samples.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_there_are_about_sixty() -> None:
    assert 60 <= len(table()) <= 70


def test_every_file_is_in_the_table() -> None:
    files = {
        path.relative_to(SAMPLES).as_posix()
        for path in SAMPLES.rglob("*")
        if path.is_file() and path.name != "README.md"
    }
    assert files == {row["file"] for row in table()}


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
