"""What `benchmarks.search` measures with: queries of known answer, and other ways to search."""
