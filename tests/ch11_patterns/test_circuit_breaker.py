"""circuit_breaker: which calls go through, which are refused, and from when on."""

from kata.judge import seconds
from kata.judge.trace import Error

DOWN = [[0, 0, "OSError"], [0.5, 0, "ValueError"], [1, 0.6, "OSError"]]  # three failures, the last one at 1.6
BREAKER = {"failures": 3, "reset_after": 4}


async def test_a_closed_breaker_lets_everything_through(run):
    trace = await run("calling", **BREAKER, calls=[[0, 1, "ok"], [0.4, 0.3, "ValueError"], [0.5, 1, "ok"]])
    assert trace.starts() == {"call 0": 0, "call 1": 0.4, "call 2": 0.5}, not_at_once(trace)
    check(trace, "call 0", "returned", 1)
    check(trace, "call 1", "raised", 0.7)
    check(trace, "call 2", "returned", 1.5)


async def test_failures_in_a_row_open_it(run):
    trace = await run("calling", **BREAKER, calls=[*DOWN, [2, 0, "ok"], [3, 0, "ok"]])
    for number, at in ((0, 0), (1, 0.5), (2, 1.6)):
        check(trace, f"call {number}", "raised", at)
    for number, at in ((3, 2), (4, 3)):
        check(trace, f"call {number}", "refused", at)


async def test_a_success_between_them_keeps_it_closed(run):
    outcomes = ["OSError", "OSError", "ok", "OSError", "OSError", "ok"]
    trace = await run(
        "calling", **BREAKER, calls=[[number * 0.4, 0, how] for number, how in enumerate(outcomes)]
    )
    for number, how in enumerate(outcomes):
        check(trace, f"call {number}", "returned" if how == "ok" else "raised", number * 0.4)


async def test_it_stays_open_until_the_time_is_over(run):
    trace = await run("calling", **BREAKER, calls=[*DOWN, [4.5, 0, "ok"], [5.2, 0, "ok"], [6, 0, "ok"]])
    check(trace, "call 3", "refused", 4.5)
    check(trace, "call 4", "refused", 5.2)
    check(trace, "call 5", "returned", 6)


async def test_one_probe_and_no_more(run):
    trace = await run("calling", **BREAKER, calls=[*DOWN, *[[6, 1, "ok"]] * 5, [6.5, 0, "ok"]])
    begun = [span for span in trace.spans if span.start == seconds(6)]
    assert len(begun) == 1, (
        "the time was over, and nobody was let through" if not begun else several_probes(begun, trace)
    )
    refused = [event.at for event in trace.happened("refused")]
    assert refused == [6, 6, 6, 6, 6.5], (
        "while the probe was under way, the other calls waited; they must be refused at once"
    )
    check(trace, begun[0].who, "returned", 7)


async def test_a_probe_that_succeeds_closes_it(run):
    calls = [
        [6, 1, "ok"],
        [7.4, 1, "ok"],
        [7.4, 0, "OSError"],
        [7.8, 0, "ok"],
        [8.8, 0, "OSError"],
        [9.2, 0, "ok"],
    ]
    trace = await run("calling", **BREAKER, calls=[*DOWN, *calls])
    check(trace, "call 3", "returned", 7)
    check(trace, "call 4", "returned", 8.4)
    check(trace, "call 5", "raised", 7.4)
    check(trace, "call 6", "returned", 7.8)
    check(trace, "call 7", "raised", 8.8)
    check(trace, "call 8", "returned", 9.2)


async def test_a_probe_that_fails_opens_it_again(run):
    calls = [[6, 1, "ValueError"], [7.5, 0, "ok"], [10.5, 0, "ok"], [11.5, 0, "ok"]]
    trace = await run("calling", **BREAKER, calls=[*DOWN, *calls])
    check(trace, "call 3", "raised", 7)
    check(trace, "call 4", "refused", 7.5)
    check(trace, "call 5", "refused", 10.5)
    check(trace, "call 6", "returned", 11.5)


async def test_a_cancelled_call_is_no_failure(run):
    calls = [*DOWN[:2], [1, 2, "ok"], [2, 0, "ok"]]
    trace = await run("calling", **BREAKER, calls=calls, cancelled=[[2, 0.5]])
    check(trace, "call 2", "cancelled", 1.5)
    check(trace, "call 3", "returned", 2)


async def test_a_cancelled_probe_makes_room_for_the_next(run):
    calls = [*DOWN, [6, 2, "ok"], [7, 0.4, "ok"], [8, 0, "OSError"], [8.4, 0, "ok"]]
    trace = await run("calling", **BREAKER, calls=calls, cancelled=[[3, 0.5]])
    check(trace, "call 3", "cancelled", 6.5)
    check(trace, "call 4", "returned", 7.4)
    check(trace, "call 5", "raised", 8)
    check(trace, "call 6", "returned", 8.4)


# Why an answer fails these tests.


