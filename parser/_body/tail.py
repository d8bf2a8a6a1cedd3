"""The end of a telegram: signature, stamps, footer.

tail := { footer line } [ signature ] { footer line | stamp }

A signature is a line of capitals, a name of one to four words, alone after the end of a sentence,
under a blank line or under a line in small letters.
In text in lower case it may be written with capitals only at the start of each name. It may be run
on after END COMMENT.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._body.chunks import RULE_MARKS, is_ended
from parser._tables import word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

_WINDOWS: Final = (300, 1_500, 6_000)
"""How far back a tail is looked for: further where a nearer look does not come to its beginning."""
_LONGEST_NAME: Final = 40

_LEVEL: Final = (
    r"U ?N ?C ?L ?A ?S(?: ?S ?I ?F ?I ?E ?D)?|C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L"
    r"|(?:T ?O ?P ?)?S ?E ?C ?R ?E ?T|LIMITED OFFICIAL USE|SENSITIVE"
    r"|FOR OFFICIAL USE ONLY|DECLASSIFIED|SBU|FOUO"
)
_CONTROL: Final = (
    r"NOFORN|SENSITIVE|SBU|FOUO|FOR OFFICIAL USE ONLY|EXDIS|NODIS|LIMDIS"
    r"|(?:25)?X\d(?:-HUMAN)?"
)
_STAMP: Final = re.compile(
    rf"(?:\(?(?:{_LEVEL})(?:[ /]{{1,4}}(?:{_CONTROL}|(?:19|20)\d{{6}})){{0,3}}\)?"
    rf"(?: [A-Z][A-Z .']{{1,24}} \d{{2,6}}| N{{4}})?"
    rf"|SIPDIS|{_CONTROL}|N{{4}}[A-Z0-9]{{0,24}}|N{{1,8}}|BT|EOF|(?:UN)?QU?O?TE"
    r"|[A-Z]{0,6}VZCZ[A-Z0-9]{0,12}"
    r"|#{1,3}\d{1,6}|SECTION \d\d? OF \d\d?|<?END>?|DECONTROLLED"
    r"|(?:RELEASED|DENIED|DECLASSIFIED) IN (?:FULL|PART).{0,40}"
    r"|(?:B\d|1\.4 ?\(?[A-H]\)?)(?:[, ]{1,2}(?:B\d|1\.4 ?\(?[A-H]\)?)){0,4}"
    r"|<{2}.{0,60}>{2}"
    r"|[=*# -]{0,60}(?:CABLE ENDS"
    r"|END (?:OF )?(?:CABLE|MESSAGE|TELEGRAM|DOCUMENT|SECTION(?: \d{1,2})?)(?: TEXT)?)[=*# -]{0,60}"
    r"|(?:(?:DRAFTED|CLEARED|APPROVED|CLASSIFIED)(?: BY)?|DECLASSIFY ON|CABLE DISTRIBUTION) ?:"
    r".{0,80}"
    r"|PAGE \d\d?\b.{0,80}|NOTE(?::? (?:NOT PASSED|ORIGINAL DOC)| BY OC/T:?).{0,80}|\*{3}.{0,60}"
    r"|.{0,20}Classification: ?[A-Z /]{0,40}|(?:19|20)?\d\d[A-Z]{3,24}\d{1,6}(?: - [A-Z /]{4,40})?"
    r"|.{0,80}(?:Systematic Review|Declassified/Released).{0,80}"
    r"|[\W_]{1,200})",
    re.IGNORECASE,
)
_GROUP: Final = re.compile(r"GP-?[1-4]\.?|EXEMPT\.?|X?GDS(?:-?[1-4])?\.?|NGDS")
"""How a telegram of the 1960s and 1970s is to be declassified, above its signature."""
_REDACTED: Final = re.compile(r"[Xx]{4,40}\.?")
_NOTE_SIGNS: Final = ("NOTE", "(NOTE", "Note:", "(Note:")
_LONGEST_NOTE: Final = 8
"""Lines of a note that the communications centre put below a signature."""
_FOOTER_SIGNS: Final = (
    *("http://", "https://", "www.", "website", "web site", "web page", "webpage"),
    *("sgov.gov", "homepage", "home page"),
    *("intelink", "siprnet", "partnership blog"),
)
_INVITATION: Final = re.compile(
    r"(?:please )?visit\b|to (?:view|read|access)\b"
    r"|for (?:more|further|additional) (?:information|report|detail|news|analys)",
    re.IGNORECASE,
)
_VISIT: Final = re.compile(r"(?:please )?visit ", re.IGNORECASE)
_MOST_FOOTER_LINES: Final = 8
"""Lines of one block of a footer."""
_MINIMIZE: Final = re.compile(r"\bMINIMI[ZS]E\b", re.IGNORECASE)
_LONGEST_FOOTER: Final = 200
_FIRST: Final = r"A-Z\u00c0-\u00de"
_NAME: Final = re.compile(
    rf"(?!X+\Z)(?:Ma?c)?[{_FIRST}][{_FIRST}0'\u2019`.-]{{1,24}}"
    rf"(?:[ /,]{{1,3}}[{_FIRST}0-9][{_FIRST}'\u2019`.-]{{0,20}}){{0,4}}"
)
_TITLE_NAME: Final = re.compile(
    r"(?:(?:van|de|von|der|la|du|di|al) ){0,2}(?:Ma?c|O'|D'|L[ea]|D[eiu]|V[ao]n|Fitz)?"
    r"[A-Z][a-z'\u2019]{1,20}(?:-[A-Z][a-z]{1,20})?"
    r"(?: (?:[A-Z0]\.? |(?:van|de|von|der|la) )?[A-Z][a-zA-Z'\u2019-]{1,20}){0,2}"
)
_RUN_ON: Final = re.compile(
    r"(?:(?:\bEND\s{0,3}(?:OF )?|\A)(?:COMMENT|SUMMARY|TEXT|NOTE)S?"
    r"(?: AND (?:COMMENT|SUMMARY|NOTE)S?)?[.)]{1,2}\s{0,3}"
    r"|(?:[*=#_~-]{5}|\b(?:MINIMIZE CONSIDERED\.|REGARDS[.,]|SIGNED(?: BY)?:"
    r"|(?-i:UNQU?O?TE[.)]?|END (?:COMMENT|SUMMARY|TEXT|NOTE))))"
    r"\s{1,3})"
    r"([A-Z][A-Z'\u2019. -]{2,40})\Z",
    re.IGNORECASE,
)
_PARTICLES: Final = "VAN|VON|DER|DEN|DE|DEL|DELLA|DI|DA|DOS|DU|LA|LE|EL|ST\\.?|MC|MAC|TEN"
_STOP: Final = r"[.!?][\"')\u201d\u2019]{0,2}"
_WORD: Final = r"[A-Z]{4}(?<!\bPROF)(?<!\bCAPT)(?<!\bDEPT)(?<!\bASST)(?<!\bGOVT)"
"""The end of a word in capitals that is no short form, behind which a name might follow."""
_SHORT: Final = (
    "AMB|GEN|LTG|COL|MAJ|CPT|SGT|ADM|CDR|SEC|MIN|REP|SEN|GOV|DIR|DEP|REV|HON|MRS|INC|LTD"
)
_RUN_ON_CAPITALS: Final = re.compile(
    rf"(?:[a-z0-9%]|[a-z]\W[A-Z]{{3,8}}|[A-Z]{{3}}(?={_STOP}\s\s)|{_WORD}(?={_STOP}\s)"
    r"|\w(?=\)[.!?]))"
    r"(?<!\b[MDSJ]r)(?<!\bMrs)(?<!\bGen)(?<!\bAmb)[.!?\"')\u201d\u2019]{1,3}\s{1,12}"
    rf"((?:[A-Z]\. ){{0,2}}(?:(?:{_PARTICLES}) ){{0,2}}[{_FIRST}][{_FIRST}'\u2019-]{{2,24}}"
    rf"(?: [{_FIRST}][{_FIRST}'\u2019.-]{{0,24}}){{0,2}})\.?\Z"
)
"""Capitals behind the last sentence, in capitals or not."""
_RUN_ON_SHORT: Final = re.compile(
    rf"\b(?!{_SHORT})[A-Z]{{3}}{_STOP}\s([{_FIRST}][{_FIRST}'\u2019-]{{3,24}})\Z"
)
"""One word without a stop, behind a word of three letters that is no short form."""
_BEFORE_NAME: Final = re.compile(
    r"(?:[*#=_ ]|--+|/[Ss]/|SIGNED(?: BY)?[:,]? |SIGNATURE: ?|SGD:? |ACTING: ?"
    r"|FOR (?:THE )?AMBASSADOR:? )+"
)
_OPENING_SIGNS: Final = ("(", "-", "/", "//")
_STRAY_SIGNS: Final = " .,;!\"'`<>[]{}\\|+^~\u201c\u201d\u2018\u2019"
_BEHIND_NAME: Final = re.compile(
    r"(?:\s*+(?:#\d{0,6}|[*,;=_&<>\"]|(?<= )\.|\((?:ACTING|A\.?I\.?|CHARGE|DCM|AMBASSADOR)\)"
    r"|(?<=, )(?:ACTING|CHARGE|DCM)\b"
    rf"|\b(?:END(?: OF DOCUMENT)?|CABLE ENDS|BT|NNNN|UNQU?O?TE|SENDS|SIPDIS|{_LEVEL})\b\.?"
    r"|\b(?:(?:19|20)\d\d-\d\d-\d\d\b|\d{2,4}[A-Z]{3,24}\d{1,6} - Classification:"
    r"|NOTE(?: BY OC/T)?:? NOT PASSED .{0,40})"
    r"))++\s*\Z"
)
"""Signs that are no part of a name: `* EXAMPLE *`, `--EXAMPLE`, `EXAMPLE##`, `EXAMPLE #9901`.

