"""The text of a cable, with a line cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parser import clean, clean_line
from tui.drawing.body import Form, Jottings, Look
from tui.drawing.flow import Place
from tui.drawing.line import EMPTY, Line, Piece, Role
from tui.drawing.page import Page
from tui.panes.messages import CopyAsked, FollowAsked
from tui.panes.pane import Pane, bindings

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events

    from parser import Cable
    from tui.opened import Matches


class BodyPane(Pane, can_focus=True):
    """One cable's text, laid out only where it is looked at."""

    WHERE = "body"
    BINDINGS = bindings("body")

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.cable: Cable | None = None
        self.form = Form.REFLOWED
        self.matches: Matches = ()
        self.jottings = Jottings()
        self.page: Page | None = None
        self._waiting: int | None = None
        self._count = ""

    def show(self, cable: Cable, matches: Matches = (), position: int | None = None) -> None:
        """Show a cable from its top, or with the cursor on the first hit of a paragraph."""
        self.cable, self.matches, self._waiting, self.page = cable, matches, position, None
        self._lay_out()

    def mark(self, matches: Matches) -> None:
        """Mark other matches, the place kept."""
        self.matches = matches
        self._lay_out()

    def change_form(self) -> Form:
        """Show the text in the next form, the paragraph under the cursor kept at its row."""
        self.form = self.form.next
        self._lay_out()
        return self.form

    def on_resize(self, _event: events.Resize) -> None:
        """Break the lines anew, the text under the cursor kept at its row."""
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
        )
        if self.page is None:
            self.page = Page(self.cable, look, self.rows)
        else:
            self.page = self.page.again(look, self.rows)
        if self._waiting is not None:
            self.page.go_to(self._waiting)
            self._waiting = None
        self.refresh()
        self.changed()

    @property
    def position(self) -> str:
        """The paragraph, and how far down the text it is."""
        return self.page.where(self.glyphs.paragraph) if self.page else ""

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
        top, row = view.top, view.row
        result = move(self.page)
        if view.top == top:
            self.refresh_rows(row, view.row)
        else:
            self.refresh()
        self._count = ""
        self.changed()
        return result

    def go_to(self, position: int) -> None:
        """Put the cursor on a paragraph."""
        self._moving(lambda page: page.go_to(position))

    def hit(self, by: int) -> tuple[int, int] | None:
        """Go to the next or previous hit; return its number and their count, None at an end."""
        found = self._moving(lambda page: page.to_hit(by))
        return found if isinstance(found, tuple) else None

    def on_key(self, event: events.Key) -> None:
        """Collect the number of `7G`."""
        if event.character and event.character in "0123456789":
            self._count = (self._count + event.character).lstrip("0")[:6]
            event.stop()
            event.prevent_default()

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

    def action_first(self) -> None:
        """Go to the top, or to the paragraph whose number was typed."""
        if not self._numbered():
            self._moving(lambda page: page.view.put(Place(0, 0), 0))

    def action_last(self) -> None:
        """Go to the end, or to the paragraph whose number was typed."""
        if not self._numbered():
            self._moving(lambda page: page.view.put(page.view.flow.end, self.rows - 1))

    def _numbered(self) -> bool:
        """Go to the paragraph whose number was typed; False when none was."""
        if not self._count:
            return False
        number = int(self._count)
        if not self._moving(lambda page: page.number(number)):
            self.notice(f"This cable has no paragraph {number}.")
        return True

    def action_paragraph(self, by: int) -> None:
        """Go to the next or previous paragraph."""
        self._moving(lambda page: page.to_paragraph(by))

    def action_heading(self, by: int) -> None:
        """Go to the next or previous heading."""
        if not self._moving(lambda page: page.to_heading(by)):
            self.notice("No more headings that way.")

    def action_follow(self) -> None:
        """Follow the reference under the cursor."""
        if self.page is None:
            return
        if found := self.page.targets():
            self.send(FollowAsked(found[0]))
        else:
            self.notice("There is no reference on this line.")

    def action_copy(self, what: str) -> None:
        """Copy the paragraph under the cursor, or the paragraph with its citation."""
        if self.page is None or self.cable is None or not self.cable.paragraphs:
            return
        text = clean(self.cable.paragraphs[self.page.paragraph].text)
        if what == "citation":
            text = f"{text}\n\n{citation(self.cable, self.page.name)}"
        self.send(CopyAsked(text, self.page.name))


def citation(cable: Cable, name: str) -> str:
    """Write the source of a paragraph as a footnote would have it."""
    parts = [
        cable.origin,
        f'"{cable.subject}"' if cable.subject else None,
        cable.reference_id,
        cable.created.strftime("%d %B %Y").lstrip("0") if cable.created else None,
        str(cable.classification) if cable.classification else None,
        name,
    ]
    return clean_line(", ".join(part for part in parts if part)) + "."
