"""Reading one cable as somebody uses it: keys in, lines of the screen out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.tui.fake_archive import FakeArchive, make_cable
from tests.tui.screens.driving import press, screen, settle, shows
from tests.tui.screens.test_snapshots import rest
from tui.app import Reader

if TYPE_CHECKING:
    from archive import CableRow
    from parser import Cable

LARGE, SMALL = (120, 40), (80, 24)


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect what goes to the clipboard."""
    texts: list[str] = []
    monkeypatch.setattr(Reader, "copy_to_clipboard", lambda _app, text: texts.append(text))
    return texts


async def test_after_a_query_its_first_cable_stands_beside_the_list() -> None:
    cables = [replace(make_cable(number), subject=f"ROW {number}") for number in range(4)]
    pilots = replace(cables[3].paragraphs[0], text="The buoy is gone.")
    cables[3] = replace(cables[3], paragraphs=(pilots, *cables[3].paragraphs[1:]))
    async with Reader(FakeArchive(cables=cables)).run_test(size=LARGE) as pilot:
        await rest(pilot)
        await press(pilot, "slash", *"buoy")
        await rest(pilot)
        await press(pilot, "tab")
        await rest(pilot)
        lines = screen(pilot)
        assert lines[2].startswith("▸")
        assert shows(lines, "│ROW 3")
        assert shows(lines, "The buoy is gone.")


@pytest.mark.parametrize("key", ["tab", "enter"])
async def test_no_cable_stands_beside_a_list_of_nothing(key: str) -> None:
    async with Reader(FakeArchive()).run_test(size=LARGE) as pilot:
        await settle(pilot)
        cable = "05ANSELM101  2004-01-16"
        assert shows(await press(pilot, "j", "enter", "escape"), cable)
        lines = await press(pilot, "slash", *"zeppelin", key)
        assert shows(lines, "Nothing matches.")
        assert not shows(lines, cable)
        assert shows(await press(pilot, "tab"), cable)  # the one that was read last
        assert not shows(await press(pilot, "shift+tab"), cable)
        assert shows(await press(pilot, "escape"), cable)  # the list is as it was


async def test_from_a_list_of_nothing_alone_to_the_cable_that_was_read_last() -> None:
    async with Reader(FakeArchive()).run_test(size=SMALL) as pilot:
        await settle(pilot)
        lines = await press(pilot, "j", "enter", "escape", "slash", *"zeppelin", "tab", "tab", "j")
        assert lines[0].startswith("05ANSELM101  2004-01-16")


async def test_paragraphs_are_selected_and_copied(copied: list[str]) -> None:
    async with Reader(FakeArchive()).run_test(size=SMALL) as pilot:
        await settle(pilot)
        lines = await press(pilot, "j", "enter", "v", "}", "}")
        assert lines[23].startswith("} and { extend, y copies, Y with citation, Esc ends.")
        assert "3 selected" in lines[23]
        lines = await press(pilot, "y")
        assert lines[23].startswith("Copied paragraphs 1-3, ")
        assert copied[-1].count("\n\n") == 2
        lines = await press(pilot, "Y")
        assert lines[23].startswith("Copied paragraph 3 with citation, ")
        assert copied[-1].endswith(", paragraph 3.")


async def test_escape_ends_the_selection_and_then_the_reading() -> None:
    async with Reader(FakeArchive()).run_test(size=SMALL) as pilot:
        await settle(pilot)
        lines = await press(pilot, "enter", "v", "escape")
        assert "selected" not in lines[23]
        assert lines[0].startswith("04ANSELM100")
        assert (await press(pilot, "escape"))[0].startswith(" All cables")


async def test_only_paragraphs_with_a_hit() -> None:
    async with Reader(FakeArchive()).run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert shows(await press(pilot, "enter", "&"), "No hits to narrow to")
        lines = await press(pilot, "slash", *"salt", "enter", "&")
        assert lines[23].startswith("Only the 2 of 6 paragraphs with a hit")
        assert shows(lines, "1 paragraph without a hit")
        assert not shows(lines, "Point 4.")
        lines = await press(pilot, *"4G")
        assert shows(lines, "Point 4.")
        assert "hits only" not in lines[23]


async def test_a_reference_in_the_text_is_explained_and_followed() -> None:
    async with Reader(FakeArchive()).run_test(size=SMALL) as pilot:
        await settle(pilot)
        lines = await press(pilot, "j", "enter", "w")
        assert lines[23].startswith("04ANSELM100")
        lines = await press(pilot, "enter")
        assert lines[0].startswith("04ANSELM100")


async def test_what_is_missing_is_explained_and_shown_as_sent() -> None:
    async with Reader(FakeArchive()).run_test(size=SMALL) as pilot:
        await settle(pilot)
        lines = await press(pilot, "enter", *"5G")
        assert lines[23].startswith("The source seems to have lost text here")
        assert "as sent" in (await press(pilot, "enter"))[23]


class Editions(FakeArchive):
    """The second cable is another edition of the first."""

    def cable(self, address: str | int) -> Cable:
        if address != 1:
            return super().cable(address)
        cable = super().cable(0)
        first, *rest = cable.paragraphs
        first = replace(first, text=first.text.replace("pilots", "captains"))
        return replace(cable, paragraphs=(first, *rest))


