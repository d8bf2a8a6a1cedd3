"""The box above a cable, which the HTML page and the page saved as text share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parser._model import Metadata
from parser._records import read_minute

if TYPE_CHECKING:
    from collections.abc import Sequence


def metadata_from_cells(  # noqa: PLR0913 - the parts of the box
    carrier: str,
    columns: Sequence[str],
    cells: Sequence[str],
    *,
    heading: tuple[str, str] | None,
    articles: tuple[str, ...] = (),
    tags: tuple[str, ...] = (),
) -> Metadata:
    """Read the box by the names of its columns.

    Args:
        carrier: name of the carrier.
        columns: names of the columns, `Reference ID`, `Created`, ...
        cells: values, in the same order; more may follow.
        heading: id and title of the page, for what the box does not say.
        articles: addresses of press articles.
        tags: tags that the page links.
    """
    box = {name.lower(): value for name, value in zip(columns, cells, strict=False) if value}
    return Metadata(
        carrier=carrier,
        reference_id=box.get("reference id") or (heading[0] if heading else None),
        created=read_minute(box.get("created", "")),
        released=read_minute(box.get("released", "")),
        classification=box.get("classification"),
        origin=box.get("origin"),
        title=heading[1] or None if heading else None,
        tags=tags,
        articles=articles,
    )
