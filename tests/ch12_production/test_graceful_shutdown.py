"""graceful_shutdown: nothing new begins, what is under way gets its time, the rest is cancelled and waited for."""

from kata.judge import seconds

JOBS = {
    "jobs": [["a", 1], ["b", 2.8], ["c", 6], ["d", 1.4], ["e", 0.5], ["f", 5]],
    "workers": 3,
    "grace": 1.2,
    "stop_at": 2,
    "cleans": {"b": 0.6, "c": 0.6, "d": 0.6, "e": 0.6, "f": 0.6},
}


async def test_nothing_begins_after_stop(run):
    trace = await run("serving", **JOBS)
    check_begun(trace, {"a": 0, "b": 0, "c": 0, "d": 1})


async def test_what_is_under_way_may_finish(run):
    trace = await run("serving", **JOBS)
    check_endings(trace, done="abd", cancelled="c")


async def test_who_is_not_done_in_time_is_cancelled_and_waited_for(run):
    trace = await run("serving", **JOBS)
    check_end(trace, cut="c", over=3.8)
    check_summary(trace, done="abd", cancelled="c", unstarted="ef")


async def test_without_a_stop_everything_is_done(run):
    trace = await run("serving", jobs=JOBS["jobs"], workers=3, grace=1.2)
    check_begun(trace, {"a": 0, "b": 0, "c": 0, "d": 1, "e": 2.4, "f": 2.8})
    assert trace.elapsed == seconds(7.8), "the last job is done at 7.8, and serve must return then"
    check_summary(trace, done="abcdef", cancelled="", unstarted="")


async def test_stop_ends_the_wait_as_soon_as_nothing_is_under_way(run):
    trace = await run("serving", jobs=[["a", 1], ["b", 2], ["c", 1]], workers=1, grace=9, stop_at=1.5)
    check_begun(trace, {"a": 0, "b": 1})
    assert trace.elapsed == seconds(3), (
        "the last job under way was done at 3: serve must return then, and not wait for the rest of the grace"
    )
    check_summary(trace, done="ab", cancelled="", unstarted="c")


async def test_a_job_that_fails_takes_nobody_along(run):
    trace = await run(
        "serving", jobs=[["a", 0.5], ["b", 1], ["c", 1]], workers=1, grace=1, fails={"a": "ValueError"}
    )
    check_begun(trace, {"a": 0, "b": 0.5, "c": 1.5})
    assert trace.elapsed == seconds(2.5), "the last job is done at 2.5"
    check_summary(trace, done="bc", cancelled="", unstarted="", open_="a")


async def test_a_cancelled_serve_gives_no_grace(run):
    trace = await run.play(
        "serving", **JOBS | {"cleans": {"b": 0.4, "c": 0.9}, "stop_at": None}, cancel_at=[1.5]
    )
    check_cancelled(trace, 1.5, under_way="bcd")
    assert trace.elapsed <= 2.4, "the cancelled jobs were over at 2.4 at the latest; serve must end then"


async def test_a_signal_stops_the_service(run):
    trace = await run("stopped_by_a_signal", names=["SIGTERM"], sent=["SIGTERM", "SIGTERM"])
    check_heard(trace, 2)
    assert trace.who() == ["first"], (
        "the signal came while the first job was under way, and another one began"
    )
    check_summary(trace, done=["first"], cancelled="", unstarted=["second"])


# Why an answer fails these tests.


def explain(trace):
    """The belief behind a run that did not end well."""
    if trace.scenario == "asleep" and not trace.happened("heard") and trace.ending in ("deadlock", "spin"):
        return why_unheard(trace)
    if not trace.calls:
        return None
    if trace.scenario != "serving":
        return None if trace.error is None else signal_error(trace)
    if trace.ending == "deadlock":
        return why_it_hangs(trace)
    if trace.cancelled and not trace.call.cancels:
        return "serve ended by a CancelledError, though nobody had cancelled it: it came from one of its own tasks"
    if trace.error is not None and any("cannot be done" in leaf.text for leaf in trace.error.leaves()):
        return "a job failed, and its error came out of serve: it must change nothing for the others"
    if trace.leftovers:
        return left_behind(trace)
    complaint = next((entry for entry in trace.warnings if entry["kind"] == "never_retrieved"), None)
    if complaint is not None and "cannot be done" in complaint["text"]:
        return "a job failed, and its error was left in a task at which nobody looked"
    return None


def signal_error(trace):
    for leaf in [leaf for call in trace.calls if call.error for leaf in call.error.leaves()]:
        if "no running event loop" in leaf.text:
            return "stop_on_signals asked for the running loop, and none runs yet: the loop is its argument"
        if "no current event loop" in leaf.text:
            return (
                "stop_on_signals asked for the current loop, and there is none yet: the loop is its argument"
            )
    if trace.cancelled and len(trace.happened("sent")) > 1:
        return "a signal came again, and that must change nothing; but it ended the service"
    return None


