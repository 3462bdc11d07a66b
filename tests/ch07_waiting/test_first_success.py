"""first_success: the first attempt that succeeds, and nothing left of the others."""

from kata.judge import seconds

FEW_TURNS = 1000  # of the event loop, for a race of a few attempts
SLIPS = ("TypeError", "NameError", "AttributeError", "IndexError", "InvalidStateError")

RACE = [
    {"takes": 0.6, "fails": "ValueError"},
    {"takes": 1.8, "cleans": 0.9},
    {"takes": 1.2},
    {"takes": 2.6, "cleans": 0.4},
]
ALL_FAIL = [
    {"takes": 1, "fails": "OSError"},
    {"takes": 0.3, "fails": "ValueError"},
    {"takes": 0.6, "fails": "TimeoutError"},
]
TOO_SLOW = [
    {"takes": 0.3, "fails": "KeyError"},
    {"takes": 1.9, "cleans": 0.5},
    {"takes": 2.4},
]


def explain(trace):
    """The belief behind a run that did not end well."""
    if not trace.calls:
        return None
    if trace.ending == "raised" and trace.error_of_run.type == "CancelledError":
        return (
            f"first_success had {how_it_ended(trace)}, and then its caller was cancelled: whatever was to end the race "
            "at the limit was still there"
        )
    if trace.leftovers:
        return after_the_end(trace)
    if any(warning["kind"] == "never_retrieved" for warning in trace.warnings):
        return "an attempt failed, and nobody ever looked at its exception: asyncio complains of it"
    if trace.never_awaited():
        return None
    error = trace.call.error
    if error is not None and error.type == "InvalidStateError":
        return f"an attempt was asked for its outcome while it was under way: {error.text or error.type}"
    if trace.ending == "deadlock":
        return why_it_hangs(trace)
    return None


def why_it_hangs(trace):
    if not trace.spans:
        return "there were no attempts, and first_success waits for ever for one of them to succeed"
    if all(span.ending == "raised" for span in trace.spans):
        return "every attempt had failed, and first_success went on waiting for one to succeed"
    return None


def at(instant):
    """An instant as a sentence has it: 1.5"""
    return f"{round(float(instant), 2):g}"


def how_it_ended(trace):
    return {"returned": "returned", "raised": "raised", "cancelled": "was cancelled"}.get(
        trace.call.ending, "ended"
    )


def after_the_end(trace):
    """Who was still at work when first_success was over, and why."""
    end = trace.call.end
    over = f"first_success {how_it_ended(trace)} at {at(end)} s"
    late = [span for span in trace.spans if span.end > end or span.ending == "open"]
    went_on = [span.who for span in late if span.ending != "cancelled"]
    if went_on:
        who = f"{went_on[0]} went on" if len(went_on) == 1 else f"{len(went_on)} attempts went on"
        return f"{over}, and {who}: nothing cancels a task because nobody waits for it any more"
    if late:
        return f"{over} while {late[0].who} was still cleaning up: cancel() asks a task to end, and waits for nothing"
    return f"{over} without waiting until the tasks that it had started were over"


def check_no_slip(trace):
    """No error came out that no attempt had raised, but a line of the answer itself."""
    for leaf in trace.error.leaves() if trace.error else ():
        if leaf.known is None and any(map(leaf.is_a, SLIPS)):
            place = f" at line {leaf.where['line']}" if leaf.where else ""
            if leaf.type == "InvalidStateError" and "not set" in leaf.text:
                raise AssertionError(
                    f"an attempt was asked for its outcome while it was under way{place}: {leaf}"
                )
            raise AssertionError(f"first_success itself raised {leaf}{place}")


def names_of(plan):
    return [chr(ord("a") + place) for place in range(len(plan))]


