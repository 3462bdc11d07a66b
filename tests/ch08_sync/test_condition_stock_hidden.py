"""condition_stock with crowds, with things that happen in one moment, and with takers who give up."""

import asyncio

from test_condition_stock import business, check_the_stock, explain, last_stock

from kata.judge import seconds

__all__ = ["explain"]


async def test_stock_that_was_there_before(run):
    plan = [
        {"at": 0, "add": 1},
        {"at": 0.4, "take": 5, "who": "A"},
        {"at": 0.8, "take": 1, "who": "B"},
        {"at": 1.2, "add": 7},
        {"at": 1.6, "take": 1, "who": "C"},
        {"at": 2.0, "take": 1, "who": "D"},
    ]
    trace = await business(run, plan)
    ends = {who: trace.ends()[who] for who in "ABCD"}
    assert ends == {"A": 1.2, "B": 0.8, "C": 1.6, "D": 2}, "whoever finds enough need not wait"


async def test_one_delivery_for_many(run):
    plan = [{"at": 0.2 * number, "take": number + 1, "who": name} for number, name in enumerate("ABCD")]
    trace = await business(run, [*plan, {"at": 1.2, "add": 10}])
    assert {who: trace.ends()[who] for who in "ABCD"} == dict.fromkeys("ABCD", 1.2), (
        "enough for all came at 1.2, and all must go on then"
    )


async def test_exactly_enough_and_one_too_few(run):
    plan = [
        {"at": 0, "take": 4, "who": "A"},
        {"at": 0.4, "add": 3},
        {"at": 0.8, "add": 1},
        {"at": 1.2, "take": 1, "who": "B"},
        {"at": 1.6, "add": 1},
    ]
    trace = await business(run, plan)
    assert trace.ends()["A"] == seconds(0.8), "A wants 4: 3 are too few, and 4 are enough"
    assert trace.ends()["B"] == seconds(1.6), "A took all 4, so B must wait"


async def test_enough_for_one_of_two(run):
    plan = [{"at": 0, "take": 3, "who": "A"}, {"at": 0, "take": 3, "who": "B"}, {"at": 0.5, "add": 4}]
    trace = await business(run, [*plan, {"at": 1, "add": 2}])
    assert sorted(trace.ends()[who] for who in "AB") == [0.5, 1], (
        "4 came at 0.5, which was enough for one of two who want 3, and 2 more at 1"
    )


async def test_many_who_cannot_go_on(run):
    plan = [{"at": 0, "take": 9, "who": f"taker {number}"} for number in range(20)]
    plan += [{"at": 0.4, "take": 1, "who": "B"}, {"at": 0.8, "add": 1}]
    trace = await business(run, plan)
    assert trace.ends()["B"] == seconds(0.8), "B wants 1, which came at 0.8; 20 others wanted more"


async def test_random_business(run, rng):
    async def one():
        plan, at = [], 0.0
        for number in range(9):
            at += rng.choice([0.4, 0.5])
            n = rng.randint(1, 6)
            plan.append(
                {"at": at, "add": n}
                if rng.random() < 0.5
                else {"at": at, "take": n, "who": f"taker {number}"}
            )
        plan.append({"at": at + 0.4, "add": sum(step.get("take", 0) for step in plan) + 1})
        await business(run, plan)

    await asyncio.gather(*(one() for _ in range(4)))


async def test_a_crowd(run, rng):
    takes = [
        {"at": rng.uniform(0, 2), "take": rng.randint(1, 5), "who": f"taker {number}"} for number in range(50)
    ]
    adds = [{"at": rng.uniform(0, 2), "add": rng.randint(1, 5)} for _ in range(49)]
    wanted, added = sum(step["take"] for step in takes), sum(step["add"] for step in adds)
    adds.append({"at": 2.4, "add": max(1, wanted - added)})
    trace = await business(run, takes + adds, look=False)
    assert "cancelled" not in trace.endings().values(), (
        "enough for all had come, and somebody was still waiting"
    )
    assert last_stock(trace) == sum(step["add"] for step in adds) - wanted, (
        "pieces were lost, or came from nowhere"
    )


async def test_everything_in_one_moment(run):
    plan = [{"at": 1, "take": n, "who": f"taker {number}"} for number, n in enumerate([4, 1, 2, 1])]
    plan += [{"at": 1, "add": n} for n in (1, 3, 4)]
    for _ in range(3):
        trace = await run.shuffled("business", plan=plan)
        check_the_stock(trace)
        assert last_stock(trace) == 0, "8 came and 8 were taken, all in one moment"


async def test_somebody_gives_up_in_the_moment_of_a_delivery(run):
    for first in (False, True):
        plan = [
            {"at": 0, "take": 3, "who": "A"},
            {"at": 0.4, "take": 2, "who": "B"},
            {"at": 0.5, "take": 9, "who": "C"},
            {"at": 1, "add": 4, "cancels": "A", "first": first},
            {"at": 1.5, "add": 12},
        ]
        trace = await business(run, plan)
        if first:
            assert trace.endings()["A"] == "cancelled", (
                "A was cancelled, but the cancellation did not come out of take"
            )
        taken = 14 if trace.endings()["A"] == "done" else 11
        assert last_stock(trace) == 16 - taken, "a take that was cancelled must take nothing"


async def test_a_newcomer_in_the_moment_of_a_delivery(run):
    plan = [
        {"at": 0, "take": 3, "who": "A"},
        {"at": 0.4, "take": 2, "who": "B"},
        {"at": 1, "add": 3, "take": 1, "who": "C"},
        {"at": 1.5, "add": 9},
    ]
    trace = await business(run, plan)
    assert last_stock(trace) == 6, "12 came, and 6 were taken"


async def test_many_give_up(run):
    plan = [{"at": 0.1 * number, "take": 3, "who": f"taker {number}", "until": 0.9} for number in range(4)]
    plan += [{"at": 0.4, "take": 2, "who": "B"}, {"at": 0.6, "add": 1}, {"at": 1.4, "add": 1}]
    trace = await business(run, plan)
    assert trace.ends()["B"] == seconds(1.4), "those who gave up must keep nobody waiting"


async def test_the_only_one_gives_up(run):
    plan = [
        {"at": 0, "take": 3, "who": "A", "until": 0.5},
        {"at": 1, "add": 3},
        {"at": 1.5, "take": 2, "who": "B"},
    ]
    trace = await business(run, plan)
    assert last_stock(trace) == 1, "A gave up and has taken nothing; B took 2 of 3"


async def test_a_warehouse_of_its_own(run):
    trace = await run("two_warehouses")
    stocks = trace.happened("stocks")[0].data
    assert stocks["one"] == 2, f"add(2) returned, and the stock was {stocks['one']}"
    assert stocks == {"one": 2, "other": 0}, "two warehouses have nothing to do with each other"
    endings = {who: trace.endings()[who] for who in "AB"}
    assert endings == {"A": "cancelled", "B": "done"} and trace.ends()["B"] == 0.4, (
        "A waited for 4 at one warehouse and B at another one, where 4 came at 0.4: B must go on then, and A must not; "
        "two warehouses have nothing to do with each other"
    )
    later = trace.happened("later")[0].data
    assert later == {"one": 2, "other": 0}, (
        "B took all that was there, and nobody anything of the other warehouse"
    )
