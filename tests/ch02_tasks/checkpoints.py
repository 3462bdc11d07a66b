"""Scenarios of checkpoints: somebody counts or adds up, and others want their turn."""

import asyncio
import threading

TURNS_TO_GO_ON = 10  # of the event loop, for work that nobody has stopped


async def countdowns(exercise, record, counts, log=()):
    """A countdown for each name, all at the same time, with one log, in which something may stand already."""
    log = list(log)
    calls = [record.call(exercise.countdown, name, n, log) for name, n in counts.items()]
    await asyncio.gather(*map(record.background, calls))
    record.event("log", lines=log)


async def countdown_among_others(exercise, record, n, others, cancel_after=None):
    """A countdown beside tasks that write their own name into the log at every turn."""
    log = []
    alone = asyncio.Event()

    async def other(name):
        while not alone.is_set():
            log.append(name)
            await asyncio.sleep(0)

    tasks = [record.background(other(name)) for name in others]

    def written():
        return sum(line not in others for line in log)

    await _cancelled_after(record, record.call(exercise.countdown, "A", n, log), cancel_after, alone, written)
    alone.set()
    await asyncio.gather(*tasks)
    record.event("log", lines=log)


async def adding_alone(exercise, record, numbers, every):
    """total, and nobody else."""
    await record.call(exercise.total, iter(numbers), every)


async def adding_together(exercise, record, several, every):
    """total for each of several lists of numbers, all at the same time."""
    calls = [record.call(exercise.total, iter(numbers), every) for numbers in several]
    await asyncio.gather(*map(record.background, calls))


async def adding(exercise, record, numbers, every, once=False, cancel_after=None):
    """total, while another task notes how many numbers it took between two of that task's turns.

    `once`: the numbers come from an iterator, not from something that makes iterators.
    """
    home = threading.get_ident()
    stretches = [0]
    away = False
    alone = asyncio.Event()

    class Numbers:
        def __iter__(self):
            nonlocal away
            for number in numbers:
                stretches[-1] += 1
                away = away or threading.get_ident() != home
                yield number

    async def other():
        while not alone.is_set():
            stretches.append(0)
            await asyncio.sleep(0)

    task = record.background(other())
    supply = iter(Numbers()) if once else Numbers()
    call = record.call(exercise.total, supply, every)
    await _cancelled_after(record, call, cancel_after, alone, lambda: sum(stretches))
    alone.set()
    await task
    record.event("taken", stretches=[taken for taken in stretches if taken], away=away)


async def _cancelled_after(record, call, turns, alone, done_so_far):
    """Runs the call, and cancels it after so many turns of the event loop; from then on it is left `alone`."""
    if turns is None:
        await call
        return
    task = record.background(call)
    for _ in range(turns):
        await asyncio.sleep(0)
    before = done_so_far()
    if not task.done():
        record.event("cancelled")
        task.cancel()
        alone.set()
    await asyncio.wait({task})
    for _ in range(TURNS_TO_GO_ON):
        await asyncio.sleep(0)
    record.event("at last", before=before, after=done_so_far())
