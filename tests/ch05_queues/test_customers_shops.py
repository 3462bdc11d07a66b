"""customers_shops: the customers leave, the orders are handled, the shops close: three waits, each for its own kind."""

from itertools import takewhile

from kata.judge import seconds

MARKET = {
    "customers": [
        [[1.0, "milk"], [0.7, "bread"], [1.2, "fish"]],
        [[1.3, "crepes"], [0.8, "eggs"], [1.1, "rice"]],
    ],
    "shops": 2,
    "jobs": {"milk": 2, "crepes": 3, "bread": 1, "eggs": 1, "fish": 1, "rice": 2},
}
BEGIN = {"milk": 1.0, "crepes": 1.3, "bread": 3.0, "eggs": 4.0, "fish": 4.3, "rice": 5.0}
TELEPHONE = {"orders": ["tea", "cake"], "browsing": 1, "shops": 1, "jobs": {"tea": 2, "cake": 1.5}}


async def test_the_shops_work_while_the_customers_are_still_shopping(run):
    trace = await played(run, "market", **MARKET)
    assert still_shopping(trace) == [], (
        f"main returned at {at(trace.call.end)} while customers were still shopping"
    )
    first = began(trace).get("milk")
    if first is None and said(trace) and sayings(trace)[0].at < 1.0:
        sentence = (
            f"a shop closed at {at(sayings(trace)[0].at)}, before the first order: "
            "an empty queue does not mean that nothing will come"
        )
    elif first is None and trace.never_awaited():
        sentence = not_awaited(trace)
    elif first is None and orders(trace):
        sentence = f"handle was given {orders(trace)[0].who} as the order, and nobody had ordered that"
    elif first is None:
        sentence = "no shop ever handled the first order: an empty queue does not mean that nothing will come"
    elif first > 2.9:
        sentence = (
            "no shop was open while the customers were shopping: the first order waited until they had left"
        )
    else:
        sentence = (
            "the first order must be begun when it is placed: a shop that looks now and then looks too late"
        )
    assert first == seconds(1.0), sentence


async def test_customers_shop_at_the_same_time(run):
    trace = await played(run, "market", **MARKET)
    visits = sorted(span.who for span in customers(trace))
    assert visits == ["customer 1", "customer 2"], "each customer is called once, and comes once"
    times = {event.who: event.at for event in trace.happened("placed")}
    plan = {"milk": 1.0, "bread": 1.7, "fish": 2.9, "crepes": 1.3, "eggs": 2.1, "rice": 3.2}
    late = [item for item in plan if item not in times or times[item] > plan[item]]
    sentence = "a customer could not place an order when he wanted to: the queue was full"
    if times.get("crepes", 9) > 2.9:
        sentence = "the second customer only came when the first had left: customers shop at the same time"
    assert late == [], sentence


async def test_an_order_that_was_taken_is_finished(run):
    trace = await played(run, "telephone", **TELEPHONE)
    assert handled(trace) == ["cake", "tea"], too_early(
        trace,
        "it told the shop to stop as soon as the customer had left; cancel() breaks off whatever the shop is doing",
    )


async def test_all_orders_are_handled(run):
    trace = await played(run, "market", **MARKET)
    assert handled(trace) == sorted(BEGIN), too_early(
        trace,
        "join() returns at once on an empty queue, and before the first order the queue is empty: "
        "it says nothing of orders that are still to come",
    )


async def test_each_shop_works_on_one_order_at_a_time(run):
    trace = await played(run, "market", **MARKET)
    assert most_at_once(trace) <= 2, "2 shops must not have more than 2 orders in hand"
    numbers = {span.data["shop"] for span in orders(trace)}
    assert numbers <= {0, 1}, "2 shops have the numbers 0 and 1"
    assert busy_twice(trace) == [], "one shop had two orders in hand at the same time"


async def test_first_come_first_served(run):
    trace = await played(run, "market", **MARKET)
    assert began(trace) == BEGIN, out_of_turn(trace, BEGIN)


async def test_main_returns_when_the_last_order_is_done(run):
    trace = await played(run, "market", **MARKET)
    assert trace.elapsed == seconds(7.0), "all orders were done at 7.0, and nothing else is worth waiting for"


async def test_every_shop_says_that_it_is_closed(run):
    trace = await played(run, "market", **MARKET)
    assert_closed(trace)


# Why an answer fails these tests.


def most_at_once(trace):
    begins = [span.start for span in orders(trace)]
    return max(sum(s.start <= begin < s.end for s in orders(trace)) for begin in begins)


def busy_twice(trace):
    work = sorted(orders(trace), key=lambda span: float(span.start))
    pairs = [(one, two) for i, one in enumerate(work) for two in work[i + 1 :]]
    return [two.who for one, two in pairs if one.data["shop"] == two.data["shop"] and two.start < one.end]


