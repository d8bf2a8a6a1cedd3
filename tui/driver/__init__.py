"""The terminal driver: the screen as cells, and only what changed on its way to the terminal."""

from ._driver import AsciiCellDriver, CellDriver
from ._net import SafetyNet

__all__ = ["AsciiCellDriver", "CellDriver", "SafetyNet"]
