"""Addressees of a telegram: `RUEHC/SECSTATE WASHDC IMMEDIATE 4821`, one a line."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from parser._model import Addressee, Precedence
from parser._months import ANY_MONTH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PRECEDENCES: Final[Mapping[str, Precedence]] = {
    "FLASH": Precedence.FLASH,
    "NIACT": Precedence.NIACT_IMMEDIATE,
    "IMMEDIATE": Precedence.IMMEDIATE,
    "IMMED": Precedence.IMMEDIATE,
    "PRIORITY": Precedence.PRIORITY,
    "ROUTINE": Precedence.ROUTINE,
}
_OFTEN_MISSPELT: Final = ("IMMEDIATE", "PRIORITY", "ROUTINE")
_ROUTING: Final = re.compile(r"([A-Z]{4,9})[ \t]?/[ \t]{0,4}(?=\S)")
_GLUED: Final = re.compile(r"(FLASH|IMMEDIATE|PRIORITY|ROUTINE)(\d{3,7})", re.IGNORECASE)
"""A precedence and a message number that are run together."""
_NUMBER: Final = re.compile(r"\d{3,7}")
_UNNUMBERED: Final = re.compile(
    r"AM(?:EMBASSY|CONSUL|CONGEN)\b|USMISSION\b|.{1,60}\b(?:WASHDC|WASHINGTON DC)\Z"
)
"""A name that ends in no number of its own, as `CDR JTF 6` does; a short one is the message's."""
_SHORT: Final = 2
_MONTH: Final = re.compile(rf" (?:{ANY_MONTH})\Z")
"""The month of the date-time group, which some telegrams of 2006 have in place of a precedence."""
_OWN_NAME: Final = re.compile(
    r"(?:AM|US)[A-Z]+\b|SEC[A-Z]+\b|DEPT\b|ALL\b|CDR|CJCS|JOINT|DIA\b|CIA\b|FBI\b|NSC\b|WHITE|NATO|HQ\b",
    re.IGNORECASE,
)
"""How an address begins; a line that begins otherwise, under a line that has not ended, is its
continuation."""
_LAST_WORDS: Final = frozenset({"COLLECTIVE", "WASHDC", "DC"})
"""How addresses end."""
_LONGEST: Final = 200
"""Characters of an address; what is longer goes on in no further line."""
_COLLECTIVE: Final = re.compile(r"\bCOLLECTIVE\b|\bALL\b.{1,60}\bPOSTS\b", re.IGNORECASE)
_LISTED: Final = re.compile(
    r",[ \t]{1,4}(?=(?:AMEMBASSY|AMCONSUL|AMCONGEN|USMISSION|SECSTATE|SECDEF)\b|R[A-Z]{4,8}/)"
)
"""What stands between two addressees of one line."""
_EXEMPTED: Final = re.compile(
    r"[/\n,;]|[ \t](?=(?:AMEMBASSY|AMCONSUL|USMISSION|USINT|USLO|USOFFICE|AMCONGEN|USDEL)\b)"
)


def read_addressees(lines: Sequence[str]) -> tuple[Addressee, ...]:
    """Read a list of addressees, one a line or parted by commas; a long one may go on below."""
    entries: list[str] = []
    if "," in "".join(lines):
        lines = list(chain.from_iterable(map(_LISTED.split, lines)))
    for line in lines:
        if entries and _goes_on(entries[-1], line):
            entries[-1] = f"{entries[-1]} {line}"
        else:
            entries.append(line)
    return tuple(_addressee(entry) for entry in entries)


def read_exempted(lines: Sequence[str]) -> tuple[str, ...]:
    """Read the stations of XMT lines: separated by a solidus, or each begun by its kind."""
    if not lines:
        return ()
    parts = _EXEMPTED.split("\n".join(lines))
    return tuple(part.strip() for part in parts if part.strip(" \t."))


