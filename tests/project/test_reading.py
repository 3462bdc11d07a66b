"""A trace is hostile input: whatever a player would not write is refused."""

import copy
import json
from typing import Any

import pytest

from kata.judge.reading import Unreadable, parse
from kata.judge.values import Error, Thing, decode

GOOD: dict[str, Any] = {
    "schema": "asyncio-kata/trace/1",
    "clock": "virtual",
    "python": "3.13.0",
    "ending": "returned",
    "phase": "closing",
    "elapsed": 2.0,
    "calls": [
        {
            "text": "main()",
            "start": 0.0,
            "end": 2.0,
            "ending": "returned",
            "result": [1, {"$tuple": [2]}],
            "error": None,
            "leftovers": [{"task": "Task-2", "coroutine": "job", "waits": "x", "where": None}],
            "cancels": [1.0],
            "awaits": None,
        }
    ],
    "spans": [{"who": "a", "start": 0.0, "end": None, "ending": "open", "data": {}}],
    "events": [{"at": 0, "who": None, "what": "e", "data": {}}],
    "steps": [],
    "cut": False,
    "blocked": [
        {
            "start": 0.0,
            "end": 1.0,
            "what": "time.sleep",
            "where": {"file": "a.py", "line": 1, "function": "f", "source": "s"},
        }
    ],
    "warnings": [{"kind": "never_awaited", "text": "t", "where": None}],
    "turns": 3,
    "loops": {"created": 0, "left_open": 0},
    "stuck": [],
    "stage": None,
    "error": None,
    "reason": None,
    "where": None,
}


def test_a_good_trace_is_read() -> None:
    assert parse(json.dumps(GOOD).encode()) == GOOD


def changed(path: tuple[Any, ...], value: Any) -> bytes:
    data = copy.deepcopy(GOOD)
    place: Any = data
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return json.dumps(data).encode()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), "asyncio-kata/trace/2"),
        (("elapsed",), "2"),
        (("elapsed",), True),
        (("elapsed",), -5),
        (("elapsed",), 1e300),
        (("ending",), "passed"),
        (("turns",), 3.0),
        (("turns",), None),
        (("calls",), {}),
        (("calls", 0, "end"), "now"),
        (("calls", 0, "leftovers", 0, "where"), 3),
        (("calls", 0, "surplus"), 1),
        (("spans", 0, "who"), ["a"]),
        (("spans", 0), None),
        (("verdict",), "passed"),
        (("loops",), {"created": 0}),
        (("blocked", 0, "where", "line"), "1"),
        (("warnings", 0, "where"), {}),
    ],
)
def test_what_does_not_fit_is_refused(path: tuple[Any, ...], value: Any) -> None:
    with pytest.raises(Unreadable):
        parse(changed(path, value))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"null",
        b"{}",
        b"\xff\xfe",
        b'{"schema": "asyncio-kata/trace/1"}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"1" * 100_000,
        json.dumps(GOOD).replace("2.0", "NaN", 1).encode(),
        json.dumps(GOOD).replace("2.0", "Infinity", 1).encode(),
        json.dumps(GOOD).encode() + b"{}",
    ],
)
def test_what_is_no_trace_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable):
        parse(content)


def test_a_missing_key_is_refused() -> None:
    for key in GOOD:
        with pytest.raises(Unreadable):
            parse(json.dumps({name: value for name, value in GOOD.items() if name != key}).encode())


def test_deep_data_is_refused() -> None:
    deep: Any = 1
    for _ in range(60):
        deep = [deep]
    with pytest.raises(Unreadable):
        parse(changed(("calls", 0, "result"), deep))


def test_values_are_what_they_were() -> None:
    assert decode([1, {"$tuple": [2, {"$set": [3]}]}, {"$dict": [[4, 5]]}, {"a": None}]) == [
        1,
        (2, {3}),
        {4: 5},
        {"a": None},
    ]
    assert decode({"$float": "inf"}) == float("inf")
    assert decode({"$object": "<Queue>", "type": "Queue", "known": "q"}) == Thing("<Queue>", "Queue", "q")


def test_errors_know_their_leaves() -> None:
    leaf = {"type": "ValueError", "text": "b", "bases": ["Exception", "BaseException"], "where": None}
    group = {"type": "ExceptionGroup", "text": "g", "bases": ["Exception"], "where": None}
    error = decode({"$error": group | {"exceptions": [leaf, group | {"exceptions": [leaf | {"text": "c"}]}]}})
    assert isinstance(error, Error)
    assert [member.text for member in error.leaves()] == ["b", "c"]
    assert error.leaves()[0].is_a("Exception")


@pytest.mark.parametrize(
    "data",
    [
        {"$error": 5},
        {"$error": {"type": "ValueError"}},
        {"$tuple": 5},
        {"$set": [[1]]},
        {"$dict": [1]},
        {"$float": "x"},
        {"$error": {"type": "G", "text": "", "bases": [], "exceptions": 7}},
    ],
)
def test_values_that_no_player_writes_are_refused(data: Any) -> None:
    with pytest.raises(Unreadable):
        decode(data)
