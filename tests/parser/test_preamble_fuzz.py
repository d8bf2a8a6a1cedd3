"""Whatever the text: no exception, spans inside it, the same again."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser._preamble import Found, Preamble, read_preamble
from parser._preamble.layout import WINDOW

PIECES = st.sampled_from(
    [
        *"¶()[]:;,./-&'0123456789ABCabc\n\n  \t\xa0\\xX",
        *("\n", " \n \n", "TAGS: ", "SUBJECT: ", "REF: ", "E.O. 12958: DECL: ", "Classified By: "),
        *("PREL, ", "PHUMAL ", "OVIP (EXAMPLE, ", "COUNTRY", "\nCLEARANCE", "SIPDIS"),
        *("A. ", "(B) ", "08 ", "ROME 9903", " AND ", "STATE (08) 12", "TELCON", "/08", "(NOTAL)"),
        *("04/13/2019", "AFTER ", "X1", "OADR", "13 APR 2019", "99/99/9999", "00/00/00"),
        *("DCM ", "Ann ", "Example", ", Jr.", " for reasons ", "1.4 (b) and (d)", "rea \nsons"),
        *("TIRANA 00009901 001.2 OF 003", "SECRET\nPAGE 02  TIRANA  09901  140605Z", "-----"),
        *(
            "1. (U) ",
            "2. (C) ",
            "¶1. ",
            "SUMMARY",
            "UNCLAS SECTION 01 OF 02 TIRANA 009901",
            "ß",
            "İ",
        ),
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join))


def spans(preamble: Preamble) -> list[Found]:
    found: list[Found] = []
    for one in fields(preamble):
        value = getattr(preamble, one.name)
        if isinstance(value, Found):
            found.append(value)
        elif isinstance(value, tuple):
            found.extend(value)
    return found


@settings(max_examples=400)
@given(TEXTS, st.none() | st.integers(1966, 2010))
def test_any_text(text: str, year: int | None) -> None:
    preamble = read_preamble(text, year=year, own_mrn="09TIRANA9901")
    assert 0 <= preamble.end <= len(text)
    assert all(0 <= found.start <= found.end <= len(text) for found in spans(preamble))
    assert read_preamble(text, year=year, own_mrn="09TIRANA9901") == preamble
    for found in (*preamble.classified_by, *preamble.passing, *preamble.handling):
        printed = "".join(text[found.start : found.end].split())
        assert found.is_repaired or printed == "".join(found.value.split())


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param(unit, id=repr(unit))
        for unit in (
            *(
                "A",
                "A ",
                "A.",
                "A. ",
                "A-",
                "(",
                "( ",
                "\n",
                " \n",
                " ",
                ":",
                "-",
                "/",
                "¶",
                "0",
                "9 ",
            ),
            *(
                "A A\n",
                "TAGS: ",
                "SUBJECT: (C) ",
                "REF: ",
                "REF: A. ",
                "CLASSIFIED BY ",
                "E.O. 12958: ",
            ),
            *("PREL", "PREL, ", "PREL,\n", "KDEMAF", "OVIP (", "OVIP EXAMPLE, "),
            *("ROME 1 ", "ROME 1, ", "1,", "08 ", "A.A.", "ROME ", "(NOTAL)", "E-MAIL ", "B. B) "),
            *(
                "Ann ",
                "Ann\n",
                "de la ",
                "1.4 (b) ",
                "b,",
                "and ",
                "REA\n\n",
                "U N C L A S ",
                "DECL: ",
            ),
            *(
                "TIRANA 00009901 001 OF 002 ",
                "PAGE 02 TIRANA 09901 ",
                "00009901 001 OF ",
                "1/1/",
                "JAN ",
            ),
        )
    ],
)
@pytest.mark.parametrize(
    "lead", ["", "TAGS: ", "SUBJECT: ", "REF: ", "E.O. 12958: ", "Classified By: "]
)
@pytest.mark.timeout(10)
def test_only_the_window_counts(lead: str, unit: str) -> None:
    text = lead + unit * (1_000_000 // len(unit))
    end = read_preamble(text, year=2009).end
    assert not text[WINDOW:end].strip()
