"""Whole journeys in a real terminal, from opening the archive to leaving it.

Each is one story; what single keys do is tested elsewhere.
"""

from __future__ import annotations

import base64
import os
import re
import signal
from typing import TYPE_CHECKING

from tests.end_to_end.conftest import SAMPLES
from tui.drawing.glyphs import UNICODE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.terminal import Terminal

ESC, ENTER, BACKSPACE, STOP = "\x1b", "\r", "\x7f", "\x1a"
LEMONS = "12 cables  by rank"


def see(reader: Terminal, *texts: str) -> None:
    """Wait until all of some texts are on the screen together."""
    reader.wait(lambda: all(text in reader.text for text in texts))


def steps(*texts: str) -> str:
    """Return what the bar says of narrowings one after another."""
    return f" {UNICODE.crumb} ".join(texts)


def do(reader: Terminal, keys: str, *texts: str) -> None:
    """Press keys, and see what they bring."""
    reader.press(keys)
    see(reader, *texts)


def leave(reader: Terminal) -> None:
    """Quit, with the terminal given back as it was."""
    reader.press("Q")
    assert reader.wait_end() == 0
    assert reader.raw.endswith(b"\x1b[?1049l") or b"\x1b[?1049l" in reader.raw


def copied(reader: Terminal) -> str:
    """Return what was put on the clipboard last."""
    texts = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)", reader.raw)
    return base64.b64decode(texts[-1]).decode() if texts else ""


def position(reader: Terminal) -> str:
    """Return what the last line says of the place."""
    return reader.lines[-1].rpartition(" ")[2]


def test_from_a_misspelt_topic_to_where_i_was(
    start: Callable[..., Terminal], samples: Path
) -> None:
    reader = start(samples)
    see(reader, "63 cables")
    do(reader, "/narcotcis trafficing", "did you mean narcotics trafficking", "6 cables")
    do(reader, ENTER, "07LANTERNA412  2007-06-25", "narcotics")
    do(reader, "o", "References", "07SALTMARKET31")
    do(reader, ENTER, "07SALTMARKET31  2007-03-06", "LEMONS THAT WEIGH TOO MUCH")
    do(reader, BACKSPACE, "07LANTERNA412  2007-06-25")
    do(reader, "2Gs", "Starred.")
    do(reader, "}", "★ 2 C")
    reader.press("q")
    reader.wait(lambda: position(reader) == "1/6")
    reader.press("q")
    assert reader.wait_end() == 0
    again = start(samples)
    see(again, "narcotcis trafficing", "1/6")
    do(again, ENTER, "07LANTERNA412  2007-06-25", "★ 2 C")
    leave(again)


def test_narrowing_step_by_step_and_dropping_any_step(reader: Terminal) -> None:
    do(reader, "t", "Topics:")
    do(reader, "narcotics", "tag      SNAR")
    do(reader, ENTER, "tag:SNAR", "14 cables")
    do(reader, "f", "Narrow", "leave out")
    do(reader, "embassy lanterna", "Embassy Lanterna")
    do(reader, ENTER, steps("tag:SNAR", 'from:"Embassy Lanterna"'))
    inside = int(reader.lines[0].split(" cables")[0].split()[-1])
    do(reader, "f", "Narrow")
    do(reader, "confidential", "CONFIDENTIAL")
    do(reader, "\x18", '-class:"CONFIDENTIAL"', "not class")
    do(reader, "-", "Drop a narrowing")
    do(reader, "from", 'from:"Embassy Lanterna"')
    do(reader, ENTER, steps("tag:SNAR", '-class:"CONFIDENTIAL"'))
    reader.press(ESC)
    see(reader, steps("tag:SNAR", 'from:"Embassy Lanterna"', '-class:"CONFIDENTIAL"'))
    reader.press(ESC)
    see(reader, f"{inside} cables")
    reader.press(ESC)
    see(reader, "14 cables")
    reader.press(ESC)
    see(reader, "All cables", "63 cables")
    leave(reader)


def test_the_months_of_a_subject(reader: Terminal) -> None:
    do(reader, "/lemons\t", LEMONS, "2006-03")
    do(reader, ">", steps("lemons", "date:2006-03"), "1 cable ")
    do(reader, ">", steps("lemons", "date:2007-03"))
    do(reader, "+++", steps("lemons", "date:2007-03..2007-08"), "3 cables")
    do(reader, ENTER, "Kept date:2007-03..2007-08")
    do(reader, ENTER, "2007-0")
    reader.press(ESC)
    see(reader, steps("lemons", "date:2007-03..2007-08"))
    reader.press(ESC)
    reader.wait(lambda: LEMONS in reader.text and "date:" not in reader.text)
    leave(reader)


