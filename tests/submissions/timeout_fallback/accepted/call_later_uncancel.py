"""A timer that cancels the caller's own task, and takes it back by uncancel()."""

import asyncio


async def with_fallback(primary, fallback, seconds):
    me = asyncio.current_task()
    before = me.cancelling()
    late = False

    def ring():
        nonlocal late
        late = True
        me.cancel()

    alarm = asyncio.get_running_loop().call_later(seconds, ring)
    try:
        return await primary()
    except asyncio.CancelledError:
        if not late or me.uncancel() > before:
            raise
    finally:
        alarm.cancel()
    return await fallback()
