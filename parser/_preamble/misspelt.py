"""Keywords of a preamble with a wrong letter: `TGAS: PREL`, `CLASISFIED BY DCM ...`.

They are looked for where nothing else opens their field, at line starts, and inside lines where
what follows is what the field holds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._similar import distance, printed_station
from parser._tables import describe_tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_REASONS_AHEAD: Final = re.compile(r"\bREASONS?\b|\b1\.[45]\b")
_REASON_SIGNS: Final = ("1.4", "1.5", "REASON")
"""One of these stands wherever `_REASONS_AHEAD` matches; looking for them is cheaper."""
_MISSPELT_LINE: Final = re.compile(r"\n[ \t\xa0]*+([A-Z](?:[A-Z]| (?=[A-Z])){1,13}) ?:")
_CLASSIFIER_LINE: Final = re.compile(
    r"(?:\n[ \t\xa0]*+|(?<=[\d.)] )|(?<=[\d.)]  ))((?:[ACL]|[A-Z]LAS)[A-Z, ]{9,20})"
)
_UNMARKED_LINE: Final = re.compile(r"\n[ \t\xa0]*+([TARE][A-Z]{2,9})[.,;]? (?=\S)")
_TWO_CODES: Final = re.compile(r"\s*([A-Z]{2,6})[ ,;/]{1,3}([A-Z]{2,6})\b")
_REASONS_REACH: Final = 160
_FIRST_PARAGRAPH: Final = 40
"""How far into the text its first paragraph may say who classified it, misspelt."""
_LETTERS: Final = re.compile(r"[A-Z]+")
_CLASSIFIED_BY: Final = "CLASSIFIEDBY"
_BY: Final = frozenset("BY")
_CITED_BEHIND: Final = re.compile(
    r"\s*(?:[(\[]?A\s?[.):\]-]\s*){0,2}(?:[(\[]?\d{2,4}[)\]]?\ )?"
    r"(?P<station>[A-Z][A-Z'.\ ]{2,30}?)\ \d"
)
_MISSPELT: Final = (
    *(("tags", "TAGS", 1), ("tags", "T A G S", 0), ("subject", "SUBJECT", 1)),
    *(("subject", "S U B J E C T", 0), ("subject", "S U B J", 0), ("references", "R E F", 0)),
    *(("subject", "SUBJ", 1), ("references", "REFS", 1), ("references", "REF", 1)),
    *(("references", "REFTEL", 1), ("references", "REFERENCE", 2)),
    *(("classifier", "CLASSIFIED BY", 2), ("classifier", "CLASSIFIED", 0)),
)
"""Keywords, and how many of their letters may be wrong where none of their kind was found."""
_Keyword = tuple[str, str, int]
_SPELT_RIGHT: Final = frozenset(keyword.replace(" ", "") for _, keyword, _ in _MISSPELT)
"""One of these that opened no field is a word of its sentence."""
_FIRST_LETTERS: Final = frozenset(keyword[0] for _, keyword, _ in _MISSPELT)
_TAILS: Final = tuple(
    {tail for _, keyword, _ in _MISSPELT for tail in (keyword[1:], keyword[0] + keyword[2:])}
)
"""How keywords end, one of which a word does that begins with another letter."""
_UNMARKED: Final = frozenset(("TAGS", "REFTEL", "REFERENCE"))
"""Keywords that are believed without a colon, too."""
_LONG_KEYWORD: Final = 5
"""A shorter one for references counts only in front of a cable."""
_WORDS_BEFORE: Final = re.compile(r"(?<![A-Z])(?:([A-Z]{1,10})(?: |\s?\n\s?))?([A-Z]{1,11}) ?\Z")
_REACH_BEFORE: Final = 24
_FIRST_WORD: Final = re.compile(r"\s{0,3}[(\[]?([A-Z]{2,})")


class Opening(NamedTuple):
    """A keyword: where it begins and ends, and what it opens."""

    start: int
    value: int
    kind: str


def gives_reasons(raised: str, start: int) -> bool:
    """Say whether reasons follow "Classified by"."""
    return _REASONS_AHEAD.search(raised, start, start + _REASONS_REACH) is not None


def find_misspelt(raised: str, limit: int, known: Sequence[Opening]) -> Iterator[Opening]:
    """Find keywords with a wrong letter, for the fields that nothing else opens."""
    kinds = {opening.kind for opening in known}
    reach = limit + _FIRST_PARAGRAPH + _REASONS_REACH
    if all(raised.find(sign, 0, reach) < 0 for sign in (*_REASON_SIGNS, " BY:")):
        kinds.add("classifier")  # is none that would open anything
    values = {opening.value for opening in known}
    for find in (_at_line_starts, _without_colons, _inside_lines):
        wanted = [keyword for keyword in _MISSPELT if keyword[0] not in kinds]
        for opening in find(raised, limit, wanted, values) if wanted else ():
            kinds.add(opening.kind)
            yield opening
    if "classifier" not in kinds:
        yield from _misspelt_classifier(raised, limit + _FIRST_PARAGRAPH)


def _at_line_starts(
    raised: str, limit: int, wanted: Sequence[_Keyword], values: set[int]
) -> Iterator[Opening]:
    for line in _MISSPELT_LINE.finditer("\n" + raised[:limit]):
        if line.end() - 1 in values:
            continue
        for kind, keyword, errors in wanted:
            if not _is_like(line[1], keyword, errors):
                continue
            is_long = kind != "references" or len(keyword) >= _LONG_KEYWORD
            if is_long or cites(raised, line.end() - 1):
                yield Opening(line.start(1) - 1, line.end() - 1, kind)
                break


def _without_colons(
    raised: str, limit: int, wanted: Sequence[_Keyword], _values: set[int]
) -> Iterator[Opening]:
    """Look at line starts in front of two codes, `TGAS PREL PGOV`, or a cable, `RFTEL ROME 1`."""
    for line in _UNMARKED_LINE.finditer("\n" + raised[:limit]):
        start = line.end() - 1
        for kind, keyword, errors in wanted:
            if keyword not in _UNMARKED or not _is_like(line[1], keyword, errors):
                continue
            if cites(raised, start) if kind == "references" else begins_with_codes(raised, start):
                yield Opening(line.start(1) - 1, start, kind)
                wanted = [keyword for keyword in wanted if keyword[0] != kind]
                break


def _inside_lines(
    raised: str, limit: int, wanted: Sequence[_Keyword], values: set[int]
) -> Iterator[Opening]:
    """Look at the one or two words before each colon that opens no known value."""
    colon = raised.find(":", 0, limit)
    while colon >= 0:
        is_new = colon + 1 not in values and (
            raised[colon - 1].isalpha() or raised[colon - 1] == " "
        )
        if is_new and (words := _WORDS_BEFORE.search(raised, max(0, colon - _REACH_BEFORE), colon)):
            opening = _before_colon(raised, colon, words, wanted)
            if opening:
                yield opening
                wanted = [keyword for keyword in wanted if keyword[0] != opening.kind]
        colon = raised.find(":", colon + 1, limit)


def _before_colon(
    raised: str, colon: int, words: re.Match[str], wanted: Sequence[_Keyword]
) -> Opening | None:
    candidates = (words.start(1), (words[1] or "") + words[2]), (words.start(2), words[2])
    for start, text in candidates[words[1] is None :]:
        is_word = start == words.start(2) and text in _SPELT_RIGHT
        if is_word or (text[0] not in _FIRST_LETTERS and not text.endswith(_TAILS)):
            continue
        for kind, keyword, errors in wanted:
            if _is_like(text, keyword.replace(" ", ""), errors) and _is_followed(
                raised, colon + 1, kind
            ):
                return Opening(start, colon + 1, kind)
    return None


def _is_like(words: str, keyword: str, errors: int) -> bool:
    """Tell a keyword with so many wrong letters; one of the first two is right."""
    if abs(len(words) - len(keyword)) > errors:
        return False
    is_alike = words[0] == keyword[0] or words.endswith((keyword[1:], keyword[0] + keyword[2:]))
    return is_alike and distance(words, keyword) <= errors


def _is_followed(raised: str, start: int, kind: str) -> bool:
    """Say whether behind a place stands what a field of a kind holds."""
    if kind == "references":
        return cites(raised, start)
    if kind == "classifier":
        return gives_reasons(raised, start)
    word = _FIRST_WORD.match(raised, start)
    return kind == "subject" or (word is not None and describe_tag(word[1]) is not None)


def begins_with_codes(raised: str, start: int) -> bool:
    """Say whether two tags stand at a place, `PREL, PGOV`."""
    words = _TWO_CODES.match(raised, start)
    return words is not None and all(map(describe_tag, words.groups()))


def _misspelt_classifier(raised: str, limit: int) -> Iterator[Opening]:
    """Find `CLASISFIED BY` and `CLASSIFIED, BY` where a line or sentence begins, with reasons."""
    for line in _CLASSIFIER_LINE.finditer("\n" + raised[:limit]):
        joined = ""
        for word in _LETTERS.finditer(line[1]):
            joined += word[0]
            is_near = abs(len(joined) - len(_CLASSIFIED_BY)) <= 2 and (
                not _BY.isdisjoint(joined[-2:]) and distance(joined, _CLASSIFIED_BY) <= 2
            )
            end = line.start(1) - 1 + word.end()
            if is_near and gives_reasons(raised, end):
                yield Opening(line.start(1) - 1, end, "classifier")
                return


def cites(raised: str, start: int) -> bool:
    """Say whether a cable of a known station stands at a place, `A. ROME 12`."""
    cable = _CITED_BEHIND.match(raised, start)
    return cable is not None and printed_station(cable["station"]) is not None
