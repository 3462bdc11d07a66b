"""virtual_clock: an hour at once, in the right order, exact to the end; and a deadlock that is told, not waited for."""

EXACT = 1e-6  # seconds; sums of floats are not exact to the last digit
HOUR = 3600
AT_ONCE = 15  # real seconds that a loaded machine may need for a run that waits for nothing


async def test_two_workers(run):
    trace = await virtually(run, "workers", jobs=[["milk", 1], ["bread", 2]])
    check_notes(trace, {"milk begins": 0, "bread begins": 0, "milk ends": 1, "bread ends": 2})
    check_result(trace, ["milk", "bread"], 2)


async def test_an_hour_takes_no_time(run):
    trace = await virtually(run, "sleeping", delays=[HOUR])
    check_notes(trace, {f"after {HOUR}": HOUR})
    check_result(trace, "slept", HOUR)
    assert float(trace.elapsed) < AT_ONCE, (
        f"an hour of virtual time took {float(trace.elapsed):.0f} real seconds: time must jump, not run faster"
    )


async def test_time_is_exact(run):
    trace = await virtually(run, "sleeping", delays=[0.25, 0.1, 0.7, 1e-4])
    check_notes(trace, {"after 0.25": 0.25, "after 0.1": 0.35, "after 0.7": 1.05, "after 0.0001": 1.0501})
    check_result(trace, "slept", 1.0501)


async def test_everything_goes_by_the_time_of_the_loop(run):
    trace = await virtually(run, "tools")
    check_notes(trace, TOOLS)
    check_result(trace, None, 11)


async def test_time_stands_still_while_something_is_ready(run):
    trace = await virtually(run, "no_time", steps=200)
    names = [event.who for event in notes(trace)]
    assert names == ["busy", "sleeper"], (
        "a task woke from its sleep although another one was still ready: time jumps only when nothing is"
    )
    check_notes(trace, {"busy": 0, "sleeper": 0.001})


async def test_a_deadlock_is_told(run):
    trace = await virtually(run, "stuck", play=True, names=["customer", "waiter"], before=2)
    check_deadlock(trace, ["customer", "waiter"])


async def test_an_error_comes_out(run):
    trace = await virtually(run, "leaving", play=True, cleaning=0, fails="ValueError")
    assert trace.error is not None and trace.error.known == "the error of coro", (
        "an exception of coro must come out of run_virtual, as it is"
    )
    check_left(trace, 1)


async def test_tasks_that_are_left_are_cancelled(run):
    trace = await virtually(run, "leaving", cleaning=0)
    assert isinstance(trace.result, tuple) and trace.result[0] == "left", RESULT
    check_left(trace, 1)


async def test_afterwards_time_is_real(run):
    trace = await run("afterwards", real=0.4)
    check_real(trace)


TOOLS = {"timeout": 1.5, "call_later": 2, "wait": 2.75, "call_at": 4, "wait_for": 6, "the task of 9 s": 11}
TOOLS["call_at for the past"] = 11
RESULT = "run_virtual must return a tuple: what coro returned, and the virtual seconds that passed"


# Why an answer fails these tests.


def explain(trace):
    """The belief behind a run that did not end well."""
    if not trace.calls:
        return None
    if trace.ending == "deadlock":
        return (
            "the loop waits for ever for something that cannot come any more: when nothing is ready and "
            "no timer is set, that is a Deadlock, and must be raised"
        )
    if trace.error is None:
        return None
    error = trace.error
    expected = trace.inputs.get("program") == "stuck" or trace.inputs.get("cleaning", 0) is None
    if error.type == "Deadlock" and not expected and "fails" not in trace.inputs:
        return f"a Deadlock was raised, and there was still something to come: {error.text or 'a timer'}"
    if error.type == "RuntimeError" and "Event loop stopped before Future completed" in error.text:
        return "the loop was stopped, which is no Deadlock: run_virtual must say who waits"
    return None


async def virtually(run, program, play=False, **inputs):
    how = run.play if play else run
    return await how("virtually", program=program, **inputs)


