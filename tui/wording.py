"""How numbers and orders are said in sentences."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from parser import describe_tag

if TYPE_CHECKING:
    from archive import Count, Facet, Order
    from parser import Cable


def number(count: Count) -> str:
    """Write a count, with a plus sign where there are more: `1,204`, `40+`."""
    return f"{count.value:,}{'' if count.is_exact else '+'}"


def noun(count: Count, name: str) -> str:
    """Return the noun that goes with a count."""
    return name if count.value == 1 and count.is_exact else f"{name}s"


def counted(count: int, noun: str) -> str:
    """Write a number with its noun: `1 cable`, `1,204 cables`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def sent(cable: Cable) -> str:
    """Write when a cable was sent, `2009-04-14 16:11Z`; the day alone where no more is known.

    Sources that know the day only say midnight. Empty for a cable without a date.
    """
    if cable.created is None:
        return ""
    is_day = cable.created.time() == time() and cable.envelope.date_time_group is None
    return cable.created.strftime("%Y-%m-%d" if is_day else "%Y-%m-%d %H:%MZ")


SUBJECT = "subject"
"""What stands in place of a paragraph's number where the subject is shown."""


def called(number: int | None, position: int) -> int:
    """Return the number that names a paragraph: the printed one, else its place, from 1."""
    return position + 1 if number is None else number


def no_paragraph(cable: Cable, number: int) -> str:
    """Say that a cable has no paragraph of a number, and how far its own go."""
    if not cable.paragraphs:
        return "This cable has no paragraphs."
    last = called(cable.paragraphs[-1].number, len(cable.paragraphs) - 1)
    return f"This cable has no paragraph {number}: its last is {last}."


def by(order: Order) -> str:
    """Say how a list is sorted: `by date`, `by times cited`."""
    return "by times cited" if order.value == "cited" else f"by {order.value}"


def explained(facet: Facet) -> str:
    """Return the value of a facet, a code of TAGS with its meaning: `SNAR Narcotics`."""
    tag = describe_tag(facet.value) if facet.field == "tag" else None
    return f"{facet.value} {tag.meaning}" if tag and tag.meaning else facet.value


def edition_of(cable: Cable, number: int) -> str:
    """Tell an edition of a cable from others: `edition 2: csv, CONFIDENTIAL, 5 paragraphs`."""
    released = f"released {cable.released:%Y-%m-%d}" if cable.released else ""
    paragraphs = counted(len(cable.paragraphs), "paragraph")
    parts = (cable.metadata.carrier, released, str(cable.classification or ""), paragraphs)
    return f"edition {number}: {', '.join(part for part in parts if part)}"
