"""Looks for secrets in its own environment and in everybody's.

exercise: two_workers
verdict: failed
"""

import glob
import os

secrets = [name for name in os.environ if any(word in name for word in ("TOKEN", "KEY", "HOME", "SEED", "KATA"))]
for path in glob.glob("/proc/[0-9]*/environ"):
    try:
        with open(path, "rb") as file:
            secrets += [part for part in file.read().split(b"\0") if b"HOME" in part or b"SEED" in part]
    except OSError:
        pass
if not secrets:
    raise LookupError("there are no secrets")


async def main(worker): ...
