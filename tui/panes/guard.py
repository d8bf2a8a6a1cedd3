"""What panes need of Textual's messages: to be heard, and to survive an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message_pump import MessagePump
from textual.worker import get_current_worker

if TYPE_CHECKING:
    from textual.message import Message


def is_cancelled() -> bool:
    """Say whether what the worker does that this is called in is no longer wanted."""
    return get_current_worker().is_cancelled


class Guarded(MessagePump):
    """Goes on with the next message after an error in one.

    Textual ends the loop of a widget, and then the program, at the first exception in a handler.
    """

    def send(self, message: Message) -> None:
        """Post a message of one's own, from whatever handler this is called.

        Textual takes the widget whose handler runs for the sender, and stops a message at it.
        """
        self.post_message(message.set_sender(self))

    def answer(self, message: Message) -> None:
        """Send what a worker has found, or why it has not, unless that is no longer wanted."""
        if not is_cancelled():
            self.send(message)

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except Exception as error:  # noqa: BLE001 - whatever is wrong, the terminal must live
            self.app._handle_exception(error)  # noqa: SLF001 - Textual's own door for errors
