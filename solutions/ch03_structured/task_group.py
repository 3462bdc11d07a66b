"""Load many things as one piece of work: all of them, or none.

A `TaskGroup` owns the tasks that are made in it. Its block cannot be left while one of them is running, neither by its
end, nor by an error, nor by a cancellation: when a task raises, or when the waiting task is cancelled, the group
cancels the rest, waits until every one of them is over, and only then lets the block end. The error comes out in an
ExceptionGroup, because there may be more than one.

No task of the group runs before the block's first await, which here is the one hidden in its end: so "scheduling done"
is said before any load begins. Behind the block every task has ended well, and `result()` gives its value.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def load_all(
    load: Callable[[str], Awaitable[T]], names: Sequence[str], say: Callable[[str], None]
) -> dict[str, T]:
    async with asyncio.TaskGroup() as group:
        tasks = {name: group.create_task(load(name)) for name in names}
        say("scheduling done")
    say("Done.")
    return {name: task.result() for name, task in tasks.items()}


async def load(name: str) -> int:
    try:
        await asyncio.sleep({"eggs": 0.4}.get(name, 0.2))
        if name == "nothing":
            raise ValueError("nothing to load")
        print(f"  {name}: loaded")
        return len(name)
    except asyncio.CancelledError:
        print(f"  {name}: cancelled")
        raise


async def demo() -> None:
    print(await load_all(load, ["milk", "bread"], print))
    try:
        await load_all(load, ["milk", "nothing", "eggs"], print)
    except* ValueError as group:
        print("raised:", *group.exceptions)


if __name__ == "__main__":
    asyncio.run(demo())
