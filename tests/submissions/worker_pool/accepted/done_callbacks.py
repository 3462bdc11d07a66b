"""Starts the next call from the callback of the one that has ended."""

import asyncio


async def map_pool(func, items, workers):
    loop = asyncio.get_running_loop()
    jobs = enumerate(items)
    results = {}
    running = set()
    over = loop.create_future()

    def begin():
        try:
            number, item = next(jobs)
        except StopIteration:
            if not running and not over.done():
                over.set_result(None)
            return
        except Exception as error:
            if not over.done():
                over.set_exception(error)
            return
        task = asyncio.ensure_future(func(item))
        running.add(task)
        task.add_done_callback(lambda task: ended(number, task))

    def ended(number, task):
        running.discard(task)
        if task.cancelled() or over.done():
            return
        if task.exception() is not None:
            over.set_exception(task.exception())
        else:
            results[number] = task.result()
            begin()

    for _ in range(workers):
        if not over.done():
            begin()
    try:
        await over
    finally:
        for task in running:
            task.cancel()
        if running:
            await asyncio.wait(set(running))
    return [results[number] for number in sorted(results)]
