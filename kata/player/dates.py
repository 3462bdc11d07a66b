"""The classes of `datetime` with a "now" that is an instant of the run.

The library's own ask the machine, and cannot be changed in place; so heirs of them stand in. Whatever is an instance of
the library's class is one of the heir's, too, as the library itself goes on making instances of its own.
"""

import datetime
from collections.abc import Callable
from typing import Any

_stands_for: dict[type, type] = {}


class _StandsIn(type):
    """The type of the heirs."""

    def __instancecheck__(cls, thing: object) -> bool:
        stock = _stands_for.get(cls)
        return super().__instancecheck__(thing) if stock is None else isinstance(thing, stock)

    def __subclasscheck__(cls, other: type) -> bool:
        stock = _stands_for.get(cls)
        return super().__subclasscheck__(other) if stock is None else issubclass(other, stock)


def dates_by(now: Callable[[], float]) -> dict[str, type]:
    """What stands in for `datetime.datetime` and `datetime.date`; `now`: as `time.time`, seconds since 1970."""

    class Datetime(datetime.datetime, metaclass=_StandsIn):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> Any:
            return cls.fromtimestamp(now(), tz)

        @classmethod
        def utcnow(cls) -> Any:
            return cls.fromtimestamp(now(), datetime.UTC).replace(tzinfo=None)

        @classmethod
        def today(cls) -> Any:
            return cls.fromtimestamp(now())

    class Date(datetime.date, metaclass=_StandsIn):
        @classmethod
        def today(cls) -> Any:
            return cls.fromtimestamp(now())

    heirs: dict[str, type] = {"datetime": Datetime, "date": Date}
    for name, heir in heirs.items():
        _stands_for[heir] = heir.__bases__[0]
        heir.__name__ = heir.__qualname__ = name
        heir.__module__ = "datetime"
    return heirs