A publisher's date behind it, too: `EXAMPLE 2009-04-14`."""
_SPACED: Final = re.compile(r"(?:[A-Z] ){2,24}[A-Z]")
_SENTENCE: Final = re.compile(r"[A-Z]{4}\. ")
"""The end of a sentence in front of a name: IT OPENS SOON. EXAMPLE"""
_LONGEST_SIGNED: Final = 60
_NUMBER: Final = re.compile(r"\u00b6?\d{1,3}[.)]\s*")
_LAST_WORDS: Final = ("END COMMENT", "END SUMMARY", "END TEXT", "END NOTE", "REGARDS", "REGARDS,")
_FOR_WHOM: Final = ("FOR THE AMBASSADOR", "FOR AMBASSADOR", "FOR THE CHARGE")
_RUN_ON_REACH: Final = 90
_LINE_WIDTH: Final = 71
_MARGIN: Final = 8
"""Letters by which lines of a text may differ that were wrapped at one width."""


class Piece(NamedTuple):
    """One line of the tail, `text[start:end]`."""

    start: int
    end: int


class Tail(NamedTuple):
    """The end of a telegram; positions in the text it was found in."""

    start: int
    """Where the text proper ends."""
    signatures: tuple[Piece, ...]
    footer: tuple[Piece, ...]


