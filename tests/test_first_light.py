"""All layers at once: the samples and the seeds from files to what is found, nothing replaced."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archive import Archive
from tui.commands import run

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("whole") / "archive"
    sources = [SAMPLES, *(SHARED / name for name in ("seeds", "real-pages"))]
    with Archive.open(place, create=True) as archive:
        done = list(archive.import_sources([source for source in sources if source.exists()]))
    assert done[-1].is_done
    assert not done[-1].failures
    return place


@pytest.fixture
def archive(folder: Path) -> Iterator[Archive]:
    with Archive.open(folder) as opened:
        yield opened


def mrns(archive: Archive, query: str) -> list[str | None]:
    return [hit.row.mrn for hit in archive.search(query, 100).hits]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("narcotcis trafficing", "07LANTERNA412", id="two-typos"),
        pytest.param("geraniums", "08SALTMARKET52", id="word"),
        pytest.param('"odd and even days"', "04UNROME44", id="phrase"),
        pytest.param("from:ambrah class:secret bridging", "08AMBRAH540", id="fields"),
        pytest.param("tag:fishing herring", "04LANTERNA210", id="meaning-of-a-tag"),
        pytest.param("ref:09LANTERNA118", "10LANTERNA9", id="cited-but-not-held"),
        pytest.param("signed:carrow chair", "09LANTERNA205", id="signature"),
        pytest.param("date:2004 bees", "04HALVGARD131", id="year"),
    ],
)
def test_a_query_finds_its_cable(archive: Archive, query: str, found: str) -> None:
    assert found in mrns(archive, query)


def test_hits_are_highlighted_where_they_stand(archive: Archive) -> None:
    hits = archive.search("narcotcis trafficing").hits
    words = {hits[0].text[start:end].lower() for start, end in hits[0].spans}
    assert words == {"narcotics", "trafficking"}


def test_the_story_runs_both_ways(archive: Archive) -> None:
    key, _ = archive.key("07SALTMARKET31")
    citations = archive.citations(key)
    assert [cited.mrn for cited in citations.out] == ["06SALTMARKET14", "05LANTERNA501"]
    assert {citing.mrn for citing in citations.into} == {
        "07LANTERNA412",
        "07STATE160022",
        "08LANTERNA233",
        "08SALTMARKET52",
        "10LANTERNA9",
    }


def test_the_gap_in_the_series(archive: Archive) -> None:
    key, _ = archive.key("09LANTERNA117")
    before, after = archive.serials(key)
    assert before is not None
    assert after is not None
    assert (before.mrn, after.mrn) == ("09LANTERNA116", "09LANTERNA119")
    assert {citing.mrn for citing in archive.citing("09LANTERNA118")} == {
        "09LANTERNA119",
        "09WICKHAVEN27",
        "10LANTERNA9",
    }


@pytest.mark.parametrize(
    "address",
    [
        "08LANTERNA233",
        "08 LANTERNA 000233",
        "2008 LANTERNA 233",
        "LANTERNA (08) 233",
        "LANTERNA 00233/08",
        "http://example.org/cable/2008/07/08LANTERNA233.html",
        "08SECTION01OF03LANTERNA233",
    ],
)
def test_a_cable_is_shown_by_any_form_of_its_id(
    folder: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["show", address, "--archive", str(folder), "--format", "json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["mrn"] == "08LANTERNA233"
    assert [part["number"] for part in shown["paragraphs"]] == list(range(1, 13))


def test_importing_again_adds_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Archive.open(folder) as opened:
        before = len(opened)
    assert run(["import", str(SAMPLES), "--archive", str(folder)]) == 0
    said = "".join(capsys.readouterr())
    assert "0 new" in said
    with Archive.open(folder) as opened:
        assert len(opened) == before


@pytest.mark.skipif(not SHARED.exists(), reason="needs the seeds in ../shared")
@pytest.mark.parametrize(
    ("query", "mrn", "paragraph"),
    [
        pytest.param(
            "and that he publicly criticize", "07MEXICO4598", 4, id="word-cut-by-a-section"
        ),
        pytest.param("inspections; employing", "07MEXICO4598", 17, id="another"),
        pytest.param(
            "joint military-law enforcement anti-narcotic", "09MEXICO1055", 3, id="page-mark"
        ),
    ],
)
def test_the_seeds_are_found_across_their_defects(
    archive: Archive, query: str, mrn: str, paragraph: int
) -> None:
    found = [
        (hit.row.mrn, hit.paragraph) for hit in archive.search(query, 10).hits if not hit.is_partial
    ]
    assert (mrn, paragraph) in found
