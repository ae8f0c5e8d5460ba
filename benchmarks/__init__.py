"""Benchmarks: one script an area, results recorded beside them. Run all with `make bench`."""
