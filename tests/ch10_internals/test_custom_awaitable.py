"""custom_awaitable: a sleep that takes its time, and a result that reaches everybody."""

from kata.judge import seconds

FEW = 60  # turns of the event loop; these runs need fewer than thirty
CROWD = [["Ann", 0], ["Bob", 0], ["Cid", 0.2]]


async def test_sleep_takes_its_time_and_gives_its_value(run):
    trace = await run("sleep", seconds=0.5, value="v")
    assert trace.turns < FEW, busy(trace)
    assert trace.elapsed == seconds(0.5), "`await Sleep(0.5, ...)` takes 0.5 seconds"
    assert values(trace, "woke up") == {"sleeper": "v"}, (
        "the value of the `await` is what __await__ returns at its end"
    )


async def test_sleep_is_homemade(run):
    trace = await run("homemade", seconds=0.8)
    assert [event.data["sleeps"] for event in trace.happened("looked")] == [0], (
        "it is asyncio.sleep that sleeps here, and Sleep is to be written without it"
    )


async def test_sleeps_overlap(run):
    trace = await run("sleepers", naps=[["Ann", 0.5], ["Bob", 0.5], ["Cid", 1.2]])
    assert trace.ends() == {"Ann": 0.5, "Bob": 0.5, "Cid": 1.2}, (
        "several tasks sleep at the same time, each for its own time"
    )
    assert values(trace, "woke up") == {"Ann": "Ann", "Bob": "Bob", "Cid": "Cid"}, "each gets its own value"


async def test_the_time_counts_from_the_await(run):
    trace = await run("sleep", seconds=0.9, made_before=0.5)
    assert trace.elapsed == seconds(1.4), (
        "the time ran from the making of the Sleep, but it counts from the `await`"
        if trace.elapsed == seconds(0.9)
        else "made at 0 and awaited at 0.5, Sleep(0.9) ends at 1.4"
    )


async def test_a_cancelled_sleep_leaves_no_timer(run):
    trace = await run.play("sleep", seconds=2, cancel_at=[0.4])
    assert trace.cancelled, "the task was cancelled while it slept, but did not end cancelled"
    assert trace.elapsed == seconds(0.4), "cancelled at 0.4, the sleep must end then"
    assert not trace.leftovers, went_on(trace)
    assert not armed(trace), timer_left(trace)


async def test_everybody_gets_the_result(run):
    trace = await run("shot", waiters=CROWD, sets=[[0.8, "go"]])
    assert trace.turns < FEW, busy(trace)
    assert values(trace, "got") == {"Ann": "go", "Bob": "go", "Cid": "go"}, (
        "every waiter gets the value that was set"
    )
    assert trace.ends() == {"Ann": 0.8, "Bob": 0.8, "Cid": 0.8}, "whoever waits goes on when the value is set"


async def test_whoever_comes_later_gets_it_at_once(run):
    trace = await run("shot", waiters=[["Ann", 0], ["late", 1]], sets=[[0.5, "go"]])
    assert values(trace, "got") == {"Ann": "go", "late": "go"}, (
        "the value is there for whoever comes later, too"
    )
    assert trace.ends() == {"Ann": 0.5, "late": 1}, "once the value is set, nobody waits any more"


async def test_a_cancelled_waiter_hurts_nobody(run):
    trace = await run("shot", waiters=CROWD, sets=[[0.8, "go"]], cancels=[[0.4, "Ann"]])
    assert trace.endings()["Ann"] == "cancelled", (
        "Ann was cancelled while it waited, but did not end cancelled"
    )
    assert not set_errors(trace), set_errors(trace)
    assert trace.endings() == {"Ann": "cancelled", "Bob": "done", "Cid": "done"}, (
        "Ann was cancelled, and the others with it: either they all waited for the same future, which is cancelled "
        "with the task, or the answer cancelled the others"
    )
    assert trace.ends() == {"Ann": 0.4, "Bob": 0.8, "Cid": 0.8}, (
        "only Ann was cancelled; the others wait for the value"
    )


async def test_it_is_set_only_once(run):
    trace = await run("shot", waiters=[["Ann", 0], ["late", 1]], sets=[[0.3, "first"], [0.6, "second"]])
    assert len(trace.when("set raised")) == 1, "the second set must raise: a OneShot is set once"
    assert values(trace, "got") == {"Ann": "first", "late": "first"}, "the first value stays"


# Why an answer fails these tests.


