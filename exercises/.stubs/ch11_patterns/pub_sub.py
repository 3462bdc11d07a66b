"""Publish and subscribe: each subscriber gets each message, and a slow one harms only himself.

`async with broker.subscribe(topic, maxsize) as subscription:` subscribes to a topic, from the moment at which the block
is entered to the moment at which it is left, by its end, an error or a cancellation. A topic may have any number of
subscriptions. Each has its own messages, and is read by one task at a time:
  * `async for message in subscription` gives every message that is published to the topic meanwhile, in their order,
    each at the moment at which it is published, or when the reader asks for it. It waits while there is none;
  * a subscription keeps at most `maxsize` messages (at least 1; 16 when nothing is said) for a reader who is busy.
    When one more comes, the oldest of them is dropped, and `subscription.dropped` says how many have been so far;
  * a loop that was left by `break`, or ended by a time limit, may be followed by another one, which goes on with the
    next message.

broker.publish(topic, message) gives a message to all subscriptions of the topic, and returns how many there are, 0 too.
Any value may be a message, None as well. It is a plain function, so it never waits, not even for a slow subscriber.

broker.close(), a plain function too, ends all subscriptions: each loop still gives the messages that are kept for it,
and then it ends. Where nothing is kept it ends at once. How a broker can be used after that is up to you.

Whoever waits for a message waits: he does not look again and again. No task is left behind when all blocks are left.

Try it:  python exercises/ch11_patterns/pub_sub.py
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from typing import Generic, TypeVar

T = TypeVar("T")


class Subscription(Generic[T]):
    dropped: int

    def __aiter__(self) -> AsyncIterator[T]:
        raise NotImplementedError


class Broker(Generic[T]):
    def subscribe(self, topic: str, maxsize: int = 16) -> AbstractAsyncContextManager[Subscription[T]]:
        raise NotImplementedError

    def publish(self, topic: str, message: T) -> int:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError


async def demo() -> None:
    broker: Broker[int] = Broker()

    async def reader(name: str, work: float) -> None:
        async with broker.subscribe("numbers", maxsize=2) as subscription:
            async for number in subscription:
                print(f"{name} got {number}")
                await asyncio.sleep(work)
            print(f"{name} missed {subscription.dropped}")

    async def publisher() -> None:
        for number in range(5):
            await asyncio.sleep(0.2)
            broker.publish("numbers", number)
        broker.close()

    await asyncio.gather(reader("Ann", 0), reader("Slow Sam", 1), publisher())


if __name__ == "__main__":
    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("Not written yet: Broker and Subscription.")
