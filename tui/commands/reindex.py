"""`cablegram reindex`: build the search index of an archive again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.commands import _main, _options, _places, _progress
from tui.safety import print_line
from tui.wording import counted

if TYPE_CHECKING:
    from pathlib import Path

    from archive import Indexing


@click.command("reindex")
@_options.archive_alone
def command(*, folder: Path | None) -> int:
    """Build the search index again from the database, which holds everything.

    The exit status is 2 when a cable is damaged and had to be left out.
    """
    from archive import Archive  # noqa: PLC0415 - after the arguments are known to be right

    with Archive.open(_places.existing(folder)) as archive:
        last = _progress.last(archive.reindex(), _step)
        print_line(f"The search index of {counted(len(archive), 'cable')} is made anew.")
    if last.left_out:
        damaged = counted(last.left_out, "damaged cable")
        print_line(f"{damaged} left out; `cablegram check` says which.")
    return _main.FAILED if last.left_out else 0


def _step(moment: Indexing) -> _progress.Step:
    return _progress.Step(moment.cables, moment.total, moment.cables)
