"""async_context_manager: a transaction is committed or rolled back, and many managers open and close as one."""

import re

from kata.judge import seconds


def explain(trace):
    """The belief behind a run that did not end well."""
    function = "open_all" if trace.scenario in ("many", "two_at_a_time", "time_runs_out") else "transaction"
    if trace.ending == "deadlock" and trace.scenario == "one_in_the_other" and len(trace.spans) == 2:
        return "one transaction waited for the other, in whose body it stands: several may be under way"
    for call in trace.calls:
        if call.error is not None:
            sentence = no_manager(function, call.error) or no_yield(trace, call.error)
            if sentence:
                return sentence
    if trace.leftovers:
        return (
            f"something was still under way when async with {function} was left: "
            "leaving must not end before all that it has begun"
        )
    if trace.never_awaited():
        return f"{trace.never_awaited()[0]['text']}: to call it only makes a coroutine object, and nothing is done"
    return None


def no_manager(function, error):
    """What is wrong with the object that `async with` was given, or with what it does with others."""
    for leaf in error.leaves():
        if leaf.type == "SyntaxError" and "nested blocks" in leaf.text:
            return "Python has a limit for blocks in blocks, and open_all takes any number of managers"
        if leaf.type == "TypeError" and "not support the context manager protocol" in leaf.text:
            return f"with cannot enter what has __aenter__ and __aexit__, for it awaits nothing: {leaf.text}"
        if "not support the asynchronous context manager protocol" not in leaf.text:
            continue
        if leaf.text.startswith("'coroutine'"):
            return f"{function} gave a coroutine: async with needs an object with __aenter__ and __aexit__, right away"
        if leaf.text.startswith("'async_generator'"):
            return (
                f"{function} gave a bare asynchronous generator: alone, that has no __aenter__ and __aexit__"
            )
        if re.match(r"'(contextlib\.)?(_GeneratorContextManager|ExitStack)'", leaf.text):
            return f"{function} gave a context manager for with: async with awaits __aenter__ and __aexit__"
        return f"{function} gave something without __aenter__ and __aexit__: {leaf.text}"
    return None


def no_yield(trace, error):
    """A generator that never came to its yield, so that nothing was entered, or came to more than one."""
    if any("didn't stop" in leaf.text for leaf in error.leaves()):
        return (
            "the generator yielded once more when it was to clean up: "
            "what stands before its one yield is entering, and all that stands behind it is leaving"
        )
    if any("didn't yield" in leaf.text for leaf in error.leaves()):
        none = " without managers it must still hand over a list" if trace.inputs.get("names") == [] else ""
        return (
            f"async with waits for the generator's yield, but it ended before it came to one:{none}".rstrip(
                ":"
            )
        )
    return None


def wrong_steps(trace):
    """Why these were not the steps of a transaction."""
    steps = trace.who()
    if trace.never_awaited():
        return f"{trace.never_awaited()[0]['text']}: to call it only makes a coroutine object, and nothing is done"
    for step in "acquire", "begin", "body":
        if step not in steps:
            return f"a transaction must come to its {step}"
    well = trace.endings()["body"] == "done"
    if not well and "commit" in steps:
        return "the transaction was committed after an error: finally, and what stands behind a yield, see errors too"
    if not well and "rollback" not in steps:
        if trace.endings()["body"] == "cancelled":
            return (
                "the cancelled transaction was neither committed nor rolled back: "
                "CancelledError is a BaseException and no Exception"
            )
        return "after an error the transaction was neither committed nor rolled back"
    if well and "commit" not in steps:
        return "the body ended well, but nothing was committed"
    if well and "rollback" in steps:
        return "the body ended well, and yet the transaction was rolled back"
    if "release" not in steps:
        return "the Tx was never released"
    for step in dict.fromkeys(steps):
        if steps.count(step) > 1:
            return f"{step} was called {steps.count(step)} times"
    if steps[-1] != "release":
        return f"release comes last: with {steps[-1]} after it, somebody else may have the Tx already"
    return "the steps of a transaction came in another order"


def overlapping(trace):
    """Two steps of which the second did not wait for the first."""
    for before, after in zip(trace.spans, trace.spans[1:], strict=False):
        if after.start < before.end:
            return f"{after.who} did not wait for the end of {before.who}"
    return None


