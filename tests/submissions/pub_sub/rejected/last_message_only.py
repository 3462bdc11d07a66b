"""Keeps one message for each subscriber, and an event.

verdict: failed
diagnosis: must get every message that is published while it is in its block
"""

import asyncio
from contextlib import asynccontextmanager


class Subscription:
    def __init__(self):
        self.dropped = 0
        self.message = None
        self.news = asyncio.Event()
        self.closed = False

    def __aiter__(self):
        return self

    async def __anext__(self):
        await self.news.wait()
        if self.closed:
            raise StopAsyncIteration
        self.news.clear()
        return self.message


class Broker:
    def __init__(self):
        self.topics = {}

    @asynccontextmanager
    async def subscribe(self, topic, maxsize=16):
        subscription = Subscription()
        self.topics.setdefault(topic, set()).add(subscription)
        try:
            yield subscription
        finally:
            self.topics[topic].discard(subscription)

    def publish(self, topic, message):
        subscriptions = self.topics.get(topic, ())
        for subscription in subscriptions:
            subscription.message = message
            subscription.news.set()
        return len(subscriptions)

    def close(self):
        for subscriptions in self.topics.values():
            for subscription in subscriptions:
                subscription.closed = True
                subscription.news.set()
