"""two_workers: both workers are under way at once, and main waits for both."""

from kata.judge import seconds

MILK, BREAD = "order milk", "order bread"
ANOTHER_LOOP = (
    "a worker ran on another event loop, in a thread of its own: tasks of one loop are all it takes"
)
ONLY_MADE = (
    "calling worker() only made a coroutine object: nobody awaited it or made it a task, so it never ran"
)
DURATION = "you waited for a duration, not for the workers"
TOO_LATE = (
    f"main went on when both workers had finished: {DURATION}, "
    "or asked only from time to time whether they were done"
)
RUNS_ONCE = "a coroutine object runs once: this one had been awaited before, or a task had taken it over"
ASYNC_GENERATOR = (
    "an `await` makes a generator expression an asynchronous one, which only `async for` goes through"
)
BELIEFS = {
    "awaitable is required": (
        "gather got what a worker had returned: an `await` among the arguments runs that worker to its end first"
    ),
    "coroutine was expected, got None": (
        "a task was to be made of what a worker had returned: the `await` in the argument ran it to its end first"
    ),
    "coroutine was expected, got <function": "a task was to be made of the function: only calling it makes a coroutine",
    "'TaskGroup' object does not support": "a TaskGroup is entered with `async with`: on its way out it waits",
    "Result is not set": "a task was asked for its result before it was done: nobody had waited for it",
    "Event loop is closed": "main used an event loop that had been closed: its own is the one that it runs on",
    "unhashable type: 'list'": "gather takes the coroutines one by one, as arguments of their own, not in a list",
    "Passing coroutines is forbidden": "asyncio.wait takes tasks: it would not know which task is which coroutine's",
    "running event loop": "an event loop runs already, main is running on it: inside it, nothing starts another one",
    "loop is already running": "the event loop runs already, main is running on it: it cannot be started again",
    "'async_generator' object is not iterable": ASYNC_GENERATOR,
    "not async_generator": ASYNC_GENERATOR,
    "async_generator": "a `yield` makes main an asynchronous generator, and that cannot be awaited",
    "'await' expression": "something was awaited that is not awaitable, such as a list or tuple of coroutines",
    "can't be awaited": "something was awaited that is not awaitable, such as a list or tuple of coroutines",
    "already awaited": RUNS_ONCE,
    "awaited already": RUNS_ONCE,
    "0 positional arguments": "main must take the worker as its argument: the tests bring workers of their own",
}


def explain(trace):
    """The belief behind a run that did not end well."""
    if trace.ending == "spin":
        return "main kept asking whether the workers were done, turn after turn, instead of waiting for them"
    if any(not span.data.get("at_home", True) for span in trace.spans):
        return ANOTHER_LOOP
    if not trace.calls:
        return None
    error = trace.error
    for leaf in error.leaves() if error is not None else ():
        if leaf.type == "TimeoutError":
            return f"{DURATION}: main gave up before they had finished"
        if "awaitable is required" in leaf.text and not trace.spans:
            return "gather got something that cannot be awaited: only calling a coroutine function makes a coroutine"
        if leaf.of_no_awaitable:
            return "what main gave back cannot be awaited: a plain `def` makes no coroutine function"
        for words, sentence in BELIEFS.items():
            if words in leaf.text:
                return sentence
    if trace.leftovers and trace.call.ending == "returned":
        return left_early(trace)
    if trace.never_awaited() and len(trace.spans) < 2:
        return ONLY_MADE
    return None


def left_early(trace):
    """Why a worker was still at work when main returned."""
    if trace.elapsed == 0:
        return "main left before the workers finished: a task runs by itself, but nobody waited for it"
    done = [span for span in trace.spans if span.ending == "done" and span.end <= trace.call.end]
    if len(done) < len(trace.spans) and any(span.end == trace.call.end for span in done):
        return "main waited for one worker only: the other was still at work when main returned"
    return f"{DURATION}: main returned while one of them was still at work"


def one_after_the_other(trace):
    starts, ends = trace.starts(), trace.ends()
    if starts.keys() == {MILK, BREAD}:
        for first, second in [(MILK, BREAD), (BREAD, MILK)]:
            if first in ends and starts[second] > 0 and starts[second] >= ends[first]:
                return "the second worker only started when the first had finished"
    return None


async def test_each_worker_is_called_once_with_its_arguments(run):
    trace = await run("shopping", jobs={MILK: 1, BREAD: 2})
    called = sorted((span.who, span.data["delay"]) for span in trace.spans)
    assert called == [(BREAD, 2), (MILK, 1)], (
        explain(trace)
        or "main must send each worker exactly once, with its delay and its name, and use the worker that it is given"
    )


async def test_the_workers_run_on_the_event_loop_of_main(run):
    trace = await run("shopping", jobs={MILK: 1, BREAD: 2})
    at_home = {span.who: span.data["at_home"] for span in trace.spans}
    assert at_home == {MILK: True, BREAD: True}, ANOTHER_LOOP


async def test_both_workers_start_at_once(run):
    trace = await run("shopping", jobs={MILK: 1, BREAD: 2})
    assert trace.starts() == {MILK: 0, BREAD: 0}, (
        one_after_the_other(trace) or "both workers must start when main starts"
    )


async def test_the_longer_job_sets_the_total(run):
    trace = await run("shopping", jobs={MILK: 1, BREAD: 2})
    assert trace.ends() == {MILK: 1, BREAD: 2}, (
        explain(trace) or "a worker was stopped before it had finished"
    )
    assert trace.elapsed == seconds(2), TOO_LATE
