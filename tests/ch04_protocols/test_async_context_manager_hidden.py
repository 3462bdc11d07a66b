"""async_context_manager with steps that fail, errors of all kinds, interrupted, and used twice at a time."""

import asyncio

from test_async_context_manager import explain, goes_on, not_in_reverse, overlapping, wrong_steps

from kata.judge import seconds

__all__ = ["explain"]


async def test_an_error_of_any_kind_is_rolled_back_and_goes_on(run):
    kinds = "KeyError", "TimeoutError", "StopAsyncIteration", "Quit"
    for trace in await asyncio.gather(*[run.play("one_transaction", raises=kind) for kind in kinds]):
        assert trace.who() == ["acquire", "begin", "body", "rollback", "release"], wrong_steps(trace)
        goes_on(trace)


async def test_the_tx_is_the_one_that_was_acquired(run):
    trace = await run("one_transaction")
    assert trace.span("body").data["tx"].known == "the Tx", "the body must get the Tx that acquire() gave"
    released = trace.span("release").data["tx"]
    assert getattr(released, "known", None) == "the Tx", "release must get the Tx that acquire() gave"


async def test_nothing_happens_before_it_is_entered(run):
    one, many = await asyncio.gather(
        run("one_transaction", early=0.4), run("many", names=["a", "b"], early=0.4)
    )
    assert one.starts()["acquire"] == seconds(0.4), (
        "to make a transaction is not to enter it: acquire came too early"
    )
    assert many.starts()["a opens"] == seconds(0.4), "to call open_all is not to enter the managers"


async def test_release_also_when_acquire_worked_and_begin_fails(run):
    trace = await run.play("one_transaction", fails=["begin"])
    assert trace.who().count("release") == 1, (
        "begin failed, and what acquire() had given was not released, once"
    )
    assert "body" not in trace.who(), "the body ran, although begin had failed"
    assert "commit" not in trace.who(), "the transaction was committed, although begin had failed"
    assert trace.who().count("begin") == 1, "begin failed and was tried again: its error must come out"
    assert trace.error is not None and trace.error.known == "the error of begin", (
        "the error of begin must come out"
    )


async def test_release_also_when_commit_fails(run):
    trace = await run.play("one_transaction", fails=["commit"])
    assert trace.who().count("release") == 1, "commit failed, and the Tx was not released, once"
    assert trace.who()[-1] == "release", "release comes last, after the commit that failed"
    assert trace.who().count("commit") == 1, "commit failed and was tried again: its error must come out"
    assert trace.error is not None and trace.error.known == "the error of commit", (
        "the error of commit must come out"
    )


async def test_release_also_when_rollback_fails(run):
    trace = await run.play("one_transaction", raises="ValueError", fails=["rollback"])
    assert trace.who() == ["acquire", "begin", "body", "rollback", "release"], (
        "rollback failed, and the Tx was not released, once"
    )
    assert trace.call.ending == "raised", "the body and the rollback failed, and nobody was told"
    known = {leaf.known for leaf in trace.error.leaves()}
    assert known <= {"the error of the body", "the error of rollback"}, (
        "what comes out must be the error of the body or that of the rollback"
    )


async def test_what_goes_wrong_in_release_comes_out(run):
    failed, cancelled, both = await asyncio.gather(
        run.play("one_transaction", fails=["release"]),
        run.play("one_transaction", slow={"release": 0.8}, cancel_at=[1.1]),
        run.play("one_transaction", raises="ValueError", fails=["release"]),
    )
    assert failed.who()[3:] == ["commit", "release"], (
        wrong_steps(failed) if failed.who().count("release") == 1 else "release failed and was tried again"
    )
    assert failed.error is not None and failed.error.known == "the error of release", (
        "release failed, and nobody was told: its error must come out"
    )
    assert cancelled.cancelled, "cancelled in release, but the cancellation did not come out of async with"
    assert not cancelled.leftovers, explain(cancelled)
    assert both.error is not None and both.error.known == "the error of release", (
        "the body failed, then release failed, and nobody was told of release: its error must come out"
    )


