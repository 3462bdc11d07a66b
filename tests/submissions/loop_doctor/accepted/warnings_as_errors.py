"""The filter makes an error of the warning, and sys.unraisablehook hears of it; a filter of the logger counts."""

import asyncio
import gc
import logging
import re
import sys
import traceback
import warnings
from dataclasses import dataclass, field


@dataclass
class Report:
    result: object = None
    error: BaseException | None = None
    never_awaited: list[str] = field(default_factory=list)
    never_retrieved: list[BaseException] = field(default_factory=list)
    slow_steps: int = 0
    leftover_tasks: list[str] = field(default_factory=list)


def diagnose(main, *, slow=0.1):
    report = Report()

    def unraisable(args):
        if isinstance(args.exc_value, RuntimeWarning):  # from Python 3.14 on it comes without the object
            name = re.match("coroutine '(.*)' was never awaited", str(args.exc_value))
            if name:
                report.never_awaited.append(name[1])

    def slow_ones(record):
        if record.msg.startswith("Executing %s took"):
            report.slow_steps += 1
            return False
        return True

    def heard(loop, context):
        if isinstance(context.get("future"), asyncio.Future) and context.get("exception"):
            report.never_retrieved.append(context["exception"])

    async def everything():
        loop = asyncio.get_running_loop()
        loop.slow_callback_duration = slow
        loop.set_exception_handler(heard)
        try:
            report.result = await main()
        except BaseException as error:
            report.error = error
            traceback.clear_frames(error.__traceback__)
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            report.leftover_tasks.append(task.get_name())
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        left = task = None
        gc.collect()

    hook, sys.unraisablehook = sys.unraisablehook, unraisable
    logger = logging.getLogger("asyncio")
    logger.addFilter(slow_ones)
    level = logger.level
    logger.setLevel(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("error", message="coroutine .* was never awaited")
            asyncio.run(everything(), debug=True)
            gc.collect()
    finally:
        sys.unraisablehook = hook
        logger.removeFilter(slow_ones)
        logger.setLevel(level)
    return report