def explain(trace):
    """The belief behind a run that did not end well."""
    if not trace.calls:
        return None
    told = of_the_error(trace)
    if told is not None:
        return told
    if trace.ending == "spin":
        return busy(trace)
    if trace.leftovers:
        return went_on(trace)
    if any("InvalidStateError" in warning["text"] for warning in trace.warnings):
        return (
            "a timer or a callback resolved a future that was done or cancelled already, and that raises "
            "InvalidStateError"
        )
    if trace.ending != "deadlock" or trace.scenario in ("sleep", "given_up", "homemade"):
        return None
    if trace.scenario == "sleepers":
        return sleeps_for_ever(trace)
    if trace.scenario == "values_of_every_kind" and len(trace.happened("set")) >= len(trace.inputs["kinds"]):
        kinds = [kind for kind in trace.inputs["kinds"] if trace.endings()[kind] == "open"]
        if kinds and len(kinds) < len(trace.inputs["kinds"]):
            return f"{kinds[0]} was set, and a task waited on{line(trace.stuck)}: any value may be set"
    if any(event.data["coroutine"] for event in trace.happened("set")):
        return "set() gave a coroutine object and set nothing: it must be a plain function"
    if set_errors(trace):
        return set_errors(trace)
    waiting = sorted(task["task"] for task in trace.stuck if task["task"] != "call")
    waiting = [name for name in waiting if name in trace.who()]
    if trace.happened("set") and waiting and trace.inputs.get("sets", [[0, 0]])[0][1] is None:
        return f"None was set, and {' and '.join(waiting)} went on waiting{line(trace.stuck)}: any value may be set"
    if trace.happened("set") and waiting:
        late = [name for name in waiting if trace.span(name).start > trace.when("set")[0]]
        when = (
            "came after set, and waits"
            if late == waiting and len(late) == 1
            else "did not hear of set, and wait"
        )
        if when.endswith("wait") and len(waiting) == 1:
            when += "s"
        return f"{' and '.join(waiting)} {when} for ever{line(trace.stuck)}"
    return None


def of_the_error(trace):
    for leaf in trace.error.leaves() if trace.error is not None else []:
        if "returned a coroutine" in leaf.text:
            return (
                "__await__ gave a coroutine object, as every `async def` does when it is called; `await` "
                "asks __await__ for an iterator"
            )
        if "non-iterator" in leaf.text or "not iterable" in leaf.text:
            return f"`await` asks __await__ for an iterator, and got something else: {leaf.text}"
        if "bad yield" in leaf.text:
            return (
                "what __await__ yields goes up to the task, which waits for futures and understands nothing "
                f"else: {leaf.text}"
            )
        if "instead of yield from" in leaf.text:
            return (
                "a future was handed to the task by a plain yield: the task waits only for what a future's "
                "own __await__ hands up"
            )
        if "already awaited coroutine" in leaf.text:
            return "the object keeps one coroutine object, which can be awaited once; the object may be awaited often"
    return None


def sleeps_for_ever(trace):
    asleep = sorted(task["task"] for task in trace.stuck if task["task"] in trace.who())
    if not asleep or not trace.inputs.get("shared"):
        return None
    return (
        f"{' and '.join(asleep)} never woke up: several tasks awaited the same Sleep, and what it keeps in itself for "
        "one of them, it loses when the next one comes"
    )


def busy(trace):
    return (
        f"the event loop turned {trace.turns} times during one wait: a bare yield only gives up one turn, and a short "
        "sleep a few, and then it is asked again; whoever waits must keep nobody busy"
    )


def went_on(trace):
    return (
        f"a task of the answer's own went on{line(trace.leftovers)} when the one that waited was over: whoever "
        "makes a task must end it"
    )


def timer_left(trace):
    return (
        "the sleep is over, but its timer will still fire: a cancelled task does not take its timers with it"
    )


def set_errors(trace):
    for event in trace.happened("set raised"):
        if len(trace.inputs.get("sets", [1])) == 1:
            return (
                f"set raised {event.data['error']}: a waiter that is cancelled leaves a cancelled future "
                "behind, and nothing can be put into that"
            )
    return None


# What there is to see in a trace.


def values(trace, what):
    return {event.who: event.data["value"] for event in trace.happened(what)}


def armed(trace):
    return trace.happened("afterwards")[0].data["timers"]


def line(tasks):
    lines = sorted({task["where"]["line"] for task in tasks if task["where"]})
    return f" at line {lines[0]}" if lines else ""