def check_notes(trace, expected):
    seen = {event.who: event.data["clock"] for event in notes(trace)}
    assert seen, "coro was never run, not even its first line"
    for who, at in expected.items():
        assert who in seen, f"{who!r} never came"
        assert near(seen[who], at), wrong_time(expected, seen)
    order = sorted(set(expected.values()))
    times = [event.data["clock"] for event in notes(trace)]
    assert times == sorted(times), f"the events came in another order than that of their times, {order}"


def wrong_time(expected, seen):
    if not all(isinstance(at, int | float) for at in seen.values()):
        return "loop.time() must be a number"
    last = max(expected, key=expected.get)
    if seen.get(last, 0) < 0.2 <= expected[last]:
        return (
            f"{last!r} came when no time had passed, and not at {expected[last]}: a sleep that comes back at once "
            "does not move the time of the loop, by which everything else goes"
        )
    who = next(who for who, at in expected.items() if not near(seen[who], at))
    was, at = seen[who], expected[who]
    head = f"{who!r} came at {was:.6g}, and not at {at}, by loop.time()"
    if abs(was - at) < 0.2 or at == 0:  # before anything there is no timer to jump to
        return f"{head}: virtual time is exact, it neither ticks nor runs"
    if was < max((at for at in seen.values()), default=0) and who == "call_at for the past":
        return f"{head}: time went back, to a timer that was overdue"
    if was > at:
        return f"{head}: time jumped while something was still ready, or further than to the next timer"
    return head


def check_result(trace, value, elapsed):
    result = trace.result
    assert isinstance(result, tuple) and len(result) == 2, RESULT
    assert result[0] == value, RESULT
    assert near(result[1], elapsed), f"{elapsed} virtual seconds passed, and run_virtual said {result[1]}"
    check_closed(trace)


def check_closed(trace):
    if any(event.data["all"] is not True for event in trace.happened("closed")):
        trace.allow("warnings")  # some Pythons complain of open loops in words of their own
    for event in trace.happened("closed"):
        assert event.data["all"] is True, "run_virtual must close its event loop"


def check_deadlock(trace, names):
    check_told(trace, names)
    woken = [event for event in notes(trace) if event.who == "woken"]
    assert len(woken) == len(names), "the tasks that wait must be cancelled after a deadlock, too"
    check_closed(trace)


def check_told(trace, names):
    assert trace.error is not None, (
        "nothing could happen any more, and run_virtual came back as if all were well"
    )
    assert trace.error.is_a("Deadlock"), (
        f"nothing could happen any more, and {trace.error.type} came out of run_virtual; it must be a Deadlock"
    )
    missing = [name for name in names if name not in trace.error.text]
    assert missing == [], (
        f"the Deadlock must name each task that waits, and does not name {missing[0]!r}" if missing else ""
    )


def check_left(trace, at):
    tidied = [event for event in notes(trace) if event.who == "tidied up"]
    assert len(tidied) == 1, (
        "a task that is left when coro ends must be cancelled, and get its time to tidy up"
    )
    assert near(tidied[0].data["clock"], at), (
        "a task that is left must be cancelled when coro has ended: "
        f"it was over at {tidied[0].data['clock']:.6g}, not {at}"
    )
    check_closed(trace)


def check_real(trace):
    for event in trace.happened("changed"):
        names = event.data["names"]
        assert names == [], f"run_virtual has changed {names[0]}, for everybody" if names else ""
    (slept,) = trace.happened("slept really")
    real = trace.inputs["real"]
    assert slept.data["seconds"] > 0.8 * real, (
        f"an ordinary asyncio.run(asyncio.sleep({real})) took {slept.data['seconds']:.3f} s: "
        "the virtual time must stay inside run_virtual"
    )


# What there is to see in a trace.


def notes(trace):
    return trace.happened("note")


def near(seen, expected):
    return isinstance(seen, int | float) and abs(seen - expected) <= EXACT
