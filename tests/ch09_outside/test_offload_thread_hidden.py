"""offload_thread with other numbers, other values, more urls, and broken off."""

import asyncio

from test_offload_thread import (
    assert_at_once,
    assert_called,
    assert_counted,
    assert_free_to_the_end,
    assert_in_threads,
    assert_results,
    assert_the_error,
    crawl,
    explain,
    fails,
)

from kata.judge.values import Error

__all__ = ["explain"]


def assert_all(trace):
    assert_called(trace)
    assert_in_threads(trace)
    assert_at_once(trace)
    assert_counted(trace)
    assert_results(trace)


async def test_any_number_of_urls_up_to_five(run, rng):
    async def one(count, **how):
        urls = [f"{rng.choice('abcdef')}{number}.example" for number in range(count)]
        order = rng.sample(range(count), count)
        assert_all(await crawl(run, urls=urls, order=order, **how))

    await asyncio.gather(one(rng.choice([3, 4])), one(5), one(1), one(2, hold=110))


async def test_no_urls(run):
    trace = await crawl(run, urls=[])
    assert trace.result == [], "without urls the result is an empty list"


async def test_the_same_url_twice(run):
    urls, pages = ["a.example", "b.example", "a.example"], ["one", "other", "the other one"]
    trace = await crawl(run, urls=urls, pages=pages, together=1, hold=0)
    assert_called(trace)
    assert sorted(map(str, trace.result)) == sorted(pages), (
        "a url that stands there twice is called twice, and each call has a result of its own"
    )


async def test_more_urls_than_threads(run):
    urls = ["", *(f"{number}.example" for number in range(40))]
    trace = await crawl(run, urls=urls, together=1, hold=0)
    assert_in_threads(trace)
    assert_results(trace)


async def test_any_value_may_be_a_result(run):
    values = [None, 0, [], "", False, "ValueError: no error"]
    urls = [f"{number}.example" for number in range(len(values))]
    trace = await crawl(run, urls=urls, pages=values, together=1, hold=0)
    results = trace.result if type(trace.result) is list else [trace.result]
    assert [str(value) if isinstance(value, Error) else value for value in results] == values, (
        "None, and every other value, is a result like any other"
    )


async def test_crawl_can_be_called_again(run):
    trace = await crawl(run, urls=["a.example", "b.example"], together=1, hold=0, times=2)
    assert len(trace.spans) == 4, "crawl was called again, and did not call blocking_get for every url again"
    results = [call.result for call in trace.calls]
    assert results == [["page of a.example", "page of b.example"]] * 2, "a second call must do the same again"


async def test_one_call_of_several_raises(run, rng):
    urls = ["a.example", "b.example", "c.example", "d.example"]
    trace = await fails(run, urls=urls, fails=rng.randrange(4))
    assert_the_error(trace)
    assert_free_to_the_end(trace)


async def test_the_only_call_raises(run):
    assert_the_error(await fails(run, urls=["a.example"], fails=0))


async def test_cancelled_while_the_calls_are_under_way(run):
    trace = await fails(run, urls=["a.example", "b.example"], cancel="under way")
    assert trace.cancelled, "crawl was cancelled, but the cancellation did not come out of it"
    assert_free_to_the_end(trace)


async def test_cancelled_before_its_first_step(run):
    trace = await fails(run, urls=["a.example", "b.example"], cancel="early")
    assert trace.cancelled, "crawl was cancelled, but the cancellation did not come out of it"
