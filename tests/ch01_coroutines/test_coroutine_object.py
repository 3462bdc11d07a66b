"""coroutine_object: calling makes the work, awaiting runs it."""

from kata.judge import seconds

FORGOTTEN_SLEEP = (
    "brew went on without waiting: asyncio.sleep(1) alone only makes a coroutine object, which nobody awaited"
)
STARTED_SLEEP = (
    "brew went on without waiting: to start something, or to set a timer, is not yet to wait for it"
)
GRAMMAR = {
    "'await' outside": (
        "`await` may stand only directly inside an `async def`; a function that has nothing to wait for needs none"
    ),
    "'async for' outside": "`async for` waits for each value, so it may stand only inside an `async def`",
    "'async with' outside": "`async with` waits on the way in and out, so it may stand only inside an `async def`",
    "asynchronous comprehension outside": (
        "a comprehension that awaits may stand only inside an `async def`, like `await` itself"
    ),
    "in async generator": (
        "a `yield` makes an `async def` an asynchronous generator; a coroutine gives its result by `return` alone"
    ),
    "'yield from' inside": "`yield from` is the word of the old coroutines; an `async def` has `await` for that",
}
NOT_RESULT = "serve() gave back a coroutine object, not its result: nobody awaited it"
TWO_LAYERS = "awaiting take_order gave another coroutine: two layers, one await"
RAN_AT_THE_CALL = "brew ran at the call: a plain `def` does its work at once, and leaves nothing to await"
A_FUNCTION = "take_order gave back a function; calling that would make the coroutine object"
WRONG_ORDERS = {
    "None": "take_order gave back nothing: the coroutine object was dropped, and with it the order",
    "an object of type function": A_FUNCTION,
    "an object of type method": A_FUNCTION,
    "an object of type partial": A_FUNCTION,
    "an object of type Task": (
        "take_order gave back a task: that is work which the event loop has been given already"
    ),
}
BELIEFS = {
    "'coroutine' object is not callable": "a coroutine object is not a function; it is awaited, not called",
    "'coroutine' object has no attribute": (
        "a coroutine object knows nothing of its result: the value of awaiting it is the result"
    ),
    "cannot be called from a running event loop": (
        "asyncio.run starts an event loop, but one is running already: inside it, work is awaited"
    ),
    "attached to a different loop": (
        "the work was taken to another event loop, and what it waits for lives on the one that runs already"
    ),
    "event loop is already running": "the event loop runs already, and only once: inside it, work is awaited",
    "no running event loop": (
        "brew or take_order needed a running event loop at the call, and none runs yet: "
        "they must only make the coroutine object, which starts nothing"
    ),
    "Result is not set": "a task was asked for its result before it was done: nobody had waited for it",
    "coroutines is forbidden": "asyncio.wait takes tasks: coroutine objects have not begun to run",
    "cannot reuse already awaited coroutine": "a coroutine object runs once: this one was awaited again",
    "async_generator": "a `yield` makes an `async def` an asynchronous generator, and that cannot be awaited",
    "await wasn't used with future": "the coroutine was driven by hand: only the event loop knows when to go on",
}


def explain(trace):
    """The belief behind a run that did not end well."""
    if trace.data["stage"] == "compile":
        return does_not_compile(trace.error_of_run)
    raised = [call.error for call in trace.calls] + [trace.error_of_run]
    for leaf in [leaf for error in raised if error is not None for leaf in error.leaves()]:
        for words, sentence in BELIEFS.items():
            if words in leaf.text:
                return sentence
        if "can't be used in 'await'" in leaf.text or "can't be awaited" in leaf.text:
            return awaited_no_awaitable(trace, leaf)
    if two_layers(trace):
        return TWO_LAYERS
    if any("'sleep'" in complaint["text"] for complaint in trace.never_awaited()):
        return FORGOTTEN_SLEEP
    if trace.leftovers:
        return "serve came back while the work was still running: starting it is not yet waiting for it"
    return None


def does_not_compile(error):
    for words, sentence in GRAMMAR.items():
        if words in error.text:
            return f"line {error.where['line']}: {error.text}: {sentence}"
    return None


