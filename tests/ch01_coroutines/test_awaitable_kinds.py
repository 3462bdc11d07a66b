"""awaitable_kinds: what `await` takes, and how each of them is started."""

from kata.judge import seconds

RIGHT = {
    "async function": "coroutine function",
    "async method": "coroutine function",
    "coroutine object": "coroutine",
    "task": "task",
    "task of another class": "task",
    "future": "future",
    "finished future": "future",
    "future of gather": "future",
    "object with await": "awaitable",
    "empty object that inherits await": "awaitable",
    "generator based coroutine": "awaitable",
    "number": "not awaitable",
    "nothing": "not awaitable",
    "plain function": "not awaitable",
    "function that gives a coroutine": "not awaitable",
    "generator based function": "not awaitable",
    "plain generator": "not awaitable",
    "async generator": "not awaitable",
    "async generator function": "not awaitable",
    "class with await": "not awaitable",
    "object with a mere attribute": "not awaitable",
    "future of a thread": "not awaitable",
    "list of awaitables": "not awaitable",
}
NO_METHOD = (
    "a generator-based coroutine has no `__await__`, and still `await` takes it: "
    "asking for the method or for collections.abc.Awaitable misses it"
)
BELIEFS = {
    ("async function", "coroutine"): "an `async def` function is no coroutine yet: only calling it makes one",
    (
        "async function",
        None,
    ): "an `async def` function cannot be awaited itself, but it is a kind of its own here",
    ("async method", None): "a method made by `async def` is a coroutine function too",
    (
        "coroutine object",
        "coroutine function",
    ): "calling an `async def` function gave this object; the function is another thing",
    ("coroutine object", None): 'what the call of an `async def` function gives is a "coroutine"',
    ("plain function", None): "only `async def` makes a coroutine function; this is a plain function",
    ("task", "future"): "a Task is a Future, so test the narrower kind first",
    ("task", None): "an asyncio.Task is a kind of its own here",
    ("task of another class", None): "an object of a class that inherits from asyncio.Task is a Task, too",
    ("future", "task"): "every Task is a Future, but not every Future is a Task",
    ("future", None): "an asyncio.Future that is no Task is a kind of its own here",
    ("future of gather", None): "what asyncio.gather gives is a Future too: of a class that inherits from it",
    (
        "object with await",
        None,
    ): "`await` takes every object whose class has `__await__`, of whatever type it is",
    ("empty object that inherits await", None): (
        "`await` asks the class for `__await__`, which may be inherited; that the object is empty does not matter"
    ),
    ("generator based coroutine", "coroutine"): (
        "the old kind is no coroutine object of an `async def` (asyncio.iscoroutine of Python 3.11 takes it for one)"
    ),
    ("generator based coroutine", None): NO_METHOD,
    ("plain generator", None): "a plain generator gives values to a `for`; `await` does not take it",
    (
        "async generator",
        None,
    ): "an asynchronous generator gives values to an `async for`; `await` does not take it",
    ("async generator function", None): "with a `yield` in it, an `async def` makes asynchronous generators",
    ("generator based function", None): "the decorated function itself cannot be awaited, only what it gives",
    ("class with await", None): "its objects can be awaited, the class itself cannot",
    ("object with a mere attribute", None): (
        "`await` asks the class for `__await__`: an attribute of the object alone makes nothing awaitable"
    ),
    ("future of a thread", None): "a concurrent.futures.Future belongs to threads: `await` does not take it",
    (
        "function that gives a coroutine",
        None,
    ): "`await` does not take a function, whatever a call of it would give",
}
FAILURES = {
    "a coroutine was expected": (
        "create_task says that a coroutine was expected: it takes coroutine objects, and not every awaitable is one"
    ),
    "A coroutine object is required": (
        "run_coroutine_threadsafe is for other threads: it takes coroutine objects only, and `await` not its Future"
    ),
    "cannot be called from a running event loop": (
        "asyncio.run was called while a loop was running already: the work has to go to the loop that runs"
    ),
    "event loop is already running": "the loop runs already: the work has to be given to it, not waited for",
    "Result is not set": "the result was asked for before the work had run: start must not wait for it",
}


def explain(trace):
    """The belief behind a run that did not end well."""
    if trace.data["stage"] == "compile":
        return does_not_compile(trace.error_of_run)
    for call in trace.calls:
        for leaf in call.error.leaves() if call.error is not None else ():
            for words, sentence in FAILURES.items():
                if words in leaf.text:
                    return sentence
            if trace.inputs.get("what") == "old" and leaf.type == "TypeError":
                return NO_METHOD
    if any("'start'" in complaint["text"] for complaint in trace.never_awaited()):
        return NOT_SCHEDULED
    if trace.scenario == "look":
        return ONLY_LOOK if trace.never_awaited() or trace.leftovers else None
    return None


