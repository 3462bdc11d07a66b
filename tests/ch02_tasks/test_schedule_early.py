"""schedule_early: requests and other work are under way at once, and all of it is waited for."""

from itertools import pairwise

from kata.judge import seconds

FIVE = [1, 2, 3, 4, 5]
OTHER = "other work"
ONLY_MADE = "calling get_request() only made coroutine objects"
IN_TURN = "the requests ran one after another"
ORDER = (
    "the responses are not in the order of the urls, but in some other, such as the one in which they arrived"
)
ANOTHER_LOOP = (
    "a request or the other work ran on another event loop, in a thread of its own: "
    "tasks of one loop are all it takes"
)
RUNS_ONCE = "a coroutine object runs once: this one had been awaited before, or a task had taken it over"
ASYNC_GENERATOR = (
    "an `await` makes a generator expression an asynchronous one, which only `async for` goes through"
)
BELIEFS = {
    "Result is not set": "a task was asked for its result before it was done: nobody had waited for it",
    "is empty": "with no urls there are no tasks, and asyncio.wait does not wait for none",
    "values to unpack": "the code is made for a certain number of urls, and any number may come",
    "awaitable is required": "gather got what a request had returned: an `await` in the argument waits for it first",
    "coroutine was expected, got <function": "a task was to be made of the function: only calling it makes a coroutine",
    "coroutine was expected": "a task was to be made of something that is no coroutine: a response, perhaps",
    "'TaskGroup' object does not support": "a TaskGroup is entered with `async with`: on its way out it waits",
    "unhashable type: 'list'": "gather takes its coroutines one by one, as arguments of their own, not in a list",
    "Passing coroutines is forbidden": "asyncio.wait takes tasks: coroutine objects have not begun to run",
    "already awaited": RUNS_ONCE,
    "awaited already": RUNS_ONCE,
    "running event loop": "an event loop runs already: inside it, nothing starts another one",
    "loop is already running": "the event loop runs already: it cannot be started again",
    "'async_generator' object is not iterable": ASYNC_GENERATOR,
    "not async_generator": ASYNC_GENERATOR,
    "async_generator": "a `yield` makes make_requests an asynchronous generator, and that cannot be awaited",
    "'await' expression": "something was awaited that is not awaitable, such as a function or a list of coroutines",
    "can't be awaited": "something was awaited that is not awaitable, such as a function or a list of coroutines",
}


def explain(trace):
    """The belief behind a run that did not end well."""
    if trace.ending == "spin":
        return "make_requests kept asking whether everything was done, turn after turn, instead of waiting for it"
    if any(not span.data.get("at_home", True) for span in trace.spans):
        return ANOTHER_LOOP
    if not trace.calls:
        return None
    error = trace.error
    for leaf in error.leaves() if error is not None else ():
        if leaf.type == "TimeoutError":
            return "make_requests gave up before everything was done: you waited for a duration"
        if "awaitable is required" in leaf.text and not requests(trace):
            return "gather got something that cannot be awaited: only calling a coroutine function makes a coroutine"
        if leaf.of_no_awaitable:
            return "what make_requests gave back cannot be awaited: a plain `def` makes no coroutine function"
        for words, sentence in BELIEFS.items():
            if words in leaf.text:
                return sentence
    if trace.leftovers and trace.call.ending == "returned":
        return left_early(trace)
    if trace.never_awaited():
        return never_ran(trace)
    return None


def left_early(trace):
    """Who was still at work when make_requests came back."""
    open_ones = [span.who for span in trace.spans if span.ending != "done" or span.end > trace.call.end]
    if OTHER in open_ones or (not open_ones and OTHER not in trace.who()):
        return "make_requests came back while the other work was still going on: nobody waited for it"
    return "make_requests came back while requests were still under way: starting them is not yet waiting for them"


def never_ran(trace):
    """Which call made a coroutine object that nobody ran."""
    if OTHER not in trace.who():
        return "calling other_work() only made a coroutine object: nobody awaited it or made it a task, so it never ran"
    return f"{ONLY_MADE}: nobody awaited all of them or made them tasks, so some never ran"