async def test_a_transaction_that_goes_well(run):
    trace = await run("one_transaction")
    assert not trace.leftovers, explain(trace)
    assert trace.who() == ["acquire", "begin", "body", "commit", "release"], wrong_steps(trace)
    assert trace.elapsed == seconds(0.8), (
        overlapping(trace) or "each step must have ended before the next begins"
    )


async def test_the_body_gets_the_transaction(run):
    trace = await run("one_transaction")
    assert str(trace.span("body").data["tx"]) == "<Tx>", "async with transaction(db) as tx: tx must be the Tx"


async def test_an_error_is_rolled_back(run):
    trace = await run.play("one_transaction", raises="ValueError")
    assert not trace.leftovers, explain(trace)
    assert trace.who() == ["acquire", "begin", "body", "rollback", "release"], wrong_steps(trace)
    assert overlapping(trace) is None, overlapping(trace)


async def test_the_error_of_the_body_goes_on(run):
    trace = await run.play("one_transaction", raises="ValueError")
    goes_on(trace)


def goes_on(trace):
    """The body's own error comes out of the call."""
    assert trace.call.ending == "raised", (
        "the error was swallowed: the body raised, and the code behind async with went on as if nothing had happened"
    )
    assert trace.error.known == "the error of the body", (
        "the exception that goes on must be the very one of the body"
    )


async def test_a_cancelled_body_is_rolled_back_to_the_end(run):
    trace = await run.play("one_transaction", slow={"body": 1}, cancel_at=[0.7])
    assert trace.who() == ["acquire", "begin", "body", "rollback", "release"], wrong_steps(trace)
    assert trace.endings()["rollback"] == "done", (
        "the rollback of a cancelled transaction must run to its end"
    )
    assert trace.cancelled, "the task was cancelled, but the cancellation did not come out of async with"
    assert trace.error.known == "the cancellation of the body", (
        "another CancelledError came out than the one that the body had got: it must be the very same object"
    )
    assert trace.elapsed == seconds(1.3), (
        overlapping(trace) or "the rollback takes 0.5 s, and the release 0.1 s"
    )


async def test_all_are_entered_in_order_and_left_in_reverse(run):
    trace = await run("many", names=["a", "b", "c"])
    opening = [span.who for span in trace.spans if span.who.endswith("opens")]
    assert opening == ["a opens", "b opens", "c opens"], (
        "every manager must be entered once, in the order given"
    )
    assert trace.who()[3:4] == ["body"], (
        "the managers were left before the body had run: they are needed till its end"
    )
    assert overlapping(trace) is None, overlapping(trace)
    assert trace.span("body").data["values"] == ["value of a", "value of b", "value of c"], (
        "as must get the list of what the managers gave on entering"
    )
    assert trace.who()[4:] == ["c closes", "b closes", "a closes"], not_in_reverse(trace)


def not_in_reverse(trace):
    closing = [span.who for span in trace.spans if span.who.endswith("closes")]
    if sorted(closing) != sorted(span.who.replace("opens", "closes") for span in trace.spans if opened(span)):
        return "every manager that was entered must be left, once"
    return "managers are left in reverse: what was opened last may need what was opened before it"


def left_wrongly(trace):
    """What was wrong after the third had failed to open."""
    if {"c closes", "d closes"} & set(trace.who()):
        return (
            "a manager was left that had never been entered: c failed to open, and it was not the turn of d"
        )
    if {"a closes", "b closes"} <= set(trace.who()):
        return not_in_reverse(trace)
    return (
        "c failed to open, and those before it stayed open: whoever enters by hand must leave by hand, "
        "for async with leaves only what it has entered to the end"
    )


def opened(span):
    return span.who.endswith("opens") and span.ending == "done"


async def test_when_one_fails_to_open_the_others_are_closed(run):
    trace = await run.play("many", names=["a", "b", "c", "d"], fails=["c opens"])
    assert "body" not in trace.who(), "the body ran, although not all managers could be entered"
    assert "d opens" not in trace.who(), (
        "the next manager was entered, although the one before it had failed to open"
    )
    assert trace.who()[3:] == ["b closes", "a closes"], left_wrongly(trace)
    assert trace.error is not None and trace.error.known == "the error when c opens", (
        "the error of the manager that failed to open must come out"
    )
