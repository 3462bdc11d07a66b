"""An asynchronous context manager whose __aexit__ splits the group, and says which errors are handled."""

import asyncio


class Handle:
    def __init__(self, h):
        self.h = h

    async def __aenter__(self):
        return self

    async def __aexit__(self, t, e, tb):
        if isinstance(e, ValueError):
            self.h([e])
            return True
        if not isinstance(e, BaseExceptionGroup):
            return False
        mine, rest = e.split(ValueError)
        if mine is None:
            return False
        todo, found = [mine], []
        while todo:
            x = todo.pop(0)
            if isinstance(x, BaseExceptionGroup):
                todo[:0] = x.exceptions
            else:
                found.append(x)
        self.h(found)
        if rest:
            raise rest from None
        return True


async def triage(work, on_value_errors):
    async with Handle(on_value_errors):
        return await work()
