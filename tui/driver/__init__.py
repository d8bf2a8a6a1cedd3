"""The terminal driver: Textual writes into cells, and what changed goes to the terminal."""

from ._driver import AsciiCellDriver, CellDriver
from ._net import SafetyNet

__all__ = ["AsciiCellDriver", "CellDriver", "SafetyNet"]
