"""lock_update: every amount counts, and nobody waits longer than he must."""

from kata.judge import seconds

TEN = {"balances": {"a": 100}, "plan": [{"at": 0, "deposit": ["a", 1]}] * 10}
TWO_ACCOUNTS = {
    "balances": {"a": 100, "b": 50},
    "plan": [{"at": 0, "deposit": ["a", 1]}, {"at": 0, "deposit": ["b", 2]}],
}
CROSSING = {
    "balances": {"a": 100, "b": 100},
    "plan": [
        {"at": 0, "deposit": ["a", 1]},
        {"at": 0, "transfer": ["a", "b", 10]},
        {"at": 0, "transfer": ["b", "a", 5]},
    ],
}
OVERLAPPING = {
    "balances": {"a": 100, "b": 100},
    "plan": [{"at": 0, "transfer": ["a", "b", 10]}, {"at": 1, "transfer": ["b", "a", 5]}],
    "costs": [0.6, 0.9],
}
WRITE_FAILS = {
    "balances": {"a": 100},
    "plan": [{"at": 0, "deposit": ["a", 1]}, {"at": 0.3, "deposit": ["a", 10]}],
    "fails": [["a", "write", 1]],
}


async def test_one_deposit(run):
    trace = await banking(run, balances={"a": 100}, plan=[{"at": 0, "deposit": ["a", 1]}])
    assert final(trace) == {"a": 101}, "deposit returned, and its amount was not in the store yet"


async def test_ten_deposits_into_one_account(run):
    trace = await banking(run, **TEN)
    assert final(trace)["a"] == 110, lost(trace, "a", 110)
    assert last_end(trace) <= 10, "ten deposits of 1 s each, one after the other, need 10 s and not more"


async def test_other_accounts_do_not_wait(run):
    trace = await banking(run, **TWO_ACCOUNTS)
    assert final(trace) == {"a": 101, "b": 52}, "each deposit must be in the store"
    ends = [call.end for call in trace.calls]
    assert ends == [seconds(1), seconds(1)], (
        "independent accounts waited for each other: the lock that was taken is not the account's own"
    )


async def test_transfers_in_both_directions(run):
    trace = await banking(run, **OVERLAPPING)
    assert final(trace) == {"a": 95, "b": 105}, unbalanced(trace, {"a": 95, "b": 105})


async def test_transfers_that_need_what_the_other_one_has(run):
    trace = await banking(run, **CROSSING)
    assert final(trace) == {"a": 96, "b": 105}, unbalanced(trace, {"a": 96, "b": 105})
    assert last_end(trace) <= 5, (
        "a deposit of 1 s and two transfers of 2 s, one after the other, need 5 s and not more"
    )
    assert trace.turns < 1000, (
        f"the event loop turned {trace.turns} times while calls waited: whoever looks again and again whether an "
        "account is free keeps the whole program busy"
    )


async def test_the_account_can_be_used_after_an_error(run):
    trace = await banking(run, **WRITE_FAILS)
    check_the_error(trace.calls[0])
    assert trace.calls[1].ending == "returned", "the error of one deposit came out of another one"
    assert final(trace)["a"] in (110, 111), "the first deposit failed, and the second one no longer counted"


# Why an answer fails these tests.


async def banking(run, **inputs):
    """One run; what still waits for work when all calls are over is nobody's business."""
    trace = (await run.play("banking", **inputs)).allow("leftovers")
    if not inputs.get("fails"):
        check_no_error(trace)
    return trace


def check_no_error(trace, but_for=()):
    for number, call in enumerate(trace.calls):
        if call.ending == "raised" and number not in but_for:
            leaf = call.error.leaves()[0]
            line = f" at line {leaf.where['line']}" if leaf.where else ""
            raise AssertionError(f"{call.text} raised {leaf}{line}, and that is not the store's error")


def check_the_error(call):
    assert call.error is not None, f"the store raised an error, and it did not come out of {call.text}"
    known = [leaf.known for leaf in call.error.leaves()]
    assert known == ["the error of the store"], f"the store's own error must come out of {call.text}"


def explain(trace):
    """The belief behind a run that did not end well."""
    if any("acquire" in warning["text"] for warning in trace.never_awaited()):
        return "acquire() was called and not awaited: that takes no lock, it only makes a coroutine object"
    if trace.ending == "deadlock":
        return why_it_hangs(trace)
    return None


def why_it_hangs(trace):
    if any(task["waits"] == "a blocking call" for task in trace.stuck):
        place = line([task for task in trace.stuck if task["waits"] == "a blocking call"])
        return (
            f"a lock of the threading module stopped the whole event loop{place}: the task that has the lock can "
            "never go on to give it back"
        )
    waiting = {task["task"]: task for task in trace.stuck if task["waits"].startswith("lock.acquire()")}
    held_by = {name: holder(task) for name, task in waiting.items()}
    for name, other in held_by.items():
        if other == name:
            return (
                f"{name!r} waits{line([waiting[name]])} for a lock that it holds itself: an asyncio.Lock cannot be "
                "acquired twice, not by its holder either"
            )
    circle = circle_of(held_by)
    if circle:
        return (
            "the transfers wait for each other in a circle: "
            + ", ".join(f"{name!r} waits for a lock that {held_by[name]!r} holds" for name in circle)
            + f"{line(waiting[name] for name in circle)}; each took its two locks in an order of its own"
        )
    broken_off = [call for call in trace.calls if call.ending in ("raised", "cancelled")]
    if broken_off:
        call = broken_off[0]
        how = "raised" if call.ending == "raised" else "was cancelled"
        if not waiting:
            return (
                f"{call.text} {how}, and the turn that it had, or that came to it, went to nobody: all others wait for "
                "ever"
            )
        return (
            f"{call.text} {how} and never gave back what it had acquired: all others wait for ever"
            f"{line(waiting.values())}"
        )
    return None


def holder(task):
    """The task that holds the lock that this one waits for."""
    _, _, name = task["waits"].partition("held by ")
    return name.strip("'") if name else None


def circle_of(held_by):
    """The names in a circle of waiters, beginning with the first in the alphabet."""
    for name in sorted(held_by):
        path, current = [], name
        while current in held_by and current not in path:
            path.append(current)
            current = held_by[current]
        if current == name:
            return path
    return []


def line(tasks):
    lines = sorted({task["where"]["line"] for task in tasks if task["where"]})
    return f" at line {lines[0]}" if lines else ""


def lost(trace, account, expected):
    observed = final(trace)[account]
    if observed < expected:
        count = expected - observed
        updates = "an update was" if count == 1 else f"{count} updates were"
        return (
            f"{updates} lost between read and write: others read the same balance before the new one was "
            "written, because nothing that they share kept them out"
        )
    return "each deposit counts once"


def unbalanced(trace, expected):
    observed = final(trace)
    if sum(observed.values()) != sum(expected.values()):
        return (
            f"money was {'lost' if sum(observed.values()) < sum(expected.values()) else 'made'} by calls that "
            "overlapped: one wrote a balance that another had read before; a transfer changes two accounts"
        )
    return "each transfer moves its amount once, from the first account to the second"


# What there is to see in a trace.


def final(trace):
    return trace.happened("at the end")[0].data["balances"]


def last_end(trace):
    """When all was over. On the wall clock each wait is a little late, and here many follow one another."""
    end = max(call.end for call in trace.calls)
    return end if trace.data["clock"] == "virtual" else end - 0.05 * len(trace.spans)
