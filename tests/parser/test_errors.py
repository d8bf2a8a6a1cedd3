"""What is said of a source that cannot be read."""

import pytest

from parser import UnreadableSourceError


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        pytest.param(
            FileNotFoundError(2, "No such file or directory"),
            "quay.txt does not exist; check the name.",
            id="missing",
        ),
        pytest.param(
            PermissionError(13, "Permission denied"),
            "quay.txt may not be read by you; ask its owner for the right to read it.",
            id="no rights",
        ),
        pytest.param(
            OSError(5, "Input/output error"),
            "quay.txt cannot be read (input/output error); check the disk, or make another copy.",
            id="a failing disk",
        ),
        pytest.param(
            IsADirectoryError(),
            "quay.txt cannot be read (isadirectoryerror); check the disk, or make another copy.",
            id="without words",
        ),
    ],
)
def test_why_a_file_cannot_be_read_is_one_sentence(error, sentence):
    assert str(UnreadableSourceError.because_of(error, "quay.txt")) == sentence
