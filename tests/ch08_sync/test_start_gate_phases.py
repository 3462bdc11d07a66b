"""start_gate_phases: all runners begin at the gate, and each phase together."""

from itertools import accumulate

from kata.judge import seconds

TWO = {"durations": [[1, 3], [2, 1]], "phases": 2, "opens": 2.05}
READY = {**TWO, "opens": 0}
FAILING = {"durations": [[1, 1], [0.5, 1], [2, 1]], "phases": 2, "opens": 0.4, "fails": [[0, 0]]}


async def test_nobody_begins_before_the_gate_is_set(run):
    trace = await race(run, **TWO)
    check_the_start(trace, 2.05)


async def test_an_open_gate_holds_nobody_up(run):
    trace = await race(run, **READY)
    check_the_start(trace, 0)


async def test_the_next_phase_begins_when_all_have_finished(run):
    trace = await race(run, **TWO)
    check_the_phases(trace)
    assert trace.elapsed == seconds(7.05), "run_race must return when the last phase is over, at 7.05"


async def test_waiting_keeps_nobody_busy(run):
    trace = await race(run, **TWO)
    assert trace.turns < 1000, (
        f"the event loop turned {trace.turns} times for 4 steps: whoever looks again and again whether it may go on "
        "keeps the whole program busy"
    )


async def test_one_runner_falls(run):
    trace = await run.play("race", **FAILING)
    check_the_start(trace, 0.4)
    check_the_error(trace, "the error of runner 0", 1.4)
    assert trace.endings() == {
        "0 in phase 0": "raised",
        "1 in phase 0": "done",
        "2 in phase 0": "cancelled",
    }, "runner 0 fell at 1.4: runner 2 must be cancelled then, and nobody may begin another phase"


# Why an answer fails these tests.


async def race(run, **inputs):
    """One race that ends well."""
    trace = await run("race", **inputs)
    check_the_steps(trace)
    assert not [warning for warning in trace.never_awaited() if "step" in warning["text"]], (
        "step(runner, phase) was called and not awaited: nobody takes a step so, it only makes a coroutine object"
    )
    steps = sorted((span.data["runner"], span.data["phase"]) for span in trace.spans)
    runners, phases = len(inputs["durations"]), inputs["phases"]
    assert steps == [(runner, phase) for runner in range(runners) for phase in range(phases)], (
        "step must be called once for each runner and each phase"
    )
    return trace


def explain(trace):
    """The belief behind a run that did not end well."""
    if any("Event.wait" in warning["text"] for warning in trace.never_awaited()):
        return "gate.wait() was called and not awaited: it makes a coroutine object, and nobody waits for the gate"
    if any("Barrier" in warning["text"] for warning in trace.never_awaited()):
        return (
            "the barrier's wait() was called and not awaited: it makes a coroutine object, and nobody waits"
        )
    if not trace.calls:
        return None
    if trace.ending == "deadlock":
        return why_it_hangs(trace)
    if trace.call.error is not None and trace.call.error.leaves()[0].is_a("BrokenBarrierError"):
        return "BrokenBarrierError came out: whoever waits at a barrier that was broken gets it, and not the cause"
    if any(warning["kind"] == "never_retrieved" for warning in trace.warnings):
        return "a runner fell, and nobody ever looked at his error: asyncio complains of it"
    if trace.leftovers and trace.call.ending in ("raised", "cancelled"):
        count = len(trace.leftovers)
        tasks = f"{count} tasks" if count > 1 else "a task"
        what = "the error came out" if trace.call.ending == "raised" else "run_race was cancelled"
        belief = "cancel() asks a task to end, and does not wait"
        if any(event.data["left"] for event in trace.happened("a little later")):
            belief = "nobody cancelled the other runners and waited for their end"
        return f"{what}, but {tasks} of run_race went on{line(trace.leftovers)}: {belief}"
    return None