def awaited_no_awaitable(trace, error):
    if trace.scenario == "kitchen" and error.where is None:
        return RAN_AT_THE_CALL
    if trace.blocked:
        return "time.sleep is no coroutine function: it blocked the event loop, and left nothing to await"
    if "function" in error.text or "method" in error.text:
        return "`await` was put before a function that nobody called: only what the call gives can be awaited"
    return "`await` was put before a plain value: the function that gave it is no coroutine function"


def two_layers(trace):
    return any(
        getattr(event.data["value"], "type", None) == "coroutine" for event in trace.happened("awaited")
    )


def at_the_call(trace):
    return trace.happened("called")[0]


def never_waited(trace):
    if trace.elapsed != 0:
        return None
    return FORGOTTEN_SLEEP if trace.never_awaited() else STARTED_SLEEP


async def test_calling_brew_runs_nothing_yet(run):
    trace = await run("before_the_loop", function="brew", order="tea")
    call = at_the_call(trace)
    assert call.data["log"] == [], "brew ran at the call: the log had an entry before anybody awaited it"
    assert trace.elapsed == seconds(0), RAN_AT_THE_CALL
    assert call.data["gave"] == "a coroutine object", RAN_AT_THE_CALL


async def test_awaiting_brew_takes_a_second_and_gives_the_text(run):
    trace = await run("kitchen", order="tea")
    assert trace.elapsed == seconds(1), never_waited(trace) or "brew must wait for 1 second"
    assert trace.result == "tea ready", (
        "brew gave None: what awaiting it gives is what it returns, and that must be the text"
        if trace.result is None
        else 'awaiting brew("tea", log) must give "tea ready", letter by letter'
    )


async def test_brew_writes_one_line_when_it_begins(run):
    trace = await run("kitchen", order="tea")
    assert trace.happened("done")[0].data["log"] == ["brewing tea"], "brew must append one entry to the log"
    halfway = [event.data["log"] for event in trace.happened("halfway")]
    assert halfway == [["brewing tea"]], never_waited(trace) or "brew must write to the log before it waits"


async def test_taking_an_order_starts_nothing(run):
    trace = await run("before_the_loop", function="take_order", order="tea")
    call = at_the_call(trace)
    assert call.data["log"] == [], "the order was already brewed when take_order returned"
    assert trace.elapsed == seconds(0), "take_order took time, as if it did the work itself"
    assert call.data["gave"] == "a coroutine object", (
        WRONG_ORDERS.get(call.data["gave"])
        or "take_order must give back a coroutine object, which somebody can run later"
    )


async def test_awaiting_the_order_gives_the_text(run):
    trace = await run("before_the_loop", function="take_order", order="tea")
    values = [event.data["value"] for event in trace.happened("awaited")]
    assert values == ["tea ready"], (
        TWO_LAYERS
        if two_layers(trace)
        else "what take_order gives back must give the text of the brew when it is awaited"
    )
    assert trace.ends() == {"await": 1}, (
        "the brew that take_order prepared must take 1 second when it is awaited"
    )


async def test_serve_runs_the_work_and_gives_its_result(run):
    trace = await run("evening", orders=["tea"], served=[0])
    assert trace.result == "tea ready", why_not_the_result(trace)
    assert trace.elapsed == seconds(1), "serve must return as soon as the work is done"
    assert [event.data["log"] for event in trace.events] == [[], ["brewing tea"]], (
        "the brew must begin when it is served, not earlier, and run once"
    )


def why_not_the_result(trace):
    """What serve gave back instead of the value of the work."""
    kind = getattr(trace.result, "type", None)
    if kind == "coroutine":
        return NOT_RESULT
    if kind is not None and ("Task" in kind or "Future" in kind):
        if "coroutine take_order" in trace.call.text:
            return "take_order only started a task when it was awaited: nobody waited for the brew"
        return "serve() gave back a task, which is still under way, not the result of the work"
    if trace.result is None:
        return (
            "serve() gave back nothing: the value of an await is what the coroutine returned, and it got lost"
        )
    if isinstance(trace.result, list | tuple):
        return "serve() gave back a collection: it may hold the result of the work, but it is not that result"
    return "serve() must give back what the work returned"
