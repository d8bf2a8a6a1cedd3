"""Message reference numbers: every way to write one, and the one way to compare them.

A canonical number is `YY` + station without spaces + serial without leading zeros: `09TIRANA9901`.
Stations are folded by `data/station_aliases.tsv`; a station that nothing knows is kept as it is.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from parser._similar import SHORTEST_WITH_ERROR, known_station, similar_station
from parser._tables import describe_tag, posts, rows

LONGEST: Final = 120
"""No id is printed longer than this, however much is glued to it."""

_CANONICAL: Final = re.compile(r"(\d\d)([A-Z]{2,24})([1-9]\d{0,5})", re.ASCII)
_ADDRESS: Final = re.compile(
    r"(?:^|/)cables?/(?:\d+/)*([^/?#]+?)(?:\.html?)?/?(?:[?#].*)?$"
    r"|[?&]id=(\w+)|^(\w+)\.html?$",
    re.IGNORECASE,
)
_ENUMERATOR: Final = re.compile(r"^(?:[(\[]?[A-Z][)\]]|[A-Z][.:](?=\s))\s*")
_LEADING_SECTION: Final = re.compile(r"^[A-Z]{3,9} ?\d\d ?OF ?\d\d (?=[A-Z])")
_EDITION: Final = re.compile(r"(?<=\d)_[A-Z]\d?$")  # the suffix of PlusD, `09TIRANA9901_a`
_REMARK: Final = re.compile(  # what follows an id in a list of references
    r"[\s,;.]*(?:\((?:NOTAL|[A-Z]{2,3}DIS|[A-Z ]{0,9}PREVIOUS)\)|\b(?:NOTAL|[A-Z]{2,3}DIS)\b"
    r"|\b(?:AND|&) (?:PREVIOUS|SEPTEL|OTHERS)\b|\bET SEQ\b"
    r"|\bSECTION \d\d OF \d\d)[\s,;.]*$"
)

# YEAR of two to four digits, letter O for zero; STATION; SERIAL, letter O for zero.
_YEAR: Final = r"(?P<year>(?:19|20)?[\dO]\d|\dO|0\d\d|(?P<twice>\d\d)(?P=twice))"
_STATION: Final = r"(?P<station>0?[A-Z][A-Z ]*?)"
_SERIAL: Final = r"(?P<serial>(?:(?<![A-Z])O)?\d[\dO]*)"
_SECTION: Final = r"(?:[A-Z]{3,9} ?)?[\dO]{1,2} ?OF ?[\dO]{1,2} ?"
_BEFORE_SERIAL: Final = r"[ :/-]*(?:(?<=[ :/-])NO)?[ :]*"
_TAIL: Final = r"(?: ?(?P<tail>[A-Z][A-Z ]*?) ?(?P<last>\d*))?"

_FORMS: Final = tuple(
    re.compile(form, re.ASCII)
    for form in (
        # 09TIRANA9901, 2008 STATE 9912, 008 ROME 9903, 09SECTION01OF03TIRANA9901, 06ROME9901ZFR9901
        rf"{_YEAR}[ :/-]*(?:{_SECTION})?{_STATION}{_BEFORE_SERIAL}{_SERIAL}{_TAIL}",
        # STATE (08) 9912, STATE 08-9912, STATE 08 9912
        rf"{_STATION} ?\({_YEAR}\) ?{_SERIAL}",
        r"(?P<station>[A-Z][A-Z ]*?) ?(?P<year>\d\d) ?[/-] ?(?P<serial>\d{3,6})",
        r"(?P<station>[A-Z][A-Z ]*?) (?P<year>0\d) (?P<serial>\d{3,6})",
        # STATE 9912 (2008), STATE 09912/08, STATE 9912-08, STATE 9912 08
        rf"{_STATION}{_BEFORE_SERIAL}{_SERIAL} ?\({_YEAR}\)",
        rf"{_STATION}{_BEFORE_SERIAL}{_SERIAL}(?:,| OF)? ?[ /-] ?{_YEAR}",
        # TIRANA 9901, HK09911
        rf"{_STATION}{_BEFORE_SERIAL}{_SERIAL}{_TAIL}",
        # 997 ULAANBAATAR
        rf"{_SERIAL} {_STATION}",
    )
)
_LONGEST_SHORT_NAME: Final = 4
_YEAR_NEEDED: Final = 6
"""From this form on no year is printed."""


def canonical_mrn(text: str, *, year: int | None = None) -> str | None:
    """Return the canonical message reference number that `text` stands for.

    Args:
        text: one id as printed, or the address of a cable's page.
        year: year of the cable that prints it, 2009 or 9, for an id without a year.

    Returns:
        `09TIRANA9901`; None when `text` is no id, or has no year and none is given.
    """
    if len(text) > LONGEST:
        return None
    return _canonical(text, None if year is None else year % 100)


@lru_cache(maxsize=1 << 15)
def _canonical(text: str, year: int | None) -> str | None:
    plain = text.strip().upper()
    if (match := _CANONICAL.fullmatch(plain)) and match[2] in posts() and is_year(match[1]):
        return plain
    plain = _normal(plain)
    for place, form in enumerate(_FORMS):
        match = form.fullmatch(plain)
        if match and (mrn := _from_parts(match, year if place >= _YEAR_NEEDED else None)):
            return mrn
    return None


def is_year(digits: str) -> bool:
    """Tell whether two digits are a year of the archives: 66-99 is 19xx, 00-10 is 20xx."""
    return digits >= "66" or digits <= "10"


def is_never_station(word: str) -> bool:
    """Tell whether a word in capitals, `TELCON`, stands before numbers and is no station."""
    return word in _never()


def is_station(name: str) -> bool:
    """Tell a known station by its name in capitals, also misspelt where the name is not short."""
    if known_station(name):
        return True
    is_long = len(name) >= SHORTEST_WITH_ERROR and not is_never_station(name)
    return is_long and similar_station(name) is not None


def full_year(digits: str) -> int:
    """Return the year that the two digits of an id stand for, 2009 for `09`."""
    return (2000 if digits <= "10" else 1900) + int(digits)


def _normal(text: str) -> str:
    """Take away what differs between prints and means nothing."""
    if address := _ADDRESS.search(text):
        text = address[1] or address[2] or address[3]
    text = _ENUMERATOR.sub("", _EDITION.sub("", text))
    text = re.sub(r"(?<=[A-Z]{3})['\u2019]S(?= \d)|['\u2019`.*\"]|(?<!\d)#", "", text)
    text = re.sub(r"(?<=[A-Z])00?(?=[A-Z]| \d)", lambda zeros: "O" * len(zeros[0]), text)
    text = re.sub(r"(?<=[A-Z]{2})1(?=(?!OF|AND)[A-Z]{2}| \d)", "I", text)
    text = re.sub(r"(?<=[A-Z])\s*-\s*(?=[A-Z])", " ", text)
    text = re.sub(r"(?<![A-Z])(USUN|USEU|USMISSION|UNVIE|USDA|USDOC|OSAKA)/(?=[A-Z])", r"\1 ", text)
    text = re.sub(r"\s+", " ", text).strip(" ,;:")
    return _LEADING_SECTION.sub("", _REMARK.sub("", text))


def _from_parts(match: re.Match[str], year: int | None) -> str | None:
    parts = match.groupdict()
    if year is not None:
        digits = f"{year:02}"
    elif parts.get("year"):
        digits = parts["year"].replace("O", "0")[-2:]
    else:
        return None
    serial = _serial(parts["serial"], parts.get("tail"), parts.get("last"))
    station = _station(parts["station"].replace(" ", ""))
    if serial is None or station is None or not is_year(digits):
        return None
    return f"{digits}{station}{serial}"


def _serial(first: str, tail: str | None, last: str | None) -> str | None:
    """Return the serial without leading zeros; None when it cannot be one."""
    digits = first
    if tail:
        tail = tail.replace(" ", "")
        if last and tail in _glued("last"):
            digits = last
        elif tail not in _glued("tail"):
            return None
    digits = digits.replace("O", "0").lstrip("0")
    return digits if 1 <= len(digits) <= 6 else None


def _station(printed: str) -> str | None:
    """Return the name of the station that was printed as `printed`; None when it is no station."""
    if len(printed) < 2 or len(printed) > 60 or is_never_station(printed):
        return None
    if known := known_station(printed):
        return known
    if "0" in printed:
        return _station(printed.replace("0", "O"))
    if post := _before_country(printed):
        return post
    bare = _without_glue(printed)
    near = similar_station(bare) or similar_station(printed)
    return known_station(bare) or near or (bare if 2 <= len(bare) <= 24 else None)


def _before_country(printed: str) -> str | None:
    """Find the post in front of its own country, `SUVAFJ` or `MAPUTOMOZAMBIQUE`."""
    for cut in range(4, len(printed) - 1):
        if post := posts().get(known_station(printed[:cut]) or ""):
            rest, tag = printed[cut:], describe_tag(printed[cut:])
            is_code = tag is not None and len(rest) == 2 and tag.meaning == post.country
            if post.country and (is_code or rest == post.country.upper().replace(" ", "")):
                return post.name
    return None


def _without_glue(station: str) -> str:
    """Take off the titles, captions and rests of captions that are glued to a station."""
    for word in _glued("before"):
        if station.startswith(word) and len(station) > len(word) + 1:
            return _without_glue(station.removeprefix(word))
    for word in _glued("caption"):
        rest = _without_glue(station.removeprefix(word)) if station.startswith(word) else ""
        if known := known_station(rest) or similar_station(rest):
            return known
    for word in _glued("after"):
        if station.endswith(word) and len(station) > len(word) + 1:
            return _without_glue(station.removesuffix(word))
    if station.endswith("O") and (known := known_station(station[:-1])):
        return known  # ROMEO151 is ROME and the serial 0151
    return _after_rest_of_caption(station) or station


def _after_rest_of_caption(station: str) -> str | None:
    """Find the known station in `SIFIEDABUJA`, the end of UNCLASSIFIED and a station."""
    captions = _glued("caption")
    for cut in range(3, len(station) - 3):
        name = station[cut:]  # not TANA, short for ANTANANARIVO: ASSTANA is no end of UNCLASS
        known = known_station(name) if len(name) > _LONGEST_SHORT_NAME or name in posts() else None
        if known and any(caption.endswith(station[:cut]) for caption in captions):
            return known
    return None


@cache
def _glued(place: str) -> tuple[str, ...]:
    """Words that stand glued at this place of an id, longest first."""
    words = (row["word"] for row in rows("glued_words") if row["place"] == place)
    return tuple(sorted(words, key=len, reverse=True))


@cache
def _never() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("never_stations"))
