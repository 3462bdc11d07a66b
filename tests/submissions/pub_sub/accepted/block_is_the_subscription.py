"""The subscription is its own context manager, and waits with a future."""

import asyncio
from collections import defaultdict, deque
from itertools import chain


class Subscription:
    def __init__(self, members, maxsize):
        self._members = members
        self._maxsize = maxsize
        self._kept = deque()
        self._waiter = None
        self._closed = False
        self.dropped = 0

    async def __aenter__(self):
        self._members.append(self)
        return self

    async def __aexit__(self, *exc):
        self._members.remove(self)

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self._kept and not self._closed:
            self._waiter = asyncio.get_running_loop().create_future()
            try:
                await self._waiter
            finally:
                self._waiter = None
        if self._kept:
            return self._kept.popleft()
        raise StopAsyncIteration

    def _wake(self):
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    def _give(self, message):
        self._kept.append(message)
        if len(self._kept) > self._maxsize:
            self._kept.popleft()
            self.dropped += 1
        self._wake()

    def _close(self):
        self._closed = True
        self._wake()


class Broker:
    def __init__(self):
        self._members = defaultdict(list)

    def subscribe(self, topic, maxsize=16):
        return Subscription(self._members[topic], maxsize)

    def publish(self, topic, message):
        for member in self._members[topic]:
            member._give(message)
        return len(self._members[topic])

    def close(self):
        for member in chain.from_iterable(self._members.values()):
            member._close()
