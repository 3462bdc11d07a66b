"""The first success wins, and the losers are stopped.

`attempts` is a sequence of coroutine functions without parameters, several ways to the same thing:
`await attempts[0]()` gives a value, or raises. Write `first_success(attempts, seconds=None)`.

  * It calls each attempt once, and all of them are under way at the same time.
  * The first attempt that returns wins, whatever it returns, be it None. An attempt that raises an Exception is out of
    the race, and the others go on. (If several return at the same instant, any of them may win.)
  * When there is a winner, the attempts that are still under way are cancelled at once. They may need time to clean up,
    and then they end cancelled. As soon as the last of them is over, and not before, first_success returns the
    winner's value.
  * If every attempt raises, an ExceptionGroup with all their errors comes out when the last of them has failed. In it
    the errors stand in the order of `attempts`.
  * Without attempts it raises a ValueError.
  * `seconds` limits the time until there is a winner; None means no limit. When that time is over without one, the
    attempts under way are cancelled, and a TimeoutError comes out as soon as the last of them is over. Once there is
    a winner, the limit no longer matters. An attempt that raises a TimeoutError of its own has failed like any other.
  * If the caller is cancelled, the attempts are cancelled, and CancelledError comes out as soon as the last of them is
    over. (A cancellation that comes while cancelled attempts are cleaning up already is not tested.)
  * However it ends, no attempt is running any more, and asyncio has nothing to complain of: errors that do not come
    out are dropped in silence. Calls at the same time do not disturb one another, and a limit that is over leaves an
    asyncio.timeout of the caller as it was.

first_success waits; it does not look again and again.

Try it:  python exercises/ch07_waiting/first_success.py
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

T = TypeVar("T")


async def first_success(
    attempts: Sequence[Callable[[], Coroutine[Any, Any, T]]], seconds: float | None = None
) -> T:
    raise NotImplementedError


def mirror(name: str, delay: float, works: bool = True) -> Callable[[], Coroutine[Any, Any, str]]:
    async def download() -> str:
        try:
            await asyncio.sleep(delay)
            if not works:
                raise OSError(f"{name} is down")
            return f"the file, from {name}"
        except asyncio.CancelledError:
            print(f"  {name}: cancelled")
            raise

    return download


async def demo() -> None:
    print(await first_success([mirror("Oslo", 0.3, works=False), mirror("Rome", 0.6), mirror("Lima", 0.9)]))
    try:
        await first_success([mirror("Oslo", 0.3, works=False), mirror("Lima", 0.9)], seconds=0.6)
    except TimeoutError:
        print("nobody was fast enough")


if __name__ == "__main__":
    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("Not written yet: first_success.")