async def test_nothing_is_released_when_acquire_fails(run):
    failed, cancelled = await asyncio.gather(
        run.play("one_transaction", fails=["acquire"]),
        run.play("one_transaction", slow={"acquire": 0.8}, cancel_at=[0.4]),
    )
    for trace in failed, cancelled:
        assert trace.who() == ["acquire"], (
            "acquire() gave nothing, so there is nothing to begin, roll back or release"
        )
    assert failed.error is not None and failed.error.known == "the error of acquire", (
        "when acquire() fails, its own error must come out"
    )
    assert cancelled.cancelled, "cancelled in acquire(), but the cancellation did not come out"


async def test_release_also_when_cancelled_in_begin_or_commit(run):
    for trace in await asyncio.gather(
        run.play("one_transaction", slow={"begin": 0.8}, cancel_at=[0.5]),
        run.play("one_transaction", slow={"commit": 0.8}, cancel_at=[1]),
    ):
        (step,) = trace.inputs["slow"]
        times = trace.who().count("release")
        assert times == 1, f"cancelled in {step}, and the Tx was " + (
            f"released {times} times" if times else "not released"
        )
        assert trace.cancelled, "the task was cancelled, but the cancellation did not come out of async with"


async def test_release_also_when_cancelled_in_rollback(run):
    failed, cancelled = await asyncio.gather(
        run.play("one_transaction", raises="ValueError", slow={"rollback": 1}, cancel_at=[1]),
        run.play("one_transaction", slow={"rollback": 1, "body": 0.8, "release": 0.5}, cancel_at=[0.6, 1]),
    )
    for trace in failed, cancelled:
        assert trace.who().count("release") == 1, "cancelled in rollback, and the Tx was not released, once"
        assert overlapping(trace) is None, overlapping(trace)
        assert trace.call.ending != "returned", "the body and the rollback failed, and nobody was told"


async def test_a_step_takes_as_long_as_it_takes(run):
    for trace in await asyncio.gather(
        run.play("one_transaction", slow={"acquire": 13}),
        run.play("one_transaction", slow={"begin": 13}),
        run.play("one_transaction", slow={"commit": 13}),
        run.play("one_transaction", slow={"rollback": 13}, raises="ValueError"),
        run.play("one_transaction", slow={"release": 13}),
    ):
        (slow,) = trace.inputs["slow"]
        assert trace.endings()[slow] == "done", f"{slow} was cut short: it must run to its end"
        assert trace.who()[-1] == "release", "the Tx must be released at last"


async def test_two_transactions_at_the_same_time(run):
    trace = await run("two_transactions", raises="ValueError")
    ends = {"first": "rollback", "second": "commit"}
    for who, end in ends.items():
        steps = [span.who.removeprefix(f"{who} ") for span in trace.spans if span.who.startswith(who)]
        assert steps == ["acquire", "begin", "body", end, "release"], (
            "two transactions at the same time got into one another: each needs a state of its own"
        )
        assert trace.span(f"{who} body").data["tx"].known == f"the Tx {who}", (
            "the transactions swapped their Tx"
        )
    ended = {event.who: event.data["error"] for event in trace.happened("ended")}
    assert ended["first"] is not None and ended["first"].known == "the error of the body", (
        "the first must raise"
    )
    assert ended["second"] is None, "the second transaction failed with the error of the first"
    assert trace.elapsed == seconds(1.2), "one transaction waited for the other"


async def test_one_transaction_in_the_other(run):
    for raises, end in (None, "commit"), ("ValueError", "rollback"):
        trace = await run.play("one_in_the_other", raises=raises)
        for who in "first", "second":
            steps = [span.who for span in trace.spans if span.who.startswith(who) and "body" not in span.who]
            assert steps == [f"{who} {step}" for step in ("acquire", "begin", end, "release")], (
                "two transactions in one task got into one another: each needs a state of its own"
            )


