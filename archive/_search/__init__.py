"""Finds paragraphs: the search index, the query language, the matcher. Private to the archive."""

from archive._search.cancelling import CancelledError
from archive._search.grammar import parse_query
from archive._search.index import Index
from archive._search.schema import Place
from archive._search.searcher import Searcher
from archive._search.source import ParagraphText, Source
from archive._search.writer import IndexWriter

__all__ = [
    "CancelledError",
    "Index",
    "IndexWriter",
    "ParagraphText",
    "Place",
    "Searcher",
    "Source",
    "parse_query",
]
