"""Wakes one taker, who wakes the next one when he has taken or cannot go on; one who gives up then tells nobody.

verdict: failed
diagnosis: the wake-up went to A, who gave up at that moment, and B slept on
in real time: B waited for 2 at 1.1, and 4 were there: it stood in line behind C, who wanted more
"""

import asyncio
from collections import deque


class Warehouse:
    def __init__(self):
        self.stock = 0
        self._line = deque()

    def _wake_next(self):
        while self._line:
            turn = self._line.popleft()
            if not turn.done():
                turn.set_result(None)
                return

    async def add(self, n):
        self.stock += n
        self._line, sleepers = deque(), self._line
        self._line.extend(sleepers)
        self._round = len(self._line)
        self._wake_next()

    async def take(self, n):
        while self.stock < n:
            turn = asyncio.get_running_loop().create_future()
            self._line.append(turn)
            await turn
            self._round -= 1
            if self._round > 0:
                self._wake_next()
        self.stock -= n
