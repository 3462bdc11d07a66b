"""shield_commit with other numbers, many cancellations, failures in the middle of it, and limits around it."""

import asyncio

from test_shield_commit import (
    COMMIT,
    check_committed,
    check_error,
    check_late,
    check_value,
    explain,
)

__all__ = ["explain"]


async def test_values_may_be_anything(run):
    for value in (None, 0, "", False, []):
        commit = {"steps": [], "gives": value}
        trace = await run("committing", commit=commit)
        check_value(trace, commit)
    trace = await run.play("committing", commit={"steps": [0.3], "gives_error": "ValueError"})
    assert getattr(trace.result, "known", trace.result) == "the value of commit", (
        "commit returned an exception, as a value like any other, and commit_safely did not return it"
    )


async def test_a_long_commit(run):
    commit = {"steps": [5, 6], "gives": "paid"}
    trace = await run.play("committing", commit=commit, cancel_at=[0.4])
    check_late(trace, commit)


async def test_any_number_of_cancellations(run, rng):
    async def check(count):
        longest = 0.4 if count < 10 else 0.2
        gaps = [round(rng.uniform(0.15, longest), 2) for _ in range(count + 1)]
        cancel_at = [round(sum(gaps[: number + 1]), 2) for number in range(count)]
        last = round(sum(gaps) - 0.1, 2)
        commit = {"steps": [0.1, last], "gives": "paid"}
        trace = await run.play("committing", commit=commit, cancel_at=cancel_at)
        check_late(trace, commit)

    await asyncio.gather(*map(check, (1, 3, 4, 6, 25)))


async def test_a_caller_who_is_cancelled_at_any_await(run):
    traces = await run.sweep("committing", commit=COMMIT)
    assert traces != [], "commit takes time, and commit_safely has not waited for anything"
    for trace in traces:
        check_late(trace, COMMIT)


async def test_errors_of_all_kinds(run):
    async def check(kind, steps):
        commit = {"steps": steps, "fails": kind}
        trace = await run.play("committing", commit=commit)
        check_committed(trace, commit)
        check_error(trace)

    await asyncio.gather(
        check("KeyError", [0.4]),
        check("OSError", []),
        check("TimeoutError", [0.3, 0.3]),
        check("Alarm", [0.4]),
    )


async def test_a_commit_that_fails_after_a_cancellation(run):
    commit = {"steps": [0.5, 0.7], "fails": "ValueError"}
    for cancel_at in ([0.3], [0.3, 0.9]):
        trace = await run.play("committing", commit=commit, cancel_at=cancel_at)
        trace.allow("warnings")
        check_committed(trace, commit)
        assert trace.call.ending != "returned", (
            f"the caller was cancelled at {trace.call.cancels[0]} s and then commit raised, but commit_safely returned"
        )
        assert trace.cancelled or trace.error.known == "the error of commit", (
            "the caller was cancelled and commit raised: one of these two exceptions must come out"
        )


async def test_a_limit_around_it(run):
    trace = await run.play("committing_under_a_limit", commit=COMMIT, limit=0.7)
    check_committed(trace, COMMIT)
    assert trace.call.ending != "returned", (
        "the time of an asyncio.timeout around commit_safely was over at 0.7 s, and no TimeoutError came of it"
    )
    assert [leaf.type for leaf in trace.error.leaves()] == ["TimeoutError"], (
        "the time of an asyncio.timeout around commit_safely was over at 0.7 s, but it could not tell that the "
        "cancellation was its own: let the CancelledError go on late, but as it was, and add none of your own"
    )
    trace = await run("committing_under_a_limit", commit=COMMIT, limit=2.5)
    check_value(trace, COMMIT)


async def test_a_limit_around_it_and_a_cancelled_caller(run):
    for cancel_at in (0.3, 1.1):
        trace = await run.play("committing_under_a_limit", commit=COMMIT, limit=0.7, cancel_at=[cancel_at])
        check_committed(trace, COMMIT)
        assert trace.cancelled, (
            f"the caller was cancelled at {cancel_at} s, and a limit around it was over, too, but no CancelledError "
            "came out of it all: only whoever has asked for a cancellation may take it back"
        )


async def test_two_calls_have_nothing_to_do_with_each_other(run):
    trace = await run.play("committing_twice", commit=COMMIT, cancel_at=0.4)
    assert [call.ending for call in trace.calls] == ["cancelled", "returned"], (
        "the caller of the first commit was cancelled, that of the second was not: what one call of commit_safely "
        "has seen must not be kept for the next"
    )
    assert trace.result == COMMIT["gives"], "the result must be the value of commit, whatever it is"


async def test_in_the_finally_of_a_cancelled_task(run):
    trace = await run.play("committing_in_a_finally", commit=COMMIT, cancel_at=0.5)
    assert [event.data["value"] for event in trace.happened("committed")] == [COMMIT["gives"]], (
        "commit_safely was called in the finally of a task that had been cancelled before, and must return the value "
        "of commit: only a cancellation that comes while commit is at work is to be put off"
    )
    assert trace.cancelled, (
        "commit_safely was called in a finally, and the cancellation of its caller was lost"
    )
    assert trace.elapsed == 2, (
        "commit_safely was called in a finally, and must come back as soon as commit is over"
    )


async def test_a_caller_who_is_cancelled_by_commit(run):
    trace = await run.play("committing_and_cancelling", commit=COMMIT)
    check_committed(trace, COMMIT)
    assert trace.cancelled, (
        "the caller was cancelled while commit was at work, by the last thing that commit did, "
        "and no CancelledError came out"
    )
