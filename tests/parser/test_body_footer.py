"""What tells where to find reports, and what is still text."""

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
