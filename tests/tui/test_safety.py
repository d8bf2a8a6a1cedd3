"""What plain commands print cannot act on a terminal."""

from __future__ import annotations

import json

import pytest

from tests.hostile.rows import NO_FILE_ROWS, ROWS, Row, hostile_in
from tui import safety
from tui.drawing.line import Piece, Role

ALL_ROWS = (*ROWS, *NO_FILE_ROWS)
EACH_ROW = pytest.mark.parametrize("row", ALL_ROWS, ids=[row.name for row in ALL_ROWS])


@EACH_ROW
@pytest.mark.parametrize("printing", [safety.print_block, safety.print_line, safety.print_error])
def test_printed_text_is_clean(
    row: Row, printing: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(printing)
    printing(row.text)
    out, err = capsys.readouterr()
    assert hostile_in((out + err).encode(errors="surrogateescape"), is_screen=False) == []
    assert row.seen in out + err


@EACH_ROW
def test_json_is_exact_and_escaped(row: Row, capsys: pytest.CaptureFixture[str]) -> None:
    safety.print_json({"text": row.text})
    out = capsys.readouterr().out
    assert hostile_in(out.encode(errors="surrogateescape"), is_screen=False) == []
    assert json.loads(out) == {"text": row.text}


@EACH_ROW
def test_drawn_pieces_are_clean(row: Row, capsys: pytest.CaptureFixture[str]) -> None:
    safety.print_drawn((Piece(row.text, Role.MATCH),))
    out = capsys.readouterr().out
    assert hostile_in(out.encode(errors="surrogateescape"), is_screen=False) == []
    assert row.seen in out
