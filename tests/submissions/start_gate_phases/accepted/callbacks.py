"""Done callbacks count who is over, and the last one begins the next phase."""

import asyncio


async def run_race(step, runners, phases, gate):
    await gate.wait()
    loop = asyncio.get_running_loop()
    end = loop.create_future()
    tasks = []

    def begin(phase):
        if not runners or phase == phases:
            end.done() or end.set_result(None)
            return
        left = runners

        def over(t):
            nonlocal left
            if t.cancelled() or end.done():
                return
            if t.exception():
                end.set_exception(t.exception())
                return
            left -= 1
            if not left:
                begin(phase + 1)

        tasks[:] = [loop.create_task(step(r, phase)) for r in range(runners)]
        for t in tasks:
            t.add_done_callback(over)

    begin(0)
    try:
        await end
    finally:
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
