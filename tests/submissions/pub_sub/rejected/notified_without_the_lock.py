"""Notifies a condition in publish, which as a plain function cannot hold its lock.

verdict: error
diagnosis: a condition was notified by somebody who does not hold its lock: cannot notify on un-acquired lock
"""

import asyncio
from collections import defaultdict, deque
from contextlib import asynccontextmanager


class Subscription:
    def __init__(self, maxsize):
        self.dropped = 0
        self._kept = deque(maxlen=maxsize)
        self._ended = False
        self._news = asyncio.Condition()

    def __aiter__(self):
        return self

    async def __anext__(self):
        while not self._kept:
            if self._ended:
                raise StopAsyncIteration
            async with self._news:
                await self._news.wait()
        return self._kept.popleft()

    def put(self, message):
        self.dropped += len(self._kept) == self._kept.maxlen
        self._kept.append(message)
        self._news.notify_all()

    def end(self):
        self._ended = True
        self._news.notify_all()


class Broker:
    def __init__(self):
        self._subscriptions = defaultdict(list)

    @asynccontextmanager
    async def subscribe(self, topic, maxsize=16):
        subscription = Subscription(maxsize)
        self._subscriptions[topic].append(subscription)
        try:
            yield subscription
        finally:
            self._subscriptions[topic].remove(subscription)

    def publish(self, topic, message):
        for subscription in self._subscriptions[topic]:
            subscription.put(message)
        return len(self._subscriptions[topic])

    def close(self):
        for subscriptions in self._subscriptions.values():
            for subscription in subscriptions:
                subscription.end()
