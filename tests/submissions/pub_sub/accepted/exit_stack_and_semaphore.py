"""A semaphore counts what is kept; an exit callback ends the subscription."""

import asyncio
import collections
import contextlib


class Subscription:
    def __init__(self, maxsize):
        self.dropped = 0
        self._kept = collections.deque()
        self._count = asyncio.Semaphore(0)
        self._maxsize = maxsize
        self._closed = False

    def _put(self, message):
        if len(self._kept) == self._maxsize:
            self._kept.popleft()
            self.dropped += 1
        else:
            self._count.release()
        self._kept.append(message)

    def _close(self):
        self._closed = True
        self._count.release()

    def __aiter__(self):
        return self

    async def __anext__(self):
        await self._count.acquire()
        if self._kept:
            return self._kept.popleft()
        self._count.release()
        raise StopAsyncIteration


class Broker:
    def __init__(self):
        self._all = set()

    @contextlib.asynccontextmanager
    async def subscribe(self, topic, maxsize=16):
        entry = (topic, Subscription(maxsize))
        async with contextlib.AsyncExitStack() as stack:
            self._all.add(entry)
            stack.callback(self._all.remove, entry)
            yield entry[1]

    def publish(self, topic, message):
        found = [subscription for name, subscription in self._all if name == topic]
        for subscription in found:
            subscription._put(message)
        return len(found)

    def close(self):
        for _, subscription in self._all:
            subscription._close()
