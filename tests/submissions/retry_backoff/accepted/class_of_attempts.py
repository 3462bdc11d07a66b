"""Context managers that swallow a failure while there is another attempt to come."""

import asyncio
from contextlib import suppress
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay, result, worked = min(base, max_delay), None, False
    for left in reversed(range(attempts)):
        with suppress(*(retry_on if left else ())):
            result = await op()
            worked = True
        if worked:
            return result
        await asyncio.sleep(jitter(delay))
        delay = min(delay * factor, max_delay)
