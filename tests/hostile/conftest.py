"""An archive in which every cable attacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from archive import Archive
from tests.hostile.rows import ROWS

if TYPE_CHECKING:
    from pathlib import Path

_TELEGRAM = """\
VZCZCXRO{number:04}
RR RUEHC
DE RUEHXX #{number:04} 0011200
ZNY CCCCC ZZH
R 0112{minute:02}Z JAN 09
FM AMEMBASSY LANTERNA
TO RUEHC/SECSTATE WASHDC {number:04}
BT
C O N F I D E N T I A L LANTERNA {number:06}

SIPDIS

E.O. 12958: DECL: 01/01/2019
TAGS: PREL
SUBJECT: ROW {number} {text} END

REF: A. 09 LANTERNA {after:06}

1. (C) Attack {number} begins {text} and ends.

2. (C) The rest of attack {number} is quiet.

DOE
"""


def telegram(number: int, text: str) -> str:
    """Write a telegram with a hostile text in its subject and in a paragraph."""
    # A file with a NUL is taken for a binary one before any text is read.
    text = text.replace("\0", "")
    after = number % len(ROWS) + 1
    return _TELEGRAM.format(number=number, minute=number % 60, text=text, after=after)


@pytest.fixture(scope="session")
def attacks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one telegram a row; the names attack too."""
    folder = tmp_path_factory.mktemp("attacks")
    for number, row in enumerate(ROWS, 1):
        name = f"{number:02} \x1b]0;name\x07\u202e.txt"
        text = telegram(number, row.text)
        (folder / name).write_bytes(text.encode(errors="surrogatepass"))
    (folder / "broken \x1b[31m\x9b\u202e.html").write_bytes(b"\x00\x01\x02 no cable \x1b[2J")
    return folder


@pytest.fixture(scope="session")
def archive(attacks: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive made of them; not to be written to."""
    folder = tmp_path_factory.mktemp("hostile") / "archive"
    with Archive.open(folder, create=True) as opened:
        for _ in opened.import_sources([attacks], workers=1):
            pass
    return folder