async def test_an_error_of_the_body_is_told_to_all(run):
    trace = await run.play("many", names=["a", "b"], raises="ValueError")
    assert trace.who()[3:] == ["b closes", "a closes"], not_in_reverse(trace)
    for name in "b", "a":
        told = trace.span(f"{name} closes").data
        assert told["kind"] == "ValueError", (
            "a manager was left as if the body had ended well: __aexit__ is told of errors"
            if told["error"] is None
            else "__aexit__ was told of the error, but not of its class: it asks for class, error and traceback"
        )
        assert told["error"].known == "the error of the body", (
            "__aexit__ must be told of the body's own error"
        )
        assert told["traceback"] == "traceback", (
            "__aexit__ was told of the error and its class, but not of its traceback: it asks for all three"
        )
    goes_on(trace)


async def test_a_manager_may_swallow_the_error(run):
    trace = await run.play("many", names=["a", "b", "c"], raises="ValueError", swallows=["b"])
    told = {span.who: span.data["kind"] for span in trace.spans if span.who.endswith("closes")}
    assert trace.call.ending == "returned", "b swallowed the error by giving a true value, but it came out"
    assert told == {"c closes": "ValueError", "b closes": "ValueError", "a closes": None}, (
        "when b has swallowed the error there is none any more: a must be left as if all were well"
    )
    trace = await run.play("many", names=["a", "b"], swallows=["b"], slow={"body": 2}, cancel_at=[1.1])
    assert trace.call.ending == "returned", (
        "b swallowed the cancellation by giving a true value, but it came out"
    )


async def test_all_are_left_when_leaving_one_fails(run):
    for fails in ["b closes"], ["c closes", "b closes"]:
        trace = await run.play("many", names=["a", "b", "c"], fails=fails)
        assert trace.who()[4:] == ["c closes", "b closes", "a closes"], (
            "b failed to close, and a stayed open: an error on leaving must not keep the others from being left"
            if "b closes" in trace.who()
            else "c failed to close, and b stayed open: an error on leaving must not keep the others from being left"
        )
        told = {span.who: span.data["error"] for span in trace.spans if span.who.endswith("closes")}
        assert told["c closes"] is None, "c was left before anything went wrong"
        assert told["a closes"] is not None and told["a closes"].known == "the error when b closes", (
            "a must be told of the error that is on its way, which is the one of b"
        )
        assert trace.error is not None and trace.error.known == "the error when b closes", (
            "of those that failed to close b was the last, and its error must come out"
        )


async def test_a_later_error_takes_the_place_of_the_body_s(run):
    trace = await run.play("many", names=["a", "b"], raises="ValueError", fails=["b closes"])
    assert trace.who()[3:] == ["b closes", "a closes"], not_in_reverse(trace)
    assert trace.span("b closes").data["error"].known == "the error of the body", (
        "b must be told of the body's error"
    )
    told = trace.span("a closes").data["error"]
    assert told is not None and told.known == "the error when b closes", (
        "a must be told of the error that is on its way by then: the one that b raised on closing"
    )
    assert trace.error is not None and trace.error.known == "the error when b closes", (
        "the error that is on its way at the end must come out"
    )


async def test_a_manager_may_swallow_the_error_of_another_one_s_leaving(run):
    for raises in None, "ValueError":
        trace = await run.play(
            "many", names=["a", "b", "c"], raises=raises, fails=["c closes"], swallows=["b"]
        )
        assert trace.who()[4:] == ["c closes", "b closes", "a closes"], not_in_reverse(trace)
        assert trace.call.ending == "returned", (
            "c failed to close, b swallowed that error by giving a true value, and yet an error came out"
        )
        assert trace.span("a closes").data["error"] is None, (
            "when b has swallowed the error there is none any more: a must be left as if all were well"
        )


