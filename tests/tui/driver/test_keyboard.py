"""Keys in what a terminal sends: `_keyboard.py`."""

from __future__ import annotations

import pytest
from textual.events import Key, Paste

from tui.driver._keyboard import Keyboard


def keys(*sent: str, bound: tuple[str, ...] = ()) -> list[str]:
    """Return the keys in what is sent, one after another, before the terminal rests."""
    keyboard = Keyboard(bound=bound)
    messages = [message for part in sent for message in [*keyboard.feed(part), *keyboard.tick()]]
    keyboard._timeout_time = 0.0 if keyboard.is_waiting else None
    messages += keyboard.tick()
    return [message.key for message in messages if isinstance(message, Key)]


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        pytest.param(["j"], ["j"], id="a letter"),
        pytest.param(["\x1b"], ["escape"], id="Esc alone"),
        pytest.param(["\x1bj"], ["escape", "j"], id="Esc and a letter"),
        pytest.param(["\x1b", "j"], ["escape", "j"], id="one after the other"),
        pytest.param(["\x1bR"], ["escape", "R"], id="and a capital letter"),
        pytest.param(["\x1b}"], ["escape", "right_curly_bracket"], id="and a sign"),
        pytest.param(["\x1b3j"], ["escape", "3", "j"], id="and a number"),
        pytest.param(["\x1b="], ["escape", "equals_sign"], id="and what Alt has a sign for"),
        pytest.param(["\x1b\r"], ["escape", "enter"], id="and Enter"),
        pytest.param(["ea\x1b/x\x1b[B"], ["e", "a", "escape", "slash", "x", "down"], id="a burst"),
        pytest.param(["\x1b" + "j" * 40], ["escape", *["j"] * 40], id="a long one"),
        pytest.param(["\x1bO\x1bJ"], ["escape", "O", "escape", "J"], id="and O, like F1 begins"),
        pytest.param(["\x1b\x1b[A"], ["escape", "up"], id="Esc and an arrow"),
        pytest.param(["\x1b\x1bj"], ["escape", "escape", "j"], id="twice"),
        pytest.param(["\x1b", "[A"], ["up"], id="an arrow in two parts"),
        pytest.param(["\x1b", "O", "A"], ["up"], id="in three, as applications get it"),
        pytest.param(["\x1b[1;3D"], ["alt+left"], id="Alt and an arrow"),
        pytest.param(["\x1bOP"], ["f1"], id="a function key"),
        pytest.param(["\x1bb"], ["ctrl+left"], id="Alt and an arrow as a Mac sends it"),
    ],
)
def test_keys(sent: list[str], expected: list[str]) -> None:
    assert keys(*sent) == expected


@pytest.mark.parametrize(
    ("bound", "expected"),
    [
        pytest.param(("alt+j",), ["alt+j"], id="bound to something"),
        pytest.param(("alt+k", "alt+left"), ["escape", "j"], id="others are"),
    ],
)
def test_alt_and_a_letter(bound: tuple[str, ...], expected: list[str]) -> None:
    assert keys("\x1bj", bound=bound) == expected


def test_at_the_end_an_esc_is_told() -> None:
    keyboard = Keyboard()
    assert [message.key for message in [*keyboard.feed("\x1b"), *keyboard.feed("")]] == ["escape"]


@pytest.mark.parametrize(
    ("text", "pasted"),
    [
        pytest.param("Bitter Lemon", "Bitter Lemon", id="words"),
        pytest.param("a\x1bq b", "a\u241bq b", id="Esc and a key"),
        pytest.param(
            "a\x1b[31mb\x1b]52;c;eA==\x07", "a\u241b[31mb\u241b]52;c;eA==\x07", id="colour"
        ),
        pytest.param("\x1b[200~a", "\u241b[200~a", id="another beginning"),
        pytest.param("a\x1b[20", "a\u241b[20", id="half of an end"),
        pytest.param("a\x1b\x1b", "a\u241b\u241b", id="Esc alone"),
    ],
)
@pytest.mark.parametrize("size", [1, 3, 100])
def test_no_key_comes_of_what_is_pasted(text: str, pasted: str, size: int) -> None:
    keyboard, sent = Keyboard(), f"j\x1b[200~{text}\x1b[201~k\x1b[A"
    messages = [
        message
        for start in range(0, len(sent), size)
        for message in [*keyboard.feed(sent[start : start + size]), *keyboard.tick()]
    ]
    told = [one.text if isinstance(one, Paste) else one.key for one in messages]
    assert told == ["j", pasted, "k", "up"]
