"""A TestCase of unittest, to which a fixture gives the pool."""

import asyncio
import unittest

import pytest


async def settle():
    """Lets everybody do all that can be done without time passing."""
    for _ in range(15):
        await asyncio.sleep(0)


class Connect:
    """Makes the connections 1, 2, 3... `gate`: closed, it holds up every call. The next `failures` calls raise."""

    def __init__(self):
        self.calls = self.under_way = self.failures = 0
        self.gate = asyncio.Event()
        self.gate.set()

    async def __call__(self):
        self.calls += 1
        number = self.calls
        self.under_way += 1
        try:
            await self.gate.wait()
            if self.failures:
                self.failures -= 1
                raise ConnectionError("nobody answers")
            return number
        finally:
            self.under_way -= 1


class User:
    """A task that borrows a connection, holds it until it is told to leave, and can be told to fail."""

    def __init__(self, pool):
        self.connection = None
        self._leave = asyncio.get_running_loop().create_future()
        self.task = asyncio.create_task(self._use(pool))

    async def _use(self, pool):
        async with pool.lend() as self.connection:
            await self._leave

    @property
    def is_in(self):
        return self.connection is not None and not self.task.done()

    def leave(self, error=None):
        if error is None:
            self._leave.set_result(None)
        else:
            self._leave.set_exception(error)

    async def cancelled(self):
        """Cancels it, and says whether it ended cancelled."""
        self.task.cancel()
        await settle()
        return self.task.cancelled()


async def check_all_places(come, pool, size):
    """As many can be in as the pool has places, and one more must wait."""
    users = await come(pool, size + 1)
    assert [user.is_in for user in users] == [True] * size + [False]


class PoolTest(unittest.IsolatedAsyncioTestCase):
    @pytest.fixture(autouse=True)
    def give(self, Pool):
        self.Pool = Pool

    async def asyncSetUp(self):
        self.everybody = []

    async def asyncTearDown(self):
        for user in self.everybody:
            user.task.cancel()
        await settle()

    async def come(self, pool, number):
        users = []
        for _ in range(number):
            users.append(User(pool))
            await settle()
        self.everybody.extend(users)
        return users

    async def test_connections_are_made_when_they_are_needed_and_lent_again(self):
        Pool, connect, come = self.Pool, Connect(), self.come
        pool = Pool(connect, 3)
        await settle()
        assert connect.calls == 0
        (first,) = await come(pool, 1)
        assert (first.connection, connect.calls) == (1, 1)
        first.leave()
        await settle()
        second, third = await come(pool, 2)
        assert (second.connection, third.connection, connect.calls) == (1, 2, 2)
        second.leave()
        third.leave()
        await settle()
        again = await come(pool, 2)
        assert {user.connection for user in again} == {1, 2}
        assert connect.calls == 2

    async def test_never_more_than_size_and_the_next_in_line_gets_what_comes_back(self):
        Pool, connect, come = self.Pool, Connect(), self.come
        pool = Pool(connect, 2)
        users = await come(pool, 5)
        for number in range(5):
            inside = range(number, min(number + 2, 5))
            assert [user.is_in for user in users] == [place in inside for place in range(5)]
            assert len({users[place].connection for place in inside}) == len(inside)
            users[number].leave()
            await settle()
        assert connect.calls == 2

    async def test_connects_count_as_lent_and_do_not_wait_for_one_another(self):
        Pool, connect, come = self.Pool, Connect(), self.come
        connect.gate.clear()
        pool = Pool(connect, 2)
        users = await come(pool, 4)
        assert (connect.calls, connect.under_way) == (2, 2)
        connect.gate.set()
        await settle()
        assert [user.is_in for user in users] == [True, True, False, False]

    async def test_whoever_comes_back_at_once_stands_behind_those_in_line(self):
        Pool, connect, come = self.Pool, Connect(), self.come
        pool = Pool(connect, 1)
        order = []
        hold = asyncio.Event()

        async def greedy():
            async with pool.lend():
                await hold.wait()
            async with pool.lend():
                order.append("greedy")

        async def patient():
            async with pool.lend():
                order.append("patient")

        async with asyncio.TaskGroup() as group:
            group.create_task(greedy())
            await settle()
            group.create_task(patient())
            await settle()
            hold.set()
        assert order == ["patient", "greedy"]

    async def test_an_error_of_the_block_comes_out_and_its_connection_is_idle(self):
        Pool, connect, come = self.Pool, Connect(), self.come
        pool = Pool(connect, 2)
        for _ in range(3):
            (user,) = await come(pool, 1)
            error = LookupError("in the block")
            user.leave(error)
            await settle()
            assert user.task.exception() is error
        assert connect.calls == 1
        await check_all_places(come, pool, 2)

    async def test_an_error_of_connect_comes_out_and_the_next_in_line_tries(self):
        Pool, connect, come = self.Pool, Connect(), self.come
        connect.gate.clear()
        connect.failures = 1
        pool = Pool(connect, 1)
        first, second = await come(pool, 2)
        connect.gate.set()
        await settle()
        assert isinstance(first.task.exception(), ConnectionError)
        assert second.connection == 2
        second.leave()
        await settle()
        await check_all_places(come, pool, 1)

    async def test_a_pool_leaves_no_task_behind(self):
        Pool, connect, come = self.Pool, Connect(), self.come
        before = asyncio.all_tasks()
        pool = Pool(connect, 2)
        users = await come(pool, 3)
        for user in users:
            user.leave()
            await settle()
        assert asyncio.all_tasks() == before

    async def test_cancelled_in_line(self):
        Pool, connect, come = self.Pool, Connect(), self.come
        pool = Pool(connect, 1)
        first, second, third, fourth = await come(pool, 4)
        assert await second.cancelled()
        assert await third.cancelled()
        assert not fourth.is_in
        first.leave()
        await settle()
        assert fourth.is_in
        fourth.leave()
        await settle()
        await check_all_places(come, pool, 1)

    async def test_cancelled_in_the_moment_in_which_its_turn_comes(self):
        Pool, connect, come = self.Pool, Connect(), self.come
        pool = Pool(connect, 1)
        for turns in range(12):
            first, second, third = await come(pool, 3)
            first.leave()
            for _ in range(turns):
                await asyncio.sleep(0)
            assert await second.cancelled()
            assert third.is_in
            third.leave()
            await settle()
        await check_all_places(come, pool, 1)

    async def test_cancelled_during_connect(self):
        Pool, connect, come = self.Pool, Connect(), self.come
        connect.gate.clear()
        pool = Pool(connect, 1)
        first, second = await come(pool, 2)
        tasks = asyncio.all_tasks()
        assert await first.cancelled()
        assert (connect.calls, connect.under_way) == (2, 1)
        connect.gate.set()
        await settle()
        assert second.connection == 2
        assert len(asyncio.all_tasks()) < len(tasks)
        second.leave()
        await settle()
        await check_all_places(come, pool, 1)

    async def test_cancelled_in_the_block(self):
        Pool, connect, come = self.Pool, Connect(), self.come
        pool = Pool(connect, 1)
        first, second = await come(pool, 2)
        assert await first.cancelled()
        assert second.connection == 1
        second.leave()
        await settle()
        await check_all_places(come, pool, 1)
