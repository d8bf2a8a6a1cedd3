from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parser import canonical_mrn

PEER_CASES = Path(__file__).parents[3] / "shared/reference/peer-cases.jsonl"

WITH_YEAR = [
    pytest.param("09TIRANA9901", "09TIRANA9901", id="canonical"),
    pytest.param("09tirana009901", "09TIRANA9901", id="lower case and zeros"),
    pytest.param("#09TIRANA9901", "09TIRANA9901", id="as a hash tag"),
    pytest.param("08 STATE 00009912", "08STATE9912", id="with spaces"),
    pytest.param("2008 STATE 9912", "08STATE9912", id="four-digit year"),
    pytest.param("1988 STATE 9912", "88STATE9912", id="four-digit year of the last century"),
    pytest.param("STATE (08) 9912", "08STATE9912", id="year in brackets before the serial"),
    pytest.param("STATE 9912 (2008)", "08STATE9912", id="year in brackets after the serial"),
    pytest.param("STATE 9912 (08)", "08STATE9912", id="two-digit year in brackets at the end"),
    pytest.param("STATE 09912/08", "08STATE9912", id="year after a slash"),
    pytest.param("STATE 9912-08", "08STATE9912", id="year after a hyphen"),
    pytest.param("STATE 9912, 2008", "08STATE9912", id="year after a comma"),
    pytest.param("STATE 9912 OF 2008", "08STATE9912", id="year after OF"),
    pytest.param("STATE 08-9912", "08STATE9912", id="year and hyphen before the serial"),
    pytest.param("08-STATE-9912", "08STATE9912", id="hyphens everywhere"),
    pytest.param("08 STATE 9912 SECTION 01 OF 02", "08STATE9912", id="section behind"),
    pytest.param("09TIRANA9901.html", "09TIRANA9901", id="file name of a page"),
    pytest.param("https://x.example/cable.php?id=09TIRANA9901", "09TIRANA9901", id="query"),
    pytest.param("STATE 9912 08", "08STATE9912", id="year after a space"),
    pytest.param("008 ROME 9903", "08ROME9903", id="three-digit year"),
    pytest.param("O8 ROME 9903", "08ROME9903", id="letter O in the year"),
    pytest.param("08 ROME O151", "08ROME151", id="letter O in the serial"),
    pytest.param("08ROME9O3", "08ROME903", id="letter O inside the serial"),
    pytest.param("08 COTON0U 12", "08COTONOU12", id="digit 0 in the station"),
    pytest.param("08 0TTAWA 12", "08OTTAWA12", id="digit 0 before the station"),
    pytest.param("08 SECSTATE 9912", "08STATE9912", id="SECSTATE"),
    pytest.param("08 SECSTATE WASHDC 9912", "08STATE9912", id="SECSTATE WASHDC"),
    pytest.param("06 HCMC 91", "06HOCHIMINHCITY91", id="abbreviation"),
    pytest.param("06CONGENMILAN12", "06MILAN12", id="CONGEN glued in"),
    pytest.param("06BAKUU12", "06BAKU12", id="letter twice in a short name"),
    pytest.param("06SUVAFJ12", "06SUVA12", id="code of the country glued on"),
    pytest.param("06MAPUTOMOZAMBIQUE12", "06MAPUTO12", id="country glued on"),
    pytest.param("06SUVAAL12", "06SUVAAL12", id="another country's code"),
    pytest.param("06KABL12", "06KABUL12", id="short name without a letter"),
    pytest.param("08 L0ND0N 12", "08LONDON12", id="digits for letters"),
    pytest.param("08 Z0RN BAY 12", "08ZORNBAY12", id="digit in a station that is not known"),
    pytest.param("TIRANA 07 124", "07TIRANA124", id="year before the serial"),
    pytest.param("06 USEU 12", "06USEUBRUSSELS12", id="USEU"),
    pytest.param("06USUN34", "06USUNNEWYORK34", id="USUN"),
    pytest.param("09SECTION01OF03TIRANA9901", "09TIRANA9901", id="section words glued in"),
    pytest.param("09SECTIN02OF02ROME99", "09ROME99", id="misspelt section words glued in"),
    pytest.param("09SECTIKN01OF02ROME99", "09ROME99", id="garbled section words glued in"),
    pytest.param("0901OF02ROME99", "09ROME99", id="section numbers alone glued in"),
    pytest.param("09EFTOLONDON9901", "09LONDON9901", id="EFTO glued in"),
    pytest.param("09AMEMBASSYHANOI991", "09HANOI991", id="AMEMBASSY glued in"),
    pytest.param("85NOFORNROME99", "85ROME99", id="caption glued in"),
    pytest.param("07SIFIEDROME99", "07ROME99", id="rest of a caption glued in"),
    pytest.param("06ROME009901ZFR9901", "06ROME9901", id="operating signal glued on"),
    pytest.param("07OSLO009902ZDK991", "07OSLO9902", id="other operating signal glued on"),
    pytest.param("90STATE255001TOSEC140001", "90STATE255001", id="second series glued on"),
    pytest.param("08ACCRA009901SUSPECTEDDUPLICATE9909", "08ACCRA9909", id="last serial counts"),
    pytest.param("7575LIBREVILLE99", "75LIBREVILLE99", id="year doubled"),
    pytest.param("09BAU99", "09BAKU99", id="alias for a lost letter"),
    pytest.param("07QXICO99", "07MEXICO99", id="alias for wrong letters"),
    pytest.param("09TIRANA9901_a", "09TIRANA9901", id="suffix of PlusD"),
    pytest.param("1978NEWDE08399", "78NEWDELHI8399", id="document number of the 1970s"),
    pytest.param("1975STATE152120_b", "75STATE152120", id="the same with a suffix"),
    pytest.param("/cable/2009/04/09TIRANA9901.html", "09TIRANA9901", id="address"),
    pytest.param("https://example.org/cable/2009/04/09TIRANA9901", "09TIRANA9901", id="no .html"),
    pytest.param("https://x.example/plusd/cables/09TIRANA9901_a.html", "09TIRANA9901", id="PlusD"),
    pytest.param("08 PORT-AU-PRINCE 12", "08PORTAUPRINCE12", id="hyphens in the station"),
    pytest.param("08 N'DJAMENA 12", "08NDJAMENA12", id="apostrophe in the station"),
    pytest.param("08 ST. PETERSBURG 12", "08STPETERSBURG12", id="dot in the station"),
    pytest.param("08 U.S. MISSION GENEVA 12", "08GENEVA12", id="mission with dots"),
    pytest.param("08 ROME 99 (NOTAL)", "08ROME99", id="remark in brackets"),
    pytest.param("08 ROME 99 EXDIS", "08ROME99", id="caption behind"),
    pytest.param("08 ROME 99 AND PREVIOUS", "08ROME99", id="and previous"),
    pytest.param("09TAIPEI12", "09AITTAIPEI12", id="two names of one post"),
    pytest.param("95KIEV12", "95KYIV12", id="old name"),
    pytest.param("08WELLINGTOM12", "08WELLINGTON12", id="one wrong letter"),
    pytest.param("08MONTREALL12", "08MONTREAL12", id="one letter too many"),
    pytest.param("08MONTREL12", "08MONTREAL12", id="one letter missing"),
    pytest.param("08COTONO12", "08COTONOU12", id="NO is part of the name"),
    pytest.param("08KIEVUP12", "08KYIV12", id="old name, and the code of the country"),
    pytest.param("08CDJUAREZ12", "08CIUDADJUAREZ12", id="one word of a name abbreviated"),
    pytest.param("08SKOPE12", "08SKOPJE12", id="one letter of six missing"),
    pytest.param("08KABLU12", "08KABUL12", id="two letters of five exchanged"),
    pytest.param("08OUAGADUGU12", "08OUAGADOUGOU12", id="two letters of a long name"),
    pytest.param("08QRIPOLI12", "08TRIPOLI12", id="wrong first letter"),
    pytest.param("08SECTION03OF03QRIPOLI12", "08TRIPOLI12", id="the same behind section words"),
    pytest.param("08MONTE12", "08MONTE12", id="the beginning of two posts"),
    pytest.param("08YEKATERINB12", "08YEKATERINBURG12", id="cut off"),
    pytest.param("08FREEDONIA12", "08FREEDONIA12", id="unknown station kept"),
    pytest.param("02USDA FAS 57863", "02USDAFAS57863", id="agency"),
    pytest.param("06ROMEO151", "06ROME151", id="letter O run on between station and serial"),
    pytest.param("06AMEMBASSYHK12", "06HONGKONG12", id="two letters behind a glued title"),
    pytest.param("06CONFIDENTIALROME12", "06ROME12", id="level glued in"),
    pytest.param("06ROMEWASHDC12", "06ROME12", id="WASHDC glued on"),
    pytest.param("06COLOMBOSRILANKA12", "06COLOMBO12", id="country of two words glued on"),
    pytest.param("66ROME12", "66ROME12", id="first year of the archives"),
    pytest.param("10ROME12", "10ROME12", id="last year of the archives"),
]

