"""Patterns that are made when they are first asked something: most runs use few of them.

To make a pattern takes as long as a hundred searches; those of the checks are some five hundred.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    """A pattern to be; it takes the methods of the real one when the first of them is used."""

    def __init__(self, pattern: str, flags: int | re.RegexFlag) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        if name.startswith("_"):
            raise AttributeError(name)
        made = re.compile(*self._source)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "pattern"):
            self.__dict__[method] = getattr(made, method)
        return getattr(made, name)


def lazily(pattern: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """A pattern that is made at its first use.

    Args:
        pattern: As for re.compile; a mistake in it is told at the first use.
        flags: As for re.compile.
    """
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
