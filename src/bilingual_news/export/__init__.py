"""Publication formats: what a reader sees of a catalog."""
