"""Makes the load function a part of the key.

verdict: failed
diagnosis: whoever asks for the same key gets what the first one loads
"""

import asyncio
import functools


class SingleFlight:
    def __init__(self):
        self.loads = {}

    async def get(self, key, load):
        if (key, load) not in self.loads:
            t = self.loads[key, load] = asyncio.ensure_future(load(key))
            t.add_done_callback(functools.partial(self.over, (key, load)))
        return await asyncio.shield(self.loads[key, load])

    def over(self, key, t):
        if t.cancelled() or t.exception():
            del self.loads[key]
