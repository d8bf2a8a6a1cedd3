"""The name under a telegram: one to four words, among signs or run on behind a sentence.

Whether a name in a line of its own may stand where it does: :mod:`parser._body.tail`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from parser._body.chunks import is_ended
from parser._body.stamps import LEVEL
from parser._tables import word_list

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_NAME: Final = 40
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
    r"|(?<=, )(?:ACTING|CHARGE|CDA|DCM)\b"
    rf"|\b(?:END(?: OF DOCUMENT)?|CABLE ENDS|BT|NNNN|UNQU?O?TE|SENDS|SIPDIS|{LEVEL})\b\.?"
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
_LAST_WORDS: Final = ("END COMMENT", "END SUMMARY", "END TEXT", "END NOTE", "REGARDS", "REGARDS,")
_RUN_ON_REACH: Final = 90


def between_signs(line: str) -> tuple[int, str]:
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


def between_stray_signs(line: str) -> tuple[int, int] | None:
    """Say from where to where a name in capitals reaches between signs: `.EXAMPLE`, `[EXAMPLE]`."""
    name = line.strip(_STRAY_SIGNS) if len(line) <= _LONGEST_SIGNED else ""
    if name == line or not name.isupper() or not is_name(name):
        return None
    start = line.index(name)
    return start, start + len(name)


def run_on(line: str) -> Iterator[tuple[int, int]]:
    """Say from where to where a name may reach behind the last words of a line."""
    shift = max(0, len(line) - _RUN_ON_REACH)
    end = _BEHIND_NAME.sub("", line[shift:])
    for pattern in (_RUN_ON, _RUN_ON_CAPITALS, _RUN_ON_SHORT):
        found = pattern.search(end)
        if found and is_name(found[1]):
            start = shift + found.start(1)
            yield start, start + len(without_stop(end[found.start(1) :]))


def signs_off(line: str) -> bool:
    """Say whether a line ends in words that close a text, with a name behind them."""
    return _RUN_ON.search(line[-_RUN_ON_REACH:]) is not None


def is_sign(text: str) -> bool:
    """Say whether signs alone stand in front of a name: `--`, `SIGNED BY:`."""
    return text in _OPENING_SIGNS or _BEFORE_NAME.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """Say whether a text looks like the name of who signs."""
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


def ends_text(line: str) -> bool:
    """Say whether a line ends the text above a signature."""
    return is_ended(line) or line.upper().endswith(_LAST_WORDS)


def without_stop(text: str) -> str:
    """Leave off the punctuation behind a name, but for the full stop of JR."""
    name = text.rstrip(".,; -")
    return f"{name}." if name.endswith((" JR", " SR")) and text.startswith(f"{name}.") else name