def requests(trace):
    return sorted((span for span in trace.spans if span.who != OTHER), key=lambda span: float(span.start))


def too_late(trace):
    """Why somebody began later than at the beginning."""
    spans = requests(trace)
    late = [span for span in spans if span.start > 0]
    other = [span for span in trace.spans if span.who == OTHER]
    if not late:
        if other and other[0].start > 0:
            return "the other work only began when the responses were there: they were awaited too early"
        return "the requests and the other work must all begin at once"
    called = [at for at in trace.when("called") if at > 0]
    in_turn = len(spans) > 1 and all(second.start == first.end for first, second in pairwise(spans))
    if other and spans[0].start > 0 and spans[0].start == other[0].end:
        if called:
            return (
                f"the requests were only made at {called[0]} s, when the other work was done: "
                "what is to be under way meanwhile must be scheduled before"
            )
        return f"{ONLY_MADE}; they started at {spans[0].start} s, when the other work was done and they were awaited"
    if in_turn and not called:
        return f"{ONLY_MADE}; each ran only when it was awaited, so {IN_TURN}"
    if in_turn and all(span.data["own_task"] for span in spans):
        return f"{IN_TURN}: each became a task, but the next was only made when that one was done"
    if in_turn:
        return f"{IN_TURN}: each `await` waited for a response before the next request was made"
    return f"a request began only at {late[0].start} s: all of them must be under way from the beginning"


def wrong_result(result, expected):
    """What is wrong about the list of responses."""
    if not isinstance(result, list):
        return "make_requests must give back a list of the responses"
    kinds = {getattr(item, "type", "") for item in result}
    if "Task" in kinds or "coroutine" in kinds:
        return "make_requests gave back tasks or coroutines, not the responses that come out of them"
    if len(result) != len(expected):
        return (
            f"make_requests gave back {len(result)} items: there must be one for each item of urls, "
            f"which are {len(expected)}"
        )
    if sorted(map(str, result)) == sorted(map(str, expected)):
        return ORDER
    return "the list must hold what each request returned"


def check_called(trace, urls):
    """Each request was sent once, and the other work was done once."""
    sent = sorted(span.data["url"] for span in requests(trace))
    assert sent == sorted(urls), explain(trace) or "get_request must be called once for each item of urls"
    others = trace.who().count(OTHER)
    assert others == 1, explain(trace) or "other_work must be called once, and run"


def check_start(trace, urls):
    """The same, and everybody began at the beginning."""
    check_called(trace, urls)
    assert all(span.start == 0 for span in trace.spans), too_late(trace)


def check_result(trace, expected):
    """Every response is there, in the right place."""
    assert trace.result == expected, explain(trace) or wrong_result(trace.result, expected)


async def test_every_request_is_sent_once(run):
    trace = await run("fetching", urls=FIVE, takes=[1], other=2)
    check_called(trace, FIVE)


async def test_all_of_it_is_under_way_at_once(run):
    trace = await run("fetching", urls=FIVE, takes=[1], other=2)
    assert all(span.data["at_home"] for span in trace.spans), ANOTHER_LOOP
    expected = {f"request {url}": 0 for url in FIVE} | {OTHER: 0}
    assert trace.starts() == expected, too_late(trace)


async def test_five_seconds_of_requests_fit_into_two_seconds_of_other_work(run):
    trace = await run("fetching", urls=FIVE, takes=[1], other=2)
    assert trace.elapsed == seconds(2), (
        explain(trace) or "make_requests must return when the other work is done"
    )


async def test_the_responses_come_in_the_order_of_the_urls(run):
    trace = await run("fetching", urls=[30, 10, 20], takes=[1.5, 0.6, 1], other=0.3)
    expected = ["page 30", "page 10", "page 20"]
    check_result(trace, expected)
    assert trace.elapsed == seconds(1.5), "make_requests must return as soon as the last response is there"
