"""Which cables are listed, and the way back to what was listed before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from archive import Order

_MONTH = re.compile(r"date:\d{4}-\d{2}")


@dataclass(frozen=True, slots=True)
class Selection:
    """A list of cables as the user asked for it: narrowings one after another, and an order."""

    steps: tuple[str, ...] = ()
    """Queries, each narrowing what the ones before it left."""
    order: Order = Order.DATE
    is_reversed: bool = False

    @property
    def query(self) -> str:
        """All narrowings as one query."""
        if len(self.steps) < 2:
            return "".join(self.steps)
        return " ".join(f"({step})" if " OR " in step else step for step in self.steps)

    def search(self, text: str) -> Selection:
        """Look for something else, among all cables."""
        text = text.strip()
        return Selection((text,), Order.RANK) if text else Selection()

    def narrow(self, text: str) -> Selection:
        """Look for something more, among what is listed."""
        text = text.strip()
        if not text or text in self.steps:
            return self
        return replace(self, steps=(*self.steps, text))

    def without(self, step: str) -> Selection:
        """Look for the same without one of the narrowings."""
        steps = tuple(one for one in self.steps if one != step)
        return replace(self, steps=steps) if steps else Selection()

    @property
    def without_month(self) -> Selection:
        """The same without a month chosen last."""
        if self.steps and _MONTH.fullmatch(self.steps[-1]):
            return replace(self, steps=self.steps[:-1])
        return self

    def in_month(self, month: str) -> Selection:
        """List what is of a month, `2009-04`, in place of the month chosen before."""
        return self.without_month.narrow(f"date:{month}")

    def sorted_by(self, order: Order) -> Selection:
        """List the same cables in another order."""
        return replace(self, order=order, is_reversed=False)

    def turned(self) -> Selection:
        """List the same cables the other way round."""
        return replace(self, is_reversed=not self.is_reversed)


@dataclass(frozen=True, slots=True)
class Remembered:
    """A list as it stood on the screen, to come back to."""

    selection: Selection
    row: int = 0
    top: int = 0
    key: int | None = None
    """The cable to put the cursor on, wherever it is listed; None: the row says."""