def why_it_hangs(trace):
    if trace.call.ending != "running":
        return None
    if swallowed(trace):
        return swallowed(trace)
    waits = sorted({task["waits"] for task in trace.stuck if task["where"]})
    words = f": everybody waits{line(trace.stuck)} for {waits[0]}" if waits else ""
    if "stop" not in {event.what for event in trace.events}:
        return f"nothing was left to do, but serve waits for a stop that never comes{words}"
    return f"serve never came back after stop{words}"


def swallowed(trace):
    """Whether a job began after another one had been cancelled, or nobody noticed the cancellation."""
    cut = [span for span in trace.spans if span.ending == "cancelled"]
    if not cut:
        return None
    hidden = [span.who for span in trace.spans if span.ending == "raised" and span.end > cut_at(trace)]
    if hidden:
        return (
            f"{hidden[0]} was cancelled, and raised an error when it tidied up: its worker did not see the "
            "cancellation any more, and went on as if nothing had happened"
        )
    return (
        f"{cut[0].who} was cancelled, and its worker went on as if nothing had happened: "
        "a worker that catches the CancelledError and does not raise it again cannot be stopped"
    )


def cut_at(trace):
    """When those still under way had to be cancelled."""
    stops = trace.when("stop")
    return stops[0] + trace.inputs["grace"] if stops else trace.call.end or trace.elapsed


def left_behind(trace):
    late = [span for span in trace.spans if span.ending == "open" or span.end > trace.call.end]
    if late and trace.call.ending == "returned":
        if late[0].ending == "cancelled":
            return (
                f"serve returned at {trace.call.end} while {late[0].who} was still tidying up: "
                "cancel() asks a task to end, and does not wait for that"
            )
        return f"serve returned at {trace.call.end} while {late[0].who} was under way, and nobody had cancelled it"
    count = len(trace.leftovers)
    tasks = "a task" if count == 1 else f"{count} tasks"
    if trace.cancelled:
        return f"serve was cancelled at {trace.call.cancels[0]}, but {tasks} of it went on{line(trace.leftovers)}"
    waits = trace.leftovers[0]["waits"]
    return f"serve returned and left {tasks} behind{line(trace.leftovers)}, waiting for {waits}"


def check_begun(trace, expected):
    """The jobs began when they had to, and no others."""
    names = [name for name, _ in trace.inputs["jobs"]]
    limit = trace.inputs["workers"]
    times = trace.who()
    twice = [name for name in names if times.count(name) > 1]
    assert twice == [], f"{twice[0]} was begun {times.count(twice[0])} times" if twice else ""
    most = trace.at_once()
    assert most <= limit, f"{most} jobs were under way at once, and there are {limit} workers"
    stops = trace.when("stop")
    starts = trace.starts()
    late = [name for name in names if stops and name in starts and starts[name] > stops[0]]
    assert late == [], (
        swallowed_by(trace, late[0])
        or f"{late[0]} began at {starts[late[0]]}, and stop was set at {stops[0]}: from then on nothing may begin"
        if late
        else ""
    )
    assert starts == expected, why_not_begun(trace, expected)


def swallowed_by(trace, name):
    cut = [span for span in trace.spans if span.ending == "cancelled" and span.end <= trace.span(name).start]
    return swallowed(trace) if cut else None


def why_not_begun(trace, expected):
    starts = trace.starts()
    for name, when in expected.items():
        if name not in starts:
            failed = [span.who for span in trace.spans if span.ending == "raised"]
            if failed:
                return f"{name} never began after {failed[0]} had failed: its error took the worker along"
            names = [job for job, _ in trace.inputs["jobs"]]
            later = [other for other in starts if names.index(other) > names.index(name)]
            if later:
                return f"{later[0]} began at {starts[later[0]]}, before {name}: jobs begin in their order"
            return f"{name} never began, though it could have at {seconds(when)}"
        if starts[name] > when:
            if trace.at_once() == 1 and trace.inputs["workers"] > 1:
                return "one job after the other: no second one was ever under way"
            return f"{name} could have begun at {seconds(when)}, when a worker was free, but began at {starts[name]}"
        if starts[name] < when:
            return f"{name} began at {starts[name]}: jobs begin in their order, when a worker is free"
    return "no other job may begin"


def check_endings(trace, done, cancelled):
    """How those that had begun ended."""
    stops = trace.when("stop")
    endings = {name: trace.endings()[name] for name in [*done, *cancelled]}
    lost = [name for name in done if endings[name] == "cancelled"]
    assert lost == [], lost_words(trace, lost[0], stops) if lost else ""
    spared = [name for name in cancelled if endings[name] == "done"]
    assert spared == [], (
        f"{spared[0]} went on until {trace.ends()[spared[0]]}, though stop was set at {stops[0]} and the grace is "
        f"{trace.inputs['grace']} s: somebody must end what is not done in time"
        if spared
        else ""
    )
    assert endings == dict.fromkeys(done, "done") | dict.fromkeys(cancelled, "cancelled"), (
        "a job under way is either done within the grace, or cancelled when it is over"
    )


