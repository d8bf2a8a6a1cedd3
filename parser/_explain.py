"""What was repaired in a cable, in words."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from parser._model import RepairKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from parser._model import Cable, Repair

_WORDS: Final[Mapping[RepairKind, tuple[str, str]]] = {
    RepairKind.MARKUP: ("{count} piece of markup taken out", "{count} pieces of markup taken out"),
    RepairKind.LINE_END: ("1 line end mended", "{count} line ends mended"),
    RepairKind.DOUBLED: (
        "a doubled header or line taken out",
        "{count} doubled stretches taken out",
    ),
    RepairKind.PAGE_MARK: ("1 page mark lifted out", "{count} page marks lifted out"),
    RepairKind.SECTION_HEAD: (
        "1 repeated section head lifted out",
        "{count} repeated section heads lifted out",
    ),
    RepairKind.PARAGRAPH_NUMBER: ("1 paragraph number mended", "{count} paragraph numbers mended"),
    RepairKind.ENCODING: ("1 misread character mended", "{count} misread characters mended"),
    RepairKind.SPLIT_WORD: ("1 split word rejoined", "{count} split words rejoined"),
    RepairKind.BLANK_LINE: (
        "1 blank line in mid-sentence closed",
        "{count} blank lines in mid-sentence closed",
    ),
    RepairKind.DASH: ("1 dash restored", "{count} dashes restored"),
    RepairKind.LOST_LINE: (
        "1 place marked where text seems to be lost",
        "{count} places marked where text seems to be lost",
    ),
    RepairKind.ALIAS: (
        "1 misspelt name read by its alias",
        "{count} misspelt names read by their aliases",
    ),
    RepairKind.ENTITY: ("1 character reference read", "{count} character references read"),
    RepairKind.PARTIAL_HEADER: ("the header is only an extract", "the header is only an extract"),
    RepairKind.LETTER_CASE: (
        "the cable is written in lower case",
        "the cable is written in lower case",
    ),
}
"""One and several."""
_QUOTED: Final = frozenset(
    {
        RepairKind.PAGE_MARK,
        RepairKind.PARAGRAPH_NUMBER,
        RepairKind.ENCODING,
        RepairKind.SPLIT_WORD,
        RepairKind.DASH,
        RepairKind.ENTITY,
    }
)
"""Kinds of which what stood there says more than how often."""
_DIGITS: Final = re.compile(r"\d*")
_MOST_QUOTED: Final = 5
_LONGEST_QUOTE: Final = 40


def explain(cable: Cable) -> tuple[str, ...]:
    """Say what was repaired, one sentence a kind, in the order of the repairs' table.

    `2 split words rejoined: "oper / ations", "petro / leum".` The text in it is the
    cable's: clean it before it is shown.
    """
    sentences = []
    if any(_is_moved(repair) for repair in cable.repairs):
        sentences.append("The sections of the telegram put in order.")
    for kind, (one, several) in _WORDS.items():
        repairs = [one for one in cable.repairs if one.kind is kind and not _is_moved(one)]
        if repairs:
            words = (one if len(repairs) == 1 else several).format(count=len(repairs))
            sentences.append(f"{words[0].upper()}{words[1:]}{_quotes(repairs, cable.raw)}.")
    return tuple(sentences)


def _is_moved(repair: Repair) -> bool:
    """Tell sections that were put in order from the head of one, of which nothing is left."""
    return repair.kind is RepairKind.SECTION_HEAD and bool(repair.after.strip())


def _quotes(repairs: Sequence[Repair], raw: str) -> str:
    """Quote what stood there, the same once, as far as that is short."""
    if repairs[0].kind not in _QUOTED:
        return ""
    quotes = list(dict.fromkeys(_quote(repair, raw) for repair in repairs))
    if len(quotes) > _MOST_QUOTED:
        quotes[_MOST_QUOTED:] = [f"and {len(quotes) - _MOST_QUOTED} more"]
    return f": {', '.join(quotes)}"


def _quote(repair: Repair, raw: str) -> str:
    before = " / ".join(line.strip() for line in repair.before.split("\n") if line.strip())
    if len(before) > _LONGEST_QUOTE:
        before = f"{before[:_LONGEST_QUOTE]}..."
    elif not before.isprintable() or not before:  # nothing that could be seen
        before = " ".join(dict.fromkeys(map(_name, repair.before)))
    after = " ".join(repair.after.split())
    if repair.kind is RepairKind.PARAGRAPH_NUMBER:  # the rest of the number stands behind it
        rest = _DIGITS.match(raw, repair.span.end)
        before, after = (f"{part}{rest[0] if rest else ''}" for part in (before, after))
    return f'"{before}" read as "{after}"' if after else f'"{before}"'


def _name(sign: str) -> str:
    return unicodedata.name(sign, f"U+{ord(sign):04X}").lower()
