"""`cablegram search QUERY`: print the paragraphs that match best."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import click

from parser import clean_line
from tui.commands import _options, _places
from tui.safety import print_drawn, print_error, print_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from archive import Hit, Results
    from tui.drawing.line import Line

NOTHING = 1
"""Exit status when nothing matches."""

_WIDEST = 100
_LINES = 4
"""Lines of a paragraph that are shown, those with its first match."""


def _words(ctx: click.Context, _param: click.Parameter, words: tuple[str, ...]) -> tuple[str, ...]:
    """Take no option for a word of the query, which may begin with one dash alone."""
    if words == ("-h",):
        click.echo(ctx.get_help())
        ctx.exit()
    if option := next((word for word in words if word.startswith("--")), None):
        raise click.NoSuchOption(option.partition("=")[0], ctx=ctx)
    return words


# A word of the query may begin with a dash: `-police` is no option.
@click.command(
    "search",
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
)
@click.argument("query", nargs=-1, required=True, type=_options.Words(), callback=_words)
@_options.archive_option
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    help="Paragraphs at most.",
)
@_options.format_option("text", "json", text="Text for people, or one JSON object a line.")
def command(query: tuple[str, ...], folder: Path | None, limit: int, form: str) -> int:
    """Print the paragraphs that match QUERY best; typos are tolerated.

    QUERY is one word or more, as in the reader: `narcotics -police from:Lanterna date:2008..`. A
    phrase keeps its own quotes: `'"forty crates"'`. The exit status is 1 when nothing matches.
    """
    from archive import Archive  # noqa: PLC0415 - after the arguments are known to be right

    with Archive.open(_places.existing(folder)) as archive:
        results = archive.search(" ".join(query), limit=limit, is_strict=True)
    if form == "json":
        for hit in results.hits:
            print_json(as_json(hit))
    else:
        _print_report(results)
    return 0 if results.hits else NOTHING


def as_json(hit: Hit) -> dict[str, Any]:
    """Return what is printed of a hit as JSON; spans are `[start, end]` in the text, or subject."""
    return {
        "mrn": hit.row.mrn,
        "reference_id": hit.row.reference_id,
        "paragraph": hit.paragraph,
        "score": round(hit.score, 1),
        "text": hit.text,
        "spans": [list(span) for span in hit.spans],
        "created": hit.row.created.strftime("%Y-%m-%dT%H:%M:%SZ") if hit.row.created else None,
        "origin": hit.row.origin,
        "classification": hit.row.classification,
        "subject": hit.row.subject,
        "subject_spans": [list(span) for span in hit.subject_spans],
    }


def _print_report(results: Results) -> None:
    cells = min(shutil.get_terminal_size().columns, _WIDEST)
    for hit in results.hits:
        for line in draw(hit, cells):
            print_drawn(line)
    if results.unknown:
        print_error(f"not found: {', '.join(results.unknown)}.")
    if results.suggestion:
        print_error(f"did you mean: {results.suggestion}")
    if not results.hits:
        print_error(f"nothing matches {results.query}.")


def draw(hit: Hit, cells: int) -> Iterator[Line]:
    """Draw a hit: which paragraph of which cable, the subject, and the text around the match."""
    from tui.drawing.line import (  # noqa: PLC0415 - rich, only for text
        EMPTY,
        Piece,
        Role,
        crop,
        highlight,
    )

    number = "" if hit.paragraph is None else f"#{hit.paragraph}"
    facts = [
        hit.row.created.strftime("%Y-%m-%d") if hit.row.created else None,
        hit.row.classification,
        hit.row.origin,
    ]
    known = "".join(f"  {clean_line(fact)}" for fact in facts if fact)
    yield (
        Piece(f"{clean_line(hit.row.reference_id)}{number}", Role.STRONG),
        Piece(known, Role.LABEL),
    )
    if hit.row.subject:
        subject = highlight(clean_line(hit.row.subject), hit.subject_spans)
        yield crop(subject, cells - 2 * len(hit.subject_spans))  # `«»` around each
    yield from _excerpt(hit, cells)
    yield EMPTY


def _broken(text: str, hit: Hit, room: int) -> Sequence[tuple[int, int]]:
    """Break a text so that every line has room for the `«»` around its matches, too."""
    from tui.drawing.wrap import wrap  # noqa: PLC0415 - rich, only for text

    marks, lines = 0, wrap(text, room)
    while (more := _marks_in_a_line(hit, lines)) > marks:  # a match may come into another line
        marks = more
        lines = wrap(text, max(room - marks, (room - 1) // 2))  # every other column, at the worst
    return lines


def _marks_in_a_line(hit: Hit, lines: Sequence[tuple[int, int]]) -> int:
    """Return how many columns `«»` may take in one line."""
    from tui.drawing.line import inside  # noqa: PLC0415 - rich, only for text

    return 2 * max((len(inside(hit.spans, *line)) for line in lines), default=0)


def _excerpt(hit: Hit, cells: int) -> Iterator[Line]:
    """Draw the lines around the first match, with every match in them marked."""
    from tui.drawing.line import Piece, highlight, inside  # noqa: PLC0415 - rich, only for text

    indent = "    "
    text = hit.text.replace("\n", " ")
    lines = _broken(text, hit, cells - len(indent))
    first_match = hit.spans[0].start if hit.spans else 0
    found = next((n for n, (_, end) in enumerate(lines) if first_match < end), 0)
    begin = max(min(found - 1, len(lines) - _LINES), 0)
    for start, end in lines[begin : begin + _LINES]:
        yield (Piece(indent), *highlight(text[start:end], inside(hit.spans, start, end)))
