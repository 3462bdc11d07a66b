"""timeout_fallback with other numbers, odd values, errors on both sides, and cancelled at other times."""

import asyncio

from test_timeout_fallback import (
    SLOW,
    STORED,
    check_cancelled,
    check_given_up,
    check_raised,
    explain,
    left_at_work,
)

from kata.judge import seconds

__all__ = ["explain"]

KINDS = ["ValueError", "KeyError", "OSError", "TimeoutError", "Outage", "ExceptionGroup"]


async def test_any_limit(run, rng):
    async def check():
        limit, cleans, more = (round(rng.uniform(0.4, 1.6), 2) for _ in range(3))
        primary = {"takes": round(limit + cleans + more, 2), "cleans": cleans, "gives": "fresh"}
        fallback = {"takes": round(rng.uniform(0.4, 1.6), 2), "gives": rng.choice(["stored", "old", "spare"])}
        trace = await run("asking", primary=primary, fallback=fallback, limit=limit)
        check_given_up(trace, primary, fallback, limit)

    await asyncio.gather(*(check() for _ in range(4)))


async def test_values_may_be_anything(run):
    for value in (None, 0, "", False, []):
        trace = await run("asking", primary={"gives": value}, fallback={"gives": "stored"}, limit=1)
        assert trace.who() == ["primary"], f"primary gave {value!r} in time, which is a value like any other"
        assert trace.result == value, "the result must be the value of primary, whatever it is"
        assert trace.elapsed == seconds(0), "primary needed no time"
    primary = {"takes": 0.3, "gives_error": "ValueError"}
    trace = await run.play("asking", primary=primary, fallback={"gives": "stored"}, limit=1)
    assert getattr(trace.result, "known", trace.result) == "the value of primary", (
        "primary returned an exception, as a value like any other, and with_fallback did not return it"
    )
    for value in (None, 0):
        fallback = {"takes": 0, "gives": value}
        trace = await run("asking", primary={"takes": 2, "gives": "fresh"}, fallback=fallback, limit=0.5)
        check_given_up(trace, {}, fallback, 0.5)


async def test_fallback_may_take_as_long_as_it_likes(run):
    fallback = {"takes": 2.2, "gives": "stored"}
    trace = await run("asking", primary=SLOW, fallback=fallback, limit=0.5)
    check_given_up(trace, SLOW, fallback, limit=0.5)


async def test_a_long_cleanup(run):
    primary = {"takes": 20, "cleans": 11}
    trace = await run("asking", primary=primary, fallback=STORED, limit=0.5)
    check_given_up(trace, primary, STORED, limit=0.5)


async def test_an_error_of_primary_comes_out_whatever_its_kind(run):
    async def check(kind):
        trace = await run.play("asking", primary={"takes": 0.4, "fails": kind}, fallback=STORED, limit=1)
        check_raised(trace, "primary", at=0.4)

    await asyncio.gather(*map(check, KINDS))


async def test_a_time_limit_inside_primary_is_not_ours(run):
    trace = await run.play("asking", primary={"takes": 3, "own": 0.5}, fallback=STORED, limit=1.5)
    assert trace.who() == ["primary"], (
        "a time limit inside primary had passed, which raised a TimeoutError; with_fallback took it for its own limit"
    )
    assert trace.call.ending == "raised", (
        "primary raised a TimeoutError of its own, which must come out of with_fallback"
    )
    assert [leaf.type for leaf in trace.error.leaves()] == ["TimeoutError"], (
        "primary raised a TimeoutError of its own, which must come out of with_fallback"
    )
    assert trace.elapsed == seconds(0.5), "primary raised at 0.5 s, and its error must come out at once"


async def test_an_error_of_fallback_comes_out(run):
    async def check(kind):
        primary = {"takes": 2, "cleans": 0.3}
        trace = await run.play("asking", primary=primary, fallback={"takes": 0.4, "fails": kind}, limit=0.5)
        assert trace.who() == ["primary", "fallback"], "fallback must be called once, also when it fails"
        check_raised(trace, "fallback", at=1.2)

    await asyncio.gather(*map(check, ["ValueError", "TimeoutError"]))


async def test_a_caller_who_is_cancelled_while_fallback_is_at_work(run):
    fallback = {"takes": 2, "cleans": 0.5, "gives": "stored"}
    trace = await run.play("asking", primary=SLOW, fallback=fallback, limit=0.5, cancel_at=[1.8])
    check_cancelled(trace, "fallback", cleaned=2.3)


async def test_a_caller_who_is_cancelled_while_primary_cleans_up(run):
    primary = {"takes": 3, "cleans": 1}
    trace = await run.play("asking", primary=primary, fallback=STORED, limit=0.5, cancel_at=[1])
    trace.allow("leftovers")
    assert trace.who() == ["primary"], (
        "the caller was cancelled while primary was cleaning up, and fallback was called all the same"
    )
    assert trace.cancelled, (
        "the caller was cancelled while primary was cleaning up, and must get its CancelledError: the call "
        f"{trace.call.ending}"
    )


async def test_a_cancelled_caller_and_a_primary_that_needs_no_cleanup(run, rng):
    at = round(rng.uniform(0.3, 1), 2)
    trace = await run.play("asking", primary={"takes": 3}, fallback=STORED, limit=1.5, cancel_at=[at])
    check_cancelled(trace, "primary", cleaned=at)


async def test_a_caller_who_is_cancelled_at_any_await(run):
    for trace in await run.sweep("asking", primary={"takes": 3}, fallback=STORED, limit=1):
        at = trace.call.cancels[0]
        assert trace.cancelled, f"the caller was cancelled at {at} s, but the call {trace.call.ending}"
        assert trace.elapsed == at, left_at_work(trace) or f"the caller was cancelled at {at} s, but went on"
        assert at >= seconds(1) or "fallback" not in trace.who(), (
            f"the caller was cancelled at {at} s, and fallback was called"
        )


