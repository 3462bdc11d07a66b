"""async_for with other intervals, from other sources, with no orders, with errors, and interrupted."""

import asyncio

from test_async_for import came, delivered, explain, late, other_orders, returns_at

from kata.judge import seconds

__all__ = ["explain"]


async def test_intervals_of_any_length(run, rng):
    n, interval = rng.randint(2, 3), rng.uniform(0.4, 0.7)
    trace = await run("dispatching", n=n, interval=interval)
    orders = [event.data["order"] for event in trace.happened("dispatched")]
    assert orders == list(range(n)), other_orders(trace, n)
    assert trace.when("dispatched") == [interval * (order + 1) for order in range(n)], (
        "orders come at the interval that dispatch_orders was given"
    )


async def test_the_interval_is_a_second_if_nothing_is_said(run):
    trace = await run("dispatching", n=2)
    assert trace.when("dispatched") == [1, 2], "without an interval, orders come a second apart"


async def test_no_orders_at_all(run):
    dispatched, delivered = await asyncio.gather(
        run("dispatching", n=0, interval=1.0), run("delivering", gaps=[], takes=[])
    )
    orders = [event.data["order"] for event in dispatched.happened("dispatched")]
    assert orders == [], "dispatch_orders(0) gives no order at all"
    assert dispatched.when("the end") == [0, 0, 0], "where there are no orders, the end is known at once"
    assert delivered.elapsed == seconds(0), "without orders there is nothing to wait for"


async def test_orders_that_come_at_once(run):
    trace = await run("dispatching", n=40, interval=0)
    orders = [event.data["order"] for event in trace.happened("dispatched")]
    assert orders == list(range(40)), other_orders(trace, 40)
    assert trace.when("dispatched") == [0] * 40, "an interval of 0 is an interval too, and a short one"


async def test_any_number_of_deliveries_may_be_under_way(run):
    trace = await run("delivering", gaps=[0] * 40, takes=[0.8] * 40)
    assert len(delivered(trace)) == 40, "dispatch_and_deliver must take all the orders that it is given"
    assert trace.at_once() == 40, "40 orders come at once, and the deliveries of them must overlap"
    returns_at(trace, 0.8)


async def test_orders_and_deliveries_may_take_their_time(run):
    trace = await run("delivering", gaps=[0.4, 7], takes=[13, 0.4])
    assert delivered(trace) == [0, 1], "an order that is slow to come must be waited for"
    returns_at(trace, 13.4)


async def test_nothing_happens_while_nobody_asks(run):
    trace = await run("dispatching", n=2, interval=0.5, pause=0.4)
    instants = trace.when("dispatched")
    assert instants == [0.9, 1.8], (
        "an order came sooner than its interval after it was asked for: the interval counts from the asking, and "
        "nothing is done ahead"
        if any(observed < expected for observed, expected in zip(instants, [0.9, 1.8], strict=False))
        else "each order comes one interval after it was asked for"
    )


async def test_two_iterators_know_nothing_of_each_other(run):
    trace = await run("two_at_a_time", n=2, intervals=[0.4, 0.7])
    for who, interval in ("first", 0.4), ("second", 0.7):
        orders = [event.data["order"] for event in trace.happened("dispatched", who)]
        assert orders == [0, 1], (
            "two iterators share their position: every call of dispatch_orders begins at order 0"
        )
        instants, expected = trace.when("dispatched", who), [interval, 2 * interval]
        assert instants == expected, (
            "two iterators that were asked at the same time waited for each other"
            if any(observed > due for observed, due in zip(instants, expected, strict=True))
            else "an order comes when its interval has passed, not before it"
        )


async def test_two_calls_know_nothing_of_each_other(run):
    trace = await run.play("two_calls", gaps=[0.5, 0.5], takes=[0.2, 2])
    trace.allow("leftovers", "warnings")
    for call, end in zip(trace.calls, (1.2, 3), strict=True):
        assert (call.ending, call.end) == ("returned", end), (
            "two calls of dispatch_and_deliver at the same time got into one another: "
            "each has deliveries of its own, and waits for no others"
        )


async def test_orders_and_deliveries_of_any_speed(run, rng):
    gaps = [rng.uniform(0.35, 0.6) for _ in range(rng.randint(3, 4))]
    takes = [rng.uniform(0.4, 2) for _ in gaps]
    numbers = rng.sample(range(100), len(gaps))
    trace = await run("delivering", gaps=gaps, takes=takes, numbers=numbers)
    arrivals = [sum(gaps[: place + 1]) for place in range(len(gaps))]
    assert delivered(trace) == sorted(numbers), (
        "the orders to deliver are those that come, whatever their numbers are"
    )
    assert trace.starts() == {f"delivery {n}": at for n, at in zip(numbers, arrivals, strict=True)}, late(
        trace
    )
    returns_at(trace, max(at + take for at, take in zip(arrivals, takes, strict=True)))


