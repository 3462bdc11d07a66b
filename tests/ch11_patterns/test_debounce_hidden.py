"""debounce with random bursts, calls at awkward moments, failures, and callers who give up."""

import asyncio

from test_debounce import (
    BURST,
    check_reports,
    check_undisturbed,
    closes,
    explain,
    flushes,
    left_at_work,
    which,
)

from kata.judge import seconds

__all__ = ["explain"]

FEW_TURNS = 60  # of the event loop, for a flush and a close that wait and do not look again and again


async def test_random_bursts(run, rng):
    async def one():
        wait, now, steps, due, work = round(rng.uniform(0.8, 1.2), 2), 0.0, [], {}, {}
        for number in range(rng.randint(4, 8)):
            name = f"call {number}"
            steps.append([round(now, 3), "call", name])
            quiet = rng.random() < 0.5
            now += wait + 0.4 + rng.random() / 2 if quiet else rng.uniform(0.1, wait - 0.4)
            if quiet:
                due[name] = steps[-1][0] + wait
            work[name] = round(rng.uniform(0.3, 2), 2)
        last = steps[-1]
        due[last[2]] = last[0] + wait
        trace = await run("typing", steps=steps, wait=wait, work=work, until=now + wait + 2.5)
        assert trace.starts() == due, which(trace)
        check_undisturbed(trace)

    await asyncio.gather(*(one() for _ in range(4)))


async def test_calls_in_the_same_instant(run):
    steps = [[0, "call", f"call {number}"] for number in range(30)]
    for wait in (0.5, 0):
        trace = await run("typing", steps=steps, wait=wait, until=2)
        assert trace.who() == ["call 29"], "many calls in the same instant: the last one counts"
        assert trace.starts() == {"call 29": wait}, (
            f"the last call was due at {wait}, and was made at {trace.spans[0].start}"
        )


async def test_the_same_call_again(run):
    steps = [[0, "call", "a"], [0.6, "call", "a"], [3, "call", "a"]]
    trace = await run("typing", steps=steps, wait=1, until=5)
    starts = [span.start for span in trace.spans]
    assert len(starts) == 2, (
        f"a was called at 0, 0.6 and 3, always with the same arguments, and ran at {starts}"
    )
    assert starts[0] == seconds(1.6), (
        f"func ran at {starts[0]}: a call with the same arguments as the pending one begins the quiet period anew, too"
    )
    assert starts[1] == seconds(4), which(trace)


async def test_a_new_call_while_the_quiet_period_is_almost_over(run):
    steps = [[number * 0.6, "call", f"call {number}"] for number in range(5)]
    trace = await run("typing", steps=steps, wait=1, until=5)
    assert trace.starts() == {"call 4": 3.4}, which(trace)


async def test_a_call_after_the_quiet_period_begins_a_new_one(run):
    steps = [[0, "call", "a"], [1.5, "call", "b"], [3, "call", "c"]]
    trace = await run("typing", steps=steps, wait=1, until=5)
    assert trace.starts() == {"a": 1, "b": 2.5, "c": 4}, which(trace)


async def test_func_may_call_its_own_debouncer(run):
    trace = await run("typing", steps=[[0, "call", "a"]], wait=1, work={"a": 1.6}, calls={"a": "b"}, until=4)
    check_undisturbed(trace)
    assert trace.starts() == {"a": 1, "b": 2}, (
        "a call that func itself makes, while it runs, is one like any other"
    )


async def test_a_call_while_a_flush_waits(run):
    steps = [[0, "call", "a"], [0.4, "flush"], [0.8, "call", "b"]]
    trace = await run.play("typing", steps=steps, wait=1, work={"a": 2}, until=5)
    check_undisturbed(trace)
    assert trace.starts() == {"a": 0.4, "b": 1.8}, (
        "b came while flush waited for a: it is a call like any other"
    )


async def test_flush_waits_for_its_own_run_only(run):
    steps = [[0, "call", "long"], [1.5, "call", "short"], [1.9, "flush"]]
    trace = await run.play("typing", steps=steps, wait=1, work={"long": 3, "short": 0.6}, until=5)
    check_undisturbed(trace)
    assert trace.starts() == {"long": 1, "short": 1.9}, (
        "flush must make the pending call at once, whatever else runs"
    )
    assert flushes(trace)[0].end == seconds(2.5), (
        "flush must return when the run that it has begun is over; other runs are none of its business"
    )


async def test_flush_makes_the_last_of_several_calls(run):
    steps = [[0, "call", "a"], [0.5, "call", "b"], [0.8, "flush"], [1.2, "flush"]]
    trace = await run("typing", steps=steps, wait=1, work={"b": 1}, until=4)
    assert trace.starts() == {"b": 0.8}, "a was replaced by b: flush must make the call of b, and that alone"
    assert flushes(trace)[1].elapsed == seconds(0), (
        "the first flush had made the call: nothing was pending any more"
    )


async def test_close_waits_for_a_run_that_a_flush_has_begun(run):
    steps = [[0, "call", "a"], [0.4, "flush"], [0.8, "close"]]
    trace = await run.play("typing", steps=steps, wait=1, work={"a": 1.4}, until=3)
    check_undisturbed(trace)
    assert closes(trace)[0].end == seconds(1.8), (
        "close must wait for every run under way, for one that a flush has begun too"
    )


async def test_close_waits_for_all_that_is_under_way(run):
    steps = [[0, "call", "long"], [1.4, "call", "short"], [2.8, "close"]]
    trace = await run("typing", steps=steps, wait=1, work={"long": 3, "short": 0.8}, until=5)
    check_undisturbed(trace)
    assert closes(trace)[0].end == seconds(4), (
        "two runs were under way, the longer one until 4: close must wait for both"
    )


