"""Handle the ValueErrors, wherever they are in a group of errors, and let everything else pass.

`except* ValueError` takes a group apart: its block gets a group with all the ValueErrors in it, at whatever depth, and
when the block has ended, Python raises what is left, nested as it was. It gets a group even if a bare ValueError was
raised, so one block serves both. If nothing is left, the program goes on behind the statement.

The group in `errors` keeps the nesting of the original, so its members may be groups again, and the ValueErrors are the
leaves of that tree.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

T = TypeVar("T")


async def triage(
    work: Callable[[], Awaitable[T]], on_value_errors: Callable[[list[ValueError]], None]
) -> T | None:
    try:
        return await work()
    except* ValueError as errors:
        on_value_errors(list(leaves(errors)))
    return None


def leaves(error: ValueError | ExceptionGroup[ValueError]) -> Iterator[ValueError]:
    """The errors in a group that are not groups, from front to back."""
    if isinstance(error, ExceptionGroup):
        for member in error.exceptions:
            yield from leaves(member)
    else:
        yield error


async def load_everything() -> str:
    await asyncio.sleep(0.1)
    shop = ExceptionGroup("shop", [OSError("o1"), ValueError("v2")])
    raise ExceptionGroup("loading", [ValueError("v1"), shop])


async def demo() -> None:
    try:
        await triage(load_everything, lambda errors: print("ValueErrors:", errors))
    except ExceptionGroup as rest:
        print("the rest:", repr(rest))


if __name__ == "__main__":
    asyncio.run(demo())
