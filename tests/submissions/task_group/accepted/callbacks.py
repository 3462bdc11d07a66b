"""Done callbacks cancel the others and tell a future when all is over; no await sees an error."""

import asyncio


async def load_all(load, names, say):
    loop = asyncio.get_running_loop()
    over = loop.create_future()
    tasks, errors = {}, []

    def done(t):
        if not t.cancelled() and t.exception():
            errors.append(t.exception())
            for o in tasks.values():
                o.cancel()
        if all(o.done() for o in tasks.values()) and not over.done():
            over.set_result(None)

    for n in names:
        tasks[n] = loop.create_task(load(n))
        tasks[n].add_done_callback(done)
    say("scheduling done")
    cancelled = None
    while tasks and not over.done():
        try:
            await asyncio.shield(over)
        except asyncio.CancelledError as e:
            cancelled = e
            for t in tasks.values():
                t.cancel()
    if cancelled:
        raise cancelled
    if errors:
        raise ExceptionGroup("loads", errors)
    say("Done.")
    return {n: t.result() for n, t in tasks.items()}
