"""What a student is told of a hidden test's sentence: its author's words, and nothing that was made from inputs."""

import pytest

from kata.front.classroom import wording
from kata.front.classroom.wording import Wording
from kata.layout import Layout
from kata.manifest import load

TESTS = '''
"""A module about green tea and other things to drink."""
DRINKS = ("green tea", "a very secret drink of the house")
LATE = "it came later than it could"


def missing(trace):
    return f"the answer left out {trace.missing[0]}: each order must be served"


async def test_the_secret_name(run, rng):
    order = rng.choice(DRINKS)
    trace = await run("kitchen", order=order, note="one more secret drink")
    assert trace.result == f"{order} was served", "each order must be served once"
    assert trace.elapsed == 2, f"{order} was served late at {trace.elapsed} s: {LATE}"
    assert trace.ok, f"{trace.call} raised {trace.error} instead of a result"
'''
STUB = "async def main(worker):\n    raise NotImplementedError\n"
INPUTS = {"order": "green tea", "note": "one more secret drink", "at": [0.75]}
JUDGE = 'def raised(call, where):\n    return f"{call} came to an end at line {where} ({where})"\n'


@pytest.fixture
def words() -> Wording:
    return Wording([TESTS, JUDGE], [STUB])


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("each order must be served once", "each order must be served once"),
        ("green tea was served late at 0.75 s: it came later than it could", "… was served late at …"),
        (
            "the answer left out green tea: each order must be served",
            "the answer left out …: each order must be served",
        ),
        ("main came to an end at line 12 (main)", "main came to an end at line 12 (main)"),
    ],
)
def test_words_stay_and_values_go(words: Wording, message: str, told: str) -> None:
    assert words.told(message, INPUTS, "failed").startswith(told)


@pytest.mark.parametrize(
    "message",
    [
        "assert ['green tea'] == ['x']",
        "green tea",
        "a very secret drink of the house",
        "one more secret drink",
        "main(worker) raised ValueError: Z3JlZW4gdGVh",
        "test_the_secret_name",
        "",
        None,
    ],
)
def test_where_nothing_may_be_told_the_verdict_speaks(words: Wording, message: str | None) -> None:
    assert words.told(message, INPUTS, "failed") == "what came of it is not what the docstring asks for"
    assert words.told(message, INPUTS, "deadlock") == wording.UNSAID["deadlock"]


def test_what_an_answer_says_itself_is_not_told(words: Wording) -> None:
    carried = "main(worker) raised ValueError: the inputs are green, tea, 0.75 instead of a result"
    told = words.told(carried, INPUTS, "failed")
    assert "green" not in told and "0.75" not in told


def test_pieces_cannot_be_put_together_to_a_message_of_many_parts(words: Wording) -> None:
    message = " 7".join([" was served late at "] * 9)
    assert words.told(message, INPUTS, "failed") == "what came of it is not what the docstring asks for"


def test_the_line_of_the_answer_is_told_with_the_verdict(words: Wording) -> None:
    told = words.told("main() raised KeyError: 'green tea' at line 7 (main)", INPUTS, "error")
    assert told == "your code raised an error, or could not be loaded at line 7 (main)"


def test_a_place_alone_says_nothing() -> None:
    words = Wording(["def f(x):\n    return f' at line {x}'\n"], [STUB])
    told = words.told("everybody() raised QueueClosed at line 41 (close)", {}, "error")
    assert told == "your code raised an error, or could not be loaded at line 41 (close)"


def test_most_sentences_of_the_kata_are_told_as_they_are() -> None:
    layout = Layout()
    exercise = load(layout.manifest)["coroutine_object"]
    words = wording.of_exercise(exercise, layout)
    sentence = "brew must give back the text of its own order"
    assert words.told(sentence, {"order": "cocoa"}, "failed") == sentence
    assert "cocoa" not in words.told("brew gave 'cocoa ready' at line 3", {"order": "cocoa"}, "failed")
