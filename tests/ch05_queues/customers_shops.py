"""Scenarios of customers_shops: a day at the market.

A customer is a list of [seconds of browsing, item]; `jobs` says how long each item takes to handle.
"""

import asyncio

PATIENCE = 2  # seconds that shops which were told to stop may take to end after main has returned


def shopper(record, name, basket):
    async def customer(q):
        with record.span(name):
            for browsing, item in basket:
                await asyncio.sleep(browsing)
                record.event("placed", item)
                await q.put(item)

    return customer


def staff(record, jobs):
    """What the shops do with an order, and the one who hears what they say."""

    async def handle(shop_id, order):
        with record.span(order, shop=shop_id, task=asyncio.current_task().get_name()):
            await asyncio.sleep(jobs.get(order, 0))

    def say(text):
        record.event("said", text=text)

    return handle, say


async def day(record, main, customers, shops, jobs, **how):
    """Calls main; then says who is still there, and who of them does not go away by himself."""
    handle, say = staff(record, jobs)
    before = asyncio.all_tasks()
    await record.call(main, customers, shops, handle, say, **how)
    left = asyncio.all_tasks() - before
    if left:
        _, left = await asyncio.wait(left, timeout=PATIENCE)
    for task in left:
        record.event("still there", task.get_name())


async def market(exercise, record, customers, shops, jobs, times=1, **how):
    """A day with these customers, each of whom comes so many times."""
    await day(record, exercise.main, shoppers(record, customers) * times, shops, jobs, **how)


def shoppers(record, customers):
    return [shopper(record, f"customer {number}", basket) for number, basket in enumerate(customers, 1)]


async def two_markets(exercise, record, markets):
    """Two markets on the same day; each has its own customers and shops."""

    async def one(customers, shops, jobs):
        await record.call(exercise.main, shoppers(record, customers), shops, *staff(record, jobs))

    await asyncio.gather(*(one(**each) for each in markets))


async def telephone(exercise, record, orders, browsing, shops, jobs):
    """One customer, whose orders are on the queue as soon as he is called; then he browses, and leaves."""

    def customer(q):
        for item in orders:
            record.event("placed", item)
            q.put_nowait(item)
        return stroll()

    async def stroll():
        with record.span("customer 1"):
            await asyncio.sleep(browsing)

    await day(record, exercise.main, [customer], shops, jobs)


async def one_shop(exercise, record, order, seconds):
    """A shop that nobody but the scenario opens, with one order on the queue; it is cancelled in the end."""
    handle, say = staff(record, {order: seconds})
    q = asyncio.Queue()
    q.put_nowait(order)
    await record.call(exercise.process_orders, 0, q, handle, say, cancel_at=[2 * seconds])
