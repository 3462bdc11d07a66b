"""queue_shutdown with other sizes and values, with several closes, and with callers who give up."""

import asyncio

from test_queue_shutdown import delivered, explain, got

from kata.judge import seconds

__all__ = ["explain"]


async def test_any_value_may_be_an_item(run):
    values = [None, 0, "", False, [], None, "end"]
    by_get, by_loop = await asyncio.gather(
        run("relay", producers=[values], consumers=[0.1], closes=[[0.3, False]]),
        run("relay", producers=[values], consumers=[0.1], closes=[[0.3, False]], loop=True),
    )
    assert got(by_get) == values, "None, and every other value, is an item like any other"
    assert got(by_loop) == values, "`async for` must give every item, None as well"


async def test_an_exception_may_be_an_item(run):
    trace = await run("exceptions")
    known = [getattr(item, "known", item) for item in got(trace)]
    assert known == ["the ValueError", "the QueueClosed"], (
        "an exception that was put, and that nobody raised, is an item like any other"
    )


async def test_two_queues_do_not_notice_each_other(run):
    trace = await run("two_queues")
    assert not trace.happened("timeout", "put"), "a queue that is made without a maxsize has no limit"
    assert got(trace) == ["second 0", "second 1", "second 2"], (
        "two queues must not notice each other: one was closed, and the other still held its three items"
    )
    assert not trace.happened("closed"), "one queue was closed, and the other refused an item"


async def test_what_the_queue_holds_can_still_be_had_after_the_close(run):
    trace = await run("relay", producers=[[1, 2, 3]], consumers=[0.1], late=0.8, closes=[[0.4, False]])
    assert got(trace) == [1, 2, 3], delivered(trace)


async def test_every_waiting_put_is_refused(run):
    inputs = {"producers": [["a"], ["b"], ["c"], ["d"]], "maxsize": 1, "consumers": [0.1], "late": 0.8}
    trace = await run("relay", **inputs, closes=[[0.4, False]])
    assert trace.when("refused") == [seconds(0.4)] * 3, (
        "close must wake every waiting put, and it raises QueueClosed"
    )
    assert len(got(trace)) == 1, (
        "only what was put before the close can be had; an item that was refused cannot"
    )


async def test_every_waiting_put_is_refused_at_an_immediate_close(run):
    inputs = {"producers": [["a"], ["b"], ["c"]], "maxsize": 1, "consumers": [0.1], "late": 0.8}
    trace = await run("relay", **inputs, closes=[[0.4, True]])
    assert trace.when("refused") == [seconds(0.4)] * 2, (
        "close must wake every waiting put, and it raises QueueClosed"
    )
    assert got(trace) == [], "close(immediate=True) drops what the queue holds"


async def test_an_immediate_close_after_a_close_drops_the_rest(run):
    trace = await run("relay", producers=[list(range(5))], consumers=[0.4], closes=[[0.2, False], [1, True]])
    assert got(trace) == [0, 1, 2], "close(immediate=True) after close() drops what is left"


async def test_what_was_dropped_does_not_come_back(run):
    closes = [[0.4, True], [0.8, False]]
    trace = await run("relay", producers=[[1, 2]], consumers=[0.1], late=1.2, closes=closes)
    assert got(trace) == [], "close() brought back what close(immediate=True) had dropped"


async def test_a_queue_that_is_closed_and_empty_stays_so(run):
    trace = await run("after_the_end")
    assert got(trace) == ["last"], "what is in a closed queue can be had once"
    closed = [event.who for event in trace.happened("closed")]
    assert closed == ["got", "put"] * 2, "a closed and empty queue refuses every get and every put, each time"


async def test_without_a_close_everybody_may_go_on(run):
    trace = await run(
        "relay", producers=[list("abc"), list("def")], consumers=[0.1, 0.1], stop_after=3, maxsize=1
    )
    assert sorted(got(trace)) == list("abcdef"), "each item that was put must come out once"


