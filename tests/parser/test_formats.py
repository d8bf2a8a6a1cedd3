"""Runs the tables of `docs/formats.md`, so that it cannot say what is not so."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import parser
from parser import _errors

PAGE = (Path(__file__).parents[2] / "docs/formats.md").read_text(encoding="utf-8")
LEVEL = "C O N F I D E N T I A L TIRANA 009901\n\n"
BEFORE = f"{LEVEL}E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: QUAYS\n\n"
FRAMES = {
    "Transmission header": f"%s\n\n{LEVEL}SUBJECT: QUAYS\n\n1. (C) The quay is long.",
    "Lines before the text": "%s\n\n1. (C) The quay is long. It is old.",
    "Text": f"{BEFORE}%s",
    "Defects": f"{BEFORE}%s",
}


def table(heading):
    """Return the cells of the table under a heading, without the row of names."""
    part = re.split(rf"^#+ {re.escape(heading)}$", PAGE, flags=re.MULTILINE)[1]
    part = re.split(r"^#", part, maxsplit=1, flags=re.MULTILINE)[0]
    rows = [line for line in part.splitlines() if line.startswith("|")][2:]
    assert rows
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]


def code(cell):
    return cell.removeprefix("`").removesuffix("`").replace("⏎", "\n")


def test_carriers():
    told = [tuple(code(cell) for cell in row[:1]) + tuple(row[1:3]) + (code(row[3]),)
            for row in table("Carriers")]  # fmt: skip
    real = [(c.name, c.title, c.recognised_by, c.example) for c in parser.CARRIERS]
    assert told == real


def test_errors():
    told = {code(row[0]) for row in table("What holds files")}
    family = {error.__name__ for error in parser.SourceError.__subclasses__()}
    assert told == family
    assert all(name in (_errors.__doc__ or "") for name in family)


@pytest.mark.parametrize(("printed", "mrn"), table("Ids"))
def test_ids(printed, mrn):
    assert str(parser.canonical_mrn(code(printed), year=2009)) == code(mrn)


def field_rows():
    for heading, frame in FRAMES.items():
        for row in table(heading):
            source, field, value = row[-3:]
            reference_id = None if heading == "Transmission header" else "09TIRANA9901"
            yield pytest.param(
                frame % code(source), reference_id, code(field), code(value), id=f"{field} {source}"
            )


@pytest.mark.parametrize(("text", "reference_id", "field", "value"), field_rows())
def test_fields_and_defects(text, reference_id, field, value):
    cable = parser.parse_message(text, reference_id=reference_id).cable
    found = cable
    for name, place in re.findall(r"(\w+)(?:\[(\d+)\])?", field):
        found = getattr(found, name)
        found = found[int(place)] if place else found
    assert (found == ast.literal_eval(value)) if value.startswith("(") else (str(found) == value)


def test_where_the_earlier_parser_is_wrong():
    lines = Path(__file__).with_name("peer_exceptions.tsv").read_text(encoding="utf-8").splitlines()
    told = [
        [field, code(case), reason]
        for field, case, reason in table("Where the earlier parser reads otherwise")
    ]
    assert told == [line.split("\t") for line in lines[1:]]


@pytest.mark.parametrize(("source", "block", "line"), table("What is shown of hostile text"))
def test_clean(source, block, line):
    def escaped(cell):
        return ast.literal_eval(f'"{code(cell)}"')

    assert parser.clean(escaped(source)) == escaped(block)
    assert parser.clean_line(escaped(source)) == escaped(line)
