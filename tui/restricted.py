"""The restricted mode, for an account that strangers share: a kiosk, an SSH `ForceCommand`.

Nothing is written, no other program is started, and nothing in the environment decides what is
loaded or run. Run Python with `-I`, so that nothing was loaded from elsewhere before this.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import MutableMapping

_NAMES: Final = ("BROWSER", "PAGER", "EDITOR", "VISUAL", "SSH_ORIGINAL_COMMAND")
_BEGINNINGS: Final = ("TEXTUAL", "PYTHON", "LESS", "XDG_", "CABLEGRAM_")
"""Textual imports the module that TEXTUAL_DRIVER names, and writes files that others name."""


def confine(environment: MutableMapping[str, str]) -> None:
    """Forget what could make the process load, write or start something. Before Textual."""
    for name in [*environment]:
        if name in _NAMES or name.startswith(_BEGINNINGS):
            del environment[name]
    sys.dont_write_bytecode = True
