"""pub_sub: everybody gets everything, and nobody waits for a slow one."""

from dataclasses import dataclass, field
from itertools import accumulate

from kata.judge import seconds

FIVE = [[0.4, "news", number] for number in range(5)]


async def test_each_subscriber_gets_each_message(run):
    trace = await run("publishing", subscribers=[{}, {}, {}], messages=FIVE, close_after=0.4)
    check(trace)


async def test_a_slow_subscriber_loses_the_oldest_messages(run):
    subscribers = [{}, {"work": 2, "maxsize": 2}]
    trace = await run("publishing", subscribers=subscribers, messages=FIVE, close_after=0.9)
    check(trace)


async def test_topics_are_apart(run):
    messages = [[0.4, "news", 1], [0.4, "sports", 2], [0.4, "newspapers", 3], [0.4, "news", 4]]
    subscribers = [{}, {"topic": "sports"}, {"topic": "sports"}]
    trace = await run("publishing", subscribers=subscribers, messages=messages, close_after=0.4)
    check(trace)


async def test_who_comes_late_and_who_leaves(run):
    trace = await run(
        "publishing", subscribers=[{}, {"at": 1}, {"enough": 2}], messages=FIVE, close_after=0.4
    )
    check(trace)


async def test_close_ends_every_subscription(run):
    subscribers = [{}, {"topic": "sports"}, {"work": 1.1}]
    trace = await run("publishing", subscribers=subscribers, messages=FIVE, close_after=0.7)
    check(trace)


# What the subscribers must have seen.


@dataclass
class Expected:
    """What a subscriber gets: [message, when, dropped by then]; when it comes and leaves; how many are dropped."""

    comes: float
    leaves: float = 0
    got: list = field(default_factory=list)
    dropped: int = 0


def expected_of(how, messages, close):
    """The fate of a subscriber, when nothing happens at the same instant as something else."""
    comes = how.get("at", 0) + how.get("waits", 0)
    fate = Expected(comes)
    work, enough, cancel = how.get("work", 0), how.get("enough"), how.get("cancel")
    if how.get("leaves") == "stays":
        enough = None
    kept, free = [], comes + how.get("idle", 0)

    def take(message, at):
        nonlocal free
        fate.got.append([message, at, fate.dropped])
        free = at + work

    def take_kept(until):
        while kept and free < until and not has_left(free):
            take(kept.pop(0), free)

    def has_left(at):  # what is published while it works on its last message is still kept for it, or dropped
        had_enough = enough is not None and len(fate.got) == enough and at >= free
        return had_enough or (cancel is not None and at >= cancel)

    for at, topic, message in messages:
        take_kept(at)
        if topic != how.get("topic", "news") or at < comes or has_left(at):
            continue
        if free <= at and not kept:
            take(message, at)
            continue
        kept.append(message)
        if len(kept) > how.get("maxsize", 16):
            del kept[0]
            fate.dropped += 1
    take_kept(1e9)
    ends = [
        free if enough is not None and len(fate.got) == enough else max(free, 1e9 if close is None else close)
    ]
    fate.leaves = min(ends + ([cancel] if cancel is not None else []))
    return fate


def fates(trace):
    times = accumulate(pause for pause, _, _ in trace.inputs["messages"])
    messages = [
        (at, topic, message) for at, (_, topic, message) in zip(times, trace.inputs["messages"], strict=True)
    ]
    after = trace.inputs.get("close_after")
    close = None if after is None else messages[-1][0] + after
    return {
        f"subscriber {number}": expected_of(how, messages, close)
        for number, how in enumerate(trace.inputs["subscribers"], 1)
    }


def check(trace):
    """Everybody got what he must get, when he must get it."""
    for event in trace.happened("published"):
        assert getattr(event.data["reached"], "type", None) != "coroutine", (
            "publish is called like any function, and nobody awaits what it gives: as a coroutine function it does "
            "nothing"
        )
    for name, fate in fates(trace).items():
        got = [event.data["message"] for event in trace.happened("got", name)]
        messages = [message for message, _, _ in fate.got]
        assert got == messages, why_others(trace, name, got, messages, fate)
        times = trace.when("got", name)
        assert times == [seconds(at) for _, at, _ in fate.got], why_late(trace, name, times, fate)
        for event in trace.happened("dropped", name):
            assert event.data["dropped"] == fate.dropped, (
                f"{name} has lost {fate.dropped} messages, and dropped must say so"
            )
        swallowed = trace.happened("error swallowed", name)
        assert not swallowed, (
            f"{name} left its block by an exception, and the exception did not come out of it"
        )
        left = trace.ends()[name]
        assert left == fate.leaves, why_left(trace, name, left, fate)
    check_publish(trace)


def check_publish(trace):
    """publish told how many subscriptions it has reached."""
    due = accumulate(pause for pause, _, _ in trace.inputs["messages"])
    for event, at in zip(trace.happened("published"), due, strict=True):
        reached = event.data["reached"]
        there, gone = [], []
        for (name, fate), how in zip(fates(trace).items(), trace.inputs["subscribers"], strict=True):
            if how.get("topic", "news") == event.who and fate.comes <= at:
                (there if at <= fate.leaves else gone).append(name)
        assert reached == len(there), why_reached(event, reached, there, gone)


def why_reached(event, reached, there, gone):
    if isinstance(reached, int) and len(there) < reached <= len(there) + len(gone):
        return (
            f"{gone[0]} had left its block when a message was published at {event.at}, and was still subscribed: "
            "whichever way a block is left, that must end its subscription"
        )
    if reached is None:
        return "publish returns how many subscriptions the topic has, and gave None"
    return f"publish returns how many subscriptions the topic has at this moment; at {event.at} that was {len(there)}"