def read_tail(text: str, start: int, classifiers: Sequence[str] = ()) -> Tail:
    """Find signature and footer at the end of `text`, not before `start`.

    `classifiers` are who classified the telegram: one of them may have signed it.
    """
    for window in _WINDOWS:
        lines = _last_lines(text, start, window)
        tail, looked_at = _tail(lines, start, classifiers)
        if looked_at > 1:
            break
    return tail


def find_lines(text: str, start: int, signed_by: Sequence[str]) -> Tail:
    """Find signatures that are known to stand in the text, each on a line of its own.

    Those behind which no text follows end it.
    """
    lines = []
    for name in signed_by:
        if line := re.compile(rf"^{re.escape(name)}$", re.MULTILINE).search(text, start):
            lines.append(line)
            start = line.end()
    end = len(text)
    for line in reversed(lines):
        if text[line.end() : end].strip():
            break
        end = line.start()
    found = (Piece(line.start(), line.start() + len(_without_stop(line[0]))) for line in lines)
    return Tail(end, tuple(found), ())


def _tail(lines: Sequence[_Line], start: int, classifiers: Sequence[str]) -> tuple[Tail, int]:
    """Read the tail from the last lines; say how many of them it was not made from, too."""
    last = _above_note(lines, _above_stamps(lines, len(lines)))
    signature = _signature(lines, last - 1) if last else None
    if signature is None and last:
        signature = _of_classifier(lines[last - 1], classifiers)
    if signature is None:
        pieces = _pieces(lines[last:])
        end = lines[last - 1].end if last else (lines[0].start if lines else start)
        return Tail(end, (), pieces), last
    begin = _without_signs(lines[last - 1], signature)
    first = sum(line.start < begin for line in lines[:last])
    footer = _pieces(lines[last:])
    top = _top_of_footer(lines, first)
    footer = (*_pieces(lines[top:first]), *footer)
    end = lines[top].start if top < first else begin
    return Tail(end, (signature,), footer), top


