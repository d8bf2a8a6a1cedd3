"""Charts are whole SVG files with every point on the paper."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from benchmarks.chart import HEIGHT, WIDTH, Chart, Line, side_by_side

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    "points",
    [
        pytest.param([(1, 1.0)], id="one"),
        pytest.param([(1_000, 0.3), (20_000, 7.0), (251_287, 900.0)], id="three"),
        pytest.param([(10, 5.0), (20, 5.0)], id="flat"),
    ],
)
def test_points_are_on_the_paper(points: list[tuple[float, float]]) -> None:
    chart = Chart("seconds", [Line("a < b", points)])
    drawn = ET.fromstring(side_by_side([chart, chart], "cables"))  # noqa: S314 - our own
    dots = list(drawn.iter(f"{SVG}circle"))
    assert len(dots) == 2 * len(points)
    assert all(0 < float(dot.attrib["cx"]) < 2 * WIDTH for dot in dots)
    assert all(0 < float(dot.attrib["cy"]) < HEIGHT for dot in dots)