def test_paragraphs_and_cables_are_one_result(reader: Terminal) -> None:
    do(reader, "/lemons\t", LEMONS)
    do(reader, "p", "16 paragraphs  by rank", "12 cables with", "¶5 Comment: Lemons float")
    do(reader, "&rusk\t", steps("lemons", "rusk"), "paragraphs  by rank")
    do(reader, ENTER, "08LANTERNA77  2008-02-04", "¶1/5")
    reader.press(ESC)
    see(reader, steps("lemons", "rusk"), "paragraphs  by rank")
    reader.press(ESC)
    see(reader, "16 paragraphs  by rank")
    do(reader, "p", LEMONS)
    leave(reader)


def test_a_word_that_stands_in_a_subject_alone(reader: Terminal) -> None:
    do(reader, "/vinegra", "did you mean vinegar", "1 cable", "subject UN DRUG OFFICE ASKS WHO")
    do(reader, ENTER, "07UNVIEVIENNA402  2007-11-14", "¶1/3")
    reader.press(ESC)
    see(reader, "vinegra", "subject UN DRUG OFFICE ASKS WHO")
    leave(reader)


def test_a_cable_that_is_not_held(reader: Terminal) -> None:
    do(reader, ":09 lanterna 118\r", "09LANTERNA118 is not held", "3 cables cite it in 5 places")
    see(reader, "Likely sent between 2009-04-15 and 2009-04-20")
    reader.press("jjjjj")
    reader.wait(lambda: position(reader) == "12/28")
    do(reader, ENTER, "09LANTERNA119  2009-04-20")
    do(reader, BACKSPACE, "09LANTERNA118 is not held")
    reader.wait(lambda: position(reader) == "12/28")
    do(reader, "(", "09LANTERNA117  2009-04-15")
    reader.press(BACKSPACE)
    see(reader, "09LANTERNA118 is not held")
    reader.press(ESC)
    see(reader, "63 cables")
    leave(reader)


def test_along_a_thread_and_a_series(reader: Terminal) -> None:
    do(reader, ":08LANTERNA233\r", "08LANTERNA233  2008-07-28")
    do(reader, "O", "Thread of 08LANTERNA233: 21 cables, 3 levels")
    do(reader, "-", "2 levels")
    reader.press("j")
    reader.wait(lambda: position(reader).startswith("2/"))
    do(reader, ENTER, "08LANTERNA77  2008-02-04")
    do(reader, BACKSPACE, "Thread of 08LANTERNA233", "2 levels")
    reader.wait(lambda: position(reader).startswith("2/"))
    reader.press(ESC)
    see(reader, "08LANTERNA233  2008-07-28")
    do(reader, "(", "08LANTERNA78  2008-02-05", "154 of its serials between are not held")
    do(reader, ")", "08LANTERNA233  2008-07-28")
    do(reader, "J", "08HALVGARD277  2008-09-26")
    leave(reader)


def test_two_cables_side_by_side(start: Callable[..., Terminal], samples: Path) -> None:
    reader = start(samples, size=(130, 40))
    see(reader, "63 cables")
    do(reader, ":09LANTERNA117\r=", "09LANTERNA117 is kept")
    do(reader, ":09LANTERNA205\r", "09LANTERNA205  2009-07-07")
    do(reader, "=", "Only in 09LANTERNA117", "only in 09LANTERNA205", "side by side")
    do(reader, "nn", "3/7 differences")
    do(reader, "=", "as one text")
    reader.press(ESC)
    see(reader, "09LANTERNA205  2009-07-07", "63 cables")
    leave(reader)


def test_two_editions_of_one_cable(start: Callable[..., Terminal], tmp_path: Path) -> None:
    page = next(SAMPLES.rglob("07LANTERNA412.html"))
    text = page.read_text()
    assert "eleven bricks" in text
    for name, edition in (("one", text), ("other", text.replace("eleven bricks", "XXXX bricks"))):
        folder = tmp_path / name
        folder.mkdir()
        (folder / page.name).write_text(edition)
        bring = start("import", folder, "--archive", tmp_path / "archive")
        assert bring.wait_end() == 0
    reader = start(tmp_path / "archive")
    see(reader, "1 cable ")
    do(reader, ENTER, "07LANTERNA412  2007-06-25", "XXXX")
    do(reader, "=", "07LANTERNA412 is kept")
    do(reader, "=", "Only in the other edition", "[-eleven-]", "{+XXXX+}")
    do(reader, "n", "1/1 difference")
    reader.press(ESC)
    see(reader, "07LANTERNA412  2007-06-25")
    leave(reader)