def _without_signs(line: _Line, signature: Piece) -> int:
    """Return where the line of a signature begins, if only signs stand in front of the name."""
    before = line.text[: max(0, signature.start - line.start)]
    is_sign = before in _OPENING_SIGNS or _BEFORE_NAME.fullmatch(before)
    return line.start if is_sign and before else signature.start


def _above_stamps(lines: Sequence[_Line], last: int) -> int:
    """Return how many of the first `last` lines stand above stamps and footers."""
    while last and _closes(lines, last - 1):
        last -= 1
    return last


def _above_note(lines: Sequence[_Line], last: int) -> int:
    """Return how many lines stand above what only a signature tells from text, else `last`.

    That is the number of a page, the numbers of footnotes, or a note of several lines.
    """
    above = last
    while above and lines[above - 1].text.isdecimal() and len(lines[above - 1].text) < 3:
        above -= 1
    if above < last:
        above = _above_stamps(lines, above)
        return above if above and _signature(lines, above - 1) else last
    if last > 1 and _is_cut(lines[last - 1].text) and _signature(lines, last - 2):
        return last - 1
    for place in range(last - 1, max(0, last - _LONGEST_NOTE), -1):
        line = lines[place].text
        is_note = line.startswith(_NOTE_SIGNS) or (place == last - 1 and line.endswith("..."))
        if is_note and _signature(lines, place - 1):
            return place  # a publisher's title, cut short, is one
    return last


def _is_cut(line: str) -> bool:
    """Say whether a line is a title that a publisher cut, `THE LIGHTHOUSE AN...`."""
    return line.endswith("...") and line.isupper()


class _Line(NamedTuple):
    start: int
    end: int
    text: str
    is_apart: bool
    """A blank line or a row of dashes stands above it, or nothing that was looked at."""


def _last_lines(text: str, start: int, window: int) -> list[_Line]:
    """Give the lines at the end that are not blank."""
    low = max(start, len(text) - window)
    if low > start:
        low = (text.find("\n", low) + 1) or (text.rfind("\n", start) + 1) or start
    lines = []
    is_apart = True
    position = low
    for raw in text[low:].split("\n"):
        line = raw.strip()
        if line:
            begin = position + raw.index(line[0])
            lines.append(_Line(begin, begin + len(line), line, is_apart))
        is_apart = not line.strip(f"{RULE_MARKS}. ")
        position += len(raw) + 1
    return lines


def _closes(lines: Sequence[_Line], index: int) -> bool:
    """Say whether a line is a stamp or a footer, with nothing of the text behind it."""
    line = " ".join(lines[index].text.split())
    return bool(_STAMP.fullmatch(line)) or (
        len(line) < _LONGEST_FOOTER
        and not line[0].isdigit()
        and line[0] != "\u00b6"
        and _is_footer(line)
    )


