"""generator_cleanup with other pages, with errors, interrupted, and with both functions together."""

import asyncio

from test_generator_cleanup import closed, closed_wrongly, cut_short, explain

from kata.judge import seconds

__all__ = ["explain"]


def goes_on(trace, sentence):
    """Why an error is not the one that came out."""
    if trace.error is not None and any(leaf.known for leaf in trace.error.leaves()):
        return f"{sentence} as it is, and it came out in a group"
    return sentence


async def test_nobody_asks_for_a_page(run):
    trace = await run("reading", pages=["a"], stop_after=0)
    assert trace.who() == [], "nobody asked for a page, so there is nothing to open, and nothing to close"


async def test_no_pages(run):
    trace = await run("reading", pages=[])
    assert trace.who() == ["open", "next page", "close"], closed_wrongly(trace)


async def test_an_empty_page_is_a_page(run):
    trace = await run("reading", pages=["", "b", ""])
    pages = [event.data["page"] for event in trace.happened("page")]
    assert pages == ["", "b", ""], "an empty page was taken for the end: it is false, but it is not None"


async def test_any_number_of_pages(run, rng):
    pages = [f"page {number}" for number in rng.sample(range(100), 14)]
    pages.insert(5, pages[5])
    stop_after = rng.randint(12, 14)
    trace = await run("reading", pages=pages, stop_after=stop_after, gap=0.1)
    read = [event.data["page"] for event in trace.happened("page")]
    assert read == pages[:stop_after], "read_pages must yield the pages that next_page() gives, in that order"
    assert trace.who() == ["open", *["next page"] * stop_after, "close"], closed_wrongly(trace)


async def test_closing_takes_as_long_as_it_takes(run):
    read, match = await asyncio.gather(
        run.play("reading", pages=["a", "b"], stop_after=1, closing=13),
        run.play("matching", pages=["a", "b"], match="a", closing=13),
    )
    assert read.endings()["close"] == "done", cut_short(read)
    assert read.elapsed == seconds(13.6), cut_short(read)
    closed(match)


async def test_pages_take_as_long_as_they_take(run):
    read, match = await asyncio.gather(
        run.play("reading", pages=["a"], gap=6),
        run("matching", pages=["a", "b"], match="b", gap=7),
    )
    assert read.who() == ["open", "next page", "next page", "close"], too_long(read)
    assert read.call.ending == "returned", too_long(read)
    assert match.result == "b", "a page that is slow to come must be waited for"


def too_long(trace):
    """Why the connection with slow pages was not read and closed."""
    if "cancelled" in [span.ending for span in trace.spans]:
        return "next_page() was cut short: a page that is slow to come must be waited for"
    return closed_wrongly(trace)


async def test_after_aclose_it_has_ended(run):
    trace = await run.play("reading", pages=["a", "b"], stop_after=1, again=True)
    after = [event.data["page"] for event in trace.happened("after aclose")]
    assert after == ["the end"], "a generator that was closed has ended, and gives no more pages"
    assert trace.who() == ["open", "next page", "close"], closed_wrongly(trace)


async def test_after_its_end_it_has_ended(run):
    trace = await run.play("reading", pages=["a"], again=True)
    after = [event.data["page"] for event in trace.events if event.what.startswith("after")]
    assert trace.who() == ["open", "next page", "next page", "close"], (
        "asked again after its end, the generator went on to use the connection"
        if trace.who()[:4] == ["open", "next page", "next page", "close"]
        else closed_wrongly(trace)
    )
    assert after == ["the end", "the end"], "a generator that has ended gives no more pages"


async def test_closed_before_it_began_it_has_ended(run):
    trace = await run.play("reading", pages=["a"], stop_after=0, again=True)
    after = [event.data["page"] for event in trace.happened("after aclose")]
    assert after == ["the end"], "a generator that was closed before it began has ended, and gives no pages"
    assert trace.who() == [], (
        "the generator was closed before it began, and opened the connection all the same"
    )


async def test_closing_fails(run):
    read, match = await asyncio.gather(
        run.play("reading", pages=["a", "b"], stop_after=1, close_fails=True),
        run.play("matching", pages=["a", "b"], match="a", close_fails=True, source="closable iterator"),
    )
    read.allow("warnings")
    assert read.who() == ["open", "next page", "close"], closed_wrongly(read)
    assert read.ends()["close"] <= read.call.end, cut_short(read)
    for trace, whose in (read, "close"), (match, "aclose"):
        assert trace.call.ending == "raised", (
            f"{whose}() failed, and nobody was told: its error must come out"
        )
        assert trace.error.known == f"the error of {whose}", goes_on(
            trace, f"when {whose}() fails, its error must come out"
        )


async def test_next_page_fails(run):
    trace = await run.play("reading", pages=["a"], fails=True)
    assert trace.who() == ["open", "next page", "next page", "close"], closed_wrongly(trace)
    assert trace.error is not None and trace.error.known == "the error of next_page", goes_on(
        trace, "when next_page() fails, its error must go on"
    )


