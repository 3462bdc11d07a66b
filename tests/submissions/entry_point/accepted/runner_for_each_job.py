"""One asyncio.Runner, whose loop runs one job after the other."""

import asyncio


async def random_add(delay, numbers):
    await asyncio.sleep(delay)
    return sum(numbers)


def run_all(jobs):
    with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
        return [runner.run(random_add(delay, numbers)) for delay, numbers in jobs]
