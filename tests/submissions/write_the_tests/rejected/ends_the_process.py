"""Ends the process when it has seen enough.

verdict: failed
diagnosis: something ended their process
"""

import os


async def test_once(Pool):
    async def connect():
        return 1

    async with Pool(connect, 1).lend():
        os._exit(0)