def test_a_quotation_with_its_source(reader: Terminal) -> None:
    do(reader, ":10LANTERNA9\r", "10LANTERNA9  2010-01-12")
    do(reader, "2Gv}", "2 selected")
    do(reader, "Y", "Copied")
    reader.wait(lambda: copied(reader))
    quotation = copied(reader)
    assert quotation.count("\n\n") >= 2
    assert quotation.endswith(
        '10LANTERNA9, Embassy Lanterna, 12 January 2010, "THE HARBORMASTER\'S LETTER", '
        "CONFIDENTIAL, paragraphs 2-3."
    )
    reader.press("q")
    see(reader, "63 cables")
    reader.press("y")
    reader.wait(lambda: copied(reader) == "03HALVGARD188")
    leave(reader)


def test_notes_and_marks_outlive_a_cut_line(start: Callable[..., Terminal], samples: Path) -> None:
    first = start(samples)
    see(first, "63 cables")
    do(first, ":08LANTERNA233\r", "08LANTERNA233  2008-07-28")
    do(first, "3Gmx", "Marked x")
    do(first, "aask Oule\r", "Noted.", "ask Oule")
    assert first.hang_up() == 129
    again = start(samples)
    see(again, "63 cables", "'' goes back to 08LANTERNA233 ¶3")
    do(again, "/has:note\t", "1 cable ", "08LANTERNA233")
    do(again, "'x", "08LANTERNA233  2008-07-28", "ask Oule", "¶3/12")
    leave(again)


def test_going_to_what_a_colleague_named(reader: Terminal) -> None:
    do(reader, ":08 STATE 109877\r", "08STATE109877  2008-10-08")
    do(
        reader,
        ":https://wikileaks.org/cable/2008/07/08LANTERNA233.html\r",
        "08LANTERNA233  2008-07",
    )
    do(reader, ":07SALTMARKET31#2\r", "07SALTMARKET31  2007-03-06", "¶2/")
    do(reader, ":4\r", "¶4/")
    do(reader, ":99\r", "This cable has no paragraph 99", "¶4/")
    do(reader, ":07SALTMARKT31\r", "No cable '07SALTMARKT31'")
    do(reader, BACKSPACE, "¶2/")
    do(reader, BACKSPACE, "08LANTERNA233  2008-07-28")
    reader.press("q")
    see(reader, "63 cables")
    do(reader, ":sort post\r", "by post")
    do(reader, ":rev\r", "by post reversed")
    leave(reader)


def test_reading_on_while_the_window_changes(reader: Terminal) -> None:
    do(reader, ":08LANTERNA233\r/oule\r", "2 found: oule")
    do(reader, "&", "Only the 2 of 12 paragraphs with a hit")
    do(reader, "&", "All 12 paragraphs")
    do(reader, "7G", "¶7/12")
    do(reader, "R", "as sent", "¶7/12")
    reader.resize(120, 40)
    see(reader, "63 cables", "¶7/12")
    reader.resize(80, 24)
    do(reader, "RR", "Text: reflowed.", "¶7/12")
    stop_and_go_on(reader)
    leave(reader)


def stop_and_go_on(reader: Terminal) -> None:
    """Stop the reader as Ctrl+Z does, and see the same screen after `fg`."""
    reader.rest()
    before = reader.text
    reader.press(STOP)
    os.waitid(os.P_PID, reader.child.pid, os.WSTOPPED | os.WNOWAIT)
    reader.wait(lambda: b"\x1b[?1049l" in reader.raw)
    reader.screen.reset()
    reader.signal(signal.SIGCONT)
    reader.wait(lambda: reader.text == before)


def test_stopping_in_a_list_to_choose_from(reader: Terminal) -> None:
    do(reader, "t", "Topics:", "SNAR")
    stop_and_go_on(reader)
    do(reader, ESC, "63 cables")
    leave(reader)


def test_asking_an_old_question_again(start: Callable[..., Terminal], samples: Path) -> None:
    first = start(samples)
    see(first, "63 cables")
    do(first, "/lemons\t", LEMONS)
    do(first, "/bank\t", "bank", "by rank")
    leave(first)
    again = start(samples)
    see(again, "bank")
    do(again, "\x12", "Past queries", "12 cables, 20")
    do(again, "lem", "lemons")
    do(again, ENTER, LEMONS)
    do(again, "?", "Keys and commands")
    do(again, "reverse", "List the other way round.")
    do(again, ENTER, "by rank reversed")
    leave(again)
