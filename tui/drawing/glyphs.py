"""The marks of the screen, with and without Unicode."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Every mark that is drawn; each fills one cell unless said otherwise."""

    unread: str
    read: str
    star: str
    note: str
    tagged: str
    cursor: str
    cut: str
    horizontal: str
    vertical: str
    tee: str
    """A branch of a tree that others follow."""
    corner: str
    """The last branch."""
    missing: str
    """Where the source lost something; three cells at most."""
    repaired: str
    """Beside a line in which something was repaired."""
    selected: str
    """Beside the lines of a paragraph that is selected."""
    thumb: str
    """The part of the text in sight, on the scroll bar."""
    tick: str
    """A hit on the scroll bar."""
    partial: str
    """Before the hits of a cable that has only a part of what was typed."""
    wrapped: str
    arrow_out: str
    arrow_in: str
    bars: str
    """Eight heights for the histogram, lowest first."""
    separator: str
    more: str
    """Behind a word that may go on."""
    crumb: str
    """Between the narrowings of a list."""
    space: str
    tab: str
    paragraph: str


UNICODE = Glyphs(
    unread="●",
    read=" ",
    star="★",
    note="✎",
    tagged="+",
    cursor="▸",
    cut="…",
    horizontal="─",
    vertical="│",
    tee="├",
    corner="└",
    missing="[…]",
    repaired="°",
    selected="┃",
    thumb="│",
    tick="━",
    partial="~",
    wrapped="↪",
    arrow_out="→",
    arrow_in="←",
    bars="▁▂▃▄▅▆▇█",
    separator="·",
    more="…",
    crumb="›",  # noqa: RUF001 - meant to look like that
    space="·",
    tab="→",
    paragraph="¶",
)
ASCII = Glyphs(
    unread="N",
    read=" ",
    star="*",
    note="n",
    tagged="+",
    cursor=">",
    cut="~",
    horizontal="-",
    vertical="|",
    tee="|",
    corner="`",
    missing="<?>",
    repaired="'",
    selected="|",
    thumb="|",
    tick="=",
    partial="~",
    wrapped="\\",
    arrow_out=">",
    arrow_in="<",
    bars=".:-=+*#%",
    separator="|",
    more="...",
    crumb=">",
    space=".",
    tab=">",
    paragraph="#",
)


def glyphs(*, is_ascii: bool) -> Glyphs:
    """Return the marks for a terminal that has, or has not, more than ASCII."""
    return ASCII if is_ascii else UNICODE
