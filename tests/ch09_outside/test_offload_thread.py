"""offload_thread: the calls run in threads, all at once, and the event loop goes on."""

THREE = {"urls": ["a.example", "b.example", "c.example"], "order": [2, 0, 1]}


async def test_no_call_runs_on_the_event_loops_thread(run):
    trace = await crawl(run, **THREE)
    assert_called(trace)
    assert_in_threads(trace)


async def test_all_calls_are_under_way_at_the_same_time(run):
    trace = await crawl(run, **THREE)
    assert_called(trace)
    assert_at_once(trace)


async def test_the_counter_goes_on_while_the_calls_are_under_way(run):
    trace = await crawl(run, **THREE)
    assert_called(trace)
    assert_counted(trace)


async def test_the_results_come_in_the_order_of_the_urls(run):
    trace = await crawl(run, **THREE)
    assert_results(trace)


async def test_an_exception_comes_out(run):
    trace = await fails(run, urls=["a.example", "b.example"], fails=1)
    assert_the_error(trace)


async def test_crawl_wakes_the_loop_by_itself(run):
    trace = await run.allow("blocked")("asleep", urls=["a.example", "b.example"])
    assert_in_threads(trace)
    assert_called(trace)
    assert_woken(trace)


# Every run may block: a busy machine can hold up the thread of the loop, and the counter is there to watch it.


async def crawl(run, **inputs):
    return await run.allow("blocked")("crawl", **inputs)


async def fails(run, **inputs):
    """A run that may raise, after which calls, and whoever waits for them, may still be under way."""
    trace = (await run.allow("blocked").play("crawl", **inputs)).allow("leftovers", "warnings")
    assert_an_end(trace)
    return trace


# Why an answer fails these tests.


def explain(trace):
    """The belief behind a run that did not end well."""
    if trace.happened("stuck"):
        return "every call of blocking_get was over, and crawl went on waiting"
    if not trace.calls:
        return None
    if trace.error is not None and trace.error.text == "no error":
        return "a call returned an exception, and crawl raised it: what blocking_get returns is a result"
    if trace.error is not None and on_loop(trace) and "not callable" in trace.error.text:
        return (
            "blocking_get(url) was called before anything was handed over: with the parentheses it runs at once, "
            "on the event loop's thread, and its result is no function that a thread could call"
        )
    if trace.error is not None and any(word in trace.error.text for word in ("pickle", "local object")):
        return (
            f"{trace.error}: another process gets copies of what it is to call, and not everything can be copied; "
            "waiting needs no process of its own, a thread will do"
        )
    if trace.ending == "deadlock":
        for task in trace.stuck:
            if task["waits"] == "a blocking call" and "loop" in task["task"]:
                at = f", at line {task['where']['line']}," if task["where"] else ""
                return (
                    f"the event loop's own thread stands still{at} and waits by a call that blocks for something that "
                    "only the event loop could do"
                )
    if trace.error is None and trace.never_awaited() and not trace.spans:
        return "blocking_get was never called: a coroutine object was made, and nobody awaited it"
    return None


def on_loop(trace):
    return [span for span in trace.spans if span.data["on_loop"]]


def assert_an_end(trace):
    assert not trace.happened("stuck"), explain(trace)


def assert_called(trace):
    urls = trace.inputs["urls"]
    begun = sorted(trace.who())
    assert begun == sorted(urls), (
        "crawl came back and blocking_get had not been called for every url"
        if len(begun) < len(urls)
        else "blocking_get must be called once for each url, and no more"
    )
    late = [
        span.who for span in trace.spans if span.ending == "open" or float(span.end) > float(trace.call.end)
    ]
    assert late == [], "crawl came back while calls were still under way: it must wait for all of them"


def assert_in_threads(trace):
    there = on_loop(trace)
    counted = trace.happened("counted")
    stillest = counted[0].data["stillest"] if counted else sum(float(span.end - span.start) for span in there)
    belief = "a call that blocks keeps the whole thread, and every task on it"
    if any(span.data["in_a_task_of_its_own"] for span in there):
        belief = "a task, or an async def around it, does not make a blocking call give way"
    assert len(there) == 0, (
        f"the counter stood still for {stillest:.1f} s, because blocking_get ran on the event loop's thread: {belief}"
    )


def assert_at_once(trace):
    alone = [span.who for span in trace.spans if not span.data.get("met", True)]
    assert alone == [], (
        "the event loop was free, but the calls were not all under way at the same time: one had to end before "
        "another could begin"
    )


def assert_counted(trace):
    still = [span.who for span in trace.spans if not span.data.get("counted", True)]
    assert still == [], (
        "the calls ran in threads, and yet the counter stood still meanwhile: the event loop's own thread "
        "stood and waited for them" + where(trace)
    )


def assert_free_to_the_end(trace):
    """The call that raised, or the cancellation, left other calls under way; the loop must not wait for them."""
    still = [span.who for span in trace.spans if not span.data.get("counted", True)]
    what = "crawl was cancelled" if trace.call.cancels else "a call raised"
    assert still == [], (
        f"{what}, and the counter stood still until the other calls were over: the event loop's own thread "
        f"stood and waited for them{where(trace)}"
    )


def assert_woken(trace):
    asleep = trace.happened("not woken")
    assert len(asleep) == 0, (
        "the calls were over, and crawl did not go on until something else woke the event loop: a thread had set "
        "the result of one of asyncio's futures, which does not wake the loop"
    )


def where(trace):
    stretches = [stretch for stretch in trace.blocked if stretch["where"]]
    if not stretches:
        return ""
    longest = max(stretches, key=lambda stretch: stretch["end"] - stretch["start"])
    return f", at line {longest['where']['line']}"


def assert_results(trace):
    assert_called(trace)
    pages, urls = trace.inputs.get("pages"), trace.inputs["urls"]
    expected = [f"page of {url}" for url in urls] if pages is None else pages
    same = isinstance(trace.result, list) and sorted(map(repr, trace.result)) == sorted(map(repr, expected))
    assert trace.result == expected, (
        "the results came in the order in which the calls ended, not in the order of the urls"
        if same
        else "crawl returns what blocking_get returned for each url, in the order of the urls"
    )


def assert_the_error(trace):
    assert trace.error is not None, "a call raised, and its exception did not come out of crawl"
    known = [leaf.known for leaf in trace.error.leaves()]
    assert known == ["the error of the call"], (
        "the exception that the call raised must come out, and no other"
    )
