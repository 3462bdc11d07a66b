"""Tries to make the system writable again, with namespaces of its own.

exercise: two_workers
verdict: error
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
libc.unshare(0x10000000 | 0x00020000)
libc.mount(None, b"/", None, 0x20 | 0x1000, None)
libc.mount(b"none", b"/kata/player", b"tmpfs", 0, None)
libc.umount2(b"/kata/player", 2)
with open("/kata/player/record.py", "w") as file:
    file.write("")


async def main(worker): ...
