"""callback_to_future with other answers, with callbacks at every wrong moment, and with a crowd of calls."""

import asyncio

from test_callback_to_future import A_FUTURE, FEW, aborted, answers, explain, how_often, polls, raised

from kata.judge import seconds

__all__ = ["explain"]


async def test_any_text_may_be_the_answer(run):
    texts = ["", "None", "error"]
    traces = await asyncio.gather(
        *(run("one", replies=[[when, "ok", text]]) for text in texts for when in ("send", 0.3))
    )
    found = [trace.result for trace in traces]
    assert found == [text for text in texts for _ in range(2)], (
        "any text may be an answer, the empty one as well"
    )


async def test_an_error_before_send_returns(run):
    trace = await run.play("one", replies=[["send", "group", "no tea"]])
    assert not trace.happened("returned a future"), A_FUTURE
    assert trace.error is not None, "on_err was called before send returned, but call did not raise"
    assert trace.error.known == "no tea", (
        "call must raise the very exception that on_err was called with, an ExceptionGroup, too"
    )
    assert not trace.happened("abort"), (
        "the library reported an error: that request is over, and nothing is to be aborted"
    )


async def test_the_library_may_report_a_timeout(run):
    trace = await run.play("one", replies=[[0.7, "timeout", "no tea"]])
    assert trace.error is not None and trace.error.known == "no tea", (
        "call must raise the very exception that on_err was called with, a TimeoutError, too"
    )
    assert not trace.happened("abort"), (
        "the library reported a TimeoutError: that request is over, and nothing is to be aborted"
    )


async def test_a_handle_may_be_any_value(run):
    for handle, name in {"none": "None", "list": "a list"}.items():
        trace = await run.play("one", replies=[[1, "ok", "late"]], handle=handle, cancel_at=[0.5])
        assert trace.error is None or trace.cancelled, (
            f"a handle may be any value, but call raised {trace.error}"
        )
        assert trace.cancelled, "call was cancelled, but did not end cancelled"
        assert aborted(trace) == ["tea"], f"{how_often(trace)}; a handle may be any value, {name} as well"


async def test_the_same_text_twice_is_two_requests(run):
    trace = await run(
        "several", requests=[[0, "tea", [[1.5, "ok", "first"]]], [0.4, "tea", [[0.6, "ok", "second"]]]]
    )
    assert len(trace.when("send")) == 2, (
        "two calls with the same text were under way, and only one request was sent: each call sends its own"
    )
    came_out = {event.data["begin"]: event.data["answer"] for event in trace.happened("came out")}
    assert came_out == {0: "first", 0.4: "second"}, (
        "two calls with the same text were under way, and each must get the answer to its own request"
    )


async def test_several_callbacks_before_send_returns(run):
    trace = await run.play(
        "one", replies=[["send", "ok", "first"], ["send", "err", "second"], ["send", "ok", "third"]]
    )
    assert not raised(trace), raised(trace)
    assert trace.result == "first", "the library called back several times; only the first time counts"


async def test_an_error_first_and_an_answer_later(run):
    trace = await run.play(
        "one", replies=[[0.3, "connection", "first"], [0.3, "ok", "second"], [0.7, "err", "third"]], after=1
    )
    sent = len(trace.happened("send"))
    assert sent == 1, f"the library reported a ConnectionError, and the request was sent {sent} times"
    assert not raised(trace), raised(trace)
    assert trace.error is not None and trace.error.known == "first", (
        "the library called back several times; only the first time counts"
    )
    assert trace.elapsed == seconds(0.3), "call must end at the moment at which the library calls back first"


async def test_send_raises(run):
    trace = await run.play("one", replies=[], send_fails=True)
    assert trace.error is not None and trace.error.known == "the error of send", (
        "send raised, and its error must come out of call"
    )
    assert not trace.happened("abort"), "send raised: there is no handle, and nothing to abort"


async def test_the_library_calls_back_from_within_abort(run):
    for kind in ("err", "ok"):
        trace = await run.play(
            "one", replies=[["abort", kind, "aborted"], [1, kind, "late"]], cancel_at=[0.4], after=1
        )
        assert not raised(trace), raised(trace)
        assert trace.cancelled, (
            "the library called back from within abort; call must end cancelled all the same"
        )
        assert aborted(trace) == ["tea"], how_often(trace)


async def test_cancelled_before_the_first_step(run):
    trace = await run.play("one", replies=[[1, "ok", "late"]], cancel_at=[None], after=1)
    assert trace.cancelled, "call was cancelled, but did not end cancelled"
    assert len(aborted(trace)) == len(trace.when("send")), "nothing was sent that would have to be aborted"


async def test_cancelled_at_each_await(run):
    for trace in await run.sweep("one", replies=[[1, "err", "late"]], after=1.2):
        assert trace.cancelled or trace.elapsed == seconds(1), "call was cancelled, but did not end cancelled"
        if trace.cancelled and trace.elapsed < 1:
            assert len(aborted(trace)) == len(trace.when("send")), how_often(trace)
        assert not raised(trace), raised(trace)


async def test_a_crowd_of_calls(run, rng):
    requests, expected, ends = [], {}, {}
    for number in range(100):
        request, begin, seconds_to_wait = f"request {number}", rng.uniform(0, 0.4), rng.uniform(0.1, 0.5)
        kind = rng.choice(["ok", "err"])
        requests.append([begin, request, [[seconds_to_wait, kind, f"reply {number}"]]])
        expected[request] = f"reply {number}"
        ends[request] = begin + seconds_to_wait
    trace = await run("several", requests=requests)
    found = {who: getattr(answer, "known", answer) for who, answer in answers(trace).items()}
    assert found == expected, "each call must get the answer to its own request, or its error"
    assert trace.ends() == ends, "each call ends at the moment of its own callback"


async def test_a_long_wait_keeps_nobody_busy(run):
    trace = await run("one", replies=[[2.31, "ok", "at last"]])
    assert trace.turns < FEW, polls(trace)
    assert trace.elapsed == seconds(2.31), "call must end at the moment at which on_ok is called"
