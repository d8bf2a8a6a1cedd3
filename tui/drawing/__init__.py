"""Pure functions from values to lines of text with roles; no widget in them."""
