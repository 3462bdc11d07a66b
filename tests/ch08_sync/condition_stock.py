"""Scenarios of condition_stock: takers and deliveries at a warehouse.

`plan` is a list of steps: {"at": seconds, "add": n}, or {"at": seconds, "take": n, "who": name}. A take with "until" is
cancelled at that instant. An add with "cancels" cancels the take of that name in the same moment, after it has added;
with "first": true, before. After an add with "who", its task takes "take" pieces, without a pause.
"""

import asyncio

LATER = 0.1  # seconds after which whoever can go on has gone on
LATE = 1.0  # seconds after the last step, when those who still wait are sent home
TURNS = 10  # of the event loop, the same on a machine that is late


async def business(exercise, record, plan, look=True):
    """The steps of the plan. With `look`, what is there and who waits is written down a little after each of them."""

    async def everybody():
        loop = asyncio.get_running_loop()
        warehouse = exercise.Warehouse()
        waiting, tasks = {}, {}
        added = taken = 0

        async def look_later(at):
            await asyncio.sleep(at + LATER)
            for _ in range(TURNS):
                await asyncio.sleep(0)
            note("later", waiting=dict(waiting))

        def note(what, who=None, **data):
            record.event(what, who, stock=warehouse.stock, added=added, taken=taken, **data)

        async def add_and_take(step):
            await add(step)
            if "take" in step:
                await take_now(step)

        async def add(step):
            nonlocal added
            await asyncio.sleep(step["at"])
            if "cancels" in step and step.get("first"):
                tasks[step["cancels"]].cancel()
            with record.span(f"add {step['add']}", added=step["add"]):
                await warehouse.add(step["add"])
            added += step["add"]
            if "cancels" in step and not step.get("first"):
                tasks[step["cancels"]].cancel()

        async def take(step):
            await asyncio.sleep(step["at"])
            await take_now(step)

        async def take_now(step):
            nonlocal taken
            who, n = step["who"], step["take"]
            waiting[who] = n
            try:
                with record.span(who, takes=n):
                    await warehouse.take(n)
                taken += n
                note("took", n=n)
            finally:
                del waiting[who]

        async def close():
            await asyncio.sleep(max(step["at"] for step in plan) + LATE)
            await asyncio.wait(
                [task for task, step in zip(tasks.values(), plan, strict=True) if "add" in step]
            )
            for task in tasks.values():
                task.cancel()

        note("opens")
        looks = []
        for step in plan:
            name = step.get("who", f"add {step.get('add')}")
            task = asyncio.create_task(add_and_take(step) if "add" in step else take(step), name=name)
            tasks[name if "who" in step else len(tasks)] = task
            if "until" in step:
                loop.call_later(step["until"], task.cancel)
            if look:
                looks += [
                    asyncio.create_task(look_later(at)) for at in {step["at"], step.get("until", step["at"])}
                ]
        closing = record.background(close())
        done, _ = await asyncio.wait(tasks.values(), return_when=asyncio.FIRST_EXCEPTION)
        for task in done:
            if not task.cancelled():
                task.result()
        closing.cancel()
        await asyncio.gather(*looks)
        note("closes")

    await record.call(everybody)


async def two_warehouses(exercise, record):
    """What is added to one of two warehouses; then somebody waits at each, and enough comes to the other one."""

    async def take(warehouse, who):
        with record.span(who):
            await warehouse.take(4)

    async def everybody():
        one, other = exercise.Warehouse(), exercise.Warehouse()
        await one.add(2)
        record.event("stocks", one=one.stock, other=other.stock)
        takers = [asyncio.create_task(take(one, "A")), asyncio.create_task(take(other, "B"))]
        await asyncio.sleep(0.4)
        await other.add(4)
        await asyncio.sleep(0.4)
        record.event("later", one=one.stock, other=other.stock)
        for taker in takers:
            taker.cancel()
        await asyncio.wait(takers)

    await record.call(everybody)
