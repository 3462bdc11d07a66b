"""Scenarios of rate_limiter: requests that come at given instants and begin when the limiter lets them.

`arrivals` is a list of instants, in this order. `gives_up` says for a number in it after how many seconds that request
is cancelled while it waits.
"""

import asyncio


async def requests(
    exercise,
    record,
    rate,
    per,
    arrivals,
    work=0.1,
    block=False,
    gives_up=(),
    fails=(),
    before=0,
    timers=False,
):
    """`before`: seconds for which the limiter lies unused. `fails` are the numbers of those whose block raises.
    `timers`: each request is sent off by a timer of its own, and so does not come later than others of its instant."""
    gives_up = dict(gives_up)
    errors = {number: ValueError(f"request {number}") for number in fails}
    for number, error in errors.items():
        record.name(error, f"the error of request {number}")

    async def begun(number, name, arrived):
        record.event("begins", name, number=number, arrived=arrived)
        with record.span(name):
            await asyncio.sleep(work)
            if number in errors:
                raise errors[number]

    async def request(limiter, number, arrived):
        name = f"request {number}"
        if block:
            async with limiter:
                await begun(number, name, arrived)
        else:
            await limiter.acquire()
            await begun(number, name, arrived)

    async def everybody():
        limiter = exercise.RateLimiter(rate, per)
        await asyncio.sleep(before)
        loop = asyncio.get_running_loop()
        first, tasks = loop.time(), {}

        def comes(number):
            task = asyncio.create_task(request(limiter, number, record.now), name=f"request {number}")
            tasks[number] = task
            if number in gives_up:
                loop.call_later(gives_up[number], task.cancel)
                task.add_done_callback(
                    lambda done: record.event("gave up", done.get_name(), cancelled=done.cancelled())
                )

        for number, at in enumerate(arrivals):
            delay = first + at - loop.time()
            if timers:
                loop.call_at(first + at, comes, number)
                continue
            if delay > 0:
                await asyncio.sleep(delay)
            comes(number)
        if timers:
            await asyncio.sleep(max(arrivals) + 0.1)
        all_tasks = [tasks[number] for number in range(len(arrivals))]
        ends = await asyncio.gather(*all_tasks, return_exceptions=True)
        for number, end in enumerate(ends):
            if number in gives_up:
                continue
            if number in errors:
                record.event("failed", f"request {number}", error=end)
            elif isinstance(end, BaseException):
                raise end

    await record.call(everybody)


async def two(exercise, record, count):
    """Two limiters of different rates, each with its own crowd."""

    async def request(limiter, name):
        async with limiter:
            record.event("begins", name)

    async def everybody():
        fast, slow = exercise.RateLimiter(count, 1), exercise.RateLimiter(1, 1)
        async with asyncio.TaskGroup() as group:
            for _ in range(count):
                group.create_task(request(fast, "fast"))
            for _ in range(3):
                group.create_task(request(slow, "slow"))

    await record.call(everybody)


async def by_one_task(exercise, record, rate, per, count):
    """One task asks `count` times by acquire(), and then as often by blocks inside one another."""

    async def enter(limiter, left):
        if left:
            async with limiter:
                record.event("begins", "a block")
                await enter(limiter, left - 1)

    async def everything():
        limiter = exercise.RateLimiter(rate, per)
        for _ in range(count):
            await limiter.acquire()
            record.event("begins", "an acquire")
        await enter(limiter, count)

    await record.call(everything)


async def alone(exercise, record, rate, per):
    """One more than may begin, who is perhaps cancelled at each of its awaits, and after a moment another one."""
    tasks = len(asyncio.all_tasks())
    limiter = exercise.RateLimiter(rate, per)
    for _ in range(rate):
        await limiter.acquire()
    await record.call(limiter.acquire)
    await asyncio.sleep(0.1)
    record.event("a moment later", left=len(asyncio.all_tasks()) - tasks)
    await record.call(limiter.acquire)
    record.event("begins", "the next")
