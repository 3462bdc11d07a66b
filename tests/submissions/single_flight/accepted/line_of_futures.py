"""Every caller has a future of his own; the task that loads tells all of them."""

import asyncio


class SingleFlight:
    def __init__(self):
        self.known = {}
        self.lines = {}
        self.jobs = set()

    async def get(self, key, load):
        if key in self.known:
            return self.known[key]
        mine = asyncio.get_running_loop().create_future()
        if key in self.lines:
            self.lines[key].append(mine)
        else:
            self.lines[key] = [mine]
            job = asyncio.ensure_future(load(key))
            self.jobs.add(job)
            job.add_done_callback(lambda job: self.tell(key, job))
        return await mine

    def tell(self, key, job):
        self.jobs.discard(job)
        error = asyncio.CancelledError() if job.cancelled() else job.exception()
        if error is None:
            self.known[key] = job.result()
        for future in self.lines.pop(key):
            if future.done():
                continue
            if error is None:
                future.set_result(job.result())
            else:
                future.set_exception(error)
