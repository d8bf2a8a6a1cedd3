"""`cablegram show ADDRESS`: print a cable, a paragraph of it, or what a file of cables holds."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.commands import _markdown, _options, _places
from tui.opened import position_of
from tui.safety import print_block, print_drawn, print_error, print_json, print_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archive import Citations
    from parser import Cable, Parsed
    from tui.drawing.line import Line
    from tui.drawing.reflowed import Reflowed

NOT_HELD = 1
"""Exit status when the archive holds no such cable or paragraph."""

_WIDEST = 100
_INDENT = 2
"""Of JSON that is for a reader."""


@click.command("show")
@click.argument("address", type=_options.Words())
@_options.archive_option
@_options.format_option("text", "json", "markdown", text="For people, all as JSON, or Markdown.")
@click.option("--as-sent", is_flag=True, help="The text as it was sent, before any repair.")
@click.option("--repairs", is_flag=True, help="Tell what was repaired or is doubtful, in words.")
def command(address: str, folder: Path | None, form: str, *, as_sent: bool, repairs: bool) -> int:
    """Print the cable ADDRESS, an id in any form; `09MEXICO1055#3` is its paragraph 3.

    ADDRESS may be a file or folder too, or `-` for standard input: each cable in it is read and
    printed, without any archive, in JSON one object a line.

    The exit status is 1 when the archive does not hold the cable.
    """
    if folder is None and (address == "-" or os.path.lexists(address)):
        _print_source(address, form, as_sent=as_sent, repairs=repairs)
        return 0
    if folder is None and os.sep in address and "://" not in address:
        raise click.ClickException(f"{address}: no such file or folder, and no id of a cable.")
    from archive import Archive, NoSuchCableError  # noqa: PLC0415 - when the arguments are right

    with Archive.open(_places.existing(folder)) as archive:
        try:
            key, number = archive.key(address)
        except NoSuchCableError as error:
            print_error(str(error))
            return NOT_HELD
        parsed = archive.parsed(key)
        citations = archive.citations(key)
    cable = parsed.cable
    if number is None:
        _print_cable(cable, citations, form, as_sent=as_sent)
    elif (position := position_of(cable, number)) is not None:
        _print_paragraph(cable, position, form, as_sent=as_sent)
    else:
        print_error(f"{cable.reference_id} has no paragraph {number}.")
        return NOT_HELD
    if repairs:
        _print_remarks(parsed, form)
    return 0


def _print_source(name: str, form: str, *, as_sent: bool, repairs: bool) -> None:
    """Print the cables of a file or folder as they are read, a blank line between them.

    In JSON each is a line.
    """
    from parser import read  # noqa: PLC0415 - only where there is something to read

    if _places.is_archive(Path(name)):
        raise click.UsageError(f"{name} is an archive; name a cable of it, and --archive {name}.")
    is_json = form == "json" and not as_sent
    for number, parsed in enumerate(read(sys.stdin.buffer if name == "-" else name)):
        if number and not is_json:
            print_line("")
        _print_cable(parsed.cable, None, form, as_sent=as_sent, indent=None)
        if repairs:
            _print_remarks(parsed, form)


def _print_cable(
    cable: Cable,
    citations: Citations | None,
    form: str,
    *,
    as_sent: bool,
    indent: int | None = _INDENT,
) -> None:
    if as_sent:
        print_block(cable.raw)
    elif form == "json":
        from parser import to_dict  # noqa: PLC0415 - only for JSON

        print_json(to_dict(cable), indent=indent)
    elif form == "markdown":
        print_block(_markdown.of_cable(cable))
    else:
        for line in _drawn(cable, citations):
            print_drawn(line)


def _print_paragraph(cable: Cable, position: int, form: str, *, as_sent: bool) -> None:
    paragraph = cable.paragraphs[position]
    if as_sent:
        print_block(cable.raw[paragraph.span.start : paragraph.span.end])
    elif form == "json":
        print_json(_as_json(cable, position), indent=_INDENT)
    elif form == "markdown":
        print_block(_markdown.of_paragraph(paragraph))
    else:
        text = _text(cable)
        unit = text.unit(position)
        for line in text.lines(unit):
            print_drawn(text.draw(unit, line))


def _as_json(cable: Cable, position: int) -> dict[str, Any]:
    from parser import to_dict  # noqa: PLC0415 - only for JSON

    value: dict[str, Any] = to_dict(cable)["paragraphs"][position]
    return {"mrn": cable.mrn, "reference_id": cable.reference_id, **value}


def _drawn(cable: Cable, citations: Citations | None) -> Iterator[Line]:
    """Draw a cable as the reader does: everything that is known of it, and its text."""
    from tui.drawing.glyphs import UNICODE  # noqa: PLC0415 - rich, only for text
    from tui.drawing.header import full_lines  # noqa: PLC0415 - the same

    yield from full_lines(cable, _cells(), datetime.now(UTC).date(), UNICODE, citations)
    yield ()
    text = _text(cable)
    for unit in range(len(text)):
        for line in text.lines(unit):
            yield text.draw(unit, line)


def _text(cable: Cable) -> Reflowed:
    from tui.drawing.body import Look  # noqa: PLC0415 - rich, only for text
    from tui.drawing.reflowed import Reflowed  # noqa: PLC0415 - the same

    return Reflowed(cable, Look(cells=_cells()))


def _cells() -> int:
    return min(shutil.get_terminal_size().columns, _WIDEST)


def _print_remarks(parsed: Parsed, form: str) -> None:
    """Tell what was repaired in a cable, and what is doubtful about it; JSON stays JSON."""
    from parser import explain  # noqa: PLC0415 - only when asked for

    file = sys.stderr if form == "json" else sys.stdout
    for sentence in explain(parsed.cable) or ("Nothing was repaired.",):
        print_line(sentence, file)
    for problem in parsed.problems:
        print_line(problem.message, file)
