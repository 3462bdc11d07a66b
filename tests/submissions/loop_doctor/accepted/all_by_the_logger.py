"""Everything that asyncio says goes to its logger; warnings by a function of its own."""

import asyncio
import gc
import logging
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


class Listener(logging.Handler):
    def __init__(self, report):
        super().__init__(logging.WARNING)
        self.report = report

    def emit(self, record):
        if record.levelno == logging.WARNING and "took" in record.getMessage():
            self.report.slow_steps += 1
        if record.levelno == logging.ERROR and "exception was never retrieved" in record.getMessage():
            self.report.never_retrieved.append(record.exc_info[1])


def diagnose(main, *, slow=0.1):
    report = Report()
    logger = logging.getLogger("asyncio")
    before = logger.propagate, logger.level
    listener = Listener(report)
    logger.addHandler(listener)
    logger.propagate = False
    logger.setLevel(logging.WARNING)

    def show(message, category, *place, **more):
        text = str(message)
        if category is RuntimeWarning and "was never awaited" in text:
            report.never_awaited.append(text.split("'")[1])

    loop = asyncio.new_event_loop()
    loop.set_debug(True)
    loop.slow_callback_duration = slow
    try:
        with warnings.catch_warnings():
            warnings.resetwarnings()
            warnings.simplefilter("always", RuntimeWarning)
            warnings.showwarning = show
            task = loop.create_task(main())
            loop.run_until_complete(asyncio.wait([task]))
            try:
                report.result = task.result()
            except BaseException as error:
                report.error = error
                traceback.clear_frames(error.__traceback__)
            del task
            left = asyncio.all_tasks(loop)
            report.leftover_tasks = [task.get_name() for task in left]
            for task in left:
                task.cancel()
            if left:
                loop.run_until_complete(asyncio.wait(left))
                task = None
            del left
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor())
            gc.collect()
    finally:
        loop.close()
        logger.removeHandler(listener)
        logger.propagate, level = before
        logger.setLevel(level)
    return report
