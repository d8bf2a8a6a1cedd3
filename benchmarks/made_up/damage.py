"""What happened to telegrams on their way: the defects that a `cables.csv` can have.

The numbers are those of the table of corruptions in `docs/formats.md`. Each works on the lines of a
body, and changes the truth where a reader cannot or should not see what stood there.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from benchmarks.made_up.language import common_words
from benchmarks.made_up.lines import wrap

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.made_up.draft import Draft

RATE: Final = 0.005
"""Share of cables that have each defect."""
SHORTEST_CUT: Final = 7
"""Letters of a word that is cut in two."""
SHORTEST_RUN: Final = 3
"""Numbers that a run of them needs to be told."""
_NUMBERED: Final = re.compile(r"\d{1,3}[.( ]")
_WORD: Final = re.compile(rf"\b[a-z]{{{SHORTEST_CUT},}}\b")


def backslashes(lines: list[str]) -> list[str]:
    """Defect 2: every line ends in a backslash."""
    return [f"{line} \\" for line in lines]


def dump_record(draft: Draft, header: list[str], body: list[str]) -> list[str]:
    """Write a row of the database as it was printed into bodies: fields between tabs."""
    references = "|".join(cited.mrn for cited in draft.cited)
    fields = (
        f"{draft.created:%Y-%m-%d %H:%M:%S}",
        draft.mrn,
        draft.station.origin,
        draft.classification,
        references,
    )
    first, *rest = header or [""]
    lines = ["\t".join((*fields, first)), *rest]
    lines[-1] += "\t" + body[0]
    return [f"{line} \\" for line in (*lines, *body[1:])]


def split_word(draft: Draft, lines: list[str]) -> list[str]:
    """Defect 8: a word cut in two where a section ended, `inspect` and `ions`.

    The line ends early; what follows it in the paragraph is broken anew. The word stands whole
    somewhere else, without which nobody could tell.
    """
    words, whole = common_words(), " ".join(lines)
    last_blank = max(place for place, line in enumerate(["", *lines]) if not line) - 1
    places = [
        (place, found.end() - 3)
        for place, line in enumerate(lines[: max(last_blank, 0)])
        if lines[place + 1][:1].islower()
        for found in _WORD.finditer(line, 12, 45)
        if found[0] in words and len(re.findall(rf"\b{found[0]}\b", whole)) > 1
    ]
    if not places:
        return lines
    draft.damage.append("split word")
    at, cut = draft.rng.choice(places)
    end = lines.index("", at)
    rest = " ".join((lines[at][cut:], *lines[at + 1 : end]))
    return [*lines[:at], lines[at][:cut], *wrap(rest, max(map(len, lines))), *lines[end:]]


def blank_line(draft: Draft, lines: list[str]) -> list[str]:
    """Defect 9: a blank line inside a sentence."""
    places = [
        place
        for place, line in enumerate(lines[:-1])
        if line[-1:].islower() and lines[place + 1][:1].islower()
    ]
    if not places:
        return lines
    draft.damage.append("blank line")
    at = draft.rng.choice(places) + 1
    return [*lines[:at], "", *lines[at:]]


def entities(lines: list[str]) -> list[str]:
    """Defect 13: HTML character references in the text."""
    return [html.escape(line, quote=False).replace("'", "&#8217;") for line in lines]


def curly(value: object) -> object:
    """Say what a truth reads like after :func:`entities`: apostrophes are curly."""
    if isinstance(value, str):
        return value.replace("'", "\u2019")
    if isinstance(value, list):
        return [curly(item) for item in value]
    if isinstance(value, dict):
        return {key: curly(item) for key, item in value.items()}
    return value


def mixed_case(lines: list[str]) -> list[str]:
    """Defect 15: no capitals before the text, `C o n f i d e n t i a l`, `Tags:`."""
    mixed = []
    for place, line in enumerate(lines):
        if place == 0:
            mixed.append(re.sub(r"(?<=[A-Z])[A-Z ]+", lambda found: found[0].lower(), line))
        elif line.startswith(("SUBJECT:", "SUBJ:", "TAGS:", "E.O. ", "REF:")):
            keyword, colon, rest = line.partition(":")
            mixed.append(keyword.title() + colon + rest)
        else:
            mixed.append(line)
    return mixed


def mistyped_section(lines: list[str]) -> list[str]:
    """Defect 12: letters wrong in transmission, `SECTIKN`."""
    return [lines[0].replace("SECTION", "SECTIKN"), *lines[1:]]


def brackets_for_dashes(draft: Draft, lines: list[str]) -> list[str]:
    """Defect 10: a closing bracket for each dash."""
    changed = [re.sub(r"(?<=\w) --(?= |$)", " )", line) for line in lines]
    if changed != lines:
        draft.damage.append("dash")
    return changed


def _starts(lines: list[str]) -> list[int]:
    """Find the lines that begin a numbered paragraph: they stand behind a blank line."""
    return [
        place
        for place, line in enumerate(lines)
        if _NUMBERED.match(line) and (place == 0 or not lines[place - 1])
    ]


def pilcrows_as_ones(draft: Draft, lines: list[str]) -> list[str]:
    """Defect 6: the pilcrow before each number became the digit 1."""
    starts = set(_starts(lines))
    if len(starts) < SHORTEST_RUN:
        return lines
    draft.damage.append("pilcrow as 1")
    return [f"1{line}" if place in starts else line for place, line in enumerate(lines)]


def misread_pilcrows(draft: Draft, lines: list[str]) -> list[str]:
    """Defect 7: the pilcrow before each number read by the wrong table."""
    starts = set(_starts(lines))
    if starts:
        draft.damage.append("misread pilcrow")
    return [f"\u00c2\u00b6{line}" if place in starts else line for place, line in enumerate(lines)]


def lost_line(draft: Draft, lines: list[str]) -> list[str]:
    """Defect 11: the last line of a paragraph, of one word, is lost; nobody can tell the word."""
    paragraphs = draft.truth["paragraphs"]
    starts = _starts(lines)
    if len(starts) < SHORTEST_RUN or len(starts) != len(paragraphs):  # type: ignore[arg-type]
        return lines
    for number in range(1, len(starts) - 1):
        end = starts[number + 1]
        last = next(place for place in range(end - 1, 0, -1) if not lines[place]) - 1
        while not lines[last]:
            last -= 1
        text = str(paragraphs[number]["text"])  # type: ignore[index]
        word = lines[last]
        if " " not in word and last > starts[number] and text.endswith(f" {word}"):
            paragraphs[number]["text"] = text.removesuffix(f" {word}")  # type: ignore[index]
            draft.damage.append("lost line")
            return [*lines[:last], *lines[last + 1 :]]
    return lines


MALFORMED: Final[tuple[Callable[[str, str, int], str], ...]] = (
    lambda year, post, serial: f"{year}SECTION01OF03{post}{serial}",
    lambda year, post, serial: f"{year}EFTO{post}{serial}",
    lambda year, post, serial: f"{year}AMEMBASSY{post}{serial}",
    lambda year, post, serial: f"{year}{post}{serial:06d}ZFR{serial}",
    lambda year, post, serial: f"{year}{post}{serial + 7}SUSPECTEDDUPLICATE{serial}",
    lambda year, post, serial: f"{year}{year}{post}{serial}",
)
"""Ways in which a reference id is spoilt, from (two-digit year, post, serial)."""
