"""Waits for the tasks that are left, but not for long.

verdict: failed
diagnosis: began to tidy up, and never came to its end
"""

import asyncio
import gc
import logging
import re
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


class Counter(logging.Handler):
    def __init__(self, report):
        super().__init__()
        self.report = report

    def emit(self, record):
        if record.getMessage().startswith("Executing"):
            self.report.slow_steps += 1


def diagnose(main, *, slow=0.1):
    report = Report()

    async def watched():
        try:
            return await main()
        finally:
            left = asyncio.all_tasks() - {asyncio.current_task()}
            for task in left:
                report.leftover_tasks.append(task.get_name())
                task.cancel()
            if left:
                await asyncio.wait(left, timeout=1)

    def heard(loop, context):
        if "never retrieved" in context["message"]:
            report.never_retrieved.append(context["exception"])

    logger = logging.getLogger("asyncio")
    counter = Counter(report)
    logger.addHandler(counter)
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            with asyncio.Runner(debug=True) as runner:
                runner.get_loop().slow_callback_duration = slow
                runner.get_loop().set_exception_handler(heard)
                try:
                    report.result = runner.run(watched())
                except (Exception, asyncio.CancelledError) as error:
                    report.error = error
                    traceback.clear_frames(error.__traceback__)
                gc.collect()
    finally:
        logger.removeHandler(counter)
    for warning in caught:
        found = re.match(r"coroutine '(.*)' was never awaited", str(warning.message))
        if found is not None:
            report.never_awaited.append(found.group(1))
    return report
