"""subprocess_run with other programs: they write first, or do not read, or do not listen, or are not there."""

import asyncio

from test_subprocess_run import (
    BLOCK,
    check,
    check_broken_off,
    check_calls,
    check_limited,
    play,
    remains,
    well,
)


async def test_one_output_after_the_other(run):
    trace = await well(run, "plain", name="flood", floods=["out", "err"], blocks=40)
    check(trace, "flood", 0, BLOCK * 40, BLOCK[::-1] * 40)


async def test_the_other_way_round(run):
    trace = await well(run, "plain", name="flood", floods=["err", "out"], blocks=40)
    check(trace, "flood", 0, BLOCK * 40, BLOCK[::-1] * 40)


async def test_a_tuple_of_arguments(run):
    trace = await play(run, "arguments", words=["one", ""], as_tuple=True)
    assert trace.error is None, (
        f"argv was a tuple, and run raised {trace.error}: what is read only may be any sequence"
    )
    check(trace, "arguments", 0, repr(["one", ""]).encode(), b"")


async def test_random_amounts(run, rng):
    blocks = rng.randint(1, 40)
    floods = [rng.choice(["out", "err", "both"]) for _ in range(3)]
    trace = await well(run, "plain", name="flood", floods=floods, blocks=blocks)
    out = BLOCK * (blocks * sum(to in ("out", "both") for to in floods))
    err = BLOCK[::-1] * (blocks * sum(to in ("err", "both") for to in floods))
    check(trace, "flood", 0, out, err)


async def test_much_input_comes_back_while_it_goes_in(run):
    trace = await well(run, "plain", name="copy", stdin="all the bytes \x00\xff ", repeat=40_000)
    check(trace, "copy", 0, b"all the bytes \x00\xff " * 40_000, b"")


async def test_no_input(run):
    trace = await well(run, "plain", name="shout", code=127)
    check(trace, "shout", 127, b"", b"0 bytes")


async def test_a_program_that_does_not_read(run):
    trace = await well(run, "plain", name="deaf", stdin="anybody there?", repeat=40_000)
    check(trace, "deaf", 0, b"not interested", b"")


async def test_a_program_that_has_said_everything_and_still_works(run):
    trace = await well(run, "plain", name="lingers", seconds=1, code=3)
    check(trace, "lingers", 3, b"that is all", b"")


async def test_a_program_that_is_ended_by_a_signal(run):
    traces = await asyncio.gather(
        *(well(run, "plain", name="signalled", signal=name) for name in ("SIGTERM", "SIGKILL"))
    )
    for trace, code in zip(traces, (-15, -9), strict=True):
        check(trace, "signalled", code, b"goodbye", b"")


async def test_no_such_program(run):
    trace = await play(run, "missing", name="there-is-no-such-program")
    ended = trace.happened("ended")
    assert not ended, (
        "there is no such program, but run returned a result: a shell was asked, and the shell is a program that is "
        f"always there (its exit code is {ended[0].data['code']})"
    )
    assert trace.error is not None and trace.error.is_a("FileNotFoundError"), (
        "there is no such program: the FileNotFoundError must come out"
    )


async def test_a_few_programs_at_the_same_time(run):
    trace = await well(run, "together", count=6)
    check_calls(trace, [f"program {number}" for number in range(1, 7)])


async def test_a_program_that_does_not_listen(run):
    trace = await play(run, "limited", seconds=1.5, stubborn=True)
    check_limited(trace, 1.5)


async def test_no_time_at_all(run):
    trace = await play(run, "limited", seconds=0)
    check_limited(trace, 0)


async def test_too_long_with_input_that_nobody_reads(run):
    trace = await play(run, "limited", seconds=1, unread=1_000_000)
    check_limited(trace, 1)


async def test_cancelled_with_input_that_nobody_reads(run):
    trace = await play(run, "broken_off", unread=1_000_000)
    check_broken_off(trace)


async def test_cancelled_with_a_program_that_does_not_listen(run):
    trace = await play(run, "broken_off", stubborn=True)
    check_broken_off(trace)


async def test_cancelled_at_every_step(run):
    for trace in await run.allow("blocked").sweep("arguments", words=["one"]):
        trace.allow("warnings", "leftovers")  # the cancellation may hit the tidying up
        assert trace.call.ending != "raised", (
            f"the caller was cancelled, and {trace.error} came out instead of CancelledError"
        )
        left = trace.happened("left")[0].data["children"]
        assert left == "none", remains(trace)
