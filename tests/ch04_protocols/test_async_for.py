"""async_for: orders come one by one, and are delivered while the next ones are on their way."""

from kata.judge import seconds


def explain(trace):
    """The belief behind a run that did not end well."""
    if trace.error_of_run is not None and trace.error_of_run.type == "CancelledError":
        return "a task was cancelled that is none of the deliveries: only wait for tasks that you have made"
    for call in trace.calls:
        if call.error is not None:
            return no_iterator(trace) or wrong_end(trace, call.error) or wrong_source(trace, call)
    if trace.leftovers and trace.happened("orders end"):
        return pending(trace)
    return None


def no_iterator(trace):
    """What is wrong with the object that dispatch_orders gave."""
    for kind in types(trace, "without __aiter__"):
        if kind == "coroutine":
            return (
                "dispatch_orders gave a coroutine, and async for cannot loop over one: "
                "only a yield in its body makes an async def an asynchronous generator"
            )
        if kind in ("generator", "list", "range", "tuple"):
            return f"dispatch_orders gave a plain {kind}: that has what for asks for, and async for asks for __aiter__"
        return f"dispatch_orders gave an object of type {kind}, which has no __aiter__"
    for kind in types(trace, "without __anext__"):
        if kind == "coroutine":
            return "__aiter__ gave a coroutine: it must be a plain def, for async for awaits __anext__ only"
        return f"__aiter__ gave an object of type {kind}, which has no __anext__"
    for kind in types(trace, "nothing to await"):
        return f"__anext__ gave an object of type {kind}: async for awaits what __anext__ gives"
    return None


def types(trace, what):
    return [event.data["type"] for event in trace.happened(what)]


def wrong_end(trace, error):
    """The end of an iteration, told in a way that Python does not let through."""
    for leaf in error.leaves():
        if "raised StopIteration" in leaf.text:
            return (
                "StopIteration ends a plain for; the end of an asynchronous iteration is StopAsyncIteration"
            )
        if "raised StopAsyncIteration" in leaf.text:
            return "an asynchronous generator ends by returning: Python raises StopAsyncIteration for it"
        if "already running" in leaf.text and trace.scenario == "two_at_a_time":
            return "two calls of dispatch_orders gave the same iterator: every call must give one of its own"
    return None


def wrong_source(trace, call):
    """The orders were taken in a way that not every asynchronous iterable knows."""
    kind = trace.inputs.get("source", "generator")
    for leaf in call.error.leaves():
        if leaf.type == "TypeError" and ("is not iterable" in leaf.text or "be an iterable" in leaf.text):
            return "a plain for cannot wait, nor can a star: orders that come with time need async for"
        if leaf.type == "TypeError" and "used in 'await'" in leaf.text:
            return f"orders come one by one, and there is nothing to await that would give all of them: {leaf.text}"
        if leaf.type in ("TypeError", "AttributeError") and kind != "generator":
            return (
                f"not everything that async for can loop over is a generator, these orders are an {kind}: "
                f"{leaf.text}"
            )
        if trace.inputs.get("gaps") == []:
            return (
                f"with no orders at all there is nothing to wait for, but dispatch_and_deliver raised {leaf}"
            )
    return None


def pending(trace):
    """Deliveries on their way at the instant of return; or time that went by after the last one."""
    waiting = [span.who for span in trace.spans if span.end > trace.call.end or span.ending != "done"]
    if not waiting and not trace.leftovers:
        return (
            "dispatch_and_deliver must return as soon as the orders have ended and the last delivery is over"
        )
    which = f" (not over: {', '.join(waiting)})" if waiting else ""
    return (
        "dispatch_and_deliver returned while orders were still being delivered: "
        f"a task goes on by itself, but nobody waits for it{which}"
    )


def returns_at(trace, instant):
    """It waits for the deliveries, by waiting and not by asking, and for nothing else."""
    assert trace.turns < 500, (
        "the event loop was kept busy: to look again and again whether something is over is not to wait for it"
    )
    assert trace.elapsed == seconds(instant), pending(trace)


def came(trace):
    """Every order that the orders gave, and when."""
    return {f"delivery {event.data['order']}": event.at for event in trace.happened("order comes")}


def delivered(trace):
    """What was delivered: numbers in their order, and last whatever else was taken for an order."""
    orders = [span.data["order"] for span in trace.spans]
    return sorted(orders, key=lambda order: (0, order) if type(order) is int else (1, str(order)))


def not_taken(orders):
    """Why not all orders were asked for."""
    if orders == [0]:
        return "nothing was asked for after order 0: 0 counts as false, but it is an order and not the end"
    return "dispatch_and_deliver must take all the orders that it is given"


