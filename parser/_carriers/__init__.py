"""What can be read: each public form of a cable is one module, listed in one table.

A carrier module has `matches(head)`, which looks at the first bytes of a source, and
`read(stream)`, which yields its records. To add one, write the module and add a row here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from parser._carriers import (
    cables_csv,
    central_files,
    frus,
    mirror_text,
    plusd,
    scoop,
    telegram,
    wikileaks_html,
    wikileaks_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parser._records import Record
    from parser._stream import Stream


class Reader(Protocol):
    """What a carrier module offers."""

    def matches(self, head: bytes) -> bool:
        """Tell from its first bytes whether a source is of this form."""
        ...

    def read(self, stream: Stream) -> Iterator[Record]:
        """Yield the telegrams of the source, in its order."""
        ...


@dataclass(frozen=True, slots=True)
class Carrier:
    """One public form of a cable."""

    name: str
    """As `Metadata.carrier` has it, `wikileaks-html`."""
    title: str
    """What it is, in words."""
    recognised_by: str
    """What in the content tells it from the others."""
    example: str
    """A made-up piece that shows it."""
    reader: Reader


CARRIERS: Final = (
    Carrier(
        "wikileaks-html",
        "WikiLeaks page",
        "HTML with a table of class `cable`",
        "<table class='cable'><tr><th>Reference ID</th><th>Created</th>...",
        wikileaks_html,
    ),
    Carrier(
        "plusd",
        "PlusD page",
        "HTML with a table whose id is `synopsis`",
        '<table id="synopsis"><tr><td><div class="s_key">Canonical ID:</div>...',
        plusd,
    ),
    Carrier(
        "frus-tei",
        "FRUS volume, TEI",
        "XML in the TEI namespace",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="frus1955-57v99">...',
        frus,
    ),
    Carrier(
        central_files.NAME,
        "Central Foreign Policy Files 1973-79",
        "text with the headings `Message Text` and `Message Attributes`",
        "Message Text\n\nCONFIDENTIAL\nPAGE 01        TIRANA  09901  140605Z",
        central_files,
    ),
    Carrier(
        "wikileaks-text",
        "WikiLeaks page saved as text or Markdown",
        "text that holds `Viewing cable` and an id",
        "## Viewing cable 09TIRANA9901, LIGHTHOUSE FESTIVAL POSTPONED",
        wikileaks_text,
    ),
    Carrier(
        "scoop",
        "Scoop text",
        "first line `Cablegate: `",
        "Cablegate: Lighthouse Festival Postponed",
        scoop,
    ),
    Carrier(
        "mirror-text",
        "Text mirror of the WikiLeaks site",
        "lines of an id, a title, a date, a classification and an origin",
        "09TIRANA9901\nLIGHTHOUSE FESTIVAL POSTPONED\nTue Apr 14 06:05:00 +0200 2009\nCONFIDENTIAL",
        mirror_text,
    ),
    Carrier(
        "cables-csv",
        "`cables.csv`, eight columns without a header",
        "rows that begin with a number, a date and an id",
        '"99","4/14/2009 6:05","09TIRANA9901","Embassy Tirana","CONFIDENTIAL","08ROME9903",...',
        cables_csv,
    ),
    Carrier(
        "telegram",
        "Bare telegram, or several in one file",
        "a transmission header, a classification line or the lines before the text",
        "VZCZCXRO0001\nOO RUEHC\nDE RUEHTI #9901/01 1040605",
        telegram,
    ),
)
"""Every form that can be read; the first that matches is taken."""


def recognise(head: bytes) -> Carrier | None:
    """Find the carrier of a source from its first bytes."""
    return next((carrier for carrier in CARRIERS if carrier.reader.matches(head)), None)
