"""Scenarios of custom_awaitable: tasks that await a Sleep or a OneShot, and some that are cancelled meanwhile."""

import asyncio


async def sleep(exercise, record, seconds, value=None, default=False, made_before=0, times=1, cancel_at=()):
    """One Sleep, made `made_before` seconds before it is awaited for the first time, and awaited `times` times."""
    given = None if default else identifiable(value)

    async def sleeper():
        nap = exercise.Sleep(seconds) if default else exercise.Sleep(seconds, given)
        if made_before:
            await asyncio.sleep(made_before)
        for _ in range(times):
            result = await nap
            record.event("woke up", "sleeper", value=result, same=result is given)

    await record.call(sleeper, cancel_at=cancel_at)
    await asyncio.sleep(0)
    record.event("afterwards", timers=timers())


async def given_up(exercise, record, seconds, patience):
    """One task awaits a Sleep, gives it up after `patience` seconds, and then awaits the same one again."""

    async def sleeper():
        nap = exercise.Sleep(seconds)
        try:
            async with asyncio.timeout(patience):
                await nap
        except TimeoutError:
            record.event("gave up")
        await nap

    await record.call(sleeper)


async def homemade(exercise, record, seconds):
    """What kind of timers there are while somebody awaits a Sleep."""

    async def sleeper():
        await exercise.Sleep(seconds)

    def look():
        record.event("looked", sleeps=sleeps_of_asyncio())

    asyncio.get_running_loop().call_later(seconds / 2, look)
    await record.call(sleeper)


async def sleepers(exercise, record, naps, shared=False, give_up=None, begins=()):
    """Several tasks. Each awaits Sleep(seconds, name), or all of them the first one's if it is `shared`. `give_up`: the
    first is cancelled after so many seconds. `begins`: [seconds, name] of those who do not begin at once."""
    delays = {name: delay for delay, name in begins}

    async def sleeper(name, nap):
        if name in delays:
            await asyncio.sleep(delays[name])
        with record.span(name):
            value = await nap
            record.event("woke up", name, value=value)

    async def everybody():
        made = [exercise.Sleep(seconds, name) for name, seconds in naps]
        tasks = [
            record.background(sleeper(name, made[0] if shared else nap), name)
            for (name, _), nap in zip(naps, made, strict=True)
        ]
        if give_up is not None:
            await asyncio.sleep(give_up)
            tasks[0].cancel()
        await all_over(tasks)

    await record.call(everybody)
    record.event("afterwards", timers=timers())


async def shot(exercise, record, waiters, sets, cancels=(), again=0, spoil=False, from_callback=False):
    """Tasks that await one OneShot. `waiters`: [name, seconds before it awaits]; `sets`: [seconds, value];
    `cancels`: [seconds, name], which come first among what happens at one instant. Each waiter awaits it `again` more
    times. With `spoil`, the values are exceptions."""

    async def waiter(one_shot, name, begin, value):
        await asyncio.sleep(begin)
        with record.span(name):
            for _ in range(1 + again):
                result = await one_shot
                record.event("got", name, value=result, same=result is value)

    async def everybody():
        one_shot = exercise.OneShot()
        given = [ValueError(value) if spoil else identifiable(value) for _, value in sets]
        tasks = {
            name: record.background(waiter(one_shot, name, begin, given[0]), name) for name, begin in waiters
        }
        steps = [(at, 0, name) for at, name in cancels]
        steps += [(at, 1, value) for (at, _), value in zip(sets, given, strict=True)]
        now = 0
        for at, is_set, what in sorted(steps, key=lambda step: step[:2]):
            if at > now:
                await asyncio.sleep(at - now)
                now = at
            if not is_set:
                tasks[what].cancel()
            elif from_callback:
                asyncio.get_running_loop().call_soon(set_value, record, one_shot, what)
            else:
                set_value(record, one_shot, what)
        await all_over(list(tasks.values()))

    await record.call(everybody)


async def values_of_every_kind(exercise, record, kinds):
    """For each kind of value a OneShot, a task that awaits it before it is set and once more afterwards, and a second
    set."""

    class Equal:
        def __eq__(self, other):
            return True

        __hash__ = object.__hash__

    given = {
        "a tuple": ("a", "b"),
        "an exception class": LookupError,
        "an object that can be awaited": exercise.Sleep(0.1),
        "an object that is equal to all others": Equal(),
        "Ellipsis": ...,
    }

    async def waiter(one_shot, kind):
        with record.span(kind):
            for _ in range(2):
                try:
                    result = await one_shot
                except LookupError as error:
                    result = error
                record.event("got", kind, same=result is given[kind])

    async def everybody():
        shots = {kind: exercise.OneShot() for kind in kinds}
        tasks = [record.background(waiter(one_shot, kind), kind) for kind, one_shot in shots.items()]
        await asyncio.sleep(0.4)
        for kind, one_shot in shots.items():
            set_value(record, one_shot, given[kind])
        await asyncio.sleep(0.4)
        for kind, one_shot in shots.items():
            set_value(record, one_shot, "another", kind)
        await all_over(tasks)

    await record.call(everybody)


async def two_shots(exercise, record):
    """Two OneShots, each of which is set for its own waiters."""

    async def waiter(one_shot, name):
        with record.span(name):
            record.event("got", name, value=await one_shot)

    async def everybody():
        one, other = exercise.OneShot(), exercise.OneShot()
        tasks = [
            record.background(waiter(one, "one"), "one"),
            record.background(waiter(other, "other"), "other"),
        ]
        await asyncio.sleep(0.4)
        set_value(record, one, "value")
        await asyncio.sleep(0.5)
        set_value(record, other, "other value")
        await all_over(tasks)

    await record.call(everybody)


async def set_and_cancel(exercise, record):
    """Two wait; the result is set, and the first of them is cancelled before it can go on."""

    async def waiter(one_shot, name):
        with record.span(name):
            record.event("got", name, value=await one_shot)

    async def everybody():
        one_shot = exercise.OneShot()
        tasks = [record.background(waiter(one_shot, name), name) for name in ("first", "second")]
        await asyncio.sleep(0.5)
        set_value(record, one_shot, "value")
        tasks[0].cancel()
        await all_over(tasks)

    await record.call(everybody)


def set_value(record, one_shot, value, who=None):
    try:
        outcome = one_shot.set(value)
    except NotImplementedError:
        raise
    except Exception as error:
        record.event("set raised", who, error=error)
        return
    record.event("set", who, coroutine=asyncio.iscoroutine(outcome))
    if asyncio.iscoroutine(outcome):
        outcome.close()


async def all_over(tasks):
    """Waits for all of them; raises what one of them has raised."""
    await asyncio.wait(tasks)
    errors = [task.exception() for task in tasks if not task.cancelled()]
    for error in errors:
        if error is not None:
            raise error


def identifiable(value):
    """An object that can be told from all that are equal to it, where one is asked for."""
    return ["an object"] if value == "object" else value


def sleeps_of_asyncio():
    """How many timers of the loop asyncio.sleep has set. They, too, can only be known by what is private."""
    scheduled = asyncio.get_running_loop()._scheduled
    return sum(handle._callback is asyncio.futures._set_result_unless_cancelled for handle in scheduled)


def timers():
    """How many timers of the loop will still fire. asyncio has no public way to ask."""
    return sum(not handle.cancelled() for handle in asyncio.get_running_loop()._scheduled)
