"""The best hit below a list: from the list itself, or read when the cursor goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.fake_archive import FakeArchive
from tests.tui.screens.driving import press, settle, shows
from tui.app import Reader

if TYPE_CHECKING:
    from archive import Hit


class Noting(FakeArchive):
    """Notes which paragraphs are read one by one."""

    def __init__(self) -> None:
        super().__init__()
        self.read: list[tuple[int, int]] = []

    def hit(self, query: str, key: int, position: int) -> Hit | None:
        self.read.append((key, position))
        return super().hit(query, key, position)


async def test_the_best_hit_of_a_list_comes_with_it() -> None:
    archive = Noting()
    async with Reader(archive).run_test(size=(80, 24)) as pilot:  # type: ignore[arg-type]
        await settle(pilot)
        lines = await press(pilot, "/", *"pilots")
        assert shows(lines, "that the pilots had voted")
        assert archive.read == []
        lines = await press(pilot, "down")
        assert len(archive.read) == 1
        assert shows(lines, "that the pilots had voted")


async def test_a_hit_of_another_query_is_not_shown() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:  # type: ignore[arg-type]
        await settle(pilot)
        lines = await press(pilot, "/", *"pilots", "escape")
        assert not shows(lines, "that the pilots had voted")
        lines = await press(pilot, "/", *"ministry")
        assert shows(lines, "the ministry answered")
