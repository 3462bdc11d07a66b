"""An async def makes nothing asynchronous that blocks.

verdict: failed
diagnosis: the program asked the event loop for something and got no answer: run had blocked the loop
"""

import asyncio
import subprocess


async def talk(process, stdin):
    return process.communicate(stdin)


async def run(argv, *, stdin=b"", seconds):
    pipe = subprocess.PIPE
    process = subprocess.Popen(argv, stdin=pipe, stdout=pipe, stderr=pipe)
    try:
        out, err = await asyncio.wait_for(talk(process, stdin), seconds)
    finally:
        process.kill()
        process.wait()
    return process.returncode, out, err
