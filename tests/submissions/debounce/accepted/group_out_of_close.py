"""A watching task; an ExceptionGroup comes out of close, for one error, too. What a flush has begun is not in it."""

import asyncio


class Debouncer:
    def __init__(self, func, wait):
        self.func, self.seconds = func, wait
        self.pending = None
        self.worker = None
        self.runs = {}

    def __call__(self, *args, **kwargs):
        loop = asyncio.get_running_loop()
        self.pending = (args, kwargs, loop.time() + self.seconds)
        if self.worker is None:
            self.worker = loop.create_task(self._watch())

    async def _watch(self):
        loop = asyncio.get_running_loop()
        while self.pending is not None:
            left = self.pending[2] - loop.time()
            if left > 0:
                await asyncio.sleep(left)
                continue
            self._start()
        self.worker = None

    def _start(self):
        args, kwargs, _ = self.pending
        self.pending = None
        task = asyncio.create_task(self.func(*args, **kwargs))
        self.runs[id(task)] = (task, False)
        task.add_done_callback(lambda t: self.runs.pop(id(t)))
        return task

    async def _stop(self):
        if self.worker is not None:
            worker, self.worker = self.worker, None
            worker.cancel()
            await asyncio.wait([worker])

    async def flush(self):
        if self.pending is None:
            return
        run = self._start()
        self.runs[id(run)] = (run, True)
        await self._stop()
        await asyncio.shield(run)

    async def close(self):
        self.pending = None
        await self._stop()
        runs = list(self.runs.values())
        if runs:
            await asyncio.wait([run for run, _ in runs])
        errors = [e for run, flushed in runs if not flushed and (e := run.exception()) is not None]
        if errors:
            raise ExceptionGroup("runs of the debouncer failed", errors)
