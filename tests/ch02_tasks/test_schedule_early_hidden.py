"""schedule_early with none, two and many urls, other durations, errors, and interrupted."""

from test_schedule_early import OTHER, check_called, check_result, check_start, explain, requests

from kata.judge import seconds

__all__ = ["explain"]

FAILING = [4, 5, 6]
FEW_TURNS = 40  # of the event loop, for somebody who waits and does not look again and again,
A_FEW_MORE = 10  # and for each second that it takes


async def test_any_number_of_urls_will_do(run, rng):
    for number in (2, 200, 1):
        urls = rng.sample(range(100, 1000), number)
        trace = await run("fetching", urls=urls, takes=[1], other=0.4)
        check_start(trace, urls)
        expected = [f"page {url}" for url in urls]
        check_result(trace, expected)
        assert trace.elapsed == seconds(1), "make_requests must return as soon as all responses are there"


async def test_without_urls_there_is_still_the_other_work(run):
    trace = await run("fetching", urls=[], takes=[1], other=0.6)
    assert trace.endings() == {OTHER: "done"}, "the other work must be done even if there are no urls"
    assert trace.result == [], "without urls the result is an empty list"
    assert trace.elapsed == seconds(0.6), "without urls make_requests takes as long as the other work"


async def test_every_request_may_take_another_time(run, rng):
    for other in (round(rng.uniform(0.3, 0.6), 1), round(rng.uniform(2.4, 3), 1)):
        urls = rng.sample(range(100, 1000), 6)
        takes = rng.sample([0.1, 0.4, 0.8, 1.2, 1.6, 2], 6)
        trace = await run("fetching", urls=urls, takes=takes, other=other)
        check_start(trace, urls)
        expected = [f"page {url}" for url in urls]
        check_result(trace, expected)
        assert trace.elapsed == seconds(max(2, other)), (
            "make_requests must take as long as the slowest: you waited for a duration, or for too few of them"
        )


async def test_a_very_slow_request_is_waited_for(run, rng):
    slow = rng.randint(13, 14) + 0.377  # whoever looks every few hundredths of a second comes late
    trace = await run("fetching", urls=[8, 9], takes=[1, slow], other=0.5)
    check_result(trace, ["page 8", "page 9"])
    assert trace.turns < FEW_TURNS + A_FEW_MORE * slow, (
        f"the loop was kept busy: it turned {trace.turns} times, as if somebody asked again and again"
    )
    assert trace.elapsed == seconds(slow), "make_requests must return as soon as the slow response is there"


async def test_the_same_url_twice_and_an_empty_page(run):
    urls = [7, 0, 7]
    trace = await run("fetching", urls=urls, takes=[0.5, 1], other=0.2)
    check_start(trace, urls)
    expected = ["page 7", None, "page 7, another time"]
    assert trace.result in (expected, expected[::-1]), (  # who is asked first is nobody's business
        "the list must have one response for each item of urls, be it None, or of a url that stands there twice"
    )


async def test_two_calls_at_the_same_time_do_not_meet(run):
    trace = await run("two_at_once", urls=[[1, 2], [2, 3]], takes=[1.2, 0.6], other=0.3)
    assert [call.result for call in trace.calls] == [["page 1", "page 2"], ["page 2", "page 3"]], (
        "each call must give the responses to its own urls: nothing may be kept from one call to the next"
    )
    sent = sorted(span.data["url"] for span in requests(trace))
    assert sent == [1, 2, 2, 3], "each call must send requests of its own"
    assert [call.end for call in trace.calls] == [1.2, 1.2], (
        "each call must return as soon as its own responses are there, whoever else calls at the same time"
    )


async def test_a_request_that_fails_is_not_hidden(run):
    for other, url, error in [
        (0.3, 4, "ConnectionError"),
        (1.6, 5, "ConnectionError"),
        (0.3, 6, "TimeoutError"),
    ]:
        trace = await run.play(
            "fetching", urls=FAILING, takes=[1, 0.6, 1.2], other=other, fails=[url], error=error
        )
        trace.allow("leftovers", "warnings")
        check_error(trace, "the error of a request", FAILING)


async def test_other_work_that_fails_is_not_hidden(run):
    for urls in (FAILING, []):
        trace = await run.play("fetching", urls=urls, takes=[1, 0.6, 1.2], other=0.3, other_fails=True)
        trace.allow("leftovers", "warnings")
        check_error(trace, "the error of the other work", urls)


def check_error(trace, known, urls):
    """The error came out, bare or in a group."""
    assert trace.error is not None, (
        f"{known} did not come out of make_requests: the caller takes the result for a good one"
    )
    assert known in [leaf.known for leaf in trace.error.leaves()], (
        explain(trace) or f"{known} must come out of make_requests, not another one"
    )
    check_called(trace, urls)


async def test_a_cancelled_make_requests_ends_cancelled(run):
    # During the other work, with and without requests, and when two requests or one are all that is under way.
    for urls, cancel_at in [([1, 2], 0.4), ([], 0.4), ([1, 2], 1.2), ([1, 2], 1.9)]:
        trace = await run.play("fetching", urls=urls, takes=[2.2, 1.6], other=0.8, cancel_at=[cancel_at])
        trace.allow("leftovers", "warnings")
        assert trace.cancelled, "make_requests was cancelled, but the cancellation did not come out of it"
