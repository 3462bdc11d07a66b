"""Find never-awaited coroutines, lost exceptions, a blocked loop and forgotten tasks.

Python and asyncio know all of this, and tell four different listeners:

  * a coroutine object that dies without ever having been awaited is a RuntimeWarning. By default each place in the
    source warns only once, so the filter must be "always";
  * a task that dies with an exception at which nobody has looked tells the event loop's exception handler;
  * in debug mode the loop measures its steps, and writes of the slow ones to the logger "asyncio";
  * whoever is not done when main ends must be asked for then, before the Runner cancels him.

Two of them speak when an object dies. Reference counting is not enough for that: circles need the garbage collector,
and the exception that main raised holds, by its traceback, the frames of all that it came through, with all their local
variables. So the frames are cleared, and garbage is collected, while everybody still listens.
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
        with asyncio.Runner(debug=True) as runner:
            loop = runner.get_loop()
            loop.slow_callback_duration = slow
            loop.set_exception_handler(heard)
            try:
                report.result = runner.run(watched())
            except (Exception, asyncio.CancelledError) as error:
                traceback.clear_frames(error.__traceback__)
                report.error = error
            gc.collect()
    for warning in caught:
        found = re.match("coroutine '(.+)' was never awaited", str(warning.message))
        if found:
            report.never_awaited.append(found[1])
    return report


async def patient() -> str:
    """Has one fault of each kind."""

    async def ping() -> None:
        await asyncio.sleep(0)

    async def fail() -> None:
        raise ValueError("nobody looks at me")

    ping()  # type: ignore[unused-coroutine]
    asyncio.create_task(fail())  # noqa: RUF006
    asyncio.create_task(asyncio.sleep(60), name="sleeper")  # noqa: RUF006
    await asyncio.sleep(0.3)
    time.sleep(0.3)
    return "done"


if __name__ == "__main__":
    print(diagnose(patient))
