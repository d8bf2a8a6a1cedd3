"""What is stamped below a telegram."""

from __future__ import annotations

import pytest

from parser import Cable, parse_message

FRONT = "CONFIDENTIAL TIRANA 009901\n\nTAGS: PREL, AL\nSUBJECT: LIGHTHOUSE FESTIVAL\n\n"


def read(body: str) -> Cable:
    return parse_message(FRONT + body).cable


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
