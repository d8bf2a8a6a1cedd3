"""Cables laid out in a window, for tests of how their text is drawn."""

from __future__ import annotations

from parser import Cable, Metadata, Paragraph, Repair, RepairKind, Span
from tests.tui.fake_archive import make_cable
from tui.drawing.body import Look
from tui.drawing.line import Line, plain
from tui.drawing.page import Page

LOOK = Look(cells=71)
CABLE = make_cable(3)
RAW = """\
UNCLAS LIMA

THE HARBOR

1. (SBU) The pil ots stay
ashore.

FICTION 002 OF 002

2. (C) Two ships wait (05LIMA22), and
a third XXXXXXXX went on.
-- a bullet of some words that go on

12. Comment. End.

THORNE
"""


def _between(start: str, end: str) -> Span:
    return Span(RAW.index(start), RAW.index(end))


HARBOR = Cable(
    raw=RAW,
    metadata=Metadata("made"),
    handling=("HANDLE WITH CARE",),
    footer="BT",
    signed_by=("THORNE", "ORSA"),
    footnotes=("* A note",),
    paragraphs=(
        Paragraph(1, "SBU", "THE HARBOR", "The pilots stay ashore.", _between("1. ", "2. ")),
        Paragraph(
            2,
            "C",
            None,
            "Two ships wait (05LIMA22), and a third XXXXXXXX went on.\n"
            "-- a bullet of some words that go on",
            _between("2. ", "12. "),
        ),
        Paragraph(12, None, None, "Comment. End.", _between("12. ", "THORNE")),
    ),
    repairs=(
        Repair(RepairKind.SPLIT_WORD, _between("pil ots", " stay"), "pil ots", "pilots"),
        Repair(RepairKind.PAGE_MARK, _between("FICTION", "\n\n2. "), "FICTION 002 OF 002", ""),
    ),
)
"""Everything that is drawn around a text, and three paragraphs."""
NOTHING = Cable(raw="UNCLAS", metadata=Metadata("made"))


def paragraph(text: str, **fields: object) -> Paragraph:
    return Paragraph(
        **({"number": 1, "marking": "C", "heading": None, "span": Span(0, len(text))} | fields),
        text=text,
    )


def page(*paragraphs: Paragraph, look: Look = LOOK, height: int = 40, **fields: object) -> Page:
    raw = "\n".join(part.text for part in paragraphs)
    cable = Cable(raw=raw, metadata=Metadata("made"), paragraphs=paragraphs, **fields)
    return Page(cable, look, height)


def page_of(cable: Cable, look: Look = LOOK, height: int = 40) -> Page:
    return Page(cable, look, height)


def lines(shown: Page) -> list[Line]:
    return [line for _, line in shown.view.lines()]


def texts(shown: Page) -> list[str]:
    return [plain(line).rstrip() for line in lines(shown)]
