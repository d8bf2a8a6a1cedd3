from __future__ import annotations

import pytest

from parser import DamagedSourceError, SourceError
from parser._carriers import telegram
from parser._read import read_records

FIRST = """VZCZCXRO0001
OO RUEHC
DE RUEHTI #9901/01 1040605
ZNY CCCCC ZZH
O 140605Z APR 09
FM AMEMBASSY TIRANA
TO RUEHC/SECSTATE WASHDC IMMEDIATE 4821

C O N F I D E N T I A L TIRANA 009901

1. (C) The lighthouse is closed."""
SECOND = FIRST.replace("0001", "0002").replace("9901", "9902").replace("140605Z", "150605Z")
BARE = FIRST[FIRST.index("O 1406") :]
BARE_SECOND = SECOND[SECOND.index("O 1506") :]

LETTER = "From: Ann\nSubject: the quay\n\nHere it is, as I promised:"

FILES = [
    pytest.param(f"{FIRST}\n\n{SECOND}\n", [FIRST, SECOND], id="VZCZC lines"),
    pytest.param(
        f"{FIRST}\nNNNN\n\n{SECOND}\nNNNN\n", [f"{FIRST}\nNNNN", f"{SECOND}\nNNNN"], id="NNNN"
    ),
    pytest.param(f"{BARE}\n\n{BARE_SECOND}", [BARE, BARE_SECOND], id="date-time groups"),
    pytest.param(
        f"{BARE}\nNNNN\n\nC O N F I D E N T I A L ROME 000002\n\n1. x",
        [f"{BARE}\nNNNN", "C O N F I D E N T I A L ROME 000002\n\n1. x"],
        id="no header",
    ),
    pytest.param(f"{FIRST}\n\n{FIRST}", [f"{FIRST}\n\n{FIRST}"], id="header twice"),
    pytest.param(f"{BARE}\n\n{BARE}", [f"{BARE}\n\n{BARE}"], id="bare header twice"),
    pytest.param(
        f"{FIRST}\nNNNN\n\nSee the file.\n", [f"{FIRST}\nNNNN\n\nSee the file."], id="remark"
    ),
    pytest.param(f"\n\n{FIRST}\n" * 1, [FIRST], id="one"),
    pytest.param(f"{LETTER}\n\n{FIRST}\n", [f"{LETTER}\n\n{FIRST}"], id="letter above"),
    pytest.param(
        f"{LETTER}\n\n{FIRST}\n\n{SECOND}\n", [f"{LETTER}\n\n{FIRST}", SECOND], id="above two"
    ),
    pytest.param(
        f"> {BARE}".replace("\n", "\n> "), [f"> {BARE}".replace("\n", "\n> ")], id="forwarded"
    ),
    pytest.param(f"TAGS: PREL\n\n{FIRST}", ["TAGS: PREL", FIRST], id="a telegram above"),
    pytest.param(f"UNCLAS ROME\n\n{FIRST}", ["UNCLAS ROME", FIRST], id="a level above"),
    pytest.param(f"1. (C) It is.\n\n{FIRST}", ["1. (C) It is.", FIRST], id="a paragraph above"),
    pytest.param(
        f"{'long ' * 500}\n\n{FIRST}", [("long " * 500).rstrip(" ") + " ", FIRST], id="long above"
    ),
    pytest.param(f"{FIRST}{SECOND}", [FIRST, SECOND], id="one ran into the other"),
    pytest.param(f"{FIRST} {SECOND}", [f"{FIRST} ", SECOND], id="a space between"),
    pytest.param(f"{FIRST}\nNNNN{SECOND}", [f"{FIRST}\nNNNN", SECOND], id="behind the NNNN"),
    pytest.param(f"\ufeff{FIRST}\n\ufeff{SECOND}", [FIRST, SECOND], id="byte order marks"),
    pytest.param(f"{FIRST}\n\n\n\n{FIRST}", [f"{FIRST}\n\n\n\n{FIRST}"], id="the same again"),
    pytest.param(
        f"{FIRST} See VZCZCXRO0002\nfor more.", [f"{FIRST} See VZCZCXRO0002\nfor more."], id="cited"
    ),
]


