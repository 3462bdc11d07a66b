"""Tasks are registered by a factory, and each handle of the loop is timed."""

import asyncio
import gc
import time
import traceback
import warnings
import weakref
from dataclasses import dataclass, field
from unittest import mock


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
    tasks = weakref.WeakSet()
    run_step = asyncio.Handle._run

    def timed(handle):
        began = time.perf_counter()
        run_step(handle)
        report.slow_steps += time.perf_counter() - began > slow

    def register(loop, coroutine, **options):
        task = asyncio.Task(coroutine, loop=loop, **options)
        tasks.add(task)
        return task

    def heard(loop, context):
        text = context["message"]
        if text in ("Task exception was never retrieved", "Future exception was never retrieved"):
            report.never_retrieved.append(context["exception"])

    def unawaited(message, category, filename, lineno, file=None, line=None):
        before, _, after = str(message).partition("' was never awaited")
        if after is not None and before.startswith("coroutine '"):
            report.never_awaited.append(before[len("coroutine '") :])

    with warnings.catch_warnings(), mock.patch.object(asyncio.Handle, "_run", timed):
        warnings.simplefilter("always")
        warnings.showwarning = unawaited
        loop = asyncio.new_event_loop()
        loop.set_task_factory(register)
        loop.set_exception_handler(heard)
        try:
            report.result = loop.run_until_complete(main())
        except Exception as error:
            report.error = error
            traceback.clear_frames(error.__traceback__)
        left = [task for task in tasks if not task.done()]
        for task in left:
            report.leftover_tasks.append(task.get_name())
            task.cancel()
        if left:
            loop.run_until_complete(asyncio.wait(left))
        del left
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()
        task = None
        gc.collect()
    return report
