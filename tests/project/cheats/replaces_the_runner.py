"""Replaces asyncio.Runner and asyncio.run by something that runs nothing.

exercise: two_workers
verdict: leaked
"""

import asyncio


class Runner:
    def __init__(self, *args, **kwargs): ...
    def __enter__(self):
        return self
    def __exit__(self, *info): ...
    def get_loop(self):
        return asyncio.new_event_loop()
    def run(self, coroutine, **kwargs):
        coroutine.close()


asyncio.Runner = Runner
asyncio.run = lambda coroutine, **kwargs: coroutine.close()


async def main(worker): ...
