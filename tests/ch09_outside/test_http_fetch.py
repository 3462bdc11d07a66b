"""http_fetch: pages out of a stream, so many at a time, and one bad answer among good ones."""

import zlib

from kata.judge.values import Error

GOOD = {"/one": {"body": "This is one"}, "/two": {"body": "And this is two"}}
PAGES = ["This is one", "And this is two"]


async def well(run, scenario, **inputs):
    """A run that must end well. The server runs in the same event loop: if that is blocked, nobody answers."""
    trace = await play(run, scenario, **inputs)
    if not given_up(trace):
        for call in trace.calls:
            assert call.error is None, came_out(trace) or f"{call.text} raised {call.error}{line(call.error)}"
    return trace


async def play(run, scenario, **inputs):
    """A run that may end in any way. What is left is looked at before what Python complains of."""
    return (await run.allow("blocked").play(scenario, **inputs)).allow("leftovers", "warnings")


async def test_two_pages(run):
    trace = await well(run, "fetching", pages=GOOD)
    check(trace, PAGES)


async def test_both_at_the_same_time(run):
    trace = await well(run, "crowd", count=2, limit=2)
    check_crowd(trace, 2, 2)


async def test_so_many_at_a_time(run):
    trace = await well(run, "crowd", count=6, limit=3)
    check_crowd(trace, 6, 3)


async def test_the_answer_comes_in_pieces(run):
    pages = {"/one": {"body": "This is one", "pieces": [3, 10, 7, 20, 4]}, "/two": GOOD["/two"]}
    trace = await well(run, "fetching", pages=pages)
    check(trace, PAGES)


async def test_the_length_says_when_the_page_is_complete(run):
    pages = {"/one": {"body": "This is one", "ending": "stay"}, "/two": GOOD["/two"]}
    trace = await well(run, "fetching", pages=pages, seconds=5)
    check(trace, PAGES)


async def test_without_a_length_the_page_goes_on_until_the_end(run):
    pages = {"/one": {"body": "This is one", "length": None, "pieces": [25]}, "/two": GOOD["/two"]}
    trace = await well(run, "fetching", pages=pages)
    check(trace, PAGES)


async def test_one_bad_status_among_good_ones(run):
    bad = {"body": "There is nothing", "status": "404 Not Found"}
    trace = await well(run, "fetching", pages={"/one": GOOD["/one"], "/bad": bad, "/two": GOOD["/two"]})
    check(trace, [PAGES[0], "status 404", PAGES[1]])


async def test_a_page_that_ends_too_early(run):
    bad = {"body": "This page is longer than that", "missing": 5}
    trace = await well(run, "fetching", pages={"/one": GOOD["/one"], "/bad": bad, "/two": GOOD["/two"]})
    check(trace, [PAGES[0], "an error", PAGES[1]])


async def test_a_silent_server(run):
    pages = {"/one": GOOD["/one"], "/silent": {"silent": True}, "/two": GOOD["/two"]}
    trace = await well(run, "fetching", pages=pages, seconds=3)
    check(trace, [PAGES[0], "too late", PAGES[1]])
    assert trace.elapsed >= 3, "the server had 3 s to answer, and got less"
    assert len(trace.happened("request")) == 3, (
        "the time of a path was over, and the path was asked for again, for another 3 s"
    )


async def test_a_caller_who_is_cancelled(run):
    trace = await play(run, "broken_off", count=4, limit=2)
    check_broken_off(trace)


# Why an answer fails these tests.


def given_up(trace):
    return bool(trace.happened("stuck"))


def complaint(trace):
    # Garbage collection was faster than the count of what is open.
    if trace.warnings[0]["kind"] == "unclosed":
        return "some of its connections were still open when fetch_all had let go of them: nobody had closed them"
    return trace.warnings[0]["text"]


def came_out(trace):
    leaf = trace.error.leaves()[0]
    if leaf.is_a("CancelledError"):
        return None
    return (
        f"{leaf.type} came out of fetch_all instead of standing in its list: what went wrong with one path "
        "has cost the others their results"
    )


