"""Defects of single characters: every kind of white space, markup, line end and entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parser import RepairKind
from parser._repairs.characters import (
    mend_double_spacing,
    mend_encoding,
    mend_entities,
    mend_line_ends,
    mend_markup,
    mend_quoting,
    mend_white_space,
    unix_lines,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from parser._working import Edit


def mended(mend: Callable[[str], Sequence[Edit]], text: str) -> str:
    for edit in reversed(mend(text)):
        text = text[: edit.start] + edit.after + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        *((f"a{space}b", "a b") for space in "\u00a0\u202f\u3000\u2000\u2005\u200a"),
        *((f"a{nothing}b", "ab") for nothing in "\x00\u00ad\u200b\u2060\ufeff"),
        ("a\rb", "a\nb"),
        ("a\r\nb", "a\nb"),
        ("a\r\r\nb", "a\nb"),
        ("a\r\r\n\r\r\nb", "a\n\nb"),
        ("a\r\rb", "a\n\nb"),
        ("a\u00a0 \u00a0b", "a   b"),
        ("a\u00a0 b", "a  b"),
        ("a\u00e9 b", "a\u00e9 b"),
    ],
)
def test_white_space(text: str, plain: str) -> None:
    assert mended(mend_white_space, text) == plain


@pytest.mark.parametrize(
    ("text", "plain"), [("a\r\nb\rc\n", "a\nb\nc\n"), ("a\nb", "a\nb")], ids=["all", "none"]
)
def test_unix_lines(text: str, plain: str) -> None:
    assert unix_lines(text) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("> a\n> b\n>\n>  c\n> d", "a\nb\n\n c\nd", id="every line"),
        pytest.param("> > a\n>> b\n> > c\n>>d", "a\nb\nc\nd", id="twice"),
        pytest.param("Ann:\n> a\n> b\n> c\n> d\nBob", "Ann:\na\nb\nc\nd\nBob", id="around it"),
        pytest.param("> a\n> b\n> c", "> a\n> b\n> c", id="three lines"),
        pytest.param("a\n>\n b", "a\n>\n b", id="a sign of its own"),
        pytest.param("x\n" * 9 + "> a\n" * 4, "x\n" * 9 + "> a\n" * 4, id="a mail in the text"),
        pytest.param("a > b\n" * 5, "a > b\n" * 5, id="inside lines"),
    ],
)
def test_quoting(text: str, plain: str) -> None:
    assert mended(mend_quoting, text) == plain


def test_quoted_lines_that_hold_nothing_are_one_repair_with_the_next() -> None:
    assert len(mend_quoting("> a\n>\n> >\n> b\n> c\n")) == 3


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("a\rb", [RepairKind.LINE_END], id="line end"),
        pytest.param("a\u00a0b", [RepairKind.ENCODING], id="space"),
        pytest.param("a\u00a0 \u00a0b", [RepairKind.ENCODING], id="side by side"),
        pytest.param("a\u00a0b\u00a0c", [RepairKind.ENCODING] * 2, id="apart"),
        pytest.param("a b", [], id="plain"),
    ],
)
def test_edits_of_white_space(text: str, kinds: list[RepairKind]) -> None:
    assert [edit.kind for edit in mend_white_space(text)] == kinds


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("**11.** Ann", "11. Ann", id="bold number"),
        pytest.param("**11** Ann", "11 Ann", id="bold number without a stop"),
        pytest.param("**Ann** came", "**Ann** came", id="bold word"),
        pytest.param("**1234.** Ann", "**1234.** Ann", id="four digits"),
        pytest.param("<a href='x'>Ann</a>", "Ann", id="link"),
        pytest.param("<A HREF='x'>Ann</A>", "Ann", id="link in capitals"),
        pytest.param("<https://example.org/x>", "https://example.org/x", id="address"),
        pytest.param("<ann@example.org>", "<ann@example.org>", id="mail"),
        pytest.param("<p>Ann</p><br/><br />", "Ann", id="tags"),
        pytest.param("a <b> c < d", "a  c < d", id="less than"),
        pytest.param("Ann  \n" * 3 + "Bob", "Ann\n" * 3 + "Bob", id="hard breaks"),
        pytest.param("Ann  \n\n" * 4 + "Bob", "Ann  \n\n" * 4 + "Bob", id="above blank lines"),
        pytest.param("Ann  \n" * 2 + "Bob", "Ann  \n" * 2 + "Bob", id="too few hard breaks"),
        pytest.param("AF-00  \nEUR-00  B", "AF-00  \nEUR-00  B", id="a column of offices"),
        pytest.param("Ann \nBob", "Ann \nBob", id="one space"),
        pytest.param("  \nBob", "  \nBob", id="blank line of spaces"),
        pytest.param("x" * 2000 + "Ann  \n" * 3, "x" * 2000 + "Ann  \n" * 3, id="breaks far down"),
        pytest.param("Ann  \n**1.** Bob  \nC  \n", "Ann\n1. Bob\nC\n", id="both"),
    ],
)
def test_markup(text: str, plain: str) -> None:
    assert mended(mend_markup, text) == plain
    edits = mend_markup(text)
    assert list(edits) == sorted(edits)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("Ann \\\nBob", "Ann \nBob", id="end of a line"),
        pytest.param("Ann\\ \nBob", "Ann\nBob", id="space behind"),
        pytest.param("Ann\\", "Ann", id="end of the text"),
        pytest.param("Ann\\\n\\\n \\\nBob", "Ann\n\n\nBob", id="lines of nothing else"),
        pytest.param("C:\\boats", "C:\\boats", id="inside a line"),
    ],
)
def test_backslashes(text: str, plain: str) -> None:
    assert mended(mend_line_ends, text) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("\u00c2\u00b61. Ann", "\u00b61. Ann", id="pilcrow"),
        *((f"\u00c2{sign}", sign) for sign in "\u00a7\u00a3\u00b0\u00bb\u00ab\u00a0"),
        pytest.param("\\xb62. Ann", "\u00b62. Ann", id="escaped"),
        pytest.param("\\xb6 Ann", "\\xb6 Ann", id="escaped, before no number"),
        pytest.param("\u00c2me", "\u00c2me", id="a letter"),
        pytest.param(r"Ann\'s \"quay\"", 'Ann\'s "quay"', id="escaped quotation marks"),
    ],
)
def test_signs_read_by_the_wrong_table(text: str, plain: str) -> None:
    assert mended(mend_encoding, text) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("a &amp; b", "a & b", id="name"),
        pytest.param("&#38;&#x26;&#X26;", "&&&", id="numbers"),
        pytest.param("&frac12;", "\u00bd", id="name with digits"),
        pytest.param("&nosuch;", "&nosuch;", id="no such name"),
        pytest.param("AT&T; R&D", "AT&T; R&D", id="no entity"),
        pytest.param("&amp;lt;", "&lt;", id="once"),
    ],
)
def test_entities(text: str, plain: str) -> None:
    assert mended(mend_entities, text) == plain


@pytest.mark.parametrize(
    ("mend", "text", "kind"),
    [
        (mend_markup, "<p>Ann", RepairKind.MARKUP),
        (mend_markup, "Ann  \n" * 3, RepairKind.MARKUP),
        (mend_line_ends, "Ann\\", RepairKind.LINE_END),
        (mend_encoding, "\u00c2\u00b61", RepairKind.ENCODING),
        (mend_entities, "&amp;", RepairKind.ENTITY),
    ],
    ids=["tag", "hard break", "backslash", "pilcrow", "entity"],
)
def test_kinds(mend: Callable[[str], Sequence[Edit]], text: str, kind: RepairKind) -> None:
    assert {edit.kind for edit in mend(text)} == {kind}


@pytest.mark.parametrize(
    ("text", "is_halved"),
    [
        pytest.param("one\n\ntwo\n\n\n\n" * 5, True, id="every line"),
        pytest.param("one\n\ntwo\n\n" * 5, False, id="paragraphs of a line"),
        pytest.param("one\n\ntwo\n\n\n" * 5, False, id="two blank lines"),
        pytest.param("one\n\ntwo\n\n\n\n" * 5 + "three\nfour", False, id="two lines together"),
        pytest.param("one\n\ntwo\n\n\n\n" * 4 + "three", True, id="just enough"),
        pytest.param("one\n\ntwo\n\n\n\n" * 4, False, id="too few to tell"),
        pytest.param(f"{'one ' * 26}\n\ntwo\n\n\n\n" * 5, False, id="long lines"),
        pytest.param(f"{'one ' * 26}\n\n" + "two\n\n\n\n" * 10, True, id="one long line"),
    ],
)
def test_double_spacing(text: str, *, is_halved: bool) -> None:
    kinds = {edit.kind for edit in mend_double_spacing(text)}
    assert kinds == ({RepairKind.BLANK_LINE} if is_halved else set())


def test_half_of_the_line_ends_is_left() -> None:
    text = "one\n\ntwo \n \n \n \n" * 5
    assert mended(mend_double_spacing, text) == "one\ntwo \n\n" * 4 + "one\ntwo \n \n \n \n"
