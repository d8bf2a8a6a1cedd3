"""The document of what was measured: new sections in their places, all others as they were."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from benchmarks import corpus, imports, report

if TYPE_CHECKING:
    from pathlib import Path

FIRST, SECOND, THIRD, *_ = report.PARTS


def made(output: str) -> report.Run:
    return report.Run("2026-01-02", "a machine", "Python 3", "python -m measure", 1.25, output)


def test_sections_come_in_the_order_of_the_table() -> None:
    text = report.document({SECOND.name: made("two"), FIRST.name: made("one")}, "")
    assert text.startswith("# How fast it is\n")
    assert text.index(f"## {FIRST.title}") < text.index(f"## {SECOND.title}")
    assert f"## {THIRD.title}" not in text


def test_a_section_that_was_not_measured_stays_as_it_was() -> None:
    before = report.document({FIRST.name: made("old one"), THIRD.name: made("old three")}, "")
    after = report.document({SECOND.name: made("two"), THIRD.name: made("three")}, before)
    assert report.section(FIRST, made("old one")) in after
    assert "old three" not in after
    assert [line for line in after.splitlines() if line.startswith("## ")] == [
        f"## {part.title}" for part in (FIRST, SECOND, THIRD)
    ]


def test_writing_again_changes_nothing() -> None:
    runs = {part.name: made(part.name) for part in report.PARTS}
    once = report.document(runs, "")
    assert report.document({}, once) == once
    assert report.document(runs, once) == once


def test_a_section_says_command_output_day_and_machine() -> None:
    text = report.section(FIRST, made("12 ms"))
    assert "```\n$ python -m measure\n12 ms\n```" in text
    assert "2026-01-02, 1.2 minutes; a machine; Python 3." in text


@pytest.mark.parametrize("part", report.PARTS, ids=lambda part: part.name)
def test_each_command_is_one_of_a_benchmark(part: report.Part) -> None:
    command = report.Reporter(corpus.WHOLE_SET, report.DOCUMENT).command(part)
    python, option, module, *_ = command.split()
    assert (python, option) == ("python", "-m")
    assert (report.ROOT / f"{module.replace('.', '/')}.py").exists()


def test_a_benchmark_that_fails_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    script = "print('so far'); raise SystemExit(3)"
    with pytest.raises(subprocess.CalledProcessError):
        list(report._output(["-c", script]))
    assert capsys.readouterr().out == "so far\n"


def test_an_import_is_used_again_by_the_same_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, folder = tmp_path / "cables.csv", tmp_path / "archive"
    corpus.write_files(3, tmp_path, workers=1, truth=False)
    first = imports.imported(source, folder)
    assert first.source == source.stat().st_size
    assert first.database + first.index == sum(
        path.stat().st_size for path in folder.rglob("*") if path.is_file()
    )
    assert imports.imported(source, folder) == first
    monkeypatch.setattr(imports, "code", lambda: "other")
    assert imports.imported(source, folder).code == "other"


def test_an_import_that_fails_leaves_no_record(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        imports.import_anew(tmp_path / "nothing.csv", tmp_path / "archive")
    assert not (tmp_path / "import.json").exists()
