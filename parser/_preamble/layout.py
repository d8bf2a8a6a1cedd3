"""Where the fields of a preamble stand.

    preamble  := { line }
    line      := keyword value | caption | passing line | blank
    keyword   := "E.O. 12958:" | "TAGS:" | "SUBJECT:" | "REF:" | "Classified By:" and variants

A keyword opens a block that runs to the next keyword or to the text. Keywords are looked for at the
start of a line and, before a colon, inside it. The text begins at the first numbered paragraph,
ruled heading or summary; "1. (U) CLASSIFIED BY ..." is a paragraph of the text with a field in it.
"""

from __future__ import annotations

import re
from enum import Enum
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._preamble.misspelt import (
    Opening,
    begins_with_codes,
    cites,
    find_misspelt,
    gives_reasons,
)
from parser._preamble.titles import is_title_word
from parser._similar import printed_station
from parser._tables import describe_tag

if TYPE_CHECKING:
    from collections.abc import Iterator

WINDOW: Final = 12_000
"""No preamble is longer than this many characters: nothing behind it is looked at."""
_BEHIND_HEADING: Final = 1_500
"""How far behind a heading a field of the preamble may still follow."""
_INDENT: Final = 24
"""How far in front of the first word of a line may begin."""
BEHIND_TEXT_START: Final = 1_200
"""How far into the text its first paragraphs may still say who classified it."""


class Kind(Enum):
    """What a block holds."""

    ORDER = "order"
    TAGS = "tags"
    SUBJECT = "subject"
    REFERENCES = "references"
    CLASSIFIER = "classifier"


_KINDS: Final = {kind.value: kind for kind in Kind}


class Block(NamedTuple):
    """One field: its keyword stands at `start`, its value from `value` up to `limit` at most."""

    kind: Kind
    start: int
    value: int
    limit: int


class Layout(NamedTuple):
    """The blocks in order, and the offset where the text must have begun."""

    blocks: tuple[Block, ...]
    text: int


_ORDER_NUMBER = (
    r"E\.?\ ?[O0]\.?:?(?:\ *|\ ?\n\ *)(?:(?:1\d{3,4}|\d{5})(?!\d)|1\d{5}(?=[:;.,]?\ *DECL))"
)
_ORDER = (
    rf"{_ORDER_NUMBER}"
    r"(?=\s*[:;.,]{0,3}\s*(?:DECL|N/A|NA\b|X?GDS|OADR|X\d|\d|RDS|ADS)|\ *[:;]|\ *(?:\n|\Z))"
)
_DECLASSIFY = r"(?:DECL(?:AS(?:SIFY)?)?(?:\ ON)?)"
_TAGS = r"T?TAGS|TAGES|TAGA|TAFS|TAG|TAS|TABS|TGS|AGS|TAGGS"
_SUBJECT = r"SUBJECTS?|SUBJ\.?|UBJECT|SUBECT|SUJECT|SUBJCT|SUBJET"
_REFERENCES = (
    r"REF(?:ERENCE)?\ (?:CABLE|TELEGRAM|TEL)S?|REFERENCES?|REF[/-]?TELS?|RETELS?"
    r"|REF\ ?\(S\)|REF(?:['/]?S)?"
)
_CITED = (  # what stands behind REF where no colon does: nothing, a label, or a cable
    r"\ *\n|\s*[(\[]?[A-Z1]\s?[.):\]]"
    r"|\s+(?:[(\[]?\d{2,4}[)\]]?\ |[A-Z]\ )?"
    r"(?![A-Z\ ]{0,24}\b(?:ON|OF|TO|IN|THE|WAS|WERE|AND|FOR)\b)[A-Z][A-Z'.\ -]{2,30}[\ #:-]{0,2}\d"
)
_CLASSIFIED = r"CLA?S{1,3}I{0,2}F{1,2}I{0,2}E{0,2}I?D{1,2}"
_CLASSIFIER = rf"{_CLASSIFIED}\s{{0,9}}BY"

_SUMMARY = r"(?:BEGIN\ )?SUMM?A?RY(?:\ AND\ [A-Z ]{3,24})?\ *(?:[:.\n(-]|\Z)"

_MARK = r"(?:U|C|S|TS|SBU|LOU|FOUO|[CS]//?NF|SBU/NF|C/REL|S/REL)"

