"""Stations that are misspelt or cut off, and the distance of two words."""

from __future__ import annotations

import pytest

from parser._similar import distance, known_station, similar_station


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [
        ("ROME", "ROME", 0),
        ("", "", 0),
        ("", "ROME", 4),
        ("ROME", "", 4),
        ("ROME", "ROMA", 1),
        ("ROME", "ROE", 1),
        ("ROME", "ROMEO", 1),
        ("ROME", "ROEM", 1),
        ("ROME", "OREM", 2),
        ("ROME", "EMOR", 3),
        ("ROME", "BARI", 4),
        ("AB", "BCA", 3),
    ],
)
def test_distance(one: str, other: str, letters: int) -> None:
    assert distance(one, other) == distance(other, one) == letters


@pytest.mark.parametrize(
    ("name", "station"),
    [("TIRANA", "TIRANA"), ("KIEV", "KYIV"), ("TIRANX", None), ("", None)],
    ids=["post", "alias", "misspelt", "nothing"],
)
def test_a_known_station(name: str, station: str | None) -> None:
    assert known_station(name) == station


@pytest.mark.parametrize(
    ("name", "station"),
    [
        pytest.param("TIRANX", "TIRANA", id="a wrong letter of six"),
        pytest.param("TIRNA", "TIRANA", id="a letter of six missing"),
        pytest.param("TIRRANA", "TIRANA", id="a letter twice"),
        pytest.param("TRIANA", "TIRANA", id="two letters exchanged"),
        pytest.param("XIRANX", None, id="two wrong letters of six"),
        pytest.param("WELLINXTON", "WELLINGTON", id="one of ten"),
        pytest.param("WELXINXTON", "WELLINGTON", id="two of ten"),
        pytest.param("XELXINXTON", None, id="three of ten"),
        pytest.param("WELLINGT", "WELLINGTON", id="cut off"),
        pytest.param("MONTE", None, id="the beginning of two"),
        pytest.param("WELL", None, id="too short"),
        pytest.param("KABLU", "KABUL", id="two letters of five exchanged"),
        pytest.param("KABUX", "KABUL", id="a wrong letter of five"),
        pytest.param("XABUX", None, id="two wrong letters of five"),
        pytest.param("KABRUL", "KABUL", id="a letter too many in five"),
        pytest.param("AGOS", "LAGOS", id="the first letter of five missing"),
        pytest.param("OHA", None, id="the first letter of four missing"),
        pytest.param("ROMX", None, id="a wrong letter of four"),
        pytest.param("PARRIS", "PARIS", id="a letter of five twice"),
        pytest.param("BAKUU", "BAKU", id="a letter of four twice"),
        pytest.param("ROMME", "ROME", id="a letter twice inside"),
        pytest.param("FREEDONIA", None, id="nothing like it"),
        pytest.param("WELLINGTON" + "X" * 15, None, id="too long"),
    ],
)
def test_a_similar_station(name: str, station: str | None) -> None:
    assert similar_station(name) == station
