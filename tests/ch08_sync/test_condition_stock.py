"""condition_stock: all at once or wait, and nobody waits while there is enough for him."""

from kata.judge import seconds

TWO = [
    {"at": 0, "take": 5, "who": "A"},
    {"at": 0.3, "take": 1, "who": "B"},
    {"at": 1, "add": 1},
    {"at": 2, "add": 3},
    {"at": 3, "add": 2},
]


async def test_enough_is_there(run):
    trace = await business(run, [{"at": 0.3, "add": 5}, {"at": 0.7, "take": 3, "who": "A"}])
    assert trace.ends()["A"] == seconds(0.7), "A wants 3 of 5: there is nothing to wait for"
    assert last_stock(trace) == 2, "take(3) of a stock of 5 leaves 2"


async def test_waiting_keeps_nobody_busy(run):
    trace = await run("business", plan=TWO)
    assert trace.turns < 1000, (
        f"the event loop turned {trace.turns} times for 5 calls: whoever looks again and again whether enough is "
        "there keeps the whole program busy"
    )


async def test_a_taker_waits_until_enough_is_there(run):
    trace = await business(
        run, [{"at": 0, "take": 2, "who": "A"}, {"at": 0.4, "add": 1}, {"at": 0.8, "add": 1}]
    )
    assert trace.ends()["A"] == seconds(0.8), (
        f"A wants 2: the second came at 0.8, and A had it at {trace.ends()['A']}"
    )


async def test_whoever_wants_less_goes_first(run):
    trace = await business(run, TWO)
    assert trace.ends()["B"] == seconds(1), "B wants 1, which came at 1"
    assert trace.ends()["A"] == seconds(3), "A wants 5: with what B took, enough had come at 3"
    assert last_stock(trace) == 0, "6 came, and 6 were taken"


async def test_a_taker_gives_up(run):
    trace = await business(
        run,
        [
            {"at": 0, "take": 3, "who": "A", "until": 0.8},
            {"at": 0.4, "take": 2, "who": "B"},
            {"at": 1.2, "add": 2},
        ],
    )
    assert trace.endings()["A"] == "cancelled", (
        "A was cancelled, but the cancellation did not come out of take"
    )
    assert trace.ends()["A"] == seconds(0.8), "A was cancelled at 0.8, but went on"
    assert trace.ends()["B"] == seconds(1.2), "B wants 2, which came at 1.2; A had given up"


# Why an answer fails these tests.


async def business(run, plan, **inputs):
    """One run in which the stock is right at all times."""
    trace = await run("business", plan=plan, **inputs)
    for step in plan:
        if "until" in step:
            assert trace.endings()[step["who"]] == "cancelled", (
                f"{step['who']} was cancelled, but the cancellation did not come out of take"
            )
    check_the_stock(trace)
    adds = [span for span in trace.spans if "added" in span.data]
    assert all(span.end == span.start for span in adds), "add waited for a taker"
    return trace


def check_the_stock(trace):
    sentence = wrong(trace)
    if sentence is not None:
        raise AssertionError(sentence)


def explain(trace):
    """The belief behind a run that did not end well."""
    if any("acquire" in warning["text"] for warning in trace.never_awaited()):
        return "acquire() was called and not awaited: that takes no lock, it only makes a coroutine object"
    if trace.calls and trace.call.error is not None:
        leaf = trace.call.error.leaves()[0]
        if "un-acquired" in leaf.text:
            return f"{leaf.text}{at_line(leaf.where)}: a condition is used by whoever holds its lock"
        if leaf.is_a("InvalidStateError"):
            return "what came was given to a taker who had given up: its future was over already"
    if trace.ending == "deadlock":
        return why_it_hangs(trace)
    return None


def why_it_hangs(trace):
    blocking = [task for task in trace.stuck if task["waits"] == "a blocking call"]
    if blocking:
        return (
            f"a blocking call of the threading module stopped the whole event loop{line(blocking)}: nobody can add "
            "anything any more"
        )
    locks = [task for task in trace.stuck if task["waits"].startswith("lock.acquire()")]
    if locks:
        _, _, holder = locks[0]["waits"].partition("held by ")
        waits = next((task["waits"] for task in trace.stuck if repr(task["task"]) == holder), "")
        if repr(locks[0]["task"]) == holder:
            return f"{holder} waits{line(locks)} for a lock that it holds itself: it cannot be acquired twice"
        if holder:
            return (
                f"{holder} keeps the lock while it waits for {waits.partition(':')[0]}, and so {names(locks)} cannot "
                f"get in{line(locks)}: nothing can change while somebody waits for a change"
            )
        return f"somebody ended and kept the lock: {names(locks)} cannot get in{line(locks)}"
    return wrong(trace)


