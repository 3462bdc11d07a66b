"""Takes new_event_loop by its name, and closes the loop with contextlib.closing."""

from asyncio import new_event_loop, sleep
from contextlib import closing


async def random_add(delay, numbers):
    await sleep(delay)
    return sum(numbers)


def run_all(jobs):
    with closing(new_event_loop()) as loop:
        return [loop.run_until_complete(random_add(*job)) for job in jobs]
