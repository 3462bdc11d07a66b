"""A timer that cancels primary's own task, and a flag."""

import asyncio


async def with_fallback(primary, fallback, seconds):
    me = asyncio.current_task()
    before = me.cancelling()
    late = False

    def ring():
        nonlocal late
        late = True
        task.cancel()

    task = asyncio.ensure_future(primary())
    alarm = asyncio.get_running_loop().call_later(seconds, ring)
    try:
        return await task
    except asyncio.CancelledError:
        if not late or me.cancelling() > before:
            raise
    finally:
        alarm.cancel()
    return await fallback()