async def test_open_fails(run):
    once, again = await asyncio.gather(
        run.play("reading", pages=["a"], open_fails=True),
        run.play("reading", pages=["a"], open_fails=True, again=True),
    )
    for trace in once, again:
        assert "next page" not in trace.who(), "open() failed, and a page was asked for all the same"
        assert trace.call.ending == "raised", "open() failed, and nobody was told: its error must come out"
        assert trace.error.known == "the error of open", goes_on(
            trace, "when open() fails, its error must come out"
        )
    assert once.who().count("open") == 1, "open() failed and was tried again: its error must come out"
    assert again.who().count("open") == 1, (
        "open() failed, and when the next page was asked for, it was tried again: after an error there is nothing more"
    )
    after = [event.data["page"] for event in again.happened("after the error")]
    assert after == ["the end"], "a generator that has failed has ended, and gives no more pages"
    assert again.who().count("close") <= 1, "open() failed, and the connection was closed more than once"


async def test_cancelled_while_it_reads(run):
    trace = await run.play("reading", pages=["a", "b"], gap=0.8, cancel_at=[1.5])
    assert trace.who() == ["open", "next page", "next page", "close"], closed_wrongly(trace)
    assert trace.endings()["close"] == "done", (
        "close() must run to its end, also when the reader was cancelled"
    )
    assert trace.cancelled, "the reader was cancelled, but the cancellation did not come out of the generator"


async def test_without_a_match_there_is_none(run):
    for source in "generator", "closable iterator":
        trace = await run("matching", pages=["a", "b"], match="z", source=source)
        assert trace.result is None, "no page was wanted, so the answer is None"
        assert {event.data["page"] for event in trace.happened("wanted")} == {"a", "b"}, (
            "first_match must ask wanted(page) for every page that comes"
        )
        closed(trace)


async def test_no_pages_at_all(run):
    trace = await run("matching", pages=[], match="z")
    assert trace.result is None, "without pages the answer is None"
    closed(trace)


async def test_no_page_is_asked_for_after_the_match(run):
    trace = await run("matching", pages=["a", "b", "c"], match="a", source="iterator")
    assert len(trace.when("asked")) == 1, (
        "another page was asked for, although the one that is wanted had been found"
    )
    assert trace.elapsed == seconds(0.5), (
        "first_match must return as soon as a page is wanted and the pages are closed"
    )


async def test_a_plain_iterable_will_do(run):
    trace = await run("matching", pages=["a", "b"], match="b", source="iterable")
    assert trace.result == "b", "first_match must find the page, whatever kind of object the pages come from"


async def test_an_empty_page_may_be_wanted(run):
    trace = await run("matching", pages=["a", "", "c"], match="")
    trace.allow("warnings")
    assert trace.result == "", "the empty page was wanted: it is false, but it is not None"
    closed(trace)


async def test_wanted_fails(run):
    for source in "generator", "closable iterator":
        trace = await run.play("matching", pages=["a", "b"], match="b", source=source, wanted_fails=True)
        if source == "generator":
            trace.allow("warnings")
        assert trace.error is not None and trace.error.known == "the error of wanted", goes_on(
            trace, "the error of wanted must go on"
        )
        closed(trace)


async def test_the_pages_fail(run):
    for source in "generator", "closable iterator":
        trace = await run.play("matching", pages=["a"], match="z", source=source, pages_fail=True)
        if source == "generator":
            trace.allow("warnings")
        assert trace.error is not None and trace.error.known == "the error of the pages", goes_on(
            trace, "the error of the pages must go on"
        )
        closed(trace)


async def test_cancelled_while_it_waits_for_a_page(run):
    for source in "generator", "closable iterator":
        trace = await run.play("interrupted", pages=["a", "b"], source=source, cancel_at=1.2)
        if source == "generator":
            trace.allow("warnings")
        assert trace.cancelled, "first_match was cancelled, but the cancellation did not come out of it"
        closed(trace)


async def test_any_pages(run, rng):
    pages = [f"page {number}" for number in rng.sample(range(100), 4)]
    match = rng.choice(pages)
    gap = rng.uniform(0.35, 0.6)
    trace = await run("matching", pages=pages, match=match, gap=gap)
    trace.allow("warnings")
    assert trace.result == match, "first_match must return the page that is wanted"
    closed(trace)
    assert trace.elapsed == seconds(gap * (pages.index(match) + 1) + 0.5), (
        "aclose() must be awaited, and nothing else"
    )


async def test_two_connections_at_the_same_time(run):
    trace = await run.play("both", pages=["a", "b"], match="z", connections=["first", "second"])
    for name in "first", "second":
        steps = [span.who.removeprefix(f"{name} ") for span in trace.spans if span.who.startswith(name)]
        assert steps == ["open", *["next page"] * 3, "close"], (
            "two generators at the same time got into one another: each has a connection of its own"
        )


async def test_both_functions_together(run):
    for trace in await asyncio.gather(
        run("both", pages=["a", "b", "c"], match="b"), run("both", pages=["a", ""], match="z")
    ):
        found = trace.inputs["match"] == "b"
        assert trace.result == ("b" if found else None), (
            "first_match must find the page among those of read_pages"
        )
        assert trace.who() == ["open", *["next page"] * (2 if found else 3), "close"], (
            "both together must open the connection, read, and close it before first_match returns"
        )
        assert trace.ends()["close"] == trace.call.end, (
            "the connection must be closed before first_match returns"
        )


async def test_next_page_fails_while_both_work_together(run):
    trace = await run.play("both", pages=["a"], match="z", fails=True)
    assert trace.who() == ["open", "next page", "next page", "close"], closed_wrongly(trace)
    assert trace.error is not None and trace.error.known == "the error of next_page", goes_on(
        trace, "when next_page() fails, its error must go on"
    )
