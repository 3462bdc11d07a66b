"""Keeps the coroutine object.

verdict: failed
diagnosis: what all callers share is a coroutine object, and only one of them can await that
"""


class SingleFlight:
    def __init__(self):
        self.coroutines = {}

    async def get(self, key, load):
        if key not in self.coroutines:
            self.coroutines[key] = load(key)
        return await self.coroutines[key]
