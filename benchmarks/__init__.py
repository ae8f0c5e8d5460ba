"""Benchmarks: one script an area; results with machine, versions and command in results/."""
