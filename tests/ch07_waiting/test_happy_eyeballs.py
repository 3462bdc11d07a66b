"""happy_eyeballs: who begins when, who wins, and nothing left of the others."""

from kata.judge import seconds

FEW_TURNS = 1000  # of the event loop, for a race of a few attempts
SLIPS = ("TypeError", "NameError", "AttributeError", "IndexError", "InvalidStateError")

SLOW = {"takes": 9}
STAGGERED = [
    {"takes": 9, "cleans": 0.7},
    {"takes": 1.25},
    {"takes": 9, "cleans": 0.3},
    SLOW,
    SLOW,
    SLOW,
    SLOW,
]
EARLY_FAILURE = [{"takes": 0.4, "fails": "OSError"}, {"takes": 2}, {"takes": 2.5}]
ALL_FAIL = [
    {"takes": 0.4, "fails": "OSError"},
    {"takes": 0.5, "fails": "TimeoutError"},
    {"takes": 0.3, "fails": "KeyError"},
]


def explain(trace):
    """The belief behind a run that did not end well."""
    if not trace.calls:
        return None
    plan = trace.inputs.get("plan")
    if plan and not trace.call.cancels and "delay" in trace.inputs:
        cut = cut_off(trace, trace.inputs["delay"])
        if cut:
            return cut
    if trace.ending == "deadlock":
        return why_it_hangs(trace)
    if trace.leftovers:
        return after_the_end(trace)
    if any(warning["kind"] == "never_retrieved" for warning in trace.warnings):
        return "an attempt failed, and nobody ever looked at its exception: asyncio complains of it"
    error = trace.call.error
    if error is not None and error.type == "InvalidStateError":
        return f"an attempt was asked for its outcome while it was under way: {error.text or error.type}"
    return None


def why_it_hangs(trace):
    if not trace.spans:
        return "there were no attempts, and staggered_race waits for ever"
    if all(span.ending == "raised" for span in trace.spans):
        return "every attempt had failed, and staggered_race went on waiting for one to succeed"
    return None


def at(instant):
    """An instant as a sentence has it: 1.5"""
    return f"{round(float(instant), 2):g}"


def how_it_ended(trace):
    return {"returned": "returned", "raised": "raised", "cancelled": "was cancelled"}.get(
        trace.call.ending, "ended"
    )


def after_the_end(trace):
    """Who was still at work when staggered_race was over, and why."""
    end = trace.call.end
    over = f"staggered_race {how_it_ended(trace)} at {at(end)} s"
    later = [span.who for span in trace.spans if span.start > end]
    if later:
        return f"{over}, and {later[0]} began after that: nobody had stopped whoever begins the attempts"
    late = [span for span in trace.spans if span.end > end or span.ending == "open"]
    last = end + trace.inputs.get("then", 0)  # here the run was over, and whoever was left was cancelled
    went_on = [span.who for span in late if span.ending != "cancelled" or span.end >= last > end]
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
            raise AssertionError(f"staggered_race itself raised {leaf}{place}")


def names_of(plan):
    return [chr(ord("a") + place) for place in range(len(plan))]


def schedule(plan, delay):
    """When each attempt begins, and when the race is decided: (starts, instant, whoever may have won)."""
    starts, begin = {}, 0
    decided, winners = None, []
    for name, job in zip(names_of(plan), plan, strict=True):
        if decided is not None and begin > decided:
            break
        starts[name] = begin
        takes = job["takes"] or 0
        if "fails" not in job:
            if decided is None or begin + takes < decided:
                decided, winners = begin + takes, [name]
            elif begin + takes == decided:
                winners.append(name)
        begin += takes if "fails" in job and takes < delay else delay
    if decided is None:
        decided = max(
            starts[name] + (job["takes"] or 0) for name, job in zip(names_of(plan), plan, strict=True)
        )
    return starts, decided, winners


def cut_off(trace, delay):
    """Whether an attempt was cancelled only because it was slow."""
    others = [span for span in trace.spans if span.ending == "done"]
    for span in trace.spans:
        if span.ending == "cancelled" and span.start + delay <= span.end < trace.call.end:
            won = [other for other in others if other.end <= span.end]
            if not won and span.start + delay == span.end - trace.inputs["plan"][ord(span.who) - 97].get(
                "cleans", 0
            ):
                return (
                    f"{span.who} was cancelled when it had been under way for {at(delay)} s: the delay is a head "
                    "start, and not a limit; whoever is slow stays in the race"
                )
    return None


def check_patience(trace, delay):
    cut = cut_off(trace, delay)
    if cut is not None:
        raise AssertionError(cut)


def check_starts(trace, plan, delay):
    """The attempts began when they had to, and not one too many."""
    starts, decided, _ = schedule(plan, delay)
    observed = trace.starts()
    assert len(trace.who()) == len(set(trace.who())), "an attempt was called more than once"
    check_patience(trace, delay)
    if len(starts) > 1 and len(set(starts.values())) > 1 and len(observed) > 1:
        assert not all(start == 0 for start in observed.values()), (
            "all the attempts began at once: each gets a head start before the next one begins"
        )
    for name, due in starts.items():
        assert name in observed and observed[name] == due, begun_wrongly(trace, plan, delay, name, due)
    late = [name for name in observed if name not in starts]
    assert late == [], (
        f"{late[0]} began at {at(observed[late[0]])} s, although the race was decided at {at(decided)} s"
    )
    assert trace.turns < FEW_TURNS, (
        "it looked again and again whether an attempt was over; it must wait for that"
    )


