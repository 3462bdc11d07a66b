"""A thread watches a heartbeat of the loop, and takes all that comes between two beats for one step.

verdict: failed
diagnosis: and 2 steps were slow
"""

import asyncio
import gc
import re
import threading
import time
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


class Watch:
    """A callback that calls itself says where the loop is; the thread counts the times at which it stays away."""

    def __init__(self, loop, slow):
        self.loop, self.slow, self.count = loop, slow, 0
        self.over = threading.Event()
        self.seen = time.perf_counter()
        self.thread = threading.Thread(target=self.watch)

    def beat(self):
        self.seen = time.perf_counter()
        if not self.over.is_set():
            self.loop.call_later(0.01, self.beat)

    def watch(self):
        counted = None
        while not self.over.wait(0.01):
            seen = self.seen
            if time.perf_counter() - seen > self.slow + 0.02 and seen != counted:
                counted = seen
                self.count += 1


def diagnose(main, *, slow=0.1):
    report, watches = Report(), []

    async def watched():
        watch = Watch(asyncio.get_running_loop(), slow)
        watches.append(watch)
        watch.beat()
        watch.thread.start()
        try:
            return await main()
        finally:
            report.leftover_tasks += [
                t.get_name() for t in asyncio.all_tasks() if t is not asyncio.current_task()
            ]
            await asyncio.sleep(0.03)
            watch.over.set()

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        with asyncio.Runner() as runner:
            runner.get_loop().set_exception_handler(
                lambda loop, context: (
                    "never retrieved" in context["message"]
                    and report.never_retrieved.append(context["exception"])
                )
            )
            try:
                report.result = runner.run(watched())
            except (Exception, asyncio.CancelledError) as error:
                report.error = error
                traceback.clear_frames(error.__traceback__)
            gc.collect()
    for watch in watches:
        watch.thread.join()
        report.slow_steps += watch.count
    report.never_awaited = re.findall(
        "coroutine '(.+)' was never awaited", "\n".join(str(w.message) for w in caught)
    )
    return report
