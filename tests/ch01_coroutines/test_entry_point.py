"""entry_point: one event loop, and one job after the other on it."""

from kata.judge import seconds

SEED_JOBS = [[5, [1, 2]], [8, [3]], [2, [4, 5]]]
SHORT_JOBS = [[1, [1, 2]], [0.5, [3]]]
FORGOTTEN_SLEEP = (
    "random_add waited 0 s: asyncio.sleep(delay) alone only makes a coroutine object, "
    "so coroutine 'sleep' was never awaited"
)
GRAMMAR = {
    "'await' outside async function": (
        "`await` may stand only directly inside an `async def`, for only a coroutine function can stop and go on later"
    ),
    "'await' outside function": (
        "`await` may stand only inside an `async def`; at the top of a file, no event loop runs that could wait"
    ),
    "'async for' outside": "`async for` waits for each value, so it may stand only inside an `async def`",
    "'async with' outside": "`async with` waits on the way in and out, so it may stand only inside an `async def`",
    "asynchronous comprehension outside": (
        "a comprehension that awaits may stand only inside an `async def`, like `await` itself"
    ),
    "in async generator": "a `yield` makes an `async def` an asynchronous generator, which returns no value",
    "'yield from' inside": "`yield from` is the word of the old coroutines; an `async def` has `await` for that",
}
GATHER_TOO_EARLY = "asyncio.gather was called before any event loop ran: tasks need a loop to live on"
NO_COROUTINE = "asyncio.run was given no coroutine object: it runs one, which may then await others"
BELIEFS = {
    "requires an object with __aiter__ method, got generator": (
        "a generator of coroutine objects is a plain generator: each of them is awaited on its own"
    ),
    "coroutines is forbidden": "asyncio.wait takes tasks: coroutine objects have not begun to run",
    "'async_generator' object": (
        "a `yield`, or an `await` inside a generator expression, makes an asynchronous generator: "
        "only `async for` can go through it"
    ),
    "a coroutine was expected, got <async_generator": (
        "a `yield` makes an `async def` an asynchronous generator, and what an event loop runs is a coroutine"
    ),
    "Task got bad yield": (
        "the event loop was given a generator: it runs one coroutine object, which may then await others"
    ),
    "Result is not set": (
        "a task was asked for its result before it was done: to make a task is not yet to wait for it"
    ),
    "a coroutine was expected, got <function": (
        "the event loop was given the function itself: what it runs is the coroutine object that a call gives"
    ),
    "a coroutine was expected, got <_GatheringFuture": GATHER_TOO_EARLY,
    "a coroutine was expected": NO_COROUTINE,
    "cannot be called from a running event loop": (
        "asyncio.run was called while a loop was running already: it is the door into asyncio, and used once"
    ),
    "event loop is already running": "the event loop runs already: inside it, a coroutine is awaited",
    "no current event loop": (
        "asyncio.get_event_loop() found no loop and makes none once asyncio.run has closed one (and from "
        "Python 3.14 on never)"
    ),
    "no running event loop": "a task was made before any event loop ran: tasks need a loop to live on",
    "Event loop is closed": "the loop of an earlier call is closed for good: each run_all needs its own",
}
BELIEFS["An asyncio.Future, a coroutine or an awaitable is required"] = (
    "a sum was given where a coroutine is wanted: an `await` had taken it out of its coroutine before"
)
PLAIN_RANDOM_ADD = (
    "random_add is a plain `def`: it ran at the call and gave a number, and a number cannot be awaited"
)


def explain(trace):
    """The belief behind a run that did not end well."""
    if trace.data["stage"] == "compile":
        return does_not_compile(trace.error_of_run)
    raised = [call.error for call in trace.calls] + [trace.error_of_run]
    for leaf in [leaf for error in raised if error is not None for leaf in error.leaves()]:
        source = leaf.where["source"] if leaf.where else ""
        # From Python 3.14 on only the line tells who said it; before, gather alone wanted an awaitable.
        if "no current event loop" in leaf.text and "gather(" in source:
            return GATHER_TOO_EARLY
        if "awaitable is required" in leaf.text and "run(" in source and "gather(" not in source:
            return NO_COROUTINE
        for words, sentence in BELIEFS.items():
            if words in leaf.text:
                return sentence
        if "can't be used in 'await'" in leaf.text or "can't be awaited" in leaf.text:
            if trace.scenario == "one_job" and leaf.where is None:
                return PLAIN_RANDOM_ADD
            if "time.sleep" in str(leaf.where):
                return "time.sleep is no coroutine function: it blocked the event loop, and left nothing to await"
            if "list" in leaf.text:
                return "a list of coroutine objects is not awaitable itself: each of them is awaited alone"
            return "`await` was put before a plain value: only what is still to be waited for can be awaited"
    if any("run_forever" in task["where"]["source"] for task in trace.stuck if task["where"]):
        return "the event loop runs for ever although all jobs are done: nobody stops it"
    return forgotten_sleep(trace) or leaves_a_loop_open(trace)


