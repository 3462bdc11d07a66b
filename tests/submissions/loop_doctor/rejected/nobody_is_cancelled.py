"""Closes the loop and cancels nobody.

verdict: failed
diagnosis: nobody cancelled it
"""

import asyncio
import gc
import logging
import re
import time
import traceback
import warnings
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass
class Report(Generic[T]):
    result: T | None = None
    error: BaseException | None = None
    never_awaited: list[str] = field(default_factory=list)
    never_retrieved: list[BaseException] = field(default_factory=list)
    slow_steps: int = 0
    leftover_tasks: list[str] = field(default_factory=list)


@contextmanager
def slow_steps_counted(report: Report[T]) -> Iterator[None]:
    """In debug mode, asyncio's logger hears of each slow step."""

    class Counter(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            report.slow_steps += str(record.msg).startswith("Executing")

    logger, counter = logging.getLogger("asyncio"), Counter()
    level = logger.level
    logger.addHandler(counter)
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(level)
        logger.removeHandler(counter)


def diagnose(main: Callable[[], Coroutine[Any, Any, T]], *, slow: float = 0.1) -> Report[T]:
    report: Report[T] = Report()

    async def watched() -> T:
        try:
            return await main()
        finally:
            others = asyncio.all_tasks() - {asyncio.current_task()}
            report.leftover_tasks = [task.get_name() for task in others]

    def heard(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        if "never retrieved" in context["message"]:
            report.never_retrieved.append(context["exception"])

    with warnings.catch_warnings(record=True) as caught, slow_steps_counted(report):
        warnings.simplefilter("always")
        loop = asyncio.new_event_loop()
        loop.set_debug(True)
        try:
            loop.slow_callback_duration = slow
            loop.set_exception_handler(heard)
            try:
                report.result = loop.run_until_complete(watched())
            except (Exception, asyncio.CancelledError) as error:
                traceback.clear_frames(error.__traceback__)
                report.error = error
            gc.collect()
        finally:
            loop.close()
    for warning in caught:
        found = re.match("coroutine '(.+)' was never awaited", str(warning.message))
        if found:
            report.never_awaited.append(found[1])
    return report
