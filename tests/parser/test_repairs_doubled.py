"""Records of the site's data base inside a body, doubled headers, second cables."""

from __future__ import annotations

import pytest

from parser._repairs.doubled import find_records, mend_doubled, split_second_cables

HEADER = "O 140605Z APR 09\nFM AMEMBASSY TIRANA\nTO AMEMBASSY ROME\n"
FIELDS = ("99", "2009-04-14 06:05:00", "09TIRANA9901", "Embassy Tirana", "CONFIDENTIAL")
RECORD = "\t".join(FIELDS) + "\t"
DATED = "99  2009-04-14  09TIRANA9901  Embassy Tirana  CONFIDENTIAL    "
LABELLED = (
    "id: 99\ndate: 4/14/2009 6:05\nrefid: 09TIRANA9901\norigin: Embassy Tirana\n"
    "classification: CONFIDENTIAL\ndestination: 09ROME12|09STATE13\nheader:\n"
)
BRACKETED = "<<99>>\n4/14/2009 6:05\n09TIRANA9901\nEmbassy Tirana\nCONFIDENTIAL\n\n"
TITLE = "TAGS: PREL AL\nSUBJECT: LIGHTHOUSE FESTIVAL AND\n"
ENDS = "\n\n----------------- header ends ----------------\n\n"
COPY = "> \n@@@OASYS@@@ \n\nFM AMEMBASSY TIRANA\n\nUNCLAS TIRANA 009901 \n\nThe port.\n"


def mended(text: str) -> str:
    for edit in reversed(mend_doubled(text)):
        text = text[: edit.start] + edit.after + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("text", "references"),
    [
        pytest.param("\t".join(FIELDS) + "\t", (), id="tabs"),
        pytest.param("\n".join(FIELDS) + "\n", (), id="lines"),
        pytest.param(" \\\n".join(FIELDS) + " \\\n", (), id="backslashes"),
        pytest.param(RECORD + "09ROME12\t", ("09ROME12",), id="a reference"),
        pytest.param(RECORD + "09ROME12|09STATE13\t", ("09ROME12", "09STATE13"), id="references"),
    ],
)
def test_a_record(text: str, references: tuple[str, ...]) -> None:
    [record] = find_records(f"The port.\n{text}It closed.")
    assert (record.id, record.reference_id, record.origin, record.classification) == (
        "99",
        "09TIRANA9901",
        "Embassy Tirana",
        "CONFIDENTIAL",
    )
    assert record.created.isoformat() == "2009-04-14T06:05:00+00:00"
    assert record.references == references


