"""Plain test functions that run an event loop of their own, and enter and leave by hand."""

import asyncio


def run(story):
    def test(Pool):
        async def whole():
            async with asyncio.timeout(2.8):
                await story(Pool)

        with asyncio.Runner() as runner:
            runner.run(whole())

    return test


class Maker:
    def __init__(self):
        self.made = 0
        self.wait = None
        self.fail = False
        self.stopped = 0

    async def __call__(self):
        self.made += 1
        mine = self.made
        if self.wait is not None:
            try:
                await self.wait.wait()
            except asyncio.CancelledError:
                self.stopped += 1
                raise
        if self.fail:
            raise ValueError(mine)
        return f"c{mine}"


async def turns():
    for _ in range(25):
        await asyncio.sleep(0)


def enter(pool):
    loan = pool.lend()
    return loan, asyncio.ensure_future(loan.__aenter__())


async def leave(loan, error=None):
    try:
        return await loan.__aexit__(type(error) if error else None, error, None)
    except BaseException as raised:
        assert raised is error
        return False


async def complete(pool, size):
    """All places are there, and no more."""
    loans = [enter(pool) for _ in range(size)]
    await turns()
    assert all(task.done() for _, task in loans)
    assert len({task.result() for _, task in loans}) == size
    late, task = enter(pool)
    await turns()
    assert not task.done()
    for loan, _ in loans:
        assert not await leave(loan)
    await turns()
    assert task.done()
    await leave(late)


@run
async def test_life(Pool):
    maker = Maker()
    pool = Pool(maker, 3)
    await turns()
    assert maker.made == 0
    loan, task = enter(pool)
    assert await task == "c1"
    assert maker.made == 1
    await leave(loan)
    loan, task = enter(pool)
    assert await task == "c1"
    await leave(loan)
    await complete(pool, 3)
    assert maker.made == 3


@run
async def test_line(Pool):
    maker = Maker()
    pool = Pool(maker, 2)
    loans = [enter(pool) for _ in range(7)]
    await turns()
    for number, (loan, task) in enumerate(loans):
        assert [t.done() for _, t in loans] == [place < number + 2 for place in range(7)]
        await leave(loan)
        await turns()


@run
async def test_newcomer(Pool):
    pool = Pool(Maker(), 1)
    loan, task = enter(pool)
    await task
    second = enter(pool)
    await turns()
    leaving = asyncio.ensure_future(leave(loan))
    third = enter(pool)
    await turns()
    assert leaving.done() and second[1].done() and not third[1].done()
    await leave(second[0])
    await turns()
    await leave(third[0])


@run
async def test_newcomer_in_the_same_step(Pool):
    pool = Pool(Maker(), 1)
    seen = []

    async def again(name):
        for _ in range(2):
            async with pool.lend():
                seen.append(name)
                await turns()

    await asyncio.gather(again("a"), again("b"))
    assert seen == ["a", "b", "a", "b"]


@run
async def test_slow_connects(Pool):
    maker = Maker()
    maker.wait = asyncio.Event()
    pool = Pool(maker, 2)
    loans = [enter(pool) for _ in range(3)]
    await turns()
    assert maker.made == 2
    maker.wait.set()
    await turns()
    assert [task.done() for _, task in loans] == [True, True, False]
    for loan, _ in loans:
        await leave(loan)
        await turns()


@run
async def test_connect_fails(Pool):
    maker = Maker()
    maker.fail = True
    pool = Pool(maker, 2)
    for number in (1, 2, 3, 4):
        _, task = enter(pool)
        await turns()
        assert task.done() and task.exception().args == (number,)
    maker.fail = False
    await complete(pool, 2)


@run
async def test_block_fails(Pool):
    for error in (RuntimeError("block"), asyncio.CancelledError(), OSError()):
        maker = Maker()
        pool = Pool(maker, 2)
        loan, task = enter(pool)
        await task
        assert not await leave(loan, error)
        loan, task = enter(pool)
        assert await task == "c1"
        await leave(loan)
        await complete(pool, 2)


@run
async def test_cancelled_anywhere(Pool):
    for moment in range(10):
        maker = Maker()
        pool = Pool(maker, 1)
        first, task = enter(pool)
        await task
        second = enter(pool)[1]
        third, task = enter(pool)
        await turns()
        if moment == 0:
            second.cancel()
            await turns()
        await leave(first)
        for _ in range(moment):
            await asyncio.sleep(0)
        ended = not second.cancel()
        await turns()
        if ended and not second.cancelled():
            continue
        assert second.cancelled()
        assert task.done()
        await leave(third)
        await complete(pool, 1)


@run
async def test_cancelled_in_line(Pool):
    pool = Pool(Maker(), 1)
    first, task = enter(pool)
    await task
    second = enter(pool)[1]
    await turns()
    second.cancel()
    await turns()
    assert second.cancelled()
    await leave(first)
    await complete(pool, 1)


@run
async def test_cancelled_in_connect(Pool):
    maker = Maker()
    maker.wait = asyncio.Event()
    pool = Pool(maker, 1)
    task = enter(pool)[1]
    await turns()
    task.cancel()
    await turns()
    assert task.cancelled()
    assert maker.stopped == 1
    assert asyncio.all_tasks() == {asyncio.current_task()}
    maker.wait.set()
    await complete(pool, 1)
