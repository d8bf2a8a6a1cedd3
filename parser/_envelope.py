"""The transmission header, ACP 127 US, from the VZCZC line to the last addressee.

    VZCZCXRO0001
    OO RUEHC RUEHTI
    DE RUEHTI #9901/01 1040605
    ZNY CCCCC ZZH
    O 140605Z APR 09
    FM AMEMBASSY TIRANA
    TO RUEHC/SECSTATE WASHDC IMMEDIATE 4821
    INFO RUEHRO/AMEMBASSY ROME PRIORITY 0001

Any line may be missing; a header may begin at its precedence line, its DE line, its date-time group
or its addressees.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from parser._addressees import exempt, read_addressees, read_exempted
from parser._model import Envelope, Precedence, Problem, ProblemKind, Span
from parser._months import month_number

if TYPE_CHECKING:
    from collections.abc import Mapping

_PRECEDENCES: Final[Mapping[str, Precedence]] = {
    "Z": Precedence.FLASH,
    "O": Precedence.IMMEDIATE,
    "P": Precedence.PRIORITY,
    "R": Precedence.ROUTINE,
}

# One alternative a kind of line; the name of the group that matched names its reader below.
_LINE: Final = re.compile(
    r"""[ \t]{0,8}(?:
      (?P<transmission>V?ZCZC[A-Z0-9]{0,16})[ \t]{0,8}$
    | (?P<security>ZN[RY][ \t]{1,4}[A-Z]{2,6}\b.{0,40})
    | (?P<signal>Z[A-Z]{2}\b.{0,40}$ | BT[ \t]{0,8}$)
    | (?P<sending>DE[ \t]{1,4}(?P<station>[A-Z]{4,8})[ \t]{1,4}\#?[ \t]?(?P<serial>\d{1,6})
        (?:/\d{1,3})?(?:[ \t]{1,4}(?P<julian>\d{7}))?)
    | (?P<group>(?:(?P<action>[ZOPR])[ZOPR]?(?:[ \t]{1,4}(?P<other>[ZOPR])[ZOPR]?)?[ \t]{0,4})?
        (?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)[ \t]?Z[ \t]{1,4}
        (?P<month>[A-Z]{3})[A-Z]{0,6}[ \t]{1,4}(?P<year>\d{4}|\d\d)(?!\d))
    | (?P<routing>([ZOPR])[ZOPR]?(?:[ \t]{1,4}[ZOPR]{1,2})?
        (?P<stations>(?:[ \t]{1,4}R[A-Z]{3,7}){1,60})[ \t]{0,8}$)
    | FM[ \t:]{1,4}(?P<sender>.*)
    | (?P<list>TO|INFO|XMT)\b[ \t:]{0,4}(?P<entry>.*)
    )""",
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)
_MORE_ROUTING: Final = re.compile(
    r"[ \t]{0,8}(?:R[A-Z]{3,7}[ \t]{1,4}){0,60}R[A-Z]{3,7}[ \t]{0,8}$"
)
_ROUTED: Final = re.compile(r"R[A-Z]{3,8}[ \t]?/")
_PAGE: Final = re.compile(
    r"PAGE[ \t]{1,4}\d\d[ \t]{1,12}[A-Z][A-Z ]{2,20}[ \t]{1,6}\d{4,6}"
    r"(?:[ \t]{1,6}\d\d[ \t]OF[ \t]\d\d)?[ \t]{1,6}\d{6}Z[ \t]{0,8}"
)
"""A page break of the 1980s and 1990s inside the header; it is skipped."""
_OFFICES: Final = re.compile(r"[ \t]{0,8}(?:INFO|ACTION)[ \t]{1,4}[A-Z]{1,6}-\d\d")
"""Distribution inside the Department in the 1970s, `INFO OCT-00  ADS-00  /030 W`."""
_FIRST: Final = re.compile(r"(?:[ \t]{0,80}\n){0,80}")
"""Blank lines before a header."""
_OLD_FRONT: Final = re.compile(
    r"^[ \t]{0,8}(?:PAGE[ \t]{1,4}01\b|ACTION[ \t]|ORIGIN[ \t]|INFO[ \t]{1,4}[A-Z]{1,6}-\d\d)",
    re.MULTILINE,
)
"""What stands before the date-time group in the 1970s, and in some telegrams of the Department."""
_OLD_GROUP: Final = re.compile(
    r"\n(?=[ \t]{0,8}[ZOPR](?:[ \t][ZOPR])?[ \t]{1,4}\d{6}[ \t]?Z[ \t]{1,4}[A-Z]{3}[ \t]\d\d)"
)
_BELOW_LINES: Final = re.compile(
    r"""^(?=[ \t]{0,8}(?:
      V?ZCZC[A-Z0-9]{3,16}[ \t]{0,8}$
    | (?:[ZOPR]{2}[ \t]{1,4}R[A-Z]{3,7}\b.{0,200}\n[ \t]{0,8})?
      DE[ \t]{1,4}R[A-Z]{3,7}[ \t]{1,4}\#?\d
    | (?:[ZOPR]{1,2}[ \t]{1,4}){1,2}\d{6}[ \t]?Z[ \t]{1,4}[A-Z]{3}[ \t]{1,4}\d\d
      (?:\d\d)?(?:[ \t]{0,8}$|.{0,60}\n[ \t]{0,8}FM\b)
    ))""",
    re.MULTILINE | re.VERBOSE,
)
"""Where a header begins that somebody wrote lines above, as in a letter that forwards it."""
_FIELD: Final = re.compile(
    r"^[ \t]{0,8}(?:E\.? ?O\.? ?\d|TAGS?\b|UNCLAS|C ?O ?N ?F ?I ?D ?E ?N|S ?E ?C ?R ?E ?T\b)",
    re.MULTILINE,
)
"""What stands above no header: below it, a header is another telegram's."""
_PREAMBLE: Final = re.compile(r"^[ \t]{0,8}(?:E\.? ?O\.? ?\d|TAGS?\b|SUBJ)", re.MULTILINE)
"""What stands above the header of a later section, where the first has none; a level may stand
above the first."""
_LOCAL: Final = re.compile(
    r"^(?:CX[A-Z]{2,24}:|DISSEMINATION: |CHARGE: |APPROVED: |DRAFTED: |CLEARED: )", re.MULTILINE
)
"""Lines that a post's own print has above the header, below a classification line of its own."""
_PARTIAL: Final = re.compile(
    r"\s{0,40}This record is a partial extract of the original cable\.?"
    r"(?: The full text of the original cable is not available\.?)?".replace(" ", r"\s{1,8}"),
    re.IGNORECASE,
)
_SENDER: Final = re.compile(r"^[ \t]{0,8}FM[ \t]{1,4}[A-Z]", re.MULTILINE)
_LONE_GROUP: Final = re.compile(r"^\d{6}Z [A-Z][A-Za-z]{2} \d\d[ \t]{0,8}$", re.MULTILINE)
_GLUED: Final = re.compile(
    r"(?<=[A-Z0-9/])(?=(?:UNCLAS|CONFIDENTIAL|C O N F I D E N T I A L|SECRET|S E C R E T)"
    r"(?: SECTION \d\d OF \d\d)? [A-Z][A-Z ]{1,24} \d{5,6}[ \t]{0,8}\Z)"
)
"""Where the classification line begins that a publisher put behind the last addressee."""
_ADDRESS: Final = re.compile(
    r"R[A-Z]{3,8}[ \t]?/|.{0,80}\b(?:AMEMBASSY|AMCONSUL|USMISSION|SECSTATE|COLLECTIVE"
    r"|PAGE[ \t]{1,4}\d|IMMEDIATE|PRIORITY|ROUTINE|NIACT|FLASH)\b",
    re.IGNORECASE,
)
"""What tells an address from the running text, where a header begins with its addressees."""
_ENDING: Final = re.compile(
    r"[ \t]{0,8}(?:UNCLAS|C ?O ?N ?F ?I ?D ?E ?N|S ?E ?C ?R ?E ?T\b(?! SERVICE)|T ?O ?P ?S ?E ?C"
    r"|LIMITED OFF|E\.? ?O\.? ?\d|TAGS?\b|SUBJ|SIPDIS|NOFORN|-{4}|(?:\u00b6 ?)?\d{1,2}\. ?\("
    r"|[A-Z]{3,6}DAY, \d\d? [A-Z]{3,9} \d{4}, \d\d:\d\d)",
    re.IGNORECASE,
)
"""What stands after a header, where no blank line divides them; a publisher's date among it."""
_NEXT: Final = re.compile(
    r"""(?<!\b[ZOPR])(?<!\b[ZOPR]{2})(?<!\bTO)(?<!\bINFO)[ \t](?=
      [ZOPR]{1,2}(?:[ ][ZOPR]{1,2})?[ ](?:\d{6}Z|R[A-Z]{3,7})\b
    | DE[ ]R[A-Z]{3,7}[ ]\#?\d | ZN[RY][ ][A-Z]{2,6}\b | BT\b
    | FM[ ][A-Z]
    | (?:TO|INFO|XMT)[ ](?:R[A-Z]{3,8}/|AM[A-Z]|US[A-Z]|SEC|ALL[ ]|CDR|CJCS|DIA\b|CIA\b|NSC\b)
    | R[A-Z]{3,8}/[A-Z]
    | UNCLAS | C[ ]?O[ ]?N[ ]?F[ ]?I[ ]?D[ ]?E[ ]?N | S[ ]?E[ ]?C[ ]?R[ ]?E[ ]?T\b(?![ ]SERVICE)
    )""",
    re.VERBOSE,
)
"""Where the next line of a header begins, when several stand on one."""
_LONGEST_ITEM: Final = 80
"""Characters of a line; on a longer one several may stand, and so they may on one with FM."""
_SECOND: Final = "XMT of INFO"
"""The exempted stations of the info addressees, where the action addressees have some, too."""
_REPEATED: Final = frozenset(("security", "signal"))
"""Lines of which a header may have several."""
_LONGEST_FRONT: Final = 2_000
"""Characters within which the header of a 1970s telegram begins."""


