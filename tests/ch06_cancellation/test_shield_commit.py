"""shield_commit: a commit undisturbed, a caller cancelled once and twice, a commit that fails."""

COMMIT = {"steps": [0.5, 0.4, 0.6], "gives": "paid"}
FEW_TURNS = 40  # of the event loop, for somebody who waits and does not look again and again,
A_FEW_MORE = 10  # and for each second that it takes


def explain(trace):
    """The belief behind a run that did not end well."""
    if not trace.calls:
        return None
    if trace.leftovers:
        return left_alone(trace)
    if trace.cancelled and not trace.call.cancels and trace.scenario == "committing":
        return "CancelledError came out of commit_safely, though nobody had cancelled its caller"
    return None


def nth(trace):
    """Which of the cancellations came last before commit_safely came back, in words."""
    count = len(trace.call.cancels)
    return "the cancellation" if count == 1 else f"cancellation number {count}"


def left_alone(trace):
    """Who was left running when commit_safely came back, and why."""
    call = trace.call
    commits = [span for span in trace.spans if span.who == "commit"]
    if commits and not commits[0].end > call.end:
        return None
    if call.cancels:
        how = "raised CancelledError" if trace.cancelled else call.ending
        return (
            f"{nth(trace)}, at {call.cancels[-1]} s, was kept from commit, but commit_safely {how} then and there, "
            "and commit went on alone: a shield protects what is awaited, not whoever waits"
        )
    return f"commit_safely {call.ending} at {call.end} s, and commit was still at work"


def torn(trace):
    """How a cancellation reached commit."""
    span = trace.span("commit")
    earlier = [at for at in trace.call.cancels if at < span.end]
    if earlier:
        return (
            f"commit was spared at {earlier[-1]} s, but torn at {span.end} s, by the next cancellation: "
            "every await may be cancelled, those in an except and a finally too"
        )
    return (
        f"commit was torn at {span.end} s, when the caller was cancelled: a cancellation goes on to whatever "
        "the cancelled task awaits"
    )


def check_committed(trace, commit):
    """commit was called once, and came to its end."""
    took = sum(commit["steps"])
    commits = [span for span in trace.spans if span.who == "commit"]
    assert len(commits) == 1, (
        "commit must be called exactly once"
        if len(commits) < 2
        else f"commit was called again at {commits[1].start} s: it must be called exactly once, whatever happens"
    )
    assert trace.span("commit").start == 0, "commit must be called at once"
    assert trace.call.end >= commits[0].end, left_alone(trace)
    expected = "raised" if commit.get("fails") else "done"
    assert trace.span("commit").ending == expected, torn(trace)
    assert trace.turns < FEW_TURNS + A_FEW_MORE * (float(trace.elapsed) + len(trace.call.cancels)), (
        "commit_safely looked again and again whether commit was over; it must wait for it"
    )
    assert trace.elapsed == took, f"commit was over at {took} s, and then commit_safely must come back"


def check_value(trace, commit):
    """Nobody was cancelled, and the value came out."""
    check_committed(trace, commit)
    assert trace.result == commit["gives"], "the result must be the value of commit, whatever it is"


def check_late(trace, commit):
    """The caller was cancelled, and heard of it when commit was over."""
    check_committed(trace, commit)
    assert trace.cancelled, (
        f"the caller was cancelled at {trace.call.cancels[0]} s, but commit_safely {trace.call.ending}: "
        "the cancellation was lost; it must come late, but it must come"
    )


def check_error(trace):
    """commit has failed, and its error came out."""
    assert trace.call.ending == "raised", f"commit raised, but commit_safely {trace.call.ending}"
    assert trace.error.known == "the error of commit", (
        f"commit raised, and {trace.error.type} came out of commit_safely in place of this very exception"
    )


async def test_the_value_of_an_undisturbed_commit(run):
    trace = await run("committing", commit=COMMIT)
    check_value(trace, COMMIT)


async def test_a_caller_who_is_cancelled_hears_of_it_when_commit_is_over(run):
    trace = await run.play("committing", commit=COMMIT, cancel_at=[0.7])
    check_late(trace, COMMIT)


async def test_a_caller_who_is_cancelled_twice(run):
    trace = await run.play("committing", commit=COMMIT, cancel_at=[0.3, 1.1])
    check_late(trace, COMMIT)


async def test_an_error_of_commit_comes_out(run):
    commit = {"steps": [0.5, 0.4], "fails": "ValueError"}
    trace = await run.play("committing", commit=commit)
    check_committed(trace, commit)
    check_error(trace)
