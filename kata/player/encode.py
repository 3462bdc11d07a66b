"""Values of the run as plain data that JSON can carry.

Built-in types go as themselves; what JSON has no form for goes as an object with one key that begins with `$`. Of an
instance of a subclass goes what the methods of the built-in type find in it, and none of its own is called: a named
tuple goes as a tuple. Nothing is ever unpickled.
"""

import math
from collections.abc import Callable
from itertools import islice
from types import CoroutineType, FunctionType
from typing import Any

LONGEST_TEXT = 10_000
LONGEST_LIST = 10_000
DEEPEST = 12
BUILTIN: tuple[type, ...] = (bool, int, str, float, list, tuple, set, frozenset, dict)


class Encoder:
    """Encodes values; exceptions and objects that the scenario has named keep that name as `known`."""

    def __init__(self, where: Callable[[BaseException], Any]) -> None:
        self._where = where
        self._names: dict[int, tuple[object, str]] = {}

    def name(self, thing: object, name: str) -> None:
        """Lets the judge recognise this very object, wherever it turns up."""
        self._names[id(thing)] = (thing, name)

    def known(self) -> list[object]:
        return [thing for thing, _ in self._names.values()]

    def value(self, value: Any, depth: int = 0) -> Any:
        kind = self._builtin(value)
        if value is None or kind is bool:
            return value
        if kind is int and -(2**63) < (number := int.__int__(value)) < 2**63:
            return number
        if kind is str:
            return str.__str__(value)[:LONGEST_TEXT].encode("utf-8", "replace").decode()
        if kind is float:
            real = float.__float__(value)
            return real if math.isfinite(real) else {"$float": repr(real)}
        if isinstance(value, BaseException):
            return {"$error": self.error(value, depth)}
        if depth >= DEEPEST:
            return {"$object": "…", "type": kind.__name__}
        if kind in (list, tuple, set, frozenset):
            found = list(islice(kind.__iter__(value), LONGEST_LIST))
            items = [self.value(item, depth + 1) for item in found]
            return items if kind is list else {f"${kind.__name__.removeprefix('frozen')}": items}
        if kind is dict:
            pairs = list(islice(dict.items(value), LONGEST_LIST))
            if all(type(key) is str and not key.startswith("$") for key, _ in pairs):
                return {self.value(key): self.value(item, depth + 1) for key, item in pairs}
            return {
                "$dict": [[self.value(key, depth + 1), self.value(item, depth + 1)] for key, item in pairs]
            }
        return self._object(value)

    def _builtin(self, value: Any) -> type:
        """The built-in type that a value is of, or inherits from; its own type if there is none, or it has a name."""
        kind = type(value)
        if kind in BUILTIN or self._name_of(value) is not None:
            return kind
        return next((builtin for builtin in BUILTIN if issubclass(kind, builtin)), kind)

    def _name_of(self, thing: object) -> str | None:
        named, name = self._names.get(id(thing), (None, None))
        return name if named is thing else None

    def _object(self, value: Any) -> dict[str, Any]:
        encoded: dict[str, Any] = {"$object": describe(value), "type": type(value).__name__}
        if (name := self._name_of(value)) is not None:
            encoded["known"] = name
        return encoded

    def error(self, error: BaseException, depth: int = 0) -> dict[str, Any]:
        """An exception: its type and text, where the answer raised it, and the members of a group."""
        try:
            text = str.__str__(str(error))[:1_000]  # what a __str__ returns may be of a lying subclass
        except Exception:
            text = "(its text cannot be had)"
        encoded: dict[str, Any] = {
            "type": type(error).__name__,
            "bases": [base.__name__ for base in type.mro(type(error))[1:] if base is not object],
            "text": text.encode("utf-8", "replace").decode(),
            "where": self._where(error),
        }
        if (name := self._name_of(error)) is not None:
            encoded["known"] = name
        if isinstance(error, BaseExceptionGroup) and depth < DEEPEST:
            encoded["exceptions"] = [self.error(member, depth + 1) for member in error.exceptions[:100]]
        return encoded


def describe(value: Any) -> str:
    """A short text for a value, as it would stand in a call."""
    if isinstance(value, FunctionType):
        return value.__name__
    if isinstance(value, CoroutineType):
        return f"<coroutine {value.__name__}>"
    kind = type(value)
    if kind in (list, tuple, set, frozenset):
        inside = [describe(item) for item in list(value)[:8]] + (["…"] if len(value) > 8 else [])
        opening, closing = "[]" if kind is list else "()" if kind is tuple else "{}"
        return opening + ", ".join(inside) + closing
    if kind is str and len(value) > 40:
        return repr(value[:39] + "…")
    if kind in (str, int, float, bool, type(None)):
        return repr(value)[:60]
    name = getattr(value, "__name__", None)
    if isinstance(name, str) and callable(value):
        return name
    return f"<{kind.__name__}>"
