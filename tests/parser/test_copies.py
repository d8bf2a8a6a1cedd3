"""What a program did to the whole of a copy, line ends and white space, changes nothing read."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

import parser

if TYPE_CHECKING:
    from collections.abc import Callable

CABLES = {
    "with a header": """\
VZCZCXRO9901
RR RUEHC RUEHRO RUEHBR
RUEHVL RUEHMO
DE RUEHTI #9901/01 1040605
ZNY CCCCC ZZH
R 140605Z APR 09
FM AMEMBASSY TIRANA
TO RUEHC/SECSTATE WASHDC 4821
INFO RUEHRO/AMEMBASSY ROME 0001
RUEHBR/AMEMBASSY BRASILIA 0002

C O N F I D E N T I A L SECTION 01 OF 02 TIRANA 009901

SIPDIS

E.O. 12958: DECL: 04/14/2019
TAGS: PREL, ECON, AL
SUBJECT: THE LIGHTHOUSE KEEPERS OF THE COAST, THEIR BOATS
AND THEIR FESTIVAL

REF: A. 08 ROME 1234
     B. TIRANA 17

Classified By: DCM Ann B. Example for reasons 1.4 (b) and (d).

1. (C) Summary: The keepers met the mayor of the port, who told
them that the quay would be shut until the spring. End summary.

THE QUAY
--------

2. (C) The mayor said that the stones were old, and that the work
would cost more than the town had.
    a. The first stone is to be laid in May.
    b. The last one nobody knows of.

3. (SBU) Comment: It will open late. End comment.

EXAMPLE
""",
    "unmarked, from its precedence line": """\
P 231106Z MAR 01
FM AMCONSUL NAPLES
TO SECSTATE WASHDC 6249

UNCLAS NAPLES 000012

E.O. 12958: N/A
TAGS: ETRD, IT
SUBJECT: NETS AND BOATS OF THE BAY

1. The nets of the bay were counted in the spring, and the boats
in the summer.

2. There were fewer of both than the year before.

4. The prefect asked for a third count.

5. Nobody has begun it.
""",
}
READ: dict[str, Callable[[parser.Cable], Any]] = {
    "envelope": lambda cable: cable.envelope,
    "classification": lambda cable: cable.classification,
    "captions": lambda cable: cable.captions,
    "tags": lambda cable: cable.tags,
    "subject": lambda cable: cable.subject,
    "references": lambda cable: [one.mrn for one in cable.references],
    "classified_by": lambda cable: cable.classified_by,
    "declassify_on": lambda cable: cable.declassify_on,
    "signed_by": lambda cable: cable.signed_by,
    "paragraphs": lambda cable: [
        (one.number, one.marking, one.heading, one.text.split()) for one in cable.paragraphs
    ],
}
CHANGES: dict[str, Callable[[str], str]] = {
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "line ends of Windows, twice": lambda text: text.replace("\n", "\r\r\n"),
    "line ends of an old Macintosh": lambda text: text.replace("\n", "\r"),
    "a blank line behind every line": lambda text: text.replace("\n", "\n\n"),
    "a line of spaces behind every line": lambda text: text.replace("\n", "\n  \n"),
    "spaces at line ends": lambda text: text.replace("\n", "   \n"),
    "indented": lambda text: re.sub(r"(?m)^(?=.)", "   ", text),
    "indented by a tab": lambda text: re.sub(r"(?m)^(?=.)", "\t", text),
    "tabs for spaces in the preamble": lambda text: re.sub(
        r"(?ms)^E\.O\..*?(?=^Class|^1\.)", lambda lines: lines[0].replace(" ", "\t"), text
    ),
    "spaces that hold words together": lambda text: text.replace(" ", "\u00a0"),
    "a mark of the encoding in front": lambda text: "\ufeff" + text,
    "soft hyphens": lambda text: text.replace("th", "t\u00adh"),
    "blank lines in front": lambda text: "\n\n\n" + text,
}


def read(text: str) -> dict[str, Any]:
    cable = parser.parse_message(text, created=datetime(2009, 4, 14, tzinfo=UTC)).cable
    return {name: look(cable) for name, look in READ.items()}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("cable", CABLES)
def test_nothing_else_is_read(cable: str, change: str) -> None:
    text = CABLES[cable]
    changed = CHANGES[change](text)
    assert changed != text
    assert read(changed) == read(text)


@pytest.mark.parametrize("cable", CABLES)
def test_everything_is_read(cable: str) -> None:
    """The comparison above is not one of nothing with nothing."""
    found = read(CABLES[cable])
    numbers = {"with a header": [1, 2, 3]}.get(cable, [1, 2, 4, 5])
    assert [number for number, *_ in found["paragraphs"]] == numbers
    assert found["envelope"].sender
    assert found["classification"]
    assert found["tags"]
