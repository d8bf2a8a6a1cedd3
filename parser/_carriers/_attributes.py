"""What the files of 1973-79 say beside a telegram: lines `Key: value`, and stamps in its text."""

from __future__ import annotations

import re
from typing import Final

_KEY: Final = re.compile(r"([A-Z][\w /()-]{0,40}):(?:[ \t]+(.*)|$)")
_MISSING: Final = frozenset(("", "N/A", "N/A OR BLANK", "-- N/A OR BLANK --", "NOT ASSIGNED"))
_YAML: Final = "!' "
"""What surrounds a value of several lines in YAML: `! 'n/a`."""
_STAMP: Final = re.compile(
    r"^.*(?:Systematic Review|\*\*\* *Current (?:Handling|Classification)).*\n?",
    re.MULTILINE | re.IGNORECASE,
)


def attributes_of(text: str) -> dict[str, str]:
    """Read `Key: value` lines; a line that is none goes on with the value before it.

    Values that say that nothing is known are left out.
    """
    found: dict[str, list[str]] = {}
    key = ""
    for line in text.split("\n"):
        match = _KEY.match(line.strip())
        if match:
            key = match[1]
            found[key] = [(match[2] or "").strip()]
        elif key and line.strip(_YAML):
            found[key].append(line.strip())
    values = {key: _joined(parts) for key, parts in found.items()}
    return {key: value for key, value in values.items() if value.upper() not in _MISSING}


def _joined(parts: list[str]) -> str:
    value = " ".join(parts).strip()
    return value.strip(_YAML) if value.startswith(("'", "! '")) else value


def without_stamps(message: str) -> tuple[str, tuple[str, ...]]:
    """Take out the lines that the archive stamped into a telegram; return them, too."""
    stamps = {" ".join(match[0].split()): None for match in _STAMP.finditer(message)}
    return _STAMP.sub("", message).strip("\n"), tuple(stamps)
