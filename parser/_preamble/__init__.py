"""Everything between the transmission header and the first paragraph of the text.

One module a field: its grammar stands in its docstring, its named patterns beside it. `layout`
finds where the fields stand; they may come in any order, several on one line, and after a first
paragraph that only says who classified the cable.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from parser._model import Reference, Span
from parser._preamble.captions import read_between
from parser._preamble.classification import read_classification
from parser._preamble.classifier import Classifier, merge_classifiers, read_classifier
from parser._preamble.executive import Order, merge_orders, read_order
from parser._preamble.found import Found, Preamble, Section
from parser._preamble.layout import BEHIND_TEXT_START, WINDOW, Kind, Layout, lay_out, upper
from parser._preamble.references import References, read_references
from parser._preamble.subject import Subject, merge_subjects, read_subject
from parser._preamble.tags import Tags, merge_tags, read_tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_USUAL: Final = 4_000
"""Most preambles, and what the first paragraphs may say of the classifier, end before this."""
_SPACE: Final = re.compile(r"\s*")

__all__ = ["Found", "Preamble", "Section", "read_preamble"]


def read_preamble(text: str, *, year: int | None = None, own_mrn: str | None = None) -> Preamble:
    """Read the fields that stand before the text of a telegram.

    Args:
        text: The telegram behind its transmission header. Only its first 12,000 characters are
            looked at.
        year: Year of the telegram, four digits; a reference without a year is of this one.
        own_mrn: The telegram's own message reference number, which is no reference.

    Returns:
        The fields found, each with its span in `text`. Never raises.
    """
    text = text.replace("\t", " ")
    raised, layout = _lay_out(text)
    heading = read_classification(raised, layout.text)
    line = Span(heading.classification.start, heading.end) if heading else Span(0, 0)
    fields = _read_fields(text, raised, layout, year, own_mrn)
    fields.claimed.insert(0, (0, line.end))
    classifier = merge_classifiers(fields.classifiers)
    order = merge_orders(fields.orders)
    subject = merge_subjects(fields.subjects)
    ends = [end for start, end in fields.claimed if start < layout.text]
    gaps = _gaps(fields.claimed, layout.text)
    between = read_between(text, raised, line, gaps, max(ends, default=0))
    return Preamble(
        classification=heading.classification if heading else None,
        section=heading.section if heading else None,
        station=heading.station if heading else None,
        serial=heading.serial if heading else None,
        captions=between.captions,
        passing=between.passing,
        handling=between.handling,
        executive_order=order.number,
        declassify_on=order.date,
        declassify_text=order.text,
        subject=subject.title if subject else None,
        subject_marking=subject.marking if subject else None,
        tags=merge_tags(fields.tags),
        references=tuple(_without_doubles(fields.references)),
        classified_by=classifier.names,
        classifier_title=classifier.title,
        reasons=classifier.reasons,
        reason_section=classifier.section,
        end=_behind_space(text, max([*ends, between.end])),
    )


@dataclass(slots=True)
class _Fields:
    """What the blocks hold, kind by kind, and from where to where each of them reaches."""

    orders: list[Order] = field(default_factory=list)
    subjects: list[Subject] = field(default_factory=list)
    tags: list[Tags] = field(default_factory=list)
    references: list[References] = field(default_factory=list)
    classifiers: list[Classifier] = field(default_factory=list)
    claimed: list[tuple[int, int]] = field(default_factory=list)


def _read_fields(
    text: str, raised: str, layout: Layout, year: int | None, own_mrn: str | None
) -> _Fields:
    """Read each block by its kind."""
    fields = _Fields()
    for block in layout.blocks:
        end = block.limit
        match block.kind:
            case Kind.ORDER:
                fields.orders.append(read_order(text, raised, block))
                end = fields.orders[-1].end
            case Kind.SUBJECT:
                fields.subjects.append(read_subject(text, raised, block))
                end = fields.subjects[-1].end
            case Kind.TAGS:
                fields.tags.append(read_tags(raised, block))
                end = fields.tags[-1].end
            case Kind.CLASSIFIER:
                fields.classifiers.append(read_classifier(text, raised, block))
                end = fields.classifiers[-1].end
            case Kind.REFERENCES:
                fields.references.append(read_references(text, raised, block, year, own_mrn))
                end = fields.references[-1].end
        fields.claimed.append((block.start, end))
    return fields


def _without_doubles(blocks: Iterable[References]) -> Iterator[Found[Reference]]:
    """Give the references of all blocks; a block that stands twice counts once."""
    seen: list[tuple[Reference, ...]] = []
    for block in blocks:
        values = tuple(found.value for found in block.found)
        if values not in seen:
            seen.append(values)
            yield from block.found


def _lay_out(text: str) -> tuple[str, Layout]:
    """Raise and lay out as much of `text` as its preamble needs, most often the beginning."""
    for window in (_USUAL, WINDOW):
        raised = upper(text[:window])
        layout = lay_out(raised)
        if layout.text < window - BEHIND_TEXT_START or len(text) <= window:
            break
    return raised, layout


def _behind_space(text: str, offset: int) -> int:
    space = _SPACE.match(text, offset)
    return space.end() if space else offset


def _gaps(claimed: Iterable[tuple[int, int]], limit: int) -> Iterator[tuple[int, int]]:
    """Give what lies between the fields, up to the text."""
    last = 0
    for start, end in claimed:
        if last < start <= limit:
            yield last, start
        last = max(last, end)
    if last < limit:
        yield last, limit
