"""merge_streams with other sources and other readers, with errors, and broken off."""

import asyncio

from test_merge_streams import (
    FLOOD,
    IN_TURN,
    UNEVEN,
    check_ahead,
    check_arrivals,
    check_error,
    check_items,
    check_over,
    explain,
    got,
)

from kata.judge import seconds

__all__ = ["explain"]


async def test_any_number_of_sources(run, rng):
    async def one(count):
        sources = {
            name: [
                [round(rng.uniform(0.3, 1.5), 2), f"{name}{number}"] for number in range(rng.randint(0, 4))
            ]
            for name in "abcde"[:count]
        }
        check_arrivals(await run("reading", sources=sources))

    await asyncio.gather(*map(one, (1, 2, 3, 4, 5)))


async def test_many_sources_and_a_slow_one(run):
    sources = {f"s{number}": [[0.4, f"{number} first"], [0.4, f"{number} second"]] for number in range(20)}
    trace = await run("reading", sources={**sources, "slow": [[13, "slow"]]})
    check_arrivals(trace)


async def test_any_value_may_be_an_item(run):
    for values in ([None, 0, "", False, None], [[], "a pair", None, "end", "an exception", {}]):
        trace = await run("reading", sources={"a": [[0.4, value] for value in values]})
        assert got(trace) == values, "None, and every other value, is an item like any other, and not the end"


async def test_items_that_come_at_the_same_moment(run):
    sources = {name: [[0.5, f"{name}{number}"] for number in range(1, 4)] for name in "abc"}
    for _ in range(3):
        check_arrivals(await run.shuffled("reading", sources=sources))


async def test_items_that_are_there_at_once(run):
    sources = {"a": [[0, "a1"], [0, "a2"]], "b": [], "c": [[0, "c1"]], "d": [[0.5, "d1"]]}
    trace = await run("reading", sources=sources)
    check_arrivals(trace)


async def test_sources_that_cannot_be_closed(run):
    done, enough, failed = await asyncio.gather(
        run("reading", sources=UNEVEN, plain=["a", "b"]),
        run("reading", sources=UNEVEN, plain=["a"], enough=2),
        run.play("reading", sources={"a": [[1, "a1"]], "b": [[4, "b1"]]}, failing=["a"], plain=["b"]),
    )
    check_items(done)
    check_over(enough)
    check_error(failed, "a", 1)


async def test_sources_that_are_no_generators_and_can_be_closed(run):
    enough, failed = await asyncio.gather(
        run("reading", sources=UNEVEN, closable=["a", "b"], enough=2),
        run.play("reading", sources={"a": [[1, "a1"]], "b": [[4, "b1"]]}, failing=["a"], closable=["a", "b"]),
    )
    check_over(enough)
    check_error(failed, "a", 1)


async def test_no_source_is_read_too_far(run):
    sources = {name: [[0, f"{name}{number}"] for number in range(1, 7)] for name in "abc"}
    trace = await run("reading", sources=sources, work=0.4)
    check_items(trace)
    check_ahead(trace)


async def test_a_reader_who_takes_his_time_gets_everything(run):
    trace = await run("reading", sources=IN_TURN, work=1.3)
    check_items(trace)
    check_ahead(trace)
    check_over(trace)


async def test_enough_while_everything_waits(run):
    trace = await run("reading", sources=FLOOD, work=0.5, enough=3)
    assert len(got(trace)) == 3, "after aclose() nothing more may come"
    check_over(trace)
    assert trace.elapsed == seconds(1.5), (
        "the reader has enough at 1.5, and nothing there takes time to close"
    )


async def test_enough_when_one_source_is_over(run):
    trace = await run(
        "reading", sources={"a": [[0.5, "a1"]], "b": [[0.9, "b1"], [1, "b2"]], "c": []}, enough=2
    )
    assert got(trace) == ["a1", "b1"], "the others go on when a source has ended"
    check_over(trace)


async def test_closing_takes_time(run):
    closing = {"a": 0.3, "b": 0.7, "c": 0.5}
    sources = {"a": [[0.4, "a1"], [0, "a2"]], "b": [[0, "b1"], [0, "b2"], [0, "b3"]], "c": [[3, "c1"]]}
    enough, slow, failed, cancelled = await asyncio.gather(
        run("reading", sources=sources, closing=closing, enough=3),
        run("reading", sources=sources, closing=closing, enough=2, work=0.5),
        run.play("reading", sources={**sources, "d": [[0.8, "d1"]]}, closing=closing, failing=["d"]),
        run.play("reading", sources=sources, closing=closing, cancel_at=[1.5]),
    )
    for trace in (enough, slow, failed, cancelled):
        check_over(trace)
    assert failed.error is not None, "d raised an error, and it did not come out of merge"
    assert cancelled.cancelled, "the reader was cancelled, but the cancellation did not come out of merge"


