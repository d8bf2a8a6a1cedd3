"""What closes a telegram and what is still text: where its parts meet."""

from __future__ import annotations

import pytest

from parser import Cable, parse_message

FRONT = "CONFIDENTIAL TIRANA 009901\n\nTAGS: PREL, AL\nSUBJECT: LIGHTHOUSE FESTIVAL\n\n"


def read(body: str) -> Cable:
    return parse_message(FRONT + body).cable


def test_nothing_but_a_signature_and_a_footer() -> None:
    cable = read("EXAMPLE\n\nVisit our web site.")
    assert (cable.signed_by, cable.footer) == (("EXAMPLE",), "Visit our web site.")
    assert cable.paragraphs == ()


@pytest.mark.parametrize(
    ("end", "footer"),
    [
        pytest.param("GP-3\nEXAMPLE", "GP-3", id="a group of the 1960s"),
        pytest.param("GP-1.\n\nEXAMPLE", "GP-1.", id="with a stop, and a blank line"),
        pytest.param("EXEMPT\n\nEXAMPLE", "EXEMPT", id="exempt"),
        pytest.param("XGDS-2\nEXAMPLE", "XGDS-2", id="of the 1970s"),
        pytest.param("EXAMPLE\n______\n1\n2\n3", "______\n1\n2\n3", id="numbers of footnotes"),
    ],
)
def test_what_stands_beside_the_signature_is_no_text(end: str, footer: str) -> None:
    cable = read(f"1. (C) The port closed.\n\n{end}")
    assert (cable.footer, cable.signed_by) == (footer, ("EXAMPLE",))
    assert [one.text for one in cable.paragraphs] == ["The port closed."]


def test_the_group_of_the_sixties_behind_the_last_sentence() -> None:
    cable = read("1. THE PORT CLOSED. GP-3\nEXAMPLE")
    assert cable.signed_by == ("EXAMPLE",)
    assert [one.text for one in cable.paragraphs] == ["THE PORT CLOSED. GP-3"]


@pytest.mark.parametrize("end", ["EXEMPT", "It is\nGP-3", "They are\n1\n2"])
def test_what_is_text_without_a_signature(end: str) -> None:
    cable = read(f"1. (C) The port closed.\n\n{end}")
    assert cable.footer is None


@pytest.mark.parametrize(
    ("end", "signed", "footer"),
    [
        pytest.param("EXAMPLE\n\nTHE QUAY AN...", ("EXAMPLE",), "THE QUAY AN...", id="cut"),
        pytest.param("It rains at noon.\n\nTHE QUAY AN...", (), None, id="no name above"),
    ],
)
def test_a_title_that_a_publisher_cut_below_the_signature(
    end: str, signed: tuple[str, ...], footer: str | None
) -> None:
    cable = read(f"1. (C) The port closed.\n{end}")
    assert (cable.signed_by, cable.footer) == (signed, footer)


@pytest.mark.parametrize(
    ("end", "signed"),
    [
        pytest.param("It closed.\n\nexample", ("example",), id="alone"),
        pytest.param("It closed. example", ("example",), id="run on"),
        pytest.param("It closed.\n\nsample", (), id="not who classified it"),
        pytest.param("It closed at the\n\nexample", (), id="in mid-sentence"),
        pytest.param("It closed.\nThe\nexample", (), id="the end of a line"),
    ],
)
def test_who_classified_may_sign_in_small_letters(end: str, signed: tuple[str, ...]) -> None:
    cable = read(f"Classified By: DCM Ann Example, reasons 1.4 (b).\n\n1. (C) {end}\n")
    assert cable.signed_by == signed
