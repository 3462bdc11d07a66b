"""Leaves objects behind that leave the process when they are collected.

exercise: two_workers
verdict: leaked
"""

import os


class Bomb:
    def __del__(self):
        os._exit(0)


async def main(worker):
    main.bomb = [Bomb()]
    main.bomb.append(main.bomb)
    await worker(1, "order milk")
