"""How things are said on the screens."""

import pytest

from kata.front import words
from tests.project.front_project import places


@pytest.mark.parametrize(
    ("described", "name"),
    [
        ({"task": "shop 1", "coroutine": "_await", "where": places(function="serve")}, "shop 1"),
        ({"task": "Task-7", "coroutine": "_await", "where": places(function="serve")}, "serve"),
        ({"task": "Task-7", "coroutine": "customer", "where": None}, "customer"),
        ({"coroutine": "customer", "where": None}, "customer"),
        ({"task": "Task-force", "coroutine": "customer", "where": None}, "Task-force"),
    ],
)
def test_a_task_is_known_by_what_the_learner_knows(described, name):
    assert words.task(described) == name
