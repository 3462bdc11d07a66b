"""Asks whether its caller has ever been cancelled, not whether it is cancelled now.

verdict: failed
diagnosis: that old cancellation was taken for a new one
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
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
        if not late or asyncio.current_task().cancelling():
            raise
    finally:
        alarm.cancel()
    return await fallback()
