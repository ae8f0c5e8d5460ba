"""Translation memory: what people translated once is offered again.

The index is a cache: catalogs and TMX files are the truth, and it may be deleted at any time.
"""

from bilingual_news.memory.index import MemoryIndex
from bilingual_news.memory.units import Match, MatchKind, Query
from bilingual_news.model import Unit

__all__ = ["Match", "MatchKind", "MemoryIndex", "Query", "Unit"]
