"""Takes any new event loop, and replaces its time and the select of its selector."""

import asyncio
import math


class Deadlock(RuntimeError):
    pass


def virtual_loop():
    loop = asyncio.new_event_loop()
    now, select = 1_000.0, loop._selector.select

    def jump(timeout=None):
        nonlocal now
        ready = select(0)
        if not ready and timeout is None:
            waiting = ", ".join(task.get_name() for task in asyncio.all_tasks(loop))
            raise Deadlock(f"nobody can go on: {waiting}")
        if not ready and timeout > 0:
            now += timeout
            loop._clock_resolution = max(1e-9, math.ulp(now))  # that of floats
        return ready

    loop.time = lambda: now
    loop._selector.select = jump
    return loop


def run_virtual(coro):
    with asyncio.Runner(loop_factory=virtual_loop) as runner:
        loop = runner.get_loop()
        began = loop.time()
        return runner.run(coro), loop.time() - began
