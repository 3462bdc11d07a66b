"""One flag for all calls will do.

verdict: failed
diagnosis: one took the limit of another for its own
"""

import asyncio

late = False


async def with_fallback(primary, fallback, seconds):
    global late
    late = False
    task = asyncio.create_task(primary())

    def ring():
        global late
        late = True
        task.cancel()

    alarm = asyncio.get_running_loop().call_later(seconds, ring)
    try:
        return await task
    except (asyncio.CancelledError, TimeoutError):
        if not late or asyncio.current_task().cancelling():
            raise
    finally:
        alarm.cancel()
    return await fallback()
