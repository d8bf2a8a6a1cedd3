"""Holds cables in one folder on disk: import, storage, search and references behind one door."""
