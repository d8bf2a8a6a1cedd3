"""The reader's screen, and what can lie over it.

What lies over it is imported when it is first asked for: the first list is painted without it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tui.screens.absent import AbsentBody
    from tui.screens.chooser import Choice, Chooser
    from tui.screens.commands import commands_chooser
    from tui.screens.compare import CompareScreen
    from tui.screens.contents import outline_chooser, remarks_chooser
    from tui.screens.narrowing import (
        facets_chooser,
        names_chooser,
        orders_chooser,
        past_chooser,
        steps_chooser,
        topics_chooser,
    )
    from tui.screens.page import PageScreen
    from tui.screens.references import references_chooser
    from tui.screens.thread import ThreadBody
else:
    _HOMES: Final = {
        "AbsentBody": "absent",
        "Choice": "chooser",
        "Chooser": "chooser",
        "CompareScreen": "compare",
        "PageScreen": "page",
        "ThreadBody": "thread",
        "commands_chooser": "commands",
        "facets_chooser": "narrowing",
        "names_chooser": "narrowing",
        "orders_chooser": "narrowing",
        "outline_chooser": "contents",
        "past_chooser": "narrowing",
        "references_chooser": "references",
        "remarks_chooser": "contents",
        "steps_chooser": "narrowing",
        "topics_chooser": "narrowing",
    }

    def __getattr__(name: str) -> object:
        """Import a screen when it is first asked for."""
        home = _HOMES.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"tui.screens.{home}"), name)
        globals()[name] = value
        return value


__all__ = [
    "AbsentBody",
    "Choice",
    "Chooser",
    "CompareScreen",
    "PageScreen",
    "ThreadBody",
    "commands_chooser",
    "facets_chooser",
    "names_chooser",
    "orders_chooser",
    "outline_chooser",
    "past_chooser",
    "references_chooser",
    "remarks_chooser",
    "steps_chooser",
    "topics_chooser",
]
