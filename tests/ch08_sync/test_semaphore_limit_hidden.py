"""semaphore_limit with other sizes and other values, several calls, and calls that are broken off."""

import asyncio
import heapq

from test_semaphore_limit import (
    SIX,
    check_the_error,
    check_the_results,
    crawl,
    crawl_with_errors,
    explain,
    too_many,
)

from kata.judge import seconds

__all__ = ["explain"]


async def test_ten_pages_three_at_a_time(run):
    trace = await crawl(run, pages=[[f"/{number}", 1] for number in range(10)], limit=3)
    assert trace.at_once() <= 3, too_many(trace, 3)
    assert trace.elapsed == seconds(4), "ten fetches of 1 s, three at a time, take 4 s"


async def test_thirty_pages_twenty_at_a_time(run):
    trace = await crawl(run, pages=[[f"/{number}", 1] for number in range(30)], limit=20)
    assert trace.at_once() <= 20, too_many(trace, 20)
    assert trace.elapsed == seconds(2), (
        f"thirty fetches of 1 s, twenty at a time, take 2 s; here {trace.at_once()} were under way at once, and no more"
    )


async def test_random_pages(run, rng):
    async def one():
        count, limit = rng.randint(6, 9), rng.randint(2, 4)
        pages = [[f"/{number}", rng.uniform(0.1, 1.1)] for number in range(count)]
        free, begin = [0.0] * limit, {}
        for url, cost in pages:
            begin[url] = heapq.heappop(free)
            heapq.heappush(free, begin[url] + cost)
        trace = await crawl(run, pages=pages, limit=limit)
        assert trace.at_once() <= limit, too_many(trace, limit)
        assert trace.starts() == begin, "when a fetch has ended, the next one must begin at once"
        assert trace.elapsed == seconds(max(free)), "fetch_all must return when the last fetch has ended"
        check_the_results(trace, [url for url, _ in pages])

    await asyncio.gather(*(one() for _ in range(3)))


async def test_a_limit_of_one(run):
    trace = await crawl(run, pages=[["b", 0.4], ["a", 0.8], ["c", 0.4]], limit=1)
    assert trace.starts() == {"b": 0, "a": 0.4, "c": 1.2}, (
        "with limit 1, each fetch begins when the one before has ended"
    )


async def test_a_limit_that_nobody_reaches(run):
    trace = await crawl(run, pages=[["a", 0.8], ["b", 0.4]], limit=7)
    assert trace.starts() == {"a": 0, "b": 0}, "with a limit larger than the number of urls nobody need wait"
    check_the_results(trace, "ab")


async def test_no_urls(run):
    trace = await crawl(run, pages=[], limit=3)
    assert trace.result == [], "without urls the result is an empty list"


async def test_urls_may_be_equal(run):
    trace = await crawl(run, pages=[["a", 0.4], ["a", 0.4], ["", 0.4], ["a", 0.4]], limit=2)
    assert sorted(trace.who()) == ["", "a", "a", "a"], (
        "fetch must be called once for each url, equal ones and an empty one, too"
    )
    check_the_results(trace, ["a", "a", "", "a"])


async def test_any_value_may_be_a_result(run):
    values = {"a": None, "b": 0, "c": "", "d": False, "e": []}
    pages = [[url, 0.1] for url in [*values, "f"]]
    trace = await run.play("crawl", pages=pages, limit=2, results=values, gives=["f"], as_tuple=True)
    trace.allow("leftovers")
    if trace.error is not None:
        leaf = trace.error.leaves()[0]
        place = f" at line {leaf.where['line']}" if leaf.where else ""
        assert leaf.known is None, "a fetch returned an exception, which is a result, and fetch_all raised it"
        raise AssertionError(f"no fetch had failed, and fetch_all raised {leaf}{place}")
    observed = [getattr(value, "known", value) for value in trace.result]
    assert observed == [*values.values(), "the error of f"], (
        "None, and every other value, is a result like any other"
    )


async def test_the_next_call_has_its_own_limit(run):
    pages = [[url, 0.5] for url in "abcd"]
    trace = await crawl(run, "crawl_again", pages=pages, limits=[1, 4, 2])
    lengths = [call.elapsed for call in trace.calls]
    assert lengths == [seconds(2), seconds(0.5), seconds(1)], (
        "each call has a limit of its own, and must not keep the one of an earlier call"
    )


async def test_after_errors_the_permits_are_back(run):
    pages = [[url, 0.5] for url in "abcd"]
    trace = await crawl_with_errors(run, "crawl_again", pages=pages, limits=[2, 2], fails=["a", "b"])
    first, second = trace.calls
    assert first.error is not None, "a fetch raised, and no error came out of fetch_all"
    assert second.error is None, "the error of one call came out of the next one"
    assert second.elapsed == seconds(1), (
        "fetches that failed or were cancelled kept their permits: the next call had to do without"
    )


async def test_two_calls_at_the_same_time(run):
    pages = [[url, 0.5] for url in "abcd"]
    trace = await crawl(run, "crawl_again", pages=pages, limits=[2, 1, 2], together=True)
    lengths = [call.elapsed for call in sorted(trace.calls, key=lambda call: call.end)]
    assert lengths == [seconds(1), seconds(1), seconds(2)], "calls that overlap must not share their permits"


async def test_all_fetches_fail(run):
    pages = [["a", 0.7], ["b", 0.3], ["c", 0.3], ["d", 0.3]]
    trace = await crawl_with_errors(run, pages=pages, limit=2, fails=list("bacd"))
    check_the_error(trace, *(f"the error of {url}" for url in "bacd"))
    assert trace.at_once() <= 2, too_many(trace, 2)


async def test_the_limit_holds_after_an_error(run):
    pages = [["a", 0.4], ["b", 0.8]] + [[url, 1] for url in "cdefgh"]
    trace = await crawl_with_errors(run, pages=pages, limit=2, fails=["a"])
    check_the_error(trace, "the error of a")
    assert trace.at_once() <= 2, (
        f"after the error {trace.at_once()} fetches were under way at once, with limit 2: a permit was given back "
        "more often than it was taken"
    )


async def test_cancelled_on_the_way(run):
    for instant in (0.5, 1.5, None):
        trace = await crawl_with_errors(run, **SIX, cancel_at=[instant])
        assert trace.cancelled, "fetch_all was cancelled, but the cancellation did not come out of it"
        assert trace.at_once() <= 2, too_many(trace, 2)
