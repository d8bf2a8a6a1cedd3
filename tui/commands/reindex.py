"""`cablegram reindex`: build the search index of an archive again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.commands import _options, _places, _progress
from tui.safety import print_line
from tui.wording import counted

if TYPE_CHECKING:
    from pathlib import Path

    from archive import Indexing


@click.command("reindex")
@_options.archive_option
def command(folder: Path | None) -> int:
    """Build the search index again from the database, which holds everything."""
    from archive import Archive  # noqa: PLC0415 - after the arguments are known to be right

    with Archive.open(_places.existing(folder)) as archive:
        _progress.last(archive.reindex(), _step)
        print_line(f"The search index of {counted(len(archive), 'cable')} is made anew.")
    return 0


def _step(moment: Indexing) -> _progress.Step:
    return _progress.Step(moment.cables, moment.total, moment.cables)
