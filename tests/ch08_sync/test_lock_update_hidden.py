"""lock_update with other accounts and paces, in crowds and in circles, and with calls that are broken off."""

import asyncio

from test_lock_update import (
    banking,
    check_no_error,
    check_the_error,
    explain,
    final,
    last_end,
    lost,
    unbalanced,
)

from kata.judge import seconds

__all__ = ["explain"]

RING = [["a", "b", 1], ["b", "c", 2], ["c", "a", 4]]


async def test_when_a_call_returns_its_change_is_in_the_store(run):
    trace = await banking(
        run, balances={"x": 0, "y": 5}, plan=[{"at": 0, "transfer": ["x", "y", 7]}], costs=[0.4, 0.8]
    )
    assert final(trace) == {"x": -7, "y": 12}, "transfer returned, and its amount was not in the store yet"
    assert trace.elapsed <= 2.4, "a transfer of its own has nobody to wait for"


async def test_deposits_that_come_one_by_one(run):
    plan = [{"at": 0.4 * number, "deposit": ["a", 3**number]} for number in range(5)]
    trace = await banking(run, balances={"a": 1000}, plan=plan, costs=[0.3, 0.8])
    assert final(trace)["a"] == 1121, lost(trace, "a", 1121)
    assert last_end(trace) <= 5.5, "five deposits of 1.1 s each need 5.5 s and not more"


async def test_an_account_is_busy_and_the_others_are_not(run):
    plan = [{"at": 0, "deposit": ["a", 1]}] * 4 + [
        {"at": 0, "deposit": ["b", 2]},
        {"at": 0, "transfer": ["c", "d", 3]},
        {"at": 0, "transfer": ["f", "e", 4]},
    ]
    crowd = ["deposit", "transfer", *(f"account {number}" for number in range(38))]
    plan += [{"at": 0, "deposit": [account, 1]} for account in crowd]
    trace = await banking(run, balances=dict.fromkeys([*"abcdef", *crowd], 10), plan=plan)
    expected = {"a": 14, "b": 12, "c": 7, "d": 13, "e": 14, "f": 6} | dict.fromkeys(crowd, 11)
    assert final(trace) == expected, "each call must be in the store"
    ends = {call.text: call.end for call in trace.calls[4:]}
    limits = {text: 1 if "deposit" in text else 2 for text in ends}
    assert all(ends[text] <= limits[text] for text in ends), (
        "independent accounts waited for each other: what is done with one of them is no business of the others"
    )


async def test_transfers_in_a_circle(run):
    deposits = [{"at": 0, "deposit": [account, 8]} for account in "abc"]
    transfers = [{"at": 0, "transfer": transfer} for transfer in RING]
    forwards, backwards = await asyncio.gather(
        banking(run, balances=dict.fromkeys("abc", 50), plan=deposits + transfers),
        banking(run, balances=dict.fromkeys("abc", 50), plan=deposits + transfers[::-1]),
    )
    for trace in (forwards, backwards):
        expected = {"a": 61, "b": 57, "c": 56}
        assert final(trace) == expected, unbalanced(trace, expected)
        assert last_end(trace) <= 7, (
            "after deposits of 1 s, three transfers of 2 s each need 6 s and not more"
        )


async def test_deposits_amid_transfers(run):
    plan = [
        {"at": 0, "transfer": ["b", "a", 10]},
        {"at": 0, "deposit": ["a", 1]},
        {"at": 0.2, "deposit": ["b", 2]},
        {"at": 0.8, "transfer": ["a", "b", 3]},
        {"at": 1.2, "deposit": ["a", 4]},
    ]
    trace = await banking(run, balances={"a": 100, "b": 100}, plan=plan, costs=[0.3, 0.5])
    expected = {"a": 112, "b": 95}
    assert final(trace) == expected, (
        f"transfers and deposits lost each other's updates: {final(trace)} in the store, {expected} would be right"
    )