def why_it_hangs(trace):
    if "races" in trace.inputs:
        return (
            "there were two races, and somebody waits for ever: the runners of one race wait for each other, and for "
            "nobody of another one"
        )
    fallen = [span for span in trace.spans if span.ending == "raised"]
    at_barrier = [task for task in trace.stuck if task["waits"].startswith("barrier.wait()")]
    waiting = [task for task in trace.stuck if task["where"]]
    runners = len(trace.inputs["durations"])
    if fallen:
        place = "at the barrier" if at_barrier else "for the end of the phase"
        return (
            f"runner {fallen[0].data['runner']} fell and will never come, and the others wait for him {place} for "
            f"ever{line(waiting)}: nobody told them"
        )
    if at_barrier:
        came, _, parties = at_barrier[0]["waits"].removeprefix("barrier.wait(): ").partition(" of ")
        parties = parties.partition(" ")[0]
        have = "1 has" if came == "1" else f"{came} have"
        return (
            f"the barrier lets them go when {parties} have come{line(at_barrier)}; {have}, no other will, and there "
            f"{'is 1 runner' if runners == 1 else f'are {runners} runners'}"
        )
    gate = [task for task in trace.stuck if task["waits"].startswith("event.wait()")]
    if gate and trace.spans:
        return (
            f"a runner waits{line(gate)} for an event that was set before he came, or that nobody sets any more: "
            "whoever clears an event makes those wait who have not seen it yet"
        )
    return None


def check_the_steps(trace):
    """Nobody was asked to do what is none of his steps, or the same one twice, or two at a time."""
    runners, phases = len(trace.inputs["durations"]), trace.inputs["phases"]
    for event in trace.happened("no such step"):
        raise AssertionError(
            f"step({event.data['runner']}, {event.data['phase']}) was called, with {runners} runners and {phases} "
            "phases: the first number is the runner, the second one the phase, and both begin at 0"
        )
    for number, span in enumerate(trace.spans):
        for other in trace.spans[:number]:
            if span.data["runner"] == other.data["runner"]:
                assert span.who != other.who, f"step was called twice for runner {span.who}"
                assert span.start >= other.end, (
                    f"runner {span.who} began at {span.start}, when he was in phase {other.data['phase']}: nobody "
                    "waited for a step to end"
                )


def check_the_start(trace, opens):
    check_the_steps(trace)
    begin = [span.start for span in trace.spans if span.data["phase"] == 0]
    if any(span.start < opens and span.data["gate"] for span in trace.spans):
        raise AssertionError("run_race set the gate itself; that is somebody else's to do")
    if any(start < opens for start in begin):
        raise AssertionError(
            explain(trace)
            or f"a runner began at {min(begin)}, before the gate was set at {opens}: nobody waited for it"
        )
    runners = len(trace.inputs["durations"])
    assert begin == [seconds(opens)] * runners, (
        f"the gate was set at {opens}, and runners began at {', '.join(map(str, begin))}: one after the other"
        if any(start == opens for start in begin)
        else f"the gate was set at {opens}, and the runners began at {max(begin, default='no time')}: whoever looks "
        "now and then comes late"
    )


def check_the_phases(trace):
    """Everybody begins each phase when the last one has finished the one before."""
    begin = begins(trace)
    for phase, at in enumerate(begin):
        for span in trace.spans:
            if span.data["phase"] == phase and span.start != at:
                raise AssertionError(out_of_step(trace, span, at))
    observed = {span.who: span.start for span in trace.spans}
    assert observed == {span.who: begin[span.data["phase"]] for span in trace.spans}, (
        "the runners must begin each phase together"
    )


def out_of_step(trace, span, at):
    runner, phase = span.data["runner"], span.data["phase"]
    again = trace.inputs.get("reopens")
    if again is not None and span.start == again:
        return (
            f"runner {runner} began phase {phase} only at {span.start}, when the gate was set once more: it is for the "
            "start of the race, and was waited for again"
        )
    if span.start < at:
        slow = [
            other.data["runner"]
            for other in trace.spans
            if other.data["phase"] == phase - 1 and other.end > span.start
        ]
        behind = f", when runner {slow[0]} was still in phase {phase - 1}" if slow else ""
        return f"runner {runner} began phase {phase} at {span.start}{behind}: nobody waited for the others"
    return f"runner {runner} began phase {phase} at {span.start}, but all had finished the one before at {at}"


def check_the_error(trace, name, when):
    assert trace.error is not None, f"{name} did not come out of run_race"
    known = [leaf.known for leaf in trace.error.leaves()]
    assert known == [name], f"{name} must come out of run_race, and no other"
    assert trace.elapsed == seconds(when), f"{name} must come out at {when}, and came out at {trace.elapsed}"


# What there is to see in a trace.


def begins(trace):
    """When each phase should begin."""
    columns = list(zip(*trace.inputs["durations"], strict=True))
    return list(accumulate([trace.inputs["opens"], *(max(column) for column in columns)]))


def line(tasks):
    lines = sorted({task["where"]["line"] for task in tasks if task["where"]})
    return f" at line {lines[0]}" if lines else ""
