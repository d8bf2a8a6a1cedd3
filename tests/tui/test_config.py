"""The settings file: what it may say, and how it is told where it is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.config import ConfigError, line_of, load
from tui.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_no_file_means_the_defaults(file: Path) -> None:
    assert load(file) == Settings()


def test_every_setting(file: Path) -> None:
    file.write_text(
        'theme = "light"\nascii = true\nmouse = true\ntext_width = 60\ndriver = "textual"\n'
        'columns = ["id", "post", "subject"]\n'
        '[keys]\nindex.down = "n,down"\n"index.up" = "p"\n[keys.cable]\nfind = "f"\n'
    )
    assert load(file) == Settings(
        theme="light",
        is_ascii=True,
        has_mouse=True,
        text_width=60,
        driver="textual",
        columns=("id", "post", "subject"),
        keys={"index.down": "n,down", "index.up": "p", "cable.find": "f"},
    )


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        pytest.param("theme = dark", 1, "texts stand in quotes", id="no TOML"),
        pytest.param(
            '\ntheme = "x"\ntheme = "y"\n', 3, "this is set already, further up.", id="set twice"
        ),
        pytest.param('theme = "dark', 1, "a text lacks the quote", id="an open quote"),
        pytest.param('theme = "dark\n', 1, "a text lacks the quote", id="an open quote, and more"),
        pytest.param("[keys]\n[keys]", 2, "this table is there already", id="a table twice"),
        pytest.param("[keys", 1, "expected ']' at the end of a table", id="an open bracket"),
        pytest.param('\n\ncolour = "red"', 3, "'colour' is no setting", id="unknown setting"),
        pytest.param('theme = "pink"', 1, "theme must be one of terminal", id="unknown theme"),
        pytest.param('# x\ntext_width = "72"', 2, "must be a whole number", id="wrong type"),
        pytest.param("text_width = 19", 1, "text_width must be 20 or more.", id="too narrow"),
        pytest.param("text_width = true", 1, "must be a whole number", id="a truth for a number"),
        pytest.param("theme = 3", 1, "theme must be a text in quotes.", id="a number for a text"),
        pytest.param("ascii = 1", 1, "must be true or false", id="a number for a truth"),
        pytest.param('driver = "vga"', 1, "one of cells, textual", id="unknown driver"),
        pytest.param("columns = []", 1, "must name some of date, id", id="no column"),
        pytest.param('columns = "id"', 1, "must be a list of texts", id="no list"),
        pytest.param(
            '\ncolumns = ["id", "size"]',
            2,
            "date, id, class, post, subject, hits, each once; not 'size'.",
            id="unknown column",
        ),
        pytest.param('[key]\nindex.down = "j"', 1, "and the table [keys].", id="no such table"),
        pytest.param(
            "ascii = true\n\nascii = true", 3, "this is set already", id="twice, at the end"
        ),
        pytest.param('columns = ["id", "id"]', 1, "each once.", id="a column twice"),
        pytest.param('keys = "j"', 1, "must be a table", id="keys are no table"),
        pytest.param('[keys]\nindex.fly = "j"', 2, "'index.fly' is no command", id="no command"),
        pytest.param('[keys]\n\n"index.fly" = "j"', 3, "is no command", id="quoted id"),
        pytest.param('[keys.index]\ndown = "j"\nup = 3', 3, "must be keys", id="no text for keys"),
        pytest.param('[keys]\nindex.down = " "', 2, "must be keys", id="no keys"),
        pytest.param('[keys]\nindex.down = "j,dwon"', 2, "'dwon' is no key", id="misspelt"),
        pytest.param('[keys]\nindex.down = "j,"', 2, "'' is no key", id="nothing behind a comma"),
        pytest.param(
            '[keys]\nindex.down = "x,j"\nindex.up = "x"', 3, "'x' is given to index.down", id="two"
        ),
        pytest.param('[keys]\nindex.down = "hyper+j"', 2, "'hyper+j' is", id="no such modifier"),
    ],
)
def test_a_mistake_is_told_with_its_line(file: Path, text: str, line: int, sentence: str) -> None:
    file.write_text(text)
    with pytest.raises(ConfigError) as error:
        load(file)
    message = error.value.format_message()
    assert message.startswith(f"{file}, line {line}: ")
    assert sentence in message


@pytest.mark.parametrize(
    ("written", "name"),
    [
        pytest.param("j, Down", "j,down", id="with a space"),
        pytest.param("PgDn,Esc,Ctrl+N", "pagedown,escape,ctrl+n", id="as the help writes them"),
        pytest.param("Shift+Tab,Alt+Left,F2", "shift+tab,alt+left,f2", id="two at once"),
        pytest.param("J,?,+,comma", "J,?,+,comma", id="signs, and a capital letter"),
    ],
)
def test_keys_are_written_as_people_write_them(file: Path, written: str, name: str) -> None:
    file.write_text(f'[keys]\nindex.down = "{written}"')
    assert load(file).keys == {"index.down": name}


def test_a_file_that_is_no_text(file: Path) -> None:
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="not UTF-8"):
        load(file)


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        pytest.param("", Settings(), id="nothing"),
        pytest.param("# theme = 3", Settings(), id="a remark"),
        pytest.param("text_width = 20", Settings(text_width=20), id="the narrowest text"),
        pytest.param("mouse = false", Settings(), id="a default"),
        pytest.param('columns = ["hits"]', Settings(columns=("hits",)), id="one column"),
        pytest.param("[keys]", Settings(), id="no keys"),
        pytest.param(
            '[keys]\nindex.down = "x,x"\nbody.down = "x"',
            Settings(keys={"index.down": "x,x", "body.down": "x"}),
            id="a key in two places",
        ),
        pytest.param(
            '[keys.index]\ndown = " n "',
            Settings(keys={"index.down": "n"}),
            id="a table in a table",
        ),
    ],
)
def test_settings(file: Path, text: str, settings: Settings) -> None:
    file.write_text(text)
    assert load(file) == settings


TOML = """\
theme = "dark"

[keys]
index.down = "j"
"index.up" = "k"
'cable'.find = "f"

[keys.reader]
topics="t"  # topics = "u"

[ keys . "app" ]
  go = ":"
"""


@pytest.mark.parametrize(
    ("place", "line"),
    [
        pytest.param(("theme",), 1, id="a setting"),
        pytest.param(("keys",), 3, id="a table"),
        pytest.param(("keys", "index", "down"), 4, id="with a dot"),
        pytest.param(("keys", "index.up"), 5, id="in quotes"),
        pytest.param(("keys", "cable", "find"), 6, id="half in quotes"),
        pytest.param(("keys", "reader"), 8, id="a table in a table"),
        pytest.param(("keys", "reader", "topics"), 9, id="in it"),
        pytest.param(("keys", "app", "go"), 12, id="in one with spaces and quotes"),
        pytest.param(("topics",), 1, id="not there: the first"),
    ],
)
def test_line_of(place: tuple[str, ...], line: int) -> None:
    assert line_of(TOML, place) == line