_AT_LINE_START: Final = re.compile(
    rf"""\n[ \t\xa0]*+(?:
      (?P<order>{_ORDER} | {_DECLASSIFY}\ *[:;] | E\.?O\.?\ *:\ )
    | (?P<tags>TAG(?:\ S\ *:|:S\b) | TAGS{{0,2}}(?![A-Z])\ *[:;,.]? | (?:{_TAGS})\ *[:;,])
    | (?P<subject>(?:{_SUBJECT})\ *[:;]
        | SUB\ *: | SUBJEC:T\b | SUBJ(?:ECT)?\ *-+(?!\ ?MATTER)
        | SUBJ(?:ECT)?(?:\ +(?!TO\b|OF\b|LINE\b|MATTER|ECT\ ?:)|\ *\n|[.,](?=\ )))
    | (?P<references>(?:RFE|RREF(?:TEL)?S?|REFF|REEF|EF|ERF|RF|RE\ F|R\ EF)\ *: | RE:F\b
        | (?:PROGRAM\ )?(?:{_REFERENCES})(?:[.]?\ *[:;] | (?:[./]|\ ?-{{1,2}})(?=\ )
        | [,-](?={_CITED})
        | (?![A-Z'-])(?={_CITED})))
    | (?P<classifier>(?:\(U\)\s*)?(?:DERIVATIVELY\ )?{_CLASSIFIER}\b
        | (?:CLASS(?:IFICATION|IF)?\.?\ BY|CLASSIFIER)\ *:)
    | (?P<text>¶\ ?\d | 1{{1,2}}\ ?(?:[.)](?!\d)|\ ?\({_MARK}\)))
    | (?P<heading>[-=_*#~]{{3,}}+(?!\d) | {_SUMMARY}
        | \({_MARK}\):?\ (?!CLASSIF|SUBJ|TAGS|REF))
    )""",
    re.VERBOSE,
)
_BEFORE_COLON: Final = re.compile(
    rf"""(?:
      (?P<order>{_ORDER_NUMBER}(?:\ *[:.,;]?\ *DECL)? | \b{_DECLASSIFY})
    | (?P<tags>\b(?:{_TAGS}) | TAGS)
    | (?P<subject>\b(?:{_SUBJECT}) | SUBJ(?:ECT)?)
    | (?P<references>\bPROGRAM\ REF | \b(?:{_REFERENCES}) | (?<!\bP)REF(?:TEL)?S? | REF\(S\))
    )\ *\Z""",
    re.VERBOSE,
)
"""A keyword inside a line; where a line end was lost it is run on: `AL` and `SUBJECT:`."""
_MARK_IN_FRONT: Final = re.compile(rf"(?:\A|\n)[ \t]*(\({_MARK}\))\ \Z", re.VERBOSE)
_MARK_BEFORE: Final = re.compile(rf"(?<= )\({_MARK}\)\s{{1,3}}\Z")
"""The portion mark of the field, behind another on its line."""
_ENDINGS: Final = frozenset(
    {"GS", "ES", "AG", "AS", "BS", "GA", "FS", "CT", "TS", "BJ", "J.", "EF", "EL", "LS", "S)", "ET"}
    | {"CE", "CL", "FY", "ON"}
)
"""How the keywords of `_BEFORE_COLON` end, but for the number of an order."""
_COLON_REACH: Final = 24
_ORDER_LEAD: Final = 8
"""The colons of `: DECL:` behind the number of an order open nothing."""
_LABELLED_REFERENCE: Final = re.compile(
    r"R(?<=[ \w)]R)EF(?:TEL)?S?[.,;]? {1,3}(?=\(?A(?:[.):]| - |(?P<bare> )))"
)
_UNMARKED_SUBJECT: Final = re.compile(
    r"(?:\ (?=SUBJ(?:ECT)?\ ?[;,.])|TAGS:?\ (?:[A-Z]{2,4},?\ ){1,20}?(?=SUBJ(?:ECT)?\ {1,3}[A-Z(]))"
    r"(SUBJ)(?:ECT)?\ ?[;,.]?\ "
)
_UNMARKED_ORDER: Final = re.compile(
    r"\bE\.?\ ?O\.?\ ?1\d{4}(?=,?\ (?:N/A|NA\b))|\bDECL\ (?=\d\d?/\d\d?/\d\d)"
)
_CUT_KEYWORD: Final = re.compile(r"\s*UBJ")
_CUT_LETTER: Final = re.compile(r"[ \n](S)\s*\Z")
_SUBJECT_ABOVE: Final = re.compile(r"SUBJ(?:ECT)?[ \xa0]?[:;.]?[ \t\xa0]*\n\Z")
"""The keyword at the end of the line above, whose subject begins with its mark."""
_UNMARKED_TAGS: Final = re.compile(
    r"TAGS(?:(?<=[\d ).]TAGS)[,.;]?\s{1,3}(?=[(\[]|(?P<code>[A-Z]{2,}))|(?P<glued>[,.;]?)\s{1,3})"
    r"|(?<=\d )TAG\s(?=(?P<single>[A-Z]{2,}))"
)
"""Behind letters it counts only in front of two codes: `A SMALL HARBOURTAGS PREL, PGOV`."""
_SENTENCE_LEAD: Final = re.compile(
    r"\s*\b(?:THIS|THE) (?:CABLE|MESSAGE|TELEGRAM|DOCUMENT)(?: (?:IS|WAS|HAS BEEN))?\s*\Z"
)
_CLASSIFIER_ANYWHERE: Final = re.compile(rf"{_CLASSIFIED}\s{{0,9}}(?:BY|(?P<per>PER))\b")
_NUMBERED_REFERENCE: Final = re.compile(
    r"\s*1\ ?[.)]\ *[A-Z0-9 ]{3,24}\ \d{2,8}[\ ;,]*(?:\([A-Z0-9 ]{1,12}\)[\ ;,]*)?(?:\n|2\ ?[.)])"
)
_FIRST_UNMARKED: Final = re.compile(rf"\s*1\ ?[.)](?!\s*\({_MARK}\))")
_NUMBERED_CABLE: Final = re.compile(
    r"\s*¶?\ ?(?P<number>\d{1,2})\ ?[.)]\s*(?:['\u2019(\[]?(?:19|20)?\d\d[)\]]?[\s-]{0,3})?"
    r"(?P<station>[A-Z][A-Z' ]{2,24}?)[\ -]?(?:\(?\d\d\)?[\ -])?\d{2,8}(?!\d)"
)
_REFERENCES_INSIDE: Final = re.compile(r"(?<!\bP)REF(?:S|TELS?|ERENCES?|\(S\))?\ ?(?::|(?=\(A\)))")
_CLASSIFIER_FOLLOWS: Final = re.compile(
    rf"\s*¶?\ ?1\ ?[.)]?\s*(?:\([A-Z/]{{1,8}}\))?\s*{_CLASSIFIER}\b"
)
_REACH_OF_REF: Final = 1_500
_TITLE_ABOVE: Final = re.compile(r"(?:\A|\n)[ \t]*\n([^\n]{2,80})\n\Z")
_NEXT_WORD: Final = re.compile(r":?\s{1,3}([A-Z]+)\b")
_LETTERS_DUE: Final = re.compile(r"(?:\b1\.[45]|\bREASONS?:?|\bAND|[,/])\s*\Z")
_TEXT_INSIDE: Final = re.compile(
    r"[ ](?:¶\s?1[.)](?!\d)|¶?1\.[ ]?\((?:U|C|S|TS|SBU|[SC]//?NF|SBU/NF|LOU)\)|"
    r"[1-3]\.[ ]{1,3}(?:\([A-Z/]{1,8}\)[ ]{1,3})?(?:SUMMARY\b|CLASSIFIED BY\b))"
)
_TEXT_SIGNS: Final = (" 1. ", " 1.(", " ¶", " 2. ", " 3. ")
"""One of these stands wherever `_TEXT_INSIDE` matches."""
_IS_AUTHORITY: Final = re.compile(rf"{_CLASSIFIER}\W{{0,3}}(?:[A-Z]{{2,8}} ){{0,2}}\Z")
"""What stands in front of an order that gives the right to classify: it opens no field."""
_AUTHORITY_REACH: Final = 80
_BEFORE_NOUN: Final = re.compile(
    r"(?<![\w/.])(?:THE|THIS|THAT|A|ONE|ANY|HIS|HER|ITS|OUR|SAME|MAIN|NEXT|OTHER)\s\Z"
)
"""`He came back to the subject: the quay.`"""
_BEHIND_PREPOSITION: Final = re.compile(r" (?:TO|OF|ON|PER|FROM|IN|WITH|FOR) \Z")
_BEFORE_SENTENCE: Final = frozenset(".):;-!\"'\n0123456789")


