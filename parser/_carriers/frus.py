"""Foreign Relations of the United States: one volume, an XML file in the TEI namespace.

Documents are `div`s of type `document` in chapters of any depth; attachments stand inside them,
with headings, datelines and signatures of their own, and are part of the text. The heading and the
dateline of the document itself are told apart from it; a salutation and a closing phrase are text.
Footnotes are taken out of the running text and kept, page breaks vanish. The volume is streamed; a
document type, which could make entities explode, is refused.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Final, cast
from xml.etree import ElementTree as ET

from parser._carriers._tei import ATTACHMENTS, FRUS, TEI, blocks, headings, line
from parser._errors import DamagedSourceError, UnsafeSourceError
from parser._model import Metadata
from parser._records import Record
from parser._stream import LONGEST_DOCUMENT
from parser._told import Told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from parser._stream import Stream

_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
_ROOT: Final = re.compile(rb"<(?:\w+:)?TEI\b[^>]*http://www\.tei-c\.org/ns/1\.0")
_DOCUMENT_TYPE: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_FED: Final = 1 << 15
"""Bytes given to the XML parser at a time: forgetting an element moves all that stand beside it."""
_DEEPEST: Final = 100
"""Elements inside each other; real volumes need 15."""
_DATES: Final = ("when", "from", "notBefore")
"""Attributes of a date, of which one says when it begins."""
_LEVEL: Final = re.compile(
    r"\b(Top Secret|Secret|Confidential|Restricted(?! Data)|Limited Official Use|Official Use Only"
    r"|Unclassified)\b"
)
_CAPTIONS: Final = re.compile(r"; ([A-Z][A-Za-z ]{1,30}(?:; [A-Z][A-Za-z ]{1,30}){0,4})(?=\.)")
"""Precedence and captions in the sentence of the level: `Secret; Niact; Limit Distribution.`"""
_MARKING: Final = re.compile(
    r"(?P<level>Top Secret|Secret|Confidential|Restricted|Limited Official Use|Official Use Only"
    r"|Unclassified)\b[\s.;,]*(?P<captions>.*)|(?:(?:US )?Urgent|Priority|Niact|Plain)\b.{0,60}",
    re.IGNORECASE,
)
"""The level, in volumes of around 1950 a line above the dateline, and captions behind it."""
_CITED: Final = re.compile(
    r"\b(?:(?:Your|Our|My|(?:Embassy|Department|Legation|Consulate|Mission)(?:['\u2019]s)?)"
    r"(?: (?:telegram|cable|airgram|des?patch|circular|instruction)s?)?(?: Nos?\.)?"
    r"|(?:Emb|Dep|Leg|Con|Cir|Depcir|Ur|My|Ref)tels?) \d{1,5}"
    r"(?=[.,;:)\]]| (?:and|of|dated|repeated|sent|to)\b|\Z)",
    re.IGNORECASE,
)
"""How telegrams of the time cite each other, by a number of one of the two ends."""
_TELEGRAM_NUMBER: Final = re.compile(r"((?:\[[^]]{1,60}]\n\n)?)(\d{1,5})\. (?=\S)")
"""Before the text; a line above it may say that the text is a paraphrase."""
_TELEGRAM: Final = re.compile(
    r"(?:telegram|cable|airgram|message)s?\b(?: (?P<number>\d{1,6})\b)?", re.IGNORECASE
)
"""What a heading calls a telegram, `Telegram 1285 From the Embassy in ...`.

