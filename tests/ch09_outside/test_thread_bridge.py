"""thread_bridge: the loop is woken, nothing is lost, and a thread can call a coroutine."""

from collections import Counter


async def test_a_push_wakes_the_loop(run):
    trace = await feed(run, "woken", items=["tea", "cake"])
    assert_woken(trace)
    assert_received(trace, ["tea", "cake"])


async def test_close_ends_the_waiting(run):
    trace = await feed(run, "woken", items=["tea", "cake"])
    assert_ended(trace)


async def test_the_loop_goes_on_while_the_consumer_waits(run):
    trace = await feed(run, "beside")
    still = trace.happened("the loop stood still")
    assert len(still) == 0, (
        "while the consumer waited for an item, nothing else could run: it waits by a call that blocks the event "
        "loop's thread"
    )
    assert_received(trace, ["parcel"])


async def test_waiting_asks_for_nothing(run):
    trace = await feed(run, "woken", items=["tea", "cake"])
    timers = max(event.data["most"] for event in trace.happened("timers"))
    assert timers == 0, "the consumer polls: while it waited for an item, a timer was there to look again"
    assert trace.turns < 300, "the consumer polls: it looks for an item in every turn of the event loop"
    assert trace.turns < 40, (
        "the consumer polls: nothing had happened, and the event loop was woken again and again"
    )


async def test_nothing_is_lost_when_many_threads_push(run):
    trace = await feed(run, "crowd", threads=4, each=250)
    assert_crowd(trace)
    assert_ended(trace)


async def test_a_thread_calls_a_coroutine(run):
    trace = await threads(run, "call", how="returns", seconds=10)
    assert_on_the_loop(trace)
    assert trace.result == ["a parcel"], "call_async returns what the coroutine returned"


async def test_what_takes_too_long_is_a_timeout(run):
    trace = await may_raise(run, "call", how="hangs", seconds=0.4)
    assert_timed_out(trace)


async def test_on_the_loops_own_thread_it_refuses(run):
    trace = await may_raise(run, "on_its_own_thread")
    assert_refused(trace)


# Every run may block: a busy machine can hold up the thread of the loop.


async def feed(run, scenario, **inputs):
    """A run in which nothing of the feed may raise. (A consumer that goes on waiting is cancelled in the end.)"""
    trace = (await run.allow("blocked").play(scenario, **inputs)).allow("warnings")
    raised = [call for call in trace.calls if call.ending == "raised"]
    assert len(raised) == 0, explain(trace) or f"{raised[0].text} raised {raised[0].error}"
    return trace


async def threads(run, scenario, **inputs):
    return await run.allow("blocked")(scenario, **inputs)


async def may_raise(run, scenario, **inputs):
    return (await run.allow("blocked").play(scenario, **inputs)).allow("warnings")


# Why an answer fails these tests.


def explain(trace):
    """The belief behind a run that did not end well."""
    error = next((call.error for call in trace.calls if call.ending == "raised"), None)
    if error is not None and "Non-thread-safe operation" in error.text:
        return (
            "in debug mode the loop says what is wrong: it was handed something from another thread by a method that "
            "neither waits for its turn nor wakes the loop (Non-thread-safe operation)"
        )
    if error is not None and error.type in ("QueueFull", "Full"):
        return "push found a queue that was full: whoever may not wait needs room for everything"
    if trace.ending == "spin":
        return "the consumer polls: it asks again and again whether there is an item, and keeps the loop busy"
    blocking = [task for task in trace.stuck if task["waits"] == "a blocking call" and "loop" in task["task"]]
    if trace.ending == "deadlock" and blocking:
        return (
            f"the consumer waits by a call that blocks the event loop's thread{line(blocking[0])}: nothing else "
            "can run, and what it waits for may be one of the things that cannot"
        )
    if error is not None and error.text == "spoiled":
        return "an item that was an exception was raised, and not given: any value may be an item"
    return None


def line(task):
    return f", at line {task['where']['line']}" if task["where"] else ""


def assert_woken(trace):
    late = trace.happened("not woken")
    assert len(late) == 0, (
        "a thread pushed an item, and the consumer did not get it: the event loop was asleep, and nobody had woken it"
    )


def assert_ended(trace):
    hanging = trace.happened("not ended")
    belief = (
        "close must end the iteration when all items have been given, and at once when the consumer waits"
    )
    if not trace.happened("received")[0].data["items"]:
        belief = "nothing was received at all"
    if hanging and None in trace.inputs.get("parts", [])[: hanging[0].data["consumer"] - 1]:
        belief = "one `async for` had come to the end, and took the end along"
    assert len(hanging) == 0, f"the feed was closed, and the consumer went on waiting: {belief}"


def assert_received(trace, expected):
    received = trace.happened("received")[0].data["items"]
    lost = sum((Counter(map(repr, expected)) - Counter(map(repr, received))).values())
    if lost:
        belief = f"{lost} of {len(expected)} items never reached the consumer"
    elif len(received) == len(expected):
        belief = "the items came in another order than that of the pushes"
    else:
        belief = "the consumer must get every item that was pushed, once"
    assert received == expected, belief


def assert_crowd(trace):
    raised = trace.happened("push raised")
    assert len(raised) == 0, f"push raised {raised[0].data['error']}" if raised else ""
    received = [tuple(item) for item in trace.happened("received")[0].data["items"]]
    count, each = trace.inputs["threads"], trace.inputs["each"]
    lost = count * each - len(set(received))
    assert lost == 0, f"{lost} of {count * each} items never reached the consumer"
    twice = sum(number > 1 for number in Counter(received).values())
    assert twice == 0, f"{twice} items were given more than once"
    disordered = [
        thread for thread in range(count) if [n for t, n in received if t == thread] != list(range(each))
    ]
    assert disordered == [], "the items of one thread came in another order than that of its pushes"


def assert_on_the_loop(trace):
    assert trace.spans, "the coroutine never ran"
    here = [span.data["on_the_loop"] for span in trace.spans]
    assert here == [True] * len(here), (
        "the coroutine ran on an event loop of its own, not on the one that call_async was given: what belongs to that "
        "one cannot be reached from there"
    )
    unending = trace.happened("no end")
    assert len(unending) == 0, (
        "call_async did not come back: nobody woke the event loop, or its thread waited for ever"
    )


def assert_timed_out(trace):
    unending = trace.happened("no end")
    seconds = trace.inputs["seconds"]
    assert len(unending) == 0, f"the coroutine hung, and call_async was still waiting long after {seconds} s"
    kind = trace.error.type if trace.error is not None else None
    assert kind == "TimeoutError", "the coroutine hung, and call_async did not raise TimeoutError"
    waited = trace.happened("waited")[0].data["seconds"]
    assert waited >= 0.9 * seconds, f"call_async gave up before {seconds} s had passed"
    running = trace.happened("not cancelled")
    assert len(running) == 0, (
        "call_async raised TimeoutError, and the coroutine went on without anybody waiting for it: who stops waiting "
        "has not ended anything, and who cancels from a thread that is not the loop's has not woken the loop"
    )


def assert_refused(trace):
    kind = trace.error.type if trace.error is not None else None
    assert kind != "TimeoutError", (
        "call_async waited on the event loop's own thread for something that only this thread could have done"
    )
    assert kind == "RuntimeError", "on the event loop's own thread call_async must refuse, by a RuntimeError"
    left = [warning["text"] for warning in trace.never_awaited()]
    assert left == [], (
        "call_async refused, and left the coroutine behind that it was given: nobody will await it now"
    )