def upper(text: str) -> str:
    """Raise `text` to upper case without moving a character."""
    raised = text.upper()
    if len(raised) == len(text):
        return raised
    return "".join(high if len(high := letter.upper()) == 1 else letter for letter in text)


def lay_out(raised: str) -> Layout:
    """Find the blocks of a preamble in upper-case text."""
    opened, start_of_text = _at_line_starts(raised)
    opened += _before_colons(raised, start_of_text, opened)
    opened += _classifiers(raised, start_of_text)
    opened += find_misspelt(raised, min(start_of_text, WINDOW), opened)
    if "\nUBJ" in raised:
        opened = [_with_cut_letter(raised, one) for one in opened]
    return Layout(tuple(_close(opened, start_of_text, len(raised))), start_of_text)


def _with_cut_letter(raised: str, opening: Opening) -> Opening:
    """Move from `UBJECT:` up to the S that the line above ends in."""
    if opening.kind != "subject" or not _CUT_KEYWORD.match(raised, opening.start):
        return opening
    cut = _CUT_LETTER.search(raised, max(0, opening.start - _INDENT), opening.start)
    return opening._replace(start=cut.start(1)) if cut else opening


def _at_line_starts(raised: str) -> tuple[list[Opening], int]:
    """Collect the keywords that begin a line, up to the start of the text."""
    opened: list[Opening] = []
    numbered = heading = None
    # The newline put in front makes `start` the offset of the line itself.
    for match in _AT_LINE_START.finditer("\n" + raised[:WINDOW]):
        start, name = match.start(), match.lastgroup or ""
        if heading is not None and start > heading + _BEHIND_HEADING:
            break
        if name == "text":
            if _is_wrapped_reference(raised, match, _with_inside(raised, start, opened)):
                continue
            if numbered is not None:
                break
            numbered = start
            if not _CLASSIFIER_FOLLOWS.match(raised, start):
                break
        elif name == "heading":
            field = _with_inside(raised, start, opened)
            if heading is None and not _is_letter_of_field(raised, match, field):
                heading = start
        elif heading is None or _belongs_behind_heading(match, opened):
            opened.append(Opening(start, match.end() - 1, name))
            heading = numbered = None
    starts = [_with_title(raised, heading)] if heading is not None else []
    starts += [numbered] if numbered is not None else []
    start_of_text = min(starts, default=len(raised))
    # Where all stands on one line no keyword begins one: the text is looked for from SUBJECT on.
    first = opened[0].value if opened else raised.find("SUBJ", 0, start_of_text)
    has_sign = first >= 0 and any(
        raised.find(sign, first, start_of_text) >= 0 for sign in _TEXT_SIGNS
    )
    if has_sign and (inside := _TEXT_INSIDE.search(raised, first, start_of_text)):
        start_of_text = inside.start() + 1
        opened = [opening for opening in opened if opening.start < start_of_text]
    return opened, start_of_text


