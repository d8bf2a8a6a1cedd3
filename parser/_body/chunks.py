"""Stretches of text that belong together by themselves: lines up to a blank line or a telling one.

Most lines of a telegram only go on with the line before. One search jumps from one telling place to
the next, so that the work grows with the number of paragraphs, not of lines.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, cast

from parser._body.marks import MARK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

RULE_MARKS: Final = "-=_*#~\u2010\u2011\u2012\u2013\u2014\u2015"
"""What rows under headings are made of; the last ones are the hyphens and dashes of Unicode."""

_SPACE: Final = re.compile(r"\s*")
_COLUMNS: Final = re.compile(r"[^\s.!?:] {3,}\S.*\S {3,}\S|\S {6,}\S")
_RULED: Final = re.compile(
    rf"[^\n]*?[^{RULE_MARKS} ] {{0,4}}[{RULE_MARKS}]{{3,}}(?: [{RULE_MARKS}]{{1,60}})?"
)
"""A heading with its row of dashes beside it; a row that is long was sent in two parts."""


Kind = Literal["text", "rule", "heading", "number", "mark", "bullet", "row"]
"""What a chunk begins with.

rule: a row of dashes or the like, without letters; heading: one with its dashes in the line;
number: like that of a paragraph; mark: a portion mark; row: columns, kept apart by runs of spaces.
"""

_LINE_END: Final = r"(?=[^\S\n]*(?:\n|\Z))"
_OPENING: Final = rf"""
    (?P<number>(?:\u00b6\s?)?\d{{1,3}}(?:\s?[.)]|,?\s?\(|\s?[USC]\))|\u00b6\s?\d{{1,3}}\b)
    | (?P<rule>[{RULE_MARKS}.]++(?:\ ++[{RULE_MARKS}.]++)*+{_LINE_END}
        (?:[^\S\n]*\n[{RULE_MARKS}.]{{1,2}}{_LINE_END})*)
    | (?P<heading>[{RULE_MARKS}]{{3,}}\ ?[A-Za-z].{{0,120}}?[{RULE_MARKS}]{{3,}}+{_LINE_END})
    | (?P<mark>(?i:{MARK}))
    | (?P<bullet>--?(?!-)|-{{3,4}}(?=\ [A-Z])|\*(?!\*)|=(?=\ {{2,8}}[A-Z])|o(?=\ {{2,8}}\w)
        |[\u2022\u00b7\u25aa\u25cf\u2013\u2014]|[A-Za-z][.)](?=\s)|\((?:[A-Za-z]|[ivx]{{1,4}}|\d{{1,2}})\)(?=\s))
