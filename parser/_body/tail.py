"""The end of a telegram: signature, stamps, footer.

tail := { footer line } [ signature ] { footer line | stamp }

A signature is a line of capitals, a name of one to four words, alone after the end of a sentence,
under a blank line or under a line in small letters. In text in lower case it may be written with
capitals only at the start of each name. It may be run on after END COMMENT.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._body.footer import closes, top_of_footer
from parser._body.signature import (
    between_signs,
    between_stray_signs,
    ends_text,
    is_name,
    is_sign,
    run_on,
    without_stop,
)
from parser._body.stamps import GROUP, GROUP_AT_END
from parser._body.tail_lines import last_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parser._body.tail_lines import Line

_WINDOWS: Final = (300, 1_500, 6_000)
"""How far back a tail is looked for: further where a nearer look does not come to its beginning."""
_REDACTED: Final = re.compile(r"[Xx]{4,40}\.?")
_NOTE_SIGNS: Final = ("NOTE", "(NOTE", "Note:", "(Note:")
_LONGEST_NOTE: Final = 8
"""Lines of a note that the communications centre put below a signature."""
_NUMBER: Final = re.compile(r"\u00b6?\d{1,3}[.)]\s*")
_FOR_WHOM: Final = ("FOR THE AMBASSADOR", "FOR AMBASSADOR", "FOR THE CHARGE")
_LINE_WIDTH: Final = 71
_MARGIN: Final = 8
"""Letters by which lines of a text may differ that were wrapped at one width."""


class Piece(NamedTuple):
    """One line of the tail, `text[start:end]`."""

    start: int
    end: int


class Tail(NamedTuple):
    """The end of a telegram; positions in the text it was found in."""

    start: int
    """Where the text proper ends."""
    signatures: tuple[Piece, ...]
    footer: tuple[Piece, ...]


def read_tail(text: str, start: int, classifiers: Sequence[str] = ()) -> Tail:
    """Find signature and footer at the end of `text`, not before `start`.

    `classifiers` are who classified the telegram: one of them may have signed it.
    """
    for window in _WINDOWS:
        lines = last_lines(text, start, window)
        tail, looked_at = _tail(lines, start, classifiers)
        if looked_at > 1:
            break
    return tail


def find_lines(text: str, start: int, signed_by: Sequence[str]) -> Tail:
    """Find signatures that are known to stand in the text, each on a line of its own.

    Those behind which no text follows end it.
    """
    lines = []
    for name in signed_by:
        if line := re.compile(rf"^{re.escape(name)}$", re.MULTILINE).search(text, start):
            lines.append(line)
            start = line.end()
    end = len(text)
    for line in reversed(lines):
        if text[line.end() : end].strip():
            break
        end = line.start()
    found = (Piece(line.start(), line.start() + len(without_stop(line[0]))) for line in lines)
    return Tail(end, tuple(found), ())


def _tail(lines: Sequence[Line], start: int, classifiers: Sequence[str]) -> tuple[Tail, int]:
    """Read the tail from the last lines; say how many of them it was not made from, too."""
    last = _above_note(lines, _above_stamps(lines, len(lines)))
    signature = _signature(lines, last - 1) if last else None
    if signature is None and last:
        signature = _of_classifier(lines, last - 1, classifiers)
    if signature is None:
        pieces = _pieces(lines[last:])
        end = lines[last - 1].end if last else (lines[0].start if lines else start)
        return Tail(end, (), pieces), last
    begin = _without_signs(lines[last - 1], signature)
    first = sum(line.start < begin for line in lines[:last])
    footer = _pieces(lines[last:])
    top = top_of_footer(lines, first)
    footer = (*_pieces(lines[top:first]), *footer)
    end = lines[top].start if top < first else begin
    return Tail(end, (signature,), footer), top


def _without_signs(line: Line, signature: Piece) -> int:
    """Return where the line of a signature begins, if only signs stand in front of the name."""
    before = line.text[: max(0, signature.start - line.start)]
    return line.start if before and is_sign(before) else signature.start


def _above_stamps(lines: Sequence[Line], last: int) -> int:
    """Return how many of the first `last` lines stand above stamps and footers."""
    while last and closes(lines[last - 1].text):
        last -= 1
    return last


def _above_note(lines: Sequence[Line], last: int) -> int:
    """Return how many lines stand above what only a signature tells from text, else `last`.

    That is the number of a page, the numbers of footnotes, or a note of several lines.
    """
    above = last
    while above and lines[above - 1].text.isdecimal() and len(lines[above - 1].text) < 3:
        above -= 1
    if above < last:
        above = _above_stamps(lines, above)
        return above if above and _signature(lines, above - 1) else last
    if last > 1 and _is_cut(lines[last - 1].text) and _signature(lines, last - 2):
        return last - 1
    for place in range(last - 1, max(0, last - _LONGEST_NOTE), -1):
        line = lines[place].text
        is_note = line.startswith(_NOTE_SIGNS) or (place == last - 1 and line.endswith("..."))
        if is_note and _signature(lines, place - 1):
            return place  # a publisher's title, cut short, is one
    return last


def _is_cut(line: str) -> bool:
    """Say whether a line is a title that a publisher cut, `THE LIGHTHOUSE AN...`."""
    return line.endswith("...") and line.isupper()


def _signature(lines: Sequence[Line], index: int) -> Piece | None:
    """Read the signature in a line: the line itself, or what is run on after END COMMENT."""
    line = lines[index]
    if (divided := _divided(lines, index)) is not None:
        return divided
    at, name = between_signs(line.text)
    may_stand = line.is_apart or _may_stand_above(lines, index - 1)
    if may_stand and is_name(name) and not (at and _is_bullet(lines, index)):
        return Piece(line.start + at, line.start + at + len(without_stop(name)))
    if line.is_apart and (stray := between_stray_signs(line.text)):
        return Piece(line.start + stray[0], line.start + stray[1])
    for start, end in run_on(line.text):
        if not _is_item(lines, index, line.text[:start]):
            return Piece(line.start + start, line.start + end)
    return None


def _of_classifier(lines: Sequence[Line], index: int, classifiers: Sequence[str]) -> Piece | None:
    """Read the last name of who classified the telegram, in small letters, too.

    It is run on, `It opens soon. Example`, or stands alone.
    """
    line = lines[index]
    before, _, last = line.text.rpartition(" ")
    if not before and not line.is_apart:
        return None
    above = before or (lines[index - 1].text if index else "")
    if not ends_text(above.rstrip()):
        return None
    is_his = any(name.split()[-1].lower() == last.lower() for name in classifiers)
    return Piece(line.end - len(last), line.end) if is_his and is_name(last.upper()) else None


def _divided(lines: Sequence[Line], index: int) -> Piece | None:
    """Read a double name that a line end divides, `EXAMPLE-` / `SAMPLE`."""
    if index == 0 or not lines[index - 1].text.endswith("-") or lines[index].is_apart:
        return None
    first, second = lines[index - 1], lines[index]
    may_stand = first.is_apart or (index > 1 and _may_stand_above(lines, index - 2))
    name = first.text + second.text
    is_alike = first.text.isupper() == second.text.isupper()
    if not (may_stand and is_alike and is_name(name)):
        return None
    return Piece(first.start, second.start + len(without_stop(second.text)))


def _is_bullet(lines: Sequence[Line], index: int) -> bool:
    """Tell `-- NATO` in a list from `--EXAMPLE` below a text."""
    return index > 0 and lines[index].text[0] == lines[index - 1].text[0] == "-"


def _is_item(lines: Sequence[Line], index: int, before: str) -> bool:
    """Tell `2. EXAMPLE` in a list from a signature behind a date: `March` / `10. EXAMPLE`."""
    if not _NUMBER.fullmatch(before):
        return False
    above = lines[index - 1].text
    return lines[index].is_apart or ends_text(above) or _NUMBER.match(above) is not None


def _may_stand_above(lines: Sequence[Line], index: int) -> bool:
    """Say whether a signature may stand right below a line."""
    above, line = lines[index].text, lines[index + 1].text
    if above[-1] == "-" and above[-2:-1].isalpha():
        return False  # PRO- / FICTION
    if GROUP.fullmatch(above) or GROUP_AT_END.search(above) or _REDACTED.fullmatch(above):
        return True
    may_be_name = line[-1] != "." or line.endswith((" JR.", " SR."))
    is_closed = may_be_name and (
        above.endswith(")") or (line.isupper() and any(map(str.islower, above)))
    )
    return (
        is_closed
        or above == line
        or above in _FOR_WHOM
        or ends_text(above)
        or closes(above)
        or (may_be_name and _is_unwrapped(lines, index))
    )


def _is_unwrapped(lines: Sequence[Line], index: int) -> bool:
    """Say whether capitals below a line are no rest of it: there was room for them in it."""
    above, line = lines[index].text, lines[index + 1].text
    width = max(len(one.text) for one in lines[: index + 1])
    has_room = len(above) + len(line) + _MARGIN < min(width, _LINE_WIDTH)
    return has_room and line.isupper() and above.count(" ") > 1 and not is_name(above)


def _pieces(lines: Sequence[Line]) -> tuple[Piece, ...]:
    return tuple(Piece(line.start, line.end) for line in lines)