@dataclass(slots=True)
class Header:
    """What was read of a header, and where the text after it begins."""

    envelope: Envelope = field(default_factory=Envelope)
    end: int = 0
    spans: dict[str, Span] = field(default_factory=dict)
    """Where each attribute of the envelope stands."""
    problems: list[Problem] = field(default_factory=list)
    partial: Span | None = None
    """The sentence that says that only an extract is held."""
    above: Span | None = None
    """The lines above it, which are no part of the telegram."""


def read_header(text: str) -> Header:
    """Read the header that `text` begins with. Without one, an empty envelope that ends at 0."""
    if partial := _PARTIAL.match(text):
        return _below_notice(text, partial)
    start = _beginning(text)
    lines_above = _lines_above(text) if start is None else 0
    reader = _Reader(text)
    end = reader.go_through(lines_above or start)
    if not end:
        return Header()
    header = reader.header(end)
    if lines_above:
        header.above = Span(0, lines_above)
    return header


def _below_notice(text: str, notice: re.Match[str]) -> Header:
    """Read what is left of a header below the notice; of 2000 and 2001 all but its first lines is.

    The date-time group stands alone, without a precedence, above the offices it went to.
    """
    end = notice.end()
    limit = end + _LONGEST_FRONT
    place = text.find("FM", end, limit)  # most hold none
    sender = _SENDER.search(text, end, limit) if place >= 0 else None
    if sender is None or _FIELD.search(text, end, sender.start()):
        return Header(Envelope(is_partial=True), end, partial=Span(*notice.span()))
    reader = _Reader(text)
    if group := _LONE_GROUP.search(text, end, sender.start()):
        reader.go_through(group.start())
    header = reader.header(reader.go_through(sender.start()))
    header.envelope = replace(header.envelope, is_partial=True)
    header.partial = Span(*notice.span())
    return header