async def test_a_busy_day(run, rng):
    async def one():
        names = ["Zoe", "Ann", "", "bob", "7"][: rng.randint(2, 5)]
        balances = {name: rng.randint(-50, 50) for name in names}
        expected, plan = dict(balances), []
        for _ in range(14):
            at, amount = rng.uniform(0, 3), rng.randint(1, 9)
            if rng.random() < 0.4:
                account = rng.choice(names)
                plan.append({"at": at, "deposit": [account, amount]})
                expected[account] += amount
            else:
                src, dst = rng.sample(names, 2)
                plan.append({"at": at, "transfer": [src, dst, amount]})
                expected[src] -= amount
                expected[dst] += amount
        trace = await banking(run, balances=balances, plan=plan, costs=[0.1, 0.15])
        assert final(trace) == expected, "of many calls that overlapped, some were lost or counted twice"

    await asyncio.gather(*(one() for _ in range(3)))


async def test_errors_of_the_store(run):
    deposits = [{"at": 0, "deposit": ["a", 1]}, {"at": 0.3, "deposit": ["a", 10]}]
    transfers = [
        {"at": 0, "transfer": ["a", "b", 1]},
        {"at": 0.3, "transfer": ["b", "a", 10]},
        {"at": 0.3, "deposit": ["a", 100]},
        {"at": 0.3, "deposit": ["b", 1000]},
    ]
    balances = {"a": 0, "b": 0}
    faults = [[account, what, 1] for account in "ab" for what in ("read", "write")]
    cases = [(deposits, fault) for fault in faults[:2]] + [(transfers, fault) for fault in faults]
    traces = await asyncio.gather(
        *(banking(run, balances=balances, plan=plan, fails=[fault]) for plan, fault in cases)
    )
    for trace in traces:
        failed = [call for call in trace.calls if call.ending == "raised"]
        assert len(failed) <= 1, "an error of one call came out of another one, too"
        assert failed != [], "the store raised an error, and it did not come out of any call"
        check_the_error(failed[0])
        broken_off = [number for number, call in enumerate(trace.calls) if call is failed[0]]
        check_the_others(trace, broken_off)


async def test_nothing_of_a_broken_off_call_comes_later(run):
    run.allow("warnings")
    after = [{"at": 0.6, "deposit": ["a", 10]}, {"at": 0.65, "deposit": ["b", 100]}]
    transfer = {"at": 0, "transfer": ["a", "b", 1]}
    later = [{"at": 1.2, "deposit": ["a", 10]}]
    cases = [
        {"plan": [{"at": 0, "deposit": ["a", 1], "cancel_at": [0.7]}, *after], "slow": [["a", "write", 1]]},
        {
            "plan": [{"at": 0, "deposit": ["a", 1], "cancel_at": [0.6, 0.9]}, *later],
            "slow": [["a", "write", 1]],
        },
        {"plan": [transfer | {"cancel_at": [0.7]}, *after], "slow": [["a", "write", 1], ["b", "write", 1]]},
        {"plan": [transfer, *after], "fails": [["a", "read", 1]], "slow": [["b", "write", 1]]},
        {"plan": [transfer, *after], "fails": [["b", "write", 1]], "slow": [["a", "write", 2]]},
    ]
    balances = {"a": 0, "b": 0}
    traces = await asyncio.gather(*(banking(run, balances=balances, then=5, **case) for case in cases))
    for trace in traces:
        if "cancel_at" in trace.inputs["plan"][0]:
            check_cancelled(trace, 0)
        broken_off = [number for number, call in enumerate(trace.calls) if call.ending != "returned"]
        assert broken_off != [], "the store raised an error, and it did not come out of any call"
        check_the_others(
            trace,
            broken_off,
            f"{trace.calls[broken_off[0]].text} was broken off, and something of it still wrote when others had the "
            "account: what they had written was wiped out",
        )


async def test_a_write_that_takes_longer(run):
    plan = [{"at": 0.7 * number, "deposit": ["a", 10**number]} for number in range(3)]
    trace = await banking(run, balances={"a": 0}, plan=plan, slow=[["a", "write", 1]])
    assert final(trace)["a"] == 111, (
        "two writes to one account were under way at the same time, and the older balance was written last"
    )


async def test_two_banks(run):
    trace = (await run("two_banks")).allow("leftovers")
    assert [call.end for call in trace.calls] == [1, 1], (
        "two banks, each with a store of its own, waited for each other: their accounts only have the same name"
    )


