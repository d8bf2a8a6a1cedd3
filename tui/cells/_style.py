"""How a cell looks, and the shortest sequence that changes it (SGR of ECMA-48)."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

_OFF = {
    "1": "22",
    "2": "22",
    "3": "23",
    "4": "24",
    "5": "25",
    "6": "25",
    "7": "27",
    "8": "28",
    "9": "29",
    "21": "24",
    "51": "54",
    "52": "54",
    "53": "55",
}
"""Parameter of each attribute, and the one that ends it (and its siblings)."""

_SHOWS_ON_A_SPACE = frozenset({"4", "7", "9", "21", "51", "52", "53"})


class Style(NamedTuple):
    """Colours as parameters (`"38;5;12"`, empty for the terminal's own) and attributes."""

    foreground: str = ""
    background: str = ""
    attributes: frozenset[str] = frozenset()


PLAIN = Style()


@lru_cache(maxsize=4096)
def with_parameters(style: Style, parameters: str) -> Style:
    """Apply the parameters of one `ESC [ ... m`. An unknown parameter changes nothing."""
    foreground, background, attributes = style
    rest = iter(parameters.split(";"))
    for number in rest:
        if number in {"", "0"}:
            foreground, background, attributes = PLAIN
        elif number in {"38", "48"}:
            mode = next(rest, "")
            parts = [next(rest, "0") for _ in range({"5": 1, "2": 3}.get(mode, 0))]
            colour = ";".join([number, mode, *parts]) if parts else ""
            foreground, background = (
                (colour, background) if number == "38" else (foreground, colour)
            )
        elif number in _OFF:
            attributes |= {number}
        elif number in _OFF.values():
            attributes = frozenset(one for one in attributes if _OFF[one] != number)
        elif number == "39" or (number.isdigit() and int(number) in _FOREGROUNDS):
            foreground = "" if number == "39" else number
        elif number == "49" or (number.isdigit() and int(number) in _BACKGROUNDS):
            background = "" if number == "49" else number
    return Style(foreground, background, attributes)


_FOREGROUNDS = frozenset((*range(30, 38), *range(90, 98)))
_BACKGROUNDS = frozenset((*range(40, 48), *range(100, 108)))


@cache
def of_space(style: Style) -> Style:
    """Return what can be seen of a style on a space: two spaces that look alike are equal."""
    if style.attributes & _SHOWS_ON_A_SPACE:
        return style
    return Style(background=style.background)


@lru_cache(maxsize=4096)
def transition(before: Style, after: Style) -> str:
    """Return the shortest sequence from one style to another; empty when they are equal."""
    if before == after:
        return ""
    fresh = [part for part in ("0", *sorted(after.attributes), *after[:2]) if part]
    if fresh == ["0"]:
        return "\x1b[m"
    ends = {_OFF[one] for one in before.attributes - after.attributes}
    kept = {one for one in before.attributes if _OFF[one] not in ends}
    steps = [*sorted(ends), *sorted(after.attributes - kept)]
    if before.foreground != after.foreground:
        steps.append(after.foreground or "39")
    if before.background != after.background:
        steps.append(after.background or "49")
    return f"\x1b[{min(';'.join(steps), ';'.join(fresh), key=len)}m"
