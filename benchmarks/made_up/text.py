"""The text of a made-up telegram: paragraphs, headings, summary, comment, signature."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from benchmarks.made_up.lines import wrap
from benchmarks.made_up.preamble import person

if TYPE_CHECKING:
    from benchmarks.made_up.draft import Draft

WORDS_A_PARAGRAPH: Final = 60
"""Asked for; a paragraph ends with its sentence, so that the mean is near 85."""
LINES_A_SECTION: Final = 100
LINES_A_PAGE: Final = 50
OLD_UNTIL: Final = 2000
"""From this year on page marks have serials of eight digits."""
_SUMMARY: Final = (
    ("SUMMARY: ", " END SUMMARY."),
    ("Summary: ", " End summary."),
    ("SUMMARY. ", " END SUMMARY."),
    ("Summary. ", " End Summary."),
    ("BEGIN SUMMARY: ", " END SUMMARY."),
)
_COMMENT: Final = (("COMMENT: ", " END COMMENT."), ("Comment: ", " End comment."))
_STAMPS: Final = (["NNNN"], ["UNCLASSIFIED", "", "NNNN"], ["BT", "#0001", "NNNN"], ["CONFIDENTIAL"])
_STOP: Final = re.compile(r"(?<!\bMr)(?<!\bDr)\. ")
_ASIDE: Final = re.compile(r", (but|while|although|because) ")


@dataclass(slots=True)
class Style:
    """Habits of one writer that hold for a whole telegram."""

    width: int
    marks: bool
    """Portion marks are written."""
    gap: str
    """Between two sentences."""
    start: str
    """How a number and a portion mark stand before the text."""
    heading: str
    """`under`, `both`, `inside` or `plain`."""
    trailing: str
    """What stands at the end of every line."""


@dataclass(slots=True)
class Text:
    """The lines of the text, and what a reader should make of them."""

    lines: list[str] = field(default_factory=list)
    paragraphs: list[dict[str, object]] = field(default_factory=list)
    summary: str | None = None
    comment: str | None = None
    signed_by: list[str] = field(default_factory=list)


def style(draft: Draft) -> Style:
    """Choose the habits of a telegram."""
    return Style(
        width=draft.rng.choice((61, 64, 65, 68, 71)),
        marks=draft.is_classified or draft.chance(0.7),
        gap=draft.rng.choices(("  ", " "), weights=(35, 65))[0],
        start=draft.rng.choices(("{} {} ", "{}  {}  ", "{}{} "), weights=(75, 20, 5))[0],
        heading=draft.rng.choices(("under", "both", "inside", "plain"), weights=(60, 25, 7, 8))[0],
        trailing=draft.rng.choice((" ", "")),
    )


def _heading(text: Text, words: str, habits: Style) -> None:
    rule = "-" * len(words)
    if habits.heading == "inside":
        text.lines += [f"------- {words} -------", ""]
        return
    over = [rule] if habits.heading == "both" else []
    under = [] if habits.heading == "plain" else [rule]
    text.lines += [*over, words, *under, ""]


def _blocks(draft: Draft, words: int) -> list[str]:
    """Write a paragraph's prose; a tenth of them end in bullets."""
    prose = draft.voice.prose(words)
    if draft.chance(0.12):
        prose = _ASIDE.sub("\u00a0-- \\1 ", prose, count=1)
    if draft.is_classified and draft.chance(0.02):
        prose = prose.replace(" told ", " (strictly protect) told ", 1)
    blocks = [prose]
    if draft.chance(0.08):
        blocks += [f"-- {draft.voice.prose(12)}" for _ in range(draft.rng.randint(2, 4))]
    elif draft.chance(0.03):
        blocks += [
            f"{letter}. {draft.voice.prose(15)}" for letter in "abcd"[: draft.rng.randint(2, 4)]
        ]
    return blocks


def _paragraph(
    draft: Draft, text: Text, habits: Style, number: int | None, blocks: list[str]
) -> None:
    marking = None
    if habits.marks:
        marking = draft.letters if draft.chance(0.85) else "U" if draft.letters != "U" else "SBU"
    printed_mark = marking and marking.replace("/", draft.rng.choice(("/", "/", "//")))
    start = f"{number}. " if number is not None else ""
    if printed_mark:
        start = habits.start.format(start.strip(), f"({printed_mark})").lstrip()
    for place, block in enumerate(blocks):
        printed = (start if place == 0 else "") + _STOP.sub(f".{habits.gap}", block)
        text.lines += [*wrap(printed, habits.width), ""]
    whole = "\n".join(blocks).replace("\u00a0", " ")
    text.paragraphs.append({"number": number, "marking": marking, "heading": None, "text": whole})


