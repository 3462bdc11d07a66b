"""Takes the fetches as they end, each with its place in the list."""

import asyncio


async def in_place(place, fetch, key, catch):
    try:
        return place, await fetch(key)
    except catch as error:
        return place, error


async def collect(fetch, keys, catch):
    results = [None] * len(keys)
    tasks = [asyncio.create_task(in_place(place, fetch, key, catch)) for place, key in enumerate(keys)]
    for task in tasks:
        task.add_done_callback(lambda task: task.cancelled() or task.exception())
    try:
        for earliest in asyncio.as_completed(tasks):
            place, value = await earliest
            results[place] = value
    except asyncio.CancelledError:
        for task in tasks:
            task.cancel()
        raise
    return results


async def settle(fetch, keys):
    return await collect(fetch, keys, Exception)


async def first_error(fetch, keys):
    return await collect(fetch, keys, ())
