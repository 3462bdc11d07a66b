"""Random steps, and after each of them a comparison with a model of a pool."""

import asyncio
import random
from collections import deque

import pytest


async def settle(turns=30):
    for _ in range(turns):
        await asyncio.sleep(0)


class Story:
    """Random steps with a pool, and a model of what a pool promises to compare it with."""

    def __init__(self, Pool, size, rng):
        self.rng, self.size = rng, size
        self.made = self.waiting = 0
        self.calls = deque()
        self.pool = Pool(self.connect, size)
        self.line, self.inside, self.connecting = [], {}, {}
        self.idle = set()
        self.current = None

    async def connect(self):
        future = asyncio.get_running_loop().create_future()
        self.calls.append(future)
        try:
            return await future
        finally:
            self.calls.remove(future)

    async def use(self, user):
        async with self.pool.lend() as user.connection:
            await user.leave

    def come(self):
        class User:
            connection = None

        user = User()
        user.leave = asyncio.get_running_loop().create_future()
        user.task = asyncio.create_task(self.use(user))
        self.line.append(user)
        return user

    async def check(self):
        """Moves the model on, and looks whether the pool is where the model is."""
        await settle()
        while self.line and len(self.inside) + len(self.connecting) < self.size:
            user = self.line.pop(0)
            if user.connection is None:
                assert not self.idle, "did not get the idle one"
                free = [call for call in self.calls if call not in self.connecting.values()]
                assert free, "nobody connects for the next in line"
                self.connecting[user] = free[0]
            else:
                assert user.connection in self.idle, "got one that was not idle"
                self.idle.discard(user.connection)
                self.inside[user] = user.connection
        assert len(self.calls) == len(self.connecting), "somebody connects who must not"
        assert not any(user.connection for user in self.line), "somebody is in who must wait"
        assert not any(user.task.done() for user in [*self.line, *self.inside, *self.connecting])
        used = [*self.inside.values(), *self.idle]
        assert len(used) == len(set(used))

    async def step(self):
        rng = self.rng
        what = rng.choice(
            ["come"] * 4 + ["leave", "leave", "fail", "made", "made", "broken", "cancel", "cancel"]
        )
        if what == "come" and len(self.line) < 4:
            self.come()
        elif what in ("leave", "fail") and self.inside:
            user = rng.choice([*self.inside])
            connection = self.inside.pop(user)
            assert user.connection is connection
            error = KeyError("a block") if what == "fail" else None
            if error is None:
                user.leave.set_result(None)
            else:
                user.leave.set_exception(error)
            self.idle.add(connection)
            if rng.random() < 0.5:
                self.come()
            if self.line and rng.random() < 0.5:
                await settle(rng.randrange(8))
                await self.cancel(self.line.pop(0))
            await settle()
            assert user.task.done() and user.task.exception() is error
        elif what in ("made", "broken") and self.connecting:
            user = rng.choice([*self.connecting])
            call = self.connecting.pop(user)
            if what == "made":
                self.made += 1
                call.set_result(f"connection {self.made}")
                await settle()
                owner = [u for u in [user, *self.connecting] if u.connection == f"connection {self.made}"]
                assert len(owner) == 1
                if owner[0] is not user:  # who connects by which call, nobody can see
                    self.connecting[user] = self.connecting.pop(owner[0])
                self.inside[owner[0]] = owner[0].connection
            else:
                error = OSError("a connect")
                call.set_exception(error)
                await settle()
                owner = [u for u in [user, *self.connecting] if u.task.done()]
                assert len(owner) == 1 and owner[0].task.exception() is error
                if owner[0] is not user:
                    self.connecting[user] = self.connecting.pop(owner[0])
        elif what == "cancel":
            everybody = [*self.line, *self.inside, *self.connecting]
            if everybody:
                user = rng.choice(everybody)
                if user in self.line:
                    self.line.remove(user)
                elif user in self.inside:
                    self.idle.add(self.inside.pop(user))
                else:
                    before = set(self.calls)
                    del self.connecting[user]
                    await self.cancel(user)
                    await settle()
                    (gone,) = before - set(self.calls) or [None]
                    assert gone is not None
                    rest = [call for call in before & set(self.calls)]
                    self.connecting = dict(zip(self.connecting, rest, strict=True))
                    await self.check()
                    return
                await self.cancel(user)
        await self.check()

    async def cancel(self, user):
        user.task.cancel()
        await settle()
        assert user.task.cancelled()


@pytest.mark.parametrize("size", [1, 2])
@pytest.mark.parametrize("seed", range(6))
async def test_a_random_story(Pool, seed, size):
    mine = asyncio.all_tasks()
    story = Story(Pool, size, random.Random(f"{seed} {size}"))
    await story.check()
    for _ in range(60):
        await story.step()
    for user in [*story.inside, *story.connecting, *story.line]:
        user.task.cancel()
    await settle()
    assert asyncio.all_tasks() == mine
