"""The lines between the fields: captions, passing lines, handling lines.

caption  := "SIPDIS" | "NOFORN" | "SENSITIVE" | "EXDIS" | ...        one or several on a line
passing  := office "FOR" name | office "PLEASE PASS TO" name | ... | office { "," office }
handling := "SENSITIVE BUT UNCLASSIFIED" ... | ... "ENTIRE TEXT"
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._preamble.found import Found
from parser._similar import known_station

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from parser._model import Span

_CAPTION: Final = re.compile(
    r"(?<![A-Z])(?:SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS|LIMDIS|STADIS|ONDIS|ROGER CHANNEL|"
    r"DISSENT CHANNEL|TERREP|CODEL|STAFFDEL|EXCON|CHEROKEE|NOPASS|NIACT|EFTO|E F T O|"
    r"NOCONTRACT|PROPIN|ORCON|FOUO|SBU|C O R R E C T E D(?: C O P Y| COPY)?|CORRECTED COPY|"
    r"AIDAC|DS CHANNEL|DEA CHANNEL|EYES ONLY|"
    r"VISAS (?:VIPER|DONKEY|MANTIS|CONDOR|EAGLE|BEAR|HORSE|MERLIN|HAWK))"
    r"(?![A-Z])"
)
_CAPTION_LINE: Final = re.compile(
    rf"[\s/,;().-]*(?:{_CAPTION.pattern}[\s/,;().-]*)+(?:(?<=\()[A-Z ,#0-9]{{2,40}}\))?"
)
_SPACED: Final = re.compile(r"(?<=\b[A-Z]) (?=[A-Z]\b)")
_HANDLING: Final = re.compile(
    r"SENSITIVE BUT UNCLAS|UNCLASSIFIED,? BUT SENSITIVE|ENTIRE TEXT|PROTECT ACCORDINGLY|"
    r"HANDLE ACCORDINGLY|NOT (?:SUITABLE )?FOR (?:INTERNET|DISTRIBUTION|DISSEMINATION|RELEASE)|"
    r"OFFICIAL USE ONLY"
)
_PASSING: Final = re.compile(
    r"\bFOR\b|\bPASS\b|\bALSO FOR\b|\bPLS\b|\bPLEASE\b|\bATTN\b|\bPASSED\b"
)
_ADDRESSED: Final = re.compile(
    r"\A(?:[A-Z]{3,12}(?:[/ ,][A-Z/]{1,12}){0,3}"
    r" (?:(?:ALSO )?FOR|(?:PLEASE |PLS )?PASS(?: TO)?) [A-Z]|"
    r"(?:PLEASE |PLS )?PASS (?:TO )?[A-Z]|FOR [A-Z/]+ FROM )"
    r"(?:[^.\n]|(?<=\b[A-Z])\.(?= ?[A-Z])){0,70}\Z"
    r"|\A(?:PLEASE |PLS )PASS TO [^.\n]{2,70}\.\Z"
)
"""A passing line for certain; `_PASSING` is one where nothing but the preamble can stand."""
_ASKED: Final = ("PLEASE PASS", "PLS PASS")
_OFFICE: Final = r"[A-Z]{1,6}(?:/[A-Z][A-Z0-9-]{0,8}){1,3}"
_OFFICES: Final = re.compile(rf"{_OFFICE}(?:[,;]?(?: AND)? {_OFFICE}){{0,8}}[,;]?")
"""Offices of the Department alone: `EUR/PGI, EUR/SE AND OES/PCI`."""
_UNFINISHED: Final = re.compile(r"(?:(?<=[ ,;])(?:FOR|TO|AND|PASS)|/)\Z")
"""How a passing line ends that goes on in the next."""
_OFFICE_LAST: Final = re.compile(r"[,;] ?[A-Z]{2,8}(?:/[A-Z]{1,8}){0,3}\Z")
"""An office whose FOR is due in the next line: `EUR/SCE FOR ANN, NSC` / `FOR SAMPLE`."""
_FIRST_ITEM: Final = re.compile(r"[^,;]*")
_AGENCY: Final = re.compile(
    r"(?:[A-Z]{1,12}(?:/[A-Z0-9-]{1,9}){1,3}|STATE|TREAS(?:URY)?|COMMERCE|(?:US)?DOC|DOE|DO[LJT]"
    r"|USTR|USDA|NSC|OSD|SECDEF|JCS|USAID|EPA|DHS|HHS|EXIM|OPIC)(?![A-Z/])"
)
_FULL: Final = 60
"""Characters of a line that had no room for the first word of the next."""
_LINE: Final = re.compile(r"\S(?:[^\n]*\S)?")
_LEAD: Final = re.compile(
    r"(?:(?:SIPDIS|NOFORN|AIDAC|EXDIS|NODIS|LIMDIS|STADIS)[,;]? {1,4}){1,3}"
    r"(?=[A-Z][A-Z/-]+ (?:FOR|(?:PLEASE )?PASS)\b)(?!FOR\b)"
)
"""Captions in front of a passing line, `SIPDIS DEPT FOR EUR/PGI`."""


class Between(NamedTuple):
    """What stands between the fields, and where it ends."""

    captions: tuple[Found[str], ...]
    passing: tuple[Found[str], ...]
    handling: tuple[Found[str], ...]
    end: int


def read_between(
    text: str, raised: str, heading: Span, gaps: Iterable[tuple[int, int]], last_field: int
) -> Between:
    """Read the captions, passing lines and handling lines in the gaps between fields.

    Captions may stand in the classification line (`heading`), too. Behind `last_field` a line may
    be text: the first that is nothing else ends the preamble.
    """
    captions: dict[str, Found[str]] = {}
    for caption in _CAPTION.finditer(raised, *heading):
        _add(captions, caption)
    passing: list[Found[str]] = []
    handling: list[Found[str]] = []
    end = 0
    wrapped: list[Found[str]] = []
    for match in (match for gap in gaps for match in _lines(raised, gap)):
        start, stop = match.span()
        line = match[0]
        is_behind = start >= last_field
        if _CAPTION_LINE.fullmatch(line):
            for caption in _CAPTION.finditer(raised, start, stop):
                _add(captions, caption)
            wrapped = []
        elif _HANDLING.search(line):
            wrapped = handling
            wrapped.append(_found(text, start, stop))
        elif _is_passing(line, text[start], is_behind=is_behind, is_alone=not last_field):
            if wrapped is passing and _goes_on(raised, passing, match):
                passing[-1] = _found(text, passing[-1].start, stop)
            else:
                passing.append(_found(text, start, stop))
            wrapped = passing
        elif wrapped and raised.count("\n", wrapped[-1].end, start) == 1:
            if wrapped is passing and _is_office(raised, passing, match):
                passing.append(_found(text, start, stop))
            else:
                wrapped[-1] = _found(text, wrapped[-1].start, stop)
        elif not is_behind and _OFFICES.fullmatch(line):
            wrapped = passing
            wrapped.append(_found(text, start, stop))
        elif is_behind:
            break
        else:
            wrapped = []
            continue
        end = stop
    return Between(tuple(captions.values()), tuple(passing), tuple(handling), end)


def _lines(raised: str, gap: tuple[int, int]) -> Iterator[re.Match[str]]:
    """Find the lines of a gap; captions in front of a passing line are one of their own."""
    for line in _LINE.finditer(raised, *gap):
        if lead := _LEAD.match(raised, *line.span()):
            yield from _LINE.finditer(raised, *lead.span())
            yield from _LINE.finditer(raised, lead.end(), line.end())
        else:
            yield line


def _is_passing(line: str, first: str, *, is_behind: bool, is_alone: bool) -> bool:
    """Say whether a line tells whom to pass the telegram to.

    Where no field stands above, as in a part of a telegram, an office or a post begins it.
    """
    if not is_behind:
        return _PASSING.search(line) is not None
    if first.islower():
        return False
    return _ADDRESSED.match(line) is not None if not is_alone else is_addressed(line)


def is_addressed(line: str) -> bool:
    """Say whether a line in capitals is a passing line that an office or a post begins.

    It may ask for it, too: `PLEASE PASS TO RSO`.
    """
    if not _ADDRESSED.match(line):
        return False
    if line.startswith(_ASKED) or _AGENCY.match(line):
        return True
    names = line.split(maxsplit=3)[:3]
    return any(known_station("".join(names[: size + 1])) for size in range(len(names)))


def _goes_on(raised: str, passing: Sequence[Found[str]], line: re.Match[str]) -> bool:
    """Say whether a passing line is the rest of the one right above it.

    That one is unfinished; or it is full, and ends in a comma, or one of the two says FOR in the
    item that the line end divides: `IBB FOR ANN` / `EXAMPLE, NSC FOR SAMPLE`,
    `DCHA FOR EXAMPLE; OFDA` / `FOR SAMPLE`.
    """
    above = raised[passing[-1].start : passing[-1].end] if passing else ""
    if not above or raised.count("\n", passing[-1].end, line.start()) != 1:
        return False
    if _UNFINISHED.search(above):
        return True
    if line[0].startswith("FOR ") and _OFFICE_LAST.search(above):
        return True
    first = _FIRST_ITEM.match(line[0])
    last = re.split("[,;]", above)[-1]
    is_divided = (
        above.endswith(",")
        or (first is not None and not _PASSING.search(first[0]))
        or (line[0].startswith("FOR ") and not _PASSING.search(last))
    )
    return is_divided and _is_full(above, line[0])


def _is_office(raised: str, passing: Sequence[Found[str]], line: re.Match[str]) -> bool:
    """Say whether a line that an office begins is no rest of the short one right above it."""
    above = raised[passing[-1].start : passing[-1].end]
    is_ended = above[-1] not in ",;/" and not _UNFINISHED.search(above)
    is_ended = is_ended and not _is_full(above, line[0])
    return is_ended and _AGENCY.match(line[0]) is not None


def _is_full(above: str, line: str) -> bool:
    """Say whether the last line of a passing line had no room for the first word of the next."""
    last = above.rpartition("\n")[2].strip()
    return len(last) + 1 + len(line.split(None, 1)[0]) > _FULL


def _add(captions: dict[str, Found[str]], caption: re.Match[str]) -> None:
    """Add a caption once; `E F T O` is EFTO, and `C O P Y` behind CORRECTED a word of its own."""
    value = caption[0]
    if " " in value:
        value = _SPACED.sub("", value).replace("DCOPY", "D COPY")
    captions.setdefault(value, Found(value, *caption.span()))


def _found(text: str, start: int, stop: int) -> Found[str]:
    return Found(" ".join(text[start:stop].split()), start, stop)
