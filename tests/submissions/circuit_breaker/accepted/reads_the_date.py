"""Goes by the date: when it opened is a datetime, how long it stays open a timedelta."""

from datetime import UTC, datetime, timedelta


class CircuitOpen(Exception):
    pass


class CircuitBreaker:
    def __init__(self, failures, reset_after):
        self.most = failures
        self.pause = timedelta(seconds=reset_after)
        self.opened = None
        self.failures = 0
        self.probing = False

    async def call(self, op):
        opened = self.opened
        if opened is not None:
            if self.probing or datetime.now(UTC) < opened + self.pause:
                raise CircuitOpen
            self.probing = True
        try:
            value = await op()
        except Exception:
            self.count_failure(opened)
            raise
        else:
            if opened == self.opened:
                self.opened, self.failures = None, 0
            return value
        finally:
            if opened is not None:
                self.probing = False

    def count_failure(self, opened):
        if opened != self.opened:
            return
        self.failures += 1
        if opened is not None or self.failures == self.most:
            self.opened, self.failures = datetime.now(UTC), 0
