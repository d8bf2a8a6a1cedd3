"""`cablegram show`: a cable or a paragraph, in four forms."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

import parser
from archive import Archive

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ID = "05HALVGARD240"


@pytest.mark.parametrize(
    "address", [ID, "05 HALVGARD 00240", "2005 HALVGARD 240", ID.lower(), f"{ID}#"]
)
def test_an_id_in_any_form(cablegram: Callable, samples: Path, address: str) -> None:
    shown = cablegram("show", address, "--archive", samples)
    assert shown.status == 0
    assert shown.out.startswith(f"{ID}  2005-06-21 ")
    assert max(map(len, shown.out.splitlines())) <= 80


def test_json_holds_the_whole_cable(cablegram: Callable, samples: Path) -> None:
    shown = cablegram("show", ID, "--archive", samples, "--format", "json")
    cable = parser.from_dict(json.loads(shown.out))
    assert cable.mrn == ID
    assert len(cable.paragraphs) == 5


def test_as_sent_is_the_text_before_any_repair(cablegram: Callable, samples: Path) -> None:
    shown = cablegram("show", ID, "--archive", samples, "--as-sent")
    with Archive.open(samples) as archive:
        assert shown.out == f"{parser.clean(archive.cable(ID).raw)}\n"


def test_markdown(cablegram: Callable, samples: Path) -> None:
    shown = cablegram("show", ID, "--archive", samples, "--format", "markdown")
    assert shown.out.startswith("# WHO PAYS FOR THE ORROW HIGH DAM?")
    assert f"- **Reference id:** {ID}\n" in shown.out


@pytest.mark.parametrize(
    ("form", "start"),
    [
        pytest.param("text", "  3 C", id="text"),
        pytest.param("json", '{\n  "mrn": "05HALVGARD240"', id="json"),
        pytest.param("markdown", "3\\. (C) ", id="markdown"),
    ],
)
def test_one_paragraph(cablegram: Callable, samples: Path, form: str, start: str) -> None:
    shown = cablegram("show", f"{ID}#3", "--archive", samples, "--format", form)
    assert shown.status == 0
    assert start in shown.out


UNNUMBERED = """\
VZCZCXYZ0001
RR RUEHC
DE RUEHHG #0241/01 1720900
ZNR UUUUU ZZH
R 210900Z JUN 05
FM AMEMBASSY HALVGARD
TO RUEHC/SECSTATE WASHDC 4410
UNCLAS HALVGARD 000241

E.O. 12958: N/A
TAGS: PREL
SUBJECT: THE FERRY

The ferry waits for the ice.

The ferry goes on Friday.

