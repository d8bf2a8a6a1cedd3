"""What can be typed after `:`."""

from __future__ import annotations

import pytest

from tui.typed import NotUnderstoodError, completions, paragraph_number, understood

LIST = ("index", "lister", "catalogue", "desk", "reader", "app")
TEXT = ("body", "cable", "reading", "desk", "reader", "app")


@pytest.mark.parametrize(
    ("text", "places", "action"),
    [
        pytest.param("sort date", LIST, "sort('date')", id="with a value"),
        pytest.param("sort ref", LIST, "sort('reference id')", id="the beginning of a value"),
        pytest.param("sort", LIST, "sort", id="without"),
        pytest.param("theme dark", LIST, "theme('dark')", id="theme"),
        pytest.param("  help  marks ", LIST, "help('marks')", id="spaces"),
        pytest.param("q", LIST, "quit", id="the beginning of a name"),
        pytest.param("q!", LIST, "quit", id="as in vim"),
        pytest.param("QUIT", LIST, "quit", id="capitals"),
        pytest.param("set-mark", LIST, "set_mark", id="a name that begins as one of vim does"),
        pytest.param("quit-now", LIST, "quit_now", id="a whole name"),
        pytest.param("reader.quit", LIST, "quit", id="an id"),
        pytest.param("body.copy", LIST, "copy('paragraph')", id="the id of what is elsewhere"),
        pytest.param("copy", LIST, "copy('id')", id="in the list"),
        pytest.param("copy", TEXT, "copy('paragraph')", id="in the text"),
        pytest.param("search salt 1975", LIST, "search('salt 1975')", id="a query"),
        pytest.param("search it's", LIST, 'search("it\'s")', id="a quote"),
    ],
)
def test_a_command(text: str, places: tuple[str, ...], action: str) -> None:
    typed = understood(text, places)
    assert typed is not None
    assert typed.action == action


@pytest.mark.parametrize(
    "text",
    [
        "09MEXICO1055",
        "2008 STATE 00009912",
        "09MEXICO1055#3",
        "@12ab34cd",
        "https://example.org/cable/2009/04/09MEXICO1055.html",
        "MEXICO 1055",
        "REF A: 09 MEXICO 1055",
        "see 09MEXICO1055 para 3",
    ],
)
def test_an_address(text: str) -> None:
    assert understood(text, LIST) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            "zeppelin",
            "No command is called 'zeppelin', and it is no id; :help lists them all.",
            id="unknown",
        ),
        pytest.param(
            "wq!",
            "No command is called 'wq!': q to quit.",
            id="a command of vim",
        ),
        pytest.param(
            "set nu",
            "No command is called 'set': T for how it looks; all settings are in config.toml.",
            id="not the beginning of set-mark",
        ),
        pytest.param("/1055", "No command is called '/1055': / to find.", id="a sign of vim"),
        pytest.param(
            "note 09MEXICO1055", ":note takes nothing behind it.", id="a whole name with an id"
        ),
        pytest.param("sta now", ":star takes nothing behind it.", id="no argument"),
        pytest.param(
            "theme pink",
            ":theme takes one of terminal, dark, light, high-contrast; not 'pink'.",
            id="no such value",
        ),
        pytest.param("z\x1b[J", "No command is called 'z␛[J'", id="hostile"),
        pytest.param(
            "mo",
            "'mo' can be month-before, month-after, more-months, mouse: type more",
            id="unclear",
        ),
    ],
)
def test_an_error_is_one_sentence(text: str, said: str) -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        understood(text, LIST)
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        pytest.param("so", ("sort",), id="a name"),
        pytest.param("quit", ("quit", "quit-now"), id="two"),
        pytest.param("sort c", ("sort cited", "sort classification"), id="values"),
        pytest.param(
            "theme ",
            ("theme terminal", "theme dark", "theme light", "theme high-contrast"),
            id="all values",
        ),
        pytest.param("search s", (), id="anything"),
        pytest.param("s c", (), id="values of more than one"),
        pytest.param("zeppelin", (), id="nothing"),
    ],
)
def test_completions(text: str, offered: tuple[str, ...]) -> None:
    assert completions(text, LIST) == offered


@pytest.mark.parametrize(("text", "number"), [("3", 3), ("#12", 12), ("¶ 4", 4), ("09A1", None)])
def test_paragraph_number(text: str, number: int | None) -> None:
    assert paragraph_number(text) == number
