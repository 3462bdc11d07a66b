"""The classes of `datetime` with a "now" that is an instant of the run.

The library's own ask the machine, and cannot be changed in place; so heirs of them stand in.
"""

import datetime
from collections.abc import Callable
from typing import Any

from .stand_ins import StandIn, stands_in


def dates_by(now: Callable[[], float]) -> dict[str, type]:
    """What stands in for `datetime.datetime` and `datetime.date`; `now`: as `time.time`, seconds since 1970."""

    class Datetime(datetime.datetime, metaclass=StandIn):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> Any:
            return cls.fromtimestamp(now(), tz)

        @classmethod
        def utcnow(cls) -> Any:
            return cls.fromtimestamp(now(), datetime.UTC).replace(tzinfo=None)

        @classmethod
        def today(cls) -> Any:
            return cls.fromtimestamp(now())

    class Date(datetime.date, metaclass=StandIn):
        @classmethod
        def today(cls) -> Any:
            return cls.fromtimestamp(now())

    heirs: dict[str, type] = {"datetime": Datetime, "date": Date}
    for name, heir in heirs.items():
        stands_in(heir, heir.__bases__[0])
        heir.__name__ = heir.__qualname__ = name
        heir.__module__ = "datetime"
    return heirs
