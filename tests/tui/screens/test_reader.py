"""The reader as somebody uses it: keys in, lines of the screen out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.tui.fake_archive import FakeArchive
from tests.tui.screens.driving import press, screen, settle, shows
from tui.app import Reader
from tui.drawing.glyphs import UNICODE
from tui.panes.lister import Lister
from tui.settings import Settings

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from archive import Results

SIZES = [(80, 24), (120, 40), (200, 60)]


@pytest.mark.parametrize("size", [*SIZES, (40, 10), (20, 5), (1, 1)])
async def test_opens_reads_and_quits_at_any_size(size: tuple[int, int]) -> None:
    app = Reader(FakeArchive())
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(
            pilot, "j", "enter", "space", "H", "R", "R", "escape", "question_mark", "escape"
        )
        assert app.is_running
        await press(pilot, "q")
    assert app.return_code == 0


async def test_one_part_at_a_time_on_80_columns() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = screen(pilot)
        assert lines[0].startswith(" All cables")
        assert "04ANSELM100" in lines[1]
        lines = await press(pilot, "j", "enter")
        assert lines[0].startswith("05ANSELM101  2004-01-16 14:22Z")
        assert not shows(lines, "All cables")
        lines = await press(pilot, "escape")
        assert lines[0].startswith(" All cables")
        assert lines[23].endswith("2/60")


@pytest.mark.parametrize("size", [(120, 40), (200, 60)])
async def test_list_and_text_side_by_side(size: tuple[int, int]) -> None:
    async with Reader(FakeArchive()).run_test(size=size) as pilot:
        await settle(pilot)
        lines = await press(pilot, "j", "enter")
        assert shows(lines, "All cables")
        assert shows(lines, "05ANSELM101  2004-01-16 14:22Z")


async def is_beside(pilot: Pilot[None], header: str) -> bool:
    """Say whether a cable comes beside the list once its cursor has rested."""
    for _ in range(100):
        await settle(pilot)
        if shows(screen(pilot), header):
            return True
        await pilot.pause(0.05)
    return False


async def test_the_cable_beside_the_list_is_the_one_under_its_cursor() -> None:
    async with Reader(FakeArchive()).run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "j", "enter", "escape", "j", "tab")  # before the cursor rests
        assert shows(lines, "06ANSELM102  2004-01-27")
        await press(pilot, "escape", "z", "j", "z")
        assert await is_beside(pilot, "07ANSELM103  2004-02-07")


async def test_where_there_is_room_again_the_cable_under_the_cursor_is_beside_the_list() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "escape", "j")
        while pilot.app.screen.query_one(Lister).is_offering:  # the cursor does not rest yet
            await pilot.pause(0.05)
        await pilot.resize_terminal(120, 40)
        assert await is_beside(pilot, "05ANSELM101  2004-01-16")


async def test_search_read_and_come_back_to_the_same_place() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = await press(pilot, *"jjjjjjjjjjjjjjjjjjjjjjjjj")
        found = await press(pilot, "slash", *"salt", "down")
        assert found[0].startswith(" salt")
        read = await press(pilot, "enter")
        assert read[0].startswith("05ANSELM101")
        assert shows(read, "salt warehouses")
        again = await press(pilot, "escape")
        assert again[:23] == found[:23]
        assert again[23].endswith("2/60")
        assert await press(pilot, "escape") == before


async def test_a_cancelled_search_leaves_everything_as_it_was() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = await press(pilot, *"jjj")
        assert await press(pilot, "slash", *"salt", "escape") == before


async def test_a_query_that_is_not_understood_leaves_everything_as_it_was() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = await press(pilot, *"jjj")
        lines = await press(pilot, "slash", *"date:9", "enter")
        assert lines[:23] == before[:23]
        assert lines[23].startswith("date:9 is no date")
        assert await press(pilot, "j", "k") == before


async def test_hits_go_on_in_the_next_cable() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"salt", "enter")
        lines = await press(pilot, "n")
        assert lines[0].startswith("04ANSELM100")
        lines = await press(pilot, "n")
        assert lines[0].startswith("05ANSELM101")


async def test_next_cable_takes_the_index_along() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "J", "J")
        lines = await press(pilot, "K")
        assert lines[0].startswith("05ANSELM101")
        lines = await press(pilot, "escape")
        assert lines[23].endswith("2/60")


async def test_find_in_a_cable() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "enter", "slash", *"letter", "enter")
        assert lines[23].startswith("6 found: letter")
        lines = await press(pilot, "slash", *"zeppelin", "enter")
        assert lines[23].startswith("Not in this cable: zeppelin")


async def test_a_paragraph_by_its_number() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "enter", "5", "G")
        assert "¶5/6" in lines[23]
        lines = await press(pilot, "9", "9", "g")
        assert lines[23].startswith("This cable has no paragraph 99: its last is 6.")


@pytest.mark.parametrize(
    ("address", "first"),
    [
        pytest.param("06ANSELM108", "06ANSELM108", id="an id"),
        pytest.param("06ANSELM108#4", "06ANSELM108", id="a paragraph"),
    ],
)
async def test_go_to_an_address(address: str, first: str) -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "colon")
        await pilot.press(*address)
        lines = await press(pilot, "enter")
        assert lines[0].startswith(first)
        if "#" in address:
            assert "¶4/6" in lines[23]


@pytest.mark.parametrize(
    ("typed", "line", "shown"),
    [
        pytest.param("sort subject", 0, "by subject", id="sort"),
        pytest.param("search salt", 0, " salt", id="search"),
        pytest.param("last", 23, "60/60", id="a command of the pane"),
        pytest.param("help mouse", 2, "Mouse on, off.", id="help"),
        pytest.param("topics snar", 1, "snar", id="topics"),
        pytest.param("wat", 23, "No command is called 'wat'", id="unknown"),
    ],
)
async def test_a_typed_command(typed: str, line: int, shown: str) -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "colon", *typed, "enter")
        assert shown in lines[line]


async def test_a_typed_command_is_completed() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "colon", *"so", "tab")
        assert lines[23] == ":sort"
        await press(pilot, *" c", "tab")
        lines = await press(pilot, "tab")
        assert lines[23] == ":sort classification"
        lines = await press(pilot, "enter")
        assert "by classification" in lines[0]


async def test_a_paragraph_of_the_cable_that_is_read() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "enter", "colon", "4", "enter")
        assert "¶4/6" in lines[23]


async def test_the_next_cable_after_an_address_is_the_next_of_the_list() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "colon", *"06ANSELM108", "enter", "J")
        assert lines[0].startswith("07ANSELM109")


async def test_an_unknown_address_is_a_sentence() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "colon", *"09xx", "enter")
        assert lines[23].startswith("No cable '09xx' in this archive")


async def test_resizing_keeps_the_paragraph() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "4", "g", "j")
        for size in [(120, 40), (60, 12), (200, 60), (30, 8), (80, 24)]:
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert "¶4/6" in screen(pilot)[-1] or size[0] < 40
        assert "¶4/6" in screen(pilot)[-1]


async def test_help_lists_finds_and_closes() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "question_mark")
        assert shows(lines, "Next row or line.")
        lines = await press(pilot, *"topmost zz")
        assert shows(lines, "No such command.")
        lines = await press(pilot, "escape")
        assert lines[0].startswith(" All cables")


async def test_help_says_all_of_the_command_under_the_cursor() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "question_mark", *"export")
        assert lines[3].startswith(" Space ")
        assert lines[22].startswith(" Write what is marked of the list, or all of it")
        lines = await press(pilot, "down")
        assert lines[3].startswith(" Space ")
        assert lines[22].endswith("for those marked")


async def test_the_paragraphs_are_ascii_where_that_is_asked_for() -> None:
    app = Reader(FakeArchive(), settings=Settings(is_ascii=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for keys in (("j", "enter", "O"), ("escape", "o"), ("escape", "c")):
            lines = await press(pilot, *keys)
            assert all(line.isascii() for line in lines)


@pytest.mark.parametrize(
    ("typed", "first"),
    [("export", ":export FILE"), ("J", "J"), ("~", "~"), ("ctrl+r", "Ctrl+R"), ("zo", "z")],
)
async def test_help_has_what_is_named_before_what_speaks_of_it(typed: str, first: str) -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "?", *typed)
        assert lines[2].startswith(f" {first} ")


async def test_help_runs_what_is_chosen() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "question_mark", *"last row", "enter")
        assert lines[23].endswith("60/60")


async def test_a_hundred_thousand_cables_are_not_read_to_show_the_first() -> None:
    class Counting(FakeArchive):
        read = 0

        def row(self, key: int):
            self.read += 1
            return super().row(key)

    async with Reader(Counting(2000)).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "G")
        assert lines[23].endswith("2,000/2,000")


async def test_a_cable_that_is_not_held_has_a_page_of_who_cites_it() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "colon", *"09anselm99", "enter")
        assert lines[0] == " 09ANSELM99 is not held"
        assert lines[1:3] == [" 1 cable cites it in 1 place.", " Likely sent by 2004-01-05."]
        assert shows(lines, "04ANSELM100      REF line")
        read = await press(pilot, "enter")
        assert read[0].startswith("04ANSELM100")
        assert await press(pilot, "backspace") == lines
        lines = await press(pilot, "escape")
        assert lines[0].startswith(" All cables")


async def test_a_paragraph_of_a_cable_that_is_not_held_is_its_page() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "colon", *"09anselm99#2", "enter")
        assert lines[0] == " 09ANSELM99 is not held"


async def test_the_neighbours_of_a_cable_that_is_not_held() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "colon", *"09anselm99", "enter")
        lines = await press(pilot, "(")
        assert lines[23].startswith("No cable of this post and year is held that way.")
        lines = await press(pilot, ")")
        assert lines[0].startswith("04ANSELM100")


async def test_a_thread_and_back_to_the_row() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = await press(pilot, "j", "j", "enter", "3", "G")
        lines = await press(pilot, "O")
        assert lines[0] == " Thread of 06ANSELM102: 6 cables, 1 not held, 3 levels"
        assert shows(lines, "├→ A. 05ANSELM101")
        less = await press(pilot, "-", "-")
        assert less[0] == " Thread of 06ANSELM102: 3 cables, 1 level"
        tree = await press(pilot, "j")
        read = await press(pilot, "enter")
        assert read[0].startswith("05ANSELM101")
        assert await press(pilot, "backspace") == tree
        assert await press(pilot, "backspace") == before


async def test_references_go_there_and_back() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = await press(pilot, "j", "enter", "3", "G")
        lines = await press(pilot, "o")
        assert shows(lines, "A. 04ANSELM100")
        lines = await press(pilot, "enter")
        assert lines[0].startswith("04ANSELM100")
        lines = await press(pilot, "backspace")
        assert lines[:23] == before[:23]
        lines = await press(pilot, "alt+right")
        assert lines[0].startswith("04ANSELM100")


async def test_paragraphs_of_a_query() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"salt", "tab")
        cables = await press(pilot, "j")
        lines = await press(pilot, "p")
        assert lines[0].endswith("120 paragraphs  by rank")
        assert lines[1] == " 60 cables with all of: salt"
        assert "05ANSELM101" in lines[3]
        assert lines[23].endswith("2/120")
        lines = await press(pilot, "j", "enter")
        assert lines[0].startswith("06ANSELM102")
        lines = await press(pilot, "escape")
        assert lines[23].endswith("3/120")
        lines = await press(pilot, "p")
        assert lines[0].endswith("60 cables  by rank")
        assert lines[23].endswith("3/60")
        await press(pilot, "k", "p")
        assert await press(pilot, "escape") == cables


async def test_both_views_are_narrowed_and_sorted() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"salt", "tab", "p", "ampersand", *"ships", "tab")
        lines = screen(pilot)
        assert lines[0].startswith(f" salt {UNICODE.crumb} ships ")
        assert "paragraphs" in lines[0]
        best = lines[2].split()[1:]
        lines = await press(pilot, "O")
        assert lines[0].endswith("paragraphs  by rank reversed")
        assert lines[2].split()[1:] != best


async def test_a_paragraph_that_is_not_there_is_said() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "colon", *"06ANSELM108#99", "enter")
        assert lines[0].startswith("06ANSELM108")
        assert lines[23].startswith("This cable has no paragraph 99: its last is 6.")
        await press(pilot, "3", "G")
        lines = await press(pilot, "colon", *"42", "enter")
        assert lines[23].startswith("This cable has no paragraph 42: its last is 6.")
        assert "¶3/6" in lines[23]


async def test_every_difference_comes_to_the_top() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "=", "j", "=")
        count = int(lines[23].split("/")[1].split()[0])
        lines = await press(pilot, *"n" * (count - 1))
        assert f"{count}/{count} difference" in lines[23]
        lines = await press(pilot, "n")
        assert lines[23].startswith("No more differences that way.")


async def test_without_a_query_there_are_no_paragraphs() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "p")
        assert lines[23].startswith("Nothing is searched for")


async def test_a_value_of_the_header_is_explained_and_narrows() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        lines = await press(pilot, "shift+tab", *"jjjjjjj")
        assert lines[39].startswith("ELAB is ")
        lines = await press(pilot, "enter")
        assert "tag:ELAB" in lines[0]


async def test_any_narrowing_can_be_dropped() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"salt", "tab", "ampersand", *"point", "tab")
        lines = await press(pilot, "-", *"salt", "enter")
        assert lines[0].startswith(" point ")
        lines = await press(pilot, "escape")
        assert lines[0].startswith(f" salt {UNICODE.crumb} point ")


async def test_what_is_suggested_is_asked() -> None:
    class Suggesting(FakeArchive):
        def search(self, query: str, *rest: object, **more: object) -> Results:
            return replace(super().search(query, *rest, **more), suggestion="salt")

    async with Reader(Suggesting()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        lines = await press(pilot, "~")
        assert lines[23].startswith("Nothing else is suggested.")
        lines = await press(pilot, "slash", *"slat", "tab")
        assert lines[1].startswith(" ~ did you mean salt")
        lines = await press(pilot, "~")
        assert lines[0].startswith(" salt ")


async def test_facets_sort_and_steps_back() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "f", *"prel", "enter")
        lines = await press(pilot, "o", *"subject", "enter")
        assert lines[0].startswith(" tag:PREL")
        assert "by subject" in lines[0]
        lines = await press(pilot, "O")
        assert "by subject reversed" in lines[0]
        lines = await press(pilot, "escape")
        assert lines[0].startswith(" All cables")


async def test_months_are_looked_at_widened_and_kept() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        every = await press(pilot, "slash", *"salt", "tab")
        lines = await press(pilot, ">")
        assert lines[0].startswith(f" salt {UNICODE.crumb} date:2004-01 ")
        assert lines[23].startswith("2004-01: 7 cables.")
        lines = await press(pilot, "+", "+", ">")
        assert lines[0].startswith(f" salt {UNICODE.crumb} date:2004-04..2004-06 ")
        assert lines[22].endswith("2004-04..2004-06: 17")
        lines = await press(pilot, "enter")
        assert lines[23].startswith("Kept date:2004-04..2004-06")
        lines = await press(pilot, "_")
        assert lines[0].startswith(f" salt {UNICODE.crumb} date:2004-04..2004-06 {UNICODE.crumb} ")
        await press(pilot, "escape")
        assert (await press(pilot, "escape"))[:23] == every[:23]


async def test_each_question_has_its_own_sign() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key, sign in [("colon", ":"), ("slash", "/"), ("ampersand", "&")]:
            lines = await press(pilot, key, "s")
            assert lines[23].startswith(f"{sign}s")
            await press(pilot, "escape")


async def test_a_pane_is_told_of_its_room_whoever_looked_at_the_layout_before() -> None:
    async with Reader(FakeArchive()).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        reading = pilot.app.screen.reading
        reading.header.change_size()
        reading.header._check_refresh()  # asks the screen for a layout, which is still to come
        compositor = pilot.app.screen._compositor
        compositor._full_map_invalidated = True  # as a hidden pane does that is to be painted
        high = compositor.full_map[reading.header].region.height
        await settle(pilot)
        assert reading.header.size.height == high > 3
        assert reading.body.page.view.height == reading.body.size.height == 24 - high - 2
