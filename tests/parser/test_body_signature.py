"""Whose name stands under a telegram, and what is no name."""

from __future__ import annotations

import pytest

from parser import Cable, parse_message

FRONT = "CONFIDENTIAL TIRANA 009901\n\nTAGS: PREL, AL\nSUBJECT: LIGHTHOUSE FESTIVAL\n\n"


def read(body: str) -> Cable:
    return parse_message(FRONT + body).cable


@pytest.mark.parametrize(
    ("end", "signed_by"),
    [
        pytest.param("it closed.\nEXAMPLE", ("EXAMPLE",), id="below a sentence"),
        pytest.param("it closed\nEXAMPLE", ("EXAMPLE",), id="below small letters"),
        pytest.param("it closed\nExample", (), id="small letters below a line that goes on"),
        pytest.param("IT CLOSED\nEXAMPLE", (), id="below capitals that go on"),
        pytest.param("IT CLOSED END COMMENT\nEXAMPLE", ("EXAMPLE",), id="below END COMMENT"),
        pytest.param("IT CLOSED END NOTE\nEXAMPLE", ("EXAMPLE",), id="below END NOTE"),
        pytest.param("it closed\nUNESCO.", (), id="a full stop ends the sentence"),
        pytest.param("It closed.\n\nAB", (), id="two letters"),
        pytest.param("It closed.\n\nLEE", ("LEE",), id="three letters"),
        pytest.param(
            "It closed.\n\nEXAMPLE SAMPLES SAMPLES SAMPLES ANNABELL",
            ("EXAMPLE SAMPLES SAMPLES SAMPLES ANNABELL",),
            id="longest",
        ),
        pytest.param("It closed.\n\nEXAMPLE SAMPLES SAMPLES SAMPLES ANNABELLE", (), id="too long"),
        pytest.param("It closed.\n\nEXAMPLE SR.", ("EXAMPLE SR.",), id="stop of an abbreviation"),
        pytest.param("It closed.\n\nEXAMPLE.", ("EXAMPLE",), id="stop that is no part of it"),
        pytest.param("_ EXAMPLE _", ("EXAMPLE",), id="between signs"),
        pytest.param("It closed.\nLeExample", ("LeExample",), id="a capital inside the name"),
        pytest.param("IT IS OF USE. EXAMPLE", ("EXAMPLE",), id="behind a word of three letters"),
        pytest.param("IT IS OF USE. EXAMPLE.", (), id="a sentence of one word"),
        pytest.param("IT IS OF USE. ANN EXAMPLE", (), id="two words behind three letters"),
        pytest.param("IT IS OF GEN. EXAMPLE", (), id="behind a title of three letters"),
    ],
)
def test_a_signature(end: str, signed_by: tuple[str, ...]) -> None:
    assert read(f"1. (C) The port was old;\n{end}").signed_by == signed_by


@pytest.mark.parametrize(
    ("end", "signed_by"),
    [
        pytest.param("It opens soon. Example", ("Example",), id="who classified it"),
        pytest.param("It opens soon.\u201d Example.", (), id="with a full stop"),
        pytest.param("It opens soon. Sample", (), id="somebody else"),
        pytest.param("They met Ann Example", (), id="in a sentence"),
    ],
)
def test_a_signature_in_small_letters_run_on(end: str, signed_by: tuple[str, ...]) -> None:
    front = "Classified By: DCM Ann Example, reasons 1.4 (b)\n\n"
    assert read(f"{front}1. (C) The port closed. {end}").signed_by == signed_by


@pytest.mark.parametrize(
    ("line", "name"),
    [
        pytest.param("- EXAMPLE -", "EXAMPLE", id="spaced dashes"),
        pytest.param("//EXAMPLE//", "EXAMPLE", id="two slashes"),
        pytest.param("/ EXAMPLE /", "EXAMPLE", id="spaced slashes"),
        pytest.param("-EXAMPLE/", None, id="two kinds"),
        pytest.param("        EXAMPLE", "EXAMPLE", id="indented"),
    ],
)
def test_signs_around_a_signature(line: str, name: str | None) -> None:
    assert read(f"1. (C) The port closed.\n\n{line}").signed_by == ((name,) if name else ())
