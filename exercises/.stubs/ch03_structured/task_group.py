"""Load many things as one piece of work: all of them, or none.

`await load(name)` gives the value for this name, or raises. Write `load_all(load, names, say)` that loads all the
names (each stands there once) and returns a dict with the value for each name.

  * All the loads are under way at the same time; load is called once for each name.
  * say("scheduling done") is called once, before any load has begun to run;
    say("Done.") is called once, as the last thing, when every load has ended well.
    Both are said without any names, too. `say` is a plain function that does not raise.
  * If a load raises, the loads that are still under way are cancelled at once. load_all waits until the last of
    them is over (a cancelled load may need time to clean up) and then raises the error. "Done." is not said.
  * If several loads raise, one of their errors comes out, or a group of them. Whether an error comes out by itself
    or inside an ExceptionGroup is up to you. An error that does not come out is dropped in silence: asyncio has
    nothing to complain of.
  * If the caller is cancelled, the same happens: the loads are cancelled, load_all waits until they are over, and
    CancelledError comes out (no load raises anything else then). "Done." is not said.
  * However load_all ends, none of its loads is running any more.

Try it:  python exercises/ch03_structured/task_group.py
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


async def load_all(
    load: Callable[[str], Awaitable[T]], names: Sequence[str], say: Callable[[str], None]
) -> dict[str, T]:
    raise NotImplementedError


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
    try:
        asyncio.run(demo())
    except* NotImplementedError:
        print("Not written yet: load_all.")
