"""A semaphore of one for each key, and a caller who hears of a failed load while he waits loads himself."""

import asyncio
from dataclasses import dataclass, field


@dataclass
class Entry:
    turn: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))
    values: list = field(default_factory=list)


class SingleFlight:
    def __init__(self):
        self._entries = {}

    async def get(self, key, load):
        entry = self._entries.setdefault(key, Entry())
        if entry.values:
            return entry.values[0]
        async with entry.turn:
            if not entry.values:
                entry.values.append(await load(key))
            return entry.values[0]