def _is_footer(line: str) -> bool:
    """Say whether a line tells where to find the post's reports, or to keep messages few."""
    lowered = line[:_LONGEST_FOOTER].lower()
    is_told = any(sign in lowered for sign in _FOOTER_SIGNS) or (
        "minimi" in lowered and _MINIMIZE.search(line) is not None
    )
    return is_told and not _RUN_ON.search(line[-_RUN_ON_REACH:])


def _signature(lines: Sequence[_Line], index: int) -> Piece | None:
    """Read the signature in a line: the line itself, or what is run on after END COMMENT."""
    line = lines[index]
    if (divided := _divided(lines, index)) is not None:
        return divided
    at, name = _between_signs(line.text)
    may_stand = line.is_apart or _may_stand_above(lines, index - 1)
    if may_stand and _is_name(name) and not (at and _is_bullet(lines, index)):
        return Piece(line.start + at, line.start + at + len(_without_stop(name)))
    if line.is_apart and (stray := _between_stray_signs(line.text)):
        return Piece(line.start + stray[0], line.start + stray[1])
    shift = max(line.start, line.end - _RUN_ON_REACH)
    end = _BEHIND_NAME.sub("", line.text[shift - line.start :])
    for pattern in (_RUN_ON, _RUN_ON_CAPITALS, _RUN_ON_SHORT):
        run_on = pattern.search(end)
        if run_on and _is_name(run_on[1]) and not _is_item(lines, index, end[: run_on.start(1)]):
            start = shift + run_on.start(1)
            return Piece(start, start + len(_without_stop(end[run_on.start(1) :])))
    return None


def _of_classifier(line: _Line, classifiers: Sequence[str]) -> Piece | None:
    """Read the last name of who classified the telegram, run on: `It opens soon. Example`."""
    last = line.text.rsplit(None, 1)
    if len(last) < 2 or not is_ended(last[0]):
        return None
    is_his = any(name.split()[-1].lower() == last[1].lower() for name in classifiers)
    return Piece(line.end - len(last[1]), line.end) if is_his and _is_name(last[1]) else None


def _divided(lines: Sequence[_Line], index: int) -> Piece | None:
    """Read a double name that a line end divides, `EXAMPLE-` / `SAMPLE`."""
    if index == 0 or not lines[index - 1].text.endswith("-") or lines[index].is_apart:
        return None
    first, second = lines[index - 1], lines[index]
    may_stand = first.is_apart or (index > 1 and _may_stand_above(lines, index - 2))
    name = first.text + second.text
    is_name = may_stand and _is_name(name) and first.text.isupper() == second.text.isupper()
    return Piece(first.start, second.start + len(_without_stop(second.text))) if is_name else None


def _between_signs(line: str) -> tuple[int, str]:
    """Return a line without the signs around it, and where that begins."""
    if line[0] in "-/" and line[-1] == line[0]:  # -EXAMPLE-, //EXAMPLE//
        bare = line.strip(f"{line[0]} ")
        return (line.index(bare), bare) if bare else (0, line)
    if len(line) > _LONGEST_SIGNED:
        return 0, line
    if line[0] == "(" and line.endswith((")", ").")) and line.isupper():
        return 1, line.rstrip(".")[1:-1]
    before = _BEFORE_NAME.match(line)
    start = before.end() if before else 0
    return start, _BEHIND_NAME.sub("", line[start:])


def _between_stray_signs(line: str) -> tuple[int, int] | None:
    """Say from where to where a name in capitals reaches between signs: `.EXAMPLE`, `[EXAMPLE]`."""
    name = line.strip(_STRAY_SIGNS) if len(line) <= _LONGEST_SIGNED else ""
    if name == line or not name.isupper() or not _is_name(name):
        return None
    start = line.index(name)
    return start, start + len(name)


def _is_bullet(lines: Sequence[_Line], index: int) -> bool:
    """Tell `-- NATO` in a list from `--EXAMPLE` below a text."""
    return index > 0 and lines[index].text[0] == lines[index - 1].text[0] == "-"