def _plan(draft: Draft, count: int) -> tuple[str, str]:
    """Choose how summary and comment are marked; short telegrams have none."""
    kind = draft.rng.choices(("marks", "heading", "none"), weights=(20, 40, 40))[0]
    comment = draft.rng.choices(("marks", "heading", "none"), weights=(12, 18, 70))[0]
    return (kind if count > 2 else "none"), (comment if count > 3 else "none")


def _between(text: Text, marks: tuple[str, str], blocks: list[str], name: str) -> None:
    """Put a summary or comment between its marks; the truth is what stands between them."""
    whole = "\n".join(blocks).replace("\u00a0", " ")
    setattr(text, name, whole)
    blocks[0] = marks[0] + blocks[0]
    blocks[-1] += marks[1]


def write(draft: Draft, words: int, habits: Style) -> Text:
    """Write a text of about `words` words."""
    text = Text()
    count = max(1, round(words / WORDS_A_PARAGRAPH))
    summary, comment = _plan(draft, count)
    for place in range(count):
        blocks = _blocks(draft, words // count)
        heading = None
        if count > 4 and place > 0 and draft.chance(0.25):
            heading = draft.voice.title(draft.rng.choice((2, 3, 4)))
        for name, kind, marks, at in (
            ("summary", summary, _SUMMARY, 0),
            ("comment", comment, _COMMENT, count - 1),
        ):
            if place != at or kind == "none":
                continue
            heading = name.upper() if kind == "heading" else None
            if kind == "heading":
                setattr(text, name, "\n".join(blocks).replace("\u00a0", " "))
            else:
                _between(text, draft.rng.choice(marks), blocks, name)
        number = None if count == 1 and draft.chance(0.3) else place + 1
        if heading:
            _heading(text, heading, habits)
        _paragraph(draft, text, habits, number, blocks)
        text.paragraphs[-1]["heading"] = heading
    _sign(draft, text)
    return text


def _sign(draft: Draft, text: Text) -> None:
    """Sign the text; two in a hundred are not signed."""
    if draft.chance(0.02):
        return
    _, last = person(draft)
    text.signed_by = [last.upper()]
    text.lines.pop()
    if draft.chance(0.01):
        site = f"http://www.state.example/{draft.station.post.lower()}"
        text.lines += ["", f"Visit {draft.station.origin}'s Classified Web Site: {site}", ""]
    where = draft.rng.random()
    if where < 0.05 and len(text.lines[-1]) < 50:
        text.lines[-1] += f" {last.upper()}"
    elif where < 0.3:
        text.lines += ["", last.upper()]
    else:
        text.lines.append(last.upper())
    if draft.chance(0.03):
        text.lines += ["", *draft.rng.choice(_STAMPS)]


def _old_pages(draft: Draft, lines: list[str], count: int) -> list[str]:
    """Put the page marks of the 1980s and 1990s: levels above, every 50 lines."""
    level = draft.level.replace(" ", "")
    broken = lines[:LINES_A_PAGE]
    for page, start in enumerate(range(LINES_A_PAGE, len(lines), LINES_A_PAGE), 2):
        section = start // LINES_A_SECTION + 1
        which = f"{section:02d} OF {count:02d}  " if count > 1 else ""
        place = f"{draft.station.page_name}  {draft.serial:05d}  {which}{draft.created:%d%H%M}Z"
        broken += ["", f"{level:^60}".rstrip(), "", f"PAGE {page:02d}        {place}", "", ""]
        broken += lines[start : start + LINES_A_PAGE]
    return broken


def section_breaks(draft: Draft, lines: list[str], *, repeat_heads: bool) -> list[str]:
    """Put page marks where a telegram of several sections was cut."""
    count = -(-len(lines) // LINES_A_SECTION)
    if draft.created.year < OLD_UNTIL:
        return _old_pages(draft, lines, count)
    mark = f"{draft.station.page_name} {draft.serial:08d}  "
    broken = lines[:LINES_A_SECTION]
    if count > 1 and draft.chance(0.2):  # pages are marked too, not only sections
        page = LINES_A_SECTION // 2
        broken[page:page] = ["", f"{mark}001.2 OF {count:03d}", "", ""]
    for section in range(2, count + 1):
        broken += ["", f"{mark}{section:03d} OF {count:03d}", "", ""]
        if repeat_heads:
            place = f"{draft.station.printed} {draft.serial:06d}"
            broken += [
                f"{draft.level} SECTION {section:02d} OF {count:02d} {place}",
                "",
                "SIPDIS",
                "",
            ]
        broken += lines[(section - 1) * LINES_A_SECTION : section * LINES_A_SECTION]
    return broken
