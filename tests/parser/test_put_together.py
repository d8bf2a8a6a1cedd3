"""Files of one form put one behind the other (`cat a b > all`): each is read as it is by itself."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from parser._carriers import recognise
from parser._read import read_records

SAMPLES = Path(__file__).parents[2] / "samples"
# A telegram that begins with none of these cannot be told from the end of another.
BEGINS = re.compile(rb"VZCZC|(?:[ZOPR]{1,2} )+\d{6}Z [A-Z]{3} \d\d\r?\nFM ")


def neighbours() -> list[object]:
    """Return pairs of samples that follow each other and are of one form."""
    files = sorted(path for path in SAMPLES.rglob("*") if path.is_file())
    pairs = []
    for one, other in pairwise(files):
        first, second = one.read_bytes(), other.read_bytes()
        carrier = recognise(first)
        if carrier is None or carrier is not recognise(second):
            continue
        if carrier.name != "telegram" or BEGINS.match(second):
            pairs.append(pytest.param(first, second, id=f"{one.name} {other.name}"))
    return pairs


def unix(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")


def windows(data: bytes) -> bytes:
    return unix(data).replace(b"\n", b"\r\n")


def texts(data: bytes) -> list[str]:
    return [record.text.strip() for record in read_records(data)]


def test_most_forms_have_a_pair() -> None:
    found = {getattr(recognise(pair.values[0]), "name", "") for pair in neighbours()}
    assert found >= {"scoop", "telegram", "wikileaks-html", "wikileaks-text"}


@pytest.mark.parametrize(("first", "second"), neighbours())
@pytest.mark.parametrize(
    "between",
    [
        pytest.param(b"", id="nothing between"),
        pytest.param(b"\n", id="a line end"),
        pytest.param(b"\r\n\r\n", id="blank lines"),
        pytest.param(b"\n\xef\xbb\xbf", id="a byte order mark"),
    ],
)
def test_two_files(first: bytes, second: bytes, between: bytes) -> None:
    expected = texts(first) + texts(second)
    for one, other in ((unix, unix), (windows, windows), (unix, windows), (windows, unix)):
        assert texts(one(first) + between + other(second)) == expected
    if between:  # words are not run together
        assert texts(unix(first).rstrip() + between + unix(second)) == expected


@pytest.mark.parametrize(("first", "second"), neighbours()[:3])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_two_files_in_another_encoding(first: bytes, second: bytes, encoding: str) -> None:
    both = unix(first).decode() + "\n" + unix(second).decode()
    assert texts(both.encode(encoding)) == texts(first) + texts(second)
