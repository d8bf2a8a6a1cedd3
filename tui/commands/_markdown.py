"""A cable as Markdown, for notes and articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from parser import clean, clean_line
from tui.wording import sent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parser import Cable, Paragraph

_ACTIVE = re.compile(r"([\\`*_\[\]<>#|~]|&(?=\w+;))")
"""What Markdown would take for markup anywhere in a line."""
_LEADING = re.compile(r"^(\s*|\s*\d+(?=[.)]))([-+=.)])", re.MULTILINE)
"""What it would take for a list or an underline at the start of one."""


def of_cable(cable: Cable) -> str:
    """Write a cable: its subject as title, a list of what is known, and its paragraphs."""
    title = escape(clean_line(cable.subject or cable.reference_id or "Cable"))
    facts = "\n".join(f"- **{label}:** {escape(value)}" for label, value in _facts(cable))
    text = "\n\n".join(of_paragraph(paragraph) for paragraph in cable.paragraphs)
    signed = ", ".join(escape(clean_line(name)) for name in cable.signed_by)
    return "\n\n".join(part for part in (f"# {title}", facts, text, signed) if part)


def of_paragraph(paragraph: Paragraph) -> str:
    """Write one paragraph, under its heading."""
    heading = "".join(
        f"## {escape(clean_line(line))}\n\n" for line in (paragraph.heading or "").splitlines()
    )
    text = escape(clean(paragraph.text)).replace("\n", "\n\n")
    return f"{heading}{escape(number_of(paragraph))}{text}"


def number_of(paragraph: Paragraph) -> str:
    """Write what stands before a paragraph, `3. (C) `; empty where the source has nothing."""
    number = "" if paragraph.number is None else f"{paragraph.number}. "
    return number + (f"({clean_line(paragraph.marking)}) " if paragraph.marking else "")


def escape(text: str) -> str:
    """Keep Markdown from seeing markup in a text."""
    return _LEADING.sub(r"\1\\\2", _ACTIVE.sub(r"\\\1", text))


def _facts(cable: Cable) -> Iterator[tuple[str, str]]:
    facts = {
        "Reference id": cable.reference_id,
        "Date": sent(cable),
        "Classification": str(cable.classification) if cable.classification else None,
        "Origin": cable.origin,
        "To": ", ".join(addressee.name for addressee in cable.envelope.to),
        "TAGS": ", ".join(cable.tags),
        "References": ", ".join(one.mrn or one.text for one in cable.references),
        "Classified by": ", ".join(cable.classified_by),
    }
    return ((label, clean_line(value)) for label, value in facts.items() if value)
