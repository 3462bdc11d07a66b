"""Believes that functools.cache can cache what a coroutine function returns.

verdict: failed
diagnosis: what all callers share is a coroutine object, and only one of them can await that
"""

import functools


class SingleFlight:
    def __init__(self):
        self.cached = functools.lru_cache(maxsize=None)(lambda key, load: load(key))

    async def get(self, key, load):
        return await self.cached(key, load)
