"""Imports: from sources to stored cables, a batch at a time."""
