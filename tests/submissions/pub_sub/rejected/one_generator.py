"""One generator for the whole subscription: a cancellation inside it ends it for good.

verdict: failed
diagnosis: the loop of subscriber 3 ended, or failed, although nobody had closed the broker
"""

import asyncio
from collections import defaultdict, deque
from contextlib import asynccontextmanager


class Subscription:
    def __init__(self, maxsize):
        self.dropped = 0
        self._kept = deque(maxlen=maxsize)
        self._ended = False
        self._news = asyncio.Event()
        self._messages = self._all()

    def __aiter__(self):
        return self._messages

    async def _all(self):
        while self._kept or not self._ended:
            while self._kept:
                yield self._kept.popleft()
            if not self._ended:
                self._news.clear()
                await self._news.wait()

    def put(self, message):
        self.dropped += len(self._kept) == self._kept.maxlen
        self._kept.append(message)
        self._news.set()

    def end(self):
        self._ended = True
        self._news.set()


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
