"""start_gate_phases with more runners and phases, with gates that open later, and broken off."""

import asyncio

from test_start_gate_phases import (
    FAILING,
    TWO,
    check_the_error,
    check_the_phases,
    check_the_start,
    explain,
    race,
)

from kata.judge import seconds

__all__ = ["explain"]

THREE = {"durations": [[1, 1, 1], [2, 0.5, 1], [0.5, 1.5, 1]], "phases": 3, "opens": 0.5}


async def test_random_races(run, rng):
    async def one():
        runners, phases = rng.randint(2, 5), rng.randint(2, 4)
        durations = [[rng.uniform(0.1, 0.9) for _ in range(phases)] for _ in range(runners)]
        trace = await race(run, durations=durations, phases=phases, opens=rng.uniform(0.1, 1.4))
        check_the_start(trace, trace.inputs["opens"])
        check_the_phases(trace)

    await asyncio.gather(*(one() for _ in range(3)))


async def test_a_crowd(run):
    durations = [[0.4 + 0.01 * ((number * phase) % 7) for phase in range(3)] for number in range(40)]
    trace = await race(run, durations=durations, phases=3, opens=0.3)
    check_the_phases(trace)


async def test_a_single_runner(run):
    trace = await race(run, durations=[[0.5, 0.3, 0.4]], phases=3, opens=0.6)
    check_the_phases(trace)
    assert trace.elapsed == seconds(1.8), "a single runner has nobody to wait for"


async def test_a_phase_that_takes_no_time(run):
    trace = await race(run, durations=[[0, 0.4, 0], [0, 0, 0.4]], phases=3, opens=0.4)
    check_the_phases(trace)
    assert trace.elapsed == seconds(1.2), "a phase may take no time"


async def test_no_phases(run):
    trace = await race(run, durations=[[], []], phases=0, opens=0)
    assert trace.elapsed == seconds(0), "without phases there is nothing to do"


async def test_the_same_runner_is_not_always_the_last(run):
    trace = await race(run, **THREE, closes=2, reopens=9)
    check_the_start(trace, 0.5)
    check_the_phases(trace)
    assert trace.elapsed == seconds(5), "run_race must return when the last phase is over"


async def test_two_races_at_one_gate(run):
    trace = await run("two_races", races=[[2, 0.7], [3, 0.4]], phases=3, opens=0.5)
    assert [call.end for call in trace.calls] == [seconds(2.6), seconds(1.7)], (
        f"two races at one gate were over at {trace.calls[0].end} and {trace.calls[1].end}; alone they would have been "
        "at 2.6 and 1.7"
    )
    assert len(trace.spans) == 15, "step must be called once for each runner and each phase of each race"
    assert trace.happened("both are over")[0].data["gate"], (
        "run_race cleared the gate; it belongs to somebody else, and others may wait for it, too"
    )


async def test_two_fall_in_the_same_moment(run):
    durations = [[0.4, 1], [0.4, 1], [2, 1]]
    trace = await run.shuffled("race", durations=durations, phases=2, opens=0.3, fails=[[0, 0], [1, 0]])
    names = {f"the error of runner {runner}" for runner in (0, 1)}
    known = {leaf.known for leaf in trace.error.leaves()} if trace.error else set()
    assert known and known <= names, "two runners fell in the same moment, and the error of neither came out"
    assert trace.elapsed == seconds(0.7), f"two runners fell at 0.7, and run_race was over at {trace.elapsed}"


async def test_a_runner_falls_in_a_later_phase(run):
    trace = await run.play("race", **{**THREE, "fails": [[1, 1]]})
    check_the_error(trace, "the error of runner 1", 3)
    assert trace.endings() == {
        "0 in phase 0": "done",
        "1 in phase 0": "done",
        "2 in phase 0": "done",
        "0 in phase 1": "cancelled",
        "1 in phase 1": "raised",
        "2 in phase 1": "cancelled",
    }, "runner 1 fell in phase 1: the others must be cancelled then, and nobody may begin phase 2"


async def test_the_last_one_falls(run):
    trace = await run.play("race", durations=[[0.4], [0.8]], phases=1, opens=0, fails=[[1, 0]])
    check_the_error(trace, "the error of runner 1", 0.8)


async def test_the_slow_one_falls_when_the_others_wait_for_him(run):
    durations = [[0.4, 0.4], [0.4, 0.4], [1.2, 0.4]]
    trace = await run.play("race", durations=durations, phases=2, opens=0.3, fails=[[2, 0]])
    check_the_error(trace, "the error of runner 2", 1.5)
    assert len(trace.spans) == 3, "runner 2 fell in phase 0, and nobody may begin phase 1"


async def test_the_error_waits_until_the_others_are_over(run):
    trace = await run.play("race", **FAILING, cleanup=[0, 0, 0.7])
    assert trace.elapsed >= 2.1, (
        "the error came out while a cancelled step was still at work: cancel() asks a task to end, and does not wait"
    )
    check_the_error(trace, "the error of runner 0", 2.1)


async def test_the_others_are_cancelled_all_at_once(run):
    durations = [[0.4], [2], [2]]
    trace = await run.play(
        "race", durations=durations, phases=1, opens=0.3, fails=[[0, 0]], cleanup=[0, 0.9, 0.6]
    )
    assert trace.ends()["2 in phase 0"] == seconds(1.3), (
        f"runner 0 fell at 0.7, and runner 2, who needs 0.6 s to end, was over at {trace.ends()['2 in phase 0']}: "
        "whoever is under way must be cancelled at that moment"
    )
    check_the_error(trace, "the error of runner 0", 1.6)


async def test_cancelled_before_the_gate_opens(run):
    trace = await run.play("race", **{**TWO, "opens": None}, cancel_at=[1.1])
    check_cancelled(trace, 1.1)
    assert trace.spans == [], "run_race was cancelled before the gate opened, and a runner began"


async def test_cancelled_while_all_are_under_way(run):
    trace = await run.play("race", **{**TWO, "opens": 0.4}, cancel_at=[0.8])
    check_cancelled(trace, 0.8)
    assert set(trace.endings().values()) == {"cancelled"}, (
        "run_race was cancelled: the steps under way must be cancelled, and no other may begin"
    )


async def test_cancelled_while_some_wait_for_the_others(run):
    trace = await run.play("race", **{**TWO, "opens": 0.4}, cancel_at=[1.9], cleanup=[0.5, 0.8])
    assert trace.elapsed >= 2.7, "run_race ended before the step that it had cancelled"
    check_cancelled(trace, 2.7)
    assert len(trace.spans) == 2, "run_race was cancelled in phase 0, and phase 1 began"


def check_cancelled(trace, when):
    assert trace.cancelled, "run_race was cancelled, but the cancellation did not come out of it"
    assert trace.elapsed == seconds(when), (
        f"run_race was to end at {when}, when its cancelled steps were over"
    )