def check_begun(trace, plan):
    """Each attempt was called once, and all of them at the same time."""
    check_no_slip(trace)
    names = names_of(plan)
    starts = trace.starts()
    for name, start in starts.items():
        earlier = [other for other, end in trace.ends().items() if other != name and end == start > 0]
        assert earlier == [], f"{name} began only when {earlier[0]} was over: {few_at_once(trace)}"
    missing = [name for name in names if name not in starts]
    assert missing == [], f"{missing[0]} never began; all the attempts must be under way at the same time"
    assert sorted(trace.who()) == names, "each attempt must be called only once"
    assert starts == dict.fromkeys(names, 0), "all the attempts must begin at once"
    assert trace.turns < FEW_TURNS, (
        "it looked again and again whether an attempt was over; it must wait for that"
    )


def few_at_once(trace):
    most = trace.at_once()
    return f"no more than {most} were under way at a time" if most > 1 else "they run one after the other"


def check_won(trace, plan):
    """The first success has come out, and the losers were over by then."""
    check_begun(trace, plan)
    good = {name: job for name, job in zip(names_of(plan), plan, strict=True) if "fails" not in job}
    stop = min(job["takes"] or 0 for job in good.values())
    winners = {
        name: job.get("gives", name.upper()) for name, job in good.items() if (job["takes"] or 0) == stop
    }
    first, value = next(iter(winners.items()))
    call = trace.call
    assert call.ending != "raised", wrong_error(trace, first, stop)
    assert call.ending != "cancelled", (
        f"{first} succeeded at {at(stop)} s, and a CancelledError came out, though nobody else had cancelled the "
        "caller: to await a cancelled task raises one"
    )
    assert call.ending == "returned", f"{first} succeeded at {at(stop)} s, and no value came out"
    assert any(same(call.result, value) for value in winners.values()), wrong_value(trace, good, first, value)
    check_over(trace, plan, stop, f"{first} had succeeded")


def same(observed, expected):
    return type(observed) is type(expected) and observed == expected


def wrong_error(trace, first, stop):
    known = [leaf.known for leaf in trace.error.leaves()]
    if known[0] is None:
        if trace.error.type == "TimeoutError":
            return (
                f"{first} had succeeded at {at(stop)} s, and a TimeoutError came out at {at(trace.call.end)} s: the "
                "time that the others need to clean up does not count"
            )
        return f"{first} succeeded at {at(stop)} s, and what came out is {trace.error}"
    if trace.endings()[first] != "done":
        return (
            f"{known[0]} came out at {at(trace.call.end)} s: the first that is over need not be the first that "
            f"succeeds; {first} would have succeeded at {at(stop)} s"
        )
    return f"{first} succeeded at {at(stop)} s, and {known[0]} came out: an attempt that fails is out, and no more"


def wrong_value(trace, good, first, value):
    result = trace.call.result
    if getattr(result, "type", "") in ("Task", "coroutine"):
        return f"what came back is a {result.type}, and not the value of the winner"
    other = [name for name, job in good.items() if same(result, job.get("gives", name.upper()))]
    if other:
        return f"{first} was the first that succeeded, and the value of {other[0]} came out"
    if known_in(result):
        return f"{known_in(result)[0]} was returned as if it were a value"
    return f"{first} was the first that succeeded, so its value must come out, which is {value!r}"


def known_in(value):
    members = value if isinstance(value, list | tuple) else [value]
    return [member.known for member in members if getattr(member, "known", None)]


def check_over(trace, plan, stop, reason):
    """Whatever was under way at `stop` was cancelled then, and waited for."""
    late = {name: job for name, job in zip(names_of(plan), plan, strict=True) if (job["takes"] or 0) > stop}
    end = stop + max([job.get("cleans", 0) for job in late.values()], default=0)
    endings = trace.endings()
    for name in late:
        if endings[name] != "cancelled" and trace.call.end >= trace.ends()[name]:
            raise AssertionError(
                f"{reason} at {at(stop)} s, and {name} went on to its end: it must be cancelled then"
            )
    assert not trace.leftovers, after_the_end(trace)
    assert [span.who for span in trace.spans if span.end > trace.call.end] == [], after_the_end(trace)
    ends = {name: stop + job.get("cleans", 0) for name, job in late.items()}
    assert {name: trace.ends()[name] for name in late} == ends, (
        f"{reason} at {at(stop)} s, and whatever was under way must be cancelled at that instant"
    )
    assert trace.call.end == end, f"{reason} at {at(stop)} s, and at {at(end)} s nothing was left to wait for"


