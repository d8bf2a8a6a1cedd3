"""Finds paragraphs: the search index, the query language, the matcher. Private to the archive."""

from archive._search.index import Index
from archive._search.schema import Entry, Place, entry
from archive._search.searcher import Searcher
from archive._search.writer import IndexWriter

__all__ = [
    "Entry",
    "Index",
    "IndexWriter",
    "Place",
    "Searcher",
    "entry",
]
