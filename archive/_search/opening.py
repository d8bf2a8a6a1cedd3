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


def open_index(path: Path, schema: tantivy.Schema) -> tantivy.Index:
    """Open the index in a folder for reading.

    Raises:
        ValueError: a file of the index is missing or damaged, or its fields are others than these.
    """
    try:
        index = tantivy.Index.open(str(path))
    except ValueError as error:
        if "Lockfile" not in str(error):
            raise
        index = tantivy.Index.open(str(_linked(path)))
    if index.schema != schema:
        raise ValueError("it was made by another version")
    return index


def open_derived(path: Path, schema: tantivy.Schema) -> tantivy.Index | None:
    """Open what was derived from the search index; None where it is of no use."""
    try:
        index = open_index(path, schema)
        index.searcher().search(tantivy.Query.all_query(), 1)
    except (ValueError, OSError):
        return None
    return index


def made_ready(path: Path, schema: tantivy.Schema) -> tantivy.Index:
    """Open what was derived from the search index to make it anew; what is of no use goes first."""
    if open_derived(path, schema) is None:
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
