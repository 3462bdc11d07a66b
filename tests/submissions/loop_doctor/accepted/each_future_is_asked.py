"""Keeps all tasks and futures, and asks each of them at the end whether somebody has looked."""

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


def diagnose(main, *, slow=0.1):
    report = Report()
    made = []

    class Loop(asyncio.SelectorEventLoop):
        def create_future(self):
            made.append(super().create_future())
            return made[-1]

        def create_task(self, coro, **options):
            made.append(super().create_task(coro, **options))
            return made[-1]

        def call_exception_handler(self, context):
            pass

    class Counter(logging.Handler):
        def emit(self, record):
            report.slow_steps += record.getMessage().startswith("Executing")

    async def watched():
        try:
            report.result = await main()
        except BaseException as error:
            report.error = error
        report.leftover_tasks = [t.get_name() for t in asyncio.all_tasks() if t is not asyncio.current_task()]

    counter = Counter()
    logging.getLogger("asyncio").addHandler(counter)
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            with asyncio.Runner(debug=True, loop_factory=Loop) as runner:
                runner.get_loop().slow_callback_duration = slow
                runner.run(watched())
            for future in made:
                if future.done() and not future.cancelled() and future._log_traceback:
                    report.never_retrieved.append(future.exception())
            made.clear()
            future = None
            for error in [report.error, *report.never_retrieved]:
                if error is not None:
                    traceback.clear_frames(error.__traceback__)
            error = None
            gc.collect()
    finally:
        logging.getLogger("asyncio").removeHandler(counter)
    for warning in caught:
        text = str(warning.message)
        if text.startswith("coroutine '"):
            report.never_awaited.append(text[len("coroutine '") : text.index("' was never awaited")])
    return report
