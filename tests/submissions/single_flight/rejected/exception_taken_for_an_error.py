"""Takes an exception that load returns for one that it raises.

verdict: failed
diagnosis: an exception that load returns, and does not raise, is a value
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self.loads = {}

    async def get(self, key, load):
        if key not in self.loads:
            t = self.loads[key] = asyncio.ensure_future(self.outcome(key, load))
        out = await asyncio.shield(self.loads[key])
        if isinstance(out, Exception):
            raise out
        return out

    async def outcome(self, key, load):
        [out] = await asyncio.gather(load(key), return_exceptions=True)
        if isinstance(out, BaseException):
            del self.loads[key]
        return out
