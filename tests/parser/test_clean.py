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


DELETED = [
    *((0x202A, 0x202E), (0x2066, 0x2069), (0x200E, 0x200F), (0x061C, 0x061C)),
    *((0x200B, 0x200D), (0xFEFF, 0xFEFF), (0x00AD, 0x00AD), (0xFFF9, 0xFFFB)),
    *((0x2060, 0x2064), (0xE0000, 0xE007F), (0xFE00, 0xFE0F)),
]
REPLACED = [
    *((0x0080, 0x0084), (0x0086, 0x009F), (0xD800, 0xDFFF), (0xFDD0, 0xFDEF)),
    *((0x115F, 0x1160), (0x3164, 0x3164)),
    *((plane | 0xFFFE, plane | 0xFFFF) for plane in range(0, 0x110000, 0x10000)),
]


def ends(ranges):
    return [pytest.param(code, id=f"U+{code:04X}") for pair in ranges for code in sorted({*pair})]


@pytest.mark.parametrize("code", ends(DELETED))
def test_what_has_no_width_or_turns_the_order_is_left_out(code):
    assert clean(f"a{chr(code)}b") == clean_line(f"a{chr(code)}b") == "ab"


@pytest.mark.parametrize("code", ends(REPLACED))
def test_what_no_font_may_show_is_replaced(code):
    assert clean(f"a{chr(code)}b") == clean_line(f"a{chr(code)}b") == "a\ufffdb"


@pytest.mark.parametrize(
    "code",
    [
        *(0xA0, 0xAC, 0xAE, 0x061B, 0x200A, 0x2010, 0x2027, 0x202F, 0xFDCF, 0xFDF0, 0xFE10),
        *(0xFFFC, 0xFFFD, 0x3163, 0x3165, 0xE000, 0x10FFFD),
    ],
    ids=hex,
)
def test_what_stands_beside_them_stays(code):
    assert clean(f"a{chr(code)}b") == clean_line(f"a{chr(code)}b") == f"a{chr(code)}b"


@pytest.mark.parametrize("code", sorted({*range(0x20)} - {*range(0x09, 0x0E)}), ids=hex)
def test_a_control_character_is_shown_by_its_picture(code):
    picture = chr(0x2400 + code)
    assert clean(f"a{chr(code)}b") == clean_line(f"a{chr(code)}b") == f"a{picture}b"


@pytest.mark.parametrize("mark", ["\u0301", "\u20dd", "\u1161", "\u11ff", "\ud7b0", "\ud7ff"])
def test_marks_in_a_row_are_counted_anew_behind_each_letter(mark):
    assert clean("e" + mark * 8 + "\u4e2d" + mark * 9) == "e" + mark * 8 + "\u4e2d" + mark * 8
    assert clean_line("e" + mark * 2 + "\u4e2d" + mark * 3) == "e" + mark * 2 + "\u4e2d" + mark * 2


@pytest.mark.parametrize(
    ("text", "columns"),
    [("\tb", 8), ("a\tb", 8), ("1234567\tb", 8), ("12345678\tb", 16)],
    ids=["first", "one letter", "seven", "eight"],
)
def test_a_tab_goes_to_the_next_stop(text, columns):
    assert clean(text).index("b") == columns
