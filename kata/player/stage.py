"""What a run stands on before there is an answer: its clock, and everything of Python's that is made to go by it.

Setting it up costs a run more than playing does, so the warm player sets one up and every run forked from it has it.
"""

import asyncio
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from .blocking import blocking_by
from .holders import holders_remembered
from .loop import every_new_loop
from .ties import Ties, task_groups_in_order
from .timeline import Timeline


class Stage:
    """The clock of one run, and what is replaced while the run lasts.

    `new_loop`: makes every event loop that somebody asks for while the stage is set; it may be given a selector.
    """

    def __init__(self, *, virtual: bool) -> None:
        self.timeline = Timeline(virtual=virtual)
        self.ties = Ties()
        self.new_loop: Callable[..., asyncio.AbstractEventLoop]
        self._replaced = ExitStack()

    def set(self) -> "Stage":
        """Puts the replacements in place."""
        self._replaced.enter_context(blocking_by(self.timeline))
        self._replaced.enter_context(every_new_loop(self._make_loop))
        self._replaced.enter_context(task_groups_in_order(self.ties))
        self._replaced.enter_context(holders_remembered())
        return self

    def _make_loop(self, *args: Any, **kwargs: Any) -> asyncio.AbstractEventLoop:
        return self.new_loop(*args, **kwargs)

    def strike(self) -> None:
        """Puts back what stood there before."""
        self._replaced.close()
