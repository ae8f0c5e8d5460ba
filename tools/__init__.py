"""Scripts for the people who work on this project; not shipped."""
