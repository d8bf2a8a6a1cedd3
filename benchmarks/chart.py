"""Small line charts with logarithmic axes, as SVG. No library."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDTH: Final = 360
HEIGHT: Final = 250
_LEFT, _RIGHT, _TOP, _BOTTOM = 58, 14, 34, 40
_INKS: Final = ("#1f6f8b", "#c2571a", "#5b7f2b")
_TEXT: Final = 'font-family="sans-serif" font-size="11" fill="#444"'


@dataclass(frozen=True, slots=True)
class Line:
    """One measured quantity: its name and its points, all above zero."""

    name: str
    points: Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Chart:
    """Lines over the same horizontal axis."""

    title: str
    lines: Sequence[Line]

    def svg(self, across: float) -> str:
        """Draw the chart `across` to the right."""
        xs = [x for line in self.lines for x, _ in line.points]
        ys = [y for line in self.lines for _, y in line.points]
        left, right = math.log10(min(xs)), math.log10(max(xs))
        low, high = math.floor(math.log10(min(ys))), math.ceil(math.log10(max(ys)))
        high = max(high, low + 1)

        def at(x: float, y: float) -> tuple[float, float]:
            share = (math.log10(x) - left) / ((right - left) or 1)
            rise = (math.log10(y) - low) / (high - low)
            return (
                across + _LEFT + share * (WIDTH - _LEFT - _RIGHT),
                HEIGHT - _BOTTOM - rise * (HEIGHT - _TOP - _BOTTOM),
            )

        parts = [
            f'<text x="{across + _LEFT}" y="20" {_TEXT} font-weight="bold">{self.title}</text>'
        ]
        for power in range(low, high + 1):
            x, y = at(min(xs), 10.0**power)
            parts.append(_rule(x, y, across + WIDTH - _RIGHT, y))
            parts.append(_label(x - 6, y + 4, f"{10.0**power:,g}", "end"))
        for x in sorted(set(xs)):
            place, bottom = at(x, 10.0**low)
            parts.append(_label(place, bottom + 16, f"{x:,.0f}", "middle"))
        for number, line in enumerate(self.lines):
            ink = _INKS[number % len(_INKS)]
            places = [at(x, y) for x, y in line.points]
            parts += _curve(places, ink)
            parts.append(_name(across + _LEFT + 8, _TOP + 10 + 14 * number, line.name, ink))
        return "\n".join(parts)


def _rule(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="#ddd"/>'


def _label(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" {_TEXT} text-anchor="{anchor}">{escape(text)}</text>'


def _name(x: float, y: float, text: str, ink: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" {_TEXT.replace("#444", ink)}>{escape(text)}</text>'


def _curve(places: Iterable[tuple[float, float]], ink: str) -> list[str]:
    points = [f"{x:.1f},{y:.1f}" for x, y in places]
    dots = [point.split(",") for point in points]
    return [
        f'<polyline points="{" ".join(points)}" fill="none" stroke="{ink}" stroke-width="2"/>',
        *(f'<circle cx="{x}" cy="{y}" r="3" fill="{ink}"/>' for x, y in dots),
    ]


def side_by_side(charts: Sequence[Chart], below: str) -> str:
    """Draw charts in a row, with one line of text below them; a whole SVG file."""
    width = WIDTH * len(charts)
    drawn = "\n".join(chart.svg(WIDTH * place) for place, chart in enumerate(charts))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {HEIGHT}" role="img">\n'
        f'<rect width="{width}" height="{HEIGHT}" fill="white"/>\n{drawn}\n'
        f"{_label(width / 2, HEIGHT - 6, below, 'middle')}\n</svg>\n"
    )
