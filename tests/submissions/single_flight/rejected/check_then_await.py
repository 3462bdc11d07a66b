"""Believes that nobody comes between the question and the answer.

verdict: failed
diagnosis: 5 loads of one key at the same time: each caller looked, found no value and began to load
"""


class SingleFlight:
    def __init__(self):
        self.values = {}

    async def get(self, key, load):
        if key not in self.values:
            self.values[key] = await load(key)
        return self.values[key]
