"""Texts that attack a terminal, a widget or a reader's eye, and what must be seen of each.

The rows are those of the project's rules for terminal safety: what drives the terminal becomes
visible, what hides or turns the order round goes, what looks like markup stays as it is.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Row(NamedTuple):
    """One hostile text."""

    name: str
    text: str
    seen: str
    """What must be readable of it in running text."""


ROWS = (
    Row("colour", "red\x1b[31mtext", "red␛[31mtext"),
    Row("clear screen", "a\x1b[2Jb\x1b[Hc", "a␛[2Jb␛[Hc"),
    Row("reset", "a\x1bcb", "a␛cb"),
    Row("device control", "a\x1bPq#0\x1b\\b", "a␛Pq#0␛\\b"),
    Row("application command", "a\x1b_Gf=1\x1b\\b", "a␛_Gf=1␛\\b"),
    Row("privacy message", "a\x1b^x\x1b\\b", "a␛^x␛\\b"),
    Row("start of string", "a\x1bXx\x1b\\b", "a␛Xx␛\\b"),
    Row("clipboard", "a\x1b]52;c;aGk=\x1b\\b", "a␛]52;c;aGk=␛\\b"),
    Row(
        "hidden link",
        "a\x1b]8;;http://x.example\x1b\\b\x1b]8;;\x1b\\",
        "a␛]8;;http://x.example␛\\b",
    ),
    Row("window title", "a\x1b]0;owned\x07b", "a␛]0;owned␇b"),
    Row("ask what it is", "a\x1b[cb", "a␛[cb"),
    Row("ask its size", "a\x1b[18tb", "a␛[18tb"),
    Row("ask its colour", "a\x1b]11;?\x1b\\b", "a␛]11;?␛\\b"),
    Row("ask its terminfo", "a\x1bP+q544e\x1b\\b", "a␛P+q544e␛\\b"),
    Row("C1 control sequence", "a\x9b31mb", "a\ufffd31mb"),
    Row("C1 operating system command", "a\x9d0;owned\x9cb", "a\ufffd0;owned\ufffdb"),
    Row("next line", "above\x85below", "below"),
    Row("other C0", "a\x00\x07\x08\x0e\x0f\x1ab", "␇␈␎␏␚b"),
    Row("delete", "a\x7fb", "a␡b"),
    Row("tab", "a\tb", "b"),
    Row("lone return", "innocent\rguilty", "guilty"),
    Row("vertical tab", "above\x0bbelow", "below"),
    Row("form feed", "above\x0cbelow", "below"),
    Row("line separator", "above\u2028below", "below"),
    Row("right to left override", "a\u202egnp.exe\u202cb", "agnp.exeb"),
    Row("isolates", "a\u2066b\u2069c\u200ed\u061ce", "abcde"),
    Row("invisible", "na\u200bme\u2060\ufeff\u00ad\ufe0fs", "names"),
    Row("tags", "a\U000e0041\U000e007fb", "ab"),
    Row("non-characters", "a\ufffe\ufdd0\u115f\u3164b", "a\ufffd\ufffd\ufffd\ufffdb"),
    Row("marks", "e" + "\u0301" * 3000 + "nd", "nd"),
    Row("wide", "日本語の電報", "日本語の電報"),
    Row(
        "brackets",
        "[REDACTED] [sic] [AMEMBASSY PARIS] [a=b]",
        "[REDACTED] [sic] [AMEMBASSY PARIS] [a=b]",
    ),
    Row("closing tags", "[/] [/foo] [/some/path]", "[/] [/foo] [/some/path]"),
    Row("link markup", "[link=http://x]a[/link]", "[link=http://x]a[/link]"),
    Row(
        "style markup",
        "[bold]x[/bold] [on red]x[/] [$error]a[/]",
        "[bold]x[/bold] [on red]x[/] [$error]a[/]",
    ),
    Row("action", "[@click=app.quit]x[/]", "[@click=app.quit]x[/]"),
    Row("escapes", "\\[bold] :smile: _x_ # x", "\\[bold] :smile: _x_ # x"),
    Row("backslash", "the end\\", "the end\\"),
)

NO_FILE_ROWS = (Row("lone surrogate", "a\ud800b", "a\ufffdb"),)
"""Rows that cannot stand in a file: its bytes would be read as something else."""

_OURS = re.compile(
    rb"\x1b\[[0-9;]*[ABCDHJKLMbm]"  # moves, erasing, lines, repeating, styles
    rb"|\x1b\[[?<>=][0-9;]*\$?[a-z]"  # modes and queries at the start and the end
    rb"|\x1b\[6n"  # our own question
    rb"|\x1b\]22;[a-z]*(?:\x1b\\|\x07)"  # pointer shape
    rb"|\r|\n|\t"  # moves: a tabulator of a text would show as text in the wrong column
)
_HOSTILE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufe00-\ufe0f\ufff9-\ufffb\ufffe\uffff\ufdd0-\ufdef\u115f\u1160\u3164"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)


def hostile_in(output: bytes, *, is_screen: bool) -> list[str]:
    """Return every character written that a terminal would obey or hide, other than our own."""
    rest = _OURS.sub(b"", output) if is_screen else output
    text = rest.decode("utf-8", errors="surrogateescape")
    return [
        ascii(match[0] + text[match.end() : match.end() + 12]) for match in _HOSTILE.finditer(text)
    ]
