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
