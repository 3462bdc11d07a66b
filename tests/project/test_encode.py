"""What goes into a trace for a value."""

import collections
import enum
import json
from typing import Any, NamedTuple

import pytest

from kata.judge.values import decode
from kata.player.encode import Encoder


class Pair(NamedTuple):
    number: int
    text: str


class Colour(enum.IntEnum):
    RED = 3


class Word(enum.StrEnum):
    HELLO = "hello"


def lying(builtin: type) -> type:
    """A subclass whose own methods all say something else, and must not be asked."""

    def lie(*args: Any) -> Any:
        raise AssertionError("code of the subclass was called")

    names = (
        "__iter__ __len__ __getitem__ __eq__ __contains__ __str__ __repr__ __int__ __float__ __lt__ __gt__"
    )
    methods = dict.fromkeys([*names.split(), "keys", "items", "copy", "encode"], lie)
    return type("Lying", (builtin,), methods)


def through(value: Any) -> Any:
    """The value as the judge sees it."""
    return decode(json.loads(json.dumps(Encoder(lambda error: None).value(value))))


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (Pair(1, "a"), (1, "a")),
        ([Pair(1, "a")], [(1, "a")]),
        (collections.OrderedDict(a=1), {"a": 1}),
        (collections.Counter("aab"), {"a": 2, "b": 1}),
        (collections.defaultdict(list, {1: [2]}), {1: [2]}),
        (Colour.RED, 3),
        (Word.HELLO, "hello"),
        (lying(list)([1, 2]), [1, 2]),
        (lying(tuple)([1, 2]), (1, 2)),
        (lying(set)([1]), {1}),
        (lying(frozenset)([1]), {1}),
        (lying(dict)({"a": 1}), {"a": 1}),
        (lying(str)("text"), "text"),
        (lying(int)(7), 7),
        (lying(float)(0.5), 0.5),
    ],
    ids=lambda value: type(value).__name__,
)
def test_an_instance_of_a_subclass_goes_as_what_it_holds(value: Any, plain: Any) -> None:
    came = through(value)
    assert (came, type(came)) == (plain, type(plain))


def test_what_has_a_name_is_recognised_and_not_opened() -> None:
    class Basket(list[str]):
        pass

    encoder, basket = Encoder(lambda error: None), Basket(["milk"])
    encoder.name(basket, "the basket")
    assert encoder.value(basket) == {"$object": "<Basket>", "type": "Basket", "known": "the basket"}
    assert encoder.value(Basket(["milk"])) == ["milk"]


def test_a_false_class_is_believed_by_nobody() -> None:
    class Disguised:
        __class__ = list  # type: ignore[assignment]

    assert through(Disguised()) != []
