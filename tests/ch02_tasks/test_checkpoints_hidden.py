"""checkpoints among other tasks, with other numbers, and interrupted."""

from itertools import pairwise

from test_checkpoints import (
    NOT_YIELDED,
    TOOK_TIME,
    check_stretches,
    explain,
    lines_of,
    log,
)

from kata.judge import seconds

__all__ = ["explain"]


async def test_everybody_gets_a_turn_between_two_lines(run, rng):
    n, others = 130, ["x", "y", "z"][: rng.randint(2, 3)]
    trace = await run("countdown_among_others", n=n, others=others)
    lines = log(trace)
    mine = [at for at, line in enumerate(lines) if line.startswith("A")]
    assert [lines[at] for at in mine] == lines_of("A", n), (
        "countdown must write a line for each k, from n down to 1"
    )
    missed = [
        f"{other} between {lines[first]} and {lines[second]}"
        for first, second in pairwise(mine)
        for other in others
        if other not in lines[first:second]
    ]
    sentence = NOT_YIELDED
    if 0 < len(missed) < len(others) * (n - 1):
        sentence = f"{missed[0]} got no turn: every line needs its own checkpoint"
    assert missed == [], explain(trace) or sentence


async def test_countdowns_of_different_lengths(run, rng):
    for counts in ({"A": 1, "B": 0, "C": 4}, {"A": rng.randint(4, 6), "B": 2, "C": 3}):
        trace = await run("countdowns", counts=counts)
        lines = log(trace)
        observed = {name: [line for line in lines if line.startswith(name)] for name in counts}
        assert observed == {name: lines_of(name, n) for name, n in counts.items()}, (
            explain(trace) or "each countdown must write a line for each k, from n down to 1"
        )
        assert trace.elapsed == seconds(0), f"countdown {TOOK_TIME}"


async def test_a_countdown_adds_its_lines_to_the_log(run):
    trace = await run("countdowns", counts={"A": 2}, log=["A2", "x"])
    assert log(trace) == ["A2", "x", "A2", "A1"], (
        "countdown must append all its lines, whatever stands in the log already"
    )


async def test_total_takes_any_iterable_and_any_stretch(run, rng):
    for every in (1, rng.randint(2, 6), 100):
        numbers = [rng.randint(1, 99) for _ in range(rng.randint(20, 40))]
        trace = await run("adding", numbers=numbers, every=every, once=True)
        check_stretches(trace, every)
        assert trace.result == sum(numbers), "total must return the sum of all the numbers"


async def test_total_goes_on_when_a_stretch_adds_up_to_nothing(run):
    for numbers, every in [([0, 0, 3, -3, 0, 0, 7], 2), ([], 3)]:
        trace = await run("adding", numbers=numbers, every=every)
        assert trace.result == sum(numbers), (
            "total must go on to the last number, whatever the numbers before it add up to"
        )


async def test_several_totals_do_not_meet(run, rng):
    several = [[rng.randint(1, 99) for _ in range(number)] for number in (7, 0, 12)]
    trace = await run("adding_together", several=several, every=3)
    assert [call.result for call in trace.calls] == [sum(numbers) for numbers in several], (
        "each total must be the sum of its own numbers: nothing may be shared by two calls"
    )


async def test_total_takes_no_time(run):
    trace = await run("adding_alone", numbers=[1] * 400, every=1)
    assert trace.result == 400, "total must return the sum of all the numbers"
    assert trace.elapsed == seconds(0), f"total {TOOK_TIME}"


async def test_a_cancelled_countdown_ends_cancelled(run):
    for n, turns in [(50, 4), (2, 1)]:  # in the middle, and on its last but one line
        trace = await run.play("countdown_among_others", n=n, others=["x"], cancel_after=turns)
        trace.allow("leftovers", "warnings")
        assert trace.happened("cancelled"), explain(trace) or NOT_YIELDED
        assert trace.cancelled, "countdown was cancelled, but the cancellation did not come out of it"
        assert trace.elapsed == seconds(0), "countdown was cancelled but waited for something before it ended"
        written = trace.happened("at last")[0].data
        more = written["after"] - written["before"]  # the next line may be a task's that is due already
        assert more <= 1, (
            f"countdown was cancelled when it had written {written['before']} lines, and still wrote {more} more"
        )


async def test_a_cancelled_total_ends_cancelled(run):
    for amount, every, turns in [(50, 2, 4), (2, 1, 1)]:
        trace = await run.play("adding", numbers=[1] * amount, every=every, cancel_after=turns)
        trace.allow("leftovers", "warnings")
        assert trace.happened("cancelled"), (
            explain(trace) or f"total took all numbers at a stretch: {NOT_YIELDED}"
        )
        assert trace.cancelled, "total was cancelled, but the cancellation did not come out of it"
        assert trace.elapsed == seconds(0), "total was cancelled but waited for something before it ended"
        numbers = trace.happened("at last")[0].data
        more = numbers["after"] - numbers["before"]
        assert more <= every, (
            f"total was cancelled when it had taken {numbers['before']} numbers, and still took {more} more"
        )
