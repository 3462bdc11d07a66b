"""Takes the warm process's limits away, so that it can open and start nothing more.

exercise: two_workers
verdict: failed
"""

import os
import resource

for kind in (resource.RLIMIT_NOFILE, resource.RLIMIT_NPROC, resource.RLIMIT_AS, resource.RLIMIT_CPU):
    try:
        resource.prlimit(os.getppid(), kind, (1, 1))
    except (OSError, ValueError):
        pass


async def main(worker): ...
