"""A cable as Markdown: `_markdown.py`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parser import Cable, Metadata, Reference, ReferenceKind
from tests.tui.drawing.pages import HARBOR, paragraph
from tests.tui.fake_archive import make_cable
from tui.commands._markdown import escape, of_cable, of_paragraph


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("salt, and tin.", "salt, and tin.", id="plain"),
        pytest.param(
            "*a* _b_ `c` <d> [e] #f |g ~h",
            r"\*a\* \_b\_ \`c\` \<d\> \[e\] \#f \|g \~h",
            id="markup anywhere",
        ),
        pytest.param("a\\b", "a\\\\b", id="its own sign"),
        pytest.param("- a\n + b\n= c", "\\- a\n \\+ b\n\\= c", id="lists and underlines"),
        pytest.param("1. a\n 12) b", "1\\. a\n 12\\) b", id="numbers"),
        pytest.param("a - b 1. c", "a - b 1. c", id="not within a line"),
        pytest.param("&lt;b&gt; &#9731;", "\\&lt;b\\&gt; &\\#9731;", id="entities"),
        pytest.param("R&D; A & B", "R\\&D; A & B", id="and what is none"),
    ],
)
def test_markup_in_a_text_is_none(text: str, written: str) -> None:
    assert escape(text) == written


@pytest.mark.parametrize(
    ("fields", "written"),
    [
        pytest.param({}, "1\\. (C) Salt.\n\nTin.", id="number, mark and lines"),
        pytest.param({"number": None}, "(C) Salt.\n\nTin.", id="no number"),
        pytest.param({"marking": None}, "1\\. Salt.\n\nTin.", id="no mark"),
        pytest.param(
            {"number": None, "marking": None, "heading": "A LONG\nWEEK #1"},
            "## A LONG\n\n## WEEK \\#1\n\nSalt.\n\nTin.",
            id="a heading",
        ),
    ],
)
def test_a_paragraph(fields: dict[str, object], written: str) -> None:
    assert of_paragraph(paragraph("Salt.\nTin.", **fields)) == written


def test_what_is_known_stands_above_the_text() -> None:
    cable = replace(make_cable(2), paragraphs=HARBOR.paragraphs[:1], signed_by=("THORNE", "ORSA"))
    assert of_cable(cable).split("\n") == [
        "# FISHERIES TALKS: A QUIET SECOND ROUND",
        "",
        "- **Reference id:** 06ANSELM102",
        "- **Date:** 2004-01-27 14:22Z",
        "- **Classification:** CONFIDENTIAL",
        "- **Origin:** Embassy Anselm",
        "- **To:** SECSTATE WASHDC",
        "- **TAGS:** PREL, ELAB, SNAR",
        "- **References:** 05ANSELM101",
        "- **Classified by:** Ada Thorne",
        "",
        "## THE HARBOR",
        "",
        "1\\. (SBU) The pilots stay ashore.",
        "",
        "THORNE, ORSA",
    ]


def test_what_is_not_known_is_left_out() -> None:
    assert of_cable(Cable("", Metadata("x"))) == "# Cable"
    assert of_cable(Cable("", Metadata("x"), reference_id="05X_1")).splitlines() == [
        *("# 05X\\_1", "", "- **Reference id:** 05X\\_1")
    ]


def test_references_are_named_by_their_number_or_else_as_they_are_printed() -> None:
    cited = Reference("09ANSELM99", "A", "ANSELM 99", ReferenceKind.CABLE)
    other = Reference(None, "B", "a letter of May 3", ReferenceKind.OTHER)
    written = of_cable(Cable(raw="", metadata=Metadata("made"), references=(cited, other)))
    assert "- **References:** 09ANSELM99, a letter of May 3\n" in f"{written}\n"
