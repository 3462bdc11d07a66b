"""The message of a CancelledError says whose it is, and the rest is bookkeeping.

verdict: failed
diagnosis: of two cancellations each belongs to the one who has asked for it
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    me = asyncio.current_task()
    alarm = asyncio.get_running_loop().call_later(seconds, me.cancel, "limit")
    try:
        return await primary()
    except asyncio.CancelledError as e:
        if e.args != ("limit",):
            raise
        me.uncancel()
    finally:
        alarm.cancel()
    return await fallback()