@pytest.mark.parametrize(
    ("text", "created", "references"),
    [
        pytest.param(DATED, "2009-04-14T00:00:00+00:00", (), id="a date and runs of spaces"),
        pytest.param(
            LABELLED, "2009-04-14T06:05:00+00:00", ("09ROME12", "09STATE13"), id="names and lines"
        ),
        pytest.param(BRACKETED, "2009-04-14T06:05:00+00:00", (), id="an id in brackets"),
    ],
)
def test_a_record_of_another_form(text: str, created: str, references: tuple[str, ...]) -> None:
    [record] = find_records(f"The port...\n\n\n{text}It closed.{ENDS}")
    assert (record.id, record.reference_id, record.origin, record.classification) == (
        "99",
        "09TIRANA9901",
        "Embassy Tirana",
        "CONFIDENTIAL",
    )
    assert (record.created.isoformat(), record.references) == (created, references)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\t".join(FIELDS[1:]) + "\t", id="no id"),
        pytest.param("x " + RECORD, id="inside a line"),
        pytest.param(RECORD.replace("04-14", "02-30"), id="no date"),
        pytest.param(RECORD.replace("CONFIDENTIAL", "QUIET"), id="no level"),
        pytest.param(RECORD.replace(":00", ""), id="no seconds"),
    ],
)
def test_what_is_no_record(text: str) -> None:
    ids = [record.id for record in find_records(text)]
    assert ids == ([None] if text.startswith("2009") else [])


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param(f"{RECORD}{HEADER}\nThe port.", f"{HEADER}\nThe port.", id="record alone"),
        pytest.param(
            f"{RECORD}{HEADER}\tThe port.", f"{HEADER}\n\nThe port.", id="body behind a tab"
        ),
        pytest.param(
            f"{HEADER}\n{RECORD}{HEADER}\nThe port.", f"{HEADER}\n\n\nThe port.", id="header again"
        ),
        pytest.param(
            f"{HEADER}\n{RECORD}{HEADER}\tThe port.",
            f"{HEADER}\n\n\nThe port.",
            id="again, and a tab",
        ),
        pytest.param(f"{HEADER}\n{HEADER}\nThe port.", f"{HEADER}\n\nThe port.", id="no record"),
        pytest.param(
            f"{HEADER}\nAnn.\n{HEADER}\nBob.", f"{HEADER}\nAnn.\n{HEADER}\nBob.", id="text between"
        ),
        pytest.param(f"{DATED}The port.", "The port.", id="record with a date only"),
        pytest.param(
            f"{HEADER.rstrip()}{LABELLED}{HEADER}{ENDS}The port.",
            f"{HEADER.rstrip()}\n\nThe port.",
            id="names, right behind the header",
        ),
        pytest.param(
            f"{LABELLED}{HEADER}{ENDS}The port.",
            f"{HEADER.rstrip()}\n\nThe port.",
            id="names, and the only header",
        ),
        pytest.param(
            f"{HEADER}\n{BRACKETED}{HEADER}{TITLE}\nThe port.",
            f"{HEADER}\n\nThe port.",
            id="an id in brackets, and TAGS with the header",
        ),
        pytest.param(
            f"{HEADER}\n{HEADER}{TITLE}\nThe port.",
            f"{HEADER}\n{TITLE}\nThe port.",
            id="TAGS without a record",
        ),
        pytest.param(
            f"{HEADER}\nUNCLAS TIRANA 009901\nThe port.\n{COPY}",
            f"{HEADER}\nUNCLAS TIRANA 009901\nThe port.\n> \n",
            id="an earlier copy below",
        ),
        pytest.param(
            f"{HEADER}\nUNCLAS TIRANA 009902\nThe port.\n{COPY}",
            f"{HEADER}\nUNCLAS TIRANA 009902\nThe port.\n{COPY}",
            id="another telegram below",
        ),
        pytest.param(
            "The port was shut \nQThe port was shut \nin May.",
            "The port was shut \nin May.",
            id="a line again behind a Q",
        ),
        pytest.param(
            f"{HEADER}\nThe port was shut\nQThe port was shut\n{COPY.replace('> ', '')}",
            f"{HEADER}\nThe port was shut\n{COPY.replace('> ', '')}",
            id="a line again in a telegram",
        ),
        pytest.param(
            "The port was\nQThe port was shut",
            "The port was\nQThe port was shut",
            id="not the same",
        ),
        pytest.param("It is.\n\nIt is.\n\nBob.", "It is.\n\nIt is.\n\nBob.", id="no header"),
        pytest.param("The port.", "The port.", id="nothing"),
        pytest.param("A\nA\n", "A\nA\n", id="too short a line"),
    ],
)
def test_what_is_taken_out(text: str, plain: str) -> None:
    assert mended(text) == plain


@pytest.mark.parametrize(
    ("own", "second", "parts"),
    [
        pytest.param("09TIRANA9901", "09TIRANA9901", 1, id="the same"),
        pytest.param("09TIRANA9901", "09TIRANA009901", 1, id="the same, with zeros"),
        pytest.param("09TIRANA9901", "09ROME12", 2, id="another"),
        pytest.param(None, "09ROME12", 1, id="the first names itself"),
    ],
)
def test_a_second_cable(own: str | None, second: str, parts: int) -> None:
    text = f"The port.\n{RECORD.replace('09TIRANA9901', second)}It closed."
    found = split_second_cables(text, find_records(text), own)
    assert len(found) == parts
    assert "".join(part.text for part in found) == text
    assert [part.record.reference_id if part.record else None for part in found] == (
        [None, second][:parts]
    )


def test_two_records_of_a_second_cable_are_one_part() -> None:
    other = RECORD.replace("09TIRANA9901", "09ROME12")
    text = f"The port.\n{other}It closed.\n{other}It opened.\n{RECORD}It is."
    found = split_second_cables(text, find_records(text), "09TIRANA9901")
    assert [part.record.reference_id if part.record else None for part in found] == [
        None,
        "09ROME12",
        "09TIRANA9901",
    ]
