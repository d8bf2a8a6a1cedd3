"""Two cables word by word: what one has and the other has not."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from parser import clean, clean_line
from tui.drawing.line import Line, Piece, Role
from tui.drawing.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parser import Cable

_MOST_WORDS = 3000
"""Words of a paragraph that are compared one by one; a longer one is compared as a whole."""
_MARKS = {"insert": ("{+", "+}", Role.REPAIR), "delete": ("[-", "-]", Role.MISSING)}


def compared(one: Cable, other: Cable, cells: int) -> list[Line]:
    """Draw the text of two cables as one: `[-only in the first-]`, `{+only in the second+}`."""
    before, after = _texts(one), _texts(other)
    lines: list[Line] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for old, new in _paired(before[i:j], after[k:m]):
            runs = [("equal", old)] if tag == "equal" else list(_words(old, new))
            lines += _laid_out(runs, cells)
            lines.append(())
    return lines


def has_difference(line: Line) -> bool:
    """Say whether a drawn line shows a difference."""
    return any(piece.role in {Role.REPAIR, Role.MISSING} for piece in line)


def _texts(cable: Cable) -> list[str]:
    head = clean_line(cable.subject) if cable.subject else "(no subject)"
    return [head, *(clean(paragraph.text).replace("\n", " ") for paragraph in cable.paragraphs)]


def _paired(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    for number in range(max(len(before), len(after))):
        old = before[number] if number < len(before) else ""
        new = after[number] if number < len(after) else ""
        yield old, new


def _words(old: str, new: str) -> Iterator[tuple[str, str]]:
    before, after = old.split(), new.split()
    if max(len(before), len(after)) > _MOST_WORDS:
        before, after = [old], [new]
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield tag, " ".join(before[i:j])
            continue
        if i < j:
            yield "delete", " ".join(before[i:j])
        if k < m:
            yield "insert", " ".join(after[k:m])


def _laid_out(runs: list[tuple[str, str]], cells: int) -> Iterator[Line]:
    """Break runs of words into lines, each word with the role of its run."""
    text = ""
    roles: list[tuple[int, Role]] = []
    for tag, words in runs:
        opening, closing, role = _MARKS.get(tag, ("", "", Role.TEXT))
        text += (" " if text else "") + opening + words + closing
        roles.append((len(text), role))
    for start, end in wrap(text, cells):
        pieces: list[Piece] = []
        at = start
        for stop, role in roles:
            if stop > at and at < end:
                pieces.append(Piece(text[at : min(stop, end)], role))
                at = min(stop, end)
        yield tuple(pieces)
