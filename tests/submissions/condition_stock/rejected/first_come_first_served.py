"""A line: nobody is served before the first one.

verdict: failed
diagnosis: B waited for 1 at 1.1, and 1 was there: it stood in line behind A, who wanted more
"""

import asyncio
from collections import deque


class Warehouse:
    def __init__(self):
        self.stock = 0
        self._line = deque()

    async def add(self, n):
        self.stock += n
        self._serve()

    def _serve(self):
        while self._line and (self._line[0][1].done() or self._line[0][0] <= self.stock):
            n, served = self._line.popleft()
            if not served.done():
                self.stock -= n
                served.set_result(None)

    async def take(self, n):
        served = asyncio.get_running_loop().create_future()
        self._line.append((n, served))
        self._serve()
        try:
            await served
        finally:
            self._serve()