def check_all_failed(trace, plan):
    """All the errors have come out, in the order of the attempts."""
    check_begun(trace, plan)
    last = max(job["takes"] or 0 for job in plan)
    call = trace.call
    assert call.ending != "returned", (
        f"every attempt failed, and first_success returned {trace.result!r} as if that were the value of one"
    )
    assert call.ending == "raised", "every attempt failed, and their errors must come out"
    known = [leaf.known for leaf in call.error.leaves()]
    expected = [f"the error of {name}" for name in names_of(plan)]
    assert known != ["the error of a"] or len(plan) == 1, only_one(trace, "a")
    for name in names_of(plan):
        assert known != [f"the error of {name}"] or len(plan) == 1, only_one(trace, name)
    assert None not in known, f"every attempt failed, and what came out is {call.error}"
    assert sorted(known) == sorted(expected), "every attempt failed, and the error of each must come out"
    assert known == expected, (
        "the errors came in the order in which the attempts failed, and not in the order of attempts"
    )
    assert len(plan) == 1 or call.error.is_a("ExceptionGroup"), "several errors come out in an ExceptionGroup"
    assert call.end == last, f"the last attempt failed at {at(last)} s, and the errors must come out then"


def only_one(trace, name):
    if trace.call.end < max(job["takes"] or 0 for job in trace.inputs["plan"]):
        return f"only the error of {name} came out, and other attempts were still under way"
    return f"every attempt failed, and only the error of {name} came out"


def check_too_late(trace, plan, limit):
    """The time was over before there was a winner."""
    check_begun(trace, plan)
    call = trace.call
    assert call.ending != "returned", returned_after_the_limit(trace, limit)
    assert call.ending == "raised", (
        f"the time was over at {at(limit)} s, and what came out was a CancelledError: the caller was not cancelled"
    )
    leaves = call.error.leaves()
    assert len(leaves) == 1 or {leaf.type for leaf in leaves} != {"TimeoutError"}, EACH_ITS_OWN
    assert len(leaves) == 1 and leaves[0].is_a("TimeoutError") and leaves[0].known is None, (
        f"no attempt had succeeded at {at(limit)} s, and a TimeoutError must come out; what came is {call.error}"
        if [leaf.type for leaf in leaves if leaf.known is None]
        != ["TimeoutError"] * sum((job["takes"] or 0) > limit for job in plan)
        else EACH_ITS_OWN
    )
    check_over(trace, plan, limit, "the time was over")


EACH_ITS_OWN = (
    "the limit was given to each attempt by itself, and came out as one more way to fail: it is a limit for the whole "
    "race"
)


def returned_after_the_limit(trace, limit):
    if trace.result is None:
        return (
            f"the time was over at {at(limit)} s, and first_success returned None: some ways to wait with a timeout "
            "raise nothing when the time is over"
        )
    return f"the time was over at {at(limit)} s, and {trace.result!r} came out at {at(trace.call.end)} s all the same"


async def test_the_first_success_wins_and_the_losers_are_over(run):
    trace = await run.play("racing", plan=RACE, then=1.5)
    check_won(trace, RACE)
    assert trace.elapsed == seconds(2.1), "c succeeds at 1.2 s, and b needs 0.9 s to clean up"


async def test_every_attempt_fails(run):
    trace = await run.play("racing", plan=ALL_FAIL, then=1)
    check_all_failed(trace, ALL_FAIL)


async def test_nobody_succeeds_in_time(run):
    trace = await run.play("racing", plan=TOO_SLOW, limit=0.8, then=1.7)
    check_too_late(trace, TOO_SLOW, 0.8)


async def test_without_attempts(run):
    trace = await run.play("racing", plan=[])
    assert trace.call.ending == "raised", (
        f"there was nothing to attempt, and first_success {how_it_ended(trace)}: that must be a ValueError"
    )
    assert trace.error.is_a("ValueError"), (
        f"without attempts a ValueError must come out, and not {trace.error}"
    )
