"""graceful_shutdown with other jobs, other moments to stop, signals of several kinds, and broken off."""

import asyncio
import heapq

from test_graceful_shutdown import (
    JOBS,
    check_begun,
    check_cancelled,
    check_end,
    check_endings,
    check_heard,
    check_summary,
    explain,
)

from kata.judge import seconds

__all__ = ["explain"]

CLEAR = (
    0.35  # seconds between whatever decides and what is decided, so that the wall clock cannot confuse them
)


def plan(jobs, workers, stop, grace):
    """Who begins when and is done when, if nobody is cut; None if a moment is too close to the stop to tell."""
    free, begin, end = [0.0] * workers, {}, {}
    for name, cost in jobs:
        start = heapq.heappop(free)
        if abs(start - stop) < CLEAR:
            return None
        if start > stop:
            break
        begin[name], end[name] = start, start + cost
        if min(abs(end[name] - stop), abs(end[name] - stop - grace)) < CLEAR:
            return None
        heapq.heappush(free, end[name])
    return begin, end


async def test_random_services(run, rng):
    async def one():
        while True:
            jobs = [[f"job {number}", round(rng.uniform(0.4, 3.5), 2)] for number in range(rng.randint(4, 8))]
            workers = rng.randint(1, 4)
            stop, grace = round(rng.uniform(0.6, 3), 2), round(rng.uniform(0.8, 2), 2)
            planned = plan(jobs, workers, stop, grace)
            if planned is not None:
                break
        begin, end = planned
        cut = [name for name in begin if end[name] > stop + grace]
        done = [name for name in begin if name not in cut]
        cleans = {name: round(rng.uniform(0.4, 0.9), 2) for name in cut}
        trace = await run("serving", jobs=jobs, workers=workers, grace=grace, stop_at=stop, cleans=cleans)
        check_begun(trace, begin)
        check_endings(trace, done, cut)
        check_end(trace, cut, over=stop + grace + max(cleans.values()) if cut else max(end.values()))
        check_summary(trace, done, cut, [name for name, _ in jobs if name not in begin])

    await asyncio.gather(*(one() for _ in range(5)))


async def test_stop_is_set_before_the_start(run):
    trace = await run("serving", **JOBS | {"stop_at": 0})
    assert trace.who() == [], "stop was set before serve was called: nothing may begin"
    assert trace.elapsed == seconds(0), "there was nothing to wait for"
    check_summary(trace, done="", cancelled="", unstarted="abcdef")


async def test_no_jobs(run):
    trace = await run("serving", jobs=[], workers=3, grace=2)
    assert trace.elapsed == seconds(0), "without jobs there is nothing to wait for"
    check_summary(trace, done="", cancelled="", unstarted="")


async def test_more_workers_than_jobs(run):
    trace = await run.play("serving", jobs=[["a", 1], ["b", 0.4]], workers=9, grace=1, frozen=True)
    if trace.error is not None:
        trace.allow("leftovers", "warnings")  # they come of the error
        raise AssertionError(
            f"jobs was a tuple, and serve raised {trace.error}: a sequence need not be a list"
        )
    check_begun(trace, {"a": 0, "b": 0})
    assert trace.elapsed == seconds(1), "both jobs were done at 1"
    check_summary(trace, done="ab", cancelled="", unstarted="")


async def test_a_stop_after_the_last_job_has_begun(run):
    trace = await run(
        "serving", jobs=[["a", 1], ["b", 4]], workers=2, grace=0.5, stop_at=2, cleans={"b": 0.4}
    )
    check_begun(trace, {"a": 0, "b": 0})
    check_endings(trace, done="a", cancelled="b")
    check_end(trace, cut="b", over=2.9)
    check_summary(trace, done="a", cancelled="b", unstarted="")


async def test_uneven_cleanups(run):
    jobs = [["a", 5], ["b", 6], ["c", 7], ["d", 1]]
    trace = await run(
        "serving", jobs=jobs, workers=3, grace=1, stop_at=0.5, cleans={"a": 0.4, "b": 1.6, "c": 0.8}
    )
    check_begun(trace, {"a": 0, "b": 0, "c": 0})
    check_end(trace, cut="abc", over=3.1)
    check_summary(trace, done="", cancelled="abc", unstarted="d")


async def test_no_grace_at_all(run):
    trace = await run("serving", jobs=[["a", 3], ["b", 3]], workers=1, grace=0, stop_at=1, cleans={"a": 0.5})
    check_begun(trace, {"a": 0})
    check_end(trace, cut="a", over=1.5)
    check_summary(trace, done="", cancelled="a", unstarted="b")


async def test_a_job_that_fails_within_the_grace(run):
    jobs = [["a", 1.5], ["b", 2], ["c", 1], ["d", 1]]
    trace = await run("serving", jobs=jobs, workers=2, grace=3, stop_at=0.7, fails={"a": "RuntimeError"})
    check_begun(trace, {"a": 0, "b": 0})
    assert trace.elapsed == seconds(2), "a failed at 1.5, b was done at 2, and then nothing was under way"
    check_summary(trace, done="b", cancelled="", unstarted="cd", open_="a")


