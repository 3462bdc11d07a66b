"""Fills every folder that it can write to.

exercise: two_workers
verdict: failed
"""

import os

for place in ("/tmp", "/dev/shm", "/dev", "/", os.getcwd(), "/var/tmp"):
    try:
        for number in range(20):
            with open(f"{place}/flood-{number}", "wb") as file:
                for _ in range(64):
                    file.write(bytes(1 << 20))
    except OSError:
        pass


async def main(worker): ...