def not_delivered(trace):
    """Why not every order was delivered."""
    if trace.never_awaited() and not trace.spans and came(trace):
        return "to call deliver(order) only makes a coroutine object: nobody delivered anything"
    if trace.leftovers:
        return pending(trace)
    cut = [span.who for span in trace.spans if span.ending == "cancelled"]
    if cut:
        return f"{cut[0]} was cancelled on its way, although nothing had gone wrong"
    orders = {span.who for span in trace.spans}
    if orders < set(came(trace)):
        missing = ", ".join(sorted(set(came(trace)) - orders))
        return f"each order that comes must be delivered, once: {missing} never began"
    return "each order that comes must be delivered, once"


def late(trace):
    """Why deliveries did not begin when their orders came."""
    starts, arrivals = trace.starts(), came(trace)
    if (
        len(starts) > 1
        and len(arrivals) > 1
        and min(starts.values()) >= max(arrivals.values()) > min(arrivals.values())
    ):
        return (
            "nothing was delivered until all orders had come: a list has to be complete, a stream need not be"
        )
    if trace.spans and trace.spans[0].start > arrivals.get(trace.spans[0].who, trace.spans[0].start):
        return "the first order had come, and its delivery did not begin, although nothing else was under way"
    for number, (before, after) in enumerate(zip(trace.spans, trace.spans[1:], strict=False), start=1):
        if after.start >= before.end:
            if arrivals.get(after.who, after.start) < after.start:
                return f"order {number} waited for delivery {number - 1}, although it had come: deliveries overlap"
            return (
                f"order {number} waited for delivery {number - 1}: async for does not run its body beside the "
                "iteration, the next order is only asked for when the body has ended"
            )
    return "a delivery must begin when its order comes"


def other_orders(trace, n):
    """Why the orders were not 0 to n - 1."""
    dispatched = trace.happened("dispatched")
    if len(dispatched) > n:
        extra = dispatched[n].data["order"]
        if extra is None:
            return (
                "after the last order came None, and again None: to return from __anext__ is to give one more order, "
                "the end is told by raising StopAsyncIteration"
            )
        if "StopAsyncIteration" in str(extra):
            return "StopAsyncIteration came as if it were an order: the end is told by raising it, not by giving it"
        whats = [event.what for event in trace.events if event.what in ("dispatched", "the end")]
        if whats[n] == "the end":
            return f"after the end came order {extra!r}: an iterator that has ended stays ended"
    if any(getattr(event.data["order"], "type", None) == "coroutine" for event in dispatched):
        return (
            "the orders that came were coroutine objects: what nobody awaits is not done, and gives no number"
        )
    orders = [event.data["order"] for event in dispatched]
    if all(type(order) is int for order in orders) and sorted(orders) == list(range(n)):
        return f"the orders came in another order: dispatch_orders({n}) gives 0 first and {n - 1} last"
    return f"dispatch_orders({n}) gives the numbers from 0 to {n - 1}, and no others"


def wrong_instants(trace):
    """Why the orders came at other instants."""
    if trace.never_awaited():
        return "to call asyncio.sleep only makes a coroutine object: nobody awaited it, so nobody waited"
    if trace.when("dispatched")[0] == 0:
        return "an order comes when its interval has passed, not before it"
    return "each order comes one interval after it was asked for"


async def test_the_orders_come_one_by_one(run):
    trace = await run("dispatching", n=5, interval=1.0)
    orders = [event.data["order"] for event in trace.happened("dispatched")]
    assert orders == [0, 1, 2, 3, 4], other_orders(trace, 5)
    assert trace.turns < 250, (
        "the event loop was kept busy: to look at the clock again and again is not to wait"
    )
    assert trace.when("dispatched") == [1, 2, 3, 4, 5], wrong_instants(trace)


async def test_after_the_last_order_it_has_ended_for_good(run):
    trace = await run("dispatching", n=2, interval=0.5)
    assert len(trace.when("the end")) == 3, (
        "asked again after its end, dispatch_orders must say again that it has ended"
    )
    assert trace.when("the end") == trace.when("dispatched")[-1:] * 3, (
        "after the last order the end is known at once, without another interval"
    )


async def test_every_order_is_delivered_once(run):
    trace = await run("delivering", gaps=[0.5, 0.5, 0.5], takes=[0.8, 0.8, 0.8])
    orders = [event.data["order"] for event in trace.happened("order comes")]
    assert orders == [0, 1, 2], not_taken(orders)
    assert delivered(trace) == orders, not_delivered(trace)


async def test_a_delivery_begins_when_its_order_comes(run):
    trace = await run("delivering", gaps=[1, 1, 1, 1, 1], takes=[1, 1, 1, 1, 1])
    assert trace.starts() == came(trace), late(trace)
    assert came(trace) == {f"delivery {order}": order + 1 for order in range(5)}, late(trace)
    returns_at(trace, 6)


async def test_slow_deliveries_overlap(run):
    trace = await run("delivering", gaps=[0.5, 0.5, 0.5, 0.5], takes=[1.8, 1.8, 1.8, 1.8])
    assert trace.starts() == {f"delivery {order}": (order + 1) / 2 for order in range(4)}, late(trace)
    returns_at(trace, 3.8)
