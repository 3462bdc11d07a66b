"""gather_results: all the results with the errors among them, or the first error at once."""

from kata.judge import seconds
from kata.judge.trace import Error

PAGES = {"a": {"takes": 2}, "b": {"takes": 1, "fails": "ValueError"}, "c": {"takes": 3}}
GOOD_PAGES = {"a": {"takes": 2}, "b": {"takes": 1}, "c": {"takes": 0.5}}


def explain(trace):
    """The belief behind a run that did not end well."""
    if any(warning["kind"] == "never_retrieved" for warning in trace.warnings):
        if trace.calls and trace.call.ending == "cancelled":
            return (
                "the caller was cancelled, and something that was waiting for the fetches ended with an exception "
                "that nobody looked at: asyncio complains"
            )
        if sum(span.ending == "raised" for span in trace.spans) > 1:
            return "a second fetch failed too, and nobody looked at its exception: asyncio complains"
    if not trace.calls:
        return None
    call = trace.call
    function = call.text.partition("(")[0]
    if call.error is not None and not trace.inputs.get("keys"):
        return f"{function} raised {call.error.type} because there were no keys; nothing to fetch is no error"
    if call.error is not None and function == "settle" and known_in(call.error):
        return (
            "settle itself raised what a fetch raised; for settle an exception is a result like another one"
        )
    if (
        call.error is not None
        and call.error.type == "TypeError"
        and "awaitable is required" in call.error.text
    ):
        return "the fetches were awaited one by one, and gather was given what they had brought, which it cannot await"
    if call.error is not None and call.error.type == "TimeoutError" and not known_in(call.error):
        return f"{function} gave up at {at(call.end)} s: nobody has said how long a fetch may take"
    if call.error is not None and call.error.type == "InvalidStateError":
        return f"{function} asked for the result of a fetch that was not over yet"
    if trace.leftovers and call.ending == "returned":
        return f"{function} returned while fetches were still under way: it did not wait for all of them"
    return None


def known_in(error):
    """The names of the exceptions in an error that a fetch raised."""
    if error.known:
        return [error.known]
    return [name for member in error.exceptions for name in known_in(member)]


def at(instant):
    """An instant as a sentence has it: 1.5"""
    return f"{round(float(instant), 1):g}"


def in_turn(trace, keys):
    """Whether the fetches ran one after the other, or in batches."""
    starts, ends = trace.starts(), trace.ends()
    late = [key for key in keys if key in starts and starts[key] > 0]
    for key in late:
        earlier = [other for other in keys if other in ends and ends[other] == starts[key]]
        if earlier and len(late) == len([other for other in keys if other in starts]) - 1:
            return f"{key} was fetched only when the fetch of {earlier[0]} was over: they run one after the other"
        return f"{key} was fetched only at {at(starts[key])} s; all the fetches must be under way at the same time"
    missing = [key for key in keys if key not in starts]
    if missing and starts:
        return f"{missing[0]} was never fetched; all the fetches must be under way at the same time"
    return "all the fetches must begin at once"


def plain(value):
    """A list of results, with the names of the errors in it that the fetches raised."""
    if not isinstance(value, list):
        return value
    return [(item.known or f"another {item.type}") if isinstance(item, Error) else item for item in value]