In older volumes the line above the heading does, `724.3415/4211: Telegram`.
"""
_KIND: Final = re.compile(r"(?:.{0,80}?\b(?:From|by)\b ?)?(?:the )?", re.IGNORECASE)
"""How a heading begins before it names who sent a document: `Memorandum by the`."""
_SUBJECT: Final = re.compile(r"\ASubject\s*(?:[:.]\s*|\Z)", re.IGNORECASE)


def matches(head: bytes) -> bool:
    """Recognise the root element and its namespace."""
    return _ROOT.search(head) is not None


def read(stream: Stream) -> Iterator[Record]:
    """Yield each document of the volume.

    Raises:
        DamagedSourceError: the XML is broken or ends in the middle.
        UnsafeSourceError: it declares a document type, or a document is past all bounds.
    """
    root = _ROOT.search(stream.head)
    if _DOCUMENT_TYPE.search(stream.head, 0, root.start() if root else len(stream.head)):
        raise UnsafeSourceError(
            stream.name, "declares a document type, which can explode", "remove its DOCTYPE line"
        )
    volume = ""
    for element in _elements(stream):
        if element.tag == f"{TEI}TEI":
            volume = element.get(_ID, "")
        else:
            yield _record(element, volume)


def _elements(stream: Stream) -> Iterator[Element]:
    """Yield the root as it begins, and each document as it ends; nothing else is kept.

    Raises:
        DamagedSourceError: it is no XML from some line on; what stands before was yielded.
        UnsafeSourceError: elements or documents are larger than any.
    """
    try:
        yield from _well_formed(stream)
    except ET.ParseError as error:
        raise DamagedSourceError(
            stream.name,
            f"is broken XML at line {error.position[0]}",
            "get it again; what stands before was read",
        ) from error


def _well_formed(stream: Stream) -> Iterator[Element]:
    pull: ET.XMLPullParser[Element] = ET.XMLPullParser(("start", "end"))
    ancestors: list[Element] = []
    document: Element | None = None
    size = 0
    for chunk in _small_chunks(stream):
        pull.feed(chunk)
        size += len(chunk)
        for event, element in cast("Iterator[tuple[str, Element]]", pull.read_events()):
            if event == "start":
                ancestors.append(element)
                if len(ancestors) == 1:
                    yield element
                elif document is None and _is_document(element):
                    document = element
            else:
                ancestors.pop()
                if element is document:
                    yield element
                    document = None
                if document is None:
                    size = 0
                    _forget(element, ancestors)
            if len(ancestors) > _DEEPEST:
                raise _unsafe(stream.name)
        if size > LONGEST_DOCUMENT:
            raise _unsafe(stream.name)
    pull.close()


def _small_chunks(stream: Stream) -> Iterator[bytes]:
    for chunk in stream.chunks():
        for start in range(0, len(chunk), _FED):
            yield chunk[start : start + _FED]


def _is_document(element: Element) -> bool:
    return element.tag == f"{TEI}div" and element.get("type") == "document"


def _forget(element: Element, ancestors: list[Element]) -> None:
    if ancestors:
        ancestors[-1].remove(element)


def _unsafe(name: str) -> UnsafeSourceError:
    return UnsafeSourceError(
        name, "holds a document longer or deeper than any volume", "look at what it really is"
    )


def _record(document: Element, volume: str) -> Record:
    number = document.get(_ID, "")
    notes = list(document.iter(f"{TEI}note"))
    source = next((line(note) for note in notes if note.get("type") == "source"), "")
    dateline = next(_of_the_document(document, "dateline"), None)
    subject = document.find(f"{TEI}list[@type='subject']")
    marking = _marking(document)
    own = (document.find(f"{TEI}head"), dateline, subject, marking)
    heading, title = _heading(document), _subject(subject)
    telegram = _TELEGRAM.search(heading) or _TELEGRAM.search(_file_number(document))
    sent, text = _sent(
        telegram, "\n\n".join(blocks(document, {id(one) for one in own if one is not None}))
    )
    level, captions = _level(source, line(marking) if marking is not None else "")
    attributes = {
        "Volume": volume,
        "Kind": document.get("subtype", ""),
        "Heading": heading if title else "",
        "Dateline": line(dateline) if dateline is not None else "",
        "Dated until": _last_day(document),
        "Source": source.removeprefix("Source: "),
        "Marking": line(marking) if marking is not None else "",
        "Captions": captions,
        "Telegram number": sent,
    }
    metadata = Metadata(
        carrier="frus-tei",
        reference_id="/".join(part for part in (volume, number) if part) or None,
        created=_created(document, dateline),
        classification=level,
        origin=_origin(document),
        title=title or heading or None,
        references=tuple(dict.fromkeys(_CITED.findall(text))),
        attributes=tuple((key, value) for key, value in attributes.items() if value),
    )
    return Record(
        text,
        metadata,
        f"document {number}" if number else None,
        footnotes=tuple(_numbered(note) for note in notes if note.get("type") != "source"),
        told=Told(telegram is not None, _signed_by(document), headings(document)),
    )


def _file_number(document: Element) -> str:
    """Return the line above the heading that says where a document lies, and that it is one."""
    note = document.find(f"{TEI}note[@rend='inline']")
    return line(note) if note is not None else ""


def _marking(document: Element) -> Element | None:
    """Find the line of the level, which older volumes print above the dateline."""
    lines = document.iterfind(f"{TEI}opener/{TEI}seg")
    return next((one for one in lines if _MARKING.fullmatch(line(one))), None)


def _level(source: str, marking: str) -> tuple[str | None, str]:
    """Return the level and the captions behind it, from the source note or a line of their own."""
    if found := _LEVEL.search(source):
        captions = _CAPTIONS.match(source, found.end())
        return found[1].upper(), captions[1] if captions else ""
    printed = _MARKING.fullmatch(marking)
    if printed is None:
        return None, ""
    return printed["level"] and printed["level"].upper(), printed["captions"] or ""


def _sent(telegram: re.Match[str] | None, text: str) -> tuple[str, str]:
    """Return the number of a telegram, from its heading or before its text, and the text."""
    if telegram is None:
        return "", text
    if telegram["number"]:
        return telegram["number"], text
    before = _TELEGRAM_NUMBER.match(text)
    if before is None or f"\n\n{int(before[2]) + 1}. " in text:  # paragraph 1: 2 follows
        return "", text
    return before[2], before[1] + text[before.end() :]


def _moment(text: str) -> datetime | None:
    """Read a time; the midnight of a place stands for a day of which no more is known."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.time() == time():
        return moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _created(document: Element, dateline: Element | None) -> datetime | None:
    """Read the earliest time that a document can be of, from its heading or its dateline."""
    if moment := _moment(document.get(f"{FRUS}doc-dateTime-min", "")):
        return moment
    day = dateline.find(f".//{TEI}date") if dateline is not None else None
    values = (day.get(name, "") for name in _DATES) if day is not None else ()
    return next((moment for value in values if (moment := _moment(value))), None)