def _with_inside(raised: str, start: int, opened: list[Opening]) -> list[Opening]:
    """Add the REF inside the line of the last field: `SUBJECT: PORTS REF: (A) ...` / `(C) ...`."""
    if _is_open(opened, "references"):
        return opened
    reach = max(opened[-1].value if opened else 0, start - _REACH_OF_REF)
    if raised.find("REF", reach, start) < 0:
        return opened
    inside = _REFERENCES_INSIDE.search(raised, reach, start)
    return [*opened, Opening(inside.start(), inside.end(), "references")] if inside else opened


def _is_open(opened: list[Opening], kind: str) -> bool:
    return bool(opened) and opened[-1].kind == kind


def _is_wrapped_reference(raised: str, match: re.Match[str], opened: list[Opening]) -> bool:
    """Tell `1. ROME 12` and the serial of `ROME` / `11 (C) 09 ROME 12` from a first paragraph."""
    if not _is_open(opened, "references"):
        return False
    if _NUMBERED_REFERENCE.match(raised, match.start()) or _is_next_cable(raised, match, opened):
        return True
    is_serial = match[0].endswith(")") and "." not in match[0] and "¶" not in match[0]
    return (
        is_serial
        and not _is_behind_blank(raised, match.start())
        and _has_label_before(raised, match, opened)
    )


def _is_next_cable(raised: str, match: re.Match[str], opened: list[Opening]) -> bool:
    """Tell `1. 07 ROME 12` right behind REF, and `¶2. ROME 13` behind label 1, from a paragraph."""
    field = raised[max(opened[-1].value, match.start() - _REACH_OF_REF) : match.start()]
    if field.isspace() and field.count("\n") == 1 and _FIRST_UNMARKED.match(raised, match.start()):
        return True
    cable = _NUMBERED_CABLE.match(raised, match.start())
    if cable is None or not printed_station(cable["station"]):
        return False
    before = int(cable["number"]) - 1
    return f"{before}." in field or f"{before})" in field if before else not field.strip()


