"""A loop of its own wraps each callback to time it."""

import asyncio, gc, logging, time, warnings, traceback
from dataclasses import dataclass, field
from asyncio import events


@dataclass
class Report:
    result: object = None
    error: BaseException | None = None
    never_awaited: list = field(default_factory=list)
    never_retrieved: list = field(default_factory=list)
    slow_steps: int = 0
    leftover_tasks: list = field(default_factory=list)


def diagnose(main, *, slow=0.1):
    report = Report()

    def timed(callback):
        def run(*args):
            began = time.perf_counter()
            try:
                return callback(*args)
            finally:
                if time.perf_counter() - began > slow:
                    report.slow_steps += 1

        return run

    class Loop(asyncio.SelectorEventLoop):
        def call_soon(self, callback, *args, context=None):
            return super().call_soon(timed(callback), *args, context=context)

        def call_soon_threadsafe(self, callback, *args, context=None):
            return super().call_soon_threadsafe(timed(callback), *args, context=context)

        def call_at(self, when, callback, *args, context=None):
            return super().call_at(when, timed(callback), *args, context=context)

        def _add_reader(self, fd, callback, *args):
            return super()._add_reader(fd, timed(callback), *args)

        def call_exception_handler(self, context):
            if context["message"].endswith("exception was never retrieved"):
                report.never_retrieved.append(context["exception"])

    try:
        with warnings.catch_warnings(record=True) as log:
            warnings.simplefilter("always")
            loop = Loop()
            asyncio.set_event_loop(loop)

            async def start():
                try:
                    report.result = await main()
                except BaseException as e:
                    report.error = e
                    traceback.clear_frames(e.__traceback__)
                me = asyncio.current_task()
                rest = [t for t in asyncio.all_tasks() if t is not me]
                report.leftover_tasks = [t.get_name() for t in rest]
                for t in rest:
                    t.cancel()
                await asyncio.gather(*rest, return_exceptions=True)

            try:
                loop.run_until_complete(start())
                gc.collect()
                loop.run_until_complete(loop.shutdown_asyncgens())
                loop.run_until_complete(loop.shutdown_default_executor())
            finally:
                asyncio.set_event_loop(None)
                loop.close()
            gc.collect()
        for w in log:
            if w.category is RuntimeWarning and str(w.message).startswith("coroutine '"):
                report.never_awaited.append(
                    str(w.message).removeprefix("coroutine '").split("' was never")[0]
                )
    finally:
        pass
    return report
