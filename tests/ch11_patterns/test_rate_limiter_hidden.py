"""rate_limiter with other rates, random crowds, callers who give up, and blocks that fail."""

import asyncio

from test_rate_limiter import (
    check_given_up,
    check_nobody_late,
    check_order,
    check_window,
    explain,
    left_behind,
)

from kata.judge import seconds

__all__ = ["explain"]


async def test_random_crowds(run, rng):
    async def one():
        rate, per = rng.randint(1, 4), round(rng.uniform(0.8, 2), 2)
        arrivals, now = [], 0.0
        for _ in range(rng.randint(6, 12)):
            if rng.random() < 0.6:
                now = round(now + rng.uniform(0.3, 0.9), 3)
            arrivals.append(now)
        trace = await run("requests", rate=rate, per=per, arrivals=arrivals, block=rng.random() < 0.5)
        check_window(trace)
        check_nobody_late(trace)
        check_order(trace)

    await asyncio.gather(*(one() for _ in range(5)))


async def test_waves_at_any_distance(run):
    async def one(gap):
        arrivals = [round(wave * gap, 3) for wave in range(5) for _ in range(2)]
        trace = await run("requests", rate=3, per=1, arrivals=arrivals)
        check_window(trace)
        check_nobody_late(trace)

    await asyncio.gather(*map(one, (0.3, 0.5, 0.7, 0.9)))


async def test_three_before_and_three_after_a_full_second(run):
    for shift in (0.6, 0.9):
        trace = await run("requests", rate=3, per=1, arrivals=[shift] * 3 + [shift + 0.3] * 3)
        check_window(trace)
        check_nobody_late(trace)


async def test_a_long_rest_saves_nothing_up(run):
    trace = await run("requests", rate=2, per=1, arrivals=[0] + [10] * 6, before=4)
    check_window(trace)
    check_nobody_late(trace)


async def test_a_rate_of_one(run):
    trace = await run("requests", rate=1, per=0.5, arrivals=[0] * 5)
    check_window(trace)
    check_nobody_late(trace)


async def test_a_high_rate(run):
    trace = await run("requests", rate=40, per=1, arrivals=[0] * 160, work=0)
    check_window(trace)
    check_nobody_late(trace)


async def test_the_order_of_arrival_in_random_ties(run):
    for _ in range(3):
        arrivals = [0, 0, 0.3, 0.3, 0.6, 0.6, 0.9, 1.2, 1.5]
        trace = await run.shuffled("requests", rate=2, per=1, arrivals=arrivals)
        check_window(trace)
        check_order(trace)


async def test_the_order_of_arrival_one_by_one(run):
    for _ in range(3):
        arrivals = [0, 0.3, 1, 1.5, 2, 3]
        trace = await run.shuffled("requests", rate=1, per=1, arrivals=arrivals, timers=True)
        check_window(trace)
        check_order(trace)


async def test_several_who_give_up(run):
    gives_up = [[1, 0.3], [2, 0.3]]
    trace = await run("requests", rate=1, per=1.2, arrivals=[0, 0.3, 0.6, 0.9, 8], gives_up=gives_up)
    check_given_up(trace)
    check_window(trace)
    check_nobody_late(trace)


async def test_all_who_wait_give_up(run):
    gives_up = [[number, 0.4] for number in range(2, 8)]
    trace = await run("requests", rate=2, per=1, arrivals=[0, 0] + [0.3] * 6 + [6] * 3, gives_up=gives_up)
    check_given_up(trace)
    check_window(trace)
    check_nobody_late(trace)


async def test_who_comes_when_one_has_given_up_and_another_still_waits(run):
    for arrivals, gives_up in (([0, 0.3, 0.6, 1.3], [[1, 0.4]]), ([0, 0.3, 0.6, 0.9, 1.3], [[2, 0.4]])):
        trace = await run("requests", rate=1, per=1, arrivals=arrivals, gives_up=gives_up)
        check_given_up(trace)
        check_window(trace)
        check_order(trace)
        check_nobody_late(trace)


async def test_one_who_gives_up_at_the_moment_of_its_turn(run):
    for _ in range(6):
        trace = await run.shuffled(
            "requests", rate=1, per=2, arrivals=[0, 0.5, 1, 9], gives_up=[[1, 1.5]], work=0
        )
        check_window(trace)
        check_nobody_late(trace)


async def test_a_block_that_fails(run):
    trace = await run("requests", rate=2, per=1, arrivals=[0] * 5, block=True, fails=[0, 3])
    for number in (0, 3):
        [event] = trace.happened("failed", f"request {number}")
        assert getattr(event.data["error"], "known", None) == f"the error of request {number}", (
            "the block under `async with` raised an error, and it did not come out"
        )
    check_window(trace)
    check_nobody_late(trace)


async def test_one_who_gives_up_after_its_start_gives_nothing_back(run):
    trace = await run.play(
        "requests",
        rate=2,
        per=2,
        arrivals=[0, 0, 0.6, 0.6],
        work=1.2,
        block=True,
        gives_up=[[0, 0.3], [1, 0.3]],
    )
    check_window(trace)
    check_nobody_late(trace)
    assert all(event.data["cancelled"] for event in trace.happened("gave up")), (
        "a request was cancelled inside its block, and the limiter kept the CancelledError to itself"
    )


async def test_one_task_may_ask_again_and_again(run):
    trace = await run("by_one_task", rate=2, per=1, count=3)
    begins = trace.when("begins")
    assert all(later - first >= 1 for first, later in zip(begins, begins[2:], strict=False)), (
        f"one task asked six times, three times by acquire and then by blocks inside one another, and began at "
        f"{begins}: each of them counts, whoever asks"
    )
    assert begins[-1] <= 2.5, (
        f"one task asked six times, and began at {begins}: even one by one the last is due at 2.5"
    )


async def test_cancelled_at_every_await(run):
    for trace in [*await run.sweep("alone", rate=2, per=1), *await run.sweep("alone", rate=1, per=1)]:
        trace.allow("leftovers")
        assert trace.calls[0].ending == "cancelled", (
            "an acquire was cancelled, but the cancellation did not come out of it"
        )
        [later] = trace.happened("a moment later")
        assert later.data["left"] <= 0, left_behind(later.data["left"])
        assert trace.when("begins", "the next"), "an acquire was cancelled, and the next one waited for ever"


async def test_two_limiters_have_nothing_in_common(run):
    trace = await run("two", count=4)
    slow, fast = trace.when("begins", "slow"), trace.when("begins", "fast")
    assert slow == [seconds(0), seconds(1), seconds(2)], (
        "another limiter was used, and this one counted its starts"
    )
    assert max(fast) <= 0.75, "another limiter was used, and this one counted its starts"