def does_not_compile(error):
    for words, sentence in GRAMMAR.items():
        if words in error.text:
            return f"line {error.where['line']}: {error.text}: {sentence}"
    return None


def leaves_a_loop_open(trace):
    if not trace.loops["left_open"]:
        return None
    if any(call.error is not None for call in trace.calls):
        return (
            "an event loop was left open because a job raised an error: closing it must not depend on success"
        )
    return "an event loop was left open: whoever makes a loop by hand has to close it by hand"


def forgotten_sleep(trace):
    names = {complaint["text"] for complaint in trace.never_awaited()}
    return FORGOTTEN_SLEEP if any("'sleep'" in name for name in names) else None


def no_list_of_sums(trace):
    """What run_all gave back instead of the sums."""
    result = trace.result
    kind = getattr(result, "type", None)
    if result is None and trace.never_awaited():
        return "run_all made a coroutine object and let go of it: no event loop ever got to run it"
    if result is None:
        return "run_all gave back nothing: the coroutine that ran returned nothing, or its value got lost"
    if kind == "coroutine" and "run_all" not in result.text:
        return "run_all gave back a coroutine object: no event loop was started that could run it"
    if kind == "coroutine":
        return "run_all is an `async def` itself: calling it made a coroutine object and ran nothing"
    if isinstance(result, list) and [getattr(item, "type", None) for item in result].count("coroutine"):
        return "run_all gave back coroutine objects: calling random_add only makes one, nobody awaited it"
    if isinstance(result, list) and any("Task" in getattr(item, "type", "") for item in result):
        return "run_all gave back tasks: a task holds the sum, it is not the sum"
    return "run_all must give back the list of the sums, in the order of the jobs"


def not_one_by_one(trace, jobs):
    """Why the jobs did not take the sum of their delays."""
    if trace.elapsed == max(delay for delay, _ in jobs):
        return "the jobs ran concurrently; this exercise wants one after the other"
    if trace.elapsed == 0:
        return "no job waited for its delay"
    return "the jobs must run one after the other, each for its own delay"


def check_one_by_one(trace, jobs):
    """Every job begins when the one before it is done."""
    total = sum(delay for delay, _ in jobs)
    assert trace.elapsed == seconds(total), forgotten_sleep(trace) or not_one_by_one(trace, jobs)
    if trace.spans:  # run_all may well do without calling random_add by its name
        dues = [sum(delay for delay, _ in jobs[:at]) for at in range(len(jobs) + 1)]
        names = [f"random_add({delay})" for delay, _ in jobs]
        assert trace.starts() == dict(zip(names, dues, strict=False)), (
            "each job must begin when the one before it is done"
        )
        assert trace.ends() == dict(zip(names, dues[1:], strict=True)), "each job must take its own delay"


async def loops_made_by_run_all(run, scenario="program", **inputs):
    """How many event loops run_all made when it was called (it may be called while the file is loaded, too)."""
    loaded = await run("loaded")
    trace = await run(scenario, **inputs)
    return trace.loops["created"] - loaded.loops["created"], trace


async def test_random_add_waits_and_adds(run):
    trace = await run("one_job", delay=2, numbers=[1, 2])
    assert trace.elapsed == seconds(2), (
        forgotten_sleep(trace)
        or ("random_add started something and went on: that is not yet waiting" if trace.leftovers else None)
        or "awaiting random_add must take `delay` seconds"
    )
    assert trace.result == 3, "awaiting random_add must give the sum of the numbers"


async def test_run_all_does_one_job_after_the_other(run):
    trace = await run("program", jobs=SEED_JOBS)
    assert trace.result == [3, 3, 9], no_list_of_sums(trace)
    check_one_by_one(trace, SEED_JOBS)


async def test_there_is_one_event_loop_for_all_jobs(run):
    created, _ = await loops_made_by_run_all(run, jobs=SHORT_JOBS)
    assert created == 1, (
        f"{created} event loops were created: one is enough for all the jobs"
        if created
        else "no event loop was created: a coroutine cannot run without one"
    )
