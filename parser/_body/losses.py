"""Places where a source lost the last line of a paragraph.

Some publishers dropped every line of one word. Nothing is invented: the place is marked. A
paragraph without its full stop is one sign; that its last line was full, so that one word more made
a new line, is the second; the third is that the text has no line of one word anywhere, or that it
stops at a word no sentence ends with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from parser._tables import word_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parser._body.layout import Draft

_LONGEST_WORD: Final = 12
_LONGEST_LINE: Final = 100


def find_losses(text: str, drafts: Sequence[Draft]) -> Iterator[int]:
    """Give the index of each paragraph that seems to have lost its end."""
    suspects = [
        place
        for place, draft in enumerate(drafts[:-1])
        if draft.blocks and _stops_short(text, draft)
    ]
    if not suspects:
        return
    lines = [line.strip() for line in text[drafts[0].start : drafts[-1].start].split("\n")]
    width = max(map(len, lines))
    if width > _LONGEST_LINE:
        return
    loses_words = not any(line and " " not in line and line[-1] in ".,;" for line in lines)
    for place in suspects:
        end = drafts[place].blocks[-1].end
        last = text[text.rfind("\n", 0, end) + 1 : end].strip()
        is_unfinished = last.rpartition(" ")[2].lower() in word_list("unfinished")
        if len(last) + 1 + _LONGEST_WORD > width and (loses_words or is_unfinished):
            yield place


def _stops_short(text: str, draft: Draft) -> bool:
    """Say whether a paragraph of several lines has no end of a sentence."""
    start, end, is_row = draft.blocks[-1]
    last = text[end - 1 : end]
    return (last.isalnum() or last == ",") and not is_row and "\n" in text[start:end]
