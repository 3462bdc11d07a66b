"""Each taker has an event of its own; a delivery wakes the smallest request, which wakes the next one when it is done."""

import asyncio


class Warehouse:
    def __init__(self):
        self.stock = 0
        self._waiting = {}

    def _wake(self):
        for event, n in sorted(self._waiting.items(), key=lambda pair: pair[1]):
            if n <= self.stock:
                event.set()
            return

    async def add(self, n):
        self.stock += n
        self._wake()

    async def take(self, n):
        while self.stock < n:
            event = asyncio.Event()
            self._waiting[event] = n
            try:
                await event.wait()
            finally:
                del self._waiting[event]
                if asyncio.current_task().cancelling():
                    self._wake()
        self.stock -= n
        self._wake()
