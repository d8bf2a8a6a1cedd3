"""Other ways to search the same paragraphs: each answers a query with its ten best texts.

Those that walk over every text do so over a sample, in which the right paragraphs are.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from typing import IO, TYPE_CHECKING, Final

import tantivy
from rapidfuzz import fuzz, process

from archive._search.schema import Place
from archive._search.words import analyzer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    Answer = Callable[[str], Sequence[str]]

TEN: Final = 10


class NotInstalledError(Exception):
    """A program that is measured is not on this machine."""


def bare_tantivy(
    folder: Path, texts: Callable[[Sequence[Place]], Sequence[str]], *, is_fuzzy: bool
) -> Answer:
    """Search with tantivy's own query parser and ranking, on the archive's own index."""
    index = tantivy.Index.open(str(folder))
    index.register_tokenizer("words", analyzer())
    searcher = index.searcher()
    fuzzy = {"text": (False, 2, True)} if is_fuzzy else None

    def answer(query: str) -> Sequence[str]:
        parsed = index.parse_query(query, ["text"], fuzzy_fields=fuzzy, conjunction_by_default=True)
        addresses = [address for _, address in searcher.search(parsed, TEN).hits]
        keys = searcher.fast_field_values("key", addresses)
        positions = searcher.fast_field_values("position", addresses)
        return texts(
            [Place(int(k or 0), int(p or 0)) for k, p in zip(keys, positions, strict=True)]
        )

    return answer


def full_text_of_sqlite(sample: Sequence[str], folder: Path) -> Answer:
    """Search with SQLite's FTS5, ranked by bm25."""
    connection = sqlite3.connect(folder / "fts5.db")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("CREATE VIRTUAL TABLE paragraph USING fts5(text)")
    connection.executemany("INSERT INTO paragraph VALUES (?)", ((text,) for text in sample))
    connection.commit()

    def answer(query: str) -> Sequence[str]:
        words = " ".join(f'"{word}"' for word in query.split())
        found = connection.execute(
            "SELECT text FROM paragraph WHERE paragraph MATCH ? ORDER BY rank LIMIT ?", (words, TEN)
        )
        return [text for (text,) in found]

    return answer


def ripgrep(lines: Path) -> Answer:
    """Search with ripgrep for the words as they were typed, one after the other."""
    program = _program("rg")

    def answer(query: str) -> Sequence[str]:
        pattern = r"\W+".join(query.split())
        return _lines([program, "-i", "-m", str(TEN), "--no-filename", pattern, str(lines)])

    return answer


def fzf(lines: Path) -> Answer:
    """Search with `fzf --filter`, which ranks every line."""
    program = _program("fzf")

    def answer(query: str) -> Sequence[str]:
        with lines.open("rb") as source:
            return _lines([program, "--filter", query], source)[:TEN]

    return answer


def rapidfuzz_over_everything(sample: Sequence[str]) -> Answer:
    """Search with rapidfuzz's `partial_ratio` over every paragraph."""
    lowered = [text.lower() for text in sample]

    def answer(query: str) -> Sequence[str]:
        found = process.extract(query, lowered, scorer=fuzz.partial_ratio, limit=TEN)
        return [sample[place] for _, _, place in found]

    return answer


def _program(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        raise NotInstalledError(f"{name} is not installed")
    return path


def _lines(command: Sequence[str], source: IO[bytes] | None = None) -> Sequence[str]:
    done = subprocess.run(
        command, stdin=source, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    return done.stdout.splitlines()