async def test_a_limit_around_it_all(run):
    async def check(limit, outer, who, over):
        trace = await run.play(
            "asking_under_a_limit", primary=SLOW, fallback={"takes": 3}, limit=limit, outer=outer
        )
        assert trace.call.ending != "returned", (
            f"an asyncio.timeout around with_fallback has passed at {outer} s and was lost"
        )
        assert [leaf.type for leaf in trace.error.leaves()] == ["TimeoutError"], (
            f"an asyncio.timeout around with_fallback has passed at {outer} s, but could not tell that the "
            "cancellation was its own: whoever cancels a task and catches that himself must also take it back"
        )
        assert trace.who()[-1] == who, "fallback was called although a limit around it all had passed"
        assert trace.elapsed == seconds(over), (
            left_at_work(trace) or "the caller's own limit has passed, and it must end when its job is over"
        )

    await asyncio.gather(check(1.6, 0.5, "primary", 1.3), check(1, 2.5, "fallback", 2.5))


async def test_a_limit_around_it_all_that_passes_while_primary_cleans_up(run):
    trace = await run.play("asking_under_a_limit", primary=SLOW, fallback={"takes": 3}, limit=0.5, outer=0.9)
    trace.allow("leftovers")
    assert trace.who() == ["primary"], "fallback was called although a limit around it all had passed"
    assert trace.call.ending == "raised", (
        "while primary was cleaning up, an asyncio.timeout around with_fallback has passed, too, and no TimeoutError "
        "came of it: of two cancellations each belongs to the one who has asked for it, and only he takes it back"
    )
    assert [leaf.type for leaf in trace.error.leaves()] == ["TimeoutError"], (
        "while primary was cleaning up, an asyncio.timeout around with_fallback has passed, too, and no TimeoutError "
        "came of it: of two cancellations each belongs to the one who has asked for it, and only he takes it back"
    )


async def test_the_caller_is_left_alone_afterwards(run):
    async def check(primary):
        trace = await run.play("asking_and_resting", primary=primary, fallback=STORED, limit=1, rest=1.5)
        assert trace.span("caller").ending == "done", (
            f"primary was over at 0.4 s, but the caller was cancelled at {trace.span('caller').end} s, "
            "when it was about other things: the alarm must be switched off when it is not needed any more"
        )
        assert trace.call.ending == "returned", "the caller was disturbed after with_fallback had ended"

    await asyncio.gather(
        check({"takes": 0.4, "gives": "fresh"}), check({"takes": 0.4, "fails": "ValueError"})
    )


async def test_several_calls_at_once(run):
    asks = {
        "ann": {"primary": {"takes": 2}, "fallback": {"takes": 0.4, "gives": "A"}, "limit": 0.4},
        "bob": {
            "primary": {"takes": 1.2, "gives": "B"},
            "fallback": {"takes": 0.4, "gives": "b"},
            "limit": 1.6,
        },
        "eve": {"primary": {"takes": 0.6, "fails": "TimeoutError"}, "fallback": {"gives": "E"}, "limit": 1},
    }
    trace = await run.play("asking_at_once", asks=asks)
    answers = {event.who: event.data["value"] for event in trace.happened("answered")}
    assert answers == {"ann": "A", "bob": "B", "eve": None}, (
        "several calls were under way at once, and one took the limit of another for its own"
    )
    assert {event.who: event.at for event in trace.happened("answered")} == {
        "ann": 0.8,
        "bob": 1.2,
        "eve": 0.6,
    }, "several calls were under way at once, and they held each other up"


async def test_no_time_at_all(run):
    trace = await run("asking", primary={"takes": 2, "gives": "fresh"}, fallback=STORED, limit=0)
    assert trace.endings().get("primary") != "done", (
        "seconds was 0, and primary went on to its end: 0 is a limit like any other"
    )
    assert trace.result == "stored", "seconds was 0, and fallback's value must be the result"
    assert trace.elapsed == seconds(0.4), "seconds was 0, and fallback must be called at once"


async def test_a_primary_that_raises_cancelled_error(run):
    primary = {"takes": 0.4, "fails": "CancelledError"}
    trace = await run.play("asking", primary=primary, fallback=STORED, limit=1)
    assert trace.who() == ["primary"], (
        "primary raised CancelledError itself, in time, and fallback was called: "
        "not every CancelledError means that the limit has passed"
    )
    assert trace.call.ending == "cancelled", (
        f"primary raised CancelledError itself, but with_fallback {trace.call.ending}"
    )
    assert trace.elapsed == seconds(0.4), "primary was over at 0.4 s, and its error must come out at once"


async def test_in_the_finally_of_a_cancelled_task(run):
    trace = await run.play("asking_in_a_finally", primary=SLOW, fallback=STORED, limit=1, cancel_at=0.5)
    assert trace.who() == ["primary", "fallback"], (
        "with_fallback was called in the finally of a task that had been cancelled before, and its limit passed, but "
        "fallback was not called: that old cancellation was taken for a new one"
        if trace.who() == ["primary"]
        else "with_fallback was called in a finally, and must call primary once and then fallback once"
    )
    assert [event.data["value"] for event in trace.happened("answered")] == ["stored"], (
        "with_fallback was called in the finally of a task that had been cancelled before, and must return the value "
        "of fallback there, too"
    )
    assert trace.cancelled, (
        "with_fallback was called in a finally, and the cancellation of its caller was lost"
    )
    assert trace.elapsed == seconds(2.7), (
        "with_fallback was called in a finally, and must come back as soon as fallback is over"
    )