def does_not_compile(error):
    if "'await' outside" in error.text or "asynchronous comprehension outside" in error.text:
        return (
            f"line {error.where['line']}: {error.text}: kind and start are plain functions, which cannot await: "
            "kind only looks, and start must not wait for the work"
        )
    return None


NOT_SCHEDULED = "start() returned a coroutine: nothing was scheduled"
ONLY_LOOK = "kind must only look: it started something or called something to find out"


def misread(name, said):
    if said is None:
        return "kind gave back nothing: it must return one of the six texts"
    if getattr(said, "type", None) == "coroutine":
        return "kind gave back a coroutine object: it must be a plain function, which answers at once"
    if said not in RIGHT.values():
        return "kind must return one of the six texts, letter by letter as they stand in the description"
    belief = BELIEFS.get((name, said)) if type(said) is str else None
    article = "an" if name[0] in "aeiou" else "a"
    return belief or BELIEFS.get((name, None)) or f'kind must say "{RIGHT[name]}" of {article} {name}'


async def check_kinds(run, *things):
    for thing in things:
        trace = await run("look", thing=thing)
        said = trace.happened("kind")[0].data["kind"]
        assert said == RIGHT[thing], misread(thing, said)
        state = trace.happened("afterwards")[0].data
        assert state["after"] == state["before"], (
            "kind must only look, and change nothing: closing or cancelling a thing is no way to find out what it is"
        )
        assert trace.who() == [], ONLY_LOOK
        assert trace.happened("a plain function was called") == [], ONLY_LOOK


def given(trace):
    """What start gave back, checked."""
    trace.allow("leftovers")  # that is what start is for
    event = trace.happened("given")[0]
    kind = getattr(trace.result, "type", None)
    assert event.data["future"] is True, (
        NOT_SCHEDULED
        if kind == "coroutine"
        else "start() gave back nothing: without the Future nobody can ask for the result"
        if trace.result is None
        else "start must give back an asyncio.Future at once"
    )
    return event.data


def later(trace):
    """What the Future said of itself when the work was due."""
    return trace.happened("later")[0].data


async def check_started(run, what, result, duration=1):
    trace = await run("begin", what=what, duration=duration, result=result)
    assert given(trace)["begun"] is False, "the work had begun already when start returned"
    assert trace.starts() == {"the work": 0}, "the work must begin by itself, right after start"
    assert trace.ends() == {"the work": duration}, "the work must run to its end by itself"
    assert later(trace) == {"state": "done", "result": result}, (
        "the Future must be done when the work is, and hold its result"
    )


async def test_async_functions_and_what_they_give(run):
    await check_kinds(run, "async function", "coroutine object", "plain function", "number")


async def test_tasks_and_other_futures(run):
    await check_kinds(run, "task", "future")


async def test_other_objects_that_await_takes_or_does_not_take(run):
    await check_kinds(
        run, "object with await", "generator based coroutine", "plain generator", "async generator"
    )


async def test_a_started_coroutine_runs_by_itself(run):
    await check_started(run, "coroutine", "tea ready")


async def test_futures_and_tasks_come_back_as_they_are(run):
    for what in ("future", "task"):
        trace = await run("begin", what=what, duration=1, result="tea ready")
        assert given(trace)["same"] is True, (
            "start(fut) must hand back the same future: there is nothing left to start"
            if what == "future"
            else "start(task) must hand back the same task: the event loop has it already"
        )
        assert later(trace) == {"state": "done", "result": "tea ready"}, "the Future must be left alone"


async def test_any_other_awaitable_can_be_started_too(run):
    await check_started(run, "object", "tea ready")
    await check_started(run, "old", "tea ready")


async def test_what_cannot_be_awaited_is_refused(run):
    await check_refused(run, "number")
    await check_refused(run, "async function")


async def check_refused(run, thing):
    trace = await run.play("refuse", thing=thing)
    trace.allow("leftovers")
    text = trace.call.text
    assert trace.call.ending == "raised", (
        f"{text} raised nothing: `await` takes no plain generator, though asyncio.ensure_future of Python 3.11 does"
        if thing == "plain generator"
        else f"{text} raised nothing, although that is not awaitable"
    )
    assert "TypeError" in (trace.error.type, *trace.error.bases), f"{text} must raise a TypeError"
    assert trace.elapsed == seconds(0), f"{text} must raise at once"