def out_of_turn(trace, plan):
    begun = sorted(began(trace), key=lambda item: float(began(trace)[item]))
    if begun != list(plan):
        return "orders must be begun in the order in which they were placed"
    for item, begin in plan.items():
        if began(trace)[item] > begin:
            return f"{item} waited for a shop although a shop was free"
    return "an order was begun before a shop was free for it"


def assert_closed(trace):
    words, shops = said(trace), trace.inputs["shops"]
    expected = [f"shop {number} closed" for number in range(shops)]
    if not words:
        sentence = (
            "no shop said that it is closed: a cancelled shop does not get past its endless loop; it gets a "
            "CancelledError at the await where it waits, and `except Exception` does not catch that one"
        )
    elif len(words) > shops:
        first = at(sayings(trace)[0].at)
        sentence = f"each shop says once that it is closed; {len(words)} times was more, beginning at {first}"
    else:
        sentence = f"each of the {shops} shops must say that it is closed"
        others = sorted(set(words) - set(expected))
        if others:
            sentence = f'a shop said "{others[0]}", where its last word should be "{expected[0]}"'
    assert sorted(words) == expected, sentence
    last = max((span.end for span in orders(trace)), default=0)
    early = [event.data["text"] for event in sayings(trace) if shop_works_after(trace, event)]
    assert early == [], (
        f"a shop said that it is closed and went on working; the last order was done at {at(last)}"
    )


def shop_works_after(trace, event):
    return any(
        event.data["text"] == f"shop {span.data['shop']} closed" and span.end > event.at
        for span in orders(trace)
    )


def explain(trace):
    """The belief behind a run that did not end well."""
    if trace.ending == "deadlock":
        return why_it_hangs(trace)
    if not trace.calls:
        return None
    if trace.error_of_run is not None and trace.error_of_run.type == "CancelledError":
        return "whoever called main was cancelled: the task in which main runs is one of all_tasks()"
    if trace.error is not None:
        return why_it_raises(trace)
    if trace.happened("still there"):
        return shops_left_alone(trace)
    return None


def why_it_raises(trace):
    if trace.call.ending == "cancelled" and not trace.call.cancels:
        return (
            "main ended by a CancelledError although nobody cancelled it: "
            "whoever awaits a cancelled shop gets the shop's CancelledError"
        )
    if any(leaf.type == "QueueFull" for leaf in trace.error.leaves()):
        return "a customer could not place an order: the queue has a size limit, and was full"
    return None


def why_it_hangs(trace):
    if trace.scenario == "two_markets":
        return "two markets were open at the same time, and one took what belongs to the other: somebody waits for ever"
    if not trace.calls:
        return None
    stuck, shops = waiting_shops(trace), trace.inputs["shops"]
    broken = [warning for warning in trace.warnings if warning["kind"] == "never_retrieved"]
    blocking = [task for task in trace.stuck if task["waits"] == "a blocking call" and task["where"]]
    if blocking:
        where = blocking[0]["where"]
        return (
            f"the whole event loop stands still at line {where['line']}: {where['source']}; "
            "a queue for threads, as any blocking call, does not let anybody else run while it waits"
        )
    if trace.never_awaited():
        return not_awaited(trace)
    if broken:
        where = f" at line {broken[0]['where']['line']}" if broken[0]["where"] else ""
        if "called too many times" in broken[0]["text"]:
            return (
                f"a shop broke down{where}, and everybody else waits for it for ever: it called task_done() for an "
                "order that it had not taken from the queue (a get() that nobody awaits takes nothing), or did so twice"
            )
        return f"a shop broke down{where}, and everybody else waits for it for ever: {broken[0]['text']}"
    if trace.call.ending == "returned" and not said(trace):
        return shops_left_alone(trace)
    if stuck and said(trace) and len(stuck) == shops:
        return (
            "the shop went on serving after it had been told to stop: it heard the CancelledError, said "
            f'"{said(trace)[0]}", and took its place in the queue again; {where_they_wait(trace)}'
        )
    joining = [task for task in trace.stuck if "task_done()" in task["waits"]]
    if any(task["where"] and task["where"]["function"] == "process_orders" for task in joining):
        return "a shop waits in join() until all orders are done, and so never does the rest of them"
    if joining:
        return why_join_hangs(trace, int(joining[0]["waits"].split()[1]))
    if stuck and not customers(trace):
        return (
            f"main waits for a shop, which never ends, before any customer has come: {where_they_wait(trace)}"
        )
    if stuck and all_done(trace):
        if len(stuck) < shops:
            return (
                f"{len(stuck)} of {shops} shops never heard that the market is over: {where_they_wait(trace)}"
            )
        when = (
            f"all orders done at {at(max(span.end for span in orders(trace)))} but " if orders(trace) else ""
        )
        return f"{when}main waits for shops that never end: {where_they_wait(trace)}"
    return None


