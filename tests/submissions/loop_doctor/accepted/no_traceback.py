"""Takes the traceback off the error; listens at the root logger, and to main's own task."""

import asyncio
import contextlib
import gc
import logging
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


@contextlib.contextmanager
def listening(handler):
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)


def diagnose(main, *, slow=0.1):
    report = Report()

    class Ears(logging.Handler):
        def emit(self, record):
            if record.name == "asyncio" and "took" in record.msg and record.levelno >= logging.WARNING:
                report.slow_steps += 1

    def never(loop, context):
        if "never retrieved" in context["message"]:
            report.never_retrieved.append(context["exception"])

    def told(message, category, filename, lineno, file=None, line=None):
        text = str(message)
        if "was never awaited" in text:
            report.never_awaited.append(text.split("'", 2)[1])

    loop = asyncio.new_event_loop()
    with listening(Ears()), warnings.catch_warnings(), contextlib.closing(loop):
        warnings.simplefilter("always")
        warnings.showwarning = told
        loop.set_debug(True)
        loop.slow_callback_duration = slow
        loop.set_exception_handler(never)
        task = loop.create_task(main(), name="the main task")
        ended = loop.create_future()
        task.add_done_callback(
            lambda _: (
                report.leftover_tasks.extend(t.get_name() for t in asyncio.all_tasks(loop)),
                ended.set_result(None),
            )
        )
        loop.run_until_complete(ended)
        if task.cancelled():
            report.error = asyncio.CancelledError()
        elif task.exception() is not None:
            report.error = task.exception().with_traceback(None)
        else:
            report.result = task.result()
        del task
        while left := asyncio.all_tasks(loop):
            for each in left:
                each.cancel()
            loop.run_until_complete(asyncio.wait(left))
            each = None
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.run_until_complete(loop.shutdown_default_executor())
        gc.collect()
    return report