def _last_day(document: Element) -> str:
    """Return the last day of a range of dates, `1955-08-24`; nothing when there is one day only."""
    first, last = (document.get(f"{FRUS}doc-dateTime-{end}", "")[:10] for end in ("min", "max"))
    return last if first and first != last else ""


def _of_the_document(document: Element, name: str) -> Iterator[Element]:
    """Find what stands in a document, and not in an attachment to it."""
    for child in document:
        if child.tag == f"{TEI}{name}":
            yield child
        elif child.tag not in ATTACHMENTS:
            yield from _of_the_document(child, name)


def _signed_by(document: Element) -> tuple[str, ...] | None:
    """Return who signed a document; None where nothing is marked, and the text may end so."""
    lines = tuple(filter(None, map(line, _of_the_document(document, "signed"))))
    has_attachment = any(child.tag in ATTACHMENTS for child in document.iter() if child != document)
    return lines if lines or has_attachment else None


def _origin(document: Element) -> str | None:
    """Return who sent a document: an office, or whoever holds it, or a person."""
    head = document.find(f"{TEI}head")
    sender = head.find(".//*[@type='from']") if head is not None else None
    if head is None or sender is None:
        return None
    name = line(sender)
    if sender.tag == f"{TEI}persName":  # The Consul (Example), Mr. Example, Ann Example
        office = _KIND.sub("", _heading(document).partition(name)[0], count=1).strip()
        name = office.rstrip("( ") if office.endswith("(") else f"{office} {name}".strip()
    return name.removeprefix("the ").removeprefix("The ") or None


def _heading(document: Element) -> str:
    """Return the heading of a document without its number."""
    head = document.find(f"{TEI}head")
    return re.sub(r"^\d+\. ", "", line(head)) if head is not None else ""


def _subject(held: Element | None) -> str:
    """Return what stands below SUBJECT, line by line, on one line."""
    items = held.findall(f"{TEI}item") if held is not None else []
    return "; ".join(filter(None, (_SUBJECT.sub("", line(item), count=1) for item in items)))


def _numbered(note: Element) -> str:
    text = line(note)
    return f"{note.get('n')}. {text}" if note.get("n") else text
