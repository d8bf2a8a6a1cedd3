"""A search index that cannot be written, as tantivy wants to see it.

tantivy takes a lock file even to read. Where the folder of an index does not allow that, its files
are opened through links in a folder of this process's own.
"""

from __future__ import annotations

import os
import weakref
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from archive._search import Index


def open_readable(path: Path) -> Index:
    """Open an index where it stands, or through links where nothing can be written.

    Raises:
        ValueError: from tantivy, when a file of the index is missing or damaged.
        OSError: it cannot be read.
    """
    if not path.is_dir() or os.access(path, os.W_OK):
        return Index.open(path)
    links = TemporaryDirectory(prefix="cablegram-")
    for parent, _, names in os.walk(path):
        here = Path(links.name, Path(parent).relative_to(path))
        here.mkdir(exist_ok=True)
        for name in names:
            if not name.endswith(".lock"):
                (here / name).symlink_to(Path(parent, name).absolute())
    try:
        index = Index.open(Path(links.name))
    except (ValueError, OSError):
        links.cleanup()
        raise
    weakref.finalize(index, links.cleanup)
    return index


def make_readable(path: Path) -> None:
    """Give the files of an index the rights that files of this user usually get.

    tantivy keeps some for the user alone, so that nobody else could read the archive.
    """
    mask = os.umask(0)
    os.umask(mask)
    for parent, _, names in os.walk(path):
        for name in names:
            with suppress(FileNotFoundError):  # tantivy takes away what it no longer needs
                Path(parent, name).chmod(0o666 & ~mask)