def explain(trace):
    """The belief behind a run that did not end well."""
    for warning in trace.never_awaited():
        if "op" in warning["text"]:
            return "op was called and what it gave was never awaited: a call that is refused must not call op"
    return None


def check(trace, name, what, at):
    """What became of a call, and when."""
    events = [event for event in trace.events if event.who == name]
    came = events[0].what if events else "nothing"
    assert came == what, wrong_end(trace, name, what, came)
    assert events[0].at == seconds(at), (
        f"{name} must be {what if what == 'refused' else f'over ({what})'} at {at:g}, and was at {events[0].at}"
    )
    if what == "refused":
        assert name not in trace.who(), f"{name} was refused, and its op was called all the same"
    if what == "returned":
        assert events[0].data["value"] == trace.inputs.get("value", "done"), (
            "call must return what op returned"
        )
    if what == "raised":
        error = events[0].data["error"]
        assert isinstance(error, Error), "what op raised must come out of call"
        inside = [leaf.known for leaf in error.leaves()] == [f"the error of {name}"]
        assert error.known == f"the error of {name}", (
            f"{name}: op's error came out inside an {error.type}, and not as it is"
            if inside
            else f"{name}: what op raised must come out of call, and no other exception instead of it"
        )


def wrong_end(trace, name, expected, came):
    """Why a call ended in another way than it must."""
    called = name in trace.who()
    events = [event for event in trace.events if event.who == name]
    at = events[0].at if events else trace.elapsed
    before = [event for event in trace.events if event.who != name and event.at < at]
    story = ", ".join(short(event) for event in before[-6:])
    if expected == "cancelled":
        return f"{name} was cancelled, but the cancellation did not come out of it"
    if expected == "refused":
        if called:
            return (
                f"{name} went through, though the breaker had to be open at that moment (before it: {story}); "
                f"{until(trace, name)}"
            )
        return f"{name} must raise CircuitOpen, and {'returned' if came == 'returned' else 'did not'}"
    if came == "refused" and called and expected == "raised":
        return f"{name} failed, and CircuitOpen came out instead of its own error"
    if came == "refused":
        return f"{name} was refused, though the breaker had to let it through; {because(trace, name, story)}"
    if came == "returned" and expected == "raised":
        return f"the op of {name} raised, and call returned: the error must come out"
    cut_off = came == "raised" and expected == "returned" and trace.endings().get(name) == "cancelled"
    if cut_off and events[0].data["error"].type == "TimeoutError":
        takes = trace.inputs["calls"][int(name.removeprefix("call "))][1]
        return (
            f"the op of {name} takes {takes} s and was cut off at {at} with TimeoutError: "
            "nobody has set it a time limit"
        )
    return f"{name} must have {expected}, and {'nothing came of it' if came == 'nothing' else f'it {came}'}"


def until(trace, name):
    """The opening of the breaker from which the answer seems to count."""
    failures, reset_after = trace.inputs["failures"], trace.inputs["reset_after"]
    start = trace.starts()[name]
    before = [event for event in trace.events if event.who != name and event.at <= start]
    successes = [number for number, event in enumerate(before) if event.what == "returned"]
    failed = [event for event in before[max(successes, default=-1) + 1 :] if event.what == "raised"]
    if len(failed) < failures:
        return f"{failures} failures open it"
    last = failed[-1]
    begin = trace.starts()[last.who]
    if start >= begin + reset_after and start < last.at + reset_after:
        return (
            f"it stays open for {reset_after} s from the moment at which {last.who} failed, {last.at}, "
            "and not from the moment at which that began"
        )
    if len(failed) > failures:
        return f"the probe failed at {last.at}, and that opens it again for {reset_after} s"
    if start >= failed[0].at + reset_after:
        return (
            f"it stays open for {reset_after} s from the last failure, {last.at}, and not from the first one"
        )
    return f"{failures} failures open it, for {reset_after} s"


def because(trace, name, story):
    """What the answer seems to have taken for a failure, or not to have noticed."""
    at = min(float(event.at) for event in trace.events if event.who == name)
    before = [event for event in trace.events if float(event.at) < at]
    last = [event for event in before if event.what in ("returned", "cancelled")][-1:]
    failed = sum(event.what == "raised" for event in before[: before.index(last[0])]) if last else 0
    probe = failed >= trace.inputs["failures"]
    if last and last[0].what == "cancelled":
        if probe:
            return (
                f"{last[0].who} was the probe and was cancelled; nobody took back that a probe was under way"
            )
        return f"{last[0].who} was cancelled, and that is no failure"
    if last and probe:
        return f"the probe had closed it, and then it counts from nothing (before it: {story})"
    if last:
        return f"a success lay between the failures, and only failures in a row count (before it: {story})"
    return f"before it: {story}"


def several_probes(begun, trace):
    return (
        f"the time was over, and {len(begun)} calls were let through at once: "
        "all of them had looked before anybody had left word that a probe was under way"
    )


def not_at_once(trace):
    return "the breaker was closed, and one call waited for another: any number of them may be under way"


def short(event):
    return f"{event.who} {event.what} at {event.at}"
