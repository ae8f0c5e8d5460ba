"""Translate many segments: batches, executors that run them, and the cache of their results."""
