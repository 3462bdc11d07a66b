"""Each fetch puts its outcome into a queue: for those who think in channels, and take what comes as it comes."""

import asyncio

still_running = set()


async def collect(fetch, keys, stop_at_an_error):
    outcomes = asyncio.Queue()

    async def run(place, key):
        try:
            outcomes.put_nowait((place, await fetch(key), None))
        except Exception as error:
            outcomes.put_nowait((place, error, error))

    results = [None] * len(keys)
    tasks = [asyncio.create_task(run(place, key)) for place, key in enumerate(keys)]
    for task in tasks:
        still_running.add(task)
        task.add_done_callback(still_running.discard)
    try:
        for _ in keys:
            place, results[place], error = await outcomes.get()
            if error is not None and stop_at_an_error:
                raise error
    except asyncio.CancelledError:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise
    return results


async def settle(fetch, keys):
    return await collect(fetch, keys, stop_at_an_error=False)


async def first_error(fetch, keys):
    return await collect(fetch, keys, stop_at_an_error=True)
