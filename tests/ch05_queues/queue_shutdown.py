"""Scenarios of queue_shutdown: producers and consumers at a queue that somebody closes."""

import asyncio


async def relay(
    exercise, record, consumers, producers, closes=(), maxsize=0, loop=False, pause=0, late=0, stop_after=None
):
    """Each of `producers` (a list of items each) puts its items, `pause` seconds apart; each of `consumers` (seconds of
    work for each item) gets items until the queue is closed, from `late` seconds on, by `async for` if `loop`, or until
    it has had `stop_after` items. The queue is closed at each of `closes`: [seconds, immediate]."""

    async def producer(queue, name, items):
        with record.span(name):
            for item in items:
                if pause:
                    await asyncio.sleep(pause)
                try:
                    await queue.put(item)
                except exercise.QueueClosed:
                    record.event("refused", name, item=item)
                    return
                record.event("put", name, item=item)

    async def consumer(queue, name, work):
        with record.span(name):
            if late:
                await asyncio.sleep(late)
            count = 0
            async for item in queue if loop else getting(queue, name):
                record.event("got", name, item=item)
                await asyncio.sleep(work)
                count += 1
                if count == stop_after:
                    break

    async def getting(queue, name):
        while True:
            try:
                item = await queue.get()
            except exercise.QueueClosed:
                record.event("heard of the close", name)
                return
            yield item

    async def closing(queue, at, immediate):
        await asyncio.sleep(at)
        record.event("close", "closing", immediate=immediate)
        if immediate:
            queue.close(immediate=True)
        else:
            queue.close()

    async def everybody():
        queue = exercise.ClosableQueue(maxsize)
        async with asyncio.TaskGroup() as group:
            for number, work in enumerate(consumers, 1):
                name = f"consumer {number}"
                group.create_task(consumer(queue, name, work), name=name)
            for number, items in enumerate(producers, 1):
                name = f"producer {number}"
                group.create_task(producer(queue, name, items), name=name)
            for at, immediate in closes:
                group.create_task(closing(queue, at, immediate))

    await record.call(everybody)


async def impatient_getter(exercise, record, getters, cancel_first, loop=False):
    """Some wait for an item, in an `async for` if `loop`; one item is put, and the first of them is cancelled at that
    same moment."""

    async def get(queue, name):
        if not loop:
            record.event("got", name, item=await queue.get())
            return
        async for item in queue:
            record.event("got", name, item=item)
            break

    async def everybody():
        queue = exercise.ClosableQueue()
        names = [f"consumer {number}" for number in range(1, getters + 1)]
        tasks = [asyncio.create_task(get(queue, name), name=name) for name in names]
        await asyncio.sleep(0.4)
        if cancel_first:
            tasks[0].cancel()
        await queue.put("item")
        tasks[0].cancel()
        await asyncio.sleep(0.4)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await attempt(exercise, record, "left", queue.get())

    await record.call(everybody)


async def impatient_putter(exercise, record, cancel_first=False):
    """Two wait for room; room is made, and the first of them is cancelled at that same moment."""

    async def everybody():
        queue = exercise.ClosableQueue(1)
        await queue.put("old")
        names = ["producer 1", "producer 2"]
        tasks = [asyncio.create_task(queue.put(name), name=name) for name in names]
        await asyncio.sleep(0.4)
        if cancel_first:
            tasks[0].cancel()
        await attempt(exercise, record, "got", queue.get())
        tasks[0].cancel()
        await attempt(exercise, record, "got", queue.get())
        await attempt(exercise, record, "got", queue.get())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    await record.call(everybody)


async def one_moment(exercise, record):
    """Three gets wait, and then three puts: the queue is closed, and the first of the three is cancelled at that same
    moment. Then a put waits: room is made for it, and the queue is closed at that same moment."""

    async def all_hear(what, queue):
        def wait():
            return queue.put("too late") if what == "waiting put" else queue.get()

        tasks = [asyncio.create_task(attempt(exercise, record, what, wait())) for _ in range(3)]
        await asyncio.sleep(0.2)
        queue.close()
        tasks[0].cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def everybody():
        await all_hear("waiting get", exercise.ClosableQueue())
        queue = exercise.ClosableQueue(1)
        await attempt(exercise, record, "put", queue.put("old"))
        await all_hear("waiting put", queue)
        queue = exercise.ClosableQueue(1)
        await attempt(exercise, record, "put", queue.put("old"))
        put = asyncio.create_task(attempt(exercise, record, "woken put", queue.put("new")))
        await asyncio.sleep(0.2)
        await attempt(exercise, record, "got", queue.get())
        queue.close()
        for _ in range(3):
            await attempt(exercise, record, "late get", queue.get())
            await asyncio.sleep(0.1)
        await put

    await record.call(everybody)


async def timeouts(exercise, record):
    """Several gets and puts run into a timeout; then the queue is used as if nothing had been."""

    async def everybody():
        queue = exercise.ClosableQueue(1)
        for _ in range(2):
            await attempt(exercise, record, "got", queue.get())
        await attempt(exercise, record, "put", queue.put("first"))
        for _ in range(2):
            await attempt(exercise, record, "put", queue.put("too much"))
        await attempt(exercise, record, "got", queue.get())
        await attempt(exercise, record, "put", queue.put("second"))
        await attempt(exercise, record, "got", queue.get())

    await record.call(everybody)


async def after_the_end(exercise, record):
    """Everything that can be done with a queue that is closed and empty, twice."""

    async def everybody():
        queue = exercise.ClosableQueue()
        await attempt(exercise, record, "put", queue.put("last"))
        queue.close()
        queue.close()
        await attempt(exercise, record, "got", queue.get())
        for _ in range(2):
            await attempt(exercise, record, "got", queue.get())
            await attempt(exercise, record, "put", queue.put("too late"))
            async for item in queue:
                record.event("got", item=item)
            queue.close(immediate=True)
        await asyncio.sleep(0.1)

    await record.call(everybody)


async def two_queues(exercise, record):
    """Each of two queues gets three items; then the first is closed, and the second goes on."""

    async def everybody():
        first, second = exercise.ClosableQueue(), exercise.ClosableQueue()
        for number in range(3):
            await attempt(exercise, record, "put", first.put(f"first {number}"))
            await attempt(exercise, record, "put", second.put(f"second {number}"))
        first.close(immediate=True)
        for _ in range(3):
            await attempt(exercise, record, "got", second.get())
        await attempt(exercise, record, "put", second.put("one more"))
        await asyncio.sleep(0.1)

    await record.call(everybody)


async def exceptions(exercise, record):
    """Exceptions are put and got; nobody raises them."""

    async def everybody():
        queue = exercise.ClosableQueue()
        for item in (ValueError("an item"), exercise.QueueClosed("an item")):
            record.name(item, f"the {type(item).__name__}")
            await attempt(exercise, record, "put", queue.put(item))
        queue.close()
        for _ in range(2):
            await attempt(exercise, record, "got", queue.get())
        await asyncio.sleep(0.1)

    await record.call(everybody)


async def attempt(exercise, record, what, work):
    """Awaits a put or a get for a while; notes `what` and the item, or "closed", or "timeout"."""
    try:
        async with asyncio.timeout(0.3):
            item = await work
        record.event(what, item=item)
    except TimeoutError:
        record.event("timeout", what)
    except exercise.QueueClosed:
        record.event("closed", what)
