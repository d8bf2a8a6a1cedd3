"""From what somebody typed to the cable that is meant: `_address.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from archive import Archive, NoSuchCableError
from tests.archive import making

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DUPLICATE = "09TIRANA7SUSPECTEDDUPLICATE"
URL = "http://example.org/cable/2009/04"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("address")
    cables = [
        making.cable(7),
        making.cable(7, reference_id=DUPLICATE),
        making.cable(8, reference_id="BAGHDAD #9965", mrn=None),
        making.cable(9, reference_id="Annex to 12", mrn=None),
        # Two posts of one place may both have the number; either is reached by its own id.
        making.cable(5, reference_id="05KIEV5", mrn="05KYIV5"),
        making.cable(5, reference_id="05KYIV5", mrn="05KYIV5"),
        making.cable(6, reference_id="06KIEV6", mrn="06KYIV6"),
        making.cable(9901),
        making.cable(44),
    ]
    making.store(folder, cables)
    with Archive.open(folder) as opened:
        yield opened


@pytest.mark.parametrize(
    ("address", "reference_id", "paragraph"),
    [
        pytest.param("09TIRANA7", "09TIRANA7", None, id="canonical"),
        pytest.param(" 09 tirana 0007 ", "09TIRANA7", None, id="spaces, zeros, case"),
        pytest.param("2009 TIRANA 7", "09TIRANA7", None, id="long year"),
        pytest.param("TIRANA 7 (2009)", "09TIRANA7", None, id="year behind"),
        pytest.param("TIRANA 00007/09", "09TIRANA7", None, id="year after a slash"),
        pytest.param("06KYIV6", "06KIEV6", None, id="number of a cable printed otherwise"),
        pytest.param("05KIEV5", "05KIEV5", None, id="as printed, of two with one number"),
        pytest.param("05KYIV5", "05KYIV5", None, id="the other of them"),
        pytest.param(DUPLICATE.lower(), DUPLICATE, None, id="an id of no regular shape"),
        pytest.param("BAGHDAD #9965", "BAGHDAD #9965", None, id="an id with a number sign"),
        pytest.param("BAGHDAD #9965#2", "BAGHDAD #9965", 2, id="and a paragraph of it"),
        pytest.param("annex  TO 12", "Annex to 12", None, id="an id in words"),
        pytest.param("09TIRANA7#3", "09TIRANA7", 3, id="paragraph"),
        pytest.param("09 TIRANA 7 #12", "09TIRANA7", 12, id="paragraph after a space"),
        pytest.param("09TIRANA7 # 3 ", "09TIRANA7", 3, id="spaces around it"),
        pytest.param("09TIRANA7#par3", "09TIRANA7", 3, id="paragraph of a page"),
        pytest.param("09TIRANA7#¶3", "09TIRANA7", 3, id="paragraph with its sign"),
        pytest.param("09TIRANA7#", "09TIRANA7", None, id="no paragraph yet"),
        pytest.param("09TIRANA7 #two", "09TIRANA7", None, id="no number"),
        pytest.param("BAGHDAD #9965#", "BAGHDAD #9965", None, id="none yet, of such an id"),
        pytest.param(f"{URL}/09TIRANA7.html", "09TIRANA7", None, id="page"),
        pytest.param(f"{URL}/09TIRANA7.htm", "09TIRANA7", None, id="page with a short ending"),
        pytest.param(f"{URL}/09TIRANA7/", "09TIRANA7", None, id="with a slash at the end"),
        pytest.param(f"{URL}/09TIRANA7.html?print=1", "09TIRANA7", None, id="with a question"),
        pytest.param(f"{URL}/09TIRANA7.html#par3", "09TIRANA7", 3, id="anchor"),
        pytest.param(f"{URL}/09TIRANA7", "09TIRANA7", None, id="without html"),
        pytest.param(f"{URL}/{DUPLICATE}.html", DUPLICATE, None, id="id of no regular shape"),
        pytest.param(f"HTTPS{URL[4:]}/09TIRANA7_a.html", "09TIRANA7", None, id="PlusD"),
        pytest.param("(09 TIRANA 7)", "09TIRANA7", None, id="in brackets"),
        pytest.param("REF A: 09 TIRANA 7", "09TIRANA7", None, id="a REF line"),
        pytest.param("Ref: 09ROME12, 09TIRANA7-3.", "09TIRANA7", None, id="the one that is held"),
        pytest.param("see 09-TIRANA-7, para. 3)", "09TIRANA7", 3, id="a paragraph in words"),
        pytest.param("09TIRANA7 ¶ 3", "09TIRANA7", 3, id="its sign alone"),
        pytest.param(
            '09TIRANA7, Embassy Tirana, 12 January 2009, "SALT 9", paragraphs 2-3.',
            "09TIRANA7",
            2,
            id="a citation",
        ),
    ],
)
def test_address(archive: Archive, address: str, reference_id: str, paragraph: int | None) -> None:
    key, found = archive.key(address)
    assert (archive.row(key).reference_id, found) == (reference_id, paragraph)


@pytest.mark.parametrize(
    ("address", "nearest"),
    [
        pytest.param("09TIRANA9902", "09TIRANA9901", id="next serial"),
        pytest.param("08TIRANA9901", "09TIRANA9901", id="another year"),
        pytest.param("09TIRANQQ9901", "09TIRANA9901", id="misspelt post"),
        pytest.param("TIRANA9901", "09TIRANA9901", id="no year"),
        pytest.param("see 09TIRANA9902", "09TIRANA9901", id="in words"),
        pytest.param("anex to 12", "Annex to 12", id="an id in words"),
    ],
)
def test_the_nearest_ids_are_offered(archive: Archive, address: str, nearest: str) -> None:
    with pytest.raises(NoSuchCableError) as caught:
        archive.key(address)
    assert caught.value.nearest[0] == nearest
    assert len(caught.value.nearest) <= 3
    assert address in str(caught.value)


@pytest.mark.parametrize("address", ["", "#", "#3", "##", "harbour", "@", "http://", "a" * 5000])
def test_ids_that_are_nothing_like_it_are_not_offered(archive: Archive, address: str) -> None:
    with pytest.raises(NoSuchCableError) as caught:
        archive.key(address)
    assert caught.value.nearest == ()


@pytest.mark.parametrize(
    "address", [f"{URL}/BAGHDAD/index.html", "lighthouse", "09TIRANA7x#3", "09TIRANA7x#"]
)
def test_no_such_cable(archive: Archive, address: str) -> None:
    with pytest.raises(NoSuchCableError):
        archive.cable(address)


def test_without_a_year_those_of_every_year_are_offered_the_last_first(tmp_path: Path) -> None:
    others = [making.cable(number) for number in range(1, 431)]
    names = ("07TIRANA425", "04TIRANA425", "06TIRANA425", "09ROME425")
    making.store(tmp_path, [*others, *(making.cable(1, reference_id=n, mrn=n) for n in names)])
    with Archive.open(tmp_path) as archive, pytest.raises(NoSuchCableError) as caught:
        archive.key("Tirana 425")
    assert caught.value.nearest == ("09TIRANA425", "07TIRANA425", "06TIRANA425")


def test_the_nearest_three_are_looked_for_around_the_number_in_all_of_the_archive(
    tmp_path: Path,
) -> None:
    others = [making.cable(number) for number in range(1, 431)]
    rome = [making.cable(at, reference_id=f"09ROME{at}", mrn=f"09ROME{at}") for at in range(1, 6)]
    making.store(tmp_path, [*others, *rome])
    with Archive.open(tmp_path) as archive, pytest.raises(NoSuchCableError) as caught:
        archive.key("09ROME7")
    assert sorted(caught.value.nearest) == ["09ROME1", "09ROME2", "09ROME3"]
