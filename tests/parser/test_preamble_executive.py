"""The executive order and the date of declassification."""

import pytest

from parser._preamble import read_preamble

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


@pytest.mark.parametrize(
    ("text", "date", "rest"),
    [
        pytest.param(
            "E.O. 12958: DECL: 04/13/2019", "2019-04-13", None, id="E.O. 12958: DECL: 04/13/2019"
        ),
        pytest.param(
            "E.O. 12958: DECL: 6/30/08", "2008-06-30", None, id="E.O. 12958: DECL: 6/30/08"
        ),
        pytest.param(
            "E.O. 12958: DECL: 2014/01/07", "2014-01-07", None, id="E.O. 12958: DECL: 2014/01/07"
        ),
        pytest.param(
            "E.O. 12958: DECL: AFTER HARBOR TREATY",
            None,
            "AFTER HARBOR TREATY",
            id="E.O. 12958: DECL: AFTER HARBOR TREATY",
        ),
        pytest.param("E.O. 12958: DECL: OADR", None, "OADR", id="E.O. 12958: DECL: OADR"),
        pytest.param("E.O. 12958: DECL: X1, X5", None, "X1, X5", id="E.O. 12958: DECL: X1, X5"),
        pytest.param("E.O. 12958: N/A", None, "N/A", id="E.O. 12958: N/A"),
        pytest.param("E.O.12958:N/A", None, "N/A", id="E.O.12958:N/A"),
        pytest.param(
            "E.O. 1295: DECL: 04/13/2019", "2019-04-13", None, id="E.O. 1295: DECL: 04/13/2019"
        ),
        pytest.param(
            "E.O. 12065: GDS 11/15/85 (DOE, JOHN)",
            "1985-11-15",
            "GDS 11/15/85 (DOE, JOHN)",
            id="E.O. 12065: GDS 11/15/85 (DOE, JOHN)",
        ),
        pytest.param(
            "E.O. 12065: RDS-3 11/15/85 (DOE, JOHN)",
            "1985-11-15",
            "RDS-3 11/15/85 (DOE, JOHN)",
            id="a code that ends in a digit",
        ),
        pytest.param("E.O. 11652: GDS", None, "GDS", id="E.O. 11652: GDS"),
        pytest.param("E.O. 11652: N/A", None, "N/A", id="E.O. 11652: N/A"),
        pytest.param("EO 12958 DECL: 07/02/11", "2011-07-02", None, id="EO 12958 DECL: 07/02/11"),
        pytest.param(
            "E.O. 13526: DECL: 2020/02/01", "2020-02-01", None, id="E.O. 13526: DECL: 2020/02/01"
        ),
        pytest.param(
            "EO 12958: DECL 13 APR 2019", "2019-04-13", None, id="EO 12958: DECL 13 APR 2019"
        ),
        pytest.param(
            "E.O. 12958: DECL: APRIL 13, 2019",
            "2019-04-13",
            None,
            id="E.O. 12958: DECL: APRIL 13, 2019",
        ),
        pytest.param(
            "E.O. 12958: DECL: 04-13-2019", "2019-04-13", None, id="E.O. 12958: DECL: 04-13-2019"
        ),
        pytest.param(
            "E.O. 12958: DECL: 04.13.2019", "2019-04-13", None, id="E.O. 12958: DECL: 04.13.2019"
        ),
        pytest.param(
            "E.O. 12958: DECL: 24/11/2019", "2019-11-24", None, id="E.O. 12958: DECL: 24/11/2019"
        ),
        pytest.param(
            "E.O. 12958: DECL: 02/30/2019", None, "02/30/2019", id="E.O. 12958: DECL: 02/30/2019"
        ),
        pytest.param(
            "E.O. 12958: DECL: 12/31/2O19", "2019-12-31", None, id="E.O. 12958: DECL: 12/31/2O19"
        ),
        pytest.param(
            "E.O. 12958 DECL: 04/13/2019", "2019-04-13", None, id="E.O. 12958 DECL: 04/13/2019"
        ),
        pytest.param(
            "E.O. 12958: DECLASSIFY ON: 04/13/2019",
            "2019-04-13",
            None,
            id="E.O. 12958: DECLASSIFY ON: 04/13/2019",
        ),
        pytest.param("EO12958: DECL:04/13/2019", "2019-04-13", None, id="EO12958: DECL:04/13/2019"),
        pytest.param(
            "E.O. 12958: DECL:\n04/13/2019", "2019-04-13", None, id="E.O. 12958: DECL: / 04/13/2019"
        ),
        pytest.param(
            "E.O. 12958: DECL; 04/13/2019", "2019-04-13", None, id="E.O. 12958: DECL; 04/13/2019"
        ),
        pytest.param(
            "E. O. 12958: DECL: 04/13/2019", "2019-04-13", None, id="E. O. 12958: DECL: 04/13/2019"
        ),
        pytest.param(
            "E.O. 12958,: DECL: 04/13/2019", "2019-04-13", None, id="E.O. 12958,: DECL: 04/13/2019"
        ),
        pytest.param("E.O. 12958: 04/13/2019", "2019-04-13", None, id="E.O. 12958: 04/13/2019"),
        pytest.param("DECL: 04/13/2019", "2019-04-13", None, id="DECL: 04/13/2019"),
        pytest.param(
            "E.O. 12958: DECL: 04/13/19 TAGS: PREL",
            "2019-04-13",
            None,
            id="E.O. 12958: DECL: 04/13/19 TAGS: PREL",
        ),
        pytest.param(
            "E.O. 12958: DECL: 1/1/2019, X1",
            "2019-01-01",
            "1/1/2019, X1",
            id="E.O. 12958: DECL: 1/1/2019, X1",
        ),
        pytest.param(
            "E.O. 12958: DECL: 20190413", "2019-04-13", None, id="E.O. 12958: DECL: 20190413"
        ),
        pytest.param(
            "E.O. 12958: DECL: 04/13/2019 (25 YEARS)",
            "2019-04-13",
            "04/13/2019 (25 YEARS)",
            id="E.O. 12958: DECL: 04/13/2019 (25 YEARS)",
        ),
        pytest.param(
            "E.O. 12958: DECL: UPON CLOSURE OF THE\nHARBOR OFFICE\nTAGS: PREL",
            None,
            "UPON CLOSURE OF THE HARBOR OFFICE",
            id="E.O. 12958: DECL: UPON CLOSURE OF THE / HARBOR OFFICE / TAGS",
        ),
        pytest.param("E.O. 12356: DECL: OADR", None, "OADR", id="E.O. 12356: DECL: OADR"),
        pytest.param(
            "e.o. 12958: decl: 04/13/2019", "2019-04-13", None, id="e.o. 12958: decl: 04/13/2019"
        ),
        pytest.param(
            "E.O. 12958: DECL: 04/13 /2019", "2019-04-13", None, id="E.O. 12958: DECL: 04/13 /2019"
        ),
        pytest.param(
            "E.O. 12958: DECL: 04/132019", "2019-04-13", None, id="E.O. 12958: DECL: 04/132019"
        ),
        pytest.param(
            "E.O. 12958: DECL: 0413/2019", "2019-04-13", None, id="E.O. 12958: DECL: 0413/2019"
        ),
        pytest.param("E.O. 12958: DECL: //2019", None, "//2019", id="E.O. 12958: DECL: //2019"),
        pytest.param(
            "E.O. 12958: DECL: 04/13/2019\nTAGS: PREL",
            "2019-04-13",
            None,
            id="E.O. 12958: DECL: 04/13/2019 / TAGS: PREL",
        ),
        pytest.param(
            "E.O. 12958: DECL: 4/13/2019.", "2019-04-13", None, id="E.O. 12958: DECL: 4/13/2019."
        ),
        pytest.param("E.O. 12958: DECL: 1.6X6", None, "1.6X6", id="E.O. 12958: DECL: 1.6X6"),
        pytest.param(
            "E.O. 12958: DECL: 25X1-HUMAN", None, "25X1-HUMAN", id="E.O. 12958: DECL: 25X1-HUMAN"
        ),
        pytest.param("E.O. 12958: DECL: MR", None, "MR", id="E.O. 12958: DECL: MR"),
        pytest.param(
            "E.O. 12958: DECL: 04/13/2019 DECL: 05/13/2019",
            "2019-04-13",
            None,
            id="E.O. 12958: DECL: 04/13/2019 DECL: 05/13/2019",
        ),
        *(
            pytest.param(f"E.O. 12958: DECL: 13 {name} 2019", f"2019-{number:02}-13", None, id=name)
            for number, name in enumerate(MONTHS, 1)
        ),
        pytest.param("E.O. 12958: DECL: 04/O1/2019", "2019-04-01", None, id="letter O in the day"),
        pytest.param("E.O. 12958: DECL: O4/13/2019", "2019-04-13", None, id="letter O in front"),
        pytest.param("E.O. 12958: DECL: 4/13/69", "2069-04-13", None, id="year of this century"),
        pytest.param("E.O. 12958: DECL: 4/13/70", "1970-04-13", None, id="year of the last"),
        pytest.param("E.O. 12958: DECL: 12/12/2019", "2019-12-12", None, id="day and month alike"),
        pytest.param("E.O. 12958: DECL: 13/13/2019", None, "13/13/2019", id="no month"),
        *(
            pytest.param(
                f"E.O. 12958: DECL: {word} THE\nFAIR\nTAGS: PREL", None, f"{word} THE FAIR", id=word
            )
            for word in ("AFTER", "UPON", "ON", "WHEN", "DATE", "AT", "UNTIL")
        ),
        pytest.param(
            "E.O. 12958: DECL: AFTER IT\nSIPDIS\nTAGS: PREL", None, "AFTER IT", id="caption below"
        ),
        pytest.param(
            "E.O. 12958: DECL: AFTER IT\nSTATE FOR EUR", None, "AFTER IT", id="passing line below"
        ),
        pytest.param(
            "E.O. 12958: DECL: IT,\nAND FAIR\nTAGS: PREL",
            None,
            "IT, AND FAIR",
            id="comma at the end",
        ),
        pytest.param("E.O. 12958: DECL: MR\nBOATS\nTAGS: PREL", None, "MR", id="text below"),
    ],
)
def test_declassification(text: str, date: str | None, rest: str | None) -> None:
    preamble = read_preamble(f"{text}\n\n1. (U) Text")
    found, words = preamble.declassify_on, preamble.declassify_text
    assert (found.value.isoformat() if found else None) == date
    assert (words.value if words else None) == rest


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("E.O. 12958: N/A", "12958", id="plain"),
        pytest.param("EO 13526 DECL: 2020/02/01", "13526", id="no stops, no colon"),
        pytest.param("E.O. 1295: DECL: OADR", "1295", id="a digit lost"),
        pytest.param("DECL: OADR", None, id="no order"),
        pytest.param("Classified By: Ann Example, E.O. 12958, Reasons: 1.4(b)", None, id="cited"),
    ],
)
def test_number(text: str, number: str | None) -> None:
    found = read_preamble(text).executive_order
    assert (found.value if found else None) == number
