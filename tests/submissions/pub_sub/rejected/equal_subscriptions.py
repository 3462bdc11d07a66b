"""A dataclass: subscriptions with the same values are equal, and `remove` takes the first of them.

verdict: deadlock
diagnosis: subscriber 4 left its block at 0.1, and with that the subscription of subscriber 1 was over
"""

import asyncio
from collections import defaultdict, deque
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass
class Subscription:
    maxsize: int
    dropped: int = 0
    kept: deque = field(default_factory=deque)
    ended: bool = False
    reader: asyncio.Future | None = None

    def __aiter__(self):
        return self

    async def __anext__(self):
        while not self.kept:
            if self.ended:
                raise StopAsyncIteration
            self.reader = asyncio.get_running_loop().create_future()
            await self.reader
        return self.kept.popleft()

    def put(self, message):
        self.kept.append(message)
        if len(self.kept) > self.maxsize:
            self.kept.popleft()
            self.dropped += 1
        self.wake()

    def end(self):
        self.ended = True
        self.wake()

    def wake(self):
        if self.reader is not None and not self.reader.done():
            self.reader.set_result(None)


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
