"""Scenarios of mini_event_loop: programs that the answer's Loop runs. No event loop of asyncio is needed.

A program is a dict of coroutines by name, each a list of steps; it begins with "main". The steps:

    ["sleep", milliseconds]   ["start", name]   ["join", name]   ["return", value]   ["raise", text]
    ["catch", name]   joins, and goes on when that raises      ["nest", steps]   awaits a coroutine with these steps
"""

LONGEST = 5  # seconds for all programs together; they need a fraction of one


def coroutine(program, create_task, sleep, join, say):
    """The program's "main". It tells `say` of everything that it does; a step without a word did not happen."""
    tasks = {}

    async def perform(who):
        say(who, "begins")
        try:
            value = await follow(who, program[who])
        except ValueError as error:
            say(who, f"ends: {error}")
            raise
        say(who, "ends")
        return value

    async def follow(who, steps):
        for kind, what in steps:
            if kind == "sleep":
                await sleep(what / 1000)
                say(who, f"slept {what / 1000:g}")
            elif kind == "start":
                tasks[what] = create_task(perform(what))
                say(who, f"started {what}")
            elif kind == "join":
                value = await join(tasks[what])
                say(who, f"{what} gave {value!r}")
            elif kind == "catch":
                try:
                    value = await join(tasks[what])
                    say(who, f"{what} gave {value!r}")
                except ValueError as error:
                    say(who, f"{what} raised {error}")
            elif kind == "nest":
                await follow(who, what)
            elif kind == "raise":
                raise ValueError(what)
            elif kind == "return":
                return what
        return None

    return perform("main")


def play(exercise, record, program):
    """Runs a program on a loop of its own. Its log: a line for each word, with the loop's time in front."""
    log = []
    loop = exercise.Loop()

    def say(who, what):
        log.append(f"{loop.now:.3f} {who} {what}")

    main = coroutine(program, loop.create_task, exercise.sleep, exercise.join, say)
    record.call_plain(loop.run, main)
    main.close()
    return loop, log


def one_program(exercise, record, program):
    loop, log = play(exercise, record, program)
    record.event("log", lines=log, now=loop.now)


def many_programs(exercise, record, programs):
    """One after the other, each on a loop of its own; no more of them if the loops really wait."""
    for program in programs:
        if record.now > LONGEST:
            return
        loop, log = play(exercise, record, program)
        record.event("log", lines=log, now=loop.now, result=record.last["result"], error=record.last["error"])


def made_before(exercise, record):
    """Two tasks are made before run begins."""
    loop = exercise.Loop()
    log = []

    async def early(name):
        log.append(f"{name} begins")
        await exercise.sleep(0.5)
        return name

    async def main(tasks):
        log.append("main begins")
        return [await exercise.join(task) for task in tasks]

    program = main([loop.create_task(early(name)) for name in ("first", "second")])
    record.call_plain(loop.run, program)
    program.close()
    record.event("log", lines=log, now=loop.now)


def two_loops(exercise, record):
    """One loop runs inside a task of another one."""
    log = []
    outer, inner = exercise.Loop(), exercise.Loop()

    async def little(seconds):
        await exercise.sleep(seconds)
        log.append(f"{inner.now:.3f} inside, {outer.now:.3f} outside")
        return "done"

    async def big():
        await exercise.sleep(1)
        other = outer.create_task(neighbour())
        value = inner.run(little(0.25))
        await exercise.join(other)
        log.append(f"{inner.now:.3f} inside, {outer.now:.3f} outside")
        return value

    async def neighbour():
        await exercise.sleep(0.5)

    record.call_plain(outer.run, big())
    record.event("log", lines=log)


def everybody_waits(exercise, record, others=False):
    """Two tasks that join each other. `others`: while somebody else works for a while."""
    loop = exercise.Loop()
    tasks = {}
    done = []

    async def waits_for(name):
        await exercise.sleep(0.1)
        await exercise.join(tasks[name])

    async def other():
        await exercise.sleep(3)
        done.append("other")

    async def main():
        if others:
            loop.create_task(other())
        tasks["a"] = loop.create_task(waits_for("b"))
        tasks["b"] = loop.create_task(waits_for("a"))
        await exercise.join(tasks["a"])

    program = main()
    record.call_plain(loop.run, program)
    program.close()
    record.event("afterwards", done=done)


def same_moment(exercise, record, sleeps):
    """Tasks whose sleeps, lists of milliseconds, are over at the same moments."""
    loop = exercise.Loop()
    log = []

    async def sleeper(number):
        for pause in sleeps[number]:
            await exercise.sleep(pause / 1000)
            log.append([loop.now, number])

    async def main():
        tasks = [loop.create_task(sleeper(number)) for number in range(len(sleeps))]
        for task in tasks:
            await exercise.join(task)

    record.call_plain(loop.run, main())
    record.event("log", entries=log)


def crowd(exercise, record, count):
    """A great many tasks, each of which takes several turns; every tenth sleeps."""
    loop = exercise.Loop()
    total = 0

    async def worker(number):
        nonlocal total
        for _ in range(3):
            await exercise.sleep(0)
        if number % 10 == 0:
            await exercise.sleep((count - number) / 1000)
        total += 1
        return number

    async def main():
        tasks = [loop.create_task(worker(number)) for number in range(count)]
        results = [await exercise.join(task) for task in tasks]
        return results == list(range(count))

    record.call_plain(loop.run, main())
    record.event("crowd", total=total, now=loop.now)


def row(exercise, record, count, fails=False):
    """A long row of tasks, each of which joins the one before; the first one ends last of all."""
    loop = exercise.Loop()

    async def first():
        await exercise.sleep(1)
        if fails:
            raise ValueError("the first one failed")
        return 0

    async def link(before):
        value = await exercise.join(before)
        return value + 1 if type(value) is int else value

    async def main():
        last = loop.create_task(first())
        for _ in range(count):
            last = loop.create_task(link(last))
        return await exercise.join(last)

    record.call_plain(loop.run, main())


def values(exercise, record):
    """What a coroutine returns is a value, whatever it looks like; what it raises is that very object."""
    loop = exercise.Loop()
    given = [None, 0, "", ("sleep", 1), ("join", None), StopIteration("a value"), ValueError("a value")]
    error = LookupError("the error")
    record.name(error, "the error")

    async def gives(value, pause):
        await exercise.sleep(pause)
        return value

    async def fails():
        await exercise.sleep(0.5)
        raise error

    async def joins(task):
        try:
            await exercise.join(task)
        except LookupError as caught:
            record.event("caught", same=caught is error)

    async def main():
        for pause in (0, 0.1):
            for value in given:
                task = loop.create_task(gives(value, pause))
                record.event("gave", same=await exercise.join(task) is value)
                record.event("gave", same=await exercise.join(task) is value)
        failing = loop.create_task(fails())
        waiting = [loop.create_task(joins(failing)) for _ in range(3)]
        for task in waiting:
            await exercise.join(task)
        await joins(failing)
        await exercise.join(failing)

    record.call_plain(loop.run, main())