def _lines_above(text: str) -> int:
    """Return how far the lines reach that stand above a header; 0 when there are none."""
    below = _BELOW_LINES.search(text, 0, _LONGEST_FRONT)
    if below is None:
        return 0
    local = _LOCAL.search(text, 0, below.start())
    is_other = _FIELD.search(text, local.end() if local else 0, below.start())
    return 0 if is_other else below.start()


def _beginning(text: str) -> int | None:
    """Return where the first line of a header begins; None when the text has no header."""
    first = _FIRST.match(text)
    start = first.end() if first else 0
    line = _LINE.match(text, start, _item_end(text, start, _line_end(text, start)))
    if line and (line.lastgroup != "entry" or _ADDRESS.match(line["entry"])):
        return start
    if _OLD_FRONT.search(text, 0, _LONGEST_FRONT) and (
        line := _OLD_GROUP.search(text, 0, _LONGEST_FRONT)
        or _SENDER.search(text, 0, _LONGEST_FRONT)
    ):
        begin = line.end() if line.re is _OLD_GROUP else line.start()
        return None if _PREAMBLE.search(text, 0, begin) else begin
    return None


def _line_end(text: str, position: int) -> int:
    stop = text.find("\n", position)
    return len(text) if stop < 0 else stop


def _item_end(text: str, position: int, line_end: int) -> int:
    """Return where what stands here ends: with its line, or before what follows on it."""
    while text.startswith((" ", "\t"), position, line_end):
        position += 1
    following = _NEXT.search(text, position + 1, line_end)
    return following.start() if following else line_end


