"""Benchmarks and their floors; not part of the package."""
