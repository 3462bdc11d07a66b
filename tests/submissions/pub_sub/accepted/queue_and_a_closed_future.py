"""A queue with a limit for each subscription; its reader waits for a message or for the broker's end."""

import asyncio
from collections import defaultdict
from contextlib import asynccontextmanager


class Subscription:
    def __init__(self, broker, maxsize):
        self._broker = broker
        self._queue = asyncio.Queue(maxsize)
        self.dropped = 0

    def _put(self, message):
        while True:
            try:
                self._queue.put_nowait(message)
                return
            except asyncio.QueueFull:
                self._queue.get_nowait()
                self.dropped += 1

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self._queue.empty():
            taking = asyncio.ensure_future(self._queue.get())
            closing = asyncio.ensure_future(self._broker.closed.wait())
            try:
                await asyncio.wait([taking, closing], return_when=asyncio.FIRST_COMPLETED)
            finally:
                closing.cancel()
                if not taking.done():
                    taking.cancel()
                await asyncio.wait([taking, closing])
            if taking.cancelled():
                raise StopAsyncIteration
            return taking.result()
        return self._queue.get_nowait()


class Broker:
    def __init__(self):
        self.closed = asyncio.Event()
        self.topics = defaultdict(dict)

    @asynccontextmanager
    async def subscribe(self, topic, maxsize=16):
        key = object()
        self.topics[topic][key] = Subscription(self, maxsize)
        try:
            yield self.topics[topic][key]
        finally:
            del self.topics[topic][key]

    def publish(self, topic, message):
        for subscription in self.topics[topic].values():
            subscription._put(message)
        return len(self.topics[topic])

    def close(self):
        self.closed.set()
