"""What the reader wrote beside a text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Jottings:
    """What the reader wrote beside the text, by the position of the paragraph, from 0."""

    notes: Mapping[int, str] = field(default_factory=dict)
    stars: frozenset[int] = frozenset()