def _is_letter_of_field(raised: str, match: re.Match[str], opened: list[Opening]) -> bool:
    """Tell `(C)` as the label of a reference or a reason from the portion mark of a text.

    It may also be the mark of a subject that begins on the line below its keyword.
    """
    if match[0].lstrip()[0] != "(":
        return False
    is_behind_blank = _is_behind_blank(raised, match.start())
    if _SUBJECT_ABOVE.search(raised, max(0, match.start() - _COLON_REACH), match.start()):
        return True
    if _is_open(opened, "references"):
        cites_cable = cites(raised, match.end() - 1)
        if _has_label_before(raised, match, opened):
            return not is_behind_blank or cites_cable or not _has_label(raised, match, opened)
        return not is_behind_blank and cites_cable
    is_open = _is_open(opened, "classifier")
    return is_open and (not is_behind_blank or _awaits_letters(raised, match.start()))


def _is_behind_blank(raised: str, start: int) -> bool:
    return not raised[raised.rfind("\n", 0, max(start - 1, 0)) + 1 : start].strip()


def _awaits_letters(raised: str, start: int) -> bool:
    """Say whether the line above breaks off where letters of the reasons are due."""
    return _LETTERS_DUE.search(raised, max(0, start - 40), start) is not None


def _has_label_before(raised: str, match: re.Match[str], opened: list[Opening]) -> bool:
    """Say whether the label that comes before the `(C)` of a match stands in the open field."""
    letter = _letter(match)
    return len(letter) == 1 and _stands_as_label(raised, match, opened, chr(ord(letter) - 1))


def _has_label(raised: str, match: re.Match[str], opened: list[Opening]) -> bool:
    """Say whether the letter of a match is the label of a reference already."""
    return _stands_as_label(raised, match, opened, _letter(match))


def _letter(match: re.Match[str]) -> str:
    return match[0].strip("() \t\n\xa00123456789")


def _stands_as_label(raised: str, match: re.Match[str], opened: list[Opening], letter: str) -> bool:
    field = raised[opened[-1].value : match.start()]
    return any(sign in field for sign in (f"({letter})", f"{letter})", f"{letter}."))


def _belongs_behind_heading(match: re.Match[str], opened: list[Opening]) -> bool:
    """Tell a field that follows a ruled line from a line of the text that begins like one."""
    is_marked = match.lastgroup == "order" or match[0].rstrip().endswith((":", ";"))
    return is_marked and all(opening.kind != match.lastgroup for opening in opened)


def _with_title(raised: str, rule: int) -> int:
    """Move from a rule up to its heading, if a blank line parts that from the field before."""
    if raised[rule : rule + _INDENT].lstrip()[:1].isalpha():
        return rule  # SUMMARY, which is the heading itself
    above = _TITLE_ABOVE.search(raised, max(0, rule - 90), rule)
    return above.start(1) if above else rule


def _before_colons(raised: str, limit: int, known: list[Opening]) -> Iterator[Opening]:
    """Find the keywords inside lines, by the colon behind them."""
    seen = {opening.value for opening in known}
    kinds = {opening.kind for opening in known}
    order = max((opening.value for opening in known if opening.kind == "order"), default=-1)
    colon = raised.find(":", 0, limit)
    while colon >= 0:
        is_known = colon + 1 in seen or (order >= 0 and 0 <= colon - order < _ORDER_LEAD)
        ending = raised[max(0, colon - 6) : colon].rstrip()[-2:]
        may_be_keyword = not is_known and (ending in _ENDINGS or ending[-1:].isdigit())
        if may_be_keyword and (
            match := _BEFORE_COLON.search(raised, max(0, colon - _COLON_REACH), colon)
        ):
            name = match.lastgroup or ""
            is_misspelt = name == "tags" and not match[0].startswith("TAGS")
            is_inside = _is_inside(raised, name, match.start(), colon, known)
            if not (is_misspelt and "tags" in kinds) and not is_inside:
                yield Opening(_with_mark(raised, match.start()), colon + 1, name)
        colon = raised.find(":", colon + 1, limit)
    match = _LABELLED_REFERENCE.search(raised, 0, limit) if "references" not in kinds else None
    if match and (match["bare"] is None or cites(raised, match.end("bare"))):
        yield Opening(match.start(), match.end(), "references")
    if "subject" not in kinds and (match := _UNMARKED_SUBJECT.search(raised, 0, limit)):
        yield Opening(match.start(1), match.end(), "subject")
    if "order" not in kinds and (match := _UNMARKED_ORDER.search(raised, 0, limit)):
        yield Opening(match.start(), match.end(), "order")
    match = _UNMARKED_TAGS.search(raised, 0, limit) if "tags" not in kinds else None
    if match and _are_tags(raised, match):
        yield Opening(match.start(), match.end(), "tags")


