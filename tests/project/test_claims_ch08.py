"""What popular texts say of locks, semaphores, events, barriers and conditions, held against the interpreter."""

import asyncio
from collections.abc import Awaitable
from typing import Any

import pytest

SHORT = 0.05  # seconds after which something that would wait for ever is given up


async def ends(waiting: Awaitable[Any]) -> bool:
    """Whether this comes to an end, and soon."""
    try:
        async with asyncio.timeout(SHORT):
            await waiting
    except TimeoutError:
        return False
    return True


class Account:
    def __init__(self) -> None:
        self.balance = 100
        self.lock = asyncio.Lock()

    async def deposit(self) -> None:
        balance = self.balance
        await asyncio.sleep(0)
        self.balance = balance + 1

    async def deposit_alone(self) -> None:
        async with self.lock:
            await self.deposit()

    async def deposit_with_a_lock_of_its_own(self) -> None:
        async with asyncio.Lock():
            await self.deposit()


def test_updates_are_lost_across_an_await_and_a_shared_lock_keeps_them() -> None:
    async def balance_after(deposit: str) -> int:
        account = Account()
        await asyncio.gather(*(getattr(account, deposit)() for _ in range(10)))
        return account.balance

    async def main() -> list[int]:
        ways = ["deposit", "deposit_with_a_lock_of_its_own", "deposit_alone"]
        return [await balance_after(way) for way in ways]

    assert asyncio.run(main()) == [101, 101, 110]


def test_a_lock_is_fair() -> None:
    async def main() -> list[int]:
        lock, order = asyncio.Lock(), list[int]()

        async def enter(number: int) -> None:
            async with lock:
                order.append(number)
                await asyncio.sleep(0)

        await asyncio.gather(*map(enter, range(5)))
        return order

    assert asyncio.run(main()) == [0, 1, 2, 3, 4]


def test_a_lock_makes_its_own_holder_wait() -> None:
    async def main() -> bool:
        lock = asyncio.Lock()
        async with lock:
            return await ends(lock.acquire())

    assert not asyncio.run(main())


def test_two_locks_in_two_orders_are_a_circle() -> None:
    async def main() -> bool:
        a, b = asyncio.Lock(), asyncio.Lock()

        async def both(first: asyncio.Lock, second: asyncio.Lock) -> None:
            async with first:
                await asyncio.sleep(0)
                async with second:
                    pass

        return await ends(asyncio.gather(both(a, b), both(b, a)))

    assert not asyncio.run(main())


def test_whoever_is_cancelled_while_he_waits_has_no_lock_to_give_back() -> None:
    async def main() -> bool:
        lock = asyncio.Lock()
        await lock.acquire()

        async def enter() -> None:
            try:
                await lock.acquire()
            finally:
                lock.release()

        waiting = asyncio.create_task(enter())
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.wait([waiting])
        return lock.locked()

    assert not asyncio.run(main())


def test_a_semaphore_takes_back_more_than_it_had_and_a_bounded_one_does_not() -> None:
    async def main() -> bool:
        plain, bounded = asyncio.Semaphore(1), asyncio.BoundedSemaphore(1)
        plain.release()
        with pytest.raises(ValueError):
            bounded.release()
        await plain.acquire()
        return not plain.locked()

    assert asyncio.run(main())


def test_one_permit_around_a_gather_limits_nobody() -> None:
    async def main() -> int:
        running = most = 0

        async def work() -> None:
            nonlocal running, most
            running += 1
            most = max(most, running)
            await asyncio.sleep(0)
            running -= 1

        async with asyncio.Semaphore(2):
            await asyncio.gather(*(work() for _ in range(6)))
        return most

    assert asyncio.run(main()) == 6


def test_an_event_that_is_set_holds_nobody_up_until_it_is_cleared() -> None:
    async def main() -> tuple[bool, bool]:
        event = asyncio.Event()
        event.set()
        at_once = await ends(event.wait())
        event.clear()
        return at_once, await ends(event.wait())

    assert asyncio.run(main()) == (True, False)


def test_an_event_that_is_set_and_cleared_has_woken_those_who_waited() -> None:
    async def main() -> bool:
        event = asyncio.Event()
        waiting = asyncio.create_task(event.wait())
        await asyncio.sleep(0)
        event.set()
        event.clear()
        return await ends(waiting)

    assert asyncio.run(main())


def test_a_barrier_begins_anew_and_waits_for_the_one_who_does_not_come() -> None:
    async def main() -> tuple[bool, bool, bool]:
        barrier = asyncio.Barrier(2)
        twice = [await ends(asyncio.gather(barrier.wait(), barrier.wait())) for _ in range(2)]
        return twice[0], twice[1], await ends(barrier.wait())

    assert asyncio.run(main()) == (True, True, False)


def test_whoever_waits_at_a_barrier_that_is_broken_gets_an_error() -> None:
    async def main() -> None:
        barrier = asyncio.Barrier(2)
        waiting = asyncio.create_task(barrier.wait())
        await asyncio.sleep(0)
        await barrier.abort()
        await waiting

    with pytest.raises(asyncio.BrokenBarrierError):
        asyncio.run(main())


def test_a_condition_gives_its_lock_back_while_it_waits() -> None:
    async def main() -> tuple[bool, bool]:
        condition = asyncio.Condition()

        async def sleeper() -> bool:
            async with condition:
                await condition.wait()
                return condition.locked()

        asleep = asyncio.create_task(sleeper())
        await asyncio.sleep(0)
        free = not condition.locked()
        async with condition:
            condition.notify()
        return free, await asleep

    assert asyncio.run(main()) == (True, True)


def test_notify_wakes_one_and_not_the_one_who_could_go_on() -> None:
    async def main() -> list[int]:
        condition, stock, served = asyncio.Condition(), 0, list[int]()

        async def take(n: int) -> None:
            async with condition:
                while stock < n:
                    await condition.wait()
                served.append(n)

        takers = [asyncio.create_task(take(n)) for n in (5, 1)]
        await asyncio.sleep(0)
        async with condition:
            stock = 1
            condition.notify()
        await asyncio.wait(takers, timeout=SHORT)
        at_first = list(served)
        async with condition:
            condition.notify_all()
        await asyncio.wait(takers, timeout=SHORT)
        for taker in takers:
            taker.cancel()
        return [*at_first, *served]

    assert asyncio.run(main()) == [1]


def test_a_condition_is_used_by_whoever_holds_its_lock() -> None:
    async def main() -> None:
        condition = asyncio.Condition()
        with pytest.raises(RuntimeError):
            condition.notify()
        with pytest.raises(RuntimeError):
            await condition.wait()

    asyncio.run(main())


def test_acquire_and_wait_are_coroutine_functions() -> None:
    assert asyncio.iscoroutinefunction(asyncio.Lock.acquire)
    assert asyncio.iscoroutinefunction(asyncio.Event.wait)
    assert asyncio.iscoroutinefunction(asyncio.Barrier.wait)
