"""One future, and done callbacks that count the fetches which are still under way."""

import asyncio


async def settle(fetch, keys):
    tasks = [asyncio.ensure_future(fetch(k)) for k in keys]
    left = len(tasks)
    all_over = asyncio.get_running_loop().create_future()

    def over(_):
        nonlocal left
        left -= 1
        if not left and not all_over.done():
            all_over.set_result(None)

    for t in tasks:
        t.add_done_callback(over)
    try:
        if tasks:
            await all_over
    except asyncio.CancelledError:
        for t in tasks:
            t.cancel()
        raise
    return [t.exception() if t.exception() is not None else t.result() for t in tasks]


async def first_error(fetch, keys):
    tasks = [asyncio.ensure_future(fetch(k)) for k in keys]
    left = len(tasks)
    fut = asyncio.get_running_loop().create_future()

    def over(t):
        nonlocal left
        left -= 1
        if t.cancelled():
            return
        e = t.exception()
        if fut.done():
            return
        if e:
            fut.set_exception(e)
        elif not left:
            fut.set_result(None)

    for t in tasks:
        t.add_done_callback(over)
    try:
        if tasks:
            await fut
    except asyncio.CancelledError:
        for t in tasks:
            t.cancel()
        raise
    return [t.result() for t in tasks]
