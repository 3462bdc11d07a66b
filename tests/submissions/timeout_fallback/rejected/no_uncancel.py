"""A task that cancels itself owes nothing to anybody once it has caught that.

verdict: failed
diagnosis: could not tell that the cancellation was its own
"""

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
        if not late or me.cancelling() > before + 1:
            raise
    finally:
        alarm.cancel()
    return await fallback()
