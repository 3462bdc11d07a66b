"""Publish and subscribe: each subscriber gets each message, and a slow one harms only himself.

What all share is the broker's list of subscriptions. What each has for himself is a place where messages wait, so that
nobody takes a message away from anybody else, and nobody waits for anybody else.

That place is a deque with a `maxlen`, which drops from the left what does not fit on the right; all that is left to do
is to count. An asyncio.Queue could be used too, but the end would be one more item in it, and in a full queue there is
no room for it. Here the end is a flag, and one event tells the reader that there is news, be it a message or the end.

`publish` and `close` contain no `await`: no task can enter or leave while they go through the list. And an `await` in
publish would be the end of the pattern, for then the slowest subscriber would set the pace for all.

The block is a generator under `asynccontextmanager`. Its first line runs when the block is entered, and its `finally`
whichever way the block is left: a subscription that stays in the list would be filled for ever, and read by nobody.
"""

import asyncio
from collections import defaultdict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Generic, TypeVar

T = TypeVar("T")


class Subscription(Generic[T]):
    def __init__(self, maxsize: int) -> None:
        self.dropped = 0
        self._kept: deque[T] = deque(maxlen=maxsize)
        self._ended = False
        self._news = asyncio.Event()

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        while not self._kept:
            if self._ended:
                raise StopAsyncIteration
            self._news.clear()
            await self._news.wait()
        return self._kept.popleft()

    def put(self, message: T) -> None:
        self.dropped += len(self._kept) == self._kept.maxlen
        self._kept.append(message)
        self._news.set()

    def end(self) -> None:
        self._ended = True
        self._news.set()


class Broker(Generic[T]):
    def __init__(self) -> None:
        self._subscriptions: defaultdict[str, list[Subscription[T]]] = defaultdict(list)

    @asynccontextmanager
    async def subscribe(self, topic: str, maxsize: int = 16) -> AsyncIterator[Subscription[T]]:
        subscription: Subscription[T] = Subscription(maxsize)
        self._subscriptions[topic].append(subscription)
        try:
            yield subscription
        finally:
            self._subscriptions[topic].remove(subscription)

    def publish(self, topic: str, message: T) -> int:
        for subscription in self._subscriptions[topic]:
            subscription.put(message)
        return len(self._subscriptions[topic])

    def close(self) -> None:
        for subscriptions in self._subscriptions.values():
            for subscription in subscriptions:
                subscription.end()


async def demo() -> None:
    broker: Broker[int] = Broker()

    async def reader(name: str, work: float) -> None:
        async with broker.subscribe("numbers", maxsize=2) as subscription:
            async for number in subscription:
                print(f"{name} got {number}")
                await asyncio.sleep(work)
            print(f"{name} missed {subscription.dropped}")

    async with asyncio.TaskGroup() as group:
        group.create_task(reader("Ann", 0))
        group.create_task(reader("Slow Sam", 1))
        for number in range(5):
            await asyncio.sleep(0.2)
            broker.publish("numbers", number)
        broker.close()


if __name__ == "__main__":
    asyncio.run(demo())