class _Reader:
    """Goes through the lines of a header, once, and keeps the first of each kind."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: dict[str, re.Match[str]] = {}
        self._lists: dict[str, list[str]] = {"TO": [], "INFO": [], "XMT": [], _SECOND: []}
        self._places: dict[str, Span] = {}
        self._list: str | None = None
        self._stations: list[str] = []
        self._exempted_from: str | None = None
        self._end = -1
        self._is_joined = False

    def go_through(self, position: int | None) -> int:
        """Read line after line; return where the header ends, 0 when there is none."""
        text = self._text
        end = 0
        is_routing = False
        while position is not None and position < len(text):
            stop = self._stop(position)
            if self._list is not None and _ROUTED.match(text, position, stop):
                self._add(text[position:stop], position, stop)
                end, position = stop, stop + 1
                continue
            page = _PAGE.match(text, position, stop) if text.startswith("PAGE", position) else None
            begin = page.end() if page else position
            line = _LINE.match(text, begin, stop)
            if line and line.lastgroup:
                if not self._take(line):
                    break
                is_routing = line.lastgroup == "routing"
            elif not text[begin:stop].strip():
                # A blank line ends the header only if what follows is none of its lines.
                end = stop if page else end
                position = stop + 1
                continue
            elif is_routing and _MORE_ROUTING.match(text, begin, stop):
                self._stations += text[begin:stop].split()
            elif not self._is_address(begin, stop, is_after_blank=end < position - 1):
                break
            end, position = stop, stop + 1
        return self._before_glued(end)

    def _before_glued(self, end: int) -> int:
        """Leave a classification line to the text that stands behind the last addressee."""
        if self._list is None or not self._text[end - 7 : end].rstrip()[-5:].isdecimal():
            return end  # no serial of a telegram
        glued = _GLUED.search(self._text, self._text.rfind("\n", 0, end) + 1, end)
        if glued is None:
            return end
        entry = self._lists[self._list].pop()
        behind = len(self._text[glued.start() : end].rstrip())
        self._lists[self._list].append(entry[: len(entry) - behind])
        place = self._places[self._list]
        self._places[self._list] = Span(place.start, glued.start())
        return glued.start()

    def _stop(self, position: int) -> int:
        """Return where what stands here ends; what follows on its line is looked for in some."""
        if position > self._end:
            self._end = _line_end(self._text, position)
            is_long = self._end - position > _LONGEST_ITEM
            self._is_joined = is_long or self._text.startswith("FM", position)
        return _item_end(self._text, position, self._end) if self._is_joined else self._end

    def _take(self, line: re.Match[str]) -> bool:
        """Keep one recognised line; False when the header has ended before it."""
        kind = line.lastgroup or ""
        if kind == "entry":
            name = line["list"].upper()
            if name == "XMT" and self._list == "INFO" and self._exempted_from == "TO":
                name = _SECOND
            if self._lists[name] or (name == "TO" and self._lists["INFO"]):
                return False
            if _OFFICES.match(line.string, line.start(), line.end()):
                return True
            if name == "XMT":
                self._exempted_from = self._list
            self._list = name
            self._add(line["entry"], line.start(), line.end())
            return True
        if kind in self._lines and kind not in _REPEATED:
            return False  # the header begins again
        if kind == "routing":
            self._stations += line["stations"].split()
        self._list = None
        self._lines.setdefault(kind, line)
        return True

    def _is_address(self, start: int, stop: int, *, is_after_blank: bool) -> bool:
        """Take an unmarked line of an addressee list, if it is one."""
        if self._list is None or _ENDING.match(self._text, start, stop):
            return False
        if is_after_blank and not _ROUTED.match(self._text, start, stop):
            return False
        # A record of the site's data base runs straight on into the body, after a tab.
        self._add(self._text[start:stop], start, stop)
        return True

    def _add(self, entry: str, start: int, stop: int) -> None:
        if entry.startswith("PAGE") and (page := _PAGE.match(entry)):
            entry = entry[page.end() :]
        entry = entry.strip()
        name = self._list or "TO"
        if entry:
            self._lists[name].append(entry)
        first = self._places.get(name)
        self._places[name] = Span(first.start if first else start, stop)

    def header(self, end: int) -> Header:
        """Build the header from the lines that were kept."""
        lines = self._lines
        to, info, excluded = exempt(
            read_addressees(self._lists["TO"]),
            read_addressees(self._lists["INFO"]),
            read_exempted(self._lists["XMT"]),
            is_of_action=self._exempted_from == "TO",
        )
        if self._lists[_SECOND]:
            others = read_exempted(self._lists[_SECOND])
            to, info, others = exempt(to, info, others, is_of_action=False)
            excluded += others
        sending = lines.get("sending")
        group = lines.get("group")
        routing = lines.get("routing")
        problems: list[Problem] = []
        return Header(
            Envelope(
                transmission_id=self._value("transmission"),
                precedence=_precedence(group, "action") or _precedence(routing, 0),
                info_precedence=_precedence(group, "other"),
                routing=tuple(self._stations),
                station=sending["station"] if sending else None,
                serial=sending["serial"] if sending else None,
                julian=sending["julian"] if sending else None,
                security=self._value("security"),
                date_time_group=_when(group, sending, problems) if group else None,
                sender=self._value("sender"),
                to=to,
                info=info,
                excluded=excluded,
            ),
            end,
            self._spans(),
            problems,
        )

    def _value(self, kind: str) -> str | None:
        line = self._lines.get(kind)
        return (line[kind].strip() or None) if line else None

    def _spans(self) -> dict[str, Span]:
        lines = self._lines
        spans = {
            name: Span(*lines[kind].span(part))
            for name, kind, part in _PLACES
            if kind in lines and lines[kind][part]
        }
        spans |= {name: self._places[key] for name, key in _LIST_PLACES if key in self._places}
        return spans


_PLACES: Final = (
    ("transmission_id", "transmission", "transmission"),
    ("precedence", "group", "action"),
    ("info_precedence", "group", "other"),
    ("routing", "routing", "stations"),
    ("station", "sending", "station"),
    ("serial", "sending", "serial"),
    ("julian", "sending", "julian"),
    ("security", "security", "security"),
    ("date_time_group", "group", "group"),
    ("sender", "sender", "sender"),
)
"""Attribute of the envelope, kind of line, named part of the line."""
_LIST_PLACES: Final = (("to", "TO"), ("info", "INFO"), ("excluded", "XMT"))


def _precedence(line: re.Match[str] | None, part: str | int) -> Precedence | None:
    letter = line[part] if line else None
    return _PRECEDENCES.get(letter.strip()[:1].upper()) if letter else None


def _when(
    group: re.Match[str], sending: re.Match[str] | None, problems: list[Problem]
) -> datetime | None:
    """Read the date-time group, and check it against the Julian day of the DE line."""
    year = int(group["year"])
    if year < 100:
        year += 1900 if year >= 66 else 2000
    span = Span(*group.span("group"))
    try:
        when = datetime(
            year,
            month_number(group["month"]),
            int(group["day"]),
            int(group["hour"]),
            int(group["minute"]),
            tzinfo=UTC,
        )
    except ValueError:
        message = f"The date-time group {group['group'].strip()} is no date."
        problems.append(Problem(ProblemKind.BAD_DATE, message, span))
        return None
    julian = sending["julian"] if sending else None
    # A telegram is often sent on the day after it was released; earlier it cannot be sent.
    if julian and int(julian[:3]) - when.timetuple().tm_yday not in _SAME_OR_NEXT_DAY:
        message = f"The date-time group {group['group'].strip()} is not on day {julian[:3]}."
        problems.append(Problem(ProblemKind.DATE_DISAGREES, message, span))
    return when


_SAME_OR_NEXT_DAY: Final = frozenset((0, 1, 1 - 365, 1 - 366))
