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
