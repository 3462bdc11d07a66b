"""Scenarios of worker_pool: a stream of items, and a function that works on one of them.

`jobs` is a list of [item, seconds of work]. `fails` names the items whose work ends by an error; `cleanup` says how
long the work on an item takes to end when it is cancelled.
"""

import asyncio
from contextlib import suppress

WATCHED = 100  # items that are noted one by one
TURNS = 5  # of the event loop, in which a task that was cancelled comes to its end


async def clean_up(seconds):
    """Takes its time, also when somebody asks a second time to stop."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while loop.time() < end:
        with suppress(asyncio.CancelledError):
            await asyncio.sleep(end - loop.time())


async def pool(
    exercise,
    record,
    jobs,
    workers,
    fails=(),
    cleanup=None,
    items_fail=False,
    as_list=False,
    echo=False,
    **how,
):
    """One call of map_pool. With `echo`, func returns its item; otherwise a text."""
    pulled = 0
    items_error = OSError("the items cannot be read")
    record.name(items_error, "the error of items")
    errors = {item: ValueError(f"{item} is spoilt") for item in fails}
    for item, error in errors.items():
        record.name(error, f"the error of {item}")

    work = {repr(item): seconds for item, seconds in jobs}

    def stream():
        nonlocal pulled
        for item, _ in jobs:
            pulled += 1
            if pulled <= WATCHED:
                record.event("taken", label(item))
            yield item
        if items_fail:
            record.event("items fail")
            raise items_error

    async def func(item):
        with record.span(label(item), item=item):
            try:
                await asyncio.sleep(work[repr(item)])
            except asyncio.CancelledError:
                if cleanup and item in cleanup:
                    await clean_up(cleanup[item])
                raise
            if fails and item in fails:
                raise errors[item]
        return item if echo else f"did {item}"

    items = [item for item, _ in jobs] if as_list else stream()
    before = asyncio.all_tasks()
    await record.call(exercise.map_pool, func, items, workers, **how)
    record.event("taken in all", count=pulled)
    if not how:
        for _ in range(TURNS):
            await asyncio.sleep(0)
        record.event("a little later", left=len(asyncio.all_tasks() - before))


async def crowd(exercise, record, count, workers, fails_at):
    """A great many items; one of the first raises after 0.5 s, when nobody who keeps to the number of workers has
    finished another one. The later ones take no time, or whoever goes on after the error would go on for hours."""
    await pool(
        exercise,
        record,
        [[number, 0.5 if number == fails_at else int(number < 8)] for number in range(count)],
        workers,
        fails=[fails_at],
    )


async def exceptions(exercise, record, workers):
    """Each item is an exception, and func returns it; nobody raises it."""
    value = ValueError("a value like any other")
    record.name(value, "the exception")

    async def func(item):
        await asyncio.sleep(0.1)
        return item

    await record.call(exercise.map_pool, func, iter([value, value]), workers)


async def side_by_side(exercise, record, first, second):
    """Two calls at the same time."""
    await asyncio.gather(pool(exercise, record, **first), pool(exercise, record, **second))


def label(item):
    return item if isinstance(item, str) and item else f"item {item!r}"
