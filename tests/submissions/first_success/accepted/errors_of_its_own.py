"""Its errors are subclasses of those that are asked for."""

import asyncio
class NoAttempts(ValueError): pass
class TooLate(TimeoutError): pass
class AllFailed(ExceptionGroup):
    def derive(self, excs):
        return AllFailed(self.message, excs)
async def first_success(attempts, seconds=None):
    if not attempts:
        raise NoAttempts
    loop = asyncio.get_running_loop()
    end = None if seconds is None else loop.time() + seconds
    tasks = [asyncio.create_task(a(), name=getattr(a, "__name__", None)) for a in attempts]
    pending = tasks
    try:
        while pending:
            done, pending = await asyncio.wait(pending, timeout=None if end is None else end - loop.time(), return_when=asyncio.FIRST_COMPLETED)
            if not done:
                raise TooLate
            for t in done:
                if t.exception() is None:
                    return t.result()
    finally:
        for t in tasks:
            t.cancel()
        await asyncio.wait(tasks)
        for t in tasks:
            t.cancelled() or t.exception()
    raise AllFailed("all failed", [t.exception() for t in tasks])
