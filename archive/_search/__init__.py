"""Finds paragraphs: the search index, the query language, the matcher. Private to the archive."""

from archive._search.grammar import parse_query
from archive._search.index import Index
from archive._search.schema import Entry, Place, entry
from archive._search.searcher import Searcher
from archive._search.writer import IndexWriter
from archive._source import ParagraphText, Source

__all__ = [
    "Entry",
    "Index",
    "IndexWriter",
    "ParagraphText",
    "Place",
    "Searcher",
    "Source",
    "entry",
    "parse_query",
]
