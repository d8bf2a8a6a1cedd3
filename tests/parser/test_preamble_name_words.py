"""The words of a Classified By line: titles and what may be a name."""

import pytest

from parser._preamble.name_words import read_words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param("DCM Ann Example", "DCM* ANN EXAMPLE", id="title and name"),
        pytest.param("DCMAnn Example", "DCM* ANN EXAMPLE", id="title and name run on"),
        pytest.param("DCM/Ann Example", "DCM* ANN EXAMPLE", id="slash between them"),
        pytest.param("Ann Example/POL", "ANN EXAMPLE POL*", id="title behind a slash"),
        pytest.param("Economic Offic er Ann Example", "ECONOMIC* OFFICER* ANN EXAMPLE", id="parts"),
        pytest.param("Office r Ann Example", "OFFICER* ANN EXAMPLE", id="first part is a title"),
        pytest.param("POLOFF S EXAMPLE", "POLOFF* S EXAMPLE", id="an initial is no part"),
        pytest.param("Poltical Officer Ann", "POLTICAL* OFFICER* ANN", id="misspelt"),
        pytest.param("Ann B. Field", "ANN B. FIELD", id="a title as a surname"),
    ],
)
def test_words(line: str, words: str) -> None:
    read = read_words(line, line.upper(), 0, len(line))
    assert " ".join(word.text + "*" * word.is_title for word in read) == words