@pytest.mark.parametrize(("source", "texts"), FILES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_telegrams(source, texts, line_end):
    records = list(read_records(source.replace("\n", line_end).encode()))
    assert [record.text for record in records] == texts
    places = [f"telegram {n}" for n in range(1, len(texts) + 1)] if len(texts) > 1 else [None]
    assert [record.position for record in records] == places


BEGINNINGS = [
    pytest.param("VZCZCXYZ0000\nPP RUEHC\n", id="VZCZC"),
    pytest.param("DE RUEHTI #9901/01 1040605\nO 140605Z APR 09\n", id="DE"),
    pytest.param("O P 140605Z APR 09\nFM AMEMBASSY TIRANA\n", id="precedence and time"),
    pytest.param("140605Z APR 09\n\nUNCLAS\n", id="time alone"),
    pytest.param("C O N F I D E N T I A L SECTION 01 OF 04 TIRANA 009901\n", id="classification"),
    pytest.param("UNCLAS TIRANA 009901\n", id="unspaced classification"),
    pytest.param("S e c r e t Tirana 009901\n", id="mixed case"),
    pytest.param("E.O. 12958: N/A\nTAGS: PREL\n", id="executive order"),
    pytest.param("LIMITED OFFICIAL USE TIRANA 009901\n", id="limited official use"),
    pytest.param("T O P S E C R E T TIRANA 009901\n", id="top secret"),
    pytest.param("TAGS: PREL AL\nSUBJECT: QUAYS\n", id="tags"),
    pytest.param("This record is a partial extract of the original cable.\n", id="notice"),
    pytest.param("\n\n   \nVZCZCXYZ0000\nPP RUEHC\n", id="blank lines first"),
]


@pytest.mark.parametrize("source", BEGINNINGS)
def test_what_a_telegram_begins_with(source):
    (record,) = read_records(f"{source}\n1. The quay.\n".encode())
    assert record.metadata.carrier == "telegram"


@pytest.mark.parametrize(
    "source",
    ["Secret gardens\nof the world\n", "Dear Ann,\nthe year 2009.\n", "<p>SUBJECT: x</p>", "{}"],
)
def test_what_is_no_telegram(source):
    with pytest.raises(SourceError):
        list(read_records(source.encode()))


def section(number, *, serial="9901", time="140605Z", station="RUEHTI", mark="000"):
    return f"""VZCZCXRO{mark}{number}
OO RUEHC
DE {station} #{serial}/{number:02} 1040605
ZNY CCCCC ZZH
O {time} APR 09
FM AMEMBASSY TIRANA
TO SECSTATE WASHDC 4821

C O N F I D E N T I A L SECTION {number:02} OF 03 TIRANA 009901

{number}. (C) The lighthouse is closed.
NNNN

"""


SECTIONS = [
    pytest.param([section(1), section(2), section(3)], [3], id="all of one"),
    pytest.param([section(1), section(2), section(1, serial="9902")], [2, 1], id="another serial"),
    pytest.param([section(1), section(2, time="140606Z")], [1, 1], id="another time"),
    pytest.param([section(1), section(2, station="RUEHRO")], [1, 1], id="another station"),
    pytest.param(
        [section(1), section(1, serial="9902", mark="100"), section(2)],
        [1, 1, 1],
        id="another between them",
    ),
    pytest.param(
        [section(1).replace("ZNY CCCCC ZZH\n", ""), section(2)], [2], id="without a line of it"
    ),
    pytest.param(
        [section(1), section(2).replace("#9901/02", "9901/02")], [2], id="without the sign"
    ),
]


@pytest.mark.parametrize(("pieces", "sizes"), SECTIONS)
def test_sections_sent_one_by_one_are_one_telegram(pieces, sizes):
    records = list(read_records("".join(pieces).encode()))
    assert [record.text.count("SECTION") for record in records] == sizes
    assert "\n\n".join(record.text for record in records).split() == "".join(pieces).split()


@pytest.mark.parametrize(("room", "sizes"), [(0, [1, 1]), (1, [2])], ids=["one beyond", "at it"])
def test_sections_are_put_together_up_to_a_bound(monkeypatch, room, sizes):
    both = section(1) + section(2)
    monkeypatch.setattr(telegram, "LONGEST_DOCUMENT", len(both) - 1 + room)
    records = list(read_records(both.encode()))
    assert [record.text.count("SECTION") for record in records] == sizes


def test_a_telegram_past_all_bounds_is_left_out_and_told(monkeypatch):
    monkeypatch.setattr(telegram, "LONGEST_DOCUMENT", 1000)
    twice = f"{FIRST}\n\n{FIRST}\n\n{FIRST}\n\n{FIRST}\n\n{FIRST}\n\n"  # its header stands again
    records = read_records(f"{twice}{SECOND}".encode())
    assert next(records).text == SECOND
    with pytest.raises(DamagedSourceError, match="which no cable is; it was left out"):
        next(records)


def test_a_single_telegram_past_all_bounds(monkeypatch):
    monkeypatch.setattr(telegram, "LONGEST_DOCUMENT", len(FIRST) - 1)
    with pytest.raises(DamagedSourceError, match="which no cable is; it was left out"):
        list(read_records(FIRST.encode()))


SIGNS = [
    pytest.param("VZCZCXRO0001\nOO RUEHC", True, id="VZCZC"),
    pytest.param("x" * 17_000 + "\nVZCZCXRO0001\nOO RUEHC", False, id="far behind the start"),
    pytest.param("x" * 16_000 + "\nVZCZCXRO0001\nOO RUEHC", True, id="near enough"),
    pytest.param("VZCZCXRO0001\0", False, id="binary"),
    pytest.param("<pre>\nVZCZCXRO0001", False, id="HTML"),
    pytest.param("<?xml?>\nVZCZCXRO0001", False, id="XML"),
    pytest.param(" <!-- x -->\nVZCZCXRO0001", False, id="a comment"),
    pytest.param("< VZCZC\nVZCZCXRO0001", True, id="a sign that begins no markup"),
    pytest.param("  \tSUBJ: x", True, id="indented"),
    pytest.param("E. O. 12958", True, id="executive order, spaced"),
    pytest.param("TAG; x", True, id="a semicolon"),
    pytest.param("S E C R E T", True, id="a spaced level"),
    pytest.param("SECRET", False, id="a level without a number"),
    pytest.param("SECRET / NOFORN ROME 000012", True, id="a level, a caption, a number"),
    pytest.param("The SUBJECT: x", False, id="not at the start of a line"),
    pytest.param("DE RUEHC 1", True, id="a station"),
    pytest.param("DE BONIS 1", False, id="a name"),
]


@pytest.mark.parametrize(("head", "is_telegram"), SIGNS)
def test_signs(head, is_telegram):
    assert telegram.matches(head.encode()) is is_telegram
