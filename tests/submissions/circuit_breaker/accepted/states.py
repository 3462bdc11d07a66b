"""An enum for the three states, and the instant of the failure that opened it."""

import asyncio
from enum import Enum

State = Enum("State", "CLOSED OPEN HALF_OPEN PROBING")


class CircuitOpen(Exception):
    pass


class CircuitBreaker:
    def __init__(self, failures, reset_after):
        self.failures = failures
        self.reset_after = reset_after
        self.state = State.CLOSED
        self.count = 0
        self.opened = 0.0

    async def call(self, op):
        now = asyncio.get_running_loop().time
        if self.state is State.OPEN and now() - self.opened >= self.reset_after:
            self.state = State.HALF_OPEN
        elif self.state is not State.CLOSED:
            raise CircuitOpen("not now")
        began_in = self.state
        if began_in is State.HALF_OPEN:
            self.state = State.PROBING
        try:
            result = await op()
        except asyncio.CancelledError:
            if began_in is State.HALF_OPEN:
                self.state = State.OPEN
            raise
        except Exception:
            self.count += 1
            if began_in is State.HALF_OPEN or self.count >= self.failures:
                self.state = State.OPEN
                self.opened = now()
            raise
        self.state = State.CLOSED
        self.count = 0
        return result
