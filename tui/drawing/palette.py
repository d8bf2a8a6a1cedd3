"""How each role looks, by theme. Colours are of the 256; none is the only sign of anything."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rich.style import Style

from tui.drawing.line import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

_DARK = {
    Role.TEXT: "color(252)",
    Role.DIM: "color(246)",
    Role.STRONG: "bold color(255)",
    Role.HEADING: "bold color(180)",
    Role.LABEL: "color(109)",
    Role.MATCH: "bold color(16) on color(221)",
    Role.LINK: "underline color(117)",
    Role.MISSING: "bold color(216)",
    Role.REPAIR: "underline color(150)",
    Role.PROTECT: "bold color(211)",
    Role.REDACTION: "reverse color(246)",
    Role.STAR: "bold color(221)",
    Role.SECRET: "bold color(210)",
    Role.KEY: "bold color(221)",
    Role.BAR: "color(250) on color(236)",
    Role.ERROR: "bold color(210)",
    Role.RULE: "color(239)",
    Role.CURSOR: "on color(238)",
    Role.CURSOR_IDLE: "on color(236)",
}
_LIGHT = {
    Role.TEXT: "color(235)",
    Role.DIM: "color(241)",
    Role.STRONG: "bold color(232)",
    Role.HEADING: "bold color(94)",
    Role.LABEL: "color(24)",
    Role.MATCH: "bold color(16) on color(221)",
    Role.LINK: "underline color(25)",
    Role.MISSING: "bold color(130)",
    Role.REPAIR: "underline color(28)",
    Role.PROTECT: "bold color(125)",
    Role.REDACTION: "reverse color(241)",
    Role.STAR: "bold color(130)",
    Role.SECRET: "bold color(124)",
    Role.KEY: "bold color(130)",
    Role.BAR: "color(236) on color(252)",
    Role.ERROR: "bold color(124)",
    Role.RULE: "color(248)",
    Role.CURSOR: "on color(250)",
    Role.CURSOR_IDLE: "on color(253)",
}
_CONTRAST = dict.fromkeys(Role, "color(231)") | {
    Role.STRONG: "bold color(231)",
    Role.HEADING: "bold underline color(231)",
    Role.LABEL: "color(159)",
    Role.MATCH: "bold color(16) on color(226)",
    Role.LINK: "underline color(159)",
    Role.MISSING: "bold reverse color(231)",
    Role.REPAIR: "underline color(231)",
    Role.PROTECT: "bold color(226)",
    Role.REDACTION: "reverse color(231)",
    Role.SECRET: "bold color(226)",
    Role.KEY: "bold color(226)",
    Role.BAR: "bold color(16) on color(231)",
    Role.ERROR: "bold color(16) on color(226)",
    Role.CURSOR: "bold reverse",
    Role.CURSOR_IDLE: "underline",
}
_TERMINAL = {
    Role.TEXT: "default",
    Role.DIM: "color(244)",
    Role.STRONG: "bold",
    Role.HEADING: "bold underline",
    Role.LABEL: "color(6)",
    Role.MATCH: "bold color(0) on color(3)",
    Role.LINK: "underline color(6)",
    Role.MISSING: "bold color(3)",
    Role.REPAIR: "underline color(2)",
    Role.PROTECT: "bold color(5)",
    Role.REDACTION: "reverse",
    Role.STAR: "bold color(3)",
    Role.SECRET: "bold color(1)",
    Role.KEY: "bold",
    Role.BAR: "reverse",
    Role.ERROR: "bold color(1)",
    Role.RULE: "color(244)",
    Role.CURSOR: "reverse",
    Role.CURSOR_IDLE: "underline",
}
_COLOURLESS = _TERMINAL | {Role.MATCH: "bold reverse"}
"""Each role must differ without its colours, too."""
_LOOKS: Mapping[str, Mapping[Role, str]] = {
    "terminal": _TERMINAL,
    "dark": _DARK,
    "light": _LIGHT,
    "high-contrast": _CONTRAST,
}


@cache
def palette(name: str, *, has_colour: bool = True) -> Mapping[Role, Style]:
    """Return the style of each role; every style says its background, so that none is inherited.

    Without colour (`NO_COLOR`) all themes look the same.
    """
    if not has_colour:
        return {
            role: Style.parse(f"default on default {_attributes(look)}")
            for role, look in _COLOURLESS.items()
        }
    background = {"dark": "color(234)", "light": "color(255)", "high-contrast": "color(16)"}.get(
        name
    )
    ground = Style.parse(f"on {background}") if background else Style.parse("default on default")
    return {role: ground + Style.parse(look) for role, look in _LOOKS[name].items()}


def _attributes(look: str) -> str:
    """Return what is no colour of a look: `bold underline`."""
    return " ".join(word for word in look.split() if word in {"bold", "underline", "reverse"})
