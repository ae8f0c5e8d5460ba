"""Bilingual Thai/English news: segmentation, translation, review files and publication, offline."""

__version__ = "0.1.0"
