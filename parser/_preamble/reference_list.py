"""The list that a REF line begins: how far it goes, and the items that its labels part.

Labels are letters or numbers in sequence. A blank line ends the list, unless the next label or the
rest of a name follows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._similar import known_station, printed_station

if TYPE_CHECKING:
    from collections.abc import Iterator

_LABEL: Final = re.compile(
    r"(?:(?<![A-Z0-9.'/-])|(?<=\d)(?=[B-Z](?:\)|\.\s)))(?:REFS? )?"
    r"[(\[{]?(?P<name>[A-Z]{1,2}|\d{1,2})"
    r"(?:(?P<close>\s?[)\]}]\s?[.:-]?|[.:](?![A-Z]{1,2}\.)"
    r"|,(?<=[A-Z],)(?=\s(?:(?:19|20)?\d\d )?[A-Z]{3}[A-Z' ]{0,20} \d)"
    r"|\s?(?:-{1,2}|/)(?=\s))|\s(?=[A-Z0-9'(]))\s*"
)
_NEXT_LABEL: Final = r"\s{0,20}\n[ \t]*(?:[(\[][B-Z][)\]]|[B-Z]\s?[.)])"
"""The label of a line below the caption that a page begins with."""
_STOP: Final = re.compile(
    r"\bSENSITIVE BUT UNCL|\b(?:SENSITIVE|UNCLASSIFIED);|\bNOT FOR (?:INTERNET|DISTRIB)|"
    r"\bTHIS (?:MESSAGE|CABLE|IS|TELEGRAM|REPORT)\b|\bC O (?:R R E|N F I)|\bS E C R E T\b"
    r"|\bENTIRE TEXT|"
    rf"\n\s*(?:SIPDIS(?!{_NEXT_LABEL})|SENSITIVE|NOFORN)\b|"
    rf"\n\s*(?:EXDIS|NODIS|LIMDIS|STADIS)[ \t]*(?=\n|\Z)(?!{_NEXT_LABEL})|"
    r"(?<!\d \()\b(?:(?:BEGIN )?SUMMARY|INTRODUCTION)\b|"
    r"\b(?:PLEASE|PLS) (?:PROTECT|HANDLE|PASS)\b|(?<!\()\bNOTE:|-{4,}|={4,}|"
    r"\n\s*(?:[A-Z][A-Z/]{1,14}[ ,]{1,2}){0,3}(?:(?:PLEASE|PLS) )?PASS(?: TO)? [A-Z]|"
    r"\n\s*(?:DEPT|DEPARTMENT|STATE|TREASURY|COMMERCE|USDOC|[A-Z]{2,12}/[A-Z/]{2,20})"
    r" (?:ALSO )?FOR [A-Z]"
)
_STOP_WORDS: Final = (
    *("SENSITIVE", "UNCLASS", "NOT FOR", "THIS ", "C O ", "S E C R", "ENTIRE TEXT", "DIS"),
    *("NOFORN", "SUMMARY", "INTRODUCTION", "PLEASE ", "PLS ", "PASS", " FOR ", "NOTE:"),
    *("----", "===="),
)
"""One of these stands wherever `_STOP` matches; looking for them is cheaper."""
_POST_FOR: Final = re.compile(r"\n\s*([A-Z]{4,14}(?: [A-Z]{2,10}){0,2}) FOR [A-Z]")
"""A passing line that begins with a post, `ROME FOR FAO`; other words may, `REQUEST FOR DATA`."""
_BLANK_LINE: Final = re.compile(r"\n[ \t\xa0]*\n\s*")
_UNFINISHED: Final = re.compile(
    r"(?:(?:\A|[,;]|\bAND)\s*(?:(?:19|20)\d\d|0\d)?|[:&A-Z(]"
    r"|\b[A-Z0-9]{1,2}\s?[).:-]\s*(?:(?:19|20)?\d\d)?)\s*\Z"
)
_REST_OF_NAME: Final = re.compile(
    r"(?:[#-] ?)?(?:\d{4,8}(?![A-Z0-9.])"
    r"|(?:(?:['\u2019]?\d\d(?:\d\d)? ?)?[A-Z][A-Z' ]{1,24} ?[#-]?\d{1,8}|\d{2,8})"
    r"(?![A-Z0-9.])(?! ?\((?!NOTAL|EXDIS|SEPTEL|PARA)))"
)
_GOES_ON: Final = re.compile(
    rf"(?:SIPDIS(?={_NEXT_LABEL})|AND \d{{2,6}}(?!\d| [A-Z])|(?:AND )?PREVIOUS|NOTAL|ET AL"
    r"|OF (?:19|20)\d\d|\((?:19|20)\d\d\)|\((?:NOTAL|EXDIS|SBU)\)(?=[ \t]*(?:[;,\n]|\Z)))(?!\w)"
)
"""What is said of the cable above, where a page ends between."""
_REST_OF_NOTE: Final = re.compile(r"[^()\n]{1,80}(?:\n[^()\n]{1,80})?\)[\s.,;]*(?:\n|\Z)")
"""The end of what brackets say of the cable above, up to the end of its line."""
_LINE_LABEL: Final = re.compile(r"(?:\A|\n)[ \t]*([A-Z]) ")
_SERIAL_ABOVE: Final = re.compile(r"\d(?: AND)?\s*\Z")
_CABLE_LINE: Final = re.compile(
    r"(?:['\u2019(\[]?\d\d(?:\d\d)?[)\]]?[ -]?)?(?P<station>[A-Z][A-Z' ]{2,24}?)"
    r"[ -]?(?:\d\d-)?\d{2,8}"
    r"(?:[/-]\d\d| ?[(\[][^()\[\]\n]{1,80}[)\]]| NOTAL| AND PREVIOUS| ET AL|,? PARAS? \d{1,2}"
    r"| OF (?:19|20)\d\d){0,2}"
    r"(?:[ ;,.]*(?:\n|\Z)|[;,] (?:\d\d(?:\d\d)? )?[A-Z][A-Z' ]{2,24} \d{2,8}\b)"
)
"""A line that holds a cable and nothing else, or a list of them."""
_CABLE_BEHIND: Final = re.compile(
    r"(?:['\u2019(\[]?\d\d(?:\d\d)?[)\]]?[ -]?)?(?P<station>[A-Z][A-Z' ]{2,24}?)[ #-]{0,2}\d"
)
_TEXT_BEGINS: Final = re.compile(r"\d{1,2}\s?[.)]\s*\([A-Z]|\([UCS]\) ")
_PARAGRAPH: Final = re.compile(r"\d{1,2}\s?[.)]\s*\((?:U|C|S|TS|SBU|LOU|[CS]//?NF)\)")
_BEHIND_SERIAL: Final = re.compile(r"\d\s*(?:\([^()]{0,80}\)\s*)?[\s,;]*\Z")
_CUT_NAME: Final = re.compile(r"\b([A-Z]{3,20})\s*\n\s*\Z")
_LINE_REACH: Final = 80
_LABEL_REACH: Final = 400
_LONGEST_UNFINISHED: Final = 40


class Item(NamedTuple):
    """What stands between two labels."""

    label: str | None
    start: int
    end: int


def extent(plain: str) -> int:
    """Find the end of the list: a phrase that is no reference, or a blank line that ends it."""
    end = _stop(plain)
    for blank in _BLANK_LINE.finditer(plain, 0, end):
        before = plain[max(0, blank.start() - _LABEL_REACH) : blank.start()]
        if not before.strip():
            continue
        if _PARAGRAPH.match(plain, blank.end()):
            return blank.start()
        if before.rfind("(") > before.rfind(")") and _REST_OF_NOTE.match(plain, blank.end()):
            continue
        label = _LABEL.match(plain, blank.end())
        is_label = label and (
            label["close"] or is_cable_line(plain, label.end()) or _is_due(label["name"], before)
        )
        if label and is_label and label["name"] not in {"A", "1"}:
            continue
        if _GOES_ON.match(plain, blank.end()) and _SERIAL_ABOVE.search(before):
            continue
        if _UNFINISHED.search(before[-_LONGEST_UNFINISHED:]) and _REST_OF_NAME.match(
            plain, blank.end()
        ):
            continue
        if is_cable_line(plain, _behind_and(plain, blank.end())) or _names_next_label(
            before, plain[blank.end() : blank.end() + _LINE_REACH]
        ):
            continue
        return blank.start()
    return end


def _stop(plain: str) -> int:
    """Find the phrase, or the passing line, that is no part of the list; else the end."""
    if not any(word in plain for word in _STOP_WORDS):
        return len(plain)
    stop = _STOP.search(plain)
    end = stop.start() if stop else len(plain)
    lines = _POST_FOR.finditer(plain, 0, end)
    return next((one.start() for one in lines if known_station(one[1].replace(" ", ""))), end)


def _is_due(name: str, before: str) -> bool:
    """Tell the label of a line, `B SEPTEL`, behind that of a line above, from a word."""
    last = [label[1] for label in _LINE_LABEL.finditer(before)][-1:]
    return len(name) == 1 and last == [chr(ord(name) - 1)]


def _behind_and(plain: str, start: int) -> int:
    return start + len("AND ") if plain.startswith("AND ", start) else start


def is_cable_line(plain: str, start: int) -> bool:
    line = _CABLE_LINE.match(plain, start)
    return line is not None and printed_station(line["station"]) is not None


def _names_next_label(before: str, after: str) -> bool:
    """Tell whether the line behind a blank one holds the label that is due, inside it."""
    last = None
    for label in _LABEL.finditer(before):
        if label["close"] and (last is None or _follows(last, label["name"], is_closed=True)):
            last = label["name"]
    if last is None or _TEXT_BEGINS.match(after):
        return False
    line = after.split("\n", 1)[0]
    return any(
        label["close"] and label["name"] != last and _follows(last, label["name"], is_closed=True)
        for label in _LABEL.finditer(line)
    )


def items(plain: str) -> Iterator[Item]:
    """Cut the list at its labels."""
    label, start = None, 0
    for match in _LABEL.finditer(plain):
        name = match["name"]
        known = label
        if known is None and name == "B" and match["close"]:  # SECSTATE 12B) ROME 13
            known = "A" if _BEHIND_SERIAL.search(plain, 0, match.start()) else None
        if known is None and name == "1" and plain[: match.start()].rstrip()[-1:].isalpha():
            continue  # ROME 1 AND 2
        if _ends_name(plain, match) or _is_article(plain, match, is_first=known is None):
            continue
        if name.isdigit() and _is_in_brackets(plain, match.start("name")):
            continue  # ROME 1 (PARA 4)
        if not _follows(known, name, is_closed=bool(match["close"])):
            continue
        if name == label and plain[start : match.start()].strip():
            continue
        if plain[start : match.start()].strip():
            yield Item(label, start, match.start())
        label, start = name, match.end()
    yield Item(label, start, len(plain))


def _ends_name(plain: str, label: re.Match[str]) -> bool:
    """Tell the last letter of a station that a line end cut off, `TBILIS` / `I 1532`."""
    if label["close"] or not plain[label.end() : label.end() + 1].isdigit():
        return False
    cut = _CUT_NAME.search(plain, max(0, label.start() - _LINE_REACH), label.start())
    return cut is not None and printed_station(cut[1] + label["name"]) is not None


def _is_article(plain: str, label: re.Match[str], *, is_first: bool) -> bool:
    """Tell the article of `ROME 12 (A VISIT)` and of `MEMO, A NEW PORT` from a label.

    Without a sign behind it the first label begins the list or a line, or a cable follows; so it
    does behind a bracket that is not closed.
    """
    if label["close"] or not label["name"].isalpha():
        return False
    if not (is_first or label[0].lstrip().startswith(("(", "["))):
        return False
    before = plain[max(0, label.start() - _LINE_REACH) : label.start()].rstrip(" \xa0")
    if not before or before.endswith("\n"):
        return False
    cable = _CABLE_BEHIND.match(plain, label.end())
    return cable is None or printed_station(cable["station"]) is None


def _is_in_brackets(plain: str, place: int) -> bool:
    """Tell whether a bracket with a word behind it is open at a place."""
    before = plain[max(0, place - _LINE_REACH) : place]
    return before.rfind("(") > before.rfind(")") and not before.endswith("(")


def _follows(label: str | None, name: str, *, is_closed: bool) -> bool:
    """Tell whether `name` can be the label after `label`: the same again, or one of the next."""
    if label is None:
        return name in {"A", "1"}
    if label.isdigit() or name.isdigit():
        if not label.isdigit() or not name.isdigit() or name.startswith("0"):
            return False  # `4) 06 ROME 6`: a year
        return 0 <= int(name) - int(label) <= (2 if is_closed else 1)
    step = _place(name) - _place(label)
    return 0 <= step <= 3 if is_closed else step == 1


def _place(label: str) -> int:
    """Number the labels A to Z, AA or BB after them."""
    return ord(label[0]) + 26 * (len(label) - 1)
