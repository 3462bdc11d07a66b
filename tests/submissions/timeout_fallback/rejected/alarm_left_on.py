"""A timer whose job is over does no harm.

verdict: failed
diagnosis: the alarm must be switched off when it is not needed any more
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    me = asyncio.current_task()
    late = False

    def ring():
        nonlocal late
        late = True
        me.cancel()

    asyncio.get_running_loop().call_later(seconds, ring)
    try:
        return await primary()
    except asyncio.CancelledError:
        if not late or me.uncancel():
            raise
    return await fallback()