async def test_two_sources_that_fail_in_the_same_instant(run):
    sources = {"a": [], "b": [], "c": [[4, "c1"]]}
    how = {"failing": ["a", "b"], "lasting": {"a": 1, "b": 1}, "closing": {"c": 0.5}}
    trace = await run.play("reading", sources=sources, **how)
    assert trace.error is not None, "a and b raised an error, and none came out of merge"
    known = [leaf.known for leaf in trace.error.leaves()]
    assert set(known) <= {"the error of a", "the error of b"}, (
        "the errors of a and b may come out, and no other"
    )
    assert trace.happened("afterwards")[0].data["open"] == [], (
        "a and b failed in the same instant, and c was not closed yet when merge was over: "
        "after the second error nobody waited for it"
    )
    check_over(trace)


async def test_errors_come_out_whoever_raises_them(run):
    for name, at, error in (("a", 2.5, "TimeoutError"), ("b", 4, "KeyError")):
        trace = await run.play("reading", sources=UNEVEN, failing=[name], error=error)
        check_error(trace, name, at)
    trace = await run.play("reading", sources={"a": [], "b": [[1, "b1"]]}, failing=["a"], error="Broken")
    check_error(trace, "a", 0)


async def test_an_error_when_the_others_have_ended(run):
    sources = {"a": [[0.5, "a1"]], "b": [], "c": [[1.2, "c1"]]}
    trace = await run.play("reading", sources=sources, failing=["c"])
    check_error(trace, "c", 1.2)
    assert "a1" in got(trace), "a1 came long before the error, and must not be lost"


async def test_a_source_that_ends_long_after_its_last_item(run):
    sources = {"a": [[0.5, "a1"]], "b": [], "c": [[0.9, "c1"]]}
    trace = await run("reading", sources=sources, lasting={"a": 1.5, "b": 1.4, "c": 0.4})
    check_items(trace)
    check_over(trace)
    assert trace.elapsed == seconds(2), "merge must end when the last of its sources has ended"


async def test_nothing_disturbs_a_reader_at_work(run):
    sources = {"a": [[0.4, "a1"], [5, "a2"]], "b": [[0.8, "b1"]]}
    trace = await run.play("reading", sources=sources, failing=["b"], work=1)
    works = [span for span in trace.spans if span.who == "reader"]
    assert [span.ending for span in works if span.ending != "done"] == [], (
        f"b failed, and the reader was cancelled at {works[0].end}, in the middle of his own work: a TaskGroup cancels "
        "the task that has entered it, and at a yield that task is somewhere else"
    )
    assert trace.error is not None, "b raised an error, and it did not come out of merge"
    known = [leaf.known for leaf in trace.error.leaves()]
    assert known == ["the error of b"], "the error of b must come out, and no other"
    assert trace.elapsed <= 2.4, (
        "the reader asks again at 1.4, or at 2.4 if he has got b1: then the error comes out"
    )
    check_over(trace)


async def test_enough_before_an_error_is_heard_of(run):
    sources = {"a": [[0.4, "a1"], [5, "a2"]], "b": [[0.8, "b1"]]}
    trace = await run.play("reading", sources=sources, failing=["b"], work=1, enough=1)
    assert trace.error is None, "the reader had enough before he asked for more: nobody waits for the error"
    check_over(trace)


async def test_an_error_is_the_end_even_if_nobody_closes_it(run):
    sources = {"a": [[1, "a1"]], "b": [[0.4, "b1"], [2, "b2"]], "c": [[0.5, "c1"], [0.5, "c2"], [3, "c3"]]}
    at_once, later = await asyncio.gather(
        run.play("not_closed", sources=sources, failing=["a"]),
        run.play("not_closed", sources=sources, failing=["a"], work=0.7),
    )
    check_error(at_once, "a", 1)
    later.allow("leftovers", "warnings")
    assert later.error is not None and not later.cancelled, (
        "a raised an error, and it did not come out of merge"
    )
    for trace in (at_once, later):
        check_over(trace)
        more = [event.data["item"] for event in trace.happened("more")]
        assert more == [], f"after the error nothing more may come, and {more[0]} came"


async def test_cancelled_while_the_reader_waits(run):
    for at in (0.4, 1.2, 3.2):
        trace = await run.play("reading", sources=UNEVEN, cancel_at=[at])
        assert trace.cancelled, "the reader was cancelled, but the cancellation did not come out of merge"
        assert trace.elapsed == seconds(at), f"the reader was cancelled at {at}, and must hear of it then"
        check_over(trace)


async def test_cancelled_while_the_reader_is_at_work(run):
    trace = await run.play("reading", sources=FLOOD, work=0.5, cancel_at=[1.2])
    assert trace.cancelled, "the reader was cancelled, but the cancellation did not come out of merge"
    check_over(trace)


async def test_two_merges_at_the_same_time(run):
    first = {"a": [[0.5, "a1"], [0.5, "a2"]], "b": [[1.6, "b1"]]}
    second = {"c": [[0.4, "c1"], [0.4, "c2"]], "d": [[1.2, "d1"]]}
    trace = await run("two_at_a_time", first=first, second=second)
    for reader, items in (("reader 1", ["a1", "a2", "b1"]), ("reader 2", ["c1", "c2", "d1"])):
        mine = [event.data["item"] for event in trace.happened("got", reader)]
        assert mine == items, "two merges know nothing of each other"
