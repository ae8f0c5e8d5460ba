"""OmegaT projects: source, glossary, memory and project file, to be opened as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

#: The settings of a project (OmegaT manual, "omegat.project"); segments are already sentences.
PROJECT: Final = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
  <project version="1.0">
    <source_dir>__DEFAULT__</source_dir>
    <source_dir_excludes/>
    <target_dir>__DEFAULT__</target_dir>
    <tm_dir>__DEFAULT__</tm_dir>
    <glossary_dir>__DEFAULT__</glossary_dir>
    <glossary_file>__DEFAULT__</glossary_file>
    <dictionary_dir>__DEFAULT__</dictionary_dir>
    <export_tm_dir>__DEFAULT__</export_tm_dir>
    <export_tm_levels>omegat level1 level2</export_tm_levels>
    <source_lang>TH</source_lang>
    <target_lang>EN</target_lang>
    <source_tok>org.omegat.tokenizer.LuceneThaiTokenizer</source_tok>
    <target_tok>org.omegat.tokenizer.LuceneEnglishTokenizer</target_tok>
    <sentence_seg>false</sentence_seg>
    <support_default_translations>true</support_default_translations>
    <remove_tags>false</remove_tags>
    <external_command></external_command>
  </project>
</omegat>
"""
#: Our terms. Not glossary.txt: that is where OmegaT writes the terms that the translator adds.
GLOSSARY: Final = "glossary/terms.txt"
#: Folders that OmegaT expects.
FOLDERS: Final = ("source", "target", "tm", "glossary", "dictionary", "omegat")


def glossary(terms: Iterable[tuple[str, str, str]]) -> bytes:
    """The bytes of a glossary: source, target and comment, separated by tabs (OmegaT manual, UTF-8).

    A line that starts with `#` is a comment to OmegaT; such terms are left out.

    Args:
        terms: Thai term, English term, comment.
    """
    rows = ("\t".join(" ".join(cell.split()) for cell in term) for term in terms)
    return "".join(f"{row.rstrip()}\n" for row in rows if not row.startswith("#")).encode()
