"""semaphore_limit: never more than the limit, and never fewer while there is something to fetch."""

from kata.judge import seconds

SIX = {"pages": [["a", 2.7], ["b", 1], ["c", 1], ["d", 1], ["e", 1], ["f", 1]], "limit": 2}
BEGIN = {"a": 0, "b": 0, "c": 1, "d": 2, "e": 2.7, "f": 3}
FAILING = {"pages": [["a", 1], ["b", 0.5], ["c", 1], ["d", 1], ["e", 1]], "limit": 1, "fails": ["b"]}


async def test_the_results_come_in_the_order_of_the_urls(run):
    trace = await crawl(run, **SIX)
    assert sorted(trace.who()) == list("abcdef"), "fetch must be called once for each url"
    check_the_results(trace, "abcdef")


async def test_never_more_than_the_limit(run):
    trace = await crawl(run, **SIX)
    assert trace.at_once() <= 2, too_many(trace, 2)


async def test_waiting_keeps_nobody_busy(run):
    trace = await crawl(run, **SIX)
    assert trace.turns < 1000, (
        f"the event loop turned {trace.turns} times for 6 fetches: whoever looks again and again whether there is "
        "room keeps the whole program busy"
    )


async def test_the_next_one_begins_when_one_has_ended(run):
    trace = await crawl(run, **SIX)
    assert trace.starts() == BEGIN, idle(trace)
    assert trace.elapsed == seconds(4), "fetch_all must return when the last fetch has ended, at 4"


async def test_a_fetch_that_fails(run):
    trace = await crawl_with_errors(run, **FAILING)
    check_the_error(trace, "the error of b")
    assert trace.who().count("b") == 1, "b failed, and fetch was called for it once more"
    assert trace.at_once() <= 1, (
        f"after the error {trace.at_once()} fetches were under way at once, with limit 1: a permit was given back "
        "more often than it was taken"
    )


# Why an answer fails these tests.


async def crawl(run, scenario="crawl", **inputs):
    """A run that ends well; tasks that have been told to end may still be about to do so."""
    trace = (await run(scenario, **inputs)).allow("leftovers")
    check_awaited(trace)
    return trace


def check_awaited(trace):
    fetches = [warning for warning in trace.never_awaited() if "fetch" in warning["text"]]
    assert fetches == [], (
        "fetch(url) was called and not awaited: that fetches nothing, it only makes a coroutine object"
    )


async def crawl_with_errors(run, scenario="crawl", **inputs):
    """A run in which something goes wrong; what is then still under way, or given up, is not looked at."""
    return (await run.play(scenario, **inputs)).allow("leftovers", "warnings")


def explain(trace):
    """The belief behind a run that did not end well."""
    if any("acquire" in warning["text"] for warning in trace.never_awaited()):
        return "acquire() was called and not awaited: that takes no permit, it only makes a coroutine object"
    if trace.ending == "deadlock":
        return why_it_hangs(trace)
    return None


def why_it_hangs(trace):
    blocking = [task for task in trace.stuck if task["waits"] == "a blocking call"]
    if blocking:
        return (
            f"a blocking call of the threading or queue module stopped the whole event loop{line(blocking)}: no fetch "
            "can go on to give its permit back"
        )
    failed = [span.who for span in trace.spans if span.ending == "raised"]
    cancelled = [span.who for span in trace.spans if span.ending == "cancelled"]
    permits = [task for task in trace.stuck if task["waits"].startswith("semaphore.")]
    if permits:
        who = f"{failed[0]} failed" if failed else "whoever had one has ended"
        if cancelled:
            who = f"{cancelled[0]} was cancelled"
        why = "because an exception leaves a function at once, and what comes after it does not happen"
        if not failed and not cancelled:
            why = "for it was acquired and never released"
        return (
            f"{who} and took its permit along: {tasks(permits)} for a permit for ever{line(permits)}, {why}"
        )
    stuck = [task for task in trace.stuck if task["where"]]
    if trace.calls and trace.call.cancels and stuck:
        return f"fetch_all was cancelled, and {tasks(stuck)} for ever{line(stuck)}, for {stuck[0]['waits']}"
    if failed:
        waits = stuck[0]["waits"] if stuck else "what will never come"
        return f"{failed[0]} failed, and others wait for it for ever{line(stuck)}, for {waits}"
    return None


def tasks(stuck):
    return f"{len(stuck)} tasks wait" if len(stuck) > 1 else "a task waits"


def line(stuck):
    lines = sorted({task["where"]["line"] for task in stuck if task["where"]})
    return f" at line {lines[0]}" if lines else ""


def too_many(trace, limit):
    most = trace.at_once()
    if most == len(trace.spans):
        return (
            f"all {most} fetches were under way at once, with limit {limit}: a permit holds back only those who take "
            "one themselves, and all from the same semaphore; one semaphore per url, or one permit for all of "
            "them, holds back nobody"
        )
    return f"{most} fetches were under way at once, with limit {limit}"


def idle(trace):
    """Why the fetches of SIX did not begin when they could."""
    starts = trace.starts()
    if trace.at_once() < 2:
        return "one fetch after the other: no second one was ever under way"
    if starts["c"] == seconds(2.7) and starts["d"] == seconds(2.7):
        return "b had ended at 1, but c only began at 2.7: the batch waited for its slowest fetch before the next one"
    if starts["d"] == seconds(1) and starts["c"] == seconds(2.7):
        return (
            "b had ended at 1, but c only began at 2.7, after a: the urls were dealt out before it was known how "
            "long each of them takes"
        )
    if all(starts[url] >= begin for url, begin in BEGIN.items()):
        return "there were urls left, and fewer than 2 fetches under way: the next one must begin when one has ended"
    return "the fetches must begin in the order of urls, each as soon as fewer than 2 are under way"


def check_the_results(trace, urls):
    expected = [f"page {url}" for url in urls]
    assert trace.result == expected, (
        "the results came in the order in which the fetches ended, not in the order of urls"
        if isinstance(trace.result, list) and sorted(map(str, trace.result)) == sorted(expected)
        else "fetch_all returns what fetch returned for each url, in the order of urls"
    )


def check_the_error(trace, *names):
    """An error of these, and nothing else, has come out."""
    assert trace.error is not None, f"{names[0]} did not come out of fetch_all"
    known = [leaf.known for leaf in trace.error.leaves()]
    assert set(known) <= set(names), f"{names[0]} must come out of fetch_all, and no other"
