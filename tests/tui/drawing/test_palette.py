from __future__ import annotations

import pytest

from tui.drawing.line import Role
from tui.drawing.palette import palette
from tui.settings import THEMES


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("has_colour", [True, False])
def test_every_role_has_a_look_that_says_its_background(theme: str, has_colour: bool) -> None:
    looks = palette(theme, has_colour=has_colour)
    assert set(looks) == set(Role)
    assert all(look.bgcolor is not None for look in looks.values())


@pytest.mark.parametrize("theme", THEMES)
def test_without_colour_there_is_none_and_what_matters_stands_out(theme: str) -> None:
    looks = palette(theme, has_colour=False)
    assert all(look.color.is_default and look.bgcolor.is_default for look in looks.values())
    plain = looks[Role.TEXT]
    for role in (Role.MATCH, Role.CURSOR, Role.CURSOR_IDLE, Role.BAR, Role.LINK, Role.KEY):
        assert looks[role] != plain, role


@pytest.mark.parametrize(
    ("theme", "background"),
    [
        ("terminal", "default"),
        ("dark", "color(234)"),
        ("light", "color(255)"),
        ("high-contrast", "color(16)"),
    ],
)
def test_a_theme_has_its_background_everywhere_but_where_a_role_has_its_own(
    theme: str, background: str
) -> None:
    looks = palette(theme)
    for role in (Role.TEXT, Role.DIM, Role.STRONG, Role.LABEL, Role.LINK, Role.HEADING):
        assert looks[role].bgcolor.name == background, role


@pytest.mark.parametrize("theme", THEMES)
def test_what_must_be_told_apart_looks_different(theme: str) -> None:
    looks = palette(theme)
    pairs = [
        *((Role.TEXT, other) for other in (Role.MATCH, Role.LINK, Role.MISSING, Role.REPAIR)),
        *((Role.CURSOR, other) for other in (Role.TEXT, Role.CURSOR_IDLE, Role.MATCH)),
        *((Role.REDACTION, other) for other in (Role.TEXT, Role.PROTECT)),
        (Role.SECRET, Role.TEXT),
        (Role.STRONG, Role.DIM),
    ]
    assert [pair for pair in pairs if looks[pair[0]] == looks[pair[1]]] == []
