"""loop_doctor: each kind of fault in a program of its own, all of them in one, and none."""

SLOW = 0.7  # seconds; steps that are slow take longer by half a second, and those that are not need little
BLOCK = 1.2


async def test_a_program_without_a_fault(run):
    trace = await examined(run, [["await_it", 2], ["look_at_it", "an error"], ["sleep", 0.9]])
    check(trace, {})


async def test_a_coroutine_that_was_never_awaited(run):
    trace = await examined(run, [["forget", 1], ["forget_method", 1], ["forget_nested", 1]])
    nested = "Program.forget_nested.<locals>.nested"
    check(trace, {"never_awaited": ["Kitchen.brew", nested, "forgotten"]})


async def test_an_exception_at_which_nobody_looked(run):
    trace = await examined(run, [["lose", "the lost error"], ["look_at_it", "another error"]])
    check(trace, {"never_retrieved": ["the lost error"]})


async def test_a_blocked_loop(run):
    trace = await examined(run, [["sleep", 0.9], ["block", BLOCK]])
    check(trace, {"slow_steps": 1})


async def test_tasks_that_are_left(run):
    trace = await examined(run, [["leave", "ticker"], ["cancel_it", "clock"], ["leave", "watch"]])
    check(trace, {"leftover_tasks": ["ticker", "watch"]})
    cancelled = sorted(event.who for event in trace.happened("cancelled"))
    assert cancelled == ["ticker", "watch"], "a task was left when main ended, and nobody cancelled it"


async def test_tasks_that_are_left_may_take_their_time_to_end(run):
    trace = await examined(run, [["leave_untidy", "clerk"], ["leave", "ticker"]])
    check(trace, {"leftover_tasks": ["clerk", "ticker"]})
    assert trace.happened("tidies up"), "a task was left when main ended, and nobody cancelled it"
    assert trace.happened("has tidied up"), (
        "a task that was left was cancelled, began to tidy up, and never came to its end: cancel() only asks for it, "
        "and what is in a loop that does not run any more, or is cancelled again, does not get there"
    )


async def test_a_program_that_fails(run):
    trace = await examined(run, [["sleep", 0.01], ["fail", "the error of main"]])
    check(trace, {"error": "the error of main", "result": None})


async def test_everything_at_once(run):
    trace = await examined(run, ALL)
    check(trace, ALL_FOUND)


async def test_the_same_fault_twice_counts_twice(run):
    faults = [["forget", 3], ["lose", "an error"], ["lose", "an error"], ["block", BLOCK], ["sleep", 0.2]]
    trace = await examined(run, [*faults, ["block_in_a_task", BLOCK]])
    check(
        trace,
        {"never_awaited": ["forgotten"] * 3, "never_retrieved": ["an error"] * 2, "slow_steps": 2},
    )


async def test_afterwards_all_is_as_it_was(run):
    trace = await examined(run, ALL)
    check_state(trace)


ALL = [
    ["forget", 1],
    ["lose", "the lost error"],
    ["leave", "ticker"],
    ["block", BLOCK],
    ["sleep", 0.01],
]
ALL_FOUND = {
    "never_awaited": ["forgotten"],
    "never_retrieved": ["the lost error"],
    "slow_steps": 1,
    "leftover_tasks": ["ticker"],
}
NOTHING = {
    "result": "done",
    "error": None,
    "never_awaited": [],
    "never_retrieved": [],
    "slow_steps": 0,
    "leftover_tasks": [],
}


# Why an answer fails these tests.


def explain(trace):
    """The belief behind a run that did not end well."""
    if not trace.calls:
        return None
    if trace.error is not None:
        known = [leaf.known for leaf in trace.error.leaves() if leaf.known]
        if known:
            return (
                f"{known[0]!r} came out of diagnose: what main raises is a finding, and stands in the report"
            )
        if trace.error.type == "RuntimeError" and "running event loop" in trace.error.text:
            return "diagnose is called where no event loop runs, and must make one of its own"
    return None


async def examined(run, faults, slow=SLOW):
    trace = await run("examined", programs=[faults], slow=slow)
    return trace.allow("warnings")


