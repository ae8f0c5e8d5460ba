"""PO and MO files: entries, reading and writing, merging with a changed article."""
