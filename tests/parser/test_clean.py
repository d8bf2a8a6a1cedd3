from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parser import clean, clean_line

CASES = [
    pytest.param("\x1b[31mred", "\u241b[31mred", "\u241b[31mred", id="colour"),
    pytest.param("\x1b]52;c;eA==\x1b\\", "\u241b]52;c;eA==\u241b\\", None, id="clipboard"),
    pytest.param("\x1b]0;x\x07", "\u241b]0;x\u2407", None, id="window title"),
    pytest.param("\x1bP+q\x1b\\", "\u241bP+q\u241b\\", None, id="device control"),
    pytest.param("a\x9b31mb", "a\ufffd31mb", None, id="C1 control sequence introducer"),
    pytest.param("a\x85b", "a\nb", "a b", id="C1 next line"),
    pytest.param("a\x00\x08\x0e\x1fb", "a\u2400\u2408\u240e\u241fb", None, id="C0"),
    pytest.param("a\x7fb", "a\u2421b", None, id="DEL"),
    pytest.param("ab\tc\n\td", "ab      c\n        d", "ab c  d", id="tab"),
    pytest.param("a\r\nb\rc\x0bd\x0ce", "a\nb\nc\nd\ne", "a b c d e", id="line ends"),
    pytest.param("a\u2028b\u2029c", "a\nb\nc", "a b c", id="separators"),
    pytest.param("a\nb", "a\nb", "a b", id="LF"),
    pytest.param("a\u202eb\u2066c\u200fd\u061ce", "abcde", None, id="order of letters"),
    pytest.param(
        "a\u200bb\u2060c\ufeffd\xade\ufff9f\U000e0041g\ufe0fh", "abcdefgh", None, id="width 0"
    ),
    pytest.param("a\ud800b", "a\ufffdb", None, id="lone surrogate"),
    pytest.param(
        "a\ufffeb\ufdd0c\u115fd\u3164e", "a\ufffdb\ufffdc\ufffdd\ufffde", None, id="non-characters"
    ),
    pytest.param("\U0001ffffx", "\ufffdx", None, id="non-character of another plane"),
    pytest.param("e" + "\u0301" * 99, "e" + "\u0301" * 8, "e" + "\u0301" * 2, id="marks"),
    pytest.param(
        "\u1100" + "\u1161" * 99, "\u1100" + "\u1161" * 8, "\u1100" + "\u1161" * 2, id="jamo"
    ),
    pytest.param(
        "e\u0301\u200b" * 2 + "\u0301" * 9, "e\u0301e" + "\u0301" * 8, None, id="hidden marks"
    ),
    pytest.param("[/]", "[/]", None, id="markup"),
    pytest.param(
        "[bold]x[/bold] :smile: _x_", "[bold]x[/bold] :smile: _x_", None, id="more markup"
    ),
    pytest.param("a\\", "a\\", None, id="backslash"),
    pytest.param("Ñandú — 中文 ¶1.", "Ñandú — 中文 ¶1.", None, id="letters of the world"),
]


@pytest.mark.parametrize(("hostile", "block", "line"), CASES)
def test_clean(hostile, block, line):
    assert clean(hostile) == block
    if line is None and "\u0301" not in hostile:
        line = block
    if line is not None:
        assert clean_line(hostile) == line


@given(st.text() | st.text(alphabet="a\t\r\n\x1b\x85\u0301\u200b\u202e\ud800"))
def test_clean_is_idempotent_and_safe(text):
    block, line = clean(text), clean_line(text)
    assert clean(block) == block
    assert clean_line(line) == line
    for cleaned in (block, line):
        assert not any((ord(c) < 0x20 and c != "\n") or 0x7F <= ord(c) < 0xA0 for c in cleaned)
        assert not any(0xD800 <= ord(c) <= 0xDFFF for c in cleaned)
    assert "\n" not in line
