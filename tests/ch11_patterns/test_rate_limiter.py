"""rate_limiter: no window with too many starts, nobody later than needed, first come first served."""

from kata.judge import seconds

AT_ONCE = 0.02  # seconds, in real time
CROWD = {"rate": 3, "per": 3, "arrivals": [0] * 10, "work": 1.5, "block": True}


async def test_no_window_holds_more_than_the_rate(run):
    trace = await run("requests", **CROWD)
    check_window(trace)


async def test_nobody_waits_longer_than_needed(run):
    trace = await run("requests", **CROWD)
    check_nobody_late(trace)


async def test_those_who_come_around_the_turn_of_a_window(run):
    trace = await run("requests", rate=3, per=1, arrivals=[0, 0.7, 0.7, 1.1, 1.1, 1.1])
    check_window(trace)
    check_nobody_late(trace)


async def test_those_who_come_after_a_rest(run):
    trace = await run("requests", rate=3, per=1, arrivals=[0.0] * 5, before=5)
    check_window(trace)
    check_nobody_late(trace)


async def test_what_has_begun_may_take_as_long_as_it_likes(run):
    trace = await run("requests", rate=2, per=1, arrivals=[0] * 4, work=5, block=True)
    check_window(trace)
    check_nobody_late(trace)


async def test_first_come_first_served(run):
    trace = await run("requests", rate=1, per=1, arrivals=[0, 0.3, 0.6, 0.9, 1.3])
    check_window(trace)
    check_order(trace)
    check_nobody_late(trace)


async def test_one_who_gives_up_holds_nobody_up(run):
    trace = await run("requests", rate=1, per=1, arrivals=[0, 0.3, 0.6, 3.4], gives_up=[[1, 0.4]])
    check_given_up(trace)
    check_window(trace)
    check_nobody_late(trace)


# Why an answer fails these tests.


def explain(trace):
    """The belief behind a run that did not end well."""
    if trace.ending == "deadlock":
        gave_up = trace.inputs.get("gives_up") or any(call.cancels for call in trace.calls)
        waiting = [task for task in trace.stuck if task["task"].startswith("request")] or trace.stuck
        waits = waiting[0]["waits"].partition(":")[0] if waiting else "something"
        if gave_up:
            return (
                f"a request was cancelled while it waited, and those behind it wait for ever{line(waiting)}, "
                f"for {waits}: what it held, or was to hand on, was lost with it"
            )
        begun, rate = len(trace.happened("begins")), trace.inputs.get("rate")
        if begun == rate:
            return (
                f"{begun} began, and all others wait for ever{line(waiting)}, for {waits}: "
                "this limits how many run at a time, and not how often one begins; "
                "time alone must let the next ones through"
            )
    if trace.leftovers:
        return left_behind(len(trace.leftovers), line(trace.leftovers))
    for error in trace.error.leaves() if trace.calls and trace.error is not None else []:
        if error.type == "ValueError" and "released too many times" in error.text:
            return "a place was given back more often than it was taken"
        if error.type == "RuntimeError" and "not acquired" in error.text:
            return "a lock was released that was not held: __aexit__ has nothing to give back"
    return None


def left_behind(count, where=""):
    return (
        f"{'a task' if count == 1 else f'{count} tasks'} of the limiter still ran when nobody waited any more{where}: "
        "the limiter has no close, so nobody can end what it leaves behind"
    )


def check_window(trace):
    rate, per = trace.inputs["rate"], trace.inputs["per"]
    begins = sorted(map(float, trace.when("begins")))
    for first, later in zip(begins, begins[rate:], strict=False):
        gap = seconds(later) - seconds(first)
        assert gap >= per, crowded(trace, seconds(first), rate, per)


def crowded(trace, first, rate, per):
    """Why there were too many starts in the window that begins at `first`."""
    begins = trace.when("begins")
    window = [at for at in begins if first <= at and at < first + per]
    count = len(window)
    text = f"{count} began within {per} s, from {first} on, where {rate} may"
    arrivals = trace.inputs["arrivals"]
    if all(at == begins[0] for at in begins) and count == len(arrivals):
        return f"{text}: nothing made anybody wait"
    if any(abs(float(window[rate]) - float(span.end)) < AT_ONCE for span in trace.spans):
        belief = "that limits how many run at a time, and not how often one begins"
        return f"{text}: when one ended, the next began; {belief}"
    if any(arrivals):
        return f"{text}: a period may begin at any instant, and here the count began anew in the middle of this one"
    at_once = max(sum(other == at for other in window) for at in window)
    if at_once > rate:
        return f"{text}: {at_once} at the same instant; those who had slept had all looked before anybody had begun"
    return f"{text}: {at_once} at once, and then places that came back before {per} s had passed"


def check_nobody_late(trace):
    """No acquire comes back later than with one start every `per / rate` seconds; who gave up used up its turn."""
    rate, per, arrivals = trace.inputs["rate"], trace.inputs["per"], trace.inputs["arrivals"]
    offset = trace.inputs.get("before", 0)
    gives_up = dict(trace.inputs.get("gives_up", ()))
    began = {event.data["number"]: event.at for event in trace.happened("begins")}
    free = 0.0
    for number, arrival in enumerate(arrivals):
        at = max(arrival, free)
        free = at + per / rate
        if number in gives_up and number not in began:
            continue
        assert number in began, f"request {number} never began"
        latest = seconds(at + offset)
        # Those of one instant may come in any order, so it is the n-th of them whose turn this is.
        same = sorted(
            float(began[other]) for other, came in enumerate(arrivals) if came == arrival and other in began
        )
        place = sum(1 for other in range(number) if arrivals[other] == arrival and other in began)
        assert seconds(same[place]) <= latest, too_late(trace, seconds(same[place]), arrival + offset, latest)


def too_late(trace, began, came, latest):
    if latest == came and not trace.inputs.get("gives_up"):
        first = came == trace.inputs["arrivals"][0] + trace.inputs.get("before", 0)
        what = "the first one" if first else f"the one that came at {came:g}"
        return (
            f"{what} began at {began}, though the limiter was free when it came: it must not wait before it"
        )
    if began - latest < 0.2:
        return f"a request whose turn was at {latest}, even one by one, began a moment later: it looked again and again"
    text = f"a request that came at {came:g} began at {began}; even one by one it would have been its turn at {latest}"
    if trace.inputs.get("gives_up"):
        return f"{text}: one that gave up before used up more than its own turn"
    return text


def check_order(trace):
    events = trace.happened("begins")
    for one in events:
        for other in events:
            if (
                one.data["arrived"] < other.data["arrived"]
                and seconds(one.data["arrived"]) != other.data["arrived"]
            ):
                assert one.at <= other.at, (
                    f"{other.who} came after {one.who} and began before it: first come, first served"
                )


def check_given_up(trace):
    for number, after in trace.inputs["gives_up"]:
        [event] = trace.happened("gave up", f"request {number}")
        assert event.data["cancelled"], (
            f"request {number} was cancelled after {after} s of waiting, and went on"
        )
        assert f"request {number}" not in trace.who(), (
            f"request {number} was cancelled while it waited, and began"
        )
        cancelled_at = trace.inputs["arrivals"][number] + after
        assert event.at == seconds(cancelled_at), (
            f"request {number} was cancelled at {cancelled_at:g}, while it waited, and ended at {event.at}"
        )


# What there is to see in a trace.


def line(tasks):
    lines = sorted({task["where"]["line"] for task in tasks if task["where"]})
    return f" at line {lines[0]}" if lines else ""