def wrong_list(observed, expected):
    """What is wrong about a list of results."""
    if not isinstance(observed, list):
        kind = getattr(observed, "type", type(observed).__name__)
        if "Future" in kind or kind == "coroutine":
            return "what came back is not a list but something that nobody has awaited yet"
        return f"the result must be a list, and not of the type {kind}"
    if any(getattr(item, "type", None) == "coroutine" for item in observed):
        return "the list holds coroutine objects: fetch(key) alone fetches nothing, somebody must run it"
    if any("Task" in getattr(item, "type", "") for item in observed):
        return "the list holds the tasks and not what they have brought"
    if len(observed) < len(expected):
        return "there must be one item in the list for each item of keys, neither fewer nor more"
    pairs = [(o, e) for o, e in zip(observed, expected, strict=False) if o != e]
    if any(o is None for o, _ in pairs):
        return "None stands in the place of an exception: nobody can tell what went wrong, or whether anything did"
    if any(o == "another TimeoutError" and not str(e).startswith("the error of") for o, e in pairs):
        return "a TimeoutError that no fetch had raised: nobody has said how long a fetch may take"
    if any(isinstance(o, str) and o.startswith("another ") for o, _ in pairs):
        return "the exception in the list is not the one that the fetch raised"
    if any(isinstance(e, str) and e.startswith("the error of") and o not in expected for o, e in pairs):
        return "in the place of a failed fetch stands something else than the exception that it raised"
    if len(observed) == len(expected) and all(item in observed for item in expected):
        return "the results are not in the order of the keys (did they come in the order in which they were ready?)"
    return "there must be one item in the list for each item of keys: its value, or the exception it raised"


def too_late(trace, failed, others):
    """Why the error came out late: what was waited for. `others`: when the other fetches end, by key."""
    first = trace.ends()[failed]
    known = {end: key for key, end in others.items() if trace.call.end == end}
    message = f"{failed} failed at {at(first)} s, but first_error raised only at {at(trace.call.end)} s"
    if trace.call.end == max(others.values()):
        return f"{message}: it waited until every fetch was over before it looked for an error"
    if known:
        return f"{message}: it was waiting for {next(iter(known.values()))}, and saw nothing else meanwhile"
    return f"{message}; it must raise at the instant of the first failure"


def stopped(trace, failed, others):
    """What became of the other fetches after the first error."""
    for key in others:
        if trace.endings()[key] == "cancelled":
            return (
                f"{key} never finished: it was cancelled when {failed} failed, but here the others go on "
                "(to cancel the rest is the way of a TaskGroup)"
            )
    return f"the fetches that were under way when {failed} failed must go on to their end"


async def test_settle_gives_the_values_in_the_order_of_the_keys(run):
    trace = await run("settling", plan=GOOD_PAGES, keys=["a", "b", "c"])
    assert plain(trace.result) == ["A", "B", "C"], wrong_list(plain(trace.result), ["A", "B", "C"])


async def test_settle_puts_an_exception_in_its_place(run):
    trace = await run("settling", plan=PAGES, keys=["a", "b", "c"])
    expected = ["A", "the error of b", "C"]
    assert plain(trace.result) == expected, wrong_list(plain(trace.result), expected)
    assert trace.starts() == {"a": 0, "b": 0, "c": 0}, in_turn(trace, "abc")
    assert trace.elapsed == seconds(3), "settle must return as soon as the slowest fetch is over"


async def test_first_error_gives_the_values_in_the_order_of_the_keys(run):
    trace = await run("fetching", plan=GOOD_PAGES, keys=["a", "b", "c"])
    assert plain(trace.result) == ["A", "B", "C"], wrong_list(plain(trace.result), ["A", "B", "C"])
    assert trace.starts() == {"a": 0, "b": 0, "c": 0}, in_turn(trace, "abc")
    assert trace.elapsed == seconds(2), "first_error must return as soon as the slowest fetch is over"


async def test_first_error_raises_at_the_first_failure_and_the_others_go_on(run):
    trace = await run.play("fetching", plan=PAGES, keys=["a", "b", "c"], then=4)
    trace.allow("leftovers")
    assert trace.starts() == {"a": 0, "b": 0, "c": 0}, in_turn(trace, "abc")
    assert trace.call.ending == "raised", "b failed, but first_error returned as if nothing had happened"
    assert known_in(trace.error) == ["the error of b"], (
        "first_error must raise the very exception that b raised"
    )
    assert trace.elapsed == seconds(1), too_late(trace, "b", {"a": 2, "c": 3})
    assert {key: trace.endings()[key] for key in "ac"} == {"a": "done", "c": "done"}, stopped(
        trace, "b", "ac"
    )
    assert trace.ends() == {"a": 2, "b": 1, "c": 3}, "the others must go on as if nothing had happened"
