"""`cablegram search`: text for people, JSON for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KEYS = [
    "mrn",
    "reference_id",
    "paragraph",
    "score",
    "text",
    "spans",
    "created",
    "origin",
    "classification",
    "subject",
]


def test_json_is_one_object_a_line(cablegram: Callable, samples: Path) -> None:
    found = cablegram("search", "lemons", "--archive", samples, "--format", "json", "--limit", 5)
    hits = [json.loads(line) for line in found.out.splitlines()]
    assert found.status == 0
    assert len(hits) == 5
    for hit in hits:
        assert list(hit) == KEYS
        assert all(hit["text"][a:b].lower().startswith("lemon") for a, b in hit["spans"])
        assert hit["created"].endswith("Z")


def test_misspelt_words_are_found(cablegram: Callable, samples: Path) -> None:
    found = cablegram("search", "narcotcis trafficing", "--archive", samples, "--format", "json")
    assert "narcotics trafficking" in json.loads(found.out.splitlines()[0])["text"]
    assert (
        "did you mean: narcotics trafficking"
        in cablegram("search", "narcotcis trafficing", "--archive", samples).err
    )


def test_words_need_no_quotes(cablegram: Callable, samples: Path) -> None:
    words = ["narcotics", "trafficking", "-heroin", "from:Lanterna"]
    found = cablegram("search", *words, "--archive", samples, "--format", "json", "--limit", 50)
    quoted = cablegram(
        "search", " ".join(words), "--archive", samples, "--format", "json", "--limit", 50
    )
    assert found == quoted
    hits = [json.loads(line) for line in found.out.splitlines()]
    assert hits
    assert not any("heroin" in hit["text"].lower() for hit in hits)


def test_text_fits_the_terminal_and_marks_what_matched(cablegram: Callable, samples: Path) -> None:
    found = cablegram("search", "heroin lemons", "--archive", samples)
    assert found.status == 0
    assert "«heroin»" in found.out
    assert "\x1b" not in found.out
    assert max(map(len, found.out.splitlines())) <= 80


@pytest.mark.parametrize("form", ["text", "json"])
def test_nothing_found(cablegram: Callable, samples: Path, form: str) -> None:
    found = cablegram("search", "zyzzyvaquux", "--archive", samples, "--format", form)
    assert (found.status, found.out) == (1, "")


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["search"], id="no query"),
        pytest.param(["search", "x", "--limit", "none"], id="no number"),
        pytest.param(["search", "x", "--format", "xml"], id="no such format"),
    ],
)
def test_a_wrong_call_is_one_sentence(cablegram: Callable, samples: Path, words: list[str]) -> None:
    done = cablegram(*words, *(["--archive", samples] if len(words) > 1 else []))
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("cablegram: ")
    assert len(done.err.splitlines()) == 1
