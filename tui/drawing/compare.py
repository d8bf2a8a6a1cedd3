"""Two cables word by word: what one has and the other has not."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import distance as distances  # never its parts: tests/test_loading.py
from rapidfuzz import fuzz

from parser import clean, clean_line
from tui.drawing.facts import subject_of
from tui.drawing.line import EMPTY, Line, Piece, Role
from tui.drawing.wrap import wrap
from tui.wording import sent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from parser import Cable

_ALIKE = 55
"""Likeness, 0 to 100, from which two paragraphs are taken for versions of one."""
_COMPARED = 4_000
"""Characters of a paragraph that decide whether it is like another."""
_REACH = 40
"""Paragraphs of the other cable that are looked through for one that is alike."""
_MOST_WORDS = 8_000
"""Words of a paragraph that are compared one by one; a longer one is compared as a whole."""
_MARKS = {"insert": ("{+", "+}", Role.REPAIR), "delete": ("[-", "-]", Role.MISSING)}

Runs = tuple[tuple[str, str], ...]
"""Words in order, each run with `equal`, `delete` (first cable only) or `insert`."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph of each cable, opposite each other; an empty side has none."""

    runs: Runs
    is_alike: bool
    """They are versions of one; what differs is marked word by word."""

    @property
    def is_different(self) -> bool:
        """Whether the sides differ."""
        return any(tag != "equal" for tag, _ in self.runs)

    @property
    def signed(self) -> str:
        """Both as one text: `[-only in the first-]`, `{+only in the second+}`."""
        return " ".join(text for text, _ in _signed(self.runs))


class Row(NamedTuple):
    """A line of both cables beside each other; None where a side has run out of text."""

    left: Line | None
    right: Line | None
    is_different: bool
    """The first line of a pair that differs."""
    pair: int
    """Which of the pairs it is of, from 0."""


def compare(one: Cable, other: Cable) -> list[Pair]:
    """Put the paragraphs of two cables opposite each other, headers first."""
    before, after = list(_texts(one)), list(_texts(other))
    pairs: list[Pair] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += [Pair((("equal", text),), is_alike=True) for text in before[i:j]]
        else:
            pairs += (_pair(old, new) for old, new in _opposite(before[i:j], after[k:m]))
    return pairs


def together(pairs: Iterable[Pair], cells: int) -> list[Row]:
    """Draw both as one text: `[-only in the first-]`, `{+only in the second+}`."""
    rows: list[Row] = []
    for number, pair in enumerate(pairs):
        lines = _laid_out(pair.runs, cells, has_signs=True)
        rows += _flagged(((line, None) for line in lines), pair, number)
    return rows


def beside(pairs: Iterable[Pair], cells: int) -> list[Row]:
    """Draw them side by side, `cells` columns each, the same paragraphs at the same height."""
    rows: list[Row] = []
    for number, pair in enumerate(pairs):
        left, right = (
            _laid_out(
                [run for run in pair.runs if run[0] in {"equal", tag}],
                cells,
                has_signs=pair.is_alike,
            )
            for tag in ("delete", "insert")
        )
        rows += _flagged(zip_longest(left, right), pair, number)
    return rows


def _flagged(
    lines: Iterable[tuple[Line | None, Line | None]], pair: Pair, number: int
) -> Iterator[Row]:
    for line, (left, right) in enumerate(lines):
        yield Row(left, right, pair.is_different and not line, number)
    yield Row(EMPTY, EMPTY, is_different=False, pair=number)


def _texts(cable: Cable) -> Iterator[str]:
    head = (cable.reference_id, sent(cable), cable.classification, cable.origin)
    yield clean_line("  ".join(str(part) for part in head if part))
    yield subject_of(cable.subject)
    if cable.tags:
        yield clean_line(f"TAGS {' '.join(cable.tags)}")
    for paragraph in cable.paragraphs:
        if paragraph.heading:
            yield clean_line(paragraph.heading)
        number = "" if paragraph.number is None else f"{paragraph.number}. "
        marking = f"({clean_line(paragraph.marking)}) " if paragraph.marking else ""
        yield number + marking + clean(paragraph.text).replace("\n", " ")


def _opposite(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    """Pair paragraphs that are alike, in order; what stands between them as it comes."""
    here = there = 0
    for number, old in enumerate(before):
        found = _alike(old, after[there : there + _REACH])
        if found is not None:
            yield from zip_longest(before[here:number], after[there : there + found], fillvalue="")
            yield old, after[there + found]
            here, there = number + 1, there + found + 1
    yield from zip_longest(before[here:], after[there:], fillvalue="")


def _alike(text: str, others: Sequence[str]) -> int | None:
    for number, other in enumerate(others):
        if fuzz.ratio(text[:_COMPARED], other[:_COMPARED], score_cutoff=_ALIKE):
            return number
    return None


def _pair(old: str, new: str) -> Pair:
    if not (old and new and fuzz.ratio(old[:_COMPARED], new[:_COMPARED], score_cutoff=_ALIKE)):
        runs = (("delete", old), ("insert", new))
        return Pair(tuple(run for run in runs if run[1]), is_alike=False)
    before, after = old.split(), new.split()
    if max(len(before), len(after)) > _MOST_WORDS:
        return Pair((("delete", old), ("insert", new)), is_alike=True)
    return Pair(tuple(_words(before, after)), is_alike=True)


def _words(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    gone: list[str] = []
    come: list[str] = []
    for code in distances.Indel.opcodes(before, after):
        if code.tag != "equal":
            gone += before[code.src_start : code.src_end]
            come += after[code.dest_start : code.dest_end]
            continue
        yield from _run(gone, come)
        gone, come = [], []
        yield "equal", " ".join(before[code.src_start : code.src_end])
    yield from _run(gone, come)


def _run(gone: list[str], come: list[str]) -> Iterator[tuple[str, str]]:
    """Tell first what is gone between two stretches that are equal, then what has come."""
    if gone:
        yield "delete", " ".join(gone)
    if come:
        yield "insert", " ".join(come)


def _signed(runs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Role]]:
    for tag, words in runs:
        opening, closing, role = _MARKS.get(tag, ("", "", Role.TEXT))
        yield opening + words + closing, role


def _laid_out(runs: Iterable[tuple[str, str]], cells: int, *, has_signs: bool) -> list[Line]:
    """Break runs of words into lines, each word with the role of its run; no words, no line."""
    text = ""
    roles: list[tuple[int, Role]] = []
    for words, role in _signed(runs) if has_signs else ((words, Role.TEXT) for _, words in runs):
        text += (" " if text else "") + words
        roles.append((len(text), role))
    lines: list[Line] = []
    for start, end in wrap(text, cells) if text else ():
        pieces: list[Piece] = []
        at = start
        for stop, role in roles:
            if stop > at and at < end:
                pieces.append(Piece(text[at : min(stop, end)], role))
                at = min(stop, end)
        lines.append(tuple(pieces))
    return lines