async def test_a_first_delivery_that_is_the_last_to_end(run):
    trace = await run("delivering", gaps=[0.4, 0.4, 0.4], takes=[2, 0.4, 0.4])
    assert trace.starts() == came(trace), late(trace)
    returns_at(trace, 2.4)


async def test_the_same_number_may_come_twice(run):
    trace = await run("delivering", gaps=[0.5, 0.5, 0.5], takes=[1, 1, 1], numbers=[4, 4, 0])
    assert delivered(trace) == [0, 4, 4], (
        "each order that comes is delivered, even when one with its number came before"
    )
    returns_at(trace, 2.5)


async def test_orders_may_come_from_anything_that_async_for_takes(run):
    for source in "iterable", "iterator":
        trace = await run("delivering", gaps=[0.5, 0.5], takes=[1, 1], source=source)
        assert trace.starts() == {"delivery 0": 0.5, "delivery 1": 1}, late(trace)
        returns_at(trace, 2)


async def test_both_together(run):
    trace = await run("whole_program", n=3, interval=0.5, takes=1.2)
    assert trace.starts() == {"delivery 0": 0.5, "delivery 1": 1, "delivery 2": 1.5}, (
        "dispatch_and_deliver must deliver the orders that it is given as they come"
    )
    returns_at(trace, 2.7)


async def test_the_error_of_a_delivery_comes_out(run):
    trace = await run.play("failing", gaps=[0.5, 0.5, 0.5], takes=[0.8, 0.8, 0.8], failing=[1])
    trace.allow("leftovers", "warnings")
    assert trace.call.ending == "raised", nobody_was_told(trace, "a delivery")
    known = [leaf.known for leaf in trace.error.leaves()]
    assert known == ["the error of delivery 1"], (
        "the error that comes out must be the one that the delivery raised"
    )
    assert trace.who().count("delivery 1") == 1, (
        "a delivery failed and was tried again: deliver(order) must be called once for each order"
    )


def nobody_was_told(trace, whose):
    """Why an error did not come out."""
    if trace.cancelled:
        return f"{whose} failed, and CancelledError came out in place of its error: nobody had cancelled the call"
    return f"{whose} failed, and nobody was told: its error must come out"


async def test_the_error_of_a_delivery_that_is_over_before_the_next_order_comes_out(run):
    trace = await run.play("failing", gaps=[0.5, 0.7, 0.5], takes=[0.3, 0.3, 0.3], failing=[0])
    trace.allow("leftovers", "warnings")
    assert trace.call.ending == "raised", (
        nobody_was_told(trace, "a delivery")
        if trace.cancelled
        else "a delivery had failed before the last order came, and nobody was told: what is done may have failed"
    )
    known = [leaf.known for leaf in trace.error.leaves()]
    assert known == ["the error of delivery 0"], (
        "the error that comes out must be the one that the delivery raised"
    )


async def test_when_two_deliveries_fail_one_error_at_least_comes_out(run):
    trace = await run.play("failing", gaps=[0.5, 0.5, 0.5], takes=[0.8, 0.8, 0.8], failing=[0, 2])
    trace.allow("leftovers", "warnings")
    assert trace.call.ending == "raised", nobody_was_told(trace, "more than one delivery")
    known = {leaf.known for leaf in trace.error.leaves()}
    assert known <= {"the error of delivery 0", "the error of delivery 2"}, (
        "the error that comes out must be one that a delivery raised"
    )


async def test_the_error_of_the_orders_comes_out(run):
    trace = await run.play("failing", gaps=[0.5, 0.5], takes=[0.8, 0.8], orders_fail=True)
    trace.allow("leftovers", "warnings")
    assert trace.call.ending == "raised", (
        "the orders failed, and nobody was told: that error must come out too"
    )
    known = [leaf.known for leaf in trace.error.leaves()]
    assert known == ["the error of the orders"], (
        "the error that comes out must be the one that the orders raised"
    )


async def test_a_cancelled_caller_ends_cancelled(run):
    for cancel_at in 0.2, 0.7, 1.9:
        trace = await run.play("delivering", gaps=[0.5, 0.5, 0.5], takes=[1, 1, 1], cancel_at=[cancel_at])
        trace.allow("leftovers", "warnings")
        assert trace.cancelled, (
            "dispatch_and_deliver was cancelled, but the cancellation did not come out of it"
        )
