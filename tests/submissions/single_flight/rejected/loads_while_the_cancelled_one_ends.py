"""The last one out cancels the load and forgets it at once, as if it was over then.

verdict: failed
diagnosis: a load of tea began at 0.8, while another one, begun at 0, was still under way: it had been forgotten
"""

import asyncio


class SingleFlight:
    def __init__(self):
        self._values = {}
        self._flights = {}

    async def get(self, key, load):
        if key in self._values:
            return self._values[key]
        if key not in self._flights:
            self._flights[key] = [asyncio.create_task(load(key)), 0]
        flight = self._flights[key]
        task = flight[0]
        flight[1] += 1
        try:
            await asyncio.wait([task])
        finally:
            flight[1] -= 1
            if task.done() or flight[1] == 0:
                if self._flights.get(key) is flight:
                    del self._flights[key]
                task.cancel()
        value = task.result()
        self._values[key] = value
        return value