def _are_tags(raised: str, keyword: re.Match[str]) -> bool:
    """Say whether what stands behind TAGS without a colon are tags."""
    if keyword["glued"] is not None:
        return begins_with_codes(raised, keyword.end())
    code = keyword["code"] or keyword["single"]
    return code is None or describe_tag(code) is not None


def _is_inside(raised: str, name: str, start: int, colon: int, known: list[Opening]) -> bool:
    """Say whether a keyword is a word of the field around it: `SUBJECT: MORE ON REFTEL: FISH`."""
    if name == "subject":
        is_noun = _BEFORE_NOUN.search(raised, max(0, start - 8), start) is not None
        return is_noun or _has_subject(raised, start, known)
    if name == "order":
        lead = raised[max(0, colon - _AUTHORITY_REACH) : start]
        return _IS_AUTHORITY.search(lead) is not None
    is_word = name == "references" and not raised.startswith(("REF:", "REFS:"), start)
    if is_word and _BEHIND_PREPOSITION.search(raised, max(0, start - 8), start):
        return _has_subject(raised, start, known) and not cites(raised, colon + 1)
    return False


def _with_mark(raised: str, start: int) -> int:
    """Move from a keyword to its first letter, printed twice, or to the mark before it: `(U)`."""
    if start > 1 and raised[start - 2 : start] == f" {raised[start]}":
        return start - 1  # RREFS:
    if raised[start - 2 : start] != ") ":
        return start
    mark = _MARK_IN_FRONT.search(raised, max(0, start - 12), start)
    return mark.start(1) if mark else start


def _has_subject(raised: str, start: int, known: list[Opening]) -> bool:
    """Say whether the words of a subject stand on the line before `start`: THE SUBJECT: WAR."""
    line = raised.rfind("\n", 0, start) + 1
    before = max((opening for opening in known if line <= opening.start < start), default=None)
    return (
        before is not None
        and before.kind == "subject"
        and raised[before.value : start].strip(" :") != ""
    )


def _classifiers(raised: str, text: int) -> Iterator[Opening]:
    """Find "Classified by" where a sentence may begin, in the preamble and the first paragraphs."""
    for match in _CLASSIFIER_ANYWHERE.finditer(raised, 0, text + BEHIND_TEXT_START):
        before = raised[max(0, match.start() - 40) : match.start()].rstrip(" ")
        if match.start() >= text:
            before = before.rstrip()
        behind = raised[match.end() : match.end() + 2].lstrip()
        is_keyword = match.start() < text and behind.startswith((":", ";"))
        before = _SENTENCE_LEAD.sub("", before)
        is_sentence = not before or before[-1] in _BEFORE_SENTENCE
        if match["per"]:  # CLASSIFIED PER DCM ..., not PER E.O. 12958
            is_opening = is_sentence and _names_title(raised, match.end())
            is_opening = is_opening and gives_reasons(raised, match.end())
        elif is_keyword or is_sentence:
            is_opening = True
        else:
            may_stand = match.start() < text or before[-1] == "("
            is_opening = (may_stand and gives_reasons(raised, match.end())) or (
                match.start() < text and _names_title(raised, match.end())
            )
        if is_opening:
            mark = _MARK_BEFORE.search(raised, max(0, match.start() - 12), match.start())
            yield Opening(mark.start() if mark else match.start(), match.end(), "classifier")


def _names_title(raised: str, start: int) -> bool:
    """Say whether the title of who did it follows "Classified by"."""
    word = _NEXT_WORD.match(raised, start)
    return word is not None and is_title_word(word[1])


def _close(opened: list[Opening], text: int, length: int) -> Iterator[Block]:
    """Give each block its limit: the next keyword or the text."""
    kept: list[Opening] = []
    for opening in sorted(opened):
        if not kept or opening.start >= kept[-1].value:
            kept.append(opening)
    for opening, following in zip_longest(kept, kept[1:]):
        bound = text if opening.start < text else length
        limit = min(following.start, bound) if following else bound
        yield Block(_KINDS[opening.kind], opening.start, opening.value, max(limit, opening.value))
