"""What can be done with a value under the cursor: explained in words, or searched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parser import describe_post, describe_reason, describe_routing, describe_tag
from tui.drawing.line import TargetKind
from tui.keys import key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from archive import Citation, Citations
    from tui.drawing.line import Target

_PRECEDENCES = {
    "FLASH": "to be delivered ahead of everything else, within minutes",
    "NIACT IMMEDIATE": "night action: wake somebody up",
    "IMMEDIATE": "to be delivered within the hour",
    "PRIORITY": "to be delivered within hours",
    "ROUTINE": "to be delivered in its turn",
}
"""Meanings of the precedences (ACP 121 and the Foreign Affairs Handbook, 5 FAH-2)."""
_CAPTIONS = {
    "SIPDIS": "for the network that the departments share",
    "NOFORN": "not for foreign nationals",
    "EXDIS": "exclusive distribution: few readers, each chosen",
    "NODIS": "no distribution beyond the addressee without leave",
    "LIMDIS": "limited distribution",
    "STADIS": "for the Department of State alone",
    "SENSITIVE": "not secret, yet not for everybody",
}
"""Meanings of the captions (5 FAH-2 H-440)."""


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


_FIELDS = {
    TargetKind.TAG: "tag",
    TargetKind.POST: "from",
    TargetKind.STATION: "to",
    TargetKind.CLASSIFICATION: "class",
    TargetKind.PERSON: "by",
    TargetKind.DATE: "date",
    TargetKind.CABLE: "ref",
}


def query_for(target: Target) -> str | None:
    """Return the query for other cables with the same value; None where there is none."""
    field = _FIELDS.get(target.kind)
    value = target.value.replace('"', "")
    if target.kind is TargetKind.CLASSIFICATION:
        value = value.partition("//")[0].lower()
    return None if field is None else f"{field}:{_quoted(value)}"


def _tag(value: str) -> str:
    tag = describe_tag(value)
    return f"{value} is {tag.meaning}" if tag and tag.meaning else ""


def _post(value: str) -> str:
    post = describe_post(value)
    return f"{value}, {post.country}" if post and post.country else ""


def _routing(code: str) -> str:
    post = describe_routing(code)
    return f"{code} is {post.origin or post.name}" if post else code


def _reason(value: str) -> str:
    section, _, letter = value.partition(" ")
    reason = describe_reason(letter)
    return f"{section} ({letter}) is {reason.meaning}" if reason else ""


_MEANINGS: Mapping[TargetKind, Callable[[str], str]] = {
    TargetKind.TAG: _tag,
    TargetKind.POST: _post,
    TargetKind.REASON: _reason,
    TargetKind.PRECEDENCE: lambda value: f"{value}: {_PRECEDENCES.get(value, '')}",
    TargetKind.CAPTION: lambda value: f"{value}: {_CAPTIONS[value]}" if value in _CAPTIONS else "",
    TargetKind.ORDER: lambda value: f"Executive Order {value} on national security information",
    TargetKind.REMARK: lambda value: value,
    TargetKind.ARTICLE: lambda _value: (
        f"An article that the archive lists: {key_of('header.copy')} copies its address"
    ),
}


def explain(target: Target, citations: Citations | None = None) -> str:
    """Say what a value means, from the tables that come with the program; empty if unknown.

    `citations` tell whether a cable that is referred to is held.
    """
    if target.kind is TargetKind.CABLE:
        return _cable(target.value, citations.out if citations else ())
    if target.kind is TargetKind.CITING:
        return _cable(target.value, citations.into if citations else ())
    if target.code is not None:
        return _routing(target.code)
    meaning = _MEANINGS.get(target.kind)
    return meaning(target.value) if meaning else ""


def _cable(mrn: str, citations: Sequence[Citation]) -> str:
    row = next((citation.row for citation in citations if citation.mrn == mrn), None)
    if row is None:
        is_known = any(citation.mrn == mrn for citation in citations)
        return f"{mrn} is not held: Enter lists who cites it" if is_known else f"{mrn}: Enter reads"
    date = row.created.strftime(" of %Y-%m-%d") if row.created else ""
    return f"{mrn}{date}: {row.subject or '(no subject)'}"
