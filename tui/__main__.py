"""`python -m tui`, and the command `cablegram`."""

import sys

from tui.commands import run


def main() -> None:
    """Run the command line."""
    sys.exit(run())


if __name__ == "__main__":
    main()