def begun_wrongly(trace, plan, delay, name, due):
    observed = trace.starts()
    before = chr(ord(name) - 1)
    failed = name != "a" and "fails" in plan[ord(before) - 97] and trace.ends().get(before) == due
    if name not in observed:
        why = f"when {before} had failed" if failed else f"{at(delay)} s after {before}"
        return f"{name} never began; it was due at {at(due)} s, {why}"
    start = observed[name]
    if start < due:
        return f"{name} began at {at(start)} s, too early: {before} was not to lose its head start, until {at(due)} s"
    if name == "a":
        return "the first attempt must begin at once"
    if failed:
        return (
            f"{before} failed at {at(due)} s, and {name} began only at {at(start)} s: after a failure there is nothing "
            "to wait for"
        )
    if start == trace.ends().get(before):
        return f"{name} began only when {before} was over: they run one after the other"
    return (
        f"{name} was due at {at(due)} s, {at(delay)} s after {before} had begun, and began at {at(start)} s"
    )


def check_won(trace, plan, delay):
    """The first success has come out, and the losers were over by then."""
    starts, decided, winners = schedule(plan, delay)
    values = [plan[ord(name) - 97].get("gives", name.upper()) for name in winners]
    call = trace.call
    check_no_slip(trace)
    check_patience(trace, delay)
    assert call.ending != "raised" or call.end >= decided, (
        f"staggered_race raised at {at(call.end)} s, and the race was not over: an attempt that fails is out, and the "
        "others go on"
    )
    check_starts(trace, plan, delay)
    assert call.ending != "raised", (
        f"{winners[0]} succeeded at {at(decided)} s, and what came out is {call.error}: an attempt that fails is out, "
        "and no more"
    )
    assert call.ending != "cancelled", (
        f"{winners[0]} succeeded at {at(decided)} s, and a CancelledError came out, though nobody else had cancelled "
        "the caller: to await a cancelled task raises one"
    )
    assert call.ending == "returned", f"{winners[0]} succeeded at {at(decided)} s, and no value came out"
    assert any(same(call.result, value) for value in values), (
        f"{winners[0]} was the first that succeeded, so {values[0]!r} must come out, and nothing around it"
    )
    check_over(trace, plan, starts, decided, f"{winners[0]} had succeeded")


def same(observed, expected):
    return type(observed) is type(expected) and observed == expected


def check_over(trace, plan, starts, stop, reason):
    """Whatever was under way at `stop` was cancelled then, and waited for; `starts`: who has begun, and when."""
    jobs = dict(zip(names_of(plan), plan, strict=True))
    late = {name: jobs[name] for name, start in starts.items() if start + (jobs[name]["takes"] or 0) > stop}
    end = stop + max([job.get("cleans", 0) for job in late.values()], default=0)
    endings = trace.endings()
    for name in late:
        if endings[name] != "cancelled" and trace.call.end >= trace.ends()[name]:
            raise AssertionError(
                f"{reason} at {at(stop)} s, and {name} went on to its end: it must be cancelled then"
            )
    assert not trace.leftovers, after_the_end(trace)
    assert [span.who for span in trace.spans if span.end > trace.call.end] == [], after_the_end(trace)
    assert {name: trace.ends()[name] for name in late} == {
        name: stop + job.get("cleans", 0) for name, job in late.items()
    }, f"{reason} at {at(stop)} s, and whatever was under way must be cancelled at that instant"
    assert trace.call.end == end, f"{reason} at {at(stop)} s, and at {at(end)} s nothing was left to wait for"


def check_all_failed(trace, plan, delay):
    """All the errors have come out, when the last attempt had failed."""
    check_no_slip(trace)
    check_starts(trace, plan, delay)
    last = schedule(plan, delay)[1]
    call = trace.call
    assert call.ending != "returned", (
        f"every attempt failed, and staggered_race returned {call.result!r} as if that were the value of one"
    )
    assert call.ending == "raised", "every attempt failed, and their errors must come out"
    known = [leaf.known for leaf in call.error.leaves()]
    assert None not in known, f"every attempt failed, and what came out is {call.error}"
    assert set(known) == {f"the error of {name}" for name in names_of(plan)}, (
        f"every attempt failed, and the error of each must come out; what came is {call.error}"
    )
    assert len(known) == len(plan), "the error of an attempt came out twice"
    assert len(plan) == 1 or call.error.is_a("ExceptionGroup"), "several errors come out in an ExceptionGroup"
    assert call.end == last, f"the last attempt failed at {at(last)} s, and the errors must come out then"


async def test_the_starts_are_staggered_and_the_first_success_wins(run):
    trace = await run.play("racing", plan=STAGGERED, delay=0.5, then=1.2)
    check_won(trace, STAGGERED, 0.5)
    assert trace.elapsed == seconds(2.45), "b succeeds at 1.75 s, and a needs 0.7 s to clean up"


async def test_the_next_one_begins_when_the_latest_has_failed(run):
    trace = await run.play("racing", plan=EARLY_FAILURE, delay=1, then=2)
    check_won(trace, EARLY_FAILURE, 1)


async def test_every_attempt_fails(run):
    trace = await run.play("racing", plan=ALL_FAIL, delay=1, then=1)
    check_all_failed(trace, ALL_FAIL, 1)


async def test_without_attempts(run):
    trace = await run.play("racing", plan=[], delay=1)
    assert trace.call.ending == "raised", (
        f"there was nothing to attempt, and staggered_race {how_it_ended(trace)}: that must be a ValueError"
    )
    assert trace.error.is_a("ValueError"), (
        f"without attempts a ValueError must come out, and not {trace.error}"
    )