def why_join_hangs(trace, missing):
    calls = f"{missing} task_done() call" + "s" * (missing != 1)
    if not orders(trace):
        return (
            f"no order was handled, and join() waits for {calls}: there was no shop when the first order came; "
            "an empty queue does not mean that nothing will come"
        )
    open_orders = [item for item in placed(trace) if item not in handled(trace)]
    if open_orders and not waiting_shops(trace):
        why = "an empty queue does not mean that nothing more will come"
        if any(span.ending == "cancelled" for span in orders(trace)):
            why = "the shops were told to stop before that, and cancel() breaks off whatever they are doing"
        return f"no shop is left to handle {names(open_orders)}, and join() waits for {calls}: {why}"
    if all_done(trace):
        return (
            f"all orders were handled, but join() waits for {calls}: get() only takes an item from the queue, "
            "join() counts what was put and not yet reported as done"
        )
    return None


def not_awaited(trace):
    warning = trace.never_awaited()[0]
    line = f" at line {warning['where']['line']}" if warning["where"] else ""
    return f"{warning['text']}{line}: calling a coroutine function only makes a coroutine object"


def shops_left_alone(trace):
    """Main has returned, and somebody neither ended nor will."""
    if still_shopping(trace):
        return f"main returned at {at(trace.call.end)} while customers were still shopping"
    left, shops = len(trace.happened("still there")), trace.inputs["shops"]
    if len(said(trace)) + left > shops:
        return (
            f'the shop went on serving after it had been told to stop: it said "{said(trace)[0]}" '
            "and then waited for the next order"
        )
    who = "the shop" if shops == 1 else f"{left} of {shops} shops"
    end = at(trace.call.end)
    return (
        f"{who} never heard that the market is over: "
        f"main returned at {end} and left them waiting for orders{lines(trace)}"
    )


# What there is to see in a trace.


def at(instant):
    return f"{float(instant):.1f}"


def names(items):
    items = list(map(str, items))
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def orders(trace):
    """The work of the shops: one span for each order that was begun."""
    return [span for span in trace.spans if "shop" in span.data]


def began(trace):
    return {span.who: span.start for span in reversed(orders(trace))}


def placed(trace):
    return [event.who for event in trace.happened("placed")]


def handled(trace):
    """The orders that had been handled when main returned."""
    return sorted(span.who for span in orders(trace) if span.ending == "done" and span.end <= trace.call.end)


def all_done(trace):
    return handled(trace) == sorted(placed(trace)) and not still_shopping(trace)


def sayings(trace):
    """What shops said while the scenario waited for them; what they say when the loop is shut down is too late."""
    events = trace.happened("said") + trace.happened("still there")
    events.sort(key=trace.events.index)
    return list(takewhile(lambda event: event.what == "said", events))


def said(trace):
    return [event.data["text"] for event in sayings(trace)]


def customers(trace):
    return [span for span in trace.spans if "shop" not in span.data]


def still_shopping(trace):
    return [span.who for span in customers(trace) if span.ending == "open" or span.end > trace.call.end]


def waiting_shops(trace):
    return [task for task in trace.stuck if "queue.get()" in task["waits"]]


def where_they_wait(trace):
    """shop 0 and shop 1 wait at line 21 for queue.get() on an empty queue"""
    tasks = waiting_shops(trace)
    shop_of = {span.data["task"]: f"shop {span.data['shop']}" for span in orders(trace)}
    known = sorted(shop_of[task["task"]] for task in tasks if task["task"] in shop_of)
    if len(tasks) == trace.inputs["shops"]:
        known = [f"shop {number}" for number in range(len(tasks))]
    if len(known) > 4:
        known = [known[0], f"{len(known) - 1} more"]
    who = names(known) or ("a shop" if len(tasks) == 1 else f"{len(tasks)} shops")
    verb = "waits" if len(tasks) == 1 else "wait"
    lines = sorted({task["where"]["line"] for task in tasks if task["where"]})
    return f"{who} {verb}{f' at line {names(lines)}' if lines else ''} for {tasks[0]['waits']}"


def lines(trace):
    found = sorted({task["where"]["line"] for task in trace.leftovers if task["where"]})
    return f" at line {names(found)}" if found else ""


async def played(run, scenario, **inputs):
    """The run; shops may close after main has returned, if they do it by themselves."""
    trace = await run(scenario, **inputs)
    if not trace.happened("still there"):
        trace.allow("leftovers")
    return trace


def too_early(trace, otherwise):
    """Why orders were open when main returned."""
    end, work = trace.call.end, orders(trace)
    count = len(placed(trace)) - len(handled(trace))
    head = f"main returned at {at(end)} with {count} of {len(placed(trace))} orders not handled"
    if len(work) == len(placed(trace)) and count:
        return (
            f"{head}: they had only been taken from the queue. Taken is not done: the queue may be empty, "
            "and every get() have its task_done(), while shops are still at work"
        )
    if customers(trace) and end == max(span.end for span in customers(trace)):
        return f"{head}: {otherwise}"
    return head
