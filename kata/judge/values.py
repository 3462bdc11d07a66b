"""Values of the answer's process as plain data can tell them: the judge's half of the player's encoding."""

from dataclasses import dataclass, field
from typing import Any

from .reading import WHERE, Json, Optional, Unreadable, check

ERROR = {
    "type": str,
    "text": str,
    "bases": [str],
    "known": Optional(str),
    "where": WHERE,
    "exceptions": [Json],
}


@dataclass(frozen=True)
class Error:
    """An exception in the player's process. `known` is the name that the scenario gave to this very object."""

    type: str
    text: str
    bases: tuple[str, ...] = ()
    known: str | None = None
    where: Any = field(default=None, hash=False)  # not hashable, and errors may stand in a set
    exceptions: tuple["Error", ...] = ()

    def leaves(self) -> "list[Error]":
        """The errors inside groups, depth first; a bare error is its own leaf."""
        if not self.exceptions:
            return [self]
        return [leaf for member in self.exceptions for leaf in member.leaves()]

    def is_a(self, name: str) -> bool:
        return name == self.type or name in self.bases

    @property
    def of_no_awaitable(self) -> bool:
        """Whether something was awaited that the answer had given and that is no awaitable at all."""
        about = self.type == "TypeError" and "await" in self.text and "async_gen" not in self.text
        return about and self.where is None

    def __str__(self) -> str:
        if self.exceptions:
            return f"{self.type}({', '.join(map(str, self.exceptions))})"
        return f"{self.type}: {self.text}" if self.text else self.type

    __repr__ = __str__


@dataclass(frozen=True)
class Thing:
    """An object that JSON has no form for. `known` is the name that the scenario gave to this very object."""

    text: str
    type: str
    known: str | None = None

    def __repr__(self) -> str:
        return self.text


def decode_error(data: Any) -> Error:
    if type(data) is not dict:
        raise Unreadable("an error is not what a player writes")
    check(data | {"known": data.get("known"), "exceptions": data.get("exceptions", [])}, ERROR, "an error")
    return Error(
        type=data["type"],
        text=data["text"],
        bases=tuple(data["bases"]),
        known=data.get("known"),
        where=data["where"],
        exceptions=tuple(decode_error(member) for member in data.get("exceptions", ())),
    )


def decode(data: Any) -> Any:
    """A value as the answer had it, as far as plain data can tell."""
    if isinstance(data, list):
        return [decode(item) for item in data]
    if not isinstance(data, dict):
        return data
    try:
        match data:
            case {"$error": error}:
                return decode_error(error)
            case {"$tuple": items}:
                return tuple(decode(item) for item in items)
            case {"$set": items}:
                return {decode(item) for item in items}
            case {"$dict": pairs}:
                return {decode(key): decode(value) for key, value in pairs}
            case {"$float": text}:
                return float(text)
            case {"$object": text, "type": kind}:
                check([text, kind, data.get("known") or ""], [str], "an object")
                return Thing(text, kind, data.get("known"))
    except (TypeError, ValueError):
        raise Unreadable("a value is not what a player writes") from None
    return {key: decode(value) for key, value in data.items()}
