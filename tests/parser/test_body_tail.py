"""What closes a telegram and what is still text: the limits of each rule."""

from __future__ import annotations

import pytest

from parser import Cable, parse_message

FRONT = "CONFIDENTIAL TIRANA 009901\n\nTAGS: PREL, AL\nSUBJECT: LIGHTHOUSE FESTIVAL\n\n"


def read(body: str) -> Cable:
    return parse_message(FRONT + body).cable


@pytest.mark.parametrize("end", ["", "\n\nEXAMPLE"], ids=["last", "above a signature"])
@pytest.mark.parametrize("start", ["2. (C) ", "\u00b62. (C) "])
def test_a_paragraph_about_a_website_is_no_footer(start: str, end: str) -> None:
    cable = read(f"1. (C) The port closed.\n\n{start}Visit our web site.{end}")
    assert cable.footer is None
    assert cable.paragraphs[-1].text == "Visit our web site."


@pytest.mark.parametrize(
    "line",
    [
        "Visit http://example.org",
        "Visit https://example.org",
        "Visit www.example.org",
        "Visit the post's website",
        "Visit the post's Web Site",
        "Visit tirana at state.sgov.gov",
        "Visit our homepage",
        "Visit our home page",
        "See us on Intelink",
        "See us on SIPRNET",
        "Read the Partnership Blog",
        "MINIMIZE FOR TIRANA CONSIDERED",
        "Minimise considered",
    ],
)
def test_a_footer(line: str) -> None:
    assert read(f"1. (C) The port closed.\n\n{line}").footer == line


@pytest.mark.parametrize(
    "line",
    [
        "SIPDIS",
        "CONFIDENTIAL",
        "CONFIDENTIAL NOFORN",
        "C O N F I D E N T I A L",
        "T O P S E C R E T",
        "LIMITED OFFICIAL USE",
        "SECRET//NOFORN",
        "SECRET TIRANA 009901",
        "NNNN",
        "BT",
        "#9901",
        "UNQUOTE",
        "<< END OF DOCUMENT >>",
        "END OF MESSAGE",
        "*** CABLE ENDS ***",
        "PAGE 02 OF 02",
        "*** Current Handling Restrictions *** n/a",
        "2009TIRANA09901 - Classification: SECRET",
        "Declassified/Released US Department of State",
        "US Department of State EO Systematic Review 20 MAR 2014",
        "?",
    ],
)
def test_a_stamp_under_the_signature(line: str) -> None:
    cable = read(f"1. (C) The port closed.\nEXAMPLE\n\n{line}")
    assert (cable.signed_by, cable.footer) == (("EXAMPLE",), line)


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


@pytest.mark.parametrize("end", ["EXEMPT", "It is\nGP-3", "They are\n1\n2"])
def test_what_is_text_without_a_signature(end: str) -> None:
    cable = read(f"1. (C) The port closed.\n\n{end}")
    assert cable.footer is None


@pytest.mark.parametrize(
    ("lines", "footer"),
    [
        pytest.param(
            "Visit our web site\nat any time.", "Visit our web site\nat any time.", id="two"
        ),
        pytest.param("Visit our web site.\n\nIt is open.", None, id="text between"),
        pytest.param(
            "2. (C) It was old.\nVisit our web site:",
            "Visit our web site:",
            id="right below the text",
        ),
        pytest.param(
            "2. (C) It was old.\nPlease visit our web site:",
            "Please visit our web site:",
            id="in polite words",
        ),
        pytest.param("2. (C) They may\nvisit our web site:", None, id="in a sentence"),
        pytest.param(
            "\n".join(("Visit our web site", *["at any time"] * 7)),
            "\n".join(("Visit our web site", *["at any time"] * 7)),
            id="eight lines",
        ),
        pytest.param(
            "\n".join(("Visit our web site", *["at any time"] * 8)), None, id="more than eight"
        ),
        pytest.param(
            "Visit the port,s forum at\nhttp://www.example.invalid",
            "Visit the port,s forum at\nhttp://www.example.invalid",
            id="what it leads to below it",
        ),
        pytest.param("Visit the port\nin summer.", None, id="it leads nowhere"),
        pytest.param(
            "** **\nFor more reporting\nvisit our website:\n\nhttp://www.example.invalid\n** **",
            "** **\nFor more reporting\nvisit our website:\nhttp://www.example.invalid\n** **",
            id="in rows of stars",
        ),
        pytest.param(
            "For more information, go there.\n\nhttp://www.example.invalid",
            "For more information, go there.\nhttp://www.example.invalid",
            id="above an address",
        ),
        pytest.param(
            "For more than a year it was.\n\nhttp://www.example.invalid",
            "http://www.example.invalid",
            id="text above an address",
        ),
    ],
)
def test_a_footer_right_above_the_signature(lines: str, footer: str | None) -> None:
    cable = read(f"1. (C) The port closed.\n\n{lines}\n\nEXAMPLE")
    assert (cable.footer, cable.signed_by) == (footer, ("EXAMPLE",))


@pytest.mark.parametrize(
    ("body", "footer"),
    [
        pytest.param("NNNN\n", "NNNN", id="one"),
        pytest.param("#9901\n\nNNNN\n", "#9901\nNNNN", id="two"),
        pytest.param("BT\n\n#9901\n\nNNNN\n", "BT\n#9901\nNNNN", id="three"),
    ],
)
def test_stamps_and_nothing_else(body: str, footer: str) -> None:
    cable = read(body)
    assert (cable.paragraphs, cable.signed_by, cable.footer) == ((), (), footer)


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
