"""The terminal driver: the screen as cells, and only what changed on its way to the terminal."""

from ._driver import CellDriver
from ._net import SafetyNet

__all__ = ["CellDriver", "SafetyNet"]
