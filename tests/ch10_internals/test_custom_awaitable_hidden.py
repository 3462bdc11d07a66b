"""custom_awaitable with other times and values, objects that are used again, and cancellation at every moment."""

import asyncio

from test_custom_awaitable import FEW, armed, busy, explain, set_errors, timer_left, values

from kata.judge import seconds

__all__ = ["explain"]


async def test_without_a_value_sleep_gives_none(run):
    trace = await run("sleep", seconds=0.3, default=True)
    assert values(trace, "woke up") == {"sleeper": None}, "the value of a Sleep is None by default"


async def test_sleep_gives_the_very_object(run):
    traces = await asyncio.gather(
        *(run("sleep", seconds=0.1, value=value) for value in ["object", 0, "", False, []])
    )
    same = [trace.happened("woke up")[0].data["same"] for trace in traces]
    assert same == [True] * 5, "`await Sleep(seconds, value)` gives the very object, whatever it is"


async def test_a_sleep_may_be_awaited_again(run):
    trace = await run("sleep", seconds=0.5, value="v", times=3)
    assert trace.when("woke up") == [seconds(0.5), seconds(1), seconds(1.5)], (
        "the same Sleep is awaited three times in a row, and takes its full time each time"
    )


async def test_a_sleep_may_be_awaited_by_several_tasks(run):
    naps = [["Ann", 1.2], ["Bob", 1.2], ["Cid", 1.2]]
    trace = await run("sleepers", naps=naps, shared=True, give_up=0.8, begins=[[0.4, "Cid"]])
    assert trace.endings() == {"Ann": "cancelled", "Bob": "done", "Cid": "done"}, (
        "three tasks awaited the same Sleep; one was cancelled, and only that one may notice"
    )
    assert trace.ends() == {"Ann": 0.8, "Bob": 1.2, "Cid": 1.6}, (
        "several tasks awaited the same Sleep, and each sleeps its full time, from its own `await`"
    )
    assert not armed(trace), timer_left(trace)


async def test_a_sleep_that_was_given_up_may_be_awaited_again(run):
    trace = await run.play("given_up", seconds=0.9, patience=0.4)
    assert trace.when("gave up") == [seconds(0.4)], "a sleep that is cancelled ends at that moment"
    assert trace.error is None and trace.elapsed == seconds(1.3), (
        "a Sleep was given up and awaited again by the same task, and then it takes its full time again"
    )


async def test_a_crowd_of_sleepers(run):
    names = [f"sleeper {number}" for number in range(100)]
    trace = await run("sleepers", naps=[[name, 0.5] for name in names])
    assert trace.ends() == dict.fromkeys(names, 0.5), "any number of tasks may sleep at the same time"


async def test_sleep_of_no_time(run):
    trace = await run("sleep", seconds=0, value="v", times=2)
    assert trace.elapsed == seconds(0), "Sleep(0) takes no time"
    assert values(trace, "woke up") == {"sleeper": "v"}, "Sleep(0) gives its value, too"


async def test_random_sleeps(run, rng):
    naps = [[f"sleeper {number}", rng.uniform(0, 1)] for number in range(8)]
    trace = await run("sleepers", naps=naps)
    assert trace.ends() == dict(naps), "each sleep ends when its own time is over"
    assert not armed(trace), timer_left(trace)


async def test_a_long_sleep_keeps_nobody_busy(run):
    trace = await run("sleep", seconds=1.53)
    assert trace.turns < FEW, busy(trace)
    assert trace.elapsed == seconds(1.53), "`await Sleep(1.53)` takes 1.53 seconds"


async def test_sleep_cancelled_at_each_await(run):
    for trace in await run.sweep("sleep", seconds=0.8):
        assert trace.cancelled, "the task was cancelled while it slept, but did not end cancelled"
        assert not armed(trace), timer_left(trace)


async def test_any_value_may_be_set(run):
    given = [None, 0, "", False, "object"]
    traces = await asyncio.gather(
        *(run("shot", waiters=[["Ann", 0], ["late", 0.8]], sets=[[0.4, value]], again=1) for value in given)
    )
    for value, trace in zip(given, traces, strict=True):
        assert [event.data["same"] for event in trace.happened("got")] == [True] * 4, (
            f"{value!r} was set, and everybody gets that very value, each time"
        )
        assert trace.ends() == {"Ann": 0.4, "late": 0.8}, "once the value is set, nobody waits any more"


