"""The TAGS line: what a cable is about, in codes.

field  := ( "TAGS" | "TAG" | ... ) [ ":" ] item { [ "," ] item }
item   := subject | program | place | organization | phrase | person
person := "(" LASTNAME "," FIRSTNAME ")"

Codes that are run together (`PHUMAL`) are cut where every piece is a known code and one has four
letters. Unknown words side by side that look like no codes are one phrase. A line goes on in the
next if it ends in a comma or inside brackets, or if the next has known tags only, or the rest of a
phrase.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from parser._preamble.found import Found
from parser._preamble.marks import blank_marks
from parser._preamble.name_words import places
from parser._preamble.tag_codes import codes, cut, first_words, phrases, single_words
from parser._preamble.titles import is_first_name
from parser._tables import describe_tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from parser._preamble.layout import Block

_MAX: Final = 4_000
_TOKEN: Final = re.compile(
    r"\((?:U|C|S|SBU|[CS]/?/NF|NOFORN|SENSITIVE|EXDIS|NODIS|LIMDIS|STADIS|SIPDIS|NOTAL)\)|"
    r"[(\[](?P<bracket>[^()\[\]]{1,80})[)\]]|(?P<word>[A-Z](?:\.[A-Z])+\b|[A-Z0-9][A-Z0-9/&'\u2019-]*)|"
    r"(?P<comma>[,;|])"
)
_WORD: Final = re.compile(r"[A-Z0-9][A-Z0-9/&'\u2019-]*")
_BRACKETS: Final = re.compile(r"[(\[][^()\[\]]{1,80}[)\]]")
_BETWEEN_DASHES: Final = re.compile(r"(?<![A-Z])-([A-Z' ]{2,30}, ?[A-Z][A-Z. ]{1,30})-(?![A-Z])")
"""A person, `-EXAMPLE, ANN-`."""
_SLASHED: Final = re.compile(r"[A-Z]{2,6}(?:/[A-Z]{2,6})*/[A-Z]{2,24}(?![A-Z/])")
_BLANKED: Final = str.maketrans(",;:[]()", " " * 7)
_SEPARATORS: Final = re.compile(r"[,;|]|\s-+\s")
_LETTERS: Final = re.compile(r"[A-Z]+")
_CODES: Final = re.compile(r"[A-Z,\s]*")
_LINE: Final = re.compile(r"[^\n]*")
_LIST: Final = re.compile(r"\s*[A-Z]{2,5},")
_LINE_BREAKS: Final = re.compile(r"\s*")
_CODE: Final = re.compile(r"[ABCEKMOPST][A-Z]{3}|[A-Z]{2}|[A-Z0-9]*[^A-Z].*")
_JOINT: Final = re.compile(r"['\u2019]|(?:(?<=[A-Z]{4})|(?<=\bAL)|(?<=\bEL))-(?=[A-Z]{4})")
_PLACE: Final = re.compile(r"[A-Z]{2}")
_NO_TAG: Final = re.compile(
    r"SIPDIS|NOFORN|SENSITIVE|EXDIS|NODIS|LIMDIS|STADIS|SBU|FOUO|UNCLAS(?:SIFIED)?|CONFIDENTIAL|"
    r"SECRET|TAGS|N/A|NONE|AND|\d+"
)
_JOINING: Final = frozenset({"AND", "IN", "OF", "THE", "FOR", "ON", "TO"})
_VISITS: Final = frozenset({"OVIP", "OREP"})
_LONGEST_PHRASE: Final = 4
_LONGEST_PROSE: Final = 6
_LONGEST_CODE: Final = 6
_LONGEST_LIKE_CODE: Final = 5
_LONGEST_TWO: Final = 8
_SHORTEST_WITH_PERSON: Final = 5
_TWO_PLACES: Final = re.compile(r"\b[A-Z]{2}(?: | {0,3}\n {0,3})[A-Z]{2}\b")
"""What a space or a line end may have made of one code."""
_WIDEST_GAP: Final = 8
"""White space inside a code that a line end cut in two."""


class Tags(NamedTuple):
    """The tags of one block, each once, in order."""

    tags: tuple[Found[str], ...]
    end: int


class _Word(NamedTuple):
    """A word of the line, or what stands in brackets, or a comma."""

    text: str
    start: int
    end: int
    kind: str = "word"


class _Tag(NamedTuple):
    text: str
    start: int
    end: int
    is_repaired: bool = False


def read_tags(raised: str, block: Block) -> Tags:
    """Read one TAGS block of upper-case text."""
    plain = blank_marks(raised[block.value : min(block.limit, block.value + _MAX)])
    plain = _BETWEEN_DASHES.sub(r"(\1)", plain[: _extent(plain)])
    if "/" in plain:
        plain = _SLASHED.sub(_with_commas, plain)
    found = _all_known(plain, block.value)
    if found is None:
        found = _read_words(plain, block.value)
    return Tags(tuple(found.values()), block.value + len(plain.rstrip()))


def _with_commas(slashed: re.Match[str]) -> str:
    """Part a list of codes by commas, whose last item may be a word: `PREL/PGOV/REFUGEES`."""
    items = slashed[0].split("/")[:-1]
    known = list(map(describe_tag, items))
    if len(items) == 1 and not _is_subject(items[0]):
        return slashed[0]  # NATO/RUSSIA, but OVIP/EXAMPLE
    is_list = any(known) and all(
        tag or _PLACE.fullmatch(code) for tag, code in zip(known, items, strict=True)
    )
    return slashed[0].replace("/", ",") if is_list else slashed[0]


def _all_known(plain: str, offset: int) -> dict[str, Found[str]] | None:
    """Read a line that holds known codes and nothing else, as most do; None for any other."""
    if not _CODES.fullmatch(plain) or (plain.count(",") > 1 and _TWO_PLACES.search(plain)):
        return None
    found: dict[str, Found[str]] = {}
    for match in _LETTERS.finditer(plain):
        code = match[0]
        if describe_tag(code) is None:
            return None
        found.setdefault(code, Found(code, offset + match.start(), offset + match.end()))
    return found


def _read_words(plain: str, offset: int) -> dict[str, Found[str]]:
    words = [
        _Word(match[match.lastgroup], match.start(), match.end(), match.lastgroup)
        for match in _TOKEN.finditer(plain)
        if match.lastgroup
    ]
    found: dict[str, Found[str]] = {}
    for tag in _read(_with_persons(_whole(words))):
        place = offset + tag.start, offset + tag.end
        found.setdefault(tag.text, Found(tag.text, *place, tag.is_repaired))
    return found


def merge_tags(blocks: Iterable[Tags]) -> tuple[Found[str], ...]:
    """Put the tags of several blocks together, each once."""
    found: dict[str, Found[str]] = {}
    for block in blocks:
        for tag in block.tags:
            found.setdefault(tag.value, tag)
    return tuple(found.values())


def _extent(plain: str) -> int:
    """Find the end of the line, or of the last line that goes on from it."""
    if "\n" not in plain.strip():
        return len(plain)
    begin = _LINE_BREAKS.match(plain)
    end = _line_end(plain, begin.end() if begin else 0)
    while end < len(plain):
        line = plain[plain.rfind("\n", 0, end) + 1 : end].rstrip()
        is_open = line.endswith((",", ";", " AND", " OF")) or line.rfind("(") > line.rfind(")")
        step = _LINE_BREAKS.match(plain, end)
        start = step.end() if step else end
        following = _line_end(plain, start)
        goes_on = _are_codes if plain.count("\n", end, start) > 1 else _goes_on
        is_open = is_open or plain.startswith(",", start)
        if not is_open and not goes_on(line, plain[start:following]):
            break
        end = following
    return end


def _line_end(plain: str, start: int) -> int:
    line = _LINE.match(plain, start)
    return line.end() if line else start


def _are_codes(_line: str, following: str) -> bool:
    """Tell whether a line behind a blank one holds codes alone, most of them known."""
    words = following.translate(_BLANKED).split()
    known = sum(bool(codes(word)) for word in words)
    is_most = known > 2 and _is_subject(words[0]) and all(map(_is_like_code, words))
    return known > 0 and (known == len(words) or is_most)


def _goes_on(line: str, following: str) -> bool:
    """Tell whether a line of tags goes on in the one that follows it."""
    outside = _BRACKETS.sub(" ", following)
    words = [word.strip(".:") for word in _SEPARATORS.sub(" ", f" {outside}").split()]
    if not words:
        return outside != following
    before = _WORD.findall(line)
    if _are_tags(words) or (len(words) == 1 and _is_region(words[0], before)):
        return True
    if len(words) > 1 and _begins_with_codes(words, is_list=_LIST.match(following) is not None):
        return True
    if before and _makes_code(before[-1], words[0]) and all(map(codes, words[1:])):
        return True
    return any(
        " ".join([*before[-left:], *words[:right]]) in phrases()
        for left in range(1, _LONGEST_PHRASE)
        for right in range(1, _LONGEST_PHRASE)
    )


def _is_subject(word: str) -> bool:
    """Tell a code that no line but one of TAGS begins with."""
    tag = describe_tag(word)
    return tag is not None and tag.kind in {"subject", "program"}


def _begins_with_codes(words: list[str], *, is_list: bool) -> bool:
    """Tell `EINV TERRORISM`, `IR, NPT` and `IT FR HARBOUR FEES` from a passing line, `AF FOR EUR`.

    `is_list`: a comma stands behind the first word.
    """
    if _is_subject(words[0]) or (is_list and codes(words[0])):
        return _are_like_codes(words)
    return all(map(codes, words[:2])) and len(words) > 2 and _JOINING.isdisjoint(words)


def _are_like_codes(words: list[str]) -> bool:
    """Tell the words behind a code: the next is one, or all are as short as codes, `FRIS`."""
    return describe_tag(words[1]) is not None or all(map(_is_like_code, words[1:]))


def _is_like_code(word: str) -> bool:
    return word.isalpha() and len(word) <= _LONGEST_LIKE_CODE and word not in _JOINING


def _is_region(word: str, before: list[str]) -> bool:
    """Tell `XB` below a line that ends in a code: regions are not all known."""
    return _PLACE.fullmatch(word) is not None and bool(before) and bool(codes(before[-1]))


def _are_tags(words: list[str]) -> bool:
    """Tell whether words are codes and known phrases; the last may go on in the next line.

    Beside a code two letters are one too: those of regions are not all known.
    """
    place = 0
    is_of_codes = any(map(codes, words))
    while place < len(words):
        if words[place] in single_words():
            place += 1
            continue
        if codes(words[place]) or (is_of_codes and _PLACE.fullmatch(words[place])):
            place += 1
            continue
        size = next(
            (
                size
                for size in range(_LONGEST_PHRASE, 1, -1)
                if " ".join(words[place : place + size]) in phrases()
            ),
            0,
        )
        if not size:
            rest = " ".join(words[place:]) + " "
            return any(phrase.startswith(rest) for phrase in phrases())
        place += size
    return True


def _whole(words: list[_Word]) -> list[_Word]:
    """Put the two parts of a code or of two together: `PG OV`, `PRE,L`, `ETR DEINV`."""
    whole: list[_Word] = []
    has_commas = sum(word.kind == "comma" for word in words) > 1
    for word in words:
        before = whole.pop() if len(whole) > 1 and _is_stray_comma(whole, word) else None
        if (
            whole
            and word.kind == whole[-1].kind == "word"
            and _is_in_two(whole[-1], word, has_commas)
        ):
            whole[-1] = _Word(whole[-1].text + word.text, whole[-1].start, word.end)
            continue
        if before:
            whole.append(before)
        whole.append(word)
    return whole


def _is_stray_comma(whole: list[_Word], word: _Word) -> bool:
    """Tell the comma of `PRE,L` from one between two tags."""
    comma = whole[-1]
    return comma.kind == "comma" and len(word.text) == 1 and comma.start == whole[-2].end


def _is_in_two(first: _Word, second: _Word, has_commas: bool) -> bool:
    if second.start - first.end > _WIDEST_GAP:
        return False
    if _makes_code(first.text, second.text, has_commas=has_commas):
        return True
    joined = first.text + second.text
    are_none = not codes(first.text) and not codes(second.text)
    return are_none and len(joined) <= _LONGEST_TWO and joined.isalpha() and bool(cut(joined))


def _makes_code(first: str, second: str, *, has_commas: bool = False) -> bool:
    """Tell whether two short words make a code: neither is one, or only one of two letters.

    Two places without the comma that stands between all others are a code, too: `MO PS`, `UN GA`.
    """
    if len(first) + len(second) > _LONGEST_CODE:
        return False
    known = bool(codes(first)) + bool(codes(second))
    tag = describe_tag(first + second)
    if known == 0 or tag is None:
        return tag is not None
    if known == 1 and 1 in {len(first), len(second)}:
        return True
    if len(first) != len(second) or len(first) != 2:
        return False
    if tag.kind == "organization":
        return has_commas
    return tag.kind in {"subject", "program"} and (known == 1 or has_commas)


def _with_persons(words: list[_Word]) -> list[_Word]:
    """Join `OVIP EXAMPLE, MARY` to the person that the visit is about.

    So is the name with the only comma of a line, `PREL IZ EXAMPLE, MARY`.
    """
    words = _with_last_person(words)
    joined: list[_Word] = []
    place = 0
    while place < len(words):
        joined.append(words[place])
        place += 1
        if joined[-1].text not in _VISITS:
            continue
        name = words[place : place + 4]
        if name and name[0].kind == "comma":
            name, place = name[1:], place + 1
        if [word.kind for word in name[:3]] == ["word", "comma", "word"] and all(
            _is_name(word.text) for word in (name[0], name[2])
        ):
            text = f"{name[0].text}, {name[2].text}"
            joined.append(_Word(text, name[0].start, name[2].end, "bracket"))
            place += 3
    return joined


def _with_last_person(words: list[_Word]) -> list[_Word]:
    """Join the last name and given name of a line that has no other comma."""
    if [word.kind for word in words].count("comma") != 1 or len(words) < _SHORTEST_WITH_PERSON:
        return words
    last, comma, given = words[-3:]
    is_person = comma.kind == "comma" and _is_name(last.text) and is_first_name(given.text)
    if not is_person or not codes(words[-4].text):
        return words
    name = _Word(f"{last.text}, {given.text}", last.start, given.end, "bracket")
    return [*words[:-3], name]


def _read(words: list[_Word]) -> Iterator[_Tag]:
    """Turn the words of a line into tags."""
    place = 0
    while place < len(words):
        word = words[place]
        if word.kind == "bracket":
            yield from _in_brackets(word)
        elif size := _item_at(words, place):
            text = " ".join(part.text for part in words[place : place + size])
            yield _Tag(text, word.start, words[place + size - 1].end)
            place += size - 1
        elif size := _phrase_at(words, place):
            phrase = " ".join(part.text for part in words[place : place + size])
            yield _Tag(phrases()[phrase], word.start, words[place + size - 1].end)
            place += size - 1
        elif found := codes(word.text):
            for code in found:
                yield _Tag(code, word.start, word.end, code != word.text)
        elif word.kind == "word" and not _NO_TAG.fullmatch(word.text):
            size = _prose_at(words, place)
            text = " ".join(part.text for part in words[place : place + size])
            yield _Tag(text.strip("'-&/"), word.start, words[place + size - 1].end)
            place += size - 1
        place += 1


def _in_brackets(word: _Word) -> Iterator[_Tag]:
    """Read a person, or tags that stand in brackets."""
    parts = _WORD.findall(word.text)
    if parts and all(codes(part) for part in parts):
        for part in parts:
            for code in codes(part) or ():
                yield _Tag(code, word.start, word.end)
    elif parts:
        names = (" ".join(name.split()) for name in word.text.split(","))
        yield _Tag(", ".join(name for name in names if name), word.start, word.end)


def _item_at(words: list[_Word], place: int) -> int:
    """Count the words of the item between two commas if it is a phrase; else 0.

    A phrase may hold numbers, `AIR FRANCE 447`, and words that look like codes, `WORLD BANK`.
    """
    if place and words[place - 1].kind != "comma":
        return 0
    size = 0
    while place + size < len(words) and words[place + size].kind == "word":
        size += 1
    if not 1 < size <= _LONGEST_PROSE or (size == len(words) and not place):
        return 0
    item = [word.text for word in words[place : place + size]]
    is_phrase = all(
        text.isdecimal() or (text.isalpha() and not codes(text) and not _NO_TAG.fullmatch(text))
        for text in item
    )
    return size if is_phrase and any(map(_is_prose, item)) and any(map(_is_long, item)) else 0


def _is_long(text: str) -> bool:
    return len(text) > _LONGEST_LIKE_CODE


def _phrase_at(words: list[_Word], place: int) -> int:
    """Count the words of the known phrase that begins at `place`; 0 when there is none."""
    if words[place].text not in first_words():
        return 0
    for size in range(min(_LONGEST_PHRASE, len(words) - place), 1, -1):
        if " ".join(word.text for word in words[place : place + size]) in phrases():
            return size
    return 0


def _prose_at(words: list[_Word], place: int) -> int:
    """Count the words from `place` on that make one phrase nobody listed; at least 1."""
    size = last = 1
    while size < _LONGEST_PROSE and place + size < len(words):
        text = words[place + size].text
        if words[place + size].kind != "word":
            break
        if _is_prose(text):
            last = size + 1
        elif text not in _JOINING:
            break
        size += 1
    is_phrase = all(
        _is_prose(word.text) or word.text in _JOINING for word in words[place : place + last]
    )
    return (
        last if is_phrase and any(len(word.text) > 4 for word in words[place : place + last]) else 1
    )


def _is_prose(text: str) -> bool:
    """Tell whether a word looks like no code at all."""
    text = _JOINT.sub("", text)
    if text in places():
        return not describe_tag(text)  # CUBA EMBARGO
    return not _NO_TAG.fullmatch(text) and not codes(text) and not _CODE.fullmatch(text)


def _is_name(text: str) -> bool:
    return text.isalpha() and len(text) > 2 and not _NO_TAG.fullmatch(text) and not codes(text)