async def test_leaving_a_loop_does_not_close_the_queue(run):
    inputs = {"producers": [list("abcd")], "consumers": [0.4, 0.6], "stop_after": 2, "loop": True}
    trace = await run("relay", **inputs)
    assert sorted(got(trace)) == list("abcd"), (
        "whoever leaves a loop leaves the rest of the items to the others"
    )


async def test_random_crowds(run, rng):
    async def one():
        producers = [[f"{name}{number}" for number in range(rng.randint(1, 5))] for name in "abc"]
        trace = await run(
            "relay",
            producers=producers,
            consumers=[rng.uniform(0.05, 0.3) for _ in range(rng.randint(1, 3))],
            maxsize=rng.choice([0, 1, 2, 3]),
            pause=rng.uniform(0.02, 0.1),
            closes=[[rng.uniform(0.2, 0.6), False]],
            loop=rng.random() < 0.5,
        )
        accepted = sorted(event.data["item"] for event in trace.happened("put"))
        assert sorted(got(trace)) == accepted, delivered(trace)

    await asyncio.gather(*(one() for _ in range(6)))


async def test_a_cancelled_get_loses_no_item(run):
    alone, before = await asyncio.gather(
        run("impatient_getter", getters=1, cancel_first=False),
        run("impatient_getter", getters=1, cancel_first=True),
    )
    loop = await run("impatient_getter", getters=1, cancel_first=True, loop=True)
    for trace, what in ((alone, "get"), (before, "get"), (loop, "loop")):
        items = got(trace) + [event.data["item"] for event in trace.happened("left")]
        assert items == ["item"], f"a {what} was cancelled, and the item that was put at that moment is lost"


async def test_a_cancelled_get_keeps_nobody_waiting(run):
    together, before = await asyncio.gather(
        run("impatient_getter", getters=3, cancel_first=False),
        run("impatient_getter", getters=3, cancel_first=True),
    )
    for trace in (together, before):
        left = [event.data["item"] for event in trace.happened("left")]
        assert got(trace) + left == ["item"], (
            "a get was cancelled, and the item that was put at that moment is lost"
        )
        assert left == [], (
            "a get was woken and cancelled, and the next one waited on although an item was there"
        )


async def test_a_cancelled_put_keeps_nobody_waiting(run):
    together, before = await asyncio.gather(
        run("impatient_putter"), run("impatient_putter", cancel_first=True)
    )
    for trace, what in ((together, "woken and cancelled"), (before, "cancelled")):
        assert "producer 2" in got(trace), (
            f"a put was {what}, and the next one waited on although there was room"
        )


async def test_a_cancelled_one_keeps_no_close_to_itself(run):
    trace = await run("one_moment")
    for what in ("get", "put"):
        assert not trace.happened("timeout", f"waiting {what}"), (
            f"a waiting {what} was cancelled at the moment of the close, and another {what} never heard of the close"
        )


async def test_a_put_that_is_woken_when_the_queue_is_closed(run):
    trace = await run("one_moment")
    gets = [event.what for event in trace.events if "late get" in (event.what, event.who)]
    assert gets == sorted(gets, reverse=True), (
        "a get raised QueueClosed, and a later one returned an item: "
        "a put that had been waiting added it to the closed queue"
    )
    put, came = bool(trace.happened("woken put")), "late get" in gets
    assert came or not put, "a put returned, and its item was lost at the close"
    assert put or not came, "a put raised QueueClosed, and its item came out"


async def test_timeouts_leave_no_trace(run):
    trace = await run("timeouts")
    assert not trace.happened("closed"), (
        "a put or a get was given up, and raised QueueClosed in an open queue"
    )
    assert got(trace) == ["first", "second"], (
        "puts and gets that were given up must not touch the items of others"
    )
    assert len(trace.happened("timeout")) == 4, "get on an empty queue waits, and so does put on a full one"
