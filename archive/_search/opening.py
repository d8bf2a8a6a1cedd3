"""Opens a tantivy index, also where nothing can be written.

To open an index tantivy takes a lock, a file in the index's own folder. Where that cannot be made
(another user's archive, a read-only file system), the index is opened through a folder of links to
its files, in the system's folder for temporary files. It is removed when the program ends.
"""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

import tantivy


def open_index(path: Path) -> tantivy.Index:
    """Open the index in a folder for reading.

    Raises:
        ValueError: from tantivy, when a file of the index is missing or damaged.
    """
    try:
        return tantivy.Index.open(str(path))
    except ValueError as error:
        if "Lockfile" not in str(error):
            raise
    return tantivy.Index.open(str(_linked(path)))


def open_derived(path: Path) -> tantivy.Index | None:
    """Open what was derived from the search index; None when it is missing or damaged."""
    try:
        index = open_index(path)
        index.searcher().search(tantivy.Query.all_query(), 1)
    except (ValueError, OSError):
        return None
    return index


def made_ready(path: Path, schema: tantivy.Schema) -> tantivy.Index:
    """Open what was derived from the search index to make it anew; what is damaged goes first."""
    if open_derived(path) is None:
        shutil.rmtree(path, ignore_errors=True)
    path.mkdir(exist_ok=True)
    return tantivy.Index(schema, str(path))


def _linked(path: Path) -> Path:
    """Make a folder with links to the files of another."""
    folder = Path(tempfile.mkdtemp(dir=_scratch().name))
    for file in path.iterdir():
        if file.is_file() and file.suffix != ".lock":
            (folder / file.name).symlink_to(file.resolve())
    return folder


@cache
def _scratch() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="cablegram-")
