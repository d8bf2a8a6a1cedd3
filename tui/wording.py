"""How numbers are said in sentences."""

from __future__ import annotations


def counted(count: int, noun: str) -> str:
    """Write a number with its noun: `1 cable`, `1,204 cables`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
