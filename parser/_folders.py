"""Folders, down to the files that stand in them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from parser._errors import UnreadableSourceError

if TYPE_CHECKING:
    from collections.abc import Iterator


def files_in(folder: Path) -> Iterator[Path | UnreadableSourceError]:
    """Yield the files of a folder and of those inside it, in the order of names.

    Hidden ones are left out, links to folders not followed; what is no file is passed over: a pipe,
    a link to nowhere. An error stands for each file or folder that may not be looked at.
    """
    closed: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            try:
                if not name.startswith(".") and path.is_file():
                    yield path
            except OSError as error:
                yield UnreadableSourceError.because_of(error, str(path))
    yield from (UnreadableSourceError.because_of(one, str(one.filename)) for one in closed)