WITHOUT_YEAR = [
    pytest.param("TIRANA 9901", "09TIRANA9901", id="post and serial"),
    pytest.param("HK09911", "09HONGKONG9911", id="glued"),
    pytest.param("BAGHDAD #9965", "09BAGHDAD9965", id="number sign"),
    pytest.param("STATE: 9912", "09STATE9912", id="colon"),
    pytest.param("997 Ulaanbaatar", "09ULAANBAATAR997", id="serial first"),
    pytest.param("RIO\n\nDE JANEIRO 99", "09RIODEJANEIRO99", id="over two lines"),
    pytest.param("EMBASSY VIENNA 1450", "09VIENNA1450", id="embassy before"),
    pytest.param("08 STATE 9912", "08STATE9912", id="its own year wins"),
    pytest.param("(A) STATE 9912", "09STATE9912", id="enumerator in brackets"),
    pytest.param("A. STATE 9912", "09STATE9912", id="enumerator and dot"),
    pytest.param("SECTION 01 OF 03 TIRANA 9901", "09TIRANA9901", id="section before"),
    pytest.param("USDEL SECRETARY 3", "09PARTO3", id="travelling Secretary"),
    pytest.param("STATE/9912", "09STATE9912", id="slash"),
    pytest.param("STATE-9912", "09STATE9912", id="hyphen"),
]

