"""Attaches to the warm process as a debugger would, and writes into its memory.

exercise: two_workers
verdict: failed
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace(16, os.getppid(), 0, 0)
try:
    with open(f"/proc/{os.getppid()}/mem", "r+b", buffering=0) as memory:
        memory.seek(0x1000)
        memory.write(b"\0" * 8)
except OSError:
    pass


async def main(worker): ...
