"""The database of an archive: the only place with SQL. Everything else sees dataclasses."""
