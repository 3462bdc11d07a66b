"""generator_cleanup: whoever reads closes, before it goes on."""

from kata.judge import seconds


def explain(trace):
    """The belief behind a run that did not end well."""
    if trace.error_of_run is not None and trace.error_of_run.type == "GeneratorExit":
        return "GeneratorExit came out: aclose() throws it at the yield and keeps it to itself, and athrow() does not"
    for call in trace.calls:
        if call.error is not None:
            sentence = no_generator(trace, call.error) or refused(trace, call.error)
            if sentence:
                return sentence
    if trace.leftovers:
        what = "the connection was" if trace.scenario == "reading" else "the pages were"
        return (
            f"{what} left to a task to close: nobody knows when it is closed, and nobody hears of its errors"
        )
    return not_awaited(trace)


def not_awaited(trace):
    for warning in trace.never_awaited():
        if "aclose" in warning["text"]:
            return (
                "aclose() was called and not awaited: that closes nothing, it only makes an object to await"
            )
        return f"{warning['text']}: to call it only makes a coroutine object, and nothing is done"
    return None


def no_generator(trace, error):
    """What is wrong with the object that read_pages gave."""
    for made in trace.happened("made"):
        kind = made.data["type"]
        if kind == "coroutine":
            return "read_pages gave a coroutine: only a yield in its body makes an async def an asynchronous generator"
        if any(leaf.type == "AttributeError" and "aclose" in leaf.text for leaf in error.leaves()):
            return (
                f"read_pages gave an object of type {kind}, which has no aclose(): nobody could ever close it"
            )
        if any(leaf.type == "TypeError" and "async iterator" in leaf.text for leaf in error.leaves()):
            return f"read_pages gave an object of type {kind}, which is no asynchronous generator"
    return None


def refused(trace, error):
    """An error that tells of a belief."""
    source = trace.inputs.get("source", "generator")
    for leaf in error.leaves():
        if "ignored GeneratorExit" in leaf.text:
            return (
                "aclose() raises GeneratorExit at the yield, and the generator answered with another yield: "
                "it is to clean up and to end"
            )
        if leaf.type == "GeneratorExit":
            return (
                "aclose() raises GeneratorExit at the yield, and it came out in a group: "
                "a block around the yield sees whatever the reader does there"
            )
        if "raised StopAsyncIteration" in leaf.text:
            return "an asynchronous generator ends by returning: Python raises StopAsyncIteration for it"
        if leaf.type == "TypeError" and "is not iterable" in leaf.text:
            return "a plain for cannot wait: pages that come with time need async for"
        if leaf.type == "AttributeError" and "aclose" in leaf.text and source in ("iterator", "iterable"):
            return f"not everything that async for can loop over has aclose(): {leaf.text}"
        if leaf.type in ("AttributeError", "TypeError") and "Itera" in leaf.text:
            return f"these pages are an asynchronous {source} and no generator: {leaf.text}"
    return None


def other_pages(trace):
    """Why other pages came."""
    if any(getattr(event.data["page"], "type", None) == "coroutine" for event in trace.happened("page")):
        return "the pages that came were coroutine objects: next_page() was called and not awaited"
    return "read_pages must yield each page that next_page() gives, until that gives None"


def closed_wrongly(trace):
    """Why the connection was not closed, once and at the end."""
    steps = trace.who()
    if trace.leftovers:
        return explain(trace)
    if not_awaited(trace):
        return not_awaited(trace)
    for step in "open", "close":
        if steps.count(step) > 1:
            return f"the connection was {step.removesuffix('e')}ed more than once"
    for before, after in zip(trace.spans, trace.spans[1:], strict=False):
        if before.who == after.who == "next page" and before.ending == "raised":
            return "next_page() had failed and was asked again: its error is to go on"
    if "close" not in steps:
        if trace.call.ending == "cancelled":
            return (
                "cancelled while it read, and the connection was never closed: what stands behind the loop never "
                "runs then, and except Exception does not see a CancelledError"
            )
        if trace.call.ending == "raised":
            return "next_page() failed, and the connection was never closed"
        if trace.inputs.get("stop_after") is not None:
            return (
                "the reader closed the generator early, and the connection was never closed: "
                "aclose() raises GeneratorExit at the yield; what stands behind the loop never runs then, and "
                "except Exception does not see it"
            )
        return "all pages were read, and the connection was never closed"
    if steps[-1] != "close":
        return "the connection was closed, and used after that"
    return "the connection must be opened once, read, and closed at last"