async def test_a_run_may_last_long(run):
    steps = [[0, "call", "a"], [0.4, "flush"], [0.8, "close"]]
    trace = await run.play("typing", steps=steps, wait=1, work={"a": 12}, until=2)
    check_undisturbed(trace)
    assert trace.turns < FEW_TURNS, (
        "flush and close waited, and the loop did not rest: the answer looked again and again whether a was over"
    )
    for call, name in ((flushes(trace)[0], "flush"), (closes(trace)[0], "close")):
        assert call.end == seconds(12.4), (
            f"a was at work until 12.4, and {name} had waited enough at {call.end}"
        )


async def test_close_with_nothing_to_do(run):
    trace = await run("typing", steps=[[0.3, "close"]], wait=0.5, until=1)
    assert closes(trace)[0].elapsed == seconds(0), (
        "nothing was pending or under way: close must return at once"
    )


async def test_a_run_is_held_on_to(run):
    trace = (await run.play("lonely", wait=0.5)).allow("warnings", "leftovers")
    [looked] = trace.happened("looked")
    assert looked.data["began"], "func takes no arguments, and was never called"
    assert looked.data["alive"], (
        "nobody kept a reference to the task: it was destroyed in the middle of its work"
    )


async def test_two_objects_have_nothing_in_common(run):
    trace = (await run("two", wait=1)).allow("leftovers")
    assert "first c" not in trace.who(), "the first object was closed while c was pending: it must be dropped"
    assert trace.starts() == {"second b": 1, "second d": 2.3}, (
        "a call of one object took the place of one of the other, or a close dropped it: "
        "each must have its own pending call"
    )
    assert closes(trace)[0].end == seconds(1.5), (
        "the first object had no run under way when it was closed, and close waited for one of the second"
    )


async def test_an_error_in_a_flush_is_reported_once(run):
    steps = [[0, "call", "a"], [0.4, "flush"], [1.5, "call", "b"]]
    trace = await run.play("failing", steps=steps, wait=0.8, until=4, fails=["a"])
    check_reports(trace)
    assert trace.starts() == {"a": 0.4, "b": 2.3}, (
        "a failed in the flush, and the later call of b must work as before"
    )


async def test_an_error_while_close_waits_is_reported_once(run):
    steps = [[0, "call", "a"], [0.9, "close"]]
    trace = await run.play("failing", steps=steps, wait=0.6, until=2, fails=["a"])
    check_reports(trace)
    assert closes(trace)[0].end == seconds(1.1), "a failed at 1.1, and close must end then"


async def test_an_error_is_no_concern_of_other_runs(run):
    steps = [[0, "call", "a"], [0.8, "call", "b"]]
    for more in ([], [[1.6, "close"]]):
        trace = await run.play(
            "failing", steps=steps + more, wait=0.5, until=4, fails=["a"], work={"a": 1.5, "b": 2}
        )
        check_reports(trace)
        assert trace.endings()["b"] == "done", (
            f"a failed at 2, and b, which was at work then, was cancelled at {trace.span('b').end}: "
            "a run goes on to its end, whatever becomes of others"
        )
        assert closes(trace)[0].end >= 3.3, (
            f"a failed at 2, and close ended at {closes(trace)[0].end}, while b was still at work: "
            "it must wait for all runs under way, however they end"
        )


async def test_errors_that_flush_and_close_hear_of(run):
    steps = [[0, "call", "a"], [0.4, "flush"], [0.8, "close"]]
    check_reports(await run.play("failing", steps=steps, wait=0.8, until=3, fails=["a"], work={"a": 1.2}))
    steps = [[0, "call", "a"], [0.9, "call", "b"], [1.8, "close"]]
    work = {"a": 1.7, "b": 1.2}
    check_reports(await run.play("failing", steps=steps, wait=0.5, until=4, fails=["a", "b"], work=work))


async def test_a_cancelled_flush(run):
    steps = [[0, "call", "a"], [0.4, "flush", 0.3], [2, "call", "b"]]
    trace = await run.play("typing", steps=steps, wait=0.6, work={"a": 0.8}, until=4)
    assert flushes(trace)[0].ending == "cancelled", (
        "flush was cancelled, but the cancellation did not come out of it"
    )
    assert flushes(trace)[0].elapsed == seconds(0.3), "flush was cancelled and went on"
    assert trace.starts() == {"a": 0.4, "b": 2.6}, (
        "flush was cancelled, and the later call of b must work as before"
    )
    steps = [[0, "call", "a"], [0.4, "flush", 0.3], [1.2, "close"]]
    trace = await run.play("typing", steps=steps, wait=0.6, work={"a": 2}, until=3)
    assert not left_at_work(trace), left_at_work(trace)


async def test_a_cancelled_close(run):
    steps = [[0, "call", "a"], [1, "close", 0.4]]
    trace = await run.play("typing", steps=steps, wait=0.6, work={"a": 1.4}, until=4)
    trace.allow("leftovers")
    assert closes(trace)[0].ending == "cancelled", (
        "close was cancelled, but the cancellation did not come out of it"
    )
    assert closes(trace)[0].elapsed == seconds(0.4), "close was cancelled and went on"


async def test_the_order_inside_an_instant_does_not_matter(run):
    trace = await run.shuffled("typing", **BURST)
    assert trace.starts() == {"c": 2.2, "d": 4}, which(trace)
    check_undisturbed(trace)
