"""A working copy maps back to the raw text exactly, whatever was edited."""

from hypothesis import given
from hypothesis import strategies as st

from parser._model import Repair, RepairKind
from parser._working import Edit, Working


@st.composite
def mended(draw: st.DrawFn) -> Working:
    """A text after a few stages of edits anywhere in it."""
    working = Working(draw(st.text(alphabet="abc \n", max_size=30)))
    for _ in range(draw(st.integers(1, 4))):
        length = len(working.text)
        places = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
        pairs = zip(places[::2], places[1::2], strict=False)
        working.apply(
            [
                Edit(start, end, draw(st.sampled_from(["", "X", "YYY"])), RepairKind.DASH)
                for start, end in pairs
            ]
        )
    return working


def put(text: str, repairs: list[Repair], side: str) -> str:
    for repair in reversed(repairs):
        text = text[: repair.span.start] + getattr(repair, side) + text[repair.span.end :]
    return text


@given(mended())
def test_repairs_of_the_raw_text_give_the_copy(working: Working) -> None:
    assert put(working.raw, list(working.repairs()), "after") == working.text


@given(mended())
def test_putting_back_what_stood_there_gives_the_raw_text(working: Working) -> None:
    text = working.text
    for repair in working.repairs():
        start = repair.span.start
        assert text[start : start + len(repair.after)] == repair.after
        text = text[:start] + repair.before + text[start + len(repair.after) :]
    assert text == working.raw


@given(mended())
def test_positions_keep_their_order_and_stay_inside(working: Working) -> None:
    starts = [working.start(place) for place in range(len(working.text) + 1)]
    ends = [working.end(place) for place in range(len(working.text) + 1)]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= place <= len(working.raw) for place in starts + ends)


def test_an_untouched_letter_maps_to_itself() -> None:
    working = Working("the port \\\nwas closed")
    working.apply([Edit(9, 10, "", RepairKind.LINE_END)])
    start = working.text.index("closed")
    span = working.span(start, start + 6)
    assert working.raw[span.start : span.end] == "closed"
