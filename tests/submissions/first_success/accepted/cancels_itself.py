"""Whoever ends the race cancels the task that waits for nothing else, and that cancellation is taken back."""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("none")
    me = asyncio.current_task()
    loop = asyncio.get_running_loop()
    won, errors = [], [None] * len(attempts)
    stopped = None

    async def go(n, a):
        nonlocal stopped
        try:
            v = await a()
        except Exception as e:
            errors[n] = e
            if None not in errors and not stopped:
                stopped = "failed"
                me.cancel()
        else:
            if not stopped:
                stopped = "won"
                won.append(v)
                me.cancel()

    def late():
        nonlocal stopped
        if not stopped:
            stopped = "late"
            me.cancel()

    tasks = [loop.create_task(go(n, a)) for n, a in enumerate(attempts)]
    timer = loop.call_later(seconds, late) if seconds is not None else None
    try:
        await loop.create_future()
    except asyncio.CancelledError:
        if not stopped:
            stopped = "caller"
            raise
        me.uncancel()
    finally:
        if timer:
            timer.cancel()
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    if stopped == "late":
        raise TimeoutError
    if won:
        return won[0]
    raise ExceptionGroup("all", errors)