def lost_words(trace, name, stops):
    return (
        f"{name} was cancelled although it would have been done within the grace of {trace.inputs['grace']} s: "
        f"stop, at {stops[0]}, means that nothing new begins, and not that everything ends"
    )


def check_end(trace, cut, over):
    """Those of `cut` were cancelled when the grace was over, and serve waited for them."""
    again = trace.happened("cancelled again")
    assert again == [], (
        f"{again[0].who} had been cancelled, and was cancelled again at {again[0].at}, while it was tidying up: "
        "that breaks off what it needs some time for"
        if again
        else ""
    )
    for name in cut:
        limit = trace.when("stop")[0] + trace.inputs["grace"]
        end, cleaning = trace.span(name).end, trace.inputs["cleans"].get(name, 0)
        assert end == limit + cleaning, (
            f"stop was set at {trace.when('stop')[0]} and the grace is {trace.inputs['grace']} s: {name} must be "
            f"cancelled at {limit}, but was cancelled at {end - cleaning}"
        )
    assert trace.elapsed == seconds(over), (
        f"serve returned at {trace.elapsed}, while a job that it had cancelled was still tidying up"
        if trace.elapsed < over
        else f"nothing was under way any more at {seconds(over)}: serve must return then"
    )


def check_summary(trace, done, cancelled, unstarted, open_=()):
    report = trace.result
    assert isinstance(report, dict) and len(report) == 3, "serve must return a Summary"
    assert not trace.happened("jobs changed"), (
        "serve has taken jobs out of the caller's list: who gives it away to read finds it changed"
    )
    listed = {key: [name for name in names if name not in open_] for key, names in report.items()}
    assert listed["done"] == sorted(done), "done must hold the names of the jobs that came to their end"
    assert listed["cancelled"] == sorted(cancelled), (
        "cancelled must hold the names of the jobs that were cancelled"
    )
    assert report["unstarted"] == list(unstarted), (
        "unstarted must hold the names of the jobs that never began, in their order"
    )


def check_cancelled(trace, when, under_way):
    assert trace.cancelled, "serve was cancelled, but the cancellation did not come out of it"
    begun = [span.who for span in trace.spans if span.start > when]
    assert begun == [], (
        f"serve was cancelled at {when}, and then {begun[0]} began{which_raised(trace, when, begun[0])}"
        if begun
        else ""
    )
    late = [span.who for span in trace.spans if span.ending == "open" or span.end > trace.call.end]
    assert late == [], "serve ended while a job that it had cancelled was still under way"
    went_on = [name for name in under_way if trace.endings()[name] == "done"]
    assert went_on == [], (
        f"serve was cancelled at {when}, and {went_on[0]} went on to its own end: the grace is for a stop"
        if went_on
        else ""
    )


def check_heard(trace, times):
    early = trace.happened("already set")
    if early:  # what else is wrong comes of it
        trace.allow("warnings", "leftovers")
    assert early == [], "stop was set before any signal came: the handler was called, not handed over"
    assert not trace.happened("unheard"), why_unheard(trace)
    assert not trace.happened("taken back"), (
        "a signal came again, and that must change nothing; but then stop was no longer set"
    )
    assert len(trace.happened("heard")) == times, why_unheard(trace)


def why_unheard(trace):
    if trace.happened("unheard"):
        return f"{trace.happened('unheard')[0].who} came, and stop_on_signals had not asked to be told of it"
    sent = trace.when("sent")
    if not sent:
        return "the signal was never sent"
    if trace.scenario == "asleep":
        return (
            "the signal came while the event loop was asleep, and it slept on: "
            "neither a handler that sets the event itself nor call_soon wakes the loop"
        )
    if trace.scenario == "before_the_loop_runs":
        return (
            "stop_on_signals was called for a loop before it ran; then the signal came, and stop was not set: "
            "nobody had told that loop"
        )
    return "the signal came, and stop was not set"


# What there is to see in a trace.


def which_raised(trace, when, begun):
    """The job that was under way when serve was cancelled, and raised an error before another one began."""
    cut = [span for span in trace.spans if span.start <= when < span.end <= trace.starts()[begun]]
    raised = [span.who for span in cut if span.ending == "raised"]
    return f", when {raised[0]} had raised an error instead of a CancelledError" if raised else ""


def line(tasks):
    lines = sorted({task["where"]["line"] for task in tasks if task["where"]})
    return f" at line {lines[0]}" if lines else ""