def _is_item(lines: Sequence[_Line], index: int, before: str) -> bool:
    """Tell `2. EXAMPLE` in a list from a signature behind a date: `March` / `10. EXAMPLE`."""
    if not _NUMBER.fullmatch(before):
        return False
    above = lines[index - 1].text
    return lines[index].is_apart or _ends(above) or _NUMBER.match(above) is not None


def _may_stand_above(lines: Sequence[_Line], index: int) -> bool:
    """Say whether a signature may stand right below a line."""
    above, line = lines[index].text, lines[index + 1].text
    if above[-1] == "-" and above[-2:-1].isalpha():
        return False  # PRO- / FICTION
    if _GROUP.fullmatch(above) or _REDACTED.fullmatch(above):
        return True
    is_name = line[-1] != "." or line.endswith((" JR.", " SR."))
    is_closed = is_name and (
        above.endswith(")") or (line.isupper() and any(map(str.islower, above)))
    )
    return (
        is_closed
        or above == line
        or above in _FOR_WHOM
        or _ends(above)
        or _closes(lines, index)
        or (is_name and _is_unwrapped(lines, index))
    )


def _is_unwrapped(lines: Sequence[_Line], index: int) -> bool:
    """Say whether capitals below a line are no rest of it: there was room for them in it."""
    above, line = lines[index].text, lines[index + 1].text
    width = max(len(one.text) for one in lines[: index + 1])
    has_room = len(above) + len(line) + _MARGIN < min(width, _LINE_WIDTH)
    return has_room and line.isupper() and above.count(" ") > 1 and not _is_name(above)


def _ends(line: str) -> bool:
    """Say whether a line ends the text above a signature."""
    return is_ended(line) or line.upper().endswith(_LAST_WORDS)


def _without_stop(text: str) -> str:
    """Leave off the punctuation behind a name, but for the full stop of JR."""
    name = text.rstrip(".,; -")
    return f"{name}." if name.endswith((" JR", " SR")) and text.startswith(f"{name}.") else name


def _is_name(text: str) -> bool:
    if _SPACED.fullmatch(text):
        text = text.replace(" ", "")
    if len(text) > _LONGEST_NAME:
        return False
    is_short = sum(letter.isalpha() for letter in text) < 3
    if is_short and text.lower() not in word_list("short names"):
        return False
    if not (_NAME.fullmatch(text) or _TITLE_NAME.fullmatch(text)) or _SENTENCE.search(text):
        return False
    return word_list("no signature").isdisjoint(text.lower().replace(".", " ").split())


def _top_of_footer(lines: Sequence[_Line], first: int) -> int:
    """Find where a footer right above a signature begins; `first` when there is none."""
    top = last = first
    while top > 0 and _GROUP.fullmatch(lines[top - 1].text):
        top -= 1
    if top < first or _invites(lines, first - 1):
        return min(top, first - 1)
    while top > 0 and first - top < _MOST_FOOTER_LINES:
        top -= 1
        if lines[top].is_apart:
            below = lines[last - 1].text if first < last else None
            if not _is_footer_block(lines[top:first], below):
                break
            first = top
    return first


def _is_footer_block(block: Sequence[_Line], below: str | None) -> bool:
    """Say whether lines below a blank one are a footer.

    Where another of its blocks stands below, `below` is the last line of that; a row of signs
    there is one of two.
    """
    line = block[0].text
    if line[0].isdigit() or line[0] in "(\u00b6":
        return False
    if _INVITATION.match(line):
        return below is not None or any(_is_footer(one.text) for one in block)
    if below is None:
        return _is_footer(line)
    return not (line + below).strip(f"{RULE_MARKS} ")


def _invites(lines: Sequence[_Line], index: int) -> bool:
    """Say whether a line right below the text invites to the post's page, `Visit ...`."""
    if index < 1 or not _VISIT.match(lines[index].text):
        return False
    return _is_footer(lines[index].text) and _ends(lines[index - 1].text)


def _pieces(lines: Sequence[_Line]) -> tuple[Piece, ...]:
    return tuple(Piece(line.start, line.end) for line in lines)
