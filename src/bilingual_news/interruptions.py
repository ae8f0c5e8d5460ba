"""Ctrl-C and SIGTERM: the first one ends what is under way in order, the second one at once.

The first waits for a batch that the decoder works on, to remember it, and so does the interpreter at its end.
A second Ctrl-C would break that off with a traceback, and the decoder would fall over the remains of the
interpreter. Nothing that is finished is lost by leaving at once (docs/decisions/0148-interruptions.md).
"""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from types import FrameType

#: What is minded, and only where nobody else does: under `nohup` both are ignored.
_DEFAULTS: Final = {signal.SIGINT: signal.default_int_handler, signal.SIGTERM: signal.SIG_DFL}
#: The signals that came.
_came: Final[list[int]] = []


def mind() -> None:
    """Let SIGTERM, as `kill` and service managers send it, end a run as orderly as Ctrl-C does."""
    for number, handler in _DEFAULTS.items():
        if signal.getsignal(number) is handler:
            signal.signal(number, _interrupt)


def end_when_asked_again() -> None:
    """The work is over: what still waits is not worth waiting for if somebody asks again, or has."""
    for number in _DEFAULTS:
        if signal.getsignal(number) is _interrupt:
            signal.signal(number, _leave)
    if len(_came) > 1:
        _leave(_came[0], None)


def _interrupt(number: int, _: FrameType | None) -> None:
    _came.append(number)
    raise KeyboardInterrupt(number)


def _leave(number: int, _: FrameType | None) -> None:
    os._exit(128 + number)
