from __future__ import annotations

import errno
import io
import os
import pickle
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

import parser
from parser import SourceError

SHARED = Path(__file__).parents[3] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared")

TELEGRAM = """VZCZCXRO0001
OO RUEHC
DE RUEHTI #9901/01 1040605
ZNY CCCCC ZZH
O 140605Z APR 09
FM AMEMBASSY TIRANA
TO RUEHC/SECSTATE WASHDC IMMEDIATE 4821

C O N F I D E N T I A L TIRANA 009901

E.O. 12958: DECL: 04/14/2019
TAGS: PREL, AL
SUBJECT: LIGHTHOUSE FESTIVAL POSTPONED

1. (C) The harbor master closed the lighthouse.
"""

BAD = [
    pytest.param(b"", "is empty", id="empty"),
    pytest.param(b"\n \r\n", "is empty", id="white space"),
    pytest.param(bytes(range(256)) * 40, "is a binary file", id="binary"),
    pytest.param(b"\0" * 5000 + b"x", "is a binary file", id="zeros"),
    pytest.param(b"%PDF-1.4\n...", "is a PDF", id="PDF"),
    pytest.param(b"<!DOCTYPE html><p>Weather</p>", "is a web page without a cable", id="HTML"),
    pytest.param(
        b"<table class='cable'><tr><td>x</td></tr></table>", "without a cable", id="a cable's table"
    ),
    pytest.param(b"<?xml version='1.0'?><a/>", "is XML or HTML without a cable", id="XML"),
    pytest.param(b"a,b,c\n1,2,3\n4,5,6\n", "is a table with 3 columns", id="other CSV"),
    pytest.param(b"x" * 100_000_000, "holds no cable", id="a line of 100 MB"),
    pytest.param(b"Dear reader,\nnothing here.\n", "holds no cable", id="a letter"),
    pytest.param(b"\x1f\x8b\x08\x00junk", "is damaged", id="broken gzip"),
    pytest.param(b"PK\x03\x04junk", "is damaged", id="broken zip"),
    pytest.param(b"\xff\xfe\x00", "", id="half a UTF-16 character"),
]


@pytest.mark.parametrize(("data", "reason"), BAD)
def test_bad_input_is_one_sentence_with_its_name(tmp_path, data, reason):
    path = tmp_path / "some file"
    path.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        list(parser.read(path))
    message = str(caught.value)
    assert message.startswith(str(path))
    assert reason in message
    assert "\n" not in message
    assert message.endswith(".")


def test_unreadable_paths(tmp_path):
    with pytest.raises(parser.UnreadableSourceError, match="does not exist"):
        list(parser.read(tmp_path / "none"))
    (tmp_path / "empty").mkdir()
    with pytest.raises(parser.UnknownSourceError, match="holds no files"):
        list(parser.read(str(tmp_path / "empty")))


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda path: path, id="path"),
        pytest.param(str, id="text path"),
        pytest.param(lambda path: path.read_bytes(), id="bytes"),
        pytest.param(lambda path: io.BytesIO(path.read_bytes()), id="file"),
    ],
)
def test_kinds_of_source(tmp_path, make):
    path = tmp_path / "a.bin"
    path.write_text(TELEGRAM)
    (parsed,) = parser.read(make(path))
    assert parsed.cable.mrn == "09TIRANA9901"
    assert parsed.cable.metadata.carrier == "telegram"
    assert parsed.position is None


def test_a_folder_goes_on_after_a_failure(tmp_path):
    (tmp_path / "a.txt").write_text(TELEGRAM)
    (tmp_path / "b.gz").write_bytes(b"\x1f\x8b\x08\x00junk")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "d.txt").write_text(TELEGRAM.replace("9901", "9902"))
    (tmp_path / "README").write_text("Nothing to read here.")
    with pytest.raises(parser.DamagedSourceError, match=r"b\.gz is damaged"):
        list(parser.read(tmp_path))
    assert list_until_error(tmp_path) == [
        ("09TIRANA9901", "member a.txt"),
        ("09TIRANA9902", "member c/d.txt"),
    ]


def test_folders_that_may_not_be_entered(monkeypatch, tmp_path):
    scandir = os.scandir

    def guarded(path):
        if Path(path).name == "closed":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    (tmp_path / "closed").mkdir()
    with pytest.raises(parser.UnreadableSourceError, match=r"closed may not be read by you"):
        list(parser.read(tmp_path / "closed"))
    (tmp_path / "a.txt").write_text(TELEGRAM)
    with pytest.raises(parser.UnreadableSourceError, match=r"closed may not be read by you"):
        list(parser.read(tmp_path))
    assert list_until_error(tmp_path) == [("09TIRANA9901", "member a.txt")]