def exempt(
    to: tuple[Addressee, ...],
    info: tuple[Addressee, ...],
    excluded: tuple[str, ...],
    *,
    is_of_action: bool,
) -> tuple[tuple[Addressee, ...], tuple[Addressee, ...], tuple[str, ...]]:
    """Give exempted stations to the only collective of the list above them, or the only one at all.

    They stay by themselves where it is unclear. `is_of_action`: the action addressees stand above.

    Returns the action addressees, the info addressees and what belongs to none in particular.
    """
    if not excluded:
        return to, info, excluded
    collectives = [one for one in (to if is_of_action else info) if _COLLECTIVE.search(one.name)]
    if not collectives:
        collectives = [one for one in (*to, *info) if _COLLECTIVE.search(one.name)]
    if len(collectives) != 1:
        return to, info, excluded
    [collective] = collectives
    lists = (
        tuple(replace(one, excluded=excluded) if one is collective else one for one in some)
        for some in (to, info)
    )
    return *lists, ()  # type: ignore[return-value]


def _goes_on(entry: str, line: str) -> bool:
    """Say whether `line` is the rest of an entry that has neither precedence nor number yet."""
    if (
        len(entry) > _LONGEST
        or not _ROUTING.match(entry)
        or _ROUTING.match(line)
        or _OWN_NAME.match(line)
    ):
        return False
    last = entry.rsplit(None, 1)[-1]
    if last in _LAST_WORDS and _precedence(line.split(None, 1)[0]) is None:
        return False
    return not last[-1:].isdigit() and _precedence(last) is None


def _addressee(entry: str) -> Addressee:
    before, _, last = entry.rpartition(" ")
    if last[-1:].isdigit() and (glued := _GLUED.fullmatch(last)):
        before, last = f"{before} {glued[1]}", glued[2]
    if before and last.isdecimal():
        if _ROUTING.match(before):
            before = _MONTH.sub("", before)
        addressee = _numberless(before)
        is_number = _NUMBER.fullmatch(last) or addressee.precedence
        if is_number or (len(last) <= _SHORT and _UNNUMBERED.match(addressee.name)):
            return _with_number(addressee, last)
    return _numberless(entry)


def _with_number(addressee: Addressee, number: str) -> Addressee:
    return Addressee(addressee.routing, addressee.name, addressee.precedence, number)


@lru_cache(maxsize=1 << 12)
def _numberless(entry: str) -> Addressee:
    """Read an entry up to its number; the same stations are written to all the time."""
    routing = None
    if match := _ROUTING.match(entry):
        routing = match[1]
        entry = entry[match.end() :]
    words = entry.split()
    precedence = None
    if len(words) > 1 and (precedence := _precedence(words[-1])):
        words.pop()
        if len(words) > 1 and words[-1] == "NIACT":
            words.pop()
            precedence = Precedence.NIACT_IMMEDIATE
        elif len(words) > 1 and precedence is Precedence.NIACT_IMMEDIATE:
            words = words[:-1] if _precedence(words[-1]) is Precedence.IMMEDIATE else words
    number = None
    if precedence and len(words) > 1 and _NUMBER.fullmatch(words[-1]):
        number = words.pop()
    return Addressee(routing, " ".join(words), precedence, number)


def _precedence(word: str) -> Precedence | None:
    """Read a precedence, also with one letter lost, doubled or wrong: `PRIOITY`."""
    word = word.upper().strip("./,;")
    if found := _PRECEDENCES.get(word):
        return found
    if len(word) < 6:
        return None
    return next((_PRECEDENCES[name] for name in _OFTEN_MISSPELT if _is_near(word, name)), None)


def _is_near(word: str, name: str) -> bool:
    """Say whether at most two letters in a row separate two words that begin and end alike."""
    if abs(len(word) - len(name)) > 1 or word[0] != name[0]:
        return False
    same = 0
    while same < min(len(word), len(name)) and word[same] == name[same]:
        same += 1
    rest, wanted = word[same:], name[same:]
    return any(rest[skip:] == wanted[want:] for skip, want in ((1, 0), (0, 1), (2, 2)))
