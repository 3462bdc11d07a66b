"""Scenarios of single_flight: callers who ask for keys, and loads that take their time and may fail."""

import asyncio
from collections import Counter


class Failed(KeyError):
    """A load has failed, with an error that looking into a dict can raise, too."""

    __str__ = Exception.__str__


async def asking(
    exercise,
    record,
    callers,
    takes=1,
    fails=0,
    gives=None,
    inner=None,
    again=False,
    apart=False,
    own=False,
    swept=False,
    closes=0,
):
    """Each of `callers` is [seconds, key] or [seconds, key, seconds after that at which it is cancelled].

    A load takes `takes` seconds. The first `fails` loads of a key fail. The others give `gives`, or the key and the
    number of the load. After that, a load of one of the keys in `inner` gets the key that stands there. Whoever hears
    of a failed load asks once more if `again`; everybody has a SingleFlight of his own if `apart`, and a load
    function of his own if `own`. If `swept`, the call that counts is the first caller's. A load that is cancelled takes
    `closes` seconds to clean up.
    """
    shared = exercise.SingleFlight()
    numbers = Counter()

    def loader(flight):
        async def load(key):
            numbers[key] += 1
            number = numbers[key]
            with record.span(f"load {key}", load=key):
                try:
                    await asyncio.sleep(takes)
                except asyncio.CancelledError:
                    if closes:
                        await asyncio.sleep(closes)
                    raise
                if number <= fails:
                    error = Failed(f"load {number} of {key}")
                    record.name(error, "the error of a load")
                    raise error
                if inner and key in inner:
                    return await flight.get(inner[key], load)
                return gives[0] if gives else f"{key} {number}"

        return load

    shared_load = loader(shared)

    async def get(name, key):
        flight, load = (exercise.SingleFlight(), loader(None)) if apart else (shared, shared_load)
        load = loader(flight) if own else load
        with record.span(name, key=key):
            try:
                value = await flight.get(key, load)
            except Exception as error:
                record.event("error", name, error=error)
                if not again:
                    raise
                value = await flight.get(key, load)
            record.event("value", name, value=value)

    async def caller(name, at, key, *cancel_at):
        await asyncio.sleep(at)
        if swept and name == "caller 1":
            await record.call(get, name, key)
            return
        task = record.background(get(name, key), name)
        for pause in cancel_at:
            await asyncio.sleep(pause or 0)
            record.event("cancel", name)
            task.cancel()
        await asyncio.wait([task])
        if not task.cancelled():
            task.exception()

    async def crowd():
        async with asyncio.TaskGroup() as group:
            for number, how in enumerate(callers, 1):
                group.create_task(caller(f"caller {number}", *how))

    if swept:
        await crowd()
    else:
        await record.call(crowd)


async def an_exception_as_value(exercise, record):
    """load returns an exception; it does not raise it."""
    flight = exercise.SingleFlight()
    value = Failed("a value like any other")
    record.name(value, "the returned exception")

    async def load(key):
        with record.span("load"):
            return value

    for _ in range(2):
        await record.call(flight.get, "tea", load)
