"""The rows of a thread: guides of the tree, and the cable at the end of each branch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parser import clean_line
from tui.drawing.facts import day, letter, letter_role, subject_of
from tui.drawing.line import Line, Piece, Role, crop, cut, pad, padded
from tui.thread import State
from tui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.drawing.glyphs import Glyphs
    from tui.thread import Knot

_SAID = {
    State.MISSING: "not held",
    State.CYCLE: "stands above on this branch: the references go round",
    State.SHOWN: "is above, with its references",
}


def thread_title(knots: Sequence[Knot], depth: int) -> str:
    """Say how large the thread is and how deep it was followed."""
    held = {knot.row.key for knot in knots if knot.row is not None}
    missing = len({knot.name for knot in knots if knot.state is State.MISSING})
    absent = f", {missing:,} not held" if missing else ""
    levels = counted(depth, "level")
    return f"Thread of {clean_line(knots[0].name)}: {counted(len(held), 'cable')}{absent}, {levels}"


def id_cells(knots: Sequence[Knot], cells: int) -> int:
    """Return how wide guides and ids are together, so that dates stand below each other."""
    longest = max((_guide_cells(knot) + len(clean_line(knot.name)) for knot in knots), default=0)
    return min(longest, max(cells // 2, 16))


def thread_line(knot: Knot, column: int, cells: int, glyphs: Glyphs) -> Line:
    """Draw one cable of the tree; `column` comes from :func:`id_cells`."""
    guide = _guide(knot, glyphs)
    if knot.state is State.CUT:
        return crop(
            (Piece(f" {guide}", Role.RULE), Piece(f"and {knot.name} more", Role.DIM)),
            cells,
            glyphs.cut,
        )
    name = cut(clean_line(knot.name), column - len(guide), glyphs.cut)
    role = Role.DIM if knot.row is None else Role.LINK if knot.branch else Role.STRONG
    filled = padded(name, column - len(guide), role)
    head: Line = (Piece(f" {guide}", Role.RULE), *filled, Piece(" "))
    if knot.row is None:
        return crop((*head, Piece(_SAID[State.MISSING], Role.MISSING)), cells, glyphs.cut)
    row = knot.row
    head = (
        *head,
        Piece(f"{day(row.created)} ", Role.DIM),
        Piece(f"{pad(letter(row.classification), 4)} ", letter_role(row.classification)),
    )
    if knot.state in _SAID:
        return crop((*head, Piece(_SAID[knot.state], Role.DIM)), cells, glyphs.cut)
    more = f" +{knot.more:,}" if knot.more else ""
    room = cells - sum(len(piece.text) for piece in head) - len(more)
    subject = cut(subject_of(row.subject), room, glyphs.cut)
    if more:
        subject = pad(subject, max(room, 0))
    return crop((*head, Piece(subject), Piece(more, Role.STRONG)), cells)


def _guide_cells(knot: Knot) -> int:
    return 3 * len(knot.branch) + (3 if knot.label else 0)


def _guide(knot: Knot, glyphs: Glyphs) -> str:
    """Draw the branches that lead to a cable: `│  ├→ A. `."""
    if not knot.branch:
        return ""
    above = "".join("   " if is_last else f"{glyphs.vertical}  " for is_last in knot.branch[:-1])
    corner = glyphs.corner if knot.branch[-1] else glyphs.tee
    arrow = glyphs.arrow_out if knot.is_out else glyphs.arrow_in
    label = f"{clean_line(knot.label)[:1]}. " if knot.label else ""
    return f"{above}{corner}{arrow} {label}"
