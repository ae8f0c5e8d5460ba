"""Exchange formats: translations out to other tools and back. Files to rows and rows to files, no more."""