def check(trace, wanted):
    """These results, from whole requests, and every connection is closed."""
    check_blocked(trace)
    check_requests(trace)
    results = trace.result
    assert type(results) is list, f"fetch_all must return a list, and returned {results!r}"
    assert len(results) == len(wanted), f"{len(wanted)} paths must give {len(wanted)} results"
    for number, (observed, expected) in enumerate(zip(results, wanted, strict=True)):
        assert fits(observed, expected), about(trace, results, number, observed, expected, wanted)
    check_left(trace)


def check_blocked(trace):
    assert not trace.happened("stuck"), (
        "fetch_all went on waiting, although the server had closed every connection"
    )
    if trace.scenario in ("nobody_there", "nobody_takes", "none"):
        return
    in_time = [at for at in trace.when("connected") if at < trace.call.end]
    if not in_time and trace.elapsed > 1:
        raise AssertionError(
            "the server runs in the same event loop, and could not even take a connection before fetch_all was over: "
            "fetch_all had blocked the loop"
        )


def check_requests(trace):
    for event in trace.happened("request"):
        if not event.data["whole"]:
            raise AssertionError(
                f"the server waited in vain for the rest of a request ({event.data['lines']}): it ends with an empty "
                "line, and every line with \\r\\n"
            )
        first, *headers = event.data["lines"]
        names = {name.strip().lower(): value.strip().lower() for name, _, value in map(parts, headers)}
        words = first.split(" ")
        assert len(words) == 3 and words[0] == "GET" and words[2] == "HTTP/1.1", (
            f"a request begins like GET /news/1 HTTP/1.1, and not like {first!r}"
        )
        assert "host" in names, "a request must have a Host header"
        assert names.get("connection") == "close", (
            "a request must say Connection: close, or the server may keep the connection for the next one"
        )


def parts(line):
    return line.partition(":")


def fits(observed, expected):
    failed = isinstance(observed, Error) and observed.is_a("Exception")
    if expected == "an error":
        return failed
    if expected == "too late":
        return failed and observed.is_a("TimeoutError")
    if expected.startswith("status "):
        return failed and expected.removeprefix("status ") in observed.text
    return observed == expected


def about(trace, results, number, observed, expected, wanted):
    """What is wrong with one of the results."""
    path = (trace.inputs.get("paths") or list(trace.inputs.get("pages", ())) or ["the path"] * 100)[number]
    page = trace.inputs.get("pages", {}).get(path, {})
    failed = isinstance(observed, Error)
    if observed in wanted and observed != expected and not failed:
        return "the results must stand in the order of the paths"
    if expected == "too late":
        return about_too_late(trace, path, page, observed)
    if expected.startswith("status "):
        if failed:
            return f"{path} got {observed!r}: the number of the status must be in its text"
        return (
            f"the server answered {path} with status {page.get('status')}, and this became the page {observed!r}: "
            "an answer is not yet a good answer"
        )
    if expected == "an error":
        return about_bad(path, page, observed, failed)
    if failed and observed.is_a("TimeoutError"):
        return about_never_complete(trace, path, page)
    if failed:
        return f"the page {path} came whole, and its result is {observed!r}"
    if type(observed) is str:
        return about_text(path, page, observed)
    return f"the result of {path} must be the text of its page, and is {observed!r}"


def about_too_late(trace, path, page, observed):
    seconds = trace.inputs.get("seconds", 15)
    if trace.scenario == "nobody_takes":
        return (
            f"no connection could be made for {path}, and its result after {float(trace.elapsed):.1f} s was "
            f"{observed!r}: its {seconds} s begin with the connection, and then comes a TimeoutError"
        )
    if trace.happened("nobody closed it"):
        if page.get("ending") == "drip":
            return (
                f"{path} sent a byte now and then, and after {seconds} s nobody had ended that: the limit is for all "
                "of it, not for each read"
            )
        return f"the server was silent, and after {seconds} s nobody had ended the waiting for it"
    return f"the server did not answer {path} within {seconds} s: its result must be a TimeoutError, not {observed!r}"


def about_bad(path, page, observed, failed):
    if failed:
        return f"the result of {path} must be an Exception, and is {observed!r}"
    if page.get("missing"):
        return (
            f"the connection ended {page['missing']} bytes before the end of the page {path}, and what had come "
            "was taken for the page"
        )
    return f"{path} got no page, and its result is {observed!r}: it must be the exception that tells why"


