"""The text of a cable, with a line cursor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.actions import SkipAction
from textual.message import Message

from tui.drawing.body import Form, Look
from tui.drawing.flow import Place
from tui.drawing.jottings import Jottings
from tui.drawing.line import EMPTY, Line, Piece, Role, TargetKind
from tui.drawing.page import Page
from tui.keys import key_of
from tui.panes.messages import CopyAsked, FollowAsked
from tui.panes.pane import Pane, bindings, repeated
from tui.quoting import citation, named, quoted
from tui.targets import explain
from tui.visit import Spot
from tui.wording import no_paragraph

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events

    from archive import Citations, ParagraphSpans
    from parser import Cable


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where the cursor is, and what is marked."""

    spot: Spot
    matches: ParagraphSpans
    is_narrowed: bool


class BodyPane(Pane, can_focus=True):
    """One cable's text, laid out only where it is looked at."""

    WHERE = "body"
    BINDINGS = bindings("body")

    @dataclass
    class Jumping(Message):
        """The cursor goes far: where it is."""

        position: int
        spot: Spot

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.cable: Cable | None = None
        self.form = Form.REFLOWED
        self.matches: ParagraphSpans = ()
        self.is_narrowed = False
        """Only the paragraphs with a hit are shown."""
        self.jottings = Jottings()
        self.citations: Citations | None = None
        """The references of the cable, to say whether what is cited is held."""
        self.page: Page | None = None
        self._start: int | None = None
        """The paragraph that the cable was opened at."""
        self._spot: Spot | None = None
        """The line that it is come back to."""
        self._is_moved = False
        """The user has moved in it since."""

    def show(
        self,
        cable: Cable,
        matches: ParagraphSpans = (),
        position: int | None = None,
        spot: Spot | None = None,
    ) -> None:
        """Show a cable from its top, or with the cursor on the first hit of a paragraph.

        At `spot`, where it is come back to: those alone that have a hit, if it was left so.
        """
        self.cable, self.matches, self._start, self.page = cable, matches, position, None
        self._spot = spot
        self._is_moved = False
        self.is_narrowed = spot is not None and spot.look.is_narrowed and bool(matches)
        self._lay_out()

    def mark(self, matches: ParagraphSpans) -> None:
        """Mark other matches, the place kept."""
        self.matches = matches
        self.is_narrowed = self.is_narrowed and bool(matches)
        self._lay_out()

    @property
    def spot(self) -> Spot | None:
        """The line of the cursor, to come back to after other cables."""
        if self.page is None:
            return None
        view = self.page.view
        return Spot(view.cursor, view.row, self.page.look)

    @property
    def bookmark(self) -> Bookmark | None:
        """Where the cursor is, to come back to."""
        spot = self.spot
        return None if spot is None else Bookmark(spot, self.matches, self.is_narrowed)

    def go_back(self, bookmark: Bookmark, matches: ParagraphSpans) -> None:
        """Put the cursor where it was, with what is marked now."""
        self.is_narrowed = bookmark.is_narrowed and matches == bookmark.matches
        self.mark(matches)
        if self.page is not None and self.is_narrowed == bookmark.is_narrowed:
            self._moving(lambda page: page.come_back(bookmark.spot))

    def change_form(self) -> Form:
        """Show the text in the next form, the paragraph under the cursor kept at its row."""
        self.form = self.form.next
        self._is_moved = True
        self._lay_out()
        return self.form

    def on_resize(self, _event: events.Resize) -> None:
        """Break the lines anew, the text under the cursor kept at its row.

        Where nobody has moved yet the start is shown anew: a cable is often shown before the panes
        around it have got their heights.
        """
        if not self._is_moved and self.size.width:
            self.page = None
        self._lay_out()

    def _lay_out(self) -> None:
        if self.cable is None or not self.size.width:
            return
        look = Look(
            cells=self.size.width,
            text_cells=self.settings.text_width,
            form=self.form,
            glyphs=self.glyphs,
            matches=dict(self.matches),
            jottings=self.jottings,
            is_narrowed=self.is_narrowed,
        )
        if self.page is not None:
            self.page = self.page.again(look, self.rows)
        else:
            self.page = Page(self.cable, look, self.rows)
            if self._spot is not None:
                self.page.come_back(self._spot)
            elif self._start is not None:
                self.page.go_to(self._start)
        self.refresh()
        self.changed()

    @property
    def position(self) -> str:
        """The paragraph, and how far down the text it is."""
        if self.page is None:
            return ""
        chosen = f"{len(self.page.selected)} selected  " if self.page.selected else ""
        return chosen + self.page.where(self.glyphs.paragraph)

    @property
    def eye(self) -> tuple[int, int] | None:
        """The cursor in the margin."""
        return (self.page.source.left, self.page.view.row) if self.page is not None else None

    def line(self, y: int) -> Line:
        """Draw a line, with the cursor in its margin."""
        if self.page is None:
            return EMPTY
        role = Role.KEY if self.has_focus else Role.DIM
        return self.page.draw(y, Piece(self.glyphs.cursor, role))

    def _moving(self, move: Callable[[Page], object]) -> object:
        """Let the page move, and paint what has changed: two rows, or everything."""
        if self.page is None:
            return None
        view = self.page.view
        top, row, cursor = view.top, view.row, view.cursor
        result = move(self.page)
        self._is_moved = True
        if view.top == top and self.page.anchor is None:
            self.refresh_rows(row, view.row)
        else:
            self.refresh()
        self.changed(is_moved=view.cursor != cursor)
        return result

    def go_to(self, position: int) -> None:
        """Put the cursor on a paragraph; all are shown again where it is not among the hits."""
        if self.page is not None and not self.page.source.shows(position):
            self.is_narrowed = False
            self._lay_out()
        self._moving(lambda page: page.go_to(position))

    def hit(self, by: int, *, from_here: bool = False) -> tuple[int, int] | None:
        """Go to the next or previous hit; return its number and their count, None at an end."""

        def step(page: Page) -> tuple[int, int] | None:
            return repeated(lambda one: page.to_hit(one, from_here=from_here), by)

        found = self._moving(step)
        return found if isinstance(found, tuple) else None

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is."""
        self._moving(lambda page: page.view.step(event.y - page.view.row))

    def wheel(self, by: int) -> None:
        """Move with the wheel."""
        self._moving(lambda page: page.view.scroll(by))

    def action_move(self, by: int) -> None:
        """Move by lines."""
        self._moving(lambda page: page.view.step(by))

    def action_page(self, by: int) -> None:
        """Move by pages, one line of the last page kept in sight."""
        self._moving(lambda page: page.view.scroll(by * max(self.rows - 1, 1)))

    def action_half(self, by: int) -> None:
        """Move by half pages."""
        self._moving(lambda page: page.view.scroll(by * max(self.rows // 2, 1)))

    def action_first(self, number: int = 0) -> None:
        """Go to the top, or to the paragraph of a number."""
        position = self.page.position_of(number) if self.page and number else None
        if not number or position is not None:
            self._jump()
        if not number:
            self._moving(lambda page: page.view.put(Place(0, 0), 0))
        elif position is None and self.cable is not None:
            self.notice(no_paragraph(self.cable, number))
        elif position is not None:
            self.go_to(position)

    def action_last(self) -> None:
        """Go to the end."""
        self._jump()
        self._moving(lambda page: page.view.put(page.view.flow.end, self.rows - 1))

    def _jump(self) -> None:
        """Tell where the cursor is before it goes far."""
        if self.page is not None and (spot := self.spot) is not None:
            self.send(self.Jumping(self.page.paragraph, spot))

    def action_paragraph(self, by: int) -> None:
        """Go to the next or previous paragraph."""
        self._moving(lambda page: repeated(page.to_paragraph, by))

    def action_heading(self, by: int) -> None:
        """Go to the next or previous heading."""
        if not self._moving(lambda page: repeated(page.to_heading, by)):
            self.notice("No more headings that way.")

    # What stands at the cursor

    @property
    def meaning(self) -> str:
        """What stands at the cursor, in words; while paragraphs are selected, what can be done."""
        if self.page is not None and self.page.anchor is not None:
            return _ways_on()
        target = self.page.target if self.page else None
        return explain(target, self.citations) if target else ""

    def action_aim(self, by: int) -> None:
        """Go to the next or previous thing to follow, or that is explained."""
        if not self._moving(lambda page: repeated(page.to_target, by)):
            self.notice("No more references or remarks that way.")

    def action_follow(self) -> None:
        """Follow the reference at the cursor; show as sent what is remarked on."""
        target = self.page.target if self.page else None
        if target is None:
            self.notice("There is no reference on this line.")
        elif target.kind is TargetKind.REMARK:
            self.form = Form.RAW if self.form is Form.AS_SENT else Form.AS_SENT
            self._lay_out()
            self.notice(f"Text: {self.form.value}.")
        else:
            self.send(FollowAsked(target))

    # Choosing paragraphs

    def action_select(self) -> None:
        """Begin a selection at the paragraph under the cursor, or end it."""
        if self.page is None or not self.page.cable.paragraphs:
            return
        if self.page.anchor is not None:
            self._unselect()
            return
        self.page.anchor = self.page.paragraph
        self._is_moved = True
        self.refresh()
        self.changed()

    def action_unselect(self) -> None:
        """End the selection; without one the key is for whoever else wants it."""
        if self.page is None or self.page.anchor is None:
            raise SkipAction
        self._unselect()

    def _unselect(self) -> None:
        if self.page is not None:
            self.page.anchor = None
        self.refresh()
        self.changed()

    def action_copy(self, what: str) -> None:
        """Copy the paragraphs that are selected, or the one of the cursor; or with citation."""
        if self.page is None or not self.page.cable.paragraphs:
            return
        cable, positions = self.page.cable, self.page.selected or [self.page.paragraph]
        text, name = quoted(cable, positions), named(cable, positions)
        if what == "citation":
            text, name = f"{text}\n\n{citation(cable, positions)}", f"{name} with citation"
        self._unselect()
        self.send(CopyAsked(text, name))

    def narrow(self) -> bool:
        """Show only the paragraphs with a hit, or all again; say whether it is only those."""
        self.is_narrowed = bool(self.matches) and not self.is_narrowed
        self._lay_out()
        return self.is_narrowed


def _ways_on() -> str:
    """Say which keys are for the paragraphs that are selected."""
    names = ("paragraph-after", "paragraph-before", "copy", "copy-more", "unselect")
    after, before, copy, cite, end = (key_of(f"body.{name}") for name in names)
    return f"{after} and {before} extend, {copy} copies, {cite} with citation, {end} ends."