async def test_every_job_fails(run):
    jobs = [[name, 0.4] for name in "abcdef"]
    kinds = ["OSError", "TimeoutError", "KeyError", "ZeroDivisionError", "StopAsyncIteration", "Exception"]
    fails = dict(zip("abcdef", kinds, strict=True))
    trace = await run("serving", jobs=jobs, workers=2, grace=1, fails=fails)
    check_begun(trace, {"a": 0, "b": 0, "c": 0.4, "d": 0.4, "e": 0.8, "f": 0.8})
    assert trace.elapsed == seconds(1.2), "the last jobs failed at 1.2"
    check_summary(trace, done="", cancelled="", unstarted="", open_="abcdef")


async def test_a_job_that_fails_when_it_is_cancelled(run):
    trace = await run(
        "serving",
        jobs=[["a", 5], ["b", 6], ["c", 1]],
        workers=2,
        grace=1,
        stop_at=1,
        cleans={"a": 0.4, "b": 0.8},
        fails={"a": "ValueError"},
    )
    check_begun(trace, {"a": 0, "b": 0})
    check_end(trace, cut="b", over=2.8)
    check_summary(trace, done="", cancelled="b", unstarted="c", open_="a")


async def test_a_job_that_fails_when_serve_is_cancelled(run):
    trace = await run.play("serving", **JOBS | {"stop_at": None}, fails={"b": "ValueError"}, cancel_at=[1.5])
    trace.allow("warnings")  # nobody has to ask for the error of a job that was cancelled
    check_cancelled(trace, 1.5, under_way="cd")
    assert trace.elapsed <= 2.1, "the cancelled jobs were over at 2.1 at the latest; serve must end then"


async def test_two_services_at_once(run):
    jobs = [[["a", 2], ["b", 1]], [["c", 2.5], ["d", 1]]]
    trace = await run.play("two_services", jobs=jobs, grace=0.4, stop_at=1)
    assert trace.result == [
        {"done": [], "cancelled": ["a"], "unstarted": ["b"]},
        {"done": ["c", "d"], "cancelled": [], "unstarted": []},
    ], "two services ran at once, and one was stopped: each goes by its own stop, and tells of its own jobs"


async def test_a_job_may_set_stop_itself(run):
    jobs = [["a", 1], ["b", 1.6], ["c", 3], ["d", 1], ["e", 1]]
    trace = await run("serving", jobs=jobs, workers=3, grace=1, stop_by="a", cleans={"c": 0.5})
    begun = [span.who for span in trace.spans if span.who in "de"]
    assert begun == [], f"a set stop at 1, and then {begun[0]} began" if begun else ""
    check_endings(trace, done="ab", cancelled="c")
    check_end(trace, cut="c", over=2.5)
    check_summary(trace, done="ab", cancelled="c", unstarted="de")


async def test_the_order_inside_one_instant_does_not_matter(run):
    trace = await run.shuffled("serving", **JOBS)
    check_begun(trace, {"a": 0, "b": 0, "c": 0, "d": 1})
    check_endings(trace, done="abd", cancelled="c")
    check_end(trace, cut="c", over=3.8)
    check_summary(trace, done="abd", cancelled="c", unstarted="ef")


async def test_cancelled_within_the_grace(run):
    trace = await run.play("serving", **JOBS | {"cleans": {}}, cancel_at=[2.6])
    check_cancelled(trace, 2.6, under_way="bc")
    assert trace.elapsed == seconds(2.6), "nothing had to be tidied up: serve must end when it is cancelled"


async def test_cancelled_while_a_job_is_tidying_up(run):
    trace = await run.play("serving", **JOBS | {"cleans": {"c": 1}}, cancel_at=[3.6])
    trace.allow(
        "leftovers"
    )  # its cleanup is a wait like any other, and a second cancellation may break it off
    assert trace.cancelled, "serve was cancelled, but the cancellation did not come out of it"
    assert trace.elapsed <= 4.2, "the last job was over at 4.2 at the latest; serve must end then"


async def test_cancelled_anywhere(run):
    for trace in await run.sweep("serving", **JOBS | {"cleans": {}}):
        if trace.call.cancels:
            when = trace.call.cancels[0]
            check_cancelled(trace, float(when), under_way="")
            assert trace.elapsed == when, "nothing had to be tidied up: serve must end when it is cancelled"


async def test_signals_of_several_kinds(run):
    names = ["SIGTERM", "SIGUSR1", "SIGINT", "SIGHUP"]
    sent = ["SIGUSR1", "SIGTERM", "SIGINT", "SIGHUP", "SIGUSR1"]
    trace = await run("stopped_by_a_signal", names=names, sent=sent)
    check_heard(trace, 5)
    check_summary(trace, done=["first"], cancelled="", unstarted=["second"])


async def test_a_signal_wakes_a_sleeping_loop(run):
    trace = await run("asleep", name="SIGTERM")
    heard = trace.happened("heard")
    late = bool(heard) and bool(trace.when("sent")) and float(heard[0].at - trace.when("sent")[0]) > 5
    check_heard(trace, 1)
    assert not late, (
        "the signal came while the event loop was asleep, and it slept on: "
        "neither a handler that sets the event itself nor call_soon wakes the loop"
    )


async def test_the_loop_need_not_run_yet(run):
    trace = await run("before_the_loop_runs", name="SIGTERM")
    check_heard(trace, 1)
