"""Scenarios of pub_sub: one who publishes, and subscribers who come, read at their own pace, and leave."""

import asyncio
from contextlib import suppress


class Annoyed(Exception):
    """Why a subscriber leaves."""


class News(Exception):
    """A message that is an exception."""


async def publishing(exercise, record, subscribers, messages, close_after=None):
    """`messages` is a list of [seconds since the one before, topic, message]; "an exception" stands for one. The broker
    is closed `close_after` seconds after the last one. Each of `subscribers` has some of these:

    topic; maxsize; work: seconds for each message; at: when it comes; waits: seconds between subscribe() and the block;
    idle: seconds between the begin of the block and that of the loop; enough: the number of messages after which it
    leaves its loop; leaves: "error", to leave the block by an exception, or "stays", to read on in another loop;
    cancel: when it is cancelled; patience: seconds after which its loop is ended by a time limit.
    """

    async def subscriber(
        broker,
        name,
        topic="news",
        maxsize=None,
        work=0,
        at=0,
        waits=0,
        idle=0,
        enough=None,
        leaves=None,
        cancel=None,
        patience=None,
    ):
        if at:
            await asyncio.sleep(at)
        how = {} if maxsize is None else {"maxsize": maxsize}
        with record.span(name), suppress(Annoyed):
            block = broker.subscribe(topic, **how)
            if waits:
                await asyncio.sleep(waits)
            async with block as subscription:
                if idle:
                    await asyncio.sleep(idle)
                    record.event("begins to read", name, dropped=subscription.dropped)
                if patience is None:
                    await read(subscription, name, work, enough)
                else:
                    with suppress(TimeoutError):
                        async with asyncio.timeout(patience):
                            await read(subscription, name, work, enough)
                if leaves == "error":
                    error = Annoyed("that is enough")
                    raise error
                if leaves == "stays":
                    await read(subscription, name, work, None)
                record.event("dropped", name, dropped=subscription.dropped)
            if leaves == "error":
                record.event("error swallowed", name)
            record.event("dropped", name, dropped=subscription.dropped)

    async def read(subscription, name, work, enough):
        count = 0
        async for message in subscription:
            known = "an exception" if isinstance(message, News) else message
            record.event("got", name, message=known, dropped=subscription.dropped)
            if work:
                await asyncio.sleep(work)
            count += 1
            if count == enough:
                break

    async def publish(broker):
        for pause, topic, message in messages:
            if pause:
                await asyncio.sleep(pause)
            reached = broker.publish(topic, News() if message == "an exception" else message)
            record.event("published", topic, message=message, reached=reached)
        if close_after is not None:
            await asyncio.sleep(close_after)
            record.event("close")
            broker.close()

    async def everybody():
        broker = exercise.Broker()
        loop = asyncio.get_running_loop()
        async with asyncio.TaskGroup() as group:
            for number, how in enumerate(subscribers, 1):
                name = f"subscriber {number}"
                task = group.create_task(subscriber(broker, name, **how), name=name)
                if "cancel" in how:
                    loop.call_later(how["cancel"], task.cancel)
            group.create_task(publish(broker), name="publisher")

    await record.call(everybody)


async def read_by_others(exercise, record):
    """One task enters two blocks of one topic, and two other tasks read."""

    async def reader(subscription, name):
        async for message in subscription:
            record.event("got", name, message=message)

    async def everybody():
        broker = exercise.Broker()
        async with (
            broker.subscribe("news") as first,
            broker.subscribe("news") as second,
            asyncio.TaskGroup() as group,
        ):
            group.create_task(reader(first, "first"), name="first")
            group.create_task(reader(second, "second"), name="second")
            for message in (1, 2):
                await asyncio.sleep(0.4)
                record.event("published", "news", reached=broker.publish("news", message))
            broker.close()

    await record.call(everybody)


async def two_brokers(exercise, record):
    """The same topic at two brokers; both are closed."""

    async def subscriber(broker, name):
        async with broker.subscribe("news") as subscription:
            async for message in subscription:
                record.event("got", name, message=message)

    async def everybody():
        brokers = {"first": exercise.Broker(), "second": exercise.Broker()}
        async with asyncio.TaskGroup() as group:
            for name, broker in brokers.items():
                group.create_task(subscriber(broker, name), name=name)
            await asyncio.sleep(0.4)
            for name, broker in brokers.items():
                reached = broker.publish("news", name)
                record.event("published", name, reached=reached)
            brokers["first"].close()
            await asyncio.sleep(0.4)
            reached = brokers["second"].publish("news", "more")
            record.event("published", "second", reached=reached)
            brokers["second"].close()

    await record.call(everybody)
