"""`cablegram import SOURCE...`: read files and folders into an archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.commands import _importing, _main, _options, _places
from tui.safety import print_line

if TYPE_CHECKING:
    from pathlib import Path


@click.command("import")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True, type=_options.SOURCE)
@_options.archive_option
def command(sources: tuple[Path, ...], folder: Path | None) -> int:
    """Read SOURCE, files and folders of cables in any known format, into an archive.

    The archive is made when there is none. What was imported before is not read again; stopped with
    Ctrl+C, the same command goes on where it was. Another import into the archive is waited for.
    The exit status is 2 when a source could not be read; the others are imported all the same.
    """
    from archive import Archive  # noqa: PLC0415 - after the arguments are known to be right

    for source in filter(_places.is_archive, sources):
        raise click.ClickException(f"{source} is an archive itself: `cablegram {source}` opens it.")
    place = folder or _places.default_archive()
    if not (_places.is_archive(place) or any(map(_is_there, sources))):
        raise click.ClickException(f"{sources[0]}: no such file or folder; look at the name.")
    with Archive.open(place, create=True) as archive:
        end = _importing.run(archive, sources)
        for line in _importing.summary(archive, end):
            print_line(line)
    return _main.FAILED if end.failures else 0


def _is_there(source: Path) -> bool:
    """Say whether there is something to read, rights or not: else no archive is made."""
    try:
        return str(source) == "-" or source.exists()
    except OSError:  # the import names it, and says why it cannot be read
        return True