def about_never_complete(trace, path, page):
    if page.get("ending") == "stay":
        return (
            f"the page {path} had come whole, as its Content-Length says, and fetch_all went on reading for the end "
            "of the stream: a server may keep the connection open"
        )
    if (
        any("silent" in other for other in trace.inputs.get("pages", {}).values())
        and trace.inputs.get("limit") == 1
    ):
        return f"{path} was too late before it had begun: its time ran while it waited for a place"
    if any("silent" in other for other in trace.inputs.get("pages", {}).values()):
        return (
            f"{path} was answered at once, and its result is a TimeoutError: the limit is one for each path"
        )
    return f"{path} was answered, and its result is a TimeoutError: what was read was not seen to be complete"


def about_text(path, page, observed):
    whole = page.get("body", "") * page.get("repeat", 1)
    if "HTTP/1" in observed or "\r\n" in observed:
        return f"the result of {path} is {observed[:60]!r}: the headers are no part of the page"
    if whole.startswith(observed):
        return (
            f"the page {path} is cut off: {observed[:60]!r}. TCP carries a stream of bytes; what one read gives is "
            "what has come by then"
        )
    if observed.endswith(page.get("extra") or "\0"):
        return (
            f"the Content-Length of {path} says where the page ends, and what came after it is not part of it"
        )
    return f"the result of {path} is {observed[:60]!r}, and that is not the page"


def check_left(trace):
    left = trace.happened("left")[-1]
    assert left.data["connections"] == 0, (
        f"fetch_all was over, and {left.data['connections']} of its connections were still open: "
        f"nobody had closed them{after_errors(trace)}"
    )
    assert left.data["tasks"] == 0, f"fetch_all was over, and {left.data['tasks']} of its tasks went on"
    tidy(trace)
    if trace.call.ending == "returned" and trace.scenario == "fetching":
        assert not trace.happened("nobody closed it"), (
            "a path was done, and its connection was still open when the server had lost its patience"
        )


def after_errors(trace):
    bad = [value for value in trace.result or () if isinstance(value, Error)]
    if bad and trace.call.ending == "returned":
        return "; a path that fails has a connection, too"
    return ""


def check_crowd(trace, count, limit):
    """So many connections at a time, no more and no fewer."""
    check_blocked(trace)
    check_requests(trace)
    most = max((event.data["open"] for event in trace.happened("connected")), default=0)
    for event in trace.happened("nobody else came"):
        assert not trace.inputs.get("again"), (
            f"the call before had a limit of 1; this one has a limit of {limit}, and only {event.data['asked']} of its "
            "connections were open"
        )
        raise AssertionError(
            f"the server waited for {min(count, limit)} requests before it answered any, and {event.data['asked']} "
            "came: one path was begun when the one before was done"
            if event.data["asked"] == 1
            else f"{min(count, limit)} paths may be under way, and only {event.data['asked']} were"
        )
    assert most <= limit, (
        f"{most} connections were open at the same time, and {limit} are allowed: either nothing held them "
        "back, or the ones that were done had not been closed yet"
        if most == count
        else f"{most} connections were open at the same time, and {limit} are allowed"
    )
    for _ in trace.happened("no new one"):
        raise AssertionError(
            "one path was done, and the next did not begin: it waited for the slowest of its batch, although a "
            "place was free"
        )
    check(trace, [f"This is /page/{number}" for number in range(1, count + 1)])


def check_broken_off(trace):
    assert trace.happened("cancelled")[0].data["all_there"], "the paths never got as far as the server"
    assert trace.cancelled, (
        "the caller was cancelled, and fetch_all "
        + (f"raised {trace.error}" if trace.error is not None else f"{trace.call.ending} {trace.result}")
        + ": the CancelledError was taken for one of the errors of a path"
    )
    (asked,) = trace.when("cancelled")
    assert trace.call.end < asked + 7, "the caller was cancelled, and fetch_all went on"
    check_left(trace)


def long_page(text):
    """A long page as scenarios show it."""
    return f"{len(text)} characters, {zlib.crc32(text.encode())}"


def line(error):
    where = next((leaf.where for leaf in error.leaves() if leaf.where), error.where)
    return f" at line {where['line']}" if where else ""


def tidy(trace):
    """Python has nothing to complain of."""
    assert not trace.warnings, complaint(trace)