async def test_cancelled_in_the_body_all_are_left(run):
    trace = await run.play("many", names=["a", "b"], slow={"body": 1}, cancel_at=[1.1])
    assert trace.who()[3:] == ["b closes", "a closes"], not_in_reverse(trace)
    assert [span.ending for span in trace.spans[3:]] == ["done", "done"], "closing must run to its end"
    assert trace.span("a closes").data["kind"] == "CancelledError", "a must be told of the cancellation"
    assert trace.cancelled, "the task was cancelled, but the cancellation did not come out of async with"


async def test_cancelled_while_opening_those_that_are_open_are_closed(run):
    trace = await run.play("many", names=["a", "b", "c"], slow={"c opens": 0.8}, cancel_at=[1])
    assert trace.who() == ["a opens", "b opens", "c opens", "b closes", "a closes"], (
        "cancelled while c was opening: those that were open already must be closed, and c was not"
    )
    assert trace.cancelled, "the task was cancelled, but the cancellation did not come out of async with"


async def test_cancelled_while_leaving_all_are_left(run):
    trace = await run.play("many", names=["a", "b", "c"], slow={"c closes": 0.8}, cancel_at=[1.7])
    assert trace.who()[4:] == ["c closes", "b closes", "a closes"], (
        "cancelled while c was closing, and the others stayed open: they must be left all the same"
    )
    assert trace.span("b closes").data["kind"] == "CancelledError", "b must be told of the cancellation"
    assert trace.cancelled, "the task was cancelled, but the cancellation did not come out of async with"


async def test_those_that_were_open_are_told_why_they_are_closed(run):
    trace = await run.play("many", names=["a", "b"], fails=["b opens"])
    assert trace.who()[2:] == ["a closes"], "b failed to open, and a stayed open"
    told = trace.span("a closes").data["error"]
    assert told is not None and told.known == "the error when b opens", (
        "a was closed as if all were well: in nested async with, a learns that b failed to open"
    )


async def test_any_number_of_managers(run, rng):
    names = [f"m{number}" for number in rng.sample(range(100), 25)]
    none, one, twice, many, silent = await asyncio.gather(
        run("many", names=[]),
        run("many", names=["a"]),
        run("many", names=["a", "a"]),
        run("many", names=names),
        run("many", names=["a", "b"], give_nothing=["a"]),
    )
    assert none.span("body").data["values"] == [], "without managers there are no values"
    assert one.who() == ["a opens", "body", "a closes"], "a single manager is entered and left like any other"
    assert twice.who() == ["a opens", "a opens", "body", "a closes", "a closes"], (
        "a manager that stands there twice is entered twice and left twice"
    )
    assert twice.span("body").data["values"] == ["value of a", "value of a"], (
        "a manager that stands there twice has two places in the list"
    )
    assert many.span("body").data["values"] == [f"value of {name}" for name in names], (
        "the values come in the order of the managers"
    )
    assert silent.span("body").data["values"] == [None, "value of b"], (
        "a gave None, which is a value too, and has its place in the list"
    )
    assert many.who()[26:] == [f"{name} closes" for name in reversed(names)], not_in_reverse(many)
    assert overlapping(many) is None, overlapping(many)


async def test_two_at_the_same_time_have_nothing_in_common(run):
    trace = await run("two_at_a_time", bodies={"ab": 1, "cd": 2})
    closing = {span.who: span.start for span in trace.spans if span.who.endswith("closes")}
    assert closing == {"b closes": 1.6, "a closes": 1.9, "d closes": 2.6, "c closes": 2.9}, (
        "two open_all at the same time got into one another: each leaves those that it has entered itself"
    )


async def test_a_timeout_is_a_manager_too(run):
    trace = await run.play("time_runs_out", timeout=0.5, body=1)
    assert trace.endings()["body"] == "cancelled", (
        "asyncio.timeout was one of the managers, and did not interrupt the body: "
        "it interrupts the task that entered it, and that was another one"
    )
    assert trace.error is not None and trace.error.type == "TimeoutError", (
        "asyncio.timeout was one of the managers, and its TimeoutError did not come out"
    )
    assert trace.who()[2:] == ["a closes"], "the time ran out, and a stayed open"
