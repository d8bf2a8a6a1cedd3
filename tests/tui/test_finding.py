from __future__ import annotations

import pytest

from tests.tui.fake_archive import FakeArchive
from tui.finding import found_in

ARCHIVE = FakeArchive()
CABLE = ARCHIVE.cables[0]


@pytest.mark.parametrize(
    ("text", "words", "is_exact"),
    [
        pytest.param("salt", {"salt"}, True, id="a word"),
        pytest.param("SALT  Ware", {"salt ware"}, True, id="case, white space, part of a word"),
        pytest.param("(see", {"(see"}, True, id="no pattern"),
        pytest.param("  ", set(), True, id="nothing"),
        pytest.param("zq", set(), True, id="too short to be like anything"),
        pytest.param("zeppelin", set(), False, id="not there"),
        pytest.param("trafficking narcotics", {"trafficking", "narcotics"}, False, id="apart"),
    ],
)
def test_found(text: str, words: set[str], is_exact: bool) -> None:
    found = found_in(ARCHIVE, text, CABLE)
    texts = {
        CABLE.paragraphs[position].text[slice(*span)].lower()
        for position, spans in found.matches
        for span in spans
    }
    assert (texts, found.is_exact) == (words, is_exact)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("salt", "2 found: salt", id="exactly"),
        pytest.param(
            "trafficking narcotics", "4 found, like it: trafficking narcotics", id="like it"
        ),
        pytest.param("zeppelin", "Not in this cable: zeppelin", id="not"),
    ],
)
def test_said(text: str, said: str) -> None:
    assert found_in(ARCHIVE, text, CABLE).said == said
