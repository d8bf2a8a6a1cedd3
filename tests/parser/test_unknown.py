"""Why nothing can be read from a source, in one sentence."""

from __future__ import annotations

import pytest

from parser._errors import EmptySourceError, UnknownSourceError
from parser._unknown import unknown


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        pytest.param(b"7z\xbc\xaf\x27\x1c", "is a 7z archive", id="7z"),
        pytest.param(b"SQLite format 3\0", "is a database", id="SQLite"),
        pytest.param(b"\xd0\xcf\x11\xe0", "is an Office document", id="Office"),
        pytest.param(b"\x89PNG", "is a picture", id="PNG"),
        pytest.param(b"\xff\xd8\xff", "is a picture", id="JPEG"),
        pytest.param(b"%PDF-1.4", "is a PDF", id="PDF"),
        pytest.param(b"text\0text", "is a binary file", id="a zero"),
        pytest.param(b"x" * 4096 + b"\0", "holds no cable", id="a zero far behind"),
        pytest.param(b"\x01" * 2 + b"x" * 17, "is a binary file", id="control characters"),
        pytest.param(b"\x01" * 2 + b"x" * 18, "holds no cable", id="a tenth of them"),
        pytest.param(b"\t\n\r\x0c\x1b", "holds no cable", id="control characters of a text"),
        pytest.param(b" <!doctype html>", "is a web page without a cable", id="web page"),
        pytest.param(b"<BODY>", "is a web page without a cable", id="body"),
        pytest.param(b"<a/>", "is XML or HTML without a cable", id="XML"),
        pytest.param(b"a,b,c\nd,e,f\n", "is a table with 3 columns", id="table of two rows"),
        pytest.param(b"a,b,c\n", "holds no cable", id="one row"),
        pytest.param(b"a,b\nc,d\n", "holds no cable", id="two columns"),
        pytest.param(b"a,b,c\nd,e\n", "holds no cable", id="rows that differ"),
        pytest.param(b"hello", "holds no cable", id="text"),
    ],
)
def test_what_it_is(head: bytes, reason: str) -> None:
    error = unknown("some file", head)
    assert isinstance(error, UnknownSourceError)
    assert str(error).startswith(f"some file {reason}")
    assert "; " in str(error)


@pytest.mark.parametrize("head", [b"", b"\0\0", b" \t\r\n\x0b\x0c"], ids=["no", "zeros", "white"])
def test_what_is_empty(head: bytes) -> None:
    error = unknown("some file", head)
    assert isinstance(error, EmptySourceError)
    assert str(error) == "some file is empty; get it again."