Nobody was told.
"""


@pytest.fixture(scope="module")
def unnumbered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unnumbered")
    (folder / "ferry.txt").write_text(UNNUMBERED)
    with Archive.open(folder / "archive", create=True) as archive:
        for _ in archive.import_sources([folder / "ferry.txt"], workers=1):
            pass
    return folder / "archive"


@pytest.mark.parametrize(
    ("number", "status", "shown"),
    [(1, 0, "waits for the ice"), (3, 0, "Nobody was told"), (4, 1, None), (0, 1, None)],
)
def test_where_no_paragraph_has_a_number_they_are_counted(
    cablegram: Callable, unnumbered: Path, number: int, status: int, shown: str | None
) -> None:
    for form in ("text", "json", "markdown"):
        done = cablegram(
            "show", f"05HALVGARD241#{number}", "--archive", unnumbered, "--format", form
        )
        assert done.status == status
        assert "on Friday" not in done.out
        assert shown in done.out if shown else done.out == ""


def test_one_paragraph_as_sent(cablegram: Callable, samples: Path) -> None:
    shown = cablegram("show", f"{ID}#3", "--archive", samples, "--as-sent")
    assert shown.out.lstrip().startswith("3")


def test_repairs_are_told_in_words(cablegram: Callable, samples: Path) -> None:
    shown = cablegram("show", ID, "--archive", samples, "--repairs")
    assert shown.status == 0
    assert shown.out.rstrip().splitlines()[-1].endswith(".")


@pytest.mark.parametrize(("query", "is_told"), [("has:repairs", False), ("-has:repairs", True)])
def test_where_nothing_was_repaired_that_is_said(
    cablegram: Callable, samples: Path, query: str, is_told: bool
) -> None:
    with Archive.open(samples) as archive:
        name = archive.search(query, 1).hits[0].row.reference_id
    shown = cablegram("show", name, "--archive", samples, "--repairs")
    assert shown.out.endswith("\nNothing was repaired.\n") is is_told


def test_repairs_told_beside_json_leave_it_whole(cablegram: Callable, samples: Path) -> None:
    shown = cablegram("show", ID, "--archive", samples, "--repairs", "--format", "json")
    assert parser.from_dict(json.loads(shown.out)).mrn == ID
    assert (
        shown.err == cablegram("show", ID, "--archive", samples, "--repairs").out[-len(shown.err) :]
    )
    assert shown.err.endswith(".\n")


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        pytest.param("05HALVGARD241", "05HALVGARD240", id="not held: the nearest id"),
        pytest.param(f"{ID}#999", "no paragraph 999", id="no such paragraph"),
        pytest.param("nonsense", "nonsense", id="no id at all"),
    ],
)
def test_what_is_not_held(cablegram: Callable, samples: Path, address: str, sentence: str) -> None:
    shown = cablegram("show", address, "--archive", samples)
    assert (shown.status, shown.out) == (1, "")
    assert sentence in shown.err


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(UNNUMBERED)
    return path


def test_a_file_is_shown_without_an_archive(cablegram: Callable, ferry: Path) -> None:
    shown = cablegram("show", ferry)
    assert shown.status == 0
    assert shown.out.startswith("05HALVGARD241  2005-06-21 ")
    assert "Nobody was told." in shown.out
    assert "←" not in shown.out.replace("cited by", "")  # who cites it nobody can know
    assert cablegram("show", ferry, "--as-sent").out == f"{UNNUMBERED}"
    assert cablegram("show", ferry, "--format", "markdown").out.startswith("# THE FERRY")


def test_each_cable_of_a_file_is_a_line_of_json(cablegram: Callable, ferry: Path) -> None:
    ferry.write_text(UNNUMBERED + "NNNN\n" + UNNUMBERED.replace("0241", "0242").replace("21", "22"))
    done = cablegram("show", ferry, "--format", "json")
    numbers = [parser.from_dict(json.loads(line)).mrn for line in done.out.splitlines()]
    assert len(numbers) == 2
    assert numbers[0] == "05HALVGARD241"
    assert "\n\n05HALVGARD" in cablegram("show", ferry).out


def test_standard_input_is_shown(cablegram: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(UNNUMBERED.encode())))
    assert "Nobody was told." in cablegram("show", "-").out


def test_what_is_doubtful_is_told_with_the_repairs(cablegram: Callable, ferry: Path) -> None:
    ferry.write_text(UNNUMBERED.replace("1720900", "1990900"))
    assert "\nNothing was repaired.\n" in cablegram("show", ferry, "--repairs").out
    shown = cablegram("show", ferry, "--repairs", "--format", "json")
    (problem,) = next(parser.read(ferry)).problems
    assert shown.err == f"Nothing was repaired.\n{problem.message}\n"
    assert parser.from_dict(json.loads(shown.out)).mrn == "05HALVGARD241"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"nothing of the kind", "holds no cable", id="no-cable"),
        pytest.param(None, "is an archive; name a cable of it", id="archive"),
    ],
)
def test_what_holds_no_cable_is_named(
    cablegram: Callable, ferry: Path, samples: Path, content: bytes | None, said: str
) -> None:
    if content is not None:
        ferry.write_bytes(content)
    done = cablegram("show", samples if content is None else ferry)
    assert (done.status, done.out) == (2, "")
    assert said in done.err


def test_a_file_that_is_not_there_is_named(cablegram: Callable, tmp_path: Path) -> None:
    done = cablegram("show", tmp_path / "page.html")
    assert (done.status, done.out) == (2, "")
    assert "page.html: no such file or folder" in done.err
    done = cablegram("show", "http://example.org/cable/2007/03/07SALTMARKET31.html")
    assert "There is no archive at" in done.err  # the address of a page is one of a cable


def test_with_an_archive_named_a_file_of_that_name_is_not_meant(
    cablegram: Callable, samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ID).write_text(UNNUMBERED)
    assert cablegram("show", ID, "--archive", samples).out.startswith(f"{ID}  2005-06-21 ")
    assert cablegram("show", ID).out.startswith("05HALVGARD241  ")
