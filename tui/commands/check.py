"""`cablegram check`: verify an archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.commands import _main, _options, _places
from tui.safety import print_line
from tui.wording import counted

if TYPE_CHECKING:
    from pathlib import Path


@click.command("check")
@_options.archive_alone
def command(*, folder: Path | None) -> int:
    """Verify the database, every cable in it, the search index, and that they agree.

    The exit status is 2 when something is wrong.
    """
    from archive import Archive  # noqa: PLC0415 - after the arguments are known to be right

    with Archive.open(_places.existing(folder)) as archive:
        faults = archive.check()
        count = 0 if faults else len(archive)
    for fault in faults:
        print_line(str(fault))
    if not faults:
        print_line(f"Whole: {counted(count, 'cable')}, all in the search index.")
    return _main.FAILED if faults else 0
