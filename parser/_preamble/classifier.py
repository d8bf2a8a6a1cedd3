"""Who classified the cable, and why.

field := "Classified By" ":" people [ "for" | "," | ";" | "." ] reasons

The keyword may be doubled (`Classified By: Classified by DCM ...`): the block with the name counts.
Names come without titles. Lines cut at a fixed width are put together again, page marks are lifted
out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._preamble.found import Found
from parser._preamble.marks import blank_marks
from parser._preamble.name_words import raised_words
from parser._preamble.names import Person, find_people
from parser._preamble.reasons import find_reasons, is_near_reason, start_of_lead
from parser._preamble.titles import is_near_title, is_title_word, read_title, shortened
from parser._preamble.wrapping import Unwrapped, unwrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parser._preamble.layout import Block

_MAX: Final = 900
_BLANK_LINE: Final = re.compile(r"\n[ \t\xa0]*\n[ \t\xa0\n]*")
_END: Final = re.compile(
    r"\n[ \t]*(?:[-=_*#]{3}|¶|[1-9]\d?\.\s*(?:\(|[A-Z]))|\s¶|\s(?:BEGIN )?SUMMARY\b|\s-{4}"
)
_UNFINISHED: Final = re.compile(
    r"(?:[,&:(]|\b(?:AND|FOR|OF|BY|RE|REA|REAS|SE|SEC|E\.?O\.?(?:\s?1\d{0,3})?|1\.[45]?|REASONS?:?))\s*\Z"
)
_LONGEST_ENDING: Final = 12
"""`_UNFINISHED` is shorter than this, with the character before it."""
_CUT_ORDER: Final = re.compile(r"\bE\.?\s?O\.?\s?1\d{1,3}\s*\Z")
_GOES_ON: Final = re.compile(
    r"[).,;]|\(?(?:FOR )?RE?A?SONS?\b|SONS?\b|ASONS?\b|\(?[A-H]\)|1\.[45]|E\.?O\.? ?1|AND \([A-H]"
    r"|(?:PER|UNDER) (?:REASON|SECTION|1\.[45]|E\.?O)"
)
_GIVES_REASONS: Final = re.compile(r"\bREASONS?\b|\b1\.[45]\b")
_REST_OF_NAME: Final = re.compile(
    r"[\"\u201c]?[A-Z][^\n\d]{0,60}?(?:\bREASONS?\b|\b1\.[45]\W{0,3}[A-H]\b|\bE\.?O\.? ?1"
    r"|\n(?!\s*\n)[^\n\d]{0,70}\b1\.[45]\W{0,3}[A-H]\b)"
)
_OPEN_NAME: Final = re.compile(r"(?:[^\W\d_][\"\u201d]?|\s[A-Z]\.)\s*\Z")
_KNOWN_WORDS: Final = frozenset(
    ("REASON", "REASONS", "SECTION", "CLASSIFIED", "FOR", "AND", "PURSUANT", "UNDER", "ACCORDING")
)
"""Words of the field that the end of a line may cut in two."""
_WIDTH: Final = 71
_REASON_FOLLOWS: Final = r"(?:(?P<word>R[A-Z]{4,8})\b|\(?[1I]\s?[.,]|\([A-H]\)|E\.?O\.?\s?\d|\W*\Z)"
_NAME_END: Final = re.compile(
    rf"\b(?:E\.?[O0]\.?\s{{0,3}}1\d{{4}}|FORR?EASONS?\b|FORTHE\b|CITING\b|F\s?O\s?R\s+(?:FOR\s+)?(?:THE\s+)?(?:FOLLOWING\s+)?{_REASON_FOLLOWS}|"
    r"(?:AND|OF|F(?:O|R|OR|RO|OOR|ORR|FOR|PR|IR|OT)|OFR)\s*\Z|"
    r"(?:UNDER(?:[\s-]+(?P<office>(?!SECTION)S[A-Z]{5,9}|SEC(?=\.?,?\s+[A-Z])))?|"
    r"PER|BASED|PURSUANT|IAW|BECAUSE|DUE|ACCORDING|"
    r"IN ACCORDANCE|(?:BY )?AUTHORITY(?!\s+[A-Z]{4,20}\s)|ON (?:THE )?(?:BASIS|BEHALF|GROUNDS)|"
    r"E\.?O\.?\s{0,3}\d{4,5}|"
    r"EXECUTIVE ORDER|DECL(?:ASSIFY)?|DERIVED|RATIONALE|L\.[45]|"
    r"(?:(?:SUB)?SEC(?:TIONS?)?|PARA(?:GRAPH)?S?)(?=\.?\s*(?:\d|\Z)))\b)"
)
_GLUED_LEAD: Final = re.compile(
    r"(?<=[A-Z]{2})(?:FOR(?:\s?REASONS?)?|REASONS?)\W*\Z|(?<=[A-Z]{2})(?:BASED ON|PURSUANT TO)\b"
    r"|\b(?:UNDER|PER)(?=E\.?O\.|SECTION\W*\Z)"
)
"""What leads to the reasons, run on: `Ann Examplefor reasons 1.4`, `perE.O. 12958`."""
_BEHIND_REASONS: Final = re.compile(r"\s*(?:[,;:]|BY\b)\s*(?=[A-Z])")
"""What stands between reasons and the name where the reasons come first."""
_ANOTHER: Final = re.compile(r"\W*(?:AND|&)\s+(?=[A-Z]{3})")
"""What stands between the reasons of one and another who has reasons of his own."""
_REASONS_FIRST: Final = re.compile(r"\W*(?:(?:FOR )?REASONS?\W*)?\Z")
"""Nothing stands in front of the reasons."""
_PLAIN_WORD: Final = re.compile(r"[^\W\d_](?:[^\s,;:()]*[^\W\d_])?")
_MOST_TITLE_WORDS: Final = 6
_SMALL_WORDS: Final = frozenset({"OF", "THE", "FOR", "AND", "TO"})
_AUTHORITY: Final = re.compile(
    r"\W*(?:(?:PER|UNDER|BY|ON)\s+(?:THE\s+)?AUTHORITY\s+OF\s+(?:THE\s+)?(?=[A-Z])"
    r"|(?:(?:PER|UNDER|BY|IAW|BASED ON|PURSUANT TO)\s+)?(?:E\.?\s?O\.?|EXECUTIVE ORDER)\s?\d{5}"
    r"(?:\W*BY\b)?\W*(?=[A-Z]))"
)
"""What gives the right to classify, in front of the name: `E.O. 12958: DCM Example`."""
_WORD_BEFORE_SECTION: Final = re.compile(
    r"/?\b(?:(?:FOR\s+)?(?P<word>R[A-Z]{4,8})\b(?:\(S\))?\W*(?:SE[A-Z]{3,6}\W*)?"
    r"|(?P<section>S[A-Z]{5,6})\W*)\Z"
)
_LONGEST_LEAD: Final = 40
_NEAR_SECTION: Final = shortened("SECTION")


_STAMP: Final = re.compile(
    r"[ \t]{0,8}\b(?:UNCLASSIFIED|C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|S ?E ?C ?R ?E ?T)"
    r"(?: ?//? ?NOFORN)?[ \t]*(?=\n)"
)
"""The level of a page, which a publisher put behind the reasons."""


class Classifier(NamedTuple):
    """What one Classified By block says."""

    names: tuple[Found[str], ...] = ()
    title: Found[str] | None = None
    reasons: tuple[Found[str], ...] = ()
    section: Found[str] | None = None
    end: int = 0


def read_classifier(text: str, raised: str, block: Block) -> Classifier:
    """Read one Classified By block."""
    limit = min(block.limit, block.value + _MAX)
    plain = blank_marks(raised[block.value : limit])
    end = _extent(plain, text[block.value : limit], block.value - _line_start(raised, block.start))
    printed = text[block.value : block.value + end]
    has_mark = plain[:end] != raised[block.value : block.value + end]
    if has_mark:
        printed = "".join(
            " " if blank == " " else letter for letter, blank in zip(printed, plain, strict=False)
        )
    line_start = _line_start(raised, block.start) - block.value
    printed = printed.rstrip()
    whole = unwrap(printed, line_start, _is_word)
    if has_mark:
        whole = whole._replace(is_repaired=True)
    read = _read(whole, block.value, block.value + len(printed))
    stamp = _STAMP.match(raised, read.end)
    return read._replace(end=stamp.end()) if stamp else read


def merge_classifiers(blocks: Sequence[Classifier]) -> Classifier:
    """Take the first block with names, and the first with reasons.

    Another who is named with reasons, below the first who is, classified it, too.
    """
    if len(blocks) == 1:
        return blocks[0]
    merged = Classifier()
    for block in blocks:
        if merged.names and merged.reasons and block.reasons:
            merged = _with_another(merged, block)
        if block.names and not merged.names:
            merged = merged._replace(names=block.names, title=block.title)
        if block.reasons and not merged.reasons:
            merged = merged._replace(reasons=block.reasons, section=block.section)
    return merged


def _with_another(merged: Classifier, block: Classifier) -> Classifier:
    """Add those whose surname is not there yet, and their reasons."""
    surnames = {one.value.split()[-1].upper() for one in merged.names}
    others = tuple(one for one in block.names if one.value.split()[-1].upper() not in surnames)
    if not others:
        return merged
    letters = {one.value for one in merged.reasons}
    more = tuple(one for one in block.reasons if one.value not in letters)
    return merged._replace(names=merged.names + others, reasons=merged.reasons + more)


def _line_start(raised: str, offset: int) -> int:
    return raised.rfind("\n", 0, offset) + 1


def _extent(plain: str, printed: str, printed_before: int) -> int:
    """Find the end of the field: a rule, a paragraph, or a blank line that ends it."""
    stop = next((one for one in _END.finditer(plain) if not _is_rest_of_order(plain, one)), None)
    end = stop.start() if stop else len(plain)
    for blank in _BLANK_LINE.finditer(plain, 0, end):
        before = plain[: blank.start()]
        line = before[before.rfind("\n") + 1 :].rstrip()
        width = len(line) + (printed_before if "\n" not in before else 0)
        if (
            not before.strip()
            or width == _WIDTH
            or _UNFINISHED.search(before.rstrip()[-_LONGEST_ENDING:])
            or (printed[blank.end() : blank.end() + 1].islower() and before.rstrip()[-1:].isalnum())
            or _GOES_ON.match(plain, blank.end())
            or (
                _REST_OF_NAME.match(plain, blank.end())
                and not _GIVES_REASONS.search(before)
                and _OPEN_NAME.search(before)
            )
        ):
            continue
        return blank.start()
    return end


def _is_rest_of_order(plain: str, ending: re.Match[str]) -> bool:
    """Tell the last digits of `E.O. 1295` / `8. Reasons 1.4` from the number of a paragraph."""
    return _CUT_ORDER.search(plain, max(0, ending.start() - 16), ending.start()) is not None


def _with_reasons(
    line: str, raised: str, begin: int
) -> tuple[tuple[Person, ...], tuple[tuple[str, int], ...], int]:
    """Find people named in full from `begin` on, the letters of their reasons, and the end."""
    own = find_reasons(raised[begin:])
    if own is None:
        return (), (), begin
    people = (one for one in _people(line[: begin + own.start], begin))
    full = tuple(one for one in people if " " in line[one.start : one.end])
    return full, tuple((letter, begin + at) for letter, at in own.letters), begin + own.end


def _is_word(word: str) -> bool:
    return word in _KNOWN_WORDS or is_title_word(word)


def _people(line: str, begin: int) -> tuple[Person, ...]:
    """Find the people whom a line names from `begin` on."""
    return tuple(person.moved(begin) for person in find_people(line[begin:]))


def _title_alone(text: str, begin: int, end: int) -> tuple[int, int] | None:
    """Find a title that stands without a name, `Classified By: Ambassador, reason 1.4 (b)`."""
    words = list(_PLAIN_WORD.finditer(text, begin, end))[: _MOST_TITLE_WORDS + 1]
    raised = [word[0].upper() for word in words]
    is_title = (
        len(words) <= _MOST_TITLE_WORDS
        and any(map(is_title_word, raised))
        and all(word in _SMALL_WORDS or read_title(word)[0] for word in raised)
    )
    return (words[0].start(), words[-1].end()) if is_title else None


def _end_of_names(raised: str, begin: int, end: int) -> int:
    """Find what closes the names between two places: "for", "under", a misspelt "reasons"."""
    for stop in _NAME_END.finditer(raised, begin, end):
        word, office = stop["word"], stop["office"]
        is_office = office and (is_title_word(office) or is_near_title(office))
        if (not word or is_near_reason(word)) and not is_office:
            end = stop.start()  # neither Director for Regional ... nor Under Secretray ...
            break
    last = _WORD_BEFORE_SECTION.search(raised, max(begin, end - _LONGEST_LEAD), end)
    is_lead = last is not None and (
        is_near_reason(last["word"])
        if last["word"]
        else raised[end : end + 1].isdigit()
        and not shortened(last["section"]).isdisjoint(_NEAR_SECTION)
    )
    if last and is_lead:
        end = last.start()
    if end < len(raised) and (glued := _GLUED_LEAD.search(raised, begin, end)):
        end = glued.start()
    return end if is_lead or end == len(raised) else start_of_lead(raised, begin, end)


def _read(line: Unwrapped, offset: int, end: int) -> Classifier:
    """Read an unwrapped line; `offset` is where its block begins in the text."""
    raised = raised_words(line.text)
    reasons = find_reasons(raised)
    name_end = len(raised)
    if reasons:
        end = min(end, offset + line.place(reasons.end))
        name_end = reasons.start
    authority = _AUTHORITY.match(raised, 0, name_end)
    begin = authority.end() if authority else 0
    name_end = _end_of_names(raised, begin, name_end)

    def found(value: str, start: int, stop: int) -> Found[str]:
        return Found(
            value, offset + line.place(start), offset + line.place(stop - 1) + 1, line.is_repaired
        )

    people = _people(line.text[:name_end].rstrip(" /-"), begin)
    if not people and reasons:
        if behind := _BEHIND_REASONS.match(raised, reasons.end):
            people = _people(line.text, behind.end())
        elif _REASONS_FIRST.match(raised, begin, reasons.start):
            people = _people(line.text, reasons.end)
    letters = reasons.letters if reasons else ()
    if people and reasons and (another := _ANOTHER.match(raised, reasons.end)):
        others, more, last = _with_reasons(line.text, raised, another.end())
        if others:
            people += others
            letters += tuple(one for one in more if one[0] not in dict(letters))
            end = offset + line.place(last)
    names = tuple(
        found(" ".join(line.text[person.start : person.end].split()), person.start, person.end)
        for person in people
    )
    title = people[0].title if people else _title_alone(line.text, begin, name_end)
    return Classifier(
        names,
        found(" ".join(line.text[slice(*title)].split()), *title) if title else None,
        tuple(found(letter, at, at + 1) for letter, at in letters),
        found(*reasons.section) if reasons and reasons.section else None,
        end,
    )
