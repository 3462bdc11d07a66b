"""Hands a message straight to a reader who waits, and keeps it only for one who is busy."""

import asyncio
import contextlib


class Subscription:
    def __init__(self, maxsize):
        self.kept, self.maxsize, self.dropped = [], maxsize, 0
        self.waiting = None
        self.open = True

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.kept:
            return self.kept.pop(0)
        if not self.open:
            raise StopAsyncIteration
        self.waiting = asyncio.Future()
        over, message = await self.waiting
        if over:
            raise StopAsyncIteration
        return message

    def hand(self, over, message):
        if self.waiting is not None and not self.waiting.done():
            self.waiting.set_result((over, message))
            return True
        return False


class Broker:
    def __init__(self):
        self.subscriptions = {}

    @contextlib.asynccontextmanager
    async def subscribe(self, topic, maxsize=16):
        subscription = Subscription(maxsize)
        self.subscriptions[subscription] = topic
        try:
            yield subscription
        finally:
            del self.subscriptions[subscription]

    def publish(self, topic, message):
        reached = [one for one, its in self.subscriptions.items() if its == topic]
        for one in reached:
            if not one.hand(False, message):
                one.kept.append(message)
                if len(one.kept) > one.maxsize:
                    del one.kept[0]
                    one.dropped += 1
        return len(reached)

    def close(self):
        for one in self.subscriptions:
            one.open = False
            one.hand(True, None)
