"""Make `docs/reader.svg`, the picture in the README, from a real run of the reader on the samples.

python -m benchmarks.picture
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from archive import Archive
from benchmarks import imports
from tui.app import Reader

PICTURE = imports.ROOT / "docs/reader.svg"
SIZE = (132, 38)
QUERY = "narcotcis trafficing"  # misspelt on purpose: the picture shows what is found all the same


async def picture(archive: Archive) -> str:
    """Type the query, open the first hit, and return the screen as SVG."""
    app = Reader(archive)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in ("slash", *(key if key != " " else "space" for key in QUERY), "enter"):
            await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause()
        svg = app.export_screenshot(title="cablegram samples", simplify=True)
        app.exit()
    return svg


def without_fonts(svg: str) -> str:
    """Take out fonts that a browser would fetch: the picture names only a family."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = svg.replace("Fira Code", "ui-monospace, Menlo, Consolas, DejaVu Sans Mono")
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def main() -> None:
    """Import the samples into an archive of their own and take the picture."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Archive.open(Path(folder) / "archive", create=True) as archive,
    ):
        for _ in archive.import_sources([imports.ROOT / "samples"]):
            pass
        svg = asyncio.run(picture(archive))
    PICTURE.write_text(without_fonts(svg), encoding="utf-8")


if __name__ == "__main__":
    main()