def check(trace, findings, call=None):
    """The report of this call holds just these findings."""
    report = (call or trace.call).result
    assert isinstance(report, dict), "diagnose must return a Report"
    expected = NOTHING | findings
    seen = {
        "result": report["result"],
        "error": name(report["error"]),
        "never_awaited": ordered(report["never_awaited"]),
        "never_retrieved": ordered(map(name, items(report["never_retrieved"]))),
        "slow_steps": report["slow_steps"],
        "leftover_tasks": ordered(report["leftover_tasks"]),
    }
    assert seen["result"] == expected["result"], (
        "the report's result must be what main returned, None if it raised"
    )
    assert seen["error"] == expected["error"], (
        "the report's error must be the exception that main raised, if it did"
    )
    for kind, sentences in (
        ("never_awaited", never_awaited),
        ("never_retrieved", never_retrieved),
        ("leftover_tasks", leftovers_of_a_failure if seen["error"] else leftover_tasks),
        ("slow_steps", slow_steps),
    ):
        assert seen[kind] == expected[kind], sentences(seen[kind], expected[kind])


def never_awaited(seen, expected):
    if any("coroutine" in str(entry) for entry in seen):
        return "never_awaited must hold the __qualname__ of each coroutine function, and no other words"
    if not seen:
        return (
            "a coroutine object was never awaited, and it was not noticed: "
            "Python warns of that when the object dies, and it may be held by something: "
            "a circle of references, or the frames of a traceback"
        )
    if set(seen) == set(expected) and len(seen) < len(expected):
        return (
            f"{len(expected)} coroutine objects were never awaited, and {len(seen)} noticed: "
            "by default Python warns only once for each line"
        )
    if not expected:
        return "a coroutine object that was awaited, or closed, was taken for one that was never awaited"
    return "never_awaited must hold the __qualname__ of each coroutine function, once for each object"


def never_retrieved(seen, expected):
    lost = [entry for entry in expected if entry not in seen]
    if lost and any(lost[0] in str(entry) for entry in seen):
        return "never_retrieved must hold the exceptions themselves"
    if lost:
        return (
            f"{lost[0]!r} was never looked at, and that was not noticed: asyncio only tells of it when the task or "
            "future dies, so somebody must listen until then, and nothing may hold on to the task"
        )
    if len(seen) < len(expected):
        return f"{len(expected)} exceptions were never looked at, {len(seen)} noticed: two that say the same are two"
    if len(seen) > len(set(map(str, seen))):
        return "an exception stands in never_retrieved twice, and was lost once"
    if "the error of a callback" in seen:
        return "never_retrieved holds the error of a callback, and is for those of tasks and futures"
    return "an exception that somebody had looked at was taken for a lost one"


def leftovers_of_a_failure(seen, expected):
    if expected and not seen:
        return "main raised, tasks were left, and none was found: what comes after an await is not done if it raises"
    return leftover_tasks(seen, expected)


def leftover_tasks(seen, expected):
    if expected and not seen:
        return (
            "tasks were left when main ended, and none was found: asyncio.run cancels what is left before it "
            "returns, and a closed loop has no tasks"
        )
    if len(seen) > len(expected):
        return "leftover_tasks holds a task that was done when main ended, or the one that ran main"
    return "leftover_tasks must hold the name of each task that was not done when main ended"


def slow_steps(seen, expected):
    if not expected:
        return (
            f"slow_steps is {seen}, and no step was slow: a program that waits, lets a thread work, or takes "
            "many short steps, does not block the loop, however long all of that takes"
        )
    if not seen:
        return "the loop was blocked for 1.2 s, longer than slow, and that was not noticed"
    return f"slow_steps is {seen}, and {expected} {'step was' if expected == 1 else 'steps were'} slow"


def check_state(trace):
    for event in trace.happened("changed"):
        changed = event.data["places"]
        assert changed == [], f"diagnose has changed {changed[0]}, and not put it back" if changed else ""
    assert trace.loops["left_open"] == 0, "diagnose has left its event loop open"


# What there is to see in a report.


def name(error):
    known = getattr(error, "known", None)
    return known if known is not None or error is None else f"not the exception itself, but {error}"


def items(values):
    return values if isinstance(values, list | tuple | set) else [values]


def ordered(values):
    return sorted(items(values) if not isinstance(values, map) else values, key=str)