def wrong(trace):
    """What is wrong with the stock, or with who waits, at the first instant at which something is."""
    if any(event.data["stock"] != 0 for event in trace.happened("opens")):
        return "a warehouse begins empty"
    for event in trace:
        stock = event.data.get("stock", 0)
        if event.what == "took" and stock < 0:
            return (
                f"the stock was {stock} at {event.at}: somebody took {event.data['n']} when fewer were there; whoever "
                "is woken must look again, for what came may not be enough"
            )
        if event.what == "later" and stock < 0:
            return f"the stock was {stock} at {event.at}: somebody took what was not there, and waited for it then"
        if event.what in ("later", "closes"):
            sentence = miscounted(trace, event)
            if sentence is not None:
                return sentence
        for who, n in event.data.get("waiting", {}).items():
            if n <= stock:
                return why_it_waits(trace, event, who, n)
    return None


def miscounted(trace, event):
    stock, added, taken = (event.data[key] for key in ("stock", "added", "taken"))
    if stock == added - taken:
        return None
    slow = [span for span in trace.spans if "added" in span.data and _lies_in(span, event)]
    if slow:
        return f"{slow[0].who}, which began at {slow[0].start}, was not over at {event.at}: add never waits for a taker"
    what = f"at {event.at} the stock was {stock}, although {added} had been added and {taken} taken"
    if stock > added - taken:
        return what
    waiting = " and ".join(list(event.data.get("waiting", {}))[:2])
    gone = [span.who for span in trace.spans if span.ending == "cancelled" and span.end <= event.at]
    if gone:
        return f"{gone[0]} gave up, and took along what it had no right to: {what}"
    if waiting:
        return f"somebody hoarded: {what}; the rest was kept for {waiting}, who waited for more"
    return what


def _lies_in(span, event):
    """Whether the event happened while the span went on; it may have been the first thing that happened then."""
    return float(span.start) < float(event.at) and event.at < span.end


def why_it_waits(trace, event, who, n):
    """Why somebody waits although there is enough for him."""
    stock, others = event.data["stock"], [name for name in event.data["waiting"] if name != who]
    head = f"{who} waited for {n} at {event.at}, and {stock} {'was' if stock == 1 else 'were'} there"
    begin = trace.starts()[who]
    added = [span.start for span in trace.spans if "added" in span.data and span.start <= event.at]
    if added and max(added) < begin:
        return f"{head} when it came: it waited for a signal that had been given before, and did not look"
    mine = trace.span(who)
    quick = [
        span.who
        for span in trace.spans
        if "takes" in span.data and span.ending == "done" and added and span.start == span.end == max(added)
    ]
    if quick:
        return f"{head}: {quick[0]} came in the moment of the delivery and took some, and {who} slept on"
    behind = [name for name in others if trace.starts()[name] <= begin]
    if behind and mine.ending == "done" and trace.ends()[behind[0]] == mine.end:
        return f"{head}: it stood in line behind {behind[0]}, who wanted more"
    gone = [span.who for span in trace.spans if span.ending == "cancelled" and span.end in added]
    if gone:
        return f"{head}: the wake-up went to {gone[0]}, who gave up at that moment, and {who} slept on"
    unable = [name for name in others if event.data["waiting"][name] > stock]
    if unable:
        return f"{head}: the wake-up went to a taker that could not go on ({', '.join(unable)}), and {who} slept on"
    if others:
        return f"{head}: of several who could go on, not all were woken"
    return f"{head}: nobody woke it, or it looked only now and then"


def names(tasks):
    return ", ".join(repr(task["task"]) for task in tasks)


def at_line(where):
    return f" at line {where['line']}" if where else ""


def line(tasks):
    lines = sorted({task["where"]["line"] for task in tasks if task["where"]})
    return f" at line {lines[0]}" if lines else ""


# What there is to see in a trace.


def last_stock(trace):
    return trace.happened("closes")[0].data["stock"]
