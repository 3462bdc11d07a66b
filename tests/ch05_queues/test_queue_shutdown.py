"""queue_shutdown: whoever waits hears of the end, and what was accepted is delivered."""

import asyncio

from kata.judge import seconds

NINE = {"producers": [list(range(9))], "consumers": [1, 1, 1], "maxsize": 2, "closes": [[1.5, False]]}


async def test_items_come_out_as_they_went_in(run):
    trace = await run("relay", producers=[[3, 1, 2]], consumers=[0.3], closes=[[0.5, False]])
    assert got(trace) == [3, 1, 2], "get takes the oldest item" if len(got(trace)) == 3 else delivered(trace)


async def test_waiting_keeps_nobody_busy(run):
    get, put = await asyncio.gather(
        run("relay", producers=[], consumers=[0.1], closes=[[13, False]]),
        run("relay", producers=[["a", "b"]], maxsize=1, consumers=[0.1], late=15, closes=[[13, False]]),
    )
    for trace, what in ((get, "get"), (put, "put")):
        assert trace.turns < 60, (
            f"the event loop turned {trace.turns} times while nothing happened: "
            f"a {what} that waits looked again and again"
        )
    assert get.elapsed == seconds(13), "a get that waits must raise QueueClosed at the moment of the close"


async def test_get_waits_for_an_item(run):
    trace = await run("relay", producers=[["a", "b"]], pause=0.5, consumers=[0.1], closes=[[2, False]])
    assert times(trace, "got") == {"a": 0.5, "b": 1}, "get must return as soon as there is an item"


async def test_put_waits_for_room(run):
    trace = await run(
        "relay", producers=[list("abcd")], maxsize=2, consumers=[0.5], late=0.5, closes=[[3, False]]
    )
    assert times(trace, "put") == {"a": 0, "b": 0, "c": 0.5, "d": 1}, (
        "with maxsize 2 the third put waits until an item is taken, and goes on as soon as one is"
    )


async def test_close_lets_the_consumers_finish(run):
    trace = await run("relay", **NINE)
    assert not too_soon(trace), too_soon(trace)
    assert trace.when("refused") == [seconds(1.5)], (
        "the put that was waiting when the queue was closed must raise QueueClosed at that moment"
    )
    assert sorted(got(trace)) == list(range(8)), delivered(trace)
    ends = sorted(float(trace.ends()[f"consumer {number}"]) for number in (1, 2, 3))
    assert [seconds(end) for end in ends] == [2, 3, 3], (
        "each consumer must hear of the end when nothing is left"
    )


async def test_close_wakes_all_who_wait_for_an_item(run):
    trace = await run("relay", producers=[], consumers=[1, 1, 1], closes=[[0.7, False]])
    assert sorted(trace.ends()) == ["consumer 1", "consumer 2", "consumer 3"], (
        "close must wake every waiting get"
    )
    assert trace.elapsed == seconds(0.7), "a get that waits must raise QueueClosed at the moment of the close"


async def test_a_loop_over_the_queue_ends_when_it_is_closed(run):
    trace = await run("relay", **NINE, loop=True)
    first = min(trace.ends()[f"consumer {number}"] for number in (1, 2, 3))
    assert first >= 1.5, "a loop ended although the queue was open: an empty queue may be filled again"
    assert sorted(got(trace)) == list(range(8)), delivered(trace)
    assert trace.elapsed == seconds(3), "`async for` must end when the queue is closed and empty"


async def test_immediate_drops_what_the_queue_holds(run):
    trace = await run("relay", **{**NINE, "closes": [[1.5, True]]})
    assert sorted(got(trace)) == list(range(6)), (
        "when the queue was closed at 1.5, items 0 to 5 had been taken; close(immediate=True) drops the others"
    )
    assert trace.elapsed == seconds(2), (
        "nothing is left after close(immediate=True): the consumers end one by one"
    )


# Why an answer fails these tests.


def explain(trace):
    """The belief behind a run that did not end well."""
    if trace.ending != "deadlock":
        return None
    gets = [task for task in trace.stuck if task["task"].startswith("consumer")]
    puts = [task for task in trace.stuck if task["task"].startswith("producer")]
    if any(".close" in warning["text"] for warning in trace.never_awaited()):
        return "close() did nothing: it is called like any function, and nobody awaits it"
    if too_soon(trace):
        return too_soon(trace)
    if gets and puts and any("lock" in task["waits"] for task in trace.stuck):
        return (
            "whoever waited kept a lock, and the one who could have ended the wait was waiting for that lock"
        )
    if gets and not puts and not trace.happened("close"):
        return delivered(trace)
    if gets and puts and not trace.happened("close"):
        return "puts and gets wait for each other: the one who was woken could not go on, and the one who could was not"
    if not trace.happened("close"):
        return None
    if puts:
        return f"a put that was waiting for room did not notice close(): it waits for ever{line(puts)}"
    consumers = len(trace.inputs.get("consumers", ()))
    if 0 < len(gets) < consumers:
        return (
            f"{len(gets)} of {consumers} consumers wait for ever{line(gets)}: they did not hear of the close"
        )
    if gets:
        return f"a get that was waiting for an item did not notice close(): it waits for ever{line(gets)}"
    return None


def too_soon(trace):
    """Somebody heard of a close that had not come yet."""
    close = min(trace.when("close"), default=1e9)
    if any(at < close for at in trace.when("heard of the close")):
        return (
            "a get raised QueueClosed although the queue was open: it was woken, and another get had been faster; "
            "whoever is woken must look again"
        )
    return None


def delivered(trace):
    """What is wrong with the items that came out, although everything that was put must."""
    items, accepted = got(trace), [event.data["item"] for event in trace.happened("put")]
    lost = [item for item in accepted if item not in items]
    if lost:
        where = "close() made the queue lose" if trace.happened("close") else "the queue lost"
        return f"{where} items that it had accepted: {', '.join(map(repr, lost))}"
    if len(items) > len(accepted):
        return "an item came out that was never put, or whose put had raised QueueClosed"
    return "each item that was put must come out once"


# What there is to see in a trace.


def got(trace):
    return [event.data["item"] for event in trace.happened("got")]


def times(trace, what):
    return {event.data["item"]: event.at for event in trace.happened(what)}


def line(tasks):
    lines = sorted({task["where"]["line"] for task in tasks if task["where"]})
    return f" at line {lines[0]}" if lines else ""