def test_of_several_failures_in_a_folder_the_first_is_said_and_all_are_there(tmp_path):
    (tmp_path / "a.txt").write_text(TELEGRAM)
    for name in ("b.gz", "c.gz", "d.gz"):
        (tmp_path / name).write_bytes(b"\x1f\x8b\x08\x00junk")
    reason = r"holds 3 files that cannot be read, the first: \S*b\.gz is damaged"
    with pytest.raises(parser.DamagedSourceError, match=reason) as caught:
        list(parser.read(tmp_path))
    assert list_until_error(tmp_path) == [("09TIRANA9901", "member a.txt")]
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own
    for error in (caught.value, copy):
        assert [part.source[-4:] for part in error.parts] == ["b.gz", "c.gz", "d.gz"]


@pytest.mark.parametrize(
    ("name", "data", "package"),
    [
        pytest.param(
            "b.html",
            b"<table class='cable'><tr><th>Reference ID</th></tr></table>",
            "selectolax",
            id="page",
        ),
        pytest.param("b.zst", b"\x28\xb5\x2f\xfd", "zstandard", id="Zstandard"),
    ],
)
def test_a_package_that_is_not_installed(monkeypatch, tmp_path, name, data, package):
    for module in (package, "selectolax.lexbor"):
        monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / "a.txt").write_text(TELEGRAM)
    (tmp_path / name).write_bytes(data)
    (tmp_path / "c.txt").write_text(TELEGRAM.replace("9901", "9902"))
    with pytest.raises(
        SourceError, match=rf"{name} is .*; install it with `pip install {package}`"
    ):
        list(parser.read(tmp_path))
    assert [mrn for mrn, _ in list_until_error(tmp_path)] == ["09TIRANA9901", "09TIRANA9902"]


def test_what_comes_from_standard_input_is_called_so():
    stream = io.BytesIO(b"Dear reader,\nnothing here.\n")
    stream.name = "<stdin>"
    with pytest.raises(SourceError, match=r"^standard input holds no cable"):
        list(parser.read(stream))


def test_an_error_crosses_to_another_process_as_it_is():
    with pytest.raises(SourceError) as caught:
        list(parser.read(b""))
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own
    assert (type(copy), str(copy)) == (type(caught.value), str(caught.value))


def test_the_door_names_what_is_loaded_when_it_is_first_used():
    script = "import parser; print(set(parser.__all__) - set(dir(parser)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.strip() == b"set()"


def list_until_error(path):
    found = []
    try:
        for parsed in parser.read(path):
            found.append((parsed.cable.mrn, parsed.position))  # noqa: PERF401 - kept at an error
    except SourceError:
        return found
    return found


@needs_shared
def test_first_seed():
    (parsed,) = parser.read(SHARED / "seeds/004_e2f64890ca909e30.txt")
    metadata = parsed.cable.metadata
    assert metadata.carrier == "wikileaks-text"
    assert metadata.reference_id == "09MEXICO1055"
    assert metadata.created == datetime(2009, 4, 14, 16, 11, tzinfo=UTC)
    assert metadata.released == datetime(2011, 8, 30, 1, 44, tzinfo=UTC)
    assert metadata.classification == "CONFIDENTIAL//NOFORN"
    assert metadata.origin == "Embassy Mexico"
    assert len(metadata.articles) == 1
    assert parsed.cable.raw.startswith("VZCZCXRO9431")


@needs_shared
def test_second_seed():
    (parsed,) = parser.read(SHARED / "seeds/000_23c1b70a7d512b06.txt")
    assert parsed.cable.metadata.carrier == "scoop"
    assert parsed.cable.mrn == "07MEXICO4598"
    assert parsed.cable.raw.startswith("DE RUEHME")


@needs_shared
def test_pages():
    bern, tbilisi = parser.read(SHARED / "real-pages/07BERN881.html")
    assert (bern.cable.mrn, tbilisi.cable.mrn) == ("07BERN881", "07TBILISI2290")
    assert bern.cable.metadata.released == datetime(2011, 3, 14, 6, 6, tzinfo=UTC)
    assert bern.cable.metadata.references == ("07STATE124823",)
    assert [p.kind for p in bern.problems if p.kind is parser.ProblemKind.SECOND_CABLE]
    (brasilia,) = parser.read(SHARED / "real-pages/08BRASILIA93.html")
    assert brasilia.cable.mrn == "08BRASILIA93"
    assert brasilia.cable.created == datetime(2008, 1, 15, 18, 56, tzinfo=UTC)