"""
"""What tells by itself what a line begins, in this order; else it is text. Groups are kinds."""
_FIRST: Final = re.compile(rf"(?P<text>\s*)(?:{_OPENING}|)", re.VERBOSE)
_GOES_ON: Final = r"[A-Za-np-z][^.)]|o[^ .)]|o\ [^ ]"
"""How most lines begin that only go on with the line before; they are passed over at once."""
_TELLING: Final = re.compile(
    rf"\n(?!{_GOES_ON})[^\S\n]*+(?P<text>\n\s*)?(?:{_OPENING}|(?(text)|(?!)))", re.VERBOSE
)
"""A blank line and what follows it, or the beginning of a line that begins something new."""

_ABOVE: Final = r"(?-i:(?:\.{3}\ )?[A-Z\"\u201c(][^.!?;\n]{1,88}?(?:\ ?\.{3})?)"
_INSIDE: Final = re.compile(
    rf"""(?:(?<=[.!?:;)\]\"\u201d])[ ]{{1,4}}(?:(?<=\ \ )(?P<above>{_ABOVE})[ ]{{2,4}})?
        |(?<=---)[ ]|[ ]{{2,4}})
    (?P<number>\u00b6?\d{{1,3}}[.)][ ]?{MARK})
    | (?<=[.:;])[ ]{{2,4}}(?P<bullet>--[ ]{{1,2}}(?=[A-Z(]))
    | (?:(?<=[.:;])|(?<=[.;][)\"\u201d]))[ ](?P<item>--[ ]?(?=(?-i:[A-Z(\"\u201c])))""",
    re.IGNORECASE | re.VERBOSE,
)
"""The beginning of a paragraph inside a line: behind a sentence, or dashes, or where lines were.

Between the two a heading may stand: `It closed.  BOATS AND QUAYS  2. (C) They`. Or the beginning of
an item behind a sentence and two spaces; behind one space it takes another item to believe it.
"""
_RULE_AT_END: Final = re.compile(r" (-{3,60}(?: -{1,60})?)\Z")
"""The row of dashes that stands behind its heading where lines were put together."""
_RULE_BELOW: Final = re.compile(r"[ ]{0,3}\n(-{3,60}(?: -{1,60})?)[ ]{0,3}(?=\n|\Z)")
_RULE_SLACK: Final = 2
"""By how much it may be longer or shorter than its heading."""
_LONG_RULE: Final = 6
_LAST_END: Final = re.compile(r"\w{3}[.!][\"\u201d)]{0,2}\ {1,4}(?=[A-Z\"\u201c])")
"""The end of a sentence, and of no short form like `U.S.`"""
_SIGN: Final = re.compile(r"\s*(?:o|[^\w\s(]{1,2})\s+")
"""The sign of an item with the spaces behind it, which part no columns."""
_LONG: Final = 100
"""Characters a line, on an average: such lines were wrapped anew, or not at all."""
_FEWEST_ITEMS: Final = 2
_LONGEST_RULE: Final = 130
_SHORT: Final = 6
_VERY_LONG: Final = 400
"""Characters of a chunk that is looked at by itself where most of the text has short lines."""
_GAP: Final = re.compile(r"(?<=[^\s.!?:]) {3,}(?=\S)")
"""What may part two columns, and stands behind no end of a sentence."""
_FAR: Final = 8
"""Spaces in front of a row that leaves its first column empty, as years above figures do."""
_LONGEST_INDENT: Final = 200


class Chunk(NamedTuple):
    """`text[start:end]`, without white space around it."""

    kind: Kind
    start: int
    end: int
    is_apart: bool
    """A blank line, a row of dashes or the beginning stands before it."""


def read_chunks(text: str, start: int, end: int) -> list[Chunk]:
    """Divide `text[start:end]` into chunks."""
    chunks: list[Chunk] = []
    opening = _FIRST.match(text, start, end)
    tellings = _TELLING.finditer(text, opening.end() if opening else start, end)
    while opening:
        following = next(tellings, None)
        _add(chunks, text, opening, following.start() if following else end)
        opening = following
    if (end - start) > _LONG * (text.count("\n", start, end) + 1):
        chunks = [part for chunk in chunks for part in _parted(text, chunk)]
    elif any(_is_long(text, chunk) for chunk in chunks if chunk.end - chunk.start > _VERY_LONG):
        chunks = [part for chunk in chunks for part in _parted_if_long(text, chunk)]
    if text.find("   ", start, end) >= 0:
        return [part for chunk in chunks for part in _with_rows(text, chunk)]
    return chunks


def last_line(text: str, chunk: Chunk) -> str:
    """Return the last line of a chunk."""
    return text[text.rfind("\n", chunk.start, chunk.end) + 1 or chunk.start : chunk.end].lstrip()


def indent(text: str, start: int) -> str | None:
    """Return the white space before what begins a line at `start`; None where it begins none."""
    before = text[max(0, start - _LONGEST_INDENT) : start].rpartition("\n")[2]
    return None if before.strip() else before


def is_ended(line: str) -> bool:
    """Say whether a line ends a sentence, a clause before a list, or a quotation of one."""
    last = line[-1:]
    if last in ".!?:;":
        return bool(last)
    return last in "\"')]\u201d\u2019" and line[-2:-1] in ".!?;:"


def _add(chunks: list[Chunk], text: str, opening: re.Match[str], end: int) -> None:
    """Add what begins with `opening` and ends before `end`."""
    kind = cast("Kind", opening.lastgroup)
    is_apart = opening["text"] is not None
    if kind == "mark" and chunks and chunks[-1].kind == "rule":
        is_apart = True
    if kind == "text":
        start = opening.end()
    else:
        start = opening.start(kind)
        if kind == "rule" or kind == "heading":  # noqa: PLR1714 - twice as fast as a set
            chunks.append(Chunk(kind, start, opening.end(), is_apart))
            space = _SPACE.match(text, opening.end(), end)
            kind, start, is_apart = "text", space.end() if space else end, True
    while end > start and text[end - 1].isspace():
        end -= 1
    if kind == "text":
        start, is_apart = _add_ruled_lines(chunks, text, start, end, is_apart=is_apart)
    if start < end:
        chunks.append(Chunk(kind, start, end, is_apart))


def _add_ruled_lines(
    chunks: list[Chunk], text: str, start: int, end: int, *, is_apart: bool
) -> tuple[int, bool]:
    """Add the first lines as headings, as long as they end in dashes; say where the rest begins."""
    while start < end:
        stop = text.find("\n", start, end)
        line_end = end if stop < 0 else stop
        while text[line_end - 1].isspace():
            line_end -= 1
        if text[line_end - 1] not in RULE_MARKS or not _RULED.fullmatch(text, start, line_end):
            break
        chunks.append(Chunk("heading", start, line_end, is_apart))
        space = _SPACE.match(text, line_end, end)
        start, is_apart = space.end() if space else end, True
    return start, is_apart


def _is_long(text: str, chunk: Chunk) -> bool:
    """Say whether the lines of a chunk were wrapped anew, or not at all."""
    length = chunk.end - chunk.start
    return length > _LONG * (text.count("\n", chunk.start, chunk.end) + 1)


def _parted_if_long(text: str, chunk: Chunk) -> Iterator[Chunk]:
    if _is_long(text, chunk):
        yield from _parted(text, chunk)
    else:
        yield chunk


def _parted(text: str, chunk: Chunk) -> Iterator[Chunk]:
    """Part a chunk before each number with its mark, and each item, inside a line."""
    kind, start, is_apart = chunk.kind, chunk.start, chunk.is_apart
    found = list(_INSIDE.finditer(text, chunk.start, chunk.end))
    if sum(inside["item"] is not None for inside in found) + (kind == "bullet") < _FEWEST_ITEMS:
        found = [inside for inside in found if inside["item"] is None]
    for inside in found:
        yield from _with_heading_at_end(text, Chunk(kind, start, inside.start(), is_apart))
        if above := inside["above"]:
            what: Kind = "heading" if above.isupper() else "text"
            yield Chunk(what, *inside.span("above"), is_apart=True)
        group = cast("str", inside.lastgroup)
        kind = "bullet" if group == "item" else cast("Kind", group)
        start, is_apart = inside.start(group), False
    yield from _with_heading_at_end(text, Chunk(kind, start, chunk.end, is_apart))


def _with_heading_at_end(text: str, chunk: Chunk) -> Iterator[Chunk]:
    """Part the heading from the end of a line, `It closed. Boats -----`, by its row of dashes.

    The row may also stand on the line below.
    """
    below = None if text[chunk.end - 1] == "-" else _RULE_BELOW.match(text, chunk.end)
    begin = _heading_at_end(text, chunk, below) if below or text[chunk.end - 1] == "-" else None
    if begin is None:
        yield chunk
        return
    end = begin
    while text[end - 1].isspace():
        end -= 1
    yield chunk._replace(end=end)
    yield Chunk("text" if below else "heading", begin, chunk.end, is_apart=True)


def _heading_at_end(text: str, chunk: Chunk, below: re.Match[str] | None) -> int | None:
    """Say where the heading begins whose row of dashes ends a chunk: as far before as that is long.

    It stands behind the end of a sentence; a long row need not be as long as its heading.
    """
    low = max(chunk.start, chunk.end - _LONGEST_RULE)
    rule = below or _RULE_AT_END.search(text, low, chunk.end)
    if rule is None:
        return None
    for slack in sorted(range(-_RULE_SLACK, _RULE_SLACK + 1), key=abs):
        begin = rule.start() - len(rule[1]) - slack
        above = text[max(chunk.start, begin - _SHORT) : max(chunk.start, begin)]
        if above[-1:] == " " and is_ended(above.rstrip()) and text[begin].isupper():
            return begin
    if len(rule[1]) < _LONG_RULE or below:
        return None
    ends = _LAST_END.finditer(text, max(chunk.start, rule.start() - _LONGEST_RULE), rule.start())
    last = max((end.end() for end in ends), default=chunk.start)
    return last if chunk.start < last < rule.start() - _SHORT else None


def _with_rows(text: str, chunk: Chunk) -> Iterator[Chunk]:
    """Part the rows of a table from the lines around them."""
    if chunk.kind == "rule" or text.find("   ", chunk.start, chunk.end) < 0:
        yield chunk
        return
    lines = []
    place = chunk.start
    for raw in text[chunk.start : chunk.end].split("\n"):
        lines.append((place + len(raw) - len(raw.lstrip()), place + len(raw.rstrip()), raw))
        place += len(raw) + 1
    are_rows = _rows(lines, len(indent(text, chunk.start) or ""))
    if chunk.kind in {"number", "mark"}:
        are_rows[0] = False
    elif chunk.kind == "bullet":
        are_rows[0] = _COLUMNS.search(_SIGN.sub("", lines[0][2], count=1)) is not None
    is_apart = chunk.is_apart
    kind = chunk.kind
    first = None
    for (start, end, _), is_row in zip(lines, are_rows, strict=True):
        if is_row:
            if first is not None:
                yield Chunk(kind, *first, is_apart)
                kind, first, is_apart = "text", None, False
            yield Chunk("row", start, end, is_apart)
            is_apart = False
        elif first is None:
            first = (start, end)
        else:
            first = (first[0], end)
    if first is not None:
        yield Chunk(kind, *first, is_apart)


def _rows(lines: Sequence[tuple[int, int, str]], indent: int) -> list[bool]:
    """Say which lines are rows of a table: by columns wide apart, or what stands beside them.

    A line with a gap is one beside a row, far to the right, or where a column of the next begins or
    ends at the same place. `indent` is where the first line begins.
    """
    are_rows = [_COLUMNS.search(raw) is not None for _, _, raw in lines]
    columns: list[frozenset[int]] = []
    for place, (start, end, raw) in enumerate(lines):
        shift = 0 if place else indent
        begins = [gap.end() + shift for gap in _GAP.finditer(raw)]
        ends = [-len(raw.rstrip()) - shift] if begins else []
        columns.append(frozenset(begins + ends))
        is_far = len(raw.rstrip()) - (end - start) + shift >= _FAR
        are_rows[place] = are_rows[place] or (is_far and bool(begins))
    if len(lines) == 1 or all(are_rows):
        return are_rows
    for place, (above, below) in enumerate(pairwise(columns)):
        if above and below and (above & below or are_rows[place] or are_rows[place + 1]):
            are_rows[place] = are_rows[place + 1] = True
    for place in range(len(lines) - 2, -1, -1):
        are_rows[place] = are_rows[place] or (bool(columns[place]) and are_rows[place + 1])
    return are_rows