async def test_none_is_a_value_that_is_set_once(run):
    trace = await run("shot", waiters=[["Ann", 0], ["late", 1]], sets=[[0.3, None], [0.6, None]])
    assert len(trace.when("set raised")) == 1, "None was set, and then None again: the second set must raise"
    assert values(trace, "got") == {"Ann": None, "late": None}, "the first value stays"


async def test_values_of_every_kind(run):
    kinds = [
        "a tuple",
        "an exception class",
        "an object that can be awaited",
        "an object that is equal to all others",
        "Ellipsis",
    ]
    trace = await run("values_of_every_kind", kinds=kinds)
    for kind in kinds:
        assert [event.data["same"] for event in trace.happened("got", kind)] == [True, True], (
            f"{kind} was set, and `await` did not give that very value, each time: any value may be set"
        )
    assert [event.who for event in trace.happened("set raised")] == kinds, (
        "the second set must raise, whatever was set before"
    )


async def test_an_exception_may_be_set(run):
    trace = await run("shot", waiters=[["Ann", 0], ["late", 1]], sets=[[0.5, "spoilt"]], spoil=True)
    assert [event.data["same"] for event in trace.happened("got")] == [True, True], (
        "an exception that is set is a value like any other"
    )


async def test_set_twice_at_one_moment(run):
    trace = await run("shot", waiters=[["Ann", 0], ["late", 1]], sets=[[0.5, "first"], [0.5, "second"]])
    assert len(trace.when("set raised")) == 1, (
        "the second set must raise, even if nobody has had the first value yet"
    )
    assert values(trace, "got") == {"Ann": "first", "late": "first"}, "the first value stays"


async def test_set_when_nobody_waits(run):
    trace = await run("shot", waiters=[["late", 0.8], ["later", 1.2]], sets=[[0.3, "go"]])
    assert trace.ends() == {"late": 0.8, "later": 1.2}, "once the value is set, nobody waits any more"
    assert values(trace, "got") == {"late": "go", "later": "go"}, "the value is there for whoever comes later"


async def test_two_of_them_are_two(run):
    trace = await run.play("two_shots")
    assert trace.ends() == {"one": 0.4, "other": 0.9}, (
        "whoever waits for one OneShot does not hear of another"
    )
    assert trace.error is None and values(trace, "got") == {"one": "value", "other": "other value"}, (
        "each OneShot has its own value"
    )


async def test_set_from_a_callback(run):
    trace = await run("shot", waiters=[["Ann", 0], ["Bob", 0]], sets=[[0.5, "go"]], from_callback=True)
    assert trace.ends() == {"Ann": 0.5, "Bob": 0.5}, "set may be called where no task runs: from a callback"


async def test_cancelled_at_the_moment_of_set(run):
    before = await run(
        "shot", waiters=[["Ann", 0], ["Bob", 0], ["late", 1]], sets=[[0.5, "go"]], cancels=[[0.5, "Ann"]]
    )
    assert not set_errors(before), set_errors(before)
    assert before.endings() == {"Ann": "cancelled", "Bob": "done", "late": "done"}, (
        "Ann was cancelled right before set; the others get the value"
    )
    after = await run("set_and_cancel")
    assert not set_errors(after), set_errors(after)
    assert after.endings()["second"] == "done", (
        "one waiter was cancelled right after set; the other gets the value"
    )
    assert after.elapsed == seconds(0.5), "whoever waits goes on when the value is set"


async def test_all_waiters_are_cancelled(run):
    trace = await run(
        "shot",
        waiters=[["Ann", 0], ["Bob", 0], ["late", 1.2]],
        sets=[[0.8, "go"]],
        cancels=[[0.3, "Ann"], [0.5, "Bob"]],
    )
    assert not set_errors(trace), set_errors(trace)
    assert trace.endings() == {"Ann": "cancelled", "Bob": "cancelled", "late": "done"}, (
        "all who waited were cancelled; the value is there for whoever comes later"
    )


async def test_random_crowds(run, rng):
    async def one():
        set_at = rng.uniform(0.5, 1.5)
        waiters = [[f"waiter {number}", rng.uniform(0, 2)] for number in range(12)]
        patient = {name: max(begin, set_at) for name, begin in waiters}
        cancels = [[begin + (set_at - begin) * 0.5, name] for name, begin in waiters[:4] if begin < set_at]
        trace = await run("shot", waiters=waiters, sets=[[set_at, "go"]], cancels=cancels)
        assert not set_errors(trace), set_errors(trace)
        assert trace.ends() == patient | {name: at for at, name in cancels}, (
            "whoever waits goes on when the value is set, and whoever is cancelled ends at that moment"
        )

    await asyncio.gather(*(one() for _ in range(3)))