@pytest.mark.parametrize(
    ("size", "left", "right"),
    [
        pytest.param(SMALL, "[-pilots-]", "{+captains+}", id="as one text"),
        pytest.param(LARGE, "[-pilots-]", "{+captains+}", id="side by side"),
    ],
)
async def test_compared(size: tuple[int, int], left: str, right: str) -> None:
    async with Reader(Editions()).run_test(size=size) as pilot:
        await settle(pilot)
        lines = await press(pilot, "=", "j", "=")
        assert shows(lines, left)
        assert shows(lines, right)
        assert "1 difference" in lines[size[1] - 1]
        await press(pilot, "escape")
        assert pilot.app.is_running


class Three(Editions):
    """The first cable has two other editions."""

    def cable(self, address: str | int) -> Cable:
        return super().cable(min(int(address), 1))

    def editions(self, key: int) -> tuple[CableRow, ...]:  # noqa: ARG002 - the archive's
        return tuple(self.row(number) for number in range(3))


async def test_of_several_editions_one_is_chosen() -> None:
    async with Reader(Three()).run_test(size=SMALL) as pilot:
        await settle(pilot)
        lines = await press(pilot, "enter")
        assert lines[0].split("  ")[-2].strip() == "3 editions"
        lines = await press(pilot, "escape", "=", "=")
        assert "Compare 04ANSELM100 with" in lines[0]
        assert [line.partition(":")[0] for line in lines[2:5]] == [" edition 2", " edition 3", ""]
        lines = await press(pilot, "enter")
        assert shows(lines, "Only in edition 2: [-words-]   only in the one that is read")
        assert shows(lines, "{+pilots+}")
        lines = await press(pilot, "escape", "=", "=", "down", "enter")
        assert shows(lines, "Only in edition 3")


async def test_what_is_compared_is_said_in_the_room_there_is() -> None:
    async with Reader(FakeArchive()).run_test(size=(40, 10)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "=", "j", "=")
        assert lines[0] == " [-04ANSELM100-] {+05ANSELM101+}"
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert screen(pilot)[0].startswith(" Only in 04ANSELM100: [-words-]   only in 05ANSELM")


@pytest.mark.parametrize("keys", ["", "s", "=", "s tab"])
async def test_resizing_a_comparison_keeps_what_is_at_the_top(keys: str) -> None:
    one = make_cable(0, paragraphs=12)
    changed = replace(one.paragraphs[7], text="Point 8, and no other.")
    other = replace(one, paragraphs=(*one.paragraphs[:7], changed, *one.paragraphs[8:]))
    async with Reader(FakeArchive(cables=[one, other])).run_test(size=(120, 12)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "=", "j", "=", "n", *keys.split())
        assert "8. The harbor" in lines[1]
        for size in ((80, 12), (200, 12), (40, 10), (120, 12)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert "8. The harbor" in screen(pilot)[1], size


async def test_two_texts_scroll_together_or_each_on_its_own() -> None:
    async with Reader(Editions()).run_test(size=(120, 12)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "=", "j", "=")
        before = lines[1]
        lines = await press(pilot, "s", "tab", "j", "j")
        assert lines[1][:58] == before[:58]
        assert lines[1][60:] != before[60:]
        lines = await press(pilot, "s")
        assert "side by side" in lines[11]
        lines = await press(pilot, "=")
        assert "as one text" in lines[11]


async def test_a_cable_with_hits_survives_any_change_of_size() -> None:
    async with Reader(FakeArchive()).run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "slash", *"salt", "enter")
        for size in ((160, 40), SMALL, (40, 10), LARGE):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert pilot.app.failures.messages == []


async def test_coming_back_shows_the_very_line_that_was_left() -> None:
    async with Reader(
        FakeArchive(cables=[make_cable(n, paragraphs=30) for n in range(3)])
    ).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = await press(pilot, "j", "enter", *"9Gjjj", "space", *"jj")
        away = await press(pilot, "o", "enter")
        assert away[:3] != before[:3]
        assert (await press(pilot, "backspace"))[:23] == before[:23]
        assert (await press(pilot, "alt+right"))[:23] == away[:23]


async def test_coming_back_marks_what_was_looked_for() -> None:
    async with Reader(FakeArchive()).run_test(size=SMALL) as pilot:
        await settle(pilot)
        before = await press(pilot, "j", "enter", "slash", *"salt", "enter", "n", "&", "k")
        assert shows(before, "hits only")
        away = await press(pilot, "o", "enter")
        assert not shows(away, "hits only")
        assert (await press(pilot, "backspace"))[:23] == before[:23]
        assert shows(await press(pilot, "n"), "of 2: salt")


async def test_coming_back_to_the_references_beside_the_text() -> None:
    async with Reader(FakeArchive()).run_test(size=(200, 60)) as pilot:
        await settle(pilot)
        before = await press(pilot, "j", "enter", "tab", "j", "j", "j")
        away = await press(pilot, "enter")
        assert away[:59] != before[:59]
        assert await press(pilot, "backspace") == before