async def test_a_call_that_is_cancelled_in_its_turn(run):
    for first, after in (
        ({"at": 0, "deposit": ["a", 1]}, [{"at": 0, "deposit": ["a", 10]}]),
        (
            {"at": 0, "transfer": ["a", "b", 1]},
            [{"at": 0, "deposit": ["a", 10]}, {"at": 0, "transfer": ["b", "a", 100]}],
        ),
    ):
        traces = await run.sweep("banking", balances={"a": 0, "b": 0}, plan=[first, *after])
        for trace in run.traces:
            trace.allow("leftovers")
        for trace in traces:
            check_cancelled(trace, 0)
            check_the_others(trace, [0])


async def test_a_call_that_is_cancelled_while_it_waits(run):
    plan = [
        {"at": 0, "deposit": ["a", 1]},
        {"at": 0.1, "deposit": ["a", 10], "cancel_at": [0.4]},
        {"at": 0.2, "deposit": ["a", 100]},
        {"at": 0.2, "deposit": ["a", 1000]},
    ]
    trace = await banking(run, balances={"a": 0, "b": 0}, plan=plan, costs=[0.4, 0.8])
    check_cancelled(trace, 1)
    assert final(trace)["a"] in (1101, 1111), (
        "a deposit that was cancelled while it waited let others in: it gave back a lock that it did not have"
        if final(trace)["a"] < 1101
        else "each deposit counts once"
    )
    assert last_end(trace) <= 4.8, "whoever was cancelled must keep nobody waiting"


async def test_a_call_that_is_cancelled_in_the_moment_in_which_its_turn_comes(run):
    plan = [
        {"at": 0, "deposit": ["a", 1], "cancels": 1},
        {"at": 0.1, "deposit": ["a", 10]},
        {"at": 0.2, "deposit": ["a", 100]},
    ]
    trace = await banking(run, balances={"a": 0}, plan=plan)
    check_the_others(trace, [1])


async def test_a_transfer_that_is_cancelled_while_it_waits(run):
    for busy in "ab":
        plan = [
            {"at": 0, "deposit": [busy, 1]},
            {"at": 0.1, "transfer": ["a", "b", 10], "cancel_at": [0.4]},
            {"at": 0.1, "transfer": ["b", "a", 20], "cancel_at": [0.4]},
            {"at": 0.2, "deposit": ["b", 100]},
            {"at": 0.2, "deposit": ["a", 200]},
        ]
        trace = await banking(run, balances={"a": 0, "b": 0}, plan=plan, costs=[0.4, 0.8])
        for number in (1, 2):
            check_cancelled(trace, number)
        check_the_others(trace, [1, 2])


async def test_amounts_and_balances_of_any_sign(run):
    plan = [{"at": 0, "deposit": ["a", -5]}, {"at": 0, "transfer": ["a", "b", 3]}]
    trace = await banking(run, balances={"a": 0, "b": -10}, plan=plan)
    assert final(trace) == {"a": -8, "b": -7}, "a balance can have any sign"


async def test_calls_that_nobody_disturbs_take_no_longer(run):
    trace = await banking(run, balances={"a": 0}, plan=[{"at": 0, "deposit": ["a", 1]}], costs=[0.4, 1.3])
    assert trace.elapsed <= seconds(1.7), "a deposit that is alone has nobody to wait for"


def check_cancelled(trace, number):
    call = trace.calls[number]
    assert call.ending == "cancelled", f"{call.text} was cancelled, and CancelledError did not come out of it"


def check_the_others(trace, broken_off, why="a call was broken off, and others no longer counted"):
    """All but the calls that were broken off count fully; those may count for each of their accounts, or not."""
    plan = trace.inputs["plan"]
    possible = {account: {balance} for account, balance in trace.inputs["balances"].items()}
    for number, step in enumerate(plan):
        for account, amount in changes(step):
            after = {balance + amount for balance in possible[account]}
            possible[account] = after | possible[account] if number in broken_off else after
    check_no_error(trace, but_for=broken_off)
    for number, call in enumerate(trace.calls):
        assert number in broken_off or call.ending == "returned", (
            f"{call.text} had nothing to do with the call that was broken off, and was cancelled with it"
        )
    for account, balances in possible.items():
        assert final(trace)[account] in balances, f"{why}: {final(trace)[account]} in account {account}"


def changes(step):
    if "deposit" in step:
        return [step["deposit"]]
    src, dst, amount = step["transfer"]
    return [[src, -amount], [dst, amount]]
