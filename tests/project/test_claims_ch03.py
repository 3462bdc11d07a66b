"""What the lesson of chapter 3 says of asyncio, asked of the interpreter itself."""

import asyncio
import gc
import weakref
from typing import Any

import pytest


class Boom(Exception):
    """The error of these tests."""


async def fail() -> None:
    raise Boom


async def fail_when(gate: asyncio.Event) -> None:
    await gate.wait()
    raise Boom


async def turns(count: int = 5) -> None:
    """Lets the other tasks run for a few turns of the loop."""
    for _ in range(count):
        await asyncio.sleep(0)


def test_gather_passes_on_an_error_and_leaves_the_others_running() -> None:
    async def main() -> str:
        gate = asyncio.Event()
        other = asyncio.create_task(gate.wait())
        with pytest.raises(Boom):
            await asyncio.gather(other, fail())
        assert not other.done() and not other.cancelling()
        gate.set()
        return "went on" if await other else ""

    assert asyncio.run(main()) == "went on"


def test_a_task_group_cannot_stand_in_for_gather_because_it_cancels_the_others() -> None:
    async def main() -> asyncio.Task[Any]:
        with pytest.raises(ExceptionGroup) as caught:
            async with asyncio.TaskGroup() as group:
                other = group.create_task(asyncio.Event().wait())
                group.create_task(fail())
        assert [type(error) for error in caught.value.exceptions] == [Boom]
        return other

    assert asyncio.run(main()).cancelled()


def test_gather_drops_later_errors_in_silence() -> None:
    complaints: list[dict[str, Any]] = []

    async def main() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda loop, context: complaints.append(context))
        gate = asyncio.Event()
        with pytest.raises(Boom):
            await asyncio.gather(fail(), fail_when(gate))
        gate.set()
        await turns()
        gc.collect()

    asyncio.run(main())
    assert complaints == []


def test_gather_over_cancelled_tasks_does_not_wait_for_the_last_of_them() -> None:
    async def clean_up(gate: asyncio.Event) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await gate.wait()

    async def main() -> None:
        soon, late = asyncio.Event(), asyncio.Event()
        tasks = [asyncio.create_task(clean_up(gate)) for gate in (soon, late)]
        await turns()
        for task in tasks:
            task.cancel()
        soon.set()
        with pytest.raises(asyncio.CancelledError):
            await asyncio.gather(*tasks)
        assert [task.done() for task in tasks] == [True, False]
        late.set()
        await asyncio.wait(tasks)

    asyncio.run(main())


def test_a_return_inside_a_task_group_waits_for_its_tasks() -> None:
    over: list[str] = []

    async def main() -> None:
        async def work() -> None:
            await turns()
            over.append("work")

        async with asyncio.TaskGroup() as group:
            group.create_task(work())
            return

    asyncio.run(main())
    assert over == ["work"]


def test_a_program_ends_with_main_and_not_with_the_last_task() -> None:
    seen: list[str] = []
    kept: list[asyncio.Task[None]] = []

    async def endless() -> None:
        seen.append("began")
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            seen.append("cancelled")
            raise

    async def main() -> None:
        kept.append(asyncio.create_task(endless()))
        await turns()

    asyncio.run(main())
    assert seen == ["began", "cancelled"]


def test_the_event_loop_does_not_keep_a_waiting_task_alive() -> None:
    complaints: list[str] = []

    async def main() -> bool:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda loop, context: complaints.append(context["message"]))

        async def wait() -> None:
            await loop.create_future()

        task = weakref.ref(asyncio.create_task(wait()))
        await turns()
        gc.collect()
        return task() is not None

    assert asyncio.run(main()) is False
    assert complaints == ["Task was destroyed but it is pending!"]


def test_except_star_handles_a_bare_error_too_and_leaves_the_rest_nested() -> None:
    seen: list[type[BaseException]] = []

    def handle(error: Exception) -> None:
        try:
            raise error
        except* ValueError as group:
            seen.append(type(group))

    handle(ValueError())
    with pytest.raises(ExceptionGroup) as caught:
        handle(ExceptionGroup("all", [ValueError(), ExceptionGroup("some", [ValueError(), Boom()])]))
    assert seen == [ExceptionGroup, ExceptionGroup]
    (some,) = caught.value.exceptions
    assert isinstance(some, ExceptionGroup) and [type(error) for error in some.exceptions] == [Boom]
