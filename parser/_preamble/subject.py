"""The subject, whole, with its portion mark apart.

    field   := ( "SUBJECT" | "SUBJ" ) ":" [ portion ] line { line }
    portion := "(" ( "U" | "C" | "S" | "SBU" | ... ) ")"

It may begin on the next line and runs to a blank line, a rule, a passing line, the next field or
the text; in double-spaced text it goes on below a full line. A hyphen at a line end stays: `US-` /
`LATIN` is `US-LATIN`. Page marks inside are lifted out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._body.marks import normal_mark
from parser._preamble.captions import is_addressed
from parser._preamble.found import Found
from parser._preamble.marks import blank_marks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from parser._preamble.layout import Block

_MAX: Final = 1_500
_LEVEL: Final = r"U|C|S|TS|SBU|LOU|FOUO"
_PORTION: Final = re.compile(
    rf"[(\[]\s?((?:{_LEVEL}|UNCLASSIFIED|CONFIDENTIAL|SECRET)"
    r"(?:\s?[-/]{1,2}\s?(?:NF|NOFORN|FOUO|SBU|REL(?:(?:\sTO)?\s[A-Z ,]{2,30})?))?)\s?[)\]]\s*"
    rf"|((?:{_LEVEL})\)|[CS]//?NF)\s+"
)
"""The portion mark, also without its first bracket or without both: `C) PORTS`, `S/NF PORTS`."""
_SEPARATOR: Final = re.compile(r"\s?[-/]{1,2}\s?")
_END: Final = re.compile(
    r"""\n[ \t\xa0]*(?:\n|\Z|[-=_*\#~]{3}|-[ \t]*(?:\n|\Z)|-\ -\ -
    |SENSI?TIVE\ BUT|THIS\ (?:IS|CABLE|MESSAGE)\b
    |(?:UNCLAS(?:SIFIED)?(?://?FOR\ OFFICIAL\ USE\ ONLY)?|LIMITED\ OFFICIAL\ USE|CONFIDENTIAL
      |(?:CONFIDENTIAL|SECRET)\s?//?\s?NOFORN|NOFORN|SIPDIS|SENSITIVE|(?:EX|NO|LIM|STA)DIS
      )[ \t]*(?:\n|\Z)
    |(?:STATE|DEPT|DEPARTMENT|USDOC|TREASURY)\ (?:FOR\ [A-Z]{1,5}/[A-Z]|(?:PLEASE\ )?PASS\ TO\ )
    |(?:SBU\ ?-+\ ?)?NOT\ FOR\ INTERNET|DERIVED\ FROM:)
    | \s(?:(?:BEGIN\ )?SUMMARY\ (?=-{4}|={4})
      |SIPDIS\b|THIS\ (?:IS\ AN?\ ACTION|(?:MESSAGE|CABLE)\s(?:IS|WAS)\b)|DERIVED\ FROM:
      |SENSI?TIVE\ BUT\sUNCLASS|CLASSIFIED\ (?:FOR|UNDER|PER)\b
      |C\ O\ R\ R\ E\ C\ T|C\ O\ N\ F\ I\ D|S\ E\ C\ R\ E\ T\b)
    | \ \ (?:BEGIN\ )?SUMMARY\ ?[:.] | -{4,} | ={4,}""",
    re.VERBOSE,
)
_SMALL_LINE: Final = re.compile(r"\n[^\na-z]{0,9}[a-z]{2}[^\n]{0,80}[a-z]{3}")
_OPEN_LINE: Final = re.compile(r".?[-:,/]\n|.{0,2}\n[ \t]*[-/&]")
"""The end of a line that the next goes on: `PORT -` / `Talks with the Minister`."""
_INDENT: Final = re.compile(r"\n-[ \t]{3,}")
"""Where the next line is indented, with the dash that kept a line from being blank."""
_UNFINISHED: Final = re.compile(
    r"(?:\s(?:AND|OF|FOR|THE|TO|IN|ON|WITH|BY|FROM)|,|[\w.]-)[ \t\xa0]*\Z"
)
_GOES_ON: Final = re.compile(r"\s*(?:AND|OR|OF|WITH|BY)\s")
_WIDTH: Final = 60
"""Characters of a line that had no room for the first word of the next."""
_LINE_ENDS: Final = re.compile(r"\s*\n")
_NEXT_WORD: Final = re.compile(r"\s+(\S{1,60})")
_ADJACENT: Final = re.compile(r"\S[ \t\xa0]*\n[ \t\xa0]*\S")
"""Two lines without a blank one between them."""
_REACH: Final = 600
"""How far above a subject is looked for such lines."""
_FEWEST_LINES: Final = 6
_CUT: Final = "..."
"""How a publisher marks a subject that had no room."""
_WRAPPED_HYPHEN: Final = re.compile(r"(?<=[\w.])-\s+(?!(?:AND|OR|TO|VS)\b)(?=\w)", re.IGNORECASE)


class Subject(NamedTuple):
    """The subject and its portion mark."""

    title: Found[str] | None
    marking: Found[str] | None
    end: int


def read_subject(text: str, raised: str, block: Block) -> Subject:
    """Read one subject block."""
    limit = min(block.limit, block.value + _MAX)
    start = block.value + _leading_space(text, block.value, limit)
    marking = None
    while portion := _PORTION.match(raised, start, limit):
        marking = marking or Found(_mark(portion[1] or portion[2]), portion.start(), portion.end())
        start = portion.end() + _leading_space(text, portion.end(), limit)
    unmarked = blank_marks(raised[start:limit])
    value = text[start:limit]
    is_repaired = unmarked != raised[start:limit]
    if is_repaired:
        value = _with_spaces_of(unmarked, value)
    column = start - raised.rfind("\n", 0, start) - 1
    is_double = "\n" in value.rstrip() and _is_double_spaced(raised, block.start, limit)
    value = _without_text(value[: _end(unmarked, value, column, is_double=is_double)])
    end = start + len(value.rstrip())
    title = " ".join(_INDENT.sub(" ", value).split()).rstrip(" (;,")
    if "- " in title:
        title = _WRAPPED_HYPHEN.sub("-", title)
    return Subject(Found(title, start, end, is_repaired) if title else None, marking, end)


def merge_subjects(subjects: Iterable[Subject]) -> Subject | None:
    """Take the first subject; one that a publisher cut short from where it stands whole below.

    Only its first line may stand above, and in other letters, without a sign that more follows.
    """
    titled = [(one, one.title.value) for one in subjects if one.title]
    if not titled:
        return None
    first, title = titled[0]
    stem = title.removesuffix(_CUT) if title.endswith(_CUT) else f"{title} "
    stem = stem.upper()
    return next((one for one, whole in titled[1:] if whole.upper().startswith(stem)), first)


def _mark(portion: str) -> str:
    """Write a portion mark as those of the paragraphs are: `S//NOFORN` is `S/NF`."""
    level, *control = _SEPARATOR.split(portion.strip().rstrip(")"), maxsplit=1)
    return normal_mark(level, control[0] if control else None)


def _without_text(value: str) -> str:
    """Drop lines in small letters below a first line in capitals: they are text already."""
    first = value.find("\n")
    is_open = _OPEN_LINE.match(value, max(0, first - 2))
    if first < 0 or is_open or value[:first] != value[:first].upper():
        return value
    below = _SMALL_LINE.search(value, first)
    return value[: below.start()] if below else value


def _end(raised: str, value: str, column: int, *, is_double: bool) -> int:
    """Find where the subject ends; over a blank line it goes on behind OF and before WITH.

    Its first line begins at `column`. In a text that `is_double` spaced it goes on behind a line
    that had no room for the next word, too.
    """
    place = 0
    while ending := _END.search(raised, place):
        is_blank = not ending[0].strip()
        goes_on = is_blank and (
            _UNFINISHED.search(raised, 0, ending.start())
            or _GOES_ON.match(value, ending.end())
            or (is_double and _is_full(raised, ending.start(), column))
        )
        if not goes_on:
            return _passed_on(raised, ending.start(), column)
        blank = _LINE_ENDS.match(raised, ending.start())
        place = max(blank.end() - 1 if blank else 0, ending.start() + 1)
    return _passed_on(raised, len(raised), column)


def _passed_on(raised: str, end: int, column: int) -> int:
    """Find the passing line that stands right below: `STATE PASS USTR`, `ROME FOR FAO`.

    The line above it had room for its first word, and is finished.
    """
    is_possible = " FOR " in raised or "PASS" in raised
    place = raised.find("\n", 0, end) if is_possible else -1
    while place >= 0:
        stop = raised.find("\n", place + 1, end)
        line = raised[place + 1 : stop if stop >= 0 else end].strip()
        if (
            is_addressed(line)
            and not _UNFINISHED.search(raised, 0, place)
            and not _is_full(raised, place, column)
        ):
            return place
        place = stop
    return end


def _is_full(raised: str, end: int, column: int) -> bool:
    """Say whether the line that ends at `end` had no room for the first word of the next."""
    start = raised.rfind("\n", 0, end) + 1
    width = len(raised[start:end].rstrip()) + (0 if start else column)
    word = _NEXT_WORD.match(raised, end)
    return word is not None and width + 1 + len(word[1]) > _WIDTH


def _is_double_spaced(raised: str, start: int, limit: int) -> bool:
    """Say whether each line around a subject has a blank one below it."""
    around = raised[max(0, start - _REACH) : limit]
    return around.count("\n") > _FEWEST_LINES and not _ADJACENT.search(around)


def _leading_space(text: str, start: int, limit: int) -> int:
    value = text[start:limit]
    return len(value) - len(value.lstrip(" \t\r\n\xa0:;-"))


def _with_spaces_of(unmarked: str, text: str) -> str:
    """Put spaces in `text` where `unmarked` has them."""
    return "".join(
        " " if blank == " " else letter for letter, blank in zip(text, unmarked, strict=True)
    )
