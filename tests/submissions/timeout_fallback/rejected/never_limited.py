"""Awaits primary, and asks fallback only when it fails in time.

verdict: failed
diagnosis: its time must end at 1 s, not be measured later
"""

async def with_fallback(primary, fallback, seconds):
    try:
        return await primary()
    except TimeoutError:
        return await fallback()
