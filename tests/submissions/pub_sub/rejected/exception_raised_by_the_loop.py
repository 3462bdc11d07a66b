"""Puts an exception in at the end, and raises every exception that it finds among the messages.

verdict: error
diagnosis: a message that is an exception is a message like any other, and the loop raised it
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

    def __aiter__(self):
        return self

    async def __anext__(self):
        while not self._kept:
            if self._ended:
                self._kept.append(StopAsyncIteration())
                break
            self._news.clear()
            await self._news.wait()
        message = self._kept.popleft()
        if isinstance(message, Exception):
            raise message
        return message

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
