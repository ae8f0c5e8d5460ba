"""What the stages' results depend on besides their input; part of the signature of every catalog.

They stand apart from the code so that a run with nothing to do compares them without loading it.
"""

from __future__ import annotations

from typing import Final

#: Bumped when `normalize` may give another text for the same input.
NORMALIZE: Final = 2
#: Bumped when `segment` may give other segments for the same paragraph.
SEGMENT: Final = 3