def cut_short(trace):
    """Why close() was not over in time."""
    if not trace.leftovers and trace.span("close").end > trace.call.end:
        return (
            "the generator was over, and close() was not: "
            "to close a generator closes no other one that it reads; asyncio closes that later, in another task"
        )
    if trace.endings()["close"] == "done":
        return "aclose() must be over when close() is, not before and not later"
    return "close() was cut short: it must run to its end"


async def test_all_pages_are_read_and_the_connection_is_closed(run):
    trace = await run("reading", pages=["a", "b", "c"])
    pages = [event.data["page"] for event in trace.happened("page")]
    assert pages == ["a", "b", "c"], other_pages(trace)
    assert trace.who()[:1] == ["open"], (
        not_awaited(trace) or "the connection must be opened before it is read"
    )
    assert trace.who().count("open") == 1, closed_wrongly(trace)
    assert trace.when("page") == [0.6, 0.9, 1.2], "each page must be yielded as soon as it is there"
    assert not trace.leftovers, explain(trace)
    assert trace.who() == ["open", *["next page"] * 4, "close"], closed_wrongly(trace)
    assert trace.endings()["close"] == "done", cut_short(trace)
    assert trace.when("the end") >= [trace.ends()["close"]], (
        "there were no more pages, and the connection was only closed when aclose() was called: "
        "a reader that comes to the end need not call it"
    )
    assert trace.elapsed == seconds(2), "the connection must be closed when async for has come to its end"


async def test_a_reader_that_stops_early_closes_the_connection(run):
    trace = await run("reading", pages=["a", "b", "c"], stop_after=1)
    assert trace.who() == ["open", "next page", "close"], closed_wrongly(trace)
    assert trace.endings()["close"] == "done", cut_short(trace)
    assert trace.elapsed == seconds(1.1), cut_short(trace)


async def test_the_first_page_that_is_wanted_is_found(run):
    trace = await run("matching", pages=["a", "b", "c"], match="b", source="iterator")
    asked = list(dict.fromkeys(event.data["page"] for event in trace.happened("wanted")))
    assert trace.result == "b", "first_match must return the first page that is wanted"
    assert "c" not in asked, "another page was asked for, although the one that is wanted had been found"
    assert asked == ["a", "b"], "first_match must ask wanted(page) for each page in turn, until it says yes"


async def test_the_generator_is_closed_before_first_match_returns(run):
    trace = await run("matching", pages=["a", "b", "c"], match="b", gap=1)
    trace.allow("warnings")
    assert trace.result == "b", "first_match must return the first page that is wanted"
    closed(trace)
    assert len(trace.when("asked")) == 2, (
        "another page was asked for, although the one that is wanted had been found"
    )
    assert trace.elapsed == seconds(2.5), "the page comes at 2 s, and to close takes half a second"


async def test_a_closable_iterator_is_closed_before_first_match_returns(run):
    trace = await run("matching", pages=["a", "b", "c"], match="a", source="closable iterator")
    closed(trace)


def closed(trace):
    """Nothing was open any more at the instant at which first_match was over."""
    states = [event.data["state"] for event in trace.happened("over")]
    assert states == ["closed"], left_open(trace, states)


def left_open(trace, states):
    """Why the pages were still open when first_match was over."""
    if trace.leftovers:
        return explain(trace)
    if not_awaited(trace):
        return not_awaited(trace)
    how = {"raised": "raised", "cancelled": "was cancelled"}.get(trace.call.ending, "returned")
    if states == ["closing"]:
        return f"first_match {how} before the closing had come to its end: what is cut short is not closed"
    if trace.inputs.get("source", "generator") != "generator":
        return f"first_match {how} and did not close the pages: only a generator that has come to its end closes itself"
    return (
        f"first_match {how}, and the generator is still open: to leave an async for leaves the generator where it is, "
        "suspended at its yield; it would be closed later, by another task"
    )
