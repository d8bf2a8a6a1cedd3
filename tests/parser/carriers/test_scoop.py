from __future__ import annotations

import pytest

from parser._read import read_records

TEXT = """Cablegate: Lighthouse Festival

DE RUEHTI #9901/01 1040605
O 140605Z APR 09

1. The port.
"""


def test_title_and_telegram():
    (record,) = read_records(TEXT.encode())
    assert record.metadata.carrier == "scoop"
    assert record.metadata.title == "Lighthouse Festival"
    assert record.metadata.reference_id is None
    assert record.text.startswith("DE RUEHTI")
    assert record.text.endswith("1. The port.")
    assert record.position is None


def test_texts_one_behind_the_other():
    records = list(read_records((TEXT + "\n" + TEXT).encode()))
    assert [record.position for record in records] == ["text 1", "text 2"]


@pytest.mark.parametrize("before", ["  ", "\t", "\n\n \x0c"], ids=["spaces", "tab", "form feed"])
def test_white_space_before_the_title(before):
    (record,) = read_records((before + TEXT).encode())
    assert record.metadata.title == "Lighthouse Festival"
    assert record.text.startswith("DE RUEHTI")


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(f"\ufeff{TEXT}\ufeff{TEXT}", id="byte order marks of two files"),
        pytest.param((TEXT + TEXT).replace("\n", "\r\n"), id="CRLF"),
        pytest.param((TEXT + TEXT).replace("\n", "\r"), id="CR"),
        pytest.param(TEXT + TEXT.replace("\n", "\r\n"), id="line ends mixed"),
        pytest.param(f"{TEXT}  {TEXT}", id="indented"),
    ],
)
def test_two_texts_however_they_were_put_together(source):
    first, second = read_records(source.encode())
    assert first.text.rstrip() == second.text.rstrip() == TEXT.split("\n", 2)[2].rstrip()
    assert first.metadata == second.metadata


@pytest.mark.parametrize(
    ("source", "title", "text"),
    [
        pytest.param("Cablegate: \n\n1. The port.", None, "1. The port.", id="no title"),
        pytest.param("Cablegate: The Port", "The Port", "", id="a title alone"),
        pytest.param("Cablegate:  The \t Port \n\nx", "The Port", "x", id="spaces in it"),
        pytest.param("Cablegate: A\nSee Cablegate: B\n", "A", "See Cablegate: B", id="cited"),
    ],
)
def test_titles(source, title, text):
    (record,) = read_records(source.encode())
    assert (record.metadata.title, record.text) == (title, text)
