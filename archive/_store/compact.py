"""Plain values of a cable with less said: lists for the parts that occur by the dozen.

What `parser.to_dict` gives is clear and long. Here a paragraph, an origin and a repair become
lists, places become distances from the place before, and a text that can be had from the raw text
is left out. Each function has its inverse.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from parser import Origin, Paragraph, Repair

_MOST_BEFORE: Final = 5
"""Words before the text of a paragraph in its span: its number, its marking."""


def paragraphs(whole: Iterable[Paragraph], raw: str) -> list[list[Any]]:
    """Shorten paragraphs; a text becomes the words of its span that it is made of."""
    short: list[list[Any]] = []
    last = 0
    for one in whole:
        start, end = one.span
        text = _to_words(one.text, raw[start:end])
        values = [start - last, end - start, one.number, one.marking, text, one.heading]
        short.append([*values, _other(one)] if _has_other(one) else values)
        last = end
    return short


def _has_other(one: Paragraph) -> bool:
    return bool(one.missing or one.protect or one.redactions)


def _other(one: Paragraph) -> dict[str, Any]:
    """Return the parts of a paragraph that few have."""
    parts = {"missing": one.missing, "protect": one.protect, "redactions": one.redactions}
    return {name: part for name, part in parts.items() if part}


def whole_paragraphs(short: Iterable[Sequence[Any]]) -> list[dict[str, Any]]:
    """Undo :func:`paragraphs`, but for the texts: see :func:`text_of`."""
    plain: list[dict[str, Any]] = []
    last = 0
    for gap, length, number, marking, text, heading, *other in short:
        start = last + gap
        last = start + length
        plain.append(
            {
                "number": number,
                "marking": marking,
                "heading": heading,
                "text": text,
                "span": (start, last),
                **(other[0] if other else {}),
            }
        )
    return plain


def paragraph(short: Sequence[Sequence[Any]], position: int, raw: str) -> tuple[int | None, str]:
    """Return number and text of one paragraph of :func:`paragraphs`, and look at no other."""
    start = sum(one[0] + one[1] for one in short[:position]) + short[position][0]
    _, length, number, _, text, *_ = short[position]
    if not isinstance(text, str):
        text = _from_words(text, raw[start : start + length].split())
    return number, text


def text_of(paragraph: Mapping[str, Any], raw: str) -> str:
    """Return the text of a paragraph as it came from :func:`whole_paragraphs`."""
    text: str | Sequence[int] = paragraph["text"]
    if isinstance(text, str):
        return text
    start, end = paragraph["span"]
    return _from_words(text, raw[start:end].split())


def _to_words(text: str, raw: str) -> str | list[int]:
    """Say which words of `raw` make up `text`; the text itself when it is not made of them.

    Returns:
        Words left out at the start; words then taken; words then left out (a page mark), after
        which all are taken; and the number of the word that begins each further line of the text.
        What would be 0 at the end is not written.
    """
    words, line = raw.split(), text.replace("\n", " ")
    opening = line.split(" ", 2)[:2]
    starts = range(min(_MOST_BEFORE, len(words)))
    skip = next((at for at in starts if words[at : at + 2] == opening), None)
    if skip is None:
        return text
    if " ".join(words[skip:]) == line:  # nearly always
        short = [skip, 0, 0, *_lines(text)]
    else:
        short = _with_cut(words, text, skip)
        if short[2] < 0 or _from_words(short, words) != text:
            return text
    while short and not short[-1]:
        short.pop()
    return short


def _lines(text: str) -> Sequence[int]:
    """Return the number of the word that begins each further line."""
    return list(accumulate(line.count(" ") + 1 for line in text.split("\n")))[:-1]


def _with_cut(words: Sequence[str], text: str, skip: int) -> list[int]:
    """Say which words of a paragraph make up its text where some in it are left out."""
    wanted = text.split()
    pairs = enumerate(zip(words[skip:], wanted, strict=False))
    taken = next((at for at, (word, other) in pairs if word != other), len(wanted))
    return [skip, taken, len(words) - skip - len(wanted), *_lines(text)]


def _from_words(short: Sequence[int], words: Sequence[str]) -> str:
    """Undo :func:`_to_words`."""
    skip, taken, cut = (*short[:3], 0, 0, 0)[:3]
    kept = [*words[skip : skip + taken], *words[skip + taken + cut :]]
    starts = (0, *short[3:], len(kept))
    return "\n".join(" ".join(kept[start:stop]) for start, stop in pairwise(starts))


def origins(whole: Iterable[Origin]) -> list[list[Any]]:
    """Shorten where the fields come from."""
    return [[one.field, one.how.value, *_distance(one.span)] for one in whole]


def repairs(whole: Iterable[Repair]) -> list[list[Any]]:
    """Shorten what was mended."""
    return [[one.kind.value, one.before, one.after, *_distance(one.span)] for one in whole]


def whole_cable(short: dict[str, Any]) -> dict[str, Any]:
    """Undo :func:`origins` and :func:`repairs` in what stands beside the paragraphs."""
    plain = dict(short)
    plain["origins"] = [
        {"field": field, "how": how, "span": _span(place)}
        for field, how, *place in short.get("origins", ())
    ]
    plain["repairs"] = [
        {"kind": kind, "before": before, "after": after, "span": _span(place)}
        for kind, before, after, *place in short.get("repairs", ())
    ]
    return plain


def _distance(span: Sequence[int] | None) -> tuple[int, ...]:
    return (span[0], span[1] - span[0]) if span else ()


def _span(place: Sequence[int]) -> tuple[int, int] | None:
    return (place[0], place[0] + place[1]) if place else None
