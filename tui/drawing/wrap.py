"""Where the lines of a text break."""

from __future__ import annotations

from rich.cells import cell_len, get_character_cell_size

from tui.drawing.line import Line, Piece, crop, part, plain


def _end(text: str, start: int, cells: int, *, is_narrow: bool) -> int:
    """Return the end of the longest piece from `start` that fits, one character at least."""
    end = min(start + cells, len(text))
    if is_narrow or text[start:end].isascii():
        return end
    room = cells
    for at in range(start, end):
        room -= get_character_cell_size(text[at])
        if room < 0:
            return max(at, start + 1)
    return end


def wrap(text: str, cells: int, *, indent: int = 0) -> tuple[tuple[int, int], ...]:
    """Break one line of text (without newlines) at spaces, or hard where a word is too long.

    Returns the offsets of each piece; the spaces at a break are in none of them. Every piece but
    the first has `indent` cells less. Takes time in proportion to the text, whatever is in it.
    """
    cells = max(cells, 1)
    is_narrow = text.isascii()
    pieces: list[tuple[int, int]] = []
    start, size = 0, len(text)
    while start < size:
        end = _end(text, start, cells, is_narrow=is_narrow)
        if end < size and text[end] != " ":
            space = text.rfind(" ", start + 1, end)
            if space > start:
                end = space
        stop = end
        while stop > start and text[stop - 1] == " ":
            stop -= 1
        pieces.append((start, max(stop, start)))
        start = end
        while start < size and text[start] == " ":
            start += 1
        if len(pieces) == 1:
            cells = max(cells - indent, 1)
    return tuple(pieces) or ((0, 0),)


def chop(text: str, cells: int) -> tuple[tuple[int, int], ...]:
    """Break one line of text wherever the width ends, every space kept."""
    cells = max(cells, 1)
    is_narrow = text.isascii()
    pieces: list[tuple[int, int]] = []
    start, size = 0, len(text)
    while start < size:
        end = _end(text, start, cells, is_narrow=is_narrow)
        pieces.append((start, end))
        start = end
    return tuple(pieces) or ((0, 0),)


def wrapped(text: str, cells: int) -> list[str]:
    """Return the pieces of :func:`wrap` as strings."""
    return [text[start:end] for start, end in wrap(text, cells)]


def folded(line: Line, cells: int, lines: int, ellipsis: str) -> list[Line]:
    """Break a line of pieces at spaces; the last of so many lines ends with what is left out.

    That is said by an ellipsis behind the last word that fits whole.
    """
    text = plain(line)
    breaks = wrap(text, cells)
    drawn = [part(line, *each) for each in breaks[:lines]]
    if len(breaks) > lines:
        sign = f" {ellipsis}"
        start, _ = breaks[lines - 1]
        _, end = wrap(text[start:], cells - cell_len(sign))[0]
        drawn[-1] = crop((*part(line, start, start + end), Piece(sign)), cells)
    return drawn