def why_others(trace, name, got, messages, fate):
    """What is wrong with the messages that this one got."""
    how = trace.inputs["subscribers"][int(name.split()[1]) - 1]
    everything = [
        message for _, topic, message in trace.inputs["messages"] if topic == how.get("topic", "news")
    ]
    closed = min(trace.when("close"), default=1e9)
    if any(message not in everything for message in got):
        return f"{name} got a message of another topic, or one that nobody has published"
    over = over_with_another(trace, name)
    if over is not None:
        return over
    if missing_elsewhere(trace, name, got, messages):
        return (
            "each message reached only one subscriber: what one takes out of a shared queue, nobody else gets"
        )
    first = everything.index(messages[0]) if messages else len(everything)
    if fate.comes and any(message in got for message in everything[:first]):
        return f"{name} got a message that had been published before its block was entered"
    if fate.dropped and len(got) > len(messages):
        return f"{name} was busy, and more messages were kept for it than maxsize allows: the oldest must be dropped"
    if fate.dropped and got and got[-1] != messages[-1] and len(got) == len(messages):
        return f"{name} was busy, and the messages that came last were dropped: the oldest one must make room"
    lost = [at for message, at, _ in fate.got if message not in got]
    if len(got) + len(lost) == len(messages) and all(at >= closed for at in lost):
        return (
            f"close() lost messages that were kept for {name}: they must still come, and then the loop ends"
        )
    if how.get("patience") and trace.ends().get(name, 1e9) >= closed and len(got) + 1 == len(messages):
        return (
            f"{name} gave up waiting {how['patience']} s after it had begun, and read on in another loop, "
            "which never gave the next message"
        )
    if messages[: len(got)] == got and name in trace.ends() and trace.ends()[name] < closed:
        return f"the loop of {name} ended, or failed, although nobody had closed the broker"
    return f"{name} must get every message that is published while it is in its block, once, and in order"


def over_with_another(trace, name):
    """Somebody left, and this one got all messages before that, and none after."""
    everybody, ends = fates(trace), trace.ends()
    due = [message for message, _, _ in everybody[name].got]
    got = [event.data["message"] for event in trace.happened("got", name)]
    if len(got) >= len(due) or got != due[: len(got)]:
        return None
    missing = due[len(got)]
    published = [event.at for event in trace.happened("published") if event.data["message"] == missing]
    for other, its in everybody.items():
        before = [message for message, at, _ in everybody[name].got if at < its.leaves]
        if other != name and other in ends and got == before and max(published) > ends[other]:
            return (
                f"{other} left its block at {ends[other]}, and with that the subscription of {name} was over"
            )
    return None


def missing_elsewhere(trace, name, got, messages):
    """What this one has not got, others have, and the other way round: nothing reached two."""
    others = [event.data["message"] for event in trace.happened("got") if event.who != name]
    missing = [message for message in messages if message not in got]
    return all(message in others for message in missing) and not any(message in others for message in got)


def why_late(trace, name, times, fate):
    for (message, at, _), time in zip(fate.got, times, strict=True):
        if 0 < time - at < 0.2:
            return f"{name} could have got {message!r} at {seconds(at)} and got it at {time}: it looked again and again"
        if time > at:
            return (
                f"{name} could have got message {message!r} at {seconds(at)} and got it at {time}: it waited for "
                "something else, a slower subscriber for example"
            )
        if time < at:
            return f"{name} must get message {message!r} at {seconds(at)}, when it asks for the next one"
    return None


def why_left(trace, name, left, fate):
    if left > fate.leaves:
        return (
            f"the loop of {name} must end as soon as it is closed and nothing is kept for it, and not later"
        )
    return f"the block of {name} ended too early"


# Why an answer fails these tests.


def explain(trace):
    """The belief behind a run that did not end well."""
    for warning in trace.never_awaited():
        if ".publish" in warning["text"] or ".close" in warning["text"]:
            word = "publish" if ".publish" in warning["text"] else "close"
            return (
                f"{word} is called like any function, and nobody awaits what it gives: as a coroutine function it does "
                "nothing"
            )
    if trace.ending == "deadlock":
        return why_it_hangs(trace)
    if trace.calls and trace.error is not None:
        return refused(trace.error)
    return None


def why_it_hangs(trace):
    stuck = [task for task in trace.stuck if task["task"].startswith("subscriber")]
    for task in stuck if trace.scenario == "publishing" else ():
        over = over_with_another(trace, task["task"])
        if over is not None:
            return over
    if trace.happened("close") and stuck:
        return (
            f"{stuck[0]['task']} waits for ever{line(stuck[:1])}: it did not notice close(), and nothing more will be "
            "published"
        )
    return None


def refused(error):
    for leaf in error.leaves():
        if leaf.type == "QueueFull":
            return "put_nowait() does not drop anything: in a full queue it raises QueueFull"
        if leaf.type == "News":
            return "a message that is an exception is a message like any other, and the loop raised it"
        if leaf.type == "RuntimeError" and "un-acquired lock" in leaf.text:
            return f"a condition was notified by somebody who does not hold its lock: {leaf.text}"
        if leaf.type == "RuntimeError" and "changed size during iteration" in leaf.text:
            return f"somebody came or left while the subscriptions were gone through: {leaf.text}"
        if leaf.type in ("KeyError", "ValueError"):
            return f"a subscription was to be removed that was no longer there: {leaf}"
        if leaf.type == "TypeError" and "context manager" in leaf.text:
            return f"subscribe() must give an asynchronous context manager: {leaf.text}"
        if leaf.type == "TypeError" and "async for" in leaf.text:
            return f"`as` must give something that `async for` can loop over: {leaf.text}"
    return None


def line(tasks):
    lines = sorted({task["where"]["line"] for task in tasks if task["where"]})
    return f" at line {lines[0]}" if lines else ""
