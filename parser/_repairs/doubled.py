"""Doubled headers, records of the site's data base, and second cables inside a body.

record := [ id SEP ] date-time SEP MRN SEP origin SEP classification [ SEP references ] SEP
        | id "  " date "  " MRN "  " origin "  " classification "  "
        | "id: " id "date: " date-time "refid: " MRN "origin: " origin
          "classification: " classification "destination: " references "header:"   (on seven lines)
        | "<<" id ">>" date-time MRN origin classification   (on five lines)
SEP    := tab | line end

Between header and body the site sometimes left the record that the page was made from: the fields,
the header again, the body again. A record of another cable begins a second cable. Below some
telegrams an earlier copy of the same stands, under a mark of the system that kept them. In some of
2008 and 2009 a line stands twice in a row, the second time behind a Q.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._envelope import read_header
from parser._model import RepairKind
from parser._mrn import canonical_mrn
from parser._working import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SEPARATOR: Final = r"[ \\]{0,4}[\t\n][ \\\n]{0,12}"
_RECORD: Final = re.compile(
    rf"""(?:(?<=\n)|\A)[ ]{{0,4}}
    (?:(?P<id>\d{{1,6}}){_SEPARATOR})?
    (?P<when>\d{{4}}-\d\d-\d\d\ \d\d:\d\d):\d\d{_SEPARATOR}
    (?P<mrn>\d\d[A-Z]{{2,30}}\d{{1,8}}){_SEPARATOR}
    (?P<origin>[^\t\n]{{2,60}}?){_SEPARATOR}
    (?P<classification>(?:UNCLASSIFIED|CONFIDENTIAL|(?:TOP\ )?SECRET|LIMITED\ OFFICIAL\ USE)
      (?://[A-Z\ ]{{2,30}})?)
    (?:[ \\]{{0,4}}[\t\n][ \\]{{0,4}}
      (?P<references>(?:\d\d[A-Z][^\t\n]{{3,2000}})?)[ \\]{{0,4}}[\t\n])?
    [\s\\]{{0,40}}""",
    re.VERBOSE,
)
_DATED: Final = re.compile(
    r"(?:\A|(?<=\n))(?P<id>\d{1,6})[ ]{2}(?P<when>\d{4}-\d\d-\d\d)[ ]{2,4}"
    r"(?P<mrn>\d\d[A-Z]{2,30}\d{1,8})[ ]{2,4}(?P<origin>[A-Z][A-Za-z .]{2,60}?)[ ]{2,4}"
    r"(?P<classification>[A-Z/ ]{6,45}?)[ ]{2,8}(?P<references>)"
)
_DATED_SIGN: Final = "...\n\n\n"
"""A text that the site cut short stands above such a record."""
_LABELLED: Final = re.compile(
    r"(?<![a-z ])id: (?P<id>\d{1,6})[ ]?\ndate: (?P<when>\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d\d)[ ]?\n"
    r"refid: (?P<mrn>\d\d[A-Z]{2,30}\d{1,8})[ ]?\norigin: (?P<origin>[^\n]{2,60})\n"
    r"classification: (?P<classification>[A-Z/ ]{6,45})\n"
    r"destination: ?(?P<references>[^\n]{0,2000})\nheader:[ ]?\n"
)
_LABELLED_SIGN: Final = "header ends -"
_BRACKETED: Final = re.compile(
    r"(?:\A|(?<=\n))<<(?P<id>\d{1,6})>>[ ]?\n"
    r"(?P<when>\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d\d)[ ]?\n"
    r"(?P<mrn>\d\d[A-Z]{2,30}\d{1,8})[ ]?\n(?P<origin>[^\n]{2,60})\n"
    r"(?P<classification>[A-Z/ ]{6,45})(?P<references>)\n\s{0,40}"
)
_BRACKETED_SIGN: Final = "<<"
_TITLE: Final = re.compile(r"\s{0,9}TAGS:[^\n]{0,200}\nSUBJECT:[^\n]{0,200}\n")
"""TAGS and the beginning of the subject, of the record as well."""
_HEADER_ENDS: Final = re.compile(r"\s{0,40}-{4,40} header ends -{4,40}\s{0,40}")
_TIMES: Final = ("%Y-%m-%d %H:%M", "%Y-%m-%d", "%m/%d/%Y %H:%M")
_NUMBERED: Final = re.compile(
    r"(?:UNCLAS|CONFIDENTIAL|C O N F I D E N T I A L|SECRET|S E C R E T)"
    r"(?: SECTION \d\d OF \d\d)? ([A-Z][A-Z ]{1,24}) 0{0,5}(\d{1,6})\b"
)
"""A classification line that names its telegram."""
_ANOTHER_COPY: Final = "@@@OASYS@@@"
_LINE_AGAIN: Final = re.compile(r"\nQ(\S[^\n]{10,200}?)[ \t]{0,4}(?=\n|\Z)")
_SECONDS: Final = re.compile(r":(?=00[ \\]{0,4}[\t\n])")
"""How the time of a record ends; most texts hold no such thing. One letter is found fastest."""
_HEADER_REACH: Final = 20_000
_SHORTEST_FIRST_LINE: Final = 6


class DumpRecord(NamedTuple):
    """A record of the site's data base, as it stands in a body."""

    start: int
    end: int
    """Where the header or the body that follows begins."""
    id: str | None
    created: datetime
    reference_id: str
    origin: str
    classification: str
    references: tuple[str, ...]


class Part(NamedTuple):
    """One cable of a raw text that may hold several."""

    text: str
    record: DumpRecord | None
    """The record it began with; None for the cable that the carrier itself names."""


def find_records(text: str) -> Iterator[DumpRecord]:
    """Find the records of the data base in a text."""
    found = _matches(text)
    if _DATED_SIGN in text:
        found = sorted({*found, *_DATED.finditer(text, 1)}, key=re.Match.start)
    return _records(found)


def _records(matches: Iterable[re.Match[str]]) -> Iterator[DumpRecord]:
    for found in matches:
        created = _time(found["when"])
        if created is None:
            continue
        references = (found["references"] or "").strip(" \\")
        yield DumpRecord(
            found.start(),
            found.end(),
            found["id"],
            created,
            found["mrn"],
            found["origin"].strip(),
            found["classification"].strip(),
            tuple(references.split("|")) if references else (),
        )


def _matches(text: str) -> Sequence[re.Match[str]]:
    """Find records of each form that the text shows a sign of, in order.

    One with a date only is looked for at the beginning; elsewhere it divides two cables.
    """
    found = [*_RECORD.finditer(text)] if _SECONDS.search(text) else []
    if text[:1].isdecimal() and (first := _DATED.match(text)):
        found.append(first)
    if _LABELLED_SIGN in text:
        found += _LABELLED.finditer(text)
    if _BRACKETED_SIGN in text:
        found += _BRACKETED.finditer(text)
    return sorted(found, key=re.Match.start)


def _time(text: str) -> datetime | None:
    for form in _TIMES:
        with suppress(ValueError):
            return datetime.strptime(text, form).replace(tzinfo=UTC)
    return None


def split_second_cables(
    text: str, records: Iterable[DumpRecord], mrn: str | None
) -> tuple[Part, ...]:
    """Divide a raw text where the record of another cable stands in it.

    Args:
        text: The raw telegram, as its carrier holds it.
        records: The records of the data base in it.
        mrn: Canonical message reference number of the cable that the carrier names; None takes the
            first record's.

    Returns:
        The parts in order; a single one, the whole text, when it holds one cable.
    """
    parts = []
    start = 0
    record = None
    own = mrn
    for found in records:
        other = canonical_mrn(found.reference_id) or found.reference_id
        if own is None or other == own:
            own = other
            continue
        parts.append(Part(text[start : found.start], record))
        start, record, own = found.start, found, other
    parts.append(Part(text[start:], record))
    return tuple(parts)


def mend_doubled(text: str) -> Sequence[Edit]:
    """Take out records of the data base, and the header or a line that stands twice."""
    edits: list[Edit] = []
    records = list(_records(_matches(text)))
    if not records:
        edits += (*_doubled_header(text), *_second_copy(text))
        return sorted((*edits, *_lines_again(text, edits[0].start if edits else len(text))))
    first = records[0].start
    has_header = first > 0 and read_header(text[: min(first, _HEADER_REACH)]).end > 0
    limits = (*(record.start for record in records[1:]), len(text))
    for record, limit in zip(records, limits, strict=True):
        reach = min(limit, record.end + _HEADER_REACH)
        edits += _mend_record(text, record, reach, has_header=has_header)
        has_header = True
    return edits


def _mend_record(text: str, record: DumpRecord, limit: int, *, has_header: bool) -> Iterator[Edit]:
    """Take out one record; `limit` is how far its header can reach."""
    again = read_header(text[record.end : limit]).end
    header = record.end + again
    tab = text.find("\t", record.end, limit)
    if 0 <= tab <= header:
        header = tab
    ends_in_tab = text[header : header + 1] == "\t"
    end = header + 1 if ends_in_tab else header
    if rule := _HEADER_ENDS.match(text, header):
        end = rule.end()
    elif text.startswith(_BRACKETED_SIGN, record.start) and (title := _TITLE.match(text, header)):
        end = title.end()
    if has_header:
        after = "" if text[end : end + 1] == "\n" else "\n\n"
        yield Edit(record.start, end, after, RepairKind.DOUBLED)
    else:
        yield Edit(record.start, record.end, "", RepairKind.DOUBLED)
        if end > header:
            yield Edit(header, end, "\n\n", RepairKind.DOUBLED)


def _doubled_header(text: str) -> Sequence[Edit]:
    """Find a header that begins again with its own first line."""
    first = text.lstrip()[:80].partition("\n")[0].rstrip()
    if len(first) < _SHORTEST_FIRST_LINE:
        return ()
    start = text.find("\n" + first, len(first), _HEADER_REACH)
    if start < 0:
        return ()
    header = read_header(text).end
    again = read_header(text[start + 1 : start + _HEADER_REACH]).end
    if not again or text[header:start].strip():
        return ()
    return (Edit(start, start + 1 + again, "", RepairKind.DOUBLED),)


def _second_copy(text: str) -> Sequence[Edit]:
    """Find the earlier copy of a telegram that stands below its corrected one."""
    start = text.find(_ANOTHER_COPY)
    if start < 0:
        return ()
    above, below = _NUMBERED.search(text, 0, start), _NUMBERED.search(text, start)
    if above is None or below is None or above.groups() != below.groups():
        return ()
    return (Edit(start, len(text), "", RepairKind.DOUBLED),)


def _lines_again(text: str, end: int) -> Iterator[Edit]:
    """Find lines in front of `end` that say once more, behind a Q, what stands above them."""
    for found in _LINE_AGAIN.finditer(text, 0, end):
        above = text[text.rfind("\n", 0, found.start()) + 1 : found.start()].rstrip()
        if above == found[1]:
            yield Edit(found.start(), found.end(), "", RepairKind.DOUBLED)
