"""The full-screen reader and the command line."""