NO_ID = [
    "",
    "hello",
    "092OF5",
    "06ASTANA",
    "09ROME",
    "09ROME0",
    "09ROME1234567",
    "34ROME5",
    "TELCON",
    "SECDEF 301601Z SEP 08",
    "301601Z SEP 08",
    "16 SEP 08",
    "IIR 6 876 0012 09",
    "UNSCR 1737",
    "9 FAM 41.2",
    "TD-314/00012-09",
    "FBIS 1234",
    "SMITH-JONES E-MAIL 04/12/2009",
    "TIRANA 00009901 002 OF 004",
    "09MEXICO1055#3",
    "11ROME12",
    "65ROME12",
    "x" * 100_000,
    "09" + "A" * 100 + "1",
]


@pytest.mark.parametrize(("printed", "mrn"), WITH_YEAR)
def test_year_printed(printed, mrn):
    assert canonical_mrn(printed) == mrn
    assert canonical_mrn(printed, year=1999) == mrn


@pytest.mark.parametrize(("printed", "mrn"), WITHOUT_YEAR)
def test_year_of_the_citing_cable(printed, mrn):
    assert canonical_mrn(printed, year=2009) == mrn
    assert canonical_mrn(printed, year=9) == mrn


def test_no_year_at_all():
    assert canonical_mrn("TIRANA 9901") is None


@pytest.mark.parametrize("text", NO_ID, ids=lambda text: text[:30] or "empty")
def test_no_id(text):
    assert canonical_mrn(text, year=2009) is None


@given(st.text(max_size=60), st.integers(1966, 2010) | st.none())
def test_canonical_ids_stay_as_they_are(text, year):
    mrn = canonical_mrn(text, year=year)
    if mrn is not None:
        assert canonical_mrn(mrn) == mrn


@given(st.text(alphabet="09OF AB/-()Z:", max_size=120))
def test_any_arrangement_is_read_or_refused(text):
    mrn = canonical_mrn(text, year=2009)
    assert mrn is None or canonical_mrn(mrn) == mrn


@pytest.mark.skipif(not PEER_CASES.exists(), reason="needs ../shared")
def test_cases_of_the_earlier_parser():
    cases = [json.loads(line) for line in PEER_CASES.read_text(encoding="utf-8").splitlines()]
    cases = [case for case in cases if case["kind"] == "mrn"]
    assert cases
    wrong = [case for case in cases if canonical_mrn(case["input"]) != case["expected"]]
    assert wrong == []
