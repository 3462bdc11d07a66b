"""customers_shops with other markets: one shop, many shops, nobody, random crowds, and a day that is broken off."""

import asyncio
import heapq
from itertools import accumulate, pairwise

from test_customers_shops import (
    MARKET,
    assert_closed,
    at,
    began,
    busy_twice,
    explain,
    handled,
    most_at_once,
    orders,
    out_of_turn,
    placed,
    played,
    still_shopping,
)

from kata.judge import seconds

__all__ = ["explain"]


def plan(customers, shops, jobs):
    """When each order is begun, if it is first come, first served."""
    arrivals = sorted(
        (when, item)
        for basket in customers
        for when, (_, item) in zip(accumulate(browsing for browsing, _ in basket), basket, strict=True)
    )
    free, begin = [0.0] * shops, {}
    for when, item in arrivals:
        begin[item] = max(when, heapq.heappop(free))
        heapq.heappush(free, begin[item] + jobs[item])
    leave = [sum(browsing for browsing, _ in basket) for basket in customers]
    return begin, max([*leave, *(begin[item] + jobs[item] for item in begin)], default=0)


async def a_good_day(run, customers, shops, jobs):
    trace = await played(run, "market", customers=customers, shops=shops, jobs=jobs)
    begin, end = plan(customers, shops, jobs)
    assert still_shopping(trace) == [], (
        f"main returned at {at(trace.call.end)} while customers were still shopping"
    )
    assert handled(trace) == sorted(begin), f"main returned at {at(trace.call.end)} with orders not handled"
    assert most_at_once(trace) <= shops, f"{shops} shops must not have more than {shops} orders in hand"
    assert busy_twice(trace) == [], "one shop had two orders in hand at the same time"
    assert began(trace) == begin, out_of_turn(trace, begin)
    assert trace.elapsed == seconds(end), (
        "main must return when the last order is done and the last customer has left"
    )
    assert_closed(trace)


async def test_one_shop_serves_everybody(run):
    jobs = {"milk": 0.7, "bread": 0.4, "fish": 0.8, "eggs": 0.5}
    await a_good_day(run, [[[0.3, "milk"], [0.9, "fish"]], [[0.6, "bread"], [0.9, "eggs"]]], 1, jobs)


async def test_more_shops_than_orders(run):
    jobs = {"milk": 1.6, "bread": 1.5, "fish": 0.9}
    await a_good_day(run, [[[0.3, "milk"]], [[0.6, "bread"]], [[0.9, "fish"]]], 5, jobs)


async def test_random_crowds(run, rng):
    def crowd():
        count, shops = rng.randint(2, 3), rng.choice([1, 2, 3, 4])
        times = [0.1 + 0.2 * slot + rng.uniform(0, 0.08) for slot in rng.sample(range(12), 3 * count)]
        customers = [sorted(times[3 * number : 3 * number + 3]) for number in range(count)]
        names = iter(rng.sample(range(100, 1000), 3 * count))
        baskets = [
            [[when - before, f"order {next(names)}"] for before, when in pairwise([0, *mine])]
            for mine in customers
        ]
        jobs = {item: rng.uniform(0.2, 1.2) for basket in baskets for _, item in basket}
        return baskets, shops, jobs

    await asyncio.gather(*(a_good_day(run, *crowd()) for _ in range(4)))


async def test_the_last_customer_may_stay_longer_than_the_work(run):
    """Between two orders the queue is empty and everything is done, but not everybody has left."""
    await a_good_day(run, [[[0.3, "milk"], [3.4, "bread"]]], 2, {"milk": 0.5, "bread": 0.6})


async def test_the_queue_has_no_size_limit(run):
    orders = [f"order {number}" for number in range(110)]
    trace = await played(run, "telephone", orders=orders, browsing=0.3, shops=40, jobs={})
    assert handled(trace) == sorted(orders), f"main returned at {at(trace.call.end)} with orders not handled"


async def test_two_customers_may_want_the_same(run):
    inputs = {"customers": [[[0.3, "milk"]], [[0.6, "milk"]]], "shops": 2, "jobs": {"milk": 1}}
    trace = await played(run, "market", **inputs)
    assert handled(trace) == ["milk", "milk"], (
        "two customers ordered milk: these are two orders, and each is handled"
    )
    inputs = {"customers": [[[0.3, "milk"]]], "times": 2, "shops": 2, "jobs": {"milk": 1}}
    trace = await played(run, "market", **inputs)
    assert handled(trace) == ["milk", "milk"], (
        "the same function stood for two of the customers: each of them must come, and be served"
    )


async def test_an_order_may_be_any_string(run):
    items = ["", "STOP", "None", "END", "milk"]
    basket = [[0.3, item] for item in items]
    trace = await played(run, "market", customers=[basket], shops=2, jobs=dict.fromkeys(items, 0.2))
    assert handled(trace) == sorted(items), (
        'an order may be any string, an empty one too, or "STOP": one that was placed was not handled'
    )


async def test_two_markets_at_once(run):
    markets = [
        {"customers": [[[0.3, "milk"], [0.6, "bread"]]], "shops": 1, "jobs": {"milk": 0.4, "bread": 0.9}},
        {"customers": [[[0.6, "fish"], [0.9, "eggs"]]], "shops": 2, "jobs": {"fish": 0.5, "eggs": 1.2}},
    ]
    trace = await played(run, "two_markets", markets=markets)
    assert handled(trace) == ["bread", "eggs", "fish", "milk"], (
        "two markets were open at the same time, and one took what belongs to the other: orders were not handled"
    )
    assert [call.end for call in trace.calls] == [seconds(1.8), seconds(2.7)], (
        "two markets were open at the same time: each must be over when its own last order is done"
    )


async def test_customers_may_buy_nothing(run):
    trace = await played(run, "market", customers=[[[0.5, "milk"]], []], shops=2, jobs={"milk": 0})
    assert handled(trace) == ["milk"], "the only order was not handled"
    assert trace.elapsed == seconds(0.5), (
        "main must return when the last customer has left and nothing is to be done"
    )
    assert_closed(trace)


async def test_a_market_without_customers_is_over_at_once(run):
    trace = await played(run, "market", customers=[], shops=3, jobs={})
    assert trace.elapsed == seconds(0), "without customers there is nothing to wait for"
    assert orders(trace) == [], "nobody ordered anything, but something was handled"


async def test_a_cancelled_main_ends_cancelled(run):
    for when in (0.5, 2.5, 4.5):  # before the first order; the customers are shopping; all have left
        trace = await run.play("market", **MARKET, cancel_at=[when])
        trace.allow("leftovers", "warnings")
        assert trace.cancelled, "main was cancelled, but the cancellation did not come out of it"
        assert trace.elapsed == seconds(when), f"main was cancelled at {when} but went on"


async def test_nothing_is_handled_that_was_not_ordered(run):
    trace = await played(run, "market", **MARKET)
    assert sorted(span.who for span in orders(trace)) == sorted(placed(trace)), (
        "an order was begun twice, or never placed"
    )


async def test_a_shop_can_be_opened(run):
    """It may need more than the queue to do its work; but process_orders must be written."""
    trace = await run.play("one_shop", order="milk", seconds=0.5)
    trace.allow("leftovers", "warnings")
