"""What a query asks for, whatever the archive."""

from __future__ import annotations


def lists_asked_for(query: str) -> frozenset[str]:
    """Return the lists of cables that a query asks for: `starred`, `note`, `read`, `cited`.

    What must not be in one, `-is:starred`, is not asked for; `is:unread` asks for no list.
    """
    from archive._search.fields import lists_in  # noqa: PLC0415 - brings the search
    from archive._search.grammar import parse_query  # noqa: PLC0415 - the same

    return lists_in(parse_query(query))
